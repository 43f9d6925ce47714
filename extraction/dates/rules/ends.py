"""Rules for the end and the middle of the period at hand, and for the new year: "by year-end", "at midweek"."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import OVER, Anchors
from extraction.dates.periods import Period, Unit, containing, year_of
from extraction.dates.rule import Found, Match, Rule, calendar, relative, unknown_value


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


#: Before "the new year" where it is a time, and the parts that "of" may follow.
BEFORE_NEW = frozenset("in until till before by into since after for".split())
NEW_PARTS = frozenset("start beginning weeks days months week month half quarter outset dawn".split())
#: What is held about New Year's Day.
NEW_YEAR_THINGS = frozenset(
    "' - holiday holidays break period honours honors message address speech celebrations sales resolution list".split()
)
#: In the first month a new year is the one that has begun; from the second half on it is the next.
BEGUN, HALF = 1, 7


def new_year(m: Match, anchors: Anchors) -> Found | None:
    """ "in the new year": the next, unless it has just begun or what it tells of is over."""
    before, after = m.before(2), m.after(1)
    part = before[:1] == ["of"] and before[1:2] and before[1] in NEW_PARTS
    if not (part or (before and before[0] in BEFORE_NEW)) or (after and after[0] in NEW_YEAR_THINGS):
        return None
    if before[1:] and before[1] in WELCOMING:
        # "They rang in the new year."
        return None
    tense = anchors.direction(m.start, m.end)
    # A history goes on; what is waited for is to come.
    waited = anchors.narrative or before[0] in ("before", "until", "till")

    def move(day: dt.date) -> Period:
        ahead = tense == "future" if day.month < HALF else tense not in OVER and before[0] != "since"
        return containing("year", day).shift(1 if (ahead or waited) and day.month > BEGUN else 0)

    if anchors.narrative and anchors.told is not None and anchors.told.unit == "year":
        return calendar(anchors.told.shift(1), f"text {anchors.told.edtf}", mod="START")
    told = anchors.narrative and anchors.told is not None
    return relative(anchors, m.start, move, "XXXX", event=told)


#: Who "rang in the new year" did so at its first hour.
WELCOMING = frozenset(
    "ring rings rang rung ringing bring brings bringing see seeing saw usher ushered ushering".split()
)


RULES = (
    Rule(
        "new-year",
        "the new year",
        new_year,
        ("It will open in [the new year] there.", "He will stay until [the New Year] there."),
        "The next, unless it has just begun.",
        (
            "Fireworks greeted the new year.",
            "They rang in the new year.",
            "He spoke in the New Year's speech.",
            "They met in the new year holiday.",
        ),
    ),
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
