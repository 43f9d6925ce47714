"""The timeline as it was at an instant, read from the revisions: the same answer for ever, erasures apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson
from django.db.models import Exists, OuterRef, Q, QuerySet

from extraction.names import folded
from timeline.ledger.changes import admit
from timeline.models import Revision
from timeline.models.entry import KINDS, number
from timeline.query.asked import Query
from timeline.query.cursors import Cursor
from timeline.query.live import Page
from timeline.query.matching import matches
from timeline.query.merged import speakers
from timeline.query.parts import in_range
from timeline.query.statements import CHUNK

#: Revisions that one page looks at: a page of a rare match may be short, or empty, and still have a next.
LOOKED_AT = 20_000


def standing_at(instant: dt.datetime) -> QuerySet[Any]:
    """The revision of each record that was public at the instant."""
    admit(instant)
    newer = Revision.objects.filter(
        kind=OuterRef("kind"), record_id=OuterRef("record_id"), version=OuterRef("version") + 1, numbered__lte=instant
    )
    return Revision.objects.filter(~Q(document=""), ~Exists(newer), numbered__lte=instant)


def resolved(query: Query) -> Query:
    """The query with the numbers of the speakers who then had a name, an alias or a merged number that it asks for."""
    names = query.keys.get("speaker")
    if not names or not query.as_of:
        return query
    names = speakers(names, query.as_of)
    if query.listing == "speakers":
        return replace(query, keys={**query.keys, "speaker": names})
    wanted = {folded(name) for name in names}
    numbers = [
        str(speaker["id"])
        for speaker in map(orjson.loads, _documents(standing_at(query.as_of).filter(kind="speaker")))
        if wanted & {folded(name) for name in (speaker["name"], *speaker["aliases"])}
    ]
    return replace(query, keys={**query.keys, "speaker": [*names, *numbers]})


def _documents(rows: QuerySet[Any]) -> Iterator[str]:
    return rows.values_list("document", flat=True).iterator(chunk_size=CHUNK)


def page(query: Query) -> Page:
    """One page as it was: it may hold fewer than `limit` and still have a next."""
    query = resolved(query)
    documents: list[str] = []
    last: Cursor | None = None
    for looked, (kind, record_id, earliest, document) in enumerate(_rows(query, LOOKED_AT + 1)):
        if looked == LOOKED_AT or len(documents) == query.limit:
            return Page(documents, last)
        if matches(orjson.loads(document), query):
            documents.append(document)
        key = earliest.isoformat() if earliest and query.order != "created" else None
        last = Cursor(f"{query.listing}@", query.order, key, number(kind, record_id))
    return Page(documents, None)


def stream(query: Query) -> Iterator[str]:
    """All documents of the answer as it was."""
    query = resolved(query)
    left = query.limit if query.limited else None
    for _, _, _, document in _rows(query, None):
        if matches(orjson.loads(document), query):
            yield document
            left = left - 1 if left is not None else None
            if left == 0:
                return


def document_at(kind: str, record_id: int, instant: dt.datetime) -> str | None:
    """A record's document as it was; None where it was not public."""
    found: str | None = (
        standing_at(instant).filter(kind=kind, record_id=record_id).values_list("document", flat=True).first()
    )
    return found


def count(query: Query) -> int:
    """How many the dates and kinds find, whatever the cursor; other filters look at documents, and are not counted."""
    return sum(part.count() for part, _ in _parts(query))


def _parts(query: Query) -> Iterator[tuple[QuerySet[Any], bool]]:
    """The revisions of the answer, dates and kinds alone asked, and whether they have dates."""
    assert query.as_of
    rows = standing_at(query.as_of).filter(kind__in=query.kinds)
    if query.order == "created":
        if query.undated:
            rows = rows.filter(earliest=None)
        elif query.ranged or query.undated is False:
            rows = _in_range(rows, query)
        yield rows, False
        return
    if not query.undated:
        yield _in_range(rows, query), True
    if query.undated or (query.undated is None and not query.ranged and query.listing != "timeline"):
        yield rows.filter(earliest=None), False


def _rows(query: Query, most: int | None) -> Iterator[Any]:
    backwards = query.order == "-start"
    cursor = query.cursor
    for part, dated in _parts(query):
        if cursor and dated and cursor.key is None:
            continue
        if cursor and dated == (cursor.key is not None):
            part = _after(part, cursor, backwards, dated=dated)
        order = (*(("earliest",) if dated else ()), "record_id", "kind")
        part = part.order_by(*(f"-{name}" if backwards else name for name in order))
        part = part.values_list("kind", "record_id", "earliest", "document")
        yield from part[:most].iterator(chunk_size=CHUNK) if most is None else part[:most]


def _in_range(rows: QuerySet[Any], query: Query) -> QuerySet[Any]:
    if query.ranged:
        return rows.filter(in_range(query))
    return rows.filter(earliest__isnull=False)


def _after(rows: QuerySet[Any], cursor: Cursor, backwards: bool, *, dated: bool) -> QuerySet[Any]:
    """What stands after the cursor in the order of first day, record and kind."""
    record_id, at = divmod(cursor.id, len(KINDS))
    word = "lt" if backwards else "gt"
    later = Q(**{f"record_id__{word}": record_id}) | Q(record_id=record_id, **{f"kind__{word}": KINDS[at]})
    if not dated:
        return rows.filter(later)
    day = cursor.day
    return rows.filter(Q(**{f"earliest__{word}": day}) | (Q(earliest=day) & later))
