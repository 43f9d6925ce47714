"""Attributions: a reporting verb with whoever it reports, wherever one stands in a frame."""

from __future__ import annotations

from typing import Literal, NamedTuple

from extraction.statements.complements import content_start
from extraction.statements.cues import ANY_VERB, CUES, NOUN_LIKE, Cue
from extraction.statements.frames import Frame, Unit
from extraction.statements.grammar import Range, ends_in_body, is_finite, is_plural, role_of
from extraction.statements.subjects import first_subject, subject_after, subject_before
from extraction.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    HYPOTHETICAL,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
)

Order = Literal["before", "after", "shared", "source", "nested"]
BE = frozenset("is are was were am be been being isn't wasn't isn’t wasn’t".split())
# Two words that attribute together.
PHRASES: dict[tuple[str, str], Cue] = {
    (first, second): Cue(f"{verb} {second}", form, frozenset(takes.split()))  # type: ignore[arg-type]
    for verb, second, takes, forms in (
        ("point", "out", "that zero wh quote", "point points pointed pointing"),
        ("go", "on", "quote", "go goes went going"),
        ("shoot", "back", "quote", "shoot shoots shot shooting"),
        ("fire", "back", "quote", "fire fires fired firing"),
        ("chime", "in", "quote", "chime chimes chimed chiming"),
        ("make", "clear", "that zero wh quote", "make makes made making"),
    )
    for first, form in zip(forms.split(), ("base", "present", "past", "participle"), strict=True)
}
# What follows a noun rather than a verb.
NOUN_FOLLOWERS = frozenset("of for from in on about and or to , . is was were are have has".split())
# Verbs that must have a listener, so that no speaker can follow them.
TELLS = frozenset("tell assure inform remind advise notify reassure accuse urge".split())
# What somebody writes or says: "issued a statement saying" is said by whoever issued it.
WRITTEN = frozenset(
    "op-ed sign signs series response releases statement letter email message tweet memo piece article post speech "
    "ad note release remarks comments".split()
)
ARTICLES = frozenset("the a an his her its their our my your".split())
SOMEBODY = frozenset("he she they it i we one another".split())
# What may come before an infinitive that still reports: "went on to say".
LEADS_ON = frozenset("went goes go continued continues began begins quick took".split())


class Attribution(NamedTuple):
    """Unit numbers of the cue, of the speaker and of the whole attribution, and how the two stand to each other.

    `order`: the speaker stands before or after the verb, is shared with an earlier verb, is a source
    ("according to"), or belongs to a participle within another clause.
    """

    cue: Cue
    cue_first: int
    cue_end: int
    speaker: Range | None
    first: int
    end: int
    order: Order


def find_attributions(frame: Frame) -> list[Attribution]:
    """The attributions of a frame from left to right."""
    units = frame.units
    found: list[Attribution] = []
    for i, unit in enumerate(units):
        if unit.kind != "word":
            continue
        following = units[i + 1].lower if i + 1 < len(units) else ""
        if unit.lower == "according" and following == "to":
            source = _source(units, i, len(units))
            if source:
                found.append(source)
            continue
        cue = PHRASES.get((unit.lower, following))
        width = 2 if cue else 1
        cue = cue or CUES.get(unit.lower)
        if cue is None or (unit.text[0].isupper() and i > 0 and frame.prose):
            continue
        attribution = _read(units, i, i + width, cue, found)
        if attribution is not None and _may_have_content(units, attribution):
            found.append(attribution)
    return found


def _may_have_content(units: list[Unit], attribution: Attribution) -> bool:
    """Whether anything that could be said stands before or after: what attributes nothing must bound nothing."""
    if (
        attribution.order == "after"
        or content_start(units, attribution.cue_end, len(units), attribution.cue) is not None
    ):
        return True
    before = units[attribution.first - 1] if attribution.first > 0 else None
    if attribution.order != "before" or before is None:
        return False
    return before.kind != "word" or before.lower in ("as", "what", "which", "that", "who", "whom")


