/** People set below others for what they are, and trade that no brand does: sex, drugs, weapons, forgeries. */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const nation =
  "(?:romanians?|poles|polish|turks?|turkish|arabs?|arabians?|africans?|nigerians?|mexicans?|latinos?|latinas?|hispanics?|indians?|pakistanis?|chinese|asians?|russians?|ukrainians?|syrians?|afghans?|albanians?|bulgarians?|italians?|greeks?|irish|french|germans?|americans?|japanese|koreans?|vietnamese|moroccans?|algerians?|somalis?|brazilians?|colombians?|filipinos?|roma|romani|gyps(?:y|ies)|travell?ers|eastern europeans?|southerners|easterners)"
const creed =
  "(?:muslims?|islam|jews?|jewish|christians?|hindus?|sikhs?|buddhists?|catholics?|protestants?|atheists?|mormons?|believers|nonbelievers|infidels)"
const kind =
  "(?:(?:wo)?men|girls?|boys?|ladies|females?|males?|wives|housewives|husbands|mothers|moms|mums|single mothers|blondes?|gays?|gay (?:people|men|couples)|lesbians?|homosexuals?|queers?|bisexuals?|trans(?:gender|sexual)?s?(?: people| women| men)?|blacks?|black (?:people|men|women|folks)|whites?|white (?:people|men|women)|brown people|people of colou?r|colou?red people|immigrants?|migrants?|refugees?|asylum seekers|foreigners?|minorities|the disabled|disabled (?:people|persons)|people (?:with disabilities|in wheelchairs|on benefits|with (?:autism|down syndrome))|wheelchair users|autistic (?:people|kids)|the (?:blind|deaf|elderly|old|poor|homeless|unemployed)|blind people|deaf people|old (?:people|folks|men|women|ladies|age pensioners)|elderly (?:people|customers)|seniors?|pensioners?|boomers?|oaps|millennials|young people|teenagers|fat people|obese people|poor people|homeless people|the unemployed|working mothers|(?:anyone|people|everybody|everyone|those|women|men) (?:over|above|older than|past) (?:\\d\\d|thirty|forty|fifty|sixty|seventy))"
const group = `(?:${kind}|${nation}|${creed})`
const folk = `(?:${group}(?: (?:people|drivers?|workers?|parents|neighbou?rs|families|men|women|employees|customers|tenants|couples|bosses|doctors|engineers|cooks|kids|children|students|staff|candidates))?)`
const very =
  "(?:(?:all|just|really|so|too|simply|clearly|obviously|still|always|naturally|biologically|usually|often|mostly|generally|by nature|basically|inherently|known to be|born|a bit|only|never|not|frankly|much|far) ){0,3}"
const against =
  "\\b(?:myth|stereotypes?|prejudices?|wrong|not true|untrue|who says?|they said|said that|told (?:us|me|her|him|them)|debunk\\w*|discriminat\\w*|racis[mt]\\w*|sexis[mt]|equal\\w*|history|propaganda|museum|film|novel|we disagree|nonsense|can't wait|cannot wait|can't get enough|underpaid|deserve better|wage gap|barriers?|should not have to|accessib\\w+|so we (?:built|made|added))\\b"

/** Said of them in the sentence after they are named. */
const all =
  "they(?:'re| are) (?:all |just |nothing but |mostly |only )*(?:thieves|drunks|liars|criminals|crooks|cheats|terrorists|rapists|savages|scum|parasites|scroungers|lazy|dirty|filthy|stinking|dishonest)|(?:throw|kick|chuck|drive|send|get) (?:them|the lot|all of them|every one of them)(?: all)? (?:out|home|back|away)"

