"""What kind of happening a mention is of, beside those that it only names: "found guilty of the murder" is a verdict.

The first verb that bears the mention is its head, or where it has none the first noun of a happening. A verb that says
no more than that its noun happened ("carried out", "killed") leaves that to the noun.
"""

from __future__ import annotations

import re

from extraction.events.candidates import BEARING
from extraction.events.lexicon import LIGHT_VERBS, SPEECH_VERBS, STATIVE_VERBS
from extraction.events.verbs import find_verb_groups
from extraction.matching.happenings import narrowly

TOKEN = re.compile(r"\w+(?:[’']\w+)*|[^\w\s]")
#: A longer mention is read up to here, in words.
MAX_WORDS = 60
#: Verbs that leave what happened to their noun.
EMPTY = LIGHT_VERBS | BEARING | STATIVE_VERBS | frozenset("happen occur become get go see try attempt suffer".split())
#: Words between which and the next the subject or object of a verb stands.
MARKS = frozenset(",;:.()–—")


def heads(text: str) -> frozenset[str]:
    """The kinds of happening that the head of a mention can be of; none where no word of a table stands there.

    >>> "killing" in heads("a jury found him guilty of the murder"), "killing" in heads("the murder of his brother")
    (False, True)
    """
    words = TOKEN.findall(text)[:MAX_WORDS]
    groups = [group for group in find_verb_groups(words) if group.finite and not group.negated]
    verb = next((g for g in groups if g.lemma not in SPEECH_VERBS), groups[0] if groups else None)
    if verb is None:
        return _first(words)
    own = narrowly(words, verb.head)
    if own and verb.lemma not in EMPTY:
        return own
    before = [i for i in range(verb.first) if words[i] in MARKS]
    subject = words[before[-1] + 1 if before else 0 : verb.first]
    found = _first(words[verb.head + 1 :]) or own
    return found | _first(subject) if verb.lemma in BEARING or not found else found


def _first(words: list[str]) -> frozenset[str]:
    """The kinds of the first word that is of any."""
    return next((found for at in range(len(words)) if (found := narrowly(words, at))), frozenset())
