"""Frames: a sentence as attribution sees it, with each quotation in it as one unit.

Full stops within a quotation do not end a frame, so that "“It rained. It pours,” she said" is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extraction.quotes import Quotation, find_quotations
from extraction.statements.cues import CUES, NOUN_LIKE
from extraction.text import Document, Token

Kind = Literal["word", "mark", "quotation"]
JOINERS = frozenset("-‐‑@#&/")
# A name with its Arabic article.
ARTICLED = re.compile(r"(?:al|el|ul|ad|ar|as|ash|at|az)-[A-Z]")
# How many units a dateline may have.
DATELINE = 40
DASHES = frozenset("—–―")
ASKS = re.compile(r"[?!—–…-]['’]?(?:[\"”»]|'')$")
# Up to seven words, then a verb of saying: a sentence that only attributes the one before.
# A dash and a name, and nothing else.
SIGNATURE = re.compile(r"\s*[―—–-]\s?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}[\s.,]*")
SHORT_ATTRIBUTION = re.compile(
    r"\s*(?:[^\s“”\"«»,:;]+,?\s+){1,7}?(?:"
    + "|".join(sorted(w for w, c in CUES.items() if c.form in ("past", "present") and w not in NOUN_LIKE))
    + r"|went on|goes on|pointed out|shot back|fired back|chimed in)\b"
)


class Unit(NamedTuple):
    """A word, a mark, or a whole quotation."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    quotation: Quotation | None = None
    #: Of a quotation: its first letter or figure and its last character, marks left out.
    first_letter: str = " "
    last_mark: str = " "
    #: Of a quotation: whether it looks like the title of a work.
    titled: bool = False

    @property
    def capitalised(self) -> bool:
        """Whether it is a word that begins with a capital, as "al-Sudani" does after its article, or as @name."""
        return self.kind == "word" and (
            self.text[0].isupper() or self.text[0] in "@" or ("-" in self.text and bool(ARTICLED.match(self.text)))
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence: its span, its units, the number of its line, and whether it is prose (no headline, no caption)."""

    start: int
    end: int
    units: list[Unit]
    line: int
    prose: bool


def frames_of(document: Document, skip: list[bool]) -> list[Frame]:
    """The frames of a text in order. `skip[n]` says that line n is no prose."""
    text = document.text
    quotations = find_quotations(text)
    bounds = _frame_bounds(document, quotations)
    found: list[Frame] = []
    tokens, ti, qi, line, seen = document.tokens, 0, 0, 0, 0
    for start, end in bounds:
        line += text.count("\n", seen, start)
        seen = start
        while ti < len(tokens) and tokens[ti].start < start:
            ti += 1
        first = ti
        while ti < len(tokens) and tokens[ti].start < end:
            ti += 1
        while qi < len(quotations) and quotations[qi].end <= start:
            qi += 1
        first_quotation = qi
        while qi < len(quotations) and quotations[qi].start < end:
            qi += 1
        units = _units(text, tokens[first:ti], quotations[first_quotation:qi], end)
        if qi > first_quotation and quotations[qi - 1].end > end:
            qi -= 1
        units = units[_dateline_end(units) :]
        if units:
            found.append(Frame(start, end, units, line, not skip[line] if line < len(skip) else True))
    return found


def _dateline_end(units: list[Unit]) -> int:
    """Where the sentence begins after a dateline ("OSLO, 3 May (Agency) -"): capitals, numbers, then a dash."""
    depth, end = 0, 0
    for i, unit in enumerate(units[:DATELINE]):
        if unit.text == "(":
            depth += 1
        elif unit.text == ")":
            depth = max(0, depth - 1)
        elif unit.kind == "quotation" or (unit.kind == "word" and not depth and unit.text[0].islower()):
            break
        elif i and not depth and unit.kind == "mark" and (unit.text in DASHES or unit.text == "-"):
            end = i + 1
    return end


def _frame_bounds(document: Document, quotations: list[Quotation]) -> list[tuple[int, int]]:
    """Sentences, joined where their border lies within a quotation."""
    found: list[tuple[int, int]] = []
    qi = 0
    for start, end in document.sentences:
        if found:
            border = found[-1][1]
            while qi < len(quotations) and quotations[qi].end <= border:
                qi += 1
            within = (
                qi < len(quotations)
                and quotations[qi].start < border < quotations[qi].end
                and start < quotations[qi].end
            )
            if (within or _attributes(document.text, found[-1][0], border, end)) and "\n" not in document.text[
                border:start
            ]:
                found[-1] = (found[-1][0], end)
                continue
        found.append((start, end))
    return found


def _attributes(text: str, start: int, border: int, end: int) -> bool:
    """Whether a question or a cry before the border is attributed after it: "“Is it over?” Lund asked."."""
    if SIGNATURE.fullmatch(text, border, end):
        return True
    return bool(ASKS.search(text, max(start, border - 4), border)) and bool(SHORT_ATTRIBUTION.match(text, border, end))


def _is_titled(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a few words that mostly begin with capitals, the name of a programme or a book."""
    if quotation.inner_end - quotation.inner_start > 60:
        return False
    words = text[quotation.inner_start : quotation.inner_end].split()
    capitals = sum(w[0].isupper() for w in words)
    return 1 <= len(words) <= 8 and words[0][0].isupper() and capitals * 3 >= len(words) * 2


def _edges(text: str, quotation: Quotation) -> tuple[str, str]:
    """The first letter and the last character within the marks; few characters are looked at."""
    first = next((c for c in text[quotation.inner_start : quotation.inner_start + 6] if c.isalnum()), " ")
    last = text[max(quotation.inner_start, quotation.inner_end - 4) : quotation.inner_end].rstrip(" '’\"”")
    return first, last[-1:] or " "


def _units(text: str, tokens: list[Token], quotations: list[Quotation], end: int) -> list[Unit]:
    units: list[Unit] = []
    qi, i, count = 0, 0, len(tokens)
    while i < count:
        start, stop, word = tokens[i]
        while qi < len(quotations) and quotations[qi].end <= start:
            qi += 1
        if qi < len(quotations) and quotations[qi].start <= start:
            quotation = quotations[qi]
            first, last = _edges(text, quotation)
            units.append(
                Unit(
                    quotation.start,
                    quotation.end,
                    "",
                    "",
                    "quotation",
                    quotation,
                    first,
                    last,
                    _is_titled(text, quotation),
                )
            )
            while i < count and tokens[i].start < quotation.end:
                i += 1
            continue
        if word[0].isalnum():
            # al-Amin, co-chair, AT&T: one word.
            j = i
            while (
                j + 2 < count
                and tokens[j + 1].text in JOINERS
                and tokens[j + 1].start == tokens[j].end == tokens[j + 1].end - 1
            ):
                if tokens[j + 2].start != tokens[j + 1].end or not tokens[j + 2].text[0].isalnum():
                    break
                j += 2
            if j > i:
                word = "".join(t.text for t in tokens[i : j + 1])
                stop = tokens[j].end
                i = j
            units.append(Unit(start, stop, word, word.lower(), "word"))
        elif word == "." and stop < end and i + 1 < count:
            pass  # the stop of an abbreviation
        elif word in "@#" and i + 1 < count and tokens[i + 1].start == stop:
            word += tokens[i + 1].text
            units.append(Unit(start, tokens[i + 1].end, word, word.lower(), "word"))
            i += 1
        else:
            units.append(Unit(start, stop, word, word, "mark"))
        i += 1
    return units
