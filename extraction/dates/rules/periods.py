"""Rules for quarters, halves, fiscal years, seasons of a year, decades and centuries."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_period
from extraction.dates.lexicon import DECADES, PARTS, SEASONS
from extraction.dates.periods import (
    Period,
    containing,
    half_of,
    quarter_of,
    season_of,
    year_of,
)
from extraction.dates.rule import Found, Match, Prefix, Rule, calendar, relative
from extraction.dates.rules.explicit import YEAR_PART, _year
from extraction.dates.rules.relative import aside

NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4, "last": 4, "final": 4, "latter": 4}


def _stepped_year(m: Match, anchors: Anchors) -> int | None:
    """The year of "this year's", "last year": counted from the anchor; None where its days disagree."""
    earliest, latest, _ = anchors.reference(m.start)
    if earliest is None or latest is None or earliest.year != latest.year:
        return None
    return earliest.year + {"this": 0, "last": -1, "next": 1, "the": 0, "previous": -1}.get(m.words("which")[-1], 0)


def _named(m: Match, group: str) -> bool:
    return group in m.groups.re.groupindex and m.has(group)


def quarter(m: Match, anchors: Anchors) -> Found | None:
    """"the third quarter" is the last that has begun, unless it lies ahead; "of 1998", "this year's" name the year."""
    word = m.word("number")
    if word in ("latest", "most", "recent", "past", "previous", "latter"):
        return latest_quarter(m, anchors)
    number = NUMBERS.get(word)
    if number is None:
        return None
    if _named(m, "year"):
        year = _year(m)
        return calendar(quarter_of(year, number)) if year else None
    if _named(m, "which"):
        stepped = _stepped_year(m, anchors)
        return calendar(quarter_of(stepped, number), anchors.reference(m.start)[2]) if stepped else Found("DATE", f"XXXX-Q{number}")
    return near_period(m, anchors, lambda year: quarter_of(year, number), f"XXXX-Q{number}")


def latest_quarter(m: Match, anchors: Anchors) -> Found | None:
    """"the quarter", "the latest quarter": the one that the text speaks of, else the last that is over."""
    year = _year(m) if _named(m, "year") else None
    last = anchors.last
    if last is not None and last.unit == "quarter":
        found = calendar(last if year is None else quarter_of(year, (last.start.month + 2) // 3), f"text {last.edtf}")
        return aside(found) if year is not None else found
    found = relative(anchors, m.start, lambda day: containing("quarter", day).shift(-1), "XXXX-QX")
    if found and found.period and year is not None:
        return calendar(quarter_of(year, (found.period.start.month + 2) // 3), found.anchor)
    return found


def year_ago_quarter(m: Match, anchors: Anchors) -> Found | None:
    """"the year-earlier quarter": the quarter told of, a year back."""
    found = latest_quarter(m, anchors)
    if found is None or found.period is None:
        return found
    period = found.period
    if _named(m, "number"):
        period = quarter_of(period.start.year, NUMBERS[m.word("number")])
        if anchors.latest and period.start > anchors.latest:
            period = period.shift(-4)
    return aside(calendar(period.shift(-4), found.anchor))


def half(m: Match, anchors: Anchors) -> Found | None:
    """"the first half of 1990"; without a year only where the anchor decides."""
    number = {"first": 1, "second": 2, "last": 2, "latter": 2, "1": 1, "2": 2}[m.word("number")]
    if _named(m, "year"):
        year = _year(m)
        return calendar(half_of(year, number)) if year else None
    if _named(m, "which"):
        stepped = _stepped_year(m, anchors)
        return calendar(half_of(stepped, number), anchors.reference(m.start)[2]) if stepped else Found("DATE", f"XXXX-H{number}")
    if m.after(1) and m.after(1)[0] in ("of", "against", "when", "with", ",", ".") and m.after(1)[0] != "of":
        pass
    ahead = anchors.direction(m.start, m.end) == "future"

    def move(day: dt.date) -> Period:
        here = half_of(day.year, number)
        if here.start > day and not ahead:
            return here.shift(-2)
        return here

    return relative(anchors, m.start, move, f"XXXX-H{number}")


def season_year(m: Match, anchors: Anchors) -> Found | None:
    """"summer 1964", "the winter of 1994"."""
    if m.word("season") in ("spring", "fall", "winter", "summer", "autumn"):
        year = _year(m)
        return calendar(season_of(year, SEASONS[m.word("season")])) if year else None
    return None


def season(m: Match, anchors: Anchors) -> Found | None:
    """"in summer", "by autumn": a season alone after a preposition of time."""
    before = m.before(1)
    if not before or before[0] not in ("in", "by", "since", "until", "till", "during", "early", "late", "mid", "-", "of"):
        return None
    if before[0] in ("-", "of") and not (len(m.before(2)) > 1 and m.before(2)[1] in ("mid", "early", "late", "beginning", "end", "start")):
        return None
    number = SEASONS[m.word("season")]
    if m.after(1) and m.after(1)[0] in ("from", "in", "of", "by", "to", "training", "water", "below"):
        return None
    ahead = anchors.direction(m.start, m.end) == "future"
    if anchors.narrative and anchors.last is not None:
        return calendar(season_of(anchors.last.start.year, number), f"text {anchors.last.edtf}")

    def move(day: dt.date) -> Period:
        here = season_of(day.year, number)
        if ahead:
            return here if here.end >= day else here.shift(1)
        return here if here.start <= day else here.shift(-1)

    return relative(anchors, m.start, move, f"XXXX-{ {21: 'SP', 22: 'SU', 23: 'FA', 24: 'WI'}[number] }")


def decade(m: Match, anchors: Anchors) -> Found | None:
    """"the 1990s", "the '80s", "the sixties", "nineteen-eighties"."""
    words = m.words("decade")
    if words[0].isdigit():
        number = int(words[0])
        if len(words[0]) == 4:
            return calendar(Period("decade", dt.date(number // 10 * 10, 1, 1))) if number % 10 == 0 and number >= 1000 else None
    else:
        number = DECADES[words[0]] * 10
    if _named(m, "century"):
        base = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700, "twenty": 2000}[m.word("century")]
    else:
        base = 1900
        if number == 20 and anchors.latest and anchors.latest.year >= 2022:
            return None
    return calendar(Period("decade", dt.date(base + number, 1, 1)))


def century(m: Match, anchors: Anchors) -> Found | None:
    """"the 19th century" is 18XX: notation counts a century by its first two figures."""
    number = int(m.number("number"))
    if not 1 <= number <= 30:
        return None
    if m.after(1) and m.after(1)[0] in ("b", "bc", "bce"):
        return Found("DATE", "PAST_REF")
    if m.after(1) and m.after(1)[0] in ("fox",):
        return None
    return calendar(Period("century", dt.date(max(100 * (number - 1), 1), 1, 1)))


def fiscal(m: Match, anchors: Anchors) -> Found | None:
    """"fiscal 1989", "FY2020": found as the year it is named by; its days are its own, and not known."""
    if _named(m, "year"):
        year = _year(m)
        return Found("DATE", f"{year:04}", period=year_of(year), date=year_of(year).date) if year else None
    which = m.words("which")[-1] if _named(m, "which") else "the"
    step = {"last": -1, "previous": -1, "next": 1}.get(which, 0)
    return relative(anchors, m.start, lambda day: containing("year", day).shift(step), "XXXX")


def year_end(m: Match, anchors: Anchors) -> Found | None:
    """"year-end", "year's end": the end of the anchor's year."""
    found = relative(anchors, m.start, lambda day: containing("year", day), "XXXX")
    if found is None or found.period is None:
        return found
    return Found("DATE", found.value, "END", found.period, found.period.part("END"), found.anchor)


