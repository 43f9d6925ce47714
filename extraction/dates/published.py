"""When an article was published: given, stated in its text, or bounded by it.

A header, a byline or a dateline states it. Where none does, the text's own dates bound it: what it tells as past
was before, what it announces was not. Site furniture is no evidence, and a photograph's caption
bounds from below alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from extraction import edtf
from extraction.dates.anchors import Anchors
from extraction.dates.engine import Hit, walk
from extraction.dates.furniture import LISTS, furniture, inside, is_prose
from extraction.dates.languages import DIGITS, explicit_dates, language_of
from extraction.dates.order import day_first
from extraction.dates.patterns import Scan
from extraction.dates.rules.numeric import FIGURES
from extraction.text import Document
from extraction.types import Article, DateValue, Published, Span

#: How far from the beginning a header may stand, in characters.
HEAD = 1500
#: A header line is short, or nearly all of it is date.
LONGEST_LINE = 90
LONGEST_CAPTION = 400
#: Fewest words after a dateline.
FEWEST_TOLD = 3
#: How many days after its dateline an article appears.
AFTER_DESPATCH = 3
#: How many tokens (white space counted) lie between "this year" and a month of the same sentence.
NEAR = 120
LABEL = re.compile(
    r"\b(published|posted|updated|date|dated|issued|created|last modified|first published|released|filed"
    r"|for (?:immediate )?release"
    r"|publiée?|mis à jour|veröffentlicht|erstellt|aktualisiert|stand|publicad[oa]|actualizad[oa]|fecha"
    r"|نُ?شر|تاريخ النشر|опубликовано|обновлено|дата)\b\s*(on|at|le|am|el|في)?\s*[:\-–|]?\s*\W*$",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(updated|last update|modified|revised|mis à jour|modifié|aktualisiert|geändert|actualizad[oa]|modificad[oa])\b"
    r"|обновлен|изменен|تحديث",
    re.IGNORECASE,
)
#: Labels that stand as well over what is on, and those of a reader's day, not the article's.
LOOSE_LABEL = re.compile(r"\b(date|dated|issued|created|released|filed|stand|fecha|дата)\b\W*$", re.IGNORECASE)
READ_ON = re.compile(
    r"\b(accessed|retrieved|archived|today|today['’]s|visited|printed|downloaded|cached|captured|snapshot|crawled|generated"
    r"|checked|edited|corrected|correction|clarification|amended|reviewed|consulté|abgerufen|consultado)\b",
    re.IGNORECASE,
)
#: A line that begins with one of these tells of the page, not of what it reports.
OF_PAGE = re.compile(
    rf"\W*((this )?(page|article|story|post) )?(was )?(last )?({READ_ON.pattern}|updated\b)", re.IGNORECASE
)
#: Kickers of what is printed again.
AGAIN = re.compile(r"archives?|on this day|day in history|flashback|throwback|years ago today", re.IGNORECASE)
#: "b. 3 May 1950".
LIVED = re.compile(r"(^|\W)(b|d|est|c|ca|born|died)\.?\s*$", re.IGNORECASE)
#: "Posted by Ann Lee on".
POSTED_BY = re.compile(
    r"\s*(posted|published|written|submitted) by [^\W\d_][\w.'’ -]{1,60}?(,| on| at| [|•·–—-])\s*", re.IGNORECASE
)
#: What is told of an event beside its "Date:".
OF_EVENT = re.compile(
    r"^\W*(doors( open)?( at)? \d|date (and|&) time"
    r"|(casualties|venue|time|where|place|location|tickets?|price|admission|host|speakers?|doors|kick-?off|cost|lieu|ort|lugar)\s*:)",
    re.IGNORECASE | re.MULTILINE,
)
CAPTION = re.compile(
    r"\b(FILE|[Ff]ile photo|[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]ictured|[Cc]aption|[Cc]redit:|[Pp]hotograph|[Ss]creenshot"
    r"|(?i:getty)|(?i:reuters)\s?/|REUTERS\.?\s*$|ap photo|afp|EPA/|PHOTO|©)|/(?:AP|AFP|EPA|Reuters)\b"
    r"|\((?:AP|AFP|Reuters|Getty)\b|\b[Ff]otos?\b|\bBild:|\b[Ii]magen\b|\bФото\b|صورة"
)
#: What follows the date of a dateline: a dash, an agency in brackets, a closing bracket.
AFTER_DATELINE = re.compile(
    r"\s*(\([^()\n]{2,60}\)|/[A-Z][\w -]{2,30}/|\))?\s*,?\s*(--|[-–—_:)(]|\b[A-Z][\w ]{2,30}\s*[-–—])"
)
#: A place in capitals at the beginning of a line, in any script that has them.
PLACE = re.compile(r"[^\W\d_a-zа-я][^\W\d_a-zа-я.'’\-]{2,}(\s+[^\W\d_a-zа-я]+)*")
#: A place in small letters, with its agency: "Erbil (Harbour News) - "; or alone: "Geneva, ".
PLACE_OF_AGENCY = re.compile(r"[^\W\d_][\w.'’, -]{2,40}\s*\([^()\n]{2,40}\)\s*(--|[-–—])\s*")
PLACE_BEFORE_BRACKET = re.compile(r"[^\W\d_a-z][\w.'’, -]{2,40} \(")
PLACE_ALONE = re.compile(r"[^\W\d_a-zа-я][\w.'’-]{2,20}( [^\W\d_a-zа-я][\w.'’-]{1,20}){0,2}[,،]\s*((le|el|den) )?")
#: What follows such a place's date: a dash and a sentence.
AFTER_PLACE = re.compile(
    r"\s*(\([^()\n]{2,40}\)\.?)?\s*(--|[-–—])\s+[^\W\d_][^\n]{50,}|\s*\([^\W\d_]{2,20}\)\.?\s*[-–—] "
)
#: What parts a date from a byline or a source in its line; a byline needs no mark.
BEFORE_HEADER = re.compile(r"(^\s*(By|Par|Von|Por)\b.*|[|•·:/,–—(\[-])\s*$")
BYLINE = re.compile(r"\b(By|Par|Von|Por) |[A-Z]{3,}")
AFTER_HEADER = re.compile(r"^\s*([|•·:/,–—()\]-]|(at\s+)?\d)")
WORDS = re.compile(r"[^\W\d_]{2,}")
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
#: Words that a header line may hold beside its date.
HEADER_WORDS = frozenset(
    "by date published posted updated on at source news agency from the of and am pm gmt utc est edt bst cet "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "last modified first time local issued article story report staff writer reporter correspondent reading min read "
    "originally created publication publishing post posting this was revised "
    "publié publiée le mis jour par veröffentlicht aktualisiert am um uhr stand von publicado el las por redacción del "
    "نشر في تاريخ النشر опубликовано обновлено года по мск erstellt den редакция "
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonnabend "
    "sonntag lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг пятница суббота "
    "воскресенье الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد يوم صباحا مساء".split()
)
LABEL_WORDS = HEADER_WORDS | frozenset("for immediate release".split())


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
    """The date of the head that stands like a header: one labelled as such, else one alone, an updating line last."""
    plain: list[_Header] = []
    second: Published | None = None
    noise, lines = furniture(text), _lines(text)
    for start, end, date in _head_days(text, article):
        if inside(noise, start) or (end == HEAD < len(text)):
            continue
        rule = _header(text, start, end)
        if rule is None:
            continue
        found = Published(date, rule.removeprefix("labelled ").removeprefix("signed "), text[start:end], (start, end))
        prose = lines.prose_before(start)
        if rule == "labelled header":
            return found
        if lines.listed(start) or prose > 1 or (prose and len(text) - end < start):
            # Below a text stand comments, signatures, later changes.
            if rule == "dateline" and plain:
                plain.append(_Header(found, prose))
            continue
        if rule == "signed header":
            return found
        if rule == "updated":
            second = second or found
        else:
            plain.append(_Header(found, prose))
    return _agreed(plain, text) or second


class _Header(NamedTuple):
    """A date that nothing labels, and how many lines of prose stand before it."""

    published: Published
    prose: int

    @property
    def day(self) -> dt.date:
        """Its first day."""
        return self.published.date.earliest or dt.date.min


def _agreed(found: list[_Header], text: str) -> Published | None:
    """What dates without a label show together.

    The first, unless others contradict it: a later one below it, or the entries of a chronology. A page's own day
    over an earlier one of its article, both before the text, hold the true one between them.
    """
    if not found:
        return None
    first = found[0]
    entries = [header for header in found if _opens_line(header.published, text)]
    if len({header.day for header in entries}) > 1 and first in entries:
        return None
    others = [header for header in found[1:] if header.day != first.day and not _opens_line(header.published, text)]
    if not others:
        return first.published
    above = [header for header in others if header.prose == 0]
    if len(above) == 1 and above[0].day < first.day:
        days = sorted((first.day, above[0].day))
        if "dateline" in (first.published.rule, above[0].published.rule) and (days[1] - days[0]).days <= AFTER_DESPATCH:
            return first.published
        return replace(first.published, date=edtf.interval(days[0], days[1]))
    if len(above) > 1 or any(header.day > first.day for header in others):
        return None
    return first.published


def _opens_line(published: Published, text: str) -> bool:
    """Whether a dateline is no more than its date: "3 May 2019: The bridge opened", as chronologies have it."""
    start = published.span[0] if published.span else 0
    return published.rule == "dateline" and not text[text.rfind("\n", 0, start) + 1 : start].strip()


class _Lines(NamedTuple):
    """Where the head has lines of prose, and where lists of other articles end."""

    prose: tuple[int, ...]
    lists: tuple[Span, ...]

    def prose_before(self, at: int) -> int:
        """How many lines of prose end before an offset."""
        return sum(end <= at for end in self.prose)

    def listed(self, at: int) -> bool:
        """Whether an offset lies between the heading of a list of other articles and the first line of prose."""
        return inside(list(self.lists), at)


def _lines(text: str) -> _Lines:
    prose: list[int] = []
    lists: list[Span] = []
    offset, opened = 0, -1
    for line in text[:HEAD].split("\n"):
        end = offset + len(line)
        if is_prose(line):
            prose.append(end)
            if opened >= 0:
                lists.append((opened, offset))
            opened = -1
        elif LISTS.fullmatch(line.strip()) and opened < 0:
            opened = offset
        offset = end + 1
    if opened >= 0:
        lists.append((opened, len(text)))
    return _Lines(tuple(prose), tuple(lists))


def _head_days(text: str, article: Article) -> Iterator[tuple[int, int, DateValue]]:
    """The days that the head of the text names, with their spans."""
    language = language_of(text, article.language)
    if language != "en":
        text = text.translate(DIGITS)
    head = Scan(text[:HEAD])
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
    dateline = len(before) <= 100 and _is_dateline(before, after[:LONGEST_CAPTION])
    if (CAPTION.search(before) and not dateline) or (CAPTION.search(after[:40]) and not AFTER_DATELINE.match(after)):
        return None
    # "Updated: 4 May 2021 | Published: 3 May 2021": each date has its own label.
    label = re.split(r"[|•·;/]", before)[-1]
    around = text[max(line_start - LONGEST_LINE, 0) : line_end + LONGEST_LINE]
    if READ_ON.search(label):
        return None
    if UPDATED.search(label):
        return "updated" if len(before) + len(after) <= 2 * LONGEST_LINE and _labels_only(label) else None
    if LABEL.search(label) and len(before) <= LONGEST_LINE:
        words = [w.lower() for w in WORDS.findall(label)]
        loose = LOOSE_LABEL.search(label)
        if loose and ("release" in words or OF_EVENT.search(around)):
            return None
        if all(w in LABEL_WORDS for w in words) or (label.rstrip().endswith(":") and not loose):
            return "labelled header"
    if POSTED_BY.fullmatch(before) and len(after) <= LONGEST_LINE and not re.search(r"[.!?]\s*$", after):
        return "signed header"
    if len(before) + len(after) <= LONGEST_LINE and _bare(before, after):
        above = text[max(line_start - LONGEST_LINE, 0) : line_start].rstrip().rsplit("\n", 1)[-1]
        other = LIVED.search(before) or OF_EVENT.search(around) or AGAIN.search(above)
        return None if other else "header"
    return "dateline" if dateline else None


def _labels_only(label: str) -> bool:
    """Whether a label is no sentence: "Last updated", not "The list was updated on"."""
    return all(not w[0].islower() or w in HEADER_WORDS or w in ("page", "post", "was") for w in WORDS.findall(label))


def _is_dateline(before: str, after: str) -> bool:
    """Whether a date between a place and a dash, or alone before a dash, is that of a dateline."""
    mark = AFTER_DATELINE.match(after)
    if mark and len(WORDS.findall(after, mark.end())) < FEWEST_TOLD:
        # "May 3, 1950 – May 4, 2020" is a life.
        return False
    if PLACE_BEFORE_BRACKET.fullmatch(before) and re.match(r"\)\s*(--|[-–—])", after):
        return True
    if mark and (not before.strip() or _place(before) or PLACE_OF_AGENCY.fullmatch(before)):
        return True
    return bool(PLACE_ALONE.fullmatch(before) and AFTER_PLACE.match(after))


def _bare(before: str, after: str) -> bool:
    """Whether a line is nothing but a date with a byline, a source or a time, set off by marks.

    A headline in capitals ("Bridge Burnt May 3, 2011", "May 3, 2011 Fire Remembered") is none, nor is a sentence.
    """
    words = WORDS.findall(f"{before} {after}")
    if any(not w[0].isupper() and w.lower() not in HEADER_WORDS for w in words) and "@" not in f"{before}{after}":
        return False
    if re.search(r"[.!?]\s*$", after) and words and not re.search(r"\b[ap]\.m\.\s*$", after):
        return False
    if re.search(r",\s*$", before) and not _set_off(before.rstrip(" ,"), BYLINE):
        # "Basra, Iraq, May 3, 2011" ends a caption.
        return False
    if re.search(r":\s*$", before) and not all(w.lower() in HEADER_WORDS for w in WORDS.findall(before)):
        # "Born: May 3, 1950", "Deadline: May 3, 2022" are labelled as something else.
        return False
    if re.search(r"\d{4}", before) or (re.match(r"\W*[-–—]", after) and re.search(r"\d{4}|present", after)):
        # "May 3, 1950 – May 4, 2020" is a life.
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


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a day stands in a line of its own like a header, and so tells of nothing."""
    first = text.rfind("\n", max(start - LONGEST_LINE, 0), start)
    last = text.find("\n", end, end + LONGEST_LINE)
    if (first < 0 and start > LONGEST_LINE) or (last < 0 and len(text) - end > LONGEST_LINE):
        return False
    return _header(text, start, end) not in (None, "dateline")


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
