"""Verb groups: "has been killed", "is expected to meet", "did not attend", with tense, voice and modality.

A light reading without a parser: auxiliaries and adverbs are followed to their head, and the head's form
(table in `lexicon`) must fit the last auxiliary. What it cannot read is no verb group, so that recall is lost
rather than events invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from extraction.events.lexicon import AHEAD, FAILED, HAPPENED, LASTING, Reading, further_verbs, noun_kinds, verb_forms
from extraction.events.negation import denied_by_words, shared

Tense = Literal["past", "perfect", "pluperfect", "present", "future", "infinitive", "participle", "gerund"]
Mode = Literal["real", "planned", "unreal", "habit"]

BE = frozenset("am is are was were be been being 's 're".split())
HAVE = frozenset("has have had having 've".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must cannot wo ca".split())
NEGATIONS = frozenset("not never n't hardly no".split())
ADVERBS = frozenset(
    "also then later now already still just since even ever once again only often soon first long once yet so "
    "finally thus instead together further reportedly allegedly officially formally currently previously "
    "twice".split()
)
DETERMINERS = frozenset("the a an this that these those its his her their our my your some any no every each".split())
#: What makes a phrase definite: what is known, or whose it is.
DEFINITE = frozenset("the this that its his her their".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under after before during between among against about across "
    "through towards toward within without near around amid despite since until till following via per as "
    "than".split()
)
PRONOUNS = frozenset("he she it they we i you who which that".split())
CONTRACTED = {"didn't": "did", "wasn't": "was", "weren't": "were", "hasn't": "has", "haven't": "have", "hadn't": "had",
              "isn't": "is", "aren't": "are", "won't": "will", "wouldn't": "would", "can't": "can", "couldn't": "could",
              "don't": "do", "doesn't": "does", "shouldn't": "should"}  # fmt: skip
# Adjectives that do the same after "be".
ADJECTIVES_AHEAD = frozenset(("poised", "ready", "likely"))
ADJECTIVES_TO = frozenset("able unable due set likely ready poised about".split())
UNSEEN_SUFFIXES = ("ed",)
# Verbs whose present forms are more often nouns.
ALSO_NOUNS = frozenset(
    "force report plan claim call order vote protest deal talk fire release rule face cost lead show fight bomb file "
    "record state note award grant issue fund purchase name place point position mine share change move land house "
    "attempt offer supply return drive gain surge jump climb form cover start end launch sign open view focus account "
    "support interest benefit demand answer reply praise comment estimate struggle search exchange swap travel "
    "sentence charge fine suspect export import increase decrease rise fall drop decline cut result cause need "
    "work".split()
)
# And those whose -s forms never are.
NEVER_NOUNS = frozenset(("continue", "persist"))
JOINING = frozenset("and but or as after before when while because since until".split())
# In front of a noun: "five lives", "some moves".
COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen hundred several many few some".split()
)
# A subject without prepositions has so many words at most.
MAX_PLAIN = 6
# "hit" after "that" is past sooner than present.
ORDER = ("ing", "past", "part", "s", "base")
MONTHS = frozenset("january february march april may june july august september october november december".split())
# "had to leave", "were told to leave": they left. "tried to seize power": an attempt is a happening.
COMPELLING = frozenset("force oblige make compel tell order instruct call summon require".split())
TRYING = frozenset(("try", "attempt"))
# "is feared to have drowned", "are now known to have died".
KNOWN = frozenset("know fear believe think say report understand presume confirm suspect allege find".split())
SCHEDULED = frozenset("schedule set plan slate fix".split())
# What people do in order to do something else, so that this alone is known to have happened.
ERRANDS = frozenset(
    "rush hurry gather meet queue march vote stop pause fly sail drive walk run travel arrive visit assemble convene "
    "deploy dispatch rally protest strike sign kneel line".split()
)
# Where people go: "returned to work" is no infinitive.
PLACES_TO = frozenset("work power school court war jail prison office bed".split())
# Words in -ed that are adjectives or nouns in front of what they describe.
NOT_VERBS = frozenset(
    "united armed limited so-called aged hundred naked sacred wicked alleged supposed red bed led seed speed "
    "need feed "
    "indeed exceed embed united red-handed based related detailed experienced mixed advanced unprecedented "
    "interested "
    "concerned unidentified disputed displaced occupied suspected wanted estimated combined continued "
    "increased".split()
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: word indexes [first, head], lemma, and how it is used."""

    first: int
    head: int
    lemma: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    mode: Mode = "real"
    known: bool = True

    @property
    def finite(self) -> bool:
        """Whether it can bear a clause of its own."""
        return self.tense not in ("infinitive", "participle", "gerund")


