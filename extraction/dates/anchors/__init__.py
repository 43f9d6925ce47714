"""What relative expressions are counted from, and in which direction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extraction.dates.anchors.tense import Direction, direction
from extraction.dates.patterns import Scan
from extraction.dates.periods import Period

Reference = tuple[dt.date | None, dt.date | None, str]
NOWHERE: Reference = (None, None, "")


@dataclass
class Anchors:
    """The anchors of one text, kept while its expressions are resolved in order.

    `earliest` and `latest` are the publication date's bounds. `narrative` makes the last date of the text
    the anchor of everything. `quarter` is the last quarter told of that is over: what a report of earnings is
    about. `speech` holds the day of speech of quotations, by token.
    """

    scan: Scan
    earliest: dt.date | None
    latest: dt.date | None
    published: str = ""
    narrative: bool = False
    last: Period | None = None
    last_at: int = 0
    quarter: Period | None = None
    year: int | None = None
    day_first: bool | None = None
    speech: list[tuple[int, int, Period]] = field(default_factory=list)

    def reference(self, at: int) -> Reference:
        """What "Friday", "last month", "two years ago" at a token are counted from."""
        for start, end, day in self.speech:
            if start <= at < end:
                return day.start, day.end, f"text {day.edtf}"
        if self.narrative and self.last is not None:
            return self.last.start, self.last.end, f"text {self.last.edtf}"
        return self.earliest, self.latest, f"publication {self.published}" if self.published else ""

    def event(self, at: int) -> Reference:
        """What "a day later", "the same year" at a token are counted from: the last date of the text."""
        if self.last is not None:
            return self.last.start, self.last.end, f"text {self.last.edtf}"
        return self.reference(at)

    def direction(self, start: int, end: int) -> Direction:
        """Whether the expression lies ahead of its anchor or behind it, by tense and cue."""
        return direction(self.scan, start, end)

    def mention(self, period: Period, at: int) -> None:
        """Remembers a date of the text."""
        self.last, self.last_at = period, at
        self.year = period.start.year
        if period.unit == "quarter" and self.latest is not None and period.end < self.latest:
            self.quarter = period
