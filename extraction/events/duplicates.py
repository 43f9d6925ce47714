"""One happening told twice in one article: which tellings are of the same, and which one is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.events.candidates import HARD
from extraction.events.intervals import possible_together
from extraction.types import Event

# How far back an earlier telling is looked for: keeps the cost linear in the length of the text.
WINDOW = 40
STEM = 4
NEAR = 4
# Bare nouns that may mean any happening of their kind; a strike and a coup, a trial and an appeal are two.
GENERAL = frozenset(
    "attack assault incident violence raid shooting killing murder death explosion blast bombing operation crime "
    "accident crash disaster tragedy catastrophe collision fire blaze game match defeat victory win final protest "
    "demonstration".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event with what its telling shows: kind, stem of its verb or noun, names and words, whether in a quotation."""

    event: Event
    group: str
    lemma: str
    words: frozenset[str]
    nominal: bool
    quoted: bool
    sentence: int

    @property
    def stems(self) -> frozenset[str]:
        """The first letters of its words."""
        return frozenset(word[:STEM] for word in self.words)

    @property
    def bare(self) -> bool:
        """Whether it is a noun that tells nothing more of itself: "the attack"."""
        return self.nominal and not self.dated and not self.event.actors and len(self.words - {self.lemma}) == 0

    @property
    def dated(self) -> bool:
        """Whether an expression of its own dates it."""
        return self.event.timex is not None


def without_repeats(told: Sequence[Told]) -> list[Event]:
    """The events in order, those left out that another one tells better."""
    dropped: set[int] = set()
    for j, later in enumerate(told):
        for i in range(max(0, j - WINDOW), j):
            if i in dropped or not _same(told[i], later):
                continue
            worse = i if _better(later, told[i]) else j
            dropped.add(worse)
            if worse == j:
                break
    return [one.event for i, one in enumerate(told) if i not in dropped]


def _same(one: Told, other: Told) -> bool:
    if one.sentence == other.sentence and not (one.nominal or other.nominal):
        return False
    if one.sentence == other.sentence and max(one.event.start, other.event.start) < min(one.event.end, other.event.end):
        return False  # what a clause tells of a happening that it names is another
    if one.event.occurrence != other.event.occurrence or not possible_together(one.event.date, other.event.date):
        return False
    near = other.sentence - one.sentence <= NEAR
    alike = one.group == other.group or (one.group in HARD and other.group in HARD)
    if near and other.quoted and not other.dated and one.dated and alike:
        return True  # what a witness is quoted with right after the report
    shared = len(one.words & other.words)
    stem = one.lemma[:STEM] == other.lemma[:STEM]
    told = other.lemma[:STEM] in one.stems or one.lemma[:STEM] in other.stems
    if one.dated and other.dated:
        same_day = one.event.date == other.event.date
        return same_day and shared >= 2 and (stem or one.group == other.group)
    general = (one.bare and one.lemma in GENERAL) or (other.bare and other.lemma in GENERAL)
    if (one.bare or other.bare) and one.group == other.group and (general or stem or told):
        return True  # "the attack" where the article tells of one
    if one.dated or other.dated:
        undated = other if one.dated else one
        if undated.nominal and undated.lemma[:STEM] in (one.stems if undated is other else other.stems):
            return shared >= 1
        referred = one.group == other.group and (undated.nominal or undated.quoted) and near
        return (shared >= 1 and (stem or referred)) or (shared >= 2 and told)
    return shared >= 2 and stem


def _better(one: Told, other: Told) -> bool:
    """Whether `one` tells it better than `other`: dated, by a verb, outside quotation marks."""
    return (one.dated, not one.nominal, not one.quoted) > (other.dated, not other.nominal, not other.quoted)
