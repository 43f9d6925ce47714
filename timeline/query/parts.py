"""An answer in parts that follow each other in order, each read by an index that reads no record in vain."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    BooleanField,
    DateField,
    DateTimeField,
    F,
    FilteredRelation,
    Func,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.sql.compiler import SQLCompiler

from extraction.names import folded
from timeline.models import OPEN_START, EntryKey, Tally
from timeline.query.asked import Query
from timeline.query.cursors import Cursor
from timeline.query.filters import filtered
from timeline.query.search import After
from timeline.query.statements import Blank
from timeline.query.tallied import VALUE


class Begins(Func):
    """A condition on entries: on their first day begins one that lies before a day and reaches it.

    The tallies know the dates of all entries, each pair once. As a list of days PostgreSQL takes them one by one
    into an index, and keeps its order; as a subquery it would join, and sort.
    """

    output_field = BooleanField()

    def __init__(self, day: Any) -> None:
        known = Tally.objects.filter(name="", value="", latest__gt=F("earliest"), latest__gte=day, earliest__lt=day)
        super().__init__(F("earliest"), Subquery(known.values("earliest").distinct()))

    def as_sql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Whether the day is among those of the subquery."""
        (day, _), (known, values) = map(compiler.compile, self.get_source_expressions())
        listed = f"= ANY(ARRAY{known})" if connection.vendor == "postgresql" else f"IN {known}"
        return f"{day} {listed}", list(values)


class Bounds(NamedTuple):
    """What a statement compares with: the range's days, and the cursor's key and id; or blanks for them."""

    first: Any
    last: Any
    key: Any
    id: Any


#: By whether the order is one of dates.
BLANKS = {
    dated: Bounds(
        Blank("first", DateField()),
        Blank("last", DateField()),
        Blank("key", DateField() if dated else DateTimeField()),
        Blank("id", BigIntegerField()),
    )
    for dated in (True, False)
}


class Part(NamedTuple):
    """A stretch of the answer in order: its records, the columns that it is ordered by, and whether they have dates."""

    rows: QuerySet[Any]
    key: str
    id: str = "id"
    dated: bool = True


def in_range(query: Query, bounds: Bounds | None = None) -> Q:
    """The condition on `earliest` and `latest` that a range and `match` make."""
    first, last = (bounds.first, bounds.last) if bounds else (query.first, query.last)
    condition = Q(earliest__isnull=False)
    if not query.open:
        condition &= Q(earliest__gt=OPEN_START)
    if query.first:
        condition &= Q(earliest__gte=first) if query.certain else Q(latest__gte=first)
    if query.last:
        condition &= Q(latest__lte=last) if query.certain else Q(earliest__lte=last)
    return condition


def shape(query: Query) -> Hashable:
    """What the SQL of a page depends on: all of the query but its days and where its cursor stands."""
    cursor = (query.cursor.key is not None, _passed(query, query.cursor)) if query.cursor else None
    given = tuple((name, *values) for found in (query.columns, query.keys) for name, values in found.items())
    return (
        query.listing, query.kinds, query.first is None, _begun(query), query.last is None, query.certain, query.open,
        query.undated, given, query.min_sources, query.search, query.bbox, query.located, query.updated_since,
        query.order, cursor,
    )  # fmt: skip


def filling(query: Query, cursor: Cursor | None) -> Bounds:
    """What the statements of a query compare with."""
    key = None
    if cursor and cursor.key is not None:
        key = cursor.day if query.order.endswith("start") else cursor.instant
    return Bounds(query.first, query.last, key, cursor.id if cursor else None)


def _begun(query: Query) -> bool:
    """Whether the range begins on a day, so that nothing which begins in it has an open start."""
    return query.first is not None and query.first > OPEN_START


def _passed(query: Query, cursor: Cursor | None) -> bool:
    """Whether the cursor stands at the start of the range or later."""
    day = cursor.day if cursor and query.order.endswith("start") else None
    return bool(day and query.first and day >= query.first)


def ordered(part: Part, query: Query) -> QuerySet[Any]:
    """The records of a part, in the query's order."""
    minus = "-" if query.order.startswith("-") else ""
    return part.rows.order_by(minus + part.key, minus + part.id)


def parts(query: Query, cursor: Cursor | None, bounds: Bounds) -> Iterator[Part]:
    """The answer after a cursor as querysets that follow each other in order; `bounds` are what they compare with.

    What begins before the range and still reaches into it can only be an interval: it is looked for
    in the small index of intervals, on those first days alone of which the tallies know one that reaches so
    far, and only until a cursor stands past the start of the range. The rest streams from the index of first
    days. Together they read hardly a record in vain, however long the history before the range is.
    """
    by = query.order.lstrip("-")
    if by in ("created", "updated"):
        rows = in_any_part(query, bounds)
        yield Part(rows.filter(*_after(rows, by, "id", cursor, query, bounds)), by)
        return
    if not query.undated:
        yield from _dated(query, cursor, bounds)
    if query.undated or (query.undated is None and not query.ranged and query.listing != "timeline"):
        rows = filtered(query).filter(earliest=None)
        if cursor and cursor.key is None:
            rows = rows.filter(**{"id__lt" if query.order == "-start" else "id__gt": bounds.id})
        yield Part(rows, "earliest", dated=False)


