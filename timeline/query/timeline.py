"""The timeline query: published events and statements that match, in order, a page at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal, NamedTuple

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import QueryDict

from extraction import edtf
from extraction.names import folded
from timeline.models import OPEN_START, Entry, EntryKey
from timeline.models.dates import Precision
from timeline.models.event import Occurrence
from timeline.models.statement import Speech
from timeline.query import parameters as p
from timeline.query.cursors import Cursor, check_cursor, read_cursor

LIMIT, MOST = 100, 1000
Listing = Literal["timeline", "events", "statements"]
KINDS: dict[Listing, tuple[str, ...]] = {
    "timeline": ("event", "statement"),
    "events": ("event",),
    "statements": ("statement",),
}
#: Parameters that name something an entry is found by; several values are alternatives.
KEYS = ("speaker", "organisation", "place", "actor", "tag", "publisher", "source")

STRING = {"type": "string"}
PAGING = (
    p.Parameter(
        "limit",
        p.number(1, MOST),
        f"Records a page, {LIMIT} unless given.",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT},
    ),
    p.Parameter("cursor", read_cursor, "`next_cursor` of the page before.", STRING),
)
RANGE = (
    p.Parameter("from", p.date, "From the first day of this EDTF date.", STRING, example="2020-02"),
    p.Parameter("to", p.date, "To the last day of this EDTF date.", STRING, example="2020"),
    p.Parameter(
        "match",
        p.choice("possible", "certain"),
        "`possible`: the date may lie in the range. `certain`: it lies in the range wholly.",
        {"type": "string", "enum": ["possible", "certain"], "default": "possible"},
    ),
)
COMMON = (
    *RANGE,
    p.Parameter("open", p.flag, "Also what is only known to lie before a date.", {"type": "boolean", "default": False}),
    p.Parameter(
        "undated", p.flag, "Only records without a date, or (`false`) only records with one.", {"type": "boolean"}
    ),
    p.Parameter("publisher", p.name, "Reported by this publisher.", STRING, many=True, example="Example Wire"),
    p.Parameter("source", p.number(1, 2**63 - 1), "Reported by the source of this id.", {"type": "integer"}, many=True),
    p.Parameter(
        "precision",
        p.choice(*Precision.values),
        "Dates of this precision.",
        {"type": "string", "enum": Precision.values},
        many=True,
    ),
    p.Parameter(
        "min_sources",
        p.number(1, 1_000_000),
        "Reported by at least so many independent sources.",
        {"type": "integer", "minimum": 1},
    ),
    p.Parameter(
        "order",
        p.choice("start", "-start"),
        "By first day, or the latest first.",
        {"type": "string", "enum": ["start", "-start"], "default": "start"},
    ),
)
OF_STATEMENTS = (
    p.Parameter("speaker", p.name, "Said by this speaker: an id, a name or an alias.", STRING, many=True),
    p.Parameter("organisation", p.name, "Said for this organisation.", STRING, many=True),
    p.Parameter(
        "speech",
        p.choice(*Speech.values),
        "How the words are given.",
        {"type": "string", "enum": Speech.values},
        many=True,
    ),
)
OF_EVENTS = (
    p.Parameter("place", p.name, "At this place.", STRING, many=True),
    p.Parameter("actor", p.name, "In which this actor took part.", STRING, many=True),
    p.Parameter("tag", p.name, "Filed under this tag.", STRING, many=True),
    p.Parameter(
        "occurrence",
        p.choice(*Occurrence.values),
        "Whether it happened, as the sources have it.",
        {"type": "string", "enum": Occurrence.values},
        many=True,
    ),
)
KIND = p.Parameter(
    "kind",
    p.choice("event", "statement"),
    "Only this kind.",
    {"type": "string", "enum": ["event", "statement"]},
    many=True,
)
PARAMETERS: dict[Listing, tuple[p.Parameter, ...]] = {
    "timeline": (*COMMON, KIND, *OF_STATEMENTS, *OF_EVENTS, *PAGING),
    "events": (*COMMON, *OF_EVENTS, *PAGING),
    "statements": (*COMMON, *OF_STATEMENTS, *PAGING),
}


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of a list. Dates are inclusive days; None leaves that side open."""

    listing: Listing
    first: dt.date | None = None
    last: dt.date | None = None
    certain: bool = False
    open: bool = False
    undated: bool | None = None
    kinds: tuple[str, ...] = ("event", "statement")
    fields: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    min_sources: int = 1
    order: str = "start"
    limit: int = LIMIT
    cursor: Cursor | None = None

    @classmethod
    def read(cls, listing: Listing, given: QueryDict) -> Query:
        """The query of a URL. Raises BadQuery."""
        values = p.read(PARAMETERS[listing], given)
        first, last = _range(values)
        problems = []
        if first and last and first > last:
            problems.append(p.Problem("from", "lies after `to`", "contradiction"))
        if values.get("undated") and (first or last):
            problems.append(
                p.Problem("undated", "an undated record is in no range; leave out `from` and `to`", "contradiction")
            )
        order = values.get("order", "start")
        try:
            cursor = check_cursor(values.get("cursor"), listing, order)
        except ValueError as error:
            problems.append(p.Problem("cursor", str(error), "invalid"))
        if problems:
            raise p.BadQuery(problems)
        if listing == "timeline" and first is last is None and not values.get("undated"):
            first = edtf.parse(settings.TIMELINE_START).earliest
            last = edtf.parse(settings.TIMELINE_END).latest
        return cls(
            listing=listing,
            first=first,
            last=last,
            certain=values.get("match") == "certain",
            open=values.get("open", False),
            undated=values.get("undated"),
            kinds=tuple(values.get("kind") or KINDS[listing]),
            fields={name: values[name] for name in ("precision", "speech", "occurrence") if name in values},
            keys={name: [str(v) for v in values[name]] for name in KEYS if name in values},
            min_sources=values.get("min_sources", 1),
            order=order,
            limit=values.get("limit", LIMIT),
            cursor=cursor,
        )


