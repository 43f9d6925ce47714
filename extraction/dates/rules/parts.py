"""Rows that take the expression after them: early, mid, late, the end of, the third quarter of."""

from __future__ import annotations

import datetime as dt

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import DAYPARTS, PARTS, SEASONS
from extraction.dates.periods import (
    Period,
    containing,
    day_of,
    half_of,
    quarter_of,
    season_of,
)
from extraction.dates.rule import Found, Match, Prefix, calendar
from extraction.dates.rules.periods import NUMBERS
from extraction.types import DateValue


def part_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """early, mid, late, the beginning, the end of: the third of the period, as `mod`."""
    word = next((w for w in m.words("part") if w in PARTS), "")
    mod = PARTS[word]
    if inner.type == "DURATION" or inner.type == "SET":
        return None
    if _of_the_noun(m, inner):
        return None
    if inner.clock:
        return Found("TIME", inner.value, mod, inner.period, inner.date, inner.anchor, (), inner.clock)
    if (
        word in ("earlier", "later")
        and inner.period is not None
        and inner.period.unit == "day"
        and "yesterday" not in m.after(1)
    ):
        return None
    if inner.period is None:
        if inner.value.endswith("_REF"):
            return None
        return Found(inner.type, inner.value, mod, None, inner.date, inner.anchor, inner.alternatives)
    date = inner.period.part(mod)
    if word in ("earlier", "later"):
        date = _beside_publication(inner.period, word, anchors) or inner.period.date
    return Found(inner.type, inner.value, mod, inner.period, date, inner.anchor)


def _of_the_noun(m: Match, inner: Found) -> bool:
    """Whether the article is that of a noun to come: "the mid-April vote", while nobody says "in the mid-April"."""
    words = m.words("part")
    named = inner.period is not None and inner.period.unit in ("month", "year", "day")
    return words[:1] == ["the"] and "of" not in words and named and not inner.anchor.startswith("text")


def _beside_publication(period: Period, word: str, anchors: Anchors) -> DateValue | None:
    """ "earlier this month" ends with publication, "later this year" begins with it."""
    if not anchors.earliest or not anchors.latest or not period.start <= anchors.latest <= period.end:
        return None
    first, last = (period.start, anchors.latest) if word == "earlier" else (anchors.earliest, period.end)
    return edtf.narrowed(period.edtf, first, last, period.part("END").precision) if first <= last else None


#: What has a half that the calendar gives no name: "the second half of July", "the last quarter of the century".
HALVED = frozenset({"month", "decade", "century"})


def _half_of(m: Match, inner: Found) -> Found | None:
    period = inner.period
    assert period is not None
    word = m.word("half") or m.word("number")
    if m.has("number") and period.unit == "month":
        return None
    ends = ("last", "fourth", "final") if m.has("number") else ("last", "second", "latter")
    mod = "START" if word == "first" else "END" if word in ends else "MID"
    date = inner.date
    if m.has("half"):
        middle = period.start + (period.end - period.start + dt.timedelta(1)) / 2
        first, last = (period.start, middle - dt.timedelta(1)) if mod == "START" else (middle, period.end)
        date = edtf.narrowed(period.edtf, first, last, period.part("END").precision)
    return Found("DATE", inner.value, mod, period, date, inner.anchor)


