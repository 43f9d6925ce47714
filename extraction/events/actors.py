"""Who takes part in an event: the names and groups that stand as subject, agent and object of its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extraction.events.clauses import Clause, Sentence, hanging
from extraction.events.verbs import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    VerbGroup,
    is_adverb,
    readings,
)
from extraction.types import Span

# Groups of people that newspapers name without a capital.
GROUPS = frozenset(
    "police troops soldiers militants gunmen rebels fighters forces army military government parliament officials "
    "protesters demonstrators lawmakers authorities prosecutors court judge insurgents terrorists coalition militia "
    "militias militiamen guerrillas civilians officers workers students voters villagers migrants refugees "
    "passengers "
    "policemen bombers attackers firefighters diplomats negotiators president minister ministry parliament "
    "leadership commander commanders company airline union "
    "investigators".split()
)
# Groups that are several without an -s, and the endings of what is several.
SEVERAL = frozenset("police people gunmen militiamen policemen".split())
PLURAL = re.compile(r"[^siu]s$")
PRONOUNS = frozenset("he she they it who which that we i you this these those there".split())
# "Lula da Silva", "von der Leyen": of these several may stand in a row.
PARTICLES = frozenset("de da das do dos di du del della der den ten ter van von la las los el al bin y zu".split())
SMALL = frozenset("of the and for".split()) | PARTICLES
ARTICLES = frozenset(("al", "el", "bin", "ben"))
# "Prime Minister Mohammed Shia al-Sudani", with its hyphen.
MAX_WORDS = 9
MAX_ANTECEDENT = 8
MAX_RESUMED = 12
BE_HAVE = BE | HAVE | DO | MODALS
# What may stand in front of a clause's subject.
OPENERS = frozenset(
    "while although though because when whereas since as after before if despite however meanwhile and but or that "
    "also earlier later instead moreover furthermore nonetheless nevertheless additionally overall indeed finally "
    "otherwise still thus hence likewise".split()
)
NOT_NAMES = frozenset(
    "file however meanwhile photo image so but despite following after also gen col lt sgt maj mr mrs ms dr prof rev "
    "hon sen rep gov jr jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "former presumptive either neither given rt ala ariz ark calif colo conn fla mich minn neb nev okla ore pa tenn vt "
    "va wis wyo".split()
)
# A full stop that ends no sentence: "Donald J. Trump", "St. Paul".
SHORTENED = frozenset("st mt ft jr sr".split())
# A contraction is a sentence's beginning and no name: "I'm", "Won't", "That's".
CONTRACTED = frozenset("won can don isn doesn didn wasn aren weren couldn wouldn that what here let who how".split())
BEGINS = frozenset('"“”«»:(—–')


# What is capitalised, or stands in front of a name, and is nobody.
DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december spring summer autumn winter today yesterday tomorrow".split()
)
COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty "
    "forty fifty "
    "sixty seventy eighty ninety hundred thousand dozen dozens hundreds thousands several many some few both all most "
    "more less about around nearly almost at least another other others first second third".split()
)
BEFORE_NAMES = frozenset(
    "when though although while since until between this that these those time year month week day earlier later leave "
    "whose which still only just even how why said says having given as either neither".split()
)
# What adjectives of peoples end in, where a sentence's beginning hides the capital.
OF_A_PEOPLE = ("i", "ish", "an", "ese", "ch", "ek")
TRAILING = frozenset("still only just even earlier later also then so far himself herself itself themselves".split())
# Whom bodies are for: "the Women's Party".
SERVED = frozenset("children men women people".split())
# A party and a state stand behind a politician's name: "R-Ohio".
PARTY = re.compile(r"[A-Z](?:-.*)?")
# A name that ends like this is a thing or a place.
THINGS = frozenset(
    "prize award medal cup trophy act bill law treaty resolution street road avenue square bridge river lake sea ocean "
    "mountain mount mountains hill hills valley desert moor island islands forest airport station stadium day "
    "ied ieds drone missile inc".split()
)
# Feasts begin so, and act as little.
FEASTS = frozenset(
    "eid ramadan ashura arbaeen christmas easter ascension pentecost passover hanukkah diwali nowruz".split()
)


# Behind these stands where something happens; "in" takes what somebody believes in as well, who then does not act.
WHERE = frozenset("in near off outside inside around across along at throughout within".split())
NOBODY = DATES | COUNTS | BEFORE_NAMES | DETERMINERS


def actor(name: str) -> str:
    """A name as it is listed: without what counts, dates or joins it; empty where only a date, a number, a
    thing or a bare
    generic noun is left ("Wednesday", "two", "forces").

    >>> [actor(name) for name in ("Two PMF fighters", "Wednesday", "forces", "The Iraqi army", "the bomb",
    "Nobel Prize")]
    ['PMF fighters', '', '', 'Iraqi army', '', '']
    """
    words = _own(name.split())
    while words and (words[0].lower() in NOBODY or words[0].isdigit()):
        words = words[1:]
    while words and (words[-1].lower() in DATES | TRAILING or is_adverb(words[-1]) or words[-1].isdigit()):
        words = words[:-1]
    named = any(word[:1].isupper() and word.lower() not in GROUPS for word in words) or any(
        part[:1].isupper() for word in words for part in word.split("-")[1:]
    )
    several = any((word in PREPOSITIONS and word != "of") or word == "and" for word in words)
    told = any(_stands_for_another(word) for word in words)
    if (
        not named
        or several
        or told
        or words[0].lower() in FEASTS
        or words[-1].lower() in THINGS
        or PARTY.fullmatch(" ".join(words))
    ):
        return ""
    return " ".join(words)


def _own(words: list[str]) -> list[str]:
    """Of "the paper's Anna Berg" Anna Berg; nothing of "the paper's long report", for that is a thing."""
    owners = [i for i, word in enumerate(words[:-1]) if word[-2:] in ("’s", "'s") and word[:-2].lower() not in SERVED]
    if not owners or words[-1].lower() in GROUPS:
        return words
    owned = words[owners[-1] + 1 :]
    while owned and owned[0].islower() and owned[-1][:1].isupper():
        owned = owned[1:]  # "the city's mayor Anna Berg"
    return owned if all(word[:1].isupper() for word in owned) else []


def _stands_for_another(word: str) -> bool:
    """Whether it is a pronoun, also in a contraction: then the words are a clause."""
    base = re.split("[’']", word.lower())
    return base[0] in PRONOUNS or (len(base) > 1 and base[1] != "s" and base[0] in CONTRACTED)


def names_between(sentence: Sentence, first: int, last: int, without: Sequence[Span] = ()) -> list[str]:
    """The names and groups among the words [first, last), in order; the offsets `without` (of dates) hold none."""
    found: list[str] = []
    i = first
    while i < last:
        start = sentence.tokens[i].start
        dated = any(begin <= start < stop for begin, stop in without)
        end = i if dated else _name_end(sentence, i, last)
        if end > i:
            thing = sentence.lower[end : end + 1] != [] and sentence.lower[end] in THINGS
            aside = thing or _only_describes(sentence, i, end) or _only_says_where(sentence, i)
            name = "" if aside else actor(_joined(sentence, i, end))
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
            lower in DETERMINERS
            or lower in PREPOSITIONS
            or lower in PRONOUNS
            or lower in NOT_NAMES
            or is_adverb(lower)
            or _stands_for_another(word)
        ):
            begins = (i == 0 or sentence.tokens[i - 1].text in BEGINS) and not _is_acronym(sentence, word)
            if begins and word not in sentence.proper and not _capital_follows(sentence, i, last):
                if lower.endswith(OF_A_PEOPLE) and sentence.lower[1:2] and sentence.lower[1] in GROUPS:
                    return 2  # "Iraqi forces"
                return i + 1 if lower in GROUPS else at  # capitalised because it begins the sentence
            capital = True
        elif capital and lower in GROUPS:
            return i + 1
        elif (
            _hyphened(sentence, at, i, last)
            or _second_half(sentence, at, i)
            or (capital and _shortened(sentence, i, last))
        ):
            pass
        elif not capital and lower in GROUPS and i == at:
            return i + 1
        elif not (capital and lower in SMALL and lower != "and" and _goes_on(sentence, i, last)):
            break
        i += 1
    return i if capital or i > at else at


def _is_acronym(sentence: Sentence, word: str) -> bool:
    """Whether a word is in capitals where the sentence is not: "ISIS militants attacked", not a headline."""
    return len(word) > 1 and word.isupper() and any(token.text.islower() for token in sentence.tokens)


def _goes_on(sentence: Sentence, i: int, last: int) -> bool:
    """Whether a capital follows the small word `i` within a name, behind further particles."""
    following = i + 1
    while following < last and sentence.lower[i] in PARTICLES and sentence.lower[following] in PARTICLES:
        following += 1
        if sentence.tokens[following - 1].text[:1].isupper():
            return True
    return following < last and sentence.tokens[following].text[:1].isupper()


def names_somebody(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words [first, last) hold a name or a group, if only "the police"."""
    return any(_name_end(sentence, i, last) > i for i in range(first, last))


