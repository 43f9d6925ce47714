"""What is done around every request: a number for it, a line about it, and its share in the figures."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from corsheaders.middleware import CorsMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from prometheus_client import Counter, Histogram

logger = logging.getLogger("dateline.requests")
#: A number that a proxy has given is taken over where it is one.
GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
QUIET = ("/healthz", "/readyz", "/metrics")
request_id: ContextVar[str] = ContextVar("request_id", default="")

ANSWERED = Counter("dateline_requests_total", "Requests answered.", ["view", "method", "status"])
TOOK = Histogram(
    "dateline_request_seconds", "Time until the answer began.", ["view"], buckets=(0.005, 0.02, 0.1, 0.5, 2, 10)
)


# Views, methods and statuses are few: the series of each is looked up once.
answered, taken = lru_cache(1000)(ANSWERED.labels), lru_cache(1000)(TOOK.labels)


class Cors(CorsMiddleware):
    """Middleware: readers on pages of other sites. Who names no such page is spared what is done for those who do."""

    def __call__(self, request: HttpRequest) -> Any:
        """The answer, which says to caches that it may be another for a page of another site."""
        if "HTTP_ORIGIN" in request.META:
            return super().__call__(request)
        response = self.get_response(request)
        assert isinstance(response, HttpResponseBase)
        if "origin" not in response.get("Vary", "") and self.is_enabled(request):
            patch_vary_headers(response, ("origin",))
        return response


class Requests:
    """Middleware: `X-Request-ID` in the answer and in every line that is logged meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        number = given if GIVEN.fullmatch(given) else os.urandom(16).hex()
        token = request_id.set(number)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            took = time.perf_counter() - began
            response["X-Request-ID"] = number
            match = request.resolver_match
            # What is answered before its view is found is known by its status: nothing had changed.
            view = match.view_name if match else "unchanged" if response.status_code == 304 else ""
            answered(view, request.method or "", str(response.status_code)).inc()
            taken(view).observe(took)
            if request.path not in QUIET:
                fields = {
                    "method": request.method,
                    "path": request.path,
                    "status": response.status_code,
                    "milliseconds": round(took * 1000, 1),
                }
                logger.info("request", extra={"fields": fields})
            return response
        finally:
            request_id.reset(token)
