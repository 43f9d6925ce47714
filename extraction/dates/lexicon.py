"""The words that the rules are made of: what they are called in patterns and what they mean.

Every class here is a name that patterns use in capitals (`MONTH`, `UNIT`); patterns write single
words in small letters. A word may belong to several classes ("second" is an ORDINAL and a UNIT).
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
WEEKDAYS_SHORT = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
CARDINALS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
#: Counted units and their ISO 8601 letters; T marks those below the day. Decades and centuries are
#: counted in years where their number is known (see resolve.length).
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE",
}  # fmt: skip
UNIT_FORMS = {name: name for name in UNITS} | {
    **{f"{name}s": name for name in UNITS},
    "centuries": "century", "millennia": "millennium", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
    "yr": "year", "yrs": "year",
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
#: Parts of the day as TIMEX3 names them.
DAYPARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nighttime": "TNI", "lunchtime": "TMI",
    "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV", "sundown": "TEV",
    "nightfall": "TEV",
    "daytime": "TDT", "mornings": "TMO", "afternoons": "TAF",
    "evenings": "TEV", "nights": "TNI",
}  # fmt: skip
NOONS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
#: early, mid, late: the third of a period, as TIMEX3 `mod`.
PARTS = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "outset": "START", "dawn": "START",
    "mid": "MID", "middle": "MID", "midst": "MID",
    "late": "END", "later": "END", "latter": "END", "end": "END", "close": "END", "tail": "END", "last": "END",
    "first": "START", "opening": "START", "final": "END", "closing": "END",
}  # fmt: skip
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9, "noughties": 0,
}  # fmt: skip
VAGUE_COUNTS = {"several": (3, 9), "few": (2, 5), "couple": (2, 3), "some": (2, 9), "many": (3, 30), "dozens": (24, 99)}
ZONES = (
    "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest ist jst msk et ct mt pt eastern central pacific z "
    "eet eest ast "
    "akst akdt hst aest sast wat eat"
).split()
#: Verbs that put "one day" into the future: "will one day be", "hopes to one day".
MODALS = frozenset("will would may might could can shall should must to hope hopes ll".split())

CLASSES: dict[str, tuple[str, ...]] = {
    "MONTH": tuple(MONTHS),
    "FULLMONTH": tuple(m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july")),
    "ABBRMONTH": tuple(m for m in MONTHS if len(m) <= 4 and m not in ("may", "june", "july")),
    "WEEKDAY": tuple(WEEKDAYS),
    "WEEKDAYS": tuple(f"{day}s" for day in WEEKDAYS),
    "WD": (*WEEKDAYS, *WEEKDAYS_SHORT),
    "CARDINAL": tuple(CARDINALS),
    "MULTIPLIER": tuple(MULTIPLIERS),
    "ORDINAL": tuple(ORDINALS),
    "UNIT": tuple(u for u in UNIT_FORMS if u not in ("min", "weekend", "weekends")),
    "UNITS": tuple(u for u in UNIT_FORMS if u.endswith("s") or u in ("centuries", "millennia")),
    "UNIT1": tuple(u for u in UNITS if u != "weekend"),
    "LONG": tuple("day week month quarter year decade century weekend fortnight".split()),
    "LONGS": tuple("days weeks months quarters years decades centuries weekends".split()),
    "SEASON": tuple(SEASONS),
    "SEASONS": ("springs", "summers", "falls", "autumns", "winters"),
    "DAYPART": tuple(DAYPARTS),
    "DAYPARTS": tuple(f"{part}s" for part in ("morning", "afternoon", "evening", "night")),
    "NOON": tuple(NOONS),
    "DECADE": tuple(DECADES),
    "ZONE": tuple(ZONES),
    "SUFFIX": ("st", "nd", "rd", "th"),
    "TEEN": tuple("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()),
    "TENS": tuple("twenty thirty forty fifty sixty seventy eighty ninety".split()),
    "EARLY": ("early", "earlier", "mid", "late", "later"),
    "EARLYISH": ("early", "mid", "late"),
    # Digits.
    "DAY": tuple(f"{n}" for n in range(1, 32)) + tuple(f"0{n}" for n in range(1, 10)),
    "MM": tuple(f"{n}" for n in range(1, 13)) + tuple(f"0{n}" for n in range(1, 10)),
    "HOUR": tuple(f"{n}" for n in range(25)) + tuple(f"0{n}" for n in range(10)),
    "SIXTY": tuple(f"{n:02}" for n in range(60)),
    "YY": tuple(f"{n:02}" for n in range(100)),
    "YEAR": tuple(f"{n}" for n in range(1000, 2200)),
    "THREE": tuple(f"{n:03}" for n in range(1000)),
    "HHMM": tuple(f"{hour:02}{minute:02}" for hour in range(24) for minute in range(60)),
    "UNIVERSAL": tuple("gmt utc est edt cst cdt mst mdt pst pdt bst cet cest jst msk ist aest".split()),
    "TENSDIGITS": ("20", "30", "40", "50", "60", "70", "80", "90"),
}
