"""What the tallies know: counts that need no look at the records."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet

from extraction.names import folded
from timeline.models import Tally
from timeline.models.entry import MOST_SOURCES
from timeline.query.asked import Query

VALUE = 200


def tally(query: Query) -> QuerySet[Tally] | None:
    """The tallies that sum up to what the query finds, dates apart; None where its records must be looked at.

    They know kinds and dates together with no other filter, or with one: one place, publisher or tag, or
    a number of independent sources.
    """
    rows = Tally.objects.filter(kind__in=query.kinds)
    if query.listing in ("sources", "speakers"):
        return None
    if query.plain:
        return rows.filter(name="")
    if replace(query, min_sources=1).plain and query.min_sources <= MOST_SOURCES:
        return rows.filter(name="independent", value__in=map(str, range(query.min_sources, MOST_SOURCES + 1)))
    name, values = next(iter(query.keys.items()), ("", []))
    if replace(query, keys={}).plain and len(query.keys) == len(values) == 1 and name in ("place", "publisher", "tag"):
        return rows.filter(name=name, value=folded(values[0])[:VALUE])
    return None
