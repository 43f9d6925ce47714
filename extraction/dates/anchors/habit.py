"""Whether a date comes again every year or week: guides tell of such days, and none of them is one of the calendar."""

from __future__ import annotations

from itertools import islice, pairwise

from extraction.dates.anchors.sentence import words_left, words_right
from extraction.dates.lexicon import WEEKDAYS
from extraction.dates.patterns import Scan

#: "The fair is usually held in May".
ADVERBS = frozenset("usually typically normally generally annually yearly traditionally".split())
#: "is held every year in May", "each summer, from June on".
EVERY = frozenset("every each".split())
YEARLY = frozenset("year spring summer autumn fall winter season".split())
#: Seasons that nature and trade make, and what they do: "the dry season lasts from May to October".
NATURAL = frozenset(
    "dry rainy wet hurricane typhoon cyclone monsoon growing breeding nesting mating spawning fire ski high low peak "
    "tourist hunting flowering planting allergy".split()
)
LASTS = frozenset("runs lasts extends is".split())
#: What begins another clause, and what tells one year's from every year's.
CLAUSES = frozenset("but because although though while until".split())
ONCE = frozenset("this last next will".split())
#: How many words before and after a date such a cue may stand.
BEFORE, AFTER = 9, 5

#: "open Tuesday to Sunday", "closed Mondays, 10 a.m. to 6 p.m.".
OPENING = frozenset("open opens opening closed closes hours available".split())
#: What is done so all year: "he works Monday to Friday".
WORKING = frozenset("work works train trains attend attends air airs teach teaches operate operates commutes".split())
#: "every day except Monday".
EXCEPT, ALL = frozenset("except excluding bar save".split()), frozenset({"daily", "every", "each"})
WEEKLY = frozenset(("daily", "weekdays", "weekends", *(f"{day}s" for day in WEEKDAYS)))
#: "every Thursday at 8 p.m.", "at 7:15 each morning".
DAYS = frozenset(("day", "morning", "afternoon", "evening", "night", "weekday", "weekend", *WEEKDAYS))
PAST = frozenset("was were had will opened closed until".split())
#: How many words around a weekday or a clock the hours of a house reach.
HOURS_REACH = 10


def _clause(scan: Scan, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before (nearest first) and after a date, up to another clause."""
    sides = islice(words_left(scan, start), BEFORE), islice(words_right(scan, end), AFTER)
    before, after = ([*side] for side in sides)
    for words in (before, after):
        stop = next((at for at, word in enumerate(words) if word in CLAUSES), len(words))
        del words[stop:]
    return before, after


def of_every_year(scan: Scan, start: int, end: int) -> bool:
    """Whether a month, season or day without its year is that of every year."""
    before, after = _clause(scan, start, end)
    if not ONCE.isdisjoint(before):
        return False
    if not ADVERBS.isdisjoint((*before, *after[:2])):
        return True
    told = before[::-1]
    if any(first in EVERY and word in YEARLY for words in (told, after) for first, word in pairwise(words)):
        return True
    seasons = (at for at, word in enumerate(told) if word in ("season", "seasons") and at and told[at - 1] in NATURAL)
    return any(not LASTS.isdisjoint(told[at + 1 : at + 3]) for at in seasons)


def of_every_week(scan: Scan, start: int, end: int) -> bool:
    """Whether a stretch of weekdays belongs to the hours of a house or of work: "open Tuesday to Sunday"."""
    return _beside(OPENING | WORKING, scan, start, end)


def left_out(scan: Scan, start: int, end: int) -> bool:
    """Whether a weekday is the one on which what comes every day does not: "every day except Monday"."""
    before = [*islice(words_left(scan, start), HOURS_REACH)]
    but = before[1:] if before[:1] in (["on"], ["for"]) else before
    return bool(but) and but[0] in EXCEPT and not ALL.isdisjoint(but[1:5])


def of_every_day(scan: Scan, start: int, end: int) -> bool:
    """Whether a clock belongs to what is done "daily", "on Sundays", "every night": in the same sentence."""
    return _beside(WEEKLY, scan, start, end) or _every_day(scan, start, end) or _hours(scan, start, end)


#: Who has hours, and what is open on one day alone.
KEEPING = frozenset("works work opens operates".split())
OF_ONE_DAY = frozenset(("today", "tonight", "tomorrow", "polls", "polling", "voting", *WEEKDAYS))
#: How many words before a clock "open from" may stand.
KEPT = 8


def _hours(scan: Scan, start: int, end: int) -> bool:
    """Whether a clock is an end of hours that are kept: "works from 9 a.m. to 5 p.m.", "is open between"."""
    told = [*islice(words_left(scan, start), HOURS_REACH)][::-1]
    after = [*islice(words_right(scan, end), HOURS_REACH)]
    if not (PAST - {"until"} | ONCE | OF_ONE_DAY).isdisjoint((*told, *after)):
        return False
    kept = [
        at
        for at, word in enumerate(told)
        if word in KEEPING or (word == "open" and at and told[at - 1] in ("is", "are"))
    ]
    return bool(kept) and len(told) - kept[-1] <= KEPT and not {"from", "between"}.isdisjoint(told[kept[-1] :])


def _every_day(scan: Scan, start: int, end: int) -> bool:
    """Whether "every Thursday", "each morning" stands around a clock, and no word that tells of one time."""
    before, after = [*islice(words_left(scan, start), HOURS_REACH)], [*islice(words_right(scan, end), HOURS_REACH)]
    told = (*pairwise(before[::-1]), *pairwise(after))
    # "every day until 9 p.m." is of each day, too.
    return (PAST - {"until"} | ONCE).isdisjoint((*before, *after)) and any(a in EVERY and b in DAYS for a, b in told)


def _beside(cues: frozenset[str], scan: Scan, start: int, end: int) -> bool:
    """Whether one of these words stands around a date, and none that tells of one time."""
    around = {*islice(words_left(scan, start), HOURS_REACH), *islice(words_right(scan, end), HOURS_REACH)}
    return not around.isdisjoint(cues) and around.isdisjoint(PAST | ONCE)
