"""Who is only quoted at the end of what an article tells: ", the sheriff said", "according to the mayor"."""

from __future__ import annotations

from extraction.events.clauses import Sentence
from extraction.events.lexicon import verb_forms
from extraction.events.verbs import BE, DETERMINERS, HAVE, MODALS

SAYING = frozenset("say tell report announce add confirm write".split())
# "the army confirmed the losses": what follows these with an article is what they tell.
WITH_OBJECT = frozenset("report announce add confirm write".split())
# The longest name with its role that is looked through: "a spokesman for the Ministry of Interior".
MAX_TELLER = 10


def told_until(sentence: Sentence, after: int, last: int) -> int:
    """The word of [after, last) at which the words that tell who says so begin, `last` where nobody is named so.

    `after` is the word that reports the happening: who stands in front of it takes part in it.
    """
    lower = sentence.lower
    for i in range(after + 1, last - 1):
        if lower[i] == "according" and lower[i + 1] == "to":
            return i - 1 if lower[i - 1] == "," else i
        if lower[i] == "," and (_says(lower, i + 1, last) or _somebody_says(lower, i + 1, last)):
            return i
    return last


def _somebody_says(lower: list[str], first: int, last: int) -> bool:
    """Whether the words from `first` on are a name and a verb of speech: "the BBC reported"."""
    for i in range(first, min(first + MAX_TELLER, last)):
        word = lower[i]
        if i > first and _says(lower, i, last):
            return True
        if not (word[0].isalnum() or word in "-’'.") or word in BE or word in HAVE or word in MODALS:
            return False
    return False


def _says(lower: list[str], at: int, last: int) -> bool:
    """Whether word `at` is a finite verb of speech that has no object of its own."""
    lemma = next((one.lemma for one in verb_forms().get(lower[at], ()) if one.form in ("past", "s")), "")
    if lemma not in SAYING:
        return False
    following = lower[at + 1] if at + 1 < last else "."
    return not (lemma in WITH_OBJECT and following in DETERMINERS)
