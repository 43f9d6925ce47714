"""What kind of happening a text tells of: our own table of general news, broader than synonyms.

Reporters of one happening choose other words for it, but seldom words of another kind: a bridge "gave way", "broke",
"came down" or saw "the collapse". A sequel (trial, funeral, claim of responsibility) names the happening that "
"it follows, and
is another one.
"""

from __future__ import annotations

import re
from functools import cache

from extraction.events.lexicon import kinds as verb_kinds
from extraction.events.lexicon import noun_kinds, verb_forms
from extraction.matching.terms import stem

WORD = re.compile(r"[^\W\d_]+")
#: Single words by kind. A word may be of several kinds ("strike").
KINDS = {
    "attack": "attack assault raid offensive ambush storm overrun invade invasion bombard shell shelling "
    "airstrike strike "
    "target clash fighting battle firefight gunfight shootout operation sweep crackdown besiege siege rocket "
    "missile mortar "
    "drone attacker assailant",
    "explosion": "bomb bombing explosion blast explode detonate detonation mine ied grenade device blow",
    "killing": "kill death dead die slay murder massacre assassinate assassination execute execution behead shoot shot "
    "shooting lynch stab stabbing fatality victim perish drown drowning toll claim",
    "injury": "injure wound hurt injury casualty maim",
    "abduction": "abduct abduction kidnap kidnapping seize hostage captive capture hijack hijacking missing",
    "robbery": "stolen thieve raider rob robbery steal theft heist burglary burglar loot hold-up thief robber",
    "arrest": "detained arrest detain detention nab apprehend custody hold jail handcuff suspect",
    "collapse": "rockfall ceiling roof landslide cave-in collapse topple crumble fall break breach rupture "
    "crash buckle cave failure burst give",
    "fire": "fire blaze flame burn inferno arson gut smoke wildfire",
    "flood": "flood flooding inundate submerge levee dam swamp overflow deluge bank mud torrent",
    "storm": "hurricane storm typhoon cyclone gale tornado landfall blizzard ashore hail",
    "quake": "earthquake quake tremor shake tremble magnitude seismic epicentre ground",
    "accident": "shipwreck founder capsizing crash collide collision accident derail derailment wreck plunge "
    "fall veer swerve overturn capsize pile-up run sink sinking "
    "skid rail parapet",
    "spill": "spill leak oil crude slick pollute",
    "rescue": "rescue save evacuate helicopter lift pluck pick",
    "stoppage": "action strike walkout stoppage walk picket stop tools halt standstill paralyse",
    "protest": "protest demonstration demonstrate rally march demonstrator protester riot sit-in blockade "
    "parade walk street",
    "vote": "vote election elect ballot poll referendum plebiscite win lose come voter turnout seat endorse approve",
    "appointment": "appoint name elect swear inaugurate nominate succeed become new",
    "departure": "part sacking resign resignation quit step dismiss sack oust fire removal remove go leave depose",
    "agreement": "sign agree agreement deal accord treaty pact settle settlement conclude truce ceasefire "
    "armistice merge "
    "merger broker",
    "ratify": "ratify ratification",
    "law": "ban outlaw prohibit prohibition adoption vote law signed pass adopt enact law bill repeal veto",
    "meeting": "meet meeting talk summit session confer conference hold host discuss negotiate negotiation "
    "visit arrive "
    "travel receive trip tour",
    "purchase": "buy acquire acquisition takeover purchase sell sale merge merger bid stake",
    "clearance": "clear approve approval permission authorise nod allow permit",
    "insolvency": "bankrupt bankruptcy insolvency insolvent bust collapse receiver creditor administration",
    "opening": "open opening inaugurate inauguration reopen resume launch restart start begin unveil",
    "resumption": "resume resumption restart return reopen",
    "closing": "close closure shut shutdown end finish",
    "game": "beat defeat win victory lose loss draw final match trophy cup title goal score champion go",
    "prize": "win prize award honour honor medal laureate winner go",
    "withdrawal": "withdraw withdrawal pull pullout retreat leave hand handover evacuate",
    "launch": "launch rocket orbit lift-off liftoff satellite mission",
    "birth": "bear birth born daughter son",
    "wedding": "marry wedding wed bride groom",
    "eruption": "erupt eruption volcano lava ash",
    "blackout": "blackout outage power light electricity dark",
    "crush": "crush stampede trample",
    "outbreak": "outbreak epidemic infect infection virus cholera measles",
    "find": "find discover discovery uncover unearth",
}
#: What follows from a happening and is another one, though it names the first.
SEQUELS = {
    "trend": "increase decrease decline surge soar intensify escalate double triple",
    "claim": "responsibility",
    "funeral": "funeral bury burial mourn memorial commemorate anniversary remember requiem service wreath",
    "charge": "indict charge accuse indictment",
    "trial": "trial testify hearing plead",
    "verdict": "convict conviction guilty verdict sentence acquit acquittal jail imprison prison",
    "appeal": "appeal",
    "suit": "sue suit lawsuit",
    "fine": "fine penalty compensation damages compensate",
    "inquiry": "inquiry investigator investigation report probe",
    "aftershock": "aftershock",
    "reopening": "reopen resume resumption restart rebuild restore reconstruction return",
    "release": "release free ransom",
    "ratification": "ratify ratification",
    "clearance": "clear clearance regulator authority permission",
    "appointment": "appoint nominate successor succeed",
    "suspension": "suspend suspension revoke licence",
    "welcome": "welcome celebrate greet parade",
}
#: A verb and the word after it, and of which kinds they are.
PHRASES = {
    ("give", "way"): "collapse", ("come", "down"): "collapse", ("cave", "in"): "collapse",
    ("bring", "down"): "collapse",
    ("go", "off"): "explosion", ("blow", "up"): "explosion", ("set", "off"): "explosion", ("open", "fire"): "killing",
    ("walk", "out"): "stoppage", ("walk", "off"): "stoppage", ("down", "tools"): "stoppage",
    ("stop", "work"): "stoppage", ("return", "to"): "resumption", ("go", "back"): "resumption",
    ("step", "down"): "departure", ("stand", "down"): "departure", ("take", "over"): "purchase",
    ("hold", "up"): "robbery",
    ("go", "bust"): "insolvency", ("go", "under"): "insolvency", ("come", "ashore"): "storm", ("go", "down"): "game",
    ("pull", "out"): "withdrawal", ("break", "out"): "fire", ("shut", "down"): "closing stoppage",
    ("call", "off"): "closing",
    ("come", "first"): "vote", ("lose", "to"): "game", ("take", "to"): "protest",
}  # fmt: skip
#: One of a row: another than the one before.
AGAIN = frozenset("again another second third fourth further more anew fresh repeat".split())


