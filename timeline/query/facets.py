"""How many records a filter would leave: by the values that occur most, by kind, by independent sources.

The tallies know most counts; where they do not, a few records are counted one by one, and many from a sample.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from django.db.models import Count, F, Q, QuerySet, Sum

from extraction.names import folded
from timeline.models import EntryKey, Tally
from timeline.models.entry import MOST_SOURCES
from timeline.query.asked import Query, named
from timeline.query.filters import filtered
from timeline.query.histogram import Bucket, HistogramQuery, histogram, labels, spread
from timeline.query.live import count
from timeline.query.parts import in_range
from timeline.query.sampled import Amount, Sample, sample
from timeline.query.tallied import VALUE, tally

#: Filters whose values are offered.
FACETS = ("speaker", "place", "publisher", "tag")
KINDS = ("event", "statement")
MOST_VALUES = 10
#: Where the tallies do not know, so many records are counted one by one, and no more: a few tenths of a second.
MOST_COUNTED = 10_000
Found = TypeVar("Found")


class Value(NamedTuple):
    """A value as people write it, and how many records of the range have it."""

    label: str
    amount: Amount


class Facets:
    """Counts of what a query finds. Each filter's own values are counted as if it were off."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._known: list[tuple[str, Query, Any]] = []

    def total(self, query: Query | None = None) -> Amount:
        """How many records there are."""
        query = query or self.query
        number = self._exact(query)
        if number is not None:
            return Amount(number)
        found = self._sample(query)
        return Amount(max(found.number(len(found.records)), MOST_COUNTED), "about")

    def exact(self, query: Query) -> bool:
        """Whether the records of a query are counted, and not told from a sample."""
        return self._exact(query) is not None

    def frequent(self, name: str, also: Iterable[str] = ()) -> list[Value]:
        """The most frequent values of a filter, and those that are asked for by name."""
        records = replace(self.query, keys={key: found for key, found in self.query.keys.items() if key != name})
        if records.plain or self._few(records):
            counted = self._tallied(records, name) if records.plain else self._values(records)[name]
            chosen = counted
            seen = None
        else:
            seen = self._sample(records)
            choosing, counting = self._sampled(records)
            chosen, counted = choosing[name], counting[name]

        def amount(value: str) -> Amount:
            return seen.amount(counted[value], part=2) if seen else Amount(counted[value])

        most = sorted(chosen, key=lambda value: (-chosen[value], value))[:MOST_VALUES]
        names = labels(name, most)
        ordered = sorted(most, key=lambda value: (-counted[value], value))
        found = [Value(names[value], amount(value)) for value in ordered]
        offered = {folded(value.label) for value in found}
        for value in dict.fromkeys(also):
            if folded(value) in offered:
                continue
            if name == "speaker" or records.plain:
                found.append(
                    Value(value, self.total(replace(records, keys={**records.keys, **named({name: [value]})})))
                )
            else:
                found.append(Value(value, amount(folded(value)[:VALUE])))
        return found

    def kinds(self) -> dict[str, Amount]:
        """How many events and statements there are, whatever kind is asked for."""
        records = replace(self.query, kinds=KINDS)
        found = Counter(dict.fromkeys(KINDS, 0))
        rows = tally(records)
        if rows is not None:
            found.update(dict(rows.filter(_dates(records)).values_list("kind").annotate(Sum("count")).order_by()))
        elif self._few(records):
            for part in _parts(records):
                found.update(dict(part.values_list("kind").annotate(Count("pk")).order_by()))
        else:
            seen = self._sample(records)
            hits = Counter(record.kind for record in seen.records)
            return {kind: seen.amount(hits[kind]) for kind in KINDS}
        return {kind: Amount(found[kind]) for kind in KINDS}

    def sources(self) -> list[Amount]:
        """How many records have at least 1, 2, ... MOST_SOURCES independent sources."""
        records = replace(self.query, min_sources=1)
        numbers = Counter[int]()
        seen: Sample | None = None
        if records.plain:
            rows = Tally.objects.filter(_dates(records), name="independent", kind__in=records.kinds)
            for value, number in rows.values_list("value").annotate(Sum("count")).order_by():
                numbers[int(value)] = number
        elif self._few(records):
            for part in _parts(records):
                for found, number in part.values_list("independent_sources").annotate(Count("pk")).order_by():
                    numbers[min(found, MOST_SOURCES)] += number
        else:
            seen = self._sample(records)
            numbers.update(min(record.independent_sources, MOST_SOURCES) for record in seen.records)
        above = [sum(numbers[n] for n in range(least, MOST_SOURCES + 1)) for least in range(2, MOST_SOURCES + 1)]
        return [self.total(records), *(seen.amount(number) if seen else Amount(number) for number in above)]

    def density(self, query: Query, interval: str) -> list[Bucket]:
        """The records of a query's range, by stretches of it; rounded where `exact` says no."""
        assert query.first
        assert query.last
        if self.exact(query):
            return histogram(HistogramQuery(query, interval)).buckets
        seen = self._sample(query)
        dated = Counter((record.earliest, record.latest) for record in seen.records)
        dates = [(first, last, hits) for (first, last), hits in dated.items() if first and last]
        return [
            bucket._replace(possible=seen.number(bucket.possible), certain=seen.number(bucket.certain))
            for bucket in spread(query.first, query.last, interval, dates)
        ]

    def _exact(self, query: Query) -> int | None:
        """How many records there are; None for more than MOST_COUNTED that the tallies do not know."""
        return self._once("exact", query, lambda: count(query) if tally(query) is not None else _bounded(query))

    def _few(self, query: Query) -> bool:
        """Whether the records of a query may be counted one by one."""
        number = self._exact(query)
        return number is not None and number <= MOST_COUNTED

    def _sample(self, query: Query) -> Sample:
        return self._once("sample", query, lambda: sample(query))

    def _tallied(self, records: Query, name: str) -> Counter[str]:
        """The most frequent values of a filter in a range."""
        rows = Tally.objects.filter(_dates(records), name=name, kind__in=records.kinds)
        summed = rows.values_list("value").annotate(number=Sum("count")).filter(number__gt=0)
        return Counter(dict(summed.order_by("-number", "value")[:MOST_VALUES]))

    def _values(self, records: Query) -> dict[str, Counter[str]]:
        """How often each value of each filter occurs among a few records: of all filters at once."""

        def look() -> dict[str, Counter[str]]:
            found: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
            for part in _parts(records):
                keys = EntryKey.objects.filter(name__in=FACETS, entry__in=part.values("pk"))
                for name, value, number in keys.values_list("name", "value").annotate(Count("pk")).order_by():
                    found[name][value] += number
            return found

        return self._once("values", records, look)

    def _sampled(self, records: Query) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
        return self._once("sampled", records, lambda: self._sample(records).values(FACETS))

    def _once(self, what: str, query: Query, look: Callable[[], Found]) -> Found:
        """What was found for a query, which is looked for once."""
        for known, asked, found in self._known:
            if known == what and asked == query:
                return found  # type: ignore[no-any-return]
        found = look()
        self._known.append((what, query, found))
        return found


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
