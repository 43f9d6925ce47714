"""Who takes part in an event: the names and groups that stand as subject, agent and object of its verb."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.events.clauses import Clause, Sentence
from extraction.events.verbs import DETERMINERS, PREPOSITIONS, VerbGroup, is_adverb
from extraction.types import Span

# Groups of people that newspapers name without a capital.
GROUPS = frozenset(
    "police troops soldiers militants gunmen rebels fighters forces army military government parliament officials "
    "protesters demonstrators lawmakers authorities prosecutors court judge insurgents terrorists coalition militia "
    "militias militiamen guerrillas civilians officers workers students voters villagers migrants refugees "
    "passengers "
    "president minister ministry parliament leadership commander commanders company airline union "
    "investigators".split()
)
PRONOUNS = frozenset("he she they it who which that we i you this these those there".split())
SMALL = frozenset("of the and for de al bin von van du la el".split())
ARTICLES = frozenset(("al", "el", "bin", "ben"))
MAX_WORDS = 6
MAX_ANTECEDENT = 8
# What may stand in front of a clause's subject.
OPENERS = frozenset(
    "while although though because when whereas since as after before if despite however meanwhile and but or that "
    "also earlier later instead".split()
)
NOT_NAMES = frozenset(
    "file however meanwhile photo image so but despite following after also gen col lt sgt maj".split()
)


def names_between(sentence: Sentence, first: int, last: int, without: Sequence[Span] = ()) -> list[str]:
    """The names and groups among the words [first, last), in order; the offsets `without` (of dates) hold none."""
    found: list[str] = []
    i = first
    while i < last:
        start = sentence.tokens[i].start
        dated = any(begin <= start < stop for begin, stop in without)
        end = i if dated else _name_end(sentence, i, last)
        if end > i:
            name = _joined(sentence, i, end)
            if name:
                found.append(name)
            i = end
        else:
            i += 1
    return list(dict.fromkeys(found))


def _name_end(sentence: Sentence, at: int, last: int) -> int:
    """Where a name that begins at word `at` ends: capitals, small words between them, a group noun after them."""
    i, capital = at, False
    while i < last and i - at < MAX_WORDS:
        word, lower = sentence.tokens[i].text, sentence.lower[i]
        if word[:1].isupper() and not (
            lower in DETERMINERS or lower in PREPOSITIONS or lower in PRONOUNS or lower in NOT_NAMES or is_adverb(lower)
        ):
            if i == 0 and word not in sentence.proper and not _capital_follows(sentence, i, last):
                return i + 1 if lower in GROUPS else at  # capitalised because it begins the sentence
            capital = True
        elif capital and lower in GROUPS:
            return i + 1
        elif _hyphened(sentence, at, i, last):
            pass
        elif not capital and lower in GROUPS and i == at:
            return i + 1
        elif not (
            capital and lower in SMALL and i + 1 < last and sentence.tokens[i + 1].text[:1].isupper() and lower != "and"
        ):
            break
        i += 1
    return i if capital or i > at else at


def _capital_follows(sentence: Sentence, i: int, last: int) -> bool:
    """Whether the next word is capitalised too, or joined by a hyphen."""
    return i + 1 < last and (sentence.tokens[i + 1].text[:1].isupper() or sentence.tokens[i + 1].text == "-")


def _hyphened(sentence: Sentence, at: int, i: int, last: int) -> bool:
    """Whether word `i` is a hyphen within the name, or the article of an Arabic one ("al-Masri")."""
    tokens = sentence.tokens
    if tokens[i].text == "-":
        return at < i < last - 1 and tokens[i + 1].start == tokens[i].end
    return sentence.lower[i] in ARTICLES and i < last - 2 and tokens[i + 1].text == "-"


def _joined(sentence: Sentence, first: int, last: int) -> str:
    parts = []
    for i in range(first, last):
        glue = "" if i == first or sentence.tokens[i].start == sentence.tokens[i - 1].end else " "
        parts.append(glue + sentence.tokens[i].text)
    name = "".join(parts).strip(" -")
    return name.removesuffix("’s").removesuffix("'s")


def subject_span(sentence: Sentence, clause: Clause, verb: VerbGroup) -> tuple[int, int]:
    """The words between the clause's beginning and its verb, without a fronted adverbial ("On Sunday, ...")."""
    first, last = clause.first, verb.first
    while first < last and (sentence.lower[first] in OPENERS or is_adverb(sentence.lower[first])):
        first += 2 if sentence.lower[first + 1] == "," else 1
    if first >= last:
        return last, last
    commas = [i for i in range(first, last) if sentence.lower[i] == ","]
    if commas and sentence.lower[first] in PREPOSITIONS:
        first = commas[0] + 1

    if last - first > 1 and sentence.lower[first] in ("which", "where", "when"):
        first += 1
    while first < last and (
        sentence.lower[first] in ("and", "but", ",", "that", "or") or not sentence.lower[first][:1].isalnum()
    ):
        first += 1
    return first, last


def antecedent(text: str, sentence: Sentence, at: int) -> str:
    """What a relative pronoun at word `at` stands for: the noun phrase in front of it, at most eight words."""
    last = at
    while last > 0 and sentence.lower[last - 1] == ",":
        last -= 1
    first = last
    while first > 0 and last - first < MAX_ANTECEDENT:
        word = sentence.lower[first - 1]
        if word in PREPOSITIONS or not (word[0].isalnum() or word in "-’'"):
            break
        first -= 1
        if word in DETERMINERS:
            break
    return text[sentence.tokens[first].start : sentence.tokens[last - 1].end] if first < last else ""


def is_pronoun(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a subject is a pronoun alone."""
    return last - first == 1 and sentence.lower[first] in PRONOUNS
