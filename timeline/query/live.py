"""The timeline as it is now: published records that match, in order, a page at a time or all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import (
    BigIntegerField,
    DateField,
    DateTimeField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Sum,
)

from extraction.names import folded
from timeline.models import OPEN_START, Entry, EntryKey, EntryPoint, Profile, SearchText, Speaker, Tally
from timeline.query.asked import Query
from timeline.query.cursors import Cursor
from timeline.query.search import RANKED, After, Matching
from timeline.query.statements import Blank, Statement, compiled, joined, kept
from timeline.query.tallied import VALUE, tally

#: Rows fetched at once by an export: few enough for the memory, enough to keep the database busy.
CHUNK = 2000


class Row(NamedTuple):
    """What a page needs of a record."""

    id: int
    key: Any
    document: str


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


class Page(NamedTuple):
    """Documents in order, as they are kept, and where the next page begins."""

    documents: list[str]
    next: Cursor | None


class Part(NamedTuple):
    """A stretch of the answer in order: its records, the columns that it is ordered by, and whether they have dates."""

    rows: QuerySet[Any]
    key: str
    id: str = "id"
    dated: bool = True


def page(query: Query) -> Page:
    """One page of the answer: one statement, and another where it reaches into what has no date."""
    rows = _ranked(query, query.limit + 1) if query.order == "rank" else _read(query, query.limit + 1)
    following = None
    if len(rows) > query.limit:
        last = rows[query.limit - 1]
        following = Cursor(query.listing, query.order, _written(last[1], query), last[0])
    return Page([row[2] for row in rows[: query.limit]], following)


def _written(key: Any, query: Query) -> str | None:
    """The key of a row as cursors have it."""
    if isinstance(key, dt.datetime) and key.tzinfo is None:
        key = key.replace(tzinfo=dt.UTC)  # SQLite keeps instants in UTC without saying so.
    if isinstance(key, dt.date):
        return key.isoformat()
    return None if key is None else str(key)


def stream(query: Query) -> Iterator[str]:
    """All documents of the answer in order, from one reading of the database and in constant memory."""
    if query.order == "rank":
        yield from (row.document for row in _ranked(query, query.limit if query.limited else RANKED))
        return
    wanted = query.limit if query.limited else None
    with _reading():
        for part in _parts(query, query.cursor, _bounds(query, query.cursor)):
            rows = _ordered(part, query).values_list("document", flat=True)[:wanted]
            for document in rows.iterator(chunk_size=CHUNK):
                yield document
                if wanted is not None:
                    wanted -= 1
            if wanted == 0:
                return


def _reading() -> AbstractContextManager[Any]:
    """Around a long reading: within a transaction PostgreSQL reads on as rows are fetched.

    Without one it writes the whole answer to a file before the first row. SQLite streams anyway, and a
    transaction would keep its writers waiting.
    """
    needed = connection.vendor == "postgresql" and not connection.in_atomic_block
    return transaction.atomic() if needed else nullcontext()


def count(query: Query) -> int:
    """How many match, whatever the cursor: from the tallies where they know it."""
    rows = tally(query)
    if rows is not None:
        return _tallied(query, rows)
    return sum(part.rows.count() for part in _parts(query, None, _bounds(query, None)))


def matching(query: Query) -> QuerySet[Any]:
    """What the query's filters leave, dates and order apart."""
    return _filtered(query)


def _tallied(query: Query, found: QuerySet[Tally]) -> int:
    if query.undated:
        found = found.filter(earliest=None)
    elif query.ranged:
        found = found.filter(in_range(query))
    elif query.undated is False or query.listing == "timeline":
        found = found.filter(earliest__isnull=False)
    return found.aggregate(total=Sum("count"))["total"] or 0


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


def _read(query: Query, wanted: int) -> list[Any]:
    """The first rows of the answer after the cursor: id, key and document of each."""
    filled = values(query)
    rows: list[Any] = []
    for statement in statements(query, wanted):
        rows += statement.rows(filled)
        if len(rows) >= wanted:
            break
    return rows[:wanted]


