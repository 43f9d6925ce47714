"""Rules for years of antiquity: those of three figures, with an era, and centuries before it."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.periods import year_of
from extraction.dates.rule import Found, Match, Rule, calendar
from extraction.dates.rules.bare_years import ANCIENT_AFTER, glued

#: Words of time before a year of three figures.
BEFORE = frozenset("in since until by".split())
BC = "(b ~ . ~ c ~ (. ~ e)? (~ .)?|bc|bce)"


def early_year(m: Match, anchors: Anchors) -> Found | None:
    """ "In 476 the empire ended": three figures are a year in a history alone, right after a word of time.

    After "218 BC" they count backwards as well.
    """
    before, after = m.before(1), m.after(1)
    if not anchors.narrative or not before or before[0] not in BEFORE or glued(m, m.before(2), m.after(2)):
        return None
    if after and after[0].isalpha() and after[0] not in ANCIENT_AFTER and not m.next_is_name():
        return None
    if m.text[0] == "0":
        return None
    return Found("DATE", f"BC0{m.text}") if anchors.before_christ else calendar(year_of(int(m.text)))


def era_year(m: Match, anchors: Anchors) -> Found | None:
    """ "44 B.C." is found, and left without days: EDTF begins with year 1."""
    number = int(m.number("number"))
    if m.words("era")[0].startswith("b"):
        return Found("DATE", f"BC{number:04}")
    return calendar(year_of(number)) if 1 <= number <= 2199 else None


def years_before(m: Match, anchors: Anchors) -> Found | None:
    """ "264-241 BC", "from 264 to 241 BC": both years."""
    first, last = int(m.number("first")), int(m.number("last"))
    if first <= last:
        return None
    parts = (
        (*m.span("first"), Found("DATE", f"BC{first:04}")),
        (m.span("last")[0], m.end, Found("DATE", f"BC{last:04}")),
    )
    return Found("DATE", f"BC{first:04}", parts=parts)


def century_before(m: Match, anchors: Anchors) -> Found | None:
    """ "the 3rd century BC": TIMEX3 counts it by its figures, EDTF begins with year 1."""
    number = int(m.number("number"))
    return Found("DATE", f"BC{number - 1:02}") if 1 <= number <= 99 else None


RULES = (
    Rule(
        "year-early",
        "THREE",
        early_year,
        ("It fell in 1204, in 1450 and in 1453, as in [476], to them.",),
        "Histories of antiquity and the early middle ages.",
        ("It lies in 476 pieces.", "In 476 he"),
    ),
    Rule(
        "year-era",
        f"<number:INTEGER> <era:({BC}|a ~ . ~ d ~ .|ad|ce)>",
        era_year,
        ("in [44 B.C.] he died", "in [79 AD] it burnt"),
        "Found so as not to be taken for anything else.",
    ),
    Rule(
        "year-era-before",
        "ad <number:INTEGER>",
        lambda m, a: (
            calendar(year_of(int(m.number("number"))))
            if m.text[:2].isupper() and 1 <= m.number("number") < 2200
            else None
        ),
        ("in [AD 79] it burnt",),
        "The era may stand first.",
        ("the ad 30 viewers saw",),
    ),
    Rule(
        "years-before",
        f"<first:INTEGER> (-|to|and|until) <last:INTEGER> {BC}",
        years_before,
        ("The war of [264]-[241 BC] was long.", "from [264] to [241 BC] they fought"),
        "The ends of a range are expressions of their own (TimeML 1.2.1).",
    ),
    Rule(
        "century-before",
        f"(the)? <number:ORD> -? century {BC}",
        century_before,
        ("since [the 3rd century BC] it fell",),
        "TIMEX2 2005, which TIMEX3 takes its values from.",
    ),
)
