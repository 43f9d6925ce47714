"""What an article is, and what is found in it.

All offsets are code points of `Article.text`, end exclusive, so that
`article.text[start:end]` is the evidence. Nothing here is changed once made.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Precision = Literal[
    "day",
    "month",
    "part-of-month",
    "quarter",
    "season",
    "year",
    "part-of-year",
    "decade",
    "century",
    "interval",
    "open",
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Speech = Literal["direct", "indirect", "mixed"]
Basis = Literal["stated", "inherited", "context", "publication"]
Occurrence = Literal["occurred", "ongoing", "planned", "alleged", "denied"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DateValue:
    """Calendar time as EDTF (ISO 8601-2:2019), with the days that it covers.

    `earliest` and `latest` are inclusive days; None is an open bound. They are kept
    beside `edtf` because they may be narrower ("late 2017" is `2017`, from 1 September)
    or wider (with `~`) than what the notation says.
    """

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned text and what its file said about it. `published` is EDTF, or empty where unknown."""

    text: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    record_id: str = ""
    language: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date and the words that prove it (a span of None: given as metadata)."""

    date: DateValue
    rule: str
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression, as in TIMEX3 (TimeML 1.2.1), and the calendar time that it denotes.

    `date` is None for what denotes no calendar time (durations, sets) and for what stays
    unresolved for want of an anchor. `anchor` says what a relative expression was counted
    from: "publication 2024-07-14", "text 2017-12", or empty. `alternatives` holds the other
    reading of an ambiguous date ("07-08-2024"); `date` is then None as well.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    mod: str = ""
    date: DateValue | None = None
    anchor: str = ""
    alternatives: tuple[DateValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made, and how that is known. `timex` is the expression, where there is one."""

    date: DateValue | None
    basis: Basis
    timex: Timex | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Words or thoughts attributed to somebody.

    `spans` is the content, quotation marks and cue left out of direct speech's neighbours but the
    marks kept; several where the attribution interrupts it. `speaker_text` is what stands in the
    sentence ("the adviser"), `speaker_name` the full name where the article gives one.
    """

    spans: tuple[Span, ...]
    speech: Speech
    cue: str = ""
    cue_span: Span | None = None
    speaker_text: str = ""
    speaker_span: Span | None = None
    speaker_name: str = ""
    speaker_role: str = ""
    organisation: str = ""
    relayed_via: str = ""
    said: Said = field(default_factory=lambda: Said(None, "publication"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it; coordinates (WGS 84 degrees) where the gazetteer knows it, and why this one."""

    name: str
    lat: float | None = None
    lon: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that the article reports. `timex` is the expression that dates it; None: the date is inherited."""

    start: int
    end: int
    text: str
    title: str
    date: DateValue | None = None
    basis: Basis = "context"
    timex: Timex | None = None
    occurrence: Occurrence = "occurred"
    background: bool = False
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article. `warnings` are sentences for people: a limit reached, a choice left open."""

    published: Published | None
    timexes: tuple[Timex, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    warnings: tuple[str, ...] = ()