def _source(units: list[Unit], at: int, high: int) -> Attribution | None:
    i = at + 2
    if i < high and units[i].lower in OBJECT_PRONOUNS | {"him"}:
        return Attribution(_ACCORDING, at, at + 2, (i, i + 1), at, i + 1, "source")
    depth = i
    while i < high and i < depth + 40:
        unit = units[i]
        if unit.kind == "quotation" and not (
            unit.end - unit.start < 30 and i > depth and i + 1 < high and units[i + 1].capitalised
        ):
            break
        if unit.text in (",", ";", ":", "—", "–", "."):
            break
        if unit.lower in ("that", "which", "who", "and") and i > depth and unit.lower != "and":
            break
        if i > depth and is_finite(units, i) and not units[i].lower.endswith("ed"):
            break
        i += 1
    if i == depth:
        return None
    speaker_end = i
    end = i
    if i < high and units[i].text == ",":
        # an apposition, where another comma or the end of the sentence closes it
        after = subject_after(units, depth, high)
        if after is not None and after[1] > i and (at > 1 or (after[1] < high and units[after[1]].text == ",")):
            end = after[1]
    return Attribution(_ACCORDING, at, at + 2, (depth, max(speaker_end, end)), at, end, "source")


_ACCORDING = Cue("according to", "base", frozenset(["that", "zero", "quote"]))


def _read(units: list[Unit], at: int, end: int, cue: Cue, earlier: list[Attribution]) -> Attribution | None:
    """The attribution of one verb form; None where it attributes nothing."""
    group = at
    while group > 0 and units[group - 1].kind == "word":
        word = units[group - 1].lower
        if (
            word in AUXILIARIES
            or word in ADVERBS
            or (word.endswith("ly") and not units[group - 1].capitalised and len(word) > 4)
        ):
            group -= 1
        else:
            break
    helpers = {u.lower for u in units[group:at]}
    if helpers & NEGATIONS:
        return None
    being = bool(helpers & BE)
    before = units[group - 1] if group > 0 else None
    following = units[end].lower if end < len(units) else ""
    low = earlier[-1].end if earlier and earlier[-1].end <= group else 0
    if cue.form == "past" and (being or following == "by" or _is_adjective(units, at)):
        return None
    if cue.form == "base":
        if helpers & HYPOTHETICAL:
            return None
        if before is not None and before.lower == "to":
            return _infinitive(units, at, end, group, cue, earlier, low)
    if cue.form == "participle" and not being:
        return _shared(units, at, end, group, cue, earlier, low)
    if units[at].lower in NOUN_LIKE and not _is_verb_here(units, group, at, following, cue):
        return None
    if before is None or before.text == "," or before.kind == "quotation":
        turned = _turned(units, at, end, group, cue, before)
        if turned is not None:
            return turned
    if before is None:
        return None
    if before.lower in ("and", "but", "or", "then") or before.kind == "quotation":
        return _shared(units, at, end, group, cue, earlier, low)
    subject = subject_before(units, low, group)
    if subject is None:
        if before.text == "," and earlier:
            return _shared(units, at, end, group, cue, earlier, low)
        return None
    if cue.form == "base" and helpers == set() and not _may_take_plural_verb(units, subject):
        return None
    return Attribution(cue, at, end, subject, subject[0], end, "before")


def _is_adjective(units: list[Unit], at: int) -> bool:
    """Whether a past form stands between a determiner and its noun: "the proposed road"."""
    before = units[at - 1].lower if at > 0 else ""
    return before in ARTICLES or (
        before.endswith(("'s", "’s"))
        and at + 1 < len(units)
        and units[at + 1].kind == "word"
        and not units[at + 1].capitalised
        and units[at + 1].lower not in DETERMINERS | {"that", "in", "on", "he", "she", "it", "they"}
    )


