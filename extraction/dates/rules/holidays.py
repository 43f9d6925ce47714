"""Holidays: fixed, computed by weekday, and those that follow Easter. Only names that news uses as dates."""

from __future__ import annotations

import datetime as dt

from extraction.dates.anchors import Anchors
from extraction.dates.choice import near_period
from extraction.dates.patterns import compile_pattern
from extraction.dates.periods import CalendarError, Period, add_days, containing, day_of, weekday_after
from extraction.dates.rule import Found, Match, Rule, calendar, relative
from extraction.dates.rules.years import YEAR_PART, named_year_of

FIXED = {
    "new year ' s day": (1, 1), "new year ' s eve": (12, 31), "new year ' s": (1, 1), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "valentine ' s day": (2, 14),
    "st patrick ' s day": (3, 17), "st . patrick ' s day": (3, 17), "halloween": (10, 31),
    "veterans ' day": (11, 11), "veteran ' s day": (11, 11),
    "veterans day": (11, 11), "armistice day": (11, 11), "remembrance day": (11, 11), "bastille day": (7, 14),
    "april fool ' s day": (4, 1), "april fools ' day": (4, 1), "all saints ' day": (11, 1),
    "the fourth of july": (7, 4), "fourth of july": (7, 4), "may day": (5, 1), "christmas night": (12, 25),
    "juneteenth": (6, 19), "groundhog day": (2, 2), "earth day": (4, 22), "international women ' s day": (3, 8),
    "anzac day": (4, 25), "australia day": (1, 26), "canada day": (7, 1), "bonfire night": (11, 5),
    "guy fawkes night": (11, 5),
    "cinco de mayo": (5, 5), "burns night": (1, 25), "st george ' s day": (4, 23), "st . george ' s day": (4, 23),
    "saint patrick ' s day": (3, 17), "all souls ' day": (11, 2), "st . valentine ' s day": (2, 14),
    "st valentine ' s day": (2, 14), "july fourth": (7, 4), "waitangi day": (2, 6), "world aids day": (12, 1),
    "holocaust memorial day": (1, 27), "international workers ' day": (5, 1), "st david ' s day": (3, 1),
    "st . david ' s day": (3, 1), "st andrew ' s day": (11, 30), "st . andrew ' s day": (11, 30),
    "st stephen ' s day": (12, 26), "st . stephen ' s day": (12, 26), "michaelmas": (9, 29), "candlemas": (2, 2),
    "epiphany": (1, 6), "midsummer ' s day": (6, 24), "midsummer day": (6, 24),
}  # fmt: skip
#: Month, weekday (0 is Monday), which one of the month (-1 is the last).
BY_WEEKDAY = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1), (
        "mother ' s day"
    ): (5, 6, 2),
    "father ' s day": (6, 6, 3), "columbus day": (10, 0, 2), "presidents ' day": (2, 0, 3), "presidents day": (2, 0, 3),
    "president ' s day": (2, 0, 3),
    "patriots ' day": (4, 0, 3), "remembrance sunday": (11, 6, 2),
    "martin luther king day": (1, 0, 3), "mlk day": (1, 0, 3), "martin luther king jr . day": (1, 0, 3),
}  # fmt: skip
#: Days from Easter Sunday of the western church.
BY_EASTER = {
    "easter sunday": 0, "easter": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7, "ash wednesday": -46, (
        "pentecost"
    ): 49, "holy thursday": -3,
    "maundy thursday": -3, "holy saturday": -1, "shrove tuesday": -47, "mardi gras": -47, "ascension day": 39,
    "whit monday": 50, "whit sunday": 49, "whitsun": 49, "trinity sunday": 56,
}  # fmt: skip
#: Days from the Thanksgiving of the United States.
BY_THANKSGIVING = {"black friday": 1, "cyber monday": 4, "giving tuesday": 5}
NAMED_SINCE = 1960


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed by Meeus, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + j - 7 * ((a + 11 * h + 22 * j) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(name: str, year: int) -> Period | None:
    """The day of a holiday in a year."""
    if name in FIXED:
        return day_of(year, *FIXED[name])
    if name == "inauguration day":
        return day_of(year, 1, 20) if year % 4 == 1 else None
    if name == "election day":
        # The Tuesday after the first Monday of November.
        return Period("day", weekday_after(dt.date(year, 11, 2), 1, same=True))
    if name in BY_THANKSGIVING:
        # Before, "Black Friday" was a day on which banks fell.
        thanksgiving = holiday("thanksgiving", year) if year >= NAMED_SINCE else None
        return thanksgiving.shift(BY_THANKSGIVING[name]) if thanksgiving else None
    if name in BY_EASTER:
        return Period("day", add_days(easter(year), BY_EASTER[name]))
    month, weekday, which = BY_WEEKDAY[name]
    if which > 0:
        first = weekday_after(dt.date(year, month, 1), weekday, same=True)
        return Period("day", add_days(first, 7 * (which - 1)))
    return Period(
        "day", add_days(weekday_after(dt.date(year + month // 12, month % 12 + 1, 1), weekday, same=True), -7)
    )


#: What a holiday gives its name to.
THINGS = frozenset(
    "agreement accord accords island tree card cards carol carols shopping gift gifts parade seals bunny egg eggs "
    "party present presents lights sales dinner".split()
)
#: Feasts that are dates only after a word of time.
FEASTS = frozenset(
    (
        "christmas", "easter", "halloween", "thanksgiving", "new year ' s", "pentecost", "mardi gras", "cinco de mayo",
        "earth day", "groundhog day", "juneteenth", "burns night", "bonfire night", "guy fawkes night",
        "international women ' s day", "canada day", "australia day", "anzac day", "waitangi day", "black friday",
        "cyber monday", "giving tuesday", "world aids day", "michaelmas", "candlemas", "epiphany",
    )
)  # fmt: skip
#: What people come home for.
VISITED = frozenset(("christmas", "easter", "thanksgiving", "new year ' s", "black friday", "cyber monday"))
TIMES = frozenset("on at by since until till before after around during over this last next early late past of".split())


#: "Easter Monday, 24 April 1916": the date beside a holiday tells its year.
BESIDE = compile_pattern(f",? ( (the)? DAYNUMBER (of)? MON|MON DAYNUMBER) ,? {YEAR_PART}").regex


def _led_up_to(m: Match) -> bool:
    """ "in the run-up to Christmas", "prior to Easter"."""
    before = m.before(2)
    return before[:1] == ["to"] and before[1:2] != [] and before[1] in ("up", "prior", "close", "leading")


def _weekend(day: Period | None) -> Period | None:
    """The weekend beside a holiday: the one before a Monday or Tuesday, else that of its week."""
    if day is None:
        return None
    found = containing("weekend", day.start)
    return found.shift(-1) if day.start.weekday() < NEXT else found


#: Wednesday: from here on the weekend of the week is the nearer one.
NEXT = 2


def resolve(m: Match, anchors: Anchors) -> Found | None:
    """The holiday nearest to the anchor, tense permitting; of the year that stands beside it."""
    name = " ".join(m.words("name"))
    if not m.scan.tokens[m.groups.start("name")][0].isupper() and not name.startswith(("the", "fourth")):
        return None
    if m.after(1) and m.after(1)[0] in THINGS:
        return None
    if (
        name in FEASTS
        and not (m.has("which") or m.has("year") or m.has("told") or m.has("weekend"))
        and not (TIMES.intersection(m.before(1)) or _led_up_to(m))
        and not (name in VISITED and m.before(1) == ["for"])
    ):
        # "Merry Christmas", "they celebrate Easter" tell of the feast, not of its day.
        return None
    if m.has("weekend"):
        which = m.word("which") if m.has("which") else ""
        return near_period(m, anchors, lambda year: _weekend(holiday(name, year)), "XXXX-WXX-WE", which)
    if m.has("year"):
        year = named_year_of(m)
        return calendar(holiday(name, year)) if year else None
    beside = BESIDE.match(m.scan.kinds, m.end)
    if beside is not None:
        year = named_year_of(Match(m.scan, beside, m.end, beside.end()))
        return calendar(holiday(name, year)) if year else None
    if m.has("told"):
        return _of_year_told(m, anchors, name)
    which = m.word("which") if m.has("which") else ""
    if name == "election day":
        return near_period(m, anchors, lambda year: _election(year, anchors), "XXXX-XX-XX", which)
    return near_period(m, anchors, lambda year: holiday(name, year), "XXXX-XX-XX", which)


#: In odd years some states and towns vote: what is published from this month on may tell of that day.
SEASON_OF_ELECTIONS = 9


def _election(year: int, anchors: Anchors) -> Period | None:
    """The general election of an even year; of an odd one where the text was published near it."""
    near = anchors.latest is not None and anchors.latest.year == year and anchors.latest.month >= SEASON_OF_ELECTIONS
    return holiday("election day", year) if year % 2 == 0 or near else None


def _of_year_told(m: Match, anchors: Anchors, name: str) -> Found | None:
    """ "Christmas Eve that year", "Easter of the following year", "Thanksgiving last year"."""
    which = m.words("told")[-1]
    event = which in ("that", "same", "following")
    step = {"last": -1, "next": 1, "following": 1}.get(which, 0)

    def move(day: dt.date) -> Period:
        found = holiday(name, day.year + step)
        if found is None:
            raise CalendarError(name)
        return found

    return relative(anchors, m.start, move, "XXXX-XX-XX", event=event)


def september_11(m: Match, anchors: Anchors) -> Found | None:
    """9/11 is the day of the attacks of 2001, not a date without a year."""
    if (
        m.scan.kinds[m.start - 1 : m.start] in ("/", "-", ".", "$", ",")
        and m.start
        and m.scan.kinds[m.start - 1] != " "
    ):
        return None
    after = m.scan.kinds[m.end : m.end + 1]
    if after in ("/", ":") and after:
        return None
    return calendar(day_of(2001, 9, 11))


NAMES = "|".join(
    name.replace(" ' s", " ~ ' ~ s")
    for name in sorted(
        ("election day", "inauguration day", *FIXED, *BY_WEEKDAY, *BY_EASTER, *BY_THANKSGIVING), key=len, reverse=True
    )
)
RULES = (
    Rule(
        "holiday",
        (
            f"<which:(last|next|this)>? <name:({NAMES})> (,? (of|in)? {YEAR_PART}|,? (of)? "
            "<told:(that|the same|that same|the following|this|last|next)> year|<weekend:weekend>)?"
        ),
        resolve,
        (
            "He came on [Christmas Day] again.",
            "They met on [last Thanksgiving] there.",
            "They met in 2009. On [Christmas Eve that year] he died.",
            "on [Easter Sunday 2016] in Rome",
            "over [Memorial Day weekend] there",
            "He spoke on [Veteran's Day] again.",
            "They marched on [Veterans' Day] there.",
            "It closed on [President's Day] there.",
            "They vote on [Election Day] there.",
            "They come home for [Thanksgiving] again.",
            "Shops are full on [Black Friday] there.",
            "The bank is shut on [MLK Day] again.",
        ),
        "Public calendars of the United States, Britain, France and the western church.",
        ("the Christmas tree fell", "Christmas Island is far", "Black Friday sales rose.", "It was an epiphany."),
    ),
    Rule(
        "september-11",
        "9 ~ / ~ 11",
        september_11,
        ("the attacks of [9/11] there",),
        "The event, known by its date.",
        ("a score of 9/11/3",),
    ),
)
