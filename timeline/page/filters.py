"""The filter form: what is asked, as fields, as a list of what can be taken off, and as addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.http import QueryDict

from extraction.names import folded
from timeline.query.facets import Value
from timeline.query.sampled import Amount

#: Parameters that place or shape an answer: never part of a view that is sent on.
SHAPING = frozenset({"cursor", "limit", "format", "fields", "include", "count", "bom", "embed"})
#: Names of parameters as the page writes them.
NAMES = {
    "q": "words",
    "from": "from",
    "to": "to",
    "match": "dates",
    "kind": "kind",
    "speaker": "speaker",
    "organisation": "organisation",
    "place": "place",
    "actor": "actor",
    "tag": "tag",
    "publisher": "publisher",
    "min_sources": "independent sources, at least",
    "open": "also without a known start",
    "undated": "undated",
}
#: Fields of the form that a reader changes there; all others are carried along unseen.
FIELDS = frozenset({"q", "from", "to", "match", "kind", "speaker", "place", "tag", "publisher", "min_sources", "order"})


class Chip(NamedTuple):
    """A filter that is on, and the address of the same view without it."""

    name: str
    value: str
    without: str


class Choice(NamedTuple):
    """A value that can be ticked, and how many records have it; None in the past, which nobody counts."""

    value: str
    label: str
    amount: Amount | None
    ticked: bool


class Facet(NamedTuple):
    """A filter with its most frequent values."""

    parameter: str
    title: str
    choices: list[Choice]


def asked(given: QueryDict) -> QueryDict:
    """The view's own parameters: paging, embedding and empty fields left out, so that one view has one address."""
    found = QueryDict(mutable=True)
    for name, values in given.lists():
        kept = [value for value in values if value]
        if kept and name not in SHAPING:
            found.setlist(name, list(dict.fromkeys(kept)))
    return found


def address(view: QueryDict, path: str = "/", **changed: str | None) -> str:
    """The address of a view with parameters replaced, or (None) taken off."""
    found = view.copy()
    for name, value in changed.items():
        name = name.rstrip("_")
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    query = found.urlencode()
    return f"{path}?{query}" if query else path


def chips(view: QueryDict) -> list[Chip]:
    """The filters that are on, the range and the order excepted: those show themselves."""
    found = []
    for name, values in view.lists():
        if name in ("from", "to", "order", "embed"):
            continue
        for value in values:
            rest = view.copy()
            rest.setlist(name, [other for other in values if other != value])
            found.append(Chip(NAMES.get(name, name.replace("_", " ")), value, address(rest)))
    return found


def carried(view: QueryDict) -> list[tuple[str, str]]:
    """Parameters that the form has no field for, as hidden fields."""
    return [(name, value) for name, values in view.lists() if name not in FIELDS for value in values]


def facet(parameter: str, title: str, counted: Iterable[Value], view: QueryDict) -> Facet:
    """A filter with its values: those that are on come first."""
    left = {folded(value.label): value for value in counted}
    ticked = []
    for value in view.getlist(parameter):
        known = left.pop(folded(value), None)
        ticked.append(Choice(value, known.label if known else value, known.amount if known else None, True))
    return Facet(
        parameter, title, [*ticked, *(Choice(value.label, value.label, value.amount, False) for value in left.values())]
    )
