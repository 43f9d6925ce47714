"""When an event happened: from an expression in its clause, from its neighbours, or bounded by what is known."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from extraction import edtf
from extraction.events.apart import apart, shifted
from extraction.events.candidates import Candidate
from extraction.events.clauses import Clause, Sentence, phrase_group, recalls
from extraction.events.lexicon import ANNOUNCING_VERBS, SPEECH_VERBS, noun_kinds
from extraction.events.occurrence import ACCUSED_OF, accused
from extraction.events.scheduled import bearing, forward, lies_ahead, looks_ahead, occurrence
from extraction.events.verbs import VerbGroup
from extraction.types import Basis, DateValue, Precision, Published, Statement, Timex

#: What a date becomes when the day of the report cuts it short.
PARTS: dict[Precision, Precision] = {"year": "part-of-year", "month": "part-of-month"}
# "The May flood", "the Sunday raid".
NAMED_PARTS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)
OF_DATE = frozenset("the its his her their our my a an".split())
# How far after "compared" the expression may stand that a change is counted from, in characters.
COMPARED_WITHIN = 60
# "for the first time since 1998", "the worst flood since 2002" date nothing that is reported.
RECORD = re.compile(
    r"\b(?:first|last|(?<!at )most|(?<!at )least|only|[a-z]{3,}est)\b[^.,;]{0,40}\bsince\b[^.,;]{0,20}$"
    # ", the third such attack this year": counted, not dated.
    r"|, (?:the|its|his|her|their) (?:[a-z]+ )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"latest|last|only|\d+(?:st|nd|rd|th)|[a-z]{3,}est)\b[^.,;]{0,60}$"
)
# An hour tells nothing of the day where the day stands beside it: "at six o'clock on Monday".
HOUR = re.compile(
    r"(?i)[\d:.]+\s*(?:o['’]clock|[ap]\.?m\.?|hours|gmt)?|\w+\s*(?:o['’]clock|[ap]\.?m\.?|hours|gmt)|noon|midnight|dawn|dusk|sunset|sunrise|daybreak"
)
PART_OF_DAY = re.compile(r"(?i)(?:(?:the|one|an?|that|early|late|mid) ?)*(?:morning|afternoon|evening|night|day)")
RECORD_WITHIN = 60
# What stands behind a century or a decade that only describes: the thing itself.
DESCRIBED = re.compile(
    r"[-‐]?[a-z]* (?!(?:and|or|to|when|by|in|on|at|of|after|before|with|for|as|but|while|until)\b)[a-z]"
)
MONTH_AND_DAY = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}\.?)"
)
# What is told as over, true or not.
OVER = frozenset(("occurred", "alleged", "denied"))
WEEK = dt.timedelta(days=7)
SEASON = re.compile(r"(?:[Tt]he )?(?:Spring|Summer|Autumn|Fall|Winter)")
NAMED = re.compile(r" [A-Z]")


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's date, how it is known, and the expression that states it."""

    date: DateValue | None
    basis: Basis
    timex: Timex | None = None


def clipped(date: DateValue, latest: dt.date | None) -> DateValue:
    """A date of something past, which never reaches beyond the day on which it was reported."""
    if latest is None or (date.latest is not None and date.latest <= latest):
        return date
    if date.earliest is not None and date.earliest > latest:
        return date
    if date.latest is None or date.precision in ("interval", "open"):
        return edtf.interval(date.earliest, latest)
    return replace(date, latest=latest, precision=PARTS.get(date.precision, date.precision))


def until(latest: dt.date | None) -> DateValue | None:
    """Known only to lie on or before a day."""
    return edtf.interval(None, latest) if latest is not None else None


def between(earliest: dt.date | None, latest: dt.date | None) -> DateValue | None:
    """Between two days; None where neither is known, only the later where they contradict each other."""
    if earliest is None and latest is None:
        return None
    if earliest is not None and latest is not None and earliest > latest:
        return until(latest)
    return edtf.interval(earliest, latest)


