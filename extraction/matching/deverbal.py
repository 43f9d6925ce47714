"""Nouns that English makes of verbs, by the verb: "evacuation" and "evacuated", "her dismissal" and "was dismissed"."""

from __future__ import annotations

from functools import cache

from extraction.events.lexicon import kinds, verb_forms

#: Ending of the noun, and what the verb ends in before it.
ENDINGS = (
    ("ation", ("e", "", "y")), ("ition", ("e", "")), ("sion", ("d", "de", "t")), ("ion", ("e", "")), ("ment", ("",)),
    ("al", ("e", "")), ("ure", ("e", "")), ("ance", ("", "e")), ("ence", ("", "e")), ("ery", ("e", "")),
    ("age", ("", "e")),
)  # fmt: skip
#: Made by no rule.
IRREGULAR = {
    "expulsion": "expel", "decision": "decide", "death": "die", "birth": "bear", "theft": "steal", "loss": "lose",
    "sale": "sell", "growth": "grow", "burial": "bury", "detention": "detain", "reduction": "reduce",
    "resumption": "resume", "succession": "succeed", "acquisition": "acquire", "abolition": "abolish",
    "choice": "choose",
    "departure": "depart", "marriage": "marry", "retention": "retain", "suspicion": "suspect", "seizure": "seize",
    "conviction": "convict", "landing": "land", "recovery": "recover", "discovery": "discover", "breakage": "break",
    "overthrow": "overthrow", "killer": "kill", "rebellion": "rebel", "revelation": "reveal",
    "injury": "injure", "inquiry": "inquire", "acquittal": "acquit", "introduction": "introduce",
    "production": "produce", "destruction": "destroy", "repair": "repair", "dispersal": "disperse", "rescuer": "rescue",
    "attacker": "attack", "bomber": "bomb", "kidnapper": "kidnap", "striker": "strike", "protester": "protest",
    "demonstrator": "demonstrate", "buyer": "buy", "winner": "win", "founder": "found", "robber": "rob",
    "ouster": "oust",
    "withdrawal": "withdraw", "proclamation": "proclaim", "declaration": "declare", "explosion": "explode",
    "collision": "collide", "invasion": "invade", "erosion": "erode", "cession": "cede", "secession": "secede",
    "poisoner": "poison", "murderer": "murder", "inauguration": "inaugurate",
}  # fmt: skip
#: Words that only look so.
NONE = frozenset(
    "department apartment government establishment investment settlement station nation ration action portion signal "
    "creature feature trial capital hospital general festival rival medal final journal local coverage village message "
    "passage image page garage language manage damage storage average foundation publication organisation organization "
    "formation information installation mission session passion occasion tension pension mansion version region union "
    "religion million billion legion opinion audience science conference presence evidence influence violence sentence "
    "reference ambulance finance distance instance balance chance advance substance nature culture figure measure "
    "future picture adventure temperature literature moment element cement document instrument treatment statement "
    "movement equipment parliament basement placement several formal casual causal tradition hostage attendance endure "
    "brokerage deference provision gallery battery bakery machinery surgery".split()
)


@cache
def verb_of(noun: str) -> str | None:
    """The verb of the table that a noun (in lower case, singular) is made of; None where it is of none.

    >>> [verb_of(noun) for noun in ("evacuation", "dismissal", "expulsion", "station", "appointment")]
    ['evacuate', 'dismiss', 'expel', None, 'appoint']
    """
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun in NONE or noun in verb_forms():
        return None
    for ending, before in ENDINGS:
        if noun.endswith(ending) and len(noun) - len(ending) >= 3:
            for letters in before:
                verb = noun.removesuffix(ending) + letters
                if verb in kinds():
                    return verb
    return None
