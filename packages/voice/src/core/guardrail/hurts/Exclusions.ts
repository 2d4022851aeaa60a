/** Whole groups wished away or set below others, and trade in papers, secrets and drugs by its forms. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:wrong to|never say|nobody should|no one should|bully\\w*|stereotypes?|myth|discriminat\\w*|racis[mt]\\w*|prejudices?|novel|film|movie|play|museum|exhibition|debunk\\w*|equal\\w*|accessib\\w+)\\b"
const group =
  "(?:immigrants?|migrants?|refugees?|foreigners?|muslims?|jews?|gyps(?:y|ies)|roma|arabs?|turks?|poles|mexicans?|africans?|asians?|blacks?|gays?|lesbians?|homosexuals?|trans(?:gender|sexual)?(?: people| women| men)?|women|disabled people|wheelchair users?|people in wheelchairs|wheelchairs|cripples|old people|the elderly|seniors|pensioners|boomers|fat people|homeless people|the homeless|the poor|poor people|beggars|mothers with \\w+|autistic (?:people|kids|children)|the blind|blind people|deaf people)"
const one =
  "(?:jew|muslim|gypsy|arab|turk|pole|mexican|african|asian|romanian|russian|chinese|indian|woman|girl|gay|lesbian|homosexual|black (?:man|woman|person|guy)|white (?:man|woman|person|guy)|immigrant|migrant|refugee|foreigner|disabled person|catholic|hindu|old (?:man|woman|person)|blonde)"

export const excluding: ReadonlyArray<Meaning<Hurt["category"]>> = [
  meaning(
    "hate",
    1,
    [
      "(?:neighbou?rhoods?|streets?|areas?|schools?|buildings?|gyms?|clubs?|offices?|towns?|city|cities|countr(?:y|ies)|world|party|parties|pools?|hotels?|flats?|homes?|trains?|buses|shops?|stores?|restaurants?|beach(?:es)?|team|staff)",
      `(?:without|free (?:of|from)|rid of|cleared of|clean of|clear of|no more|minus|untouched by) (?:any |the |all |those |these )?(?:\\w{1,20} )?${group}`
    ],
    `${told}|barriers|would|imagine|fight|help|work|women's|strikes?`
  ),
  meaning(
    "hate",
    1,
    [
      `(?:never|don't|do not|nobody should|no one should|can't|cannot|can not|would you|who would|why) (?:ever )?(?:trust|hire|marry|date|rent (?:it )?to|believe|lend (?:\\w+ )?to|do business with|buy from|sell (?:\\w+ )?to|let|employ|elect|vote for|promote|listen to|send) (?:an? |any |the )(?:\\w{1,20} )?${one}\\b`
    ],
    told
  ),
  meaning(
    "hate",
    1,
    [
      "(?:real |true |proper )?(?:men|man|lads|guys|boys)\\b",
      "(?:not (?:for|some|a)|no|nor|never|isn't for|instead of|than|leave (?:\\w+ )?to)(?: \\w+)? (?:fairies|fairy|sissies|sissy|pansies|pansy|wusses|girly men|queers|poofs?|poofters?|nancy boys?|snowflakes|ladyboys|weaklings|girls)\\b"
    ],
    `${told}|peter pan|story|ballet`
  ),
  meaning(
    "hate",
    1,
    [
      `${group} (?:(?:just|only|always|all|still|keep|constantly|simply|usually|really) ){0,2}(?:block|slow|waste|clog|crowd|occupy|annoy|disturb|scare|spoil|bother|hold (?:us|everyone|up)|holds|get in (?:the|our|everyone's) way|take (?:our|your|up|away)|took our|taking|drain|burden|smell|ruins?|destroy|wreck|live off|sponge|multiply|swarm|flood|infest|poison|pollute|are (?:freaks?|not (?:people|human|welcome|natural|normal)|too (?:slow|fat|old|dumb|loud|dirty|stupid)|dead weight|everywhere|a nuisance|parasites|taking over|unwanted|useless|(?:all )?(?:lazy|thieves|dirty|criminals)))`
    ],
    `${told}|take (?:up|your) (?:yoga|running|seats)`
  ),
  meaning(
    "hate",
    1,
    [
      "(?:anyone|everyone|everybody|people|staff|employees|women|men|those|workers|someone) (?:past|over|above|older than|beyond|after) (?:\\d\\d|thirty|forty|fifty|sixty|seventy)(?: \\w+)? (?:is|are) (?:\\w{1,20} )?(?:dead weight|useless|too (?:old|slow|expensive)|over the hill|a burden|finished|worthless|past it|slow|stupid|not (?:wanted|needed|welcome))|too old for this (?:job|world|office|team)"
    ],
    told
  ),
  meaning(
    "hate",
    1,
    [
      `(?:${group}|${one})(?: (?:drivers?|people|families|tenants|customers|guests|passengers|patients|students|couples|men|women|parents))? (?:must |have to |has to |should |will |always )?(?:pay|pays|be charged|are charged|cost|costs|sit|wait|queue|stand|enter|use|get) (?:\\w{1,20} )?(?:extra|more|double|twice|separately|outside|in the back|at the back|last|another door|less)`
    ],
    `${told}|underpaid|pay gap|still|less (?:tax|fees)|get more (?:from|out)`
  ),
  meaning(
    "hate",
    1,
    [
      "(?:real|true|proper|pretty|beautiful|desirable) (?:women|girls|men|wives|ladies) (?:are|have|weigh|look|stay|wear|eat)(?: (?:always|only|never|naturally|all))? (?:thin|slim|skinny|white|blonde|young|light|tall|curves?|flat|small|less than|under|nothing|size)"
    ],
    told
  ),
  meaning(
    "hate",
    1,
    [
      "(?:unlike|not like|better than|instead of|no) (?:the |those |some |any )?(?:romanians?|polish|poles|turkish|turks?|arabs?|african|nigerian|mexican|indian|pakistani|chinese|russian|bulgarian|albanian|foreign|immigrant|black|gypsy|roma)(?: (?:ones?|people|workers|compan(?:y|ies)|competitors|cleaners?|drivers?|staff))?",
      "stolen|steals?|clean|dirty|lazy|liars?|lie|honest|cheat|reliable|trust|disappears?|missing|smell|punctual|proper"
    ],
    told
  ),
  meaning(
    "hate",
    1,
    [
      "(?:hiring|hire|wanted|applicants?|candidates?|apply|vacanc(?:y|ies)|position|job|tenants?|flatmates?)",
      "(?:native|pure|white|aryan|german) blood|(?:males?|men|females?|women|under \\d\\d|childless|unmarried|natives|whites|christians|heterosexuals?) only|only (?:males|men|women|childless|unmarried|natives|christians)|(?:male|female|men|women), (?:under|below|not over) \\d\\d|no (?:mothers|pregnant|over-?\\d\\ds)"
    ],
    told
  ),
  meaning(
    "harassment",
    1,
    [
      "\\d+ ?(?:euros?|dollars?|bucks|[$€£])? ?(?:a|per|the) (?:gram|g|eighth|pill|tab|line|baggie)\\b|(?:snow|ice|molly|speed|weed|pills|stuff|gear|candy) (?:in town|is back|available|in stock)",
      "dm\\b|telegram|signal|discreet|plug|dealer|menu|no questions|drop[- ]?off|meet|text me"
    ],
    `${told}|sledges?|ski|forecast|tea|saffron|spices?`
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:essays?|thes[ie]s|homework|exams?|papers?|dissertations?|coursework|tests?) (?:\\w{1,20} )?(?:written|taken|done|passed|sat|solved|completed) (?:for you|on your behalf|in your name)",
      "teachers?|professors?|nobody|never|undetect\\w*|plagiarism|notice|guaranteed|anonymous\\w*|for you"
    ],
    told
  ),
  meaning(
    "harassment",
    1,
    [
      "horny|(?:filthy|dirty|naughty|spicy|kinky|x-?rated|steamy|uncensored) (?:pictures?|pics|photos?|videos?|chats?|talk|texts?|selfies|movies)",
      "you|text|send|click|call|reply|watch|want|get|now|tonight|free|see|join"
    ],
    `${told}|clean|dishes|toad|laundry|camera|lens|spicy (?:food|chips)`
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:passports?|driv\\w+ licen[cs]es?|diplomas?|degrees?|birth certificates?|green cards?|id cards?|residence permits?|doctor's notes?|certificates?|phds?)",
      "(?:without|no|skip(?:ping)?)(?: any| an?| the)? (?:applications?|exams?|tests?|stud(?:y|ying|ies)|questions|attendance|classes|lessons|background|school|university|checks?)",
      "(?:get|buy|order|sell|selling|real|genuine|original|registered|delivered|ready|yours|need)"
    ],
    `n't|never|not|${told}|travel|entry test`
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:sell|selling|sale|buy|offer|offering|get|fresh|leaked|dump(?:s|ed)?|bulk|per piece|in stock)",
      "(?:leaked|hacked|stolen|cracked|cloned|fresh|other people's|followers'|customers'|users'|victims'|private|full)(?: \\w{1,20})? ?(?:passwords?|logins?|credit cards?|cards|cvvs?|fullz|credentials|databases?|accounts|bank logs?|identit(?:y|ies)|e?mails? lists?)"
    ],
    `n't|never|not|protect|check|alert|find out|manager|warn|scan|secure|${told}`
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:spy(?:ing)? on|track(?:ing)?|monitor(?:ing)?|read(?:ing)?|watch(?:ing)?|record(?:ing)?|listen(?:ing)? (?:in )?to|hack(?:ing)?(?: into)?|bug(?:ging)?|clone|access) (?:\\w{1,20} )?(?:wife|husband|girlfriend|boyfriend|partner|spouse|ex|employees?|neighbou?rs?|lover)(?:'s|s'|s)?\\b",
      "(?:without (?:her|his|their|them|anyone|being|him) (?:knowing|noticing|knowledge|consent|seen|noticed)|secretly|undetect\\w+|never (?:know|notice|find out)|invisibl[ey]|in secret|hidden|stealth)"
    ],
    `n't spy|never spy|not spy|protect|against|signs|${told}`
  )
]
