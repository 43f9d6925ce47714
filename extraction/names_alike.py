"""Names that may be one person's: other spellings, initials, a surname alone. Suggested with reasons, not decided."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from extraction.names import folded

# Words that belong to a name's form, not to the person: articles and particles are written or left out.
PARTICLES = frozenset("the al el ul ad as ash an ar at az bin ibn ben abu de van von der la le di da dos".split())
# Sounds that are spelt in several ways when other scripts are put into Latin letters; longer ones first.
# After ALA-LC and BGN/PCGN romanisation tables against newspaper practice.
SOUNDS = (
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "z"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("tch", "s"),
    ("zh", "j"),
    ("ph", "f"),
    ("ck", "k"),
    ("ts", "s"),
    ("q", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("dj", "j"),
)
# "Servant of": one name with the word that follows, whose article takes on its first sound ("Abdul Rahman",
# "Abd al-Rahman", "Abdurrahman", "Abderrahmane"; BGN/PCGN writes them apart, newspapers as they like).
SERVANT = re.compile(r"abd[aeiou]{0,2}[lrsntdz]?")
SERVANT_OF = re.compile(r"abd[aeiou]{0,2}(?:l|([rsntdz])(?=\1))?(?=..[a-z])")
VOWELS = re.compile(r"[aeiouy]+")
# Of one shared key so many names are compared with each other; beyond it the key says nothing.
MOST = 60
SAME_LETTERS, INITIALS, SURNAME, NEAR = 0.9, 0.7, 0.5, 0.85


class Alike(NamedTuple):
    """Two names that may be one: score from 0 to 1, and why, in a sentence."""

    first: int
    second: int
    score: float
    reason: str


def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell who it is.

    >>> parts("Mustafa al-Kadhimi")
    ('mustafa', 'kadhimi')
    >>> parts("Abd al-Rahman Said") == parts("Abdurrahman Said")
    True
    """
    words = folded(name).split()
    told = [word for word in words if word not in PARTICLES]
    # Of two words the second may be the last name, by which alone others call the person.
    if len(told) > 2:
        told = [
            before + word if SERVANT.fullmatch(before) else word
            for before, word in pairwise(["", *told])
            if not SERVANT.fullmatch(word) or word == told[-1]
        ]
    return tuple(SERVANT_OF.sub("abd", word) if word.startswith("abd") else word for word in told) or tuple(words)


def skeleton(word: str) -> str:
    """A word without what transliterations disagree on: two spellings of one name mostly have one skeleton.

    >>> skeleton("masrour") == skeleton("masrur")
    True
    """
    for spelt, sound in SOUNDS:
        word = word.replace(spelt, sound)
    first = "a" if VOWELS.match(word) else ""
    consonants = VOWELS.sub("", word)
    # A doubled letter is one sound; so is an h that only lengthens a vowel at the end.
    plain = re.sub(r"(.)\1+", r"\1", consonants)
    plain = plain[:-1] if plain.endswith("h") and len(plain) > 2 else plain
    return first + plain


def compare(one: str, other: str) -> tuple[float, str] | None:
    """How alike two names are, and why; None where nothing says that they are one."""
    a, b = parts(one), parts(other)
    if not a or not b:
        return None
    if a == b:
        return 1.0, f"“{one}” and “{other}” differ in marks and particles alone"
    if _common(one) or _common(other):
        return None
    if len(a) > len(b):
        a, b = b, a
    if len(a) == len(b):
        return _same_length(a, b, one, other)
    if len(a) == 1:
        if a[0] == b[-1] or (skeleton(a[0]) == skeleton(b[-1]) and len(a[0]) > 4):
            short, full = (one, other) if len(parts(one)) == 1 else (other, one)
            return SURNAME, f"“{short}” is the last name of “{full}”"
        return None
    if all(_word_alike(x, y) for x, y in ((a[0], b[0]), (a[-1], b[-1]))) and set(map(skeleton, a)) <= set(
        map(skeleton, b)
    ):
        return 0.8, f"“{one}” and “{other}” share first and last name, and one has a name more"
    return None


def _same_length(a: tuple[str, ...], b: tuple[str, ...], one: str, other: str) -> tuple[float, str] | None:
    if sorted(a) == sorted(b):
        return SAME_LETTERS, f"“{one}” and “{other}” have the same names in another order"
    if len(a) > 1 and a[-1] == b[-1] and all(x == y or _initial(x, y) for x, y in zip(a, b, strict=True)):
        return INITIALS, f"“{one}” and “{other}”: an initial stands for a name"
    if all(_word_alike(x, y) for x, y in zip(a, b, strict=True)):
        return SAME_LETTERS if len(a) > 1 else 0.75, f"“{one}” and “{other}” may be two spellings of one name"
    whole, that = " ".join(a), " ".join(b)
    if len(a) > 1 and OSA.distance(whole, that, score_cutoff=1) <= 1 and min(len(whole), len(that)) >= 8:
        return NEAR, f"“{one}” and “{other}” differ in one letter"
    return None


def _word_alike(one: str, other: str) -> bool:
    """Whether two words may be one transliterated twice: the same sounds, and not much else."""
    if one == other:
        return True
    if len(one) < 3 or len(other) < 3 or skeleton(one) != skeleton(other):
        return False
    # Words of two consonants share a skeleton with too many others: "Ali" and "Aliya", "Omar" and "Amir".
    return len(VOWELS.sub("", one)) > 2 or OSA.distance(one, other, score_cutoff=1) <= 1


def _common(name: str) -> bool:
    """Whether it is a description, not a name: "the US-led coalition"."""
    return name.split()[-1].islower()


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def suggest(names: Mapping[int, Iterable[str]], new: Collection[int] | None = None) -> list[Alike]:
    """Pairs of keys that have names which may be one person's, the best first. Near linear in the number of names.

    Where `new` is given, only pairs of which at least one key is in it are looked for.
    """
    found: dict[tuple[int, int], Alike] = {}
    spelt = {key: tuple(dict.fromkeys(own)) for key, own in names.items()}
    for first, second in _candidates(spelt, frozenset(spelt if new is None else new)):
        best = max(
            (like for one in spelt[first] for other in spelt[second] if (like := compare(one, other))), default=None
        )
        if best:
            found[first, second] = Alike(first, second, *best)
    return sorted(found.values(), key=lambda pair: (-pair.score, str(pair.first), str(pair.second)))


def _candidates(spelt: Mapping[int, tuple[str, ...]], new: Set[int]) -> Iterator[tuple[int, int]]:
    """Pairs that share the sound of a first or a last name, each once, in the order of the names given.

    At least one of each is in `new`.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for key, own in spelt.items():
        sounds = set()
        for name in own:
            words = parts(name)
            if words:
                sounds |= {("last", skeleton(words[-1])), ("first", skeleton(words[0]) + words[-1][:1])}
                sounds.add(("all", "".join(sorted(words))[:40]))
        for sound in sounds:
            blocks[sound].append(key)
    seen: set[tuple[int, int]] = set()
    for keys in blocks.values():
        if new.isdisjoint(keys):
            continue
        # Of a name that very many share, neighbours in order of their making are compared.
        for at, first in enumerate(keys):
            for second in keys[at + 1 : at + MOST]:
                if (first in new or second in new) and (first, second) not in seen:
                    seen.add((first, second))
                    yield first, second
