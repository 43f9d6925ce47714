"""Counts of a view: the strip's, the filters', the list's."""

from __future__ import annotations

from django.http import QueryDict

from timeline.page.extent import Window
from timeline.page.filters import Choice, Facet, facet
from timeline.page.strip import Strip
from timeline.query import Query

#: Filters whose values are offered.
FACETS = {"speaker": "Speaker", "place": "Place", "publisher": "Publisher", "tag": "Tag"}


def density(query: Query, whole: Window, chosen: Window) -> Strip | None:
    """The strip of a view; None where nobody counts."""
    return None


def facets(query: Query, view: QueryDict) -> list[Facet]:
    """The filters with their most frequent values."""
    return [facet(parameter, title, [], view) for parameter, title in FACETS.items()]


def sources(query: Query, view: QueryDict) -> list[Choice]:
    """Numbers of independent sources to choose from."""
    asked = view.get("min_sources", "")
    offered = [("", "any number"), ("2", "2 or more"), ("3", "3 or more"), ("5", "5 or more")]
    if asked not in dict(offered) and asked != "1":
        offered.append((asked, f"{asked} or more"))
    return [Choice(value, label, None, value == asked) for value, label in offered]


def total(query: Query) -> int | None:
    """How many records the list has; None where nobody counts."""
    return None
