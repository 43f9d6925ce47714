"""Which format an answer has: `format` first, then Accept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest
from rest_framework.exceptions import NotAcceptable

from api.formats import FORMATS, Format


def negotiate(request: HttpRequest, allowed: Sequence[str]) -> Format:
    """The format of the answer; of a bad `format` the first, for the query names the fault. Raises NotAcceptable."""
    given = request.GET.get("format")
    if given:
        return FORMATS[given if given in allowed else allowed[0]]
    header = request.META.get("HTTP_ACCEPT", "*/*")
    if header == "*/*":
        return FORMATS[allowed[0]]
    formats = [FORMATS[name] for name in allowed]
    best: tuple[float, int] | None = None
    for quality, media_type in _ranges(header):
        for n, found in enumerate(formats):
            if not found.chosen and _covers(media_type, found.media_type) and (best is None or (-quality, n) < best):
                best = (-quality, n)
    if best is None or best[0] == 0:
        raise NotAcceptable(", ".join(dict.fromkeys(found.media_type for found in formats)))
    return formats[best[1]]


def _ranges(header: str) -> Iterable[tuple[float, str]]:
    """The media ranges of an Accept header with their qualities, the parameters left out."""
    for part in header[:1000].split(","):
        media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = min(max(float(parameter[2:]), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        yield quality, media_type


def _covers(asked: str, media_type: str) -> bool:
    return asked in ("*/*", media_type, media_type.split("/")[0] + "/*")
