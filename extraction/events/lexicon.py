"""Words for happenings: verbs and nouns, by the kind of thing that they report.

Our own table, made for general news. `strong` verbs are things that happen at a moment and that somebody
would put on a timeline ("killed", "signed"): they make an event even without a date. `weak` ones are as often
habits, states or opinions ("increased", "moved"): they need a date in their clause.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from extraction.events.gapped import verbs as completed_verbs
from extraction.events.inflection import Form, inflected, irregular
from extraction.events.noun_classes import FURTHER_NOUNS, FURTHER_PHRASES, LOOSE_NOUNS
from extraction.events.verb_classes import GRADUAL, SUDDEN

Strength = Literal["strong", "weak"]


class Reading(NamedTuple):
    """One way to read a word form: of which verb, and which of its forms."""

    lemma: str
    form: Form


class Kind(NamedTuple):
    """What a verb or noun reports. `group` names the kind of happening; two mentions of one event share it."""

    group: str
    strength: Strength


STRONG_VERBS = {
    "violence": (
        "attack kill injure wound bomb shell shoot stab ambush assassinate murder execute behead torture "
        "rape clash raid storm besiege invade bombard hijack abduct kidnap detonate explode strike hit "
        "massacre assault torch ransack loot gun slay fire fight repel oust defeat topple overthrow liberate "
        "recapture retake capture seize occupy overrun expel evacuate down crush rout cripple sabotage "
        "vandalize vandalise poison drown burn attempt fall rob mug lynch smuggle bludgeon strangle "
        "suffocate trample maul firebomb pelt electrocute hospitalize hospitalise hurt raze"
    ),
    "justice": (
        "arrest detain jail imprison sentence convict acquit indict charge sue extradite deport pardon fine "
        "prosecute summon interrogate release free apprehend nab investigate try subpoena exonerate ban "
        "outlaw suspend sanction blacklist impound confiscate overturn revoke incarcerate rearrest remand "
        "bar forbid prohibit disqualify annul quash uphold license penalise penalize expropriate evict"
    ),
    "death": ("die perish succumb bury mourn cremate"),
    "contact": "meet visit host receive greet hug confer brief marry wed divorce",
    "politics": (
        "pass approve adopt ratify enact repeal veto reject overturn vote elect appoint nominate inaugurate "
        "resign dismiss sack depose impeach dissolve declare proclaim announce unveil recognize recognise "
        "nationalize nationalise abolish legalize legalise postpone cancel reinstate swear impose lift block "
        "endorse oust rule order authorize authorise secede unseat reelect abdicate crown scrap "
        "choose"
    ),
    "agreement": (
        "sign agree conclude broker ink negotiate cede mediate sever normalize normalise withdraw accede "
        "reunite reconcile"
    ),
    "start": (
        "launch found establish form create open inaugurate introduce deploy dispatch send publish issue award "
        "grant stage hold begin start erect install"
    ),
    "end": (
        "topple capsize crumble overturn rupture burst disintegrate close shut disband dismantle collapse "
        "demolish destroy sink derail crash halt abandon surrender flee escape cease end quit collide vanish "
        "disappear"
    ),
    "business": (
        "acquire buy sell merge bankrupt invest donate bid purchase privatise privatize outbid hire auction "
        "float devalue"
    ),
    "protest": "protest demonstrate riot rally march boycott picket strike",
    "discovery": (
        "discover find uncover unearth detect recover intercept thwart foil rescue excavate salvage retrieve"
    ),
    "disaster": (
        "erupt flood devastate ravage displace quake engulf damage inundate submerge swamp wreck gut leak "
        "spill flatten batter uproot strand infect contaminate pollute quarantine paralyse paralyze"
    ),
    "contest": (
        "win lose beat defeat score clinch honour honor triumph trounce thrash overcome eliminate relegate outplay"
    ),
}
WEAK_VERBS = {
    "change": (
        "increase decrease rise fall drop grow decline surge soar plunge intensify escalate expand shrink double "
        "triple become gain slow jump climb slip slump tumble ease rebound reorganize reorganise regroup resurge "
        "weaken deteriorate improve cut raise reduce boost"
    ),
    "movement": (
        "arrive leave return travel depart land move advance retreat enter reach join come go relocate cross fly "
        "migrate drive sail flock"
    ),
    "control": "control take hold rule govern lead head command",
    "other": (
        "train finance fund build construct complete finish name replace promote transfer hand deliver "
        "produce record report release restore resume suspend extend renew expire mark celebrate commemorate "
        "serve graduate emerge appear happen occur break contain carry conduct ensue file submit present "
        "play perform face cost offer provide supply give show bring make set put turn get draw spread "
        "contract test speak address discuss talk chair attend gather convene change switch convert rename "
        "transform target follow force threaten trigger spark prompt cause participate scan patrol search "
        "recruit mobilize mobilise arm disarm exchange swap share settle retire clear shed ground pick "
        "select identify trace qualify edge upset tie retain trade list measure delay defer reopen restart "
        "step pay remove shake slide freeze split"
    ),
}
NOUNS = {
    "change": "increase decrease rise drop cut decline reduction surge",
    "violence": (
        "attack assault bombing shooting killing murder assassination massacre ambush raid strike airstrike "
        "offensive invasion clash skirmish battle explosion blast abduction kidnapping hijacking siege war "
        "fighting operation coup incursion execution beheading stabbing shelling seizure capture liberation "
        "defeat expulsion ouster overthrow uprising rebellion mutiny genocide firefight gunfight crackdown "
        "fall robbery breach burglary theft heist manhunt shootout gunfire bombardment lynching stampede "
        "hostage-taking poisoning jailbreak mugging detonation hold-up arson beating scuffle brawl hack "
        "break-in standoff insurrection putsch rampage vandalism looting disappearance escape sabotage "
        "blockade breakout break-out carnage bloodshed bloodbath slaughter slaying onslaught gunbattle knifing "
        "slashing pogrom purge salvo barrage sweep atrocity reprisal hacking cyberattack cyber-attack swoop roundup "
        "round-up kidnap rout intrusion hit-and-run torture rape decapitation stoning confrontation"
    ),
    "justice": (
        "arrest detention trial conviction sentencing indictment extradition release imprisonment hearing "
        "verdict lawsuit ruling acquittal retrial pardon deportation eviction suspension ban sentence "
        "decision judgment judgement injunction amnesty plea inquest jailing prosecution rearrest clemency "
        "reprieve disqualification confiscation"
    ),
    "death": "death funeral burial suicide drowning birth coronation passing demise cremation",
    "contact": (
        "meeting visit summit talks conference ceremony wedding concert festival premiere parade encounter "
        "reunion congress handshake debate session speech interview briefing reception gathering gala "
        "exhibition trip tour negotiation discussion reconciliation exchange swap pilgrimage screening "
        "performance"
    ),
    "politics": (
        "election vote referendum resignation appointment inauguration impeachment dismissal ratification "
        "announcement declaration adoption plebiscite ballot poll ousting swearing-in dissolution handover "
        "primary caucus runoff reshuffle abdication departure exit retirement approval passage endorsement "
        "rejection veto nomination reelection secession annexation unification reunification cancellation "
        "postponement sacking firing removal defection abolition lifting investiture enthronement proclamation "
        "recognition censure demotion promotion reinstatement"
    ),
    "agreement": (
        "agreement deal treaty ceasefire truce accord withdrawal signing armistice pullout pact compromise settlement"
    ),
    "start": (
        "launch establishment formation creation deployment founding opening unveiling debut kick-off "
        "lift-off landing reopening resumption publication flotation discovery find sighting detection "
        "breakthrough rollout roll-out introduction flight take-off blast-off splashdown touchdown arrival homecoming "
        "return"
    ),
    "end": (
        "collapse closure destruction surrender demolition shutdown sinking capsizing closing breakup "
        "breakdown toppling failure scrapping abandonment"
    ),
    "business": (
        "merger acquisition takeover bankruptcy insolvency buyout purchase sale layoff default bailout "
        "devaluation transfer auction recall privatisation privatization nationalisation nationalization "
        "downgrade hike"
    ),
    "protest": "protest demonstration riot rally march strike boycott walkout stoppage sit-in vigil lockout",
    "disaster": (
        "earthquake flood hurricane storm fire crash eruption outbreak tsunami wildfire collision accident "
        "disaster derailment landslide avalanche flooding blackout blaze quake aftershock spill tremor "
        "cyclone typhoon tornado mudslide leak pile-up inferno rockfall shipwreck outage break crush drought "
        "heatwave hailstorm snowfall snowstorm thunderstorm downpour twister cloudburst deluge epidemic "
        "pandemic evacuation rescue stampede meltdown tragedy catastrophe cave-in hail blizzard landslip slide mudflow "
        "rockslide capsize smash plunge inundation contamination cull culling slump conflagration firestorm calamity "
        "crash-landing blowout grounding"
    ),
    "contest": (
        "match race tournament victory defeat win derby final semi-final semifinal quarter-final triumph "
        "bout game marathon relegation play-off playoff showdown contest draw knockout upset comeback"
    ),
}
# Words that together report a happening, where the verb alone may not, and its group.
PHRASES: dict[tuple[str, str], str] = {
    ("give", "way"): "disaster", ("break", "out"): "violence", ("break", "into"): "violence",
    ("take", "place"): "start", ("run", "over"): "violence", ("bring", "down"): "violence",
    ("hold", "up"): "violence", ("blow", "up"): "violence", ("set", "off"): "violence", ("open", "fire"): "violence",
    ("call", "off"): "end", ("step", "down"): "politics", ("break", "down"): "end", ("take", "over"): "politics",
    ("pull", "out"): "agreement", ("stop", "work"): "protest", ("walk", "out"): "protest", ("shut", "down"): "end",
    ("go", "off"): "violence", ("burn", "down"): "disaster", ("turn", "down"): "politics",
    ("carry", "out"): "start", ("set", "up"): "start", ("go", "bankrupt"): "business", ("go", "into"): "start",
    ("come", "down"): "disaster", ("take", "part"): "contact", ("take", "office"): "politics",
    ("hand", "over"): "agreement", ("put", "out"): "end", ("throw", "out"): "politics", ("go", "on"): "start",
    ("return", "to"): "movement", ("come", "into"): "politics", ("be", "on strike"): "protest",
    ("go", "on strike"): "protest", ("down", "tools"): "protest", ("walk", "off"): "protest",
    ("go", "bust"): "business",
    ("file", "for"): "business", ("lose", "to"): "contest", ("go", "under"): "end", ("cave", "in"): "disaster",
    ("make", "landfall"): "disaster", ("come", "ashore"): "disaster", ("claim", "responsibility"): "politics",
    ("sweep", "through"): "disaster", ("sweep", "away"): "disaster", ("touch", "down"): "movement",
    ("lay", "off"): "business", ("take", "hostage"): "violence", ("strike", "down"): "politics",
    ("plead", "guilty"): "justice", ("come", "first"): "contest", ("file", "a"): "justice",
    ("come", "second"): "contest", ("come", "third"): "contest", ("run", "aground"): "disaster",
    ("kick", "off"): "start", ("break", "ground"): "start", ("go", "missing"): "disaster", ("go", "public"): "business",
    ("knock", "out"): "contest", ("tear", "through"): "disaster", ("rip", "through"): "disaster",
    ("tear", "down"): "end", ("pull", "down"): "end", ("wash", "away"): "disaster", ("catch", "fire"): "disaster",
    ("bow", "out"): "contest", ("crash", "out"): "contest", ("team", "up"): "agreement", ("sell", "off"): "business",
    ("bail", "out"): "business", ("vote", "down"): "politics", ("pass", "away"): "death",
    ("lose", "control"): "disaster", ("plough", "into"): "disaster", ("plow", "into"): "disaster",
    ("slam", "into"): "disaster", ("set", "fire"): "violence", ("mow", "down"): "violence",
    ("round", "up"): "justice", ("break", "up"): "end", ("hand", "down"): "justice", ("dig", "up"): "discovery",
    ("put", "off"): "end", ("lift", "off"): "start", ("blast", "off"): "start", ("take", "effect"): "politics",
    ("come", "into force"): "politics", ("enter", "into force"): "politics", ("give", "up"): "end",
    ("part", "with"): "politics", ("part", "ways"): "politics", ("get", "under way"): "start",
}  # fmt: skip
_CORE_PHRASE_VERBS = frozenset(verb for verb, _ in PHRASES)
PHRASES |= {
    (phrase.partition(" ")[0], phrase.partition(" ")[2]): group
    for group, phrases in FURTHER_PHRASES.items()
    for phrase in phrases.split("|")
    if (phrase.partition(" ")[0], phrase.partition(" ")[2]) not in PHRASES
}
#: What says that something happened and may be true or not.
REPORTS = frozenset(
    "claim claims report reports allegation allegations accusation accusations rumour rumours rumor rumors suggestion "
    "suggestions assertion assertions charge charges suspicion suspicions".split()
)
# Verbs that say nothing but that their noun happened: "carried out a raid", "held talks".
LIGHT_VERBS = frozenset(
    "carry conduct launch stage hold make mount take begin start lead host undertake wage perform "
    "reach strike seal".split()
)
# What people do with words and thoughts. These make statements, which are found elsewhere, and no events.
SPEECH_VERBS = frozenset(
    "say tell add note stress state warn claim argue explain insist emphasize emphasise highlight mention "
    "reiterate comment remark reply respond ask write observe describe call hail praise welcome condemn criticize "
    "criticise denounce deny confirm reveal report suggest hope believe think know see feel expect fear want need "
    "like hate love seem appear consider regard understand acknowledge admit concede recall read quote cite point "
    "underline underscore pledge vow promise urge demand appeal predict estimate assess thank congratulate "
    "express voice allege accuse blame maintain declare assert affirm contend testify tweet post speak talk "
    "discuss answer advise conclude agree".split()
)
# Verbs of states: never an event, even where a date stands beside them.
STATIVE_VERBS = frozenset(
    "be have do remain stay exist live lie stand belong include contain consist depend own possess continue keep "
    "relate concern mean matter resemble equal cost weigh last need want believe know think hope like love hate "
    "seem appear look sound deserve lack require tend let help enable allow try seek aim intend plan "
    "expect hesitate wish wonder suppose base regard relate stem vary stretch range border share serve work "
    "enjoy represent reflect show indicate prove await wait involve associate suffer struggle focus rely account "
    "support oppose favor favour".split()
)
# Of those, the ones that make an event of a clause when they bear the whole report.
ANNOUNCING_VERBS = frozenset("declare announce proclaim agree conclude".split())

# Verbs (or what follows "be") that colour the infinitive after them: it happened, it is to happen, it did not, it goes
# on. After any other verb ("want", "urge") it stays open whether it happened.
HAPPENED = frozenset("manage begin start able go proceed move come help".split())
AHEAD = frozenset(
    "expect schedule plan set due slate poise prepare intend agree decide vow pledge promise arrange bind about".split()
)
FAILED = frozenset("fail refuse decline unable".split())
LASTING = frozenset("continue keep tend use".split())


@cache
def verb_forms() -> dict[str, tuple[Reading, ...]]:
    """Every form of every verb of the tables, in lower case, and how it can be read."""
    odd = irregular()
    lemmas = {*kinds(), *SPEECH_VERBS, *STATIVE_VERBS, *odd, *HAPPENED, *AHEAD, *FAILED, *LASTING}
    lemmas |= {verb for verb, _ in PHRASES} | completed_verbs()
    lemmas -= {"able", "unable", "due", "about"}
    found: dict[str, list[Reading]] = {}
    for lemma in sorted(lemmas):
        if lemma.endswith("ise") and f"{lemma[:-3]}ize" in lemmas:
            continue  # another spelling, which its forms hold
        for form, word in inflected(lemma, *odd.get(lemma, ())[1:]):
            found.setdefault(word, []).append(Reading(lemma, form))
    for word, lemma in {"burned": "burn", "beat": "beat"}.items():
        found.setdefault(word, []).append(Reading(lemma, "part"))
    # "found" is the past of "find" far more often than the base of "found", and "fell" is never a tree's.
    found["found"] = [Reading("find", "past"), Reading("find", "part")]
    return {word: tuple(readings) for word, readings in found.items()}


@cache
def kinds() -> dict[str, Kind]:
    """What each verb of the tables reports; a verb in several rows is of the first."""
    found: dict[str, Kind] = {}
    tables: tuple[tuple[dict[str, str], Strength], ...] = (
        (STRONG_VERBS, "strong"), (WEAK_VERBS, "weak"), (SUDDEN, "strong"), (GRADUAL, "weak"),
    )  # fmt: skip
    for table, strength in tables:
        for group, words in table.items():
            for lemma in words.split():
                if table in (SUDDEN, GRADUAL) and lemma in SPEECH_VERBS:
                    continue  # a class holds verbs that say ("confirm", "urge") beside those that do
                found.setdefault(lemma, Kind(group, strength))
    return found


@cache
def further_verbs() -> frozenset[str]:
    """The verbs that only `verb_classes` and `noun_classes` hold: their present forms are more often nouns."""
    core = {verb for table in (STRONG_VERBS, WEAK_VERBS) for words in table.values() for verb in words.split()}
    core |= SPEECH_VERBS | STATIVE_VERBS | _CORE_PHRASE_VERBS
    return frozenset({*kinds(), *(verb for verb, _ in PHRASES), *completed_verbs()} - core)


@cache
def noun_kinds() -> dict[str, Kind]:
    """What each event noun reports, singular and plural, in lower case."""
    found: dict[str, Kind] = {}
    for group, words in (*NOUNS.items(), *FURTHER_NOUNS.items()):
        for noun in words.split():
            further = noun in LOOSE_NOUNS and words is not NOUNS.get(group)
            found.setdefault(noun, Kind(group, "weak" if further else "strong"))
            plural = noun + ("es" if noun.endswith(("s", "sh", "ch")) else "s")
            if noun.endswith("y") and noun[-2] not in "aeiou":
                plural = noun[:-1] + "ies"
            found.setdefault(plural, Kind(group, "weak"))
    return found
