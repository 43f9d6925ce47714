"""Rules for quarters, halves, fiscal years, seasons of a year, decades and centuries."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import OVER, Anchors
from extraction.dates.choice import near_period
from extraction.dates.lexicon import MONTHS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import (
    Period,
    add_months,
    containing,
    half_of,
    quarter_of,
    year_of,
)
from extraction.dates.rule import Found, Match, Rule, aside, calendar, relative
from extraction.dates.rules.years import YEAR_PART, named_year_of, short_to_full

NUMBERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "last": 4,
    "final": 4,
    "latter": 4,
}


def _stepped_year(m: Match, anchors: Anchors) -> int | None:
    """The year of "this year's", "last year": counted from the anchor; None where its days disagree."""
    earliest, latest, _ = anchors.reference(m.start)
    if earliest is None or latest is None or earliest.year != latest.year:
        return None
    return earliest.year + {"this": 0, "last": -1, "next": 1, "the": 0, "previous": -1}.get(m.words("which")[-1], 0)


def quarter(m: Match, anchors: Anchors) -> Found | None:
    """ "the third quarter" is the last that has begun, unless it lies ahead; "of 1998", "this year's" name the year."""
    word = m.word("number") or m.word("number1")
    if word in ("latest", "most", "recent", "past", "previous", "latter"):
        return latest_quarter(m, anchors)
    number = NUMBERS.get(word)
    if number is None:
        return None
    if m.has("year"):
        year = named_year_of(m)
        return _beside_reported(m, anchors, calendar(quarter_of(year, number))) if year else None
    if m.has("which"):
        stepped = _stepped_year(m, anchors)
        if not stepped:
            return Found("DATE", f"XXXX-Q{number}")
        return _beside_reported(m, anchors, calendar(quarter_of(stepped, number), anchors.reference(m.start)[2]))
    around = [*reversed(m.before(12)), "", *m.after(12)]
    if SPORT.intersection(around) or _score(around):
        return None
    return near_period(m, anchors, lambda year: quarter_of(year, number), f"XXXX-Q{number}")


def _score(words: list[str]) -> bool:
    """Whether the score of a game is among them: "55-50"."""
    for left, mark, right in zip(words, words[1:], words[2:], strict=False):
        if mark == "-" and left.isdigit() and right.isdigit() and len(left) < 4 and len(right) < 4:
            return True
    return False


#: What compares a quarter with one before, so many words before it.
COMPARING, COMPARED_REACH = frozenset("from compared against than versus vs unlike after".split()), 12


def _beside_reported(m: Match, anchors: Anchors, found: Found | None) -> Found | None:
    """A quarter before the one that is reported is only compared with: "the quarter" after it is not that one."""
    if found is None or found.period is None or anchors.quarter is None or anchors.narrative:
        return found
    compared = m.word("which") == "last" or not COMPARING.isdisjoint(m.before(COMPARED_REACH))
    return aside(found) if compared and found.period.end < anchors.quarter.start else found


def latest_quarter(m: Match, anchors: Anchors) -> Found | None:
    """ "the quarter", "the latest quarter": the one that the text speaks of, else the last that is over."""
    year = named_year_of(m) if m.has("year") else None
    if m.after(1) and m.after(1)[0] in ("-", "of", "century", "mile", "pounder"):
        return None
    if year is not None and anchors.stretched(m.start):
        return calendar(year_of(year))
    last = anchors.last
    told = anchors.quarter is not None or (last is not None and last.unit == "quarter")
    ended = None if told else _ended(m, anchors)
    if ended is not None:
        return calendar(ended)
    said = {"latest", "ago", "earlier"}.intersection(m.text.lower().replace("-", " ").split())
    if anchors.quarter is not None and (last is None or last.unit != "quarter" or said or year is not None):
        last = anchors.quarter
    elif anchors.quarter is not None and last is not None and anchors.latest is not None and last.end > anchors.latest:
        # "It expects to lose money in the second quarter. Sales fell toward the end of the quarter."
        last = anchors.quarter if anchors.direction(m.start, m.end) in OVER else last
    if last is not None and last.unit == "quarter":
        found = calendar(last if year is None else quarter_of(year, (last.start.month + 2) // 3), f"text {last.edtf}")
        return aside(found) if year is not None else found
    found = relative(anchors, m.start, lambda day: containing("quarter", day).shift(-1), "XXXX-QX")
    if found and found.period and year is not None:
        return calendar(quarter_of(year, (found.period.start.month + 2) // 3), found.anchor)
    return found


def _ended(m: Match, anchors: Anchors) -> Period | None:
    """The quarter of a business year that "ended July 31": the calendar's that its second month lies in."""
    after = m.after(3)
    if len(after) < 2 or after[0] != "ended" or after[1] not in MONTHS or anchors.latest is None:
        return None
    number = MONTHS[after[1]]
    year = anchors.latest.year - (number > anchors.latest.month)
    return containing("quarter", add_months(dt.date(year, number, 1), -1))


