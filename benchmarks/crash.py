"""`python -m benchmarks.crash`: kill imports at random points, run several at once, and look at what stands.

It works in a database of its own beside the one that DATABASE_URL names (SQLite in a temporary
folder where it names none) and drops it afterwards. After each kill every article must be whole or
absent; what was begun is run again until it is complete, and must then equal an import that nobody
disturbed (RELIABILITY rows E01, E04).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "fixtures" / "articles"
#: What differs between two runs that did the same: numbers, instants, and which run it was.
VOLATILE = frozenset(
    "id created updated retrieved at numbered seq run_id record_id source_id event_id speaker_id copy_of_id "
    "origin".split()
)


def state() -> dict[str, Any]:
    """What stands in the database that DATABASE_URL names, by article, without what differs between equal runs."""
    from timeline.models import Mention, Revision, Source, Statement

    def plain(row: Any) -> str:
        return json.dumps({k: v for k, v in sorted(row.items()) if k not in VOLATILE}, default=str, sort_keys=True)

    found = {}
    for source in Source.objects.order_by("identity"):
        statements = Statement.objects.filter(source=source)
        mentions = Mention.objects.filter(source=source)
        revised = Revision.objects.filter(kind="source", record_id=source.pk).count()
        found[source.identity] = {
            "source": plain(Source.objects.filter(pk=source.pk).values()[0]),
            "revisions": revised,
            "statements": sorted(plain(row) for row in statements.values()),
            "speakers": sorted(str(name) for name in statements.values_list("speaker__key", flat=True)),
            "events": sorted(plain(row) for row in mentions.values("text", "start", "end", "edtf", "event__title")),
            "unkept": statements.exclude(pk__in=Revision.objects.filter(kind="statement").values("record_id")).count(),
        }
    return found


@contextlib.contextmanager
def database(given: str) -> Iterator[str]:
    """The URL of an empty, migrated database of our own."""
    if given.startswith("postgres"):
        parts = urlsplit(given)
        name = f"dateline_crash_{os.getpid()}"
        _sql(given, f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            _sql(given, f'DROP DATABASE "{name}" WITH (FORCE)')
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/crash.sqlite3"


def _sql(url: str, statement: str) -> None:
    import psycopg2

    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.close()


def python(url: str, *arguments: str, **options: Any) -> subprocess.Popen[str]:
    """A process of ours on a database."""
    environment = {"DEBUG": "true", **os.environ, "DATABASE_URL": url}
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **options)


def ask(url: str, expression: str) -> Any:
    """What a function of this module says of a database, asked in a process of its own."""
    code = f"import django, json; django.setup(); from benchmarks import crash; print(json.dumps({expression}))"
    environment = {"DEBUG": "true", **os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings"}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


def empty() -> None:
    """Remove all rows."""
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)


def importer(url: str, articles: Path) -> subprocess.Popen[str]:
    """An importer that is ready and waits for its line."""
    quiet = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = python(url, "-m", "benchmarks.importer", str(articles), **quiet)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready", process.stderr and process.stderr.read()
    return process


def go(process: subprocess.Popen[str]) -> None:
    """Let an importer begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def prepare(url: str, articles: Path) -> tuple[dict[str, Any], float]:
    """Migrate, and import once undisturbed: what then stands, and how long it took (seconds)."""
    assert python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    process = importer(url, articles)
    begun = time.monotonic()
    go(process)
    process.communicate()
    assert process.returncode == 0, "the undisturbed import failed"
    took = time.monotonic() - begun
    reference = ask(url, "crash.state()")
    ask(url, "crash.empty()")
    return reference, took


def kill_imports(url: str, articles: Path, kills: int, seed: int = 0) -> list[str]:
    """Kill so many imports; what was found wrong, a sentence each."""
    chance = random.Random(seed)
    reference, took = prepare(url, articles)
    wrong: list[str] = []
    killed = completed = 0
    while killed < kills:
        process = importer(url, articles)
        go(process)
        try:
            process.wait(timeout=chance.uniform(0, took))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.communicate()
        stands = ask(url, "crash.state()")
        wrong += [f"kill {killed}: {name} is not whole" for name, rows in stands.items() if rows != reference.get(name)]
        if len(stands) == len(reference) or process.returncode == 0:
            wrong += _finish(url, articles, reference)
            completed += 1
            ask(url, "crash.empty()")
    wrong += _finish(url, articles, reference)
    print(
        f"{killed} kills, {completed + 1} imports completed after them, {len(reference)} articles, {len(wrong)} wrong"
    )
    return wrong


def _finish(url: str, articles: Path, reference: dict[str, Any]) -> list[str]:
    """Run the import to its end; what then differs from the reference."""
    process = importer(url, articles)
    go(process)
    process.communicate()
    stands = ask(url, "crash.state()")
    return [] if stands == reference else [f"resumed: {len(stands)} of {len(reference)} articles, or other rows"]


def import_together(url: str, articles: Path, importers: int) -> list[str]:
    """Import the same files in several processes at once; what was found wrong."""
    reference, _ = prepare(url, articles)
    processes = [importer(url, articles) for _ in range(importers)]
    for process in processes:
        go(process)
    wrong = []
    for process in processes:
        _, errors = process.communicate()
        if process.returncode != 0:
            wrong.append(f"an importer ended with {process.returncode}: {errors[-500:]}")
    if ask(url, "crash.state()") != reference:
        wrong.append("the rows are not those of one importer")
    print(f"{importers} importers at once, {len(reference)} articles, {len(wrong)} wrong")
    return wrong


def main() -> int:
    """Exit status 1 where anything was found wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--importers", type=int, default=4)
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    options = parser.parse_args()
    given = os.environ.get("DATABASE_URL", "")
    print("PostgreSQL" if given.startswith("postgres") else "SQLite")
    with database(given) as url:
        wrong = import_together(url, options.articles, options.importers)
    with database(given) as url:
        wrong += kill_imports(url, options.articles, options.kills)
    for line in wrong:
        print(line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
