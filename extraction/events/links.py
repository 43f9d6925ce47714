"""How a clause is joined to the sentence, and where it begins: "who", "that", "after", a comma, or nothing at all."""

from __future__ import annotations

from dataclasses import replace

from extraction.events.clauses import Clause, Link, hanging
from extraction.events.verbs import DETERMINERS, PREPOSITIONS, PRONOUNS, VerbGroup, is_adverb, may_be_past, readings

RELATIVE = frozenset("who whom whose which where".split())
SUBORDINATE: dict[str, Link] = {
    "after": "after", "following": "after", "since": "after", "before": "before", "until": "before", "till": "before",
    "when": "when", "while": "other", "as": "other", "because": "because", "although": "other", "though": "other",
    "despite": "other", "if": "if", "unless": "if", "whether": "if", "whereas": "other", "once": "after", "so": "other",
    "how": "that", "why": "that", "amid": "other",
}  # fmt: skip
# What a sentence opens with that tells when or why before it tells what; of these may govern a noun alone.
OPENING: dict[str, Link] = {
    word: SUBORDINATE[word]
    for word in "after following since before until when while as because although though once if unless".split()
} | {"according": "other", "during": "other"}
OF_NOUNS = frozenset("after following before since as according during".split())
# "shortly before dawn" joins no clause.
TIMES_OF_DAY = frozenset("dawn noon midnight midday daybreak sunrise sunset dusk nightfall dark".split())
COORDINATE = frozenset("and but or".split())
# What follows a participle that tells who is meant.
BY = frozenset("by in on at during from near after with over under".split())
# "the day before", "ever since": they may join nothing.
ADVERBIAL = frozenset("before after since".split())
DAYS = frozenset("day night evening week month year".split())
# "which" with so few words and a comma describes nothing yet.
MIN_DESCRIBED = 3
# Between "said" and what was said; and what does not begin that.
SAID_WHEN = frozenset("on late early monday tuesday wednesday thursday friday saturday sunday yesterday today".split())
SAYING = frozenset("say tell report confirm believe announce think warn fear".split())
MAX_BETWEEN = 2
TAKEN_AS_OBJECT = [[word] for word in (*sorted(BY), ".", ",", "to", "and")]
NOT_SAID = PREPOSITIONS | frozenset("that to so no yes not".split())
#: So many words, and the comma, does a preposition govern.
MAX_GOVERNED = 6


def goes_on_saying(lower: list[str], clause: Clause, following: list[VerbGroup | None], i: int) -> bool:
    """Whether what somebody "said", or "said on Monday", begins at word `i` without "that": "said rebels attacked"."""
    saying = clause.groups[-1] if clause.groups else None
    ahead = following[i]
    if saying is None or ahead is None or saying.lemma not in SAYING or not saying.finite or saying.passive:
        return False
    between = lower[saying.head + 1 : i]
    if saying.first == clause.first or len(between) > MAX_BETWEEN or not may_bear(lower, ahead):
        return False
    if saying.lemma == "tell":
        # "told reporters his troops had left": whom it is told is one word, or few.
        if not between or not all(word.isalpha() for word in between) or lower[i] not in DETERMINERS | PRONOUNS:
            return False
    elif not _is_when(between):
        return False
    if (
        saying.lemma != "say"
        and ahead.first == ahead.head
        and lower[ahead.head + 1 : ahead.head + 2] in TAKEN_AS_OBJECT
    ):
        # "confirmed the deal signed in May".
        return False
    if lower[i] in NOT_SAID or _is_when(lower[i : i + 1]) or not _follows_speaker(lower, clause):
        return False
    subject = lower[i : ahead.first]
    if saying.lemma != "say" and "," in subject:
        return False  # "since they announced the plan, prices have risen"
    joined = any(word in RELATIVE or word in SUBORDINATE or word in COORDINATE or word == "that" for word in subject)
    return bool(subject) and lower[i][0].isalnum() and not joined


def _follows_speaker(lower: list[str], clause: Clause) -> bool:
    """Whether the last verb of a clause has its subject before it: not as in "..., said Smith"."""
    verb = clause.groups[-1]
    if lower[verb.first - 1][0].isalnum():
        return True
    named = any(word[0].isalnum() for word in lower[clause.first : verb.first])
    return named and not any(group.finite for group in clause.groups[:-1])


