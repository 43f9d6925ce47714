"""What the desk's own pages share."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from timeline.curation.history import latest_words


def page_context(request: HttpRequest, title: str, **more: Any) -> dict[str, Any]:
    """The context of a page: the site's, its title, and more."""
    return {**admin.site.each_context(request), "title": title, **more}


def refuse(request: HttpRequest, address: str, kind: str, number: int) -> HttpResponse:
    """Tell the second of two people what the first did, and show the record as it is now."""
    messages.error(request, f"Nothing was saved: somebody else changed this meanwhile. {latest_words(kind, number)}")
    return HttpResponseRedirect(address)
