"""The pages. What is asked is read by `timeline.query`, as in the API; what is answered are the API's own documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import orjson
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.shortcuts import render

from extraction import edtf
from timeline.ledger.documents import API
from timeline.page import counts, filters, records
from timeline.page.citation import cite
from timeline.page.extent import Window, bar
from timeline.page.history import history
from timeline.page.security import framed_anywhere, public_page
from timeline.page.takeaway import downloads, embed_code
from timeline.page.words import range_words
from timeline.query import BadQuery, Query, detail, page
from timeline.query.declared import PARAMETERS

#: Records of the first view and of each further one: a few screens.
LIMIT = 50


@public_page
def timeline(request: HttpRequest) -> HttpResponse:
    """The published timeline: the strip, the filters, and a page of the list."""
    given = request.GET.copy()
    embedded = given.pop("embed", [""])[-1] == "1"
    view = filters.asked(given)
    try:
        query = Query.read("timeline", given)
    except BadQuery as error:
        response = render(
            request, "timeline/refused.html", {"problems": error.problems, "embedded": embedded}, status=400
        )
        return framed_anywhere(response) if embedded else response
    if not given.get("limit"):
        query = replace(query, limit=LIMIT)
    response = render(request, "timeline/timeline.html", {"embedded": embedded, **_shown(query, view, embedded)})
    return framed_anywhere(response) if embedded else response


@public_page
def record(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """A record with its evidence, how its date was found, other datings, its history and how to cite it."""
    found = detail(kind, number)
    if found.moved_to is not None:
        return HttpResponsePermanentRedirect(f"/{kind}s/{found.moved_to}/")
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
            "path": path,
            "api": f"{API}{path}",
            "history": history(kind, number),
            "licence": getattr(settings, "DATA_LICENSE", ""),
            "citation": cite(document, f"{settings.SITE_URL}{path}", "Dateline"),
        },
    )


def _shown(query: Query, view: QueryDict, embedded: bool) -> dict[str, Any]:
    """What the template of the timeline shows."""
    found = page(query)
    whole, chosen = _windows(query)
    kept = filters.address(view, "/", embed="1") if embedded else filters.address(view)
    rangeless = view.copy()
    for name in ("from", "to", "undated"):
        rangeless.pop(name, None)
    following = None
    if found.next:
        following = filters.address(view, "/", cursor=str(found.next), embed="1" if embedded else None)
    rows = [records.row(document, chosen) for document in found.documents]
    return {
        "view": {name: view.get(name, "") for name in ("q", "from", "to", "match", "min_sources", "order")},
        "kinds": view.getlist("kind"),
        "carried": filters.carried(view),
        "chips": filters.chips(view),
        "searchable": any(parameter.name == "q" for parameter in PARAMETERS["timeline"]),
        "sources_choices": counts.sources(query, view),
        "facets": counts.facets(query, view),
        "strip": counts.density(query, whole, chosen),
        "total": counts.total(query),
        "undated": bool(query.undated),
        "range": range_words(chosen.first, chosen.last),
        "ranged": "from" in view or "to" in view,
        "whole_address": filters.address(view, "/", from_=None, to=None, embed="1" if embedded else None),
        "range_address": filters.address(rangeless, "/") + ("&" if rangeless else "?"),
        "undated_address": filters.address(view, "/", from_=None, to=None, undated="true"),
        "first_address": kept,
        "later": query.cursor is not None,
        "groups": records.grouped(rows),
        "next": following,
        "shown": len(rows),
        "downloads": downloads(view),
        "embed_code": embed_code(view),
        "address": filters.address(view),
        "site_url": settings.SITE_URL,
        "licence": getattr(settings, "DATA_LICENSE", ""),
    }


def _windows(query: Query) -> tuple[Window, Window]:
    """The days of the strip, and those that the list shows. The strip always has both the usual window and the list."""
    usual = Window(edtf.parse(settings.TIMELINE_START).earliest, edtf.parse(settings.TIMELINE_END).latest)  # type: ignore[arg-type]
    chosen = Window(query.first or min(usual.first, query.last or usual.first), query.last or _after(query, usual))
    return Window(min(usual.first, chosen.first), max(usual.last, chosen.last)), chosen


def _after(query: Query, usual: Window) -> dt.date:
    """Where a list without a last day is drawn to."""
    return max(usual.last, query.first) if query.first else usual.last