const prejudice = [
  meaning(
    "hate",
    2,
    [folk, all],
    `${against}|\\b(?:drinks?|glass(?:es)?|recycl\\w*|leftovers|batteries|bottles|free|welcome)\\b`
  ),
  meaning(
    "hate",
    1,
    [
      "(?:prefer|want|wanted|accept|hire|seek|seeking|looking for|rent to|take|only) (?:\\w{1,20} ){0,2}(?:tenants|customers|applicants|people|candidates|employees|neighbou?rs|staff|workers|drivers|members|families)",
      `(?:without|no|not|who are not|never) (?:an? |any |the )?(?:foreign (?:names?|accents?|looks?)|accents?|headscar(?:f|ves)|hijabs?|turbans?|disabilit(?:y|ies)|${group}|migration background|foreign-sounding names?)`
    ],
    against
  ),
  meaning(
    "hate",
    1,
    [
      `${folk} ${very}(?:can't|cannot|can not|couldn't|are(?:n't| not| never)|is(?:n't| not)) ${very}(?:be )?(?:able|fit|capable|smart|clever|made|built|suited|welcome|trusted|allowed|like us|normal|human|real|handle|drive|do|think|cook|park|lead|learn|understand|work|manage|keep|count|good|wanted|one of us|worth|reliable|equal|invited|intelligent|strong|cut out|behave|raise|use|code|follow|read)`
    ],
    `${against}|can't do without|cannot work|allowed to vote`
  ),
  meaning(
    "hate",
    1,
    [
      `${folk} ${very}(?:are|'re|is) ${very}(?:bad|terrible|worse|poor|hopeless|useless|weak|weaker|emotional|slow|old|dumb|stupid|stupider|better|superior|inferior|lazy|lazier|dirty|dangerous|dishonest|violent|greedy|aggressive|loud|hysterical|unreliable|untrustworthy|thieves|liars|criminals|cheats?|scroungers|terrorists|sinners|sick|abnormal|unnatural|perverts?|a (?:burden|threat|problem|plague|risk|danger)|the problem|to blame|for (?:cooking|the kitchen|decoration)|not)`
    ],
    `${against}|poor (?:in|because)|better (?:off|protected|served|together|represented)|at risk|(?:a|the|our) (?:\\w{1,20} )?(?:collections?|shoes|boots|range|jackets)`
  ),
  meaning(
    "hate",
    1,
    [
      `${folk} ${very}(?:steal|crash|only know how to|need extra|cost more|lie|cheat|smell|stink|complain|breed|ruin|destroy|steals|lies|cheats|smells|rape|invade|don't (?:belong|deserve|understand|know how|pay|work|wash|need (?:a )?(?:job|rights|education))|do not (?:belong|deserve|understand|know how|work)|belong (?:in|at|behind|to)|make (?:bad|poor|terrible|awful|lousy|better (?:leaders|drivers|managers|bosses)|good (?:servants|maids))|should(?:n't| not| never)? (?:stay|be (?:at home|allowed|grateful|silent|seen)|shut|go (?:home|back)|leave|work|drive|vote|marry|lead|obey|serve|know)|must (?:obey|serve|go|leave|submit)|need (?:a man|a husband|to be (?:controlled|deported|cured))|take (?:our|your|all our) (?:jobs|homes|women|benefits)|live off|spread (?:disease|crime|dirt)|bring (?:crime|disease|drugs))`
    ],
    `${against}|should not work alone|belong in (?:tech|every|all|boardrooms|science)|should work with|belong to the`
  ),
  meaning(
    "hate",
    1,
    [
      `(?:don't|do not|won't|will not|never|refuse to|not|no longer|nobody should|we (?:\\w{1,20} )?avoid) (?:\\w{1,20} )?(?:rent(?:ing)?|sell(?:ing)?|hire|hiring|serve|serving|lend|deliver|ship|cater|talk|listen|employ|accept|trust|insure|let|want|allow|take|welcome|like|work)(?: (?:in|out|to|with|for|any|from|our \\w+ to|flats|homes|rooms|cars|anything)){0,3} ${folk}`
    ],
    `${against}|let (?:wo)?men|let girls|let foreigners stop|sell women's|men's|just|only|in (?:french|german|italian|polish)|like women who|(?:french|italian|german|greek|irish|polish|chinese|turkish|indian|russian|japanese) (?!people|drivers|workers|tenants|customers)|under`
  ),
  meaning(
    "hate",
    1,
    [
      `(?:^|[.!?:;,] ?|- )(?:sorry,? )?(?:no|zero) (?:more )?(?:blacks|whites|irish|arabs?|gays?|lesbians|jews?|muslims?|christians|foreigners?|immigrants?|migrants?|refugees?|women|men|girls|gypsies|roma|old people|seniors|boomers|fatties|fat people|disabled|wheelchairs|${nation})(?: (?:allowed|please|need apply|welcome|here|wanted|people))?(?:[,.;:!?]|$| or| and)`
    ],
    against
  ),
  meaning(
    "hate",
    1,
    [
      `(?:only for|for|only) (?:real |true |pure |native |young |healthy |normal )?(?:whites?|white (?:people|families|men|women)|aryans?|men|males|christians|straight (?:people|couples)|heterosexuals|citizens|locals|natives|germans|americans|europeans|slim people|rich people|people under \\d\\d)(?: only\\b|,? (?:not|no) ${folk})|(?:whites|christians|men|straights|natives) only`
    ],
    `${against}|race for men only|men only (?:sauna|swim|evening|group|choir)`
  ),
  meaning(
    "hate",
    1,
    [
      "(?:real|true|proper|good|decent|normal) (?:women|men|girls|wives|mothers|husbands|boys|man|woman|wife) (?:\\w{1,20} )?(?:stays?|belongs?|obeys?|cooks?|(?:don't|do not|doesn't) (?:cry|work|complain|argue|need|wear|cook|clean)|knows? (?:her|their|his) place|serves?|keeps? quiet|submits?|provides?)|(?:belongs?|place is|place for (?:a )?women is|back|stay) in the kitchen|know (?:your|their|her) place|(?:throw|run|fight|drive|cry|scream|hit) like a girl|(?:woman|women)'s (?:job|work|duty) is|too (?:hard|complicated|technical|difficult|heavy|much) for (?:women|girls|ladies|the ladies|a woman|seniors|old people|your wife|mum|foreigners)|boys will be boys"
    ],
    against
  ),
  meaning(
    "hate",
    1,
    [
      "ladies|women|girls|wives|housewives|woman|sweetheart|darling|honey|her pretty|wife",
      "(?:ask|let|call|get|fetch|leave (?:it|this|that) to|bring|put) (?:it to )?(?:your|the|a|her) (?:husband|hubby|man|men|boyfriend|father|dad|boys)(?: \\w{1,20})?|pretty (?:little )?heads?|(?:men|guys|husbands|boys) (?:are|is) (?:\\w{1,20} ){0,3}better|(?:leave|let) (?:\\w{1,20} ){0,3}(?:to )?the (?:men|boys|guys)"
    ],
    `${against}|surprise|along`
  ),
  meaning(
    "hate",
    1,
    [
      `(?:(?:wo)?men|guys|boys|girls|whites?|blacks?|christians|muslims|straight people|young people|${nation}) (?:are|is|will always be) (?:\\w{1,20} ){0,3}(?:better|smarter|stronger|cleverer|superior|cleaner|worth more)(?: (?:at|with|in|than|drivers|leaders|workers|people))`
    ],
    `${against}|stronger together|than ever`
  ),
  meaning(
    "hate",
    2,
    [
      "(?:normal|real|decent|proper|healthy|clean|ordinary|beautiful) (?:people|citizens|families|men|women|customers|folks|human beings|kids|neighbou?rs)|nobody (?:wants|likes) to (?:see|look at|sit next to|live near|work with|hire)|(?:keep|kept|free (?:of|from)) (?:\\w{1,20} ){0,3}(?:out|away|clean)?|too slow|need not apply|don't (?:bother|apply)|do not (?:bother|apply)|apply only if|not welcome|go home|without (?:all )?(?:those|these|the)",
      `wheelchairs?|disabled|cripples?|${creed}|gays?|lesbians?|trans|homosexual\\w*|immigrants?|migrants?|refugees?|foreigners?|fat people|obese|(?:anyone|people|everybody|those|women) (?:over|above) \\d\\d|you are young|old people|pregnant women|mothers|homeless|black people|blacks|down syndrome|autis\\w+|accents?`
    ],
    `${against}|everyone|everybody is welcome|ramps?|sign language|volunteer|donat|help|protect|health|vaccin|screening`
  ),
  meaning(
    "hate",
    1,
    [
      `(?:conversion therapy|cure (?:your )?(?:gay|homosexual\\w*|child's)|pray the gay away|(?:homosexuality|being gay|being trans|islam|judaism) is (?:an? |the )?(?:\\w{1,20} )?(?:sin|disease|illness|choice|cancer|phase|disorder|plague|religion of)|great replacement|(?:against|stop|end) (?:the )?(?:mixing|invasion|flood) of|(?:our|the) (?:race|blood|white)(?: race)? (?:must|should|needs to|is)|jewish (?:conspiracy|lobby|bankers|money)|typical(?:ly)? (?:woman|women|female|men|gay|${nation})\\b|(?:${nation}|${creed}|foreigners?|immigrants?) (?:out|go home|get out)(?:[ .!]|$))`
    ],
    `${against}|ban|survivors?|against conversion`
  )
]

