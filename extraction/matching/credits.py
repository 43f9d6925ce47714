"""Which agency an article's text credits: a wire story keeps the agency's name in its dateline or at its end."""

from __future__ import annotations

import re

# How far into the text a dateline reaches, and how far from the end a closing credit stands, in characters.
HEAD, TAIL = 400, 250
NAME = r"[A-Z][\w.&’'-]*(?: (?:(?:of|and|the) )?[A-Z][\w.&’'-]*){0,4}"
# "ROME, May 3 (Agency) -", "(Agency)" on a line of its own, "/ Agency - 3rd May".
DATELINE = re.compile(rf"(?m)^[^\n]{{0,120}}?\((?P<name>{NAME})\)(?:,? {NAME})?\s*[-–—]")
SLASHED = re.compile(rf"(?m)^[^\n]{{0,80}}?\([^()\n/]{{0,40}}/ ?(?P<name>{NAME}) [-–—]")
ALONE = re.compile(rf"(?m)^\((?P<name>{NAME})\)\s*$")
CLOSING = re.compile(
    rf"(?:\((?:[Ww]ith (?:material|reporting) (?:from|by) |Source: )?(?P<name>{NAME})\)|[-–—] ?(?P<dash>{NAME}))\W*$"
)
SOURCED = re.compile(rf"(?m)(?:^|[.\n] ?)(?:Source|Via|Agency|(?:©|Copyright)(?: \d{{4}})?)[: ]+(?P<name>{NAME})")
REPORTED = re.compile(rf"\b(?:the |news agency |agency )(?P<name>{NAME})(?: news)? agency (?:reports|reported|said)\b")
PICTURE = re.compile(r"(?i)\b(?:photo|image|picture|video|file|getty|courtesy|caption|graphic)\b")
# Words that stand in brackets in a dateline and name no agency.
NOT_AGENCIES = frozenset(
    "file photo image video updated update correction corrected opinion analysis exclusive local time gmt est "
    "edt".split()
)
LINE_OF_END = 3


def agency_credit(text: str) -> str:
    """The agency that a text credits for its words, empty where it credits none. A credit of a picture is none.

    >>> agency_credit("LIMA, May 3 (Andes Wire) - A bridge fell.")
    'Andes Wire'
    >>> agency_credit("AP Photo / Ann Smith")
    ''
    """
    head = text[:HEAD]
    for pattern in (SLASHED, DATELINE, ALONE):
        for match in pattern.finditer(head):
            if _names_agency(head, match):
                return match["name"]
    tail = "\n".join(line for line in text[-TAIL:].rstrip().split("\n")[-LINE_OF_END:])
    for line in reversed([line for line in tail.split("\n") if line.strip()]):
        match_ = CLOSING.search(line)
        if match_ is not None and not PICTURE.search(line):
            name = match_["name"] or match_["dash"]
            if not _is_plain(name):
                return name
    found = SOURCED.search(text[-TAIL:]) or REPORTED.search(text)
    return found["name"].removesuffix(". All").strip() if found and not PICTURE.search(found.group()) else ""


def _names_agency(text: str, match: re.Match[str]) -> bool:
    line_start = text.rfind("\n", 0, match.start("name")) + 1
    return not PICTURE.search(text[line_start : match.end()]) and not _is_plain(match["name"])


def _is_plain(name: str) -> bool:
    return all(word.lower().strip(".") in NOT_AGENCIES for word in name.split())
