"""The pages. What is asked is read by `timeline.query`, as in the API; what is answered are the API's own documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers

from extraction import edtf
from timeline.ledger.documents import API
from timeline.page import counts, filters, records
from timeline.page.citation import cite
from timeline.page.extent import Window, bar
from timeline.page.history import history
from timeline.page.security import framed_anywhere, policy, public_page
from timeline.page.takeaway import downloads, embed_code
from timeline.page.words import range_edtf, range_words
from timeline.problems import asks_for_json, refused
from timeline.query import BadQuery, DetailQuery, Query, detail, page
from timeline.query.facets import Facets

#: Records of the first view and of each further one: a few screens.
LIMIT = 50
#: Years that the strip reaches beyond the usual window at most.
BEFORE, AFTER = 300, 100
#: A header by which the page's script asks for the list alone, where all around it stands already.
PART = "Dateline-Part"


@public_page
def timeline(request: HttpRequest) -> HttpResponse:
    """The published timeline: the strip, the filters, and a page of the list."""
    given = request.GET.copy()
    embedded = given.pop("embed", [""])[-1] == "1"
    view = filters.asked(given)
    try:
        query = Query.read("timeline", given)
    except BadQuery as error:
        if asks_for_json(request):
            return refused(error)
        response = render(
            request, "timeline/refused.html", {"problems": error.problems, "embedded": embedded}, status=400
        )
        return framed_anywhere(response) if embedded else response
    if not given.get("limit"):
        query = replace(query, limit=LIMIT)
    if request.headers.get(PART) == "list":
        response = render(request, "timeline/list.html", {"embedded": embedded, **_listed(query, view, embedded)})
    else:
        response = render(request, "timeline/timeline.html", {"embedded": embedded, **_shown(query, view, embedded)})
    patch_vary_headers(response, [PART])
    return framed_anywhere(response) if embedded else response


@public_page
def timelinejs(request: HttpRequest) -> HttpResponse:
    """The same view in TimelineJS, whose packaged release is served from here."""
    view = filters.asked(request.GET)
    try:
        Query.read("timeline", view)
    except BadQuery as error:
        return render(request, "timeline/refused.html", {"problems": error.problems}, status=400)
    response = render(
        request,
        "timeline/timelinejs.html",
        {"source": filters.address(view, f"{API}/timeline/", format="timelinejs"), "address": filters.address(view)},
    )
    # TimelineJS writes style attributes and loads the font of its icons.
    response.headers["Content-Security-Policy"] = policy(
        **{"style-src": "'self' 'unsafe-inline'", "font-src": "'self'", "img-src": "'self' data:"}
    )
    return response


@public_page
def icon(request: HttpRequest) -> HttpResponse:
    """Where a browser looks on pages that name no icon, such as an answer of the API."""
    return redirect(static("timeline/icon.svg"))


@public_page
def record(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """A record with its evidence, how its date was found, other datings, its history and how to cite it."""
    try:
        asked = DetailQuery.read(kind, request.GET)
    except BadQuery as error:
        return render(request, "timeline/refused.html", {"problems": error.problems}, status=400)
    found = detail(kind, number, asked.as_of)
    if found.moved_to is not None:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"/{kind}s/{found.moved_to}/{query and f'?{query}'}")
    if found.erased is not None:
        return render(request, "timeline/erased.html", {"erased": found.erased}, status=410)
    if found.document is None:
        raise Http404
    document = orjson.loads(found.document)
    path = records.record_path(document)
    window = records.own_window(document["when"])
    return render(
        request,
        "timeline/record.html",
        {
            **records.shown(document),
            "bar": bar(document["when"], window) if window else None,
            "window": range_words(window.first, window.last) if window else "",
            "window_edtf": range_edtf(window.first, window.last) if window else "",
            "path": path,
            "api": f"{API}{path}",
            "history": history(kind, number),
            "as_of": asked.as_of,
            "citation": cite(document, f"{settings.SITE_URL}{path}", "Dateline"),
            **_licence(),
        },
    )


def _listed(query: Query, view: QueryDict, embedded: bool) -> dict[str, Any]:
    """What the list shows."""
    found = page(query)
    rows = [records.row(document, _windows(query)[1], view.get("as_of", "")) for document in found.documents]
    return {
        "groups": records.grouped(rows, by_year=query.order in ("start", "-start")),
        "next": filters.address(_here(view, embedded), cursor=str(found.next)) if found.next else None,
        "shown": len(rows),
    }


def _here(view: QueryDict, embedded: bool) -> QueryDict:
    """The view for links: those of an embedded view stay in its frame, which shows embedded views alone."""
    here = view.copy()
    if embedded:
        here["embed"] = "1"
    return here


def _shown(query: Query, view: QueryDict, embedded: bool) -> dict[str, Any]:
    """What the template of the timeline shows."""
    facets = Facets(query)
    past = bool(query.as_of)
    whole, chosen = _windows(query)
    here = _here(view, embedded)
    rangeless = here.copy()
    for name in ("from", "to", "undated"):
        rangeless.pop(name, None)
    return {
        **_listed(query, view, embedded),
        "view": {name: view.get(name, "") for name in ("q", "from", "to", "match", "min_sources", "order")},
        "kinds": view.getlist("kind"),
        "carried": filters.carried(view),
        "chips": filters.chips(here),
        "sources_choices": counts.sources(query, facets, view),
        "facets": counts.facets_of(query, facets, view),
        "strip": counts.density(query, facets, whole, chosen),
        "total": None if past else facets.total(),
        "kind_counts": None if past else facets.kinds(),
        "undated": bool(query.undated),
        "as_of": query.as_of,
        "present_address": filters.address(here, as_of=None),
        "range": range_words(chosen.first, chosen.last),
        "range_edtf": range_edtf(chosen.first, chosen.last),
        "ranged": "from" in view or "to" in view,
        "whole_address": filters.address(here, from_=None, to=None),
        "range_address": filters.address(rangeless) + ("&" if rangeless else "?"),
        "undated_address": filters.address(rangeless, undated="true"),
        "first_address": filters.address(here),
        "later": query.cursor is not None,
        "timelinejs": filters.address(view, "/timelinejs/"),
        "downloads": downloads(view),
        "embed_code": embed_code(view),
        "address": filters.address(view),
        "site_url": settings.SITE_URL,
        **_licence(),
    }


def _licence() -> dict[str, str]:
    """Under which terms the data may be used, where the settings say it, and whose the coordinates are."""
    return {
        "licence": settings.DATA_LICENSE,
        "licence_url": settings.DATA_LICENSE_URL,
        "places_credit": settings.PLACES_CREDIT,
        "places_credit_url": settings.PLACES_CREDIT_URL,
    }


def _windows(query: Query) -> tuple[Window, Window]:
    """The days of the strip, and those that the list shows.

    The strip has the usual window and the list's, but reaches no further than people can tell apart.
    """
    start, end = edtf.parse(settings.TIMELINE_START).earliest, edtf.parse(settings.TIMELINE_END).latest
    usual = Window(start or dt.date.min, end or dt.date.max)
    first = query.first or min(usual.first, query.last or usual.first)
    chosen = Window(first, query.last or max(usual.last, first))
    return Window(
        max(min(usual.first, chosen.first), dt.date(max(usual.first.year - BEFORE, 1), 1, 2)),
        min(max(usual.last, chosen.last), dt.date(min(usual.last.year + AFTER, 9998), 12, 30)),
    ), chosen
