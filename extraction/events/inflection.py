"""Forms of English verbs by the rules of spelling, and those that no rule gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Form = Literal["base", "s", "past", "part", "ing"]

_IRREGULAR = """
shoot shot shot; strike struck struck; hit hit hit; slay slew slain; fight fought fought;
overthrow overthrew overthrown; retake retook retaken; overrun overran overrun; drown drowned drowned;
fall fell fallen; meet met met; swear swore sworn; withdraw withdrew withdrawn; found founded founded;
send sent sent; hold held held; begin began begun; shut shut shut; sink sank sunk; flee fled fled;
quit quit quit; buy bought bought; sell sold sold; bid bid bid; find found found; win won won; lose lost lost;
beat beat beaten; rise rose risen; grow grew grown; become became become; cut cut cut; leave left left;
come came come; go went gone; fly flew flown; drive drove driven; take took taken; lead led led;
build built built; break broke broken; give gave given; show showed shown; bring brought brought;
make made made; set set set; put put put; get got got; draw drew drawn; spread spread spread;
speak spoke spoken; cost cost cost; say said said; tell told told; write wrote written; read read read;
think thought thought; know knew known; see saw seen; feel felt felt; hear heard heard; mean meant meant;
keep kept kept; let let let; stand stood stood; lie lay lain; burn burned burnt; run ran run; blow blew blown;
shed shed shed; steal stole stolen; teach taught taught; catch caught caught; pay paid paid; spend spent spent;
wear wore worn; throw threw thrown; understand understood understood; undertake undertook undertaken;
be was been; have had had; do did done; try tried tried; sue sued sued; die died died; bury buried buried;
free freed freed; agree agreed agreed; flee fled fled; ratify ratified ratified; lay laid laid;
outlaw outlawed outlawed; abduct abducted abducted; sit sat sat; sleep slept slept; ride rode ridden;
seek sought sought; choose chose chosen; shake shook shaken; slide slid slid; freeze froze frozen;
forbid forbade forbidden; overcome overcame overcome; uphold upheld upheld; rebuild rebuilt rebuilt;
undergo underwent undergone;
fling flung flung; hang hung hung; swim swam swum; sing sang sung; eat ate eaten; light lit lit; lend lent lent;
dig dug dug; hurt hurt hurt; split split split; upset upset upset; arise arose arisen; repay repaid repaid;
override overrode overridden; shrink shrank shrunk; swing swung swung; strew strewed strewn; bind bound bound;
sweep swept swept; tear tore torn; burst burst burst; wed wed wed; bear bore born;
stick stuck stuck; spring sprang sprung; sting stung stung; spin spun spun; slit slit slit; thrust thrust thrust;
tread trod trodden; weave wove woven; wind wound wound; wring wrung wrung; withstand withstood withstood;
broadcast broadcast broadcast; forecast forecast forecast; foresee foresaw foreseen; forgo forwent forgone;
grind ground ground; kneel knelt knelt; leap leapt leapt; outdo outdid outdone; overtake overtook overtaken;
partake partook partaken; rid rid rid; resell resold resold; rewrite rewrote rewritten; retell retold retold;
sling slung slung; spit spat spat; strive strove striven; swell swelled swollen; undercut undercut undercut;
undo undid undone; unwind unwound unwound; withhold withheld withheld; redo redid redone; remake remade remade;
cast cast cast; deal dealt dealt; dive dived dived; forget forgot forgotten; forgive forgave forgiven;
mislead misled misled; mistake mistook mistaken; outbid outbid outbid; overhear overheard overheard;
oversee oversaw overseen; rerun reran rerun; speed sped sped; hide hid hidden; feed fed fed; bite bit bitten;
bend bent bent; breed bred bred; bleed bled bled; creep crept crept; cling clung clung; dwell dwelt dwelt;
drink drank drunk; shine shone shone; shear sheared shorn; wake woke woken; weep wept wept; string strung strung;
stride strode stridden; outrun outran outrun; reset reset reset; rethink rethought rethought;
overdo overdid overdone; misread misread misread; ring rang rung; fit fitted fitted; foretell foretold foretold;
"""
#: Of more than one syllable, the last of them stressed, so that its consonant is doubled.
_STRESSED = frozenset(
    "repel expel transfer occur commit admit submit permit refer compel propel dispel rebut kidnap confer equip begin "
    "defer deter incur recur infer prefer abet allot patrol control enrol extol excel rebel outwit overlap unplug "
    "unwrap outstrip remit emit omit acquit regret concur transmit sandbag handicap worship program inter".split()
)
#: One syllable with a single vowel and a single consonant after it: "stop", "quit"; not "fix", "row".
_SHORT = re.compile(r"(?:[^aeiou]*|qu)[aeiouy][bcdfgklmnprstvz]")
#: "cancelled" in Britain, "canceled" in America.
_IN_L = re.compile(r".*[aeiou].*[^aeiou][aeiou]l")
#: Said with a last sound of their own: "panicked", "quizzed".
_ODD = {"panic": "panick", "traffic": "traffick", "mimic": "mimick", "frolic": "frolick", "quiz": "quizz"}


def irregular() -> dict[str, list[str]]:
    """For each verb that is inflected by no rule its base, past and participle."""
    return {entry.split()[0]: entry.split() for entry in _IRREGULAR.split(";") if entry.strip()}


def inflected(lemma: str, past: str = "", part: str = "") -> Iterator[tuple[Form, str]]:
    """Each form of a verb, in both spellings where there are two; `past` and `part` where no rule gives them.

    >>> sorted({word for _, word in inflected("cancel")})
    ['cancel', 'canceled', 'canceling', 'cancelled', 'cancelling', 'cancels']
    >>> [word for form, word in inflected("stop") if form in ("past", "ing")]
    ['stopped', 'stopping']
    """
    for one in _spelled(lemma):
        yield "base", one
        yield "s", _third(one)
        for stem in _before_endings(one):
            if not past:
                yield "past", _past(one, stem)
                yield "part", _past(one, stem)
            yield "ing", _ing(one, stem)
    if past:
        yield "past", past
        yield "part", part


def _spelled(lemma: str) -> tuple[str, ...]:
    """A verb in "-ise" is written in "-ize" as well."""
    return (lemma, f"{lemma[:-3]}ise") if len(lemma) > 6 and lemma.endswith("ize") else (lemma,)


def _before_endings(lemma: str) -> tuple[str, ...]:
    if lemma in _ODD:
        return (_ODD[lemma],)
    if lemma in _STRESSED or _SHORT.fullmatch(lemma):
        return (lemma + lemma[-1],)
    return (lemma, lemma + "l") if _IN_L.fullmatch(lemma) else (lemma,)


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _in_y(lemma) else stem + "ed"


def _ing(lemma: str, stem: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else stem + "ing"


def _third(lemma: str) -> str:
    if _in_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")