def year_ago_quarter(m: Match, anchors: Anchors) -> Found | None:
    """ "the year-earlier quarter": the quarter told of, a year back."""
    told = anchors.quarter is not None or (anchors.last is not None and anchors.last.unit == "quarter")
    if not m.has("number") and (anchors.stretched(m.start) or (not told and "quarter" not in m.text.lower())):
        # Outside of reports on a quarter "the same period last year" may be any part of that year.
        return aside(relative(anchors, m.start, lambda day: containing("year", day).shift(-1), "XXXX"))
    found = latest_quarter(m, anchors)
    if found is None or found.period is None:
        return found
    period = found.period
    if m.has("number"):
        period = quarter_of(period.start.year, NUMBERS[m.word("number")])
        if anchors.latest and period.start > anchors.latest:
            period = period.shift(-4)
    return aside(calendar(period.shift(-4), found.anchor))


#: Words of reports on business, one of which must stand near "the first half"; and words of sport, none of which
#: may stand near "the third quarter".
BUSINESS = frozenset(
    "profit profits sales earnings revenue revenues income growth results loss losses net year economy output "
    "exports imports "
    "orders gdp inflation shipments deliveries production demand market markets fiscal".split()
)
SPORT = frozenset(
    "touchdown yards yard goal goals scored score scoring points-lead lead halftime basket rebounds kick pass fumble "
    "game games quarterback inning team teams coach minutes touchdowns dunk dunks buzzer overtime punt layup layups "
    "interception interceptions outscored outscoring halftime kickoff".split()
)


def half(m: Match, anchors: Anchors) -> Found | None:
    """ "the first half of 1990"; without a year only where the anchor decides."""
    number = {"first": 1, "second": 2, "last": 2, "latter": 2, "1": 1, "2": 2}[m.word("number") or m.word("number1")]
    if m.has("year"):
        year = named_year_of(m)
        return calendar(half_of(year, number)) if year else None
    if m.word("which") == "the":
        told = _half_told(m, anchors, number)
        if told is not None:
            return told
    if m.has("which"):
        stepped = _stepped_year(m, anchors)
        if stepped and _not_yet(m, anchors, half_of(stepped, number)):
            stepped -= 1
        return (
            calendar(half_of(stepped, number), anchors.reference(m.start)[2])
            if stepped
            else Found("DATE", f"XXXX-H{number}")
        )
    if not BUSINESS.intersection((*m.before(14), *m.after(14))):
        # Matches have halves too.
        return None
    ahead = anchors.direction(m.start, m.end) == "future"

    def move(day: dt.date) -> Period:
        here = half_of(day.year, number)
        if here.start > day and not ahead:
            return here.shift(-2)
        return here

    return relative(anchors, m.start, move, f"XXXX-H{number}")


def _not_yet(m: Match, anchors: Anchors, found: Period) -> bool:
    """Whether "the second half of the year", told as over, would lie ahead."""
    if m.word("which") != "the" or anchors.latest is None or found.start <= anchors.latest:
        return False
    return anchors.direction(m.start, m.end) in ("past", "said", "distant")


