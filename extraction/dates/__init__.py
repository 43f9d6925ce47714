"""Time expressions: found, resolved, explained, never invented."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extraction.dates.anchors import Anchors
from extraction.dates.anchors.narrative import is_narrative
from extraction.dates.anchors.quotation import speeches
from extraction.dates.engine import Hit, walk
from extraction.dates.furniture import furniture, inside
from extraction.dates.order import day_first
from extraction.dates.patterns import Scan
from extraction.dates.published import find_published
from extraction.text import Document
from extraction.types import Article, Published, Timex

__all__ = ["Dates", "find_dates", "find_published"]


@dataclass(frozen=True, slots=True)
class Dates:
    """The time expressions of a text in order of appearance, and sentences about limits reached."""

    timexes: tuple[Timex, ...]
    warnings: tuple[str, ...] = ()


def find_dates(document: Document, published: Published | None, article: Article) -> Dates:
    """All time expressions of the text, resolved against `published` and each other."""
    scan = Scan(document.text)
    date = published.date if published else None
    anchors = Anchors(
        scan,
        date.earliest if date else None,
        date.latest if date else None,
        date.edtf if date else "",
        narrative=is_narrative(scan, dateline=published is not None and published.rule in ("header", "dateline")),
        day_first=day_first(scan, article.language),
    )
    hits, full = walk(scan, anchors)
    spoken = speeches(
        scan, [(h.start, h.end, h.found.period) for h in hits if h.found.period and h.found.period.unit == "day"]
    )
    spoken = [speech for speech in spoken if speech[2].start != anchors.latest]
    if spoken:
        # The day of a speech is often named after it, so that its words are resolved in a second walk.
        hits, full = walk(scan, replace(anchors, last=None, last_at=0, year=None, speech=spoken))
    noise = furniture(document.text)
    warnings = [f"more than {len(hits)} time expressions: the text was read up to the last of them"] if full else []
    timexes = (_timex(scan, hit) for hit in hits if not inside(noise, scan.starts[hit.start]))
    return Dates(tuple(timexes), tuple(warnings))


def _timex(scan: Scan, hit: Hit) -> Timex:
    start, end = scan.starts[hit.start], scan.starts[hit.end]
    found = hit.found
    return Timex(
        start,
        end,
        scan.text[start:end],
        found.type,
        found.value,
        hit.rule,
        found.mod,
        found.date,
        found.anchor,
        found.alternatives,
    )