def part_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """early, mid, late, the beginning, the end of: the third of the period, as `mod`."""
    word = next((w for w in m.words("part") if w in PARTS), "")
    mod = PARTS[word]
    if inner.type == "DURATION" or inner.type == "SET":
        return None
    if inner.clock:
        return Found("TIME", inner.value, mod, inner.period, inner.date, inner.anchor, (), inner.clock)
    if word in ("earlier", "later") and inner.period is not None and inner.period.unit == "day" and "yesterday" not in m.after(1):
        return None
    if inner.period is None:
        if inner.value.endswith("_REF"):
            return None
        return Found(inner.type, inner.value, mod, None, inner.date, inner.anchor, inner.alternatives)
    date = inner.period.part(mod)
    if word in ("earlier", "later"):
        date = _beside_publication(inner.period, word, anchors) or inner.period.date
    return Found(inner.type, inner.value, mod, inner.period, date, inner.anchor)


def _beside_publication(period: Period, word: str, anchors: Anchors):  # type: ignore[no-untyped-def]
    """"earlier this month" ends with publication, "later this year" begins with it."""
    from extraction import edtf

    if not anchors.earliest or not anchors.latest or not period.start <= anchors.latest <= period.end:
        return None
    first, last = (period.start, anchors.latest) if word == "earlier" else (anchors.earliest, period.end)
    return edtf.narrowed(period.edtf, first, last, period.part("END").precision) if first <= last else None


