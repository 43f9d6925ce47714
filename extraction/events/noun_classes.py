"""Nouns of happenings by class of meaning, and verbs that tell one together with the words after them."""

from __future__ import annotations

#: Broader than the core of `lexicon`: each class is listed whole.
FURTHER_NOUNS = {
    "violence": (
        "affray aggression annihilation altercation backlash bombardment bombshell brutality bust "
        "butchery carjacking clampdown conquest counterattack counter-attack counteroffensive desecration "
        "dispersal drive-by encroachment execution extermination extortion feud fighting fray fracas "
        "gunfire hostilities infiltration insurgency jostling kneecapping maiming mauling melee mobbing mutilation "
        "persecution pillage plunder ransacking repression revolt revolution riot "
        "rocketing savagery scuttling seizure shoot-out skyjacking smuggling spree strafing "
        "suppression swindle theft torching trespass tussle "
        "usurpation violation wounding putsch defection desertion attempt revenge retribution vengeance retaliation "
        "takeover capture encirclement breakthrough gunshot gunshots shots salvo volley "
        "hostage-taking sit-down"
    ),
    "justice": (
        "adjournment apprehension arraignment clearance committal commutation condemnation "
        "confinement damages discharge dragnet embargo exoneration expropriation "
        "fine forfeiture grounding impoundment incarceration indemnity indictment injunction inquiry "
        "internment interrogation investigation inquest ordeal parole penalty petition probation questioning "
        "quashing remand repatriation repeal reprimand restitution search sequestration settlement subpoena "
        "summons testimony acquittals rearrest wiretap"
    ),
    "death": "assassination bereavement commemoration decease fatality interment starvation stillbirth wake",
    "contact": (
        "apology banquet broadcast celebration commemoration "
        "commencement condolence consultation convention convocation conclave dinner embrace "
        "engagement enquiry exchange farewell festivities fundraiser handshake inspection "
        "introduction invitation jamboree jubilee lecture lunch overture picnic "
        "pilgrimage plea procession proposal rapprochement rehearsal rendezvous requiem rite roadshow roundtable "
        "seminar serenade sitting sojourn stopover symposium toast tribute unveiling welcome workshop"
    ),
    "politics": (
        "accession adjournment amendment ascent assent by-election canonisation canonization capitulation "
        "concession confirmation conferment coronation decree decision delisting deselection devolution "
        "disbandment disqualification disclosure dissent ejection elevation emancipation enactment "
        "enlargement expulsion filibuster incorporation installation "
        "legalisation legalization mobilisation mobilization moratorium "
        "overhaul partition pledge promulgation prorogation purge reappointment recess reform "
        "repudiation revocation round schism secession showdown split "
        "succession suffrage takeover unbanning vow choice selection naming desertion walk-out "
        "re-election co-option unseating swing u-turn climbdown backdown stepping-down"
    ),
    "agreement": (
        "bargain convention disengagement "
        "engagement entente memorandum normalisation normalization pledge rapprochement "
        "reconciliation rejection renewal contract alliance mediation arbitration swap handover "
    ),
    "start": (
        "activation ascent commissioning conception creation "
        "dedication departure dispatch docking emergence erection groundbreaking inception initiation "
        "installation introduction invention kickoff laying onset premiere reactivation relaunch "
        "rendezvous restart restoration resumption revival sail setup spacewalk start unbundling"
    ),
    "end": (
        "abandonment abolition annihilation bursting cancellation capitulation cave-in cessation completion "
        "conclusion crumbling death demise disappearance disbandment disintegration dissolution downfall "
        "evacuation explosion extinction halt implosion loss malfunction ruin shutdown "
        "standstill stoppage suspension termination undoing withdrawal cancelling"
    ),
    "business": (
        "amalgamation bid boycott buyback cutback deal delisting demerger "
        "disposal divestment donation downsizing float foreclosure fundraising injection inflow "
        "investment launch lawsuit listing liquidation loss offer offering outflow "
        "payout payment purchase raise receivership redundancy refinancing "
        "refund rescue restructuring retrenchment run rush sell-off shake-up spin-off split swindle tender trade "
        "windfall write-off writedown handout levy tariff rationing closure relocation"
    ),
    "protest": (
        "agitation tear-gassing go-slow work-to-rule barricade campout disturbance insurrection marching mutiny "
        "occupation petition picketing revolt scuffle slowdown "
        ""
    ),
    "discovery": (
        "detection diagnosis dig disclosure excavation exhumation exposure exposé finding identification invention "
        "leak recovery retrieval revelation sequencing unearthing unmasking"
    ),
    "disaster": (
        "asphyxiation burst bushfire capsizing catastrophe crossfire "
        "crush damage decompression derailing electrocution emergency famine firedamp "
        "foundering freeze gale hijack infestation infection injury "
        "malfunction mishap monsoon overflow poisoning "
        "rainstorm ramming rupture runaway sandstorm scare seepage shaking shipwreck shock "
        "sinkhole slick spillage squall squeeze stranding subsidence surge tailback torrent "
        "undertow washout waterspout whirlwind wipeout wreck cut power-cut failure thaw "
        "short-circuit burst breach derailing near-miss ditching flash-flood swell"
    ),
    "contest": (
        "bout breakaway championship clash comeback defeat equaliser equalizer fight "
        "hat-trick innings knockout loss medal meet penalty "
        "drubbing thrashing hammering whipping opener decider giant-killing tie-break "
        "podium promotion qualifier rematch replay round rout semifinal shoot-out shootout shutout "
        "spot-kick success transfer trouncing upset walkover whitewash win"
    ),
    "health": (
        "abortion amputation caesarean childbirth diagnosis examination immunisation immunization "
        "infection inoculation miscarriage operation overdose quarantine relapse remission resuscitation screening "
        "surgery transfusion transplant vaccination"
    ),
    "movement": (
        "advance ascent arrival convoy crossing departure deportation descent docking emigration "
        "exodus expedition exile flight homecoming immigration incursion influx journey landing migration pullback "
        "relocation removal repatriation resettlement retreat return sailing transfer trek voyage "
    ),
}
#: Of these a definite phrase refers as often to a thing, a body, a state or what is meant in general: they need a date.
LOOSE_NOUNS = frozenset(
    "aggression "
    "backlash bargain bid bust celebration clearance confirmation "
    "convention convoy damage damages decision decree dedication "
    "dinner disposal dissent emergency emergence engagement exposure fight "
    "fine float halt inception "
    "injection injury innings inquiry inspection installation introduction investigation "
    "investment invitation journey listing loss lunch "
    "medal memorandum migration offer offering onset "
    "operation ordeal payment penalty petition picnic pledge "
    "premiere probation procession proposal questioning raise reform rehearsal "
    "restructuring revolution round run rush sail scare search seminar setup settlement shock sitting "
    "slick slowdown split squall start success succession surge surgery tender testimony "
    "toast trade transfer trek tribute violation "
    "welcome win workshop wreck fray brutality persecution repression suppression "
    "embargo apology broadcast lecture overture plea farewell condolence vow concession "
    "completion conclusion creation extinction ruin lawsuit rescue recess advance descent ascent influx finding "
    "choice selection contract alliance mediation naming swing revenge retribution vengeance retaliation attempt "
    "levy tariff cut thaw handout swell shots gunshots disclosure leak recovery round refund raise "
    "hostilities insurgency infection freeze gale".split()
)
#: A verb and the word or two after it that together report a happening.
FURTHER_PHRASES: dict[str, str] = {
    "violence": (
        "beat up|blow apart|gun down|hack down|shoot down|shoot dead|stab to|stone to|fire on|shell out of|"
        "wipe out|lay siege|take captive|take prisoner|take power|seize power|set upon|set ablaze|set alight|"
        "mow through|drag away|carry off|hold hostage|hold captive|lead away|break through"
    ),
    "justice": (
        "find guilty|throw out|hand over|let go|set free|put behind|put on trial|"
        "stand trial|go on trial|give evidence|give himself|give herself|give themselves|turn himself|turn herself|"
        "plead not|clamp down|crack down|swoop on|appear before|"
        "strike off|bring charges|drop charges|press charges|face charges|pay damages"
    ),
    "politics": (
        "admit defeat|accept defeat|concede defeat|assume office|assume power|leave office|take the oath|"
        "go to the polls|make public|make known|send home|send packing|stand aside|stand down|step aside|step in|"
        "vote in|vote out|vote on|vote through|win office|win power|win re-election|"
        "push through|sign off|wave through|swear in|sweep to|call elections|"
        "come to power|declare war|declare independence"
    ),
    "agreement": ("make peace|shake hands|lay down|break off|cut ties|call truce|pull back|reach agreement|sign up"),
    "start": ("open its|open their|go live|go on sale|go on show|roll out|roll off|set sail|set off|cut the ribbon"),
    "end": (
        "come apart|go dark|go silent|grind to|"
        "break apart|fall apart|fall down|wind up|close down|close its|shut its|pack up|"
        "cut short|pull the plug|put an end"
    ),
    "business": (
        "go into receivership|go into administration|pay out|pay back|buy out|buy up|spin off|write off|"
        "write down|shed jobs|cut jobs|change hands|bring to market|hand in"
    ),
    "protest": (
        "take to the|lay down|down pens|walk off|stay away|stay home|block off|throw stones|hurl stones|"
        "march on|march through|march in|chain himself|chain themselves"
    ),
    "discovery": "come across|come upon|come to light|dig out|stumble on|stumble upon|stumble across",
    "disaster": (
        "lose contact|overshoot the|keel over|roll over|tip over|go off the|"
        "burn out|break loose|come crashing|fall from|fall into|fall off|flood into|"
        "spin out|veer off|crash into|crash through|crash onto|ram into|smash into|"
        "blow down|blow off|blow over|bring ashore|lose power|plunge into|"
        "swallow up|sweep away|sweep over|rip off|rip apart|pull out|pull alive|dig out|cut free|drill free"
    ),
    "contest": (
        "finish first|finish second|finish third|finish last|see off|"
        "knock off|take gold|take silver|take bronze|win by|lose by|"
        "crash out|edge out|shoot past"
    ),
    "health": "test positive|test negative|give birth|fall ill|undergo surgery|fall sick",
}
