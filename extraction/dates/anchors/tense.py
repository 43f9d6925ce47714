"""Tense and cue words: whether a weekday, month or season lies ahead or behind.

News reports the past, so that no cue means behind. The nearest cue in the sentence decides: first to the left of
the expression ("is expected to meet on Saturday"), then to its right ("on Saturday he will meet").
"""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise

from extraction.dates.anchors.clause import (
    CLAUSE_MARKS,
    before_part,
    heads_clause,
    opens_quotation,
    own_clause,
    possessive,
)
from extraction.dates.anchors.cues import (
    ARRANGED,
    ARRANGED_ING,
    ARRANGED_PLURAL,
    ARRANGING,
    CLAUSES,
    CLOCK_WORDS,
    CONSEQUENCES,
    FACING,
    FIXING,
    GOVERNED,
    KNOWN,
    LEADING,
    LIMITS,
    LOOKING_FORWARD,
    NOT_PLURAL,
    NOT_PRESENT,
    OFF,
    PRESENT,
    PUT_OFF,
    TO_COME,
    UNPLANNED,
    UNSAID,
    VOTING,
    WILL,
)
from extraction.dates.anchors.limits import had_bidden, passed
from extraction.dates.anchors.sentence import words_left, words_right
from extraction.dates.anchors.verbs import Direction, bidden, cue, opened, was_there
from extraction.dates.patterns import VOCABULARY, Scan

#: How many words from "told" on its date may be the last of.
NAMED = 7
#: How many words before a day "with" may open what stands beside it.
BESET = 8
COPULAS = frozenset({"is", "are"})
#: How many words after "by December" may stand before "will".
OPENED = 8
#: What looks ahead so few words before "through the weekend".
ONWARD, THROUGH = frozenset("will ll expected scheduled forecast due runs lasts continues".split()), 7
#: How many words of its own clause tell of a date that opens it.
OWN = 12
#: What may follow a participle that describes: "a campaign focused on winning in the fall must be ready".
DESCRIBING = frozenset("on in by for to with at from of".split())
#: A comma, "to", a verb and at most "on" before the date.
APPOSED = re.compile(f", {VOCABULARY.code('to')} [^ ,.]( {VOCABULARY.code('on')})? $")
#: How many words before the date "run-up to" may end, and "ahead of".
RUN_UP, AHEAD_OF = 8, 5
#: Verbs in the present, which tell of no past.
PRESENTLY = frozenset({"is", "are", "needs", "faces", "hopes", "wants"})
#: What had been told of what is to come: "more than was planned in May".
FORESEEN = frozenset("forecast predicted projected planned estimated announced promised feared".split())


