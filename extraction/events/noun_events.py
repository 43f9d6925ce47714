"""Happenings that nouns report: "Sunday's attack", "the deal, signed on Tuesday", "following the raid"."""

from __future__ import annotations

from extraction.events.candidates import BEARING, Candidate
from extraction.events.clauses import Clause, Sentence
from extraction.events.lexicon import SPEECH_VERBS, kinds, noun_kinds
from extraction.events.negation import TAKING_PLACE, foregoes
from extraction.events.occurrence import accused, denier
from extraction.events.verbs import DEFINITE, DETERMINERS, PREPOSITIONS, VerbGroup
from extraction.types import Timex

# A noun phrase of fewer words with its date ("Opening: Friday") tells too little.
MIN_PHRASE = 6
AFTER_NOUN = frozenset(("following", "after", "despite", "since"))
BEFORE_NOUN = frozenset(("before", "until"))
SETTING_OUT = frozenset("open close resume convene".split())
ARGUMENT = frozenset("of in on by against with between at near that from for".split())
BRINGING_ABOUT = frozenset(
    "announce declare know sign publish hold make carry stage approve adopt pass agree reach conclude unveil launch "
    "open".split()
)
# "the deal between the two companies, announced on Tuesday": so many words, and characters, further on.
MAX_APPOSED, APPOSED_WITHIN = 10, 30


