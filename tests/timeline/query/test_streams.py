"""Streams: everything in order, whatever the reader does meanwhile."""

from __future__ import annotations

import threading

import pytest
from django.http import QueryDict

from tests.timeline.records import plain_entries
from timeline.models import Entry
from timeline.query import Query, stream

ALL = list(range(2300))


@pytest.fixture
def many() -> None:
    """More records than are fetched at once, some of them undated."""
    days = {n: f"20{10 + n // 200}-02-10" if n < 1900 else None for n in ALL}
    plain_entries((n, days[n], days[n], str(n)) for n in ALL)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_it_gives_every_record_once_and_in_order() -> None:
    forward = [int(document) for document in stream(Query.read("events", QueryDict("")))]
    backward = [int(document) for document in stream(Query.read("events", QueryDict("order=-start")))]
    some = [int(document) for document in stream(Query.read("events", QueryDict("limit=1000")))]

    assert forward == ALL
    assert backward == [*ALL[1899::-1], *ALL[:1899:-1]]
    assert some == ALL[:1000]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_a_reader_who_goes_away_leaves_nothing_behind() -> None:
    before = threading.active_count()
    reading = iter(stream(Query.read("events", QueryDict(""))))
    assert [next(reading) for _ in range(700)] == [str(n) for n in range(700)]
    reading.close()

    assert threading.active_count() == before
    assert Entry.objects.count() == len(ALL)
    assert sum(1 for _ in stream(Query.read("events", QueryDict("")))) == len(ALL)
