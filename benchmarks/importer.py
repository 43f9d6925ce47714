"""One importer in a process of its own, which says when it begins: `python -m benchmarks.importer PATH...`.

Its parent kills it, or starts several of them at the same moment.
"""

from __future__ import annotations

import os
import sys

import django


def main() -> None:
    """Get ready, say so, wait for a line on standard input, import."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.core.management import call_command

    import extraction.articles  # noqa: F401  (what an import loads is loaded before it is timed)
    from timeline import importing  # noqa: F401

    print("ready", flush=True)
    sys.stdin.readline()
    call_command("import_articles", *sys.argv[1:])


if __name__ == "__main__":
    main()
