"""Clauses and noun phrases that report a happening, before they are dated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from extraction.events.clauses import Clause, Sentence, phrase_group
from extraction.events.lexicon import LIGHT_VERBS, SPEECH_VERBS, STATIVE_VERBS, kinds, noun_kinds
from extraction.events.negation import TAKING_PLACE, foregoes
from extraction.events.noun_classes import LOOSE_NOUNS
from extraction.events.occurrence import (
    ALLEGEDLY,
    about_report,
    accused,
    begins_with,
    denier,
    held_responsible,
    telling,
)
from extraction.events.scheduled import hoped
from extraction.events.verbs import DEFINITE, DETERMINERS, PREPOSITIONS, SCHEDULED, VerbGroup
from extraction.types import Occurrence, Timex

#: What a sentence is to its article. The first two sentences tell the news, whatever verb they use.
Role = Literal["caption", "chronicle", "lead", "body"]
# Kinds that an eyewitness reports also in quotation marks; what else people say in quotes is mostly opinion.
HARD = frozenset(("violence", "justice", "death"))
NOT_ALONE = frozenset(
    "attempt hold form create open close find issue grant award hit fall free order vote strike".split()
)
STRIKING = frozenset("hit strike find close open free grant award".split())
# A noun phrase of fewer words with its date ("Opening: Friday") tells too little.
MIN_PHRASE = 6
# "the deal between the two companies, announced on Tuesday": so many words, and characters, further on.
MAX_APPOSED, APPOSED_WITHIN = 10, 30
BRINGING_ABOUT = frozenset(
    "announce declare know sign publish hold make carry stage approve adopt pass agree reach conclude unveil launch "
    "open".split()
)
# What people do with what befalls them: "suffered a defeat", "survived an attack".
MEETING_WITH = frozenset("suffer undergo experience witness survive endure sustain".split())
UNDER_WAY = ("underway", "under way", "in progress", "ongoing", "going on", "still going on")
# What happenings do that are under way, said in the present.
GOING_ON = frozenset("continue rage persist".split())
AFTER_NOUN = frozenset(("following", "after", "despite", "since"))
BEFORE_NOUN = frozenset(("before", "until"))
BEARING = frozenset(
    "lead kill leave occur happen take begin start end come follow continue injure wound erupt break cause "
    "destroy damage displace devastate flatten claim cost".split()
)
# After these "would" is no wish: who says so decides, or knows.
FORETELLING = frozenset("say announce declare confirm decide pledge vow promise reveal agree tell".split())
# What lasts: "have fought for years" is a state, "fought on Sunday" is not.
LASTING = frozenset("fight occupy block host rule rally march".split())
# Clauses that tell on their own, not whom or what another is about.
PLAINLY = frozenset(("main", "coordinate", "other", "because", "when", "after"))
# What is done by saying it: giving up; to a thing; and by telling somebody to do something.
CONCEDING = frozenset(("concede", "apologize", "apologise"))
DECLARING = frozenset(
    "condemn denounce pledge promise confirm declare announce proclaim demand reject accept admit reveal call "
    "report vow accuse sue thank".split()
)
DIRECTING = frozenset("urge ask tell order instruct call appeal summon".split())
MAX_ADDRESSED = 9
# Verbs that tell little of what happened without a day or words that complete them.
COLOURLESS = frozenset(
    "become come go get put make give show bring turn set play face cost offer happen occur appear contain carry serve "
    "mark take hold lead head govern rule lie run draw follow cause follow pose point pass provide perform target "
    "handle hang hide join know weather wear view watch view match neglect ensure earn ease drift dominate belong "
    "continue change involve exceed complete comply deserve flow climb grow rise fall drop gain slow jump increase "
    "decrease improve reduce raise expand double advance approach address test cover measure".split()
)
SETTING_OUT = frozenset("open close resume convene".split())
ARGUMENT = frozenset("of in on by against with between at near that from for".split())


@dataclass(slots=True)
class Candidate:
    """A happening found in sentence `sentence`: words [first, last), its verb or noun, and how it is reported.

    `teller` are the clause and the verb of whoever denies it, which then stand within its words.
    """

    first: int
    last: int
    lemma: str
    group: str
    clause: Clause
    verb: VerbGroup | None = None
    noun: int | None = None
    link: str = "main"
    timexes: list[Timex] = field(default_factory=list)
    occurrence: Occurrence = "occurred"
    teller: tuple[Clause, VerbGroup] | None = None

    @property
    def position(self) -> int:
        """The index of the word that reports it."""
        return self.verb.head if self.verb else self.noun if self.noun is not None else self.first


def from_clause(sentence: Sentence, clause: Clause, timexes: list[Timex], role: Role) -> Candidate | None:
    """The happening that the verb of a clause reports, None where it reports none; `timexes` date the clause."""
    best: Candidate | None = None
    rank = -1, False
    for verb in clause.groups:
        if _foretold(sentence, clause, verb) or (timexes and hoped(sentence.lower, verb)):
            verb = replace(verb, mode="planned")
        if _under_way(sentence, clause, verb):
            return Candidate(
                clause.first, clause.last, "continue", "other", clause, verb,
                link=clause.link, timexes=timexes, occurrence="ongoing",
            )  # fmt: skip
        # "The trial of a man accused of killing two opened on Monday": the verb that bears the clause comes first.
        scored = _rank(sentence, clause, verb, timexes, role), verb.finite and bool(timexes)
        if scored[0] >= 0 and scored > rank:
            kind = kinds().get(verb.lemma)
            phrase = phrase_group(sentence, verb)
            best = Candidate(
                clause.first,
                clause.last,
                verb.lemma,
                phrase or (kind.group if kind else "other"),
                clause,
                verb,
                link=clause.link,
                timexes=timexes,
                occurrence=_occurrence(sentence, clause, verb),
            )
            rank = scored
    return _as_told(sentence, best) if best is not None else None


def _as_told(sentence: Sentence, one: Candidate) -> Candidate:
    """A happening with the words that deny it, or as alleged."""
    how = telling(sentence, one.clause, one.verb) if one.verb is not None else None
    if how is None or one.occurrence == "planned":
        return one
    until = sentence.tokens[how.last - 1].end
    timexes = [t for t in one.timexes if t.start < until]
    return replace(one, first=how.first, last=how.last, occurrence=how.occurrence, teller=how.teller, timexes=timexes)


def _foretold(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether "would" tells of what is to come, as somebody said: "announced that it would close the plant"."""
    if sentence.lower[verb.first] != "would" or clause.link != "that" or clause.parent is None:
        return False
    saying = [group for group in sentence.clauses[clause.parent].groups if group.finite]
    told = saying and saying[-1].tense in ("past", "perfect") and not saying[-1].negated
    return bool(told) and saying[-1].lemma in FORETELLING


