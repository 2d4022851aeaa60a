/** What hurts whoever reads it without a word that is bad in itself: contempt, threats, extortion, despair made use of. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const low =
  "(?:st(?:u|o{2,5})pid|dumb|dense|thick|idiotic|pathetic|worthless|useless|hopeless|ugly|disgusting|lazy|ignorant|incompetent|clueless|brainless|spineless|gullible|gutless|boring|mediocre|laughable|ridiculous|inferior|naive|slow-witted|dim|childish|desperate|embarrassing|shameful|weak|sad little|repulsive|greedy|fat|delusional|deluded|selfish|careless|amateurish|second-rate|unlovable|blind|deaf|not (?:very |too |that |so )?(?:bright|smart|clever|intelligent)|an? (?:joke|disgrace|failure|embarrassment|disappointment|mess|coward|nobody|fraud|liar|baby|burden|fool|loser|clown|cheapskate|waste))"
const who =
  "(?:dumm(?:y|ies)|st(?:u|o{2,5})pid|dumb|loser|losers|fool|fools|dumbo|slowpoke|lazybones|cheapskates?|cry-?bab(?:y|ies)|coward|cowards|fatty|fatso|peasants?|sheep|blockhead|dope|knucklehead|pea-?brain|birdbrain|dinosaur|deadbeats?|noobs?|weaklings?|whiners?|slackers?|freeloaders?|sucker|suckers|failure|clown|clowns|pig|pigs|ignoramus|tightwads?|wimps?|wuss|dork|dweeb|muppet|pillock|nincompoop|doofus|hag|old hag|snowflakes?)"
const much =
  "(?:(?:all|just|really|so|such|too|simply|clearly|obviously|probably|still|always|truly|actually|quite|very|rather|pretty|completely|totally|utterly|absolutely|honestly|as|that|this|kind of|a bit|being|a bunch of|nothing but|plain|frankly|apparently|even more|only|a|an|the) ){0,3}"
const body =
  "(?:brain|brains|clue|taste|sense|spine|backbone|guts|shame|dignity|talent|future|friends|class|imagination|self-respect|balls|manners|life|idea what you(?:'re| are) doing)"
const harmlessly =
  "\\b(?:no one should|nobody should|never be|bully\\w*|stereotypes?|myth|wrong to|mean words|we stand against)\\b"

const insults = [
  meaning(
    "insult",
    1,
    [
      `(?:you|u|ya)(?: people| lot| guys| folks| all| two| and your \\w+)?(?:'re| are| ?r| must be| have to be| look| sound| seem| were| act) ${much}${low}(?! (?:good|simple|proof|for (?:not|no)|spots?|spot|busy|easy|tested|tasting))`
    ],
    `${harmlessly}|not ${low}|\\b(?:if|feel like|think|thought|told|says?|when|whether|because) you(?:'re| are)|\\b(?:you are|you're) not`
  ),
  meaning("insult", 1, [
    `(?:how|why are you|why do you have to be) (?:so |this |that |such )?${low}(?: (?:can|are|do|must) (?:you|one|anyone|somebody)| a person|$|[?!])`
  ]),
  meaning("insult", 1, [
    `(?:are|r) (?:you|u) ${much}(?:st(?:u|o{2,5})pid|dumb|dense|thick|deaf|blind or|lazy or|an? (?:fool|loser|coward|baby)|brain ?dead|out of your mind)`
  ]),
  meaning(
    "insult",
    1,
    [
      `(?:wake up|listen(?: up)?|hey|hi|hello|oi|yo|come on|hurry up|move(?: it)?|think|look|sorry|dear|get up|pay up|sign up|try again|read this|attention|you|another|enough|nice try|well done|bye|goodbye|ok|okay|well|yes|no|guess what|good morning|so|now|today|again|here|it|this|us|late)(?:,|:)? (?:you )?(?:little |old |lazy |big |silly |damn |cheap |poor |dumb |fat |useless ){0,3}${who}(?: ?[.,!?:;)-]|$)`
    ],
    "simple,? st(?:u|o{2,5})pid|the (?:clown|pig|sheep)|it's a|about"
  ),
  meaning(
    "insult",
    1,
    [
      `you (?:little |old |lazy |big |silly |damn |cheap |poor |fat |useless |ungrateful |sorry |miserable ){0,3}${who}`
    ],
    "if you|who you|when you|you dope out"
  ),
  meaning(
    "insult",
    1,
    [
      `you(?:'ve| have)?(?: \\w+ly| really| still| just| even){0,3}(?: got| have| has| possess| lack| were born with(?:out)?)?(?: no| zero| not a| half a| the (?:brain|taste|sense)[a-z ]*| without a|'t have (?:a|any|the)| not have (?:a|any|the)) ${body}(?! (?:to|of (?:time|humou?r))\\b)`,
      "you(?:'ve| have| clearly| obviously| must| really| lack| got| do| don| were)"
    ],
    "time|don't worry|feel like (?:you|life)"
  ),
  meaning(
    "insult",
    2,
    [
      "(?:even|any|every) (?:an? |my |your |the |our )?(?:\\w{1,20} )?(?:child|toddler|monkey|dog|cat|baby|goldfish|grandma|grandmother|kid|five-year-old|amateurs?|beginner|parrot|hamster|moron|idiot)\\b",
      "why (?:don't|can't|won't|haven't|didn't) you|what(?:'s| is) your excuse|unlike you|but not you|than you|you (?:still )?(?:can't|don't|won't|never|fail)|you are not|beyond you"
    ],
    "you (?:won't|don't|never|can't) (?:need|have to|miss|go wrong)"
  ),
  meaning(
    "insult",
    1,
    [
      "(?:people|someone|somebody|anyone|customers|losers|those|folks|women|men) like you (?:(?:will|would|can|could|should|simply|just|usually|only) ){0,3}(?:never|always (?:fail|lose|complain|whine|want)|don't|do not|can't|cannot|fail|ruin|have no|are (?:why|the reason|the problem)|make (?:me|us) sick|shouldn't|not)|(?:your|you) (?:kind|sort|ilk)(?:s)? (?:is|are|never|always|will|should|don't|can't|of people(?!\\?))"
    ],
    "never (?:stop|give up|settle|quit)"
  ),
  meaning(
    "insult",
    1,
    [
      "(?:i|we|everyone|everybody|they|the world|your (?:friends|neighbou?rs|colleagues|competitors|customers|boss)) (?:all |really |just |only |can only |secretly |is |are ){0,3}(?:pity|pities|despises?|laugh(?:s|ing)? at|sick of|fed up with|tired of|ashamed of|embarrassed by|mocks?|mocking|looks? down on|feels? sorry for) (?:you|people like you|your (?:face|stupidity|laziness|whining|excuses))(?! (?:less|twice))"
    ],
    "never|not|n't|let"
  ),
  meaning("insult", 1, [
    "(?:stop|quit|enough of|spare us|drop|save) (?:(?:being|acting like|acting) (?:such |so |like )?(?:an? )?(?:\\w{1,20} )?(?:cry-?baby|baby|coward|child|whiner|cheapskate|lazy|cheap|stupid|dumb|difficult|dramatic|pathetic|loser|fool|wimp|diva|princess|sissy|wuss|chicken)|(?:your )?(?:whining|whinging|moaning|pathetic|stupid|lame|sorry) ?(?:excuses)?)"
  ]),
  meaning(
    "insult",
    2,
    [
      "disgrace|embarrassment|laughing stock|pathetic|garbage|trash|a shame|worthless|a joke|a failure|a disaster|ugly|hideous|rubbish",
      "so are you|and you too|just like you|like you do|are you|you are no better|suits you|you (?:deserve|made) (?:it|that)|(?:your|ur) (?:\\w{1,20} )?(?:website|site|shop|work|taste|face|style|outfit|home|wardrobe|business|kids?|children|life|body|haircut|hair|clothes|cooking|garden|skin|team|writing|company|profile|design|photos?|marriage|brand) (?:is|are|looks?|smells?|deserves)"
    ],
    "(?:trash|garbage) (?:bag|can|truck|collect|bin|day)|no (?:\\w{1,20} )?(?:trash|garbage|rubbish)|recycl|skip"
  ),
  meaning("insult", 1, [
    `only (?:an? |the )?(?:real |complete |total |absolute )?(?:idiots?|fools?|losers?|morons?|(?:${low}|poor|old) (?:people|person|folks|ones|man|woman|owners?|customers?)|cowards?|amateurs?|cheapskates?|peasants?|suckers?)|(?:st(?:u|o{2,5})pid|dumb|lazy|ignorant|ugly|worthless|pathetic|gullible) (?:people|ones|folks|customers|buyers|owners|bosses) (?:still |always |never |just |only |will |would ){0,3}(?:pay|use|buy|miss|wait|ignore|fall|skip|stay|need|don't|won't|can't|get|shop|hire|work|drive)`
  ]),
  meaning(
    "insult",
    1,
    [
      "what(?:'s| is) wrong with you|you (?:\\w{1,20} ){0,2}lack (?:the |any |all )?(?:intelligence|brains?|brainpower|taste|class|talent|sense|wit|skills?|ambition|courage|character)|(?:smarter|brighter|cleverer|sharper|quicker) (?:\\w{1,20} )?than (?:you\\b|your|our average|most of you|people like you)|imagine being (?:this|so|that) (?:\\w{1,20})|what is your problem|get a life|get lost|man up|grow (?:up|a pair|a spine|some balls)|nobody asked (?:you|for your)|cry (?:about it|me a river|harder)|sucks to be you|use your (?:tiny |little )?brain|(?:do|can) you even (?:read|think|know|understand|own|try|listen)|for once in your (?:\\w{1,20} )?life|are you even (?:trying|listening|human)|go cry|you bore (?:me|us)|beneath us|we deserve better customers|you wouldn't understand|(?:too|way) (?:complicated|hard|difficult|advanced|clever|sophisticated) for (?:you|people like you|your little|someone like)|(?:your|ur) (?:tiny|little|small|pea|feeble|simple|empty) (?:brain|mind|head)|dumb it down for you|(?:let me|i'll|we'll|we will|i will) (?:say|explain|write|spell) (?:it|this|that)(?: out)? (?:again |very )?slowly|try to keep up|do us a favou?r and (?:leave|unsubscribe|go)(?! (?:an?|your|some|us (?:an?|your)|to (?:our|the)|on) )|you (?:don't|do not) deserve (?:our|this|us|any|friends|love|good)|you(?:'ll| will) never (?:amount|be (?:good|smart|loved|pretty|rich|one of|anything|more)|make it|find (?:love|anyone|a husband|a wife)|succeed|understand)|you should be ashamed|shame on you|no wonder (?:you(?:'re| are) (?:single|alone|broke|fat|failing|divorced)|(?:nobody|no one|your (?:wife|husband|customers|friends)))"
    ],
    "get lost in|scams?"
  ),
  meaning(
    "insult",
    1,
    [
      "(?:you(?:'re| are)|too|so) (?:\\w{1,20} )?(?:poor|broke|old|fat|ugly|slow|stupid|dumb|lazy|dense|thick|weak|simple|uneducated) (?:to (?:understand|afford|get|see|know|figure|realise|realize|read|think|learn|use|keep|notice|work|care)|for (?:us|our|this|that|anything))",
      "you|your"
    ],
    "if you|think you|nobody is|no one is|not too|never too|n't too|feel too|too (?:old|slow|weak|simple) (?:to|for) (?:use|keep|learn) (?:it|them)"
  )
]

const warned =
  "\\b(?:scams?|scammers?|fraud\\w*|phish\\w*|hoax|beware|never|report (?:it|them|such)|police advise|novel|film|movie|game|book|thriller|play|episode|escape room)\\b"

const threats = [
  meaning(
    "threat",
    1,
    [
      "(?:will|'ll|going to|can|gonna) (?:soon |then |just )?(?:pay|give|teach) you (?:all )?a (?:visit|beating|lesson|hiding)",
      "if you (?:don't|do not|cancel|leave|refuse|ignore|keep|forget|stop)|unless|or|otherwise|our (?:men|boys|guys|friends)"
    ],
    `${warned}|surf|piano|guitar|dance|swim`
  ),
  meaning(
    "threat",
    1,
    [
      "(?:will|'ll|going to|gonna|can|could|shall|promise to|know how to) (?:make|see to it that|teach|ensure(?: that)?|make sure(?: that)?) (?:you|u|your \\w+|them)(?: all| will| to)? (?:regret|pay (?:for|dearly|the price)|suffer|sorry|bleed|disappear|beg|a lesson|never (?:work|walk|sleep|sell|see))"
    ],
    `${warned}|n't|not |nothing`
  ),
  meaning(
    "threat",
    1,
    [
      "(?:we|i|our (?:men|people|boys|guys|friends|lawyers)|someone|somebody)(?:'ll| will| are going to| can| could| might| am going to|'re going to) (?:\\w{1,20} )?(?:ruin|destroy|wreck|crush|finish|end|bury|break|burn|hunt|hurt|harm|punish|get|deal with|come (?:for|after)|pay a visit to|show up at|blacklist|expose|humiliate|track down|be waiting for|smash|shut down) (?:you|your (?:life|career|reputation|family|kids|business|shop|house|home|car|marriage|credit|name|legs?|face|door|windows?|credit score|company))(?! (?:an?|the|some|over|into|to|there|back|ready|started|covered|home|from|up and|through|out|your|more|better|free|moving|on|in|off|with|past|competition|debt))"
    ],
    `${warned}|n't|not `
  ),
  meaning(
    "threat",
    1,
    [
      "(?:or|otherwise|and|else|then|,) (?:believe (?:me|us),? )?(?:you|u|your (?:family|kids|wife|boss|business))(?:'ll| will| are going to| gonna| shall)(?: all| both| soon| really| surely)? (?:be (?:very |so |really )?sorry|regret (?:it|this|that|ever|the day)|suffer|pay for (?:it|this|that)|find out what|see what happens|lose everything|wish you(?: had|'d)|get hurt|never (?:be safe|sleep|walk))"
    ],
    "n't|not "
  ),
  meaning(
    "threat",
    2,
    [
      "(?:bad|terrible|nasty|ugly|unpleasant|horrible) things (?:\\w{1,20} )?happen|accidents (?:do |can |will )?happen|(?:shame|pity|sad|unfortunate|too bad|terrible) if (?:something|anything|someone|your|the|they|he|she|it (?:burn|broke|got))|something (?:bad |terrible |nasty )?(?:might|could|may|will) happen to|you(?:'ve| have) been warned|this is (?:your|the) (?:last|final|only) warning|(?:nobody|no one) will hear you|nowhere to (?:run|hide)|can(?:'t|not) hide from us|your days are numbered|(?:think|careful) about (?:your|the safety of your) (?:family|kids|children)|consequences (?:will|for you|for your)|wouldn't want (?:anything|something|your)",
      "you|your|our|us|we|nice"
    ],
    "insur|alarm|protect|(?:first aid|cover|warranty|lock|seat ?belt|stain|carpet|spill|repair)s?|clean|leaf|weather"
  ),
  meaning(
    "threat",
    1,
    [
      "(?:we|i)(?:'re| are| am|'m|'ve been| have been)? (?:always |still |all )?(?:watching|following|stalking|tracking|coming for|outside) (?:you|your (?:house|home|kids|children|wife|husband|every move|door)|every step you)(?! (?:on|grow|order|progress|shine))|(?:we|i) (?:already |also |exactly ){0,3}know (?:exactly )?(?:where|when|which (?:school|car|bus)|what time) (?:you|your (?:kids?|children|wife|husband|family|daughter|son|mother))\\b.{0,15}(?:live|lives|sleep|sleeps|leave|leaves|park|parks|go|goes|work|works|drive|drives|walk|walks|is|are|come|comes|play|plays)"
    ],
    `${warned}|insta|social`
  ),
  meaning(
    "threat",
    2,
    [
      "(?:pay|transfer|bitcoins?|btc|wire|ransom|deposit|money|dollars|euros|hand over|sum|settle|cash|sign|renew|answer|comply|obey|cooperate)",
      "(?:or|unless|otherwise|else|if you (?:don't|do not|refuse|ignore|fail)|until|before|by tomorrow|hours)",
      "(?:tell|inform|show|mail|post|publish|leak|expose|release|upload|share|spread|sell|reveal|learn|know|see|sees|hear|hears|find out|go(?:es)? (?:online|public|viral)|gets?|delete|destroy|lock)(?: (?:the|it|them|your|all|everything|to)){0,3}",
      "(?:your (?:\\w{1,20} )?(?:wife|husband|boss|family|contacts|employer|friends|partner|parents|colleagues|secrets?|affair|photos?|videos?|pictures?|browsing|files?|data|history|nudes?|recordings?|neighbou?rs|mother|chats?|past))",
      "(?:wife|husband|boss|secret|secrets|affair|webcam|recorded|filmed|private|intimate|compromising|naked|hacked|encrypted|history|what you did|embarrass\\w*|contacts see|everyone (?:will )?(?:know|see)s?|go online|stolen)"
    ],
    `${warned}|back ?up`
  ),
  meaning(
    "threat",
    2,
    [
      "(?:i|we)(?: have|'ve)?(?: secretly| also)? (?:recorded|filmed|hacked|taped|infected|encrypted|stolen|broken into|gained access to|installed (?:a )?(?:malware|virus|trojan|spyware)|taken control of) (?:you\\b|your|on your)|(?:i|we) have (?:your|some|a|very)? ?(?:\\w{1,20} )?(?:private|intimate|naked|compromising|secret|embarrassing|dirty) (?:photos?|videos?|pictures?|messages|recordings?|secrets?|footage)",
      "pay|bitcoins?|btc|send|transfer|dollars|euros|money|or\\b|unless"
    ],
    warned
  ),
  meaning(
    "threat",
    1,
    [
      "(?:burn|set fire|smash|break|shoot|bomb|blow up|poison|kidnap|beat up|hit|slap|punch|whip|spank|choke) (?:down |to |up |in )?(?:your (?:wife|husband|kids?|child(?:ren)?|dog|cat|house|home|shop|windows?|car|neighbou?rs?|teacher|boss|employees|coworkers?)|anyone who|everyone who|those who)"
    ],
    `${warned}|n't|not |calories|safe room`
  )
]

const helped =
  "\\b(?:crisis|hotline|helpline|lifeline|samaritans|please (?:call|talk|reach)|talk to (?:us|someone|somebody|a)|reach out|therap\\w+|counsel\\w+|psycholog\\w+|doctors?|emergency|you are not alone|you're not alone|support (?:group|line)|116 ?123|988|help is|get help|prevention|warning signs|listen\\w*|training|charity|volunteers?)\\b"
const unharmed =
  "n't|\\b(?:never|not|without|stop|avoid|instead of|risk\\w*|no longer|rather than|so you (?:won't|never)|accidentally|prevents?|careful)\\b"

const despair = [
  meaning(
    "self-harm",
    2,
    [
      "end(?:ing)? it(?: all)?|end(?:ing)? (?:your|my) life|suicid\\w*|kill(?:ing)? (?:yourself|myself)|(?:want(?:ing)?|wish|ready) to die|tired of (?:life|living|it all|being alive)(?! (?:in|with|out|on|like|near|under|without)\\b)|no (?:reason|point|will)(?: left)? (?:to|in|for) (?:live|living|go on|going on)|can't go on|life (?:is|has become|feels) (?:\\w{1,20} )?(?:pointless|meaningless|worthless|over|not worth)|not worth living|give up on life|wish(?:ing)? you were(?:n't| not| never)? (?:dead|born|alive|here)|feel(?:ing)? (?:worthless|suicidal|hopeless)|self-?harm|overdos\\w+|done with life|hate (?:yourself|your life)",
      "premium|plan|discount|buy|bought|upgrade|\\d+ ?% ?(?:off)?|orders?|coupon|sale|treat yourself|sign up|subscribe|products?|shop|deal|offers?|try (?:our|this|it)|ours?|jump|do it|go ahead|first|newsletter|webinar|app|course|then"
    ],
    `${helped}|insurance|will|notar|contract|(?:talk|ask|speak)\\w* (?:\\w{1,20} )?about suicide|suicide (?:awareness|first aid|safety)|for help\\b`
  ),
  meaning(
    "self-harm",
    1,
    [
      "(?:just|go|please|maybe|should|why not|and|now|then|simply|better|could) (?:jump(?! (?:in|on|to|into|start|right|at|the|over|for|ahead|rope|for joy)\\b)|vanish|die|disappear (?:forever|for good|completely)|end (?:it|yourself|it all)|drown|hang yourself|stop breathing|stop existing)(?: |[.!?,]|$)"
    ],
    `${unharmed}|spot|stain|crowd|line|queue|ink|noise|sound|bug|wrinkle|battery|plants?`
  ),
  meaning("self-harm", 1, [
    "(?:do|doing) (?:everyone|everybody|us(?: all)?|the world|yourself|your family|humanity|them) a (?:big |huge )?favou?r,? (?:and|by) (?:die|dying|disappear\\w*|end\\w*|vanish\\w*|kill\\w*|jump\\w*|go away|never)"
  ]),
  meaning(
    "self-harm",
    1,
    [
      "(?:burn|cut|cutting|hurt|hurting|harm|harming|starve|starving|punish|punishing|scar|injure) (?:yourself|urself|your (?:arms?|wrists?|skin|body))"
    ],
    `${unharmed}|${helped}`
  ),
  meaning(
    "self-harm",
    1,
    [
      "skip(?:ping)? (?:all )?(?:meals|food|eating)|starv(?:e|es|ing)(?! artists)|stop eating|quit eating|thinspo|pro-?ana|eat(?:ing)? nothing|vomit(?:ing)?|throw(?:ing)? up|purg(?:e|ing)|laxatives?|(?:under )?[1-7]\\d\\d calories (?:a|per|each) day|(?:only|just) (?:\\d{2,3}|two hundred|three hundred) calories",
      "beautiful|pretty|thin|thinner|skinny|slim|fast(?:er|est)?|weight|kilos?|pounds|perfect|bikini|summer|model|loved|confident|size zero|body|attractive"
    ],
    `${unharmed}|disorder|anorexi|bulimi|children|refugees|donat|hunger|n't`
  )
]

export const hurtful: ReadonlyArray<Meaning<Hurt["category"]>> = [...insults, ...threats, ...despair]