def of_inner(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """"the third quarter of last year", "the summer of that year", "the first half of next year"."""
    if inner.period is None or inner.period.unit != "year":
        return None
    year = inner.period.start.year
    if _named(m, "season"):
        period = season_of(year, SEASONS[m.word("season")])
    elif _named(m, "half"):
        period = half_of(year, {"first": 1, "second": 2, "last": 2, "latter": 2}[m.word("half")])
    else:
        number = NUMBERS.get(m.word("number"))
        if number is None:
            return None
        period = quarter_of(year, number)
    return calendar(period, inner.anchor)


def week_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """"the week of March 6", "the weekend of 3 May"."""
    if inner.period is None or inner.period.unit != "day":
        return None
    return calendar(containing("weekend" if "weekend" in m.text.lower() else "week", inner.period.start), inner.anchor)


def month_of_inner(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """"the month of May": the month itself."""
    if inner.period is None or inner.period.unit not in ("month", "year"):
        return None
    return inner


QUARTER_NUMBER = "<number:(first|second|third|fourth|final|last)>"
RULES = (
    Rule("quarter", f"the (fiscal)? {QUARTER_NUMBER} (fiscal)? quarter", quarter,
         ("It lost money in [the third quarter] again.",), "The nearest, tense permitting."),
    Rule("quarter-adjective", f"(fiscal)? {QUARTER_NUMBER} -? quarter", quarter,
         ("Its [third-quarter] profit rose.", "The [third-quarter] loss grew.", "In its [second quarter] it lost."), "An article before a hyphened adjective belongs to its noun."),
    Rule("quarter-year", f"(the)? (fiscal)? {QUARTER_NUMBER} (fiscal)? -? quarter ,? (of|in)? (fiscal)? {YEAR_PART}", quarter,
         ("a report on [the last quarter of 2019] came",), "Year named."),
    Rule("year-quarter", f"(the)? {YEAR_PART} (' ~ s)? <number:(first|second|third|fourth)> -? quarter", quarter, ("from [the 1988 third quarter] on",), "Year named first."),
    Rule("stepped-year-quarter", "<which:(this|last|next)> year ~ ' ~ s <number:(first|second|third|fourth)> -? quarter", quarter,
         ("than in [last year's third quarter] again",), "Year counted from the anchor."),
    Rule("quarter-short", f"q ~ <number:(1|2|3|4)> (-? (of)? {YEAR_PART})?", quarter, ("It rose in [Q3 2019] again.",), "Analysts' notation."),
    Rule("quarter-of-stepped", "(the)? <number:(first|second|third|fourth)> quarter ,? (of)? <which:(this|last|next|the previous)> year", quarter,
         ("It rose in [the first quarter of this year] again.",), "Year counted from the anchor."),
    Rule("quarter-latest", "(the|its) (latest|most recent|recent|just - ended|just ended)? <number:quarter>", latest_quarter,
         ("It fell in the third quarter. In [the latest quarter] it rose.",), "The one told of, else the last over.", ("the quarter of the city's poor",)),
    Rule("period-year", f"the {YEAR_PART} (quarter|period)", latest_quarter, ("It fell in the third quarter, from [the 1988 period] on.",), "Reports of earnings compare periods."),
    Rule("period-latest", "the (latest|current) (period|quarter)", latest_quarter, ("It fell in the third quarter. In [the latest period] it rose.",), "Reports of earnings compare periods."),
    Rule("year-ago-quarter", "(the|its)? (comparable|corresponding|same)? (year -? ago|year -? earlier|prior -? year) (<number:(first|second|third|fourth)> -?)? (quarter|period)", year_ago_quarter,
         ("up from [the year-earlier quarter] again",), "Reports of earnings compare with the quarter a year back."),
    Rule("year-ago-adjective", "(year -? ago|year -? earlier)", year_ago_quarter, ("It rose in the third quarter from the [year-ago] loss.",), "Reports of earnings compare with the quarter a year back."),
    Rule("same-quarter-last-year", "(the) (same|corresponding|comparable) (quarter|period) (of)? (last year|a year (ago|earlier)|the (previous|prior) year)", year_ago_quarter,
         ("above [the same quarter last year] again",), "Reports of earnings compare with the quarter a year back."),
    Rule("half-year", f"(the)? <number:(first|second|last|latter)> -? half ,? (of|in)? (fiscal)? {YEAR_PART}", half, ("in [the first half of 1990] it fell",), "Year named."),
    Rule("half", "(the)? <number:(first|second)> -? half", half, ("Sales rose in [the first half] again.",), "Of the year at hand.", ) ,
    Rule("half-stepped", "<which:(this|last|next)> year ~ ' ~ s <number:(first|second)> half", half, ("than in [last year's first half] again",), "Year counted from the anchor."),
    Rule("half-of-stepped", "(the)? <number:(first|second|last|latter)> half of <which:(this|last|next|the)> year", half, ("It rose in [the second half of last year] again.",), "Year counted from the anchor."),
    Rule("season-year", f"(the)? <season:SEASON> ,? (of)? {YEAR_PART}", season_year, ("in [the winter of 1994] it froze", "They met in [summer 1964] there."), "Year named."),
    Rule("season", "<season:SEASON>", season, ("It reopens in [summer] again.",), "After a preposition of time.", ("The spring broke.", "They fall apart.")),
    Rule("decade", "(the|that)? (<century:(nineteen|eighteen|seventeen)> -?)? <decade:(YEAR|TENSDIGITS)> (' ~)? ~ s", decade, ("in [the 1990s] it fell",), "A decade is named by its first year."),
    Rule("decade-short", "(the)? ' <decade:TENSDIGITS> ~ (' ~)? s", decade, ("in [the '80s] it fell",), "The last century's, as news means it."),
    Rule("decade-words", "(the|<century:(nineteen|eighteen|seventeen)>) -? <decade:DECADE>", decade, ("in [the nineties] it fell",), "The last century's, as news means it.", ("a man in his sixties",)),
    Rule("century", "(the)? <number:ORD> -? (century|centuries)", century, ("since [the 19th century] it fell",), "A century is named by the one that ends it.", ("20th Century Fox",)),
    Rule("fiscal-year", f"(the)? (fiscal (year)?|fy -?) {YEAR_PART}", fiscal, ("in [fiscal 1989] it fell",), "Named by its year."),
    Rule("fiscal-year-stepped", "(the|<which:(this|last|next|the current|the previous)>) fiscal year", fiscal, ("for [the fiscal year] it fell",), "Named by its year."),
    Rule("year-end", "(the)? (year -? end|year ~ ' ~ s end)", year_end, ("It will open by [year-end] there.",), "The end of the anchor's year."),
)  # fmt: skip
PREFIXES = (
    Prefix("part-of", "<part:((the)? (very)? (early|mid|late|earlier|later)(-|in|on| (part|days|weeks|months|hours|half) of)?)>", part_of, ("He won in [late 2017] there.", "It began in [mid-November] there."), "The third of the period (DESIGN.md section 3)."),
    Prefix("end-of", "<part:((the|at)? (very)? (beginning|start|end|close|middle|outset|latter (part|half)|early part|late part|last half|tail end) of)>", part_of, ("until [the end of 1990] came",), "The third of the period (DESIGN.md section 3)."),
    Prefix("quarter-of", "(the)? <number:(first|second|third|fourth|last|final)> quarter of", of_inner, (), "The year is another expression."),
    Prefix("half-of", "(the)? <half:(first|second|last|latter)> half of", of_inner, (), "The year is another expression."),
    Prefix("season-of", "(the)? <season:SEASON> of", of_inner, ("in [the summer of last year] it fell",), "The year is another expression."),
    Prefix("week-of", "the (week|weekend) (of|ending|ended|beginning)", week_of, ("in [the week of March 6] it fell",), "ISO week."),
    Prefix("month-of", "the (month|year) of", month_of_inner, ("in [the month of August] it fell",), "The month itself."),
)  # fmt: skip
