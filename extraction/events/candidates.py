"""What may be an event before it is dated: a clause or a noun phrase that reports a happening."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extraction.events.clauses import Clause
from extraction.events.verbs import VerbGroup
from extraction.types import Occurrence, Timex

#: What a sentence is to its article. The first two sentences tell the news, whatever verb they use.
Role = Literal["caption", "chronicle", "lead", "body"]
# Kinds that an eyewitness reports also in quotation marks; what else people say in quotes is mostly opinion.
HARD = frozenset(("violence", "justice", "death"))
BEARING = frozenset(
    "lead kill leave occur happen take begin start end come follow continue injure wound erupt break cause "
    "destroy damage displace devastate flatten claim cost".split()
)


@dataclass(slots=True)
class Candidate:
    """A happening found in sentence `sentence`: words [first, last), its verb or noun, and how it is reported.

    `teller` are the clause and the verb of whoever denies it, which then stand within its words.
    """

    first: int
    last: int
    lemma: str
    group: str
    clause: Clause
    verb: VerbGroup | None = None
    noun: int | None = None
    link: str = "main"
    timexes: list[Timex] = field(default_factory=list)
    occurrence: Occurrence = "occurred"
    teller: tuple[Clause, VerbGroup] | None = None

    @property
    def position(self) -> int:
        """The index of the word that reports it."""
        return self.verb.head if self.verb else self.noun if self.noun is not None else self.first
