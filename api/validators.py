"""ETag, Last-Modified and 304: from the change counter, before anything is read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache, partial

from django.conf import settings
from django.core.signals import setting_changed
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.http import http_date, parse_http_date_safe
from rest_framework.exceptions import Throttled

from api.throttling import take
from timeline.ledger.changes import Standing, erasures, standing

#: Counts the shapes of our answers: a new one makes every kept copy stale.
SHAPE = 1
#: Seconds for which the second of a change may still see another one.
UNSETTLED = 2
#: The same second is told until the next change.
_date = lru_cache(maxsize=100)(http_date)
#: What an answer depends on, the same for 304. What is added further out is named here: to find it missing costs more.
VARY = "Accept, Authorization, origin, Accept-Encoding"


class Unchanged:
    """Middleware: a reader who has the present answer is told so before anything else is found out.

    The tag was made of the address, the change counter and our secret, so that who sends it has been answered 200
    at that address, and nothing has changed since. All else is for the view: the past, dates, the holders of tokens.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.META.get("HTTP_IF_NONE_MATCH")
        if given and request.method == "GET" and _of_readers(request):
            with suppress(DatabaseError, InterfaceError, Throttled):
                now = standing()
                tag = _tag(request, f"{now.seq}")
                if tag in given:
                    rate = take(request)
                    response = _completed(HttpResponseNotModified(), request, tag, now.at, settled=_settled(now.at))
                    for name, value in rate.headers().items() if rate else ():
                        response[name] = value
                    return response
        return self.get_response(request)


def _of_readers(request: HttpRequest) -> bool:
    """Whether it is an address of the API, now and without a token."""
    meta = request.META
    return (
        request.path_info.startswith("/api/v1/")
        and "HTTP_AUTHORIZATION" not in meta
        and "as_of" not in meta.get("QUERY_STRING", "")
    )


def validated(
    request: HttpRequest,
    make: Callable[[Standing], HttpResponseBase],
    *,
    as_of: dt.datetime | None = None,
    sure: bool = False,
) -> HttpResponseBase:
    """The answer of `make`, or 304 where the reader has it; what was is the same for ever, erasures apart.

    Conditions are about an answer of 200 (RFC 9110, 13.2.1). Who sends its tag got one; of dates and `*`, which
    anybody can send, that is found out first, unless it is `sure`: a list whose query can be answered is.
    """
    now = standing()
    # Of the past nothing changes, unless something of it is erased.
    erased = None if as_of is None else erasures()
    state = f"{now.seq}" if erased is None else f"past {erased.number}"
    tag = _tag(request, state)
    modified = now.at if as_of is None or erased is None else max(as_of, erased.at or as_of)
    settled = _settled(modified)
    unchanged = partial(_unchanged, request, modified if settled else None)
    if _holds(request, tag) or (sure and unchanged()):
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = make(now)
        if response.status_code == 200 and unchanged():
            response = HttpResponseNotModified()
    return _completed(response, request, tag, modified, settled=settled, past=as_of is not None)


def validated_list(
    request: HttpRequest,
    make: Callable[[Standing | None], tuple[HttpResponseBase, Standing]],
    *,
    as_of: dt.datetime | None = None,
) -> HttpResponseBase:
    """The same for an answer of `make` that may find out itself where the feed stood, in the statement that it reads.

    Who does not ask whether something has changed is spared the statement that says so.
    """
    meta = request.META
    if as_of is not None or "HTTP_IF_NONE_MATCH" in meta or "HTTP_IF_MODIFIED_SINCE" in meta:
        return validated(request, lambda now: make(now)[0], as_of=as_of, sure=True)
    response, now = make(None)
    return _completed(response, request, _tag(request, f"{now.seq}"), now.at, settled=_settled(now.at))


def _settled(modified: dt.datetime | None) -> bool:
    return modified is not None and (timezone.now() - modified).total_seconds() > UNSETTLED


def _completed(
    response: HttpResponseBase,
    request: HttpRequest,
    tag: str,
    modified: dt.datetime | None,
    *,
    settled: bool,
    past: bool = False,
) -> HttpResponseBase:
    """The answer with its validators, and with what caches may do with it. Where a record went has no tag."""
    if response.status_code in (200, 304):
        response["ETag"] = tag
        if settled and modified:
            response["Last-Modified"] = _date(int(modified.timestamp()))
    response["Vary"] = VARY
    if request.META.get("HTTP_AUTHORIZATION"):
        response["Cache-Control"] = "private, no-cache"
    else:
        response["Cache-Control"] = "public, max-age=3600" if past else "public, no-cache"
    return response


def _tag(request: HttpRequest, state: str) -> str:
    parts = (
        str(SHAPE),
        state,
        request.scheme or "",
        request.META.get("HTTP_HOST", ""),
        request.path,
        request.META.get("QUERY_STRING", ""),
        request.META.get("HTTP_ACCEPT", ""),
    )
    shown, key = _of_the_operator()
    return f'W/"{hashlib.blake2b((chr(0).join(parts) + shown).encode(), key=key, digest_size=16).hexdigest()}"'


@cache
def _of_the_operator() -> tuple[str, bytes]:
    """The settings that answers show; and a key: the counter is public, and what anybody can make says nothing."""
    shown = (settings.TIMELINE_START, settings.TIMELINE_END, settings.DATA_LICENSE, settings.DATA_LICENSE_URL)
    return "".join(f"\0{value}" for value in shown), settings.SECRET_KEY.encode()[:64]


# Settings change in tests alone.
setting_changed.connect(lambda **_: _of_the_operator.cache_clear(), weak=False)


def _holds(request: HttpRequest, tag: str) -> bool:
    """Whether the reader has the answer of this tag."""
    return tag.removeprefix("W/") in _tags(request)


def _unchanged(request: HttpRequest, modified: dt.datetime | None) -> bool:
    """Whether the reader has an answer by the other conditions; dates count where no tag is sent."""
    if "HTTP_IF_NONE_MATCH" in request.META:
        return "*" in _tags(request)
    if (since := request.META.get("HTTP_IF_MODIFIED_SINCE")) and modified:
        asked = parse_http_date_safe(since)
        return asked is not None and int(modified.timestamp()) <= asked
    return False


def _tags(request: HttpRequest) -> list[str]:
    return [found.strip().removeprefix("W/") for found in request.META.get("HTTP_IF_NONE_MATCH", "").split(",")]
