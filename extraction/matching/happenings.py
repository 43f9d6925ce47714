"""What kind of happening a text tells of: our own table of general news, broader than synonyms.

Reporters of one happening choose other words for it, but seldom words of another kind: a bridge "gave way", "broke",
"came down" or saw "the collapse". A sequel (trial, funeral, claim of responsibility) names the happening that "
"it follows, and
is another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extraction.events.clauses import FURTHER_ON
from extraction.events.gapped import completed
from extraction.events.lexicon import kinds as verb_kinds
from extraction.events.lexicon import noun_kinds, verb_forms
from extraction.matching.kind_words import FURTHER, FURTHER_PHRASES
from extraction.matching.terms import stem

WORD = re.compile(r"[^\W\d_]+")
#: Single words by kind. A word may be of several kinds ("strike").
KINDS = {
    "attack": "attack assault raid offensive ambush storm overrun invade bombard shell shelling airstrike strike "
    "target clash fighting fight battle firefight gunfight shootout operation sweep crackdown besiege siege rocket "
    "missile mortar attacker assailant incursion onslaught skirmish hit repel rout violence unrest incident storming",
    "explosion": "bomb bombing bomber explosion blast explode detonate detonation mine ied grenade device incident",
    "killing": "kill death dead die slay murder massacre assassinate assassination execute execution behead shoot shot "
    "shooting lynch stab stabbing knife fatality victim perish drown drowning toll slaughter carnage bloodshed claim "
    "bloodbath fatal bury demise passing bullet trample incident violence",
    "injury": "injure wound hurt injury casualty maim trample",
    "abduction": "abduct abduction kidnap kidnapping seize hostage captive captivity hijack hijacking missing vanish "
    "disappear disappearance gunpoint",
    "robbery": "stolen steal thieve raider rob robbery theft heist burglary burglar loot hold-up thief robber break-in "
    "snatch ransack disappear vanish",
    "arrest": "detained arrest detain detention nab apprehend custody handcuff suspect capture recapture catch seize "
    "round-up swoop arrested",
    "escape": "escape flee breakout jailbreak abscond fugitive breakaway flight",
    "collapse": "rockfall roof landslide landslip slide mudslide cave-in collapse topple crumble breach rupture "
    "buckle cave failure fail burst disaster tragedy catastrophe subside",
    "fire": "fire blaze flame burn inferno arson gut smoke wildfire torch disaster tragedy catastrophe",
    "flood": "flood flooding inundate submerge levee dam swamp overflow deluge torrent disaster catastrophe burst "
    "tragedy",
    "storm": "hurricane storm typhoon cyclone gale tornado landfall blizzard ashore hail hailstorm gust devastate "
    "disaster catastrophe",
    "quake": "earthquake quake tremor shake tremble magnitude seismic epicentre disaster catastrophe",
    "accident": "shipwreck founder capsizing crash collide collision accident derail derailment wreck plunge "
    "veer swerve overturn capsize pile-up sink sinking skid disaster tragedy catastrophe smash incident drown",
    "spill": "spill leak oil crude slick pollute pollution contaminate contamination",
    "rescue": "rescue save helicopter pluck dig saved rescuer survivor",
    "evacuation": "evacuate evacuation flee displace displaced uproot",
    "stoppage": "strike walkout stoppage picket tools halt standstill paralyse paralysis grind disrupt",
    "protest": "protest demonstration demonstrate rally demonstrator protester riot sit-in blockade marcher "
    "parade crowd teargas unrest clash vigil occupy",
    "vote": "vote election elect ballot poll referendum plebiscite voter turnout runoff run-off electorate majority "
    "landslide unseat mandate reelect referenda",
    "appointment": "appoint appointment elect swear inaugurate nominate nomination succeed successor oath inauguration "
    "swearing-in helm promote chosen choose pick choice named",
    "departure": "sacking resign resignation quit dismiss dismissal sack oust ouster removal remove depose "
    "departure fire firing retire retirement exit abdicate abdication topple overthrow",
    "downfall": "topple overthrow confidence collapse fall ouster coup putsch mutiny oust",
    "agreement": "sign agree agreement deal accord treaty pact settle settlement conclude truce ceasefire "
    "armistice merge merger broker peace compromise negotiate signing",
    "ratify": "ratify ratification endorse approve",
    "law": "ban outlaw prohibit prohibition adoption law signed pass adopt enact bill repeal veto "
    "legislation legislate decree parliament abolish abolition passage",
    "restriction": "curfew lockdown impose restriction emergency quarantine ration embargo sanction closure introduce "
    "introduction confine ban",
    "lifting": "lift ease relax repeal scrap lifting",
    "meeting": "meet meeting talk summit session confer conference host discuss negotiate negotiation "
    "visit receive trip tour encounter gather gathering welcome",
    "purchase": "buy acquire acquisition takeover purchase sell sale merge merger bid stake deal buyer owner",
    "clearance": "clear approve approval permission authorise authorisation nod allow permit license licence certify",
    "insolvency": "bankrupt bankruptcy insolvency insolvent bust collapse receiver receivership creditor "
    "administration",
    "layoff": "layoff redundancy redundant job shed axe staff jobs",
    "opening": "open opening inaugurate reopen launch restart start begin unveil unveiling premiere debut",
    "resumption": "resume resumption restart return reopen restore restoration",
    "closing": "close closure shut shutdown end finish wind cease scrap abandon",
    "raise": "raise increase hike rise climb jump dear",
    "lower": "cut lower reduce reduction decrease slash drop decline trim",
    "game": "beat defeat win victory lose loss draw final match trophy cup title goal score champion derby game "
    "championship triumph thrash season",
    "prize": "win prize award honour honor medal laureate winner triumph accolade",
    "withdrawal": "withdraw withdrawal pull pullout retreat handover evacuate depart",
    "launch": "launch rocket orbit lift-off liftoff satellite spacecraft mission flight probe launcher",
    "birth": "bear birth born daughter son baby",
    "wedding": "marry wedding wed bride groom marriage",
    "eruption": "erupt eruption volcano lava ash",
    "blackout": "blackout outage power electricity dark",
    "crush": "crush stampede trample disaster tragedy",
    "outbreak": "outbreak epidemic infect infection virus cholera measles disease pandemic contagion",
    "find": "find discover discovery uncover unearth dig detect detection excavate",
    "expulsion": "expel expulsion deport deportation unwelcome envoy diplomat evict eviction banish",
    "liberation": "release free liberation liberate freed",
    "exchange": "exchange swap trade",
    "cull": "cull culling slaughter",
    "hack": "hack hacker hacking cyber cyberattack intrusion ransomware breach malware",
    "conviction": "convict conviction guilty verdict sentence acquit acquittal jail imprison prison jury condemn "
    "ruling clear",
    "pay": "damages compensation compensate pay payout settlement award",
    "announcement": "announce announcement declare declaration unveil disclose reveal proclaim proclamation",
    "retaliation": "retaliate retaliation reprisal revenge respond response",
    "destruction": "destroy destruction demolish demolition raze devastate devastation ruin flatten vandalise deface",
    "flotation": "flotation float listing shares list",
    "shutoff": "suspend suspension revoke halt freeze licence",
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
    ("bring", "down"): "collapse downfall", ("fall", "down"): "collapse", ("fall", "apart"): "collapse",
    ("go", "off"): "explosion", ("blow", "up"): "explosion", ("set", "off"): "explosion", ("open", "fire"): "killing",
    ("gun", "down"): "killing", ("mow", "down"): "killing", ("shoot", "dead"): "killing", ("lose", "their"): "killing",
    ("lose", "his"): "killing departure game", ("pass", "away"): "killing", ("lay", "to"): "killing",
    ("put", "down"): "cull protest", ("shoot", "down"): "attack accident", ("break", "into"): "robbery",
    ("break", "in"): "robbery", ("make", "off"): "robbery", ("hold", "up"): "robbery",
    ("hold", "captive"): "abduction", ("take", "hostage"): "abduction", ("pick", "up"): "arrest rescue",
    ("round", "up"): "arrest", ("take", "into"): "arrest", ("lead", "away"): "arrest",
    ("break", "out"): "fire escape", ("run", "away"): "escape", ("get", "away"): "escape", ("slip", "out"): "escape",
    ("burn", "down"): "fire", ("burn", "out"): "fire", ("set", "fire"): "fire", ("set", "ablaze"): "fire",
    ("catch", "fire"): "fire", ("sweep", "through"): "fire flood storm",
    ("go", "down"): "game accident", ("run", "aground"): "accident", ("run", "over"): "accident killing",
    ("jump", "the"): "accident", ("leave", "the"): "accident departure withdrawal", ("fall", "into"): "accident",
    ("come", "ashore"): "storm", ("wash", "away"): "flood",
    ("walk", "out"): "stoppage", ("walk", "off"): "stoppage", ("down", "tools"): "stoppage",
    ("lay", "down"): "stoppage",
    ("stop", "work"): "stoppage", ("go", "on"): "stoppage", ("return", "to"): "resumption",
    ("go", "back"): "resumption",
    ("take", "to"): "protest", ("come", "first"): "vote game", ("come", "second"): "vote game", ("vote", "out"): "vote",
    ("take", "office"): "appointment", ("take", "over"): "purchase appointment",
    ("take", "power"): "appointment downfall",
    ("swear", "in"): "appointment", ("take", "up"): "appointment",
    ("step", "down"): "departure", ("stand", "down"): "departure", ("step", "aside"): "departure",
    ("give", "up"): "departure closing", ("go", "voluntarily"): "departure", ("throw", "out"): "departure expulsion",
    ("lay", "off"): "layoff", ("send", "home"): "expulsion layoff",
    ("go", "bust"): "insolvency", ("go", "under"): "insolvency", ("go", "bankrupt"): "insolvency",
    ("go", "public"): "flotation announcement", ("make", "public"): "announcement", ("make", "known"): "announcement",
    ("pull", "out"): "withdrawal rescue", ("pull", "down"): "destruction collapse", ("tear", "down"): "destruction",
    ("shut", "down"): "closing stoppage", ("call", "off"): "closing lifting", ("break", "up"): "protest closing",
    ("come", "into"): "law restriction", ("take", "effect"): "law restriction", ("put", "up"): "raise",
    ("set", "free"): "liberation", ("let", "go"): "liberation layoff", ("hand", "over"): "exchange withdrawal",
    ("lift", "off"): "launch", ("take", "off"): "launch", ("blast", "off"): "launch", ("set", "up"): "opening",
    ("dig", "up"): "find", ("come", "across"): "find", ("put", "out"): "fire", ("make", "peace"): "agreement",
    ("lose", "to"): "game", ("win", "over"): "game vote", ("lose", "contact"): "accident launch",
}  # fmt: skip
#: One of a row: another than the one before.
AGAIN = frozenset("again another second third fourth further anew fresh repeat".split())
#: Beside these it is a share or a rank: "by a third", "two thirds of", "the second largest".
SHARES = re.compile(
    r"(?i)\b(?:by|about|nearly|over|than|some) an? third\b|\b(?:third|second)[ -](?:of|largest|most|party)\b"
)


@cache
def _by_stem(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    rows = {
        "kinds": (*KINDS.items(), *FURTHER.items()),
        "core": tuple(KINDS.items()),
        "sequels": tuple(SEQUELS.items()),
    }[table]
    for kind, words in rows:
        for word in words.split():
            there = found.get(stem(word), ())
            found[stem(word)] = there if kind in there else (*there, kind)
    return found


@cache
def _phrases() -> dict[tuple[str, str], tuple[str, ...]]:
    found = {words: tuple(kinds.split()) for words, kinds in PHRASES.items()}
    for kind, phrases in FURTHER_PHRASES.items():
        for phrase in phrases.split("|"):
            verb, after = phrase.split(" ")
            there = found.get((verb, after), ())
            found[verb, after] = there if kind in there else (*there, kind)
    return found


def kinds(text: str) -> frozenset[str]:
    """The kinds of happening that a text's words can be of.

    >>> sorted(kinds("The footbridge gave way")), sorted(kinds("the blast at the market"))
    (['collapse'], ['explosion'])
    """
    words = [word.lower() for word in WORD.findall(text) if word != "March"]  # the month
    stems = [stem(word) for word in words]
    known = _by_stem("kinds")
    found: set[str] = set()
    for at, one in enumerate(stems):
        after = words[at + 1] if at + 1 < len(words) else ""
        phrase = _phrases().get((one, after))
        found.update(phrase or known.get(one, ()))
        rest = words[at + 1 : at + FURTHER_ON]
        found.update(kind for _, kinds in completed(one, rest, passive=True) for kind in kinds.split())
    return frozenset(found)


def narrowly(words: Sequence[str], at: int) -> frozenset[str]:
    """The kinds that word `at` (with those that complete it) is itself, not those that it only goes with: "murder" is a
    killing, and no verdict. Of a word that is none itself those that it goes with.

    >>> sorted(narrowly(["murder"], 0)), sorted(narrowly("found him guilty".split(), 0))
    (['killing'], ['conviction'])
    """
    one, rest = stem(words[at]), [word.lower() for word in words[at + 1 : at + FURTHER_ON]]
    told = {kind for _, kinds in completed(one, rest, passive=True) for kind in kinds.split()}
    told.update(PHRASES.get((one, rest[0] if rest else ""), "").split())
    return frozenset(told or _by_stem("core").get(one, ()) or _by_stem("kinds").get(one, ()))


def fields(text: str) -> frozenset[str]:
    """The fields of life that a text's verbs and nouns of happenings are from, as events are found by them.

    >>> sorted(fields("The jury cleared her")), sorted(fields("the acquittal"))
    ([], ['justice'])
    """
    verbs, nouns, found = verb_kinds(), noun_kinds(), set()
    for word in WORD.findall(text.replace("March", "").lower()):
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
    return any(word.lower() in AGAIN for word in WORD.findall(SHARES.sub("", text)))
