"""Text as the rules see it: paragraphs, sentences and tokens, each with offsets into the untouched text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

# A number with inner separators stays whole ("5,200", "3.5"), so do abbreviations ("U.S.", "Sept.")
# only at sentence level: a token never swallows the full stop after a plain word.
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)?|[^\w\s]|_+")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
# Full stops after these do not end a sentence when a capital follows.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt maj capt cmdr adm rev hon st sr jr vs no inc corp co ltd "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "u.s u.k u.n e.g i.e etc al fig approx dept gov't".split()
)
STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")


class Token(NamedTuple):
    """A word, number or mark."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Document:
    """A text and its parts, each found once and shared by all extractors."""

    text: str

    @cached_property
    def tokens(self) -> list[Token]:
        """Tokens in order."""
        return [Token(m.start(), m.end(), m.group()) for m in TOKEN.finditer(self.text)]

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Spans of paragraphs: runs of lines without an empty line between them."""
        return [m.span() for m in PARAGRAPH.finditer(self.text) if m.group().strip()]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Spans of sentences; a line break always ends one."""
        found: list[tuple[int, int]] = []
        offset = 0
        for line in self.text.split("\n"):
            begin = offset
            for stop in STOP.finditer(line):
                at = offset + stop.end()
                if at <= begin or not _ends_sentence(line, stop.start(), stop.end()):
                    continue
                found.append((begin, at))
                begin = at
            if offset + len(line) > begin:
                found.append((begin, offset + len(line)))
            offset += len(line) + 1
        stripped = (_strip(self.text, a, b) for a, b in found)
        return [(a, b) for a, b in stripped if a < b]


def _ends_sentence(line: str, start: int, end: int) -> bool:
    """Whether the full stop at `start` ends a sentence: not after an abbreviation or initial, nor before a small letter."""
    rest = line[end:].lstrip()
    if rest and rest[0].islower():
        return False
    if line[start] != ".":
        return True
    words = line[:start].split()
    word = words[-1].lstrip("([\"'“‘") if words else ""
    if word.lower() in ABBREVIATIONS:
        return not rest
    return not (len(word) == 1 and word.isupper() and rest)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
