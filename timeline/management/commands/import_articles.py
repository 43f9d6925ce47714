"""`manage.py import_articles PATH...`: arguments and printing; the work is in `timeline.importing`."""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from django.template.defaultfilters import pluralize
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from extraction import edtf
from extraction.articles import FORMATS, ReadArticle, Rejection, printable
from extraction.articles.fields import MAX_LENGTHS
from extraction.cleaning import charset, clean
from extraction.places import GazetteerError
from timeline.importing import Options, Outcome, Report, run_import


class Stopped(BaseException):
    """The process was asked to end: the article under way is rolled back, what is done stays."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def edtf_argument(value: str) -> str:
    """An EDTF date. Raises ArgumentTypeError."""
    try:
        edtf.given(value)
    except edtf.EdtfError as error:
        raise ArgumentTypeError(str(error)) from None
    return value


def encoding_argument(value: str) -> str:
    """A character set. Raises ArgumentTypeError."""
    try:
        return charset(value)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def publisher_argument(value: str) -> str:
    """A publisher's name, cleaned. Raises ArgumentTypeError."""
    if len(name := clean(value).strip()) > MAX_LENGTHS["publisher"]:
        raise ArgumentTypeError(f"longer than {MAX_LENGTHS['publisher']} characters")
    return name


def jobs_argument(value: str) -> int:
    """A number of processes from 1 to 64. Raises ArgumentTypeError."""
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:3]) <= 64:
        raise ArgumentTypeError(f"{value!r} must be a whole number from 1 to 64")
    return int(value)


def path_argument(value: str) -> Path:
    """A file or folder that is there. Raises ArgumentTypeError."""
    path = Path(value)
    if not path.exists() and not path.is_symlink():
        raise ArgumentTypeError(f"{printable(value)} is not there")
    return path


class Command(BaseCommand):
    """Read articles and propose what they say. The same input again changes nothing."""

    help = __doc__
    requires_migrations_checks = True

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Exit status: 0 all accepted, 1 some rejected, 2 wrong arguments, 3 database away, 130 and 143 interrupted."""
        parser.add_argument("paths", nargs="+", type=path_argument, metavar="PATH", help="a file, or a folder of files")
        parser.add_argument(
            "--published",
            type=edtf_argument,
            metavar="EDTF",
            help="publication date where a file names none",
        )
        parser.add_argument(
            "--publisher", type=publisher_argument, default="", help="publisher where a file names none"
        )
        parser.add_argument("--format", choices=FORMATS, help="the format; by default found from name and content")
        parser.add_argument("--encoding", type=encoding_argument, help="the character set; by default as declared")
        parser.add_argument("--gazetteer", default="", metavar="CSV", help="places of your own (docs/places.md)")
        parser.add_argument("--publish", action="store_true", help="approve what is found (for demonstrations)")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--jobs", type=jobs_argument, default=1, metavar="N", help="processes that extract")

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        """Run the import and print its report."""
        chosen = Options(**{name: options[name] for name in Options.__slots__ if options.get(name) is not None})
        report = Report()
        status, why = 0, ""
        with _stoppable() as check:
            try:
                with _progress(self, check) as progress:
                    run_import(paths, chosen, report, progress)
                    check()
            except GazetteerError as error:
                raise CommandError(f"argument --gazetteer: {printable(str(error), 1000)}", returncode=2) from None
            except Stopped as stopped:
                status, why = 128 + stopped.number, "interrupted" if stopped.number == signal.SIGINT else "terminated"
            except (OperationalError, InterfaceError) as error:
                status, why = 3, f"the database is away ({str(error).strip().splitlines()[0]})"
        if status:
            self.stderr.write(f"Stopped: {why}. What is counted here is done, the rest is not; run it again to go on.")
        self._close(report, chosen)
        if status or report.rejected:
            sys.exit(status or 1)

    def _close(self, report: Report, options: Options) -> None:
        for name in report.undated:
            self.stdout.write(f"undated: {printable(name, 500)}")
        for name, other in report.near_duplicates:
            self.stdout.write(f"near-duplicate: {printable(name, 500)} of {printable(other, 500)}")
        if options.dry_run:
            self.stdout.write("Nothing was written.")
        near = len(report.near_duplicates)
        self.stdout.write(f"{len(report.undated)} undated, {near} near-duplicate{pluralize(near)}")
        self.stdout.write(str(report))


@contextmanager
def _progress(command: Command, check: Callable[[], None]) -> Iterator[Any]:
    """A bar on a terminal; elsewhere a line for each article."""
    console = Console(stderr=True)
    shown = 0

    def plain(item: ReadArticle | Rejection, outcome: Outcome | None, report: Report) -> None:
        nonlocal shown
        check()
        for warning in report.warnings[shown:]:
            command.stderr.write(f"warning: {printable(warning, 1000)}")
        shown = len(report.warnings)
        if isinstance(item, Rejection):
            command.stderr.write(f"rejected: {item}")
        elif not console.is_terminal and outcome is not None:
            command.stdout.write(f"{outcome.status}: {printable(str(item.origin), 500)}")

    if not console.is_terminal:
        yield plain
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("articles", total=None)

        def advance(item: ReadArticle | Rejection, outcome: Outcome | None, report: Report) -> None:
            plain(item, outcome, report)
            bar.advance(task)

        yield advance


@contextmanager
def _stoppable() -> Iterator[Callable[[], None]]:
    """Turn SIGINT and SIGTERM into an exception: the transaction under way is rolled back, the report printed.

    Yields a check to call between articles: a library that catches everything may have caught the exception too.
    """
    came: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        came.append(number)
        raise Stopped(number)

    def check() -> None:
        if came:
            raise Stopped(came[0])

    try:
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    except ValueError:
        # Not in the main thread: then nobody sends us signals.
        yield check
        return
    try:
        yield check
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
