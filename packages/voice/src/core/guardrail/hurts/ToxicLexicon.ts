/** Words and turns of speech that hurt people, for `Toxicity`. Patterns meet folded text: lower case, plain letters. */

export interface Hurt {
  readonly category: "insult" | "profanity" | "threat" | "self-harm" | "hate" | "harassment"
  /** 0..1: how sure one such hit is. At 0.5 it stands for itself. */
  readonly weight: number
  readonly pattern: RegExp
}

/** Slurs and the coarsest words, turned by thirteen letters so that nobody has to read them. */
const turned =
  "shpx zbgureshpxre phag onfgneq nffubyr nefrubyr ohyyfuvg fuvg ovgpu juber fyhg gjng jnaxre qvpxurnq wnpxnff qhzonff qvcfuvg qbhpuront fphzont avttre avttn snt xvxr tbbx enturnq genaal ergneq ergneqrq jrgonpx gbjryurnq pbpxfhpxre ovgpurf chffvrf fuvgurnq obyybpxf cvffrq"

const turn = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97))

/** Letters may be drawn out, and inner ones starred out. */
const stretched = (word: string): string =>
  [...word]
    .map((letter, index) => (index === 0 || index === word.length - 1 ? `${letter}+` : `[${letter}*#]+`))
    .join("")

const inflected = "(?:'?s|es|z|ed|er|ers|ing|in|y|ty|ting)?"
const wordsOf = (words: string): RegExp =>
  new RegExp(`(?:${words.split(" ").map(stretched).join("|")})${inflected}`, "g")

/** Said about a thing they are criticism, said to somebody they are insults. */
const belittling =
  "(?:stupid|dumb|idiotic|moronic|pathetic|worthless|useless|ugly|hideous|disgusting|fat|lazy|losers?|l+o+s+e+r+|fools?|clowns?|pigs?|trash|garbage|incompetent|brainless|clueless|ignorant|scum|filth|creeps?|cowards?|liars?|repulsive|revolting|gross|braindead|brain-dead|a joke|a failure|a disgrace|an? embarrassment|nobody|nothing but|rats?|vermin|weirdos?|freaks?|dumm(?:y|ies)|sucks?|pricks?|cows?|dogs?|dumbest|stupidest|ugliest)"
const filler =
  "(?:a|an|the|such|so|too|just|really|very|pretty|quite|all|always|still|probably|clearly|obviously|absolute|absolutely|complete|completely|total|totally|utter|utterly|little|old|big|damn|bunch of|pack of|bloody|stupid|dumb|pathetic|worthless|ugly|lazy|fat|disgusting|dirty|incompetent|poor|sad|another)"
const kin =
  "(?:face|body|mother|mom|mum|father|family|wife|husband|kids?|children|team|boss|staff|friends?|hair|brain|parents)"
const group =
  "(?:immigrants?|migrants?|refugees?|foreigners?|muslims?|jews?|christians?|hindus?|catholics?|atheists?|gays?|lesbians?|homosexuals?|queers?|trans(?:gender)?(?: people| women| men)?|women|men|girls|blacks?|black people|whites?|white people|asians?|mexicans?|latinos?|arabs?|africans?|chinese(?: people)?|indians?|gypsies|disabled people|the disabled|cripples?|old people|the elderly|poor people|the poor|homeless people|these people|those people|you people|they|those foreigners)"
const vile =
  "(?:vermin|animals|terrorists?|criminals?|parasites?|rats|filth|filthy|scum|dumb|stupid|inferior|lazy|dirty|disgusting|thieves|evil|rapists?|subhuman|garbage|trash|a plague|a disease|savages|cockroaches|worthless|not human|less than human|unnatural|an abomination|perverts?|sick|mentally ill|pigs|monkeys|apes)"
const injure =
  "(?:kill|murder|stab|shoot|hurt|strangle|rape|behead|torture|punch|slap|choke|beat up|harm|attack|burn|break|destroy|smash|poison|kidnap)"
