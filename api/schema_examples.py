"""Examples in the description: bodies as they would be sent, and answers as our own writers make them."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from api.formats import FORMATS, Context, Source
from timeline.query import Query

#: A body of each kind, as it would be sent.
BODIES: dict[str, dict[str, Any]] = {
    "SourceInput": {
        "text": "NORVIK, 3 May 2021 - The bridge was closed on Sunday, Mayor Ida Holm said.",
        "title": "Bridge closed",
        "url": "https://news.example/bridge",
        "publisher": "Example Wire",
        "published": "2021-05-03",
        "language": "en",
    },
    "StatementInput": {
        "source": 3,
        "text": "It will hold,",
        "speaker": "Amina Haddad",
        "role": "engineer",
        "speech": "direct",
        "date": "2020-02",
    },
    "EventInput": {
        "source": 3,
        "text": "the council opened the bridge",
        "title": "The bridge opens",
        "date": "2020-02-16",
        "places": [{"name": "Norvik", "lat": 58.1, "lon": 8.2}],
        "actors": ["Council"],
        "tags": ["works"],
    },
    "SourceEdit": {"publisher": "Example Wire", "published": "2021-05-03"},
    "StatementEdit": {"role": "chief engineer", "date": "2020-02-16"},
    "EventEdit": {"title": "The new bridge opens", "date": "2020-02-16"},
}
REFUSAL = {
    "type": "about:blank",
    "title": "Bad Request",
    "status": 400,
    "detail": "The query cannot be answered.",
    "errors": [{"parameter": "match", "detail": "must be one of possible, certain", "code": "invalid"}],
}
AT = "2021-05-04T09:30:00.000000Z"
HISTORY = {"version": 2, "created": AT, "updated": AT}
PUBLISHED = {"edtf": "2021-05-03", "start": "2021-05-03", "end": "2021-05-03"}


def _when(edtf: str, text: str, rule: str) -> dict[str, Any]:
    return {
        "edtf": edtf, "text": text, "precision": "day", "start": edtf, "end": edtf, "anchor": "2021-05-03",
        "rule": rule, "basis": "stated",
    }  # fmt: skip


def _cited(exact: str, start: int) -> dict[str, Any]:
    evidence = {
        "exact": exact, "prefix": "", "suffix": "", "start": start, "end": start + len(exact), "date_text": "on Sunday",
    }  # fmt: skip
    return {
        "id": 3, "publisher": "Example Wire", "title": "Bridge closed", "url": "https://news.example/bridge",
        "published": PUBLISHED, "evidence": [evidence],
    }  # fmt: skip


RECORDS: dict[str, dict[str, Any]] = {
    "Event": {
        "id": "event-12", "kind": "event", "url": "/api/v1/events/12/", "title": "The bridge is closed",
        "status": "published", "when": _when("2021-05-02", "on Sunday", "weekday"), "when_alternatives": [],
        "text": "The bridge was closed on Sunday", "occurrence": "occurred", "background": False,
        "places": [{"name": "Norvik", "lat": 58.1, "lon": 8.2, "reason": "the only place of this name in GeoNames"}],
        "actors": ["Council"], "tags": ["works"],
        "sources": [_cited("The bridge was closed on Sunday", 21)], "independent_sources": 1, **HISTORY,
    },
    "Statement": {
        "id": "statement-7", "kind": "statement", "url": "/api/v1/statements/7/",
        "title": "Ida Holm: It was closed", "status": "published",
        "when": _when("2021-05-02", "on Sunday", "weekday"), "when_alternatives": [], "text": "It was closed",
        "speaker": {"id": 4, "name": "Ida Holm", "role": "mayor", "organisation": "Norvik"}, "speech": "direct",
        "cue": "said", "relayed_via": "", "sources": [_cited("It was closed", 60)], "independent_sources": 1, **HISTORY,
    },
    "Source": {
        "id": 3, "kind": "source", "publisher": "Example Wire", "title": "Bridge closed",
        "url": "https://news.example/bridge", "published": PUBLISHED, "language": "en", "dateline": "NORVIK",
        "agency": "", "copy_of": None, "retrieved": AT, **HISTORY,
    },
    "Speaker": {
        "id": 4, "kind": "speaker", "url": "/api/v1/speakers/4/", "name": "Ida Holm", "aliases": ["Mayor Holm"],
        "organisation": "Norvik", **HISTORY,
    },
}  # fmt: skip
HISTOGRAM = {
    "interval": "month",
    "group_by": None,
    "results": [{"start": "2021-05-01", "end": "2021-05-31", "possible": 3, "certain": 2}],
}
CHANGES = {
    "results": [
        {
            "seq": 41, "at": AT, "change": "upsert", "kind": "event", "id": "event-12", "url": "/api/v1/events/12/",
            "merged_into": None, "ground": None, "record": RECORDS["Event"],
        },
        {
            "seq": 42, "at": AT, "change": "merged", "kind": "speaker", "id": "speaker-9",
            "url": "/api/v1/speakers/9/", "merged_into": "speaker-4", "ground": None, "record": None,
        },
    ],
    "next": None,
    "next_cursor": "WyJjaGFuZ2VzIiwic2VxIixudWxsLDQyXQ",
}  # fmt: skip
READING = {
    "outcome": "created", "id": 3, "url": "/api/v1/sources/3/", "statements": ["/api/v1/statements/7/"],
    "events": ["/api/v1/events/12/"],
}  # fmt: skip


class _Request(HttpRequest):
    """A request for the site, wherever the description is made."""

    def get_host(self) -> str:
        """The site's host and port."""
        return urlsplit(settings.SITE_URL).netloc

    def _get_scheme(self) -> str:
        return urlsplit(settings.SITE_URL).scheme


def listed(listing: str, records: tuple[str, ...], formats: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """By media type and format, what a list of the example records is answered as."""
    request = _Request()
    request.path = f"/api/v1/{listing}/"
    documents = [json.dumps(RECORDS[record], ensure_ascii=False) for record in records]
    context = Context(
        query=Query(listing),
        request=request,
        title=f"Dateline: {listing}",
        licence=settings.DATA_LICENSE,
        licence_url=settings.DATA_LICENSE_URL,
    )
    found: dict[str, dict[str, Any]] = {}
    for name in formats:
        chosen = FORMATS[name]
        text = b"".join(chosen.write(Source(documents), context)).decode()
        value = json.loads(text) if chosen.media_type.endswith("json") and name != "ndjson" else text
        found.setdefault(chosen.media_type, {})[name] = {"summary": chosen.help, "value": value}
    return found


def refused(status: str, description: str) -> dict[str, Any]:
    """A problem document of a status."""
    if status == "400":
        return REFUSAL
    found: dict[str, Any] = {
        "type": "about:blank", "title": HTTPStatus(int(status)).phrase, "status": int(status), "detail": description,
    }  # fmt: skip
    if status == "410":
        found["erased"] = {"at": AT, "ground": "GDPR Art. 17"}
    return found
