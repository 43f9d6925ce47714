"""Rules for dates so many units before or after an anchor, and for "the same day"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import DAYPARTS, MONTHS, SEASONS, UNIT_FORMS, VAGUE_COUNTS, WEEKDAYS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import (
    IN_DAYS,
    IN_MONTHS,
    CalendarError,
    Period,
    Unit,
    add_months,
    containing,
    season_of,
)
from extraction.dates.rule import Found, Match, Rule, aside, calendar, relative, unknown_value
from extraction.dates.rules.lengths import modifier
from extraction.dates.rules.relative import CALENDAR_UNITS, step_from
from extraction.types import DateValue


def ago(m: Match, anchors: Anchors) -> Found | None:
    """ "two weeks ago": the period of that unit so many back; "several years ago" is PAST_REF with wide bounds."""
    unit = UNIT_FORMS[m.words("unit")[0]]
    if m.words("side") == ["on"] and (anchors.last is None or unit not in ("year", "decade") or not _closes(m)):
        # "Ten years on, it stands", not "spent ten years on it".
        return None
    if m.words("side") == ["before"] and m.after(1)[:1] not in ([mark] for mark in ",.;:)"):
        # "three days before the vote" is counted from the vote.
        return None
    if m.words("mod") == ["over"] and m.before(1) and m.before(1)[0] in TAKING_OVER:
        # "She took over 18 months ago."
        return None
    if m.words("side")[1:] and not stands_alone(m):
        # "three years after that war" is counted from the war.
        return None
    if unit in ("second", "minute", "hour"):
        return None if m.has("side") else _hours_ago(m, anchors, unit)
    if m.has("ages"):
        # "hundreds of years ago": how many is not told by any one number.
        return Found("DATE", "PAST_REF", event=False)
    if m.has("vague"):
        return _vague_ago(m, anchors, unit)
    count = m.number("count") if m.has("count") else 1
    if m.has("count") and m.word("count") in ("a", "an"):
        count = 1
    if m.has("half"):
        count += 0.5
    event = m.words("side")[0] in EVENTFUL if m.has("side") else False
    if event and unit == "month" and not count % 12 and anchors.told is not None and anchors.told.unit == "year":
        # "It was sold in 1974, and again twelve months later."
        unit, count = "year", count / 12
    back = m.words("side")[0] in ("ago", "earlier", "before") if m.has("side") else True
    if event and back and _after_publication(anchors):
        # "Ahead of next Tuesday's vote he fled. A day earlier, he had spoken": what is over is not counted from there.
        event = False
    if unit == "year" and count == 1 and back:
        quarter = _compared(m, anchors)
        if quarter is not None:
            return aside(calendar(quarter.shift(-4), f"text {quarter.edtf}"))
    # A history tells of its writer's day, too: "ten years ago, a museum was opened".
    written = anchors.narrative and m.words("side")[:1] in ([], ["ago"]) and anchors.latest is not None
    signed = -count if back else count
    if m.has("smaller"):
        found = _in_two_units(m, anchors, (unit, signed), event=event, written=written)
        if found is None:
            return None
    else:
        found = _counted(m, anchors, unit, signed, event=event, written=written)
    if found is not None and m.has("mod"):
        found = replace(found, mod=modifier(m.words("mod")))
    if found is None and m.words("side")[:1] in ([], ["ago"]):
        # "3,000 years ago" lies before all years that a date can have.
        return Found("DATE", "PAST_REF")
    if event and found is not None and found.period is None and not m.has("vague") and anchors.last is not None:
        # "two weeks later" after a month: how far apart is all that is known; in a history, that it goes on.
        return found if anchors.narrative else None
    if event and not back and _beyond(m, anchors, found):
        # "a year that three years later is not forgotten": the last date told is not what it is counted from.
        return Found("DATE", unknown_value(unit if unit in CALENDAR_UNITS else "day"))  # type: ignore[arg-type]
    if not back:
        return found
    # "Two days earlier he had resigned" looks back once; the history goes on from where it was.
    looks_back = not anchors.narrative or written or "had" in (*m.before(LOOKING_BACK), *m.after(LOOKING_BACK))
    return aside(found) if looks_back else found


#: So many hours are a day.
HOURS = 24


def _hours_ago(m: Match, anchors: Anchors, unit: str) -> Found | None:
    """ "two hours ago" is of the day of writing, "48 hours ago" of the day before the last."""
    hours = m.number("count") if unit == "hour" and m.has("count") and not m.has("vague") else 1
    if hours >= HOURS and hours % HOURS:
        # "36 hours ago": which of two days depends on the hour.
        return Found("TIME", "XXXX-XX-XX", event=False)
    back = int(hours // HOURS)
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(-back), "XXXX-XX-XX")
    return Found("TIME", found.value, "", found.period, found.date, found.anchor) if found else None


#: What goes on after "the year before that", where "that" belongs to no noun.
AFTER_THAT = frozenset(
    "the a an he she it they we i you his her their its our my there in on at by with to and but or as when was were "
    "had came went".split()
)


def stands_alone(m: Match) -> bool:
    """Whether the "that" at the end of the match is what was told of, and no noun's: "two years before that war"."""
    after = m.after(1)
    if not after or not after[0].isalnum() or after[0] in AFTER_THAT:
        return True
    return m.next_is_name() and after[0] not in MONTHS and after[0] not in WEEKDAYS


