/** What hurts by saying less than it means: scorn dressed as sympathy, a word about one's window, doors that open one way. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:wrong to|never say|nobody should|no one should|bully\\w*|stereotypes?|myth|discriminat\\w*|racis[mt]\\w*|sexis[mt]\\w*|prejudices?|novel|film|movie|play|museum|exhibition|thriller|podcast)\\b"
const helped =
  "\\b(?:helpline|hotline|samaritans|talk to|call us|reach out|you are not alone|grief|bereav\\w*|prevention|volunteers?|holidays?|vacation|week off|days? off|weekend|spa|sabbatical|break)\\b"
const atHome =
  "\\b(?:sensors?|smart|app|timers?|thermostat|lamps?|bulbs?|blackout|blinds?|curtain (?:rail|fabric)|alarms?|insulat\\w+|glaz\\w+|measure|install\\w*|repairs?|deliver\\w*|insur\\w*|energy|viewings?|estate agents?)\\b"
const remark = "(?:review|post|comment|complaint|statement|testimony|story|tweet|rating|refund)"

type Insinuation = Meaning<Hurt["category"]>

const threats: ReadonlyArray<Insinuation> = [
  meaning(
    "threat",
    1,
    [
      "(?:come|coming|show up|turn up|drop by|stop by|swing by|be waiting|be (?:at|outside)|visit|drive)(?: \\w{1,20}){0,4} (?:your|ur) (?:house|home|door|doorstep|flat|apartment|place|work|office|school|street|gym)",
      `make (?:you|u) (?:regret|pay for|beg|sorry|take|delete|suffer)|be sorry|teach you|(?:talk|word|chat) (?:with you )?about (?:that|your|the) ${remark}|(?:take (?:it|that|this) down|delete (?:it|that|this|your \\w+)|remove (?:it|that|your \\w+))(?: [^ .!?]{1,24}){0,5}? or (?:we|i|my|our|someone)`
    ],
    `${told}|\\b(?:nothing|never|not)\\b|n't`
  ),
  meaning(
    "threat",
    1,
    [
      "(?:will|'ll|gonna|going to|and|shall) make (?:you|u|your \\w+) (?:all )?(?:regret (?:it|this|that|the)|bleed|beg for)"
    ],
    `${told}|\\b(?:nothing|never|not|recipe|dish|dessert)\\b|n't`
  ),
  meaning(
    "threat",
    2,
    [
      "(?:your|ur) (?:\\w{1,20} )?(?:bedroom|windows?|curtains|lights?|balcony|front door|garden gate|kitchen)",
      "goes (?:off|out|on) (?:at|around|about|just|before|after)|(?:first|second|third|fourth|last|only|top|left|right) (?:windows?|doors?|floor|balcony)|(?:windows?|doors?|balcony) (?:from|on) the (?:left|right)|under the (?:mat|doormat|flowerpot|pot)|(?:always|usually) (?:open|unlocked|dark)|across the (?:street|road)",
      `think (?:again|twice|carefully|hard)|(?:that|your|the|this) ${remark}|sleep well|sweet dreams|sleep tight|see you (?:soon|tonight)|would be a (?:shame|pity)|nice view|we can see|i can see`
    ],
    `${told}|${atHome}`
  ),
  meaning(
    "threat",
    2,
    [
      "you (?:always |usually )?(?:leave|walk|get|come|go|park|jog|run|cycle)(?: \\w{1,20}){0,4} (?:at|around|about|by|before|after) (?:\\d|half|quarter|six|seven|eight|nine|ten|eleven|midnight|dark)|(?:your|ur) (?:daughter|son|kids?|children|wife|husband|mother|girlfriend|boyfriend|little \\w+) (?:always |usually )?(?:leaves?|walks?|gets?|comes?|goes|plays?|takes?|waits?)(?: \\w{1,20}){0,4} (?:alone|home|school|bus|park|at|around|every)",
      `think (?:again|twice|carefully|hard)|(?:delete|remove|withdraw|change|edit|take down|drop|about) (?:that|your|the|this) ${remark}|would be a (?:shame|pity)|hope nothing happens|quiet (?:street|road|path)|dark (?:street|road|path|alley)`
    ],
    `${told}|${atHome}|reflect\\w*|guided|route|train|lessons?|courses?|minibus|tram|ferry`
  )
]

const leave =
  "doors? (?:that )?(?:only )?(?:opens?|go(?:es)?|swings?|works?)(?: only)? one way|one[- ]way (?:doors?|tickets?|trip)(?! (?:to|from|for))|walk(?:ed)? (?:through|into the (?:sea|river|water|lake))|step(?:ped)? (?:off|over the edge)|(?:easy|quick|quiet|short|simple) way out|(?:never|not|without) (?:having to )?wak(?:e|ing) up|sleep for ?ever|let go for (?:good|ever)|stopped being here|not be here (?:tomorrow|any ?more)|slip away (?:for good|quietly|tonight)|the (?:bridge|rope|tracks|pills|roof|railway) (?:is|are) (?:\\w{1,20} )?(?:waiting|still there|not far|always)"
const unmissed =
  "(?:nobody|no one|noone|none of us|we)(?: would| will|'d|'ll)?(?: ever| even| really)? (?:not )?(?:hold it against you|blame you|stop you|notice|miss you|try to stop|mind|ask|look for you|come looking)"

const despair: ReadonlyArray<Insinuation> = [
  meaning("self-harm", 2, [leave, unmissed], `${helped}|${told}|exhibition|yoga|plane|train`),
  meaning(
    "self-harm",
    2,
    [
      "(?:world|everyone|everybody|people|family|kids|friends|they|life)(?: would| will| could| can|'d)? (?:\\w{1,20} ){0,4}?(?:fine|better|happier|quieter|easier|lighter|on)(?: [^ .!?]{1,24}){0,3} without you",
      `${leave}|${unmissed}|quieter|end it(?: all| now| here| tonight| today)?(?= *(?:[.!?,;]|$))|be gone|disappear|relieved|why (?:stay|wait|bother)|what are you waiting for`
    ],
    `${helped}|${told}|n't (?:be )?(?:\\w{1,20} )?without you`
  ),
  meaning(
    "self-harm",
    1,
    [
      "(?:you could|you can|why not|maybe|time to|just|simply|better to|perhaps) (?:always |finally )?(?:(?:fall asleep|go to sleep|sleep) (?:and|to) (?:never|not) wake|take the (?:easy|quick|quiet|short) way (?:out|down)|let go for (?:good|ever)|leave this (?:world|life)|check out (?:of life|for ever)|stop existing)"
    ],
    `${helped}|${told}`
  )
]

const likeYou =
  "(?:customers|people|someone|somebody|readers|users|folks|those|anyone|guests|ladies|women|men) like you(?:rself)?|in your case|even you|of all people"

const scorn: ReadonlyArray<Insinuation> = [
  meaning(
    "insult",
    2,
    [
      "(?:mirrors?|cameras?|scales?|chairs?|seats?|lens(?:es)?|sofas?|photographers?)(?: [a-z']{1,20}){0,3} (?:must|has|have|had|need|needs|deserves?) (?:to )?(?:be |have |been )?(?:[a-z]{1,20} ){0,2}?(?:brave|braver|bravest|courage|nerves|patience|patient|suffer\\w*|medal|pity|insurance|tough)",
      `${likeYou}|your (?:hallway|bathroom|home|face|house|bedroom|weight|photos?|looks|backside)`
    ],
    `${told}|\\b(?:wind|stones?|glass|children|kids|dogs?|bikes?)\\b`
  ),
  meaning(
    "insult",
    2,
    [
      "mirrors?|selfies?|photos?|portraits?|cameras?|faces?|looks",
      "(?:soft|blur\\w*|strong|heavy) filters?|retouch\\w*|paper bag|veil|(?:dim|turn (?:off|down)) the lights?|candlelight|(?:another|a better) angle|mask",
      "in your case|with (?:a|that|your) face|you of all people|especially you\\b|(?:a face|looks|features) like yours"
    ],
    told
  ),
  meaning(
    "insult",
    2,
    [
      "(?:your|ur) (?:sister|brother|cousin|neighbou?r|colleague|ex|best friend|wife|husband|mother|father|parents|twin)",
      "(?:always|clearly|obviously|certainly)? ?(?:was|is|were|got)? ?(?:always|clearly|obviously)? ?the (?:bright|brighter|clever|cleverer|smart|smarter|pretty|prettier|handsome|successful|talented|sensible|brains|looks) (?:one|half|sibling|sister|brother|of the (?:two|family))|got (?:all )?the (?:brains|looks|talent)",
      "unlike you|you did not|you didn't|(?:wasn't|isn't|weren't) (?:she|he|they)\\b|(?:love|loved) you (?:both|too|all the same|anyway)|at least (?:they )?say|and you|what about you|what happened to you"
    ],
    `${told}|birthday|gift|present`
  ),
  meaning(
    "insult",
    2,
    [
      "(?:not (?:everybody|everyone|all of us|all people)|some (?:people|of us|customers)|few)(?: \\w{1,20}){0,3} (?:made|cut out|built|born|meant|blessed|gifted|equipped) (?:for|with|to) (?:thinking|think|brains?|intelligence|reason|wits?|looks|beauty|a brain|common sense)",
      `${likeYou}|you\\b|pictures|crayons?|(?:big|large) letters|(?:simple|short) words`
    ],
    told
  ),
  meaning(
    "insult",
    2,
    [
      "(?:we|i)(?:'ve| have|'ll| will)? (?:also |already |even |just )?(?:put|made|drawn|written|printed|added|used)(?: [^ .!?]{1,24}){0,3}? (?:pictures|crayons?|(?:big|large) letters|(?:simple|short|small|easy) words|colou?ring)",
      "(?:for|so) (?:\\w{1,20} )?(?:customers|people|someone|users|folks|those|anyone|minds) like you(?:rself)?|so (?:that )?even you|even you (?:can|could|will|should|might)|for your (?:level|kind|sort)"
    ],
    told
  ),
  meaning(
    "insult",
    1,
    [
      "count(?:ed|ing)? (?:the|our) (?:cutlery|silver(?:ware)?|spoons|forks|towels|till|glasses|purses)|(?:lock(?:ed|ing)?|put)(?: \\w{1,20})? (?:up|away) (?:the|our) (?:silver(?:ware)?|till|valuables|spirits)|(?:hid|hidden|hide|watch|watching) (?:the|our) (?:silver(?:ware)?|wallets|purses|handbags|valuables|till)",
      "where (?:you|your \\w+|they)(?:'re| are)? (?:come|came|from)|your (?:kind|sort|background|family|people|part of town|neighbou?rhood|lot)|(?:people|someone|somebody|guests) like you|you (?:people|lot)|given (?:who|what|where) you|now that you(?:'re| are)"
    ],
    told
  ),
  meaning(
    "insult",
    2,
    [
      "at your (?:age|stage)|with your (?:years|wrinkles)|(?:women|men|ladies|somebody|someone|people) (?:of )?your age",
      "archaeolog\\w*|restoration work|excavat\\w+|fossils?|antiques?|relics?|ruins?|demolition|(?:beyond|past) (?:help|repair|saving|rescue|hope)|embalm\\w*|undertaker|coffin|mummif\\w*|dinosaur|plaster|spackle|past (?:your|its|the) (?:best|sell-by|prime|date)|salvage|the last train|last chance (?:for|to find) (?:a )?(?:man|husband|love|wife)"
    ],
    `${told}|free|tickets?|discount|half price|admission|never too|not too|n't too|dig|excursion|guided|course|lectures?|trip|tours?`
  ),
  meaning(
    "insult",
    2,
    [
      "even (?:the|your) (?:\\w{1,20} )?(?:dog|cat|goldfish|hamster|plants?|houseplants?|mother|ex|parrot|mirror) (?:has |have |had )?(?:left|moved out|ran (?:away|off)|run (?:away|off)|walked out|avoids?|can't stand|pit(?:ies|y)|feels? sorry)",
      "single|alone|lonely|nobody|no one|divorc\\w+|table for one|unloved|on your own|you\\b"
    ],
    `${told}|n't leave|single (?:malt|origin|room)`
  ),
  meaning(
    "insult",
    1,
    [
      "brave|bravo|respect|courage\\w*|bold|gutsy|impressive|admire",
      "with (?:that|a|an|such a) (?:\\w{1,20} )?(?:figure|belly|body|face|stomach|bum|behind|weight|nose|thighs|chin|legs)(?: like yours)?|at your (?:size|weight)",
      "pool|beach|bikini|swim\\w*|show(?:ing)? (?:up|it|yourself)|wear(?:ing)?|dare|public|go(?:ing)? out|undress|shorts|leggings"
    ],
    `${told}|bold (?:print|pattern|colou?r)`
  ),
  meaning(
    "harassment",
    2,
    [
      "boys|guys|lads|men|team|office|we|everyone|everybody|drool\\w*|zoom\\w*",
      "your (?:\\w{1,20} )?(?:beach|bikini|holiday|profile|gym|swim\\w*|pool|summer|underwear|yoga) ?(?:photos?|pics?|pictures?|shots?|selfies?)",
      "under (?:the|that|your) (?:towel|dress|skirt|shirt|robe|bikini|clothes|blouse|top)|(?:without|lose|drop|take off|minus) (?:the|that|your) (?:towel|bikini|shirt|dress|top)|more skin|less (?:clothing|fabric)|drool\\w* (?:over|on)|rated you\\b|turn around|long look|you naked"
    ],
    `${told}|contest|competition|album|wall of|magazine|feature`
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:know|see|show|guess|imagine|wonder\\w*|find out|picture)(?: \\w{1,20}){0,3} (?:what(?:'s| is| you have| you've got)(?: \\w{1,20})?|you|yourself) (?:under|beneath|underneath|without) (?:the|that|your|those) (?:towel|dress|skirt|shirt|robe|bikini|clothes|blouse|bra|uniform)"
    ],
    `${told}|wear(?:ing)?|layers?|hidden`
  ),
  meaning(
    "harassment",
    1,
    [
      "what (?:are you|you(?:'re| are)|do you) wear(?:ing)? (?:right now|under\\w*|in bed|to bed|tonight,? (?:babe|sexy))|(?:send|show) (?:me|us) (?:a |some )?(?:more |proof |photos? |pics? )?(?:of )?what(?:'s| is) (?:under|beneath)"
    ],
    `${told}|pyjamas|pajamas`
  )
]

export const insinuations: ReadonlyArray<Insinuation> = [...threats, ...despair, ...scorn]
