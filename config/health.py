"""Whether the service lives, whether it can answer, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hmac import compare_digest

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.problems import not_found
from timeline.problems import away, only_read

View = Callable[[HttpRequest], HttpResponse]


def safe(view: View) -> View:
    """A view that is read alone. Who sends something is told so as a problem: no form of ours is sent here."""

    @csrf_exempt
    @never_cache
    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            return view(request)
        return only_read()

    return checked


@safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; the database is not asked, for a restart would not help it."""
    return JsonResponse({"status": "ok"})


@safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers; otherwise 503, and a balancer sends readers elsewhere."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM timeline_entry LIMIT 1")
    except (DatabaseError, InterfaceError):
        return away()
    return JsonResponse({"status": "ok"})


@safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures for Prometheus, of this process; for whoever METRICS_TOKEN names, or nobody."""
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not compare_digest(given.encode(), f"Bearer {settings.METRICS_TOKEN}".encode()):
        return not_found(request)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)
