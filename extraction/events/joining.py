"""The happenings of a sentence: which clauses tell one together, and whose day is whose."""

from __future__ import annotations

from itertools import pairwise

from extraction.events.actors import subject_span
from extraction.events.candidates import BEARING, Candidate, Role
from extraction.events.clauses import Sentence
from extraction.events.lexicon import SPEECH_VERBS, kinds
from extraction.events.noun_events import from_nouns
from extraction.events.reduced import reduced
from extraction.events.references import references
from extraction.events.verb_events import from_clause
from extraction.types import Timex

# What a happening does to people and things, which tells of it and is no other.
CAUSING = frozenset(
    "kill leave injure wound hurt destroy damage displace devastate flatten claim cost occur happen shake hit strike "
    "block bury trap take wreck rock maim".split()
)


# What may follow the day of both halves of a sentence.
BEHIND_DAY = frozenset("in at near outside inside during off when".split())


def candidates_of(
    sentence: Sentence, owned: dict[int, list[Timex]], named: dict[int, list[Timex]], role: Role
) -> list[Candidate]:
    """What the clauses of a sentence report, each happening once."""
    found: list[Candidate] = []
    for i, clause in enumerate(sentence.clauses):
        verbal = from_clause(sentence, clause, owned.get(i, []), role)
        nominal = from_nouns(sentence, clause, owned.get(i, []), named.get(i, []))
        if verbal is not None and nominal is not None and _bears_little(verbal, nominal):
            verbal = None
        if verbal is not None and nominal is not None and _within(sentence, verbal, nominal):
            verbal.timexes = nominal.timexes
        if verbal is not None and not _joins(sentence, found, verbal):
            found.append(verbal)
        if verbal is not None and nominal is not None and _has_day_of_its_own(verbal, nominal):
            nominal.link = "after"
            verbal.timexes = [timex for timex in verbal.timexes if timex not in nominal.timexes]
        if verbal is not None and nominal is not None and _is_subject(nominal, verbal):
            if verbal in found and verbal.verb is not None and verbal.verb.tense != "past":
                found.remove(verbal)  # "since the killing of a guard attacks have fallen"
                found.append(nominal)
            continue
        if nominal is not None and (verbal is None or nominal.link in ("after", "before")):
            if verbal is not None and nominal.first > verbal.position:
                verbal.last = max(verbal.position + 1, min(verbal.last, nominal.first))
            found.append(nominal)
    _take_in_outcomes(sentence, found)
    for earlier, later in pairwise(found):
        if _share_day(sentence, earlier, later):
            earlier.timexes = later.timexes
    if role != "caption":
        found += references(sentence, found, owned, named)
        found += reduced(sentence, found, owned, named)
        found.sort(key=lambda one: one.first)
    return _with_what_is_told_of_them(sentence, found)


def _is_subject(nominal: Candidate, verbal: Candidate) -> bool:
    """Whether what a clause with "after" tells is what its noun did: "after the eruption closed the port"."""
    return (
        nominal.clause is verbal.clause
        and nominal.link in ("after", "before")
        and verbal.verb is not None
        and nominal.first < nominal.position < verbal.verb.first
        and nominal.last >= verbal.verb.first
        and not nominal.timexes
    )


def _take_in_outcomes(sentence: Sentence, found: list[Candidate]) -> None:
    """What came of a happening belongs to its words: "fell from the bridge, killing two"."""
    told = {candidate.first for candidate in found}
    for clause in sentence.clauses:
        if clause.link != "participle" or not clause.comma or clause.quoted or clause.first in told:
            continue
        before = next((one for one in found if one.last == clause.first and one.verb is not None), None)
        if before is None or any(group.passive for group in clause.groups):
            continue
        finite = next((group for group in clause.groups if group.finite), None)
        if finite is None:
            before.last = clause.last
        elif finite.lemma in SPEECH_VERBS and "," in sentence.lower[clause.first : finite.first]:
            # "..., killing two, police said"
            before.last = finite.first - sentence.lower[clause.first : finite.first][::-1].index(",")


