"""What stands in a request's body: JSON in UTF-8, bounded, without what readers read differently."""

from __future__ import annotations

import codecs
import json
import math
from collections import Counter
from typing import Any, NamedTuple

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError
from rest_framework.exceptions import APIException, UnsupportedMediaType

from timeline.query.parameters import UNSTORABLE

#: Bytes of a body, and how deep its values nest.
LARGEST = 1_000_000
DEEPEST = 20
#: Bytes of a larger body that are read and thrown away; of more the connection is closed.
PASSED_OVER = 10 * LARGEST
TOO_DEEP = f"nests deeper than {DEEPEST} levels"


class TooLarge(APIException):
    """The body is larger than what is read."""

    status_code = 413
    default_detail = f"A body may be {LARGEST} bytes long."


def read_body(request: Any) -> dict[str, Any]:
    """The object in the body. Raises UnsupportedMediaType, TooLarge, BadBody or UnreadablePostError."""
    kind, _, parameters = (request.headers.get("Content-Type") or "").partition(";")
    charset = parameters.strip().lower().replace('"', "")
    if kind.strip().lower() != "application/json" or charset not in ("", "charset=utf-8"):
        raise UnsupportedMediaType(kind or "nothing", "Only application/json in UTF-8 is read.")
    if coding := (request.headers.get("Content-Encoding") or "").strip():
        raise UnsupportedMediaType(coding, "Only bodies that are not compressed are read: leave out Content-Encoding.")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()):
        raise BadBody("", "has a Content-Length that is no number")
    if int(length) > LARGEST:
        _pass_over(request._request, int(length))
        raise TooLarge
    raw = _raw(request._request)
    try:
        found = json.loads(
            raw.decode(), object_pairs_hook=_object, parse_constant=_refuse, parse_float=_finite, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        if raw.startswith(codecs.BOM_UTF8):
            raise BadBody("", "begins with a byte order mark, which is no JSON: leave it out") from None
        raise BadBody("", f"is no JSON from line {error.lineno}, column {error.colno} on") from None
    except UnicodeDecodeError as error:
        raise BadBody("", f"is no UTF-8 from byte {error.start + 1} on") from None
    except RecursionError:
        raise BadBody("", TOO_DEEP) from None
    _check(found, 0, "")
    if not isinstance(found, dict):
        raise BadBody("", "must be a JSON object")
    return found


def _pass_over(request: HttpRequest, length: int) -> None:
    """Read what is refused, where it is not very much: the client may go on with its connection.

    Raises UnreadablePostError where it breaks off.
    """
    if length > PASSED_OVER:
        return
    try:
        while length > 0 and (piece := request.META["wsgi.input"].read(min(length, 1 << 16))):
            length -= len(piece)
    except OSError as error:
        raise UnreadablePostError(*error.args) from error


def in_pieces(request: Any) -> bool:
    """Whether a body of unstated length is more than nothing. Raises TooLarge, BadBody, UnreadablePostError."""
    return "HTTP_TRANSFER_ENCODING" in request.META and bool(_raw(request._request))


def _raw(request: HttpRequest) -> bytes:
    """The bytes of the body. Raises TooLarge, UnreadablePostError."""
    # Of a body that comes in pieces, whose length is not stated, Django would read nothing.
    if "HTTP_TRANSFER_ENCODING" in request.META and not hasattr(request, "_body"):
        if not request.META.get("wsgi.input_terminated"):
            raise BadBody("", "comes in pieces, which this server does not read: send it with Content-Length")
        try:
            request._body = request.META["wsgi.input"].read(LARGEST + 1)
        except OSError as error:
            raise UnreadablePostError(*error.args) from error
        except Exception as error:  # of pieces that are none: every server has errors of its own for them
            raise BadBody("", f"comes in pieces that are none: {error}"[:200]) from error
    try:
        raw = request.body
    except RequestDataTooBig:
        raise TooLarge from None
    if len(raw) > LARGEST:
        raise TooLarge
    return raw


class BadBody(Exception):
    """What cannot be read as it is meant; `pointer` (RFC 6901) says where it stands."""

    def __init__(self, pointer: str, detail: str) -> None:
        super().__init__(detail)
        self.pointer = pointer
        self.detail = detail


class Unreadable(NamedTuple):
    """Stands where readers read something different, until it is known where that is."""

    detail: str


class Doubled(dict[str, Any]):
    """An object in which names stand twice."""

    names: list[str]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = Doubled(found)
    doubled.names = [name for name, times in Counter(name for name, _ in pairs).items() if times > 1]
    return doubled


def _refuse(constant: str) -> Unreadable:
    return Unreadable(f"must be JSON, which {constant} is not")


def _finite(text: str) -> float | Unreadable:
    # Zero below zero is zero: PostgreSQL keeps no other, SQLite would.
    found = float(text) + 0.0
    return found if math.isfinite(found) else Unreadable("is a number that is too large")


def _whole(text: str) -> int | Unreadable:
    if text == "-0":
        return Unreadable("must be 0: some readers take -0 for another number")
    return int(text) if len(text) <= 18 else Unreadable("is a number that is too large")


def step(at: str, name: object) -> str:
    """The JSON Pointer (RFC 6901) to what an object or list at a pointer holds."""
    return f"{at}/{str(name).replace('~', '~0').replace('/', '~1')}"


def _check(value: Any, depth: int, at: str) -> None:
    """Find out where the first fault is. Raises BadBody."""
    if depth > DEEPEST:
        raise BadBody(at, TOO_DEEP)
    if isinstance(value, Unreadable):
        raise BadBody(at, value.detail)
    if isinstance(value, str):
        if UNSTORABLE.search(value):
            raise BadBody(at, "must not contain NUL or half a surrogate pair")
    elif isinstance(value, dict):
        for name in value:
            # A name that cannot be kept cannot be told either: the object that has it is named.
            _check(name, depth, at)
        if isinstance(value, Doubled):
            raise BadBody(step(at, value.names[0]), "stands twice in one object")
        for name, item in value.items():
            _check(item, depth + 1, step(at, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _check(item, depth + 1, step(at, number))
