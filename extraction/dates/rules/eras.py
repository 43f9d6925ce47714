"""Rules for seasons of a year, decades and centuries."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_period, told_season
from extraction.dates.lexicon import DECADES, PARTS, SEASONS
from extraction.dates.patterns import compile_pattern
from extraction.dates.periods import (
    Period,
    season_of,
)
from extraction.dates.rule import Found, Match, Rule, calendar
from extraction.dates.rules.years import YEAR_PART, named_year_of


def season_year(m: Match, anchors: Anchors) -> Found | None:
    """ "summer 1964", "the winter of 1994"."""
    if m.word("season") in ("spring", "fall", "winter", "summer", "autumn"):
        year = named_year_of(m)
        return calendar(season_of(year, SEASONS[m.word("season")])) if year else None
    return None


#: Words of time before a season alone.
SEASON_AFTER = frozenset("in by since until till during early late mid - of".split())


#: What follows the first season of "the spring and summer of 1940".
LIST = compile_pattern(f"(and|or|to|-) (the)? EARLYISH? <season:SEASON> ,? (of)? {YEAR_PART}").regex


def season_of_list(m: Match) -> Found | None:
    """The season in the year that stands with the last of a list; the one before where the seasons turn back."""
    at = m.end + (m.scan.kinds[m.end : m.end + 1] == " ")
    found = LIST.match(m.scan.kinds, at)
    if found is None:
        return None
    last = Match(m.scan, found, at, found.end())
    year, number = named_year_of(last), SEASONS[m.word("season")]
    if year is None:
        return None
    return calendar(season_of(year - 1 if SEASONS[last.word("season")] < number else year, number))


def season(m: Match, anchors: Anchors) -> Found | None:
    """ "in summer", "by autumn": a season alone after a preposition of time."""
    before = m.before(1)
    listed = before[:1] in (["and"], ["or"]) and len(m.before(2)) > 1 and m.before(2)[1] in SEASONS
    if not before or (before[0] not in SEASON_AFTER and not listed):
        return None
    if before[0] in ("-", "of") and not (
        len(m.before(2)) > 1 and m.before(2)[1] in ("mid", "early", "late", "beginning", "end", "start")
    ):
        return None
    number = SEASONS[m.word("season")]
    if m.after(1) and m.after(1)[0] in ("from", "in", "of", "by", "to", "training", "water", "below"):
        return None
    listed_year = season_of_list(m)
    if listed_year is not None:
        return listed_year
    if anchors.narrative and anchors.last is not None:
        return told_season(anchors, number)
    return near_period(
        m,
        anchors,
        lambda year: season_of(year, number),
        f"XXXX-{ {21: 'SP', 22: 'SU', 23: 'FA', 24: 'WI'}[number] }",
    )


def mid_season(m: Match, anchors: Anchors) -> Found | None:
    """ "in midsummer", "by midwinter": the middle of the season."""
    number = SEASONS[m.word("middle").removeprefix("mid")]
    if not m.before(1) or m.before(1)[0] not in SEASON_AFTER or (m.after(1) and m.after(1)[0] == "night"):
        return None
    if anchors.narrative and anchors.last is not None:
        found = told_season(anchors, number)
    else:
        unknown = "XXXX-SU" if number == SEASONS["summer"] else "XXXX-WI"
        found = near_period(m, anchors, lambda year: season_of(year, number), unknown)
    if found is None or found.period is None:
        return found
    return replace(found, mod="MID", date=found.period.part("MID"))


def decade(m: Match, anchors: Anchors) -> Found | None:
    """ "the 1990s", "the '80s", "the sixties", "nineteen-eighties"."""
    words = m.words("decade")
    if words[0].isdigit():
        number = int(words[0])
        if len(words[0]) == 4:
            if number % 100 == 0 and 1000 <= number <= 1900:
                # "the 1800s" are the nineteenth century.
                return calendar(Period("century", dt.date(number, 1, 1)))
            return (
                calendar(Period("decade", dt.date(number // 10 * 10, 1, 1)))
                if number % 10 == 0 and number >= 1000
                else None
            )
    else:
        number = DECADES[words[0]] * 10
        listed = anchors.last is not None and anchors.last.unit == "decade" and _goes_on(m, anchors)
        if not (m.has("the") or m.has("century") or _part_of_the(m) or listed) or not WARMTH.isdisjoint(m.before(6)):
            return None
    told = anchors.last
    if told is not None and told.unit == "decade" and not m.has("century") and _goes_on(m, anchors):
        # "the 1850s and 60s".
        return calendar(Period("decade", dt.date(told.start.year // 100 * 100 + number, 1, 1)))
    if m.has("listed"):
        return None
    if words[0] == "noughties":
        # Of no other century.
        return calendar(Period("decade", dt.date(2000, 1, 1)))
    if m.has("century"):
        base = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700, "twenty": 2000}[m.word("century")]
    else:
        base = 1900
        if (
            m.text.replace(" ", "")[3:5].isdigit()
            and number in SCORES
            and m.before(1) == ["in"]
            and not anchors.narrative
        ):
            # "The mercury is in the 40s", "support remains in the 30s".
            return None
        if number == 20 and anchors.latest and anchors.latest.year >= 2022:
            return None
    return calendar(Period("decade", dt.date(base + number, 1, 1)))


#: "Temperatures were in the eighties."
WARMTH = frozenset("temperatures temperature highs lows thermometer thermometers mercury degrees".split())


def _part_of_the(m: Match) -> bool:
    """Whether "the late", "the mid-" stand before the word: "in the late nineties", not "in his late nineties"."""
    before = [word for word in m.before(3) if word != "-"]
    return before[:1] != [] and before[0] in ("early", "mid", "late") and before[1:2] == ["the"]


#: What stands between the decades of a list.
LISTING = frozenset("and or to into through , - the early mid late ' until".split())


def _goes_on(m: Match, anchors: Anchors) -> bool:
    """Whether nothing but a list stands between the last date and this decade, and between that and its plural."""
    between = [t.lower() for t in m.scan.tokens[anchors.last_at : m.start] if not t.isspace()]
    return len(between) <= LONGEST_LIST and set(between[1:]) <= LISTING | DECADE_WORDS


#: How many tokens a list may have from the first decade on: "the late 1950s and the early 60s".
LONGEST_LIST = 9
DECADE_WORDS = frozenset(("s", *DECADES, *(str(year) for year in range(1000, 2100, 10))))


#: What temperatures and shares are more often than decades.
SCORES = frozenset({20, 30, 40})


def century(m: Match, anchors: Anchors) -> Found | None:
    """ "the 19th century" is 18XX: notation counts a century by its first two figures."""
    number = int(m.number("number"))
    if not 1 <= number <= 30:
        return None
    if m.after(1) and m.after(1)[0] in ("fox", "studios", "pictures", "theatre", "insurance"):
        return None
    return calendar(Period("century", dt.date(max(100 * (number - 1), 1), 1, 1)))


def centuries(m: Match, anchors: Anchors) -> Found | None:
    """ "the late 18th and early 19th centuries": both."""
    parts = []
    for name, start, end in (("first", m.start, m.span("first")[1]), ("last", m.span("last")[0], m.end)):
        number = int(m.number(name))
        if not 1 < number <= 30:
            return None
        mod = PARTS.get(m.word(f"{name}part"), "")
        found = calendar(Period("century", dt.date(100 * (number - 1), 1, 1)), mod=mod)
        if found is not None and found.period is not None and mod:
            found = replace(found, date=found.period.part(mod))
        if found is None:
            return None
        parts.append((m.span(f"{name}part")[0] if name == "last" and mod else start, end, found))
    return Found("DATE", parts[0][2].value, parts=tuple(parts))


RULES = (
    Rule(
        "season-year",
        f"(the)? <season:SEASON> ,? (of)? {YEAR_PART}",
        season_year,
        ("in [the winter of 1994] it froze", "They met in [summer 1964] there."),
        "Year named.",
    ),
    Rule(
        "season",
        "<season:SEASON>",
        season,
        ("It reopens in [summer] again.",),
        "After a preposition of time.",
        ("The spring broke.", "They fall apart."),
    ),
    Rule(
        "season-middle",
        "<middle:(midsummer|midwinter)>",
        mid_season,
        ("The wells failed in [midsummer] there.",),
        "After a preposition of time.",
        ("It was a midsummer night's dream.",),
    ),
    Rule(
        "decade",
        "(the|that)? (<century:(nineteen|eighteen|seventeen)> -?)? <decade:YEAR> (' ~)? ~ s",
        decade,
        ("in [the 1990s] it fell", "since [the 1800s] it fell"),
        "A decade is named by its first year.",
    ),
    Rule(
        "decade-two-figures",
        "the <decade:TENSDIGITS> ~ s",
        decade,
        ("in [the 60s] it fell",),
        "The last century's, as news means it.",
        ("She is in her 20s.", "Support remains in the 30s."),
    ),
    Rule(
        "decade-short",
        "(the)? ' <decade:TENSDIGITS> ~ (' ~)? s",
        decade,
        ("in [the '80s] it fell",),
        "The last century's, as news means it.",
    ),
    Rule(
        "decade-listed",
        "(')? <decade:TENSDIGITS> ~ <listed:s>",
        decade,
        ("in [the 1950s] and [60s] it fell", "from [the late 1850s] to [early 60s] it rose"),
        "The century is that of the decade before it.",
        ("He is in his 60s.", "between 30s and 40s in Celsius"),
    ),
    Rule(
        "decade-words",
        "(<the:the>|<century:(nineteen|eighteen|seventeen)>)? -? <decade:DECADE>",
        decade,
        (
            "in [the nineties] it fell",
            "in [the late nineties] it fell",
            "It rose in [the eighties] and [nineties] there.",
            "Rents doubled in [the noughties] there.",
        ),
        "The last century's, as news means it.",
        ("a man in his sixties", "a man in his late sixties", "Many of them are in their early nineties."),
    ),
    Rule(
        "centuries",
        (
            "(the)? <firstpart:EARLYISH>? -? <first:ORD> (and|to|or|-) (the)? <lastpart:EARLYISH>? -? <last:ORD> "
            "-? (century|centuries)"
        ),
        centuries,
        ("In [the late 18th] and [early 19th centuries] it rose.",),
        "Each is an expression of its own.",
    ),
    Rule(
        "century",
        "(the)? <number:ORD> -? (century|centuries)",
        century,
        ("since [the 19th century] it fell",),
        "A century is named by the one that ends it.",
        ("20th Century Fox",),
    ),
)