def _may_take_plural_verb(units: list[Unit], subject: Range) -> bool:
    words = [u.lower for u in units[subject[0] : subject[1]] if u.kind == "word"]
    return any(
        is_plural(w) or w in ("i", "we", "they", "you", "and", "who", "many", "some", "others", "both", "several")
        for w in words
    )


def _is_verb_here(units: list[Unit], group: int, at: int, following: str, cue: Cue) -> bool:
    """Whether a form that may be a noun ("reports", "claim") is a verb: a subject before it, content after it."""
    if group == 0:
        return False
    before = units[group - 1]
    if group < at or _closes_quotation(units, group):
        return True
    if (
        before.lower in DETERMINERS - {"some", "many", "both", "several"}
        or before.lower in PREPOSITIONS
        or before.lower.endswith(("'s", "’s"))
    ):
        return False
    if before.lower in ("he", "she", "it", "they", "we", "i", "who"):
        return True
    if following in NOUN_FOLLOWERS:
        return (
            cue.form == "present"
            and following in (",", ".")
            and units[at - 1].capitalised
            and units[at].lower in ("notes", "reports", "claims")
        )
    if cue.form == "present":
        return before.capitalised or not is_plural(before.lower)
    return is_plural(before.lower) and following in ("that", "the", "a", "he", "she", "they", "it", "")


def _closes_quotation(units: list[Unit], group: int) -> bool:
    """Whether nothing but a subject stands between a whole quotation and the verb."""
    for i in range(group - 1, max(-1, group - 14), -1):
        if units[i].kind == "quotation":
            return i < group - 1 and units[i].last_mark in (",", "?", "!")
        if units[i].kind == "mark":
            return False
    return False


def _turned(units: list[Unit], at: int, end: int, group: int, cue: Cue, before: Unit | None) -> Attribution | None:
    """ "...," said Ada Lund: the speaker after the verb."""
    if cue.form not in ("past", "present") or group != at or cue.verb in TELLS:
        return None
    found = subject_after(units, end, len(units))
    if found is None:
        return None
    (start, stop), apposition_end = found
    if before is None and stop < len(units) and units[stop].text not in (":", ","):
        return None
    after = units[stop] if stop < len(units) else None
    quoted = before is not None and before.kind == "quotation"
    if after is not None and is_finite(units, stop) and not (quoted and units[stop].lower.endswith("ed")):
        return None
    if (
        before is not None
        and before.text == ","
        and "person" in cue.takes
        and after is not None
        and after.kind == "quotation"
    ):
        return None
    if not (before is not None and before.kind == "quotation") and cue.takes.isdisjoint(("quote", "that")):
        return None
    introduced = before is not None and before.kind == "quotation" and units[start].lower in DETERMINERS
    if units[start].kind == "word" and not introduced and not _names_somebody(units, start, stop):
        return None
    if (
        before is not None
        and before.text == ","
        and after is not None
        and after.lower in ("to", "that")
        and "that" in cue.takes
    ):
        return None
    return Attribution(cue, at, end, (start, max(stop, apposition_end)), at, max(stop, apposition_end), "after")


def _names_somebody(units: list[Unit], start: int, stop: int) -> bool:
    first = units[start]
    if any(u.capitalised for u in units[start:stop]) or first.lower in SOMEBODY:
        return True
    return any(role_of(u.lower) for u in units[start:stop]) or ends_in_body(units, (start, stop))


def _infinitive(
    units: list[Unit], at: int, end: int, group: int, cue: Cue, earlier: list[Attribution], low: int
) -> Attribution | None:
    """ "went on to say": the subject is that of the verb before."""
    for i in range(group - 2, max(low, group - 8) - 1, -1):
        if units[i].kind != "word":
            return None
        if units[i].lower in LEADS_ON:
            subject = subject_before(units, low, _group_start(units, i))
            if subject is None:
                return _shared(units, at, end, i, cue, earlier, low)
            return Attribution(cue, at, end, subject, subject[0], end, "before")
    return None


