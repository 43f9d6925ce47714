"""`q`: words, quoted phrases and minus words, found by the full-text index of either database."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, BooleanField, F, Func, Value
from django.db.models.sql.compiler import SQLCompiler

from extraction.names import folded

MOST_TERMS = 20
LONGEST = 300
#: Matches that are ranked: rank costs every match that it looks at.
RANKED = 1000
#: Of a highlighted fragment: characters on each side of the word, and how many fragments a record shows.
AROUND = 60
FRAGMENTS = 3
TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*")
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand next to each other, folded; the last may be the beginning of one."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """What must stand in a text, and what must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()

    def matches(self, text: str) -> bool:
        """Whether a folded text is found: the same as the databases say."""
        words = text.split()
        return all(_stands(term, words) for term in self.wanted) and not any(
            _stands(term, words) for term in self.unwanted
        )

    def score(self, text: str) -> int:
        """How well a folded text that matches fits, in millionths: more of the words, earlier, in a shorter text."""
        words = text.split()
        title = len(text.split("\n", 1)[0].split())
        total = 0.0
        for term in self.wanted:
            places = [n for n in range(len(words)) if _at(term, words, n)]
            weight = len(places) + 2 * len([n for n in places if n < title])
            total += weight / (weight + 1.2 * (0.25 + len(words) / 100))
        return math.floor(total * 1_000_000)


def read_search(text: str) -> Search:
    """The search of a text. Raises ValueError."""
    if len(text) > LONGEST:
        raise ValueError(f"may be {LONGEST} characters long, not {len(text)}")
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for minus, phrase, word in TERM.findall(text):
        words = tuple(folded(phrase or word).split())
        if words:
            (unwanted if minus else wanted).append(Term(words, not phrase and word.endswith("*")))
    if not wanted:
        raise ValueError("must name at least one word to look for")
    if sum(len(term.words) for term in (*wanted, *unwanted)) > MOST_TERMS:
        raise ValueError(f"may have at most {MOST_TERMS} words")
    return Search(tuple(wanted), tuple(unwanted))


class Matching(Func):
    """A condition on SearchText: its words match. Each database is asked through its index."""

    output_field = BooleanField()

    def __init__(self, search: Search, **extra: Any) -> None:
        super().__init__(F("id"), **extra)
        self.search = search

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> tuple[str, list[str]]:
        """A tsquery against the stored tsvector."""
        query = " & ".join(map(_tsquery, self.search.wanted))
        query += "".join(f" & !({_tsquery(term)})" for term in self.search.unwanted)
        words = self._id(compiler).removesuffix('"id"') + '"words"'
        return f"{words} @@ to_tsquery('simple'::regconfig, %s)", [query]

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        """An FTS5 query against the index."""
        query = " AND ".join(map(_fts5, self.search.wanted))
        if self.search.unwanted:
            query = f"({query}) NOT ({' OR '.join(map(_fts5, self.search.unwanted))})"
        found = "SELECT rowid FROM timeline_searchindex WHERE timeline_searchindex MATCH %s"
        return f"{self._id(compiler)} IN ({found})", [query]

    def _id(self, compiler: SQLCompiler) -> str:
        """The column of the id, under the alias that the table has here."""
        return str(compiler.compile(self.get_source_expressions()[0])[0])


class After(Func):
    """A condition: the row (key, id) stands after a given one in its order, as one step into an index on both."""

    output_field = BooleanField()

    def __init__(self, key: str, id: str, value: Any, number: int, *, backwards: bool, field: Any) -> None:
        places = (
            found if isinstance(found, Value) else Value(found, output_field=kind)
            for found, kind in ((value, field), (number, BigIntegerField()))
        )
        super().__init__(F(key), F(id), *places)
        self.backwards = backwards

    def as_sql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A comparison of row values."""
        texts: list[str] = []
        values: list[Any] = []
        for expression in self.get_source_expressions():
            text, found = compiler.compile(expression)
            texts.append(text)
            values += found
        return "({0}, {1}) {4} ({2}, {3})".format(*texts, "<" if self.backwards else ">"), values


def highlights(search: Search, text: str) -> list[str]:
    """Fragments of a text around what was found, escaped for HTML, the words within <mark>."""
    places = [(match.start(), match.end(), folded(match[0]).split()) for match in WORD.finditer(text)]
    words = [(start, end, word) for start, end, parts in places for word in parts]
    plain = [word for _, _, word in words]
    marked: list[tuple[int, int]] = []
    for term in search.wanted:
        for n in range(len(words)):
            if _at(term, plain, n):
                marked.append((words[n][0], words[n + len(term.words) - 1][1]))
    found: list[str] = []
    end = -1
    for start, stop in sorted(marked):
        if start < end:
            continue
        first, end = max(0, start - AROUND), min(len(text), stop + AROUND)
        inside = [(a, b) for a, b in sorted(set(marked)) if a >= first and b <= end]
        found.append(_fragment(text, first, end, inside))
        if len(found) == FRAGMENTS:
            break
    return found


def _fragment(text: str, first: int, last: int, marked: Iterable[tuple[int, int]]) -> str:
    parts = ["…" if first else ""]
    at = first
    for start, end in marked:
        if start < at:
            continue
        parts += [_escaped(text[at:start]), "<mark>", _escaped(text[start:end]), "</mark>"]
        at = end
    parts += [_escaped(text[at:last]), "…" if last < len(text) else ""]
    return "".join(parts)


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(c, c) for c in text)


def _stands(term: Term, words: list[str]) -> bool:
    return any(_at(term, words, n) for n in range(len(words)))


def _at(term: Term, words: list[str], n: int) -> bool:
    *first, last = term.words
    end = n + len(first)
    if end >= len(words) or words[n:end] != first:
        return False
    return words[end].startswith(last) if term.prefix else words[end] == last


def _tsquery(term: Term) -> str:
    words = [f"'{word}'" for word in term.words]
    return "(" + " <-> ".join(words) + (":*" if term.prefix else "") + ")"


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")
