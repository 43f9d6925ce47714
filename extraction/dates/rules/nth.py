"""Rules for the n-th of a longer period ("the third Tuesday of November"), the eve of a day, its small hours."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extraction import edtf
from extraction.dates.anchors import OVER, Anchors
from extraction.dates.choice import WILL_REACH
from extraction.dates.lexicon import DAYPARTS, SEASONS, WEEKDAYS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import CalendarError, Period, Unit, add_days, containing, season_of, weekday_after
from extraction.dates.rule import Found, Match, Prefix, Rule, aside, calendar, relative
from extraction.dates.rules.ago import stands_alone

#: The last of a period is counted from its end.
LAST = -1
#: Which periods have which parts that are counted.
PARTS_OF = {
    "day": ("week", "month", "year"),
    "week": ("month", "quarter", "season", "year"),
    "weekend": ("month", "year"),
    "month": ("year",),
    "decade": ("century",),
}


def nth_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the third Tuesday of November", "the last day of the month", "the first week of May"."""
    whole, unit = inner.period, m.word("unit")
    if whole is None or inner.clock:
        return None
    number = LAST if m.word("number") in ("last", "final") else int(m.number("number"))
    if unit in WEEKDAYS:
        if whole.unit not in ("month", "year"):
            return None
        return calendar(_nth_weekday(whole, number, WEEKDAYS[unit]), inner.anchor)
    if whole.unit not in PARTS_OF[unit] or not number:
        return None
    if unit == "week":
        return _nth_week(whole, number, inner.anchor)
    try:
        first = containing(unit, whole.start if number > 0 else whole.end)  # type: ignore[arg-type]
        if unit == "weekend" and number > 0 and first.start < whole.start:
            first = first.shift(1)
        if unit == "weekend" and number < 0 and first.start > whole.end:
            first = first.shift(-1)
        found = first.shift(number - 1) if number > 0 else first
    except CalendarError:
        return None
    return calendar(found, inner.anchor) if whole.start <= found.start <= whole.end else None


def _nth_weekday(whole: Period, number: int, weekday: int) -> Period | None:
    if number == LAST:
        day = add_days(weekday_after(whole.end, weekday, same=True), 0)
        day = day if day == whole.end else add_days(day, -7)
    else:
        day = add_days(weekday_after(whole.start, weekday, same=True), 7 * (number - 1))
    return Period("day", day) if whole.start <= day <= whole.end else None


def _nth_week(whole: Period, number: int, anchor: str) -> Found | None:
    """The n-th seven days; the ISO week that holds most of them is the value."""
    try:
        first = add_days(whole.start, 7 * (number - 1)) if number > 0 else add_days(whole.end, -6)
        if not whole.start <= first <= whole.end:
            return None
        last = min(add_days(first, 6), whole.end)
        week = containing("week", first + (last - first) / 2)
    except CalendarError:
        return None
    return Found("DATE", week.value, "", week, edtf.interval(first, last), anchor)


def eve_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the eve of Easter": the day before."""
    if inner.period is None or inner.period.unit != "day" or inner.clock:
        return None
    return calendar(inner.period.shift(-1), inner.anchor)


def hours_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the small hours of Saturday": the beginning of its morning, "the late hours" the end of its night."""
    late = m.word("which") == "late"
    if inner.period is None or inner.period.unit != "day":
        return None
    if inner.clock:
        # "the early hours of Sunday morning".
        known = inner.clock in DAYPARTS.values()
        return replace(inner, mod="END" if late else "START") if known else None
    return inner.with_clock(DAYPARTS["night" if late else "morning"], "END" if late else "START")


