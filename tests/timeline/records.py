"""Records for tests, written through the ledger as everything is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from itertools import count
from typing import Any

import orjson
from django.utils import timezone

from extraction import edtf as dates
from extraction.names import folded
from timeline.ledger import Author, Change, approve, write
from timeline.models import Action, Entry, Event, Mention, Source, Speaker, Statement
from timeline.models.dates import date_fields, opened

AUTHOR = Author(reason="test")
NUMBERS = count(1)
TEXT = "On Sunday the council opened the bridge. “It will hold,” said the engineer."


def dated(edtf: str) -> dict[str, Any]:
    """The columns of a date; of an empty text those of none."""
    return date_fields(dates.parse(edtf) if edtf else None)


def document_of(number: int, first: dt.date | None, last: dt.date | None) -> str:
    """What the document of an event without a record says: its number and its days."""
    when = first and {"start": opened(first), "end": last and opened(last)}
    return orjson.dumps({"id": f"event-{number}", "when": when}).decode()


def number_of(document: str) -> int:
    """The number of an event, of its document."""
    return int(orjson.loads(document)["id"].removeprefix("event-"))


def plain_entries(days: Iterable[tuple[int, dt.date | None, dt.date | None]]) -> list[Entry]:
    """Entries of events without records, by number, first day and last day: many, for paging and streams."""
    now = timezone.now()
    return Entry.objects.bulk_create(
        Entry(
            id=4 * n,
            kind="event",
            record_id=n,
            earliest=first,
            latest=last,
            created=now,
            updated=now,
            document=document_of(n, first, last),
        )
        for n, first, last in days
    )


def make_source(edtf: str = "2020-02-16", **fields: Any) -> Source:
    number = next(NUMBERS)
    values = {
        "publisher": "Example Wire",
        "title": f"Article {number}",
        "url": f"https://news.example/{number}",
        "text": TEXT,
        **dated(edtf),
        **fields,
    }
    mark = hashlib.sha256(f"{number}".encode()).hexdigest()
    source = Source(identity=f"url:{mark}", sha256=mark, fingerprint=mark, **values)
    write([Change(source, Action.CREATED)], AUTHOR)
    return source


def make_speaker(name: str, **fields: Any) -> Speaker:
    speaker = Speaker(name=name, key=folded(name), **fields)
    write([Change(speaker, Action.CREATED)], AUTHOR)
    return speaker


def make_event(
    edtf: str = "2020-02-16", *, sources: list[Source] | None = None, publish: bool = True, **fields: Any
) -> Event:
    event = Event(**{"title": "The council opened the bridge", **dated(edtf), **fields})
    mentions = [
        Mention(source=source, start=0, end=40, text=source.text[:40], **dated(edtf))
        for source in sources or [make_source()]
    ]
    write([Change(event, Action.CREATED, mentions=mentions)], AUTHOR)
    if publish:
        approve([event], AUTHOR)
    return event


def make_statement(
    edtf: str = "2020-02-16", *, source: Source | None = None, publish: bool = True, **fields: Any
) -> Statement:
    statement = Statement(
        **{
            "source": source or make_source(),
            "text": "It will hold,",
            "speech": "direct",
            "spans": [[41, 54]],
            "basis": "stated",
            **dated(edtf),
            **fields,
        }
    )
    write([Change(statement, Action.CREATED)], AUTHOR)
    if publish:
        approve([statement], AUTHOR)
    return statement