#: Verbs that "over" belongs to.
TAKING_OVER = frozenset("took take takes taking taken handed hand hands turned".split())


def _closes(m: Match) -> bool:
    """Whether it is a phrase of its own: at the beginning of a sentence, and before a comma."""
    return m.capitalised and m.after(1) == [","]


#: What is counted from the last date of the text.
EVENTFUL = frozenset("earlier before later after afterward afterwards on".split())
#: How many words from "a year earlier" "had" may stand.
LOOKING_BACK = 10

#: Parts of a unit in months; below that "half an hour ago" is today.
PARTS = {"half century": 600, "quarter century": 300, "half decade": 60, "half year": 6, "quarter year": 3}


def part_ago(m: Match, anchors: Anchors) -> Found | None:
    """ "a quarter-century ago", "half a year ago", "half an hour ago"."""
    unit, side = m.word("unit"), m.word("side")
    if unit == "hour":
        if side != "ago":
            return None
        found = relative(anchors, m.start, lambda day: Period("day", day), "XXXX-XX-XX")
        return Found("TIME", found.value, "", found.period, found.date, found.anchor) if found else None
    months = PARTS.get(f"{m.word('part')} {unit}")
    if months is None:
        return None
    if side != "ago" and anchors.last is None:
        # "Half a century later, the case is open": it is not told after what.
        return Found("DATE", unknown_value("year" if months >= 60 else "month"))
    seen: Unit = "year" if months >= 60 else "month"
    step = months if side == "later" else -months
    move = lambda day: containing(seen, add_months(day.replace(day=1), step))  # noqa: E731
    return aside(relative(anchors, m.start, move, unknown_value(seen), event=side != "ago"))


def _after_publication(anchors: Anchors) -> bool:
    """Whether the last date of the text lies ahead of publication."""
    last = anchors.last
    return last is not None and anchors.latest is not None and not anchors.narrative and last.start > anchors.latest


#: How many days after a day to come "later" may still be counted from it.
SOON_AFTER = 31


def _beyond(m: Match, anchors: Anchors, found: Found | None) -> bool:
    """Whether what is told as over would lie after publication."""
    if found is None or found.period is None or anchors.latest is None or anchors.narrative:
        return False
    last = anchors.last
    if last and last.start > anchors.latest and (found.period.start - last.start).days <= SOON_AFTER:
        # "They play on May 4 and again a week later."
        return False
    return found.period.start > anchors.latest and anchors.direction(m.start, m.end) != "future"


#: How many tokens (white space counted) a quarter may stand from "a year ago" in its sentence.
NEAR = 60
#: Words of money, some of which stand beside every comparison in a report of earnings.
MONEY = frozenset("$ # million billion cents share net revenue profit earned loss lost sales income".split())


def _compared(m: Match, anchors: Anchors) -> Period | None:
    """The quarter that "a year earlier" compares with: reports of earnings compare the same quarters."""
    last = anchors.last
    if anchors.stretched(m.start):
        return None
    if last and last.unit == "quarter" and _same_paragraph(m, anchors):
        return last
    if (
        anchors.quarter
        and 0 <= m.start - anchors.quarter_at < NEAR
        and "\x00" not in m.scan.kinds[anchors.quarter_at : m.start]
    ):
        return anchors.quarter
    around = (*m.before(10), *m.after(10))
    return anchors.quarter if len(MONEY.intersection(around)) > 1 else None


def _same_paragraph(m: Match, anchors: Anchors) -> bool:
    return "\x00" not in m.scan.kinds[min(anchors.last_at, m.start) : m.start] or m.start - anchors.last_at < 160


