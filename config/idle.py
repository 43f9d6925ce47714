"""What Django does around every request for what Dateline does not have."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import close_caches
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries


def spare_requests() -> None:
    """Leave out what finds nothing to do: of an answer of 304 it is a tenth of all work.

    Connections, which are kept, are looked at before each request: after one there is nothing new to see. The clients
    of caches are kept likewise. And queries are noted for a debugger alone.
    """
    request_finished.disconnect(close_old_connections)
    request_finished.disconnect(close_caches)
    if not settings.DEBUG:
        request_started.disconnect(reset_queries)