def _rank(sentence: Sentence, clause: Clause, verb: VerbGroup, timexes: list[Timex], role: Role) -> int:
    """How well a verb reports a happening: -1 not at all, then higher is better."""
    dated = bool(timexes)
    if verb.negated or verb.mode == "unreal" or clause.link == "if" or about_report(sentence, verb):
        return -1
    if clause.link == "before" and _not_yet(sentence, clause):
        return -1
    kind = kinds().get(verb.lemma)
    strong = kind is not None and kind.strength == "strong"
    light = verb.lemma in LIGHT_VERBS and _object_noun(sentence, clause, verb)
    if verb.lemma in NOT_ALONE and not light and not _done_to(sentence, clause, verb):
        strong = False
    phrase = phrase_group(sentence, verb) is not None
    met = verb.lemma in MEETING_WITH and _object_noun(sentence, clause, verb)
    acted = _performed(sentence, clause, verb)
    appointed = verb.mode == "planned" and verb.passive and verb.lemma in SCHEDULED
    if kind is None and not (phrase or met or acted or appointed) and verb.lemma in SPEECH_VERBS | STATIVE_VERBS:
        return -1
    strong = strong or phrase or met
    foretold = verb.mode == "planned" and sentence.lower[verb.first] == "would"
    past = clause.link not in ("relative", "that") and verb.tense in ("past", "perfect")
    told = role == "lead" and (past or (foretold and kind is not None))
    told = (
        told or acted or _went_before(clause, verb) or (kind is not None and _taken_for_granted(sentence, clause, verb))
    )
    if not (verb.known or dated or told):
        return -1
    if verb.lemma in LASTING and verb.tense == "perfect" and not dated:
        return -1
    if verb.lemma in SPEECH_VERBS and _quotes(sentence, verb):
        return -1
    if verb.mode == "habit" and not dated:
        return -1
    if (
        clause.quoted
        and not dated
        and not (strong and kind and kind.group in HARD and verb.tense in ("past", "pluperfect"))
    ):
        return -1
    denying = denier(sentence, clause)
    if denying is not None and begins_with(clause, verb):
        return -1 if denying.negated else 1 + strong
    if verb.tense in ("participle", "gerund") and accused(sentence, clause, verb):
        if not held_responsible(clause, verb):
            return 1
        # "charged with poisoning the well"; but what a day in front of it dates is the charge.
        dated_before = any(t.start < sentence.tokens[verb.first].start for t in timexes)
        return (1 if dated_before else 4) + strong
    if verb.tense in ("present", "participle", "gerund"):
        return _rank_unfinished(sentence, clause, verb, strong or light, dated, role)
    if verb.tense == "infinitive":
        return -1
    if verb.mode == "planned" and not dated and not strong and not told:
        return -1
    told = told or (kind is not None and _narrated(sentence, clause, verb))
    restrictive = clause.link == "relative" and not clause.comma and not (strong and _of_known(sentence, clause, verb))
    if not dated and (not (strong or light or told) or restrictive):
        return -1
    return 2 * strong + light + dated


