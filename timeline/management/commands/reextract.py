"""`manage.py reextract`: read the stored texts with the present extractor, print the difference, then write it."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from extraction import VERSION
from extraction.cleaning import printable
from extraction.places import Gazetteer, GazetteerError
from timeline.importing.copies import compare_sources
from timeline.importing.places import curated_places, kept_path, places_of
from timeline.importing.reextract import reread, write_rereading
from timeline.ledger import Author, Conflict
from timeline.models import ImportRun, Source, Uncompared


class Command(BaseCommand):
    """What a person approved or edited is never touched; the same extractor on the same texts changes nothing."""

    help = __doc__
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which sources, and whether to write."""
        parser.add_argument("sources", nargs="*", type=int, metavar="ID", help="sources; by default all")
        parser.add_argument(
            "--gazetteer",
            metavar="CSV",
            help="places of your own (docs/places.md); by default those that each was last read with, '' for none",
        )
        parser.add_argument("--dry-run", action="store_true", help="print the difference and write nothing")

    def handle(self, *, sources: list[int], gazetteer: str | None, dry_run: bool, **options: Any) -> None:
        """Print each source's difference before it is written; one transaction a source."""
        try:
            places = curated_places(gazetteer or "")
        except GazetteerError as error:
            raise CommandError(f"argument --gazetteer: {printable(str(error), 1000)}", returncode=2) from None
        wanted = Source.objects.filter(erased=None)
        if sources:
            wanted = wanted.filter(pk__in=sources)
        numbers = list(wanted.order_by("pk").values_list("pk", flat=True))
        if missing := set(sources) - set(numbers):
            raise CommandError(f"there is no source {', '.join(map(str, sorted(missing)))}")
        run = None
        if not dry_run:
            # Until it has come to its end.
            settings: dict[str, Any] = {"reextract": numbers if sources else "all", "broken_off": True}
            if gazetteer is not None:
                settings["gazetteer"] = kept_path(gazetteer)
            run = ImportRun.objects.create(extractor=VERSION, settings=settings)
        read = cache(curated_places)

        def places_for(source: Source) -> Gazetteer | None:
            return places_of(source, read) if gazetteer is None else places

        author = Author(run=run, reason="extracted anew")
        counts: Counter[str] = Counter()
        try:
            for number in numbers:
                counts.update(self._one(number, author, dry_run, places_for), read=1)
            if run is not None:
                Uncompared.objects.bulk_create((Uncompared(source_id=one) for one in numbers), ignore_conflicts=True)
                compare_sources(author, renew=True)
                run.settings.pop("broken_off")
            written = "would change" if dry_run else "changed"
            self.stdout.write(
                f"{len(numbers)} read, {counts['sources']} {written}: "
                f"{counts['added']} added, {counts['changed']} changed, {counts['gone']} gone"
            )
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever read along has gone: what is written stays, and the same command goes on from there.
            _mute()
            raise SystemExit(1) from None
        finally:
            if run is not None:
                _end(run, counts)

    def _one(
        self, number: int, author: Author, dry_run: bool, places_for: Callable[[Source], Gazetteer | None]
    ) -> Counter[str]:
        for _ in range(3):
            source = Source.objects.get(pk=number)
            try:
                places = places_for(source)
            except GazetteerError as error:
                words = f"source {number} was last read with places of your own: {error}. Name them by --gazetteer"
                raise CommandError(printable(words, 1000), returncode=2) from None
            rereading = reread(source, places)
            if rereading.empty:
                return Counter()
            for line in str(rereading).splitlines():
                self.stdout.write(printable(line, 500))
            # Before it is written, so that nothing changes that nobody could see.
            self.stdout.flush()
            try:
                if not dry_run:
                    write_rereading(rereading, author)
            except Conflict:
                # A curator decided something in between: their decision is looked at first.
                continue
            return Counter(sources=1, **rereading.counts())
        raise CommandError(f"source {number} keeps changing; run it again later")


def _end(run: ImportRun, counts: Counter[str]) -> None:
    """Keep what the run has done, whether it came to its end or not."""
    run.read, run.changed = counts["read"], counts["sources"]
    run.unchanged = run.read - run.changed
    run.records_added, run.records_changed, run.records_gone = counts["added"], counts["changed"], counts["gone"]
    run.ended = timezone.now()
    run.save()


def _mute() -> None:
    """Let nothing more be written to the output, which the interpreter would complain of as it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