class Page(NamedTuple):
    """Documents in order, as they are kept, and where the next page begins."""

    documents: list[str]
    next: Cursor | None


class Row(NamedTuple):
    """What a page needs of an entry."""

    id: int
    earliest: dt.date | None
    document: str


def page(query: Query) -> Page:
    """One page of the answer: one query for each part of the order that it reaches into."""
    rows = list(islice(_rows(query), query.limit + 1))
    following = None
    if len(rows) > query.limit:
        last = rows[query.limit - 1]
        following = Cursor(query.listing, query.order, last.earliest.isoformat() if last.earliest else None, last.id)
    return Page([row.document for row in rows[: query.limit]], following)


def _rows(query: Query) -> Iterator[Row]:
    wanted = query.limit + 1
    for part in _parts(query):
        for found in part.values_list("id", "earliest", "document")[:wanted]:
            wanted -= 1
            yield Row(*found)
        if not wanted:
            return


def _parts(query: Query) -> Iterator[QuerySet[Entry]]:
    """The answer as querysets that follow each other in order.

    What begins before the range and still reaches into it can only be an interval: it is looked for
    in the small index of intervals, and only until a cursor stands past the start of the range. The
    rest streams from the index of first days. Together they read no record in vain, however long
    the history before the range is.
    """
    backwards = query.order.startswith("-")
    entries = _filtered(query)
    dated = [] if query.undated else _dated(query, entries)
    if backwards:
        dated.reverse()
    for part, after in dated:
        if after:
            part = part.filter(after)
        yield part.order_by("-earliest", "-id") if backwards else part.order_by("earliest", "id")
    in_no_range = query.first is None and query.last is None
    if query.undated or (query.undated is None and in_no_range and query.listing != "timeline"):
        rest = entries.filter(earliest=None)
        if query.cursor and query.cursor.key is None:
            rest = rest.filter(id__gt=query.cursor.id)
        yield rest.order_by("id")


def _dated(query: Query, entries: QuerySet[Entry]) -> list[tuple[QuerySet[Entry], Q | None]]:
    """The parts with dates, in order of time, each with what the cursor leaves of it."""
    cursor = query.cursor
    if cursor and cursor.key is None:
        return []
    day = cursor.day if cursor else None
    after = None
    if cursor and day:
        if query.order == "start":
            after = Q(earliest__gt=day) | Q(earliest=day, id__gt=cursor.id)
            near = Q(earliest__gte=day)
        else:
            after = Q(earliest__lt=day) | Q(earliest=day, id__lt=cursor.id)
            near = Q(earliest__lte=day)
        # Both databases find the place in the index by the plain bound, then skip ties by the other.
        after = near & after
    within = entries.filter(earliest__isnull=False)
    ranged = query.first is not None or query.last is not None
    if ranged and not query.open:
        within = within.filter(earliest__gt=OPEN_START)
    if query.last:
        within = within.filter(earliest__lte=query.last)
        if query.certain:
            within = within.filter(latest__lte=query.last)
    if not query.first:
        return [(within, after)]
    begins = within.filter(earliest__gte=query.first)
    if query.certain:
        return [(begins, after)]
    reaches = within.filter(earliest__lt=query.first, latest__gte=query.first, latest__gt=F("earliest"))
    if day and query.order == "start" and day >= query.first:
        return [(begins, after)]
    if day and query.order == "-start" and day < query.first:
        return [(reaches, after)]
    return [(reaches, after if day and day < query.first else None), (begins, after)]


def _filtered(query: Query) -> QuerySet[Entry]:
    entries = Entry.objects.all()
    if len(query.kinds) == 1:
        entries = entries.filter(kind=query.kinds[0])
    for name, values in query.fields.items():
        entries = entries.filter(**{f"{name}__in": values})
    if query.min_sources > 1:
        entries = entries.filter(independent_sources__gte=query.min_sources)
    for name, values in query.keys.items():
        keys = EntryKey.objects.filter(_key(name, values), entry=OuterRef("pk"))
        entries = entries.filter(Exists(keys))
    return entries


def _key(name: str, values: list[str]) -> Q:
    """What the values of a parameter find: speakers and sources by id, all else by folded name."""
    if name == "source":
        return Q(name="source", value__in=values)
    found = Q(name="said_by" if name == "speaker" else name, value__in=[folded(value) for value in values])
    if name == "speaker":
        found |= Q(name="speaker", value__in=[value for value in values if value.isdigit()])
    return found


def _range(values: dict[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    start, end = values.get("from"), values.get("to")
    return (start.earliest if start else None), (end.latest if end else None)
