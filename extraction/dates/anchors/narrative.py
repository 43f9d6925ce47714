"""Narrative mode: histories and encyclopaedia articles are anchored to the last date told, news to its publication."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extraction.dates.lexicon import MONTHS, WEEKDAYS
from extraction.dates.patterns import BREAK, Scan

DEICTIC = frozenset("yesterday today tomorrow tonight ago".split())
#: Words that count from the day of writing before a unit: "this year", "last week", not "the next year".
STEPS, UNITS = frozenset("this last next".split()), frozenset("year month week".split())
SPEECH = frozenset("said says told tells".split())
#: What no history of a single year goes without, unless it is news.
NOW = frozenset("is are has have will may can s".split())
YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
#: "218 BC" is a year that four figures do not show.
ERAS = frozenset({"BC", "BCE", "AD", "CE"})
#: Fewest years that make a history, and fewest in one without a single word of news.
FEWEST, FEWEST_PURE = 6, 3
#: At most so many words for each year: news that tells what lies behind it has fewer years.
SPARSE = 150
#: Years that lie so near to publication are those of the news.
NEAR = 1
#: A history names a year long gone within so many words, before any word of news: "was fought in 1951", "(1921-1998)".
OPENING = 60
#: Fewest dates in a text that opens so; a day or month without its year counts half.
FEWEST_OPENED = 3
#: Fewest years of one that ends with what became of it "last year".
FEWEST_TOLD, LONG_AGO = 4, 50
#: Before a month, and before a day whose month is not named; what may follow the day.
BEFORE_MONTH = frozenset("in by since until early late mid of from during".split())
BEFORE_DAY = frozenset("on by until since of from".split())
AFTER_DAY = frozenset("the he she it they his her its their a an at in with by when after as".split())
SUFFIXES = frozenset("st nd rd th".split())


@dataclass(slots=True)
class _Signs:
    """How often a text shows what histories and news are full of."""

    words: int = 0
    years: int = 0
    headings: int = 0
    newest: int = 0
    present: int = 0
    deictic: int = 0
    weekdays: int = 0
    speech: int = 0
    #: Days without their year ("On 3 July").
    days: int = 0
    #: Months without it ("In July"), and days without both ("on the 8th").
    bare: int = 0
    #: Whether it tells of what is, or will be.
    now: bool = False
    #: Whether a weekday stands before the first year, so that nothing but publication can date it.
    opens_with_weekday: bool = False
    #: Whether a year long gone stands in the opening, before any word of news, and whether it is that of a day.
    opens_with_year: bool = False
    opens_with_day: bool = False

    @property
    def news(self) -> int:
        """How many words of news there are."""
        return self.present + self.deictic + self.weekdays + self.speech


def is_narrative(scan: Scan, *, dateline: bool, published: dt.date | None = None) -> bool:
    """Whether the text tells of a past by its dates: many years long gone, hardly a weekday, "yesterday" or "said"."""
    if dateline:
        return False
    signs = _signs(scan, published)
    if signs.headings > 1 and signs.headings > signs.present and not signs.deictic and not signs.weekdays:
        return True
    if signs.opens_with_weekday:
        return False
    if signs.opens_with_year and _mostly_told(signs, published):
        return True
    if 2 * signs.present > signs.years:
        return False
    if signs.years >= FEWEST_PURE and not signs.deictic and not signs.weekdays and not signs.speech:
        return True
    if signs.years < FEWEST or 3 * signs.speech > signs.years or signs.words > SPARSE * signs.years:
        return False
    # Where nothing is counted from the day of writing, weekdays are those that the text tells of.
    return 4 * (signs.deictic + signs.weekdays) <= signs.years or (published is not None and not signs.deictic)


def _mostly_told(signs: _Signs, published: dt.date | None) -> bool:
    """Whether a text that opens with a year long gone goes on as a history: its dates outnumber its words of news.

    Its weekdays are its own only among days that it names, or after a day in its opening where nothing is of news.
    """
    # News that begins with a year of long ago goes on with months, too, but hardly without "is" or "will".
    days = signs.days + (0 if signs.now else signs.bare)
    dates = signs.years + days
    own = signs.opens_with_day and signs.news == signs.weekdays <= dates
    return (
        2 * signs.years + days >= 2 * FEWEST_OPENED
        and 2 * signs.present <= dates
        and (6 * signs.deictic <= dates or _ends_today(signs, published))
        and 2 * signs.speech <= dates
        and (own or 2 * signs.weekdays <= days)
        and signs.words <= SPARSE * dates
    )


def _ends_today(signs: _Signs, published: dt.date | None) -> bool:
    """Whether a single "last year" is all that there is of news in a tale of long ago: what became of it since."""
    old = published is not None and signs.newest < published.year - LONG_AGO
    return signs.news == signs.deictic == 1 and signs.years >= FEWEST_TOLD and old


def _signs(scan: Scan, published: dt.date | None) -> _Signs:
    signs = _Signs()
    before, second = "", ""
    for at, token in enumerate(scan.tokens):
        if token.isspace():
            continue
        signs.words += 1
        if (len(token) == 4 and YEAR.fullmatch(token)) or token in ERAS:
            if published is not None and token.isdigit() and int(token) >= published.year - NEAR:
                signs.present += 1
            else:
                signs.years += 1
                signs.newest = max(signs.newest, int(token) if token.isdigit() else 0)
                if signs.words <= OPENING and not signs.news and not signs.opens_with_year:
                    signs.opens_with_year = True
                    signs.opens_with_day = not MONTHS.keys().isdisjoint(scan.words_before(at, 4))
                signs.headings += _is_line(scan, at)
        else:
            word = token.lower()
            if word in MONTHS:
                if token[0].isupper():
                    with_day = _with_day(scan, at)
                    signs.days += with_day
                    signs.bare += not with_day and before in BEFORE_MONTH and not _with_year(scan, at)
            elif word in SUFFIXES:
                signs.bare += _alone(scan, at)
            elif word in WEEKDAYS:
                if not _dated(scan, at):
                    signs.weekdays += 1
                    signs.opens_with_weekday |= not signs.years
            else:
                signs.deictic += word in DEICTIC or (word in UNITS and before in STEPS and second != "the")
                signs.speech += word in SPEECH
                signs.now |= word in NOW
            before, second = word, before
    return signs


def _is_line(scan: Scan, at: int) -> bool:
    """Whether a year is a line of its own: the heading of a section of a history."""
    kinds = scan.kinds
    return (at == 0 or kinds[at - 1] == BREAK) and kinds[at + 1 : at + 2] == BREAK


def _with_day(scan: Scan, at: int) -> bool:
    """Whether a month has its day beside it, and no year after that."""
    before, after = list(scan.words_before(at, 1)), list(scan.words_after(at + 1, 3))
    if before and before[0].isdigit() and len(before[0]) < 3:
        return not any(YEAR.fullmatch(word) for word in after[:2])
    return bool(after) and after[0].isdigit() and len(after[0]) < 3 and not any(YEAR.fullmatch(w) for w in after[1:])


def _with_year(scan: Scan, at: int) -> bool:
    """Whether the year of a month stands behind it."""
    return any(YEAR.fullmatch(word) for word in scan.words_after(at + 1, 2))


def _alone(scan: Scan, at: int) -> bool:
    """Whether the letters behind a number make it a day of a month that is not named: "on the 8th"."""
    before, after = list(scan.words_before(at, 3)), list(scan.words_after(at + 1, 1))
    if len(before) < 3 or not before[0].isdigit() or len(before[0]) > 2 or before[1] != "the":
        return False
    return before[2] in BEFORE_DAY and (not after or not after[0].isalnum() or after[0] in AFTER_DAY)


def _dated(scan: Scan, at: int) -> bool:
    """Whether a weekday has its date beside it ("Monday, 5 June 1944") and so is counted from nothing."""
    return any(w in MONTHS for w in scan.words_after(at + 1, 3))
