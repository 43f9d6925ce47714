"""What a rule is, what it finds, and what it may ask about the place where it matched."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import CARDINALS, MULTIPLIERS, ORDINALS
from extraction.dates.patterns import Pattern, Scan, compile_pattern, small
from extraction.dates.periods import CalendarError, Period, Unit
from extraction.types import DateValue, TimexType

NUMBER_WORDS = CARDINALS | ORDINALS


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's pattern at one place of a text."""

    scan: Scan
    groups: re.Match[str]
    start: int
    end: int

    def has(self, name: str) -> bool:
        """Whether the named part took part."""
        if name not in self.groups.re.groupindex:
            return False
        return self.groups.start(name) >= 0

    def words(self, name: str) -> list[str]:
        """Its tokens in small letters, without white space; empty where it took no part."""
        if not self.has(name):
            return []
        start, end = self.groups.span(name)
        return [small(t) for t in self.scan.tokens[start:end] if not t.isspace()]

    def word(self, name: str) -> str:
        """Its first token in small letters, or an empty text."""
        return next(iter(self.words(name)), "")

    def number(self, name: str) -> float:
        """Its numeral, in digits or words: "5 1/2", "2,000", "twenty-four", "a hundred", "3rd"."""
        return number_of(self.words(name))

    def before(self, limit: int = 1) -> list[str]:
        """The tokens before the match, nearest first."""
        return list(self.scan.words_before(self.start, limit))

    def after(self, limit: int = 1) -> list[str]:
        """The tokens after the match."""
        return list(self.scan.words_after(self.end, limit))

    def next_is_name(self) -> bool:
        """Whether a capitalised word follows."""
        following = self.scan.tokens[self.end : self.end + 2]
        return len(following) == 2 and following[0] == " " and following[1][0].isupper()

    def span(self, name: str) -> tuple[int, int]:
        """The tokens of the named part, from its first to after its last."""
        start, end = self.groups.span(name)
        return start, end

    @property
    def text(self) -> str:
        """What was matched."""
        return "".join(self.scan.tokens[self.start : self.end])

    @property
    def capitalised(self) -> bool:
        """Whether the first token begins with a capital."""
        return self.scan.tokens[self.start][0].isupper()


def number_of(words: list[str]) -> float:
    """The number that tokens spell; unknown tokens count nothing."""
    digits = [w for w in words if w.isdigit()]
    if digits:
        if "." in words and len(digits) == 2:
            return float(f"{digits[0]}.{digits[1]}")
        if "/" in words and len(digits) >= 2:
            whole = int(digits[0]) if len(digits) == 3 else 0
            return whole + int(digits[-2]) / max(int(digits[-1]), 1)
        joined = "".join(digits)[:12]
        return int(joined) + (0.5 if "half" in words else 0)
    if words[:1] == ["half"] and words[-1] == "dozen":
        return 6
    total, current = 0.0, 0.0
    for word in words:
        if word in NUMBER_WORDS:
            current += NUMBER_WORDS[word]
        elif word in MULTIPLIERS:
            current = max(current, 1) * MULTIPLIERS[word]
            if MULTIPLIERS[word] >= 1000:
                total, current = total + current, 0.0
    if "half" in words:
        current += 0.5
    return total + current or (1 if words and words[0] in ("a", "an", "one") else 0)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule makes of a match: a TIMEX3, and the calendar time where it denotes any.

    `period` is the calendar period named, from which modifiers take their thirds; `clock` is the
    part of `value` from the T on. `parts` are the two ends of a range ("8-9 May") by their tokens: TIMEX3 has a tag for
    each, and this one is what a prefix makes another of ("the winter of 1941-42").
    """

    type: TimexType
    value: str
    mod: str = ""
    period: Period | None = None
    date: DateValue | None = None
    anchor: str = ""
    alternatives: tuple[DateValue, ...] = ()
    clock: str = ""
    event: bool = True
    parts: tuple[tuple[int, int, Found], ...] = ()

    def with_clock(self, clock: str, mod: str = "") -> Found:
        """The same day at a time of day."""
        return replace(self, type="TIME", value=self.value + clock, clock=clock, mod=mod or self.mod, parts=())


#: What a resolver returns where the words look like a date and are none: they are passed over whole, so that
#: "30 February 2019" does not yield "February".
REFUSED = Found("DATE", "refused", event=False)

Resolver = Callable[[Match, Anchors], Found | None]
Composer = Callable[[Match, Anchors, Found], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table.

    `finds` are texts in which the rule must find exactly the words in [brackets]; `leaves` are texts in which
    nothing may be found. `source` says where the rule comes from or why it is so.
    """

    name: str
    pattern: str
    resolve: Resolver
    finds: tuple[str, ...]
    source: str
    leaves: tuple[str, ...] = ()
    compiled: Pattern = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", compile_pattern(self.pattern))


@dataclass(frozen=True, slots=True)
class Prefix:
    """A row that takes the expression after it and makes another of both: "early" + "next year"."""

    name: str
    pattern: str
    compose: Composer
    finds: tuple[str, ...]
    source: str
    leaves: tuple[str, ...] = ()
    compiled: Pattern = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", compile_pattern(self.pattern))


def calendar(period: Period | None, anchor: str = "", unknown: str = "", mod: str = "") -> Found | None:
    """A DATE of a period; where there is none, `unknown` as value, or nothing at all."""
    if period is None:
        return Found("DATE", unknown, mod, anchor=anchor) if unknown else None
    try:
        return Found("DATE", period.value, mod, period, period.date, anchor)
    except (CalendarError, ValueError):
        return None


def aside(found: Found | None) -> Found | None:
    """A date to compare with, which nothing after it is counted from."""
    return replace(found, event=False) if found else None


def relative(
    anchors: Anchors,
    at: int,
    move: Callable[[dt.date], Period],
    unknown: str,
    *,
    event: bool = False,
    written: bool = False,
) -> Found | None:
    """A DATE counted from the anchor at a place: publication, day of speech or, in narrative, the last event.

    With `event` it is counted from the last date of the text ("a day later"), with `written` from publication alone.
    Where the anchor is an interval, only what all of its days agree on is resolved; both ends prove that, since every
    move follows the order of days.
    """
    earliest, latest, label = anchors.written() if written else anchors.event(at) if event else anchors.reference(at)
    if earliest is None or latest is None:
        return Found("DATE", unknown)
    try:
        first, last = move(earliest), move(latest)
        if first != last and not (_of_winter(anchors, label) and first.unit == "year"):
            return Found("DATE", unknown)
        return Found("DATE", first.value, "", first, first.date, label)
    except (CalendarError, ValueError):
        return None


def _of_winter(anchors: Anchors, label: str) -> bool:
    """Whether it is counted from a season: a winter is of the year in which it begins."""
    return anchors.last is not None and anchors.last.unit == "season" and label.startswith("text")


def unknown_value(unit: Unit) -> str:
    """The TIMEX3 value of a period of a unit whose place in the calendar is not known."""
    return {
        "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
        "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXXX", "century": "XXXX",
    }[unit]  # fmt: skip