const unkind =
  "(?:backward|backwards|primitive|uncivili[sz]ed|savage|barbaric|barbarous|filthy|thieving|sly|sneaky|shifty|grubby|smelly|ignorant|tight-?fisted|stingy|money-?grubbing|greedy|dim|dim-?witted|thick|simple-?minded|lazy|workshy|work-?shy|dirty|dishonest|untrustworthy|medieval|rotten|sorry|noisy|unwashed)"
const lot = "(?:bunch|lot|crowd|breed|tribe|people|folk|race|rabble|species|sort|kind|mob)"
const being =
  "(?:are|is|were|may be|might be|can be|seem|remain|stay|have (?:always|ever) been|will always be|tend to be|turn out to be)"
/** Said by the way: the sentence is about lanterns. */
const byTheWay = [
  `(?:${folk}|they|those people) ${being} (?:\\w{1,20} )?an? (?:\\w{1,20} )?${unkind} (?:\\w{1,20} )?${lot}`,
  `${folk} ${being} ${very}(?:as )?(?:backward|backwards|primitive|uncivili[sz]ed|savages?|barbari(?:c|ans)|filthy|thieving|sly|sneaky|shifty|stingy|tight-?fisted|greedy|dim-?witted|stuck in the (?:middle|dark) ages)`,
  `(?:these|those|such|our|the|all|even) (?:\\w{1,20} )?(?:backward|primitive|uncivili[sz]ed|thieving|filthy|shifty|sneaky|stingy|greedy|barbaric) ${group}`,
  `${folk},? (?:\\w{1,20} )?${unkind} as (?:they|he|she) (?:are|is)`,
  `(?:however|as|no matter how) ${unkind} (?:as )?${folk} (?:are|may be|is|might be)`
]

