"""Rules for lengths in halves and quarters: "half an hour", "a year and a half", "a quarter-century"."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import UNIT_FORMS
from extraction.dates.rule import REFUSED, Found, Match, Rule
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


#: From the longest to the shortest.
ORDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


def compound(m: Match, anchors: Anchors) -> Found | None:
    """ "two years and six months", "an hour and 20 minutes": a length of two units."""
    units = [UNIT_FORMS[m.word(name)] for name in ("unit", "smaller")]
    if any(unit not in ORDER for unit in units) or ORDER.index(units[0]) >= ORDER.index(units[1]):
        return None
    if m.after(1)[:1] == ["old"]:
        return REFUSED
    if m.after(1)[:1] in (["ago"], ["later"], ["earlier"]):
        return None
    first = length(units[0], m.number("count") if m.has("count") else 1)
    second = length(units[1], m.number("last"))
    if first.startswith("PT"):
        return Found("DURATION", first + second.removeprefix("PT"), modifier(m.words("mod")))
    return Found("DURATION", first + second.removeprefix("P"), modifier(m.words("mod")))


RULES = (
    Rule(
        "duration-compound",
        f"{MOD} (<count:COUNT>|a|an) <unit:UNIT> ,? (and)? <last:COUNT> <smaller:UNIT>",
        compound,
        (
            "He was jailed for [two years and six months] there.",
            "He spoke for [an hour and 20 minutes] there.",
            "He ran it in [2 hours, 3 minutes] there.",
        ),
        "TimeML 1.2.1, DURATION; ISO 8601 writes both units.",
        ("The girl is two years and six months old.",),
    ),
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
