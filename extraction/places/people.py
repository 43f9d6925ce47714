"""Names that a text uses for people: towns share them ("Clinton", "Austin", "Obama").

A name is somebody's where the text puts a title or a given name before it anywhere; articles name people in full
once, and by the last name afterwards.
"""

from __future__ import annotations

import re

from extraction.given_names import FEMALE, MALE
from extraction.places.gazetteer import fold

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lady lord president vice-president senator sen gov governor rep "
    "representative congressman congresswoman secretary chancellor justice judge gen general col colonel lt "
    "lieutenant sgt sergeant maj major capt captain sheikh sheik imam pope bishop archbishop cardinal rev reverend "
    "king queen prince princess chairman chairwoman minister mayor sheriff ambassador commander".split()
)
#: Given names that name places as often.
PLACES_TOO = frozenset("alexandria carolina charlotte florence jordan louis paul sofia victoria virginia".split())
GIVEN = (MALE | FEMALE) - PLACES_TOO
# Saints and forts are places: "San Diego", "St. Paul", "Fort Worth".
OF_PLACES = frozenset("san santa santo são st saint port fort lake mount el new north south east west".split())
AFTER_NAMES = frozenset("jr sr ii iii".split())
NAMED = re.compile(
    r"(?<![\w.-])(?:(?P<before>[^\W\d_]{2,6})\.?\s)?(?P<first>[^\W\d_]{2,20}(?:-[^\W\d_]{2,12})?)\.?\s"
    r"(?P<more>(?:[A-Z]\.\s?){0,2}(?:(?:al|el|bin|van|von|de)[ -])?[A-Z][^\W_]{1,30}(?:[-’'][A-Z][^\W_]{1,30})?"
    r"(?:\s[A-Z][^\W_]{1,30}){0,2})"
)


def surnames(text: str) -> frozenset[str]:
    """The last names of the people whom a text names with a title or a given name, folded.

    >>> sorted(surnames("Hillary Clinton met President Obama in San Diego."))
    ['clinton', 'obama']
    """
    found = set()
    at = 0
    while match := NAMED.search(text, at):
        # The next name may begin within this one: "When Mr. Bush" is looked at from "When".
        at = match.start("first") + 1
        first = match["first"].lower()
        titled = first in TITLES
        given = first in GIVEN and match["first"][0].isupper() and (match["before"] or "").lower() not in OF_PLACES
        if titled or given:
            words = [word for word in fold(match["more"]).split() if word not in AFTER_NAMES]
            found.update(words[-1:])
            at = match.end()
    return frozenset(found)


def is_person(name: str) -> bool:
    """Whether a name of several words begins with a given name: "Hillary Clinton"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.lower() in GIVEN


def is_given(name: str) -> bool:
    """Whether a name is a given name and nothing else: "David"."""
    return name.lower() in GIVEN
