"""Worked examples: the feeds in libraries that dashboards are made with, each in a script of a few lines."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from timeline.ledger.documents import API
from timeline.page import filters
from timeline.page.security import policy, public_page
from timeline.query import BadQuery, Query


class Example(NamedTuple):
    """A library, what of it is loaded from `vendor/`, and the feed that it reads."""

    title: str
    about: str
    format: str
    script: str
    style: str = ""


EXAMPLES = {
    "vis": Example(
        "vis-timeline",
        "Records as boxes and ranges on a band of time.",
        "vis",
        "vendor/vis-timeline/vis-timeline-graph2d.min.js",
        "vendor/vis-timeline/vis-timeline-graph2d.min.css",
    ),
    "map": Example(
        "Leaflet",
        "Located records on a map. It draws a grid alone: tiles would come from another host.",
        "geojson",
        "vendor/leaflet/leaflet.js",
        "vendor/leaflet/leaflet.css",
    ),
    "table": Example("d3-dsv", "The table, parsed and counted by year.", "csv", "vendor/d3-dsv/d3-dsv.min.js"),
}


@public_page
def index(request: HttpRequest) -> HttpResponse:
    """What examples there are."""
    _served()
    return render(request, "timeline/examples.html", {"examples": EXAMPLES})


@public_page
def example(request: HttpRequest, name: str) -> HttpResponse:
    """One example; its address takes the parameters of the timeline."""
    _served()
    if name not in EXAMPLES:
        raise Http404
    view = filters.asked(request.GET)
    try:
        Query.read("timeline", view)
    except BadQuery as error:
        return render(request, "timeline/refused.html", {"problems": error.problems}, status=400)
    found = EXAMPLES[name]
    response = render(
        request,
        "timeline/example.html",
        {
            "example": found,
            "own": f"examples/{name}.js",
            "source": filters.address(view, f"{API}/timeline/", format=found.format),
            "address": filters.address(view),
        },
    )
    # These libraries write style attributes, and draw with images in their style sheets.
    response.headers["Content-Security-Policy"] = policy(
        **{"style-src": "'self' 'unsafe-inline'", "img-src": "'self' data:"}
    )
    return response


def _served() -> None:
    if not settings.EXAMPLES:
        raise Http404
