"""Titles, streets, movements and shows that are called after a day, a month or a year: none of them dates anything."""

from __future__ import annotations

import re

from extraction.dates.lexicon import DAYPARTS, MONTHS, WEEKDAYS
from extraction.dates.patterns import Scan
from extraction.dates.rule import Found

#: What has a title. "The film Friday" may well be of Friday; a bare year or month stands so as a title alone.
WORKS = frozenset(
    "film films movie novel song album single band sitcom musical tune ballad thriller sequel documentary drama "
    "play opera series miniseries sang sings sung sing titled entitled".split()
)
#: What a work is said to be ("Yesterday is a song"), where nothing follows that the word could belong to.
IS_WORK = frozenset("film movie novel song album sitcom musical thriller poem play".split())
#: Behind a title in quotation marks: its author.
BY = frozenset(("by", "from"))
STREETS = frozenset(
    "street road lane avenue boulevard square drive court terrace bridge station hospital stadium airport plaza "
    "highway".split()
)
#: What calls itself after a day or a month, and the events of other years that are called so.
GROUPS = frozenset(
    "movement alliance coalition organization organisation brigade brigades martyrs front regime revolution war "
    "uprising bloc group".split()
)
#: The same in small letters, after a day with "the": "the 17 November group".
GROUPS_SMALL = frozenset("alliance bloc movement coalition group organization organisation regime brigades".split())
#: Before a day or month that is one: "On March 14 Alliance leaders met".
DATING = frozenset("on in since until till by from before after during of".split())
#: Behind "the 17 November group", not "the July 20 group photograph".
AFTER_GROUP = frozenset(("", ".", ",", "is", "was", "has", "had", "said", "claimed", "which", "and", "in"))
SHOWS = frozenset("show programme program channel newspaper host anchor presenter".split())
KIN = frozenset("sisters brothers siblings twins".split())
#: Titles of two words that no other sign shows.
PAIRS = frozenset(
    "black september,red october,blue monday,manic monday,taco tuesday,casual friday,tgi friday,november rain,"
    "sunday bloody,april showers,december boys,given sunday,freaky friday,march hare,sunday newspaper,"
    "sunday newspapers,sunday league,august body,october surprise,women march".split(",")
)
#: Who may be called like a month or a day: "Ms. April", "Judge August", "her sister June".
SHORT_HONOURS = frozenset("mr mrs ms dr sgt capt lt col gen prof rev".split())
HONOURS = frozenset(
    "judge justice agent captain sergeant aunt uncle princess prince queen king sister brother professor detective "
    "inspector nurse lady lord miss".split()
)
#: Rules that find a day or month without its year.
YEARLESS = re.compile(r"(month|month-day|day-month|day-in-words|weekday-bare|weekday|holiday)$")
#: The longest title in quotation marks, in tokens to each side.
LONGEST = 12
AGE = re.compile(r", \d{1,2}, ")
QUOTES = frozenset("\"“”'‘’`")


