"""Rules for periods that are counted from an anchor: last month, this year, the following spring, next May."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_period, told_on, told_season
from extraction.dates.lexicon import MONTHS, SEASONS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import (
    CalendarError,
    Period,
    Unit,
    containing,
    month_of,
    season_of,
)
from extraction.dates.rule import REFUSED, Found, Match, Rule, aside, calendar, relative, unknown_value
from extraction.dates.rules.eras import season_of_list
from extraction.dates.rules.lengths import length
from extraction.dates.rules.stretches import stretch
from extraction.dates.rules.weekends import weekend

#: How many periods forward a determiner points.
STEPS = {
    "last": -1, "previous": -1, "past": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "same": 0,
    "present": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1, "ensuing": 1,
}  # fmt: skip


#: How many tokens (white space counted) a comparison may stand after the quarter that it is about.
NEAR = 160


BY_EVENT = frozenset({"previous", "preceding", "prior", "same", "following", "that", "ensuing"})
#: A history looks back to these, and goes on from where it was.
BACK = frozenset({"previous", "preceding", "prior"})


CALENDAR_UNITS = frozenset("day week weekend month quarter year decade century".split())


def stepped_unit(m: Match, anchors: Anchors) -> Found | None:
    """ "last month", "this week", "the following year", "the current quarter"."""
    which = m.words("which")[-1]
    unit = m.word("unit")
    if which == "this" and m.scan.tokens[m.groups.start("unit")][0].isupper():
        # "This Week" is a programme.
        return None
    quarter = anchors.quarter or anchors.last
    if which == "last" and unit == "year" and quarter is not None and _compares(m, anchors):
        return replace(calendar(quarter.shift(-4), f"text {quarter.edtf}") or REFUSED, event=False)
    if unit == "day" and ((which == "this" and m.before(1) == ["to"]) or which in ("present", "current")):
        # "To this day", "until the present day" are up to now.
        return Found("DATE", "PRESENT_REF")
    if which == "last" and _last_of_all(m, unit):
        # "the last week of the race", "his last year in office": the last that there was of it.
        return Found("DURATION", length(unit, 1))
    if which == "last" and unit in ("decade", "century") and m.text.lower().startswith("the"):
        # "over the last decade" is the ten years till now.
        return Found("DURATION", length(unit, 1))
    if unit == "day" and which in ("last", "past"):
        # "the last day" of something; the day before is "yesterday", and "in the last day" a length.
        return Found("DURATION", "P1D") if m.before(1) and m.before(1)[0] in ("in", "over", "within") else None
    step = STEPS.get(which, 0)
    if anchors.narrative and m.words("which") == ["last"] and anchors.latest is not None and unit != "day":
        # "Last year, she published her memoirs": a history tells of its writer's day.
        named: Unit = unit  # type: ignore[assignment]
        move = lambda day: containing(named, day).shift(step)  # noqa: E731
        return aside(relative(anchors, m.start, move, unknown_value(named), written=True))
    event = which in BY_EVENT or (which == "next" and (unit == "day" or _of_the_past(m, anchors)))
    found = step_from(m, anchors, unit, step, event=event)  # type: ignore[arg-type]
    return aside(found) if anchors.narrative and which in BACK else found


#: Whose "last year" is no year of the calendar.
POSSESSIVES = frozenset("his her its their our my your whose".split())


def _last_of_all(m: Match, unit: str) -> bool:
    """Whether "the last week" is the last of something, or of somebody's: not the one before this."""
    the = m.text.lower().startswith("the")
    return unit in ("week", "month", "year") and ((the and m.after(1) == ["of"]) or (not the and _owned(m)))


def _owned(m: Match) -> bool:
    return m.before(1)[:1] != [] and m.before(1)[0] in POSSESSIVES


#: "in the spring of the next year", not "in the course of the next year".
PARTED = SEASONS.keys() | MONTHS.keys() | {"end", "beginning", "start", "half", "quarter", "middle"}
#: "over the next year" begins now.
STRETCHES = frozenset("over in within during for of by until through throughout into".split())