def _group_start(units: list[Unit], verb: int) -> int:
    while verb > 0 and (units[verb - 1].lower in AUXILIARIES or units[verb - 1].lower in ADVERBS):
        verb -= 1
    return verb


def _shared(
    units: list[Unit], at: int, end: int, group: int, cue: Cue, earlier: list[Attribution], low: int
) -> Attribution | None:
    """A verb without a subject of its own: "..., adding that", "and said". It has the subject of the verb before it."""
    before = units[group - 1] if group > 0 else None
    if (
        before is not None
        and before.kind == "word"
        and before.lower not in SUBORDINATORS | PREPOSITIONS | {"and", "but", "or", "then"}
    ):
        if cue.form == "participle" and before.lower in DETERMINERS:
            return None
        if cue.form == "participle" and (before.lower.endswith(("'s", "’s")) or following_is_noun(units, end)):
            return None
    if (
        cue.form == "participle"
        and before is not None
        and before.kind == "word"
        and before.lower not in ("and", "but", "or", "then")
    ):
        # "with voters saying", "by saying": a clause of its own, which bounds nothing around it
        if before.lower in SUBORDINATORS | PREPOSITIONS:
            subject = first_subject(units, low, group) or (earlier[-1].speaker if earlier else None)
            subject = subject or _following_subject(units, end)
        else:
            subject = _absolute(units, low, group) or subject_before(units, low, group)
            if subject is None or units[subject[1] - 1].lower in WRITTEN:
                subject = first_subject(units, low, group) or subject
        return Attribution(cue, at, end, subject, group, end, "nested") if subject is not None else None
    first = group - 1 if before is not None and (before.text == "," or before.lower in ("and", "but", "or")) else group
    if first > 0 and units[first - 1].text == ",":
        first -= 1
    leading = next((e for e in reversed(earlier[-4:]) if e.order not in ("source", "nested")), None)
    if leading is not None:
        return Attribution(cue, at, end, leading.speaker, first, end, "shared")
    subject = first_subject(units, 0, group) if before is not None else _following_subject(units, end)
    if subject is None:
        return None
    return Attribution(cue, at, end, subject, first, end, "shared")


def _absolute(units: list[Unit], low: int, group: int) -> Range | None:
    """ "with most voters saying": what stands between "with" and the participle."""
    for i in range(group - 1, max(low - 1, group - 12), -1):
        if units[i].kind != "word":
            return None
        if units[i].lower == "with" and i + 1 < group:
            return i + 1, group
    return None


def following_is_noun(units: list[Unit], i: int) -> bool:
    """Whether a participle is an adjective: nothing that could be content follows it."""
    return i >= len(units) or (units[i].kind == "mark" and units[i].text not in (",", ":"))


def _following_subject(units: list[Unit], start: int) -> Range | None:
    """ "Saying that it rained, Ada Lund left": the subject after the comma."""
    for i in range(start, min(len(units), start + 40)):
        if units[i].text == ",":
            return first_subject(units, i + 1, len(units))
    return None


def beside_quotation(frame: Frame, at: int) -> Attribution | None:
    """Direct speech with a verb that no table holds: "...," she laughed. `at` is the quotation's unit number."""
    units = frame.units
    i = at + 1
    if i + 1 < len(units) and units[i].lower.endswith("ed") and units[i + 1].capitalised:
        after = subject_after(units, i + 1, len(units))
        if after is not None:
            return Attribution(ANY_VERB, i, i + 1, after[0], i, after[1], "after")
    while i < len(units) and i < at + 14 and units[i].kind == "word":
        if i > at + 1 and is_finite(units, i) and units[i].lower not in AUXILIARIES:
            group = _group_start(units, i)
            subject = subject_before(units, at + 1, group)
            if subject is not None and subject[0] == at + 1:
                return Attribution(ANY_VERB, i, i + 1, subject, subject[0], i + 1, "before")
            return None
        i += 1
    return None
