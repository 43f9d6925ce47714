"""Counts of a view: the strip's, the filters', the list's. All of them are asked of `timeline.query`."""

from __future__ import annotations

from dataclasses import replace

from django.http import QueryDict

from timeline.page.extent import Window
from timeline.page.filters import Choice, Facet, facet
from timeline.page.strip import Count, Strip, interval, strip
from timeline.query import HistogramQuery, Query, count, facets, histogram

TITLES = {"speaker": "Speaker", "place": "Place", "publisher": "Publisher", "tag": "Tag"}
#: Above so many records independent sources are offered without counts: to count them, each record is read.
MOST_COUNTED = 5_000


def density(query: Query, whole: Window, chosen: Window) -> Strip | None:
    """The strip of a view, its range left out of account; None for the past, which nobody counts."""
    if query.as_of:
        return None
    by = interval(whole)
    asked = replace(query, first=whole.first, last=whole.last, certain=False, undated=None, cursor=None)
    found = histogram(HistogramQuery(asked, by))
    return strip(
        [Count(bucket.start, bucket.end, bucket.certain, bucket.possible) for bucket in found.buckets],
        whole,
        whole if query.undated else chosen,
        by,
    )


def facets_of(query: Query, view: QueryDict) -> list[Facet]:
    """The filters with their most frequent values."""
    return [
        facet(name, title, [] if query.as_of else facets.frequent(query, name), view) for name, title in TITLES.items()
    ]


def kinds(query: Query) -> dict[str, int] | None:
    """How many events and statements there are."""
    return None if query.as_of else facets.kinds(query)


def sources(query: Query, view: QueryDict, number: int | None) -> list[Choice]:
    """Numbers of independent sources to choose from; `number`: how many records the list has."""
    asked = view.get("min_sources", "")
    offered = ["", *(str(least) for least in range(2, facets.MOST_SOURCES + 1))]
    if asked not in (*offered, "1"):
        offered.append(asked)
    counted: list[int] = []
    if number is not None and number <= MOST_COUNTED:
        counted = facets.sources(query)
    return [
        Choice(
            value=least,
            label=f"{least} or more" if least else "any number",
            number=counted[int(least) - 1] if counted and least and int(least) <= len(counted) else None,
            ticked=least == asked,
        )
        for least in offered
    ]


def total(query: Query) -> int | None:
    """How many records the list has."""
    return None if query.as_of else count(query)
