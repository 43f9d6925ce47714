"""Rules for lengths in halves and quarters: "half an hour", "a year and a half", "a quarter-century"."""

from __future__ import annotations

from itertools import pairwise

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import UNIT_FORMS
from extraction.dates.periods import add_months, containing
from extraction.dates.rule import REFUSED, Found, Match, Rule, aside, relative, unknown_value
from extraction.dates.rules.lengths import length, modifier

FRACTIONS = {
    "half century": "P50Y", "quarter century": "P25Y", "half hour": "PT30M", "quarter hour": "PT15M",
    "half decade": "P5Y",
    "half day": "PT12H", "half year": "P6M", "quarter year": "P3M",
    "quarters century": "P75Y", "quarters hour": "PT45M", "quarters year": "P9M",
}  # fmt: skip
MOD = "<mod:(about|around|nearly|almost|less than|more than|over|at least|at most|up to)>?"


def fraction(m: Match, anchors: Anchors) -> Found | None:
    """ "a quarter-century", "half an hour"."""
    part = m.word("part") or m.word("part2") or m.word("part3") or "half"
    unit = m.word("unit") or m.word("unit2")
    return Found("DURATION", FRACTIONS.get(f"{part} {unit}", "PX"), modifier(m.words("mod")))


def one_and_half(m: Match, anchors: Anchors) -> Found | None:
    """ "a year and a half", "an hour and a quarter"."""
    if m.word("part") == "quarter" and m.word("unit") not in ("hour", "year", "century"):
        return None
    return Found(
        "DURATION", length(m.word("unit"), 1.5 if m.word("part") == "half" else 1.25), modifier(m.words("mod"))
    )


#: From the longest to the shortest.
ORDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")


#: What is measured by the second of two lengths that only a comma joins.
MEASURED = frozenset("after before longer shorter more less".split())


def compound(m: Match, anchors: Anchors) -> Found | None:
    """ "two years and six months", "two hours, eight minutes and one second": a length of two units or three."""
    units = [UNIT_FORMS[m.word(name)] for name in ("unit", "smaller", "least") if m.has(name)]
    places = [ORDER.index(unit) if unit in ORDER else 0 for unit in units]
    if any(first >= second for first, second in pairwise(places)):
        return None
    after, joined = m.after(1), {"and", "a", "an"} & set(m.words("join"))
    if after[:1] == ["old"]:
        return REFUSED
    if m.has("side"):
        return _compound_ago(m, anchors) if joined and units == ["year", "month"] and after != ["than"] else None
    if after[:1] in (["ago"], ["later"], ["earlier"]):
        return None
    if not joined and after and after[0] in MEASURED and m.before(1) and m.before(1)[0].isalpha():
        # "to vote within six months, two days after the coup".
        return None
    value = ""
    for name, unit in zip(("count", "last", "rest"), units, strict=False):
        part = length(unit, m.number(name) if m.has(name) else 1)
        value += part.removeprefix("PT") if "T" in value else part.removeprefix("P" if value else "")
    return Found("DURATION", value, modifier(m.words("mod")))


def _compound_ago(m: Match, anchors: Anchors) -> Found | None:
    """ "a year and two months ago": the month so many back, or on."""
    side = m.word("side")
    months = int(12 * (m.number("count") if m.has("count") else 1) + (m.number("last") if m.has("last") else 1))
    if side != "ago" and anchors.last is None:
        return Found("DATE", unknown_value("month"))
    step = months if side == "later" else -months
    move = lambda day: containing("month", add_months(day.replace(day=1), step))  # noqa: E731
    found = relative(anchors, m.start, move, unknown_value("month"), event=side != "ago")
    return found if side == "later" else aside(found)


RULES = (
    Rule(
        "duration-compound",
        (
            f"{MOD} (<count:COUNT>|a|an) <unit:UNIT> <join:(,? (and)? <last:COUNT>|,? and (a|an))> <smaller:UNIT> "
            "((,? (and)? <rest:COUNT>|,? and (a|an)) <least:UNIT>|<side:(ago|later|earlier)>)?"
        ),
        compound,
        (
            "He was jailed for [two years and six months] there.",
            "He spoke for [an hour and 20 minutes] there.",
            "He ran it in [2 hours, 3 minutes] there.",
            "She ran it in [two hours, eight minutes and one second] there.",
            "He was jailed for [a year and a day] there.",
            "They must vote within [six months], [two days] after the coup.",
            "She left [a year and two months ago] by car.",
        ),
        "TimeML 1.2.1, DURATION; ISO 8601 writes both units.",
        ("The girl is two years and six months old.",),
    ),
    Rule(
        "duration-fraction",
        (
            "<part:(half|quarter)> -? <unit:(century|hour|decade|day|year)>|"
            "((a|one)? <part2:quarter>|three -? <part3:quarters>) of (a|an) -? <unit2:(century|hour|year)>"
        ),
        fraction,
        (
            "a [quarter-century] of war",
            "He left [a quarter of an hour] later.",
            "It took [three-quarters of an hour] there.",
        ),
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
        f"{MOD} (a|an|one) <unit:UNIT1> and a <part:(half|quarter)>",
        one_and_half,
        (
            "for [a year and a half] there",
            "It took [an hour and a quarter] there.",
            "[about a year and a half] after it",
        ),
        "TimeML 1.2.1, DURATION.",
    ),
)
