"""Counts of a view: the strip's, the filters', the list's. All of them are asked of `timeline.query`."""

from __future__ import annotations

from dataclasses import replace

from django.http import QueryDict

from timeline.models.entry import MOST_SOURCES
from timeline.page.extent import Window
from timeline.page.filters import Choice, Facet, facet
from timeline.page.strip import Count, Strip, interval, strip
from timeline.query import Query
from timeline.query.facets import Facets
from timeline.query.histogram import buckets
from timeline.query.sampled import Amount

TITLES = {"speaker": "Speaker", "place": "Place", "publisher": "Publisher", "tag": "Tag"}


def density(query: Query, facets: Facets, whole: Window, chosen: Window) -> Strip:
    """The strip of a view, its range left out of account; of the past, which nobody counts, without counts."""
    by = interval(whole)
    asked = replace(query, first=whole.first, last=whole.last, certain=False, undated=None, cursor=None)
    shown = whole if query.undated else chosen
    if query.as_of:
        empty = [Count(first, last, 0, 0) for first, last in buckets(whole.first, whole.last, by)]
        return strip(empty, whole, shown, by, counted=False)
    found = facets.density(asked, by)
    counts = [Count(bucket.start, bucket.end, bucket.certain, bucket.possible) for bucket in found]
    return strip(counts, whole, shown, by, about=not facets.exact(asked))


def facets_of(query: Query, facets: Facets, view: QueryDict) -> list[Facet]:
    """The filters with their most frequent values, and those that are on."""
    return [
        facet(name, title, [] if query.as_of else facets.frequent(name, view.getlist(name)), view)
        for name, title in TITLES.items()
    ]


def sources(query: Query, facets: Facets, view: QueryDict) -> list[Choice]:
    """Numbers of independent sources to choose from."""
    asked = view.get("min_sources", "")
    offered = ["", *(str(least) for least in range(2, MOST_SOURCES + 1))]
    if asked not in (*offered, "1"):
        offered.append(asked)
    counted = [] if query.as_of else facets.sources()

    def amount(least: int) -> Amount | None:
        if query.as_of:
            return None
        return counted[least - 1] if least <= MOST_SOURCES else facets.total(replace(query, min_sources=least))

    return [
        Choice(
            value=least,
            label=f"{least} or more" if least else "any number",
            amount=amount(int(least or 1)),
            ticked=least == asked,
        )
        for least in offered
    ]
