"""Rules for periods of which a word is left out: "in the new year", "this year and next"."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import CARDINALS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import Period, containing
from extraction.dates.rule import Found, Match, Rule, relative, unknown_value
from extraction.dates.rules.nth import CLOSES


def new_year(m: Match, anchors: Anchors) -> Found | None:
    """ "in the new year": the one to come, or the present one where it is young or told of as over."""
    before, after = m.before(2), m.after(1)
    if before[:1] != ["in"] and before[:1] != ["into"]:
        return None
    if (before[1:] and before[1] in WELCOMING) or (after and after[0].isalpha() and after[0] not in CLOSES):
        # "They rang in the new year", "in the new year parade".
        return None
    tense = anchors.direction(m.start, m.end)

    def move(day: dt.date) -> Period:
        year = containing("year", day)
        here = tense in ("past", "said") or (day.month <= YOUNG and not anchors.narrative)
        return year if here else year.shift(1)

    return relative(anchors, m.start, move, "XXXX")


#: Who "rang in the new year" did so at its first hour.
WELCOMING = frozenset(
    "ring rings rang rung ringing bring brings bringing see seeing saw usher ushered ushering".split()
)
#: So many months the year that has begun is "the new year".
YOUNG = 2


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
        ("Parliament will vote in [the new year].", "It is to close in [the new year], they said."),
        "The year to come, seen from the old one.",
        ("They rang in the new year.", "They gathered for the new year."),
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
