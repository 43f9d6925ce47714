"""How often one client may ask: counted in the shared cache, by an address that the client cannot choose."""

from __future__ import annotations

import hashlib
import logging
import time
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from rest_framework.exceptions import Throttled

from timeline.clients import client_address

logger = logging.getLogger(__name__)
WINDOW = 60
#: Under what a request keeps what was found when it was counted.
KEPT = "_rate"


class Rate(NamedTuple):
    """What is left of the present window."""

    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        """The header fields of RateLimit (draft-ietf-httpapi-ratelimit-headers)."""
        return {
            "RateLimit-Policy": f'"default";q={self.limit};w={WINDOW}',
            "RateLimit": f'"default";r={self.remaining};t={self.reset}',
        }


class Limited(Throttled):
    """There were too many requests; `rate` says of what."""

    def __init__(self, rate: Rate) -> None:
        super().__init__(wait=rate.reset)
        self.rate = rate


def take(request: HttpRequest) -> Rate | None:
    """Count a request; None where nothing is limited. Raises Limited.

    It is counted once, whoever asks: what has been found is kept with it.
    """
    if not hasattr(request, KEPT):
        setattr(request, KEPT, _counted(request))
    rate: Rate | Limited | None = getattr(request, KEPT)
    if isinstance(rate, Limited):
        raise rate
    return rate


def _counted(request: HttpRequest) -> Rate | Limited | None:
    limit = settings.RATE_LIMIT
    if not limit:
        return None
    now = time.time()
    window, reset = int(now // WINDOW), WINDOW - int(now % WINDOW)
    who = hashlib.blake2b(client_address(request).encode(), digest_size=12).hexdigest()
    key = f"rate:{who}:{window}"
    try:
        # Added first, then counted up: both are single steps of the cache, so parallel requests are all counted.
        cache.add(key, 0, WINDOW * 2)
        used = cache.incr(key)
    except Exception as error:
        # Without its cache the service still answers: readers matter more than the count.
        logger.warning("the cache is away; requests are not counted: %s", type(error).__name__)
        return None
    if used > limit:
        return Limited(Rate(limit, 0, reset))
    return Rate(limit, limit - used, reset)
