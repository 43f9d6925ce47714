"""When an article was published: given, stated in its text, or bounded by it.

A header, a byline or a dateline states it. Where none does, the text's own dates bound it: what it tells as past
was before, what it announces was not. Site furniture is no evidence, and a photograph's caption
bounds from below alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.engine import Hit, walk
from extraction.dates.furniture import furniture, inside
from extraction.dates.languages import explicit_dates, language_of
from extraction.dates.order import day_first
from extraction.dates.patterns import Scan
from extraction.dates.rules.numeric import FIGURES
from extraction.text import Document
from extraction.types import Article, DateValue, Published

#: How far from the beginning a header may stand, in characters.
HEAD = 1500
#: A header line is short, or nearly all of it is date.
LONGEST_LINE = 90
LONGEST_CAPTION = 400
#: How many tokens (white space counted) lie between "this year" and a month of the same sentence.
NEAR = 120
LABEL = re.compile(
    r"\b(published|posted|updated|date|dated|issued|created|last modified|first published|released|filed"
    r"|publiée?|mis à jour|veröffentlicht|aktualisiert|stand|publicad[oa]|actualizad[oa]|fecha"
    r"|نُ?شر|تاريخ النشر|опубликовано|обновлено|дата)\b\s*(on|at|le|am|el|في)?\s*[:\-–|]?\s*\W*$",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\b(updated|modified|accessed|retrieved|archived|mis à jour|aktualisiert)\b", re.IGNORECASE)
CAPTION = re.compile(
    r"\b(FILE|file photo|photo|image|picture|pictured|caption|getty|reuters/|ap photo|afp|©)"
    r"|\((?:AP|AFP|Reuters|Getty)\b"
)
#: What follows the date of a dateline: a dash, an agency in brackets, a closing bracket.
AFTER_DATELINE = re.compile(r"\s*(\([^()\n]{2,60}\)|\))?\s*,?\s*(--|[-–—:)(]|\b[A-Z][\w ]{2,30}\s*[-–—])")
#: A place in capitals at the beginning of a line, in any script that has them.
PLACE = re.compile(r"[^\W\d_a-zа-я][^\W\d_a-zа-я.'’\-]{2,}(\s+[^\W\d_a-zа-я]+)*")
#: What parts a date from a byline or a source in its line; a byline needs no mark.
BEFORE_HEADER = re.compile(r"(^\s*(By|Par|Von|Por)\b.*|[|•·:/,–—(\[-])\s*$")
AFTER_HEADER = re.compile(r"^\s*([|•·:/,–—()\]-]|(at\s+)?\d)")
WORDS = re.compile(r"[^\W\d_]{2,}")
#: Words that a header line may hold beside its date.
HEADER_WORDS = frozenset(
    "by date published posted updated on at source news agency from the of and am pm gmt utc est edt bst cet "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "last modified first time local issued article story report staff writer reporter correspondent reading min read "
    "publié publiée le mis jour par veröffentlicht aktualisiert am um uhr stand von publicado el las por redacción del "
    "نشر في تاريخ النشر опубликовано обновлено года по мск".split()
)


def find_published(document: Document, article: Article) -> Published | None:
    """When the article was published: given, stated in its text, or bounded by it; None where nothing proves it."""
    if article.published:
        try:
            return Published(edtf.parse(article.published), "given")
        except edtf.EdtfError:
            pass
    stated = _stated(document.text, article)
    if stated is not None or language_of(document.text, article.language) != "en":
        return stated
    return _bounded(document.text)


def _stated(text: str, article: Article) -> Published | None:
    """The first date of the head that stands like a header, an updating line last."""
    second: Published | None = None
    noise = furniture(text)
    for start, end, date in _head_days(text, article):
        if inside(noise, start) or (end == HEAD < len(text)):
            continue
        rule = _header(text, start, end)
        if rule is None:
            continue
        found = Published(date, rule, text[start:end], (start, end))
        if rule != "updated":
            return found
        second = second or found
    return second


def _head_days(text: str, article: Article) -> Iterator[tuple[int, int, DateValue]]:
    """The days that the head of the text names, with their spans."""
    head = Scan(text[:HEAD])
    language = language_of(text, article.language)
    anchors = Anchors(head, None, None, day_first=day_first(Scan(text), article.language or language))
    hits = walk(head, anchors)[0]
    if language != "en":
        for found in explicit_dates(head.text, language):
            if found.period.unit == "day":
                yield found.start, found.end, found.period.date
        hits = [hit for hit in hits if hit.rule in FIGURES]
    for hit in hits:
        date = _day(hit)
        if date is not None:
            yield head.starts[hit.start], head.starts[hit.end], date


def _day(hit: Hit) -> DateValue | None:
    """The day of an expression; both days of an ambiguous one as an interval, which holds the true one."""
    found = hit.found
    if found.alternatives:
        days = sorted(d.earliest for d in found.alternatives if d.earliest)
        return edtf.interval(days[0], days[-1])
    if (
        found.anchor
        or found.date is None
        or found.period is None
        or found.period.unit != "day"
        or found.date.earliest != found.date.latest
    ):
        return None
    return found.period.date


def _header(text: str, start: int, end: int) -> str | None:
    """What kind of header the date stands in, or None."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if CAPTION.search(before) or (CAPTION.search(after[:40]) and not AFTER_DATELINE.match(after)):
        return None
    if UPDATED.search(before):
        return "updated"
    if LABEL.search(before) and len(before) <= LONGEST_LINE:
        words = [w.lower() for w in WORDS.findall(before)]
        if all(w in HEADER_WORDS for w in words) or before.rstrip().endswith(":"):
            return "header"
    if len(before) + len(after) <= LONGEST_LINE and _bare(before, after):
        return "header"
    if len(before) <= 100 and AFTER_DATELINE.match(after) and (not before.strip() or _place(before)):
        return "dateline"
    return None


