"""`python -m benchmarks.replica --minutes 10`: a copy and a paging reader beside eight writers.

The copy is kept by the very client that docs/api.md shows, over HTTP. Eight processes create, edit, merge and unpublish
records meanwhile, on PostgreSQL in transactions that stay open for up to two seconds. Afterwards the copy must equal
what the lists show, and every public change must have come once (RELIABILITY row E14). A second reader follows the
pages of each order: of the records that nobody touches, none may be lost or come twice.

It works in a database of its own beside the one that DATABASE_URL names (SQLite in a temporary folder where it names
none).
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from types import SimpleNamespace
from typing import Any

import requests

from benchmarks.crash import ROOT, ask, database, python
from benchmarks.serving import serving

WRITERS = 8
#: Records that nobody touches, among those that are written.
STILL = 1500
ORDERS = ("start", "-start", "created", "-created", "updated", "-updated")
TEXT = "On Sunday the council opened the bridge. “It will hold,” said the engineer."


def an_event(number: str, chance: random.Random, *, source: Any = None) -> Any:
    """Write a published event and its source."""
    import hashlib

    from extraction import edtf
    from timeline import ledger
    from timeline.models import Action, Event, Mention, Source
    from timeline.models.dates import date_fields

    mark = hashlib.sha256(number.encode()).hexdigest()
    by = ledger.Author(reason="benchmark")
    day = date_fields(edtf.parse(f"{chance.randint(2019, 2024)}-{chance.randint(1, 12):02}"))
    source = Source(
        identity=f"url:{mark}", sha256=mark, fingerprint=mark, text=TEXT, title=number, publisher="Example Wire", **day
    )
    ledger.write([ledger.Change(source, Action.CREATED)], by)
    event = Event(title=number, **day)
    mention = Mention(source=source, start=0, end=40, text=TEXT[:40], **day)
    ledger.write([ledger.Change(event, Action.CREATED, mentions=[mention])], by)
    ledger.approve([event], by)
    return event


def prepare() -> None:
    """The records that nobody touches."""
    chance = random.Random(0)
    for number in range(STILL):
        an_event(f"still {number}", chance)


def write(writer: int, seconds: float) -> None:
    """What one process does until its time is over; prints how many transactions were committed."""
    from django.db import OperationalError, connection, transaction

    from timeline import ledger
    from timeline.models import Event

    chance = random.Random(writer)
    by = ledger.Author(reason=f"writer {writer}")
    longest = 2.0 if connection.vendor == "postgresql" else 0.01
    mine: list[int] = []
    ends, done = time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        # Records of one's own are touched alone, so that what waits are transactions and not decisions.
        act = chance.choice(("create", "create", "edit", "edit", "edit", "merge", "unpublish")) if mine else "create"
        try:
            with transaction.atomic():
                if act == "create":
                    mine.append(an_event(f"{writer}.{done}", chance).pk)
                elif act == "edit":
                    event = Event.objects.get(pk=chance.choice(mine))
                    ledger.edit(event, {"title": f"{writer}.{done} again"}, by)
                elif act == "merge" and len(mine) > 1:
                    kept, gone = chance.sample(mine, 2)
                    ledger.merge_events(kept, [gone], by)
                    mine.remove(gone)
                elif act == "unpublish":
                    gone = mine.pop(chance.randrange(len(mine)))
                    ledger.unpublish([Event.objects.get(pk=gone)], by)
                time.sleep(chance.random() * longest * (chance.random() < 0.3))
            done += 1
        except (ledger.Conflict, ledger.MergeError, OperationalError):
            continue
        time.sleep(0.02 + chance.random() / 10)
    sys.stdout.write(f"{done}\n")


class Recording:
    """`requests`, which keeps the number of each change that it has brought."""

    def __init__(self) -> None:
        self.seen: Counter[int] = Counter()

    def get(self, *given: Any, **named: Any) -> Any:
        """What `requests.get` answers."""
        answer = requests.get(*given, **named)
        if answer.status_code == 200:
            self.seen.update(change["seq"] for change in answer.json()["results"])
        return answer


def documented_client(recording: Recording) -> Any:
    """`follow` of docs/api.md, as it stands there; it only waits less than a minute for news."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(import time.*?)```", text, re.DOTALL)
    assert code
    names: dict[str, Any] = {}
    compiled = compile(code[1], "docs/api.md", "exec")
    exec(compiled, names)  # noqa: S102 - our own documentation
    names["requests"] = recording
    names["time"] = SimpleNamespace(sleep=lambda seconds: time.sleep(min(seconds, 0.5)))
    return names["follow"]