def readings(word: str) -> tuple[Reading, ...]:
    """The verb forms that a lower-case word can be; words in -ed outside the table are read by their ending."""
    known = verb_forms().get(word)
    if known is not None:
        return known
    if len(word) > 4 and word.endswith(UNSEEN_SUFFIXES) and word not in NOT_VERBS and word.isalpha():
        return (Reading(word, "past"), Reading(word, "part"))
    return ()


def may_be_past(word: str) -> bool:
    """Whether a lower-case word can be a verb's past."""
    return any(reading.form == "past" for reading in readings(word))


def is_adverb(word: str) -> bool:
    """Whether a word may stand between auxiliary and verb."""
    return word in ADVERBS or word in NEGATIONS or (len(word) > 4 and word.endswith("ly"))


def find_verb_groups(words: list[str]) -> list[VerbGroup]:
    """The verb groups of a sentence given as its tokens' texts, in order and without overlap."""
    again = {i + shift for i in range(len(words) - 2) if _done_again(words, i) for shift in (0, 1)}
    if not again:
        return _found_groups(words)
    kept = [i for i in range(len(words)) if i not in again]
    groups = _found_groups([words[i] for i in kept])
    return [replace(group, first=kept[group.first], head=kept[group.head]) for group in groups]


def _done_again(words: list[str], at: int) -> bool:
    """Whether a prefix stands before a verb as a word of its own: "was re-elected"."""
    return words[at].lower() == "re" and words[at + 1] == "-" and bool(readings(words[at + 2].lower()))


def _found_groups(words: list[str]) -> list[VerbGroup]:
    lower = [CONTRACTED.get(word.lower().replace("’", "'"), word.lower()) for word in words]
    contracted = {i for i, word in enumerate(words) if word.lower().replace("’", "'") in CONTRACTED}
    found: list[VerbGroup] = []
    at = 0
    while at < len(lower):
        hyphened = words[at - 1 : at] == ["-"] or words[at + 1 : at + 2] == ["-"]
        group = None if hyphened else _group(lower, words, at, contracted)
        if group is None:
            at += 1
            continue
        at = group.head + 1
        chained = _chained(lower, words, group)
        if chained is not None:
            group = chained
            at = group.head + 1
        if found and group.first == group.head and group.tense == "past" and _completes(lower, found[-1], group):
            group = replace(group, tense="participle", passive=True)
        ended = found[-1].head + 1 if found else 0
        spread = bool(found) and found[-1].negated and shared(lower, group.first, ended)
        if spread or denied_by_words(lower, group.first, group.head, ended):
            group = replace(group, negated=True)
        found.append(group)
    found = [
        replace(group, tense="participle", passive=True) if _reduced(lower, group, found[n + 1 :]) else group
        for n, group in enumerate(found)
    ]
    for n, (one, other) in enumerate(pairwise(found)):
        if _expected(lower, words, one, other):
            found[n + 1] = replace(other, tense="future", mode="planned")
    if words[-1:] == ["."] and not any(group.finite for group in found):
        alone = next((group for at in range(2, len(words)) if (group := _lone_present(lower, words, at))), None)
        if alone is not None:
            found = sorted([g for g in found if g.head < alone.first or g.first > alone.head] + [alone], key=_begins)
    return found


def _expected(lower: list[str], words: list[str], one: VerbGroup, other: VerbGroup) -> bool:
    """ "Officials expect the bridge to open in May": what is foretold of something, as "will" foretells it."""
    if one.lemma != "expect" or not one.finite or one.passive or one.negated or other.tense != "infinitive":
        return False
    what = lower[one.head + 1 : other.first]
    if not what or len(what) > MAX_EXPECTED or not all(word[0].isalnum() or word in "'’-" for word in what):
        return False
    return what[0] in DETERMINERS or words[one.head + 1][0].isupper() or what[0].isdigit() or what[0].endswith("s")


