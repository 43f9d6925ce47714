"""Rules for days and nights that are named from the day of writing: yesterday, tonight, overnight, this morning."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extraction import edtf
from extraction.dates.anchors import OVER, Anchors
from extraction.dates.anchors.quotation import inside_quotation
from extraction.dates.lexicon import DAYPARTS, MONTHS, NOONS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import Period
from extraction.dates.rule import Found, Match, Rule, calendar, relative


def with_daypart(found: Found | None, m: Match) -> Found | None:
    """The day at its part, where the match names one ("Friday night")."""
    if found is None or not m.has("part"):
        return found
    word = m.words("part")[-1]
    return found.with_clock(DAYPARTS.get(word) or NOONS.get(word, ""))


DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "tonite": 0, "overnight": 0, "yesteryear": 0}


def named_day(m: Match, anchors: Anchors) -> Found | None:
    """yesterday, today, tomorrow, tonight; with a part of the day a TIME."""
    word = m.word("day")
    if word == "today" and anchors.narrative:
        # A history tells of its writer's own day, which is none of those that it tells of.
        return Found("DATE", "PRESENT_REF")
    if titled(m) or (m.capitalised and m.before(1) == ["usa"]):
        # "USA Today", "Lopez Tonight".
        return None
    if word == "tomorrow" and m.before(1) == ["of"] and m.before(2)[1:] != ["as"]:
        # "the cars of tomorrow".
        return Found("DATE", "FUTURE_REF")
    if word in ("tonight", "tonite") and _night_of_speech(m, anchors):
        return calendar(anchors.night, f"text {anchors.night.edtf}").with_clock("TNI")  # type: ignore[union-attr]
    shift = DAYS[word] + (-1 if m.has("before") else 0) + (1 if m.has("after") else 0)
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(shift), "XXXX-XX-XX")
    if found is not None and word in ("tonight", "tonite"):
        return found.with_clock("TNI")
    return with_daypart(found, m)


#: News tells of the night before, or of one so many days back.
NIGHTS_BACK = 3


def _night_of_speech(m: Match, anchors: Anchors) -> bool:
    """Whether "tonight" is quoted from the night told of: They met on Tuesday night. "We have won tonight," he said."""
    night, published = anchors.night, anchors.earliest
    if night is None or published is None or anchors.narrative:
        return False
    if not 0 < (published - night.start).days <= NIGHTS_BACK or not anchors.reference(m.start)[2].startswith("pub"):
        return False
    # "We will do better tonight" is of the day of writing.
    ahead = anchors.direction_of_day(m.start, m.end) in ("future", "likely")
    return not ahead and inside_quotation(m.scan, m.start)


def titled(m: Match) -> bool:
    """Whether a word written with a capital after another capital belongs to a name: "One Town Now", "USA Today"."""
    at = m.start - 1 - (m.scan.kinds[m.start - 1 : m.start] == " ")
    if not m.capitalised or at < 0 or m.text.isupper() or m.scan.kinds[m.start - 1] != " ":
        return False
    before = m.scan.tokens[at]
    name = before[0].isupper() and before.isalpha() and before.lower() not in MONTHS.keys() | SMALL
    return name and not {"now", "today", "tonight"}.isdisjoint(m.text.lower().split())


#: Words that a headline may capitalise.
SMALL = frozenset("at in on for from until till by of to and but or as is are was were not".split())


#: What is called overnight without being of last night.
OVERNIGHT_THINGS = frozenset(
    "flight stay rates rate bag bags guest guests train success repurchase lending loans confinement hours "
    "sensation fame shipping delivery trip camp parking sleeper celebrity millionaire".split()
)
#: "It will not happen overnight", "he became rich overnight": suddenly.
SUDDENLY = frozenset(
    "t not cannot never nothing no happen happens change changes changed become becomes became transformed transform "
    "turned doubled doubling vanish vanished almost virtually "
    # Cooks let things stand: "chill for four hours or overnight".
    "soak soaked chill refrigerate marinate marinade ferment".split()
)


def overnight(m: Match, anchors: Anchors) -> Found | None:
    """ "overnight" is the night before, of the day that the paragraph tells of; "an overnight flight" is none."""
    after = m.after(1)
    last = anchors.last
    told = last is not None and last.unit == "day" and BREAK not in m.scan.kinds[anchors.last_at : m.start]
    if (after and after[0] in OVERNIGHT_THINGS) or not SUDDENLY.isdisjoint(m.before(7)):
        return None
    # "Snow will fall overnight" tells of the night to come.
    step = 0 if anchors.direction(m.start, m.end) == "future" else -1
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX", event=told)
    if found is None:
        return None
    date = None
    if found.period is not None and found.period.start < dt.date.max:
        # Whether before midnight or after it, nobody says.
        date = edtf.interval(found.period.start, found.period.start + dt.timedelta(1))
    return replace(found.with_clock("TNI"), date=date, event=False)


IN_THE_NIGHT = frozenset("through throughout during into".split())
#: What "through the night" ends with, where the night is no shift or sky.
AFTER_NIGHT = frozenset(
    "to as and but or when while in at by from after before with for because until he she it they we the a an his her "
    "their on despite amid searching looking trying".split()
)


def the_night(m: Match, anchors: Anchors) -> Found | None:
    """ "through the night": of a day told of that is over, else the one before publication, as "overnight"."""
    before, after, last = m.before(1), m.after(1), anchors.last
    if not before or before[0] not in IN_THE_NIGHT or (after and after[0].isalnum() and after[0] not in AFTER_NIGHT):
        return None
    told = last is not None and last.unit == "day" and BREAK not in m.scan.kinds[anchors.last_at : m.start]
    if not anchors.narrative:
        over = last is not None and anchors.earliest is not None and last.end < anchors.earliest
        told = told and over and not anchors.last_since
    elif not told:
        return None
    # "through" before a date tells nothing of where it lies: the verb is what stands before it.
    tense = anchors.direction(max(m.start - 2, 0), m.end)
    if tense != "future" and tense not in OVER and not anchors.narrative:
        # "During the night the temperature falls."
        return None
    step = 0 if told or tense == "future" else -1
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX", event=told)
    return replace(found.with_clock("TNI"), event=False) if found else None


def day_part(m: Match, anchors: Anchors) -> Found | None:
    """ "this morning", "last night", "that evening", "the next morning"."""
    which, part = m.words("which")[-1], DAYPARTS[m.word("part")]
    step = {"this": 0, "last": -1, "that": 0, "same": 0, "next": 1, "following": 1, "previous": -1}[which]
    event = which in ("that", "same", "next", "following", "previous")
    if m.word("part").endswith("s"):
        # "in those last nights".
        return None
    event = event and not (which == "previous" and anchors.told_before(m.start, m.end))
    if which == "this" and m.scan.tokens[m.end - 1][0].isupper() and not m.text.isupper():
        # "This Morning" is a programme.
        return None
    if event and (anchors.last is None or anchors.last.unit != "day"):
        return None if which == "that" else Found("TIME", "XXXX-XX-XX" + part)
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX", event=event)
    return found.with_clock(part) if found else None


def weeks_from(m: Match, anchors: Anchors) -> Found | None:
    """ "a fortnight today", "two weeks tomorrow": so many weeks on; "a week yesterday": back. As the British say."""
    day, unit = m.word("day"), m.word("unit").removesuffix("s")
    weeks = (int(m.number("count")) if m.has("count") else 1) * (2 if unit == "fortnight" else 1)
    if not 0 < weeks < FEW or m.scan.kinds[m.end : m.end + 1] == "'":
        return None
    move = lambda today: Period("day", today).shift(DAYS[day] + 7 * (-weeks if day == "yesterday" else weeks))  # noqa: E731
    return relative(anchors, m.start, move, "XXXX-XX-XX")


#: More weeks are not counted so.
FEW = 10


RULES = (
    Rule(
        "weeks-from",
        "(a|one|<count:(CARDINAL|INTEGER)>) <unit:(week|weeks|fortnight)> <day:(today|tomorrow|yesterday)>",
        weeks_from,
        ("It opens [a fortnight today] in Rome.", "They met [a week yesterday] there."),
        "British usage.",
    ),
    Rule(
        "named-day",
        (
            "(<before:((the)? day before)>|<after:((the)? day after)>)? <day:(yesterday|today|tomorrow|tonight)> "
            "((' ~ s)? <part:(DAYPART|NOON)>)?"
        ),
        named_day,
        (
            "He came [yesterday] in Rome.",
            "They vote [the day after tomorrow] in Rome.",
            "He spoke [yesterday afternoon] there.",
        ),
        "Counted from publication, or from the day of speech inside a quotation.",
        ("He told USA Today of it.", "He was seen on Lopez Tonight."),
    ),
    Rule(
        "overnight",
        "overnight",
        overnight,
        ("It rained [overnight] in Rome.",),
        "News of the morning tells of the night before.",
        ("an overnight flight",),
    ),
    Rule(
        "the-night",
        "the night",
        the_night,
        ("They marched through [the night] to reach it.", "He spoke on Sunday. During [the night] it rained."),
        "As overnight.",
        (
            "During the night the desert cools.",
            "Stars fill the night.",
            "He works during the night shift.",
            "He walked into the night sky.",
        ),
    ),
    Rule(
        "day-part",
        "<which:(this|last|that same|that|the same|the next|the following|the previous)> <part:DAYPART>",
        day_part,
        ("He said [this morning] that", "It burnt [last night] in Rome."),
        "this, last: publication; that, next: the last day told of.",
        ("In those last nights, she prayed.",),
    ),
)
