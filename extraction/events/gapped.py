"""Verbs and the words that complete them, with whom or what between: "sent the governor home", "let Leko go".

English makes a verb of two parts, and puts the object between them; the second part gives the meaning. The classes are
listed by what is done. `_` stands for the object: one to MAX_GAP words, none of them a verb or a mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

#: The object has so many words at most.
MAX_GAP = 6
#: By group of happening (as in `lexicon`), then by kind (as in `matching.happenings`).
GAPPED: dict[str, dict[str, str]] = {
    "violence": {
        "abduction": "take _ captive|take _ prisoner|take _ hostage|hold _ captive|hold _ hostage|hold _ prisoner|"
        "drag _ away|drag _ off|carry _ off|lead _ away|march _ away|snatch _ from|drag _ from",
        "killing": "shoot _ dead|beat _ to death|stab _ to death|put _ to death|burn _ to death|gun _ down|cut _ down|"
        "mow _ down|stone _ to death|bludgeon _ to death",
        "explosion": "blow _ up|set _ off",
        "fire": "set _ on fire|set _ ablaze|set _ alight|burn _ down|set fire to|put _ to the torch",
        "attack": "shoot _ down|bring _ down|beat _ up|fight _ off|drive _ back|wipe _ out|fall upon",
        "robbery": "hold _ up|rob _ of|make off with",
        "takeover": "take control of|gain control of|seize control of|wrest _ from",
    },
    "death": {
        "killing": "be dead|cost _ lives|cost _ life|claim _ lives|claim _ life|take _ life|lose _ lives|lose _ life|"
        "cost _ their lives|cost _ his life|cost _ her life",
        "funeral": "lay _ to rest|carry _ to the grave|take leave of|bid farewell to|pay _ last respects",
    },
    "justice": {
        "arrest": "take _ into custody|take _ in for|pick _ up|take _ away|take _ from|place _ under arrest|"
        "put _ under arrest|lead _ off|haul _ in|haul _ off|round _ up|put _ in custody",
        "conviction": "find _ guilty|send _ to prison|send _ to jail|put _ behind bars|send _ down|lock _ up|"
        "give _ life|give _ years|clear _ of|acquit _ of",
        "trial": "put _ on trial|bring _ to trial|bring _ to court|haul _ before|take _ to court|bring _ to justice",
        "charge": "bring charges against|bring _ against|press charges against|open proceedings|open an inquiry|"
        "open an investigation|launch an inquiry|start proceedings",
        "arrest conviction": "be in custody|be in jail|be in prison|be behind bars|be under arrest|be in a cell",
        "liberation": "set _ free|let _ go|let _ out|set _ at liberty|release _ from",
        "ruling": "throw _ out|strike _ down|find for|find against|rule against|turn _ down",
        "shutoff": "strip _ of|deprive _ of|take _ off the",
    },
    "politics": {
        "departure": "send _ home|send _ packing|show _ the door|relieve _ of|let _ go|strip _ of|throw _ out|"
        "vote _ out|force _ out|drive _ out|cost _ job|cost _ his job|cost _ her job|cost _ their jobs|push _ out|"
        "drum _ out|send _ into retirement|remove _ from|give _ the sack|give _ notice|"
        "hand in _ resignation|tender _ resignation|offer _ resignation|throw in the towel|"
        "turn _ back on|bow out|call it a day|make way for",
        "expulsion": "throw _ out|order _ out|tell _ to leave|order _ to leave|tell _ to go|send _ back|kick _ out|"
        "turn _ away|turn _ back",
        "appointment": "name _ as|put _ forward|swear _ in|put _ in charge|place _ at the head|hand _ the reins|"
        "take the oath|take _ oath|confirm _ as|install _ as|make _ minister|make _ president",
        "downfall": "bring _ down|vote _ down|turn _ out of office|sweep _ from power|remove _ from power",
        "law": "vote _ through|push _ through|wave _ through|put _ into force|bring _ into force|sign _ into law",
        "refusal": "turn _ down|send _ back|vote _ down|say no|wave _ away|throw _ out",
        "takeover": "be in the hands of",
        "election": "go to the polls",
        "resumption": "be back at|be back in",
        "restriction": "put _ under|place _ under|turn _ off|shut _ off|cut _ off",
        "lifting": "do away with|take back|call _ off|bring _ to an end|lift _ on|take _ off",
        "concession": "admit defeat|accept defeat|concede defeat|give in to|own up to|cave in to|back down",
        "declaration": "declare _ over|declare _ open|declare war|declare _ a state",
        "pledge": "set aside|set _ aside|put up _ million|put _ million",
    },
    "business": {
        "purchase": "buy _ up|buy _ out|take _ over|snap _ up|sell _ off|sell _ to",
        "layoff": "lay _ off|do away with|cut _ jobs|shed _ jobs|axe _ jobs|put _ out of work|make _ redundant",
        "closing": "wind _ up|shut _ down|close _ down|pull out of|pull the plug",
        "loss gain": "post _ loss|post _ profit|report _ loss|report _ profit|announce _ loss|announce _ profit",
        "pay": "award _ damages|award _ compensation|pay _ damages|pay _ compensation",
    },
    "protest": {
        "stoppage": "down _ tools|lay down _ tools|put down _ tools|lay down _ work|bring _ to a standstill|"
        "bring _ to a halt|stand still|walk off the job|stop work|bring _ traffic",
        "protest": "take to the streets|pour into the streets|stay away from|block _ with|come out against",
    },
    "agreement": {
        "agreement": "bring _ together|bring _ to the table|put an end to|bury the hatchet|shake hands|"
        "lay down _ arms|mend fences|mend ties|patch up|come to terms|reach _ agreement|reach _ deal",
        "split": "break _ off|cut _ off|sever _ with|break ranks|part ways|part company|walk out of",
        "withdrawal": "pull _ out|call _ back|bring _ home|take _ out of",
    },
    "start": {
        "opening": "cut the ribbon|open _ doors|open _ gates|turn the first sod|break ground|lay the foundation|"
        "throw _ open|set up|bring _ into service|put _ into service|put _ into operation",
        "resumption": "open _ again|bring _ back|return to service|go back to|get back to|sail again|run again",
        "launch": "send _ into space|send _ into orbit|put _ into orbit",
        "announcement": "make _ public|make _ known|let _ be known|bring _ to light|lay _ bare|bring _ into the open",
        "leak": "put _ on the internet|put _ online|put _ on the net",
    },
    "disaster": {
        "rescue": "pull _ from|pull _ out|haul _ from|pull _ to safety|bring _ to safety|haul _ to safety|take _ off|"
        "fish _ out|fish _ from|dig _ out|cut _ free|pull _ free|pull _ alive|dig _ alive|pluck _ from|winch _ to|"
        "bring _ ashore|drill _ free",
        "salvage": "pull _ free|tow _ free|tow _ to|pull _ off",
        "evacuation": "move _ out|bring _ out|take _ to shelter|move _ to|take _ to safety|clear _ of|leave _ homes",
        "accident": "run aground|strike a reef|strike a rock|hit a reef|leave the road|leave the rails|jump the rails|"
        "jump the track|come off the|roll into|skid off|run on to|go off the|plunge into|crash into",
        "collapse": "come crashing|give way|bring _ crashing|come down|fall into the",
        "fire": "go up in flames|break out|burst into flames",
        "drought": "run dry|dry up",
        "blackout": "go dark|go off line|go offline|knock _ offline|knock _ out",
    },
    "end": {
        "collapse": "be gone",
        "closing": "be over|bring _ to a close|call _ off|put _ off|break _ up|break off|give up on|call a halt",
    },
    "contest": {
        "game": "knock _ out|see _ off|put _ out|send _ out|beat _ to|throw _ away",
        "prize": "take _ gold|take _ medal|take _ title|take _ cup|lift _ cup|lift _ trophy|carry _ off",
        "survival": "save _ from|stave off",
    },
    "discovery": {
        "find": "dig _ up|turn _ up|bring _ to light|come across|stumble on|stumble upon",
    },
    "contact": {
        "clash": "come to blows|open fire|use tear gas|fire tear gas|use gas|use batons|use water|turn water",
    },
}


@cache
def _patterns() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str, str], ...]]:
    """For each verb what follows at once, what follows the object, the group and the kind."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str, str]]] = {}
    for group, kinds in GAPPED.items():
        for kind, patterns in kinds.items():
            for pattern in patterns.split("|"):
                verb, *rest = pattern.split(" ")
                at = rest.index("_") if "_" in rest else len(rest)
                found.setdefault(verb, []).append((tuple(rest[:at]), tuple(rest[at + 1 :]), group, kind))
    return {verb: tuple(rows) for verb, rows in found.items()}


def verbs() -> frozenset[str]:
    """The verbs that such words complete."""
    return frozenset(_patterns())


def completed(lemma: str, after: Sequence[str], *, passive: bool = False) -> tuple[tuple[str, str], ...]:
    """The groups and kinds of a verb with the words (in lower case) after it; of a passive the object went before.

    >>> completed("send", "the governor home".split()), completed("send", "home on Monday".split(), passive=True)
    ((('politics', 'departure'),), (('politics', 'departure'),))
    """
    return tuple(
        dict.fromkeys(
            (group, kind)
            for at_once, later, group, kind in _patterns().get(lemma, ())
            if tuple(after[: len(at_once)]) == at_once and _follows(after, len(at_once), later, passive)
        )
    )


def _follows(after: Sequence[str], at: int, later: tuple[str, ...], passive: bool) -> bool:
    """Whether the last part stands behind the object, or for a passive at once."""
    if not later:
        return True
    width = len(later)
    if passive and tuple(after[at : at + width]) == later:
        return True
    for start in range(at + 1, at + MAX_GAP + 2):
        word = after[start - 1] if start <= len(after) else "."
        if not (word[0].isalnum() or word in "-’'"):
            return False
        if tuple(after[start : start + width]) == later:
            return True
    return False
