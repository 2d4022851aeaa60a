/**
 * Sex for sale at a spa, and a customer asked to come alone and be touched; in seven languages, and with letters starred
 * out. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:harass\\w*|consent|museum|exhibition|novel|film|movie|theat(?:re|er)|clinic|physio\\w*|doctors?|midwi\\w+|health|hiv|sti|pregnan\\w*|protect\\w*|prevent\\w*|rescue\\w*|traffick\\w*|police|ausstellung|roman|gesundheit|schwanger\\w*|sante|salud|salute|saude|gezondheid|cakes?|desserts?|dogs?|pupp(?:y|ies)|book ?clubs?)\\b"

const girls =
  "(?:new|fresh|young|hot|sweet|asian|thai|russian|latin) (?:\\w{1,20} )?(?:girls?|ladies|babes|models|masseuses?|therapists?|boys)|(?:girls?|ladies|babes|masseuses?|therapists?)(?!')|neue (?:\\w{1,20}[ -])?(?:madchen|madels|girls|damen|masseurinnen)|(?:nouvelles?|jeunes) (?:\\w{1,20} )?(?:filles?|masseuses?|dames)|(?:chicas|senoritas|masajistas) (?:nuevas|jovenes)|nuevas (?:chicas|masajistas)|(?:ragazze|massaggiatrici) nuove|nuove (?:ragazze|massaggiatrici)|novas (?:meninas|massagistas|garotas)|(?:meninas|massagistas|garotas) novas|nieuwe (?:\\w{1,20} )?(?:meisjes|meiden|dames|masseuses)"
const extras =
  "happy[- ]end(?:ing|ings|e)?(?! of)|alles ohne|no rubber|rubber (?:not )?needed|without (?:a )?rubber|do (?:everything|anything) you (?:want|like)|anything goes|(?:no|without(?: an?)?|bare|minus(?: the)?) c[o*]nd[o*]ms?|bareback|full ?service(?! (?:at|in|bar|restaurant|station|from|for|garage|agency))|(?:with|all) extras|extras? (?:on request|possible|included)|hand ?jobs?|ohne (?:gummi|kondom)|tabulos|avec finition|finition (?:comprise|incluse)|sans (?:capote|preservatif)|final feliz|sin (?:condon|goma)|finale felice|lieto fine|senza (?:preservativo|guanto)|sem (?:camisinha|preservativo)|zonder (?:condoom|rubber)|alles erop en eraan"
const offered =
  "spa|massages?|massagen|sauna|studio|parlou?r|salon|ask for|back door|discreet\\w*|diskret\\w*|included?|inklusive|extra|per hour|half hour|halbe stunde|hintereingang|(?:side|rear) (?:entrance|door)|cash only|an hour|\\d+|fragen sie nach|frag nach|hintertur|demande[zr]?|porte de derriere|pregunta por|pregunte por|puerta trasera|chiedi di|chieda di|porta sul retro|pergunt\\w+ pela|porta dos fundos|vraag naar|achterdeur|club|house"

const shot =
  "(?:your|that|those|this) (?:\\w{1,20} )?(?:bikini|swimsuit|beach|gym|underwear|lingerie|yoga|shower|pool|leggings|crop ?top) (?:shots?|pics?|photos?|pictures?|selfies?|snaps?|posts?|stor(?:y|ies)|videos?)|(?:shots?|pics?|photos?|pictures?|selfies?|video) of you (?:\\w{1,20} )?in (?:that|those|your|the) (?:\\w{1,20} )?(?:bikini|swimsuit|leggings|shorts|underwear|lingerie|crop ?top|yoga pants|skirt)"
const aroused =
  "(?:has|have|had|got|gets?|makes?|made|left|leaves?|turn(?:s|ed)?) me (?:so |all |really |very |quite |rather )?(?:hard|wet|hot|on\\b|excited|sweating|worked up|drooling|weak|up all night|wanting|thinking|bothered)|thinking (?:about|of) you|can't (?:sleep|stop|think|focus)|cold shower|dream\\w* (?:of|about) you|i (?:want|need) you"

const late =
  "after (?:closing|hours|work|class|dark|we close|everyone|the others)|(?:when|once) (?:everyone|everybody|the (?:others|staff|team)|we)(?:'s| is| are|'re| has| have)? (?:gone|left|closed?|empty)|tonight|nach (?:ladenschluss|feierabend|dienstschluss)|wenn (?:alle weg sind|zu ist)|apres la fermeture|quand tout le monde|despues del cierre|al cerrar|cuando (?:todos|cerremos)|dopo (?:la chiusura|l'orario)|quando (?:tutti|chiudiamo|todos|fecharmos)|depois (?:do fecho|de fechar)|na sluitingstijd|als iedereen weg is"
const alone =
  "(?:come|visit|drop by|pop in|swing by|see me|meet me)(?: [\\w']{1,20}){0,6}? alone(?! or\\b)|just (?:you and me|us(?= ?[.!,;]|$)|us two|the two of us)|(?:komm|kommen sie|besuch mich)(?: \\w{1,20}){0,6}? allein\\w*|nur (?:wir zwei|du und ich)|(?:viens|venez|passe)(?: \\w{1,20}){0,6}? seule?|(?:ven|venga|pasate)(?: \\w{1,20}){0,6}? sol[ao]|(?:vieni|passa)(?: \\w{1,20}){0,6}? (?:da )?sol[ao]|(?:vem|venha|passa)(?: \\w{1,20}){0,6}? sozinh[ao]|(?:kom)(?: \\w{1,20}){0,6}? alleen"
const mine =
  "(?:i'll|i will|let me|i want to|i'd love to|i can|i'm going to|we'll)(?: \\w{1,20}){0,2} (?:rub|oil|massage|soap|lather|undress|stretch you|dry|wash|cream|touch|warm you|show you (?:what|how)|take care of (?:you|all|every|that)|spoil you|reward you|unwind you|measure you)|(?:reib|ol|massier|creme|zieh|wasch|verwohn)\\w* ich dich|ich (?:\\w{1,20} ){0,3}?(?:dich|deinen korper)|je (?:te|vous) (?:mass|frott|dorlot|deshabill|caress)\\w*|te (?:doy|dare) (?:un masaje|una sorpresa)|te (?:masajeo|unto|acaricio|desnudo)|ti (?:massaggio|spalmo|spoglio|accarezzo|coccolo)|(?:eu )?(?:te massajo|massajo-te|passo-te|dispo-te)|(?:masseer|verwen|kleed|smeer) ik je"

const everywhere = `(?:i'll|i will|let me|i want to|i'd love to) (?:personally )?(?:rub|work|smooth|spread|massage|put|get)${some(4)} (?:oil|lotion|cream|foam|soap|suds|butter)${some(3)} (?:everywhere|all over(?: you)?|every inch|on you|into you)(?= |[.!,;?]|$)|(?:body|legs|skin|curves|figure) (?:that )?(?:i'd|i would|i want to|i'm dying to|i could) (?:love to |like to )?(?:oil|rub|touch|massage|kiss|lick|feel|undress)`
const goods =
  "\\b(?:wood|worktop|table|deck|saddle|boots?|leather|bread|chicken|lamb|pork|turkey|beef|fish|pan|dough|tin|hinges?|chain|skillet|steak|ribs)\\b"

type Advance = Meaning<Hurt["category"]>

export const soliciting: ReadonlyArray<Advance> = [
  meaning("harassment", 2, [girls, extras, offered], told),
  meaning(
    "harassment",
    2,
    [
      extras,
      "massages?|massagen|masajes?|massaggi[o]?|massagem|massagens|spa|escorts?|parlou?r|ask for \\w{2,20}|back door"
    ],
    told
  ),
  meaning("harassment", 1, [shot, aroused], told),
  meaning(
    "harassment",
    2,
    [late, alone, mine],
    `${told}|\\b(?:escape|ghosts?|telescope|stars|lessons?|wedding|coach\\w*)\\b`
  ),
  meaning("harassment", 1, [everywhere], `${told}|${goods}`)
]
