"""Sources and speakers that the published timeline cites."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q, QuerySet
from django.http import QueryDict

from extraction.names import folded
from timeline.models import Profile, Speaker
from timeline.query import parameters as p
from timeline.query.cursors import Cursor, check_cursor
from timeline.query.timeline import LIMIT, PAGING, RANGE, Page

Listing = Literal["sources", "speakers"]
KINDS: dict[Listing, str] = {"sources": "source", "speakers": "speaker"}
PARAMETERS: dict[Listing, tuple[p.Parameter, ...]] = {
    "sources": (
        *RANGE,
        p.Parameter("publisher", p.name, "Printed by this publisher.", {"type": "string"}, many=True),
        *PAGING,
    ),
    "speakers": (
        p.Parameter("speaker", p.name, "An id, a name or an alias.", {"type": "string"}, many=True),
        *PAGING,
    ),
}


@dataclass(frozen=True, slots=True)
class ProfileQuery:
    """What is asked of the sources or the speakers. The range is of publication dates, in inclusive days."""

    listing: Listing
    first: dt.date | None = None
    last: dt.date | None = None
    certain: bool = False
    names: tuple[str, ...] = ()
    limit: int = LIMIT
    cursor: Cursor | None = None

    @classmethod
    def read(cls, listing: Listing, given: QueryDict) -> ProfileQuery:
        """The query of a URL. Raises BadQuery."""
        values = p.read(PARAMETERS[listing], given)
        start, end = values.get("from"), values.get("to")
        first, last = (start.earliest if start else None), (end.latest if end else None)
        if first and last and first > last:
            raise p.BadQuery([p.Problem("from", "lies after `to`", "contradiction")])
        try:
            cursor = check_cursor(values.get("cursor"), listing, "id")
        except ValueError as error:
            raise p.BadQuery([p.Problem("cursor", str(error), "invalid")]) from None
        return cls(
            listing=listing,
            first=first,
            last=last,
            certain=values.get("match") == "certain",
            names=tuple(values.get("publisher") or values.get("speaker") or ()),
            limit=values.get("limit", LIMIT),
            cursor=cursor,
        )


def profiles_page(query: ProfileQuery) -> Page:
    """One page, in the order in which the records were made."""
    found = _filtered(query)
    if query.cursor:
        found = found.filter(record_id__gt=query.cursor.id)
    rows = list(found.order_by("record_id").values_list("record_id", "document")[: query.limit + 1])
    following = Cursor(query.listing, "id", None, rows[query.limit - 1][0]) if len(rows) > query.limit else None
    return Page([document for _, document in rows[: query.limit]], following)


def _filtered(query: ProfileQuery) -> QuerySet[Profile]:
    found = Profile.objects.filter(kind=KINDS[query.listing])
    if query.first:
        found = found.filter(**{"earliest__gte" if query.certain else "latest__gte": query.first})
    if query.last:
        found = found.filter(**{"latest__lte" if query.certain else "earliest__lte": query.last})
    if query.names and query.listing == "sources":
        found = found.filter(name__in=[folded(name) for name in query.names])
    elif query.names:
        found = found.filter(_speakers(query.names))
    return found


def _speakers(names: tuple[str, ...]) -> Q:
    """By id, by name, or by alias: the few speakers that have aliases are read for it."""
    wanted = {folded(name) for name in names}
    ids = [int(name) for name in names if name.isascii() and name.isdigit() and len(name) < 19]
    aliased = Speaker.objects.exclude(aliases=[]).filter(merged_into=None).values_list("id", "aliases")
    ids += [number for number, aliases in aliased if wanted & {folded(alias) for alias in aliases}]
    return Q(name__in=wanted) | Q(record_id__in=ids)
