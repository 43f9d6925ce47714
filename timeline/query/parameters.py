"""Query parameters: declared once, with what they take; an unknown or bad one is named, never ignored."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import QueryDict

from extraction import edtf
from extraction.types import DateValue

#: Values of one parameter, and characters of one value: enough for people, too few to hurt a database.
MOST_VALUES = 50
LONGEST_VALUE = 1000
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
EPOCH_MILLISECONDS = re.compile(r"\d{11,14}", re.ASCII)
INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2}))?",
    re.ASCII,
)
#: EDTF level 1 says with X that a day or month is not specified: the date is the month or year. And with nothing, that
#: an end of an interval is not known.
UNSPECIFIED = re.compile(
    r"\b((?:\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}(?=-XX(?!-)))?)(?:-XX){1,2}(?=[~?%/]|$)",
    re.ASCII,
)
UNKNOWN_END = re.compile(r"^(?=/.)|(?<=./)$", re.ASCII)
#: NUL and halves of surrogate pairs, which PostgreSQL takes in no text.
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,15})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one parameter."""

    parameter: str
    detail: str
    code: str


class BadQuery(ValueError):
    """A query that cannot be answered; `problems` name each parameter that is at fault."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{p.parameter}: {p.detail}" for p in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A query parameter: how it is read, and how the API's schema describes it (JSON Schema)."""

    name: str
    read: Callable[[str], Any]
    help: str
    schema: Mapping[str, Any]
    many: bool = False
    #: Several values may also stand in one, by comma: ids and fields, never names.
    commas: bool = False
    example: str = ""


def read(parameters: Iterable[Parameter], given: QueryDict) -> dict[str, Any]:
    """The values by parameter, those left empty or out excepted. Raises BadQuery with all that is wrong."""
    known = {parameter.name: parameter for parameter in parameters}
    problems, values = [], {}
    for name in given:
        parameter = known.get(name)
        texts = given.getlist(name)
        if parameter and parameter.commas:
            texts = [text for joined in texts for text in joined.split(",")]
        texts = [text for text in texts if text != ""]
        if parameter is None:
            allowed = ", ".join(sorted(known)) or "none"
            problems.append(Problem(name[:100], f"is not a parameter here; these are: {allowed}", "unknown"))
            continue
        if not texts and not any(given.getlist(name)):
            continue
        try:
            values[name] = _value(parameter, texts)
        except ValueError as error:
            problems.append(Problem(name, str(error), "invalid"))
    if problems:
        raise BadQuery(problems)
    return values


def _value(parameter: Parameter, texts: list[str]) -> Any:
    if not texts:
        # A list that came out empty by mistake would else find everything.
        raise ValueError("names nothing between its commas")
    if len(texts) > (MOST_VALUES if parameter.many else 1):
        most = f"at most {MOST_VALUES} times" if parameter.many else "once"
        raise ValueError(f"may be given {most}, not {len(texts)} times")
    for text in texts:
        if len(text) > LONGEST_VALUE:
            raise ValueError(f"may be {LONGEST_VALUE} characters long, not {len(text)}")
        if UNSTORABLE.search(text):
            raise ValueError("must not contain NUL or half a surrogate pair")
    found = [parameter.read(text) for text in texts]
    return found if parameter.many else found[0]


@lru_cache(maxsize=2000)
def date(text: str) -> DateValue:
    """An EDTF date, with what is not specified in it; or, of 11 to 14 digits, the UTC day of epoch milliseconds.

    Raises ValueError.
    """
    if EPOCH_MILLISECONDS.fullmatch(text):
        try:
            return edtf.day((EPOCH + dt.timedelta(milliseconds=int(text))).date())
        except OverflowError:
            raise ValueError("lies outside the years 0001 to 9998") from None
    return edtf.parse(UNKNOWN_END.sub(edtf.OPEN, UNSPECIFIED.sub(r"\1", text)))


def instant(text: str) -> dt.datetime:
    """An instant (RFC 3339), or a day for its first instant in UTC. Raises ValueError."""
    # In a query string a plus sign that is not escaped arrives as a space.
    match = INSTANT.fullmatch(text.replace(" ", "+"))
    if match is None:
        raise ValueError("must be an instant such as 2024-07-14T09:30:00Z, or a day such as 2024-07-14")
    try:
        found = dt.datetime.fromisoformat(match[0])
        found = found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise ValueError("is no instant of the calendar") from None
    if not 1 < found.year < 9998:
        raise ValueError("lies outside the years 0002 to 9997")
    return found


def box(text: str) -> tuple[float, float, float, float]:
    """West, south, east and north in degrees; west may be greater than east, across the 180th meridian.

    Raises ValueError.
    """
    parts = text.split(",")
    if len(parts) != 4 or not all(DEGREES.fullmatch(part) for part in parts):
        raise ValueError("must be four numbers: west,south,east,north in degrees")
    west, south, east, north = map(float, parts)
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError("must have longitudes of -180 to 180 and latitudes of -90 to 90, south before north")
    return west, south, east, north


def flag(text: str) -> bool:
    """true or false, or 1 or 0. Raises ValueError."""
    if text not in ("true", "false", "1", "0"):
        raise ValueError("must be true or false, or 1 or 0")
    return text in ("true", "1")


def name(text: str) -> str:
    """A name or an id, as it stands. Raises ValueError."""
    if not text.strip():
        raise ValueError("must not be blank")
    return text


def choice(*allowed: str) -> Callable[[str], str]:
    """One of the words. The reader raises ValueError."""

    def read_choice(text: str) -> str:
        if text not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return text

    return read_choice


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number between the two, inclusive. The reader raises ValueError."""

    def read_number(text: str) -> int:
        digits = len(str(most))
        if not (text.isascii() and text.isdigit() and len(text) <= digits and least <= int(text) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(text)

    return read_number
