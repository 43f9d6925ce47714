"""How many records a filter would leave: by the values that occur most, by kind, by independent sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet, Sum

from timeline.models import EntryKey, Tally
from timeline.models.entry import MOST_SOURCES
from timeline.query.asked import Query
from timeline.query.filters import filtered
from timeline.query.histogram import labels
from timeline.query.live import count
from timeline.query.parts import in_range
from timeline.query.tallied import tally

#: Filters whose values are offered.
FACETS = ("speaker", "place", "publisher", "tag")
MOST_VALUES = 10
#: Where the tallies do not know, so many records are looked at to count them, and no more: a few tenths of a second.
MOST_COUNTED = 10_000


class Value(NamedTuple):
    """A value as people write it, and how many records of the range have it; None where they are too many to count."""

    label: str
    number: int | None


class Facets:
    """Counts of what a query finds. Each filter's own values are counted as if it were off."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._totals: list[tuple[Query, int | None]] = []
        self._valued: list[tuple[Query, dict[str, Counter[str]]]] = []

    def total(self, query: Query | None = None) -> int | None:
        """How many records there are; None for more than MOST_COUNTED that the tallies do not know."""
        query = query or self.query
        for known, number in self._totals:
            if known == query:
                return number
        number = count(query) if tally(query) is not None else _bounded(query)
        self._totals.append((query, number))
        return number

    def few(self, query: Query) -> bool:
        """Whether the records of a query may be looked at one by one."""
        number = self.total(query)
        return number is not None and number <= MOST_COUNTED

    def frequent(self, name: str, most: int = MOST_VALUES) -> list[Value]:
        """The most frequent values of a filter; of too many records those of all of the range, uncounted."""
        records = replace(self.query, keys={key: found for key, found in self.query.keys.items() if key != name})
        counted = records.plain or self.few(records)
        found: Counter[str] = Counter()
        if records.plain or not counted:
            rows = Tally.objects.filter(_dates(records), name=name, kind__in=records.kinds)
            summed = rows.values_list("value").annotate(number=Sum("count")).filter(number__gt=0)
            found.update(dict(summed.order_by("-number", "value")[:most]))
        else:
            found = self._values(records)[name]
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]
        names = labels(name, [value for value, _ in ordered])
        return [Value(names[value], number if counted else None) for value, number in ordered]

    def _values(self, records: Query) -> dict[str, Counter[str]]:
        """How often each value of each filter occurs among a few records: of all filters at once."""
        for known, values in self._valued:
            if known == records:
                return values
        found: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
        for part in _parts(records):
            keys = EntryKey.objects.filter(name__in=FACETS, entry__in=part.values("pk"))
            for name, value, number in keys.values_list("name", "value").annotate(Count("pk")).order_by():
                found[name][value] += number
        self._valued.append((records, found))
        return found

    def kinds(self) -> dict[str, int] | None:
        """How many events and statements there are, whatever kind is asked for; None where they are too many."""
        records = replace(self.query, kinds=("event", "statement"))
        found = Counter({"event": 0, "statement": 0})
        rows = tally(records)
        if rows is not None:
            found.update(dict(rows.filter(_dates(records)).values_list("kind").annotate(Sum("count")).order_by()))
        elif self.few(records):
            for part in _parts(records):
                found.update(dict(part.values_list("kind").annotate(Count("pk")).order_by()))
        else:
            return None
        return dict(found)

    def sources(self) -> list[int] | None:
        """How many records have at least 1, 2, ... MOST_SOURCES independent sources; None where they are too many."""
        records = replace(self.query, min_sources=1)
        numbers = [0] * MOST_SOURCES
        if records.plain:
            rows = Tally.objects.filter(_dates(records), name="independent", kind__in=records.kinds)
            for value, number in rows.values_list("value").annotate(Sum("count")).order_by():
                numbers[int(value) - 1] = number
            numbers[0] = (self.total(records) or 0) - sum(numbers)
        elif self.few(records):
            for part in _parts(records):
                for found, number in part.values_list("independent_sources").annotate(Count("pk")).order_by():
                    numbers[min(found, MOST_SOURCES) - 1] += number
        else:
            return None
        return list(accumulate(reversed(numbers)))[::-1]


def _bounded(query: Query) -> int | None:
    """How many records there are, none looked at beyond MOST_COUNTED and one."""
    number = 0
    for part in _parts(query):
        number += part.order_by()[: MOST_COUNTED + 1 - number].count()
        if number > MOST_COUNTED:
            return None
    return number


def _parts(query: Query) -> Iterator[QuerySet[Any]]:
    """The records in two parts, as `timeline.query.parts` has them: each has an index that reads none in vain."""
    rows = filtered(query).filter(_dates(query))
    if query.undated or query.first is None:
        yield rows
        return
    yield rows.filter(earliest__gte=query.first)
    if not query.certain:
        yield rows.filter(earliest__lt=query.first, latest__gt=F("earliest"))


def _dates(query: Query) -> Q:
    return Q(earliest=None) if query.undated else in_range(query)
