"""Rules for weekdays."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import OVER, Anchors
from extraction.dates.anchors.habit import left_out, of_every_week
from extraction.dates.choice import near_weekday
from extraction.dates.lexicon import DAYPARTS, WEEKDAYS
from extraction.dates.periods import (
    Period,
    containing,
    weekday_after,
    weekday_before,
)
from extraction.dates.rule import Found, Match, Rule, calendar, relative
from extraction.dates.rules.days import with_daypart
from extraction.dates.rules.relative import BY_EVENT, STEPS

#: Words that make a name of a weekday, before and after it.
NAMED = frozenset(
    "black friday,man friday,joe friday,ruby tuesday,super tuesday,fat tuesday,giving tuesday,bloody sunday,"
    "super sunday,bowl sunday,black monday,black tuesday,black wednesday,black thursday,holy thursday,"
    "holy saturday,cyber monday,news sunday".split(",")
)


NAMED_AFTER = frozenset("school schools club agreement accord accords times telegraph post weld addams".split())


QUOTES = frozenset("\"“'‘`")


def _is_name(m: Match) -> bool:
    """ "Ruby Tuesday", "the Sunday Times", "Wednesday Addams" are no days."""
    before, after = m.before(2), m.after(1)
    first = before[0] if before else ""
    if f"{first} {m.word('weekday')}" in NAMED or (after and after[0] in NAMED_AFTER) or before[:2] == ["on", "mail"]:
        return True
    if m.has("part"):
        # "Saturday Night Live", "Monday Night Football", not "on Saturday Night, he".
        titled = m.scan.tokens[m.end - 1][0].isupper() and not m.text.isupper()
        return titled and (m.next_is_name() or first in QUOTES)
    if after and after[0] in DAYPARTS and m.next_is_name() and not m.text.isupper():
        return True
    follows_name = m.next_is_name()
    return follows_name and (not first or first in (".", "the") or first in QUOTES)


def weekday(m: Match, anchors: Anchors) -> Found | None:
    """A weekday is the last one, the day itself included, unless a cue says that it lies ahead."""
    number = WEEKDAYS[m.word("weekday")]
    if _is_name(m) or (m.has("part") and m.words("part")[-1].endswith("s")):
        return None
    if _any_such_day(m):
        return with_daypart(Found("DATE", f"XXXX-WXX-{number + 1}"), m)
    left = left_out(m.scan, m.start, m.end) and m.scan.kinds[m.end : m.end + 1] != "'"
    if _of_every_week(m, number) or (left and anchors.direction(m.start, m.end) not in OVER):
        return with_daypart(Found("DATE", f"XXXX-WXX-{number + 1}"), m)
    chained = _chained(m, anchors, number)
    if chained is not None:
        return with_daypart(chained, m)
    if anchors.narrative and anchors.last is not None and anchors.last.unit == "day":
        start = anchors.last.start
        found = calendar(Period("day", weekday_after(start, number, same=True)), f"text {anchors.last.edtf}")
    else:
        found = near_weekday(m, anchors, number)
    return with_daypart(found, m)


#: What may follow "on a Friday" where it is no "on a Friday visit".
AFTER_ANY = frozenset(", . ; : in at when and or after before with while to on off out".split())
#: What makes a day one like many.
LIKE_MANY = frozenset("recent typical normal usual ordinary average regular random".split())
#: Before "a Friday night", "a cold Sunday".
BEFORE_ANY = frozenset("on by was is be been had have had until".split())


def _any_such_day(m: Match) -> bool:
    """ "on a recent Friday", "on a Friday in May", "on a cold Monday morning", "one Sunday night": one of many."""
    before, after = m.before(3), m.after(1)
    if before and before[0] in LIKE_MANY and before[1:2] != ["the"]:
        return True
    if before[:1] == ["one"]:
        return m.scan.kinds[m.end : m.end + 1] != "'" and (len(before) < 2 or before[1] in BEFORE_ONE)
    if after and after[0] not in AFTER_ANY:
        return False
    articles = [at for at in (0, 1) if before[at : at + 1] and before[at] in ("a", "an")]
    if not articles or (articles == [1] and not before[0].isalpha()):
        return False
    return before[articles[0] + 1 : articles[0] + 2] != [] and before[articles[0] + 1] in BEFORE_ANY


#: What "one Sunday night" may follow: no "Game One Sunday".
BEFORE_ONE = frozenset('. , ; : " on and but'.split())


#: Between the ends of a stretch of weekdays, and between neighbours of a list.
STRETCH, LISTED = frozenset("to through - until till".split()), frozenset("and or & /".split())


#: Houses are open for so many days from the first to the last; what is fewer may be of one week.
OPEN_DAYS = 4


def _of_every_week(m: Match, number: int) -> bool:
    """Whether the day begins or ends the opening days of a house: "open Tuesday to Sunday"."""
    before, after = m.before(2), m.after(2)
    first = last = number
    if len(after) > 1 and after[0] in STRETCH and after[1] in WEEKDAYS:
        last = WEEKDAYS[after[1]]
    elif len(before) > 1 and before[0] in STRETCH and before[1] in WEEKDAYS:
        first = WEEKDAYS[before[1]]
    return last - first >= OPEN_DAYS and of_every_week(m.scan, m.start, m.end)


def _chained(m: Match, anchors: Anchors, number: int) -> Found | None:
    """ "Monday to Friday", "Tuesday and Wednesday": the later day follows the one before it."""
    before, last = m.before(2), anchors.last
    if len(before) < 2 or last is None or last.unit != "day" or WEEKDAYS.get(before[1]) != last.start.weekday():
        return None
    if before[0] in STRETCH or (before[0] in LISTED and number == (last.start.weekday() + 1) % 7):
        return calendar(Period("day", weekday_after(last.start, number, same=False)), f"text {last.edtf}")
    return None


BACK = frozenset("last past previous preceding".split())


def stepped_weekday(m: Match, anchors: Anchors) -> Found | None:
    """ "last Friday" lies strictly before, "next Friday" strictly after, "this Friday" in the anchor's week."""
    number = WEEKDAYS[m.word("weekday")]
    which = m.words("which")[-1]
    if m.words("which") == ["following"]:
        # "Following Wednesday's leak": after it.
        return None

    def move(day: dt.date) -> Period:
        if which in BACK:
            return Period("day", weekday_before(day, number, same=False))
        if which in ("next", "coming", "following"):
            return Period("day", weekday_after(day, number, same=False))
        return Period("day", containing("week", day).shift(0).start + dt.timedelta(number))

    event = which in BY_EVENT and not (which in BACK and anchors.told_before(m.start, m.end))
    if event and anchors.day is not None and anchors.last is not None and anchors.last.unit != "day":
        # "down from the previous Friday" follows a day, whatever week or month was told of since.
        return with_daypart(calendar(move(anchors.day.start), f"text {anchors.day.edtf}"), m)
    return with_daypart(relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}", event=event), m)


