"""Rules for lengths that end or begin at the anchor, and so denote days: "the past three weeks"."""

from __future__ import annotations

import datetime as dt

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import MODALS, UNIT_FORMS
from extraction.dates.periods import IN_DAYS, IN_MONTHS, add_days, add_months
from extraction.dates.rule import Found, Match, Rule
from extraction.dates.rules.lengths import length
from extraction.types import DateValue

#: Which of several lengths: they say nothing of where it lies in the calendar.
PLACED = frozenset("first final second additional more other latest opening initial".split())


def anchored(m: Match, anchors: Anchors) -> Found | None:
    """ "the past three weeks", "the next two years": a length from or to the anchor, and so denoting days."""
    unit = UNIT_FORMS[m.words("unit")[0]]
    count: float | None = None
    if m.has("count"):
        count = m.number("count")
    elif "couple" in m.words("vague"):
        count = 2.0
    which = [w for w in m.words("which") if w != "the"][-1]
    if m.has("count") and m.scan.kinds[m.span("unit")[0] - 1] == "-":
        # "the final 10-day sprint": the article belongs to the noun.
        return None
    if m.words("which") == ["last"] and m.before(1) and m.before(1)[0] in (*MODALS, "t", "not"):
        # "is expected to last six weeks".
        return None
    if count is None and not m.has("vague"):
        return None
    value = length(unit, count)
    if which in PLACED or m.has("worked"):
        # Five trading days are seven of the calendar's, or more.
        return Found("DURATION", value)
    return Found("DURATION", value, "", date=stretch(m, anchors, unit, count, which), event=False)


def stretch(m: Match, anchors: Anchors, unit: str, count: float | None, which: str) -> DateValue | None:
    """The days from or to the anchor; None where the day or the number is not known, or the calendar ends."""
    day = _base(m, anchors, which)
    if day is None or count is None or count % 1:
        return None
    back = which in ("last", "past", "previous", "preceding", "prior", "recent")
    step = int(-count if back else count)
    months = IN_MONTHS.get(unit)
    days = IN_DAYS.get(unit)
    if unit == "hour":
        # "in the last 24 hours" reaches back into the day before.
        days, step = 1, int(-(-count // HOURS) * (-1 if back else 1))
    try:
        if months:
            other = add_months(day, step * months)
        elif days:
            other = add_days(day, step * days)
        else:
            return None
        return edtf.interval(other, day) if back else edtf.interval(day, other)
    except ValueError:
        return None


def _base(m: Match, anchors: Anchors, which: str) -> dt.date | None:
    """The day that a length ends or begins at: the day of writing, or the day last told of ("the previous weeks")."""
    if which in BESIDE_TOLD:
        return anchors.last.start if anchors.last is not None and anchors.last.unit == "day" else None
    earliest, latest, label = anchors.reference(m.start)
    return earliest if earliest == latest and label.startswith("publication") else None


#: Hours of a day.
HOURS = 24
#: Words that count from what was told of.
BESIDE_TOLD = frozenset("previous preceding prior following".split())


RULES = (
    Rule(
        "duration-anchored",
        (
            "<which:((at least)? (the|its|his|her|their|these|this)? (last|past|next|coming|previous|preceding|"
            "prior|first|final|latest|opening|initial|recent|following))> (<vague:(few|several|couple of|couple|"
            "many|some)>|<count:COUNT>) (full|or so|consecutive|straight|<worked:(trading|business|working|school)>)? "
            "-? <unit:UNIT> (or so)?"
        ),
        anchored,
        (
            "It is to last [six weeks].",
            "for [the past three weeks] there",
            "over [the next two years] again",
            "in [the first nine months] of",
            "the final [10-day] sprint",
            "in [the last five trading days] again",
        ),
        "A length that ends or begins at the anchor.",
    ),
)