def _half_told(m: Match, anchors: Anchors, number: int) -> Found | None:
    """ "the second half of the year": of the year that the paragraph told of by its half or quarter."""
    last = anchors.last
    if last is None or last.unit not in ("half", "quarter") or BREAK in m.scan.kinds[anchors.last_at : m.start]:
        return None
    return calendar(half_of(last.start.year, number), f"text {last.edtf}")


def fiscal(m: Match, anchors: Anchors) -> Found | None:
    """ "fiscal 1989", "FY2020": found as the year it is named by; its days are its own, and not known."""
    if m.has("year") or m.has("short"):
        year = named_year_of(m) if m.has("year") else short_to_full(int(m.word("short")))
        return Found("DATE", f"{year:04}", period=year_of(year), date=year_of(year).date) if year else None
    if m.after(1) and m.after(1)[0] in ("ended", "ending"):
        return Found("DURATION", "P1Y")
    which = m.words("which")[-1] if m.has("which") else "the"
    step = {"last": -1, "previous": -1, "next": 1}.get(which, 0)
    return relative(anchors, m.start, lambda day: containing("year", day).shift(step), "XXXX")


def months_quarter(m: Match, anchors: Anchors) -> Found | None:
    """ "the July-September quarter": the calendar's, named by its first month and its last."""
    first, last = MONTHS[m.word("first")], MONTHS[m.word("last")]
    if last - first != 2 or first % 3 != 1:
        return None
    number = (first + 2) // 3
    if m.has("year"):
        year = named_year_of(m)
        return calendar(quarter_of(year, number)) if year else None
    return near_period(m, anchors, lambda year: quarter_of(year, number), f"XXXX-Q{number}")


QUARTER_NUMBER = "<number:(first|second|third|fourth|final|last)>"
#: A year that is counted from the anchor.
STEPPED_YEAR = "(of|in)? <which:(this|last|next|the previous)> year"


