"""Rules for what is two steps away, for days of "the month", and for turns of the century."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.anchors.sentence import opens_sentence
from extraction.dates.lexicon import DAYPARTS, MONTHS, SEASONS, UNIT_FORMS, WEEKDAYS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import (
    CalendarError,
    Period,
    containing,
    day_of,
    season_of,
    weekday_after,
    weekday_before,
    year_of,
)
from extraction.dates.rule import Found, Match, Rule, calendar, relative, unknown_value
from extraction.dates.rules.weekends import weekend

#: What "last" and "next" belong to.
STEPPED = UNIT_FORMS.keys() | MONTHS.keys() | SEASONS.keys() | WEEKDAYS.keys()


def two_steps(m: Match, anchors: Anchors) -> Found | None:
    """ "the week before last", "the month after next", "the summer before last", "the Friday before last"."""
    unit, step = m.word("unit"), -2 if m.word("which") == "before" else 2
    if m.after(1) and m.after(1)[0] in STEPPED:
        # "the summer before last year's vote".
        return None
    if unit in SEASONS:
        return _two_seasons(m, anchors, SEASONS[unit], step)
    if unit in WEEKDAYS:
        beyond = weekday_before if step < 0 else weekday_after
        move = lambda day: Period("day", beyond(day, WEEKDAYS[unit], same=False)).shift(-7 if step < 0 else 7)  # noqa: E731
        return relative(anchors, m.start, move, f"XXXX-WXX-{WEEKDAYS[unit] + 1}")
    if unit == "night":
        found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX")
        return found.with_clock("TNI") if found else None
    if unit == "weekend":
        return weekend(m, anchors, step)
    return relative(anchors, m.start, lambda day: containing(unit, day).shift(step), unknown_value(unit))  # type: ignore[arg-type]


def _two_seasons(m: Match, anchors: Anchors, number: int, step: int) -> Found | None:
    """Two from the season that the anchor lies in, or would lie in."""

    def move(day: dt.date) -> Period:
        here = season_of(day.year, number)
        if step < 0:
            return here.shift(-1 if here.end < day else -2)
        return here.shift(1 if here.start > day else 2)

    return relative(anchors, m.start, move, "XXXX")


#: What may follow "on the 30th" where it is a day: no noun that it counts ("on the 5th floor").
AFTER_DAY = frozenset(
    "the he she it they his her its their a an at in with by when after as from to but general".split()
)


def day_alone(m: Match, anchors: Anchors) -> Found | None:
    """ "on the 30th": of the month last told of, or of the next one where it would turn back in a history."""
    last = anchors.last
    before, after = m.before(1), m.after(1)
    if not before or not _before_day(m, anchors):
        return None
    named = (after[0] in AFTER_DAY or not after[0].isalnum()) and after[0] not in ("-", "/", "'") if after else True
    onwards = before == ["from"] and after == ["on"] and not m.after(2)[-1].isalnum()
    if not named and not onwards and not (anchors.narrative and _tells_on(m)):
        return None
    if last is None and before == ["on"] and not anchors.narrative:
        return _of_present_month(m, anchors, int(m.number("day")))
    if last is None or last.unit not in DAYS_KNOWN:
        return None
    found = _of_told_month(anchors, int(m.number("day")))
    return calendar(found, f"text {last.edtf}") if found else None


def _tells_on(m: Match) -> bool:
    """Whether a history goes on with who did something on the day: "On the 14th troops met"."""
    following = next((word for word in m.scan.tokens[m.end : m.end + 2] if not word.isspace()), "")
    if not following.isalpha() or following.lower() in COUNTED_SO:
        return False
    if following.endswith("s") and following.islower():
        return following == "onwards" or m.before(1) == ["by"] or opens_sentence(m.scan, m.start)
    return following.istitle() and m.before(1) == ["on"] and opens_sentence(m.scan, m.start)


#: What is numbered, in armies and towns.
COUNTED_SO = frozenset(
    "army corps division brigade regiment battalion company infantry cavalry artillery squadron fleet air armoured "
    "armored panzer guards floor street avenue century day parallel anniversary birthday attempt meridian degree time "
    "congress district ward precinct amendment hour hole minute place year round lap game week and or to".split()
)


#: Golf counts its holes so, and cards and clocks of other games.
PLAYED = frozenset(
    "hole holes birdie birdied birdies bogey bogeyed bogeys par tee green fairway putt putted eagle eagled golf round "
    "inning innings lap laps race seed seeds place shot shots".split()
)
#: How many words before and after a day they may stand.
PLAYED_REACH = 25


def _of_present_month(m: Match, anchors: Anchors, number: int) -> Found | None:
    """ "on the 14th" where no date was told of yet: the last such day, the next one where a cue looks ahead."""
    if not PLAYED.isdisjoint((*m.before(PLAYED_REACH), *m.after(PLAYED_REACH))):
        return None
    ahead = anchors.direction(m.start, m.end) in ("future", "scheduled")

    def move(day: dt.date) -> Period:
        month = containing("month", day)
        for _ in range(3):
            found = day_of(month.start.year, month.start.month, number)
            if found is not None and (found.start >= day if ahead else found.start <= day):
                return found
            month = month.shift(1 if ahead else -1)
        raise CalendarError(number)

    return relative(anchors, m.start, move, "XXXX-XX-XX")


def day_counted(m: Match, anchors: Anchors) -> Found | None:
    """ "on the third day": two days after the day that the text named last, in a history or the same paragraph."""
    before, after, base = m.before(1), m.after(1), anchors.named
    if base is None or not before or before[0] not in BEFORE_DAY:
        return None
    if after and (after[0].isalnum() or after[0] in ("-", "/", "'")) and after[0] not in AFTER_DAY - {"in", "at"}:
        # "on the third day of the trial" is counted from a beginning that the text need not tell.
        return None
    if not anchors.narrative and BREAK in m.scan.kinds[anchors.named_at : m.start]:
        return None
    found = base.shift(int(m.number("day")) - 1)
    if not 1 < m.number("day") <= MOST_DAYS or (anchors.day is not None and found.start < anchors.day.start):
        return None
    return calendar(found, f"text {base.edtf}")


#: Days are hardly counted beyond.
MOST_DAYS = 40


def days_alone(m: Match, anchors: Anchors) -> Found | None:
    """ "on the 17th and 18th": both are days of the month last told of."""
    last, after = anchors.last, m.after(1)
    if last is None or last.unit not in DAYS_KNOWN or not m.before(1) or not _before_day(m, anchors):
        return None
    if after and ((after[0] not in AFTER_DAY and after[0].isalnum()) or after[0] in ("-", "/", "'")):
        return None
    parts = []
    for name, begin in (("first", m.start), ("last", m.span("last")[0])):
        found = calendar(_of_told_month(anchors, int(m.number(name))), f"text {last.edtf}")
        if found is None:
            return None
        stop = m.span(name)[1]
        parts.append((begin, stop - (m.scan.kinds[stop - 1] == " "), found))
    return replace(parts[0][2], parts=tuple(parts))


def _of_told_month(anchors: Anchors, number: int) -> Period | None:
    """That day of the month last told of, or of the next one where it would turn back in a history."""
    assert anchors.last is not None
    month = anchors.last.start
    if anchors.narrative and anchors.last.unit == "day" and month.day - number > TURNED:
        month = containing("month", month).shift(1).start
    return day_of(month.year, month.month, number)


#: What lies within a month.
DAYS_KNOWN = frozenset({"day", "week", "weekend", "month"})
#: So many days before the last one, "the 3rd" is of the next month.
TURNED = 9


def _before_day(m: Match, anchors: Anchors) -> bool:
    """Whether a word stands before "the 30th" after which it is a day, in a history one of many."""
    before = m.before(2)
    if before[0] == "of":
        return len(before) > 1 and before[1] in DAYPARTS
    return before[0] in BEFORE_DAY or (anchors.narrative and before[0] in BEFORE_DAY_TOLD) or before[0] in WEEKDAYS


BEFORE_DAY = frozenset("on by until since till".split())
BEFORE_DAY_TOLD = frozenset("from before after to around about through between".split())


#: Which month "the 3rd of the month" is of.
MONTH_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}


def day_of_month(m: Match, anchors: Anchors) -> Found | None:
    """ "the 3rd of the month", "the 15th of next month": "that month" is the one last told of."""
    number, which = int(m.number("day")), m.words("which")[-1]

    def move(day: dt.date) -> Period:
        month = containing("month", day).shift(MONTH_STEPS.get(which, 0)).start
        found = day_of(month.year, month.month, number)
        if found is None:
            raise CalendarError(number)
        return found

    event = which in ("that", "same", "previous", "following")
    if event and anchors.last is None:
        return None
    found = relative(anchors, m.start, move, unknown_value("day"), event=event)
    if not m.has("first") or found is None or found.period is None:
        return None if m.has("first") else found
    # "from the 4th to the 8th of this month" are two expressions.
    day = found.period.start
    begin = calendar(day_of(day.year, day.month, int(m.number("first"))), found.anchor)
    if begin is None or begin.period is None or begin.period.start >= day:
        return None
    stop, start = m.span("first")[1], m.span("second")[0]
    stop -= m.scan.kinds[stop - 1] == " "
    return replace(begin, parts=((m.start, stop, begin), (start, m.end, found)))


def turn(m: Match, anchors: Anchors) -> Found | None:
    """ "the turn of the century": the one next to the anchor, ahead where a cue says so; "the 20th" began in 1900."""
    if m.word("unit") == "millennium":
        return _about(MILLENNIUM, "")
    if m.has("number"):
        first = 100 * (int(m.number("number")) - 1)
        return _about(first, "") if 1 < first <= 2900 else None
    earliest, latest, label = anchors.reference(m.start)
    if earliest is None or latest is None or earliest.year // 100 != latest.year // 100:
        return Found("DATE", "XXXX")
    if anchors.narrative and earliest.year % 100 >= MIDDLE:
        return _about(earliest.year // 100 * 100 + 100, label)
    ahead = anchors.direction(m.start, m.end) == "future"
    return _about((earliest.year - 1) // 100 * 100 + (100 if ahead else 0), label)


#: The one whose turn is told of.
MILLENNIUM = 2000
#: In a history, a century that is so far gone is about to turn.
MIDDLE = 50


def _about(year: int, label: str) -> Found:
    return Found("DATE", f"{year:04}", "APPROX", year_of(year), edtf.parse(f"{year:04}~"), label, event=False)


RULES = (
    Rule(
        "two-steps",
        "(the)? <unit:(week|month|year|quarter|weekend|decade|night|SEASON|WEEKDAY)> <which:(before last|after next)>",
        two_steps,
        (
            "It rained [the week before last] in Rome.",
            "They vote in [the month after next] there.",
            "It was hot [the summer before last] in Rome.",
        ),
        "Two periods from the anchor's.",
    ),
    Rule(
        "day-alone",
        "the <day:(DAY ~ SUFFIX)>",
        day_alone,
        ("It began on 12 June 2014. On [the 30th], it ended.", "She left on [the 9th], he said."),
        "The month last told of, else the present one or the one before.",
        ("They live on the 30th floor.", "He took the lead on the 14th, his fifth birdie."),
    ),
    Rule(
        "day-counted",
        "the <day:ORD> day",
        day_counted,
        ("The talks began on 12 June 2014. On [the third day], they failed.",),
        "Counted from the day named last, which is the first.",
        ("They met on the third day.", "He rose on the third day of the feast."),
    ),
    Rule(
        "days-alone",
        "the <first:(DAY ~ SUFFIX)> (and|or|to|-|until) <last:((the)? DAY ~ SUFFIX)>",
        days_alone,
        ("It began on 12 June 2014. On [the 17th] and [18th], it rained.",),
        "The month last told of; the ends of a range are expressions of their own (TimeML 1.2.1).",
        ("They live on the 30th and 31st floors.", "the 1st to 3rd Infantry"),
    ),
    Rule(
        "day-of-month",
        "the <day:DAYNUMBER> (day)? of <which:(the|this|last|next|that|the same|the following|the previous)> month",
        day_of_month,
        ("It opened on [the 3rd of the month] there.", "It is due on [the 15th of next month] there."),
        "The anchor's month.",
        ("He was the 3rd of the group.",),
    ),
    Rule(
        "days-of-month",
        (
            "(the)? <first:DAYNUMBER> (and|or|to|-|until|till) <second:(the)? <day:DAYNUMBER> (day)? of "
            "<which:(the|this|last|next|that|the same|the following|the previous)> month>"
        ),
        day_of_month,
        ("It is shut from [the 4th] to [the 8th of this month] there.",),
        "The anchor's month; the ends of a range are expressions of their own (TimeML 1.2.1).",
        ("He has 3 and 4 of the group.",),
    ),
    Rule(
        "turn-of-century",
        "the turn of the ((<number:ORD>)? century|<unit:millennium>)",
        turn,
        (
            "It was built at [the turn of the century] there.",
            "since [the turn of the 20th century] there",
            "at [the turn of the millennium] it",
        ),
        "A century turns in its hundredth year; about then.",
    ),
)
