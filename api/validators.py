"""ETag, Last-Modified and 304: from the change counter, before anything is read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe

from timeline.ledger.changes import Standing, erasures, standing

#: Counts the shapes of our answers: a new one makes every kept copy stale.
SHAPE = 1
#: Seconds for which the second of a change may still see another one.
UNSETTLED = 2
VARY = "Accept, Authorization"


def validated(
    request: HttpRequest,
    make: Callable[[Standing], HttpResponseBase],
    *,
    as_of: dt.datetime | None = None,
) -> HttpResponseBase:
    """The answer of `make`, or 304 where the reader has it; what was is the same for ever, erasures apart."""
    now = standing()
    # Of the past nothing changes, unless something of it is erased.
    state = f"{now.seq}" if as_of is None else f"past {erasures()}"
    tag = _tag(request, state)
    modified = now.at if as_of is None else as_of
    settled = modified is not None and (timezone.now() - modified).total_seconds() > UNSETTLED
    if _unchanged(request, tag, modified if settled else None):
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = make(now)
    response["ETag"] = tag
    if settled and modified:
        response["Last-Modified"] = http_date(modified.timestamp())
    response["Vary"] = VARY
    if request.headers.get("Authorization"):
        response["Cache-Control"] = "private, no-cache"
    else:
        response["Cache-Control"] = "public, no-cache" if as_of is None else "public, max-age=3600"
    return response


def _tag(request: HttpRequest, state: str) -> str:
    parts = (
        str(SHAPE),
        state,
        request.scheme or "",
        request.get_host(),
        request.path,
        request.META.get("QUERY_STRING", ""),
        request.headers.get("Accept", ""),
        settings.TIMELINE_START,
        settings.TIMELINE_END,
        settings.DATA_LICENSE,
    )
    return f'W/"{hashlib.blake2b(chr(0).join(parts).encode(), digest_size=16).hexdigest()}"'


def _unchanged(request: HttpRequest, tag: str, modified: dt.datetime | None) -> bool:
    if given := request.headers.get("If-None-Match"):
        tags = [found.strip().removeprefix("W/") for found in given.split(",")]
        return "*" in tags or tag.removeprefix("W/") in tags
    if (since := request.headers.get("If-Modified-Since")) and modified:
        asked = parse_http_date_safe(since)
        return asked is not None and int(modified.timestamp()) <= asked
    return False
