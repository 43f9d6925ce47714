"""When an event happened: from an expression in its clause, from its neighbours, or bounded by what is known."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import replace

from extraction import edtf
from extraction.events.candidates import Candidate
from extraction.events.clauses import Sentence
from extraction.events.counting import far
from extraction.events.intervals import Dated, between, clipped, until
from extraction.events.owners import COMPARED_WITHIN, NAMED_PARTS, modifies
from extraction.events.scheduled import bearing, forward, lies_ahead, looks_ahead, occurrence
from extraction.types import DateValue, Published, Statement, Timex

# An hour tells nothing of the day where the day stands beside it: "at six o'clock on Monday".
HOUR = re.compile(
    r"(?i)[\d:.]+\s*(?:o['’]clock|[ap]\.?m\.?|hours|gmt)?|\w+\s*(?:o['’]clock|[ap]\.?m\.?|hours|gmt)|noon|midnight|dawn|dusk|sunset|sunrise|daybreak"
)
PART_OF_DAY = re.compile(r"(?i)(?:(?:the|one|an?|that|early|late|mid) ?)*(?:morning|afternoon|evening|night|day)")
MONTH_AND_DAY = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}\.?)"
)
# What people do about what is to come.
RESOLVED = frozenset("agreed decided vowed pledged promised".split())
# What is told as over, true or not.
OVER = frozenset(("occurred", "alleged", "denied"))
WEEK = dt.timedelta(days=7)


def _past(timex: Timex, limit: dt.date | None) -> DateValue | None:
    """The date of something that has happened: "on March 15" in an article of 10 March is that of the year before."""
    date = timex.date
    if date is None or limit is None or date.precision != "day" or date.earliest is None or date.earliest <= limit:
        return date
    if timex.text in NAMED_PARTS and (date.earliest - limit).days < WEEK.days:
        return edtf.day(date.earliest - WEEK)  # a weekday that was taken for the next
    leap = (date.earliest.month, date.earliest.day) == (2, 29)
    if not MONTH_AND_DAY.fullmatch(timex.text) or leap or date.earliest.year == edtf.MIN_YEAR:
        return date
    return edtf.day(date.earliest.replace(year=date.earliest.year - 1))


class Dater:
    """Dates the candidates of an article in order, remembering the last event that was dated to the day."""

    def __init__(self, text: str, published: Published | None, statements: tuple[Statement, ...]) -> None:
        self.text = text
        self.published = published.date if published else None
        self.latest = self.published.latest if self.published else None
        spans = [(start, end, statement) for statement in statements for start, end in statement.spans]
        self.said = sorted(spans, key=lambda item: item[:2])
        self.said_starts = [start for start, _, _ in self.said]
        self.previous: tuple[int, DateValue] | None = None

    def date(
        self,
        sentence: Sentence,
        candidate: Candidate,
        paragraph: int,
        parent: Dated | None,
        speech: Timex | None,
        caption: Timex | None,
        told: bool = True,
    ) -> Dated:
        """When a candidate happened.

        `parent` is the date of the clause that it hangs on, `speech` the expression that dates the act of saying,
        `caption` the one that dates the picture of a caption. `told` is false where the present tense
        tells what is over, as in captions and chronicles. A candidate of a day to come is made a plan.
        """
        limit = self._reported(sentence, candidate, speech)
        own = _own(sentence, candidate, limit)
        if told and candidate.timexes and candidate.occurrence in ("occurred", "ongoing"):
            nearest = _own(sentence, replace(candidate, occurrence="planned"), limit)
            at = candidate.clause, candidate.verb, candidate.noun
            if nearest is not None and not modifies(self.text, nearest):
                ahead = occurrence(sentence, *at, nearest, self.published)
                if ahead is not None:
                    candidate.occurrence, own = ahead, nearest
        if own is not None and own.type == "TIME" and (HOUR.fullmatch(own.text) or _of_no_day(own)):
            own = None  # which day is meant stands elsewhere
        stated = self._stated(own, limit, candidate, sentence) if own is not None else None
        if candidate.occurrence in ("occurred", "ongoing") and lies_ahead(stated, self.published):
            if candidate.verb is None or candidate.verb.tense in ("present", "future"):
                candidate.occurrence = "planned"
            else:
                own = stated = None  # what is told in the past is not dated by a day to come
        if candidate.occurrence == "planned" and own is not None and self._resolved(sentence, candidate, own, stated):
            candidate.occurrence = "occurred"
        if own is not None and stated is not None:
            found = Dated(stated, "stated", own)
        elif candidate.occurrence == "planned":
            found = Dated(between(self._foretold(speech), None), "context")
        else:
            counted = far(sentence, candidate, parent, self.published)
            found = counted or self._unstated(candidate, paragraph, parent, speech, caption, limit)
            if own is not None:  # an expression that no calendar date could be found for
                found = Dated(until(limit), "context", own)
        if candidate.occurrence in OVER and found.date is not None and found.timex is None:
            found = replace(found, date=clipped(found.date, limit))
        # What went before the news ("on Tuesday gunmen had attacked") is not the day that the news goes on from.
        before = candidate.verb is not None and candidate.verb.tense == "pluperfect"
        if found.timex is not None and caption is None and candidate.occurrence != "planned" and not before:
            self.previous = (paragraph, found.date) if found.date and found.date.precision == "day" else None
        return found

    def _resolved(self, sentence: Sentence, candidate: Candidate, own: Timex, stated: DateValue | None) -> bool:
        """Whether what is dated is the agreement, not what was agreed: "on Monday both sides agreed to meet"."""
        verb = candidate.verb
        if verb is None or sentence.lower[verb.first] not in RESOLVED or stated is None or stated.latest is None:
            return False
        return own.end <= sentence.tokens[verb.first].start and self.latest is not None and stated.latest <= self.latest

    def _foretold(self, speech: Timex | None) -> dt.date | None:
        """The day from which on a plan without a day may come about: that on which it was made known."""
        if speech is not None and speech.date is not None and speech.date.earliest is not None:
            return speech.date.earliest
        return self.published.earliest if self.published else None

    def _stated(self, own: Timex, limit: dt.date | None, candidate: Candidate, sentence: Sentence) -> DateValue | None:
        if own.date is not None and candidate.occurrence == "planned":
            told = bearing(candidate.clause, candidate.verb, candidate.noun)
            ahead = told is not None and looks_ahead(sentence, told) and not modifies(self.text, own)
            return forward(own, self.published) if ahead else own.date
        if own.date is None:
            return None
        before = self.text[max(0, own.start - COMPARED_WITHIN) : own.start].lower().split()
        if "since" in before[-2:] or "compared" in before:
            return between(own.date.earliest, limit)
        if modifies(self.text, own):
            before = []  # "after last week's fire"
        if own.type == "DATE" and before[-1:] == ["before"]:
            return until(own.date.earliest)
        if own.type == "DATE" and before[-1:] == ["after"] and own.date.latest is not None:
            return between(own.date.latest, limit)
        told = bearing(candidate.clause, candidate.verb, candidate.noun)
        over = candidate.occurrence in OVER and (told is None or told.tense != "present")
        date = _past(own, limit) if over else own.date
        return clipped(date, limit) if date is not None else None

    def _unstated(
        self,
        candidate: Candidate,
        paragraph: int,
        parent: Dated | None,
        speech: Timex | None,
        caption: Timex | None,
        limit: dt.date | None,
    ) -> Dated:
        tense = candidate.verb.tense if candidate.verb else ""
        if parent is not None and parent.date is not None:
            if candidate.link == "before":
                return Dated(between(parent.date.earliest, limit), "context")
            if candidate.link == "after" or caption is not None or tense in ("pluperfect", "perfect"):
                return Dated(until(parent.date.latest), "context")
            return Dated(parent.date, "inherited")
        if candidate.link == "before":
            # It comes after an act of the report itself, hence not before that act, or the publication.
            since = speech.date if speech else self.published
            return Dated(between(since.earliest if since else None, limit), "context")
        if caption is not None and caption.date is not None:
            return Dated(until(caption.date.latest), "context")
        narrated = tense in ("past", "present") and not candidate.clause.quoted and speech is None
        if narrated and self.previous is not None and self.previous[0] == paragraph:
            return Dated(self.previous[1], "inherited")
        return Dated(until(limit), "context")

    def _reported(self, sentence: Sentence, candidate: Candidate, speech: Timex | None) -> dt.date | None:
        """The last day on which it can have happened: that of the report, or of the statement that tells it."""
        known = [self.latest]
        at = sentence.tokens[candidate.position].start
        i = bisect_right(self.said_starts, at) - 1
        if i >= 0 and at < self.said[i][1]:
            said = self.said[i][2].said
            if said.date is not None and said.basis != "publication":
                known.append(said.date.latest)
        if speech is not None and speech.date is not None:
            known.append(speech.date.latest)
        return min((day for day in known if day is not None), default=None)


def _of_no_day(timex: Timex) -> bool:
    """Whether "the evening" or "one night" was taken for that of the report for want of another day."""
    return timex.anchor.startswith("publication") and bool(PART_OF_DAY.fullmatch(timex.text))


def _ahead(timex: Timex, limit: dt.date | None) -> bool:
    """Whether an expression names a year after that of the report."""
    date = timex.date
    return date is not None and date.earliest is not None and limit is not None and date.earliest.year > limit.year


def _since(sentence: Sentence, timex: Timex) -> bool:
    """Whether "since" stands before an expression: "freed ten men held since May on Sunday" is of the Sunday."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.start >= timex.start), 0)
    return at > 0 and sentence.lower[at - 1] == "since"


def _own(sentence: Sentence, candidate: Candidate, limit: dt.date | None) -> Timex | None:
    """The expression nearest to the verb, one with a date before one without, one after the verb before one ahead.

    What has happened is not dated by days to come: "awarded the games of 2030 to the town on Monday".
    """
    at = sentence.tokens[candidate.position].start
    past = candidate.occurrence in OVER and limit is not None
    return min(
        (t for t in candidate.timexes if not (past and _ahead(t, limit))),
        key=lambda t: (
            t.date is None,
            _since(sentence, t),
            t.type == "TIME" and bool(HOUR.fullmatch(t.text)),
            t.start < at,
            abs(t.start - at),
        ),
        default=None,
    )