def from_nouns(sentence: Sentence, clause: Clause, timexes: list[Timex], named: list[Timex]) -> Candidate | None:
    """The happening that a noun of a clause reports: dated, after "following", or the subject of "took place".

    `named` are the expressions that tell which one is meant: "Sunday's attack".
    """
    for i in range(clause.first, clause.last):
        word = sentence.lower[i]
        kind = noun_kinds().get(word)
        if kind is None or sentence.tokens[i].text[:1].isupper():
            continue
        if any(g.first <= i <= g.head and g.finite for g in clause.groups):
            continue  # "did not meet", "may vote": the verb itself
        if i == clause.first and clause.link == "participle" and denier(sentence, clause) is not None:
            continue  # "did not deny meeting"
        if i and sentence.lower[i - 1] == "to" and (word == "death" or _is_verb(sentence, i)):
            continue  # "sentenced to death", "stabbed to death": how; "agreed to ban oil"
        first = _phrase_start(sentence.lower, clause, i)
        if foregoes(sentence.lower, i, first):
            continue
        lead = sentence.lower[first - 1] if first > clause.first else sentence.lower[clause.first]
        argued = i + 1 < clause.last and sentence.lower[i + 1] in ARGUMENT
        linked = (
            (lead in AFTER_NOUN or lead in BEFORE_NOUN)
            and first <= clause.first + 2
            and (argued or _possessed(sentence, first, i))
        )
        told = [t for t in named if _before(sentence, i, t)]
        dated = [t for t in timexes if _close(sentence, clause, i, t)] or told or _signed(sentence, clause, i, timexes)
        verb = next((g for g in clause.groups if g.first > i), None) or _resumed(sentence, clause)
        near = argued or (verb is not None and verb.first == i + 1)
        bearing = verb is not None and near and _is_told_of(sentence, clause, first, verb)
        there = _there_was(sentence, clause, first)
        if not dated and verb is not None and clause.link == "main" and _bears_date(verb):
            dated = timexes  # "The victory was theirs on Sunday"
        if clause.link == "if" or (clause.quoted and not dated):
            continue
        if _did_not_come(sentence, clause, first, verb, bool(told)):
            continue
        if dated and not told and clause.last - clause.first < MIN_PHRASE:
            continue
        if there is not None and not clause.quoted:
            end = _phrase_end(sentence, clause, i, clause.link)
            return Candidate(clause.first, end, word, kind.group, clause, there, i, clause.link, timexes)
        if not (dated or (kind.strength == "strong" and (linked or (bearing and clause.link == "main")))):
            continue
        link = "after" if lead in AFTER_NOUN else "before" if lead in BEFORE_NOUN else clause.link
        end = _phrase_end(sentence, clause, i, link)
        one = Candidate(first, end, word, kind.group, clause, None, i, link, dated)
        if any(g.head == i and accused(sentence, clause, g) for g in clause.groups):
            one.occurrence = "alleged"  # "on Friday they charged him with poisoning the well in March"
        return one
    return None


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word behind "to" is a verb with its object: "to ban oil", not "led to war with", "a way to peace"."""
    after = sentence.lower[at + 1] if at + 1 < len(sentence.lower) else "."
    plural = sentence.lower[at].endswith("s")
    return not plural and after[0].isalnum() and after not in PREPOSITIONS and after not in ("and", "or", "but")


def _did_not_come(sentence: Sentence, clause: Clause, first: int, verb: VerbGroup | None, named: bool) -> bool:
    """Whether a verb says that what a noun phrase tells was not, or not yet: "did not take place", "never signed
    the deal", "could sign the deal on Friday"; not "did not attend Sunday's meeting".
    """
    if verb is not None and verb.negated and verb.lemma in TAKING_PLACE:
        return True
    before = next((g for g in reversed(clause.groups) if g.head < first), None)
    open_yet = before is not None and before.finite and before.mode in ("unreal", "planned")
    if before is None or not (before.negated or open_yet) or named:
        return False
    return sentence.lower[first] not in DEFINITE or before.head + 1 == first


def _there_was(sentence: Sentence, clause: Clause, first: int) -> VerbGroup | None:
    """The verb by which a noun phrase that begins at word `first` is what there was: "there has been an explosion"."""
    verb = next((g for g in clause.groups if g.head < first), None)
    if verb is None or verb.lemma != "be" or verb.negated or verb.tense not in ("past", "perfect", "pluperfect"):
        return None
    there = sentence.lower[max(0, verb.first - 1) : verb.first] == ["there"]
    return verb if there and verb.head + 1 == first else None


def _resumed(sentence: Sentence, clause: Clause) -> VerbGroup | None:
    """The verb of which a clause cut off by "which ..." holds the subject: "The flood, which came at night, killed"."""
    if clause.groups:
        return None
    at = sentence.clauses.index(clause)
    after = sentence.clauses[at + 1 : at + 3]
    if len(after) < 2 or after[0].link != "relative" or after[1].link != "other" or not after[1].groups:
        return None
    return after[1].groups[0] if after[1].groups[0].first == after[1].first else None


def _is_told_of(sentence: Sentence, clause: Clause, first: int, verb: VerbGroup) -> bool:
    """Whether what a verb tells of its subject takes for granted that it happened: "killed", "has cost"; "the
    strike by ...".
    """
    if verb.tense not in ("past", "perfect", "pluperfect") or verb.negated or verb.mode != "real":
        return False
    return verb.lemma in BEARING or (first == clause.first and sentence.lower[first] == "the")


def _bears_date(verb: VerbGroup) -> bool:
    """Whether a verb tells so little that the date beside it is that of its subject: "the talks lasted", "opens"."""
    if verb.tense == "present" and verb.lemma in SETTING_OUT:
        return True
    return verb.tense == "past" and not verb.negated and verb.lemma not in SPEECH_VERBS and verb.lemma not in kinds()


def _phrase_start(lower: list[str], clause: Clause, noun: int) -> int:
    """Back over the words of the noun phrase, to its determiner at most eight words before."""
    first = noun
    while first > clause.first and noun - first < 8:
        word = lower[first - 1]
        if word in DETERMINERS:
            return first - 1
        if not (word[0].isalnum() or word in "-()’'") or word in AFTER_NOUN or word in BEFORE_NOUN or word in ARGUMENT:
            break
        if any(g.first <= first - 1 <= g.head and g.tense != "participle" for g in clause.groups):
            break  # "met to discuss Wednesday's bombing"
        first -= 1
    return first


def _phrase_end(sentence: Sentence, clause: Clause, noun: int, link: str) -> int:
    """A noun phrase that hangs on "after" or "despite" ends at its comma; any other with the clause."""
    if link not in ("after", "before"):
        return clause.last
    ends = [i for i in range(noun, clause.last) if sentence.lower[i] == ","]
    ends += [group.first for group in clause.groups if group.finite and group.first > noun + 1]
    return min(ends, default=clause.last)


def _possessed(sentence: Sentence, first: int, noun: int) -> bool:
    return any(
        word.endswith(("’s", "'s")) or word in ("its", "their", "his", "her") for word in sentence.lower[first:noun]
    )


def _close(sentence: Sentence, clause: Clause, noun: int, timex: Timex) -> bool:
    """Whether an expression dates the noun: it follows within the phrase, no verb between."""
    at = sentence.tokens[noun].end
    if not at <= timex.start:
        return False
    return not any(at <= sentence.tokens[g.first].start < timex.start for g in clause.groups)


def _signed(sentence: Sentence, clause: Clause, noun: int, timexes: list[Timex]) -> list[Timex]:
    """What dates a noun by way of a participle: "the deal, signed on Tuesday, gives", "a raid carried out in May"."""
    for group in clause.groups:
        near = noun < group.first <= noun + MAX_APPOSED
        if near and group.passive and not group.finite and group.lemma in BRINGING_ABOUT:
            return [t for t in timexes if 0 < t.start - sentence.tokens[group.head].end < APPOSED_WITHIN]
    return []


def _before(sentence: Sentence, noun: int, timex: Timex) -> bool:
    """Whether an expression stands in front of the noun, with at most two words between them."""
    first = max(0, noun - 4)
    return sentence.tokens[first].start <= timex.start and timex.end <= sentence.tokens[noun].start
