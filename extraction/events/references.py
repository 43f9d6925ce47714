"""Happenings that a noun phrase refers to, wherever it stands: "the victims of the bus accident", "since her arrest".

A definite noun phrase whose noun is a happening takes for granted that it took place, whatever the sentence goes on
to say of it. What an article of another day told by a verb, a later one mentions so. It gives background, most often
without a date, and is kept where nothing else in the article tells it (`duplicates`).
"""

from __future__ import annotations

from extraction.events.apart import apart
from extraction.events.candidates import BEARING, Candidate
from extraction.events.clauses import Clause, Sentence
from extraction.events.lexicon import LIGHT_VERBS, SPEECH_VERBS, Kind
from extraction.events.links import COORDINATE, RELATIVE, SUBORDINATE
from extraction.events.nominals import nominal
from extraction.events.verbs import DEFINITE, DETERMINERS, PREPOSITIONS, PRONOUNS, VerbGroup, is_adverb
from extraction.types import Timex

OWNED = frozenset("its his her their".split())
INDEFINITE = frozenset("a an any no some every each another such whatever which what".split())
#: Of these nothing is known to have happened.
OPEN = frozenset(
    "upcoming next planned proposed possible potential future coming looming annual current ongoing alleged attempted "
    "threatened imminent forthcoming eventual usual regular likely further new scheduled so-called hypothetical".split()
)
#: Without a date these are as often what is meant in general, or what is said.
VAGUE = frozenset(
    "decision interview speech ballot race contest game match primary nomination sentence conference briefing session "
    "debate plea hearing operation poll draw discussion negotiation settlement compromise failure fall war "
    "increase decrease rise drop cut decline reduction surge find return exchange performance flight arrival "
    "introduction upset loss performance promotion recognition establishment".split()
)
#: Prepositions before which a noun is another happening than the clause's verb, and those in front of what is to come.
APART = frozenset("after since following over for from despite of before amid".split())
#: What leads from a happening to what came before it.
LEADING_ON = frozenset("for over after following".split())
#: Verbs whose object, the definite noun of a happening, has taken place or is under way.
FACTIVE = frozenset(
    "end stop halt suspend resume interrupt disrupt break survive quell crush condemn denounce deplore decry "
    "investigate probe examine recall remember mark commemorate mourn protest criticize blame "
    "welcome hail praise regret "
    "witness film see watch cause trigger follow precede cover join lead plan stage "
    "organize direct orchestrate mastermind foil repel resist escape celebrate continue extend ".split()
)
#: What people do with what is not yet, or may never be.
LOOKING_AHEAD = frozenset(
    "want demand expect plan await seek need require avoid prevent avert threaten prepare consider propose oppose "
    "promise urge request schedule postpone delay fear hope predict forecast contemplate advocate favour favor call "
    "support ask pledge allow permit forbid ban block wait let tend intend aim wish discuss debate".split()
)
#: Before a noun that has happened, in whatever tense.
PAST_OF = frozenset("after since following of from by during in at with".split())
YET_TO_COME = frozenset("for until before towards toward ahead".split())
BEFORE_NOW = frozenset(("past", "perfect", "pluperfect"))
AHEAD = frozenset("for to until before towards toward without against on about ahead".split())
LINKS = frozenset(("after", "since", "following"))
#: What may follow a noun that is not the first part of a compound ("the strike leader").
CLOSING = PREPOSITIONS | COORDINATE | RELATIVE | PRONOUNS | frozenset(SUBORDINATE) | frozenset(("to", "here", "there"))
#: Kinds that befall people: a bare "the attack" is one that happened.
BEFALLING = frozenset(("violence", "death", "disaster", "justice"))
PUBLIC = frozenset(("protest", "end", "contest", "discovery"))
MAX_BEFORE = 8
MAX_AFTER = 14


def references(
    sentence: Sentence, found: list[Candidate], owned: dict[int, list[Timex]], named: dict[int, list[Timex]]
) -> list[Candidate]:
    """The happenings that noun phrases of a sentence refer to, beside those already found in it."""
    told = [(one.first, one.last) for one in found if one.verb is None]
    more: list[Candidate] = []
    for i, clause in enumerate(sentence.clauses):
        if clause.link == "if" or clause.quoted:
            continue
        at = clause.first
        while at < clause.last:
            itself = any(g.first <= at <= g.head and g.finite for g in clause.groups)
            kind = nominal(sentence, at) if not itself else None
            if kind is not None and not any(first <= at < last for first, last in told):
                timexes = [*owned.get(i, []), *named.get(i, [])]
                one = _reference(sentence, clause, at, kind, found, timexes)
                if one is not None:
                    more.append(one)
                    at = one.last
            at += 1
    return more