def _of_the_past(m: Match, anchors: Anchors) -> bool:
    """ "He came in 2009 and left the next year": the one after what was told of, where that is long over."""
    last = anchors.last
    return (
        m.words("which") == ["the", "next"]
        and last is not None
        and anchors.earliest is not None
        and last.end < anchors.earliest
        and (STRETCHES.isdisjoint(m.before(1)) or (m.before(1) == ["of"] and not PARTED.isdisjoint(m.before(2)[1:])))
        and BREAK not in m.scan.kinds[anchors.last_at : m.start]
        and anchors.direction(m.start, m.end) != "future"
    )


def _compares(m: Match, anchors: Anchors) -> bool:
    """Whether "last year" is the same quarter's: "$5 million, compared with $4 million last year"."""
    last, before = anchors.last, m.before(12)
    if (
        m.capitalised
        or last is None
        or last.unit != "quarter"
        or anchors.stretched(m.start)
        or m.start - anchors.last_at > NEAR
    ):
        return False
    return "$" in before and not {"from", "compared", "against", "than", "vs"}.isdisjoint(before)


def step_from(m: Match, anchors: Anchors, unit: Unit, step: int, *, event: bool) -> Found | None:
    if event and anchors.last is not None and unit in ("day",) and anchors.last.unit != "day":
        return Found("DATE", unknown_value(unit))
    if unit == "weekend":
        return weekend(m, anchors, step)
    told = anchors.last if event or anchors.narrative else None
    if unit == "year" and told is not None and told.unit == "season":
        # "That winter they took the mines, and lost them the next year": a winter is of the year in which it begins.
        return calendar(containing("year", told.start).shift(step), f"text {told.edtf}")
    if event and step < 0 and anchors.told_before(m.start, m.end):
        # "He takes office on May 27. A law was signed the previous week."
        event = False
    if event and step > 0 and anchors.last is None and anchors.direction(m.start, m.end) != "future":
        # "The next day he fled" follows a day that the text does not give.
        return Found("DATE", unknown_value(unit))
    return relative(anchors, m.start, lambda day: containing(unit, day).shift(step), unknown_value(unit), event=event)


#: Prepositions that make "the year" a time, and words after it that make it none.
UNIT_BEFORE = frozenset("for during in of through throughout over on earlier later until".split())


#: How many tokens (white space counted) a month may stand before "the end of the month".
MONTH_TOLD = 60
#: Before "of the year": a part of it, not "the man of the year".
PORTIONS = frozenset(
    "end rest part beginning start half remainder quarter middle most months days weeks outset out course day week "
    "weekend hours much bulk majority".split()
)


UNIT_AFTER = frozenset("of that when in he she they after before since to we i you - '".split())


#: After these a clause may say which year is meant, and what may open it.
NAMING, WHOSE = frozenset("in during since until".split()), frozenset("the a an his her its their our my".split())


def the_unit(m: Match, anchors: Anchors) -> Found | None:
    """ "for the year", "the full year": the present one where a preposition makes it a time."""
    unit = m.word("unit")
    before, after = m.before(1), m.after(1)
    if unit == "year" and after == ["to"] and MONTHS.keys() & set(m.after(5)):
        # "In the year to March", "the year to the end of June".
        return Found("DURATION", "P1Y")
    if not before or before[0] not in UNIT_BEFORE:
        return None
    if after and after[0] in UNIT_AFTER and (before[0] != "of" or after[0] in ("of", "that", "'", "-")):
        return None
    if (
        unit in ("year", "month", "week")
        and before[0] in NAMING
        and (m.next_is_name() or (after and after[0] in WHOSE))
    ):
        # "in the year England won the cup", "in the week the bank failed".
        return None
    if before[0] == "of" and not PORTIONS.intersection(m.before(2)[1:]):
        return None
    if unit in ("decade", "century") and before[0] != "of":
        return None
    if unit == "year" and after and after[0] in ("ended", "ending"):
        # "the year ended March 31" is a business year: its length is known, its days are not the calendar's.
        return Found("DURATION", "P1Y")
    if unit == "day":
        if anchors.last is None or anchors.last.unit != "day":
            return None
        if before[0] not in ("in", "on", "for", "during"):
            return None
        return relative(anchors, m.start, lambda day: Period("day", day), "XXXX-XX-XX", event=True)
    if anchors.narrative and anchors.last is not None and before[0] != "of":
        return None
    last = anchors.last
    if unit == "century" and last is not None and last.unit == "century" and not _broken(m, anchors):
        # "In the 18th century it was rich. By the end of the century it had fallen."
        return calendar(last, f"text {last.edtf}")
    if unit == "month" and before[0] == "of" and last is not None and last.unit in ("day", "month"):
        # "It begins in January and will be done by the end of the month."
        within = BREAK not in m.scan.kinds[anchors.last_at : m.start] and m.start - anchors.last_at <= MONTH_TOLD
        if within and not _over(m, anchors, last):
            return relative(anchors, m.start, lambda day: containing("month", day), "XXXX-XX", event=True)
    # "In March 1998 he fled. By the end of the year, he was caught".
    told = unit == "year" and before[0] == "of" and told_on(m, anchors)
    move = lambda day: containing(unit, day)  # type: ignore[arg-type]  # noqa: E731
    return relative(anchors, m.start, move, unknown_value(unit), event=told)  # type: ignore[arg-type]