def direction(scan: Scan, start: int, end: int) -> Direction:
    """The direction that the nearest cue around tokens `start` to `end` gives."""
    left = before_part(list(words_left(scan, start)))
    if left[:2] == ["least", "at"] and left[2:3] and left[2] in LIMITS | {"through"}:
        # "until at least Thursday".
        left = left[2:]
    if left[:1] == ["after"] and left[1:2] == ["until"]:
        # "until after Thursday's vote".
        left = left[1:]
    bare = list(dropwhile(CLOCK_WORDS.__contains__, left))
    if bare[:1] and bare[0] in LIMITS:
        # "They have until midnight Friday to pay."
        left = bare
    if left[:1] and left[0] in LIMITS:
        if left[0] == "by" and had_bidden(left):
            # "had urged them to leave by July 31".
            return "nearer"
        if len(left) == 1 and "will" in list(words_right(scan, end))[:OPENED]:
            # "By December, all troops will have left."
            return "future"
        if left[0] == "by" and own_clause(scan, start):
            # "They fled, and by December all were gone."
            found = _told_after(list(words_right(scan, end))[:OWN])
            if found != "none":
                return found
        return "past" if passed(left) else "future"
    if left[:1] == ["to"] and not PUT_OFF.isdisjoint(left[1:3]):
        # "The deadline was extended to Nov. 24."
        return "nearer" if "had" in left else "future"
    if left[:1] == ["through"] and "from" not in left[1:6]:
        # "will go on through Thursday", but "lent through January", "rose through September": whichever is nearer.
        return "future" if not ONWARD.isdisjoint(left[1:THROUGH]) and "had" not in left else "nearer"
    if bare in (["starting"], ["beginning"]):
        # "Starting Friday, fares rise."
        found = _told_after(list(words_right(scan, end))[:OWN])
        return "likely" if found == "none" else found
    if bare[:1] in (["due"], ["is"], ["are"]) or left[:2] in (["on", "is"], ["in", "is"], ["on", "are"], ["in", "are"]):
        # "The deadline is Friday."
        return "future"
    if left[:1] in (["since"], ["following"]):
        return "past"
    if _looks_back(scan, left, end):
        return "past"
    if left[1:2] and left[0] in ("to", "of", "into") and not LEADING.isdisjoint(left[1:4]):
        return "past" if "had" in left else "future"
    if _run_up(left):
        return "future"
    if _arranged(left):
        return "future"
    if bare[:1] and bare[0] in ARRANGED_ING and bare[1:2] and bare[1] not in NOT_PRESENT and "with" in bare[2:BESET]:
        # "With polls opening on Sunday, both made a last appeal."
        return "likely"
    if APPOSED.search(scan.kinds, max(start - 12, 0), start):
        # "The talks, to begin Tuesday, are the first".
        return "likely"
    if left[:1] and left[0] in FIXING and scan.tokens[end + 1 : end + 2] == ["for"]:
        # "The judge set Friday for sentencing."
        return "likely"
    if left[:2] in (["as", "soon"], ["as", "early"], ["as", "late"]):
        return "future"
    if (own_clause(scan, start) or opens_quotation(scan, start)) and not possessive(scan, end):
        found = _told_after(list(words_right(scan, end))[:OWN])
        if found != "none":
            return found
    left.reverse()
    if _leaving(left):
        return "likely"
    for at in range(len(left) - 1, -1, -1):
        found = bidden(left, at) or cue(left, at)
        if found == "reported" and not possessive(scan, end) and _near(left, at) and not opened(left, at):
            return "said"
        if found == "past" and opened(left, at) and not was_there(left, at):
            return "reported"
        if found == "past" and len(left) - at > GOVERNED + 1 and not CLAUSES.isdisjoint(left[at + 1 :]):
            return "distant"
        if found != "none":
            return found
    right = list(words_right(scan, end))
    present = not PRESENTLY.isdisjoint(left) and scan.kinds[start - 2 : start - 1] not in CLAUSE_MARKS
    for at in range(len(right)):
        found = cue(right, at)
        if found == "past" and right[at + 1 : at + 2] == ["will"]:
            # "On Monday, the man who fled will plead guilty": a clause within ends here.
            continue
        if found == "past" and present and not heads_clause(scan, start, end):
            # "Smith, whose seat is at risk in Tuesday's primary, passed up the chance".
            return "none"
        if found in ("future", "likely") and COPULAS.isdisjoint(left[-5:]) and not heads_clause(scan, start, end):
            return "follows"
        if found == "reported" and heads_clause(scan, start, end):
            return "said"
        if found != "none":
            return found
    return "none"


def _told_after(right: list[str]) -> Direction:
    """The direction that the first cue after a date gives, where its clause begins with the date."""
    for at in range(len(right)):
        found = cue(right, at)
        if found == "past" and (right[at + 1 : at + 2] == ["will"] or _described(right, at)):
            continue
        if found != "none":
            return "said" if found == "reported" else found
    return "none"