def _bare(before: str, after: str) -> bool:
    """Whether a line is nothing but a date with a byline, a source or a time, set off by marks.

    A headline in capitals ("Bridge Burnt May 3, 2011", "May 3, 2011 Fire Remembered") is none, nor is a sentence.
    """
    words = WORDS.findall(f"{before} {after}")
    if any(not w[0].isupper() and w.lower() not in HEADER_WORDS for w in words) and "@" not in f"{before}{after}":
        return False
    if re.search(r"[.!?]\s*$", after) and words and not re.search(r"\b[ap]\.m\.\s*$", after):
        return False
    if re.search(r",\s*$", before) and not re.search(r"(day|By .*|[A-Z]{3,}.*),\s*$", before):
        # "Basra, Iraq, May 3, 2011" ends a caption.
        return False
    return _set_off(before, BEFORE_HEADER) and _set_off(after, AFTER_HEADER)


def _set_off(part: str, mark: re.Pattern[str]) -> bool:
    """Whether what stands beside the date is empty, words of a header, or parted from it by a mark."""
    return bool(mark.search(part)) or all(w.lower() in HEADER_WORDS for w in WORDS.findall(part))


def _place(before: str) -> bool:
    """Whether what stands before a dateline's date is a place in capitals, with an agency perhaps."""
    place = before.strip()
    match = PLACE.match(place)
    return bool(match) and not re.search(r"[.!?]\s+[A-Z]", place)


def _bounded(text: str) -> Published | None:
    """Bounds from the days that the text tells as past, announces, and shows to be of this year.

    A year or month alone proves too little to be worth a bound.
    """
    scan = Scan(text)
    anchors = Anchors(scan, None, None)
    noise = furniture(text)
    hits = [h for h in walk(scan, anchors)[0] if not inside(noise, scan.starts[h.start])]
    past: list[tuple[dt.date, Hit]] = []
    announced: list[dt.date] = []
    for hit in hits:
        period = hit.found.period
        if period is None or period.unit != "day" or hit.found.anchor or hit.found.date is None:
            continue
        if hit.rule == "september-11" or scan.kinds[hit.start - 1 : hit.start] == '"':
            # The event of that name, and the attributes of an embedded post, say nothing of the article.
            continue
        tense = "past" if _in_caption(text, scan.starts[hit.start]) else anchors.direction(hit.start, hit.end)
        if tense == "past":
            past.append((period.start, hit))
        elif tense == "future":
            announced.append(period.start)
    if not past:
        return None
    first, hit = max(past, key=lambda found: found[0])
    upper = min(announced, default=None)
    if upper is not None and upper < first:
        # Told and announced contradict each other: a plan recalled, or a history. Only what is past is sure.
        upper = None
    if upper is None and _year_at_hand(scan, hits, [day for day, _ in past]):
        upper = dt.date(first.year, 12, 31)
    start, end = scan.starts[hit.start], scan.starts[hit.end]
    return Published(edtf.interval(first, upper), "bounds", text[start:end], (start, end))


def _in_caption(text: str, at: int) -> bool:
    # A caption is short: a longer line is searched near the date alone, which keeps a flood of dates linear.
    before, after = text[max(at - LONGEST_CAPTION, 0) : at], text[at : at + LONGEST_CAPTION]
    return bool(CAPTION.search(before[before.rfind("\n") + 1 :] + after.split("\n", 1)[0]))


def _year_at_hand(scan: Scan, hits: list[Hit], days: list[dt.date]) -> bool:
    """Whether the year of the latest dates is the article's own: it says "this year" beside a bare month that is past
    by then, and at least two dates lie in that year, so that no single file photograph decides."""
    latest = max(days)
    if sum(d.year == latest.year for d in set(days)) < 2:
        return False
    for year, month in _beside(hits):
        if scan.tokens[year.start].lower() == "this" and int(month.found.value[5:7]) < latest.month:
            return True
    return False


def _beside(hits: list[Hit]) -> Iterator[tuple[Hit, Hit]]:
    """Each "this year" with each bare month near it."""
    months = [h for h in hits if re.fullmatch(r"XXXX-\d\d", h.found.value)]
    for hit in hits:
        if hit.rule == "unit-stepped" and hit.found.value == "XXXX":
            yield from ((hit, month) for month in months if abs(month.start - hit.start) <= NEAR)
