"""Verbs of happenings by class of meaning: the breadth of what general news tells, where `lexicon` holds its core.

The classes follow what verbs of one meaning have in common in English (who does it, to whom, with what outcome), so
that a class is listed whole, not by what some articles happened to need. Left out is what newspapers use as often for
words and opinions: "blast", "slam", "hammer", "grill" a rival. The present forms are more often nouns ("a",
"the raids") and are read so.
"""

from __future__ import annotations

#: These happen at a moment, and are news without a date.
SUDDEN = {
    "violence": (
        # to do violence to a person
        "annihilate asphyxiate bayonet stone butcher carjack choke decapitate disembowel dismember exterminate flog "
        "garrotte gas gore harass immolate impale knife lacerate liquidate maim molest mutilate punch pummel "
        "scald slash slaughter smother spear strafe throttle torpedo waylay club "
        "overpower manhandle terrorize disarm dispossess ambush martyr "
        # to take by force
        "commandeer hijack infiltrate pillage snatch steal burgle embezzle extort defraud swindle pilfer "
        "blackmail hack breach "
        # to damage on purpose
        "bulldoze deface desecrate dynamite firebomb machine-gun mangle mine obliterate ram smash scuttle "
        "incinerate blockade barricade encircle outflank counterattack retaliate skirmish scuffle brawl "
        "mutiny rebel revolt desert defect exile"
    ),
    "justice": (
        "arraign adjourn bust commute deport disbar disqualify exhume frisk "
        "handcuff impanel intern nullify overrule parole rescind raid readmit reprieve "
        "unfreeze unseal void waive fingerprint cordon "
        "penalize impound garnish repossess naturalize"
    ),
    "death": "drown starve expire overdose",
    "health": (
        "amputate euthanize cull faint hospitalize immunize inoculate isolate miscarry resuscitate "
        "sicken transplant vaccinate recuperate"
    ),
    "politics": (
        "abrogate amend annul assent co-opt decriminalize delist demote disenfranchise disown "
        "enfranchise enthrone federate filibuster gazette incorporate legislate liberalize "
        "ordain outvote promulgate prorogue purge re-elect reappoint reelect reshuffle secede "
        "usurp vacate relinquish entrust delegate decree enlist conscript knight "
        "canonize beatify consecrate excommunicate rehabilitate supplant"
    ),
    "agreement": "ally initial renegotiate pact rejoin rename terminate unite",
    "start": (
        "activate co-found inaugurate initiate pioneer reactivate "
        "rebuild reconvene relaunch reopen restart spearhead unfurl christen "
        "unblock reconnect rewire reconstruct"
    ),
    "end": (
        "axe cave combust crumple decommission deactivate disconnect discontinue dissipate "
        "evacuate explode extinguish implode mothball overheat raze shutter "
        "splinter subside suspend unplug ground scupper "
        "cancel lapse disperse overload misfire short-circuit"
    ),
    "business": (
        "amalgamate auction consolidate crowdfund demerge divest downgrade downsize foreclose furlough "
        "lease offload outsource overpay recall refinance refund reimburse rebrand "
        "restructure retrench subsidize underwrite unionize "
        "commercialize monopolize remortgage bankroll nationalize default"
    ),
    "protest": (
        "converge disrupt encamp occupy rampage petition throng "
        "loot stampede"
    ),
    "discovery": (
        "decipher decode fossilize invent patent pinpoint unmask disinter clone hatch "
        "sequence intercept trawl resurface"
    ),
    "disaster": (
        "blanket bury buckle buffet capsize careen collide crash-land crush derail douse drench founder "
        "hurtle ignite jackknife keel maroon overflow overturn plough plow plummet pound rupture scorch "
        "singe skid smoulder smolder spew strand swerve swamp veer wither trap ditch "
        "avalanche burst airlift winch pluck ferry"
    ),
    "contest": (
        "checkmate dethrone equalize outclass outplay outrun outscore "
        "pip qualify rout stun thump trounce upset volley whitewash outpoint "
        "bat bowl"
    ),
    "culture": (
        "debut exhibit film perform premiere reissue screen serialize stage unveil repatriate "
        "bequeath"
    ),
}  # fmt: skip
#: These are as often states, habits or steps on the way: they need a date in their clause.
GRADUAL = {
    "change": (
        "accelerate amass balloon bounce brighten collapse contract cool crater crawl darken deepen devalue dip "
        "diminish dwindle ebb falter flounder halve harden heat inch lessen mount multiply nosedive nudge peak "
        "plateau quadruple recede reverse rocket skyrocket slacken snowball soften stabilize stagnate sharpen "
        "swell taper thin tighten trickle widen worsen loosen lower heighten lighten thicken shorten lengthen "
        "adjust alter tweak modify overhaul revamp reform modernize streamline reorganize revise"
    ),
    "movement": (
        "alight board bolt camp cascade clamber dash descend detour disembark dive dock "
        "embark escort evade exit flit gallop glide hike hurry journey leap limp linger march meander moor "
        "navigate parachute parade proceed race roam row run rush shuttle skate ski sneak speed sprint stagger "
        "step stray stride stroll stumble swim taxi tour trek trudge usher vault venture wade walk wander zigzag "
        "approach accompany chase drag haul hoist hurl jump lug push shift ship shove steer swing throw tip tow trail "
        "transport wheel flow drift circle orbit emigrate immigrate resettle"
    ),
    "making": (
        "bake brew carve convert craft cultivate dam design devise dredge electrify enlarge equip "
        "fabricate fit forge furnish harvest knit landscape manufacture paint pave plant print "
        "process pump refurbish renovate repair restore retrofit sculpt sew sow stitch weave weld "
        "dig drill excavate fell fill flatten install lay quarry tunnel"
    ),
    "giving": (
        "allocate allot apportion bestow cede compensate contribute dispense disburse distribute divert earmark endow "
        "feed forward inherit lend loan mail pass ration refuse reward sponsor stockpile "
        "surrender tax withhold withdraw pledge"
    ),
    "contact": (
        "assist assure beckon coach cheer clap comfort confront console consult contact counsel court "
        "dispatch dine embrace entertain guide hail hire insult intervene invite kiss "
        "lobby mediate notify pray pressure reassure reprimand rebuke salute scold summon supervise tackle "
        "toast urge warn welcome woo apologize appeal bow dance debate fete feud flirt kneel mingle "
        "quarrel queue sing wrestle"
    ),
    "politics": (
        "administer advance authorize ballot campaign canvass chair circulate co-sponsor confirm contest convene "
        "deliberate draft drop enforce entrench formulate instruct issue keynote mandate oversee "
        "preside publicize reaffirm refer register regulate reject reassign redraw restrict review "
        "stand subject table uphold verify lock bargain concede"
    ),
    "perception": (
        "examine inspect monitor notice overhear scrutinize sight survey test track view watch "
        "witness sample analyse analyze investigate photograph picture measure map chart"
    ),
    "other": (
        "dominate elevate subdue unleash pour chant boo jeer heckle whip savage caution invoke dedicate "
        "fizzle unravel backfire gush spot diagnose vanquish plunder affiliate stall unify succeed lash imperil "
        "slap book shatter overtake edge level assemble upgrade deluge "
        "reignite revive institute commission locate compose publish record "
        "topple quiz probe search sweep captain team partner consent malfunction snap jam crown top clear discharge "
        "achieve acquire adapt aid assign avert await avoid bail batter battle belong bend bind bite bleed "
        "block blow boost burn carry cast catch cater clash clean climb cling close coat "
        "collect combine complete comply connect cook cope corner cover crack cram credit cripple curb "
        "damage deal decorate defend deflect defy delete dent deprive derive devote devour divide "
        "dodge donate dress dump earn echo elude emit enact encounter endanger ensure entangle entitle "
        "exceed excel exclude execute exempt exhaust expose fasten fade fail flare flash flip float flourish foil "
        "force forget forfeit forgive frame grab grant grip groom guarantee guard halt handle hang harm "
        "heal hide hinder hoard hurt impair impede implement implicate infringe inject injure insert "
        "insure interrupt intrude jettison join knock lace lag lift link litter load lodge lure manage mask "
        "match merge miss mix narrow neglect net obstruct obtain offset omit operate outlive overwhelm "
        "pack penetrate persuade pile pin plague plead plot plug plunge pocket point pose post preserve press "
        "prevent prey prolong protect pull punish pursue rake rally react reap reclaim recoup "
        "reconsider recover redeem reinforce relieve relocate render renew repay replenish resort retake retract "
        "retreat revert ring rip rise rob rock roll rotate ruin sacrifice safeguard salvage scale "
        "scatter seal secure seep separate shelter shield shoulder shower shuffle sideline simulate skip slam "
        "slip smear snub soak span spend spill spin spray sprawl squander squeeze stack staff stamp stem stick "
        "stoke stop strap stretch string strip submerge substitute sum supplement surface surpass surround survive "
        "sway swallow swap swirl switch tamper tangle taunt tease tempt thrive thwart toll torch touch "
        "tread trim trouble tumble undermine undo unfold unload unlock vent violate wane wash "
        "waste wear weather wind wipe wrap wreak yield zoom"
    ),
}  # fmt: skip
