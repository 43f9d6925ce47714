"""Tense and cue words: whether a weekday, month or season lies ahead or behind.

News reports the past, so that no cue means behind. The nearest cue in the sentence decides: first to the left of
the expression ("is expected to meet on Saturday"), then to its right ("on Saturday he will meet").
"""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise
from typing import Literal

from extraction.dates.anchors.cues import (
    ARRANGED,
    ARRANGED_ING,
    ARRANGED_PLURAL,
    ARRANGING,
    ASKING,
    BEFORE_BASES,
    BEFORE_DATES,
    BEFORE_NOUNS,
    BEFORE_TO,
    BIDDING,
    CALLING,
    CLAUSES,
    CLOCK_WORDS,
    CONJUNCTIONS,
    CONSEQUENCES,
    DEGREES,
    EVENTS,
    FACING,
    FIXING,
    FOUND,
    FUTURE,
    GOING,
    GOVERNED,
    HOLDING,
    KNOWN,
    LASTED,
    LEADING,
    LIMITS,
    LOOKING_FORWARD,
    MODALS,
    MOVING,
    NEEDS_TO,
    NEGATIONS,
    NOT_PLURAL,
    NOT_PRESENT,
    NOT_SUBJECTS,
    NOT_VERBS,
    OFF,
    OPENING,
    PAST,
    PRESENT,
    PRESENT_PLURAL,
    PROTESTS,
    PUT_OFF,
    REPORTING,
    RESULTS,
    TO_COME,
    UNPLANNED,
    UNSAID,
    VOTING,
    WILL,
)
from extraction.dates.anchors.sentence import words_left, words_right
from extraction.dates.lexicon import CARDINALS
from extraction.dates.patterns import BREAK, VOCABULARY, Scan

#: "reported": only a verb of saying shows the past, and that may be said of what lies ahead; "said": the verb of saying
#: has the date as its own; "distant": only a verb that stands so far off that it may be of something else. "follows":
#: what lies ahead is told of what the date belongs to ("his speech Tuesday will be his last"), not of the date.
#: "nearer": neither side is likelier; "likely": it lies ahead, unless it were almost a week off.
Direction = Literal["past", "said", "distant", "reported", "follows", "nearer", "likely", "future", "none"]
#: How many words from the date "could" tells of it.
POSSIBLE = 10
#: How many words "to testify in court on" may have before the date.
BIDDEN = 8
#: How many words from "told" on its date may be the last of.
NAMED = 7
#: How many words before a day "with" may open what stands beside it.
BESET = 8
COPULAS = frozenset({"is", "are"})
#: What stands before a clause.
CLAUSE_MARKS = frozenset(",.;:!?\"'()-" + BREAK)
#: How many words after "by December" may stand before "will".
OPENED = 8
#: What looks ahead so few words before "through the weekend".
ONWARD, THROUGH = frozenset("will ll expected scheduled forecast due runs lasts continues".split()), 7
#: How many words before "until" may tell of what is put off.
PUTTING = 8


def direction(scan: Scan, start: int, end: int) -> Direction:
    """The direction that the nearest cue around tokens `start` to `end` gives."""
    left = _before_part(list(words_left(scan, start)))
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
        if left[0] == "by" and _had_bidden(left):
            # "had urged them to leave by July 31".
            return "nearer"
        if len(left) == 1 and "will" in list(words_right(scan, end))[:OPENED]:
            # "By December, all troops will have left."
            return "future"
        if left[0] == "by" and _own_clause(scan, start):
            # "They fled, and by December all were gone."
            found = _told_after(list(words_right(scan, end))[:OWN])
            if found != "none":
                return found
        return "past" if _passed(left) else "future"
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
    if (_own_clause(scan, start) or _opens_quotation(scan, start)) and not _possessive(scan, end):
        found = _told_after(list(words_right(scan, end))[:OWN])
        if found != "none":
            return found
    left.reverse()
    if _leaving(left):
        return "likely"
    for at in range(len(left) - 1, -1, -1):
        found = _bidden(left, at) or _cue(left, at)
        if found == "reported" and not _possessive(scan, end) and _near(left, at) and not _opened(left, at):
            return "said"
        if found == "past" and _opened(left, at) and not _was_there(left, at):
            return "reported"
        if found == "past" and len(left) - at > GOVERNED + 1 and not CLAUSES.isdisjoint(left[at + 1 :]):
            return "distant"
        if found != "none":
            return found
    right = list(words_right(scan, end))
    present = not PRESENTLY.isdisjoint(left) and scan.kinds[start - 2 : start - 1] not in CLAUSE_MARKS
    for at in range(len(right)):
        found = _cue(right, at)
        if found == "past" and right[at + 1 : at + 2] == ["will"]:
            # "On Monday, the man who fled will plead guilty": a clause within ends here.
            continue
        if found == "past" and present and not _heads_clause(scan, start, end):
            # "Smith, whose seat is at risk in Tuesday's primary, passed up the chance".
            return "none"
        if found in ("future", "likely") and COPULAS.isdisjoint(left[-5:]) and not _heads_clause(scan, start, end):
            return "follows"
        if found == "reported" and _heads_clause(scan, start, end):
            return "said"
        if found != "none":
            return found
    return "none"


