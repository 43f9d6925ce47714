"""Rules for periods of which a word is left out: "in the new year", "this year and next"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import CARDINALS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import Period, containing
from extraction.dates.rule import Found, Match, Rule, calendar, relative, unknown_value
from extraction.dates.rules.nth import CLOSES

#: Before "the new year" where it is a time, and how far a year is new.
NEW_BEFORE, NEW_MONTHS = frozenset("in into by until till since before after during of for over from with".split()), 2


def new_year(m: Match, anchors: Anchors) -> Found | None:
    """ "in the new year": the year to come, but the present one early in it and where it is over."""
    before, after = m.before(2), m.after(1)
    if not before or before[0] not in NEW_BEFORE or (before[1:] and before[1] in WELCOMING):
        # "They rang in the new year."
        return None
    if after and after[0] not in CLOSES - {"'"} and after[0].isalpha():
        # "in the new year parade".
        return None
    told = not anchors.narrative and anchors.direction(m.start, m.end) in ("past", "said", "distant")
    ahead = m.before(1)[0] in ("before", "until", "till")

    def move(day: dt.date) -> Period:
        here = containing("year", day)
        return here if (told and not ahead) or day.month <= NEW_MONTHS else here.shift(1)

    if anchors.narrative and anchors.told is not None:
        if anchors.told.unit == "year":
            return calendar(anchors.told.shift(1), f"text {anchors.told.edtf}", mod="START")
        return _starting(relative(anchors, m.start, move, "XXXX", event=True))
    return _starting(relative(anchors, m.start, move, "XXXX"))


def _starting(found: Found | None) -> Found | None:
    return replace(found, mod="START") if found else None


#: Who "rang in the new year" did so at its first hour.
WELCOMING = frozenset(
    "ring rings rang rung ringing bring brings bringing see seeing saw usher ushered ushering".split()
)


def elliptic(m: Match, anchors: Anchors) -> Found | None:
    """ "this year and next", "4% this year and 5% next", "last month and this": the period after the one just named."""
    last, which = anchors.last, m.word("which")
    if last is None or m.start - anchors.last_at > ELLIPTIC or BREAK in m.scan.kinds[anchors.last_at : m.start]:
        return None
    named = m.scan.tokens[anchors.last_at].lower()
    between = [word.lower() for word in m.scan.tokens[anchors.last_at : m.start]]
    if (named, which) not in ELLIPSES or ". " in "".join(between) or LINKS.isdisjoint(between):
        return None
    after, before = m.after(1), m.before(1)[0]
    ends = not after or not after[0].isalnum() or (which == "next" and after[0] in CLOSES)
    if not ends or (before not in LINKS and not (which == "next" and (before in MEASURES or before.isdigit()))):
        return None
    return relative(anchors, m.start, lambda day: last.shift(1), unknown_value(last.unit))


#: Which word may leave its unit out after which.
ELLIPSES = frozenset({("this", "next"), ("last", "this")})
#: How many tokens (white space counted) may stand from the one to the other, and what joins them.
ELLIPTIC, LINKS = 24, frozenset("and or but then".split())
#: What is measured: "5% next".
MEASURES = frozenset("% percent points cents million billion".split()) | frozenset(CARDINALS)


RULES = (
    Rule(
        "new-year",
        "the new year",
        new_year,
        ("Parliament will vote in [the new year].", "Prices will rise from [the new year] on."),
        "Its beginning; the year to come, unless it is new.",
        ("They rang in the new year.", "the Chinese new year", "He wished them a happy new year."),
    ),
    Rule(
        "elliptic",
        "<which:(next|this)>",
        elliptic,
        (
            "It will fall [this year] and [next].",
            "It grows by 4% [this year] and 5% [next], they say.",
            "It fell [last month] and [this].",
        ),
        "The unit is left out the second time.",
        ("He said this and next to nothing else.",),
    ),
)