# Of what something is expected, in so many words.
MAX_EXPECTED = 8


def _reduced(lower: list[str], group: VerbGroup, further: list[VerbGroup]) -> bool:
    """ "a miner injured by falling rock died": what somebody suffered, in front of the verb that bears the clause."""
    lone = group.first == group.head and group.tense == "past" and lower[group.head + 1 : group.head + 2] == ["by"]
    following = next((one for one in further if one.finite), None)
    if not lone or following is None or not any(one.form == "part" for one in readings(lower[group.head])):
        return False
    between = lower[group.head + 2 : following.first]
    joined = any(not word[0].isalnum() or word in PRONOUNS or word in JOINING for word in between)
    return bool(between) and not joined


def _begins(group: VerbGroup) -> int:
    return group.first


def _lone_present(lower: list[str], words: list[str], at: int) -> VerbGroup | None:
    """The present form at word `at`, also a noun, as the only verb that a sentence has: "Ministers meet"."""
    before, after = lower[at - 1], lower[at + 1] if at + 1 < len(lower) else "."
    subject = before not in DETERMINERS | COUNTS and before.isalpha() and not is_adverb(before)
    subject = subject and at <= MAX_PLAIN and not any(word in PREPOSITIONS or word == "," for word in lower[:at])
    closed = after in DETERMINERS or after in PREPOSITIONS or after == "." or words[at + 1][0].isupper()
    if not (subject and closed and words[at].islower()):
        return None
    form = "base" if before.endswith("s") else "s"
    reading = next((one for one in verb_forms().get(lower[at], ()) if one.form == form), None)
    return VerbGroup(at, at, reading.lemma, "present") if reading is not None else None


def _completes(lower: list[str], before: VerbGroup, group: VerbGroup) -> bool:
    """ "was declared territorially defeated": a participle that belongs to the verb before it."""
    participle = any(reading.form == "part" for reading in readings(lower[group.head]))
    return participle and before.passive and all(is_adverb(word) for word in lower[before.head + 1 : group.first])


def _group(lower: list[str], words: list[str], at: int, contracted: set[int]) -> VerbGroup | None:
    word = lower[at]
    if at and words[at][0].isupper() and word != "to" and len(word) > 1:
        return None  # a name or an abbreviation that looks like a verb: May, Will, IS
    if word in BE or word in HAVE or word in DO or word in MODALS or (word == "to" and at + 1 < len(lower)):
        return _with_auxiliaries(lower, words, at, contracted)
    return _bare(lower, words, at)


def _with_auxiliaries(lower: list[str], words: list[str], at: int, contracted: set[int]) -> VerbGroup | None:
    chain: list[str] = []
    negated = False
    i = at
    while i < len(lower) and i - at < 8:
        word = lower[i]
        if word in BE or word in HAVE or word in DO or word in MODALS or (word == "to" and not chain):
            if word in ("'s", "’s"):
                return None
            chain.append(word)
            negated |= i in contracted
        elif is_adverb(word) and chain:
            negated |= word in NEGATIONS
        else:
            break
        i += 1
    if i >= len(lower):
        return _copula(at, i - 1, chain, negated)
    last = chain[-1]
    for reading in readings(lower[i]):
        built = _fit(chain, last, reading, words, i)
        if built is not None:
            tense, passive = built
            known = lower[i] in verb_forms()
            return VerbGroup(at, i, reading.lemma, tense, passive, negated, _mode(chain), known)
    if last == "to":
        return None
    return _copula(at, max(at, i - 1), chain, negated)


def _fit(chain: list[str], last: str, reading: Reading, words: list[str], at: int) -> tuple[Tense, bool] | None:
    """Tense and voice where the head's form fits the last auxiliary."""
    form = reading.form
    if last in BE:
        if form == "part" and words[at][:1].islower():
            return _tense(chain), True
        if form == "ing" and words[at][:1].islower():
            return _tense(chain), False
        return None
    if last in HAVE:
        return (_tense(chain), False) if form == "part" else None
    return (_tense(chain), False) if form == "base" else None