def values(query: Query) -> dict[str, Any]:
    """What the blanks of the query's statements are filled with."""
    return _bounds(query, query.cursor)._asdict()


def statements(query: Query, wanted: int) -> Sequence[Statement]:
    """What a page is read by, in order: what has dates, then what has none."""

    def make() -> list[Statement]:
        dated: list[Statement] = []
        undated: list[Statement] = []
        for part in _parts(query, query.cursor, BLANKS[query.order.endswith("start")]):
            rows = _ordered(part, query).values_list("id", part.key, "document")[:wanted]
            (dated if part.dated else undated).append(compiled(rows))
        minus = " DESC" if query.order.startswith("-") else ""
        return [joined(parts, f"2{minus}, 1{minus}", wanted) for parts in (dated, undated) if parts]

    if query.listing == "speakers" and query.keys:
        return make()  # Aliases are read while it is made.
    return kept((wanted, _shape(query)), make)


def _shape(query: Query) -> Hashable:
    """What the SQL of a page depends on: all of the query but its days and where its cursor stands."""
    cursor = (query.cursor.key is not None, _passed(query, query.cursor)) if query.cursor else None
    given = tuple((name, *values) for found in (query.columns, query.keys) for name, values in found.items())
    return (
        query.listing, query.kinds, query.first is None, _begun(query), query.last is None, query.certain, query.open,
        query.undated, given, query.min_sources, query.search, query.bbox, query.located, query.updated_since,
        query.order, cursor,
    )  # fmt: skip


def _bounds(query: Query, cursor: Cursor | None) -> Bounds:
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


def _ordered(part: Part, query: Query) -> QuerySet[Any]:
    minus = "-" if query.order.startswith("-") else ""
    return part.rows.order_by(minus + part.key, minus + part.id)


def _parts(query: Query, cursor: Cursor | None, bounds: Bounds) -> Iterator[Part]:
    """The answer after a cursor as querysets that follow each other in order; `bounds` are what they compare with.

    What begins before the range and still reaches into it can only be an interval: it is looked for
    in the small index of intervals, and only until a cursor stands past the start of the range. The
    rest streams from the index of first days. Together they read no record in vain, however long
    the history before the range is.
    """
    by = query.order.lstrip("-")
    if by in ("created", "updated"):
        rows = _in_any_part(query, bounds)
        yield Part(rows.filter(*_after(rows, by, "id", cursor, query, bounds)), by)
        return
    if not query.undated:
        yield from _dated(query, cursor, bounds)
    if query.undated or (query.undated is None and not query.ranged and query.listing != "timeline"):
        rows = _filtered(query).filter(earliest=None)
        if cursor and cursor.key is None:
            rows = rows.filter(**{"id__lt" if query.order == "-start" else "id__gt": bounds.id})
        yield Part(rows, "earliest", dated=False)


def _in_any_part(query: Query, bounds: Bounds | None = None) -> QuerySet[Any]:
    rows = _filtered(query)
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
    # Each condition that says nothing new costs the planner as much as reading ten rows.
    begins = {**(asked if _begun(query) else known), f"{key}__gte": bounds.first}
    parts = [begins]
    if not query.certain:
        reaches = {f"{key}__lt": bounds.first, f"{prefix}latest__gte": bounds.first, f"{prefix}latest__gt": F(key)}
        parts.insert(0, {**known, **reaches})
    if query.order == "-start":
        parts.reverse()
    passed = _passed(query, cursor) if cursor else None
    for part in parts:
        before = part is not begins
        if query.order == "start" and before and passed:
            continue
        if query.order == "-start" and not before and passed is False:
            continue
        yield Part(rows.filter(*after, **part), key, id)


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
                return _filtered(query, rest).alias(key=key), "key__"
    return _filtered(query), ""