def _counted(
    m: Match, anchors: Anchors, unit: str, count: float, *, event: bool, written: bool = False
) -> Found | None:
    if event and anchors.last is not None and anchors.last.unit != "day" and unit in IN_DAYS:
        told = anchors.day
        if told is None or not anchors.last.start <= told.start <= anchors.last.end:
            return Found("DATE", "XXXX-XX-XX")
        # "On 1 July they won. The same month the fleet lost. Ten days later".
        return calendar(told.shift(int(count * IN_DAYS[unit])), f"text {told.edtf}")

    def move(day: dt.date) -> Period:
        if unit in IN_DAYS:
            moved = Period("day", day).shift(int(count * IN_DAYS[unit]))
            exact = unit == "day" or (event and anchors.last is not None)
            return moved if exact else containing("week", moved.start)
        months = IN_MONTHS.get(unit)
        if months is None:
            raise CalendarError(unit)
        moved_day = add_months(day.replace(day=1), int(count * months))
        exact_unit: Unit = "year" if unit in ("decade", "century") else unit  # type: ignore[assignment]
        if count % 1 and unit not in ("decade", "century"):
            exact_unit = "month"
        return containing(exact_unit, moved_day)

    here: Unit = unit if unit in CALENDAR_UNITS else "day"  # type: ignore[assignment]
    return relative(anchors, m.start, move, unknown_value(here), event=event, written=written)


def _in_two_units(
    m: Match, anchors: Anchors, first: tuple[str, float], *, event: bool, written: bool = False
) -> Found | None:
    """ "two years and three months ago", "a month and two days later": seen at the smaller unit."""
    unit, count = first
    smaller = UNIT_FORMS[m.word("smaller")]
    number = (m.number("last") if m.has("last") else 1) * (-1 if count < 0 else 1)
    sizes = {**IN_DAYS, **{name: 31 * size for name, size in IN_MONTHS.items()}}
    if unit not in sizes or smaller not in sizes or sizes[unit] <= sizes[smaller] or count % 1 or number % 1:
        return None
    seen: Unit = "day" if smaller in IN_DAYS else smaller  # type: ignore[assignment]

    def move(day: dt.date) -> Period:
        moved = day.replace(day=1) if smaller in IN_MONTHS else day
        for name, steps in ((unit, count), (smaller, number)):
            if name in IN_MONTHS:
                moved = add_months(moved, int(steps) * IN_MONTHS[name])
            else:
                moved = Period("day", moved).shift(int(steps) * IN_DAYS[name]).start
        return containing(seen, moved)

    return relative(anchors, m.start, move, unknown_value(seen), event=event, written=written)


def _vague_ago(m: Match, anchors: Anchors, unit: str) -> Found | None:
    """PAST_REF; with bounds: "several" is three to nine, "a few" two to five."""
    words = m.words("vague")
    few, many = next((VAGUE_COUNTS[w] for w in words if w in VAGUE_COUNTS), (2, 9))
    earliest, latest, label = anchors.reference(m.start)
    side = m.words("side")[0] if m.has("side") else "ago"
    if side != "ago":
        # "a few days later": how many is not known, and from when neither.
        return None
    if earliest is None or latest is None or unit not in CALENDAR_UNITS:
        return Found("DATE", "PAST_REF")
    months = IN_MONTHS.get(unit)
    try:
        if months:
            low, high = add_months(earliest, -many * months), add_months(latest, -few * months)
            size = 4 if unit in ("year", "decade", "century") else 7
            notation = f"{low.isoformat()[:size]}~/{high.isoformat()[:size]}~"
        else:
            step = 7 if unit == "week" else 1
            low = Period("day", earliest).shift(-many * step).start
            high = Period("day", latest).shift(-few * step).start
            notation = f"{low.isoformat()}/{high.isoformat()}"
    except CalendarError:
        return Found("DATE", "PAST_REF")
    return Found("DATE", "PAST_REF", date=DateValue(notation, low, high, "interval"), anchor=label, event=False)


def nights_ago(m: Match, anchors: Anchors) -> Found | None:
    """ "two nights ago", "three nights later": the night of the day so many back or on."""
    side, count = m.word("side"), m.number("count") if m.has("count") else 1
    event = side != "ago"
    if count % 1 or count > MOST_NIGHTS or (event and (anchors.last is None or anchors.last.unit != "day")):
        return None
    if side == "before" and m.after(1)[:1] not in ([mark] for mark in ",.;:)"):
        return None
    step = int(count) if side == "later" else -int(count)
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX", event=event)
    return found.with_clock(DAYPARTS["night"]) if found else None


