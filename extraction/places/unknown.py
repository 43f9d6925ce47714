"""Names that no gazetteer knows, and that a text uses as places: "A barn burned down in Obervik on Sunday."

The words around a name decide: a preposition that says where, nothing behind it that the name would describe, and no
sign anywhere in the article that it is somebody, an organisation, a language, an event or a work.
"""

from __future__ import annotations

import re

from extraction.places.gazetteer import fold
from extraction.places.people import TITLES, is_given, is_person

#: Words at an edge of a name of several words that say what kind of place it is: "Camp Hollis", "Brackwell Gorge".
SHAPES = frozenset(
    "camp mount mt lake fort port cape wadi tell jebel gorge ridge bay beach bridge creek falls forest harbour harbor "
    "heights hill hills island islands junction mountain mountains pass peak plains quay river "
    "strait village wood woods ferry canyon cove glen moor moors marsh marshes delta basin gulf fjord airport "
    "airfield crossing dam canal reservoir quarry".split()
)
WHERE = re.compile(
    r"(?i:(?<![\w-])(?P<cue>in|near|off|outside|inside|around|throughout|across|at|"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|miles|kilomet(?:er|re)s|km|outskirts|"
    r"coast|shore) (?:of|from|off))\s"
    r"(?:(?:(?:north|south|east|west)(?:-?east|-?west)?(?:ern)?|central|nearby|downtown|neighbou?ring|rural)\s)?)$"
)
WIDTH = 60
# "interest in", "a role in": what the word before asks for is no place.
ASKS = frozenset(
    "believe believed believes belief believing believer believers faith trust trusted confidence interest interested "
    "invest invested investing investment investments investor investors stake stakes share shares shareholder "
    "shareholders specialise specialised specialize specialized specializing expert experts expertise degree "
    "engage engaged engages delight delighted rejoice dressed clad written published spoken printed sung broadcast "
    "aired appeared appear appearance appearing starred stars starring role roles part versed fluent majoring majored "
    "results resulted resulting succeed succeeded success lessons taught courses class classes translated "
    "reported featured profiled quoted cited interview interviewed trading traded cast casting".split()
)
# Who is somewhere by their work: "an analyst at Voss", "worked at Voss".
EMPLOYED = re.compile(
    r"(?:\w(?:er|or|ist|man|men|woman|ian|ant|ee|ers|ors|ists|ants|ees)|\b(?:work(?:s|ed|ing)?|job|jobs|chief|head|"
    r"executive|executives|staff|colleagues|fellow|partner|aimed|directed|look(?:s|ed|ing)?|thrown|anger|star|affairs|research|anyone|someone|"
    r"nobody|was|were|is|are|percent|sales|revenue|profits?))$"
)
MOVING = re.compile(
    r"\b(?:travel\w*|dr[io]v\w+|sail\w*|fly|flew|flying|flown|flights?|march\w*|walk\w*|roads?|trains?|ferry|ferries|bus|"
    r"buses|convoys?|routes?|way|trips?|journeys?|highways?|mov(?:e|ed|ing)|railway|line|rode|marathon|fled|ran|raced?)\b"
)
# What stands in front of a name when it is a language, or behind it when it is described and not told.
LANGUAGES = frozenset(
    "english french german spanish italian portuguese russian arabic hebrew persian farsi pashto dari urdu hindi "
    "bengali punjabi tamil chinese mandarin cantonese japanese korean vietnamese thai malay turkish kurdish azeri "
    "greek latin dutch danish swedish norwegian finnish hungarian czech slovak polish romanian bulgarian serbian "
    "croatian ukrainian swahili hausa yoruba zulu afrikaans welsh gaelic basque catalan esperanto yiddish braille "
    "sanskrit aramaic".split()
)
# A name with one of these is an organisation, an event, a law, a belief or a work.
NO_PLACES = frozenset(
    "operation war wars cup games olympics league championship championships open festival conference summit "
    "agreement accord treaty act bill article chapter section series bowl round phase title amendment protocol "
    "convention constitution division group inc corp co ltd llc plc company corporation association council committee "
    "commission department ministry office agency institute foundation union bank party court university college "
    "school academy church army navy police force forces guard brigade battalion news times post press journal "
    "magazine herald tribune daily network tv radio television channel studios pictures records entertainment "
    "technologies systems capital partners holdings industries services energy airlines airways motors fc united club "
    "team teams house hall senate committee cabinet fund trust society project program programme initiative plan "
    "revolution uprising intifada spring awakening depression renaissance reformation age era century movement "
    "islam christianity judaism hinduism buddhism catholicism marxism communism capitalism facebook google youtube "
    "instagram tiktok whatsapp telegram wikipedia bitcoin bible quran koran torah gospel easter christmas heaven hell "
    "security administration exchange awards award prize tour chamber supreme super world congressional "
    "year pact republican republicans democrat democrats democratic".split()
)
OF_A_PEOPLE = re.compile(r"(?:ish|ese|ians?|ans|is|ism|ists?|crats?)$")
WORKS = re.compile(
    r"\b(?:actors?|actress|films?|movies?|plays?|played|novels?|roles?|starred|stars?|starring|premiered|characters?|"
    r"episodes?|scenes?|opera|ballet|musical|sang|sings|directed)\b"
)
# What may follow the name of a place; another small word shows that the name describes it ("in Boeing shares").
FOLLOWS = frozenset(
    "a an the and or but on in at near off for from to of by with as after before during since until till when where "
    "while because although though if that which who whose this last next late early earlier later yesterday today "
    "tonight tomorrow over into through under against about around between amid following killing injuring wounding "
    "leaving is are was were has have had will would could should may might did does do can said says also then again "
    "still now only just alone alongside along behind without within despite so than not both once more killed his her "
    "their its there no".split()
)
NEXT = re.compile(r"[ \n]+([a-z][\w-]*)")
SAYING = (
    "said|says|told|added|announced|argued|noted|wrote|tweeted|insisted|warned|claimed|replied|declared|admitted|"
    "thinks?|believes?|wants?|denied|denies"
)
SPEAKS = re.compile(
    rf"([A-Z][\w’'-]{{1,30}})(?:,[^,.\n]{{1,60}},)?\s(?:{SAYING})\b|\b(?:{SAYING})\s(?:[A-Z][\w’'-]{{1,30}}\s)?"
    r"([A-Z][\w’'-]{1,30})"
)
# "shares of Voss", "Voss's chief executive".
BUSINESS = re.compile(
    r"\b(?:chief executive|shares?|stocks?|stakes?|investors?|shareholders?|spokes\w+|chairman|chairwoman|boards?|"
    r"employees|analysts?|executives?|position|director|president|founder) (?:of|at|in|for|from) "
    r"([A-Z][\w-]{1,30})|([A-Z][\w-]{1,30})['’]s? (?:chief|shares?|stocks?|board|investors|shareholders|profits?|"
    r"revenue|customers|employees|favou?r|campaign)\b"
)
BETWEEN = re.compile(r"\bfrom (?:[A-ZÀ-Þ][\w’'-]{1,30} ){1,3}to $")
ONWARD = re.compile(r" to [A-ZÀ-Þ]")
ACRONYM = 5
# So many characters to either side are looked at for a headline.
HEADLINE = 200


