"""The values of a filter that occur most, among the records that all other filters leave."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet, Sum

from timeline.models import EntryKey, Tally
from timeline.query.asked import Query
from timeline.query.histogram import labels
from timeline.query.live import in_range, matching

#: Filters that the tallies and the keys count by.
FACETS = ("speaker", "place", "publisher", "tag")
MOST_VALUES = 10
#: Independent sources are told apart up to here.
MOST_SOURCES = 5


class Value(NamedTuple):
    """A value as people write it, and how many records of the range have it."""

    label: str
    number: int


def frequent(query: Query, name: str, most: int = MOST_VALUES) -> list[Value]:
    """The most frequent values of a filter; what the filter itself is set to does not narrow its own values."""
    records = replace(query, keys={key: values for key, values in query.keys.items() if key != name})
    dates = _dates(records)
    counted: QuerySet[Any]
    if records.plain:
        counted = Tally.objects.filter(dates, name=name, kind__in=records.kinds)
        counted = counted.values_list("value").annotate(number=Sum("count"))
    else:
        counted = EntryKey.objects.filter(name=name, entry__in=matching(records).filter(dates).values("pk"))
        counted = counted.values_list("value").annotate(number=Count("pk"))
    rows = counted.filter(number__gt=0).order_by("-number", "value")
    found = list(rows[:most])
    names = labels(name, [value for value, _ in found])
    return [Value(names[value], number) for value, number in found]


def kinds(query: Query) -> dict[str, int]:
    """How many events and statements there are, whatever kind is asked for."""
    records = replace(query, kinds=("event", "statement"))
    dates = _dates(records)
    counted: QuerySet[Any]
    if records.plain:
        counted = Tally.objects.filter(dates, name="").values_list("kind").annotate(number=Sum("count"))
    else:
        counted = matching(records).filter(dates).values_list("kind").annotate(number=Count("pk"))
    return {"event": 0, "statement": 0, **dict(counted.order_by())}


def sources(query: Query) -> list[int]:
    """How many records have at least 1, 2, ... independent sources, up to MOST_SOURCES."""
    records = replace(query, min_sources=1)
    counted = matching(records).filter(_dates(records)).values_list("independent_sources").annotate(Count("pk"))
    numbers = [0] * MOST_SOURCES
    for found, number in counted.order_by():
        numbers[min(found, MOST_SOURCES) - 1] += number
    return list(accumulate(reversed(numbers)))[::-1]


def _dates(query: Query) -> Q:
    return Q(earliest=None) if query.undated else in_range(query)
