"""Happenings that the verbs of clauses report, and how well each does."""

from __future__ import annotations

from dataclasses import replace

from extraction.events.candidates import HARD, Candidate, Role
from extraction.events.clauses import Clause, Sentence, phrase_group, recalls
from extraction.events.lexicon import LIGHT_VERBS, SPEECH_VERBS, STATIVE_VERBS, kinds, noun_kinds
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
from extraction.events.verbs import DETERMINERS, PREPOSITIONS, SCHEDULED, VerbGroup
from extraction.types import Occurrence, Timex

NOT_ALONE = frozenset(
    "attempt hold form create open close find issue grant award hit fall free order vote strike".split()
)
STRIKING = frozenset("hit strike find close open free grant award".split())
# What people do with what befalls them: "suffered a defeat", "survived an attack".
MEETING_WITH = frozenset("suffer undergo experience witness survive endure sustain".split())
UNDER_WAY = ("underway", "under way", "in progress", "ongoing", "going on", "still going on")
# What happenings do that are under way, said in the present.
GOING_ON = frozenset("continue rage persist".split())
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
BEGINNING = frozenset("start begin end run last date".split())
# Verbs that tell little of what happened without a day or words that complete them.
COLOURLESS = frozenset(
    "become come go get put make give show bring turn set play face cost offer happen occur appear contain carry serve "
    "mark take hold lead head govern rule lie run draw follow cause follow pose point pass provide perform target "
    "handle hang hide join know weather wear view watch view match neglect ensure earn ease drift dominate belong "
    "continue change involve exceed complete comply deserve flow climb grow rise fall drop gain slow jump increase "
    "decrease improve reduce raise expand double advance approach address test cover measure".split()
)


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
    if verb.first and sentence.lower[verb.first - 1] == "what":
        return -1  # "What began as a protest": what it was tells the verb after it
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
    if verb.head + 1 >= clause.last and verb.lemma not in CONCEDING:
        return False  # "confirmed rebels attacked": what was said is a clause of its own
    after = sentence.lower[verb.head + 1 : verb.head + 2] if verb.head + 1 < len(sentence.lower) else []
    word = sentence.tokens[verb.head + 1].text if after else "."
    if verb.lemma in CONCEDING:
        return not verb.passive and not _quotes(sentence, verb) and after != ["that"]
    thing = word.lower() in DETERMINERS or word[0].isupper() or word[0].isdigit()
    if verb.lemma == "recall":
        return recalls(sentence, verb)
    if verb.lemma in DECLARING:
        return thing and after != ["that"] and not _quotes(sentence, verb)
    ahead = sentence.lower[verb.head + 1 : min(len(sentence.lower), verb.head + MAX_ADDRESSED)]
    told = next((i for i, one in enumerate(ahead) if one == "to"), 0)
    plain = all(one[0].isalnum() or one in "’'-" for one in ahead[:told])
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
        # "agreed a truce starting on Thursday": when the truce does.
        return 1 if dated and clause.link in ("participle", "main") and verb.lemma not in BEGINNING else -1
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