def walk(site: str, listing: str, **asked: Any) -> list[dict[str, Any]]:
    """Every record of a list, page by page."""
    found: list[dict[str, Any]] = []
    url: str | None = f"{site}/api/v1/{listing}/"
    while url:
        page = requests.get(url, params=asked, timeout=60).json()
        found += page["results"]
        url, asked = page["next"], {}
    return found


def everything(site: str) -> dict[str, Any]:
    """What the lists show, by the ids that the feed uses."""
    found = {}
    for listing in ("events", "statements", "sources", "speakers"):
        for record in walk(site, listing, limit=1000):
            key = record["id"] if listing in ("events", "statements") else f"{listing[:-1]}-{record['id']}"
            found[key] = record
    return found


def page_through(site: str, until: threading.Event, faults: list[str], walks: Counter[str]) -> None:
    """Walk the pages of each order again and again, and note what of the still records was lost or came twice."""
    while not until.is_set():
        order = ORDERS[sum(walks.values()) % len(ORDERS)]
        titles = Counter(record["title"] for record in walk(site, "events", limit=200, order=order, fields="title"))
        still = {title: number for title, number in titles.items() if title.startswith("still ")}
        lost, twice = STILL - len(still), sum(number > 1 for number in still.values())
        if lost or twice:
            faults.append(f"order={order}: {lost} lost, {twice} twice")
        walks[order] += 1


def run(url: str, seconds: float) -> tuple[str, list[str]]:
    """Write, copy and page at once: what was done, and what is wrong."""
    assert python(url, "manage.py", "migrate", "--verbosity", "0").wait() == 0
    _in(url, "prepare()")
    code = "import django; django.setup(); from benchmarks import replica; replica.write({}, {})"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    with serving(url) as site:
        recording, copy, faults = Recording(), {}, []  # type: ignore[var-annotated]
        walks: Counter[str] = Counter()
        follow = documented_client(recording)(site, copy)
        written = threading.Event()
        reader = threading.Thread(target=page_through, args=(site, written, faults, walks))
        writers = [
            python(url, "-c", code.format(number, seconds), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for number in range(WRITERS)
        ]
        reader.start()
        while any(writer.poll() is None for writer in writers):
            next(follow)
        done = 0
        for writer in writers:
            printed, errors = writer.communicate()
            if writer.returncode:
                faults.append(errors.strip().splitlines()[-1])
            done += int(printed or 0)
        written.set()
        reader.join()
        # Now that nobody writes: twice where the feed stands still is all of it.
        cursor = None
        while cursor != (cursor := next(follow)):
            pass
        shown = everything(site)
        changes = set(_in(url, "public_changes()"))
    missed = sorted(changes - set(recording.seen))
    twice = [seq for seq, number in recording.seen.items() if number > 1]
    if missed:
        faults.append(f"{len(missed)} changes were missed, the first {missed[0]}")
    if twice:
        faults.append(f"{len(twice)} changes came twice")
    if copy != shown:
        other = [key for key in copy.keys() | shown.keys() if copy.get(key) != shown.get(key)]
        faults.append(f"{len(other)} records of the copy differ, such as {other[0]}")
    return (
        f"{done} transactions of {WRITERS} writers, {len(changes)} public changes, a copy of {len(copy)} records; "
        f"{sum(walks.values())} walks through the pages, {STILL} untouched records in each"
    ), faults


def public_changes() -> list[int]:
    """The numbers of all public changes."""
    from timeline.models import Revision

    return [number for number in Revision.objects.filter(public=True).values_list("seq", flat=True) if number]


def _in(url: str, expression: str) -> Any:
    return ask(url, f"__import__('benchmarks.replica', fromlist=['replica']).{expression}")


def main() -> int:
    """Exit status 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="how long they write")
    minutes = parser.parse_args().minutes
    with database(os.environ.get("DATABASE_URL", "")) as url:
        done, faults = run(url, minutes * 60)
    for fault in faults[:50]:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{minutes:g} minutes: {done}; {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