def _is_when(words: list[str]) -> bool:
    """Whether words tell when something was said, or nothing."""
    return all(word in SAID_WHEN for word in words)


def resumed_verb(
    lower: list[str], clauses: list[Clause], groups: list[VerbGroup], group: VerbGroup | None
) -> VerbGroup | None:
    """A verb behind the commas of a clause with "which" or "who" as that of the noun in front of it, None where it is
    not: "The bridge, which opened in 1931, collapsed".
    """
    described = clauses[-1]
    if group is None or lower[group.first - 1] != "," or described.link != "relative" or not described.comma:
        return None
    if group.first - described.first < MIN_DESCRIBED or any(g.finite for g in clauses[hanging(clauses)].groups):
        return None
    if group.finite:
        return group
    later = any(g.finite and g.first > group.head and lower[g.first - 1] == "," for g in groups)
    past = may_be_past(lower[group.head])
    if later or not past or not group.passive or lower[group.head + 1 : group.head + 2] == ["by"]:
        return None
    return replace(group, tense="past", passive=False)


def opening(lower: list[str]) -> Link:
    """How a sentence's first clause is linked to the one after it: "After the rebels came, thousands fled"."""
    if lower and lower[0] in OPENING and "," in lower and lower[1:2] not in (["that"], ["this"], ["then"], [","]):
        return OPENING[lower[0]]
    return "main"


def after_opening(
    lower: list[str], clauses: list[Clause], following: list[VerbGroup | None], i: int, has_finite: bool
) -> Link | None:
    """Whether the clause that the opening one is linked to begins at word `i`, behind its comma."""
    current, ahead = clauses[-1], following[i]
    first = lower[current.first]
    opened = first in OPENING and current.link == OPENING[first] and (not current.first or not clauses[-2].groups)
    told = not opened and has_finite and _tells_whom(clauses)
    if lower[i - 1] != "," or ahead is None or not (opened or told):
        return None
    as_of = lower[current.first : current.first + 2] == ["as", "of"]
    inner = any(clause.groups for clause in clauses[:-1])
    if not has_finite and (first not in OF_NOUNS or inner or as_of):
        return None
    subject = lower[i : ahead.first]
    borne = ahead.finite or (ahead.first == ahead.head and ahead.passive and is_participle(lower[ahead.head]))
    if not subject or not borne or "," in subject or subject[0] in COORDINATE or subject[0] in RELATIVE:
        return None
    return "main" if current.first == 0 or told else clauses[-2].link


def _tells_whom(clauses: list[Clause]) -> bool:
    """Whether the last of the clauses only tells who is meant in what opens the sentence, none of them yet its own:
    "Days after the crash that killed two, ...", "Last year, to guard the towns that lie in the hills, ...".
    """
    opened = [c for c in clauses if c.link != "relative"]
    if clauses[-1].link == "that":
        # "Denying that he had lied, ..."
        opened = clauses[:-1]
        return len(opened) == 1 and [g.tense for g in opened[0].groups] == ["participle"]
    return clauses[-1].link == "relative" and not any(g.finite for c in opened for g in c.groups)


def is_participle(word: str) -> bool:
    """Whether a past form is a participle as well: "banned" is, "came" is not."""
    return any(reading.form == "part" for reading in readings(word))


