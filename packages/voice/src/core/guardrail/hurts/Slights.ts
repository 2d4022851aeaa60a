/** More of what hurts: minds and bodies made small, curses, and threats that stay vague. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:wrong to|never say|nobody should|no one should|bully\\w*|stereotypes?|myth|discriminat\\w*|racis[mt]\\w*|prejudices?|novel|film|movie|play|museum|exhibition|debunk\\w*|equal\\w*|accessib\\w+)\\b"
const body =
  "(?:thighs?|belly|bellies|stomach|gut|face|body|skin|legs?|arms?|fat|teeth|feet|nose|wrinkles|rolls|pimples|hair|chins?|butt|backside|figure|flab|cellulite|breath|armpits?|scars?|acne)"
const mind = "(?:minds?|brains?|heads?|intellects?|iqs?|vocabular(?:y|ies)|wits?)"

export const slighting: ReadonlyArray<Meaning<Hurt["category"]>> = [
  meaning("insult", 1, [
    `(?:brains?|brainpower|mind|intelligence|iq|wit|charm|personality|common sense|looks|morals) (?:of|like) (?:an? |the )?(?:\\w{1,20} ){0,2}?(?:sponge|rock|brick|potato|cabbage|turnip|vegetable|goldfish|hamster|gnat|amoeba|toaster|doorknob|doormat|broom|shoe|donkey|mule|sheep|chicken|pigeon|worm|fly|flea|plank|stone|log|mop|rat|pig|slug|snail|tree|teapot|bucket|houseplant|cucumber|dishcloth|rag|wall|block)s?|(?:half|quarter of) a brain(?! ?(?:scan|teaser))`
  ]),
  meaning(
    "insult",
    1,
    [
      `(?:your|you|for|their|of|those) (?:\\w{1,20} )?(?:small|tiny|simple|feeble|weak|empty|limited|slow|puny|little|pea-sized|thick|dull) ${mind}`
    ],
    `${told}|simple minds make|calm|slow(?:er)? breath`
  ),
  meaning(
    "insult",
    1,
    [
      "(?:your|ur) (?:own )?(?:mother|mom|mum|father|dad|parents|family|kids?|children|wife|husband|grandmother|teachers?|ancestors|dog) (?:must|would|should|will|has to|have to|is|are|was|were)(?: be| feel)?(?: so| very| really| deeply| right to be)? (?:ashamed|embarrassed|disappointed|sorry (?:for|about) you|disgusted|blind|crying)"
    ],
    "not|never|n't"
  ),
  meaning(
    "insult",
    1,
    [
      `(?:nobody|no one|noone|who|none of us|we don't|people don't|i don't)(?: really| even| ever)? (?:wants?|would (?:want|like)|needs?|likes?|cares?|can bear|can stand|deserves?|will ever love|would ever love|will ever want|will love)(?: to)?(?: (?:see|look at|be seen with|touch|kiss|smell|hug|date|marry|sit next to|hear|watch))?(?: (?:you|at))?(?: (?:with|in|because of))? ?(?:you\\b|(?:your|those|that|these|this|such) (?:\\w{1,20} )?${body})`
    ],
    `${told}|alone|without`
  ),
  meaning(
    "insult",
    1,
    [
      `(?:ew+|yuck|eek|gross|disgusting|hideous|revolting|cover up|cover (?:it|them)|hide|bag over|paper bag|put (?:it|them) away|shame(?:ful)?|ashamed)`,
      `(?:your|those|that|these|with that|you) (?:\\w{1,20} )?${body}`,
      "(?:ew+|yuck|eek|gross|disgusting|hideous|revolting|cover up|slim down|who let|paper bag|bag over|put (?:it|them) away|until you (?:try|buy|use|lose)|ashamed of (?:those|your))"
    ],
    `${told}|gross (?:weight|income|price)|blemish|concealer`
  ),
  meaning(
    "insult",
    1,
    [
      "you (?:all )?(?:really |actually |still |simply )?(?:smell|stink|reek)(?: (?:so |really |a bit )?(?:bad|awful|terrible|funny|like (?:a|an|the|something|old|dead|rotten|wet)|of (?:sweat|fish|garlic|failure|booze|cheap)))?(?=[,.!?;:]| and | but | so |$| bad| awful| terrible| like| of )"
    ],
    "good|great|nice|wonderful|fresh|lovely|amazing|roses|coffee|bread|when you|as you|can you|could you|the moment|before you|if you|until you"
  ),
  meaning(
    "insult",
    1,
    [
      "(?:people|someone|somebody|anyone|customers|folks|those|women|men|idiots|losers|creatures) like you (?:\\w{1,20} )?(?:should|must|ought to|need to|have to|deserve to|had better)(?: not| never| all| just)? (?:be |get |have been )?(?:sterili[sz]ed|locked|banned|shot|put down|removed|punished|hung|hanged|beaten|jailed|deported|laughed|euthani\\w+|exterminat\\w+|gassed|aborted|caged|muzzled|die|shut|disappear|ashamed|kept|stopped|fired|breed|reproduce|vote|drive)"
    ],
    told
  ),
  meaning(
    "insult",
    1,
    [
      "(?:you|your customers|our (?:average )?(?:users|customers)|every(?:one| user| customer)|all (?:users|customers)|they|must be|are|is) (?:\\w{1,20} ){0,4}?(?:drooling|mouth-breathing|knuckle-dragging|brain-?dead|half-witted|slack-jawed|inbred|snivelling|sniveling|spineless|special kind of (?:stupid|thick|dumb|slow|lazy)|thick as|dumb as|dumber than|thicker than|stupid as)",
      "you|your|user|users|customers?|everyone|they"
    ],
    told
  ),
  meaning(
    "insult",
    1,
    [
      "(?:your|that|this) (?:sad|pathetic|miserable|pitiful|boring|worthless|pointless|empty|lonely|sorry|wretched)(?:,? (?:and )?(?:sad|little|small|pathetic|miserable|boring|lonely|sorry|excuse(?: for| of)? an?|existence)){0,3} (?:life|lives|existence|face|business|career|home|marriage|body|little life|of a (?:life|person|man|woman|human))",
      "your|you"
    ],
    `${told}|end (?:of )?(?:a |your )`
  ),
  meaning("insult", 1, [
    "(?:shove|stick|cram) (?:it|that|this|them|your \\w+)(?: \\w+)? (?:where the sun|up (?:your|ur|the))|where the sun (?:does not|doesn't|don't) shine|kiss my (?:\\w+ )?(?:ass|butt|backside|arse)"
  ]),
  meaning(
    "insult",
    1,
    [
      "(?:pigeon|monkey|chimp|ape|dog|cat|goat|goldfish|toddler|baby|child|five-year-old|toaster|robot|rock|potato|parrot|hamster|donkey|sheep|cow|houseplants?|squirrel|blind \\w+)s? (?:would|could|can|might|does|has|have|is|are|makes?|knows?)\\b.{0,40}\\b(?:better|faster|more|smarter|quicker|cleverer)\\b.{0,20}\\bthan (?:you\\b|your\\b|our (?:\\w{1,20} )?(?:customers?|users?))"
    ],
    told
  ),
  meaning(
    "insult",
    1,
    [
      "you (?:absolute|utter|massive|complete and utter|total and utter|great big|sorry excuse|pathetic little) (?:\\w{1,20} )?(?!legends?|stars?|hero|heroes|genius|gems?|angels?|darlings?|champions?|queens?|kings?|love|beaut|sweet|joy|pro|winners?|beginners?|control|freedom|peace)\\w+(?=[.!?,;]|$)|(?:,|you|you're an?|you are an?|such an?) (?:\\w{1,20} )?(?:slobs?|hags?|brats?|trolls?|muppets?|plonkers?|pillocks?|prats?|twerps?|nincompoops?|dolts?|oafs?|wimps?|weirdos?|buffoons?|dorks?|doofus|ignoramus|louts?|maggots?|swine|leech(?:es)?|parasites?|tightwads?|nobod(?:y|ies))(?=[.!?,;]|$)"
    ],
    told
  ),
  meaning("insult", 1, [
    "(?:your|you)\\b.{0,60}\\b(?:animal control|(?:belongs?|should be|put you) in (?:a|the) (?:zoo|circus|freak show|bin|dumpster|asylum|sewer)|no wonder (?:you|your)|exterminator for you)|no wonder (?:you(?:'re| are)|your) (?:\\w{1,20} )?(?:single|alone|broke|fat|fired|divorced|unemployed|lonely|ugly|hates?|left)"
  ]),
  meaning(
    "insult",
    1,
    [
      "(?:you|your family|people like you) (?:do not|don't|never|really don't) deserve (?:to (?:live|eat|own|be (?:here|loved|happy|served)|have|exist|breathe|wear)|any|love|our|such|this|it|friends|respect|nice)"
    ],
    `${told}|bad|poor|pain|less|boring|stress|worse|lousy`
  ),
  meaning("self-harm", 1, [
    "(?:nobody|no one|noone|who) (?:will|would|is going to|'s going to) (?:ever )?(?:cry|come|notice|mourn|show up|care|weep|miss)\\b.{0,20}\\b(?:your funeral|your grave|when you(?:'re| are)? (?:gone|dead|die)|if you (?:died|die|vanish|disappear))"
  ]),
  meaning(
    "self-harm",
    1,
    [
      "cotton balls|tapeworms?|ipecac|chew and spit|dry fast(?:ing)?|laxatives?",
      "juice|full|weight|thin|dress|slim|hungry|hunger|sizes?|lose|skinny|figure"
    ],
    `${told}|n't|never|danger\\w*|not `
  ),
  meaning(
    "threat",
    2,
    [
      "(?:you have until|you have (?:\\w+ )?(?:hours?|days?)|the deadline|last chance to pay|until (?:midnight|noon|tomorrow|friday|monday)|after that|if you (?:don't|do not|talk|refuse))",
      "(?:think of|think about|remember|say goodbye to|kiss|hug|pray for|take care of) your (?:\\w{1,20} )?(?:kids?|child(?:ren)?|daughters?|sons?|wife|husband|family|mother|dog|parents)"
    ],
    `${told}|holiday|gifts?|insur\\w*|photos?|voucher`
  ),
  meaning(
    "threat",
    1,
    [
      "(?:people|those|anyone|everyone|snitch(?:es)?|rats|customers|whoever|liars|you(?:'ll| will| could| might)?|he|she|they) (?:[^.!?]{1,40} )?(?:ends? up|wake up|will be found|be found|land|sleep) (?:in|at the bottom of|under|with) (?:the |a )?(?:\\w{1,20} )?(?:rivers?|lake|hospital|ditch|grave|morgue|trunk|swamp|fishes|concrete|intensive care|cemetery)"
    ],
    `${told}|bottles?|plastic|waste|rubbish|oil|swim\\w*|fish(?:ing)? `
  ),
  meaning(
    "threat",
    1,
    [
      "(?:i |we )?(?:hope|wish|pray|may)(?: that| to god)? (?:you|u|your (?:\\w{1,20} ){0,2}?(?:family|kids?|children|mother|wife|husband|dog|parents|baby|business|house))(?: (?:all|both|soon|will|would|really|slowly))? (?:gets?|catch(?:es)?|falls?|dies?|rots?|suffers?|chokes?|burns?|loses?|drowns?|bleeds?|ends? up|rot|crash(?:es)?|fails?|go(?:es)? (?:to hell|bankrupt))",
      "sick|ill|cancer|hurt|hit|die|dies|hell|rot|rots|suffer|suffers|choke|chokes|burn|burns|everything|drown|drowns|bleed|bleeds|jail|alone|hospital|covid|disease|crash|fail|fails|bankrupt"
    ],
    `never|not|n't|${told}`
  ),
  meaning(
    "threat",
    1,
    [
      "(?:pay|sign|renew|reply|answer|settle|transfer|buy|obey|do (?:it|as)|leave|miss|cancel|refuse|ignore|complain|tell)",
      "(?:or|else|otherwise|and|then),? (?:we|i|they|someone|somebody|my (?:boys|men|friends)|our (?:boys|men|friends|people))(?:'ll| will| shall| may| might| can)? (?:(?:break|breaks) (?:more than|your|you|both|every|something|some|a few)|hurt|burn|smash|cut|hunt|ruin|destroy|come (?:for|after|over to)|leak|expose|visit your|know where|find your|beat|shoot|kill)|(?:accidents?|things|something|it) (?:can|could|may|might|will|do) (?:happen|go (?:very |badly )?wrong|get (?:ugly|nasty)|break|burn)|(?:we|i) (?:have|got|know) (?:our |my |other |many )?ways (?:to|of) (?:find|make|get|punish|reach|hurt|mak|find)\\w* (?:you|people like you|those who)"
    ],
    `${told}|insur|backup|warranty|protect|safe|cover`
  ),
  meaning(
    "threat",
    2,
    [
      "you(?:'ll| will| are going to| would) (?:\\w{1,20} )?regret",
      "(?:we|i) (?:have|got|know) (?:our |my |other |many )?ways|find you|where you (?:live|sleep|work)|if you (?:cancel|leave|tell|talk|refuse|complain|go)"
    ],
    "n't|not regret|never regret|miss"
  )
]
