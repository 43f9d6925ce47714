"""What is to happen though no "will" says so: "ministers meet on Thursday", "may vote on Friday".

English tells of what a calendar holds in the present tense; a day of the week is then the next one, and what
lies wholly after the report has not occurred.
"""

from __future__ import annotations

import datetime as dt

from extraction import edtf
from extraction.events.clauses import Clause, Sentence
from extraction.events.lexicon import SPEECH_VERBS, STATIVE_VERBS
from extraction.events.verbs import VerbGroup
from extraction.types import DateValue, Occurrence, Timex

WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
WEEK = dt.timedelta(days=7)
#: A plan only where a day is named: without one these are wishes and possibilities.
POSSIBLY = frozenset(("may", "might"))
HOPING = frozenset("hope hopes hoping aim aims aiming".split())
LOOKING_BACK = frozenset("would was were had did".split())


def hoped(lower: list[str], verb: VerbGroup) -> bool:
    """Whether somebody hopes to do a thing, or may do it: "may vote", "hope to sign", not "may have voted"."""
    if verb.mode != "unreal" or verb.negated:
        return False
    words = lower[verb.first : verb.head]
    return bool(words) and (words[0] in HOPING or (words[0] in POSSIBLY and "have" not in words))


def bearing(clause: Clause, verb: VerbGroup | None, noun: int | None) -> VerbGroup | None:
    """The verb that tells when a happening is: its own, or the one that a noun of it is the subject of."""
    if verb is not None or noun is None:
        return verb
    return next((group for group in clause.groups if group.first > noun and group.finite), None)


def forward(timex: Timex, published: DateValue | None) -> DateValue | None:
    """The date of an expression in what lies ahead: a day of the week, taken for the last, is the next."""
    date = timex.date
    if date is None or date.earliest is None or date.precision != "day" or timex.text not in WEEKDAYS:
        return date
    if published is None or published.latest is None or not dt.timedelta(0) < published.latest - date.earliest < WEEK:
        return date
    return edtf.day(date.earliest + WEEK)


def looks_ahead(sentence: Sentence, verb: VerbGroup) -> bool:
    """Whether a verb tells of what lies ahead of the report, not of what lay ahead of something past."""
    return verb.tense in ("present", "future") and sentence.lower[verb.first] not in LOOKING_BACK


def occurrence(
    sentence: Sentence,
    clause: Clause,
    verb: VerbGroup | None,
    noun: int | None,
    own: Timex,
    published: DateValue | None,
) -> Occurrence | None:
    """*planned* where a happening in the present tense is dated `own`, a day of the report or after it; else None."""
    told = bearing(clause, verb, noun)
    if told is None or told.negated or not looks_ahead(sentence, told):
        return None
    if verb is None and (told.lemma in SPEECH_VERBS | STATIVE_VERBS or own.start < sentence.tokens[told.head].end):
        return None  # "the attack on Sunday is the worst"
    date = forward(own, published)
    if date is None or date.earliest is None or published is None or published.latest is None:
        return None
    return "planned" if date.earliest >= published.latest else None


def lies_ahead(date: DateValue | None, published: DateValue | None) -> bool:
    """Whether a date begins after the last day of publication."""
    if date is None or date.earliest is None or published is None or published.latest is None:
        return False
    return date.earliest > published.latest