def _only_says_where(sentence: Sentence, first: int) -> bool:
    """Whether the name at word `first` stands behind a preposition that says where, so that nobody of it acts."""
    if first > 1 and sentence.lower[first - 1] == "the":
        first -= 1
    return first > 0 and sentence.lower[first - 1] in WHERE


def _only_describes(sentence: Sentence, first: int, end: int) -> bool:
    """Whether one capitalised word only tells of what kind the noun after it is: "an American raid"."""
    if sentence.tokens[end - 1].text == "-":
        return True  # "Kurdish-led forces"
    if end - first != 1 or end >= len(sentence.tokens):
        return False
    after, glued = sentence.tokens[end].text, sentence.tokens[end].start == sentence.tokens[end - 1].end
    if glued and after == "-":
        return True
    if glued or not after.isalpha() or not after.islower() or after in GROUPS:
        return False
    if sentence.tokens[first].text.isupper():
        return False  # "PMF members"
    if sentence.lower[first - 1 : first] in (["a"], ["an"]):
        return True  # "an American raid"
    joins = after in PREPOSITIONS or after in PRONOUNS or after in OPENERS or is_adverb(after)
    return not joins and not readings(after) and after not in BE_HAVE


def _capital_follows(sentence: Sentence, i: int, last: int) -> bool:
    """Whether the next word is capitalised too, or joined by a hyphen, or the stop of a short word in a name."""
    if i + 1 >= last:
        return False
    after = sentence.tokens[i + 1].text
    return after[:1].isupper() or after == "-" or _shortened(sentence, i + 1, last)


