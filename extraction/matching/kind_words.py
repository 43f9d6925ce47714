"""More words for each kind of happening, and kinds that `happenings` lacks: by class of meaning, each listed whole."""

from __future__ import annotations

#: Further words of the kinds of `happenings.KINDS`, and kinds of their own.
FURTHER = {
    "charge": "charge indict indictment accuse accusation prosecute prosecution prosecutor proceedings arraign",
    "drought": "drought dry dried drying parch empty evaporate shrivel arid ration rationing thirst",
    "rain": "rain rainfall cloudburst downpour shower skies deluge pour thunderstorm monsoon wet",
    "retaliation": "answer counter reciprocate tit-for-tat vengeance avenge retribution reply kind",
    "blackout": "light lights floodlights failure breakdown offline outage cut dark silent website down",
    "crime": "crime murder robbery theft deed kill attack abduct steal assault",
    "attack": "down downed recapture retake capture storming crime offensive operation assault destroy fell "
    "aggression barrage bombardment bombard counterattack counteroffensive blitz foray invasion invade "
    "shoot "
    "siege skirmish stone stoning strafe torch pelt hurl fire firebomb launch charge "
    "battle scuffle brawl tussle affray "
    "retaliate reprisal massacre pogrom terror atrocity",
    "explosion": "boom burst rip detonator dynamite implode landmine rocket warhead shrapnel",
    "killing": "annihilate assassin bloodletting corpse body butcher casualty deadly decapitate "
    "execute fall fell lethal "
    "lose massacre mourn mow murderer mortality slain starve strangle succumb suffocate asphyxiate electrocute crush "
    "funeral comrade martyr suicide homicide manslaughter batter bludgeon expire",
    "injury": "bruise burn burnt disfigure fracture hospital hospitalize lacerate mutilate "
    "scald treat ambulance trauma",
    "abduction": "captor carry raid ransom snatch whisk kidnapper hijacker hijack",
    "robbery": "burgle embezzle fraud mug pilfer pillage plunder raid ransack rip swindle launder heist steal theft "
    "thieve art booty haul loot carjack shoplift hold-up stick-up",
    "arrest": "collar cell handcuff imprison intern jail seizure bust nab police pick raid remand cuff interrogate "
    "question custody prisoner roundup dragnet apprehension surrender taken",
    "escape": "abscond bolt break dodge elude evade fled runaway slip inmate prisoner wall tunnel",
    "collapse": "avalanche buckle capsize cave crack disintegrate implode sag shear sink sinkhole snap splinter "
    "subsidence undermine fell gone disappear",
    "fire": "ablaze alight ash burn burnt combust conflagration firefighter firefighters "
    "ignite incinerate scorch smoulder "
    "bushfire pyre kindle engulf",
    "flood": "dam drown floodwater inundation rain rainstorm reservoir river spate surge swell "
    "tsunami washout wash water "
    "downpour cloudburst monsoon",
    "storm": "cyclone gust lash lightning rain squall surge thunderstorm twister whirlwind snowstorm cloudburst",
    "quake": "aftershock epicenter jolt rattle rumble temblor seismologist shock",
    "accident": "aground bump careen crash-land crumple derailing express ferry founder head-on jackknife keel loss "
    "mishap overshoot plummet plough ram rail roll shipwreck skid slam smash spin strand stranding topple tumble "
    "wreckage ditch dive rock shoal freighter",
    "spill": "dump gush ooze seep slick toxic tanker discharge",
    "rescue": "airlift drag evacuate extricate find free haul lifeboat medevac pluck pull "
    "retrieve salvage survive winch "
    "alive trapped",
    "salvage": "refloat tow salvage salvor raise recover removal remove haul winch retrieve wreck",
    "evacuation": "clear clearing leave home shelter airlift move relocate resettle refugee exodus flight evacuee camp",
    "stoppage": "downed down hooks idle lay lockout mutiny standstill suspension unionist "
    "union walk disruption go-slow "
    "slowdown job",
    "protest": "disturbance hostage-taking assemble banner barricade blockade boycott chant converge crowd "
    "disturbance gather hunger insurrection "
    "mob picket placard pour rebel rebellion revolt sit square storm street throng tear uprising water-cannon cannon",
    "vote": "ballot by-election campaign candidate caucus canvass constituency election-day first landslide margin "
    "nominate plurality polling primary re-election result round seat second tally victory win winner won defeat lead",
    "concession": "admit concede concession defeat acknowledge congratulate loser yield",
    "appointment": "confirm confirmation candidate post nod put forward anoint assign assume designate elevate hire "
    "installation install job name nominee ordain promote "
    "promotion replace reshuffle selection select successor take tap",
    "departure": "boot bow dethrone discharge dump farewell leave out outgoing part reshuffle send successor throw "
    "unseat vacate walk axe post",
    "downfall": "attempt confidence junta mutineer mutiny no-confidence power putschist rebel rebellion revolt seize "
    "takeover usurp uprising motion",
    "surrender": "surrender capitulate capitulation yield lay give hand arm weapon",
    "agreement": "alliance arrangement bargain ceasefire compact concord contract covenant disarm "
    "entente ink memorandum "
    "mediate normalize normalise partnership pledge protocol reconcile reconciliation truce understanding handshake",
    "law": "amend amendment bar bill clause constitution criminalize decree forbid gazette legalize legalise lift "
    "ordinance outlaw promulgate pass regulation restriction rule scrap statute tax vote",
    "restriction": "ration rationing decree order bar blacklist block cap ceiling close curb forbid freeze isolate "
    "limit lock "
    "quota seal sanctions shut "
    "suspend tighten visa",
    "lifting": "abolish abolition cancel cap drop end free freeing liberalize reopen remove "
    "rescind revoke scrap withdraw",
    "meeting": "address appear arrive audience call conclave congress convene convention delegation dialogue "
    "embassy envoy forum gathering greet guest handshake hold host journey negotiate rendezvous roundtable see "
    "speech tour travel trip welcome",
    "journey": "arrive arrival depart departure embark fly journey land leave sail set tour "
    "travel trek trip visit voyage "
    "homecoming return",
    "purchase": "contract acquirer approach bidder buyer buyout deal offer offload own owner price "
    "purchaser sell shareholder "
    "swallow tender transfer absorb accept combine crown",
    "refusal": "decline rebuff refuse refusal reject rejection snub spurn rebuffed turn back",
    "clearance": "accredit authorize certificate endorse green licensing pass validate vet",
    "insolvency": "bailout bank-run broke default liquidate liquidation liquidator rush run wind bank queue withdraw "
    "regulator nationalize nationalise",
    "layoff": "axe cutback dismissal downsize downsizing furlough job post retrench trim workforce",
    "opening": "debut establish found inaugural introduce kick-off maiden onset set start-up ribbon begin began",
    "resumption": "normal recommence reconvene reconnect relaunch reinstate revive back again service",
    "closing": "abolish axe call cancel cancellation discontinue disband dismantle dissolve expire lapse liquidate "
    "mothball off postpone postponement scrap shutter stop terminate termination abort delay",
    "cancellation": "abort call cancel cancellation delay drop off postpone postponement scrap "
    "scrub vain abandon "
    "revoke rescind",
    "raise": "boost climb double gain growth hike inflate jump lift rally rise rocket soar surge triple up upgrade",
    "lower": "collapse contract crash crater dip downgrade fall halve lessen plummet plunge reduce "
    "sag shrink sink slide "
    "slump tumble weaken",
    "game": "bout clash clinch contest crown decider eliminate equalise equalize extra-time fight finish fixture "
    "goalless hat-trick heat holder innings knock knockout lap leg medal opponent overcome penalty penalties play "
    "play-off pole qualify race replay rout save score semi-final shoot-out stage stun tie title tournament "
    "upset whistle winner leader sprint summit",
    "prize": "accolade bestow bronze choice confer crown decorate decoration gold honouree jury laurel medallist name "
    "nominee recipient scoop shortlist silver academy",
    "launch": "blast countdown cosmonaut lander liftoff pad probe rise rise rover space "
    "spaceship take-off takeoff thunder "
    "soar astronaut orbiter",
    "landing": "land landing touchdown splashdown lander touch dock docking crater surface",
    "vaccination": "inject injection roll-out rollout vaccine vaccinate vaccination immunize immunise immunisation "
    "immunization "
    "inoculate inoculation jab "
    "dose shot campaign",
    "test": "test positive doping sample blood booster banned result laboratory analysis analyse analyze",
    "outbreak": "case contagious contaminate fever flu incidence measles mortality patient "
    "plague polio quarantine sicken "
    "spread strain transmission vaccine ebola typhoid declare",
    "find": "archaeologist archaeologists come dig drill exhume fossil grave hoard identify locate relic remains "
    "recover recovery retrieve spot stumble surface tomb trace treasure",
    "expulsion": "banish consul embassy evict eject exclude exile grata home oust pack persona send throw told leave",
    "liberation": "acquit bail discharge drop home let pardon parole reprieve clemency walk release return",
    "hack": "attacker breach break cripple data encrypt encryption hospital infiltrate leak "
    "network phish ransom server "
    "system computer virus worm",
    "leak": "leak publish disclose disclosure expose exposure file document reveal revelation post",
    "conviction": "acquittal appeal bar cell death guilt judge judgement judgment life magistrate murder prosecutor "
    "rule ruling sentencing term tribunal years court",
    "pay": "award claim compensate fine refund reimburse restitution reparation settle sum wage bonus",
    "announcement": "inform outline present public publish publicize report statement tell know news disclose",
    "inquiry": "proceedings prosecutor open audit commission examine examination hearing inquest inspect inspection "
    "inspector investigation "
    "investigator investigate probe review panel",
    "destruction": "annihilate bulldoze deface desecrate flatten obliterate pulverize rubble shatter topple wreck "
    "wrecked level burn",
    "shutoff": "bar cut disconnect ground pull remove strike withdraw",
    "clash": "brawl clash confront confrontation disperse fight fracas gas riot scuffle "
    "skirmish stone teargas tear-gas "
    "tear-gassing tear cannon baton truncheon charge",
    "pledge": "aid commit commitment donate donation donor fund fundraise give pledge promise grant loan",
    "unveiling": "display exhibit exhibition present reveal show unveil unveiling monument statue plaque",
    "publication": "article book publish publication print release report appear issue novel story album",
    "move": "headquarter move relocate relocation resettle shift transfer transplant",
    "survival": "survive survival scrape win confidence motion weather narrow whisker saved save",
    "homecoming": "home homecoming return repatriate repatriation bring back coffin welcome",
    "takeover": "control nationalize nationalise seize take takeover hand step receivership administration authority",
    "split": "break breakaway coalition divorce leave pull quit secede secession separate split walk withdraw",
    "appeal": "appeal uphold overturn quash overrule reject dismiss throw",
}
#: A verb and the word after it, and of which kinds they are.
FURTHER_PHRASES = {
    "accident": "come off|leave the|jump the|go off|roll over|tip over|keel over|run into|crash into|drive on|run onto|"
    "run on|veer off|spin off|slide off|collide with|be lost|go under|lose contact",
    "abduction": "carry off|lead away|take from|drag away|drag off|take captive|take hostage|hold hostage|march off",
    "robbery": "carry off|make off|break into|hold up|clean out|get away|take from",
    "arrest": "take from|take into|take away|pick up|lead away|come for|be held|round up|haul in|"
    "haul off|be in|turn himself|"
    "give himself|give herself|hand over|drive away",
    "surrender": "give up|give himself|give herself|give themselves|lay down|hand over|"
    "hand in|turn himself|turn herself|"
    "put down|hold out",
    "killing": "lose their|lose his|lose her|lay to|beat to|shoot dead|stab to|stone to|put to|"
    "be dead|find dead|gun down|"
    "hack to|burn to|cost the|claim the|take the",
    "fire": "set alight|set ablaze|set fire|burn down|go up|burst into|burn out|catch fire",
    "evacuation": "leave their|move to|move out|move from|take to|bring to|clear out|get out|leave the",
    "stoppage": "put down|lay down|down their|walk off|walk out|stop work|stay away|stay out|"
    "stay off|down tools|stop the",
    "protest": "take to|pour into|march through|march on|throw stones|turn out|sit down|rise up|come out|block the",
    "concession": "admit defeat|concede defeat|accept defeat|give up|bow to|own up",
    "vote": "come out|finish first|finish second|win the|go to|head the|top the|lead the|come top",
    "departure": "send home|send packing|show the|show their|step aside|stand down|throw out|let go|pack his|pack her|"
    "walk away|hand in|be out|part ways|part company|quit as|give way|make way",
    "expulsion": "send home|send packing|throw out|kick out|show the|be told|order out|turn back|tell to",
    "appointment": "step into|take over|move into|take charge|take office|swear in|name as|put in",
    "downfall": "take power|seize power|grab power|bring down|vote down|throw out|take over",
    "agreement": "shake hands|come to|put an|bury the|settle for|sign up|make up|strike a|reach a|lay down",
    "purchase": "snap up|buy up|buy out|sell off|change hands|take over|go to",
    "refusal": "turn down|turn away|say no|send back|throw out|push back|walk away|wave away",
    "lifting": "call off|do away|let up|take off|throw open",
    "closing": "call off|shut down|close down|wind up|bring to|come to|put off|draw to|break off",
    "cancellation": "call off|put off|break off|give up|pull out|back out|in vain",
    "launch": "take off|lift off|blast off|thunder off|thunder into|rise from|go up|set off|soar into",
    "landing": "touch down|come down|set down|splash down|land on|land in|come to",
    "insolvency": "take out|go bust|go under|go bankrupt|rush to|run on|queue for|lose its|step in|run out",
    "takeover": "take control|step in|take charge|hand over|take over",
    "game": "knock out|go out|see off|take the|lift the|go through|beat the|come from|cross the|hold on|take gold|"
    "take his|take her|run out",
    "prize": "go to|take the|fall on|hand to|carry off|walk off",
    "resumption": "back in|back to|come back|go back|start up|get under|go on|be back",
    "opening": "open to|throw open|cut the|open its|open their|get under|set up|start up|kick off",
    "announcement": "make public|make known|let it|become known|give out|put out",
    "leak": "make public|put online|become known|leak out|come out|come to",
    "find": "come across|come upon|stumble on|dig up|dig out|turn up|come to|hit on",
    "hack": "break into|knock out|get into|lock up|shut down|hack into|take down",
    "clash": "use gas|fire on|use tear|fire tear|break up|drive back|use water|clear the",
    "conviction": "find guilty|send to|go to|put behind|send down|be jailed|hand down|serve time|plead guilty",
    "survival": "scrape through|win by|hold on|cling on|come through|ride out",
    "split": "pull out|walk out|break away|break with|part company|part ways|turn their",
    "homecoming": "come home|bring home|go home|return home|fly home|take home",
    "salvage": "tow to|take away|pull off|bring up|lift from|haul off|get off",
}
