"""Rules for the end and the middle of the period at hand: "by year-end", "at midweek"."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.periods import Unit, containing, year_of
from extraction.dates.rule import Found, Match, Rule, relative, unknown_value


def year_end(m: Match, anchors: Anchors) -> Found | None:
    """ "year-end", "week's end": the end of the anchor's year, quarter, month or week."""
    if m.has("year"):
        # Balances are drawn at "year-end 2012".
        year = year_of(int(m.number("year")))
        return Found("DATE", year.value, "END", year, year.part("END"))
    unit: Unit = m.word("unit") or "year"  # type: ignore[assignment]
    after = m.after(1)
    if m.has("the") and m.scan.kinds[m.end : m.end + 1] == " " and after and after[0] in AT_YEAR_END:
        # "the year-end budget": the article is the noun's.
        return None
    found = relative(anchors, m.start, lambda day: containing(unit, day), unknown_value(unit))
    if found is None or found.period is None:
        return found
    return Found("DATE", found.value, "END", found.period, found.period.part("END"), found.anchor)


#: What a year ends with: "the year-end rally".
AT_YEAR_END = frozenset(
    "budget rally holidays holiday bonus bonuses deadline target targets report results sales dividend forecast "
    "agreement deal meeting summit review list estimate accounts".split()
)


def middle(m: Match, anchors: Anchors) -> Found | None:
    """ "by midyear", "at mid-week": the middle of the anchor's."""
    before = m.before(1)
    if not before or before[0] not in ("by", "at", "in", "since", "until", "till", "around", "about", "from", "of"):
        return None
    unit: Unit = (m.word("unit") or m.word("unit1")).removeprefix("mid")  # type: ignore[assignment]
    found = relative(anchors, m.start, lambda day: containing(unit, day), unknown_value(unit))
    if found is None or found.period is None:
        return found
    return Found("DATE", found.value, "MID", found.period, found.period.part("MID"), found.anchor)


RULES = (
    Rule(
        "year-middle",
        "(mid ~ - ~ <unit:(year|week|month|decade|century)>|<unit1:(midyear|midweek|midmonth)>)",
        middle,
        ("It will open by [midyear] there.",),
        "The middle of the anchor's period.",
        ("a midweek match was lost",),
    ),
    Rule(
        "year-end",
        "<the:the>? (year -? end <year:YEAR>?|<unit:(year|quarter|month|week|decade)> ~ ' ~ s end)",
        year_end,
        (
            "It will open by [year-end] there.",
            "It ended by [week's end] there.",
            "It had 200 ships at [year-end 2012] again.",
        ),
        "The end of the anchor's year.",
    ),
)
