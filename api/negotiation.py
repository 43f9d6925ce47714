"""Which format an answer has: `format` first, then Accept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpRequest
from rest_framework.exceptions import NotAcceptable

from api.formats import FORMATS, Format

#: What readers of other services by DRF ask for: its pages for browsers, which are not served here.
BROWSABLE = "api"


def negotiate(request: HttpRequest, allowed: Sequence[str]) -> Format:
    """The format of the answer; of a bad `format` the first, for the query names the fault. Raises NotAcceptable."""
    given = request.GET.get("format")
    if given == BROWSABLE:
        raise NotAcceptable(", ".join(allowed))
    if given:
        return FORMATS[given if given in allowed else allowed[0]]
    header = request.META.get("HTTP_ACCEPT") or "*/*"
    if header == "*/*":
        return FORMATS[allowed[0]]
    formats = [found for name in allowed if not (found := FORMATS[name]).chosen]
    return formats[preferred(header, [found.media_type for found in formats])]


def preferred(header: str, media_types: Sequence[str]) -> int:
    """The number of the media type that an Accept header likes best, of equal ones the first. Raises NotAcceptable."""
    ranges = dict(sorted(_ranges(header)))  # of one range that stands twice the higher quality
    qualities = [_quality(media_type, ranges) for media_type in media_types]
    best = max(qualities)
    if best == 0:
        raise NotAcceptable(", ".join(dict.fromkeys(media_types)))
    return qualities.index(best)


def _quality(media_type: str, ranges: Mapping[str, float]) -> float:
    """What the most specific range that covers a type says of it (RFC 9110, 12.5.1); 0 where none does."""
    covering = (media_type, media_type.split("/")[0] + "/*", "*/*")
    return next((ranges[found] for found in covering if found in ranges), 0.0)


def _ranges(header: str) -> Iterable[tuple[str, float]]:
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
        yield media_type, quality
