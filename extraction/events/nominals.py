"""Nouns of happenings: those of the table, and those that English makes of the table's verbs.

"the storming of the station", "her sacking", "the abdication" report as their verbs do. The endings are tried on
every strong verb; what is no word stands in no text.
"""

from __future__ import annotations

from functools import cache

from extraction.events.clauses import Sentence
from extraction.events.lexicon import Kind, kinds, noun_kinds, verb_forms

#: Nouns in "-ment" and the like that are things or bodies more often than happenings.
THINGS = frozenset(
    "government establishment investment foundation formation publication installation organisation organization "
    "placement equipment department shipment settlement movement statement apartment instalment marking "
    "building crossing saving killing holding finding beginning trying dying fighting following meeting".split()
)
#: Gerunds that name no single happening.
ENDINGS = ("ation", "ition", "ion", "ment", "al", "ure", "ance", "ence")


@cache
def derived() -> dict[str, Kind]:
    """The nouns that the endings make of strong verbs, with what the verb reports."""
    found: dict[str, Kind] = {}
    for lemma, kind in kinds().items():
        if kind.strength != "strong":
            continue
        stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
        for ending in ENDINGS:
            for noun in (stem + ending, lemma + ending):
                if noun not in THINGS and noun not in verb_forms():
                    found.setdefault(noun, kind)
    return found


def nominal(sentence: Sentence, at: int) -> Kind | None:
    """What the noun at word `at` reports, None where it is no noun of a happening.

    A gerund is one after a determiner or an owner and in front of "of", or with an owner alone: "the shelling of",
    "her sacking".
    """
    lower = sentence.lower
    word = lower[at]
    if not word[0].isalnum() or sentence.tokens[at].text[0].isupper():
        return None
    if word[0].isdigit():
        return _score(lower, at)
    if at >= 2 and lower[at - 1] == "-":
        kind = noun_kinds().get(f"{lower[at - 2]}-{word}")
        if kind is not None:
            return kind
    kind = noun_kinds().get(word) or derived().get(word)
    if kind is not None or not word.endswith("ing") or word in THINGS:
        return kind
    verb = next((kinds().get(r.lemma) for r in verb_forms().get(word, ()) if r.form == "ing"), None)
    begin = at - 2 if at >= 3 and lower[at - 1] == "-" else at  # "the tear-gassing of"
    if begin == 0 or (verb is None and begin == at):
        return None
    end = at + 3 if lower[at + 1 : at + 2] == ["-"] else at + 1  # "the drying-up of"
    of = lower[end : end + 1] == ["of"]
    owned = lower[begin - 1].endswith(("’s", "'s")) or lower[begin - 1] in ("his", "her", "their", "its")
    if of and (owned or lower[begin - 1] == "the"):
        return Kind(verb.group if verb else "other", "strong")
    return verb if owned and verb is not None and verb.strength == "strong" else None


def _score(lower: list[str], at: int) -> Kind | None:
    """A match by its result, where it stands as a noun: "the 3-2 against", "of that 5-0"."""
    known = at >= 3 and lower[at - 1] in "-–" and lower[at - 2].isdigit() and lower[at - 3] in ("the", "that", "this")
    return Kind("contest", "strong") if known and lower[at].isdigit() else None
