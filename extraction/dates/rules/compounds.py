"""Rules for lengths in compounds: "a decades-long war", "the three-week-old strike"."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import UNIT_FORMS
from extraction.dates.rule import Found, Match, Rule
from extraction.dates.rules.lengths import length

#: Whose age is no time of an event.
YOUNG = frozenset(
    "baby babies boy girl son daughter child infant twin twins puppy kitten calf cub grandson "
    "granddaughter and or".split()
)


def old(m: Match, anchors: Anchors) -> Found | None:
    """ "a decade-old war", "the three-week-old strike", not "a three-month-old baby"."""
    unit, after = UNIT_FORMS[m.word("unit")], m.after(1)
    if not after or not after[0].isalpha() or not YOUNG.isdisjoint(m.after(3)):
        return None
    plural = m.word("unit").endswith("s")
    return Found("DURATION", length(unit, m.number("count") if m.has("count") else None if plural else 1))


#: Style books of newspapers write these as one word.
ONE_WORD = {f"{unit}long": unit for unit in ("hour", "day", "week", "month", "year", "decade", "decades", "century")}


def one_word(m: Match, anchors: Anchors) -> Found | None:
    """ "the yearlong siege", "a decadeslong war"."""
    unit = ONE_WORD[m.word("unit")]
    return Found("DURATION", length(UNIT_FORMS[unit], None if unit.endswith("s") else 1))


RULES = (
    Rule(
        "duration-long",
        "<unit:LONGS> ~ - ~ long",
        lambda m, a: Found("DURATION", length(UNIT_FORMS[m.word("unit")], None)),
        ("a [decades-long] war",),
        "TimeML 1.2.1, DURATION.",
    ),
    Rule(
        "duration-old",
        (
            "(<count:COUNT> -)? <unit:(hour|day|week|month|decade|century|days|weeks|months|years|decades|"
            "centuries)> ~ - ~ old"
        ),
        old,
        ("The [decade-old] war went on.", "a [three-week-old] strike", "an [8-month-old] truce"),
        "TimeML 1.2.1, DURATION; the age of a person is none.",
        ("a three-month-old baby",),
    ),
    Rule(
        "duration-unit-long",
        "<unit:(day|week|month|year|decade|hour)> ~ - ~ long",
        lambda m, a: Found("DURATION", length(m.word("unit"), 1)),
        ("a [year-long] war",),
        "TimeML 1.2.1, DURATION.",
    ),
    Rule(
        "duration-one-word",
        f"<unit:({'|'.join(ONE_WORD)})>",
        one_word,
        ("a [yearlong] war", "the [decadeslong] siege"),
        "Style books of newspapers.",
    ),
)