def _reference(
    sentence: Sentence, clause: Clause, noun: int, kind: Kind, found: list[Candidate], timexes: list[Timex]
) -> Candidate | None:
    first = _begin(sentence, clause, noun)
    words = sentence.lower[first : noun + 1]
    if first == noun or OPEN & set(words):
        return None
    told = _told_of(sentence, clause, noun)
    if INDEFINITE & set(words) and not (words[0] in ("a", "an") and told is not None and told.tense in BEFORE_NOW):
        return None
    after = sentence.tokens[noun].end
    if not (_closed(sentence, clause, noun) or any(after < t.start <= after + 1 for t in timexes)):
        return None
    possessed = any(word.endswith(("’s", "'s")) or word in OWNED for word in words[:-1])
    own = [t for t in timexes if sentence.tokens[first].start <= t.start < sentence.tokens[noun].start]
    if not (words[0] in DEFINITE or possessed or own or words[0] in ("a", "an")):
        return None
    end = _past_date(sentence, clause, _end(sentence, clause, noun), timexes)
    behind = [t for t in timexes if sentence.tokens[noun].end <= t.start < sentence.tokens[end - 1].end]
    governing = next((g for g in clause.groups if g.head == first - 1 and g.finite), None)
    if behind and not own and governing is not None and (governing.negated or governing.mode in ("unreal", "planned")):
        return None  # "never signed the decree on Friday", "could sign the deal on Friday"
    own += behind
    before = sentence.lower[first - 1] if first > clause.first else ""
    if not own and not _happened(sentence, clause, first, noun, end, kind, possessed, told):
        return None
    verbal = next((one for one in found if one.verb is not None and one.first <= noun < one.last), None)
    if verbal is not None and not _apart(verbal, noun, before, bool(own)):
        return None
    if verbal is not None:
        own = _left(sentence, verbal, noun, own)
        if not own and kind.group not in BEFALLING and not possessed and end <= noun + 1 and told is None:
            return None
    link = clause.link if own else "after"
    return Candidate(first, end, sentence.lower[noun], kind.group, clause, None, noun, link, own)


def _begin(sentence: Sentence, clause: Clause, noun: int) -> int:
    """The first word of the phrase: its determiner, or whose it is."""
    first = noun
    while first > clause.first and noun - first < MAX_BEFORE:
        word = sentence.lower[first - 1]
        if word in DEFINITE or word in INDEFINITE:
            return first - 1
        if word in CLOSING or not (word[0].isalnum() or word in "-’'") or _verb_at(clause, first - 1):
            break
        first -= 1
    return first


def _verb_at(clause: Clause, at: int) -> VerbGroup | None:
    """The verb group that word `at` belongs to, no participle, which may describe the noun."""
    return next((g for g in clause.groups if g.first <= at <= g.head and g.tense != "participle"), None)


def _closed(sentence: Sentence, clause: Clause, noun: int) -> bool:
    """Whether the phrase's head is the noun, not a noun after it that it describes: "the strike leader"."""
    if noun + 1 >= clause.last:
        return True
    word = sentence.lower[noun + 1]
    if sentence.lower[noun].isdigit():
        return True  # "that 5-0"
    if word == "-" and sentence.lower[noun + 3 : noun + 4] == ["of"] and sentence.lower[noun].endswith("ing"):
        return True  # "the drying-up of the lake"
    if word in ("-", "’s", "'s", "’"):
        return False
    if (
        word in CLOSING
        or word in DETERMINERS
        or not word[0].isalpha()
        or is_adverb(word)
        or sentence.tokens[noun + 1].text[0].isupper()
    ):
        return True
    return any(g.first == noun + 1 for g in clause.groups)


def _end(sentence: Sentence, clause: Clause, noun: int) -> int:
    """After the words that tell more of it: "of", "in", "on" and what they govern, up to a verb or a mark."""
    end = noun + 1
    while end < min(clause.last, noun + MAX_AFTER):
        word = sentence.lower[end]
        if end == noun + 1 and word not in PREPOSITIONS:
            break
        if word in COORDINATE or (not word[0].isalnum() and word not in "-’'") or word == "that":
            break
        if any(g.first == end and g.tense != "gerund" for g in clause.groups):
            break
        if word in LEADING_ON and _nominal_ahead(sentence, clause, end + 1):
            break  # "her conviction for the murder of her brother"
        end += 1
    while end > noun + 1 and (sentence.lower[end - 1] in CLOSING or sentence.lower[end - 1] in DEFINITE):
        end -= 1
    return end


def _past_date(sentence: Sentence, clause: Clause, end: int, timexes: list[Timex]) -> int:
    """After an expression that follows at once: "the tremor two days later"."""
    at = sentence.tokens[end - 1].end
    for timex in timexes:
        if at < timex.start <= at + 1:
            while end < clause.last and sentence.tokens[end].end <= timex.end:
                end += 1
    return end