#: "early April", "mid-April", "the very end of April": what stands between a date and the word that it follows.
PART_WORDS, PART_NOUNS = frozenset("early mid late".split()), frozenset("beginning start middle end close".split())


def _before_part(left: list[str]) -> list[str]:
    """The words before a date and the part of it that is told: "until early April" ends as "until April" does."""
    at = 1 if left[:1] == ["-"] else 0
    if left[at : at + 1] and left[at] in PART_WORDS:
        return left[at + 1 :]
    if left[:1] != ["of"] or not left[1:2] or left[1] not in PART_NOUNS:
        return left
    rest = left[3:] if left[2:3] == ["very"] else left[2:]
    return rest[1:] if rest[:1] == ["the"] else rest


#: What joins a clause to the one before it, and what needs a comma for that.
JOINING, LISTING = (
    frozenset("but while whereas although though because that".split()),
    frozenset("and so then yet".split()),
)
#: How many words of its own clause tell of a date that opens it.
OWN = 12


def _own_clause(scan: Scan, start: int) -> bool:
    """Whether the date opens a clause that is joined to another: "passed the bill, and on Friday the Senate will"."""
    at = start
    while at > 1 and (
        scan.kinds[at - 1] == " "
        or scan.tokens[at - 1].lower() in BEFORE_DATES
        or (scan.tokens[at - 1] in PART_NOUNS and scan.tokens[at : at + 2] == [" ", "of"])
        or (scan.tokens[at - 1] == "of" and scan.tokens[max(at - 3, 0)] in PART_NOUNS)
    ):
        at -= 1
    word = scan.tokens[at - 1].lower() if at else ""
    return word in JOINING or (word in LISTING and scan.kinds[max(at - 3, 0) : at - 1] in (", ", "; "))


def _opens_quotation(scan: Scan, start: int) -> bool:
    """Whether the date opens what somebody is quoted with: She said on Friday, "Saturday will be my last day"."""
    at = start - 2 if scan.tokens[max(start - 2, 0)].lower() in BEFORE_DATES else start
    at = at - 2 if scan.tokens[max(at - 2, 0)].lower() in BEFORE_DATES else at
    return at > 1 and scan.kinds[at - 1] == '"' and scan.kinds[at - 2] in (" ", BREAK)


def _told_after(right: list[str]) -> Direction:
    """The direction that the first cue after a date gives, where its clause begins with the date."""
    for at in range(len(right)):
        found = _cue(right, at)
        if found == "past" and (right[at + 1 : at + 2] == ["will"] or _described(right, at)):
            continue
        if found != "none":
            return "said" if found == "reported" else found
    return "none"


#: What may follow a participle that describes: "a campaign focused on winning in the fall must be ready".
DESCRIBING = frozenset("on in by for to with at from of".split())


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


#: A comma, "to", a verb and at most "on" before the date.
APPOSED = re.compile(f", {VOCABULARY.code('to')} [^ ,.]( {VOCABULARY.code('on')})? $")


def _near(left: list[str], at: int) -> bool:
    """Whether a verb of saying has the date as its own: at most a name stands between ("told The Sun Tuesday")."""
    return sum(word.isalpha() for word in left[at:]) <= NAMED


def _possessive(scan: Scan, end: int) -> bool:
    """Whether the date is that of the noun after it: "Tuesday's vote"."""
    return scan.kinds[end : end + 1] == "'" and scan.tokens[end + 1 : end + 2] in (["s"], ["S"])


def _heads_clause(scan: Scan, start: int, end: int) -> bool:
    """Whether the date opens its clause ("On Tuesday, he will"), so that what follows is told of it."""
    if _possessive(scan, end):
        return False
    at = start
    while True:
        while at and scan.kinds[at - 1] == " ":
            at -= 1
        if not at or scan.kinds[at - 1] in CLAUSE_MARKS:
            return True
        word = scan.tokens[at - 1].lower()
        if word not in BEFORE_DATES:
            return word in CONJUNCTIONS
        at -= 1