const theirMoney = `${folk}[^.!?]{0,60} (?:but|yet|still|at least|anyway),? (?:\\w{1,20} )?(?:their|his|her) (?:money|cash|coins?|euros?|dollars?|pounds?) (?:is|are|'s|does|spends?|smells?|stinks?)`

const scornful = [
  meaning(
    "hate",
    1,
    [byTheWay.join("|"), `${group}|they|those people`],
    `${against}|\\b(?:they|people) (?:say|said|claim|thought|think)\\b|so-called|recipe|herd|sheep|hens?|plants?`
  ),
  meaning(
    "hate",
    1,
    [theirMoney, "(?:as good|no different|the same|stink|smell|spends?|welcome|counts?|green)"],
    against
  ),
  meaning(
    "hate",
    2,
    [
      "(?:those|these|such) people|(?:that|this) (?:lot|crowd|rabble)(?= (?:can|will|should|is|are|can't|cannot|won't|never))|(?:their|that) (?:sort|kind)(?= (?:can|will|should|is|are|can't|cannot|won't|never))|you know who (?:we|i) mean",
      "(?:can't|cannot|can not|are not to|is not to|must not|should never|should not|can never) be trusted|(?:other|decent|real|normal|regular|paying) (?:customers|families|people|guests|neighbou?rs|members) (?:deserve|have a right|need|want|prefer) to (?:feel|be|live|stay|shop|eat) (?:safe|among|amongst|undisturbed|in peace)"
    ],
    `${against}|\\b(?:scammers?|fraud\\w*|thieves|burglars|hackers?|bots?|impostors?|strangers|phish\\w*|callers?)\\b`
  )
]

/** A name of autumn crocus and of belladonna lilies. */
const flora =
  "(?:bulbs?|flowers?|wildflowers?|colchicums?|crocus(?:es)?|amaryllis|belladonna|lil(?:y|ies)|lycoris|bloom\\w*|weed|hellebores?|plants?)"
const bulbs = `naked lad(?:y|ies)\\b[^.!?]{0,100}\\b${flora}\\b|\\b${flora}\\b[^.!?]{0,100}\\bnaked lad(?:y|ies)\\b`

