"""Days that are counted from another happening: "two days after the flood"."""

from __future__ import annotations

import datetime as dt

from extraction.events.apart import apart, shifted
from extraction.events.candidates import Candidate
from extraction.events.clauses import Sentence
from extraction.events.intervals import Dated, between, clipped
from extraction.types import DateValue


def far(sentence: Sentence, candidate: Candidate, parent: Dated | None, published: DateValue | None) -> Dated | None:
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


def counted_from(
    sentence: Sentence, candidate: Candidate, later: Candidate, dated: Dated, limit: dt.date | None
) -> Dated | None:
    """The day of a happening that is counted from another, which alone is dated: "two days after Friday's flood";
    "minutes after the launch on Friday", or simply after it, is that day. `limit` is the last day of what is over.
    """
    if candidate.timexes or candidate.verb is None or later.clause.link != "after" or dated.basis != "stated":
        return None
    if candidate.occurrence != "occurred" or candidate.last > later.first or later.clause.first < candidate.position:
        return None
    if sentence.lower[later.clause.first] == "since" and dated.date is not None:
        return Dated(between(dated.date.earliest, limit), "context")  # "have fled since fighting began on Friday"
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
