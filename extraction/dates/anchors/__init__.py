"""What relative expressions are counted from, and in which direction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extraction.dates.anchors.tense import direction
from extraction.dates.anchors.verbs import Direction
from extraction.dates.lexicon import MONTHS
from extraction.dates.patterns import BREAK, Scan
from extraction.dates.periods import Period

#: What matters for a weekday alone: a month or a date lies too far off to be of the other side.
ALIKE: dict[Direction, Direction] = {"follows": "future", "nearer": "none", "likely": "future"}
#: The directions of what is over.
OVER = frozenset("past said reported distant".split())
#: Within so many words from where a date begins its month stands: "Monday, the 5th of June".
NAMED_REACH = 6
#: The parts of a day, and the hour, from which on it is "tonight" to those who speak then.
NIGHTS, EVENING = frozenset({"TNI", "TEV"}), "T18"
Reference = tuple[dt.date | None, dt.date | None, str]
NOWHERE: Reference = (None, None, "")


@dataclass
class Anchors:
    """The anchors of one text, kept while its expressions are resolved in order.

    `earliest` and `latest` are the publication date's bounds. `narrative` makes the last date of the text the
    anchor of everything; `last_mod` is which part of it was meant, `chained` whether it was counted from another,
    `dated` the last that lies within one year, `month` the last month named as one. `day` is the last day told of,
    at `day_at`, `named` the last that was named by its month, `night` that day if its night was told of, `attacks`
    whether those of 11 September 2001 were, `quarter` the last quarter told of that is over: what a report of earnings
    is about; `quarter_at` is where one was told of last, `stretch_at` where a longer stretch was ("the nine months").
    `before_christ` says that the last year told of was. `speech` holds the day of speech of quotations, by token.
    """

    scan: Scan
    earliest: dt.date | None
    latest: dt.date | None
    published: str = ""
    narrative: bool = False
    last: Period | None = None
    last_at: int = 0
    last_mod: str = ""
    chained: bool = False
    dated: Period | None = None
    month: Period | None = None
    day: Period | None = None
    day_at: int = 0
    named: Period | None = None
    named_at: int = 0
    night: Period | None = None
    attacks: bool = False
    quarter: Period | None = None
    quarter_at: int = -1
    stretch_at: int = -1
    year: int | None = None
    before_christ: bool = False
    day_first: bool | None = None
    speech: list[tuple[int, int, Period]] = field(default_factory=list)

    @property
    def told(self) -> Period | None:
        """The last date; in a history a decade that lies behind is none ("who had sailed since the 1880s")."""
        last, dated = self.last, self.dated
        if not self.narrative or last is None or dated is None or last.unit not in ("decade", "century"):
            return last
        return last if dated.start < last.start else dated

    def reference(self, at: int) -> Reference:
        """What "Friday", "last month", "two years ago" at a token are counted from."""
        for start, end, day in self.speech:
            if start <= at < end:
                return day.start, day.end, f"text {day.edtf}"
        if self.narrative:
            # A history is never counted from the day on which it was published.
            told = self.told
            return (told.start, told.end, f"text {told.edtf}") if told is not None else NOWHERE
        return self.earliest, self.latest, f"publication {self.published}" if self.published else ""

    def event(self, at: int) -> Reference:
        """What "a day later", "the same year" at a token are counted from: the last date of the text."""
        told = self.told
        if told is not None:
            return told.start, told.end, f"text {told.edtf}"
        return self.reference(at)

    def written(self) -> Reference:
        """What "last year", "ten years ago" are counted from, in a history, too: the day of writing."""
        return self.earliest, self.latest, f"publication {self.published}" if self.published else ""

    def direction(self, start: int, end: int) -> Direction:
        """Whether the expression lies ahead of its anchor or behind it, by tense and cue."""
        found = direction(self.scan, start, end)
        return ALIKE.get(found, found)

    def direction_of_day(self, start: int, end: int) -> Direction:
        """The same of a weekday, of which the way back and the way ahead are at most a week apart."""
        return direction(self.scan, start, end)

    def told_before(self, start: int, end: int) -> bool:
        """Whether what is over is told after a date to come: it is not counted from there."""
        ahead = self.last is not None and self.latest is not None and self.last.start > self.latest
        return ahead and not self.narrative and self.direction(start, end) in OVER

    @property
    def last_since(self) -> bool:
        """Whether the last date is only that from which on something has been: "since Saturday"."""
        return next(self.scan.words_before(self.last_at, 1), "") == "since"

    def lose(self) -> None:
        """Forgets the last date: what follows is counted from one that the calendar does not hold (44 B.C.)."""
        self.last = self.day = self.dated = self.month = self.named = None
        self.before_christ = True

    def stretched(self, at: int) -> bool:
        """Whether the paragraph speaks of a stretch of months that is no quarter: its comparisons are of the year."""
        if self.stretch_at < 0 or (
            self.last is not None and self.last.unit == "quarter" and self.last_at > self.stretch_at
        ):
            return False
        return BREAK not in self.scan.kinds[self.stretch_at : at]

    def mention(self, period: Period, at: int, mod: str = "", *, chained: bool = False, clock: str = "") -> None:
        """Remembers a date of the text, and whether it was counted from the one before it."""
        self.last, self.last_at, self.last_mod, self.chained = period, at, mod, chained
        self.before_christ = False
        if period.unit not in ("decade", "century"):
            self.dated = period
        if period.unit == "month":
            self.month = period
        self.year = period.start.year
        if period.unit == "day":
            self.day, self.day_at = period, at
            self.night = period if clock in NIGHTS or (clock[1:3].isdigit() and clock >= EVENING) else None
            if MONTHS.keys() & set(self.scan.words_after(at, NAMED_REACH)):
                self.named, self.named_at = period, at
        over = period.unit == "quarter" and self.latest is not None and period.end < self.latest
        if over and (self.quarter is None or period.start >= self.quarter.start):
            self.quarter = period
