"""A fault as a problem document (RFC 9457), of every address alike."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse

from timeline.query import BadQuery

MEDIA_TYPE = "application/problem+json"
#: Seconds after which a reader may try again while the database is away.
RETRY_AFTER = 5


def problem(
    status: int,
    detail: str,
    errors: list[dict[str, Any]] | None = None,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> HttpResponse:
    """A problem document as a response; `more` are members of its own."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    body |= more
    return HttpResponse(orjson.dumps(body), status=status, content_type=MEDIA_TYPE, headers=headers)


def refused(error: BadQuery) -> HttpResponse:
    """The answer to a query that cannot be answered: each fault with its parameter."""
    errors = [{"parameter": p.parameter, "detail": p.detail, "code": p.code} for p in error.problems]
    return problem(400, "The query cannot be answered.", errors)


def only_read() -> HttpResponse:
    """The answer to any other method than those that read."""
    return problem(405, "The methods here are: GET, HEAD.", headers={"Allow": "GET, HEAD"})


def away() -> HttpResponse:
    """The answer while the database is away."""
    return problem(503, "The database is away; try again.", headers={"Retry-After": str(RETRY_AFTER)})


def asks_for_json(request: HttpRequest) -> bool:
    """Whether who asks for a page would rather have JSON than a page."""
    accepted = request.META.get("HTTP_ACCEPT", "").lower()
    return "json" in accepted and "text/html" not in accepted
