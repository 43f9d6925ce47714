"""When a statement was made, and how that is known.

- stated: a date stands beside the attribution ("said on Sunday", "In an interview on 3 May, ... warned")
- inherited: the same speaker's dated statement before it, or after it where none is before, on the same occasion
- context: what the article tells bounds it: it follows the happening that the article reports, or lies anywhere in the
  past ("has often warned")
- publication: nothing but the article: between seven days before publication and publication
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import NamedTuple

from extraction import edtf
from extraction.types import DateValue, Published, Said, Span, Timex

#: A statement known only by its article was made within this time before publication (DESIGN, "Dates").
BEFORE_PUBLICATION = dt.timedelta(days=7)
# How far from the verb a date may stand, and how near the front it dates the whole sentence, in characters.
FAR = 120
FRONT = 40
# What names an occasion of its own: a statement there inherits no date.
OCCASION = re.compile(r"\b(?:tweet(?:ed|s)?|posted|wrote on|letter|interview with|op-ed|memo|report)\b", re.I)
PERFECT = re.compile(r"\b(?:have|has)\s+(?:\w+\s+){0,2}$", re.I)


class Occasion(NamedTuple):
    """What is known of one statement: its sentence, its content, its speaker's words, its cue, and who made it."""

    frame: Span
    spans: tuple[Span, ...]
    speaker_span: Span | None
    cue_span: Span | None
    speaker: str


def date_occasions(
    text: str, occasions: list[Occasion], published: Published | None, timexes: tuple[Timex, ...]
) -> list[Said]:
    """When each statement was made, in the order given."""
    starts = [t.start for t in timexes]
    stated = [_stated(o, published, timexes, starts) for o in occasions]
    found: list[Said] = []
    latest: dict[str, Said] = {}
    upcoming = _first_dated(occasions, stated)
    stating = {(t.start, t.end) for t in stated if t is not None}
    happenings = tuple(t for t in timexes if (t.start, t.end) not in stating)
    bound = _reported_day(occasions, published, happenings)
    for occasion, timex in zip(occasions, stated, strict=True):
        said = _said(text, occasion, timex, published, bound, latest, upcoming)
        if said.basis in ("stated", "inherited") and occasion.speaker:
            latest[occasion.speaker] = said
        found.append(said)
    return found


def _said(
    text: str,
    occasion: Occasion,
    timex: Timex | None,
    published: Published | None,
    bound: DateValue | None,
    latest: dict[str, Said],
    upcoming: dict[str, Timex],
) -> Said:
    if timex is not None:
        return Said(timex.date, "stated", timex)
    if _is_perfect(text, occasion):
        last = published.date.latest if published else None
        return Said(edtf.interval(None, last) if last else None, "context")
    beside = text[occasion.cue_span[0] : min(occasion.frame[1], occasion.cue_span[1] + 60)] if occasion.cue_span else ""
    if occasion.speaker and not OCCASION.search(beside):
        before = latest.get(occasion.speaker)
        if before is not None:
            return Said(before.date, "inherited", before.timex)
        after = upcoming.get(occasion.speaker)
        if after is not None:
            return Said(after.date, "inherited", after)
    if bound is not None:
        return Said(bound, "context")
    return Said(_around_publication(published), "publication")


def _stated(
    occasion: Occasion, published: Published | None, timexes: tuple[Timex, ...], starts: list[int]
) -> Timex | None:
    """The date beside the attribution: in its sentence, outside what is said and outside the speaker's description."""
    if occasion.cue_span is None:
        return None
    best: tuple[int, Timex] | None = None
    begin, end = occasion.frame
    first = bisect_left(starts, max(begin, occasion.cue_span[0] - FAR))
    last = bisect_left(starts, min(end, occasion.cue_span[1] + FAR))
    opening = range(bisect_left(starts, begin), min(first, bisect_left(starts, begin + FRONT)))
    for i in (*opening, *range(first, last)):
        timex = timexes[i]
        if timex.type not in ("DATE", "TIME") or timex.date is None or timex.date.precision in ("century", "decade"):
            continue
        inside = [*occasion.spans, occasion.speaker_span] if occasion.speaker_span else list(occasion.spans)
        if any(span is not None and span[0] <= timex.start < span[1] for span in inside):
            continue
        if _lies_ahead(timex.date, published):
            continue
        distance = min(abs(timex.start - occasion.cue_span[1]), abs(occasion.cue_span[0] - timex.end))
        if timex.start - begin < FRONT and timex.end <= occasion.cue_span[0]:
            distance = min(distance, 30)  # "On Friday, ..." dates the whole sentence
        if distance <= FAR and (best is None or distance < best[0]):
            best = (distance, timex)
    return best[1] if best else None


def _lies_ahead(date: DateValue, published: Published | None) -> bool:
    last = published.date.latest if published else None
    return last is not None and date.earliest is not None and date.earliest > last


def _first_dated(occasions: list[Occasion], stated: list[Timex | None]) -> dict[str, Timex]:
    """The first date stated for each speaker."""
    found: dict[str, Timex] = {}
    for occasion, timex in zip(occasions, stated, strict=True):
        if timex is not None and occasion.speaker:
            found.setdefault(occasion.speaker, timex)
    return found


def _is_perfect(text: str, occasion: Occasion) -> bool:
    """Whether the verb tells of something done at any time before: "has repeatedly warned"."""
    if occasion.cue_span is None:
        return False
    before = text[max(occasion.frame[0], occasion.cue_span[0] - 40) : occasion.cue_span[0]]
    return bool(PERFECT.search(before))


def _reported_day(
    occasions: list[Occasion], published: Published | None, timexes: tuple[Timex, ...]
) -> DateValue | None:
    """From the day of the happening that the lead reports to publication, where they lie within a week."""
    if published is None or published.date.latest is None or not occasions:
        return None
    last = published.date.latest
    limit = occasions[0].frame[1]
    for timex in timexes:
        if timex.start >= limit:
            return None
        date = timex.date
        if date is None or date.precision != "day" or date.earliest is None or timex.type not in ("DATE", "TIME"):
            continue
        if published.span is not None and published.span[0] <= timex.start < published.span[1]:
            continue
        in_frame = occasions[0].frame[0] <= timex.start < limit
        if in_frame and last - BEFORE_PUBLICATION <= date.earliest <= last:
            return edtf.interval(date.earliest, last)
    return None


def _around_publication(published: Published | None) -> DateValue | None:
    """Between seven days before publication and publication."""
    if published is None:
        return None
    first, last = published.date.earliest, published.date.latest
    if last is None:
        return None
    if first is None:
        return edtf.interval(None, last)
    earliest = first - BEFORE_PUBLICATION if first.toordinal() > BEFORE_PUBLICATION.days else first
    if first == last:
        return edtf.narrowed(f"{first.isoformat()}~", earliest, last, "day")
    return edtf.interval(earliest, last)
