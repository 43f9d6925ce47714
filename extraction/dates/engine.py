"""The walk over a text: at each token the longest rule that resolves, and what the anchors learn of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from extraction.dates.anchors import Anchors
from extraction.dates.anchors.sentence import in_background
from extraction.dates.patterns import Scan
from extraction.dates.rule import REFUSED, Found, Match, Prefix, Rule
from extraction.dates.rules import PREFIXES, RULES
from extraction.dates.titles import is_title

#: More expressions than any article has (the longest histories have a few hundred); a flood is cut here.
MOST = 3000
#: Lengths that a report covers beside its quarter: "the first 10 months".
STRETCH = re.compile(r"P([24-9]|1[0-2])M|P1Y|P[23]Q")
#: How many prefixes may stand before each other ("the end of the first quarter of next year").
DEEPEST = 3


class Hit(NamedTuple):
    """An expression found: its tokens, what it means, the rule."""

    start: int
    end: int
    found: Found
    rule: str


#: What was read at a token and depth, valid until the anchors learn of a date.
Memory = dict[tuple[int, int], Hit | None]


def _by_first(rules: tuple[Rule, ...] | tuple[Prefix, ...]) -> dict[str, list[Rule | Prefix]]:
    table: dict[str, list[Rule | Prefix]] = defaultdict(list)
    for rule in rules:
        for code in rule.compiled.first:
            table[code].append(rule)
    return dict(table)


BASE, BEFORE = _by_first(RULES), _by_first(PREFIXES)
#: Where an expression may begin at all: everything else is passed over at the speed of a regular expression.
TRIGGER = re.compile("[" + "".join(re.escape(code) for code in sorted(BASE.keys() | BEFORE.keys())) + "]")


def walk(scan: Scan, anchors: Anchors) -> tuple[list[Hit], bool]:
    """All expressions in order, and whether the cap was reached."""
    hits: list[Hit] = []
    memory: Memory = {}
    at, kinds = 0, scan.kinds
    search = TRIGGER.search
    while trigger := search(kinds, at):
        at = trigger.start()
        hit = _bounded(scan, at) and find_at(scan, anchors, at, 0, memory)
        if not hit:
            at += 1
            continue
        if hit.found is REFUSED or is_title(scan, hit.start, hit.end, hit.found, hit.rule):
            at = hit.end
            continue
        if hits and _same_day(scan, hits[-1], hit):
            hits[-1] = _on_day(hits[-1], hit)
        elif hits and _day_behind(scan, hits[-1], hit):
            if hits[1:] and _bracketed(scan, hits[-2], hits[-1]):
                hits[-2] = _on_day(hits[-2], hit)
            hits[-1] = _on_day(hits[-1], hit)
        for part in _ends_of(hit):
            if len(hits) == MOST:
                return hits, True
            hits.append(part)
            _learn(anchors, part, memory)
        at = hit.end
    return hits, False


#: What joins the two clocks of "from 9 a.m. to 5 p.m. Friday".
JOINS = frozenset("and or to until till through - –".split())


def _same_day(scan: Scan, first: Hit, last: Hit) -> bool:
    """Whether a clock without its day begins what ends with the clock of a day: "from 9 a.m. to 5 p.m. Friday"."""
    if first.rule not in ("clock", "clock-first") or not last.rule.startswith("clock-of+"):
        return False
    if last.found.period is None and not last.found.value.startswith("XXXX-"):
        return False
    between = [token.lower() for token in scan.tokens[first.end : last.start] if not token.isspace()]
    return len(between) == 1 and between[0] in JOINS


#: Clocks without a day of their own.
CLOCKS = frozenset("clock clock-four clock-past clock-spoken clock-oclock noon".split())
#: A day behind a clock and the place is the clock's: "at 7 p.m. at the old church on Friday".
PLACING = frozenset("at in outside near inside".split())
#: How many words the place may have, and what shows it to be none.
PLACED = 8
NO_PLACE = frozenset("and or but to until till after before when while as said was were is are had has will by".split())


def _day_behind(scan: Scan, clock: Hit, day: Hit) -> bool:
    """Whether a clock without its day has it behind its place, or behind a bracket: "(0715 GMT) on Sunday"."""
    if clock.rule not in CLOCKS or day.found.clock or day.found.period is None or day.found.period.unit != "day":
        return False
    between = [token.lower() for token in scan.tokens[clock.end : day.start] if token != " "]
    if between in ([")", "on"], [")"]):
        return scan.kinds[clock.start - 1] == "("
    placed = 1 < len(between) <= PLACED and between[0] in PLACING and between[-1] == "on"
    return placed and all(word.isalpha() and word not in NO_PLACE for word in between)


def _bracketed(scan: Scan, clock: Hit, other: Hit) -> bool:
    """Whether a clock stands before another in brackets: "0315 local time (0715 GMT)"."""
    return clock.rule in CLOCKS and "".join(scan.tokens[clock.end : other.start]).strip() == "("


def _on_day(clock: Hit, other: Hit) -> Hit:
    """The clock on the day of the other."""
    day = replace(other.found, value=other.found.value.removesuffix(other.found.clock), clock="", mod="")
    return clock._replace(found=day.with_clock(clock.found.clock, clock.found.mod))


def _ends_of(hit: Hit) -> list[Hit]:
    """The two ends of a range, or the expression itself."""
    return [Hit(start, end, found, hit.rule) for start, end, found in hit.found.parts] or [hit]


def _learn(anchors: Anchors, hit: Hit, memory: Memory) -> None:
    """Tells the anchors what was found, and forgets what was read before they knew."""
    if STRETCH.fullmatch(hit.found.value):
        anchors.stretch_at = hit.start
    elif hit.found.period is not None and hit.found.period.unit == "quarter":
        anchors.quarter_at = hit.start
    elif hit.found.value == "2001-09-11":
        anchors.attacks = True
    elif hit.found.value.startswith("BC"):
        anchors.lose()
        memory.clear()
    if hit.found.period is not None and hit.found.event and not _told_behind(anchors, hit):
        chained = hit.found.anchor.startswith("text")
        anchors.mention(hit.found.period, hit.start, hit.found.mod, chained=chained, clock=hit.found.clock)
        memory.clear()


def _told_behind(anchors: Anchors, hit: Hit) -> bool:
    """Whether a history names a day that lies behind and goes on from where it was: "who had fled in 1994"."""
    told, period = anchors.told, hit.found.period
    if not anchors.narrative or told is None or period is None or period.end >= told.start:
        return False
    return in_background(anchors.scan, hit.start)


def _bounded(scan: Scan, at: int) -> bool:
    """Whether a word or number begins here, not in the middle of one ("B2", "x86")."""
    return at == 0 or not (scan.tokens[at - 1][-1].isalnum() and scan.tokens[at][0].isalnum())


def find_at(scan: Scan, anchors: Anchors, at: int, depth: int, memory: Memory) -> Hit | None:
    """The longest expression that begins at a token; the earlier rule where two are as long.

    What stands after a prefix is read once for all prefixes that reach it.
    """
    if not depth:
        return _read_at(scan, anchors, at, depth, memory)
    if (at, depth) not in memory:
        memory[at, depth] = _read_at(scan, anchors, at, depth, memory)
    return memory[at, depth]


def _read_at(scan: Scan, anchors: Anchors, at: int, depth: int, memory: Memory) -> Hit | None:
    code = scan.kinds[at]
    candidates: list[tuple[int, Rule, re.Match[str]]] = []
    for rule in BASE.get(code, ()):
        match = rule.compiled.regex.match(scan.kinds, at)
        if match is not None:
            end = match.end()
            # White space that an absent last part left behind makes no expression longer.
            while end > at and scan.kinds[end - 1] == " ":
                end -= 1
            if _ends(scan, end):
                candidates.append((end, rule, match))  # type: ignore[arg-type]
    candidates.sort(key=lambda c: -c[0])
    best: Hit | None = None
    for end, rule, match in candidates:
        try:
            found = rule.resolve(Match(scan, match, at, end), anchors)
        except ValueError:
            # Beyond the years that a date can have.
            continue
        if found is not None:
            best = Hit(at, end, found, rule.name)
            break
    if depth < DEEPEST:
        for prefix in BEFORE.get(code, ()):
            hit = _with_prefix(scan, anchors, at, prefix, depth, memory)  # type: ignore[arg-type]
            if hit is not None and (best is None or hit.end > best.end):
                best = hit
    return best


def _ends(scan: Scan, end: int) -> bool:
    return end >= len(scan.tokens) or not (scan.tokens[end - 1][-1].isalnum() and scan.tokens[end][0].isalnum())


def _with_prefix(scan: Scan, anchors: Anchors, at: int, prefix: Prefix, depth: int, memory: Memory) -> Hit | None:
    match = prefix.compiled.regex.match(scan.kinds, at)
    if match is None:
        return None
    inner_at = match.end()
    while scan.kinds[inner_at : inner_at + 1] == " ":
        inner_at += 1
    if inner_at >= len(scan.tokens):
        return None
    inner = find_at(scan, anchors, inner_at, depth + 1, memory)
    if inner is None or inner.found is REFUSED:
        return None
    try:
        found = prefix.compose(Match(scan, match, at, match.end()), anchors, inner.found)
    except ValueError:
        return None
    if found is None:
        return None
    # "the spring of the previous year" is told aside as that year is.
    found = found if inner.found.event or inner.found.period is None else replace(found, event=False)
    return Hit(at, inner.end, found, f"{prefix.name}+{inner.rule}")