def possible_together(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether two datings can be of one happening: their days overlap, or one is not known."""
    if one is None or other is None:
        return True
    if one.latest is not None and other.earliest is not None and one.latest < other.earliest:
        return False
    return not (other.latest is not None and one.earliest is not None and other.latest < one.earliest)


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
        compared = _compared(sentence, timex)
        if compared is not None:
            owned.setdefault(compared, []).append(timex)
            continue
        i = next((i for i, c in enumerate(sentence.clauses) if sentence.tokens[c.last - 1].end > timex.start), None)
        if i is None:
            continue
        clause = sentence.clauses[i]
        if clause.link in ("after", "before") and not clause.groups and clause.parent is not None:
            first = sentence.tokens[clause.first].end
            if (timex.start - first < 3 and not _modifies(text, timex)) or (
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
        own = _modifies(text, timex) or _named_so(sentence, clause, timex)
        if bare and clause.parent is not None and clause.link == "main" and not own:
            i = clause.parent
            nearest = sentence.clauses[i].groups[0]
        if _modifies(text, timex):
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
    return any(sentence.lower[i] in noun_kinds() for i in words if sentence.tokens[i].end <= timex.start)


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


def _modifies(text: str, timex: Timex) -> bool:
    """Whether an expression only tells which thing is meant: "the 2003 invasion", "last year's vote"."""
    after = text[timex.end : timex.end + 3]
    if after[:2] in ("’s", "'s"):
        return True
    before = text[max(0, timex.start - 8) : timex.start].split()
    described = after[:1] == " " and after[1:2].isalpha()
    single = timex.text[:1].isdigit() or timex.text in NAMED_PARTS
    return bool(before) and before[-1].lower() in OF_DATE and described and single


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
            if nearest is not None and not _modifies(self.text, nearest):
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
        if own is not None and stated is not None:
            found = Dated(stated, "stated", own)
        elif candidate.occurrence == "planned":
            found = Dated(between(self._foretold(speech), None), "context")
        else:
            far = _far(sentence, candidate, parent, self.published)
            found = far or self._unstated(candidate, paragraph, parent, speech, caption, limit)
            if own is not None:  # an expression that no calendar date could be found for
                found = Dated(until(limit), "context", own)
        if candidate.occurrence in OVER and found.date is not None and found.timex is None:
            found = replace(found, date=clipped(found.date, limit))
        # What went before the news ("on Tuesday gunmen had attacked") is not the day that the news goes on from.
        before = candidate.verb is not None and candidate.verb.tense == "pluperfect"
        if found.timex is not None and caption is None and candidate.occurrence != "planned" and not before:
            self.previous = (paragraph, found.date) if found.date and found.date.precision == "day" else None
        return found

    def _foretold(self, speech: Timex | None) -> dt.date | None:
        """The day from which on a plan without a day may come about: that on which it was made known."""
        if speech is not None and speech.date is not None and speech.date.earliest is not None:
            return speech.date.earliest
        return self.published.earliest if self.published else None

    def _stated(self, own: Timex, limit: dt.date | None, candidate: Candidate, sentence: Sentence) -> DateValue | None:
        if own.date is not None and candidate.occurrence == "planned":
            told = bearing(candidate.clause, candidate.verb, candidate.noun)
            ahead = told is not None and looks_ahead(sentence, told) and not _modifies(self.text, own)
            return forward(own, self.published) if ahead else own.date
        if own.date is None:
            return None
        before = self.text[max(0, own.start - COMPARED_WITHIN) : own.start].lower().split()
        if "since" in before[-2:] or "compared" in before:
            return between(own.date.earliest, limit)
        if _modifies(self.text, own):
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


def _far(sentence: Sentence, candidate: Candidate, parent: Dated | None, published: DateValue | None) -> Dated | None:
    """The day of what a dated happening is counted from: "collapsed on Thursday, two days after the flood"; in the
    present tense it is counted from the report: "six months after her victory she has few friends".
    """
    if candidate.clause.link not in ("after", "before") or candidate.link not in ("after", "before"):
        return None
    stretch = apart(sentence.lower, candidate.clause.first)
    if stretch is None or stretch.days is None:
        return None
    base = parent.date if parent is not None else None
    if candidate.link == "after" and (base is None or base.earliest is None) and _present(sentence):
        base = published
    date = shifted(base, stretch.days, earlier=candidate.link == "after")
    return Dated(date, "context") if date is not None else None


def _present(sentence: Sentence) -> bool:
    """Whether a sentence tells of the day of the report: no verb in it is past but those of clauses with "after"."""
    tenses = [
        g.tense for c in sentence.clauses for g in c.groups if g.finite and (g is c.groups[-1] or c.link == "main")
    ]
    return any(tense in ("present", "perfect") for tense in tenses)


def counted_from(sentence: Sentence, candidate: Candidate, later: Candidate, dated: Dated) -> Dated | None:
    """The day of a happening that is counted from another, which alone is dated: "two days after Friday's flood";
    "minutes after the launch on Friday", or simply after it, is that day.
    """
    if candidate.timexes or candidate.verb is None or later.clause.link != "after" or dated.basis != "stated":
        return None
    if candidate.occurrence != "occurred" or candidate.last > later.first or later.clause.first < candidate.position:
        return None
    stretch = apart(sentence.lower, later.clause.first)
    days = stretch.days if stretch is not None else (0, 0)
    if days is None or sentence.lower[later.clause.first] != "after":
        return None
    date = shifted(dated.date, days, earlier=False)
    return Dated(date, "context") if date is not None else None


def counted_on(
    sentence: Sentence, base: Candidate, at: Dated, candidate: Candidate, limit: dt.date | None
) -> Dated | None:
    """The days of a happening that is counted from one told before it: "Three days after the vote on Monday, he left".

    `at` is the dating of `base`, `limit` the last day on which anything told as over can have happened.
    """
    first, last = base.clause.first, base.clause.last
    link = sentence.lower[first]
    if (
        candidate.timexes
        or candidate.verb is None
        or candidate.occurrence != "occurred"
        or base.occurrence != "occurred"
    ):
        return None
    if link not in ("after", "before") or base.clause.link != link or candidate.clause.first != last:
        return None
    if any(clause.groups for clause in sentence.clauses if clause.first < first):
        return None  # "marched, a week after the vote, and asked him to go"
    stretch = apart(sentence.lower, first)
    if stretch is not None and stretch.days is not None and at.basis == "stated":
        date = shifted(at.date, stretch.days, earlier=link == "before")
        if date is not None:
            return Dated(clipped(date, limit), "context")
    if link == "before" or (stretch is None and candidate.verb.tense not in ("perfect", "pluperfect")):
        return None
    since = at.date.earliest if at.date is not None and at.basis == "stated" else None
    return Dated(between(since, limit), "context")


def _of_no_day(timex: Timex) -> bool:
    """Whether "the evening" or "one night" was taken for that of the report for want of another day."""
    return timex.anchor.startswith("publication") and bool(PART_OF_DAY.fullmatch(timex.text))


def _ahead(timex: Timex, limit: dt.date | None) -> bool:
    """Whether an expression names a year after that of the report."""
    date = timex.date
    return date is not None and date.earliest is not None and limit is not None and date.earliest.year > limit.year


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
            t.type == "TIME" and bool(HOUR.fullmatch(t.text)),
            t.start < at,
            abs(t.start - at),
        ),
        default=None,
    )
