"""Words that reports of one happening use for each other: our own table of general news, one line a meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache

from extraction.matching.terms import stem

WORD = re.compile(r"[^\W_]+")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
# "2-1": goals, sets, votes; the sides may stand in either order. Nothing with a year is one ("2019-20").
RESULT = re.compile(r"(?<![\d-])(\d{1,3})[-–](\d{1,3})(?![\d-])")
MEANINGS = """
attack assault raid offensive ambush storm overrun
bomb bombing explosion blast explode detonate explosive device mine
shoot shooting shot gunfire gunman gunmen gunfight sniper bullet
kill die dead death slay murder fatal fatality killing assassinate assassination perish
injure wound hurt injury casualty
arrest detain detention nab apprehend custody capture
sentence jail imprison prison imprisonment
convict conviction guilty verdict
fire blaze flame burn gut inferno arson
flood flooding inundate levee dam submerge
earthquake quake tremor aftershock
storm hurricane typhoon cyclone gale
crash collide collision accident derail derailment wreck
train rail railway express locomotive
plane aircraft jet airliner aeroplane
ship vessel boat ferry tanker freighter
police policeman policemen officer constable
soldier troop trooper conscript serviceman
militant insurgent rebel fighter terrorist extremist
strike walkout stoppage picket
protest demonstration demonstrate rally march protester demonstrator
resign resignation quit step
dismiss sack oust fire removal remove
elect election vote voter ballot poll runoff
win victory defeat beat triumph
agree agreement deal accord treaty pact bargain settlement
truce ceasefire armistice
meet meeting talk summit session
visit trip tour
merge merger takeover acquire acquisition buy purchase
bankruptcy bankrupt insolvency insolvent receivership
rob robbery robber heist thief steal theft burglary
kidnap abduct abduction kidnapping hostage
withdraw withdrawal pullout
declare proclaim announce announcement declaration
establish found create form formation establishment
seize seizure capture control occupy conquest
destroy destruction devastate demolish ruin raze
collapse topple fall
open opening inaugurate inauguration launch
close closure shut
resume resumption restart reopen
expel expulsion evict deport deportation
approve pass adopt ratify endorse
law bill legislation act statute
parliament lawmaker legislature mp deputy
government cabinet administration
minister secretary
court judge tribunal
film movie feature picture
prize award medal trophy
football soccer club team
snow snowfall blizzard
marry wedding marriage
birth born
company firm corporation
worker employee staff
cut reduce reduction slash drawdown
rise increase grow surge soar jump
drop decline decrease plunge tumble
lorry truck
car vehicle automobile
child pupil schoolchild schoolboy schoolgirl youngster boy girl
coach trainer
doctor physician medic
hospital clinic infirmary
prisoner inmate detainee convict
prison jailhouse penitentiary colony camp
guard warder jailer warden
farmer peasant grower
villager resident inhabitant townspeople local
ambassador envoy diplomat embassy
boss chief head director chairman governor
priest cleric clergyman
church cathedral chapel
factory plant works mill
bank lender
wage salary
tax levy duty
painting canvas artwork
island isle
mountain hill slope hillside
road street highway motorway
body corpse remains
refugee evacuee
rifle gun weapon
book novel
squad side eleven
vaccine inoculation
disease illness epidemic outbreak
passenger traveller rider
driver motorist
shop store
fan supporter
queue line crowd
scientist researcher
money cash sum
"""

# What excludes each other in two reports of one happening: by which means, to whom, which of a series.
EXCLUSIVE = (
    "bomb bombing explosion blast mine; gunman gunmen shot shooting gunfire shoot; knife stab stabbing; "
    "fire blaze arson; rocket missile shelling shell; drone; flood; earthquake quake; aftershock; crash collision",
    "soldier troop conscript; policeman policemen officer police; miner; sailor seaman; journalist reporter; "
    "student pupil; tourist; doctor nurse; judge; lawyer; priest imam; "
    "farmer shepherd villager; firefighter; camper hiker climber walker mountaineer; prisoner inmate; teacher",
    "opening opened open inaugurated; closing closed ended end; began begin start started",
)


@cache
def stem_meanings() -> dict[str, str]:
    """For each stem of the table the one that stands for its meaning; a stem of two meanings keeps the first."""
    found: dict[str, str] = {}
    for line in MEANINGS.strip().splitlines():
        first, *others = (stem(word) for word in line.split())
        for term in (first, *others):
            found.setdefault(term, first)
    return found


@cache
def _exclusive() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each stem in which series it stands, and which meaning it has there."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for number, series in enumerate(EXCLUSIVE):
        for meaning, words in enumerate(series.split(";")):
            for word in words.split():
                found[stem(word)] = (*found.get(stem(word), ()), (number, meaning))
    return found


def exclusive(text: str) -> Mapping[int, Set[object]]:
    """What a text names of each series in which one thing excludes another; the last are ordinals and results."""
    known = _exclusive()
    found: dict[int, set[object]] = {}
    for word in set(WORD.findall(text.lower())):
        for number, meaning in known.get(stem(word), ()):
            found.setdefault(number, set()).add(meaning)
        if ORDINAL.fullmatch(word):
            found.setdefault(len(EXCLUSIVE), set()).add(word)
    for result in RESULT.finditer(text):
        found.setdefault(len(EXCLUSIVE) + 1, set()).add(frozenset(result.groups()))
    return found


def contradictions(one: Mapping[int, Set[object]], other: Mapping[int, Set[object]]) -> int:
    """In how many series two texts name different things: one a bomb and soldiers, the other gunmen and policemen."""
    return sum(not one[number] & other[number] for number in one.keys() & other.keys())
