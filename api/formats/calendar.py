"""iCalendar (RFC 5545): whole days, for any calendar, public and without a token."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from api.formats.base import Context, Format, Source, byline, dates, decoded, line, safe_url

#: Octets of a line; a longer one is folded.
LINE = 75
SUMMARY, DESCRIPTION = 300, 2000


def write(source: Source, context: Context) -> Iterator[bytes]:
    """A day or a stretch of days for each record whose date has both ends; others have no place in a calendar."""
    host = urlsplit(context.site).hostname or "localhost"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Timeline//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(context.title)}")
    if context.licence:
        lines.append(f"COMMENT:{_text(context.licence)}")
    for record in decoded(source.documents):
        lines += _event(record, host, context)
    lines.append("END:VCALENDAR")
    yield b"".join(_folded(line) for line in lines)


def _event(record: dict[str, Any], host: str, context: Context) -> Iterable[str]:
    when = dates(record)
    if not when.get("start") or not when.get("end"):
        return ()
    end = dt.date.fromisoformat(when["end"]) + dt.timedelta(days=1)
    stamp = _instant(record["updated"])
    found = [
        "BEGIN:VEVENT",
        f"UID:{record['id']}@{host}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{record['version']}",
        f"DTSTART;VALUE=DATE:{when['start'].replace('-', '')}",
        f"DTEND;VALUE=DATE:{end.strftime('%Y%m%d')}",
        f"SUMMARY:{_text(line(record['title'], SUMMARY))}",
        f"DESCRIPTION:{_text(line(record['text'], DESCRIPTION) + ' – ' + byline(record))}",
        f"URL:{safe_url(context.site + record['url'])}",
        "TRANSP:TRANSPARENT",
    ]
    if places := ", ".join(line(place["name"], 100) for place in record.get("places", ())):
        found.append(f"LOCATION:{_text(places)}")
    return (*found, "END:VEVENT")


def _instant(text: str) -> str:
    return dt.datetime.fromisoformat(text).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    """Escaped as the standard asks, after everything but printable characters has gone."""
    flat = line(text, DESCRIPTION + SUMMARY)
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(text: str) -> bytes:
    """The line and its end, folded between characters."""
    pieces, piece = [], b""
    for character in text:
        octets = character.encode()
        if len(piece) + len(octets) > LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


ICS = Format("ics", "text/calendar", "ics", write, "A calendar of whole days, at most 1,000.", most=1000)
