#!/usr/bin/env python
"""Django's command line for Dateline."""

import os
import sys


def main() -> None:
    """Run a management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if "runserver" not in sys.argv:
        # A request is bounded; an index over a million rows is made as long as that takes.
        os.environ.setdefault("STATEMENT_TIMEOUT_MS", "0")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