def of_inner(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the third quarter of last year", "the summer of that year", "the first half of next year"."""
    if inner.period is not None and inner.period.unit in HALVED and not inner.clock and not m.has("season"):
        return _half_of(m, inner)
    if inner.period is None or inner.period.unit != "year":
        return None
    year = inner.period.start.year
    if m.has("season"):
        period = season_of(year, SEASONS[m.word("season")])
    elif m.has("half"):
        period = half_of(year, {"first": 1, "second": 2, "last": 2, "latter": 2}[m.word("half")])
    else:
        number = NUMBERS.get(m.word("number"))
        if number is None:
            return None
        period = quarter_of(year, number)
    return calendar(period, inner.anchor)


def day_beside(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the day before last Tuesday"."""
    if inner.period is None or inner.period.unit != "day" or inner.clock:
        return None
    found = calendar(inner.period.shift(-1 if m.word("which") == "before" else 1), inner.anchor)
    part = DAYPARTS.get(m.word("side"))
    return found.with_clock(part) if found and part else found


def week_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the week of March 6", "the weekend of 3 May"."""
    if inner.period is None or inner.period.unit != "day":
        return None
    return calendar(containing("weekend" if "weekend" in m.text.lower() else "week", inner.period.start), inner.anchor)


def month_of_inner(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the month of May": the month itself."""
    if inner.period is None or inner.period.unit not in ("month", "year"):
        return None
    return inner


def weeks_beside(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "a week from Tuesday" is after the next one, "two weeks ago Friday" before the last."""
    if inner.period is None or inner.period.unit != "day" or inner.type != "DATE" or anchors.latest is None:
        return None
    weeks = int(m.number("count")) if m.has("count") else 1
    if not 0 < weeks < FEW:
        return None
    day, ahead = inner.period, m.word("side") == "from"
    if ahead and day.start < anchors.latest:
        day = day.shift(7)
    return calendar(day.shift(7 * weeks if ahead else -7 * weeks), inner.anchor)


def years_beside(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "ten years ago today", "a year ago this week", "five years ago tonight": so many years back."""
    period = inner.period
    if period is None or inner.type not in ("DATE", "TIME") or period.unit not in ("day", "week", "month"):
        return None
    years = int(m.number("count")) if m.has("count") else 1
    if not 0 < years < period.start.year:
        return None
    # The week of an anniversary is the one that its middle lies in.
    told = period.start + dt.timedelta(3 if period.unit == "week" else 0)
    day = day_of(told.year - years, told.month, told.day)
    found = calendar(containing(period.unit, day.start), inner.anchor) if day else None
    return found.with_clock(inner.clock) if found and inner.clock else found


#: More weeks are not counted so.
FEW = 10


PREFIXES = (
    Prefix(
        "part-of",
        "<part:((the)? (very)? (early|mid|late|earlier|later) (-|in|on|(part|days|weeks|months|half) of)?)>",
        part_of,
        (
            "He won in [late 2017] there.",
            "It began in [mid-November] there.",
            "[Late in the summer of 1990] it fell.",
            "before the [mid-April 2014] vote",
            "He left [late on Wednesday] by car.",
        ),
        "The third of the period (DESIGN.md section 3).",
    ),
    Prefix(
        "end-of",
        (
            "<part:((start|end) ~ - ~|(the|at)? (very)? (beginning|start|end|close|dawn|middle|outset|"
            "latter (part|half)|early part|late part|last half|tail end|"
            "(first|last|final|opening|closing) (days|weeks|months|years)) of)>"
        ),
        part_of,
        (
            "until [the end of 1990] came",
            "It had fallen by [end-March 2011] there.",
            "It was high at [end-2012] again.",
        ),
        "The third of the period (DESIGN.md section 3).",
    ),
    Prefix(
        "quarter-of",
        "(the)? <number:(first|second|third|fourth|last|final)> quarter of",
        of_inner,
        ("It grew in [the last quarter of the 19th century] there.",),
        "The year is another expression.",
    ),
    Prefix(
        "half-of",
        "(the)? <half:(first|second|last|latter)> half of",
        of_inner,
        ("They met in [the second half of July] there.", "since [the first half of the 1990s] there"),
        "What is halved is another expression.",
    ),
    Prefix(
        "season-of",
        "(the)? <season:SEASON> of",
        of_inner,
        ("in [the summer of last year] it fell",),
        "The year is another expression.",
    ),
    Prefix(
        "day-beside",
        "(the)? <side:(day|night|morning|evening)> <which:(before|after)>",
        day_beside,
        ("He came [the day before Christmas] again.",),
        "One day from the day that follows.",
    ),
    Prefix(
        "units-beside",
        (
            "(a|one|<count:(CARDINAL|INTEGER|WORDS)>) "
            "(<weeks:(week|weeks)> <side:(from|ago)> (this|last)?|(year|years) ago (on)?)"
        ),
        lambda m, a, inner: (weeks_beside if m.has("weeks") else years_beside)(m, a, inner),
        (
            "The court will rule [a week from Tuesday] there.",
            "He fell [a week ago Friday] in Rome.",
            "It began [ten years ago today] there.",
            "It fell [a year ago this month] in Rome.",
            "It opened [ten years ago tonight] there.",
        ),
        "Whole weeks from a weekday; an anniversary names its day, week or month.",
        ("He left a week from the end.",),
    ),
    Prefix(
        "week-of",
        "the (week|weekend) (of|ending|ended|beginning|to)",
        week_of,
        ("in [the week of March 6] it fell",),
        "ISO week.",
    ),
    Prefix(
        "month-of", "the (month|year) of", month_of_inner, ("in [the month of August] it fell",), "The month itself."
    ),
)
