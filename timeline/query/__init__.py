"""One query of the published timeline for page, API and feeds."""

from timeline.query import live, past
from timeline.query.asked import Query
from timeline.query.changes import ChangesQuery, changes
from timeline.query.details import Detail, DetailQuery, Tombstone, detail, tombstone
from timeline.query.histogram import Histogram, HistogramQuery, histogram
from timeline.query.live import Page
from timeline.query.parameters import BadQuery, Parameter, Problem
from timeline.query.selection import included, select, selected


def page(query: Query) -> Page:
    """One page of the answer, now or as it was."""
    return past.page(query) if query.as_of else live.page(query)


def stream(query: Query):  # type: ignore[no-untyped-def]
    """All documents of the answer in order, in constant memory."""
    return past.stream(query) if query.as_of else live.stream(query)


def count(query: Query) -> int:
    """How many records the answer has on all its pages."""
    return past.count(query) if query.as_of else live.count(query)


__all__ = [
    "BadQuery",
    "ChangesQuery",
    "Detail",
    "DetailQuery",
    "Histogram",
    "HistogramQuery",
    "Page",
    "Parameter",
    "Problem",
    "Query",
    "Tombstone",
    "changes",
    "count",
    "detail",
    "histogram",
    "included",
    "page",
    "select",
    "selected",
    "stream",
    "tombstone",
]
