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
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)
#: Seconds after which a reader may try again while the database is away.
RETRY_AFTER = 5
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
    """A page that anybody may read: GET and HEAD alone, strict headers, faults as pages."""

    # Nothing is taken here, so that nothing can be forged: who sends something is told 405, not of a missing cookie.
    @csrf_exempt
    @require_safe
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = render(request, "timeline/missing.html", status=404)
        except (DataError, OverflowError):
            response = render(request, "timeline/refused.html", {"problems": []}, status=400)
        except (OperationalError, InterfaceError) as error:
            logger.error("the database is away", exc_info=error)
            response = render(request, "timeline/away.html", status=503)
            response.headers["Retry-After"] = str(RETRY_AFTER)
        response.headers.setdefault("Content-Security-Policy", policy())
        # What is withdrawn must be gone on the next look, not when a cache forgets it.
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return guarded


def framed_anywhere(response: HttpResponse) -> HttpResponse:
    """Let other sites show this answer in a frame: the embedded view, and nothing else, is made for it."""
    response.headers["Content-Security-Policy"] = policy(**{"frame-ancestors": "*"})
    response.xframe_options_exempt = True
    return response


def policy(**changed: str) -> str:
    """The Content-Security-Policy header, with directives replaced."""
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **changed}.items())
