"""What all formats share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

import orjson
from django.http import HttpRequest

from timeline.query import Query

#: Bytes that an export gathers before it hands them on.
GATHERED = 1 << 16
#: Documents that are joined at once: of the usual length, a few hundred kilobytes.
BATCH = 200


class Source(NamedTuple):
    """What a format writes: documents in order, and what is known of the page that they are."""

    documents: Iterable[str]
    next: str | None = None
    next_cursor: str | None = None
    total: int | None = None
    included: dict[str, list[str]] | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where the answer stands, and under which licence."""

    query: Query
    request: HttpRequest
    title: str
    licence: str
    licence_url: str

    @property
    def url(self) -> str:
        """The address of the answer."""
        return self.request.build_absolute_uri()

    @property
    def site(self) -> str:
        """Scheme and host."""
        return f"{self.request.scheme}://{self.request.get_host()}"


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing a list.

    `most` bounds how many records it takes, `order` is the order that its readers expect, `unpaged`
    formats stream the whole answer, and `chosen` ones are never picked by an Accept header, for they
    share a media type.
    """

    name: str
    media_type: str
    extension: str
    write: Callable[[Source, Context], Iterator[bytes]]
    help: str
    unpaged: bool = False
    most: int = 0
    order: str = ""
    chosen: bool = False
    download: bool = True


def decoded(documents: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Each document as a value."""
    return map(orjson.loads, documents)


def batches(documents: Iterable[str]) -> Iterator[list[str]]:
    """The same documents, several at a time: to join them costs less than to handle each."""
    waiting = iter(documents)
    while several := list(islice(waiting, BATCH)):
        yield several


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces: one for each record would cost more than the records."""
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= GATHERED:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def dates(record: dict[str, Any]) -> dict[str, Any]:
    """The record's date (a source's is its publication date), or an empty one."""
    found: dict[str, Any] = record.get("when") or record.get("published") or {}
    return found


def located(place: dict[str, Any]) -> bool:
    """Whether a place has both coordinates."""
    return None not in (place["lat"], place["lon"])


def line(text: str, limit: int = 300) -> str:
    """A text on one line, without control characters, cut between words."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0] + "…"


def safe_url(url: str | None) -> str:
    """The address where it is one of the web, else nothing."""
    found = str(url or "")
    return found if found.startswith(("http://", "https://")) and found.isprintable() and " " not in found else ""


def byline(record: dict[str, Any]) -> str:
    """Who reported it: "Example Wire; Daily Herald"."""
    names = dict.fromkeys(source["publisher"] for source in record.get("sources", ()) if source["publisher"])
    return line("; ".join(names))


def group(record: dict[str, Any]) -> str:
    """Under what a chart groups it."""
    return "Events" if record["kind"] == "event" else "Statements"
