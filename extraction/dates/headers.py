"""Lines that date an article: labelled ones, datelines, and those that are nothing but a date."""

from __future__ import annotations

import re

#: A header line is short, or nearly all of it is date.
LONGEST_LINE = 90
LONGEST_CAPTION = 400
#: Fewest words after a dateline.
FEWEST_TOLD = 3
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


def header_of(text: str, start: int, end: int) -> str | None:
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
