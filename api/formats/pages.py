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
    body = f'{{"results":[{",".join(source.documents)}],{orjson.dumps(ends).decode()[1:-1]}'
    if source.included:
        lists = (f'"{name}":[{",".join(documents)}]' for name, documents in source.included.items())
        body += f',"included":{{{",".join(lists)}}}'
    yield f"{body}}}".encode()


JSON = Format("json", "application/json", "json", write, "Pages of records.", download=False)