def _filtered(query: Query, keys: dict[str, list[str]] | None = None) -> QuerySet[Any]:
    if query.listing in ("sources", "speakers"):
        rows = _profiles(query)
    else:
        rows = _entries(query, query.keys if keys is None else keys)
    if query.updated_since:
        rows = rows.filter(updated__gte=query.updated_since)
    if query.search:
        found = SearchText.objects.filter(Matching(query.search), id=OuterRef("pk"))
        rows = rows.filter(Exists(found))
    return rows


def _entries(query: Query, keys: dict[str, list[str]]) -> QuerySet[Any]:
    entries: QuerySet[Any] = Entry.objects.all()
    if len(query.kinds) == 1:
        entries = entries.filter(kind=query.kinds[0])
    for name, values in query.columns.items():
        entries = entries.filter(**{f"{name}__in": values})
    if query.min_sources > 1:
        entries = entries.filter(independent_sources__gte=query.min_sources)
    for name, values in keys.items():
        entries = entries.filter(Exists(EntryKey.objects.filter(_key(name, values), entry=OuterRef("pk"))))
    if query.bbox or query.located:
        points = EntryPoint.objects.filter(_boxed(query.bbox) if query.bbox else Q(), entry=OuterRef("pk"))
        entries = entries.filter(Exists(points))
    return entries


def _boxed(box: tuple[float, float, float, float]) -> Q:
    west, south, east, north = box
    across = Q(lon__gte=west) | Q(lon__lte=east)
    return Q(lat__gte=south, lat__lte=north) & (Q(lon__gte=west, lon__lte=east) if west <= east else across)


def _key(name: str, values: list[str]) -> Q:
    """What the values of a parameter find: speakers and sources by id, all else by folded name."""
    if name == "source":
        return Q(name="source", value__in=values)
    wanted = [folded(value)[:VALUE] for value in values]
    found = Q(name="said_by" if name == "speaker" else name, value__in=wanted)
    if name == "speaker":
        numbers = [str(int(value)) for value in values if value.isascii() and value.isdigit()]
        found |= Q(name="speaker", value__in=numbers)
    return found


def _profiles(query: Query) -> QuerySet[Any]:
    """Sources or speakers: by publisher, name, alias or organisation."""
    found: QuerySet[Any] = Profile.objects.filter(kind=query.kinds[0])
    if publishers := query.keys.get("publisher"):
        found = found.filter(name__in=[folded(name) for name in publishers])
    if organisations := query.keys.get("organisation"):
        found = found.filter(organisation__in=[folded(name)[:VALUE] for name in organisations])
    if speakers := query.keys.get("speaker"):
        wanted = {folded(name) for name in speakers}
        ids = [int(name) for name in speakers if name.isascii() and name.isdigit() and len(name) < 19]
        # The few speakers that have aliases are read for it.
        aliased = Speaker.objects.exclude(aliases=[]).filter(merged_into=None).values_list("id", "aliases")
        ids += [number for number, aliases in aliased if wanted & {folded(alias) for alias in aliases}]
        found = found.filter(Q(name__in=wanted) | Q(record_id__in=ids))
    return found


def _ranked(query: Query, wanted: int) -> list[Row]:
    """The best first, among the latest thousand that match; those of equal rank by id."""
    assert query.search
    candidates = _in_any_part(query).order_by(F("earliest").desc(nulls_last=True), "-id")
    texts = dict(
        SearchText.objects.filter(id__in=list(candidates.values_list("id", flat=True)[:RANKED])).values_list(
            "id", "text"
        )
    )
    ranked = sorted((-query.search.score(text), number) for number, text in texts.items())
    if query.cursor and query.cursor.key is not None:
        after = (-int(query.cursor.key), query.cursor.id)
        ranked = [found for found in ranked if found > after]
    ranked = ranked[:wanted]
    model = Profile if query.listing in ("sources", "speakers") else Entry
    documents = dict(model._default_manager.filter(id__in=[n for _, n in ranked]).values_list("id", "document"))
    return [Row(number, -score, documents[number]) for score, number in ranked if number in documents]
