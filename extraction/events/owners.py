"""Which clause of a sentence each time expression dates."""

from __future__ import annotations

import re

from extraction.events.apart import apart
from extraction.events.clauses import Clause, Sentence, hanging, phrase_group, recalls
from extraction.events.lexicon import ANNOUNCING_VERBS, SPEECH_VERBS, noun_kinds
from extraction.events.occurrence import ACCUSED_OF, accused
from extraction.events.verbs import VerbGroup
from extraction.types import Timex

# "The May flood", "the Sunday raid".
NAMED_PARTS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)
OF_DATE = frozenset("the its his her their our my a an".split())
# How far after "compared" the expression may stand that a change is counted from, in characters.
COMPARED_WITHIN = 60
# To which day something was put off, or for which it was meant: "The vote, due on Friday, was moved to 3 June".
AIMED = re.compile(
    r"(?:\b(?:postponed|moved|delayed|rescheduled|adjourned|deferred|put off|put back|pushed back|brought forward)"
    r" (?:to|until|till|for|from)|, (?:due|scheduled|planned|slated|originally \w+) (?:for|on|in|at)) (?:the )?$"
)
BEHIND_COMMA, LONGEST_LINK = re.compile(r", (?:on|in|at|early|late) $"), len(", early ")
# "for the first time since 1998", "the worst flood since 2002" date nothing that is reported.
RECORD = re.compile(
    r"\b(?:first|last|(?<!at )most|(?<!at )least|only|worst|[a-z]{3,}est)\b[^.,;]{0,40}\bsince\b[^.,;]{0,20}$"
    # ", the third such attack this year": counted, not dated.
    r"|, (?:the|its|his|her|their) (?:[a-z]+ )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"latest|last|only|\d+(?:st|nd|rd|th)|[a-z]{3,}est)\b[^.,;]{0,60}$"
)
RECORD_WITHIN = 60
# What stands behind a century or a decade that only describes: the thing itself.
DESCRIBED = re.compile(
    r"[-‐]?[a-z]* (?!(?:and|or|to|when|by|in|on|at|of|after|before|with|for|as|but|while|until)\b)[a-z]"
)
SEASON = re.compile(r"(?:[Tt]he )?(?:Spring|Summer|Autumn|Fall|Winter)")
NAMED = re.compile(r" [A-Z]")


def owners(
    text: str, sentence: Sentence, timexes: list[Timex], caption: bool
) -> tuple[dict[int, list[Timex]], dict[int, list[Timex]], Timex | None]:
    """What the time expressions of a sentence date.

    For each clause (by index) the expressions that date its event; those that only tell which thing is meant ("the 2003
    invasion"); and the one that dates the act of saying: "Police said on Monday that a mine had closed in May".
    """
    owned: dict[int, list[Timex]] = {}
    named: dict[int, list[Timex]] = {}
    speech: Timex | None = None
    for timex in timexes:
        if caption and timex is timexes[-1] and sentence.clauses[0].groups:
            owned.setdefault(0, []).append(timex)
            continue
        if RECORD.search(text[max(0, timex.start - RECORD_WITHIN) : timex.end]) or _describes(text, timex):
            continue
        if AIMED.search(text, max(timex.start - RECORD_WITHIN, 0), timex.start):
            continue
        compared = _compared(sentence, timex)
        if compared is not None:
            owned.setdefault(compared, []).append(timex)
            continue
        i = next((i for i, c in enumerate(sentence.clauses) if sentence.tokens[c.last - 1].end > timex.start), None)
        if i is None:
            continue
        if _behind_aside(text, sentence, i, timex):
            i = hanging(sentence.clauses[: i + 1])
        clause = sentence.clauses[i]
        if clause.link in ("after", "before") and not clause.groups and clause.parent is not None:
            first = sentence.tokens[clause.first].end
            if (timex.start - first < 3 and not modifies(text, timex)) or (
                sentence.lower[clause.first] in ("since", "until") and not _tells(sentence, clause, timex)
            ):
                owned.setdefault(clause.parent, []).append(timex)  # "closed since March", "held until May"
                continue
            stretch = apart(sentence.lower, clause.first)
            if (
                clause.link == "after"
                and stretch is not None
                and stretch.days == (0, 0)
                and not _tells(sentence, clause, timex)
            ):
                owned.setdefault(clause.parent, []).append(timex)  # "lost minutes after lift-off on Friday"
                continue
        nearest = None
        for group in clause.groups:
            if nearest is None or sentence.tokens[group.first].start < timex.start:
                nearest = group
        bare = all(group.tense == "infinitive" for group in clause.groups)  # "Last year, to secure the border, ..."
        own = modifies(text, timex) or _named_so(sentence, clause, timex)
        if bare and clause.parent is not None and clause.link == "main" and not own:
            i = clause.parent
            nearest = sentence.clauses[i].groups[0]
        if modifies(text, timex):
            named.setdefault(i, []).append(timex)
        elif nearest is not None and _says(sentence, nearest):
            if timex.end < sentence.tokens[nearest.first].start and _tells(sentence, clause, timex):
                owned.setdefault(i, []).append(timex)  # "The rise in prices last month adds to the cost"
            elif _of_noun(sentence, clause, timex):
                named.setdefault(i, []).append(timex)
            else:
                speech = speech or timex
        elif nearest is not None and _of_deed(sentence, clause, nearest, timex):
            named.setdefault(i, []).append(timex)
        else:
            owned.setdefault(i, []).append(timex)
    return owned, named, speech