def part_of_day(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "the night of 9 May", "early on the morning of June 6": the day at its part; of a range, its first."""
    if inner.period is None or inner.period.unit != "day" or inner.clock:
        return None
    if not m.has("the") and not m.has("when"):
        # "She had a great night on Saturday."
        return None
    return inner.with_clock(DAYPARTS[m.word("part")], {"early": "START", "late": "END"}.get(m.word("when"), ""))


def beside_last(m: Match, anchors: Anchors) -> Found | None:
    """ "the year before", "the day after": beside the last date of the text, where nothing else follows."""
    after = m.after(1)
    if not stands_alone(m) if m.has("that") else after and after[0] not in CLOSES:
        return None
    unit: Unit = m.word("unit")  # type: ignore[assignment]
    step = 1 if m.word("side") == "after" else -1
    last = anchors.last
    part = DAYPARTS.get(m.word("unit"))
    if part:
        unit = "day"
    if last is None or (unit == "day" and last.unit != "day"):
        return None
    if m.word("unit") in SEASONS and last.unit in ("decade", "century"):
        return None
    try:
        if m.word("unit") in SEASONS:
            moved = _season_beside(last, SEASONS[m.word("unit")], step)
        else:
            moved = containing(unit, last.start).shift(step)
        found = calendar(moved, f"text {last.edtf}")
    except CalendarError:
        return None
    found = found.with_clock(part) if found and part else found
    # A history looks back to it, and goes on from where it was.
    return aside(found) if anchors.narrative and step < 0 else found


def _season_beside(last: Period, number: int, step: int) -> Period:
    """The first such season after a period, or the last before it."""
    found = season_of(last.start.year - step, number)
    while (found.start <= last.end) if step > 0 else (found.end >= last.start):
        found = found.shift(step)
    return found


#: What may follow "the year before" where it names no event of its own ("the year before he died").
CLOSES = frozenset(". , ; : ) ? ! - and but when in at with by from for as or on \" '".split())


def each_nth(m: Match, anchors: Anchors) -> Found | None:
    """ "the first Monday of each month"; of "the month" where it is told as over, else of each."""
    if m.has("the"):
        if m.word("day") not in WEEKDAYS or m.before(1) == ["by"]:
            return None
        if anchors.narrative or "will" in m.before(WILL_REACH) or anchors.direction(m.start, m.end) in OVER:
            return _of_the_month(m, anchors)
    return Found("SET", "XXXX" if m.word("whole") == "year" else "XXXX-XX")


def _of_the_month(m: Match, anchors: Anchors) -> Found | None:
    """The weekday of the month last told of in the paragraph, else of the present one."""
    number, weekday = LAST if m.word("number") == "last" else int(m.number("number")), WEEKDAYS[m.word("day")]
    told = anchors.last is not None and BREAK not in m.scan.kinds[anchors.last_at : m.start]

    def move(day: dt.date) -> Period:
        found = _nth_weekday(containing("month", day), number, weekday)
        if found is None:
            raise CalendarError(number)
        return found

    return relative(anchors, m.start, move, "XXXX-XX-XX", event=told)


PREFIXES = (
    Prefix(
        "part-of-day",
        ("(<when:(early|late)> (on|in|during)?)? <the:the>? <part:(morning|afternoon|evening|night)> (of|on)"),
        part_of_day,
        (
            "It fell on [the night of 9 May 1940] there.",
            "They rose [early in the morning on 14 February 1804] there.",
            "They left on [the morning of Tuesday] again.",
            "It sank on [the night of 13/14 October 1939] there.",
        ),
        "A part of the day, as TIMEX3 has them.",
        ("the evening of his life",),
    ),
    Prefix(
        "nth-of",
        "(the|its)? (very)? <number:(ORD|last|final)> (full)? <unit:(day|week|weekend|month|decade|WEEKDAY)> (of|in)",
        nth_of,
        (
            "They vote on [the third Tuesday of November] again.",
            "It is due on [the last day of the month] there.",
            "They met in [the first week of May] there.",
            "He left on [the first Monday in October] by car.",
            "It grew in [the last month of 2014] there.",
        ),
        "Counted within the period that follows; a week is seven days from its first day (DESIGN.md section 3).",
    ),
    Prefix("eve-of", "the eve of", eve_of, ("He spoke on [the eve of Easter] in Rome.",), "The day before it."),
    Prefix(
        "hours-of",
        "(the)? <which:(early|small|wee|predawn|late)> (morning|night|evening)? hours (of|on)?",
        hours_of,
        ("It fell in [the small hours of Saturday] there.", "It fell in [the early hours of Monday morning]."),
        "A part of the day, as TIMEX3 has them.",
    ),
)


def nth_of_the_month(m: Match, anchors: Anchors) -> Found | None:
    """ "the second Sunday of the month": the last such day, or the next where a cue looks ahead; else every month's."""
    tense = "past" if anchors.narrative else anchors.direction_of_day(m.start, m.end)
    if tense not in ("past", "said", "future"):
        return Found("SET", "XXXX-XX")
    number, ahead = LAST if m.word("number") in ("last", "final") else int(m.number("number")), tense == "future"

    def move(day: dt.date) -> Period:
        month = containing("month", day)
        found = _nth_weekday(month, number, WEEKDAYS[m.word("weekday")])
        if found is None or (not anchors.narrative and (found.start < day if ahead else found.start > day)):
            found = _nth_weekday(month.shift(1 if ahead else -1), number, WEEKDAYS[m.word("weekday")])
        if found is None:
            raise CalendarError(number)
        return found

    return relative(anchors, m.start, move, "XXXX-XX-XX")


RULES = (
    Rule(
        "nth-of-the-month",
        "the <number:(ORD|last|final)> <weekday:WEEKDAY> (of|in) (the|a) month",
        nth_of_the_month,
        (
            "They met on [the second Sunday of the month] there.",
            "The house is open on [the first Friday of the month] again.",
        ),
        "Counted within the month; where nothing tells of one, it comes again.",
    ),
    Rule(
        "beside-last",
        "the <unit:(day|week|month|year|night|morning|afternoon|evening|SEASON)> <side:(before|after|earlier)> "
        "<that:(that|this)>?",
        beside_last,
        (
            "It closed in 2003. [The year before that] it had made a profit.",
            "It fell in 2014, less than in [the year before], he said.",
            "He rose on 3 May 2015 and fell [the day after].",
            "He rose on 3 May 2015. They had met [the evening before].",
            "He rose in May 2015 and fell [the summer after].",
        ),
        "Counted from the last date of the text.",
        ("He came the day before she left.", "They left the day after that vote."),
    ),
    Rule(
        "set-nth",
        (
            "the <number:(ORD|last)> (and ORD)? <day:(day|week|weekend|month|WEEKDAY)> (of|in) "
            "((each|every|any) <whole:(month|year)>|<the:the> month)"
        ),
        each_nth,
        (
            "They meet on [the first Monday of each month] there.",
            "It is open on [the second Sunday of the month] there.",
        ),
        "TimeML 1.2.1, SET.",
    ),
)
