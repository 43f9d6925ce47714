"""Rules for months, weeks and quarters as business news compares and names them."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_period
from extraction.dates.lexicon import MONTHS
from extraction.dates.periods import Period, Unit, add_months, containing, month_of, quarter_of
from extraction.dates.rule import Found, Match, Rule, aside, calendar, relative
from extraction.dates.rules.years import YEAR_PART, named_year_of


def same_month(m: Match, anchors: Anchors) -> Found | None:
    """ "the same month last year", "the same month in 2009": the month told of, seen in another year."""
    unit: Unit = "week" if m.word("unit") == "week" else "month"
    told = anchors.month if unit == "month" else None
    year = named_year_of(m) if m.has("year") else None
    if m.has("year") and year is None:
        return None

    def move(day: dt.date) -> Period:
        here = containing(unit, day)
        if unit == "week":
            return containing("week", add_months(here.start, -12) + (here.end - here.start) / 2)
        return here.shift(-12) if year is None else month_of(year, here.start.month)

    if told is not None:
        return aside(calendar(move(told.start), f"text {told.edtf}"))
    if unit == "month":
        # A comparison may stand before the month that it is about: "below the same month a year ago, after".
        return Found("DATE", "XXXX-XX", event=False)
    return aside(relative(anchors, m.start, move, "XXXX-WXX")) if year is None else None


def named_quarter(m: Match, anchors: Anchors) -> Found | None:
    """ "the December quarter": the one that the month ends."""
    number, last = divmod(MONTHS[m.word("month") or m.word("month1")], 3)
    if last or m.text.islower():
        return None
    return near_period(m, anchors, lambda year: quarter_of(year, number), f"XXXX-Q{number}")


RULES = (
    Rule(
        "same-month-last-year",
        (
            "(the (same|corresponding|comparable) <unit:(month|week)> ((of|in)? (last year|a year (ago|earlier|before)|"
            f"the (previous|prior) year|the year (before|earlier))|(of|in) {YEAR_PART})|"
            "the year -? (earlier|ago) <unit2:month>)"
        ),
        same_month,
        (
            "Sales fell in [August] from [the same month last year] there.",
            "Sales fell in [August] from [the same month in 2009] there.",
            "Sales fell in [August] from [the year-earlier month] there.",
        ),
        "What is counted monthly is compared with the same month a year back.",
    ),
    Rule(
        "quarter-named",
        "((the)? <month:FULLMONTH> quarter|<month1:FULLMONTH> - quarter)",
        named_quarter,
        ("It lost money in [the December quarter] again.", "The [June-quarter] loss grew."),
        "Business news of many countries names quarters by the month that ends them.",
    ),
)
