/** What a fraud says, by what it wants and how it presses; for `Claims`. A warning of the same is not one. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const warned =
  "\\b(?:never|not|n't|no one|nobody|beware|anyone who|if (?:someone|anyone|somebody))(?: [a-z']+){0,4} (?:ask|asks|asking|share|send|give|tell|reply|enter|answer|demand|demands|request|requests|need|require|want|wants|pay|click|call|disclose|provide|store|read|save|see|type|need your)\\b|\\b(?:scams?|scammers?|fraudsters?|phish\\w*|hoax|beware|how to spot|criminals|(?:fake|bogus|false) (?:e?-?mails?|messages?|calls?|texts?|sms|letters?|accounts?|profiles?|pages?|websites?)|(?:is|are)n't us|spot it|tricks? works?|pretend\\w*|in our name)\\b"
const press =
  "at once|immediately|right away|now|within \\w+ (?:hours?|days?|minutes?)|today|tonight|asap|urgent(?:ly)?|or (?:else|lose|it will|your|we)|to (?:avoid|keep|restore|unlock|prevent|stop|regain|reactivate|continue)|before|expires?|final|last|immediate|failure to|otherwise"
const secret =
  "passwords?|passcodes?|pass ?phrases?|pin(?: code| number)?|cvv|cvc|pincode|(?:one|two|three|four|five|six|seven|eight|last|\\d)[- ](?:\\w+[- ])?digits?(?: code| number| pin)?|(?:one[- ]time|verification|security|login|sign-?in|confirmation|authentication|authenticator|access|sms|2fa|mfa|bank|unlock) (?:codes?|passwords?|pins?|tokens?|number)|otp|tan|(?:e-?banking|online banking|bank|banking|card|credit card|debit card|account|paypal|apple id|email|mailbox|microsoft|login|log-in|wallet) (?:account )?(?:login|log-in|details|data|info(?:rmation)?|numbers?|credentials|password|access)|log-?in details|credentials|sides of your (?:\\w{1,20} )?(?:card|id|passport|licen[cs]e)|seed phrase|recovery (?:phrase|words|key)|private key|secret (?:words|phrase|key|answer)|mother's maiden name|social security(?: number)?|ssn|security question|photo of your (?:\\w{1,20} )?(?:card|passport|id)|copy of your (?:\\w{1,20} )?(?:passport|card|id)"
const cash = "\\$|€|£|dollars?|euros?|pounds?|usd|eur|gbp|bucks|\\d{3,}|k|hundred|thousand|grand|cash|money"
const illness =
  "cancers?|diabetes|diabetic|depression|arthritis|covid(?:-?19)?|alzheimer'?s|hiv|aids|autism|adhd|dementia|asthma|heart (?:disease|attacks?|failure)|(?:high )?blood pressure|hypertension|tumou?rs?|infertility|eczema|psoriasis|parkinson'?s|epilepsy|herpes|hepatitis|baldness|impotence|multiple sclerosis|migraines?|chronic (?:pain|disease)|joint pain|back pain|gout|lupus|cataracts?|tinnitus|insomnia|thyroid|kidney (?:disease|failure)|strokes?|disease|illness"

/** What somebody else says and asks, told by a sentence in which nobody asks for us. */
const reported =
  "^(?![^]*\\b(?:us|we|our|ours|me|my|please|send|reply|enter|type|confirm|verify|click|text|give|read)\\b)[^]{0,80}\\b(?:they|he|she|callers?|the (?:caller|message|text|letter|e-?mail|voice)s?) (?:may |might |will |then |often |usually )?(?:says?|claims?|tells? you|writes?|pretends?|asks?)\\b[^]{0,160}\\b(?:asks?|asking|wants?|demands?)\\b"

export type Deception =
  | "asks for a secret"
  | "frightens into clicking"
  | "asks for money by a trick"
  | "promises money"
  | "promises health"