def _with_what_is_told_of_them(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """A noun phrase goes on through the clause that tells what came of it: "the crash that killed two last week", "the
    accident of 2022, in which a rock hit the train".
    """
    kept = list(found)
    for noun in found:
        at = sentence.clauses.index(noun.clause) + 1
        if noun.verb is not None or at >= len(sentence.clauses) or noun.last < sentence.clauses[at].first - 2:
            continue
        clause = sentence.clauses[at]
        verb = next((group for group in clause.groups if group.finite), None)
        if clause.link != "relative" or verb is None or verb.tense not in ("past", "perfect", "pluperfect"):
            continue
        during = (
            set(sentence.lower[noun.last : clause.first]) & {"in", "during"} or sentence.lower[clause.first] == "where"
        )
        if verb.negated or not (during or verb.lemma in CAUSING):
            continue
        inner = next((one for one in kept if one.clause is clause and one.verb is not None), None)
        if inner is not None:
            kept.remove(inner)
            noun.timexes = noun.timexes or inner.timexes
        noun.last = inner.last if inner is not None else clause.last
    return kept


def _share_day(sentence: Sentence, earlier: Candidate, later: Candidate) -> bool:
    """Whether a day at a sentence's end is that of both its halves: "two were killed and a third lost a leg on
    3 March".
    """
    if earlier.verb is None or later.verb is None or earlier.timexes or not later.timexes:
        return False
    tense = later.link == "coordinate" and earlier.verb.tense == later.verb.tense == "past"
    day = later.timexes[-1]
    behind = next((sentence.lower[i] for i, token in enumerate(sentence.tokens) if token.start >= day.end), ".")
    # "... on Sunday in an attack": where it was, or what came of it, is said of both as well.
    last = day.end >= sentence.end - 2 or behind in BEHIND_DAY
    return tense and last and day.start > sentence.tokens[later.position].start


def _bears_little(verbal: Candidate, nominal: Candidate) -> bool:
    """Whether the noun in front of a verb is the happening: "the attack on Sunday shocked the town"."""
    if verbal.verb is None or not nominal.timexes or (nominal.position > verbal.position and verbal.timexes):
        return False
    kind = kinds().get(verbal.lemma)
    return not verbal.verb.known or kind is None or kind.strength == "weak"


def _within(sentence: Sentence, verbal: Candidate, nominal: Candidate) -> bool:
    """Whether a verb without a date tells of what happened in a dated noun: "were killed in Sunday's attack",
    "Sunday's attack killed".
    """
    if verbal.timexes or not nominal.timexes:
        return False
    if nominal.position < verbal.position:
        verb = verbal.verb
        return verb is not None and verb.tense == "past" and verb.lemma in BEARING and not verb.negated
    before = sentence.lower[nominal.first - 1 : nominal.first]
    return before in (["in"], ["by"], ["during"]) and sentence.tokens[nominal.first].start <= nominal.timexes[0].start


def _has_day_of_its_own(verbal: Candidate, nominal: Candidate) -> bool:
    """Whether a clause dates its verb, and further on another happening: "arrested on Friday for the theft in
    March".
    """
    if verbal.verb is None or nominal.position < verbal.position:
        return False
    mine = [timex for timex in verbal.timexes if timex not in nominal.timexes and timex.date is not None]
    theirs = [timex for timex in nominal.timexes if timex.date is not None and timex.type == "DATE"]
    return bool(mine and theirs and mine[0].start < theirs[0].start and mine[0].date != theirs[0].date)


def _joins(sentence: Sentence, found: list[Candidate], later: Candidate) -> bool:
    """Whether a clause goes on with the happening before it: "seized the town and burned it"."""
    if not found or found[-1].last != later.first or later.verb is None:
        return False
    earlier = found[-1]
    if later.clause.coordinated:
        first, last = subject_span(sentence, later.clause, later.verb)
        if first >= last and not (later.timexes and earlier.timexes):
            earlier.timexes = earlier.timexes or later.timexes
            earlier.last = later.last
            return True
    if later.link == "when" and bool(later.timexes) != bool(earlier.timexes):
        # "were injured on Monday when a bomb exploded", "were injured when a bomb exploded on Monday"
        earlier.timexes = earlier.timexes or later.timexes
        earlier.last = later.last
        return True
    if later.timexes or not earlier.timexes:
        return False
    told_there = sentence.lower[later.first] == "where" and later.verb.tense == "past" and not later.verb.passive
    return later.link == "relative" and told_there
