"""Bytes for what views answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer


class Joined:
    """A page of documents that are JSON already: they are joined, not decoded and built anew."""

    __slots__ = ("documents", "next", "next_cursor")

    def __init__(self, documents: list[str], next: str | None, next_cursor: str | None) -> None:
        self.documents, self.next, self.next_cursor = documents, next, next_cursor

    def __bytes__(self) -> bytes:
        ends = orjson.dumps({"next": self.next, "next_cursor": self.next_cursor})
        return b'{"results":[' + ",".join(self.documents).encode() + b"]," + ends[1:]


class JSONRenderer(BaseRenderer):
    """JSON in UTF-8, by orjson."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        """The bytes of a kept document, a page of them, or any other value."""
        if data is None:
            return b""
        if isinstance(data, str):
            return data.encode()
        if isinstance(data, Joined):
            return bytes(data)
        return orjson.dumps(data)