@cache
def _by_stem(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in {"kinds": KINDS, "sequels": SEQUELS}[table].items():
        for word in words.split():
            found[stem(word)] = (*found.get(stem(word), ()), kind)
    return found


def kinds(text: str) -> frozenset[str]:
    """The kinds of happening that a text's words can be of.

    >>> sorted(kinds("The footbridge gave way")), sorted(kinds("the blast at the market"))
    (['collapse'], ['explosion'])
    """
    words = [word.lower() for word in WORD.findall(text)]
    stems = [stem(word) for word in words]
    known = _by_stem("kinds")
    found: set[str] = set()
    for at, one in enumerate(stems):
        after = words[at + 1] if at + 1 < len(words) else ""
        phrase = PHRASES.get((one, after))
        found.update(phrase.split() if phrase else known.get(one, ()))
    return frozenset(found)


def fields(text: str) -> frozenset[str]:
    """The fields of life that a text's verbs and nouns of happenings are from, as events are found by them.

    >>> sorted(fields("The jury cleared her")), sorted(fields("the acquittal"))
    ([], ['justice'])
    """
    verbs, nouns, found = verb_kinds(), noun_kinds(), set()
    for word in WORD.findall(text.lower()):
        noun = nouns.get(word)
        if noun is not None:
            found.add(noun.group)
        for reading in verb_forms().get(word, ()):
            verb = verbs.get(reading.lemma)
            if verb is not None and verb.strength == "strong":
                found.add(verb.group)
    return frozenset(found)


def sequels(text: str) -> frozenset[str]:
    """The sequels that a text names: of what it tells, or what it tells itself."""
    known = _by_stem("sequels")
    return frozenset(kind for word in WORD.findall(text) for kind in known.get(stem(word), ()))


def again(text: str) -> bool:
    """Whether a text calls its happening one of a row: "a second walkout"."""
    return any(word.lower() in AGAIN for word in WORD.findall(text))