def is_title(scan: Scan, start: int, end: int, found: Found, rule: str) -> bool:
    """Whether the words are the name of something, or part of one."""
    if found.date is None and not found.alternatives:
        return False
    tokens = scan.tokens
    head = tokens[start]
    first = tokens[start + 2] if head in ("The", "the") and start + 2 < end else head
    if not (first[0].isupper() or first[0].isdigit() or first == "'"):
        return False
    before, after = _before(scan, start), _after(scan, end)
    word = tokens[end - 1].lower()
    owned = [*before, ""][2 if before[:2] == ["s", "'"] else 0]
    if f"{owned} {first.lower()}" in PAIRS or f"{first.lower()} {after[0]}" in PAIRS:
        return True
    if (
        after[0] in ("is", "was")
        and after[1] in ("a", "an")
        and after[2] in IS_WORK
        and after[3] in ("", ".", ",", "by")
    ):
        return True
    if _in_quoted_title(scan, start, end):
        return True
    yearless = YEARLESS.search(rule) is not None
    bare = end - start == 1
    if bare and before[0] in WORKS and (rule in ("year", "named-day") or (word in MONTHS and rule == "month")):
        return True
    if bare and rule == "year" and before[0] == "the" and before[1] in WORKS and tokens[start - 2] == "The":
        # "the band The 1975".
        return True
    if after[0].startswith("quarterback") and (word in WEEKDAYS or word in DAYPARTS):
        return True
    if bare and rule == "named-day" and _named_day(scan, start, after):
        return True
    if not yearless:
        return after[0] == "news" and rule == "clock-oclock" and _capital(scan, end, 0)
    if bare and (word in MONTHS or word in WEEKDAYS) and _is_person(scan, start, before):
        return True
    if after[0] in STREETS and _capital(scan, end, 0) and (word in MONTHS or word in WEEKDAYS):
        return True
    if after[0] in KIN and bare and before[0] == "the":
        return True
    if word in WEEKDAYS or rule.endswith("weekday"):
        return False
    days = rule in ("month-day", "day-month", "day-in-words")
    if days and before[0] in GROUPS and scan.tokens[start - 2][0].isupper():
        # "Revolutionary Organization 17 November".
        return True
    if before[0] in DATING and head.lower() != "the":
        return False
    if _capital(scan, end, 0) and (after[0] in GROUPS or (after[1] in GROUPS and _capital(scan, end, 1))):
        return True
    called = after[0] in GROUPS_SMALL and (after[0] != "group" or after[1] in AFTER_GROUP)
    return days and called and (before[0] == "the" or head.lower() == "the")


def _is_person(scan: Scan, start: int, before: list[str]) -> bool:
    """ "Ms. April", "Judge August", "June, 34, sang": a month or a day alone that is somebody's name."""
    if before[0] == "." and before[1] in SHORT_HONOURS:
        return True
    month = scan.tokens[start].lower() in MONTHS
    if month and before[0] not in DATING and AGE.match(scan.text, scan.starts[start + 1]):
        return True
    # "He told the judge Friday" is of that day.
    return before[0] in HONOURS and (month or scan.tokens[start - 2][0].isupper())


def _named_day(scan: Scan, start: int, after: list[str]) -> bool:
    """ "NBC's Today show", "an alliance for Tomorrow": a capital within a sentence that is no headline."""
    if after[0] in SHOWS:
        return True
    previous = scan.tokens[start - 2] if start > 1 and scan.kinds[start - 1] == " " else ""
    following = after[0] if after[0].isalpha() else ""
    return previous.isalpha() and previous.islower() and bool(following) and not _capital(scan, start + 1, 0)


def _before(scan: Scan, start: int) -> list[str]:
    """The three words before, quotation marks left out."""
    kept = [w for w in scan.words_before(start, 5) if w not in QUOTES or w == "'"]
    return [*kept, "", "", ""][:3]


def _after(scan: Scan, end: int) -> list[str]:
    """The four words after, quotation marks left out."""
    kept = [w for w in scan.words_after(end, 6) if w not in QUOTES]
    return [*kept, "", "", "", ""][:4]


def _capital(scan: Scan, end: int, skip: int) -> bool:
    """Whether the first word behind, or the one after it, has a capital."""
    words = [t for t in scan.tokens[end : end + 2 * skip + 4] if not t.isspace() and t not in QUOTES]
    return len(words) > skip and words[skip][0].isupper()


def _in_quoted_title(scan: Scan, start: int, end: int) -> bool:
    """Whether the words stand in quotation marks with a work before them, or an author behind: "September" by."""
    tokens = scan.tokens
    opening = next((at for at in range(start - 1, max(start - LONGEST, 0) - 1, -1) if tokens[at] in QUOTES), -1)
    closing = next((at for at in range(end, min(end + LONGEST, len(tokens))) if tokens[at] in QUOTES), -1)
    if opening < 0 or closing < 0 or scan.kinds[opening + 1 : opening + 2].isspace():
        return False
    if any(word in WORKS for word in _before(scan, opening)[:2]):
        return True
    behind = [*scan.words_after(closing + 1, 1), ""][0]
    return start - opening == 1 and behind in BY and _capital(scan, closing + 1, 1)
