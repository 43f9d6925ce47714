"""Sentences read into clauses, each with the verb that bears it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extraction.events.clauses import Clause, Link, Sentence
from extraction.events.lexicon import REPORTS, SPEECH_VERBS
from extraction.events.links import BY, after_opening, goes_on_saying, is_participle, link_of, opening, resumed_verb
from extraction.events.verbs import DETERMINERS, PRONOUNS, VerbGroup, find_verb_groups, is_adverb, may_be_past
from extraction.text import Token

#: What judges tell at the end of a sentence: ", a judge ruled on Tuesday".
RULING = frozenset(("rule",))


def read_sentence(tokens: list[Token], quoted: list[bool], proper: frozenset[str] = frozenset()) -> Sentence:
    """A sentence (at least one token) cut into clauses; `quoted` tells which tokens are somebody else's words."""
    words = [token.text for token in tokens]
    lower = [word.lower() for word in words]
    clauses = _cut(lower, quoted, find_verb_groups(words))
    return Sentence(tokens[0].start, tokens[-1].end, tokens, lower, quoted, clauses, proper)


def _cut(lower: list[str], quoted: list[bool], groups: list[VerbGroup]) -> list[Clause]:
    heads = {group.first: group for group in groups}
    inside = [False] * len(lower)
    for group in groups:
        for i in range(group.first, group.head + 1):
            inside[i] = True
    next_group = _next_groups(len(lower), groups)
    clauses = [Clause(0, len(lower), opening(lower), False, bool(lower) and quoted[min(1, len(lower) - 1)])]
    has_finite = False
    for i in range(len(lower)):
        if i:
            resumed = resumed_verb(lower, clauses, groups, heads.get(i))
            if resumed is not None:
                heads[i] = resumed
            link = (
                "other"
                if resumed is not None
                else link_of(lower, quoted, heads, inside, next_group, i, has_finite, clauses[-1].link)
            )
            link = link or ("that" if goes_on_saying(lower, clauses[-1], next_group, i) else None)
            link = link or after_opening(lower, clauses, next_group, i, has_finite)
            if link is not None and i > clauses[-1].first:
                before = clauses[-1]
                before.last = i
                clause = Clause(i, len(lower), link, lower[i - 1] == ",", quoted[min(i + 1, len(lower) - 1)])
                clause.coordinated = link == "coordinate"
                if (
                    clause.coordinated
                    and before.link == "relative"
                    and lower[i - 1] != ","
                    and _directly(lower, heads, i)
                ):
                    clause.link, clause.comma = before.link, before.comma
                clauses.append(clause)
                has_finite = False
        if i in heads:
            group = heads[i]
            if clauses[-1].first == i and clauses[-1].coordinated and group.passive and not group.finite:
                group = replace(group, tense="past", passive=False)  # "fired him, named another and left"
            if (
                has_finite
                and group.first == group.head
                and group.tense == "past"
                and is_participle(lower[i])
                and not (
                    clauses[-1].groups[-1].lemma in SPEECH_VERBS and lower[i - 1] in PRONOUNS
                )  # "denied it bombed"
                and not _rules(lower, clauses[-1].groups[-1], group)
            ):
                group = replace(group, tense="participle", passive=True)  # "a group banned in ..."
            first = clauses[-1].first
            reported = clauses[-1].link == "that" and lower[first - 1] in REPORTS  # "reports that it fell in May are"
            bare = _reduced(lower, clauses[-1].groups, group)
            if bare is not None and not reported:
                clauses[-1].groups[-1] = bare
            clauses[-1].groups.append(group)
            has_finite |= group.finite
    clauses = _without_speech(lower, clauses)
    for clause in clauses:
        _promote(lower, clause)
    _parents(clauses)
    return clauses


def _rules(lower: list[str], before: VerbGroup, group: VerbGroup) -> bool:
    """Whether a verb tells at a sentence's end who ruled so: "will stand trial, a judge ruled on Tuesday"."""
    subject = lower[before.head + 1 : group.first][::-1]
    subject = subject[: subject.index(",")] if "," in subject else []
    return group.lemma in RULING and bool(subject) and subject[-1] in DETERMINERS and "by" not in lower[group.head :]


