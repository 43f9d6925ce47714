"""Rules for dates in figures alone: 2019-12-23, 14-07-2024, 02/27/98, 20200915."""

from __future__ import annotations

from extraction.dates.anchors import Anchors
from extraction.dates.periods import day_of, month_of
from extraction.dates.rule import Found, Match, Rule, calendar


def iso(m: Match, anchors: Anchors) -> Found | None:
    """Year first: the order is certain (ISO 8601)."""
    if in_a_longer_number(m):
        return None
    return _clocked(m, calendar(day_of(int(m.word("year")), int(m.word("month")), int(m.word("day")))))


def _clocked(m: Match, found: Found | None) -> Found | None:
    if found is not None and m.has("wire"):
        hours = m.word("wire")
        right = len(hours) == 4 and int(hours[:2]) < 24 and int(hours[2:]) < 60
        return found.with_clock(f"T{hours[:2]}:{hours[2:]}") if right else None
    if found is None or not m.has("clock"):
        return found
    hour, minute = m.words("clock")[0], m.words("clock")[2]
    if int(hour) > 24 or int(minute) > 59:
        return None
    # Midnight to the second is what machines print for "no time known".
    if {w for w in m.words("clock") if w.isdigit()} == {"00"}:
        return found
    return found.with_clock(f"T{int(hour):02}:{minute}")


def in_a_longer_number(m: Match) -> bool:
    """Part of a path, a version, a telephone number, an identifier or a sum."""
    kinds = m.scan.kinds
    before, after = kinds[m.start - 1 : m.start], kinds[m.end : m.end + 1]
    if before == "-" and m.before(2)[1:] == ["nr"]:
        # "AP-NR-08-16-90 1430EDT" heads a wire story.
        return False
    if before and before in "-/.:$#@_=+&%£€,":
        return True
    if after and after in "-/:_=@%+&":
        return True
    follow = kinds[m.end + 1 : m.end + 2]
    return after in (".", ",") and bool(follow) and m.scan.tokens[m.end + 1][0].isdigit() if after else False


#: "10-12-14 cm".
MEASURES = frozenset("cm mm m km inches inch ft feet kg g lbs percent yards degrees points".split())


#: What has a number that may look like a day: "model 05-12-10".
CODES = frozenset(
    "model part serial code combination batch lot ref reference number account call dial phone tel fax version build "
    "score".split()
)


def day_month_year(m: Match, anchors: Anchors) -> Found | None:
    """Two figures and a year: both readings are kept where nothing tells the day from the month."""
    if in_a_longer_number(m) or (m.after(1) and m.after(1)[0] in MEASURES):
        return None
    if m.before(1) and m.before(1)[0] in CODES:
        return None
    separators = set(m.words("gap"))
    if len(separators) != 1 or m.words("gap2") != m.words("gap"):
        return None
    first, second, last = int(m.word("first")), int(m.word("second")), m.word("year")
    year = int(last)
    if len(last) == 2:
        if m.word("gap") == "." and not (len(m.word("first")) == 2 and len(m.word("second")) == 2):
            return None
        pivot = (anchors.latest.year if anchors.latest else 2030) + 5
        year += 2000 if 2000 + year <= pivot else 1900
    if not 1000 <= year <= 2199:
        return None
    day_first, month_first = day_of(year, second, first), day_of(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return _clocked(m, calendar(day_first or month_first))
    # Dots are the continental notation, which puts the day first.
    if m.word("gap") == ".":
        return _clocked(m, calendar(day_first))
    if anchors.day_first is not None:
        return _clocked(m, calendar(day_first if anchors.day_first else month_first))
    return Found("DATE", f"{year:04}-XX-XX", alternatives=(day_first.date, month_first.date), event=False)


#: Before a month in figures where it is no part of a sentence.
LABELS = frozenset("date published updated :".split())


def iso_month(m: Match, anchors: Anchors) -> Found | None:
    """ "2014-07" and "07/2014": a month where a word of time stands before it, since it may be a range or a score."""
    before = m.before(1)
    if (
        m.scan.kinds[m.start + 1] == "-"
        and int(m.word("month")) == int(m.word("year")[2:]) + 1
        and LABELS.isdisjoint(before)
    ):
        # "He played there in 2008-09": a season, a school year, a budget.
        return None
    if (
        in_a_longer_number(m)
        or not before
        or before[0] not in ("in", "since", "from", "until", "of", "by", "date", "published", "updated", ":")
    ):
        return None
    if len(m.word("month")) != 2:
        return None
    return calendar(month_of(int(m.word("year")), int(m.word("month"))))


def compact(m: Match, anchors: Anchors) -> Found | None:
    """ "20200915" after a word that announces a date."""
    text = m.text
    if len(text) != 8 or not m.before(2) or not {"date", "dated", "published", "updated"} & set(m.before(2)):
        return None
    return calendar(day_of(int(text[:4]), int(text[4:6]), int(text[6:]))) if "1800" <= text[:4] <= "2199" else None


CLOCK = "(t? <clock:(HOUR ~:~SIXTY (~:~SIXTY)? (~.~INTEGER)? (~z)?)> (+ ~ INTEGER ~:~SIXTY| (utc|gmt))?)?"
RULES = (
    Rule(
        "iso",
        f"<year:YEAR> ~ (- ~ <month:MM> ~ - ~ <day:DAY>) {CLOCK}",
        iso,
        ("Updated [2019-12-23] in Rome.", "[2020-11-26 00:00:00] - Source"),
        "ISO 8601.",
        ("2019-13-45 is none", "part 2019-12-2388"),
    ),
    Rule(
        "iso-slashed",
        "<year:YEAR> ~ / ~ <month:MM> ~ / ~ <day:DAY> <clock:zzzz>?",
        iso,
        ("Updated [2019/12/23] in Rome.",),
        "Year first in the eastern order.",
    ),
    Rule(
        "day-month-year-figures",
        (
            "<first:DAY> ~ <gap:(-|/|.)> ~ <second:DAY> ~ <gap2:(-|/|.)> ~ <year:(YEAR|YY)> "
            f"(<wire:INTEGER> ~ ZONE|{CLOCK})"
        ),
        day_month_year,
        (
            "Published [14-07-2024] in Erbil.",
            "on [02/27/98] in Rome",
            "Am [23.12.2019] in Rom",
            "Posted [07-08-2024] there.",
            "AP-NR-[08-16-90 1430EDT] Rome",
        ),
        "The figure above 12 is the day; else both readings are kept.",
        ("call 12-12-12-12", "version 1.2.3.4", "about $12/12/12", "31/02/2019 is none"),
    ),
    Rule(
        "year-month-figures",
        "<year:YEAR> ~ (-|/) ~ <month:MM>",
        iso_month,
        ("in [2014-07] there",),
        "Only after a word of time.",
        ("won 2014-07 there",),
    ),
    Rule(
        "compact",
        "INTEGER",
        compact,
        ("date: [20200915] there",),
        "ISO 8601 basic format, only where announced.",
        ("call 20200915 at once",),
    ),
)
#: Names of the rules for figures alone, which hold in every language.
FIGURES = frozenset(rule.name for rule in RULES)
