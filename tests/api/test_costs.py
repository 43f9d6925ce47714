"""What an answer asks of the database: as much for a hundred records as for one."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.timeline.records import AUTHOR, NUMBERS, TEXT, dated
from timeline.ledger import Change, approve, number_changes, write
from timeline.models import Action, Event, Mention, Source, Speaker, Statement
from timeline.query.declared import FORMATS, TABLES

INCLUDES = ("", "speakers", "sources", "speakers,sources")
PATHS = [
    *(f"{listing}/?include={names}" for listing, names in product(("timeline", "events", "statements"), INCLUDES)),
    "sources/", "speakers/",
    *(f"timeline/?format={name}" for name in FORMATS), *(f"speakers/?format={name}" for name in TABLES),
    "timeline/?count=true&q=bridge", "timeline/?order=rank&q=bridge", "changes/",
    "timeline/histogram/", "timeline/histogram/?group_by=place", "timeline/histogram/?group_by=speaker",
]  # fmt: skip


def make(count: int) -> None:
    """So many of each kind, in a few writes."""
    marks = [f"{next(NUMBERS):064}" for _ in range(count)]
    sources = [Source(identity=mark, sha256=mark, fingerprint=mark, text=TEXT, publisher=mark) for mark in marks]
    speakers = [Speaker(name=mark, key=mark) for mark in marks]
    write([Change(record, Action.CREATED) for record in (*sources, *speakers)], AUTHOR)
    events = [
        Event(title="bridge", places=[{"name": mark, "lat": 1.5, "lon": 2.0}], **dated("2020-02")) for mark in marks
    ]
    mentions = [[Mention(source=source, start=0, end=40, text=TEXT[:40])] for source in sources]
    made = [Change(event, Action.CREATED, mentions=found) for event, found in zip(events, mentions, strict=True)]
    statements = [
        Statement(source=source, speaker=speaker, text="The bridge", speech="direct", **dated("2020-02"))
        for source, speaker in zip(sources, speakers, strict=True)
    ]
    write([*made, *(Change(statement, Action.CREATED) for statement in statements)], AUTHOR)
    approve([*events, *statements], AUTHOR)


@pytest.mark.django_db
def test_a_hundred_records_cost_no_more_queries_than_one(client: Client) -> None:
    def costs() -> dict[str, int]:
        number_changes()
        found = {}
        for path in PATHS:
            with CaptureQueriesContext(
                connection,
            ) as asked:
                response: Any = client.get(f"/api/v1/{path}")
                content = b"".join(response.streaming_content) if response.streaming else response.content
            assert response.status_code == 200, content
            found[path] = len(asked)
        return found

    make(1)
    costs()
    one = costs()
    make(99)
    hundred = costs()

    assert {path: cost for path, cost in hundred.items() if cost != one[path]} == {}
    assert max(hundred.values()) <= 10
