"""Bounds of the publication date, from the days that a text tells as past, announces, and shows to be of this year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.anchors.sentence import opens_sentence, words_right
from extraction.dates.engine import Hit, walk
from extraction.dates.furniture import furniture, inside
from extraction.dates.headers import CAPTION, LONGEST_CAPTION, LONGEST_LINE, READ_ON, header_of
from extraction.dates.lexicon import WEEKDAYS
from extraction.dates.patterns import BREAK, Scan
from extraction.types import Published

#: How many tokens (white space counted) lie between "this year" and a month of the same sentence.
NEAR = 120
#: A line that begins with one of these tells of the page, not of what it reports.
OF_PAGE = re.compile(
    rf"\W*((this )?(page|article|story|post) )?(was )?(last )?({READ_ON.pattern}|updated\b)", re.IGNORECASE
)
#: How far back in its sentence a day's verb is looked for, in characters.
CLAUSE = 160
#: What the writer says himself of a day ahead: "will meet on", "is due to close on". "Would", "was to" and what
#: anybody else wrote of it may be long past, and so may the day of what will be spoken of ("will tell of").
ANNOUNCED = re.compile(
    r"^(?!.*\b(would|had|was|were|if|whether|who|whom|whose|anyone|those|people|promised|vowed|wrote|never|once)\b).*"
    r"(\b(will|shall|plans?|intends?|expects?|hopes?"
    r"|(is|are) (now )?(due|set|scheduled|expected|planned|slated|likely|to))"
    r"|[’']ll|\b(opens|closes|starts|begins|ends|expires|takes? (place|effect)|comes? into (force|effect)|valid))"
    r"( (?!(of|for|after|before|since|when|where|what|that|how|which|as|because|over|about|into"
    r"|attacks?|killing|murder)\b)[\w’'-]+){0,6}?"
    r" (on|by|from|until|till|through|at) (the )?((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?$",
    re.IGNORECASE | re.DOTALL,
)
#: What shows that a day beside a verb of the past may lie ahead for all that.
PLANNED = re.compile(
    r"\b(until|till|til|through|to|for|from|by|ending|effective|deadline|expir\w+|due|plan\w*|schedul\w*|forecast\w*"
    r"|predict\w*|foresee\w*|foresaw|postpon\w*|delay\w*|out on|is|are|was|were|set|sets|picked|pick|chose|choose|named"
    r"|fixed|stamped|marked|accessed|retrieved|archived|visited|viewed|today['’]s date)"
    r"\W*((on|the|as|at|from|original|in) ){0,3}((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\W*$"
    r"|\b(is|are|was|were) (due|set|scheduled|expected|planned|slated|likely|to)\b"
    r"|\b(deadline|forecast|predicted|foresees?|foresaw)\b"
    r"|\bwill (not )?(be|open|close|start|begin|end|go|take)\b|\b(archived|accessed|retrieved)\b.{0,30}$"
    r"|\([^()]{0,20}$",
    re.IGNORECASE | re.DOTALL,
)


def bounded(text: str) -> Published | None:
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
        if past and (following := _day_after(scan, anchors, past[-1], hit)) is not None:
            past.append((following, hit))
        if period is None or period.unit != "day" or hit.found.anchor or hit.found.date is None:
            continue
        if hit.rule == "september-11" or scan.kinds[hit.start - 1 : hit.start] == '"':
            # The event of that name, and the attributes of an embedded post, say nothing of the article.
            continue
        at = scan.starts[hit.start]
        if _stands_alone(text, at, scan.starts[hit.end]):
            continue
        before = text[max(at - CLAUSE, text.rfind("\n", 0, at) + 1, 0) : at]
        sentence = re.split(r"[.!?;]['\"”’)]*\s+(?=[^\Wa-z])", before)[-1]
        tense = anchors.direction(hit.start, hit.end)
        if tense == "future":
            if ANNOUNCED.search(sentence) and not _in_quotation(text, at):
                announced.append(period.start)
        elif not PLANNED.search(sentence) and not OF_PAGE.match(before) and (tense == "past" or _in_caption(text, at)):
            past.append((period.start, hit))
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


#: So many days after the one told before it a weekday continues a chain.
CHAINED = 3
UNKNOWN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


def _day_after(scan: Scan, anchors: Anchors, told: tuple[dt.date, Hit], hit: Hit) -> dt.date | None:
    """The day of a weekday that goes on from the day told before it: "On Friday, 12 July, ... On Saturday, he fled".

    It opens its sentence, in the past and of nothing that "had" been, in the same paragraph or the next one. The day
    before it is named by its weekday, too: who writes "12 July" alone may go on with what was before.
    """
    day, before = told
    weekday = UNKNOWN_WEEKDAY.match(hit.found.value)
    named = not WEEKDAYS.keys().isdisjoint(token.lower() for token in scan.tokens[before.start : before.end])
    if weekday is None or hit.found.anchor or not named or not opens_sentence(scan, hit.start):
        return None
    apart = scan.kinds[before.end : hit.start].count(BREAK)
    if hit.start < before.end or apart > 1 or anchors.direction(hit.start, hit.end) != "past":
        return None
    if "had" in islice(words_right(scan, hit.end), HAD_WITHIN):
        return None
    days = (int(weekday[1]) - 1 - day.weekday()) % 7
    return day + dt.timedelta(days) if 0 < days <= CHAINED else None


#: So many words after a weekday "had" shows that it lies before what was told.
HAD_WITHIN = 8


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a day stands in a line of its own like a header, and so tells of nothing."""
    first = text.rfind("\n", max(start - LONGEST_LINE, 0), start)
    last = text.find("\n", end, end + LONGEST_LINE)
    if (first < 0 and start > LONGEST_LINE) or (last < 0 and len(text) - end > LONGEST_LINE):
        return False
    return header_of(text, start, end) not in (None, "dateline")


def _in_quotation(text: str, at: int) -> bool:
    """Whether quotation marks stand open in the paragraph, in any of the usual forms."""
    before = text[max(text.rfind("\n", 0, at), at - LONGEST_CAPTION, 0) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


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
