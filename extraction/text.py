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
# Full stops after these do not end a sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt maj capt cmdr adm brig rev hon st messrs mt ft "
    "vs no nos pres supt det atty asst assn univ dist "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "e.g i.e approx dept gov't fig ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss "
    "mont neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
# After these a sentence ends where the next word is one that begins sentences.
CLOSING_ABBREVIATIONS = frozenset("jr sr inc corp co ltd etc al a.m p.m u.s u.k u.n d.c e.u ph.d".split())
STARTERS = frozenset(
    "The A An He She It They We I You His Her Its Their Our My This That These Those There Here In On At As By For "
    "From After Before While When Where With Without But And Or So Yet If Although Though Because Since Now Then Last "
    "Next Also Still However Meanwhile Some Many Most Both Each Not No What Who Why How Asked According Earlier Later "
    "During Despite".split()
)
STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|(?<=[a-z]{2})\.(?=[A-Z][a-z]*(?:['’][a-z]+)?\s)")
REST = re.compile(r"[\s\"'“‘«(\[]*(\w+)")


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
    """Whether the mark at `start` ends a sentence: not after an abbreviation or initial, nor before a small letter."""
    rest = REST.match(line, end)
    following = rest.group(1) if rest else ""
    if following and following[0].islower():
        return False
    if line[start] != ".":
        # Three dots within a sentence are a pause.
        return not (line[start] == "…" and following and end - start == 1 and not following[0].isupper())
    if not following or end - start > 1:
        return True
    # A window, not the whole line: the cost of a stop must not grow with the line.
    words = line[max(0, start - 40) : start].split()
    word = words[-1].lstrip("([\"'“‘—–") if words else ""
    if "." in word and (word + ".").lower().replace(".", "").isalpha() and len(word) <= 7:
        return following in STARTERS
    if word.lower() in CLOSING_ABBREVIATIONS:
        return following in STARTERS
    if word.lower() in ABBREVIATIONS:
        return False
    return not (len(word) == 1 and word.isupper() and word != "I")


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
