"""Rules for times of the day."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from extraction.dates.anchors import OVER, Anchors
from extraction.dates.anchors.cues import ARRANGED, FIXING
from extraction.dates.anchors.habit import of_every_day
from extraction.dates.anchors.sentence import broken, words_left
from extraction.dates.lexicon import DAYPARTS, NOONS
from extraction.dates.patterns import BREAK
from extraction.dates.periods import Period
from extraction.dates.rule import Found, Match, Prefix, Rule, calendar, number_of, relative


def clock_value(words: list[str]) -> str | None:
    """The T part of a TIMEX3 value: "10 p.m." is T22:00; None for what no clock shows."""
    digits = [w for w in words if w.isdigit()]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    letters = "".join(w for w in words if w.isalpha())
    if letters[:1] in ("a", "p") and letters[:2] in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if letters.startswith("p") else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02}:{minute:02}"


#: A day that stands so few tokens (white space counted) before a clock is the clock's, whatever comes daily.
BESIDE = 50


def _today(m: Match, anchors: Anchors, clock: str) -> Found | None:
    """The clock of the day last told of, else of publication; of publication where it heads an entry of a live page."""
    beside = anchors.last is not None and anchors.last.unit == "day" and m.start - anchors.last_at < BESIDE
    if not beside and of_every_day(m.scan, m.start, m.end):
        # "The baths open daily at 9 a.m.": of no day of the calendar.
        return Found("TIME", f"XXXX-XX-XX{clock}", clock=clock, event=False)
    event = anchors.last is not None and anchors.last.unit == "day" and not (_own_line(m) and not anchors.narrative)
    event = event and not _turned(m, anchors)
    beside_day = _told_beside(m, anchors)
    if beside_day is None and (anchors.last is None or anchors.last.unit != "day") and not _own_line(m):
        beside_day = _day_told(m, anchors)
    if beside_day is not None:
        found = calendar(beside_day, f"text {beside_day.edtf}")
        return found.with_clock(clock) if found else None
    # "He died at midnight" is of the night before publication.
    today = not event or (anchors.last is not None and anchors.last.start == anchors.latest and not anchors.narrative)
    step = -1 if clock == NOONS["midnight"] and today and anchors.direction(m.start, m.end) in OVER else 0
    found = relative(anchors, m.start, lambda day: Period("day", day).shift(step), "XXXX-XX-XX", event=event)
    if found is not None and step:
        # "From midnight to 6 a.m.": what follows is of the day that began then.
        found = replace(found, event=False)
    return found.with_clock(clock) if found else None


def _told_beside(m: Match, anchors: Anchors) -> Period | None:
    """The day that the paragraph told of, where only a month or a year stands between: "the worst since May 2003"."""
    day, last = anchors.day, anchors.last
    if day is None or last is None or last.unit == "day" or anchors.narrative or anchors.latest is None:
        return None
    near = BREAK not in m.scan.kinds[anchors.day_at : m.start] and broken(m.scan, anchors.last_at, m.start)
    over = day.start <= anchors.latest and anchors.direction(m.start, m.end) in OVER
    return day if near and over and last.end < day.start else None


#: What opens a clause between commas, so many tokens before its day.
RELATIVE, ASIDE_REACH = frozenset("which who whose".split()), 24


def _in_aside(m: Match, anchors: Anchors) -> bool:
    """Whether the day is told of between commas only: "The shares, which fell last Friday, rose by noon"."""
    scan = m.scan
    kinds = scan.kinds[anchors.last_at : m.start]
    opened = [
        at
        for at in range(max(anchors.last_at - ASIDE_REACH, 2), anchors.last_at)
        if scan.tokens[at].lower() in RELATIVE and scan.kinds[at - 2 : at] == ", "
    ]
    if not opened or "," not in kinds or broken(scan, opened[-1], anchors.last_at):
        return False
    return "," not in scan.kinds[opened[-1] : anchors.last_at]


#: Verbs that look ahead from the day of writing.
AHEAD = frozenset("will ll is are".split())
#: These look ahead from the day that was told of ("was to speak"), so many words before a clock.
FROM_THERE, THERE = frozenset("would was were had".split()), 12


def _turned(m: Match, anchors: Anchors) -> bool:
    """Whether a clock is to come though the day last told of is over, or over though that day is to come."""
    last = anchors.last
    if last is None or anchors.narrative or anchors.earliest is None or anchors.latest is None:
        return False
    if anchors.last_since:
        # "Police have searched since Saturday. A body was found at 9 a.m."
        return broken(m.scan, anchors.last_at, m.start)
    apart = broken(m.scan, anchors.last_at, m.start)
    if not apart and last.end < anchors.earliest and _in_aside(m, anchors):
        return True
    if last.start > anchors.latest:
        # "She will be buried on Friday. The news came at 9 a.m."
        planned = not (FIXING | {"put"}).isdisjoint(islice(words_left(m.scan, m.start), THERE))
        return apart and not planned and anchors.direction(m.start, m.end) in OVER
    if last.end >= anchors.earliest or not FROM_THERE.isdisjoint(islice(words_left(m.scan, m.start), THERE)):
        return False
    between = (token.lower() for token in m.scan.tokens[anchors.last_at : m.start])
    # "They counted on Sunday. The results are expected after 8 p.m."
    return (apart or not (AHEAD | ARRANGED).isdisjoint(between)) and anchors.direction(m.start, m.end) == "future"


#: So many days before publication a day told of may be that of a clock, whatever year or month was told of since.
NEWS = 7


def _day_told(m: Match, anchors: Anchors) -> Period | None:
    """The day of the news: "They voted on Sunday, as in 2008. Polls closed at 10 p.m."."""
    day, published = anchors.day, anchors.earliest
    if anchors.narrative or day is None or published is None or not 0 < (published - day.start).days <= NEWS:
        return None
    # "In April it had been put off at 9 a.m.": of no day that was told of.
    return None if "had" in islice(words_left(m.scan, m.start), THERE) else day


def _own_line(m: Match) -> bool:
    """Whether nothing else stands in the paragraph."""
    kinds = m.scan.kinds
    end = m.end + (kinds[m.end : m.end + 1] == " ")
    return kinds[m.start - 1 : m.start] == BREAK and kinds[end : end + 1] == BREAK


#: Words of time before a clock time.
AT = frozenset("at by until till around about before after from since between".split())


def clock(m: Match, anchors: Anchors) -> Found | None:
    """ "10:35 a.m.", "22:00 GMT". Two figures with a colon alone need a word of time: they may be a score."""
    words = m.words("clock")
    value = clock_value(words)
    if value is None:
        return None
    letters = [w for w in words if w.isalpha()]
    if not letters and not m.has("zone"):
        before = m.before(1)
        if not before or before[0] not in AT:
            return None
        after = m.after(1)
        if after and after[0] in ("win", "victory", "defeat", "loss", "to", "lead", "-", "ratio", "on", "odds"):
            return None
    if "." in words and not letters:
        return None
    found = _today(m, anchors, value)
    about = m.text[:1].isalpha() and m.text.split()[0].lower() in ("about", "around")
    return replace(found, mod="APPROX") if found and about else found


#: What joins two clocks that share "p.m.", and what stands before the first.
SHARING, SHARED_AFTER = frozenset("and to until till or -".split()), frozenset("between from at".split())


def first_clock(m: Match, anchors: Anchors) -> Found | None:
    """The first of "between 9 and 11 a.m.": on the same side of noon, or "from 10 to 2 p.m." before it."""
    before = m.before(1)
    if not before or before[0] not in SHARED_AFTER:
        return None
    after = m.after(LETTERS)
    if not after or after[0] not in SHARING:
        return None
    last = after[1:]
    hours = [int(word) for word in last[:1] if word.isdigit()]
    if last[1:2] == [":"]:
        last = last[2:]
    letters = next(iter(last[1:2]), "")
    if not hours or not 1 <= hours[0] <= NOON_HOUR or not (letters in ("am", "pm") or last[1:4] == [letters, ".", "m"]):
        return None
    value = clock_value([*m.words("clock"), letters[:1] + "m"])
    other = clock_value([str(hours[0]), letters[:1] + "m"])
    if value is not None and other is not None and value[:3] > other[:3]:
        # "from 10 to 2 p.m.", while from 11 to 6 a.m. is of two days.
        value = clock_value([*m.words("clock"), "am"]) if letters[:1] == "p" else None
    return _today(m, anchors, value) if value else None


#: So many tokens after the first clock the letters of the second end: "to 11:30 p.m".
LETTERS = 7


def four_figures(m: Match, anchors: Anchors) -> Found | None:
    """ "0735 GMT", "at 0600 hours"."""
    figures = m.word("clock")
    if m.has("zone"):
        if not m.scan.tokens[m.span("zone")[0]].isupper() or m.scan.kinds[m.span("clock")[1]] != " ":
            return None
    elif "local" not in m.text and (m.before(1)[:1] not in ([w] for w in AT) or m.after(1) == ["of"]):
        return None
    return _today(m, anchors, f"T{figures[:2]}:{figures[2:]}")


def spoken_clock(m: Match, anchors: Anchors) -> Found | None:
    """ "4 in the morning", "three o'clock"."""
    hour = int(m.number("hour"))
    if not 1 <= hour <= 12:
        return None
    part = m.word("part") or m.word("part2")
    hour = _hour_of(hour, DAYPARTS.get(part, ""))
    minute = m.word("minute") if m.has("minute") else "00"
    return _today(m, anchors, f"T{hour:02}:{minute}")


#: Minutes that clocks are told in where the word is left out: "ten past six".
MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
IN_DAY = "in the <part:(morning|afternoon|evening)>|at <part2:night>"
#: "half past three", "twenty to nine", "ten minutes before six"; the names end with a letter of the place.
PAST = (
    "(((a)? <minute{0}:(half|quarter|five|ten|twenty|twenty - five)>|<count{0}:(INT|WORDS)> minutes) "
    "<side{0}:(past|to|after|before)> <hour{0}:(HOUR|CARDINAL)>)"
)
#: "from five to ten in the evening" are two clocks.
RANGES = frozenset(("from", "between"))
#: What is counted, not told by a clock: "from half to six percent".
COUNTED = frozenset("% percent per of million billion points $ - to".split())


def _past_value(m: Match, place: str, part: str = "") -> str | None:
    """The T part of "half past three", in the afternoon where `part` says so."""
    hour = int(m.number(f"hour{place}"))
    name = "".join(m.words(f"minute{place}"))
    minutes = MINUTES.get(name, 0) or int(m.number(f"count{place}"))
    if not 1 <= hour <= NOON_HOUR or not 0 < minutes < SIXTY:
        return None
    back = m.word(f"side{place}") in ("to", "before")
    if back and name == "half":
        return None
    total = (SIXTY * _hour_of(hour, part) + (-minutes if back else minutes)) % (24 * SIXTY)
    # Without a part of the day the clock shows one of twelve hours.
    shown = total // SIXTY if part else (total // SIXTY) % NOON_HOUR or NOON_HOUR
    return f"T{shown:02}:{total % SIXTY:02}"


def _hour_of(hour: int, part: str) -> int:
    """The hour that a clock of twelve shows in a part of the day."""
    late = part in ("TAF", "TEV") or (part == "TNI" and hour >= SMALL_HOURS)
    if hour == NOON_HOUR:
        return {"TMO": 0, "TNI": 24}.get(part, hour)
    return hour + NOON_HOUR if late and hour < NOON_HOUR else hour


#: Minutes of an hour, hours of a clock's round.
SIXTY, NOON_HOUR = 60, 12
#: Before it "at three at night" is of the small hours.
SMALL_HOURS = 6


def past_the_hour(m: Match, anchors: Anchors) -> Found | None:
    """ "half past nine", "a quarter to six in the evening", after a word of time."""
    word = m.word("part") or m.word("part2")
    if not m.before(1) or m.before(1)[0] not in AT:
        return None
    back = m.word("side") in ("to", "before")
    if back and (m.before(1)[0] in RANGES or not (word or m.has("count") or m.word("minute") == "quarter")):
        # "at five to ten" may be as many.
        return None
    if m.after(1) and (m.after(1)[0] in COUNTED or m.after(1)[0].isdigit()):
        return None
    value = _past_value(m, "", DAYPARTS.get(word, ""))
    return _today(m, anchors, value) if value else None


#: Words before "noon" where nothing stands after it.
NOON_AFTER = frozenset("at by until till around about before after from since shortly of past to and between".split())


def noon(m: Match, anchors: Anchors) -> Found | None:
    """noon, midnight, with a preposition of time or a date beside it."""
    if m.before(1) and m.before(1)[0] not in NOON_AFTER and m.scan.kinds[m.end : m.end + 1] != " ":
        return None
    before = m.before(1)
    if not before or before[0] not in AT | {"to"}:
        return None
    if m.after(1) and m.after(1)[0] in ("-", "train", "sun", "mass", "rules"):
        return None
    return _today(m, anchors, NOONS[m.word("noon")])


#: How many tokens (white space counted) "in the morning" may stand after its day.
NEAR = 60


def part_alone(m: Match, anchors: Anchors) -> Found | None:
    """ "in the morning": of the day told of just before; without one it is every morning, or none."""
    if anchors.last is None or anchors.last.unit != "day" or m.before(1) not in (["in"], ["during"]):
        return None
    if m.start - anchors.last_at > NEAR or (m.after(1) and m.after(1)[0] in ("of", "and", "or", "-")):
        return None
    return _today(m, anchors, DAYPARTS[m.word("part")])


def light_alone(m: Match, anchors: Anchors) -> Found | None:
    """ "at dawn", "by nightfall": of the day told of just before, in the same paragraph."""
    last = anchors.last
    if last is None or last.unit != "day" or not m.before(1) or m.before(1)[0] not in BESIDE_LIGHT:
        return None
    if BREAK in m.scan.kinds[anchors.last_at : m.start] or (m.after(1) and m.after(1)[0] in AFTER_LIGHT):
        return None
    return _today(m, anchors, DAYPARTS[m.word("part") or "dawn"])


BESIDE_LIGHT = frozenset("at by until till before after around since from".split())
#: "from dawn to dusk" is a length, "at dawn of a new age" a figure of speech.
AFTER_LIGHT = frozenset("to till until of - and".split())


#: Before an hour in words and its part of the day: "at seven on Monday evening".
AT_HOUR = frozenset("at by until till around about".split())


#: "The shares stood at 6.10 last night" tells no clock; so many words before it.
PRICED = frozenset(
    "share shares price prices traded trading index stood dollar euro pound yen rate rates yield odds valued".split()
)
PRICED_REACH = 8


def clock_of(m: Match, anchors: Anchors, inner: Found) -> Found | None:
    """ "9 a.m. Tuesday", "5 p.m. EST, Nov. 6", "noon on Saturday": one expression with its day."""
    if inner.clock and (inner.clock not in DAYPARTS.values() or m.has("part")):
        return None
    if (inner.period is not None and inner.period.unit != "day") or inner.type not in ("DATE", "TIME"):
        return None
    inner_part = inner.clock or DAYPARTS.get(m.word("within") or m.word("within2"), "")
    # "11 p.m. tonight", "3 a.m. on Saturday morning": the clock tells more than the part of the day.
    inner = replace(inner, value=inner.value.removesuffix(inner.clock), clock="")
    if inner.value.endswith("_REF") or (inner.period is None and "-" not in inner.value):
        return None
    value: str | None
    if m.has("noon"):
        value = NOONS[m.word("noon")]
    elif m.has("four"):
        value = f"T{m.word('four')[:2]}:{m.word('four')[2:]}"
    elif m.has("oclock"):
        hour = int(m.number("oclock"))
        value = f"T{_hour_of(hour, inner_part):02}:00" if 1 <= hour <= NOON_HOUR else None
    elif m.has("spoken"):
        hour, minute = int(m.number("spoken")), int(m.number("spokenminute"))
        value = f"T{_hour_of(hour, DAYPARTS[m.word('part1')]):02}:{minute:02}" if 1 <= hour <= NOON_HOUR else None
    elif m.has("minutep") or m.has("countp"):
        value = _past_value(m, "p", inner_part)
    elif m.has("bare"):
        hour = int(number_of(m.words("bare")[:1]))
        priced = m.has("dotted") and not PRICED.isdisjoint(m.before(PRICED_REACH))
        told = inner_part and m.before(1) and m.before(1)[0] in AT_HOUR and not priced
        value = (
            f"T{_hour_of(hour, inner_part):02}:{m.word('dotted') or '00'}" if told and 1 <= hour <= NOON_HOUR else None
        )
    elif m.has("part"):
        value = next((DAYPARTS[w] for w in m.words("part") if w in DAYPARTS), DAYPARTS["dawn"])
    else:
        value = clock_value(m.words("clock"))
    return inner.with_clock(value, "APPROX" if m.word("about") else "") if value else None


def later_part(m: Match, anchors: Anchors) -> Found | None:
    """ "mid-afternoon": a third of a part of the day."""
    found = _today(m, anchors, DAYPARTS[m.word("part")])
    if found is None:
        return None
    return Found(
        "TIME",
        found.value,
        {"mid": "MID", "late": "END", "early": "START"}[m.word("third")],
        found.period,
        found.date,
        found.anchor,
        (),
        found.clock,
    )


RULES = (
    Rule(
        "clock-first",
        "<clock:(HOUR (~ : ~ SIXTY)?)>",
        first_clock,
        (
            "They met between [9] and [11 a.m.] there.",
            "It is shut from [10:30] to [2 p.m.] again.",
            "They came from [2]-[4 p.m.] there.",
        ),
        "The letters of the second clock are those of both.",
        ("From 9 to 11 people were hurt.", "It went from 9 to 11 a minute."),
    ),
    Rule(
        "clock",
        "(around|about)? <clock:CLOCK> <zone:TZ>?",
        clock,
        (
            "It began at [10:35 a.m.] in Rome.",
            "They met at [22:00 GMT] there.",
            "He came at [7:15] again.",
            "It struck at [10:00 UTC+2] there.",
            "It struck at [4:05 p.m. (GMT+3)] there.",
        ),
        "With a zone, a.m. or p.m., or a word of time.",
        ("They won 3:2 there.", "Genesis 12:30 says", "a ratio of 10:15", "at 25:00 he"),
    ),
    Rule(
        "clock-four",
        "(around|about)? <clock:HHMM> (<zone:UNIVERSAL> (~+~INTEGER)?|local time|hours|hrs)",
        four_figures,
        (
            "It began at [0735 GMT] there.",
            "He came at [about 1530 local time] again.",
            "They left at [0600 hours] there.",
        ),
        "Wires and armies write hours so.",
        ("In 1945 est omnis.",),
    ),
    Rule(
        "clock-spoken",
        "<hour:(HOUR|CARDINAL)> (~ (:|.) ~ <minute:SIXTY>)? in the <part:(morning|afternoon|evening)>",
        spoken_clock,
        (
            "He came at [4 in the morning] there.",
            "He woke at [5:45 in the morning] there.",
            "They left at [5.30 in the afternoon] again.",
        ),
        "Spoken.",
    ),
    Rule(
        "clock-oclock",
        f"<hour:(HOUR|CARDINAL)> o ~ ' ~ clock ({IN_DAY})?",
        spoken_clock,
        ("He came at [three o'clock] there.",),
        "Spoken.",
    ),
    Rule(
        "clock-past",
        f"{PAST.format('')} ({IN_DAY})?",
        past_the_hour,
        (
            "He came at [half past nine] there.",
            "He left at [a quarter to six in the evening] there.",
            "She rose at [twenty past six] again.",
            "It sank at [ten minutes to nine] there.",
        ),
        "Spoken; the part of the day tells which twelve hours.",
        ("up from half to six percent", "He put the number at five to ten.", "The rate stood at half past wages."),
    ),
    Rule(
        "noon",
        "(12 (~ : ~ 00)?)? <noon:NOON> <zone:TZ>?",
        noon,
        (
            "He came at [noon] there.",
            "He came at [12 noon] there.",
            "It began at [12:00 noon EST] there.",
            "They work from [6 a.m.] to [midnight] there.",
        ),
        "With a preposition of time.",
        ("the midnight train left", "High Noon is a film."),
    ),
    Rule(
        "part-alone",
        "the <part:(morning|afternoon|evening|night)>",
        part_alone,
        ("He came on Sunday and spoke in [the afternoon] there.",),
        "Of the day last told of.",
        ("He sings in the morning.",),
    ),
    Rule(
        "light-alone",
        "(<part:(dawn|daybreak|sunrise|dusk|sunset|sundown|nightfall)>|first light)",
        light_alone,
        ("On 3 May 2014 the bridge was open. By [nightfall] it had been taken.",),
        "Of the day last told of.",
        ("He sang at dawn.", "They worked from dawn to dusk."),
    ),
    Rule(
        "part-mid",
        "<third:(mid|late|early)> -? <part:(morning|afternoon|evening)>",
        later_part,
        ("It fell in [mid-afternoon] trade.",),
        "A third of a part of the day.",
    ),
)
PREFIXES = (
    Prefix(
        "clock-of",
        (
            "<about:(around|about)>? ("
            "<spoken:(HOUR|CARDINAL)> (~ : ~ <spokenminute:SIXTY>)? in the <part1:(morning|afternoon|evening)>|"
            "<clock:CLOCK> TZ?|(<oclock:(HOUR|CARDINAL)> o ~ ' ~ clock|"
            f"{PAST.format('p')}) (in the <within:(morning|afternoon|evening)>|at <within2:night>)?|"
            "<bare:(HOUR (~ . ~ <dotted:SIXTY>)?|CARDINAL)>|"
            "<four:HHMM> (UNIVERSAL|local time|hours|hrs)|(12 (~ : ~ 00)?)? <noon:NOON> TZ?|"
            "(the)? <part:((mid|late|early) -? (morning|afternoon|evening)|"
            "dawn|daybreak|sunrise|dusk|sunset|sundown|nightfall|first light)>) ,? (on)?"
        ),
        clock_of,
        (
            "He came at [9 a.m. Tuesday] there.",
            "by [5 p.m. EST, Nov. 6] there",
            "until [noon on Saturday] there",
            "by [11 p.m. tonight] there",
            "by [six o'clock this afternoon] there",
            "at [0230 GMT Thursday] there",
            "at [half past nine on Monday evening] there",
            "at [half past two in the morning on Sunday] there",
            "They met at [seven on Sunday evening] there.",
            "The show is at [8 tomorrow night] there.",
            "It was over by [6.10 this morning] there.",
            "They left at [8 in the morning on Sunday] again.",
            "He was shot at [about 4:30 in the afternoon on Oct. 3] there.",
            "It ended at [sundown on Friday] there.",
            "They will leave at [first light on Sunday] again.",
        ),
        "One expression with its day.",
    ),
)
