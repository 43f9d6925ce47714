"""Which agency an article's text credits: in its dateline, its byline, on a line of its own, at its end, in a sentence.

An agency that is known may stand in any of these. A name that is not known must look like an agency's as well, for
places, parties and reporters stand in brackets too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.matching.agencies import agency_named, known
from extraction.places import Gazetteer

# How far into the text a dateline reaches, and how far from the end a closing credit stands, in characters.
HEAD, TAIL = 400, 250
# How many lines from the end a closing credit stands.
LAST_LINES = 3
NAME = r"[A-Z][\w.&’'-]*(?: (?:(?:of|and|the) )?[A-Z][\w.&’'-]*){0,4}"
KNOWN = rf"(?:{known()})"
EITHER = rf"(?P<name>{KNOWN}(?![\w-])|{NAME})"
# "ROME, May 3 (Agency) -".
DATELINE = re.compile(rf"(?m)^(?P<before>[^\n(]{{0,120}})\({EITHER}\)(?:,? {NAME})?\s*[-–—]")
# "ROME (Town / Agency - 3rd May)"; "ROME, May 3 /Agency/."
SLASHED = re.compile(rf"(?m)^[^\n]{{0,80}}?\([^()\n/]{{0,40}}/ ?{EITHER} [-–—]|/(?P<between>{KNOWN})/")
# "(Agency)" on a line of its own, or before the first words; "Agency - The".
ALONE = re.compile(rf"(?m)^\({EITHER}\)\s*$")
OPENING = re.compile(rf"(?m)^(?:\((?P<name>{KNOWN})\)|(?:[^\n(]{{0,60}}[,/] ?)?(?P<dash>{KNOWN})\s*[-–—:]\s)")
# "By Jane Roe, Agency", and a line that holds nothing else.
BYLINE = re.compile(rf"(?m)^(?:By|BY|From|FROM) (?:[^\n]{{0,80}}[ ,|/])?(?P<name>{KNOWN})(?: [Ww]riters?| staff)?\W*$")
LINE = re.compile(rf"(?m)^\W*(?P<name>{KNOWN})\W*$")
WITH = (
    r"(?:[Ww]ith |[Aa]dditional )?(?:[Mm]aterial|[Rr]eporting|[Ii]nformation|[Ii]nput|[Ii]nputs|[Ff]iles) (?:from|by) "
)
CLOSING = re.compile(rf"(?:\((?:{WITH}|Source: )?{EITHER}\)|[-–—] ?(?P<dash>{KNOWN}|{NAME}))\W*$")
HELPED = re.compile(rf"\b{WITH}(?:the )?(?P<name>{KNOWN})(?![\w-])")
SOURCED = re.compile(rf"(?m)(?:^|[.\n] ?)(?:Source|Via|Agency)[: ]+{EITHER}")
COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|Copyright)(?: \d{{4}})? (?:by )?(?P<name>{KNOWN})(?![\w-])")
SAYS = r"(?:reports|reported|has reported|said|says|writes|wrote)"
REPORTED = re.compile(
    rf"\b(?=[A-Zd])(?<!-)(?P<name>{KNOWN})(?: news agency)? {SAYS}\b"
    rf"|\b(?:[Aa]ccording to|[Rr]eported by|[Tt]old|[Cc]ited by) (?:the )?(?P<cited>{KNOWN})(?![\w-])"
    rf"|\b[Nn]ews agency (?P<agency>{NAME}) {SAYS}\b|\b[Tt]he (?P<called>{NAME}) (?:news )?agency {SAYS}\b"
)
PICTURE = re.compile(r"(?i)\b(?:photo\w*|image|picture|video|file|getty|courtesy|caption|graphic)\b")
# What names of agencies hold, and a name that is an abbreviation.
AGENCY_WORD = re.compile(
    r"(?i)\b(?:\w*wires?|newswires?|news|press|presse|prensa|agency|agence|agencia|agência|agenzia|agentur|telegraph)\b"
)
ABBREVIATION = re.compile(r"[A-Z]{3,6}")
# Words that stand in brackets in a dateline, or after a dash at the end, and name no agency.
NOT_AGENCIES = frozenset(
    "file photo image video updated update correction corrected opinion analysis exclusive local time gmt utc est edt "
    "cet end ends more".split()
)
DATE = re.compile(r"\d")


def agency_credit(text: str) -> str:
    """The agency that a text credits for its words, empty where it credits none. A credit of a picture is none.

    A known agency goes by one name, however it is written; of several the first is given.

    >>> agency_credit("LIMA, May 3 (Andes Wire) - A bridge fell.")
    'Andes Wire'
    >>> agency_credit("A bridge fell.\\n\\nWith reporting by the Associated Press")
    'AP'
    >>> agency_credit("AP Photo / Ann Smith")
    ''
    """
    return next(_credits(text), "")


def _credits(text: str) -> Iterator[str]:
    """The credits of a text, the surest first."""
    head = text[:HEAD]
    for match in (*SLASHED.finditer(head), *DATELINE.finditer(head)):
        dated = "before" in match.groupdict() and DATE.search(match["before"]) is not None
        yield from _named(head, match, dated=dated)
    for pattern in (ALONE, OPENING, BYLINE, LINE):
        for match in pattern.finditer(head):
            # The head may be cut within a line.
            if match.end() < HEAD:
                yield from _named(head, match)
    lines = [line for line in text[-TAIL:].rstrip().split("\n")[-LAST_LINES:] if line.strip()]
    for line in reversed(lines):
        for pattern in (LINE, CLOSING, BYLINE):
            found = pattern.search(line)
            if found is not None:
                yield from _named(line, found)
    tail = text[-TAIL:]
    for pattern, where in ((HELPED, tail), (SOURCED, tail), (COPYRIGHT, tail), (REPORTED, text)):
        for match in pattern.finditer(where):
            yield from _named(where, match)


def _named(text: str, match: re.Match[str], *, dated: bool = False) -> Iterator[str]:
    """The agency that a match names, if it does: not on a line that is about a picture."""
    start = text.rfind("\n", 0, match.start()) + 1
    if PICTURE.search(text[start : match.end()]):
        return
    name = next(value for key, value in match.groupdict().items() if value and key != "before").strip()
    if agency := agency_named(name):
        yield agency
    elif match.groupdict().get("agency") or _like_an_agency(name, dated=dated):
        yield name


def _like_an_agency(name: str, *, dated: bool) -> bool:
    """Whether a name that nobody knows can be an agency's: it says so, or is an abbreviation, and is no place.

    Beside the date of a dateline hardly anything else stands, so that there one plain word will do.
    """
    words = name.split()
    if all(word.lower().strip(".") in NOT_AGENCIES for word in words):
        return False
    if AGENCY_WORD.search(name):
        return True
    places = Gazetteer().find(name)
    if ABBREVIATION.fullmatch(name):
        # Towns go by three letters as well, those of their airports, which no dateline has.
        return not any(place.feature in ("country", "region") for place in places)
    return dated and len(words) == 1 and not places