def in_any_part(query: Query, bounds: Bounds | None = None) -> QuerySet[Any]:
    """All records of the answer at once, in no order."""
    rows = filtered(query)
    if query.undated:
        return rows.filter(earliest=None)
    if query.ranged:
        return rows.filter(in_range(query, bounds))
    if query.undated is False or query.listing == "timeline":
        return rows.filter(earliest__isnull=False)
    return rows


def _after(rows: QuerySet[Any], key: str, id: str, cursor: Cursor | None, query: Query, bounds: Bounds) -> list[After]:
    """The condition that a cursor makes, if there is one."""
    if cursor is None or cursor.key is None:
        return []
    model = EntryKey if key.startswith("key__") else rows.model
    column = model._meta.get_field(key.removeprefix("key__"))
    backwards = query.order.startswith("-")
    return [After(key, id, bounds.key, bounds.id, backwards=backwards, field=column)]


def _dated(query: Query, cursor: Cursor | None, bounds: Bounds) -> Iterator[Part]:
    """The parts with dates, in order, those left out that the cursor has passed."""
    if cursor and cursor.key is None:
        return
    rows, prefix = _driven(query)
    key, id = f"{prefix}earliest", "key__entry" if prefix else "id"
    # One call of filter for all of a part: of keys each further one would join them once more.
    asked: dict[str, Any] = {} if query.ranged else {f"{key}__isnull": False}
    if query.last:
        asked[f"{key}__lte"] = bounds.last
        if query.certain:
            asked[f"{prefix}latest__lte"] = bounds.last
    known = asked if query.open or not query.ranged else {**asked, f"{key}__gt": OPEN_START}
    after = _after(rows, key, id, cursor, query, bounds)
    if not query.first:
        yield Part(rows.filter(*after, **known), key, id)
        return
    found = []
    forward, passed = query.order == "start", _passed(query, cursor) if cursor else None
    # A cursor concerns the part that it stands in: a later one is read from its start.
    if not query.certain and not (forward and passed):
        reaching = _reaching(query, prefix, bounds, within=bool(after) and not passed)
        found += [Part(rows.filter(*conditions), key, id) for conditions in reaching]
    if forward or passed is not False:
        # Each condition that says nothing new costs the planner as much as reading ten rows.
        begins = {**(asked if _begun(query) else known), f"{key}__gte": bounds.first}
        found.append(Part(rows.filter(*(after if passed else ()), **begins), key, id))
    yield from found if forward else reversed(found)


def _reaching(query: Query, prefix: str, bounds: Bounds, *, within: bool) -> list[list[Q | Func]]:
    """The conditions on what begins before the range and reaches into it, of each stretch in order.

    It is one stretch where the cursor does not stand `within` it, and two where it does: the rest of its day, and the
    days after that. PostgreSQL reads each of a list of days from its start: one on which thousands of months begin
    would be read anew for each of its pages.
    """
    earliest, latest = f"{prefix}earliest", f"{prefix}latest"
    id, further = ("key__entry" if prefix else "id"), "gt" if query.order == "start" else "lt"
    long = [Q(**{f"{latest}__gte": bounds.first, f"{latest}__gt": F(earliest)})]
    if not query.open:
        long.append(Q(**{f"{earliest}__gt": OPEN_START}))
    profiles = prefix or query.listing in ("sources", "speakers")
    begun: Q | Func = Q(**{f"{earliest}__lt": bounds.first}) if profiles else Begins(bounds.first)
    if not within:
        return [[*long, begun]]
    rest = Q(**{earliest: bounds.key, f"{id}__{further}": bounds.id})
    days = Q(**{f"{earliest}__{further}": bounds.key})
    stretches: list[list[Q | Func]] = [[*long, rest], [*long, begun, days]]
    return stretches if further == "gt" else stretches[::-1]


def _driven(query: Query) -> tuple[QuerySet[Any], str]:
    """The records, through the index of one key where a single value is asked for: (place, first day) is one scan."""
    if query.search is None:
        for name, values in query.keys.items():
            if len(values) == 1 and name in ("place", "actor", "tag", "publisher", "source", "organisation"):
                value = values[0] if name == "source" else folded(values[0])[:VALUE]
                if query.listing in ("sources", "speakers"):
                    break
                rest = {other: found for other, found in query.keys.items() if other != name}
                key = FilteredRelation("keys", condition=Q(keys__name=name, keys__value=value))
                return filtered(query, rest).alias(key=key), "key__"
    return filtered(query), ""
