"""The language that the rules are written in, and the scanner whose tokens they read.

A pattern is a row of words and classes: `the? ORDINAL quarter of <year:YEAR>`. White space between
two items allows white space in the text, `~` forbids it. `?`, `|` and round brackets are those of
regular expressions, `<name:...>` keeps what it matched under a name; other marks stand for themselves.

Every known word is one character of the scanned text, so that a pattern is an ordinary regular
expression over tokens: fast, and free of the traps of expressions over letters ("we" is never
a Wednesday, "A+" never a date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from extraction.dates.lexicon import CLASSES

TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\n[^\S\n]*\n\s*|\s+|.", re.DOTALL)
ITEM = re.compile(r"\s+|~|<(?P<name>[a-z]\w*):|[>()|?]|(?P<symbol>[A-Z]+\d?)|(?P<word>[a-z]+|\d+)|(?P<mark>.)")
OTHER, NUMBER, BREAK = "x", "9", "\x00"
FIRST_CODE = 0x4E00  # Within one plane and clear of everything that stands for itself.
#: Groups of items that many patterns share.
MACROS = {
    "INT": "(INTEGER (~,~THREE)? (~,~THREE)?)",
    "FRACTION": "(~.~INTEGER| INTEGER ~/~ INTEGER| -? and -? a -? half)",
    # "twenty-four", but "two four" are two numbers.
    "WORDS": (
        "(half (-? a)? -? dozen|(TENS (-? CARDINAL)?|CARDINAL) (-? MULTIPLIER (and? CARDINAL)? (-? CARDINAL)?)?|"
        "(a|one) MULTIPLIER)"
    ),
    "COUNT": "(INT FRACTION?|WORDS (-? and -? a -? half)?)",
    "VAGUE": "(a few|several|a couple (of)?|the few|few|some|many|dozens of|a dozen|a handful of|a number of)",
    "ORD": "(ORDINAL|TENS -? ORDINAL|INTEGER ~ SUFFIX)",
    "MANY": "(dozens|hundreds|thousands|millions|tens of thousands|hundreds of thousands)",
    # A full stop belongs to an abbreviation alone.
    "MON": "(FULLMONTH|ABBRMONTH (~ .)?)",
    "DAYNUMBER": "(DAY (~ SUFFIX)?)",
    "YEARWORDS": (
        "(nineteen hundred (and? CARDINAL (-? CARDINAL)?)?"
        "|(nineteen|eighteen|seventeen|sixteen) -? (TENS (-? CARDINAL)?|TEEN|oh CARDINAL)"
        "|two thousand (and? CARDINAL (-? CARDINAL)?)?|twenty (TEEN|TENS (-? CARDINAL)?|oh CARDINAL))"
    ),
    "CLOCK": (
        "(HOUR (~(:|.)~SIXTY)? (~(:|.)~SIXTY)? ((a|p) ~ . ~m (~ .)?|am|pm)|HOUR ~:~SIXTY (~:~SIXTY)? "
        "(~.~INTEGER)? (hours|hrs|h)?)"
    ),
    # "10:00 GMT-11:00 GMT" is a range: an offset to the west is one in brackets alone.
    "OFFSET": "((+|-) ~ INTEGER (~:~SIXTY)?)",
    "TZ": (
        "(\\( ZONE ~ OFFSET? \\)|ZONE (time|standard time|daylight time|~+~INTEGER (~:~SIXTY)?)?|local time"
        "|( + ~ INTEGER (~:~SIXTY)?))"
    ),
}


class PatternError(ValueError):
    """A pattern that cannot be read; found when the rules are loaded."""


#: Curly quotation marks as rules and cues write them.
STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"'}


def small(token: str) -> str:
    """A token in small letters, its quotation mark straight."""
    return STRAIGHT.get(token) or token.lower()


class Vocabulary(dict[str, str]):
    """The character of each known token. Unknown ones are told apart by their looks alone and never stored."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, str] = {}
        for mark in "-,.;:/'\"()[]$%+*&#@<>!?=~|{}_£€¥°":
            self[mark] = mark
        self.update(
            {"–": "-", "‑": "-", "‐": "-", "−": "-", "—": "—", "’": "'", "‘": "'", "`": "`", " ": " ", "\n": " "}
        )
        self.update({"“": '"', "”": '"'})

    def code(self, word: str) -> str:
        """The character of a word; its capitalised and upper-case forms share it."""
        if word not in self.codes:
            code = chr(FIRST_CODE + len(self.codes))
            self.codes[word] = code
            for form in (word, word.capitalize(), word.upper()):
                self[form] = code
        return self.codes[word]

    def __missing__(self, token: str) -> str:
        if token.isspace():
            return BREAK if token.count("\n") > 1 else " "
        return NUMBER if token[0] in "0123456789" else OTHER


VOCABULARY = Vocabulary()


def _class_codes(name: str) -> frozenset[str]:
    if name == "INTEGER":
        digits = {w for words in CLASSES.values() for w in words if w.isdigit()}
        return frozenset(VOCABULARY.code(w) for w in sorted(digits)) | {NUMBER}
    return frozenset(VOCABULARY.code(w) for w in CLASSES[name])