def link_of(
    lower: list[str],
    quoted: list[bool],
    heads: dict[int, VerbGroup],
    inside: list[bool],
    following: list[VerbGroup | None],
    i: int,
    has_finite: bool,
    current: Link,
) -> Link | None:
    """How a clause that begins at word `i` is joined, None where none begins there."""
    word, before = lower[i], lower[i - 1]
    if quoted[i] != quoted[i - 1] or word == ";":
        return "other"
    if inside[i] and i not in heads:
        return None
    ahead = following[i]
    if word in RELATIVE:
        return "relative"
    if word == "that" and ahead is not None and lower[i + 1 : i + 2] != ["of"]:
        return "relative" if i + 1 in heads and heads[i + 1].finite else "that"
    if word in SUBORDINATE:
        if word in ADVERBIAL and ((i + 1 in heads and heads[i + 1].finite) or lower[i + 1 : i + 2] == [","]):
            return None  # "the march the day before had been peaceful"
        if word == "before" and _the_day_before(lower, i):
            return None
        if word == "following" and before == "the":
            return None  # "the following day"
        if word in ("as", "so", "once", "how") and (ahead is None or not has_finite):
            return None
        if ahead is not None and may_bear(lower, ahead) and _within_commas(lower, i, ahead.first):
            return None
        if word == "as" and ahead is not None and _of_noun(lower[i + 1 : ahead.first]):
            return None
        if any(later in TIMES_OF_DAY for later in lower[i + 1 : i + 3]):
            return None
        if word == "as" and lower[i + 1 : i + 2] in (["well"], ["part"], ["of"]):
            return None
        return SUBORDINATE[word]
    if word in COORDINATE and ahead is not None and (has_finite or current in ("after", "before", "participle")):
        at = i + 1
        while at < len(lower) and (is_adverb(lower[at]) or lower[at] == "who"):
            at += 1
        if not has_finite:
            # "worked there until 2014 and was arrested".
            return "coordinate" if i > 0 and at in heads and heads[at].finite else None
        if at in heads and (heads[at].finite or heads[at].passive):
            return "coordinate"
        if ahead.finite and not any(
            w in RELATIVE or w in SUBORDINATE or w in COORDINATE for w in lower[i + 1 : ahead.first]
        ):
            return "coordinate"
        return None
    group = heads.get(i)
    if group is not None and group.tense == "participle" and not group.passive and has_finite and before != "of":
        return "participle"
    if before == "," and group is not None and group.tense == "participle" and has_finite:
        return "coordinate" if _listed(lower, heads, i) else "participle"
    resumed = (
        group is not None and group.finite and (before == "," or group.first < group.head or not is_participle(word))
    )
    if resumed and has_finite and current == "relative":
        return "other"  # "the coalition, which was founded in 2014, stayed"; "a woman who slept was killed"
    if before in ("–", "—", ":") and has_finite:
        return "other"
    return None


def _of_noun(between: list[str]) -> bool:
    """Whether "as" governs a noun, not the next verb, from the words between: "served as mayor until 2014 and was"."""
    return "," in between or (len(between) > 1 and between[-1] in COORDINATE)


def may_bear(lower: list[str], verb: VerbGroup) -> bool:
    """Whether a verb can be a clause's own: "resigned" behind a comma is read as a participle at first."""
    return verb.finite or (verb.first == verb.head and may_be_past(lower[verb.head]))


def _within_commas(lower: list[str], at: int, verb: int) -> bool:
    """Whether what word `at` governs stands between a comma and the verb's: "The mine, closed since 2016, was sold"."""
    between = lower[at + 1 : verb]
    return between[-1:] == [","] and between.count(",") == 1 and "," in lower[1:at] and len(between) <= MAX_GOVERNED


def _listed(lower: list[str], heads: dict[int, VerbGroup], at: int) -> bool:
    """Whether a past form behind a comma is one of several deeds: "fired him, named another and left"."""
    group, after = heads[at], lower[at + 1] if at + 1 < len(lower) else "."
    if group.first < group.head or not may_be_past(lower[at]):
        return False
    if not after[0].isalnum() or after in PREPOSITIONS or after in SUBORDINATE or after in ("that", "to"):
        return False
    for i in range(at + 1, len(lower) - 1):
        if lower[i] in COORDINATE:
            following = heads.get(i + 1)
            return following is not None and may_be_past(lower[following.first])
        if (not lower[i][0].isalnum() and lower[i] not in "'’-") or lower[i] in RELATIVE or i in heads:
            return False
    return False


def _the_day_before(lower: list[str], i: int) -> bool:
    """Whether "before" at word `i` joins nothing: "The day before he had won", not "the day before he died, he won"."""
    opens = (
        i >= 2 and lower[i - 2] == "the" and lower[i - 1] in DAYS and (i == 2 or lower[i - 3] in (",", "and", "but"))
    )
    return opens and "," not in lower[i + 1 :]
