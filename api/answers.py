"""A list as a response: in the format that was asked for, paged or streamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from api.formats import Context, Format, Source
from api.formats.tables import fields_of
from api.links import next_link
from timeline import deadline
from timeline.ledger.changes import Standing, standing
from timeline.query import BadQuery, Problem, Query, count, included, page, select, stream


def respond(
    request: HttpRequest, query: Query, chosen: Format, now: Standing | None
) -> tuple[HttpResponseBase, Standing]:
    """The answer to a query of a list, suited to its format, and where the feed stood when it was read.

    Where that is not known yet (`now` is None), a page is read together with it.
    """
    found = None
    # Where that may find nothing, it is asked before; and it costs little to have found nothing by dates alone.
    if now is None and query.plain and not chosen.unpaged:
        found = page(query)
        now = found.standing
    if now is None:
        found, now = None, standing()
    context = Context(
        query=query,
        request=request,
        title=f"Dateline: {query.listing}",
        licence=settings.DATA_LICENSE,
        licence_url=settings.DATA_LICENSE_URL,
    )
    response: HttpResponseBase
    if chosen.unpaged:
        if bounded := deadline.present():
            bounded.lift()
        pieces = chosen.write(Source(select(stream(query), query)), context)
        # What is wrong shows at the first piece, while there is still a status to answer.
        response = StreamingHttpResponse(_started(pieces), content_type=_content_type(chosen))
    else:
        found = found or page(query)
        cursor = str(found.next) if found.next else None
        following = next_link(request, cursor) if cursor else None
        source = Source(
            list(select(found.documents, query)),
            following,
            cursor,
            count(query) if query.count else None,
            included(found.documents, query.include, query.as_of),
        )
        response = HttpResponse(b"".join(chosen.write(source, context)), content_type=_content_type(chosen))
        if following:
            response["Link"] = f'<{following}>; rel="next"'
    if chosen.download:
        response["Content-Disposition"] = f'attachment; filename="{_file_name(query)}.{chosen.extension}"'
    return response, now


def suited(query: Query, chosen: Format) -> Query:
    """The query as the format takes it: as many records as it holds, only located ones on a map. Raises BadQuery."""
    problems = []
    for name, asked, formats in (
        ("count", query.count, ("json",)),
        ("include", query.include, ("json",)),
        ("fields", query.fields, ("json", "ndjson", "array", "csv")),
        ("bom", query.bom, ("csv",)),
    ):
        if asked and chosen.name not in formats:
            detail = f"belongs to the format {' or '.join(formats)}, not to {chosen.name}"
            problems.append(Problem(name, detail, "contradiction"))
    if chosen.name == "csv" and (lacking := sorted(set(query.fields) - set(fields_of(query.listing)))):
        names = ", ".join(fields_of(query.listing))
        problems.append(Problem("fields", f"{lacking[0]} has no column in CSV; these have: {names}", "contradiction"))
    if problems:
        raise BadQuery(problems)
    changed: dict[str, Any] = {}
    if chosen.most and (query.limit > chosen.most or not query.limited):
        changed["limit"] = chosen.most
    if chosen.name == "geojson" and query.located is None:
        changed["located"] = True
    return replace(query, **changed) if changed else query


def _started(pieces: Iterator[bytes]) -> Iterator[bytes]:
    first = next(pieces, b"")
    return chain((first,), pieces)


def _content_type(chosen: Format) -> str:
    return f"{chosen.media_type}; charset=utf-8" if chosen.media_type.startswith("text/") else chosen.media_type


def _file_name(query: Query) -> str:
    days = [day.isoformat() for day in (query.first, query.last) if day]
    return re.sub(r"[^a-z0-9-]", "", "-".join([query.listing, *days]))
