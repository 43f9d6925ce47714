"""What a view can be taken away as: the API's formats of the same query, and a frame for another site."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.http import QueryDict
from django.utils.html import escape

from timeline.ledger.documents import API
from timeline.page.filters import address

#: Formats of the API in the order that people look for them; `feed` ones are announced in the page's head.
FORMATS = (
    ("json", "JSON", "application/json", False),
    ("csv", "CSV for spreadsheets", "text/csv", False),
    ("timelinejs", "JSON for TimelineJS", "application/json", False),
    ("ics", "Calendar", "text/calendar", False),
    ("atom", "Atom feed", "application/atom+xml", True),
)


class Download(NamedTuple):
    """A link to the same view in another format."""

    label: str
    href: str
    media_type: str
    feed: bool


def downloads(view: QueryDict) -> list[Download]:
    """The view in each format of the API."""
    return [
        Download(label, address(view, f"{API}/timeline/", format=None if name == "json" else name), media_type, feed)
        for name, label, media_type, feed in FORMATS
    ]


def embed_code(view: QueryDict) -> str:
    """The HTML that shows the same view on another site."""
    source = settings.SITE_URL + address(view, "/", embed="1")
    return f'<iframe src="{escape(source)}" title="Timeline" width="100%" height="640" loading="lazy"></iframe>'
