"""A sample of what a query finds, for counts of more records than can be looked at while a reader waits.

Every so many numbers of records are looked at, by a step that is prime, so that no rhythm of imports goes with it.
The same numbers are looked at for every query: what they need of the disk stays in memory.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet
from django.db.models.lookups import Exact

from timeline.models import Entry, EntryKey
from timeline.models.entry import SAMPLED
from timeline.query.asked import Query
from timeline.query.filters import filtered, key
from timeline.query.live import count
from timeline.query.parts import in_range

#: Numbers that a sample is chosen among; of these so many records are looked at; and as many more, up to a bound, where
#: fewer than enough of them match.
MOST_READ = 30_000
LOOKED_AT = 2500
ENOUGH = 400
MOST_LOOKED_AT = 10_000
#: Below so many in the sample a number is told by its first digit alone.
FEW = 30
#: How many would have to be expected for 0, 1, ... 9 to be found in one case of 40 (the bounds of Poisson's law).
AT_MOST = (3.69, 5.58, 7.23, 8.77, 10.25, 11.67, 13.06, 14.43, 15.77, 17.09)


class Sampled(NamedTuple):
    """What is counted of a record."""

    id: int
    kind: str
    earliest: dt.date | None
    latest: dt.date | None
    independent_sources: int


class Amount(NamedTuple):
    """A number of records: exact, or told from a sample ("about"), or at most so many ("under")."""

    number: int
    word: str = ""

    def __str__(self) -> str:
        return f"{self.word} {self.number:,}".lstrip()


class Sample(NamedTuple):
    """Records of a query, and how many each of them stands for."""

    records: list[Sampled]
    each: float

    def number(self, found: int, *, part: int = 1) -> int:
        """How many records so many of the sample, or of a `part`-th of it, stand for: rounded to what can be told."""
        number = round(found * self.each * part)
        digits = len(str(number)) - (1 if found < FEW else 2)
        return round(number, -digits) if digits > 0 else number

    def amount(self, found: int, *, part: int = 1) -> Amount:
        """The same in words; of fewer than ten no more than what there are at most, in 39 cases of 40."""
        if found >= len(AT_MOST):
            return Amount(self.number(found, part=part), "about")
        most = math.ceil(AT_MOST[found] * self.each * part)
        unit = 10 ** (len(str(most)) - 1)
        return Amount(math.ceil(most / unit) * unit, "under")

    def values(self, names: Iterable[str]) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
        """How often each value of filters occurs in the two halves of the sample.

        One half says which values are frequent, and the other how frequent they are: where many occur about as often,
        those that one half has the most of by chance alone would be counted too high in it.
        """
        ids = [record.id for record in self.records]
        return _counted(ids[::2], names), _counted(ids[1::2], names)


def sample(query: Query) -> Sample:
    """A sample of the query's records in its range, whatever its cursor."""
    rows, id, number, rest = _candidates(query)
    if number > MOST_READ:
        rows = rows.filter(Exact(F(id) % prime(number // MOST_READ), 0))
    read = set(rows.order_by().values_list(id, flat=True))
    order = sorted(read, key=_scattered)
    found: list[Sampled] = []
    looked = 0
    while len(found) < ENOUGH and looked < min(len(order), MOST_LOOKED_AT):
        chosen = order[looked : looked + LOOKED_AT]
        looked += len(chosen)
        rows_by_id = {row[0]: row for row in filtered(rest).filter(pk__in=chosen).values_list(*Sampled._fields)}
        found += [Sampled(*rows_by_id[id]) for id in chosen if id in rows_by_id]
    return Sample(found, number / max(looked, 1))


def prime(least: int) -> int:
    """The smallest prime of at least 11 that is not less than a number: no rhythm of the numbers goes with it."""
    number = max(least, 11)
    while any(number % divisor == 0 for divisor in range(2, int(number**0.5) + 1)):
        number += 1
    return number


def _scattered(number: int) -> int:
    """Numbers in an order that is always the same, and that nothing about records goes with."""
    return hash((number, number))


def _candidates(query: Query) -> tuple[QuerySet[Any], str, int, Query]:
    """Rows of an index by which all records can be found, the column of their ids, how many records all stand for, and
    the query less what the rows say already.

    Rows of the rarest key that is asked for; where none is, each seventh record of the range.
    """
    dates = Q(earliest=None) if query.undated else in_range(query)
    best: tuple[QuerySet[Any], str, int, Query] | None = None
    for name, values in query.keys.items():
        rows = EntryKey.objects.filter(key(name, values), dates)
        number = rows.count()
        if best is None or number < best[2]:
            rest = {other: found for other, found in query.keys.items() if other != name}
            best = rows, "entry_id", number, replace(query, keys=rest)
    if best is None:
        plain = Query(query.listing, query.first, query.last, query.certain, query.open, query.undated)
        best = Entry.objects.filter(dates, SAMPLED), "id", count(plain), query
    return best


def _counted(ids: list[int], names: Iterable[str]) -> dict[str, Counter[str]]:
    keys = EntryKey.objects.filter(entry__in=ids, name__in=names).order_by()
    found: dict[str, Counter[str]] = {name: Counter() for name in names}
    for name, value, number in keys.values_list("name", "value").annotate(Count("pk")):
        found[name][value] = number
    return found
