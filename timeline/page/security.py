"""What every public page is wrapped in: headers that keep foreign things out, and a page for every fault."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from timeline.problems import asks_for_json, away, only_read, problem

logger = logging.getLogger(__name__)
#: Only this site's own files; no inline script or style, no frames, nothing from other hosts.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """A page that anybody may read: GET and HEAD alone, strict headers, faults as pages, or as problems to who asks for
    JSON.
    """

    # Nothing is taken here, so that nothing can be forged: who sends something is told 405, not of a missing cookie.
    @csrf_exempt
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return only_read()
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = _fault(request, "missing", problem(404, "There is no such page, or it is not public."))
        except (DataError, OverflowError):
            response = _fault(request, "refused", problem(400, "A value is out of bounds."))
        except (OperationalError, InterfaceError) as error:
            logger.error("the database is away", exc_info=error)
            response = _fault(request, "away", away())
        response.headers.setdefault("Content-Security-Policy", policy())
        # What is withdrawn must be gone on the next look, not when a cache forgets it.
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return guarded


def _fault(request: HttpRequest, template: str, found: HttpResponse) -> HttpResponse:
    """A problem as it is, or as a page."""
    if asks_for_json(request):
        return found
    page = render(request, f"timeline/{template}.html", {"problems": []}, status=found.status_code)
    if found.headers.get("Retry-After"):
        page.headers["Retry-After"] = found.headers["Retry-After"]
    return page


def framed_anywhere(response: HttpResponse) -> HttpResponse:
    """Let other sites show this answer in a frame: the embedded view, and nothing else, is made for it."""
    response.headers["Content-Security-Policy"] = policy(**{"frame-ancestors": "*"})
    response.xframe_options_exempt = True
    return response


def policy(**changed: str) -> str:
    """The Content-Security-Policy header, with directives replaced."""
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **changed}.items())
