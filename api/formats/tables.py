"""NDJSON, a JSON array and CSV: whole answers, streamed in constant memory."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from api.formats.base import Context, Format, Source, batches, dates, decoded, gathered, located

#: With these a spreadsheet takes a cell for a formula; the wide forms are read alike in some.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: Where a spreadsheet that divides at other marks than ours would find such a beginning within a cell.
WITHIN = re.compile('([,;\t\r\n]"*)([=+@\t\r\n＝＋－＠-])')
#: The columns in order, each with the field of the record that it comes from.
TIMELINE = {
    "id": "id", "kind": "kind", "title": "title", "start": "when", "end": "when", "precision": "when", "edtf": "when",
    "date_text": "when", "text": "text", "speaker": "speaker", "role": "speaker", "organisation": "speaker",
    "speech": "speech", "occurrence": "occurrence", "background": "background", "places": "places", "lat": "places",
    "lon": "places", "actors": "actors", "tags": "tags", "publishers": "sources", "source_urls": "sources",
    "independent_sources": "independent_sources", "url": "url", "created": "created", "updated": "updated",
}  # fmt: skip
SOURCES = {
    "id": "id", "publisher": "publisher", "title": "title", "start": "published", "end": "published",
    "edtf": "published", "source_url": "url", "language": "language", "dateline": "dateline", "agency": "agency",
    "copy_of": "copy_of", "created": "created", "updated": "updated",
}  # fmt: skip
SPEAKERS = {name: name for name in ("id", "name", "aliases", "organisation", "url", "created", "updated")}
COLUMNS = {"sources": SOURCES, "speakers": SPEAKERS}


def fields_of(listing: str) -> list[str]:
    """The fields of a list's records that have columns."""
    return list(dict.fromkeys(COLUMNS.get(listing, TIMELINE).values()))


def write_ndjson(source: Source, context: Context) -> Iterator[bytes]:
    """One document a line."""
    for several in batches(source.documents):
        yield ("\n".join(several) + "\n").encode()


def write_array(source: Source, context: Context) -> Iterator[bytes]:
    """A bare array, as pollers read it."""
    before = "["
    for several in batches(source.documents):
        yield (before + ",".join(several)).encode()
        before = ","
    yield b"[]" if before == "[" else b"]"


def write_csv(source: Source, context: Context) -> Iterator[bytes]:
    """RFC 4180, every text quoted, no cell a formula."""
    wanted = context.query.fields
    columns = [
        column for column, name in COLUMNS.get(context.query.listing, TIMELINE).items() if not wanted or name in wanted
    ]
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC)

    def taken() -> bytes:
        found = buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
        return found

    def pieces() -> Iterator[bytes]:
        if context.query.bom:
            yield b"\xef\xbb\xbf"
        writer.writerow(columns)
        for record in decoded(source.documents):
            row = cells(record)
            writer.writerow([defused(row.get(column)) for column in columns])
            yield taken()
        yield taken()

    return gathered(pieces())


def cells(record: dict[str, Any]) -> dict[str, Any]:
    """A record as one row; lists are joined by semicolons."""
    when = dates(record)
    speaker = record.get("speaker") or {}
    places = record.get("places", ())
    point: dict[str, Any] = next((place for place in places if located(place)), {})
    sources = record.get("sources", ())
    return {
        **record,
        "start": when.get("start"),
        "end": when.get("end"),
        "precision": when.get("precision"),
        "edtf": when.get("edtf"),
        "date_text": when.get("text"),
        "speaker": speaker.get("name"),
        "role": speaker.get("role"),
        "organisation": record.get("organisation", speaker.get("organisation")),
        "places": joined(place["name"] for place in places),
        "lat": point.get("lat"),
        "lon": point.get("lon"),
        "actors": joined(record.get("actors", ())),
        "tags": joined(record.get("tags", ())),
        "aliases": joined(record.get("aliases", ())),
        "publishers": joined(source["publisher"] for source in sources),
        "source_urls": joined(source["url"] or "" for source in sources),
        "source_url": record.get("url"),
    }


def joined(values: Any) -> str:
    """Values in one cell, each once, and none that a spreadsheet which divides them would run."""
    return "; ".join(_plain(value) for value in dict.fromkeys(values) if value)


def _plain(text: str) -> str:
    """A text that does not begin as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def defused(value: Any) -> Any:
    """A cell that no spreadsheet runs, and that holds no control character but spaces."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "" if value is None else value
    text = value.replace("\0", "")
    if text.startswith(("http://", "https://")):
        # An address stays one.
        return WITHIN.sub(lambda found: found[1] + quote(found[2]).replace("-", "%2D"), text)
    return WITHIN.sub(r"\1'\2", _plain(text))


NDJSON = Format("ndjson", "application/x-ndjson", "ndjson", write_ndjson, "One record a line, unpaged.", unpaged=True)
ARRAY = Format("array", "application/json", "json", write_array, "A bare array, unpaged.", unpaged=True, chosen=True)
CSV = Format("csv", "text/csv", "csv", write_csv, "A table, unpaged.", unpaged=True)
