"""The timeline as it is now: published records that match, in order, a page at a time or all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple

import orjson
from django.db import connection, transaction
from django.db.models import F, QuerySet, Sum

from timeline.ledger.changes import STANDING_TEXT, Standing, numbered, standing_of
from timeline.models import OPEN_START, Entry, Profile, SearchText, Tally, entry
from timeline.query.asked import Query
from timeline.query.cursors import Cursor
from timeline.query.parts import BLANKS, filling, in_any_part, in_range, ordered, parts, shape
from timeline.query.search import RANKED
from timeline.query.statements import Statement, compiled, joined, kept, read_through
from timeline.query.tallied import tally


class Row(NamedTuple):
    """What a page needs of a record; where it stands in the order is told by the document alone, where that can be."""

    document: str
    id: int | None = None
    key: Any = None


class Page(NamedTuple):
    """Documents in order, as they are kept, where the next page begins, and where the feed of changes stood.

    `standing` is None where the page was not read together with it.
    """

    documents: list[str]
    next: Cursor | None
    standing: Standing | None = None


def page(query: Query) -> Page:
    """One page of the answer: one statement, and another where it reaches into what has no date."""
    rows: Sequence[Any]
    standing = None
    if query.order == "rank":
        rows = _ranked(query, query.limit + 1)
    else:
        rows, standing = _read(query, query.limit + 1)
    following = None
    if len(rows) > query.limit:
        last = Row(*rows[query.limit - 1])
        place = _told(last.document) if last.id is None else (_written(last.key), last.id)
        following = Cursor(query.listing, query.order, *place)
    return Page([row[0] for row in rows[: query.limit]], following, standing)


def _told(document: str) -> tuple[str | None, int]:
    """Where a record of the timeline stands in the order of dates: its first day (None: undated) and its number.

    Its document says both, but for a bound that stands for an open one. A page has a hundred records, and a cursor is
    needed of one: that of all would be asked of the database, sent and read in vain.
    """
    record = orjson.loads(document)
    kind, _, record_id = record["id"].partition("-")
    number, when = entry.number(kind, int(record_id)), record["when"]
    if when is None or when["start"]:
        return when and when["start"], number
    key = Entry.objects.filter(pk=number).values_list("earliest", flat=True).first()
    return (key or OPEN_START).isoformat(), number


def _tells(query: Query) -> bool:
    """Whether the documents themselves say where they stand."""
    return query.listing in ("timeline", "events", "statements") and query.order.endswith("start")


def _written(key: Any) -> str | None:
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
        for part in parts(query, query.cursor, filling(query, query.cursor)):
            for document in read_through(compiled(ordered(part, query).values_list("document")[:wanted])):
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
    return sum(part.rows.count() for part in parts(query, None, filling(query, None)))


def _tallied(query: Query, found: QuerySet[Tally]) -> int:
    if query.undated:
        found = found.filter(earliest=None)
    elif query.ranged:
        found = found.filter(in_range(query))
    elif query.undated is False or query.listing == "timeline":
        found = found.filter(earliest__isnull=False)
    return found.aggregate(total=Sum("count"))["total"] or 0


def _read(query: Query, wanted: int) -> tuple[list[Any], Standing | None]:
    """The first rows of the answer after the cursor, and where the feed stood."""
    filled = values(query)
    together = _joins()
    rows: list[Any] = []
    standing = None if together else numbered()
    for number, statement in enumerate(statements(query, wanted)):
        rows += statement.rows(filled)
        if together:
            text = rows.pop()[0]
            # What is read later may be newer than it says, never older.
            standing = standing_of(text) if number == 0 else standing
        if len(rows) >= wanted:
            break
    return rows[:wanted], standing


def _joins() -> bool:
    """Whether a page is read in one statement: PostgreSQL is far away. SQLite is near, and sorts what is joined."""
    return connection.vendor == "postgresql"


def values(query: Query) -> dict[str, Any]:
    """What the blanks of the query's statements are filled with."""
    return filling(query, query.cursor)._asdict()


def statements(query: Query, wanted: int) -> Sequence[Statement]:
    """What a page is read by, in order: what has dates, then what has none."""

    def make() -> list[Statement]:
        dated: list[Statement] = []
        undated: list[Statement] = []
        for part in parts(query, query.cursor, BLANKS[query.order.endswith("start")]):
            rows = ordered(part, query).values_list("document", "id", part.key)[:wanted]
            (dated if part.dated else undated).append(compiled(rows))
        if not _joins():
            return [*dated, *undated]
        found = [
            joined(several, query.order.startswith("-"), wanted, STANDING_TEXT, alone=_tells(query))
            for several in (dated, undated)
            if several
        ]
        # What depends on words and names is planned for these; of dates and kinds one plan serves all.
        return [statement._replace(prepared=query.plain) for statement in found]

    if query.listing == "speakers" and query.keys:
        return make()  # Aliases are read while it is made.
    return kept((wanted, shape(query)), make)


def _ranked(query: Query, wanted: int) -> list[Row]:
    """The best first, among the latest thousand that match; those of equal rank by id."""
    assert query.search
    candidates = in_any_part(query).order_by(F("earliest").desc(nulls_last=True), "-id")
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
    return [Row(documents[number], number, -score) for score, number in ranked if number in documents]
