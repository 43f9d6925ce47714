"""Who asks: an address that the client cannot choose."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that the outermost of our own proxies saw.

    What a client writes into X-Forwarded-For stands further left than what TRUSTED_PROXIES wrote.
    """
    hops = settings.TRUSTED_PROXIES
    if hops:
        seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
        if len(seen) >= hops:
            return seen[-hops]
    return str(request.META.get("REMOTE_ADDR", ""))
