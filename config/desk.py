"""Sessions, and what needs them, for the desk alone.

Readers have no session: the API knows tokens, the pages know nobody. Without this every page of the API
would pay for middleware that finds nothing, and an answer that looked at a session would say `Vary: Cookie`
to every cache on its way.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase

#: Where the desk's addresses begin.
DESK = "/admin/"


class _AtTheDesk:
    """Leaves every other address alone."""

    get_response: Any

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        found = super().__call__ if request.path_info.startswith(DESK) else self.get_response  # type: ignore[misc]
        response: HttpResponseBase = found(request)
        return response


class Sessions(_AtTheDesk, SessionMiddleware):
    """The session of whoever is signed in."""


class Authentication(_AtTheDesk, AuthenticationMiddleware):
    """Who is signed in."""


class Messages(_AtTheDesk, MessageMiddleware):
    """What the next page says of what was done."""
