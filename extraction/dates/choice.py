"""The choice between calendar readings of a date that leaves its year open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import islice

from extraction.dates.anchors import Anchors
from extraction.dates.anchors.cues import LIMITS, RESULTS, WILL
from extraction.dates.anchors.habit import of_every_year
from extraction.dates.anchors.sentence import opens_sentence, words_left
from extraction.dates.patterns import BREAK
from extraction.dates.periods import (
    Period,
    containing,
    day_of,
    month_of,
    season_of,
    weekday_after,
    weekday_before,
)
from extraction.dates.rule import Found, Match, calendar, relative

#: Gives the reading of one year.
Make = Callable[[int], Period | None]
#: How much nearer the reading must lie that goes against the tense: "Nov. 6", said on 30 October, is next week's
#: although the sentence says "said".
AGAINST_TENSE = 6.0
#: How the way ahead counts: news looks back, and what is told as past is hardly ever to come.
AHEAD = {
    "past": 40.0, "said": 20.0, "distant": 10.0, "reported": AGAINST_TENSE, "none": 1.3, "scheduled": 1.6,
    "future": 1.0, "surely": 1.0,
}  # fmt: skip
#: How the way back counts of what lies ahead: "will take effect on Jan. 1" is never of the year that has begun.
BACK = {"future": AGAINST_TENSE, "surely": 40.0}
#: How many words from the date "will" may stand.
WILL_REACH = 8
#: Before a date these show it to be that of a noun: "the Jan. 1 attack", "the ruling of May 3".
BEARERS = frozenset("of the a an its his her their our this that since after following from s '".split())
#: A day without its year is hardly ever almost a year old.
AHEAD_DAY = {"past": 15.0, "distant": AGAINST_TENSE}
#: What has its day long before it comes: "spoke before the July convention", "lost the primary in March". Such a day
#: is about the nearest, whatever the tense of what was done about it.
SCHEDULED = frozenset(
    "election elections ballot ballots primary primaries caucus caucuses convention conventions referendum runoff "
    "debate debates contest contests deadline summit conference meeting meetings session hearing hearings inauguration "
    "championship championships olympics games tournament wedding launch auction midterms festival exams polls "
    "showdown matchup states".split()
)
#: What markets name by the month in which it is due: "oil for September delivery".
DELIVERED = frozenset("delivery settlement futures contract contracts expiration expiry".split())
#: How many words a noun may stand after the date that it bears: "the Nov. 8 general election".
BORNE = 3
#: The general elections of the United States are in the November of even years; around it these words tell of one.
GENERAL_ELECTION = 11
ELECTORAL = frozenset(
    "election elections elect elected electing vote votes voting ballot ballots win wins winning beat defeat nominee "
    "nomination democrats republicans democratic republican gop senate senators seats presidency president "
    "presidential turnout electorate runoff voters house".split()
)
#: How many words from the month they may stand.
ELECTORAL_REACH = 14


#: In a narrative a date with its weekday is of the last year told of or of one soon after it.
YEARS_AHEAD = range(6)


def near_day(m: Match, anchors: Anchors, month: int, day: int, weekday: int | None = None) -> Found | None:
    """The day and month in the year that is meant; None where no year has such a day."""
    if day_of(2000, month, day) is None:
        return None
    unknown = f"XXXX-{month:02}-{day:02}"
    return _near(m, anchors, unknown, lambda year: _with_weekday(day_of(year, month, day), weekday))


def _with_weekday(period: Period | None, weekday: int | None) -> Period | None:
    return None if period and weekday is not None and period.start.weekday() != weekday else period


#: How the way ahead counts for a weekday. News names days by their weekday from about five days back to five ahead:
#: without a cue, what would lie five or six days back is to come tomorrow or the day after.
AHEAD_WEEKDAY = {
    "reported": 5.0, "distant": 5.0, "none": 2.0, "scheduled": 1.3, "follows": 1.0, "nearer": 1.0, "likely": 0.3,
}  # fmt: skip
#: Before a meeting or a vote these show that it has been.
OVER = frozenset("after during following since".split())
#: How many tokens before the day they may stand: "during a short and angry meeting on Monday".
REACH = 10
#: What has its weekday before it comes, beside what is scheduled: "Tuesday's vote will be close".
AHEAD_OF_WEEKDAY = frozenset("vote votes voting game match race fight concert funeral trial launch".split())


#: Who may not play, so few words before the day of the game.
SIDELINED = frozenset("ruled doubtful doubt fit available suspended squad ineligible".split())
SIDELINED_REACH = 5
PLAYED = frozenset("match game final semi quarter tie race friendly qualifier clash derby fight opener".split())


def _sidelined(m: Match) -> bool:
    """Whether it is told who may play on the day: "is doubtful for Thursday's semi-final"."""
    before = m.before(SIDELINED_REACH)
    over = "ruled" not in before and not {"was", "were", "had"}.isdisjoint(before)
    return not over and not SIDELINED.isdisjoint(before) and not PLAYED.isdisjoint(m.after(BORNE + 1))


def near_weekday(m: Match, anchors: Anchors, weekday: int) -> Found | None:
    """The weekday that is meant: the day itself, else the one before or the one to come."""
    tense: str = anchors.direction_of_day(m.start, m.end)
    possessive = m.after(1) == ["'"]
    if m.before(1) == ["from"] and possessive:
        # "to bounce back from Monday's debate", "video from Tuesday's vote".
        tense = "past"
    elif m.before(1) == ["for"] and not possessive and tense != "past":
        # "set a hearing for Monday".
        tense = "likely"
    elif possessive and _sidelined(m):
        # "He was ruled out of Saturday's match."
        tense = "likely"
    elif tense not in ("past", "said") and (
        m.before(1) == ["before"] or (_scheduled(m, SCHEDULED | AHEAD_OF_WEEKDAY) and OVER.isdisjoint(m.before(REACH)))
    ):
        tense = {"follows": "likely", "future": "future", "likely": "likely"}.get(tense, "scheduled")

    def move(day: dt.date) -> Period:
        # What has gone on "since Friday" on a Friday began a week ago.
        before = weekday_before(day, weekday, same=m.before(1) != ["since"])
        if tense == "future":
            return Period("day", weekday_after(day, weekday, same=True))
        back = (day - before).days
        if tense not in AHEAD_WEEKDAY or back <= AHEAD_WEEKDAY[tense] * (7 - back):
            return Period("day", before)
        return Period("day", weekday_after(day, weekday, same=True))

    return relative(anchors, m.start, move, f"XXXX-WXX-{weekday + 1}")


def near_month(m: Match, anchors: Anchors, month: int) -> Found | None:
    """The month in the year that is meant."""
    return _near(m, anchors, f"XXXX-{month:02}", lambda year: month_of(year, month))


def _near(m: Match, anchors: Anchors, unknown: str, make: Make) -> Found | None:
    if of_every_year(m.scan, m.start, m.end):
        # "The fair is held every year in May."
        return Found("DATE", unknown)
    if anchors.narrative and anchors.last is not None and not (anchors.latest and "will" in m.before(WILL_REACH)):
        return _after_last(m, anchors, unknown, make)
    earliest, latest, label = anchors.reference(m.start)
    if told_on(m, anchors) and (told := _after_last(m, anchors, unknown, make)) and _goes_on(m, anchors, told):
        return told
    if earliest is None or latest is None:
        return Found("DATE", unknown)
    tense: str = anchors.direction(m.start, m.end)
    if m.after(1) and m.after(1)[0] in DELIVERED:
        tense = "future"
    if tense in ("past", "said", "distant", "reported") and _scheduled(m):
        tense = "scheduled"
    if tense == "future" and unknown.startswith("XXXX-Q") and _reported(m):
        tense = "scheduled"
    elif tense == "future" and _will(m):
        tense = "surely"
    if _general_election(m, earliest, tense, unknown):
        tense = "surely"
    first, last = _nearest(earliest, tense, make), _nearest(latest, tense, make)
    if first is None or first != last:
        return Found("DATE", unknown)
    return calendar(first, label)


#: "On 5 May 1998 he fled", "In March 1998, he fled": what stands before a date that begins a story.
BEGINNING = frozenset("in on at by early late mid of until around about during".split())
#: So many years back a date begins one; what is nearer is counted from publication.
LONG_GONE = 2
#: What is told of in a story: not a decade, nor a quarter, which reports of earnings compare.
STORIED = frozenset("day month season year".split())


def told_on(m: Match, anchors: Anchors) -> bool:
    """Whether the paragraph tells a story of long ago: "In March 1998 he fled. In May, he was caught"."""
    last = anchors.last
    if (
        anchors.narrative
        or last is None
        or last.unit not in STORIED
        or BREAK in m.scan.kinds[anchors.last_at : m.start]
    ):
        return False
    latest = anchors.reference(m.start)[1]
    if latest is not None and latest.year - last.start.year < LONG_GONE:
        return False
    if _beside_the_present(m, anchors):
        return False
    before = next(m.scan.words_before(anchors.last_at, 1), ".")
    if last.unit == "year":
        # "In 2012, he spent millions, beginning in April", not "founded in 2012, it closed in April".
        if not _opens_story(m, anchors):
            return False
    elif not (anchors.chained or before in BEGINNING or not before.isalpha()):
        return False
    return anchors.direction(m.start, m.end) not in ("future", "scheduled")


#: Between a date of long ago and another these come back to the present.
PRESENTLY = frozenset("will has have now today".split())
#: How many words before a date "since" tells that it is only compared with.
SINCE_REACH = 8


def _beside_the_present(m: Match, anchors: Anchors) -> bool:
    """Whether a date of long ago opens no story: "the worst since May 1998", or the present is told of after it."""
    if "since" in islice(words_left(m.scan, anchors.last_at), SINCE_REACH):
        return True
    between = (token.lower() for token in m.scan.tokens[anchors.last_at : m.start])
    return not PRESENTLY.isdisjoint(between)


def _opens_story(m: Match, anchors: Anchors) -> bool:
    """Whether the last date opens its sentence: "In 2012, he", "Early in 2012 he", "By the end of 2012 he"."""
    before = next(m.scan.words_before(anchors.last_at, 1), ".")
    return not before.isalpha() or (before in BEGINNING and opens_sentence(m.scan, anchors.last_at))


#: A story may go on in the next year so many days on, whatever opens it.
SOON = 150


def _goes_on(m: Match, anchors: Anchors, told: Found) -> bool:
    """Whether a date of the next year goes on with the story: "opened in May 2006. In March, it was closed" may not."""
    last, period = anchors.last, told.period
    if last is None or period is None or period.start.year <= last.start.year or last.unit == "year":
        return True
    return (period.start - last.end).days <= SOON or _opens_story(m, anchors)


def _will(m: Match) -> bool:
    """Whether "will" tells of the date itself: "will take effect on Jan. 1", "By March, all will have left"."""
    before = m.before(WILL_REACH)
    if before[:1] and before[0] in LIMITS:
        return before[1:2] in ([], ["."]) and "will" in m.after(WILL_REACH)
    return bool(before) and before[0] not in BEARERS and not WILL.isdisjoint(before)


#: What is told of a quarter when it is over: "will report first-quarter earnings on Tuesday".
REPORTED = RESULTS | frozenset(
    "result profits loss losses revenue revenues income growth gdp data report statement output turnover".split()
)


def _reported(m: Match) -> bool:
    """Whether a quarter is that of results, which are yet to come out: the nearest one, not the one to come."""
    return not REPORTED.isdisjoint((*m.after(BORNE), *m.before(BORNE)))


def _general_election(m: Match, published: dt.date, tense: str, unknown: str) -> bool:
    """Whether a November is that of the elections to come: "the November ballot", "to win in November"."""
    if not unknown.startswith(f"XXXX-{GENERAL_ELECTION}") or published.year % 2 or published.month >= GENERAL_ELECTION:
        return False
    if tense in ("past", "said", "distant") or "since" in m.before(BORNE + 5):
        return False
    around = (*m.before(ELECTORAL_REACH), *m.after(ELECTORAL_REACH))
    return tense == "scheduled" or not ELECTORAL.isdisjoint(around)


def _scheduled(m: Match, nouns: frozenset[str] = SCHEDULED) -> bool:
    """Whether the date is that of something scheduled, which stands right before or after it."""
    after = [word for word in m.after(BORNE + 5) if word not in ("'", "s", ".", "u")][: BORNE + 1]
    for word in after:
        if word in nouns:
            return True
        if not word.isalpha() or word in FUNCTION_WORDS:
            break
    before = m.before(2)
    return bool(before) and (before[0] in nouns or (before[0] in ("in", "on") and before[-1] in nouns))


#: Words that end the noun phrase that a date opens.
FUNCTION_WORDS = frozenset("the a an and or to of in on at by for with when that which who as from".split())


def _nearest(anchor: dt.date, tense: str, make: Make) -> Period | None:
    best: tuple[float, Period] | None = None
    for year in range(max(anchor.year - 1, 1), anchor.year + 2):
        try:
            period = make(year)
            end = period.end if period else anchor
        except ValueError:
            continue
        if period is None:
            continue
        if period.start <= anchor <= end:
            cost = 0.0
        elif end < anchor:
            cost = (anchor - end).days * BACK.get(tense, 1)
        else:
            weight = AHEAD_DAY.get(tense, AHEAD[tense]) if period.unit == "day" else AHEAD[tense]
            cost = (period.start - anchor).days * weight
        if best is None or cost < best[0]:
            best = cost, period
    return best[1] if best else None


#: A history tells on: a month that would lie so many days back is that of the next year.
TOLD_ON = 150
#: Unless it is told that something "had" been, "earlier": so many days.
TOLD_BACK = 330
#: How many words before it in its sentence, and after it, may tell that.
BACKWARD_REACH, AFTERWARD_REACH = 8, 3
BACKWARD = frozenset("had earlier previously".split())


def _after_last(m: Match, anchors: Anchors, unknown: str, make: Make) -> Found | None:
    """In a narrative the year is the last one told of; a month far behind the last begins the next year."""
    assert anchors.last is not None
    # "Since the 1920s they had quarrelled. On 8 October": of the year told of before.
    last = anchors.dated if anchors.dated and anchors.last.unit in ("decade", "century") else anchors.last
    year = last.start.year
    # The weekday beside a date tells the year, where it is not that of the last.
    period = next((found for step in YEARS_AHEAD if (found := make(year + step)) is not None), None)
    if period is None:
        return Found("DATE", unknown)
    if last.unit not in ("decade", "century"):
        # After "late 1914" the text has come to the end of the year.
        reached = last.start if last.unit != "year" else last.end if anchors.last_mod == "END" else period.start
        told = islice(words_left(m.scan, m.start), BACKWARD_REACH)
        on = BACKWARD.isdisjoint(told) and ("had" not in m.after(AFTERWARD_REACH) or _by(m))
        back = TOLD_BACK if not on else TOLD_ON if anchors.narrative else 0
        if (reached - period.end).days > back:
            period = make(year + 1) or period
        elif not on and (period.start - last.end).days > TOLD_ON:
            # "In January 1990 they were found guilty. The trial had begun in October."
            period = make(year - 1) or period
    return calendar(period, f"text {last.edtf}")


def _by(m: Match) -> bool:
    """Whether it is told what had come about by the date, which does not look back: "By January they had lost"."""
    before = [word for word in m.before(4) if word not in ("early", "mid", "late", "-", "the")]
    return before[:1] == ["by"]


def told_season(anchors: Anchors, number: int, *, same_year: bool = False) -> Found | None:
    """A season in a narrative: the one that the last date lies in, else the next one from there.

    "That summer" may be over: with `same_year` it is of the year told of.
    """
    assert anchors.told is not None
    last = anchors.told
    if last.unit in ("decade", "century"):
        return Found("DATE", "XXXX")
    found = season_of(last.start.year, number)
    if last.unit == "year" and anchors.last_mod == "END" and number in (21, 22):
        # "By the end of 1925 the south was lost. In the spring".
        found = found.shift(1)
    if last.unit in ("day", "week", "weekend", "month", "season"):
        here = containing("season", last.start)
        if here.season == number:
            found = here
        elif found.end < last.start and not same_year:
            found = found.shift(1)
    return calendar(found, f"text {last.edtf}")


def near_period(m: Match, anchors: Anchors, make: Make, unknown: str, which: str = "") -> Found | None:
    """What `make` gives for the year that is meant; "last" and "next" are strictly before and after the anchor."""
    if which in ("last", "next"):
        earliest, latest, label = anchors.reference(m.start)
        if earliest is None or latest is None:
            return Found("DATE", unknown)
        first, last = _strictly(earliest, which, make), _strictly(latest, which, make)
        return calendar(first, label) if first == last else Found("DATE", unknown)
    return _near(m, anchors, unknown, make)


def _strictly(anchor: dt.date, which: str, make: Make) -> Period | None:
    here = make(anchor.year)
    if which == "last":
        return here if here and here.end < anchor else make(anchor.year - 1)
    return here if here and here.start > anchor else make(anchor.year + 1)
