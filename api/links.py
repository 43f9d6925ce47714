"""Addresses of other pages."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest


def next_link(request: HttpRequest, cursor: str) -> str:
    """The address of the same list after the cursor. Its host is one that ALLOWED_HOSTS names."""
    given = tuple((name, value) for name, values in request.GET.lists() if name != "cursor" for value in values)
    # Our paths are plain: to take them apart and build them anew costs more than the whole link. The host has
    # been checked before a view is asked (CommonMiddleware), and costs as much as the rest to check again.
    host = request.META.get("HTTP_HOST") or request.get_host()
    return f"{request.scheme}://{host}{request.path}?{_encoded(given)}cursor={cursor}"


@lru_cache(maxsize=200)
def _encoded(given: tuple[tuple[str, str], ...]) -> str:
    """Parameters as they stand before others in an address: the pages of one walk share them."""
    return f"{urlencode(given)}&" if given else ""
