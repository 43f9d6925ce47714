"""The values of a filter that occur most, among the records that all other filters leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet, Sum

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
    found: Counter[str] = Counter()
    if records.plain:
        rows = Tally.objects.filter(_dates(records), name=name, kind__in=records.kinds)
        counted = rows.values_list("value").annotate(number=Sum("count")).filter(number__gt=0)
        found.update(dict(counted.order_by("-number", "value")[:most]))
    else:
        for part in _parts(records):
            keys = EntryKey.objects.filter(name=name, entry__in=part.values("pk"))
            found.update(dict(keys.values_list("value").annotate(Count("pk")).order_by()))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]
    names = labels(name, [value for value, _ in ordered])
    return [Value(names[value], number) for value, number in ordered]


def kinds(query: Query) -> dict[str, int]:
    """How many events and statements there are, whatever kind is asked for."""
    records = replace(query, kinds=("event", "statement"))
    found = Counter({"event": 0, "statement": 0})
    if records.plain:
        rows = Tally.objects.filter(_dates(records), name="").values_list("kind").annotate(Sum("count"))
        found.update(dict(rows.order_by()))
    else:
        for part in _parts(records):
            found.update(dict(part.values_list("kind").annotate(Count("pk")).order_by()))
    return dict(found)


def sources(query: Query) -> list[int]:
    """How many records have at least 1, 2, ... independent sources, up to MOST_SOURCES."""
    numbers = [0] * MOST_SOURCES
    for part in _parts(replace(query, min_sources=1)):
        for found, number in part.values_list("independent_sources").annotate(Count("pk")).order_by():
            numbers[min(found, MOST_SOURCES) - 1] += number
    return list(accumulate(reversed(numbers)))[::-1]


def _parts(query: Query) -> Iterator[QuerySet[Any]]:
    """The records in two parts, as `timeline.query.live` reads them: each has an index that reads none in vain."""
    rows = matching(query).filter(_dates(query))
    if query.undated or query.first is None:
        yield rows
        return
    yield rows.filter(earliest__gte=query.first)
    if not query.certain:
        yield rows.filter(earliest__lt=query.first, latest__gt=F("earliest"))


def _dates(query: Query) -> Q:
    return Q(earliest=None) if query.undated else in_range(query)
