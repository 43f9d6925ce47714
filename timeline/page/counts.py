"""Counts of a view: the strip's, the filters', the list's. All of them are asked of `timeline.query`."""

from __future__ import annotations

from dataclasses import replace

from django.http import QueryDict

from timeline.models.entry import MOST_SOURCES
from timeline.page.extent import Window
from timeline.page.filters import Choice, Facet, facet
from timeline.page.strip import Count, Strip, interval, strip
from timeline.query import HistogramQuery, Query, histogram
from timeline.query.facets import Facets
from timeline.query.histogram import buckets
from timeline.query.tallied import tally

TITLES = {"speaker": "Speaker", "place": "Place", "publisher": "Publisher", "tag": "Tag"}


def density(query: Query, facets: Facets, whole: Window, chosen: Window) -> Strip | None:
    """The strip of a view, its range left out of account; None for the past, which nobody counts.

    Where too many records would have to be looked at it has no counts, and still chooses a range.
    """
    if query.as_of:
        return None
    by = interval(whole)
    asked = replace(query, first=whole.first, last=whole.last, certain=False, undated=None, cursor=None)
    counted = tally(asked) is not None or facets.few(asked)
    if counted:
        found = histogram(HistogramQuery(asked, by)).buckets
        counts = [Count(bucket.start, bucket.end, bucket.certain, bucket.possible) for bucket in found]
    else:
        counts = [Count(first, last, 0, 0) for first, last in buckets(whole.first, whole.last, by)]
    return strip(counts, whole, whole if query.undated else chosen, by, counted=counted)


def facets_of(query: Query, facets: Facets, view: QueryDict) -> list[Facet]:
    """The filters with their most frequent values."""
    return [facet(name, title, [] if query.as_of else facets.frequent(name), view) for name, title in TITLES.items()]


def sources(query: Query, facets: Facets, view: QueryDict) -> list[Choice]:
    """Numbers of independent sources to choose from."""
    asked = view.get("min_sources", "")
    offered = ["", *(str(least) for least in range(2, MOST_SOURCES + 1))]
    if asked not in (*offered, "1"):
        offered.append(asked)
    counted = (None if query.as_of else facets.sources()) or []
    return [
        Choice(
            value=least,
            label=f"{least} or more" if least else "any number",
            number=counted[int(least) - 1] if least and int(least) <= len(counted) else None,
            ticked=least == asked,
        )
        for least in offered
    ]
