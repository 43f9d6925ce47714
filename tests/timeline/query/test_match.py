"""`match` against brute force: a record is the set of its days, and so is a range."""

from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.timeline.records import number_of, plain_entries
from timeline.ledger.tallies import Counted, difference
from timeline.models import OPEN_END, OPEN_START, Entry, Tally
from timeline.query import Query, page

FIRST = dt.date(2019, 12, 25)
SPAN = 14
DAYS = [FIRST + dt.timedelta(days=n) for n in range(SPAN)]
WHOLE = frozenset(range(-1, SPAN + 1))
"""Days by number; -1 stands for all the time before, SPAN for all after."""

day = st.integers(0, SPAN - 1)
points = day.map(lambda n: (n, n))
intervals = st.tuples(day, day).map(lambda pair: (min(pair), max(pair)))
records = st.lists(
    st.one_of(points, intervals, day.map(lambda n: (-1, n)), day.map(lambda n: (n, SPAN)), st.none()), max_size=12
)


def covered(record: tuple[int, int]) -> frozenset[int]:
    return frozenset(range(record[0], record[1] + 1))


def stored(number: int) -> dt.date:
    return OPEN_START if number < 0 else OPEN_END if number >= SPAN else DAYS[number]


def expected(record: tuple[int, int] | None, start: int | None, end: int | None, certain: bool, opened: bool) -> bool:
    if record is None:
        return start is None and end is None
    asked = covered((-1 if start is None else start, SPAN if end is None else end))
    if record[0] < 0 and not opened and (start is not None or end is not None):
        return False
    return covered(record) <= asked if certain else bool(covered(record) & asked)


@pytest.mark.django_db
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    records=records,
    start=st.none() | day,
    end=st.none() | day,
    certain=st.booleans(),
    opened=st.booleans(),
    order=st.sampled_from(["start", "-start"]),
    limit=st.integers(1, 5),
)
def test_it_finds_what_brute_force_over_days_finds_on_pages_of_any_size(
    records: list[tuple[int, int] | None],
    start: int | None,
    end: int | None,
    certain: bool,
    opened: bool,
    order: str,
    limit: int,
) -> None:
    if start is not None and end is not None and start > end:
        start, end = end, start
    Entry.objects.all().delete()
    Tally.objects.all().delete()
    entries = plain_entries((n, *(map(stored, record) if record else (None, None))) for n, record in enumerate(records))
    for entry in entries:
        after = Counted("event", entry.earliest, entry.latest, frozenset())
        Tally.objects.bulk_create(difference(None, after, {}))
    asked = QueryDict(mutable=True)
    asked.update({"match": "certain" if certain else "possible", "open": str(opened).lower()})
    asked.update({"order": order, "limit": str(limit)})
    if start is not None:
        asked["from"] = DAYS[start].isoformat()
    if end is not None:
        asked["to"] = DAYS[end].isoformat()

    found: list[int] = []
    while True:
        answer = page(Query.read("events", asked))
        found += map(number_of, answer.documents)
        if answer.next is None:
            break
        asked["cursor"] = str(answer.next)

    wanted = {n for n, record in enumerate(records) if expected(record, start, end, certain, opened)}
    assert len(found) == len(set(found))
    assert set(found) == wanted
    keys = [(stored(records[n][0]), n) for n in found if records[n] is not None]  # type: ignore[index]
    assert keys == sorted(keys, reverse=order == "-start")
