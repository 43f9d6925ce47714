"""What stands in a request's body: JSON in UTF-8, bounded, without what readers read differently."""

from __future__ import annotations

import json
import math
from typing import Any

from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import APIException, ParseError, UnsupportedMediaType

from timeline.query.parameters import UNSTORABLE

#: Bytes of a body, and how deep its values nest.
LARGEST = 1_000_000
DEEPEST = 20


class TooLarge(APIException):
    """The body is larger than what is read."""

    status_code = 413
    default_detail = f"A body may be {LARGEST} bytes long."


def read_body(request: Any) -> dict[str, Any]:
    """The object in the body. Raises UnsupportedMediaType, TooLarge or ParseError."""
    kind, _, parameters = (request.headers.get("Content-Type") or "").partition(";")
    charset = parameters.strip().lower().replace('"', "")
    if kind.strip().lower() != "application/json" or charset not in ("", "charset=utf-8"):
        raise UnsupportedMediaType(kind or "nothing", "Only application/json in UTF-8 is read.")
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        raise TooLarge
    try:
        raw = request._request.body
    except RequestDataTooBig:
        raise TooLarge from None
    try:
        found = json.loads(
            raw.decode(), object_pairs_hook=_object, parse_constant=_refuse, parse_float=_finite, parse_int=_whole
        )
        _check(found, 0, "")
    except BadText:
        raise
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, BadJSON) else "it is no JSON that can be read"
        raise ParseError(f"The body is refused: {reason}.") from None
    if not isinstance(found, dict):
        raise ParseError("The body must be a JSON object.")
    return found


class BadText(Exception):
    """A text that no database keeps alike; `pointer` (RFC 6901) says where it stands."""

    def __init__(self, pointer: str) -> None:
        super().__init__(pointer)
        self.pointer = pointer


class BadJSON(ValueError):
    """JSON that readers read differently; the message says why."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadJSON("a name stands twice in one object")
    return found


def _refuse(constant: str) -> Any:
    raise BadJSON(f"{constant} is not JSON")


def _finite(text: str) -> float:
    found = float(text)
    if not math.isfinite(found):
        raise BadJSON("a number is too large")
    return found


def _whole(text: str) -> int:
    if len(text) > 18:
        raise BadJSON("a number is too large")
    return int(text)


def step(at: str, name: object) -> str:
    """The JSON Pointer (RFC 6901) to what an object or list at a pointer holds."""
    return f"{at}/{str(name).replace('~', '~0').replace('/', '~1')}"


def _check(value: Any, depth: int, at: str) -> None:
    if depth > DEEPEST:
        raise BadJSON(f"values may nest {DEEPEST} deep")
    if isinstance(value, str):
        if UNSTORABLE.search(value):
            raise BadText(at)
    elif isinstance(value, dict):
        for name, item in value.items():
            # A name that cannot be kept cannot be told either: the object that has it is named.
            _check(name, depth, at)
            _check(item, depth + 1, step(at, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _check(item, depth + 1, step(at, number))
