"""JSON: pages of kept documents."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from api.formats.base import Context, Format, Source


def write(source: Source, context: Context) -> Iterator[bytes]:
    """Documents that are JSON already are joined, not decoded and built anew."""
    ends: dict[str, str | int | None] = {"next": source.next, "next_cursor": source.next_cursor}
    if source.total is not None:
        ends["count"] = source.total
    rest = orjson.dumps(ends).decode()[1:-1]
    if source.included:
        lists = (f'"{name}":[{",".join(documents)}]' for name, documents in source.included.items())
        rest += f',"included":{{{",".join(lists)}}}'
    yield b'{"results":['
    yield ",".join(source.documents).encode()
    yield f"],{rest}}}".encode()


JSON = Format("json", "application/json", "json", write, "Pages of records.", download=False)