def _behind_aside(text: str, sentence: Sentence, i: int, timex: Timex) -> bool:
    """Whether an expression is of the clause before "which ...": "ended the strike, which began in May, on Friday"."""
    clause = sentence.clauses[i]
    told = any(sentence.tokens[group.head].end < timex.start for group in clause.groups)
    behind = BEHIND_COMMA.search(text, max(timex.start - LONGEST_LINK, 0), timex.start) is not None
    return clause.link == "relative" and clause.comma and told and behind


def _of_deed(sentence: Sentence, clause: Clause, verb: VerbGroup, timex: Timex) -> bool:
    """Whether an expression dates what somebody was judged or honoured for: "convicted him of murdering two men in
    2015". A day behind it is that of the judgement sooner: "fined him for speeding on Monday".
    """
    if timex.date is None or timex.date.precision == "day" or accused(sentence, clause, verb):
        return False
    first = next((group.head for group in clause.groups if group.finite), clause.last)
    return any(
        sentence.lower[i] in ACCUSED_OF and sentence.lower[i + 1].endswith("ing")
        for i in range(first + 1, clause.last - 1)
        if sentence.tokens[i + 1].end < timex.start
    )


def _says(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb is one of speech, and not as in "called off"."""
    plain = verb.lemma in SPEECH_VERBS and verb.lemma not in ANNOUNCING_VERBS and not recalls(sentence, verb)
    return plain and phrase_group(sentence, verb) is None


def _tells(sentence: Sentence, clause: Clause, timex: Timex) -> bool:
    """Whether an event noun stands before an expression, which then is its own: "since the defeat of November"."""
    words = range(clause.first, clause.last)
    return any(_is_event(sentence, i) for i in words if sentence.tokens[i].end <= timex.start)


def _is_event(sentence: Sentence, at: int) -> bool:
    """Whether an event noun stands at a word, and not the month of March."""
    return sentence.lower[at] in noun_kinds() and sentence.tokens[at].text != "March"


def _named_so(sentence: Sentence, clause: Clause, timex: Timex) -> bool:
    """Whether an expression stands right behind an event noun: "The tremor two days later, which killed five, was"."""
    words = range(clause.first, clause.last)
    return any(sentence.lower[i] in noun_kinds() and timex.start - sentence.tokens[i].end == 1 for i in words)


def _of_noun(sentence: Sentence, clause: Clause, timex: Timex) -> bool:
    """Whether an expression tells by "of" which happening is meant: "spoke of the strike of 4 May"."""
    at = next((i for i in range(clause.first, clause.last) if sentence.tokens[i].start >= timex.start), clause.first)
    before = sentence.lower[max(clause.first, at - 2) : at]
    return len(before) == 2 and before[1] == "of" and before[0] in noun_kinds()


def _compared(sentence: Sentence, timex: Timex) -> int | None:
    """The clause of "has grown, compared to what it was a year ago", which the expression counts from."""
    for i, clause in enumerate(sentence.clauses):
        for at in range(clause.first, clause.last):
            if sentence.lower[at] == "compared" and 0 < timex.start - sentence.tokens[at].end < COMPARED_WITHIN:
                starts = at == clause.first and clause.parent is not None
                return clause.parent if starts else i
    return None


def _describes(text: str, timex: Timex) -> bool:
    """Whether an expression tells of what age a thing is or belongs to its name, and dates no happening: "a
    17th-century bridge", "the Winter Games".
    """
    if SEASON.fullmatch(timex.text) and NAMED.match(text, timex.end):
        return True
    old = timex.date is not None and timex.date.precision in ("century", "decade")
    return old and bool(DESCRIBED.match(text, timex.end))


def modifies(text: str, timex: Timex) -> bool:
    """Whether an expression only tells which thing is meant: "the 2003 invasion", "last year's vote"."""
    after = text[timex.end : timex.end + 3]
    if after[:2] in ("’s", "'s"):
        return True
    before = text[max(0, timex.start - 8) : timex.start].split()
    described = after[:1] == " " and after[1:2].isalpha()
    single = timex.text[:1].isdigit() or timex.text in NAMED_PARTS
    return bool(before) and before[-1].lower() in OF_DATE and described and single