def _over(m: Match, anchors: Anchors, told: Period) -> bool:
    """Whether what is told of is over, while "by the end of the month" lies ahead of publication."""
    over = anchors.earliest is not None and containing("month", told.end).end < anchors.earliest
    return over and anchors.direction(m.start, m.end) == "future"


def _broken(m: Match, anchors: Anchors) -> bool:
    """Whether a paragraph ends between the last date and here."""
    return BREAK in m.scan.kinds[anchors.last_at : m.start]


def past_unit(m: Match, anchors: Anchors) -> Found | None:
    """ "the past year", "the past decade": the one before (TempEval-3 gives the calendar's)."""
    unit: Unit = m.word("unit") or m.word("unit2")  # type: ignore[assignment]
    if unit not in CALENDAR_UNITS - {"day", "decade", "century"}:
        return Found("DURATION", length(unit, 1))
    found = relative(anchors, m.start, lambda day: containing(unit, day).shift(-1), unknown_value(unit))
    # Whatever TIMEX3 has for it, it ends where it is told.
    told = stretch(m, anchors, unit, 1, "past")
    return replace(found, date=told) if found is not None and told is not None else found


def stepped_month(m: Match, anchors: Anchors) -> Found | None:
    """ "last November" is the last before the present month, "next May" the first after it, "this May" this year's."""
    number, which = MONTHS[m.word("month")], m.words("which")[-1]
    if not m.scan.tokens[m.groups.start("month")][0].isupper():
        return None
    if which == "that" and not anchors.narrative and not _that_month(m, anchors):
        return None

    def move(day: dt.date) -> Period:
        here = month_of(day.year, number)
        if which in ("last", "past", "previous"):
            return here if here.end < day and number != day.month else here.shift(-12)
        if which in ("next", "coming", "following"):
            return here if here.start > day else here.shift(12)
        return here

    return _beside(m, anchors, which, move, f"XXXX-{number:02}")


#: Before "that November": no verb of saying.
BEFORE_THAT = frozenset("early late mid".split())


def _that_month(m: Match, anchors: Anchors) -> bool:
    """Whether "that March" is a month of the year told of, and no clause: "said that March rains"."""
    last = anchors.last
    if last is None or BREAK in m.scan.kinds[anchors.last_at : m.start] or last.unit not in TOLD_OF:
        return False
    before, after = m.before(1), m.after(2)
    if after[:1] and (after[0] in ("and", "to", "or") or (after[0] == "," and MONTHS.keys() & set(after[1:]))):
        # "That June and July are dry is known."
        return False
    opening = m.capitalised and (not before or before[0] in ".!?;")
    return opening or (before[:1] != [] and before[0] in BEFORE_THAT) or (bool(after) and after[0] in ".;")


#: What has months, or is one: not "the 1990s".
TOLD_OF = frozenset("day month season year".split())
#: Words after which "the spring", "the fall" are the season.
SEASON_AFTER = frozenset("in during since until till by through throughout into for".split())


