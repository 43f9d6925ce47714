"""`manage.py load_decisions PATH`: take the decisions of a file, as the curator named would."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from timeline.importing.decisions import DecisionError, read_decisions, take
from timeline.ledger import Author


class Command(BaseCommand):
    """Approve, reject and edit what a file says. Taking the same decisions again changes nothing."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and who decides."""
        parser.add_argument("path", type=Path, metavar="PATH", help="a JSON array of decisions; see fixtures/README.md")
        parser.add_argument("--user", required=True, help="the curator who decides")

    def handle(self, *, path: Path, user: str, **options: Any) -> None:
        """Take the decisions and print what they met."""
        curator = get_user_model().objects.filter(username=user).first()
        if curator is None:
            raise CommandError(f"--user: there is no {user}")
        met = missed = 0
        try:
            for decision, records in take(read_decisions(path), Author(user=curator)):
                met += bool(records)
                missed += not records
                if not records and options["verbosity"] > 1:
                    meant = f"{decision.action} {decision.record} {decision.exact!r} of {decision.source}"
                    self.stderr.write(f"met nothing: {meant}")
        except DecisionError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{met + missed} decisions: {met} taken, {missed} met no record")
