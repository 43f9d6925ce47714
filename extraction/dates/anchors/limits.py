"""Whether "until" and "by" end what is over, or lie ahead."""

from __future__ import annotations

from extraction.dates.anchors.cues import BIDDING, CONJUNCTIONS, GOING, LASTED, MOVING, PUT_OFF, TO_COME
from extraction.dates.lexicon import CARDINALS

#: How many words before "until" may tell of what is put off.
PUTTING = 8
#: "grew to more than 300 by Sunday": no verb follows "to".
AMOUNTS = frozenset(
    "about around almost nearly over under more less fewer at some roughly just only close zero half".split()
) | frozenset(CARDINALS)
#: "may not run until", "is not due until", and what tells of what was; so many words before the date.
NOT_YET = frozenset("will won may might can shall must would does do doesn don expected due scheduled likely".split())
WERE, NOT_UNTIL = frozenset("was were had did wasn weren hadn didn".split()), 9
#: "was not back until", "hadn't left until".
ENDED = frozenset("not had was were wasn weren hadn didn".split())


def passed(left: list[str]) -> bool:
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


def had_bidden(left: list[str]) -> bool:
    """Whether somebody "had urged" others to do something by the date, which may be over."""
    return any(word == "had" and at and left[at - 1] in BIDDING | {"been"} for at, word in enumerate(left))
