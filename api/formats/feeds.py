"""Atom (RFC 4287) and JSON Feed 1.1, the last changed first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

import orjson

from api.formats.base import Context, Format, Source, byline, dates, decoded, line

EPOCH = "1970-01-01T00:00:00Z"


def write_atom(source: Source, context: Context) -> Iterator[bytes]:
    """Atom: titles and summaries are plain text; ids never change.

    The feed is as new as the newest entry that it shows: what is undone leaves it as it was.
    """
    records = list(decoded(source.documents))
    updated = max((record["updated"] for record in records), default=EPOCH)
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_text(context.url)}</id><title>{_text(context.title)}</title><updated>{updated}</updated>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(context.url)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(context.site + "/")}/>',
        "<author><name>Dateline</name></author>",
    ]
    if context.licence:
        parts.append(f"<rights>{_text(context.licence)}</rights>")
    if context.licence_url:
        parts.append(f'<link rel="license" href={_attribute(context.licence_url)}/>')
    if source.next:
        parts.append(f'<link rel="next" href={_attribute(source.next)}/>')
    for record in records:
        address = context.site + record["url"]
        parts.append(
            f"<entry><id>{_text(_id(record, context))}</id><title>{_text(line(record['title']))}</title>"
            f"<updated>{record['updated']}</updated><published>{record['created']}</published>"
            f'<link rel="alternate" type="application/json" href={_attribute(address)}/>'
            f"<summary>{_text(_dated(record))}</summary>"
            f"<content>{_text(line(record['text'], 5000))}</content>"
            f"<author><name>{_text(byline(record)) or 'Dateline'}</name></author>"
            f'<category term="{record["kind"]}"/></entry>'
        )
    yield "".join([*parts, "</feed>\n"]).encode()


def write_jsonfeed(source: Source, context: Context) -> Iterator[bytes]:
    """JSON Feed 1.1."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": context.title,
        "home_page_url": f"{context.site}/",
        "feed_url": context.url,
        "description": context.licence,
        "items": [
            {
                "id": _id(record, context),
                "url": context.site + record["url"],
                "title": line(record["title"]),
                "content_text": record["text"],
                "summary": _dated(record),
                "date_published": record["created"],
                "date_modified": record["updated"],
                "authors": [{"name": byline(record) or "Dateline"}],
                "tags": [record["kind"], *record.get("tags", ())],
            }
            for record in decoded(source.documents)
        ],
    }
    if source.next:
        feed["next_url"] = source.next
    yield orjson.dumps(feed)


def _id(record: dict[str, Any], context: Context) -> str:
    """A tag URI (RFC 4151): the same whatever becomes of the address."""
    made = dt.datetime.fromisoformat(record["created"]).date()
    return f"tag:{urlsplit(context.site).hostname},{made}:{record['id']}"


def _dated(record: dict[str, Any]) -> str:
    when = dates(record)
    if not when:
        return "undated"
    return f"{when['edtf']} ({when['start'] or '…'} to {when['end'] or '…'})"


def _text(text: str) -> str:
    """Escaped, and without the characters that XML 1.0 has no way to write."""
    return escape("".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff\x7f")))


def _attribute(text: str) -> str:
    return quoteattr(text)


ATOM = Format("atom", "application/atom+xml", "xml", write_atom, "A feed.", order="-updated")
JSONFEED = Format(
    "jsonfeed", "application/feed+json", "json", write_jsonfeed, "JSON Feed 1.1.", order="-updated", download=False
)