def stepped_season(m: Match, anchors: Anchors) -> Found | None:
    """ "last fall", "this past spring", "next winter", "the summer"."""
    number, which = SEASONS[m.word("season")], (m.words("which") or ["the"])[-1]
    if m.after(1) and m.after(1)[0] in ("of", "break", "training", "guy", "-"):
        return None
    if m.scan.tokens[m.end - 1][0].isupper() and not m.text.isupper() and m.next_is_name():
        # "the Winter War", "the Spring Offensive".
        return None
    if m.after(1) and m.after(1)[0] in ("from", "out", "apart", "into") and m.word("season") in ("fall", "spring"):
        return None
    listed = season_of_list(m) if which in ("the", "") else None
    if (
        m.word("season") in ("spring", "fall")
        and which in ("the", "")
        and listed is None
        and not (m.before(1) and m.before(1)[0] in SEASON_AFTER)
    ):
        return None
    if which == "that" and anchors.last is None:
        return None
    if listed is not None:
        return listed
    if which in ("the", "that") and anchors.narrative and anchors.last is not None:
        return told_season(anchors, number, same_year=which == "that")

    suffix = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}[number]
    if which in ("the", ""):
        return near_period(m, anchors, lambda year: season_of(year, number), f"XXXX-{suffix}")

    def move(day: dt.date) -> Period:
        here = season_of(day.year, number)
        if which in ("last", "past", "previous"):
            return here if here.end < day else here.shift(-1)
        if which in ("next", "coming", "following"):
            return here if here.start > day else here.shift(1)
        if which in ("this", "that"):
            now = containing("season", day)
            return now if now.season == number else here
        return here

    return _beside(m, anchors, which, move, f"XXXX-{suffix}")


def _beside(m: Match, anchors: Anchors, which: str, move: Callable[[dt.date], Period], unknown: str) -> Found | None:
    """What "following" names comes after the end of the last date, what "previous" names before its beginning."""
    last = anchors.told
    if which == "next" and (anchors.narrative or _of_the_past(m, anchors)):
        which = "following"
    if last is None and which in ("following", "previous") and anchors.direction(m.start, m.end) != "future":
        return Found("DATE", unknown)
    if last is None or which not in ("following", "previous"):
        return relative(anchors, m.start, move, unknown, event=which == "that")
    if last.unit in ("decade", "century"):
        return Found("DATE", unknown)
    try:
        found = move(last.end if which == "following" else last.start)
    except CalendarError:
        return None
    here = calendar(found, f"text {last.edtf}")
    return aside(here) if anchors.narrative and which in BACK else here


RULES = (
    Rule(
        "unit-stepped",
        (
            "<which:((the)? (last|next|this|this past|previous|current|coming|following|preceding|upcoming|prior|"
            "present|this coming|same))> <unit:(day|week|month|quarter|year|decade|century)>"
        ),
        stepped_unit,
        (
            "It rose [last month] in Rome.",
            "He died [the following year] in Rome.",
            "It rises [this week] again.",
            "He left in [the last week] of the race.",
            "He fell in his [last year] in office.",
            "It rose over [the last decade] there.",
        ),
        "The calendar's period before, at or after the anchor.",
    ),
    Rule(
        "unit-past",
        "((the)? past <unit:(week|month|quarter|year|decade|century|day|hour|minute)>|the last <unit2:hour>)",
        past_unit,
        ("over [the past year] it rose", "in [the past decade] it fell", "within [the past hour] it fell"),
        "TempEval-3 takes the calendar's.",
    ),
    Rule(
        "unit-the",
        "the (full|whole|entire)? <unit:(day|week|month|year|decade|century)>",
        the_unit,
        (
            "up 5 points for [the week], he said",
            "It ends by [the end of the decade].",
            "In [the year] to March it fell.",
            "It lost money in [the year] to the end of April.",
        ),
        "With a preposition that makes it a time.",
        ("He is the man of the year that was.",),
    ),
    Rule(
        "month-stepped",
        "<which:((the)? (last|next|this|this past|this coming|previous|following|that))> <month:MON>",
        stepped_month,
        ("It began [last November] in Rome.",),
        "Counted from the anchor's month.",
        ("This may be so.", "They last march here."),
    ),
    Rule(
        "season-stepped",
        (
            "<which:((the)? (last|next|this|this past|this coming|past|coming|previous|following)|that|the)> "
            "<season:SEASON>"
        ),
        stepped_season,
        (
            "It began [last fall] in Rome.",
            "They met [this past spring] there.",
            "It ran throughout [the spring] in Rome.",
        ),
        "Counted from the anchor.",
        ("This fall from grace", "the spring of the mattress", "the Winter War was lost"),
    ),
)