def _tense(chain: list[str]) -> Tense:
    first = chain[0]
    if first == "to":
        return "infinitive"
    if first in MODALS:
        return "future"
    if first == "having" or first == "being":
        return "participle"
    if first in HAVE:
        return "pluperfect" if first == "had" else "perfect"
    if first in ("was", "were", "did"):
        return "past"
    return "present"


def _mode(chain: list[str]) -> Mode:
    first = chain[0]
    if first in ("will", "shall", "wo"):
        return "planned"
    if first in MODALS or first == "to":
        return "unreal"
    return "real"


def _copula(first: int, head: int, chain: list[str], negated: bool) -> VerbGroup | None:
    if not chain or chain == ["to"]:
        return None
    lemma = "be" if chain[-1] in BE else "have" if chain[-1] in HAVE else "do"
    return VerbGroup(first, head, lemma, _tense(chain), False, negated, _mode(chain))


def _bare(lower: list[str], words: list[str], at: int) -> VerbGroup | None:
    """A verb without auxiliary. The word before decides whether it can be one at all."""
    word = lower[at]
    found = readings(word)
    if not found:
        return None
    known = word in verb_forms()
    before = lower[at - 1] if at else ""
    if words[at][:1].isupper() and at:
        return None  # a name, or a headline's capitals
    for reading in sorted(found, key=lambda reading: ORDER.index(reading.form)):
        if reading.form == "ing":
            noun = before and before not in PREPOSITIONS and before != "," and _noun_follows(lower, at)
            if before in DETERMINERS or before.endswith(("'s", "’s")) or noun:
                return None
            return VerbGroup(at, at, reading.lemma, "gerund" if before in PREPOSITIONS else "participle", known=known)
        if reading.form == "past":
            if (before in DETERMINERS and before != "that") or before in PREPOSITIONS or not before:
                return None
            if before.isdigit() and not _ends_date(lower, at - 1):
                return None
            if before == "," and word != "said" and any(other.form == "part" for other in found):
                return VerbGroup(at, at, reading.lemma, "participle", passive=True, known=known)
            return VerbGroup(at, at, reading.lemma, "past", known=known)
        if reading.form == "part" and before not in DETERMINERS and before and before not in PREPOSITIONS:
            return VerbGroup(at, at, reading.lemma, "participle", passive=True, known=known)
        if reading.form in ("s", "base") and _present_possible(lower, words, at, reading):
            return VerbGroup(at, at, reading.lemma, "present", known=known)
    return None


def _ends_date(lower: list[str], at: int) -> bool:
    """Whether the number at word `at` ends a date, not begins what there is so many of: "the quake of May 4 hit"."""
    before = lower[at - 1] if at else ""
    return before in MONTHS or (before in PREPOSITIONS and len(lower[at]) == len("2021"))


def _noun_follows(lower: list[str], at: int) -> bool:
    """ "a meeting of", "fighting in": an -ing form used as a noun."""
    return at + 1 < len(lower) and lower[at + 1] in ("of",)


def _present_possible(lower: list[str], words: list[str], at: int, reading: Reading) -> bool:
    """Whether a base or -s form follows something that can be its subject; "the attack", "deadly raids" do not."""
    before = lower[at - 1] if at else ""
    if not before or before in DETERMINERS or before in PREPOSITIONS or before in ("and", "or", ",", "-", "’s", "'s"):
        # "On Monday, rebels attacked": the subject of the verb after it.
        return before == "," and reading.form == "s" and not _begins_verb(lower, at + 1)
    if before.endswith(("’s", "'s")):
        return False  # "the bishop's guard"
    if before in PRONOUNS:
        return True
    if before in COUNTS or before.isdigit():
        return False  # "five lives"
    doing = before.endswith("ing") and any(one.form == "ing" for one in readings(before))
    if doing and (at < 2 or lower[at - 2] not in DETERMINERS):
        return False  # "seizing guns and", not "the building houses"
    after = lower[at + 1] if at + 1 < len(lower) else "."
    if reading.lemma in AHEAD and reading.form == "s" and after == "to" and _bears_clause(lower, at):
        return True  # "the army plans to attack", not "the plans to attack were"
    if lower[at] in noun_kinds() or reading.lemma in ALSO_NOUNS or reading.lemma in further_verbs():
        return (
            after in DETERMINERS or after.isdigit() or (after == "to" and before.endswith("s"))
        )  # "the rebels attack the town", not "rebel attacks in"
    object_follows = (
        after in DETERMINERS
        or after in PREPOSITIONS
        or after.isdigit()
        or is_adverb(after)
        or words[at + 1 : at + 2] != [after]
    )
    if reading.form == "base":
        return before.endswith("s") and object_follows
    # "the search for survivors continues": no noun, whatever stands before it.
    return not before.endswith("s") or reading.lemma in NEVER_NOUNS


