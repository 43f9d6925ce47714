"""Rules for lengths in halves and quarters: "half an hour", "a year and a half", "a quarter-century"."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.rule import Found, Match, Rule
from extraction.dates.rules.lengths import length, modifier

FRACTIONS = {
    "half century": "P50Y", "quarter century": "P25Y", "half hour": "PT30M", "quarter hour": "PT15M",
    "half decade": "P5Y",
    "half day": "PT12H", "half year": "P6M", "quarter year": "P3M",
}  # fmt: skip
MOD = "<mod:(about|around|nearly|almost|less than|more than|over|at least|at most|up to)>?"


def fraction(m: Match, anchors: Anchors) -> Found | None:
    """ "a quarter-century", "half an hour"."""
    part = m.word("part") or "half"
    return Found("DURATION", FRACTIONS.get(f"{part} {m.word('unit')}", "PX"), modifier(m.words("mod")))


def one_and_half(m: Match, anchors: Anchors) -> Found | None:
    """ "a year and a half"."""
    return Found("DURATION", length(m.word("unit"), 1.5), modifier(m.words("mod")))


RULES = (
    Rule(
        "duration-fraction",
        "<part:(half|quarter)> -? <unit:(century|hour|decade|day|year)>",
        fraction,
        ("a [quarter-century] of war",),
        "TimeML 1.2.1, DURATION.",
        ("a quarter of them",),
    ),
    Rule(
        "duration-half",
        f"{MOD} (half (a|an)|a half) -? <unit:UNIT1>",
        fraction,
        ("for [half an hour] there", "[nearly half a century] of war"),
        "TimeML 1.2.1, DURATION.",
    ),
    Rule(
        "duration-unit-and-half",
        f"{MOD} (a|an|one) <unit:UNIT1> and a half",
        one_and_half,
        ("for [a year and a half] there", "[about a year and a half] after it"),
        "TimeML 1.2.1, DURATION.",
    ),
)