def _bidden(left: list[str], at: int) -> Direction | None:
    """Whether the date is when somebody is to do what he "agreed to", "was told to" do."""
    if left[at] not in BIDDING or "to" not in left[at + 1 : at + 6] or left[max(at - 2, 0) : at] == ["had", "been"]:
        return None
    if left[at] == "called" and left[at + 1 : at + 2] != ["on"] and left[at - 1] not in ("was", "were", "been"):
        # "She called to report it": nobody is called on.
        return None
    to = left.index("to", at + 1)
    doing = left[to + 1 : to + 2]
    near = len(left) - to <= BIDDEN and bool(doing) and doing[0].islower()
    return "likely" if near and doing[0] not in UNSAID | BEFORE_NOUNS else None


def _passed(left: list[str]) -> bool:
    """Whether "until" or "by" ends what is over: denied, or told of what had gone on till then."""
    if left[0] != "by" and not PUT_OFF.isdisjoint(left[1:PUTTING]):
        return False
    if left[0] == "by":
        for at, word in enumerate(left[1:], 1):
            if word in TO_COME or (
                word in ("to", "be")
                and left[at - 1] not in ("the", "a")
                and left[at - 1].isalpha()
                and not (word == "to" and (left[at - 1] in AMOUNTS or not GOING.isdisjoint(left[at + 1 : at + 2])))
            ):
                return False
            if word in ("was", "were", "had"):
                return True
            if word in MOVING and left[at + 1 : at + 2] not in (["to"], ["have"]) and left[1] not in CONJUNCTIONS:
                return True
    near = left[1:NOT_UNTIL]
    if left[0] != "by" and not NOT_YET.isdisjoint(near) and WERE.isdisjoint(near):
        # "will not open until June", "is not expected until Friday".
        return False
    if len(left) == 1 or left[1] in ("not", "up") or not ENDED.isdisjoint(left[:8]):
        return True
    return not LASTED.isdisjoint(left) and not {"will", "would", "to", "may", "could"} & set(left)


#: "grew to more than 300 by Sunday": no verb follows "to".
AMOUNTS = frozenset(
    "about around almost nearly over under more less fewer at some roughly just only close zero half".split()
) | frozenset(CARDINALS)

#: "may not run until", "is not due until", and what tells of what was; so many words before the date.
NOT_YET = frozenset("will won may might can shall must would does do doesn don expected due scheduled likely".split())
WERE, NOT_UNTIL = frozenset("was were had did wasn weren hadn didn".split()), 9
#: "was not back until", "hadn't left until".
ENDED = frozenset("not had was were wasn weren hadn didn".split())


def _had_bidden(left: list[str]) -> bool:
    """Whether somebody "had urged" others to do something by the date, which may be over."""
    return any(word == "had" and at and left[at - 1] in BIDDING | {"been"} for at, word in enumerate(left))


def _run_up(left: list[str]) -> bool:
    """Whether the date is that of what is looked forward to: "in the run-up to the vote in Ohio on Monday"."""
    for at in range(1, min(RUN_UP, len(left) - 1)):
        led = left[at] == "to" and left[at + 1] == "up" and not LEADING.isdisjoint(left[at + 2 : at + 4])
        if led or (left[at : at + 2] == ["of", "ahead"] and at <= AHEAD_OF):
            return "had" not in left
        if _cue(left[::-1], len(left) - at - 1) != "none":
            return False
    return False


#: How many words before the date "run-up to" may end, and "ahead of".
RUN_UP, AHEAD_OF = 8, 5


def _opened(left: list[str], at: int) -> bool:
    """Whether something between a verb of the past and the date may open what is to come."""
    for place in range(at + 1, len(left)):
        # "went to the polls on Sunday", "changed from a fiscal to a calendar year": no verb follows.
        noun = left[place] == "to" and left[place + 1 : place + 2] and left[place + 1] in BEFORE_NOUNS
        if left[place] in OPENING and not noun:
            return True
    return False


#: Verbs in the present, which tell of no past.
PRESENTLY = frozenset({"is", "are", "needs", "faces", "hopes", "wants"})


def _was_there(left: list[str], at: int) -> bool:
    """Whether somebody "was in Nevada for the convention on" the day: what "for" opens is over, too."""
    return (
        left[at] in ("was", "were") and left[at + 1 : at + 2] in (["in"], ["at"], ["there"]) and "to" not in left[at:]
    )


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


#: What had been told of what is to come: "more than was planned in May".
FORESEEN = frozenset("forecast predicted projected planned estimated announced promised feared".split())


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
        if _cue(left, at) != "none":
            return False
    return False