def _hyphened(sentence: Sentence, at: int, i: int, last: int) -> bool:
    """Whether word `i` is a hyphen within the name, or the article of an Arabic one ("al-Masri")."""
    tokens = sentence.tokens
    if tokens[i].text == "-":
        return at < i < last - 1 and tokens[i + 1].start == tokens[i].end
    return sentence.lower[i] in ARTICLES and i < last - 2 and tokens[i + 1].text == "-"


def _second_half(sentence: Sentence, at: int, i: int) -> bool:
    """Whether a small word behind a hyphen belongs to a given name ("Ing-wen"), not to an adjective ("Kurdish-led")."""
    word = sentence.lower[i]
    half = i > at + 1 and sentence.tokens[i - 1].text == "-" and word.isalpha() and word not in OF_A_KIND
    return (
        half and len(word) <= MAX_HALF and not readings(word) and sentence.tokens[i].start == sentence.tokens[i - 1].end
    )


#: "Soviet-era", "Saudi-style"; a longer word is hardly a syllable of a name.
OF_A_KIND, MAX_HALF = frozenset("era style wide only born free type like size area old based".split()), 5


def _shortened(sentence: Sentence, i: int, last: int) -> bool:
    """Whether word `i` is the full stop of an initial or of a short word within a name ("J." in "Donald J. Trump")."""
    if sentence.tokens[i].text != "." or not 0 < i < last - 1:
        return False
    before = sentence.tokens[i - 1].text
    return (len(before) == 1 or before.lower() in SHORTENED) and sentence.tokens[i + 1].text[:1].isupper()


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
    while first < last and sentence.lower[first] not in NEGATIONS and _opens(sentence.lower[first]):
        first += 2 if sentence.lower[first + 1] == "," else 1
    if first >= last:
        return last, last
    commas = [i for i in range(first, last) if sentence.lower[i] == ","]
    if commas and sentence.lower[first] in PREPOSITIONS and not _counts(sentence, first):
        first = commas[0] + 1
    if last - first > 1 and sentence.lower[first] in ("which", "where", "when"):
        first += 1
    while first < last and (
        sentence.lower[first] in ("and", "but", ",", "that", "or") or not sentence.lower[first][:1].isalnum()
    ):
        first += 1
    return first, last