def _described(right: list[str], at: int) -> bool:
    """Whether a participle describes who "will" or "must" do something, and is no verb of the past."""
    if not right[at].endswith("ed") or right[at + 1 : at + 2] == [] or right[at + 1] not in DESCRIBING:
        return False
    for word in right[at + 2 :]:
        if word in WILL or word in ("must", "should", "may", "can"):
            return True
        if word in ("which", "who", "that", "and", "but", "had", "was", "were"):
            return False
    return False


def _near(left: list[str], at: int) -> bool:
    """Whether a verb of saying has the date as its own: at most a name stands between ("told The Sun Tuesday")."""
    return sum(word.isalpha() for word in left[at:]) <= NAMED


def _run_up(left: list[str]) -> bool:
    """Whether the date is that of what is looked forward to: "in the run-up to the vote in Ohio on Monday"."""
    for at in range(1, min(RUN_UP, len(left) - 1)):
        led = left[at] == "to" and left[at + 1] == "up" and not LEADING.isdisjoint(left[at + 2 : at + 4])
        if led or (left[at : at + 2] == ["of", "ahead"] and at <= AHEAD_OF):
            return "had" not in left
        if cue(left[::-1], len(left) - at - 1) != "none":
            return False
    return False


def _looks_back(scan: Scan, left: list[str], end: int) -> bool:
    """Whether the words right beside the date show that it is over, whatever a cue farther off says."""
    right: list[str] = []
    for word in words_right(scan, end):
        right.append(word)
        if len(right) == 4:
            break
    if left[:1] and left[0] in UNSAID and not {"t", "not"}.isdisjoint(left[1:4]):
        return True
    if right[:1] and right[0] in ("was", "were") and not OFF.isdisjoint(right[1:3]):
        return True
    if right[:1] == ["'"] and right[1:2] == ["s"] and not UNPLANNED.isdisjoint(right[2:4]):
        return True
    if right[:1] and right[0] in UNPLANNED and left[:1] and left[0] in KNOWN:
        # "his Tuesday victories".
        return True
    if left[:1] and left[0] in ("in", "on") and left[1:2] and left[1] in FORESEEN and "than" in left[2:5]:
        # "It will grow by less than forecast in July."
        return True
    if left[1:2] == ["after"] and left[0].endswith("ing"):
        # "shortly after opening Friday".
        return True
    if left[:1] == ["of"] and left[1:2] and left[1] in CONSEQUENCES:
        return True
    if left[:1] == ["in"] and left[1:2] and left[1] in UNPLANNED - {"win", "wins"}:
        return True
    if left[:1] != ["on"]:
        return False
    for noun, before in pairwise(left[1:6]):
        if noun in UNPLANNED and before in KNOWN:
            return True
        if noun in TO_COME | ARRANGED | PRESENT or noun == "be":
            # "The inquest into his death opens on", "The decision will be announced on".
            return False
    return False


def _arranged(left: list[str]) -> bool:
    """Whether a verb of what is arranged stands at most one adverb or "on" before the day."""
    if "votes" in left[:4] and left[left.index("votes") + 1 : left.index("votes") + 2] in (["which"], ["that"], ["it"]):
        # "the state, which votes on March 1".
        return True
    if "polls" in left[:2] and not VOTING.isdisjoint(left[2:6]):
        # "voters go to the polls on Sunday".
        return True
    for at, word in enumerate(left[:3]):
        if word in ARRANGED or (word in ARRANGED_PLURAL and at + 1 < len(left) and left[at + 1] not in NOT_PLURAL):
            return True
        if word != "on" and not word.endswith("ly"):
            return False
    return False


def _leaving(left: list[str]) -> bool:
    """Whether the last verb before the day is what somebody is about to do: "is leaving the town on Friday"."""
    for at in range(len(left) - 1, max(len(left) - FACING - 1, 0), -1):
        reach = FACING if left[at] in LOOKING_FORWARD else ARRANGING
        if left[at].endswith("ing") and left[at] != "being" and left[at - 1] in ("is", "are"):
            return len(left) - at <= reach
        if cue(left, at) != "none":
            return False
    return False