def _unable(words: list[str], at: int) -> bool:
    """Whether "could" tells what was not possible, or "may have" of what may be over."""
    return (
        not {"have", "not"}.isdisjoint(words[at + 1 : at + 3])
        or not FOUND.isdisjoint(words[at + 1 : at + 3])
        or not NEGATIONS.isdisjoint(words[max(at - 4, 0) : at])
    )


#: How many words from its end "effective" may tell of the date.
EFFECTIVE, AFTER_EFFECTIVE = 3, frozenset(("", *"on from as at in of beginning starting immediately next".split()))
#: How many words "called for" may stand before the day of what is called for.
CALLED = 9
#: "The trial is set for the second half of November": what is set, and how far the date may be.
SETTING, FOR = frozenset({"set", "slated", "scheduled", "planned", "due", "targeted"}), 7


def _plural(word: str) -> bool:
    """Whether a word before a verb is its plural subject: "voters decide", "who face"."""
    return word in ("who", "which") or (len(word) > 3 and word.endswith("s") and word not in NOT_SUBJECTS)


def _cue(words: list[str], at: int) -> Direction:
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in BEFORE_TO and following == "to" and not (word in ("was", "were") and words[at + 2 : at + 3] == ["have"]):
        return "likely"
    if word in SETTING and following == "for" and len(words) - at < FOR:
        # "The trial is set for November."
        return "likely"
    if word in ("let", "lets") and following in ("'", "us", "s"):
        return "likely"
    if word in CALLING and following == "for" and len(words) - at < CALLED and not PROTESTS.isdisjoint(words[at + 2 :]):
        # "They called for a strike on Thursday."
        return "likely"
    if word == "forecast" and at and words[at - 1] in ("is", "are", "was", "were"):
        return "likely"
    if word in MODALS and not _unable(words, at):
        return "likely" if len(words) - at <= POSSIBLE else "nearer"
    if word == "would" and following in ("not", "neither") and not UNSAID.isdisjoint(words[at + 2 : at + 6]):
        # "would neither confirm nor deny it Monday": the refusal is what was told.
        return "past"
    if word in PRESENT_PLURAL and at and _plural(words[at - 1]):
        return "likely"
    if word == "reports" and not RESULTS.isdisjoint(words[at + 1 : at + 6]):
        # "which reports earnings on Thursday".
        return "likely"
    if word in HOLDING and at and words[at - 1] not in BEFORE_BASES and not EVENTS.isdisjoint(words[at + 1 : at + 6]):
        # "which holds its caucus on Saturday".
        return "likely"
    if word in PRESENT and at and words[at - 1] not in NOT_PRESENT and words[-1] not in ("a", "an"):
        # "flies home on Sunday", not "hosts a Sunday show".
        return "likely"
    if word == "if" and not (at and words[at - 1] in ASKING):
        # "if she wins in November": no verb of the past stands nearer.
        return "likely"
    if word in FUTURE:
        if word in NEEDS_TO and following != "to" and not (following == "for" and len(words) - at < 5):
            return "none"
        if word == "due" and following not in ("to", "for", "on", "in", "by", "at", "out", "back"):
            return "none"
        told = len(words) - at <= EFFECTIVE and following in AFTER_EFFECTIVE
        if word == "effective" and (not told or (at and words[at - 1] in ("was", "were"))):
            # "a pay cut effective on Jan. 1", not "an effective group in the spring".
            return "none"
        if word == "deadline" and following in ("passed", "expired", "lapsed", "came"):
            return "past"
        if word == "won" and following != "'":
            return "past"
        if at > 1 and words[at - 1] == "been" and words[at - 2] == "had":
            return "past"
        if word == "planned" and at and words[at - 1] in ("previously", "originally", "hastily"):
            return "past"
        return "future" if word in WILL else "likely"
    # "will be publicly named": an adverb stands between.
    verb = at - 1 if at > 1 and words[at - 1].endswith("ly") else at
    if verb > 1 and words[verb - 1] == "be" and words[verb - 2] == "to" and words[verb - 3 : verb - 2] != ["had"]:
        # "A poll to be released Monday".
        return "likely" if word in PAST or word.endswith("ed") else "none"
    if verb and words[verb - 1] in BEFORE_BASES:
        # "will be named", "to be held": the word before decides. "The votes are counted" tells no past either.
        return "none"
    if word in REPORTING:
        return "reported"
    relative = at == len(words) - 1 and words[at - 1 : at] in (["that"], ["which"])
    if word.endswith("ed") and at and words[at - 1] in BEFORE_NOUNS | DEGREES and not relative:
        # "the proposed deal", "more detailed records".
        return "none"
    if word in PAST or (len(word) > 3 and word.endswith("ed") and word not in NOT_VERBS and word.islower()):
        return "past"
    return "none"