def _counts(sentence: Sentence, at: int) -> bool:
    """Whether a preposition at word `at` only tells how many: "at least 40 people", "over 40 people"."""
    if sentence.lower[at : at + 2] in (["at", "least"], ["at", "most"]):
        return True
    if sentence.lower[at] not in ("over", "under", "around", "about", "near") or at + 2 >= len(sentence.lower):
        return False
    number, what = sentence.lower[at + 1 : at + 3]
    return (number.isdigit() or number in COUNTS) and what.isalpha() and (what.endswith("s") or what in SEVERAL)


def resumed_subject(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """The noun in front of clauses with "which" or "who" that a clause without a subject goes on from: "The bridge,
    which opened in 1931, | collapsed". No words where it goes on from none.
    """
    at = next(i for i, one in enumerate(sentence.clauses) if one is clause)
    described = hanging(sentence.clauses[:at])
    before = sentence.clauses[described]
    if described >= at - 1 or any(group.finite for group in before.groups) or at == 0:
        return 0, 0
    last = before.last
    while last > before.first and sentence.lower[last - 1] == ",":
        last -= 1
    first = before.first
    commas = [i for i in range(first, last) if sentence.lower[i] == ","]
    if commas and sentence.lower[first] in PREPOSITIONS:
        first = commas[0] + 1
    while first < last and (_opens(sentence.lower[first]) or sentence.lower[first] == ","):
        first += 1
    return (first, last) if 0 < last - first <= MAX_RESUMED else (0, 0)


def _opens(word: str) -> bool:
    return word in OPENERS or is_adverb(word)


def agrees(pronoun: str, subject: str) -> bool:
    """Whether a pronoun in lower case can mean a subject: "it" and "he" no rebels, "they" nobody by a single name."""
    if pronoun == "they":
        return not _is_one_name(subject.split())
    if pronoun not in ("it", "he", "she", "this"):
        return True
    words = subject.lower().split()
    return not words or not ("and" in words or words[-1] in SEVERAL or PLURAL.search(words[-1]))


def _is_one_name(words: list[str]) -> bool:
    """Whether words are the name of one person or place: all of them capitalised, of no group, and no acronym."""
    if not words or not all(word[:1].isupper() for word in words) or words[-1].isupper():
        return False
    last = words[-1].lower()
    return not (last in SEVERAL or last in GROUPS or last.endswith("men") or PLURAL.search(last))


def acts_on(sentence: Sentence, clause: Clause, verb: VerbGroup) -> bool:
    """Whether words for somebody or something follow an active verb at once: "arrested forty people"."""
    after = sentence.lower[verb.head + 1] if verb.head + 1 < clause.last else "."
    return not verb.passive and after[0].isalnum() and after not in PREPOSITIONS and not is_adverb(after)


def antecedent(text: str, sentence: Sentence, at: int) -> str:
    """What a relative pronoun at word `at` stands for: the noun phrase in front of it, at most eight words."""
    last = at
    if last > 1 and sentence.lower[last - 1] == "of":
        last -= 2  # "the men, four of whom"
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
    if sentence.lower[first] == "said":
        first += 1  # "..., said Smith, who"
    found = text[sentence.tokens[first].start : sentence.tokens[last - 1].end] if first < last else ""
    if not found.isdigit():
        return found
    # "the flood, the worst since 1962, which struck"
    comma = next((i for i in range(first - 1, 0, -1) if sentence.lower[i] == ","), 0)
    return antecedent(text, sentence, comma) if comma else ""


def is_pronoun(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a subject is a pronoun alone."""
    return last - first == 1 and sentence.lower[first] in PRONOUNS
