"""Rules for weekdays."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import OVER, Anchors
from extraction.dates.anchors.habit import left_out, of_every_week
from extraction.dates.choice import near_weekday, told_on
from extraction.dates.lexicon import DAYPARTS, WEEKDAYS
from extraction.dates.periods import (
    CalendarError,
    Period,
    containing,
    day_of,
    weekday_after,
    weekday_before,
)
from extraction.dates.rule import REFUSED, Found, Match, Rule, calendar, relative
from extraction.dates.rules.days import with_daypart
from extraction.dates.rules.relative import BY_EVENT, STEPS
from extraction.dates.rules.steps import COUNTED_SO

#: Words that make a name of a weekday, before and after it.
NAMED = frozenset(
    "black friday,man friday,joe friday,ruby tuesday,super tuesday,fat tuesday,giving tuesday,bloody sunday,"
    "super sunday,bowl sunday,black monday,black tuesday,black wednesday,black thursday,holy thursday,"
    "holy saturday,cyber monday,news sunday".split(",")
)


NAMED_AFTER = frozenset(
    "school schools club agreement accord accords times telegraph post weld addams roast best drivers job".split()
)


QUOTES = frozenset("\"“'‘`")


def _is_name(m: Match) -> bool:
    """ "Ruby Tuesday", "the Sunday Times", "Wednesday Addams" are no days."""
    before, after = m.before(2), m.after(1)
    first = before[0] if before else ""
    if f"{first} {m.word('weekday')}" in NAMED or (after and after[0] in NAMED_AFTER) or before[:2] == ["on", "mail"]:
        return True
    if before[:2] == ["on", "sun"] and m.scan.tokens[m.start - 4] == "Sun":
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


#: Before "a week on Monday" where it is a length: "shut for a week on Monday".
OF_LENGTH = frozenset(
    "for by of after within than another about nearly almost over under least most a the every each last".split()
)


def weeks_on(m: Match, anchors: Anchors) -> Found | None:
    """ "Friday week", "a week on Monday": so many weeks after the next such day."""
    number = WEEKDAYS[m.word("day")]
    weeks = 2 if "fortnight" in m.text.lower() else int(m.number("count")) if m.has("count") else 1
    before, after = m.before(1), m.after(1)
    if not 1 <= weeks < FEW or (before and before[0] in OF_LENGTH) or (after and after[0] in ("-", "ago", "long")):
        return None
    if m.has("count") and anchors.direction(m.start, m.end) != "future":
        return None
    move = lambda day: Period("day", weekday_after(day, number, same=False)).shift(7 * weeks)  # noqa: E731
    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}")


def weekday_of_week(m: Match, anchors: Anchors) -> Found | None:
    """ "Friday of last week"."""
    number, step = WEEKDAYS[m.word("weekday")], STEPS[m.word("which")]

    def move(day: dt.date) -> Period:
        return Period("day", containing("week", day).shift(step).start + dt.timedelta(number))

    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}")


def weekdays_ago(m: Match, anchors: Anchors) -> Found | None:
    """ "two Fridays ago"."""
    number = WEEKDAYS[m.word("weekday").removesuffix("s")]
    back = int(m.number("count")) - 1
    move = lambda day: Period("day", weekday_before(day, number, same=False)).shift(-7 * back)  # noqa: E731
    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}") if 0 <= back < FEW else None


#: More weekdays are not counted.
FEW = 10


def numbered_weekday(m: Match, anchors: Anchors) -> Found | None:
    """ "Friday the 18th": the nearest month whose 18th is a Friday."""
    number, day = WEEKDAYS[m.word("weekday")], int(m.number("day"))
    after = m.after(1)
    if (number, day) == UNLUCKY and (not m.before(1) or m.before(1)[0] not in BEFORE_UNLUCKY):
        # The film, and what is feared.
        return REFUSED
    if after and (after[0] in COUNTED_SO - {"and", "or", "to"} or after[0] in ("-", "/", "'")):
        # "On Monday the 3rd Army left."
        return None

    def move(reference: dt.date) -> Period:
        here = containing("month", reference)
        months = [here.shift(step).start for step in range(-NEAR_MONTHS, NEAR_MONTHS + 1)]
        days = [found for month in months if (found := day_of(month.year, month.month, day))]
        fitting = [found for found in days if found.start.weekday() == number]
        told_so = [found for found in fitting if (found.start < reference) == back or found.start == reference]
        if not fitting:
            raise CalendarError(day)
        return min((back is not None and told_so) or fitting, key=lambda found: abs((found.start - reference).days))

    told = not anchors.narrative and told_on(m, anchors)
    # A story goes on.
    tense = "future" if told or anchors.narrative else anchors.direction(m.start, m.end)
    back = {"past": True, "said": True, "future": False}.get(tense)
    return relative(anchors, m.start, move, f"XXXX-WXX-{number + 1}", event=told)


#: Friday the 13th is a day of its own only behind these.
UNLUCKY, BEFORE_UNLUCKY = (4, 13), frozenset("on by until since till for".split())
#: How many months off a weekday's number may show its month.
NEAR_MONTHS = 7


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
        "weekday-numbered",
        "<weekday:WEEKDAY> ,? the <day:(DAY ~ SUFFIX)>",
        numbered_weekday,
        ("They will meet on [Friday the 11th] there.", "He left on [Monday, the 3rd], by car."),
        "One expression (TimeML 1.2.1); the weekday tells the month.",
        ("She saw Friday the 13th again.",),
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
        "weekday-week",
        "<day:WEEKDAY> (week|fortnight)",
        weeks_on,
        ("They meet on [Friday week] in Rome.", "They meet [Monday fortnight] there."),
        "British: a week after the next such day.",
    ),
    Rule(
        "week-on",
        "<count:(a|CARDINAL|INTEGER)> (week|weeks|fortnight) on <day:WEEKDAY>",
        weeks_on,
        ("The trial starts [a week on Monday] there.",),
        "British: so many weeks after the day.",
    ),
    Rule(
        "weekday-of-week",
        "<weekday:WEEKDAY> (of)? <which:(last|next|this)> week",
        weekday_of_week,
        ("It came on [Friday of last week] at noon.",),
        "Weeks begin on Monday (ISO 8601).",
    ),
)