def weekday_of_week(m: Match, anchors: Anchors) -> Found | None:
    """ "Friday of last week"."""
    number, step = WEEKDAYS[m.word("weekday")], STEPS[m.word("which")]

    def move(day: dt.date) -> Period:
        return Period("day", containing("week", day).shift(step).start + dt.timedelta(number))

    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}")


def weekday_week(m: Match, anchors: Anchors) -> Found | None:
    """ "on Saturday week": a week after the next Saturday, as the British say."""
    number, after = WEEKDAYS[m.word("weekday")], m.after(1)
    if (
        not m.before(1)
        or m.before(1)[0] not in BEFORE_WEEK
        or (after and (after[0].isalnum() and after[0] not in AFTER_WEEK))
    ):
        return None
    if after[:1] in (["-"], ["'"]):
        return None
    move = lambda day: Period("day", weekday_after(day, number, same=False)).shift(7)  # noqa: E731
    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}")


#: Before and after "Saturday week".
BEFORE_WEEK, AFTER_WEEK = (
    frozenset("on until till by from before".split()),
    frozenset("and or at in with when to but before for against as the he she it they".split()),
)


def weekdays_ago(m: Match, anchors: Anchors) -> Found | None:
    """ "two Fridays ago"."""
    number = WEEKDAYS[m.word("weekday").removesuffix("s")]
    back = int(m.number("count")) - 1
    move = lambda day: Period("day", weekday_before(day, number, same=False)).shift(-7 * back)  # noqa: E731
    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}") if 0 <= back < FEW else None


#: More weekdays are not counted.
FEW = 10


RULES = (
    Rule(
        "weekday",
        "<weekday:WEEKDAY> (' ~ s)? <part:(DAYPART|NOON)>",
        weekday,
        ("He left [Friday night] by car.", "on [Sunday morning] in Rome"),
        "A part of the day makes it a TIME.",
    ),
    Rule(
        "weekday-bare",
        "<weekday:WEEKDAY>",
        weekday,
        (
            "He left [Friday] by car.",
            "They will meet on [Saturday] in Rome.",
            "It is open from [Tuesday] to [Sunday] there.",
        ),
        "The last such day, the day of publication included, unless a cue says that it lies ahead.",
    ),
    Rule(
        "weekday-week",
        "<weekday:WEEKDAY> week",
        weekday_week,
        ("They meet on [Saturday week] in Rome.",),
        "British usage.",
    ),
    Rule(
        "weekdays-ago",
        "<count:(CARDINAL|INTEGER)> <weekday:(WEEKDAY|WEEKDAYS)> ago",
        weekdays_ago,
        ("He called in sick [two Fridays ago], she said.",),
        "Strictly before the anchor.",
    ),
    Rule(
        "weekday-stepped",
        (
            "<which:((the)? (last|next|this|this past|this coming|previous|following|preceding|past|coming))> "
            "<weekday:WEEKDAY> <part:DAYPART>?"
        ),
        stepped_weekday,
        (
            "He left [last Friday] by car.",
            "since [the previous Friday] he has",
            "They meet [next Tuesday morning] there.",
        ),
        "Strictly before or after the anchor.",
    ),
    Rule(
        "weekday-of-week",
        "<weekday:WEEKDAY> (of)? <which:(last|next|this)> week",
        weekday_of_week,
        ("It came on [Friday of last week] at noon.",),
        "Weeks begin on Monday (ISO 8601).",
    ),
)
