"""Cues: the words that attribute, what each of them takes, and the table that says so (`cues.tsv`).

A line of the table is a verb, its present, past and participle forms, and what it takes:

- `quote`: direct speech ("...," she chanted)
- `that`: a clause with "that"; `zero`: the same without it; `wh`: a question clause
- `to`: an infinitive, with or without a person before it (vowed to leave, urged them to leave)
- `person`: whoever is spoken to may stand before the clause (told them that)
- `object`: what is said may be a bare noun phrase (denied the charge)
- `quoted`: the same, where part of it is quoted (hailed it as "a new day")
- a preposition: what is said may follow it (boasted of its harvest)
"""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, NamedTuple

Form = Literal["base", "present", "past", "participle"]
PREPOSITION_FRAMES = frozenset("of about against for at on".split())


class Cue(NamedTuple):
    """A form of a reporting verb: its dictionary form, which form it is, and what it takes."""

    verb: str
    form: Form
    takes: frozenset[str]


def _read_table() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    lines = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        verb, present, past, participle, takes = line.split("\t")
        frames = frozenset(takes.split())
        columns: list[tuple[str, Form]] = [
            (verb, "base"),
            (present, "present"),
            (participle, "participle"),
            (past, "past"),
        ]
        for words, form in columns:
            for word in words.split(","):
                table[word] = Cue(verb, form, frames)
    return table


#: Each form of each reporting verb, in lower case.
CUES: dict[str, Cue] = _read_table()
#: What nobody but a table of reporting verbs knows how to treat: any other verb beside direct speech.
ANY_VERB = Cue("", "past", frozenset(["quote"]))
# Forms that are oftener nouns: they attribute only where a plural or first-person subject stands right before them.
NOUN_LIKE = frozenset(
    "call calls label labels brand brands praise blast state states report reports claim claims note notes post "
    "posts comment comments demand demands order orders question questions answer answers charge charges promise "
    "promises pledge pledges tweet tweets email emails text texts remark remarks reply replies joke jokes boast "
    "boasts hint hints echo echoes quote quotes shout shouts chant chants estimate estimates forecast project "
    "projects object objects appeal appeals request requests protest protests reason reasons rule rules signal "
    "signals lecture lectures offer offers read reads laugh laughs cry cries scream screams whisper whispers sigh "
    "sighs query queries counter counters advance begin begins stress stresses vow vows venture ventures taunt "
    "taunts thunder roar assess blog blogs".split()
)
