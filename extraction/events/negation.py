"""What words around a verb deny that it happened: "no one was hurt", "none of them were freed", "killed no one".

"Not" and its like between auxiliary and verb are read with the verb itself (`verbs`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

#: Words that leave nobody to do a thing, or nothing to be done.
NONE = frozenset("no none nobody nothing neither".split())
#: Of one, too, after "not": "not one of them", "not a shot".
NOT_ONE = frozenset("one a an a single".split())
NEVER = frozenset("never hardly scarcely barely".split())
#: After "no" these deny nothing of the happening: "no fewer than nine", "no longer", "no doubt".
BUT_NOT = frozenset("fewer less more longer later earlier sooner doubt matter wonder lower higher smaller".split())
#: In front of "no" these make an adverbial of it: "in no time", "with no warning".
ADVERBIAL = frozenset("in with at by of under for to from on without".split())
#: Where the words of a subject begin at the latest.
EDGES = frozenset(', ; : ( ) – — “ ” " and but or that which who whom where when while because after before'.split())
#: "No other image tells better what happened" says that one tells it.
COMPARING = frozenset("better more than".split())
PARTICLES = frozenset("out up off down over away back on".split())
#: What is said by these verbs of a happening is that there was one.
TAKING_PLACE = frozenset("happen occur take exist materialize materialise".split())
MAX_SUBJECT, MAX_OBJECT = 14, 6


def denied_by_words(lower: Sequence[str], first: int, head: int, after: int) -> bool:
    """Whether the subject, the object or "never" says that what the words [first, head] tell did not happen.

    `after` is where the verb before ends (exclusive): no subject reaches back over it.
    """
    at = first - 1
    if lower[at : at + 1] and at >= after and lower[at] in NEVER:
        return True
    return _object(lower, head + 1) or _subject(lower, first, after)


def _object(lower: Sequence[str], at: int) -> bool:
    """Whether a verb in front of word `at` was done to nobody or nothing; not "gave no candidate a majority"."""
    at += lower[at : at + 1] != [] and lower[at] in PARTICLES
    if not _none(lower, at) or lower[at : at + 1] == ["neither"]:
        return False
    if lower[at] != "no":
        return True
    rest = list(takewhile(lambda word: word[0].isalnum() and word not in ADVERBIAL, lower[at + 1 : at + MAX_OBJECT]))
    return bool(rest) and not {"a", "an", "the"} & set(rest)


def _none(lower: Sequence[str], at: int) -> bool:
    """Whether a phrase of nobody or nothing begins at word `at`."""
    word, after = (*lower[at : at + 2], "", "")[:2]
    if word == "not":
        return after in NOT_ONE
    return word in NONE and after not in BUT_NOT and after != "-"  # "a no-fly zone"


def _subject(lower: Sequence[str], first: int, after: int) -> bool:
    """Whether the words in front of a verb, back to a mark or a joining word, hold a subject of nobody or nothing."""
    begin = first
    while begin > after and first - begin < MAX_SUBJECT and lower[begin - 1] not in EDGES:
        begin -= 1
    for at in range(begin, first):
        if _none(lower, at) and (at == 0 or lower[at - 1] not in ADVERBIAL):
            compared = lower[at + 1] == "other" and COMPARING & set(lower[first : first + 4])
            return not compared
    return False


def shared(lower: Sequence[str], first: int, after: int) -> bool:
    """Whether "or" alone, or "nor", joins a verb to the one that ends at word `after` (exclusive): "killed or hurt"."""
    between = [word for word in lower[after:first] if word != ","]
    return between in (["or"], ["nor"])


def foregoes(lower: Sequence[str], noun: int, first: int) -> bool:
    """Whether the noun phrase [first, noun] is of nothing: "there was no explosion", "ended without a deal"."""
    return _none(lower, first) or "without" in lower[max(0, first - 1) : first + 1] or "no" in lower[first:noun]