#: More nights are told in weeks.
MOST_NIGHTS = 20


def seasons_ago(m: Match, anchors: Anchors) -> Found | None:
    """ "two summers ago": the one before the last that is over."""
    number, back = SEASONS[m.word("season").removesuffix("s")], int(m.number("count")) - 1

    def move(day: dt.date) -> Period:
        here = season_of(day.year, number)
        return (here if here.end < day else here.shift(-1)).shift(-back)

    return relative(anchors, m.start, move, "XXXX") if 0 <= back < MOST_NIGHTS else None


def back_then(m: Match, anchors: Anchors) -> Found | None:
    """ "three years back": as "ago", where it ends its clause."""
    after = m.after(1)
    return None if after and after[0] not in (".", ",", ";", "?", "!", ")", "when") else ago(m, anchors)


def same_day(m: Match, anchors: Anchors) -> Found | None:
    """ "the same day", "that year": the last date of the text, seen at that unit."""
    unit: Unit = m.word("unit")  # type: ignore[assignment]
    if unit == "day" and (anchors.last is None or anchors.last.unit != "day") and m.word("which") == "that":
        return None
    if anchors.last is None:
        return None if m.words("which")[-1] == "that" else Found("DATE", unknown_value(unit))
    if unit == anchors.last.unit:
        return calendar(anchors.last, f"text {anchors.last.edtf}")
    return step_from(m, anchors, unit, 0, event=True)


def _anew(m: Match, anchors: Anchors) -> bool:
    """Whether a new paragraph tells of what is to come: "was to tour the coast later in the day" is of today."""
    last = anchors.last
    if last is None or anchors.narrative or anchors.earliest is None or last.end >= anchors.earliest:
        return False
    left = "that" not in m.text.lower() and BREAK in m.scan.kinds[anchors.last_at : m.start]
    return left and anchors.direction(m.start, m.end) == "future"


def in_the_day(m: Match, anchors: Anchors) -> Found | None:
    """ "earlier in the day": the day last told of; "later in the evening" its evening."""
    if m.word("unit") in DAYPARTS:
        last = anchors.last
        # What is told as earlier than now is not of a day to come.
        told = last is not None and last.unit == "day" and (anchors.latest is None or last.start <= anchors.latest)
        day = relative(anchors, m.start, lambda d: Period("day", d), "XXXX-XX-XX", event=told)
        mod = "START" if m.word("side") in ("earlier", "early") else "END"
        return day.with_clock(DAYPARTS[m.word("unit")], mod) if day else None
    unit: Unit = m.word("unit")  # type: ignore[assignment]
    if unit == "day" and _anew(m, anchors):
        found = relative(anchors, m.start, lambda day: Period("day", day), "XXXX-XX-XX")
        mod = "START" if m.word("side") in ("earlier", "early") else "END"
        return replace(found, mod=mod) if found else None
    found = relative(anchors, m.start, lambda day: containing(unit, day), unknown_value(unit), event=True)
    mod = "START" if m.word("side") in ("earlier", "early") else "END"
    if found is None or (unit == "day" and anchors.last is not None and anchors.last.unit != "day"):
        return Found("DATE", unknown_value(unit), mod)
    return Found("DATE", found.value, mod, found.period, found.date, found.anchor)


def from_now(m: Match, anchors: Anchors) -> Found | None:
    """ "three days from now", "in two weeks' time"."""
    unit = UNIT_FORMS[m.words("unit")[0]]
    if unit in ("second", "minute", "hour") or m.has("vague") or m.has("more"):
        return Found("DATE", "FUTURE_REF")
    count = (m.number("count") if m.has("count") else 1) + (0.5 if m.has("half") else 0)
    if unit == "week" and "today" in m.text.lower() and not count % 1:
        # "a week from today" is a day.
        return relative(anchors, m.start, lambda day: Period("day", day).shift(7 * int(count)), "XXXX-XX-XX")
    return _counted(m, anchors, unit, count, event=False)


#: What a second unit adds: "two years and three months ago", "a year and a half later".
SECOND_PART = "<half:(and a half)>|(, and|,|and) (<last:COUNT>|a|one) <smaller:UNIT>"