def _begins_verb(lower: list[str], at: int) -> bool:
    """Whether a finite verb begins at word `at`, past adverbs."""
    while at < len(lower) and is_adverb(lower[at]):
        at += 1
    word = lower[at] if at < len(lower) else "."
    finite = word in BE or word in HAVE or word in DO or word in MODALS
    return finite or may_be_past(word)


def _bears_clause(lower: list[str], at: int) -> bool:
    """Whether no other verb follows that could be the clause's, up to the next mark, so that word `at` is it."""
    for word in lower[at + 1 :]:
        if not word[0].isalnum() or word in PRONOUNS or word in ("and", "but", "if", "when", "after"):
            return True
        if word in BE - {"be", "being"} or word in HAVE - {"have", "having"} or word in MODALS - {"may"}:
            return False
    return True


def _chained(lower: list[str], words: list[str], group: VerbGroup) -> VerbGroup | None:
    """ "is expected to meet", "managed to oust", "was able to leave": the infinitive is what happens."""
    to, lemma = group.head + 1, group.lemma
    known_to = group.passive and lemma in KNOWN and lower[to : to + 2] == ["to", "have"]
    if known_to:
        to += 1
    if lemma == "be":
        if to < len(lower) and lower[to] in ADJECTIVES_TO:
            lemma, to = lower[to], to + 1
    elif to < len(lower) and is_adverb(lower[to]):
        to += 1
    if lemma == "go" and lower[to : to + 1] == ["on"]:
        to += 1
    alight = lower[to : to + 2] == ["on", "fire"]
    if lemma in SCHEDULED and group.passive and lower[to : to + 1] in (["for"], ["on"]) and not alight:
        return replace(group, mode="planned")  # "the vote is scheduled for 3 June"
    if to + 1 >= len(lower) or (lower[to] != "to" and not known_to):
        return None
    if lemma in ERRANDS and group.finite and group.mode == "real":
        return None  # "rushed to help": what it was for is another matter
    head = to + 1
    if lower[head] in PLACES_TO:
        return None
    while head < len(lower) - 1 and (is_adverb(lower[head]) or lower[head] == "be"):
        head += 1
    for reading in readings(lower[head]):
        passive = lower[head - 1] in ("be", "been")
        tense = "past" if lemma == "have" else "perfect" if known_to else group.tense
        if reading.form == ("part" if passive or known_to else "base"):
            return VerbGroup(
                group.first,
                head,
                reading.lemma,
                tense,
                passive,
                group.negated or lemma in FAILED,
                "planned" if _going(lower, group) else _colour(lemma, group),
                lower[head] in verb_forms(),
            )
    return None


def _going(lower: list[str], group: VerbGroup) -> bool:
    """ "is going to meet": it is to happen."""
    return lower[group.head] == "going" and group.tense == "present" and group.mode == "real" and not group.negated


def _colour(lemma: str, group: VerbGroup) -> Mode:
    if group.mode != "real":
        return group.mode
    if lemma in HAPPENED or lemma in FAILED:
        return "real"
    if group.tense in ("past", "perfect", "pluperfect") and (
        lemma == "have" or (group.passive and lemma in COMPELLING) or lemma in TRYING
    ):
        return "real"
    if group.passive and lemma in KNOWN:
        return "real"
    if lemma in AHEAD or lemma in ADJECTIVES_AHEAD or (lemma == "be" and group.tense == "present"):
        return "planned"
    if lemma in LASTING:
        return "habit"
    return "unreal"