def is_shaped(words: list[str]) -> bool:
    """Whether the folded words of a name say what kind of place it is: "Lake Tarn", but not "Delta Pact"."""
    return len(words) > 1 and (words[0] in SHAPES or words[-1] in SHAPES) and words[-1] not in NO_PLACES


class Usage:
    """How one article uses names: who speaks in it, which words it writes small, which lines are headlines."""

    def __init__(self, text: str, people: frozenset[str], words: frozenset[str]) -> None:
        self.text = text
        self.people = people
        self.words = words
        acting = [*SPEAKS.findall(text), *BUSINESS.findall(text)]
        self.acting = frozenset(fold(word) for match in acting for word in match if word)

    def is_place(self, start: int, end: int, possessive: bool, listed: bool) -> bool:
        """Whether the name at [start, end) is used as a place there; `listed`: a list of places goes on with it."""
        name = self.text[start:end]
        if possessive or self.text[end : end + 1] in ("'", "’", "-"):
            return False
        if not self.may_be(name) or self._in_title_case(start, end):
            return False
        lead = self.text[max(0, start - WIDTH) : start]
        where = WHERE.search(lead)
        if not (listed or self._on_the_way(lead, end) or (where and self._says_where(where, lead))):
            return False
        after = NEXT.match(self.text, end)
        return after is None or after[1] in FOLLOWS or after[1].endswith("ly")

    def _says_where(self, where: re.Match[str], lead: str) -> bool:
        """Whether the preposition says where, and is not asked for by the word before it or by somebody's work."""
        before = lead[: where.start()].rstrip()
        word = before.rsplit(None, 1)[-1] if before else ""
        if word.lower() in ASKS or WORKS.search(re.split(r"[.!?]\s", lead)[-1]):
            return False
        # "at" stands before the names of firms as often: "Anna Berg at Voss", "At Voss, ..."
        return where["cue"] != "At" and (where["cue"] != "at" or (word.islower() and not EMPLOYED.search(word)))

    def _on_the_way(self, lead: str, end: int) -> bool:
        """Whether a name stands in "from Obervik to Lamka" where somebody or something moves."""
        if not MOVING.search(lead):
            return False
        return BETWEEN.search(lead) is not None or (lead.endswith("from ") and bool(ONWARD.match(self.text, end)))

    def may_be(self, name: str) -> bool:
        """Whether nothing in the name or elsewhere in the article says that it is somebody or something else."""
        words = fold(name).split()
        if not words or is_person(name) or is_given(name):
            return False
        if NO_PLACES.intersection(words) or words[0] in TITLES or words[-1] in LANGUAGES or words[-1].isdigit():
            return False
        if name.isupper() and len(name) <= ACRONYM:
            return False  # "NATO"
        if words[-1] in self.people or words[-1] in self.acting or (len(words) == 1 and words[0] in self.words):
            return False
        return OF_A_PEOPLE.search(words[-1]) is None or words[-1] in SHAPES

    def _in_title_case(self, start: int, end: int) -> bool:
        """Whether the line is a headline whose words are all capitalised: there a capital tells nothing."""
        first = self.text.rfind("\n", max(0, start - HEADLINE), start) + 1 or max(0, start - HEADLINE)
        last = self.text.find("\n", end, end + HEADLINE)
        rest = self.text[end : last if last >= 0 else end + HEADLINE]
        if rest.rstrip("\"'”’) ").endswith((".", "!", ";", ":")):
            return False
        long = [word for word in (self.text[first:start] + rest).split() if len(word) > 3 and word[0].isalpha()]
        return len(long) > 2 and 2 * sum(word[0].isupper() for word in long) > len(long)