export const deceptions: ReadonlyArray<Meaning<Deception>> = [
  meaning(
    "asks for a secret",
    1,
    [
      `(?:send|sending|reply|replying|respond|give|giving|tell|telling|read|confirm|confirming|verify|verifying|validate|provide|share|submit|forward|hand over|upload|text|email|dictate|need|needs|require|requires|type in|fill in|supply|let us have|pass on|enter|disclose|whatsapp|message|update|write|include|quote|photograph|drop|dm|state|ask(?:s|ing)? for)(?! you\\b(?! to))(?: [^ .!?;]{1,24}){0,9}? (?:${secret})`,
      "your|the|both|it|us|me|back|you|full|of"
    ],
    `${warned}|\\b(?:forgot(?:ten)?|reset|choose|set|change your|discount|voucher|checkout|coupon|password manager|order number|booking|hash\\w*|encrypt\\w*|(?:outsiders?|attackers?|intruders?|hackers?|strangers?|third part(?:y|ies)) (?:could|may|might|was|were|had|has|have)|without (?:ever )?(?:giving|sharing|typing|entering))\\b|${reported}`
  ),
  meaning(
    "asks for a secret",
    2,
    [
      `(?:code|pin|otp|passcode|digits)(?: [^ .!?]{1,24}){0,6}? (?:sent|received|arrived|get|texted|got)|(?:sent|received|texted|got|get)(?: [^ .!?]{1,24}){0,6}? (?:code|pin|otp|passcode|digits)`,
      "(?:tell|read|send|forward|give|share|text|pass|dictate|reply with|call out|let us know)(?: [^ .!?]{1,24}){0,2} (?:it|us|me|them|the|that|this|your|our|back)"
    ],
    `${warned}|discount|coupon|voucher|checkout|promo`
  ),
  meaning(
    "frightens into clicking",
    2,
    [
      "(?:account|card|profile|mailbox|wallet|access|apple id|paypal|netflix|login|service|membership|payment|device|windows|computer|phone|number|e?mail|inbox|storage|licen[cs]e|sim)s?",
      "(?:suspended|suspension|locked|limited|restricted|blocked|disabled|deactivat\\w+|frozen|froze|terminat\\w+|hacked|compromised|infected|breached|on hold|flagged|unusual|suspicious|unauthori[sz]ed|unrecogni[sz]ed|irregular|(?:will be|be|is being|gets?) (?:deleted|closed|cancell?ed|erased|removed|wiped|shut down))",
      "(?:confirm|verify|validate|update|re-?enter|authenticate|log ?in|sign in|click|tap|call|follow|open|pay|restore|unlock|reactivate|download|install)",
      `(?:${press}|details|identity|here|link|below|information|http|number|support)`
    ],
    `${warned}|claims? that|if (?:a|any) (?:message|call|e-?mail|text)|delete it|as you (?:asked|wished)|you asked|we(?:'ve| have)? (?:already )?(?:fixed|restored)|trial|policy|how to|tips|explains?|because you`
  ),
  meaning(
    "frightens into clicking",
    2,
    [
      "(?:legal (?:action|proceedings|steps)|lawsuit|warrant|arrest(?:ed)?|prosecut\\w+|summons|court|police (?:will|are|come|officers?|is|has|have|report)|jail|prison|irs|hmrc|revenue|tax (?:office|authority|department|agency)|bailiffs?|debt collectors?|sued|sue you|sheriff|fbi|interpol|customs office|immigration|deport\\w*|criminal (?:charges?|case|complaint)|seize(?:d)?|garnish\\w*|credit (?:score|rating))",
      "(?:pay(?:ment|s|ing)?|paid|settle|call|contact us|fee|gift cards?|fine|owe|transfer|bitcoin|respond|reply|click|penalt(?:y|ies)|amount|balance|debt)",
      "(?:unless|or you|or we|or face|if (?:you|the|it|we|payment|your|no)|final (?:notice|warning|reminder)|last (?:notice|warning|chance|reminder)|avoid|tonight|today|at once|will be (?:taken|filed|issued|arrested|informed|seized|sent)|(?:been|was|is) (?:issued|filed|opened)|has a case|immediately|within|now|otherwise|failure)"
    ],
    `${warned}|\\b(?:our (?:lawyers?|advisers?|advisors?|attorneys?|experts?|mediators?|solicitors?)|we (?:help|defend|advise|file|explain|represent|check)|helps? you|appeal|advis\\w+|explains?|defen[cs]e|tennis|basketball|squash|courts? (?:booking|free|hire)|food court|courtyard|your rights|in time|wrongly|file your|concert|free (?:check|first)|rights|return)\\b`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "(?:refund|rebate|reimbursement|compensation|overpa(?:id|yment)|grant|benefit|payout|tax return|stimulus|unclaimed|owed)",
      `(?:enter|confirm|provide|submit|give|update|verify|send|reply with|fill in|need|click|claim)(?: [^ .!?]{1,24}){0,5}? (?:bank|card|iban|account|sort code|link|details|here|now|identity)`
    ],
    `${warned}|return the|send it back|returns?\\b|receipt|original card|keep|same card|order|deposit back`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "parcel|package|delivery|shipment|item|letter|courier",
      "(?:could not|couldn't|cannot|can't|not|failed|unable)(?: to)?(?: be)? (?:be )?deliver(?:ed)?|on hold|held|stuck|customs|depot|redeliver\\w*|address (?:is )?(?:incomplete|incorrect|wrong)|undelivered|missed|returned to|pending|detained",
      "pay|fee|charge|\\d[.,]\\d\\d|duty|settle|update your|confirm your",
      "release|redeliver\\w*|link|https?|here|receive it|avoid|today|within|reschedule|now|return|else"
    ],
    `${warned}|already paid|no fee|we paid|free`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "winners?|won|selected|chosen|lucky|congratulations|drawn|awarded|entitled|picked",
      "prizes?|draw|lottery|lotto|jackpot|rewards?|iphone|ipad|macbook|samsung|cash|giveaway|sweepstakes?|voucher|car|million|\\d{3,}|gift card|cruise|holiday",
      "account number|bank|(?:pay|small|only|shipping|processing|handling|delivery|release)(?: [^ .!?]{1,24}){0,3} (?:fee|costs?|tax|shipping|postage)|pay|card (?:number|details)|provide your|claim (?:it|your|now|the|this)|click|processing fee|within \\d+|confirm your (?:name|address|details|identity)|personal (?:details|data)"
    ],
    `${warned}|terms|employee|design award|won(?:'t| an award)|no purchase|our (?:team|baker|chef|wine|beer) won`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "relative|uncle|cousin|client|widow|prince(?:ss)?|bank(?:er)? manager|banker|barrister|general|diplomat|late|deceased|lawyer|soldier|minister|attorney|executor|engineer|dying|sick|orphan|king",
      "million|billion|\\d{6,}|fortune|estate|inherit\\w*|funds?|gold|trunk|consignment|diamonds",
      "transfer|fee|share|help (?:to )?(?:me |us )?(?:move|transfer|get)|move|bank account|percent|%|left you|name(?:d)? you|your account|need your|deposit|trust(?:ed)? you|partner"
    ],
    `${warned}|estate planning|estate agents?|notar\\w+|investment fund|charity|crowdfund\\w*|raised|donat\\w*|our clients`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "btc|bitcoins?|eth(?:er(?:eum)?)?|crypto(?:currency)?|usdt|dogecoin|solana|coins?|wallet|tokens?|nfts?",
      "send|sends|deposit|transfer|invest|pay in|participate|put in|lend|stake",
      "(?:send|get|receive|give|pay|return)s?(?: [^ .!?]{1,24}){0,3} back|twice|doubled?|doubles|triples?|\\dx|ten times|double the|tenfold|back (?:to you )?(?:twice|double)|guaranteed|instantly|\\d+ ?% (?:daily|a day|weekly|per day)"
    ],
    `${warned}|tax(?:es)?|lose|risk`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "gift cards?|itunes cards?|steam cards?|google play cards?|prepaid cards?|vouchers? codes?",
      "(?:send|text|mail|read|give|scratch|photograph|email|tell|share|reply)(?: [^ .!?]{1,24}){0,6}? (?:codes?|numbers?|back|pins?|photos?)|(?:bills?|fines?|debts?|tax(?:es)?|fees?|jail|arrest|irs|penalt(?:y|ies)|ransom|police|balance|invoice is)(?: [^ .!?]{1,24}){0,8}? (?:gift|itunes|steam|prepaid)|only (?:accept|take)|(?:only|must be|has to be) (?:paid|pay|settled)?(?: ?(?:in|by|with|via))"
    ],
    `${warned}|or gift card|gift card,? or|we accept|we (?:e-?mail|send|text) |their code|recipient|friend|online code|birthday`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "(?:i am|i'm|this is|it's) (?:\\w{1,20} ){0,3}(?:stuck|stranded|robbed|in (?:trouble|jail|hospital)|your (?:son|daughter|boss|ceo|grandson|mum|mom|friend)|the ceo)|(?:new|changed my|lost my|broke my) (?:number|phone)|(?:our|my) bank (?:details|account) (?:has|have) changed|urgent (?:wire|transfer|favou?r)|keep (?:this|it) (?:confidential|between us|secret)|don't tell (?:anyone|your bank|the bank|your family)",
      "(?:send|wire|transfer|pay|lend|buy|need)(?: [^ .!?]{1,24}){0,6}? (?:money|cash|gift cards?|\\d{2,}|dollars|euros|pounds|funds|bitcoin|account|invoice|amount)"
    ],
    warned
  ),
  meaning(
    "promises money",
    2,
    [
      "make|makes|made|making|earn|earns|earned|earning|pays? (?:you|out)|turn(?:ed|s)?|income|profits?|bank|pocket|rake in|paid|collect",
      `(?:${cash}|\\d+)`,
      "(?:a|per|every|each) (?:single )?(?:day|week|night|month|morning)|in (?:only |just |under )?(?:\\w+|\\d+) (?:days?|weeks?|hours?|minutes?)|daily|weekly|overnight|monthly",
      "sofa|couch|home|bed|beach|sleep|(?:no|without|zero)(?: any)? (?:skills?|experience|effort|work|risk|investment|knowledge|boss)|phone|tricks?|systems?|dm me|comment|secrets?|methods?|quit your job|copy(?:ing)? (?:my|our|me|us)|formula|blueprint|robot|bots?|loophole|passive|autopilot|anyone can|on the side|forex|trading|signals|dropshipping|learn how i|show you how|ask me how|side hustle"
    ],
    `${warned}|\\b(?:hiring|shifts?|part[- ]time|wages?|full[- ]time|salary|apprentice\\w*|an hour|per hour|savings? on|donat\\w*|solar|heat pump|saves?)\\b`
  ),
  meaning(
    "promises money",
    2,
    [
      "(?:i|he|she|we|they) (?:was|were) (?:\\w{1,20} )?(?:broke|poor|in debt|homeless|flat broke|a waiter|a student|jobless|unemployed)|from (?:broke|zero|nothing|rags|debt) to|quit (?:my|your|the) (?:9[- ]to[- ]5|day job|job|boss)|fire your boss|never work again|retire (?:at|before|by) \\w+",
      "lambo\\w*|ferrari|porsche|rich\\w*|millionaires?|mansion|yacht|trick|system|secret|income|six figures|seven figures|\\d+k?|freedom|money|wealth|passive|crypto|trading"
    ],
    `${warned}|pension|book about|film|financial plann\\w+|advis\\w+|charity`
  ),
  meaning(
    "promises money",
    1,
    [
      "(?:turn|turns|turned|turning|grow|grows|flip|flips|convert|multiply) (?:your |just |only |a mere )?(?:[$€£] ?\\d[\\d,.]*k?|\\d[\\d,.]*k? ?(?:dollars|euros|pounds|usd|eur|gbp|bucks|[$€£])) (?:in)?to (?:over |up to )?(?:[$€£] ?)?\\d[\\d,.]*k?"
    ],
    `${warned}|donat\\w*|charity|match\\w*|gift aid|points|meals|fund`
  ),
  meaning(
    "promises money",
    1,
    ["risk[- ]?free,? (?:and )?(?:100 ?% )?guaranteed|guaranteed,? (?:and )?(?:100 ?% )?risk[- ]?free"],
    `${warned}|trial|returns policy|refund`
  ),
  meaning(
    "promises money",
    1,
    [
      "(?:can't|cannot|can not|impossible to|never) (?:lose|fail|go wrong)|(?:profits?|returns?|gains?|income|winnings?|success|payouts?) (?:is|are) (?:certain|sure|assured|guaranteed|a sure thing)|(?:guaranteed|certain|assured|risk[- ]free|safe) (?:\\d+ ?%? )?(?:profits?|returns?|gains?|income|winnings?|earnings|yields?|dividends?|interest)|sure (?:bets?|thing|win)|(?:returns?|profits?|gains?|yields?|interest)(?: [^ .!?]{1,24}){0,6}? (?:without|no|zero)(?: any)? risk|(?:without|no|zero)(?: any)? risk(?: [^ .!?]{1,24}){0,5}? (?:returns?|profits?|gains?|income)|(?:stock|coin|share|token)s? (?:that )?will (?:explode|moon|skyrocket|double|triple|go up|10x)|insider (?:tips?|information)|(?:win|beat) (?:the )?(?:casino|roulette|lottery|bookies) (?:every|each|always)|(?:debts?|bad credit) (?:\\w{1,20} )?(?:erased|wiped|gone|deleted|removed) (?:overnight|in|within|forever)|\\d+ ?(?:%|percent) (?:a|per|every|each) (?:day|week|month)(?: [^ .!?]{1,24}){0,4}? (?:guaranteed|risk|profit|return|interest)?"
    ],
    `${warned}|not guaranteed|no guarantee|are not|is not|n't guarantee|fall as well|may lose|off|cashback|cannot lose (?:it|the|your)|can't go wrong|discount|charge`
  ),
  meaning(
    "promises health",
    1,
    [
      illness,
      "cures?|cured|heals?|healed|healing|reverses?|reversed|no more|gone|vanish\\w*|disappear\\w*|eliminat\\w+|melts? away|eradicat\\w+|gets? rid|ends?|free of|free from|away|wipe[sd]? out|defeats?|dissolves?|beats?",
      "magnets?|teas?|drops|herb\\w*|oils?|clay|detox|supplements?|crystals?|pills?|powder|creams?|for good|forever|within (?:\\w{1,20} )?(?:days?|weeks?|hours?)|in (?:\\w{1,20} )?(?:days?|weeks?|hours?|nights?)|mushrooms?|juices?|bracelets?|patch(?:es)?|capsules?|tonic|roots?|water|honey|vitamins?|miracle|naturally|overnight|(?:our|this|one) (?:\\w{1,20} )?(?:formula|remedy|device|method|program|machine|blend|extract|diet|secret|simple)"
    ],
    `${warned}|\\b(?:research|charity|donat\\w*|run for|marathon|race|fund\\w*|walk|cannot|not a|doctor'?s|doctors can|trials?|story|film|volunteer\\w*|awareness|ends? (?:on|at)|screening|beats? (?:per|drop)|mattress|chairs?|desks?)\\b`
  ),
  meaning(
    "promises health",
    1,
    [
      "(?:throw(?:ing)?|stop(?:ping)? (?:taking|using)?|quit|forget|ditch|replaces?|instead of|no (?:need|more need) for|bin|flush|don't need|do not need|never need|better than|say goodbye to|cancel)(?: [^ .!?]{1,24}){0,3}? (?:insulin|chemo\\w*|medications?|medicines?|meds|antidepressants?|inhalers?|statins?|doctors?|surgery|glasses|pills|vaccin\\w+|prescriptions?|antibiotics|therapist|radiation|dialysis)"
    ],
    `${warned}|\\b(?:before you|ask (?:us|your)|talk to|without (?:asking|talking)|reading glasses|champagne|wine|to renew|refill|remind\\w*|never|should not|do not stop|don't stop|doctor's appointment|ordering)\\b`
  ),
  meaning(
    "promises health",
    1,
    [
      "(?:vaccin\\w*|jabs?)(?: [a-z']+){0,3} (?:give|gives|gave|cause|causes|caused|bring)(?: [a-z']+){0,3} (?:autism|cancer|infertility|diseases?|death|brain)|vaccin\\w* (?:are|is|cause|causes|kill|kills|contain|contains) (?:\\w{1,20} )?(?:poison\\w*|autism|a (?:hoax|lie)|deadly|toxic|dangerous|useless|microchips?|mercury|people|you)|(?:doctors?|big pharma|your doctor|the pharma \\w+|hospitals?|dermatologists|dentists) (?:hates?|hide|hides|don't want|doesn't want|do not want|won't tell|will not tell|lie|lies|are (?:furious|shocked|afraid)|never tell)|(?:guaranteed|100 ?% (?:sure|safe|effective)) (?:to )?(?:cure|heal|work on|slim|results? (?:in|or)|lose|weight)|lose (?:up to )?\\w+ (?:pounds|kilos?|kg|lbs|stone|inches) (?:in|within|by|overnight|without|every|a) (?:\\w{1,20} )?(?:days?|weeks?|hours?|night|diet|exercise|effort|tomorrow|weekend)|grow back (?:your )?(?:hair|teeth) in|(?:younger|years off) (?:by \\w+ years )?(?:overnight|in (?:one|two|\\w+) (?:night|days|hours))|(?:100 ?%|fully|completely|guaranteed) (?:protection|protects?|immune|safe) (?:from|against|to) (?:covid|the flu|viruses|cancer|infection|pregnancy|hiv)"
    ],
    `${warned}|myth|not guaranteed|healthy pace|slowly`
  )
]