def _nominal_ahead(sentence: Sentence, clause: Clause, at: int) -> bool:
    """Whether a definite phrase that begins at word `at` is a happening of its own."""
    if at >= clause.last or sentence.lower[at] not in DEFINITE:
        return False
    ahead = range(at + 1, min(at + 4, clause.last))
    return any((kind := nominal(sentence, i)) is not None and kind.group in BEFALLING for i in ahead)


def _told_of(sentence: Sentence, clause: Clause, noun: int) -> VerbGroup | None:
    """The verb of the clause that tells at once what a happening was or did: "the plunge that cost four lives"."""
    if noun + 1 != clause.last:
        return None
    at = sentence.clauses.index(clause) + 1
    after = sentence.clauses[at] if at < len(sentence.clauses) else None
    if after is None or after.link != "relative":
        return None
    verb = next((group for group in after.groups if group.finite), None)
    return verb if verb is not None and verb.mode == "real" and not verb.negated else None


def _happened(
    sentence: Sentence,
    clause: Clause,
    first: int,
    noun: int,
    end: int,
    kind: Kind,
    possessed: bool,
    told: VerbGroup | None,
) -> bool:
    """Whether a phrase without a date speaks of one happening of the past, not of what is meant in general.

    What a definite phrase names is taken for granted in any tense of the sentence ("what the freeing of the price will
    cost"), unless it stands where people look ahead: after "until", or as what somebody demands or fears.
    """
    lower = sentence.lower
    owner = possessed and any(
        sentence.tokens[i].text[0].isupper() for i in range(first, noun) if i > 0 and lower[i] not in DEFINITE
    )
    named = any(sentence.tokens[i].text[0].isupper() for i in range(first, end) if i > 0 and lower[i] not in DEFINITE)
    many = kind.group in BEFALLING and lower[noun + 1 : noun + 2] == ["of"]  # "the deaths of two soldiers"
    if kind.strength == "weak" and not many and not owner:
        return False
    if clause.first == first - 1 and lower[first - 1] in LINKS and apart(lower, first - 1):
        return True  # "two months after the flotation"
    if lower[noun] in VAGUE and not (owner and kind.strength == "strong"):
        return False
    verb = next((g for g in clause.groups if g.finite), None)
    before = lower[first - 1] if first else ""
    befalling = kind.group in BEFALLING
    bare = noun == first + 1 and end == noun + 1 and (told is None or told.tense not in BEFORE_NOW)
    if before in AHEAD and not befalling and (before in YET_TO_COME or not possessed):
        return False
    nearest = max((g for g in clause.groups if g.first < noun), key=lambda g: g.first, default=None)
    governed = nearest is not None and nearest.head == first - 1
    if governed and nearest is not None and nearest.lemma in FACTIVE and (befalling or kind.group in PUBLIC):
        return True  # "condemned the attack", "to end the strike"
    if nearest is not None and (nearest.lemma in LOOKING_AHEAD or nearest.mode == "planned" or nearest.negated):
        return befalling and not governed and not bare and (before not in AHEAD or before == "for")
    real = verb is None or (verb.mode == "real" and verb.tense in ("past", "perfect", "pluperfect"))
    leading = first == clause.first
    if lower[first] in ("a", "an"):
        return not bare
    if leading and (verb is None or verb.mode == "real" or possessed or named):
        return possessed or named or befalling or (not bare and real)
    if not real and not befalling and not (possessed or named or before in PAST_OF):
        return False
    if named or possessed:
        return True
    return befalling and (not bare or before in LINKS)


def _apart(verbal: Candidate, noun: int, before: str, dated: bool) -> bool:
    """Whether the noun is another happening than the one that the clause's verb tells."""
    verb = verbal.verb
    if verb is None:
        return False
    if noun < verb.first:
        return dated and before in ("of", "in", "from", "after")  # "victims of Monday's gale met"
    nearest = max((g for g in verbal.clause.groups if g.first < noun), key=lambda g: g.first, default=verb)
    if (nearest.first > verb.head or not verbal.clause.first <= noun < verbal.clause.last) and before != "by":
        return True  # what another verb is about: "met to end the strike", "reached a deal, ending the strike"
    if verb.lemma in LIGHT_VERBS:
        return False
    if verb.lemma in SPEECH_VERBS:
        return verb.lemma in FACTIVE  # "condemned the attack"
    if verb.lemma in BEARING and not dated:
        return False
    return before in APART


def _left(sentence: Sentence, verbal: Candidate, noun: int, own: list[Timex]) -> list[Timex]:
    """The expressions that are the noun's, where the verb has another; of one alone behind both it is the verb's."""
    at = sentence.tokens[noun].start
    inside = [t for t in own if t.start < at]
    if inside:
        verbal.timexes = [t for t in verbal.timexes if t not in inside]
        return inside
    others = [t for t in verbal.timexes if t not in own]
    if others:
        verbal.timexes = others
        return own
    return []