def _not_yet(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause with "until" or "before" hangs on what is only planned, wished or feared: "would last until the
    owners paid", "vowed to fight until the army withdrew".
    """
    if clause.parent is None:
        return False
    before = [group for group in sentence.clauses[clause.parent].groups if group.head < clause.first]
    return bool(before) and (before[-1].mode in ("planned", "unreal") or before[-1].tense == "infinitive")


def _performed(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a verb of speech does something by saying it, to somebody or something: "condemned the attack", "urged
    voters to abstain", "pledged 88 million"; what follows is no clause with "that" and no quotation.
    """
    if verb.tense not in ("past", "perfect", "pluperfect") or clause.quoted or clause.link not in PLAINLY:
        return False
    after = sentence.lower[verb.head + 1 : verb.head + 2] if verb.head + 1 < len(sentence.lower) else []
    word = sentence.tokens[verb.head + 1].text if after else "."
    if verb.lemma in CONCEDING:
        return not verb.passive and not _quotes(sentence, verb) and after != ["that"]
    thing = word.lower() in DETERMINERS or word[0].isupper() or word[0].isdigit()
    if verb.lemma in DECLARING:
        return thing and after != ["that"] and not _quotes(sentence, verb)
    ahead = sentence.lower[verb.head + 1 : min(len(sentence.lower), verb.head + MAX_ADDRESSED)]
    told = next((i for i, one in enumerate(ahead) if one == "to"), 0)
    plain = all(one[0].isalnum() or one in "’'" for one in ahead[:told])
    return verb.lemma in DIRECTING and (bool(told) and plain and not verb.passive)


def _narrated(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a verb in the plain past tells what was done next: "A barge crew fished eleven walkers out"."""
    if verb.lemma in SPEECH_VERBS or verb.lemma in STATIVE_VERBS or verb.lemma in COLOURLESS:
        return False
    errand = any(g.first == verb.head + 1 and g.tense == "infinitive" for g in clause.groups)
    return verb.tense == "past" and clause.link in PLAINLY and not clause.quoted and not errand


def _of_known(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a clause with "who" tells what befell those who are known by it: "the five who were drilled free", "those
    who had saved eleven", not "people who kill".
    """
    if verb.tense not in ("past", "pluperfect") or clause.quoted:
        return False
    at = clause.first
    for i in range(at - 1, max(-1, at - 9), -1):
        word = sentence.lower[i]
        if word in ("a", "an", "any", "no", "every") or not (word[0].isalnum() or word in "-’'"):
            return False
        if word in ("the", "those", "these", "that", "his", "her", "its", "their") or word.endswith(("’s", "'s")):
            return True
    return False


def _went_before(clause: Clause, verb: VerbGroup) -> bool:
    """Whether the tense or the link of a clause says that it happened before what is told: "had absconded", "after it
    was licensed".
    """
    if clause.quoted or verb.lemma in SPEECH_VERBS or verb.lemma in STATIVE_VERBS:
        return False
    if verb.tense == "pluperfect":
        return clause.link != "that"
    return clause.link == "after" and verb.tense == "past"


def _taken_for_granted(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a clause in the past counts from what it tells, or reminds of it: "when the verdict came", "the driver,
    who left by a back door".
    """
    if clause.quoted or verb.tense != "past" or verb.lemma in SPEECH_VERBS or verb.lemma in STATIVE_VERBS:
        return False
    who = (
        clause.link == "relative" and clause.comma and sentence.lower[clause.first] in ("who", "whom", "whose", "where")
    )
    return who or clause.link in ("when", "after")


def _rank_unfinished(sentence: Sentence, clause: Clause, verb: VerbGroup, strong: bool, dated: bool, role: Role) -> int:
    """Present tense, participles and gerunds: they report where a date, a caption or their link says so."""
    if verb.tense == "present":
        if role == "caption" or (verb.mode == "planned" and (strong or dated)):
            return 1 + strong
        if role == "chronicle" and strong:
            return 2
        if verb.passive and verb.mode != "planned":
            return -1
        # "Troops are attacking the town": what is being done is told, of a clause of its own, without a day.
        doing = strong and sentence.lower[verb.head].endswith("ing") and verb.first < verb.head
        return 1 if strong and (dated or (doing and clause.link in PLAINLY and not sentence.quoted[verb.first])) else -1
    if verb.tense == "participle":
        if verb.passive:
            if strong and clause.link == "after" and verb.first == clause.first + 1 < verb.head:
                return 1  # "after being voted out"
            return 1 if dated and strong and (clause.link == "participle" or _describes_whom(clause, verb)) else -1
        return 1 if dated and clause.link in ("participle", "main") else -1
    return 1 if strong and clause.link == "after" and verb.first == clause.first + 1 else -1


def _describes_whom(clause: Clause, verb: VerbGroup) -> bool:
    """Whether a participle tells what befell whom the clause is about: "two men arrested on Friday face trial"."""
    return clause.link == "main" and verb.first > clause.first and verb is clause.groups[0]


def _done_to(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether a verb of many senses tells what was done to something: "hit the house", "was found in the river"."""
    told = verb.lemma in STRIKING and verb.tense in ("past", "perfect", "pluperfect")
    if not told or clause.link in ("relative", "that") or clause.quoted:
        return False
    after = sentence.tokens[verb.head + 1].text if verb.head + 1 < clause.last else ""
    return after.lower() in DETERMINERS or after[:1].isupper() or after[:1].isdigit()


def _object_noun(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether an event noun is the object of a light verb, at most seven words on: "carried out a deadly raid"."""
    words = sentence.lower[verb.head + 1 : min(clause.last, verb.head + 8)]
    return any(word in noun_kinds() and word not in LOOSE_NOUNS for word in words)


def _quotes(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether words in quotation marks follow at once, so that the verb only introduces them."""
    return any(word in ("“", '"', ":") for word in sentence.lower[verb.head + 1 : verb.head + 3])


def _occurrence(sentence: Sentence, clause: Clause, verb: VerbGroup) -> Occurrence:
    words = sentence.lower
    if verb.mode == "planned":
        return "planned"
    if accused(sentence, clause, verb) or ALLEGEDLY & set(words[clause.first : clause.last]):
        return "alleged"
    if verb.mode == "habit" or (verb.tense in ("present", "perfect") and words[verb.head].endswith("ing")):
        return "ongoing"
    return "occurred"


def from_nouns(sentence: Sentence, clause: Clause, timexes: list[Timex], named: list[Timex]) -> Candidate | None:
    """The happening that a noun of a clause reports: dated, after "following", or the subject of "took place".

    `named` are the expressions that tell which one is meant: "Sunday's attack".
    """
    for i in range(clause.first, clause.last):
        word = sentence.lower[i]
        kind = noun_kinds().get(word)
        if kind is None or sentence.tokens[i].text[:1].isupper():
            continue
        if any((g.first < i or g.tense == "present") and g.first <= i <= g.head and g.finite for g in clause.groups):
            continue  # "did not meet", "may vote": the verb itself
        if i == clause.first and clause.link == "participle" and denier(sentence, clause) is not None:
            continue  # "did not deny meeting"
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


def _under_way(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """ "efforts are under way", "the search for survivors continues": what is in progress, said of it outside quotation
    marks.
    """
    words = sentence.lower
    if clause.quoted or sentence.quoted[verb.first] or verb.negated or verb.mode not in ("real", "habit"):
        return False
    rest = " ".join(words[verb.first : min(clause.last, verb.first + 4)])
    if any(rest.startswith(f"{be} {said}") for be in ("is", "are") for said in UNDER_WAY):
        return True
    lasting = verb.tense == "present" or (verb.tense == "perfect" and words[verb.head].endswith("ing"))
    if verb.lemma not in GOING_ON or verb.passive or not lasting or words[verb.head + 1 : verb.head + 2] == ["to"]:
        return False
    subject = words[clause.first : verb.first]
    ends = next((i for i, word in enumerate(subject) if i and (word in PREPOSITIONS or word == ",")), len(subject))
    return bool(subject[:ends]) and subject[ends - 1] in noun_kinds()