const dear =
  "(?:family|wife|husband|kids?|children|mother|father|son|daughter|parents|legs?|arms?|neck|bones?|fingers|face|head|teeth|dog|cat|pets?|house|home|car|business)"

/** A slur, and on a British menu a meatball. */
const turnedMeatball = "snttbg"
const offal = "(?:pork|liver|welsh|butcher's|home-?made|mushy peas and)"
const offalWith = "(?:(?:and|&|with|in|on|or) (?:\\w+ )?(?:peas|gravy|mash|onions?|chips|mushy))"

/** In a game it is somebody else who does. */
const played = "boss(?:es)?|enem(?:y|ies)|monsters?|zombies?|ghosts?|bots?"

const of = (
  category: Hurt["category"],
  weight: number,
  ...patterns: ReadonlyArray<string | RegExp>
): ReadonlyArray<Hurt> =>
  patterns.map((pattern) => ({
    category,
    weight,
    pattern: typeof pattern === "string" ? new RegExp(pattern, "g") : pattern
  }))

export const lexicon: ReadonlyArray<Hurt> = [
  ...of(
    "profanity",
    0.9,
    wordsOf(turn(turned)),
    new RegExp(`(?<!${offal} )(?:${wordsOf(turn(turnedMeatball)).source})(?! ${offalWith})`, "g")
  ),
  ...of(
    "profanity",
    0.6,
    wordsOf("crap wtf stfu goddamn"),
    "piss(?:ed)? off|(?:f|s|c|b)[*#]{2,}(?:[a-z]+)?",
    "(?:a|my|his|this) dick(?! and jane)|(?<!spotted )dicks|an ass|your ass|my ass|kick ass|arse"
  ),
  ...of("profanity", 0.3, wordsOf("damn damned"), "what the hell|hell no"),
  ...of(
    "insult",
    0.9,
    // What is made for one insults nobody.
    new RegExp(
      `(?:${wordsOf("idiot moron imbecile cretin dimwit halfwit nitwit numbskull dumbfuck bozo simpleton dunce airhead lowlife").source})(?![ -]?(?:proof|safe)\\b|s?'s? (?:night|guide|lantern))`,
      "g"
    )
  ),
  ...of(
    "insult",
    0.9,
    "shut (?:up|your (?:mouth|face|trap|pie ?hole))|go to hell|rot in hell|drop dead(?! gorgeous| date| simple)|screw you",
    "nobody (?:likes|loves|wants|cares about) you",
    "no ?one (?:likes|loves|wants) you"
  ),
  ...of(
    "insult",
    0.8,
    `(?:you|u|ur|you all|y'all)(?:'re| are| r| were| look| looked| sound| smell| must be| seem)?(?: like)?(?: ${filler})* ${belittling}(?! (?:proof|simple|easy|cheap|good|offers?|deals?|prices?))`,
    `(?:too|so) (?:stupid|dumb|ugly|fat|lazy|poor|old|ignorant)(?: to| for| that)`,
    `your ${kin} (?:is|are|looks?|smells?)(?: like)?(?: ${filler})* ${belittling}`,
    `your (?:${filler} )*(?:stupid|dumb|ugly|hideous|disgusting|fat|pathetic|worthless) (?:${kin}|self|life|ass)`,
    `(?:ugly|stupid|dumb|fat|lazy|worthless|pathetic|ignorant) (?:people|customers|men|women|girls|losers|folks) like you`,
    `people like you (?:are|should|deserve)(?: ${filler})* (?:${belittling}|suffer|not exist|die)`,
    `(?:don't|do not|stop) (?:be|being)(?: ${filler})* ${belittling}`,
    `(?:what|hey|listen|hello)(?: up)?,?(?: ${filler})* (?:losers?|fools?|pigs?|scum|trash|clowns?|creeps?|stupid|freaks?)`,
    "(?:is|are) (?:a bunch|a pack) of (?:\\w+ )?(?:clowns|losers|fools|idiots|pigs|liars|amateurs)",
    "(?:losers?|fools?|dumm(?:y|ies)|clowns?|pigs?|scum|trash|freaks?|cowards?|failures?) like you",
    "(?:ugly|fat|stupid|dumb|disgusting)(?:,? (?:and )?(?:ugly|fat|old|lazy|stupid|dumb|disgusting))* (?:women|men|people|girls|guys|boys|folks|kids|customers|employees|housewives)",
    "you make me sick|you disgust me|i (?:hate|despise) you|you should be ashamed of yourself|waste of (?:space|oxygen)|good for nothing"
  ),
  ...of(
    "insult",
    0.3,
    wordsOf("stupid pathetic loser"),
    "hideous|imbecilic",
    "dumb(?! ?(?:canes?|bells?|waiters?|shows?|luck|struck))(?<!struck dumb)"
  ),
  ...of(
    "threat",
    0.9,
    `(?<!(?:not|n't|never|without|cannot|${played}) (?:\\w+ )?)${injure} (?:you\\b|all of you)(?! (?:an?|the|some|over|into|down|to|if|for) )(?! to )`,
    `(?<!(?:not|n't|never|cannot|${played}) (?:\\w+ )?)(?:kill|murder|stab|rape|strangle|behead|torture|slaughter) (?:you|him|her|them)\\b(?! with (?:kindness|laughter))`,
    "(?:kill|shoot|hang|burn|exterminate|slaughter) (?:all|every|those|these)(?: of)?(?: the)? (?!germs|bugs|bacteria|weeds?|viruses|mosquito|fleas|ants|pests?|mou?ld|odou?rs?|time|stains|moths|lice|mites|tabs|process|calories|candles|the )\\w+",
    "(?:or|otherwise|else),? (?:all )?(?:of )?your (?:files?|data|photos?|pictures|secrets?|passwords?|videos?) (?:will be|get|are) (?:deleted|leaked|published|encrypted|sold|destroyed|posted)|(?:or|otherwise) (?:i|we)(?:'ll| will)? (?:leak|publish|expose|delete|encrypt|sell) (?:your|all)",
    `${injure} (?:you and )?(?:both )?your (?:entire |whole |whole )?${dear}`,
    "(?:beat|beaten|smash|smashed) (?:you )?(?:up|to death|to a pulp)|beat the .{1,10} out of you",
    "(?:i|we) (?:know|found out|will find out) where (?:you|your \\w+) (?:live|lives|sleep|sleeps|work|works|go to school|goes to school)",
    "you(?:'ll| will| are going to|'re going to) (?:regret (?:it|this|that)|be sorry|pay for (?:this|that|it)|suffer|bleed|die)",
    "(?:i|we)(?:'ll| will| am going to| are going to| gonna) (?:find|hunt|come for|come after|track) you(?: down)?(?= and| you|,? you|\\.|!|$)",
    "(?:you|they|he|she) deserves? to (?:be (?:beaten|hurt|shot|killed|punished|raped)|die|suffer|bleed|burn)",
    "(?:hope|wish) (?:that )?you(?:r \\w+)? (?:would |will |all )?(?:die|dies|suffer|suffers|choke|rot|burn|get (?:cancer|hurt|hit|sick|raped)|crash)",
    "watch your back|sleep with one eye open|last warning or|(?:pay|sign|renew|buy|reply|do it|click)[^.!?]{0,25} or (?:else|(?:someone|somebody|people|you|they) (?:will )?(?:dies?|gets? hurt|bleeds?|suffers?)|we will come|i will come)",
    "(?:bomb|gun|shotgun|knife) (?:to|at|in) your (?:head|house|home|office|door|throat)"
  ),
  ...of(
    "self-harm",
    1,
    "kys|(?:kill|hang|drown|shoot|stab|harm|poison) (?:your ?self|urself|yourselves)|unalive yourself",
    "(?<!(?:not|n't|never) )(?:end|take) (?:your|ur) (?:own |miserable |sad )?life(?! (?:to|back|into|insurance))",
    "(?:slit|cut|slash) (?:your|ur) (?:wrists?|throats?|veins)",
    "(?:nobody|no one|noone) (?:would|will) (?:miss|care about|notice|mourn) you(?! for (?:an?|the|one|two|half|a few) (?:\\w+ )?(?:minutes?|hours?|mornings?|afternoons?|evenings?|days?|weekends?|weeks?))|(?:better|best) off dead|better off without you|world (?:would be|is) (?:a )?better (?:place )?without you",
    "(?:go|just|should|please) (?:jump off|die|commit suicide|starve yourself|overdose)|jump off a (?:bridge|roof|cliff|building)|drink bleach|swallow (?:all )?(?:the|your) pills|put a (?:gun|bullet) (?:to|in) your"
  ),
  ...of(
    "hate",
    0.9,
    `${group} (?:are|is|were|were all|'re)(?: (?:all|just|only|too|so|nothing but|simply|basically|mostly|a bunch of))* ${vile}`,
    `${group} (?:secretly )?(?:control|run|own|rule|ruin|are ruining|destroy|are destroying) (?:the|our|this|everything)`,
    `${group} (?:should(?: not|n't| never)? be (?:allowed|deported|banned|killed|shot|locked up|exterminated|wiped out|gassed|sterilized|hired|trusted|served)|(?:do not|don't) (?:belong|deserve)|should (?:go back|leave|die|burn|stay in the kitchen)|must (?:go|leave|die))`,
    `(?:(?:do not|don't|never|won't|will not) (?:serve|hire|sell to|trust|want|welcome)(?: any)?|no|hate|i hate|we hate|get rid of|keep out(?: the)?|death to|kill all|gas the|deport (?:all|the)) (?!they|men's|women's|men |women |indian |chinese )${group}(?: allowed| here|,|\\.|!|$)`,
    "(?:go|get|send \\w+) back to (?:your|their) (?:own )?(?:country|jungle|cave)|white (?:power|supremacy)|heil hitler|master race|ethnic cleansing"
  ),
  ...of(
    "harassment",
    0.9,
    "(?:send|show|give)(?: me| us)?(?: your| some| a)? (?:nudes?|naked|sexy|dirty) ?(?:pics?|photos?|pictures?)?|nudes",
    "(?:sexy|hot|juicy) (?:body|ass|legs|lips|tits|boobs)|(?:want|like|love) to (?:sleep with|have sex with|undress|touch|lick|do) you(?! a)",
    "take off your (?:clothes|shirt|bra|pants)|show me your (?:body|breasts|boobs)|have sex with me|sleep with me",
    "(?:watching|watched|follow(?:ed|ing)|filming|filmed) you (?:through|in|from|at|undress|sleep|shower|outside)(?: your| the| home)?"
  )
]

/** Whoever calls themselves that insults nobody: stands before the word. */
export const ofOurselves =
  /\b(?:we|i|ich|wir|nous|je|yo|io|eu)(?: (?:were|are|was|am|felt like|feel like|war|waren|bin|sind|etions|sommes|suis|soy|fui|sono|sou|fui)|['’](?:re|m))(?: (?:all|both|the|an?|such|real|total|totally|complete|absolute|utter|clearly|just|simply|die|der|ein|echt|des|les|un|una|uns?))* $/i

/** Things may hurt somebody without meaning to: stands before a threat's words in a recall, or a warning. */
export const ofThings =
  /\b(?:it|which|that|handles?|lids?|parts?|batter(?:y|ies)|chargers?|cables?|plugs?|blades?|glass|pans?|kettles?|ovens?|surfaces?|steam|water|oil|wax|sun|heaters?|hobs?|irons?|coffee|sauce|chill?i(?:es)?|screws?|springs?|edges?|wires?|sparks?) (?:may|might|can|could)(?: [\w,]{1,20}){0,5} $/i

/** Words that fold into one of the above and are none. */
export const harmless = /^(?:loosers?|retarders?|shiites?)$/
