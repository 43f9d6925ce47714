"""What a verb, or another word of tense, tells of the date that it stands by."""

from __future__ import annotations

from typing import Literal

from extraction.dates.anchors.cues import (
    ASKING,
    BEFORE_BASES,
    BEFORE_NOUNS,
    BEFORE_TO,
    BIDDING,
    CALLING,
    DEGREES,
    EVENTS,
    FIXTURES,
    FOUND,
    FUTURE,
    HOLDING,
    MODALS,
    NEEDS_TO,
    NEGATIONS,
    NO_OBJECT,
    NOT_PRESENT,
    NOT_SUBJECTS,
    NOT_VERBS,
    OPENING,
    PAST,
    PRESENT,
    PRESENT_PLURAL,
    PROTESTS,
    REPORTING,
    RESULTS,
    UNSAID,
    WATCHED,
    WATCHING,
    WILL,
)

#: "reported": only a verb of saying shows the past, and that may be said of what lies ahead; "said": the verb of saying
#: has the date as its own; "distant": only a verb that stands so far off that it may be of something else. "follows":
#: what lies ahead is told of what the date belongs to ("his speech Tuesday will be his last"), not of the date.
#: "nearer": neither side is likelier; "likely": it lies ahead, unless it were almost a week off.
Direction = Literal["past", "said", "distant", "reported", "follows", "nearer", "likely", "future", "none"]
#: How many words from the date "could" tells of it.
POSSIBLE = 10
#: How many words "to testify in court on" may have before the date.
BIDDEN = 8
#: How many words from its end "effective" may tell of the date.
EFFECTIVE, AFTER_EFFECTIVE = 3, frozenset(("", *"on from as at in of beginning starting immediately next".split()))
#: How many words "called for" may stand before the day of what is called for.
CALLED = 9
#: "The trial is set for the second half of November": what is set, and how far the date may be.
SETTING, FOR = frozenset({"set", "slated", "scheduled", "planned", "due", "targeted"}), 7


def bidden(left: list[str], at: int) -> Direction | None:
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


def opened(left: list[str], at: int) -> bool:
    """Whether something between a verb of the past and the date may open what is to come."""
    for place in range(at + 1, len(left)):
        # "went to the polls on Sunday", "changed from a fiscal to a calendar year": no verb follows.
        noun = left[place] == "to" and left[place + 1 : place + 2] and left[place + 1] in BEFORE_NOUNS
        if left[place] in OPENING and not noun:
            return True
    return False


def was_there(left: list[str], at: int) -> bool:
    """Whether somebody "was in Nevada for the convention on" the day: what "for" opens is over, too."""
    return (
        left[at] in ("was", "were") and left[at + 1 : at + 2] in (["in"], ["at"], ["there"]) and "to" not in left[at:]
    )


def _unable(words: list[str], at: int) -> bool:
    """Whether "could" tells what was not possible, or "may have" of what may be over."""
    return (
        not {"have", "not"}.isdisjoint(words[at + 1 : at + 3])
        or not FOUND.isdisjoint(words[at + 1 : at + 3])
        or not NEGATIONS.isdisjoint(words[max(at - 4, 0) : at])
    )


def _plural(word: str) -> bool:
    """Whether a word before a verb is its plural subject: "voters decide", "who face"."""
    return word in ("who", "which") or (len(word) > 3 and word.endswith("s") and word not in NOT_SUBJECTS)


def _by_subject(words: list[str], at: int) -> bool:
    """Whether the word before a verb in its base form is its subject: not "to play", "saw them play"."""
    near = words[max(at - WATCHED, 0) : at]
    return words[at - 1] not in NOT_PRESENT | BEFORE_BASES and WATCHING.isdisjoint(near)


def cue(words: list[str], at: int) -> Direction:
    """The direction that the word `at` of a sentence gives, "none" where it tells nothing of tense."""
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
    if word in FIXTURES and at and following not in ("", *NO_OBJECT) and _by_subject(words, at):
        # "Chelsea play Leeds on Sunday", "they face the leaders on Monday".
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
