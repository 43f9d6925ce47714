"""Compression as the client asks for it (RFC 9110, 12.5.3)."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

#: What we have: gzip of every answer, brotli of static files where they were compressed so.
CODINGS = ("gzip", "br")
#: Characters of the header that are looked at: all codings that there are, with qualities, are shorter.
LONGEST = 500


class Compression(GZipMiddleware):
    """Middleware: whoever chooses a coding further in sees those alone that the client wants.

    Django and WhiteNoise look for the name of a coding and not for its quality: `gzip;q=0` got gzip.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, compressed where that is wanted."""
        if given := request.META.get("HTTP_ACCEPT_ENCODING"):
            request.META["HTTP_ACCEPT_ENCODING"] = wanted(given[:LONGEST])
        response = super().__call__(request)
        assert isinstance(response, HttpResponseBase)
        return response


@lru_cache(maxsize=200)
def wanted(header: str) -> str:
    """Those of our codings that an Accept-Encoding header takes, and likes no less than an answer as it is.

    A client that takes neither ours nor an answer as it is gets that: RFC 9110 (12.1) lets a server pass over what it
    cannot meet, and an answer is more use than 406.
    """
    qualities = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        qualities[name.removeprefix("x-")] = _quality(parameters)
    others = qualities.get("*", 0.0)
    # What is not said of the answer as it is: taken, but wanted less than any coding that is named.
    plain = qualities.get("identity", 0.0)
    weights = {name: qualities.get(name, others) for name in CODINGS}
    return ", ".join(name for name, quality in weights.items() if quality > 0 and quality >= plain)


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
