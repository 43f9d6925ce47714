"""Time expressions: found, resolved, explained, never invented."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extraction.dates.anchors import Anchors
from extraction.dates.anchors.narrative import is_narrative
from extraction.dates.anchors.quotation import speeches
from extraction.dates.engine import MOST, Hit, walk
from extraction.dates.furniture import furniture, inside
from extraction.dates.languages import DIGITS, explicit_dates, language_of
from extraction.dates.order import day_first
from extraction.dates.patterns import Scan
from extraction.dates.periods import Period
from extraction.dates.published import find_published
from extraction.dates.rules.numeric import FIGURES
from extraction.text import Document
from extraction.types import Article, Published, Timex

__all__ = ["Dates", "find_dates", "find_published"]


@dataclass(frozen=True, slots=True)
class Dates:
    """The time expressions of a text in order of appearance, and sentences about limits reached."""

    timexes: tuple[Timex, ...]
    warnings: tuple[str, ...] = ()


def find_dates(document: Document, published: Published | None, article: Article) -> Dates:
    """All time expressions of the text, resolved against `published` and each other.

    English is read whole; of French, German, Spanish, Arabic and Russian the explicit dates, of every other
    language the dates in figures.
    """
    language = language_of(document.text, article.language)
    scan = Scan(document.text if language == "en" else document.text.translate(DIGITS))
    anchors = _anchors(scan, published, article, language)
    hits, full = walk(scan, anchors)
    if language == "en":
        spoken = [speech for speech in speeches(scan, _days(hits)) if speech[2].start != anchors.latest]
        if spoken:
            # The day of a speech is often named after it, so that its words are resolved in a second walk.
            hits, full = walk(
                scan,
                replace(
                    anchors,
                    last=None,
                    last_at=0,
                    last_mod="",
                    chained=False,
                    dated=None,
                    month=None,
                    day=None,
                    named=None,
                    night=None,
                    attacks=False,
                    year=None,
                    quarter=None,
                    quarter_at=-1,
                    stretch_at=-1,
                    before_christ=False,
                    speech=spoken,
                ),
            )
        timexes = [_timex(scan, hit) for hit in hits]
    else:
        timexes = [replace(t, text=document.text[t.start : t.end]) for t in _foreign(scan, hits, language)]
    noise = furniture(document.text)
    kept = [t for t in timexes[:MOST] if not inside(noise, t.start)]
    if full or len(timexes) > MOST:
        return Dates(tuple(kept), (f"more than {MOST} time expressions: the text was read up to the last of them",))
    return Dates(tuple(kept))


def _anchors(scan: Scan, published: Published | None, article: Article, language: str) -> Anchors:
    date = published.date if published else None
    return Anchors(
        scan,
        date.earliest if date else None,
        date.latest if date else None,
        date.edtf if date else "",
        narrative=is_narrative(
            scan,
            dateline=published is not None and published.rule in ("header", "dateline"),
            published=date.latest if published and date and published.rule != "bounds" else None,
        ),
        day_first=day_first(scan, article.language or (language if language != "en" else "")),
    )


def _days(hits: list[Hit]) -> list[tuple[int, int, Period]]:
    return [(h.start, h.end, h.found.period) for h in hits if h.found.period and h.found.period.unit == "day"]


def _foreign(scan: Scan, hits: list[Hit], language: str) -> list[Timex]:
    """The explicit dates of another language and the dates in figures, in order; none inside another."""
    found = [
        Timex(e.start, e.end, scan.text[e.start : e.end], "DATE", e.period.value, e.rule, date=e.period.date)
        for e in explicit_dates(scan.text, language)
    ]
    found += [_timex(scan, hit) for hit in hits if hit.rule in FIGURES]
    kept: list[Timex] = []
    for timex in sorted(found, key=lambda t: t.start):
        if not kept or timex.start >= kept[-1].end:
            kept.append(timex)
    return kept


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