RULES = (
    Rule(
        "quarter",
        f"the (fiscal)? {QUARTER_NUMBER} (fiscal)? quarter",
        quarter,
        ("It lost money in [the third quarter] again.",),
        "The nearest, tense permitting.",
    ),
    Rule(
        "quarter-adjective",
        f"(fiscal)? {QUARTER_NUMBER} -? quarter",
        quarter,
        ("Its [third-quarter] profit rose.", "The [third-quarter] loss grew.", "In its [second quarter] it lost."),
        "An article before a hyphened adjective belongs to its noun.",
    ),
    Rule(
        "quarter-year",
        f"(the)? (fiscal)? {QUARTER_NUMBER} (fiscal)? -? quarter ,? (of|in)? (fiscal)? {YEAR_PART}",
        quarter,
        ("a report on [the last quarter of 2019] came",),
        "Year named.",
    ),
    Rule(
        "quarter-months",
        f"(the)? <first:MON> (-|to|through|- to -) <last:MON> (quarter|period) (,? (of)? {YEAR_PART})?",
        months_quarter,
        ("It fell in [the July-September quarter] again.", "up from [the April to June period of 2014] there"),
        "Business news names quarters by their months, since business years differ.",
    ),
    Rule(
        "year-quarter",
        f"(the)? (fiscal)? {YEAR_PART} (' ~ s)? (fiscal)? <number:(first|second|third|fourth)> (fiscal)? -? quarter",
        quarter,
        ("from [the 1988 third quarter] on", "In [fiscal 2016's third quarter], it rose."),
        "Year named first.",
    ),
    Rule(
        "stepped-year-quarter",
        "<which:(this|last|next)> year ~ ' ~ s <number:(first|second|third|fourth)> -? quarter",
        quarter,
        ("than in [last year's third quarter] again",),
        "Year counted from the anchor.",
    ),
    Rule(
        "half-short",
        f"(h ~ <number:(1|2)>|<number1:(1|2)> ~ h) (-? (of)? {YEAR_PART}|{STEPPED_YEAR})",
        half,
        ("It rose in [H1 2021] again.", "It rose in [H1 of this year] again."),
        "Analysts' notation.",
    ),
    Rule(
        "quarter-short",
        f"(q ~ <number:(1|2|3|4)>|<number1:(1|2|3|4)> ~ q) (-? (of)? (fy)? {YEAR_PART}|{STEPPED_YEAR})?",
        quarter,
        ("It rose in [Q3 2019] again.", "It rose in [Q3 of last year] again."),
        "Analysts' notation.",
    ),
    Rule(
        "quarter-of-stepped",
        f"(the)? {QUARTER_NUMBER} quarter ,? {STEPPED_YEAR}",
        quarter,
        ("It rose in [the first quarter of this year] again.", "in [the last quarter of last year] it fell"),
        "Year counted from the anchor.",
    ),
    Rule(
        "quarter-latest",
        "(the|its) (latest|most recent|recent|just - ended|just ended)? <number:quarter>",
        latest_quarter,
        ("It fell in the third quarter. In [the latest quarter] it rose.",),
        "The one told of, else the last over.",
        ("the quarter of the city's poor",),
    ),
    Rule(
        "period-year",
        f"the {YEAR_PART} (quarter|period)",
        latest_quarter,
        ("It fell in the third quarter, from [the 1988 period] on.",),
        "Reports of earnings compare periods.",
    ),
    Rule(
        "period-latest",
        "the (latest|current) (period|quarter)",
        latest_quarter,
        ("It fell in the third quarter. In [the latest period] it rose.",),
        "Reports of earnings compare periods.",
    ),
    Rule(
        "year-ago-quarter",
        (
            "(the|its)? (comparable|corresponding|same)? (year -? ago|year -? earlier|prior -? year) "
            "(<number:(first|second|third|fourth)> -?)? (quarter|period)"
        ),
        year_ago_quarter,
        ("up from [the year-earlier quarter] again",),
        "Reports of earnings compare with the quarter a year back.",
    ),
    Rule(
        "last-years-quarter",
        "(last year ~ ' ~ s (quarter|period)|(the)? (quarter|period) a year (ago|earlier))",
        year_ago_quarter,
        ("above [last year's quarter] again", "For [the quarter a year ago] it lost money."),
        "Reports of earnings compare with the quarter a year back.",
    ),
    Rule(
        "year-ago-adjective",
        "(year -? ago|year -? earlier)",
        year_ago_quarter,
        ("It rose in the third quarter from the [year-ago] loss.",),
        "Reports of earnings compare with the quarter a year back.",
    ),
    Rule(
        "same-quarter-last-year",
        (
            "(the) (same|corresponding|comparable) (quarter|period) (of)? (last year|a year (ago|earlier)|the "
            "(previous|prior) year)"
        ),
        year_ago_quarter,
        ("above [the same quarter last year] again",),
        "Reports of earnings compare with the quarter a year back.",
    ),
    Rule(
        "half-year",
        f"(the)? <number:(first|second|last|latter)> -? half ,? (of|in)? (fiscal)? {YEAR_PART}",
        half,
        ("in [the first half of 1990] it fell",),
        "Year named.",
    ),
    Rule(
        "half",
        "(the)? <number:(first|second)> -? half",
        half,
        ("Sales rose in [the first half] again.",),
        "Of the year at hand.",
    ),
    Rule(
        "half-stepped",
        "<which:(this|last|next)> year ~ ' ~ s <number:(first|second)> half",
        half,
        ("than in [last year's first half] again",),
        "Year counted from the anchor.",
    ),
    Rule(
        "half-of-stepped",
        "(the)? <number:(first|second|last|latter)> half of <which:(this|last|next|the)> year",
        half,
        (
            "It rose in [the second half of last year] again.",
            "It rose in the first half of 2015, and in [the second half of the year] it fell.",
        ),
        "Year counted from the anchor.",
    ),
    Rule(
        "fiscal-year",
        f"(the)? (fiscal (year)?|fy -?) {YEAR_PART}|fy ~ <short:YY>",
        fiscal,
        ("in [fiscal 1989] it fell", "in [FY19] it fell"),
        "Named by its year.",
    ),
    Rule(
        "fiscal-year-stepped",
        "(the|<which:(this|last|next|the current|the previous)>) fiscal year",
        fiscal,
        ("for [the fiscal year] it fell",),
        "Named by its year.",
    ),
)
