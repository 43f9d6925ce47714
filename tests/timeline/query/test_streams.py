"""Streams: everything in order, whatever the reader does meanwhile."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from django.http import QueryDict

from tests.timeline.records import number_of, plain_entries
from timeline.models import Entry
from timeline.query import Query, stream

ALL = list(range(2300))


@pytest.fixture
def many() -> None:
    """More records than are fetched at once, some of them undated."""
    days = {n: dt.date(2010 + n // 200, 2, 10) if n < 1900 else None for n in ALL}
    plain_entries((n, days[n], days[n]) for n in ALL)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_it_gives_every_record_once_and_in_order() -> None:
    forward = [number_of(document) for document in stream(Query.read("events", QueryDict("")))]
    backward = [number_of(document) for document in stream(Query.read("events", QueryDict("order=-start")))]
    some = [number_of(document) for document in stream(Query.read("events", QueryDict("limit=1000")))]

    assert forward == ALL
    assert backward == [*ALL[1899::-1], *ALL[:1899:-1]]
    assert some == ALL[:1000]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("many")
def test_a_reader_who_goes_away_leaves_nothing_behind() -> None:
    before = threading.active_count()
    reading = iter(stream(Query.read("events", QueryDict(""))))
    assert [number_of(next(reading)) for _ in range(700)] == list(range(700))
    reading.close()

    assert threading.active_count() == before
    assert Entry.objects.count() == len(ALL)
    assert sum(1 for _ in stream(Query.read("events", QueryDict("")))) == len(ALL)