for _words in CLASSES.values():
    for _word in _words:
        VOCABULARY.code(_word)


def _charset(codes: frozenset[str]) -> str:
    """A character class, with runs of codes folded."""
    ordered = sorted(map(ord, codes))
    parts, first = [], ordered[0]
    for this, following in zip(ordered, [*ordered[1:], None], strict=True):
        if following != this + 1:
            low, high = (re.escape(chr(c)) for c in (first, this))
            parts.append(low if first == this else f"{low}-{high}")
            first = following or 0
    return f"[{''.join(parts)}]"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern: its regular expression, what it may begin with, whether it may be empty."""

    source: str
    first: frozenset[str]
    empty: bool


class _Reader:
    """Reads one pattern by recursive descent."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.items = list(ITEM.finditer(pattern.strip()))
        self.at = 0

    def peek(self) -> str:
        return self.items[self.at].group() if self.at < len(self.items) else ""

    def alternatives(self) -> _Piece:
        found = [self.row()]
        while self.peek() == "|":
            self.at += 1
            found.append(self.row())
        first = frozenset[str]().union(*(p.first for p in found))
        return _Piece("|".join(p.source for p in found), first, any(p.empty for p in found))

    def row(self) -> _Piece:
        source, first, empty = "", frozenset[str](), True
        while self.at < len(self.items) and self.peek() not in ("|", ")", ">"):
            item = self.items[self.at]
            if item.group() == "~":
                self.at += 1
                continue
            if item.group().isspace():
                self.at += 1
                glued = self.peek() == "~" or (self.at > 1 and self.items[self.at - 2].group() == "~")
                source += "" if glued or self.peek() in ("|", ")", ">", "") else " ?"
                continue
            piece = self.element()
            source += piece.source
            if empty:
                first |= piece.first
            empty = empty and piece.empty
        return _Piece(source, first, empty)

    def element(self) -> _Piece:
        item = self.items[self.at]
        self.at += 1
        if item["name"] or item.group() == "(":
            inner = self.alternatives()
            if self.peek() not in (")", ">"):
                raise PatternError(f"unclosed bracket in {self.pattern!r}")
            self.at += 1
            opening = f"(?P<{item['name']}>" if item["name"] else "(?:"
            piece = _Piece(f"{opening}{inner.source})", inner.first, inner.empty)
        elif item["symbol"]:
            piece = self.symbol(item["symbol"])
        elif item["word"]:
            code = VOCABULARY.code(item["word"])
            piece = _Piece(code, frozenset(code), False)
        elif item.group() == "\\":
            mark = self.items[self.at].group()
            self.at += 1
            piece = _Piece(re.escape(mark), frozenset(mark), False)
        elif item["mark"]:
            piece = _Piece(re.escape(item["mark"]), frozenset(item["mark"]), False)
        else:
            raise PatternError(f"{item.group()!r} stands wrong in {self.pattern!r}")
        if self.peek() == "?":
            self.at += 1
            piece = _Piece(f"(?:{piece.source})?", piece.first, True)
        return piece

    def symbol(self, name: str) -> _Piece:
        if name in MACROS:
            inner = _Reader(MACROS[name]).alternatives()
            return _Piece(f"(?:{inner.source})", inner.first, inner.empty)
        if name != "INTEGER" and name not in CLASSES:
            raise PatternError(f"{name} in {self.pattern!r} is no class of the lexicon")
        codes = _class_codes(name)
        return _Piece(_charset(codes), codes, False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern and the characters that it may begin with."""

    regex: re.Pattern[str]
    first: frozenset[str]


def compile_pattern(pattern: str) -> Pattern:
    """Raises PatternError."""
    reader = _Reader(pattern)
    piece = reader.alternatives()
    if reader.at < len(reader.items):
        raise PatternError(f"{reader.peek()!r} stands wrong in {pattern!r}")
    if piece.empty:
        raise PatternError(f"{pattern!r} matches nothing at all")
    return Pattern(re.compile(piece.source), piece.first)


class Scan:
    """A text as tokens (white space included) and as one character a token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = TOKEN.findall(text)
        self.starts = list(accumulate(map(len, self.tokens), initial=0))
        look = VOCABULARY.__getitem__
        self.kinds = "".join(map(look, self.tokens))

    def words_before(self, index: int, limit: int) -> Iterator[str]:
        """Up to `limit` tokens before a token, nearest first, small, without white space; ends at a break."""
        while limit and index:
            index -= 1
            kind = self.kinds[index]
            if kind == BREAK:
                return
            if kind != " ":
                limit -= 1
                yield small(self.tokens[index])

    def words_after(self, index: int, limit: int) -> Iterator[str]:
        """Up to `limit` tokens from a token on, in small letters, white space left out; ends at a break."""
        while limit and index < len(self.tokens):
            kind = self.kinds[index]
            if kind == BREAK:
                return
            if kind != " ":
                limit -= 1
                yield small(self.tokens[index])
            index += 1
