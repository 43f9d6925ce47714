"""How many records there are in each day, week, month, quarter or year, possibly and certainly."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Case, Count, DateField, F, Max, QuerySet, Sum, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Greatest, Trunc
from django.http import QueryDict

from extraction.edtf import FIRST_DAY, LAST_DAY
from timeline.models import OPEN_END, OPEN_START, EntryKey, Speaker, Tally
from timeline.models.dates import ONE_DAY
from timeline.query import parameters as p
from timeline.query.asked import COLUMNS, Query, bounds, contradictions, named, window
from timeline.query.declared import FILTERS, JSON_ALONE, UPDATED_SINCE, chosen
from timeline.query.filters import filtered
from timeline.query.parts import in_range
from timeline.query.tallied import tally

INTERVALS = ("day", "week", "month", "quarter", "year")
GROUPS = ("kind", "place", "speaker", "publisher", "tag")
#: Buckets of one answer, and groups of it.
MOST_BUCKETS = 4000
MOST_GROUPS = 20
PARAMETERS = (
    *(parameter for parameter in FILTERS["timeline"] if parameter.name not in ("match", "undated")),
    UPDATED_SINCE,
    JSON_ALONE,
    chosen("interval", "How long a bucket is; weeks begin on Monday.", INTERVALS, default="month"),
    chosen("group_by", f"Also by the {MOST_GROUPS} most frequent of these.", GROUPS),
)


@dataclass(frozen=True, slots=True)
class HistogramQuery:
    """Which records, in which buckets, by what."""

    records: Query
    interval: str = "month"
    group_by: str | None = None

    @classmethod
    def read(cls, given: QueryDict) -> HistogramQuery:
        """The query of a URL. Raises BadQuery."""
        values: dict[str, Any] = p.read(PARAMETERS, given)
        problems = contradictions(values)
        first, last = window(values, *bounds(values))
        interval = values.get("interval", "month")
        if first is None or last is None or not OPEN_START < first <= last < OPEN_END:
            problems = problems or endless(values, first, last)
        else:
            length = {"day": 1, "week": 7, "month": 28, "quarter": 90, "year": 365}[interval]
            if (last - first).days // length > MOST_BUCKETS:
                detail = f"would make more than {MOST_BUCKETS} buckets; ask for longer ones or a shorter range"
                problems.append(p.Problem("interval", detail, "invalid"))
        if problems:
            raise p.BadQuery(problems)
        records = Query(
            listing="timeline",
            first=first,
            last=last,
            open=values.get("open", False),
            kinds=tuple(sorted(set(values.get("kind") or ("event", "statement")))),
            columns={name: values[name] for name in COLUMNS if name in values},
            keys=named(values),
            min_sources=values.get("min_sources", 1),
            search=values.get("q"),
            bbox=values.get("bbox"),
            located=values.get("located"),
            updated_since=values.get("updated_since"),
        )
        return cls(records, interval, values.get("group_by"))


def endless(values: dict[str, Any], first: dt.date | None, last: dt.date | None) -> list[p.Problem]:
    """What is wrong with the ends of a range that has no buckets, of each end that is at fault."""
    problems = []
    for name, day in (("from", first), ("to", last)):
        if day is None and name not in values:
            # Neither is needed alone: one contradicts the absence of the other, which no description can say.
            problems.append(p.Problem(name, "is needed: a histogram has two ends", "contradiction"))
        elif day is None:
            problems.append(p.Problem(name, "is open: a histogram has two ends", "invalid"))
        elif not OPEN_START < day < OPEN_END:
            detail = f"lies outside the days of a histogram, {FIRST_DAY} to {LAST_DAY}"
            problems.append(p.Problem(name, detail, "invalid"))
    return problems


#: A first and a last day, and how many records have them: plain tuples, of which an answer reads thousands.
Dates = tuple[dt.date, dt.date, int]


class Bucket(NamedTuple):
    """A stretch of time (inclusive days) and its counts; with groups, theirs by value."""

    start: dt.date
    end: dt.date
    possible: int
    certain: int
    groups: dict[str, tuple[int, int]]


class Histogram(NamedTuple):
    """Buckets in order, and what the groups are called: the most frequent first."""

    buckets: list[Bucket]
    labels: dict[str, str]


def histogram(query: HistogramQuery) -> Histogram:
    """The counts. Where the tallies know the answer, its cost follows the dates that occur, not the records."""
    assert query.records.first
    assert query.records.last
    whole = spread(query.records.first, query.records.last, query.interval, _dates(query))
    if not query.group_by:
        return Histogram(whole, {})
    spans = [(bucket.start, bucket.end) for bucket in whole]
    by_group: dict[str, list[Dates]] = defaultdict(list)
    for group, *dates in _dates_by(query, query.group_by):
        by_group[group].append(tuple(dates))
    frequency = sorted((-sum(number for *_, number in dates), group) for group, dates in by_group.items())
    top = [group for _, group in frequency[:MOST_GROUPS]]
    counted = {group: _counts(spans, by_group[group]) for group in top}
    found = [
        bucket._replace(groups={group: counted[group][n] for group in top if counted[group][n][0]})
        for n, bucket in enumerate(whole)
    ]
    return Histogram(found, labels(query.group_by, top))


def spread(first: dt.date, last: dt.date, interval: str, dates: Iterable[Dates]) -> list[Bucket]:
    """The buckets of a range with the counts that dates make in them."""
    spans = list(buckets(first, last, interval))
    return [Bucket(*span, *counts, {}) for span, counts in zip(spans, _counts(spans, dates), strict=True)]


def _counts(spans: list[tuple[dt.date, dt.date]], dates: Iterable[Dates]) -> list[tuple[int, int]]:
    """For each span, in order: how many records overlap it, and how many lie in it."""
    starts = [start for start, _ in spans]
    days, certain = [0] * len(spans), [0] * len(spans)
    changes = [0] * (len(spans) + 1)
    for earliest, latest, number in dates:
        if earliest == latest:  # as most are: it lies in one span, and wholly
            days[bisect_right(starts, earliest) - 1] += number
            continue
        first = max(bisect_right(starts, earliest) - 1, 0)
        last = bisect_right(starts, latest) - 1
        changes[first] += number
        changes[last + 1] -= number
        if first == last and spans[first][0] <= earliest and latest <= spans[first][1]:
            certain[first] += number
    running, counts = 0, []
    for n in range(len(spans)):
        running += changes[n]
        counts.append((running + days[n], certain[n] + days[n]))
    return counts


def _dates(query: HistogramQuery) -> Iterable[Dates]:
    """The dates that occur in the range, and how often."""
    records, ends = query.records, _ends(query)
    rows = tally(records)
    if rows is not None:
        return _summed(rows.filter(in_range(records)), *ends)
    return _counted(filtered(records).filter(in_range(records)), *ends)


def _dates_by(query: HistogramQuery, by: str) -> Iterable[tuple[Any, ...]]:
    """The same, each behind the value of its group."""
    records, ends = query.records, _ends(query)
    rows = tally(records) if by == "kind" or records.plain else None
    if rows is not None and by == "kind":
        return _summed(rows.filter(in_range(records)), F("kind"), *ends)
    if rows is not None:
        rows = Tally.objects.filter(in_range(records), kind__in=records.kinds, name=by)
        # A year of news names thousands of places on every day; only the dates of the few that are shown are read.
        most = rows.values_list("value").annotate(number=Sum("count")).order_by("-number", "value")[:MOST_GROUPS]
        return _summed(rows.filter(value__in=[value for value, _ in most]), F("value"), *ends)
    entries = filtered(records).filter(in_range(records))
    if by == "kind":
        return _counted(entries, F("kind"), *ends)
    # By way of the ids: a join would count a record once for each of its other keys.
    return _counted(EntryKey.objects.filter(name=by, entry__in=entries.values("pk")), F("value"), *ends)


def _summed(rows: QuerySet[Tally], *columns: Combinable) -> Iterable[Any]:
    return rows.values_list(*columns).annotate(number=Sum("count")).filter(number__gt=0)


def _counted(rows: QuerySet[Any], *columns: Combinable) -> Iterable[Any]:
    found: Iterable[Any] = rows.values_list(*columns).annotate(number=Count("pk")).order_by()
    return found


def _ends(query: HistogramQuery) -> tuple[Combinable, Combinable]:
    """The first and the last day of a record as far as counts depend on them: the first of its bucket, for each.

    So the database sums up what makes no difference, and sends rows for buckets rather than for days. What lies out
    of the range is the day before or after it.
    """
    first, last = query.records.first, query.records.last
    assert first
    assert last
    if query.interval == "day":
        return F("earliest"), F("latest")

    def bucket(column: str, out: When) -> Case:
        begins = Cast(Trunc(column, query.interval, output_field=DateField()), DateField())
        return Case(out, default=Greatest(begins, Value(first)), output_field=DateField())

    return (
        bucket("earliest", When(earliest__lt=first, then=Value(first - ONE_DAY))),
        bucket("latest", When(latest__gt=last, then=Value(last + ONE_DAY))),
    )


def labels(name: str, values: list[str]) -> dict[str, str]:
    """What values of a group are called: as people write them."""
    if name == "kind":
        return {value: value for value in values}
    if name == "speaker":
        known = {
            str(number): called for number, called in Speaker.objects.filter(pk__in=values).values_list("pk", "name")
        }
    else:
        rows = Tally.objects.filter(name=name, value__in=values).exclude(label="")
        known = dict(rows.values_list("value").annotate(Max("label")))
    return {value: known.get(value, value) for value in values}


def buckets(first: dt.date, last: dt.date, interval: str) -> Iterator[tuple[dt.date, dt.date]]:
    """The buckets of a range, the first and the last cut to it."""
    start = first
    while start <= last:
        following = _following(start, interval)
        yield start, min(following - ONE_DAY, last)
        start = following


def _following(day: dt.date, interval: str) -> dt.date:
    """The first day of the next bucket."""
    if interval == "day":
        return day + ONE_DAY
    if interval == "week":
        return day + dt.timedelta(days=7 - day.weekday())
    if interval == "year":
        return dt.date(day.year + 1, 1, 1)
    months = 1 if interval == "month" else 3
    at = (day.month - 1) // months * months + months
    return dt.date(day.year + at // 12, at % 12 + 1, 1)


__all__ = ["Bucket", "Dates", "Histogram", "HistogramQuery", "buckets", "histogram", "spread"]
