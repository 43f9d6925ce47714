"""Whom a clause is about: its own subject, or whom "he", "which" or nothing at all stand for."""

from __future__ import annotations

from extraction.events.actors import (
    acts_on,
    agrees,
    antecedent,
    is_pronoun,
    names_somebody,
    resumed_subject,
    subject_span,
)
from extraction.events.candidates import Candidate
from extraction.events.clauses import Clause, Sentence
from extraction.events.lexicon import SPEECH_VERBS
from extraction.events.verbs import PREPOSITIONS, VerbGroup

#: Longer subjects name nobody in particular.
MAX_SUBJECT = 8


class Subjects:
    """The subjects of an article in order: the last one is whom a pronoun means."""

    def __init__(self, text: str, powers: frozenset[str]) -> None:
        self.text = text
        # Countries, and cities that stand for governments: no "he" means one.
        self.powers = powers
        self.subject = ""
        # Whether somebody or something was acted on by it.
        self.acted = False

    def lead(self, sentence: Sentence, candidate: Candidate, first: int) -> tuple[str, int]:
        """Whom "he" or "which" means, empty where the clause names its subject, and the first word of the title."""
        if candidate.verb is None:
            return "", first
        clause, verb, link = candidate.clause, candidate.verb, candidate.link
        if candidate.teller is not None:
            clause, verb = candidate.teller
            link = clause.link
        elif candidate.first < clause.first:
            return "", first
        begin, last = subject_span(sentence, clause, verb)
        own = begin < last and not is_pronoun(sentence, begin, last)
        if link == "relative" and begin + 1 < last and sentence.lower[begin] == "whose":
            owner = antecedent(self.text, sentence, clause.first)
            return _possessive(owner) + sentence.text(begin + 1, last, self.text) if owner else "", verb.first
        # "The court, which sits in Porto, on Friday sentenced": a day is no subject.
        lead = "" if own and sentence.lower[begin] not in PREPOSITIONS else self._resumed(sentence, clause)
        if lead or own:
            return lead, (verb.first if lead else begin)
        if link == "relative" and sentence.lower[clause.first] in ("who", "which", "that"):
            if begin > clause.first and begin < last:
                return "", begin  # "the mill, which it bought": not the mill did
            lead = antecedent(self.text, sentence, clause.first)
        elif begin >= last and link in ("relative", "other", "coordinate", "participle"):
            lead = _shared_subject(self.text, sentence, clause.first)
        if not lead and link != "after":
            lead = self._meant(sentence, clause, verb, sentence.lower[begin] if begin < last else "")
        return lead, (verb.first if lead else first)

    def _meant(self, sentence: Sentence, clause: Clause, verb: VerbGroup, pronoun: str) -> str:
        """Whom a clause without a name is about; empty where that is not sure, and the pronoun then stays.

        What somebody says of "it" is said of the speaker. Who acted in the sentence before is not who was then
        acted on: "Police arrested forty people. They were charged".
        """
        meant = "" if pronoun and verb.passive and self.acted else self.subject
        if clause.link == "that" and clause.parent is not None:
            speaking = sentence.clauses[clause.parent]
            telling = next((group for group in speaking.groups if group.finite), None)
            if telling is not None and telling.lemma in SPEECH_VERBS:
                first, last = subject_span(sentence, speaking, telling)
                named = 0 < last - first <= MAX_SUBJECT and not is_pronoun(sentence, first, last)
                meant = sentence.text(first, last, self.text) if named else ""
        return meant if agrees(pronoun, meant) and not (pronoun in ("he", "she") and meant in self.powers) else ""

    def _resumed(self, sentence: Sentence, clause: Clause) -> str:
        """The subject that stands in front of what describes it between commas."""
        return sentence.text(*resumed_subject(sentence, clause), self.text)

    def acting(self, sentence: Sentence, candidate: Candidate) -> int:
        """The word from which on those are named who take part: who denies something does only as its subject."""
        if candidate.teller is None or candidate.verb is None:
            return candidate.first
        begin, last = subject_span(sentence, candidate.clause, candidate.verb)
        own = begin < last and not is_pronoun(sentence, begin, last)
        return candidate.clause.first if own else candidate.first

    def denier(self, sentence: Sentence, candidate: Candidate, acting: int) -> str:
        """Who denies having done it: "Iran" of "Iran denied attacking"; empty where others are to have done it."""
        if candidate.teller is None or acting > candidate.first:
            return ""
        first, last = subject_span(sentence, *candidate.teller)
        return sentence.text(first, last, self.text)

    def remember(self, sentence: Sentence) -> None:
        """Keeps who a "he", "she" or "they" of the next sentence is likely to be."""
        for clause in sentence.clauses:
            for verb in clause.groups:
                if verb.finite and (clause.link != "relative" or clause is not sentence.clauses[1]):
                    first, last = subject_span(sentence, clause, verb)
                    resumed = resumed_subject(sentence, clause) if first >= last else (0, 0)
                    if resumed[1]:
                        first, last = resumed
                    last = next((i for i in range(first, last) if sentence.lower[i] == ","), last)
                    if (
                        (clause.link == "main" or resumed[1] > 0)
                        and 0 < last - first <= MAX_SUBJECT
                        and not is_pronoun(sentence, first, last)
                        and names_somebody(sentence, first, last)
                    ):
                        self.acted = acts_on(sentence, clause, verb)
                        self.subject = self.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
                    return


def _possessive(owner: str) -> str:
    return f"{owner}’ " if owner.endswith("s") else f"{owner}’s "


def _shared_subject(text: str, sentence: Sentence, at: int) -> str:
    """The subject of the clause before word `at`, which a verb joined by "and" shares; empty where it is a pronoun."""
    for clause in reversed(sentence.clauses):
        if clause.last <= at and not clause.coordinated:
            verb = next((group for group in clause.groups if group.finite), None)
            if verb is None:
                continue
            first, last = subject_span(sentence, clause, verb)
            if first >= last:
                first, last = resumed_subject(sentence, clause)
            last = next((i for i in range(first, last) if sentence.lower[i] == ","), last)
            if first >= last or is_pronoun(sentence, first, last) or last - first > MAX_SUBJECT:
                return ""
            return text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
    return ""
