"""Words that tell whether a date lies ahead or behind."""

from __future__ import annotations

#: How many words a verb of the past may stand from the date that it surely tells of.
GOVERNED = 4
#: Words between which it stands in another clause than the date.
CLAUSES = frozenset(
    "that which who whose when as before after ahead until while where because and but though although with".split()
)
#: How many words "is leaving" may stand before the day on which somebody leaves.
ARRANGING = 6

FUTURE = frozenset(
    "will shall won upcoming scheduled slated expected expects expect due planned planning plans forthcoming intends "
    "hopes hope plan intend aims awaits effective payable expires matures poised would ll deadline".split()
)
#: Words that look ahead only with "to" after them ("plans to open"), since some are nouns too ("his plan in May").
NEEDS_TO = frozenset("plans plan expects expect intends intend hopes hope aims poised".split())
#: What stands before the end of a time: "until Friday" lies ahead, unless it opens the sentence or is denied.
LIMITS = frozenset({"until", "till", "by"})
#: Verbs of what went on for a time: "he remained there until June" tells of a June that is over.
LASTED = frozenset(
    "remained stayed lived served worked ruled reigned continued lasted waited taught resided paid".split()
)
#: Verbs after which "by Friday" lies ahead: "must leave by Friday".
TO_COME = frozenset("must should will would can could may might shall due ll".split())
#: "the results of Tuesday's vote", "in the wake of Friday's raid": these follow what happened.
CONSEQUENCES = frozenset("result results outcome aftermath wake events consequences".split())
#: "in the run-up to Tuesday's vote", "ahead of Friday": what is looked forward to.
LEADING = frozenset("ahead run lead heading going headed".split())
#: What nobody plans, or what has come out: "after Tuesday's attack", "her victory on Tuesday will help" look back.
UNPLANNED = frozenset(
    "attack attacks shooting shootings killing killings slaying massacre bombing bombings blast explosion crash "
    "accident earthquake quake storm fire collapse death deaths murder arrest arrests victory victories win wins "
    "loss losses defeat defeats outcome ruling verdict decision announcement remark remarks comment comments tweet "
    "statement resignation flood blaze breach break derailment landslide avalanche robbery stampede spill outage "
    "blackout riot riots clashes".split()
)
#: Before a noun these show it to be known; "a victory on Tuesday" may only be hoped for.
KNOWN = frozenset("the its his her their our my your this that these those s deadly".split())
#: "would not say Tuesday": the refusal is what was told.
UNSAID = frozenset("say comment discuss confirm elaborate respond disclose identify specify reveal".split())
#: "planned for Saturday was canceled": what did not come about was to come about then.
OFF = frozenset("canceled cancelled postponed scrapped".split())
#: Between a verb of the past and the date these open what may be to come: "was asked to testify on Feb. 10".
OPENING = frozenset("to for through between now deadline before".split())
#: "set to", "is to", "are to", "going to": the word before "to".
BEFORE_TO = frozenset("is are going set wants want ready about likely".split())
PAST = frozenset(
    "was were had did said told saying says reported announced came went took made began became killed held "
    "met added called "
    "ended closed fell rose sold bought left lost found gave got kept knew led put ran saw sent set "
    "spoke stood struck thought wrote been since broke brought fought grew hit paid shot spent according".split()
)
REPORTING = frozenset("said told saying says reported announced according added called noted stated".split())
#: What may be: "may be settled on March 6" looks ahead, "may have been" back.
MODALS = frozenset({"may", "might"})
#: Verbs that, in the present with a day right after them, tell of what is arranged: "They meet Monday".
ARRANGED = frozenset(
    "meets opens begins starts resumes convenes arrives expires reopens holds hosts launches returns retires departs "
    "airs concludes premieres debuts ends plays speaks testifies travels faces".split()
)
#: The same in the plural, where no word before shows another form of the verb ("agreed to meet", "did meet").
ARRANGED_PLURAL = frozenset({"meet", "convene"})
VOTING = frozenset("go goes head heads".split())
NOT_PLURAL = frozenset("to did didn would could should a the not t and".split())
#: Before "if" these ask, and the condition is none.
ASKING = frozenset(
    "ask asked asking asks wonder wondered wondering know knew knows say see sure clear unclear as".split()
)
#: Words in -ed that tell no past.
NOT_VERBS = frozenset(
    "succeed exceed proceed indeed speed breed bleed hundred sacred naked unprecedented need feed seed deed weed freed "
    "greed heed reed shed sled bred".split()
)
#: What stands before a noun: "from a fiscal year to a calendar year" opens nothing.
BEFORE_NOUNS = frozenset("the a an its his her their our my your this that these those all both each some".split())
DEGREES = frozenset("more most less least very so".split())
#: Abbreviations whose full stop ends no sentence, beside single letters.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt rev hon st sr jr vs no inc corp co ltd jan feb mar "
    "apr jun jul aug "
    "sep sept oct nov dec est edt".split()
)