def _reduced(lower: list[str], before: list[VerbGroup], group: VerbGroup) -> VerbGroup | None:
    """The last verb of a clause as a participle where the next can only be the clause's own: "the men killed by rebels
    in May came home".
    """
    last = before[-1] if before else None
    own = group.finite and (
        group.head > group.first or (group.tense == "past" and not is_participle(lower[group.head]))
    )
    if last is None or not own or last.tense != "past" or last.first != last.head or last.lemma in SPEECH_VERBS:
        return None
    if not is_participle(lower[last.head]) or lower[last.head + 1] not in BY or lower[group.first - 1] in PRONOUNS:
        return None
    return replace(last, tense="participle", passive=True)


def _promote(lower: list[str], clause: Clause) -> None:
    """Reads a participle after a comma as the clause's verb where it has no other: "Kim Lee, 54, defeated ..."."""
    if (
        clause.link not in ("main", "that", "coordinate")
        or clause.quoted
        or any(group.finite for group in clause.groups)
    ):
        return
    bare = [
        at
        for at, group in enumerate(clause.groups)
        if group.first == group.head > clause.first + 1
        and group.tense == "participle"
        and group.passive
        and may_be_past(lower[group.head])
    ]
    if bare:
        # "Brask Foods, based in Lund, adopted a charter": what describes the subject stands between two commas.
        after_comma = [at for at in bare if lower[clause.groups[at].first - 1] == ","]
        at = next((at for at in bare if clause.groups[at].lemma in SPEECH_VERBS), (after_comma or bare)[-1])
        clause.groups[at] = replace(clause.groups[at], tense="past", passive=False)


def _directly(lower: list[str], heads: dict[int, VerbGroup], at: int) -> bool:
    """Whether a verb, no new subject, follows the joining word at `at`."""
    at += 1
    while at < len(lower) and is_adverb(lower[at]):
        at += 1
    return at in heads


def _without_speech(lower: list[str], clauses: list[Clause]) -> list[Clause]:
    """Parts "he said" from what he said where no "that" or quotation mark does."""
    found: list[Clause] = []
    for clause in clauses:
        finite = [group for group in clause.groups if group.finite]
        for one, other in pairwise(finite):
            if one.lemma in SPEECH_VERBS:
                at = one.head + 1
                found.append(_part(clause, clause.first, at, clause.link))
                clause = _part(clause, at, clause.last, "that")
            elif (other.lemma in SPEECH_VERBS or other.lemma in RULING) and "," in lower[one.head : other.first]:
                at = other.first - lower[one.head : other.first][::-1].index(",")
                found.append(_part(clause, clause.first, at, clause.link))
                clause = _part(clause, at, clause.last, "other")
        found.append(clause)
    return [clause for clause in found if clause.first < clause.last]


def _part(clause: Clause, first: int, last: int, link: Link) -> Clause:
    groups = [group for group in clause.groups if first <= group.first < last]
    return Clause(first, last, link, clause.comma and link == clause.link, clause.quoted, clause.coordinated, groups)


def _next_groups(length: int, groups: list[VerbGroup]) -> list[VerbGroup | None]:
    """For each word the first verb group that begins at or after it."""
    following: list[VerbGroup | None] = [None] * (length + 1)
    upcoming = {group.first: group for group in groups}
    for i in range(length - 1, -1, -1):
        following[i] = upcoming.get(i, following[i + 1])
    return following


def _parents(clauses: list[Clause]) -> None:
    """The parent of a clause is the nearest one before it that has a finite verb, else the next that has."""
    finite = [i for i, clause in enumerate(clauses) if any(group.finite for group in clause.groups)]
    following = [i for i in finite if clauses[i].link != "relative"] or finite
    bearing: int | None = None
    for i, clause in enumerate(clauses):
        clause.parent = bearing
        if i in finite:
            bearing = i
        elif bearing is None or (clauses[bearing].link == "relative" and bearing < following[0] and i < following[0]):
            clause.parent = next((at for at in following if at > i), bearing)
