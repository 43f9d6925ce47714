"""A query of a list, read from a URL."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from extraction import edtf
from timeline.query import parameters as p
from timeline.query.cursors import Cursor, check_cursor
from timeline.query.declared import KINDS, LIMIT, PARAMETERS
from timeline.query.merged import speakers
from timeline.query.search import Search

#: Parameters that name something a record is found by; several values are alternatives.
KEYS = ("speaker", "organisation", "place", "actor", "tag", "publisher", "source")
COLUMNS = ("precision", "speech", "occurrence")
#: What only the documents themselves tell of the past.
LOOKED_FOR = (*KEYS, *COLUMNS, "min_sources", "q", "bbox", "located", "updated_since")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of a list. Dates are inclusive days; None leaves that side open."""

    listing: str
    first: dt.date | None = None
    last: dt.date | None = None
    certain: bool = False
    open: bool = False
    undated: bool | None = None
    kinds: tuple[str, ...] = ("event", "statement")
    columns: dict[str, list[str]] = field(default_factory=dict)
    keys: dict[str, list[str]] = field(default_factory=dict)
    min_sources: int = 1
    search: Search | None = None
    bbox: tuple[float, float, float, float] | None = None
    located: bool | None = None
    updated_since: dt.datetime | None = None
    as_of: dt.datetime | None = None
    fields: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    order: str = "start"
    #: Whether the reader chose the order, and the limit: a format may have its own.
    ordered: bool = False
    limited: bool = False
    limit: int = LIMIT
    cursor: Cursor | None = None
    count: bool = False
    format: str | None = None
    bom: bool = False

    @classmethod
    def read(cls, listing: str, given: QueryDict, *, order: str = "") -> Query:
        """The query of a URL; `order` is what the format prefers where the reader names none. Raises BadQuery."""
        values = p.read(PARAMETERS[listing], given)
        first, last = bounds(values)
        timeline = listing in ("timeline", "events", "statements")
        preferred = "" if "as_of" in values else order
        chosen = values.get("order") or preferred or ("start" if timeline else "created")
        problems = contradictions(values, chosen, listing)
        try:
            cursor = check_cursor(values.get("cursor"), f"{listing}@" if "as_of" in values else listing, chosen)
        except ValueError as error:
            problems.append(p.Problem("cursor", str(error), "invalid"))
        if problems:
            raise p.BadQuery(problems)
        if listing == "timeline":
            first, last = window(values, first, last)
        return cls(
            listing=listing,
            first=first,
            last=last,
            certain=values.get("match") == "certain",
            open=values.get("open", False),
            undated=values.get("undated"),
            kinds=tuple(sorted(set(values.get("kind") or KINDS[listing]))),
            columns={name: values[name] for name in COLUMNS if name in values},
            keys=named(values),
            min_sources=values.get("min_sources", 1),
            search=values.get("q"),
            bbox=values.get("bbox"),
            located=values.get("located"),
            updated_since=values.get("updated_since"),
            as_of=values.get("as_of"),
            fields=tuple(dict.fromkeys(values.get("fields", ()))),
            include=tuple(dict.fromkeys(values.get("include", ()))),
            order=chosen,
            ordered="order" in values,
            limited="limit" in values,
            limit=values.get("limit", LIMIT),
            cursor=cursor,
            count=values.get("count", False),
            format=values.get("format"),
            bom=values.get("bom", False),
        )

    @property
    def ranged(self) -> bool:
        """Whether a range is asked for."""
        return self.first is not None or self.last is not None

    @property
    def plain(self) -> bool:
        """Whether nothing but dates and kinds is asked for: then counts are known without looking at records."""
        return not (
            self.columns
            or self.keys
            or self.search
            or self.bbox
            or self.located
            or self.updated_since
            or self.as_of
            or self.min_sources > 1
        )


def named(values: dict[str, Any]) -> dict[str, list[str]]:
    """What records are found by; the number of a merged speaker finds what that one became."""
    keys = {name: [str(value) for value in values[name]] for name in KEYS if name in values}
    # Of the past it is found out with the names of that day (`timeline.query.past`).
    return {**keys, "speaker": speakers(keys["speaker"])} if "speaker" in keys and "as_of" not in values else keys


def bounds(values: dict[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of `from` and `to`."""
    start, end = values.get("from"), values.get("to")
    return (start.earliest if start else None), (end.latest if end else None)


def window(
    values: dict[str, Any], first: dt.date | None, last: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """The range; where none is asked for, the configured one."""
    if first is last is None and not values.get("undated"):
        first = edtf.parse(settings.TIMELINE_START).earliest
        last = edtf.parse(settings.TIMELINE_END).latest
    return first, last


def contradictions(values: dict[str, Any], order: str = "start", listing: str = "timeline") -> list[p.Problem]:
    """What cannot be asked together."""
    first, last = bounds(values)
    problems = []

    def refuse(parameter: str, detail: str) -> None:
        problems.append(p.Problem(parameter, detail, "contradiction"))

    if first and last and first > last:
        refuse("from", "lies after `to`")
    if values.get("undated") and (first or last):
        refuse("undated", "an undated record is in no range; leave out `from` and `to`")
    if order == "rank" and not values.get("q"):
        refuse("order", "`rank` needs `q`")
    if values.get("located") is False and values.get("bbox"):
        refuse("located", "what lies in a box has coordinates")
    as_of = values.get("as_of")
    if as_of and as_of > timezone.now():
        refuse("as_of", "lies in the future")
    orders = ("start", "-start", "created") if listing in ("sources", "speakers") else ("start", "-start")
    if as_of and order not in orders:
        refuse("order", "of the past can be asked in order of `start`, `-start` or, of sources and speakers, `created`")
    if as_of and values.get("count") and any(name in values for name in LOOKED_FOR):
        refuse("count", "of the past counts dates and kinds alone; leave out other filters, or count what you get")
    if values.get("format") == "timelinejs" and (values.get("limit") or 0) > 200:
        refuse("limit", "TimelineJS takes at most 200")
    return problems
