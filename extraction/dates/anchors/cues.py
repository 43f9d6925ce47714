"""Words that tell whether a date lies ahead or behind."""

from __future__ import annotations

#: How many words a verb of the past may stand from the date that it surely tells of.
GOVERNED = 4
#: Words between which it stands in another clause than the date.
CLAUSES = frozenset(
    "that which who whose when as before after ahead until while where because and but though although with".split()
)
#: How many words "is leaving" may stand before the day on which somebody leaves, and "is facing" what is to come.
ARRANGING, FACING = 6, 14
LOOKING_FORWARD = frozenset("facing preparing heading bracing gearing competing running awaiting".split())
#: "The judge set Friday for sentencing"; "which reports earnings on Thursday".
FIXING = frozenset("set fixed scheduled chose picked".split())
RESULTS = frozenset("results earnings sales profit profits figures".split())
#: What is held on a day that is known before: "which holds its caucus on Saturday".
HOLDING = frozenset("holds hold stages".split())
EVENTS = frozenset(
    "primary primaries caucus caucuses election elections runoff vote referendum contest contests meeting convention "
    "congress summit debate hearing conference rally parade ceremony".split()
)

FUTURE = frozenset(
    "will shall won upcoming looming scheduled slated expected expects expect due planned planning plans forthcoming "
    "intends hopes hope plan intend aims awaits effective payable expires matures poised would ll deadline must".split()
)
#: Those that look ahead from the day of writing itself.
WILL = frozenset("will shall won ll must".split())
#: Words that look ahead only with "to" after them ("plans to open"), since some are nouns too ("his plan in May").
NEEDS_TO = frozenset("plans plan expects expect intends intend hopes hope aims poised".split())
#: What stands before the end of a time: "until Friday" lies ahead, unless it opens the sentence or is denied.
LIMITS = frozenset({"until", "till", "by"})
#: What is put off until a day is to come, though it was put off: "was postponed until Monday".
PUT_OFF = frozenset(
    "postponed delayed adjourned suspended extended deferred recessed off rescheduled remanded held closed shut barred "
    "banned grounded".split()
)
#: Verbs of bidding and promising: what somebody "agreed to", "was told to" do on a day is to come.
BIDDING = frozenset(
    "agreed invited ordered told urged asked summoned subpoenaed required vowed promised pledged called".split()
)
#: "They called for a strike on Thursday": what is called for is to come.
CALLING = frozenset("call calls called calling".split())
PROTESTS = frozenset(
    "strike strikes protest protests march marches rally rallies demonstration demonstrations walkout boycott vigil "
    "election elections vote meeting".split()
)
#: Verbs of what went on for a time: "he remained there until June" tells of a June that is over.
LASTED = frozenset(
    "remained ran stayed lived served worked ruled reigned continued lasted waited taught resided paid".split()
)
#: What numbers did: "the toll rose to 61 by Monday" is over, while what people did by a day may be to come.
MOVING = frozenset(
    "rose fell grew climbed dropped slipped jumped swelled dwindled shrank surged soared reached topped increased "
    "decreased declined doubled tripled spread eased recovered risen fallen grown swollen shrunk".split()
)
#: Verbs of going and bringing, after which "to" opens a place: "had fled to Jordan by Monday" is over.
GOING = frozenset(
    "fled gone returned travelled traveled flown driven spread withdrawn retreated escaped retired defected come "
    "sailed fallen advanced emigrated relocated crossed sunk climbed risen marched headed sped".split()
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
UNSAID = frozenset("say comment discuss confirm deny elaborate respond disclose identify specify reveal".split())
#: "planned for Saturday was canceled": what did not come about was to come about then.
OFF = frozenset("canceled cancelled postponed scrapped".split())
#: Between a verb of the past and the date these open what may be to come: "was asked to testify on Feb. 10".
OPENING = frozenset("to for through between now deadline before".split())
#: "set to", "is to", "are to", "going to": the word before "to".
BEFORE_TO = frozenset(
    "is are was were going set wants want ready about likely unlikely favored projected certain sure need needs "
    "have has pace track course".split()
)
PAST = frozenset(
    "was were had did said told saying says reported announced came went took made began became killed held met "
    "added called ended closed fell rose sold bought left lost found gave got kept knew led put ran saw sent set "
    "spoke stood struck thought wrote been since broke brought fought grew hit paid shot spent according flew "
    "drove rode wore chose drew threw blew swore tore froze stole awoke bore bent bled burst clung crept dealt "
    "dug drank ate felt fled forbade forgot forgave hung heard hid knelt leapt learnt lent lit meant overcame "
    "rang sank sang sat slid slept shook shone shrank slew sped sprang stuck stung swam swept swung taught "
    "understood undertook underwent withdrew woke wept wound taken begun fallen written slain chosen "
    "arose built caught fed foresaw laid mistook overthrew overtook quit showed slung sought spat "
    "spun strove trod undid upheld withheld withstood wove wasn weren hadn".split()
)
REPORTING = frozenset("said told saying says reported announced according added called noted stated".split())
#: What may be: "may be settled on March 6" looks ahead, "may have been" and "could not be reached" back.
MODALS = frozenset({"may", "might", "could", "should"})
#: "could be reached", "nobody could see it" tell of what was, or was not, possible.
FOUND = frozenset("reached located found seen heard felt".split())
NEGATIONS = frozenset("neither nobody nor none no never hardly barely".split())
#: Verbs that, in the present with a day right after them, tell of what is arranged: "They meet Monday".
ARRANGED = frozenset(
    "meets opens begins starts resumes convenes arrives expires reopens holds hosts launches returns retires departs "
    "airs concludes premieres debuts ends plays speaks testifies travels faces".split()
)
#: Verbs that in the present tell of what is arranged though other words stand between: "flies to Kenya on Sunday". No
#: verbs of captions, in which the present is that of the picture ("speaks at a rally Tuesday").
PRESENT = frozenset(
    "faces hosts opens begins starts resumes convenes meets returns retires flies hears turns decides votes "
    "visits kicks runs takes expires reopens debuts premieres airs launches ends comes goes leaves arrives "
    "departs looms".split()
)
#: The same in the plural, after a subject in -s: "lawmakers return to work Monday".
PRESENT_PLURAL = frozenset(
    "face host open begin start resume convene meet return retire fly hear decide vote visit expire premiere debut "
    "launch head go reopen travel".split()
)
#: The same as participles: "with polls opening on Sunday".
ARRANGED_ING = frozenset(
    "opening beginning starting resuming convening meeting voting expiring closing reopening arriving returning "
    "retiring departing launching ending holding deciding".split()
)
#: What teams do to one another on a day that is known before, and what follows these where they are no such verbs.
FIXTURES = frozenset("play face meet host".split())
NO_OBJECT = frozenset("on in at of for to with by from off up down out and or , until through after before as".split())
#: Behind these, so many words on, nobody plays yet: "saw Chelsea play Leeds".
WATCHING, WATCHED = frozenset("saw see seen watch watched watching heard let made helped".split()), 4
#: Words in -s that are no plural subject.
NOT_SUBJECTS = frozenset("this does always perhaps across towards thus unless news business congress press".split())
#: After these a verb has its base form, so that "could hit" tells no past.
BEFORE_BASES = frozenset(
    "be to can not are is being could will would may might must should shall ll cannot did didn".split()
)
#: Between "is" and its day: "kickoff is at 1 p.m. Sunday".
CLOCK_WORDS = frozenset(". : p m a am pm at noon midnight et est edt cst cdt on".split()) | {f"{n}" for n in range(61)}
#: The same in the plural, where no word before shows another form of the verb ("agreed to meet", "did meet").
ARRANGED_PLURAL = frozenset({"meet", "convene"})
#: Before these words in -s they are nouns: "the returns Monday".
NOT_PRESENT = frozenset("the a an its his her their our my your s of in two three four all no and to".split())
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
#: What may stand between the beginning of a clause and its date.
BEFORE_DATES = frozenset("on by in late early at before from the".split())
#: What opens a clause.
CONJUNCTIONS = frozenset("and but or that if when while because as where though although so said says say then".split())
DEGREES = frozenset("more most less least very so".split())
#: Abbreviations whose full stop ends no sentence, beside single letters.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt rev hon st sr jr vs no inc corp co ltd jan feb mar "
    "apr jun jul aug "
    "sep sept oct nov dec est edt".split()
)
