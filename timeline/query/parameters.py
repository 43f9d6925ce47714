"""Query parameters: declared once, with what they take; an unknown or bad one is named, never ignored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from extraction import edtf
from extraction.types import DateValue

#: Values of one parameter, and characters of one value: enough for people, too few to hurt a database.
MOST_VALUES = 50
LONGEST_VALUE = 1000


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
    example: str = ""


def read(parameters: Iterable[Parameter], given: QueryDict) -> dict[str, Any]:
    """The values by parameter, those left empty or out excepted. Raises BadQuery with all that is wrong."""
    known = {parameter.name: parameter for parameter in parameters}
    problems, values = [], {}
    for name in given:
        texts = [text for text in given.getlist(name) if text != ""]
        parameter = known.get(name)
        if parameter is None:
            allowed = ", ".join(sorted(known))
            problems.append(Problem(name[:100], f"is not a parameter here; these are: {allowed}", "unknown"))
            continue
        if not texts:
            continue
        try:
            values[name] = _value(parameter, texts)
        except ValueError as error:
            problems.append(Problem(name, str(error), "invalid"))
    if problems:
        raise BadQuery(problems)
    return values


def _value(parameter: Parameter, texts: list[str]) -> Any:
    if len(texts) > (MOST_VALUES if parameter.many else 1):
        most = f"at most {MOST_VALUES} times" if parameter.many else "once"
        raise ValueError(f"may be given {most}, not {len(texts)} times")
    for text in texts:
        if len(text) > LONGEST_VALUE:
            raise ValueError(f"may be {LONGEST_VALUE} characters long, not {len(text)}")
        if "\0" in text or any("\ud800" <= c <= "\udfff" for c in text):
            raise ValueError("must not contain NUL or half a surrogate pair")
    found = [parameter.read(text) for text in texts]
    return found if parameter.many else found[0]


def date(text: str) -> DateValue:
    """An EDTF date. Raises ValueError."""
    return edtf.parse(text)


def flag(text: str) -> bool:
    """true or false. Raises ValueError."""
    if text not in ("true", "false"):
        raise ValueError("must be true or false")
    return text == "true"


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
