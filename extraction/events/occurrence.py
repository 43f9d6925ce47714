"""Who says that something happened, and whether they deny or only allege it.

"The army denied bombing the village", "the claim that soldiers burned it is false": a denied happening keeps the words
that deny it, so that nobody takes it for one that is reported. An alleged one is told in its own words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from extraction.events.clauses import Clause, Sentence
from extraction.events.lexicon import REPORTS
from extraction.events.verbs import VerbGroup, is_adverb
from extraction.types import Occurrence

REFUTING = frozenset("deny reject refute refuted dismiss rebut rebutted repudiate repudiated debunk debunked".split())
ALLEGING = frozenset("allege claim accuse suspect".split())
# Verbs after which "of" or "with" and a gerund say what somebody is held to have done.
ACCUSING = frozenset("accuse accused accuses accusing suspect suspected suspects blame blamed charge charged".split())
ACCUSED_OF = frozenset(("of", "for", "with"))
MAX_ACCUSED = 6
FALSE = frozenset(
    "false untrue baseless unfounded groundless fabricated fake wrong incorrect invented unsubstantiated".split()
)
ALLEGEDLY = frozenset("allegedly reportedly purportedly".split())
#: How far behind a verb what it denies may stand: "dismissed as false reports that".
MAX_OBJECT = 5


class Telling(NamedTuple):
    """How a clause is told of by the words around it: with them it is the words [first, last).

    `teller` are the clause and the verb of whoever denies it, None where no verb does.
    """

    occurrence: Occurrence
    first: int
    last: int
    teller: tuple[Clause, VerbGroup] | None = None


def telling(sentence: Sentence, clause: Clause, verb: VerbGroup) -> Telling | None:
    """Who denies or alleges what a verb of a clause tells, None where nobody does."""
    before = _before(sentence, clause)
    if before is None:
        return None
    if clause.link == "that" and sentence.lower[clause.first - 1] in REPORTS:
        reported = _of_report(sentence, before, clause, verb)
        if reported is not None:
            return reported
    saying = _saying(before, clause)
    if saying is None and clause.link == "that" and sentence.lower[clause.first - 1] in ALLEGING:
        return Telling("alleged", clause.first, clause.last)  # "police suspect that"
    if saying is None or saying.passive:
        return None
    if saying.lemma == "deny" and not saying.negated:
        if clause.link == "that" or begins_with(clause, verb):
            return Telling("denied", before.first, clause.last, (before, saying))
    elif saying.lemma in ALLEGING and not saying.negated and clause.link == "that":
        return Telling("alleged", clause.first, clause.last)
    return None


def denier(sentence: Sentence, clause: Clause) -> VerbGroup | None:
    """The verb "deny" in front of a clause: "denied | attacking the ship", also where it is itself negated."""
    before = _before(sentence, clause)
    saying = _saying(before, clause) if before is not None and not clause.comma else None
    return saying if saying is not None and saying.lemma == "deny" and not saying.passive else None


def begins_with(clause: Clause, verb: VerbGroup) -> bool:
    """Whether a clause begins with a verb in "-ing": "(denied) attacking the ship", "having met the banker"."""
    return clause.link == "participle" and not clause.comma and verb.first == clause.first


def accused(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a verb in "-ing" tells what somebody is held to have done: "accused of stealing", "suspected of having
    set fire to".
    """
    if verb.finite or verb.tense == "infinitive" or sentence.lower[verb.first - 1] not in ACCUSED_OF:
        return False
    before = [group for group in clause.groups if group.first < verb.first]
    first = max(clause.first, verb.first - MAX_ACCUSED)
    return bool(ACCUSING & set(sentence.lower[first : verb.first])) or bool(before and before[-1].lemma in ACCUSING)


def held_responsible(clause: Clause, verb: VerbGroup) -> bool:
    """Whether the accusation is what a clause tells: "is accused of stealing", not "a man accused of stealing fled"."""
    before = [g for g in clause.groups if g.first < verb.first]
    return bool(before) and before[-1].finite and not any(g.finite and g.first > verb.head for g in clause.groups)


def about_report(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb is what is done with a report, and no happening: "rejected reports that"."""
    ahead = sentence.lower[verb.head + 1 : verb.head + 1 + MAX_OBJECT]
    return verb.lemma in REFUTING and bool(REPORTS & set(ahead))


def _before(sentence: Sentence, clause: Clause) -> Clause | None:
    return next((one for one, other in pairwise(sentence.clauses) if other is clause), None)


def _saying(before: Clause, clause: Clause) -> VerbGroup | None:
    """The last verb of the clause that another hangs on."""
    found = [group for group in before.groups if group.finite and group.first < clause.first]
    return found[-1] if found else None


def _of_report(sentence: Sentence, before: Clause, clause: Clause, verb: VerbGroup) -> Telling | None:
    noun = clause.first - 1
    saying = next((g for g in reversed(before.groups) if g.finite and g.head < noun), None)
    if saying is None and any(g.head == noun for g in before.groups):
        if sentence.lower[before.first] != "as":
            return None  # "the minister claims that"
        before = _before(sentence, before) or before  # "dismissed as false reports that"
        saying = _saying(before, clause)
    if saying is not None and saying.lemma in REFUTING and not (saying.negated or saying.passive):
        return Telling("denied", before.first, clause.last, (before, saying))
    if saying is not None and saying.lemma == "confirm" and not saying.negated:
        return None
    verdict = next((g for g in _after(sentence, verb) if g.lemma == "be" or g.passive), None)
    if verdict is None:
        return Telling("alleged", clause.first, clause.last)
    at = verdict.head + 1
    while at < len(sentence.lower) and (is_adverb(sentence.lower[at]) or sentence.lower[at] in ("a", "completely")):
        at += 1
    untrue = verdict.lemma == "be" and sentence.lower[at : at + 1] != [] and sentence.lower[at] in FALSE
    refuted = verdict.lemma in REFUTING and verdict.passive
    if (untrue or refuted) and not verdict.negated and saying is None:
        return Telling("denied", before.first, at + 1 if untrue else verdict.head + 1)
    return Telling("alleged", clause.first, min(clause.last, verdict.first))


def _after(sentence: Sentence, verb: VerbGroup) -> list[VerbGroup]:
    """The finite verbs behind a verb, up to the next mark."""
    found: list[VerbGroup] = []
    for clause in sentence.clauses:
        for group in clause.groups:
            if group.first > verb.head and group.finite:
                if "," in sentence.lower[verb.head : group.first]:
                    return found
                found.append(group)
    return found
