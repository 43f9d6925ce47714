"""Tables of English function words, verbs and role nouns that the rules lean on. Grammar only, no subject matter."""

from __future__ import annotations

AUXILIARIES = frozenset(
    "is are was were am be been being has have had having do does did will would can could may might must should "
    "shall isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't "
    "shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t "
    "shouldn’t cannot ain't ain’t ought needn't needn’t".split()
)
NEGATIONS = frozenset(
    "not never nor isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't "
    "couldn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t "
    "couldn’t shouldn’t cannot neither hardly".split()
)
RELATIVES = frozenset("who that which whom whose".split())
HYPOTHETICAL = frozenset("would could may might should must can shall will cannot".split())
PRONOUNS = frozenset("he she they it we i you who".split())
SUBJECT_PRONOUNS = frozenset(
    "he she they it we i you there this that these those he's she's they're it's we're i'm you're he’s she’s "
    "they’re it’s we’re i’m you’re he'd she'd they'd we'd i'd he’d she’d they’d we’d i’d he'll she'll they'll we'll "
    "i'll it'll he’ll she’ll they’ll we’ll i’ll it’ll they've we've i've they’ve we’ve i’ve there's there’s that's "
    "that’s nobody nothing everyone everybody everything someone somebody something anyone one".split()
)
OBJECT_PRONOUNS = frozenset("him her them me us you it himself herself themselves itself myself".split())
DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some several many most both all any each every no "
    "another other one two three four five six seven eight nine ten dozens hundreds few more such".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with to into over under about against among between during after before since until "
    "via through throughout within without near outside inside across along amid despite like unlike per toward "
    "towards upon following including behind beyond besides beside around above below off onto as than regarding "
    "concerning versus ahead because instead rather".split()
)
SUBORDINATORS = frozenset(
    "that when while as if because although though since until unless whether where how why what which whereas once "
    "before after so than whenever wherever even".split()
)
CONJUNCTIONS = frozenset("and but or nor yet then so plus".split())
ADVERBS = frozenset(
    "here late early also then later once again repeatedly first now just even still already recently previously "
    "ever often always further simply only too instead perhaps maybe thus therefore however indeed nonetheless "
    "nevertheless meanwhile soon today yesterday earlier famously jokingly long frequently sometimes rather quickly "
    "back aloud twice since all both so".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow earlier later "
    "recently morning afternoon evening night midday noon january february march april june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec week month year weekend afterward "
    "afterwards monday's tuesday's wednesday's thursday's friday's saturday's sunday's".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
WH_WORDS = frozenset("whether if how why what when where who which".split())

# Past forms that no ending betrays, and frequent present forms: the words at which a noun phrase ends.
FINITE_VERBS = frozenset(
    "was were is are am has have had does did do said says told tells went goes made makes took takes gave gives "
    "came comes got gets saw sees knew knows thought thinks found finds left leaves felt feels kept keeps let lets "
    "began begins brought brings held holds wrote writes stood stands heard hears meant means met meets ran runs "
    "paid pays sat sits spoke speaks lay lies led leads grew grows lost loses fell falls sent sends built builds "
    "understood understands drew draws broke breaks spent spends rose rises drove drives bought buys wore wears "
    "chose chooses became becomes won wins taught teaches sold sells fought fights sought seeks threw throws caught "
    "catches dealt shot shoots struck strikes shook shakes swore swears quit quits stuck sticks hit hits put puts "
    "set sets cut cuts needs wants seems appears looks likes hopes believes expects plans continues remains shows "
    "includes helps uses works turns moves plays tries calls asks allows adds opens walks offers considers requires "
    "reaches serves dies stays raises passes deserves represents supports opposes refuses agrees argues claims "
    "insists suggests acknowledges admits announces explains notes recalls reports reveals warns denies cites "
    "provides sang sank rang drank forgot forgave froze stole tore woke overcame undertook withdrew arose forbade "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't "
    "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t "
    "will would can could may might must should shall cannot want believe know expect".split()
)
# Words in -ed that are no verbs, or hardly ever the verb of a sentence.
NOT_VERBS = frozenset(
    "united hundred need seed feed speed breed indeed red bed armed so-called sacred naked supposed alleged unnamed "
    "wicked rugged beloved unprecedented limited unlimited embed kindred biased registered talented veteran-led "
    "retired elected appointed unidentified seasoned wounded detailed prepared".split()
)

# Nouns for people by what they are or do, singular; plural by rule.
ROLE_NOUNS = frozenset(
    "engineer pilot nurse farmer driver fisherman guard translator interpreter adviser advisor aide ally ambassador "
    "analyst anchor attorney author banker bishop boss businessman businesswoman candidate captain chairman "
    "chairwoman chair chairperson chancellor chief clerk co-chair coach colleague columnist commander commentator "
    "commissioner congressman congresswoman consultant coordinator correspondent councilman councilwoman counsel "
    "counselor critic delegate deputy diplomat director doctor donor economist editor envoy executive expert father "
    "founder co-founder friend frontrunner front-runner general governor historian host husband inspector "
    "investigator investor journalist judge justice lawmaker lawyer leader lieutenant lobbyist manager mayor member "
    "minister moderator mother negotiator nominee observer officer official operative organizer organiser owner "
    "partner pastor pollster premier president prime priest producer professor prosecutor representative reporter "
    "republican democrat researcher resident rival scholar scientist secretary senator sheriff soldier son daughter "
    "source speaker spokesman spokesperson spokeswoman staffer star strategist student superintendent supporter "
    "surrogate teacher treasurer trustee veteran vice voter wife witness woman man worker writer billionaire mogul "
    "businessperson socialist independent conservative liberal activist artist actor actress singer entrepreneur "
    "physician surgeon psychologist detective policeman fighter rebel militant survivor refugee neighbor neighbour "
    "sister brother cousin lady girl boy person individual person's monarch king queen prince princess emir sheikh "
    "ayatollah cleric imam rabbi pope cardinal archbishop legislator parliamentarian mp vice-president "
    "undersecretary assistant head ceo cfo principal dean fellow administrator auditor politician statesman".split()
)
# Role nouns that fit whoever holds any office.
GENERIC_ROLES = frozenset(
    "official leader politician lawmaker man woman person expert analyst figure veteran representative".split()
)
FEMALE_ROLES = frozenset(
    "spokeswoman chairwoman congresswoman councilwoman businesswoman woman lady girl mother wife daughter sister "
    "queen princess actress".split()
)
MALE_ROLES = frozenset(
    "spokesman chairman congressman councilman businessman man boy father husband son brother king prince sheikh "
    "imam policeman".split()
)
# Heads of what speaks as a body.
BODY_NOUNS = frozenset(
    "division unit branch wing chapter secretariat treasury administration agency army association authority "
    "authorities bank board bureau cabinet campaign center centre chamber church coalition college command "
    "commission committee company congress corporation council country court department directorate embassy "
    "federation firm force forces foundation government group house institute institution journal legislature "
    "magazine military ministry mission movement network newspaper office organisation organization outlet panel "
    "paper parliament party police presidency press publication report region school senate service "
    "society state station statement study survey poll team times tribunal tribune union university website post "
    "herald gazette globe news radio television tv daily league alliance front project program programme fund trust "
    "site blog memo document letter complaint lawsuit indictment filing article editorial ad headline book".split()
)
# What stands for whoever issued it: "according to the statement".
ISSUED = frozenset("statement release communique communiqué declaration".split())

TITLES = frozenset(
    "pres mr mrs ms miss dr sir dame lord lady president vice prime minister premier pm sen senator senators rep "
    "reps representative congressman congresswoman gov governor gen general lt col colonel maj major capt captain "
    "sgt adm admiral brig brigadier judge justice mayor secretary former ex director chairman chairwoman chair "
    "spokesman spokeswoman spokesperson candidate nominee speaker attorney professor prof king queen prince "
    "princess pope rev reverend sheikh ayatollah imam ambassador envoy foreign defense defence deputy chief "
    "commander marine sheriff chancellor cardinal archbishop bishop rabbi detective officer lieutenant sergeant "
    "corporal commissioner first minority majority leader whip state treasury interior vice-president cdr cmdr hon "
    "msgr fr sr inspector superintendent editor reporter author analyst coach ceo chairperson counselor counsel".split()
)
HONORIFICS_MALE = frozenset("mr sir lord king prince sheikh imam congressman chairman spokesman pope".split())
HONORIFICS_FEMALE = frozenset("mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman".split())
PARTICLES = frozenset("al bin ibn de von van der la el du di da le den ter abu ben ul ud dos".split())
# The last word of a name that is followed, without a comma, by its holder's name: "of the Northern Region Ada Lund".
PLACE_HEADS = frozenset(
    "region state states department ministry committee party council republic union city county university kingdom "
    "house senate congress court parliament force army navy".split()
)