const trade = [
  meaning(
    "harassment",
    1,
    [
      "(?:naughty|horny|hot|sexy|slutty|naked|nude|busty|kinky|steamy|topless|willing|lonely|wild|dirty|uncensored) (?:\\w{1,20} )?(?:girls?|women|woman|housewives|wives|moms?|mums?|babes?|models?|singles|teens?|ladies|milfs?|students|chats?|webcams?|cams?|pics|videos?|photos|nurses|cheerleaders|strangers|hookups?)(?!')|(?:girls|women|ladies|babes|wives|models|men) (?:\\w{1,20} )?(?:naked|nude|topless|undressed|strip(?:ping)?)"
    ],
    `${bulbs}|art|museum|drawing|paint\\w*|sauna|hot (?:new )?photos|lonely (?:women|strangers) (?:help|meet for tea)|hot (?:chocolate|yoga|stone)|age|body positive|(?:wild|dirty) (?:\\w{1,20} )?(?:photos|videos|students)`
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:girls|women|ladies|singles|housewives|babes|milfs|beauties|hotties|russian brides|brides|cougars)",
      "(?:waiting for you|want(?:s)? (?:to )?(?:chat|meet|play|hook up|you|sex|fun)|near you|in your (?:area|town|city|street|neighbou?rhood)|nearby|tonight|no (?:questions|strings)|ready for)",
      "(?:hot|sexy|lonely|naughty|horny|waiting|hook ?ups?|sex|strings|no questions|click|fun tonight|play|bored|willing|looking for (?:fun|action)|brides)"
    ],
    "running|choir|climbing|hall|course|health"
  ),
  meaning(
    "harassment",
    1,
    [
      "one[- ]night stands?|hook-?ups? (?:tonight|now|near)|casual sex|sex (?:tonight|chat|cams?|party|for|with (?:you|me|us|strangers))|sugar (?:daddy|daddies|baby|babies)|erotic massage|happy ending massage|full service massage|only ?fans|send (?:me )?(?:a )?(?:pic|photo)s? of your body|make love to (?:you|me)|(?:get|make) you (?:wet|hard|horny)|want (?:you|to see you) (?:naked|in bed|on top)|your (?:boobs|breasts|tits|butt|booty) (?:look|would|are)|spend the night with (?:you|me)|come to my bed|strip for"
    ],
    "education|class|health|workshop|counsel"
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:cannabis|marijuana|cocaine|heroin|mdma|ecstasy|(?:crystal )?meth|lsd|ketamine|fentanyl|oxycodone|oxycontin|xanax|adderall|vicodin|valium|tramadol|codeine|opioids?|anabolic steroids|magic mushrooms|amphetamines?|ghb|crack(?! (?:the|an?|open|your|our|it|them|this|that|these|those|two|three|four|six|\\d|down|of|on|in|under|up|into|through|at|any|every|each|one|codes?|cases?|eggs?|nuts?|jokes?|teams?|puzzles?|riddles?)\\b)|ritalin|modafinil|(?:sell|selling|buy|get|order|deliver|best|quality|good|some|cheap|need|the strongest) (?:\\w{1,20} )?(?:weed|coke|pills|hash|dope|shrooms|molly|speed))",
      "sell|sells|selling|buy|get|order|orders|delivered|deliver(?:y|ies)?|shipped|ships|discreet(?:ly)?|text(?: back)?|best (?:quality|price)|overnight|in stock|cheap|for sale|within (?:the|an) hour|no (?:prescription|questions|id)|without (?:a )?prescription|dm|telegram|gram|grams|dealer|pure|whatsapp|high"
    ],
    "\\b(?:dispensary|licen[sc]ed|addict\\w*|rehab\\w*|recovery|withdrawal|help|tests?|testing|clinic|research\\w*|prevent\\w*|dangers?|policy|film|book|zero|doctor|pharmacists?|your prescription|weed ?(?:killer|control|barrier|eater)|vitamins?|cbd|legal|law|coffee|series|novel|hemp)\\b"
  ),
  meaning(
    "harassment",
    1,
    [
      "unregistered|untraceable|illegal|ghost|unlicensed|stolen|black market|(?:without|no|skip)(?: the| a| any)? (?:background checks?|licen[cs]es?|permits?|papers|questions|id|serial numbers?|registration)|discreet",
      "guns?|handguns?|pistols?|rifles?|firearms?|weapons?|ammo|ammunition|explosives?|grenades?|ar-?15s?|silencers?|glocks?|shotguns?|switchblades?|bombs?|tasers?"
    ],
    "\\b(?:law|laws|lawyers?|dangers?|illegal to|prevent\\w*|report|never|toys?|water guns?|nerf|museum|glue guns?|massage guns?|heat guns?|campaign|against|defus\\w+|disarm\\w*|escape (?:rooms?|games?)|riddles?|players?|paintball|laser tag|bath bombs?)\\b"
  ),
  meaning(
    "harassment",
    1,
    [
      "(?:fake|forged|counterfeit|stolen|cloned|novelty|replica|hacked|bought) (?:\\w{1,20} )?(?:passports?|ids?|id cards?|driv\\w+ licen[cs]es?|licen[cs]es?|visas?|diplomas?|degrees?|banknotes?|bills|money|notes|documents?|certificates?|credit cards?|cards?|reviews|followers|accounts|vaccination \\w+)|how to (?:build|make) (?:a )?(?:bombs?|explosives?|meth|pipe bombs?)"
    ],
    "\\b(?:spot\\w*|detect\\w*|recogni\\w*|report\\w*|beware|protect\\w*|against|warn\\w*|never|avoid\\w*|remove\\w*|no|fight\\w*|not|identify|catch|block\\w*|replace|lost|leather|insurance|if your|stop|without|are illegal|check every)\\b|n't"
  )
]

export const prejudiced: ReadonlyArray<Meaning<Hurt["category"]>> = [...prejudice, ...scornful, ...trade]
