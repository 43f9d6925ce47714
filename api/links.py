"""Addresses of other pages."""

from __future__ import annotations

from django.http import HttpRequest


def next_link(request: HttpRequest, cursor: str) -> str:
    """The address of the same list after the cursor. Its host is one that ALLOWED_HOSTS names."""
    parameters = request.GET.copy()
    parameters["cursor"] = cursor
    return f"{request.build_absolute_uri(request.path)}?{parameters.urlencode()}"
