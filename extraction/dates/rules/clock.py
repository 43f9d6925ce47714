"""Rules for times of the day."""

from __future__ import annotations

from dataclasses import replace

from extraction.dates.anchors import Anchors
from extraction.dates.lexicon import DAYPARTS, NOONS
from extraction.dates.patterns import BREAK
from extraction.dates.rule import Found, Match, Prefix, Rule, number_of
from extraction.dates.rules.clock_days import at_clock

#: Words of time before a clock time.
AT = frozenset("at by until till around about before after from since between".split())
#: What joins two clocks that share "p.m.", and what stands before the first.
SHARING, SHARED_AFTER = frozenset("and to until till or -".split()), frozenset("between from at".split())
#: So many tokens after the first clock the letters of the second end: "to 11:30 p.m".
LETTERS = 7
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
#: Minutes of an hour, hours of a clock's round.
SIXTY, NOON_HOUR = 60, 12
#: Before it "at three at night" is of the small hours.
SMALL_HOURS = 6
#: Words before "noon" where nothing stands after it.
NOON_AFTER = frozenset("at by until till around about before after from since shortly of past to and between".split())
#: How many tokens (white space counted) "in the morning" may stand after its day.
NEAR = 60
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
    found = at_clock(m, anchors, value)
    about = m.text[:1].isalpha() and m.text.split()[0].lower() in ("about", "around")
    return replace(found, mod="APPROX") if found and about else found


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
    return at_clock(m, anchors, value) if value else None


def four_figures(m: Match, anchors: Anchors) -> Found | None:
    """ "0735 GMT", "at 0600 hours"."""
    figures = m.word("clock")
    if m.has("zone"):
        if not m.scan.tokens[m.span("zone")[0]].isupper() or m.scan.kinds[m.span("clock")[1]] != " ":
            return None
    elif "local" not in m.text and (m.before(1)[:1] not in ([w] for w in AT) or m.after(1) == ["of"]):
        return None
    return at_clock(m, anchors, f"T{figures[:2]}:{figures[2:]}")


def spoken_clock(m: Match, anchors: Anchors) -> Found | None:
    """ "4 in the morning", "three o'clock"."""
    hour = int(m.number("hour"))
    if not 1 <= hour <= 12:
        return None
    part = m.word("part") or m.word("part2")
    hour = _hour_of(hour, DAYPARTS.get(part, ""))
    minute = m.word("minute") if m.has("minute") else "00"
    return at_clock(m, anchors, f"T{hour:02}:{minute}")


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
    return at_clock(m, anchors, value) if value else None


def noon(m: Match, anchors: Anchors) -> Found | None:
    """noon, midnight, with a preposition of time or a date beside it."""
    if m.before(1) and m.before(1)[0] not in NOON_AFTER and m.scan.kinds[m.end : m.end + 1] != " ":
        return None
    before = m.before(1)
    if not before or before[0] not in AT | {"to"}:
        return None
    if m.after(1) and m.after(1)[0] in ("-", "train", "sun", "mass", "rules"):
        return None
    return at_clock(m, anchors, NOONS[m.word("noon")])


def part_alone(m: Match, anchors: Anchors) -> Found | None:
    """ "in the morning": of the day told of just before; without one it is every morning, or none."""
    if anchors.last is None or anchors.last.unit != "day" or m.before(1) not in (["in"], ["during"]):
        return None
    if m.start - anchors.last_at > NEAR or (m.after(1) and m.after(1)[0] in ("of", "and", "or", "-")):
        return None
    return at_clock(m, anchors, DAYPARTS[m.word("part")])


def light_alone(m: Match, anchors: Anchors) -> Found | None:
    """ "at dawn", "by nightfall": of the day told of just before, in the same paragraph."""
    last = anchors.last
    if last is None or last.unit != "day" or not m.before(1) or m.before(1)[0] not in BESIDE_LIGHT:
        return None
    if BREAK in m.scan.kinds[anchors.last_at : m.start] or (m.after(1) and m.after(1)[0] in AFTER_LIGHT):
        return None
    return at_clock(m, anchors, DAYPARTS[m.word("part") or "dawn"])


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
    found = at_clock(m, anchors, DAYPARTS[m.word("part")])
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
