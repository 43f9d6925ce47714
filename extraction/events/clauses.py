"""Sentences cut into clauses, each with the verb that bears it and the words that join it to the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extraction.events.gapped import MAX_GAP, completed
from extraction.events.lexicon import PHRASES
from extraction.events.verbs import VerbGroup
from extraction.text import Token

Link = Literal[
    "main", "relative", "that", "when", "after", "before", "because", "if", "participle", "coordinate", "other"
]
# Where the words that complete a verb may end.
FURTHER_ON = MAX_GAP + 6


@dataclass(slots=True)
class Clause:
    """Words [first, last) of a sentence, how it is linked to what stands before, and its verb groups."""

    first: int
    last: int
    link: Link
    comma: bool = False
    quoted: bool = False
    coordinated: bool = False
    groups: list[VerbGroup] = field(default_factory=list)
    parent: int | None = None


@dataclass(slots=True)
class Sentence:
    """A sentence's tokens and clauses; `lower` are the words in lower case, `proper` the names of the article."""

    start: int
    end: int
    tokens: list[Token]
    lower: list[str]
    quoted: list[bool]
    clauses: list[Clause]
    proper: frozenset[str] = frozenset()

    def text(self, first: int, last: int, whole: str) -> str:
        """The words [first, last) as they stand in the text."""
        return whole[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""


def phrase_group(sentence: Sentence, verb: VerbGroup) -> str | None:
    """The group of a verb and the words that complete it, where together they report a happening: "gave way", "sent him
    home".
    """
    after = sentence.lower[verb.head + 1 : verb.head + 3]
    found = (PHRASES.get((verb.lemma, " ".join(after[:count]))) for count in (2, 1))
    known = next((group for group in found if group), None)
    if known is not None:
        return known
    rest = sentence.lower[verb.head + 1 : verb.head + FURTHER_ON]
    return next((group for group, _ in completed(verb.lemma, rest, passive=verb.passive)), None)


def recalls(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether somebody calls something back: "recalled 300 cars", "recalled its envoy", not "recalled the day"."""
    after = sentence.lower[verb.head + 1] if verb.head + 1 < len(sentence.lower) else "."
    return verb.lemma == "recall" and (after.isdigit() or after[0].isdigit() or after in ("its", "their", "all"))


def hanging(clauses: list[Clause]) -> int:
    """The index of the clause that the last ones, with "which" or "who", describe a noun of."""
    at = len(clauses) - 1
    while at > 0 and clauses[at].link == "relative":
        at -= 1
    return at
