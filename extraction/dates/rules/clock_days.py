"""Which day a clock is of: the one told of before it, or that of publication."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from extraction.dates.anchors import OVER, Anchors
from extraction.dates.anchors.cues import ARRANGED, FIXING
from extraction.dates.anchors.habit import of_every_day
from extraction.dates.anchors.sentence import broken, words_left
from extraction.dates.lexicon import NOONS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import Period
from extraction.dates.rule import Found, Match, calendar, relative

#: A day that stands so few tokens (white space counted) before a clock is the clock's, whatever comes daily.
BESIDE = 50
#: What opens a clause between commas, so many tokens before its day.
RELATIVE, ASIDE_REACH = frozenset("which who whose".split()), 24
#: Verbs that look ahead from the day of writing.
AHEAD = frozenset("will ll is are".split())
#: These look ahead from the day that was told of ("was to speak"), so many words before a clock.
FROM_THERE, THERE = frozenset("would was were had".split()), 12
#: So many days before publication a day told of may be that of a clock, whatever year or month was told of since.
NEWS = 7


def at_clock(m: Match, anchors: Anchors, clock: str) -> Found | None:
    """The clock of the day last told of, else of publication; of publication where it heads an entry of a live page."""
    beside = anchors.last is not None and anchors.last.unit == "day" and m.start - anchors.last_at < BESIDE
    if not beside and of_every_day(m.scan, m.start, m.end):
        # "The baths open daily at 9 a.m.": of no day of the calendar.
        return Found("TIME", f"XXXX-XX-XX{clock}", clock=clock, event=False)
    event = anchors.last is not None and anchors.last.unit == "day" and not (_own_line(m) and not anchors.narrative)
    event = event and not _turned(m, anchors)
    beside_day = _told_beside(m, anchors)
    if beside_day is None and (anchors.last is None or anchors.last.unit != "day") and not _own_line(m):
        beside_day = _day_told(m, anchors)
    if beside_day is not None:
        found = calendar(beside_day, f"text {beside_day.edtf}")
        return found.with_clock(clock) if found else None
    # "He died at midnight" is of the night before publication.
    today = not event or (anchors.last is not None and anchors.last.start == anchors.latest and not anchors.narrative)
    step = -1 if clock == NOONS["midnight"] and today and anchors.direction(m.start, m.end) in OVER else 0
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX", event=event)
    if found is not None and step:
        # "From midnight to 6 a.m.": what follows is of the day that began then.
        found = replace(found, event=False)
    return found.with_clock(clock) if found else None


def _told_beside(m: Match, anchors: Anchors) -> Period | None:
    """The day that the paragraph told of, where only a month or a year stands between: "the worst since May 2003"."""
    day, last = anchors.day, anchors.last
    if day is None or last is None or last.unit == "day" or anchors.narrative or anchors.latest is None:
        return None
    near = BREAK not in m.scan.kinds[anchors.day_at : m.start] and broken(m.scan, anchors.last_at, m.start)
    over = day.start <= anchors.latest and anchors.direction(m.start, m.end) in OVER
    return day if near and over and last.end < day.start else None


def _in_aside(m: Match, anchors: Anchors) -> bool:
    """Whether the day is told of between commas only: "The shares, which fell last Friday, rose by noon"."""
    scan = m.scan
    kinds = scan.kinds[anchors.last_at : m.start]
    opened = [
        at
        for at in range(max(anchors.last_at - ASIDE_REACH, 2), anchors.last_at)
        if scan.tokens[at].lower() in RELATIVE and scan.kinds[at - 2 : at] == ", "
    ]
    if not opened or "," not in kinds or broken(scan, opened[-1], anchors.last_at):
        return False
    return "," not in scan.kinds[opened[-1] : anchors.last_at]


def _turned(m: Match, anchors: Anchors) -> bool:
    """Whether a clock is to come though the day last told of is over, or over though that day is to come."""
    last = anchors.last
    if last is None or anchors.narrative or anchors.earliest is None or anchors.latest is None:
        return False
    if anchors.last_since:
        # "Police have searched since Saturday. A body was found at 9 a.m."
        return broken(m.scan, anchors.last_at, m.start)
    apart = broken(m.scan, anchors.last_at, m.start)
    if not apart and last.end < anchors.earliest and _in_aside(m, anchors):
        return True
    if last.start > anchors.latest:
        # "She will be buried on Friday. The news came at 9 a.m."
        planned = not (FIXING | {"put"}).isdisjoint(islice(words_left(m.scan, m.start), THERE))
        return apart and not planned and anchors.direction(m.start, m.end) in OVER
    if last.end >= anchors.earliest or not FROM_THERE.isdisjoint(islice(words_left(m.scan, m.start), THERE)):
        return False
    between = (token.lower() for token in m.scan.tokens[anchors.last_at : m.start])
    # "They counted on Sunday. The results are expected after 8 p.m."
    return (apart or not (AHEAD | ARRANGED).isdisjoint(between)) and anchors.direction(m.start, m.end) == "future"


def _day_told(m: Match, anchors: Anchors) -> Period | None:
    """The day of the news: "They voted on Sunday, as in 2008. Polls closed at 10 p.m."."""
    day, published = anchors.day, anchors.earliest
    if anchors.narrative or day is None or published is None or not 0 < (published - day.start).days <= NEWS:
        return None
    # "In April it had been put off at 9 a.m.": of no day that was told of.
    return None if "had" in islice(words_left(m.scan, m.start), THERE) else day


def _own_line(m: Match) -> bool:
    """Whether nothing else stands in the paragraph."""
    kinds = m.scan.kinds
    end = m.end + (kinds[m.end : m.end + 1] == " ")
    return kinds[m.start - 1 : m.start] == BREAK and kinds[end : end + 1] == BREAK
