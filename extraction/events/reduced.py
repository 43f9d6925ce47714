"""What befell whom a clause is about, told by a participle: "the soldiers killed by rebels came home on Saturday".

It is another happening than the clause's own, with a day of its own or none. A participle without a date says so of
violence, arrests, deaths and disasters alone: what people "based in" or "known for" is no happening.
"""

from __future__ import annotations

from extraction.events.candidates import Candidate
from extraction.events.clauses import Clause, Sentence, phrase_group
from extraction.events.lexicon import kinds
from extraction.events.links import BY
from extraction.events.references import BEFALLING, CLOSING, INDEFINITE
from extraction.events.verbs import DEFINITE, VerbGroup, is_adverb
from extraction.types import Timex

MAX_BEFORE, MAX_AFTER = 8, 14


def reduced(
    sentence: Sentence, found: list[Candidate], owned: dict[int, list[Timex]], named: dict[int, list[Timex]]
) -> list[Candidate]:
    """The happenings that participles of a sentence tell beside those already found in it, which lose their dates."""
    more = []
    for i, clause in enumerate(sentence.clauses):
        if clause.link == "if" or clause.quoted:
            continue
        for group in clause.groups:
            one = _participle(sentence, clause, group, found, [*owned.get(i, []), *named.get(i, [])])
            if one is not None:
                more.append(one)
    return more


def _participle(
    sentence: Sentence, clause: Clause, group: VerbGroup, found: list[Candidate], timexes: list[Timex]
) -> Candidate | None:
    kind = kinds().get(group.lemma)
    if (
        (kind is None and not phrase_group(sentence, group))
        or not group.passive
        or group.tense != "participle"
        or group.negated
        or group.first == clause.first
    ):
        return None
    before = sentence.lower[group.first - 1]
    those = before in ("those", "them", "ones")
    if any(one.verb is group for one in found) or (before in CLOSING and not those) or is_adverb(before):
        return None
    if any(g.first <= group.first - 1 <= g.head for g in clause.groups):
        return None  # "was declared defeated"
    end = _end(sentence, clause, group)
    own = [t for t in timexes if sentence.tokens[group.head].end < t.start < sentence.tokens[end - 1].end]
    phrase = phrase_group(sentence, group)
    befallen = phrase is not None or (kind is not None and kind.strength == "strong" and kind.group in BEFALLING)
    after = sentence.lower[group.head + 1 : group.head + 2]
    if not own and (not befallen or (phrase is None and (not after or after[0] not in BY))):
        return None
    if not own and before == "," and phrase is None:
        return None
    first = _begin(sentence, clause, group)
    if INDEFINITE & set(sentence.lower[first : first + 1]) and not own:
        return None
    for one in found:
        if one.clause is clause and one.verb is not None:
            one.timexes = [t for t in one.timexes if t not in own]
    of_kind = phrase or (kind.group if kind else "other")
    return Candidate(first, end, group.lemma, of_kind, clause, group, None, "after" if not own else clause.link, own)


def _begin(sentence: Sentence, clause: Clause, group: VerbGroup) -> int:
    """The first word of whom it befell: back over names and nouns, to a determiner."""
    first = group.first
    while first > clause.first and group.first - first < MAX_BEFORE:
        word = sentence.lower[first - 1]
        if word in DEFINITE or word in INDEFINITE:
            return first - 1
        if word in CLOSING or not word[0].isalnum() or any(g.first <= first - 1 <= g.head for g in clause.groups):
            break
        first -= 1
    return first


def _end(sentence: Sentence, clause: Clause, group: VerbGroup) -> int:
    """Before the next verb or mark."""
    end = group.head + 1
    while end < min(clause.last, group.head + MAX_AFTER):
        word = sentence.lower[end]
        if not (word[0].isalnum() or word in "-’'") or any(g.first == end and g.finite for g in clause.groups):
            break
        end += 1
    return end