RULES = (
    Rule(
        "ago",
        (
            "<mod:(about|around|nearly|almost|more than|less than|over|just over|at least|some|roughly|just)>? "
            "(<vague:VAGUE>|<ages:(MANY of)>|<count:COUNT> ((or|to|-) COUNT)?|a|an|one) -? <unit:UNIT> "
            f"({SECOND_PART}|or so|or two)? ago"
        ),
        ago,
        (
            "It began [two weeks ago] in Rome.",
            "They lived [3,000 years ago] there.",
            "It was [a year ago] that",
            "He left [several months ago] by car.",
            "They hunted here [tens of thousands of years ago].",
            "He left [two years and three months ago] by car.",
            "It was sold [a year and a half ago] again.",
        ),
        "So many periods of that unit back.",
    ),
    Rule(
        "nights-ago",
        "(<count:COUNT>|a) (night|nights) <side:(ago|earlier|before|later)>",
        nights_ago,
        ("He sang [two nights ago] there.", "He fell on 3 May 2015. [Three nights later] he died."),
        "A night is of the day on which it begins.",
    ),
    Rule(
        "seasons-ago",
        "<count:(CARDINAL|INTEGER)> <season:(SEASON|SEASONS)> (ago|back)",
        seasons_ago,
        ("We met [two summers ago] there.",),
        "The last that is over is one season ago.",
    ),
    Rule(
        "part-ago",
        (
            "(about|nearly|almost|more than|over)? (a)? <part:(half|quarter)> -? (of)? (a|an)? -? "
            "<unit:(century|decade|year|hour)> <side:(ago|later|earlier)>"
        ),
        part_ago,
        (
            "It burnt [a quarter of a century ago] there.",
            "He left [half a year ago] by car.",
            "It rose in 1900. [Half a century later] it burnt.",
        ),
        "So many months back.",
    ),
    Rule(
        "back",
        (
            "(about|some|nearly|almost)? (<count:COUNT>|a) "
            "<unit:(days|weeks|months|years|decades|week|month|year|decade)> back"
        ),
        back_then,
        ("He left [three years back], she said.",),
        'Spoken for "ago", where nothing else follows.',
        ("He set them back to front.",),
    ),
    Rule(
        "earlier-later",
        (
            "<mod:(about|around|nearly|almost|more than|less than|over|just over|at least|some|roughly|just|only|"
            f"barely|exactly|approximately)>? (<vague:VAGUE>|<count:COUNT>|a|an|one) <unit:UNIT> ({SECOND_PART})? "
            "<side:(earlier|later|afterwards|afterward|before (that|this)?|after (that|this)|on)>"
        ),
        ago,
        (
            "He fled [a day later] by car.",
            "It fell [two months earlier] there.",
            "He fell on 3 May 2015. [Four days after that] he died.",
            "He fell in 1990. [Six years before that], he had risen.",
            "He fell on 3 May 2015; [nearly three weeks before], he had risen.",
            "He fell in 1990. [Ten years on], he is not forgotten.",
            "He fell on 3 May 2015. [A month and two days later] he died.",
        ),
        "Counted from the last date of the text.",
    ),
    Rule(
        "same",
        "<which:(the same|that same|that very|that)> <unit:(day|week|month|quarter|year|decade)>",
        same_day,
        ("They met on 3 May 2015. On [the same day] he died.",),
        "The last date of the text, at that unit.",
    ),
    Rule(
        "in-the-day",
        "<side:(earlier|later|early|late)> in the <unit:(day|week|month|year|morning|afternoon|evening|night)>",
        in_the_day,
        (
            "On Monday he spoke. [Earlier in the day], it rained.",
            "On Monday he spoke. [Later in the evening], it rained.",
        ),
        "The day last told of.",
    ),
    Rule(
        "earlier-that-day",
        "<side:(earlier|later)> (the same|that same|that) <unit:(day|week|month|year)>",
        in_the_day,
        ("He spoke on 3 May 2015. [Later that day] he died.",),
        "The day last told of.",
    ),
    Rule(
        "from-now",
        (
            "(<vague:VAGUE>|<count:COUNT> <more:((or|to|-) COUNT)>?|a|an|one) <unit:UNIT> <half:(and a half)>? "
            "(from now|from today|hence|~ ' time|~ ' ~ s time)"
        ),
        from_now,
        (
            "It will be sold [three weeks from now] there.",
            "In [two weeks' time] it ends.",
            "In [a week's time] it ends.",
            "It will be sold [two or three months from now] there.",
        ),
        "So many units ahead.",
    ),
)
