"""Cursors: where a page ended, as an opaque text that only its own list takes."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from typing import NamedTuple

import orjson

#: The largest id that a database column holds.
MOST = 2**63 - 1
LONGEST = 200


class Cursor(NamedTuple):
    """The place after a record: its list, the order, the sort key (None: undated) and the id."""

    listing: str
    order: str
    key: str | None
    id: int

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(orjson.dumps(list(self))).decode().rstrip("=")

    @property
    def day(self) -> dt.date | None:
        """The key of a list in order of dates."""
        return dt.date.fromisoformat(self.key) if self.key else None

    @property
    def instant(self) -> dt.datetime | None:
        """The key of a list in order of instants."""
        return dt.datetime.fromisoformat(self.key) if self.key else None


def read_cursor(text: str) -> Cursor:
    """The cursor of a text. Raises ValueError."""
    try:
        if len(text) > LONGEST:
            raise ValueError
        parts = orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        listing, order, key, number = parts
        if not (isinstance(listing, str) and isinstance(order, str) and isinstance(key, str | None)):
            raise ValueError
        if type(number) is not int or not 0 <= number <= MOST:
            raise ValueError
        if key is not None and "\0" in key:
            raise ValueError
        return Cursor(listing, order, key, number)
    except (ValueError, TypeError, binascii.Error):
        raise ValueError("is not a cursor that this API has given; start again without it") from None


def check_cursor(cursor: Cursor | None, listing: str, order: str) -> Cursor | None:
    """The cursor, where it belongs to this list and order. Raises ValueError."""
    if cursor is None:
        return None
    if (cursor.listing, cursor.order) != (listing, order):
        raise ValueError("belongs to another list or order; start again without it")
    if not _sound(cursor, order.lstrip("-")):
        raise ValueError("is not a cursor that this API has given; start again without it")
    return cursor


def _sound(cursor: Cursor, by: str) -> bool:
    """Whether the key is one that the order has, in the form in which it is given out."""
    if cursor.key is None:
        return by in ("start", "seq") or cursor.listing.endswith("@")
    try:
        if by == "start":
            return cursor.day is not None and cursor.day.isoformat() == cursor.key
        if by in ("created", "updated"):
            found = cursor.instant
            return found is not None and found.tzinfo == dt.UTC and found.isoformat() == cursor.key and found.year > 1
        return cursor.key.isascii() and cursor.key.isdigit() and len(cursor.key) < 16
    except (ValueError, OverflowError):
        return False
