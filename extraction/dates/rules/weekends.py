"""Rules for weekends."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import Anchors
from extraction.dates.periods import Period, containing
from extraction.dates.rule import Found, Match, Rule, relative

#: How many weekends these lie from that of the last date of the text.
TOLD = {"previous": -1, "preceding": -1, "same": 0, "that": 0, "following": 1}


#: On weekdays, the weekend before last and the one after next from that of the week.
BEYOND: dict[int | None, int] = {-2: -2, 2: 1}
#: From Thursday on "this weekend" is the one to come.
NEXT = 3


def weekend(m: Match, anchors: Anchors, step: int | None, which: str = "") -> Found | None:
    """The weekend: on Saturday and Sunday the present one, on weekdays the one before, unless it lies ahead."""
    tense = anchors.direction(m.start, m.end)
    future = tense == "future" or m.before(2) == ["of", "ahead"]
    # "They play this weekend", on any day: what is over has a verb of the past.
    to_come = which == "this" and tense == "none"
    ahead = step == 1 or (future and step != -1)

    def move(day: dt.date) -> Period:
        here = containing("weekend", day)
        if day.weekday() >= 5:
            return here.shift(step or 0)
        if step in BEYOND:
            return here.shift(BEYOND[step])
        return here if ahead or to_come or (which == "this" and day.weekday() >= NEXT) else here.shift(-1)

    return relative(anchors, m.start, move, "XXXX-WXX-WE")


def the_weekend(m: Match, anchors: Anchors) -> Found | None:
    """ "over the weekend"."""
    which = (m.words("which") or [""])[-1]
    if which not in TOLD:
        return weekend(m, anchors, {"last": -1, "next": 1, "coming": 1, "past": -1}.get(which), which)
    if anchors.last is None and which == "that":
        return None
    return relative(
        anchors, m.start, lambda day: containing("weekend", day).shift(TOLD[which]), "XXXX-WXX-WE", event=True
    )


RULES = (
    Rule(
        "weekend",
        (
            "(<which:((the)? (last|next|this|past|this past|this coming|coming|previous|preceding|same|following)"
            "|that)>|the) weekend"
        ),
        the_weekend,
        (
            "It opened over [the weekend] in Rome.",
            "They meet [the coming weekend] there.",
            "He fell on 3 May 2014. [The following weekend] he rose.",
        ),
        "On weekdays the one before, unless it lies ahead; that of the last date where one is told of.",
    ),
)
