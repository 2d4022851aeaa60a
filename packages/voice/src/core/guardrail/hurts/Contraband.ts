/**
 * Papers that are forged to order, and drugs by the gram, in seven languages and however they are spelled. Patterns meet
 * folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { condemning } from "../Warnings.ts"

const papers =
  "passports?|driv\\w+ licen[cs]es?|licen[cs]es?|id ?cards?|ids|visas?|residence permits?|work permits?|birth certificates?|marriage certificates?|vaccin\\w+ (?:cards?|passes|certificates?)|diplomas?|degrees?|transcripts?|certificates?|sick notes?|doctor's notes?|payslips?|bank statements?|mot certificates?|banknotes|reisepass\\w*|passe?|ausweise?|personalausweise?|fuhrerscheine?|impf(?:passe?|ausweise?|zertifikate)|zeugnisse?|diplome?|krankschreibung\\w*|gehaltsnachweise?|aufenthaltstitel|passeports?|permis(?: de conduire)?|cartes? d'identite|titres? de sejour|diplomes?|fiches? de paie|arrets? maladie|pasaportes?|carn[eé]s?(?: de conducir)?|dni|titulos?|nominas?|passaport[io]|patent[ei]|carte? d'identita|diplom[ai]|buste paga|certificat[io]|passaportes?|cartas? de conducao|cnh|diplomas?|atestados?|paspoort\\w*|rijbewij\\w*|identiteitskaart\\w*|diploma's|loonstrook\\w*|doktersbriefjes?"
const forged =
  "(?:our|my|the|these) forger(?:y|ies|s)|forged|no (?:jab|vaccination|driving test|doctor)(?: \\w{1,20})? (?:needed|required|necessary)|(?:another|some ?one else|other people|another person)(?:'s)? (?:\\w{1,20} )?(?:names?|identit(?:y|ies))|(?:nobody|no one|none)(?: \\w{1,20}){0,4}? (?:caught|questioned)|forgers?|fakes?|counterfeits?|made to order|(?:in|under|with|on) (?:any|whatever|another|a different|every|your new) (?:\\w{1,20} )?names?|any name|real-looking|(?:backdated|back-dated)|(?:pass|passes|passed|gets?|got|go|goes|went|beats?|fools?|survives?|stand)(?: [\\w']{1,20}){0,4}? (?:through )?(?:any |every |the |all |four |most )?(?:\\w{1,20} )?(?:airports?|customs|borders?|scanners?|checks?|controls?|inspections?|police|employers?)|indistinguishable from|(?:nobody|no one|employers?|inspectors?|customs|police|banks?|schools?|landlords?)(?: [\\w']{1,20}){0,2} (?:can |never |ever )?(?:tell|notice|spot)\\w*|gefalscht\\w*|falschung\\w*|auf (?:jeden|wunsch|beliebigen|ihren) ?namen|beliebige[nr]? namen?|tauschend echt|echt aussehend\\w*|(?:halt|halten|besteh\\w*)(?: \\w{1,20}){0,2} kontrolle\\w*|faux|fausses?|falsifies?|a n'importe quel nom|au nom de votre choix|fals[oa]s?|falsificad[oa]s?|a cualquier nombre|al nombre que|contraffatt[oi]|a qualsiasi nome|a nome di chi|falsi(?:ficati)?|em qualquer nome|no nome que|vals|valse|vervalst\\w*|op elke naam|op iedere naam"
const ordered =
  "pay|paid|order\\w*|deliver\\w*|prices?|\\d+ each|we print|clients?|customers?|buy|sell|selling|shipped|ships?|send us|within \\d+|in \\d+ days|half now|\\d+ ?(?:euros?|pounds|dollars|[$€£])|bestell\\w*|liefer\\w*|bezahl\\w*|anzahlung|kaufen|preis|command\\w*|livr\\w*|paye\\w*|acompte|pedid\\w*|encarg\\w*|entreg\\w*|pag[aoue]\\w*|precio|spedi\\w*|expedi\\w*|versand\\w*|envi\\w*|ordin\\w*|consegn\\w*|prezzo|acconto|encomend\\w*|preco|bestel\\w*|lever\\w*|betal\\w*|prijs|aanbetaling"
const crafts =
  "(?:don't|doesn't|won't|can't) (?:buy|sell|accept|carry|use|print|travel|lend|offer)|\\b(?:covers?|holders?|wallets?|leather|cases?|sleeves?|toys?|costumes?|party|pretend|dolls?|teddy|frames?|framed|photos? for|hochzeit|novelty socks|never (?:buy|sell|carry|use|accept|lend|share)|avoid|protect\\w*|detect\\w*|spot\\w*|recogni[sz]e|renew\\w*|translat\\w*|ubersetz\\w*|traduct\\w*|traduccion\\w*|traduzion\\w*|vertaal\\w*|apostille|lost|stolen|hullen?|etuis?|fundas?|custodi[ae]|capas?|hoesjes?|faux cuir|vegan|rahmen|schutz\\w*|bilderrahmen|police|polizei|policia|polizia|politie)\\b"

const drugs =
  "coke|koks|kokain|cocaine?|coca(?! cola)|farlopa|perico|charlie|sniff|xtc|x\\.?t\\.?c|mdma|m\\.d\\.m\\.a|ecstasy|extasis|speed|ket(?:amin\\w*)?|3-?mmc|4-?mmc|ghb|lsd|crack|crystal(?: meth)?|meth|heroin\\w*|weed|gras|wiet|hasj|hasch\\w*|hash|hachis|hachich|beuh|shit|marihuana|marijuana|maria|hierba|erba|fumo|haxixe|maconha|erva|ganja|skunk|buds?|pep|paddos|pillen|pilules|taz|pastillas|pastis|pasticche|paste|balas|tabs?|amphetamin\\w*|anfetamin\\w*|tilidin\\w*|lyrica|oxys?|benzos|xan(?:ax|ny|nies)|tramadol\\w*"
const weighed =
  "(?:\\d+ ?(?:euros?|eur|[€$£]|pounds|dollars)?(?: \\w{1,12})? )?(?:per|pro|par|por|al|le|al|el|a|the|each|every|de|het|ogni|il|cada|das|das|elk) (?:gramm?e?|gramm[oi]|gramos?|gramas?|gr?|g|pille?|pil|tablet|pill|pilule|pastilla|pasticca|bala|stuk|stuck|tab|bag|baggie|bolsa|zakje|pacchetto)|\\d+ ?(?:g|gr|gram|gramm|grammes?|gramos?|grammi|gramas)\\b|(?:gramm?e?s?|gramos?|grammi|gramas?) (?:a|por|per|fur|voor|pour|zu|a) \\d+"
const dealt =
  "deliver\\w*|drop(?:ped|s)?(?: off)?|bring|driver|telegram|signal|snap\\w*|whats ?app\\w*|app|appen|dm|text|menu|fresh|in stock|back in|weekend|liefer\\w*|frisch\\w*|neue ware|schreib\\w*|vorbei|livr\\w*|arrivage|frais|dispo\\w*|ecris|entreg\\w*|a domicilio|recien|llegad\\w*|escrib\\w*|consegn\\w*|a casa|arrivat\\w*|scriv\\w*|fresc[ao]|chegou|manda mensagem|vers|verse|binnen|bezorg\\w*|stuur|halen|discre\\w*|vendo|mando|selling|verkauf\\w*|vends|verkoop"
const lawful =
  "\\b(?:chocolate|cola|fuel|fireplace|furnace|barbecue|broadband|vitamin\\w*|magnesium|saffron|safran|azafran|zafferano|coffee|kaffee|cafe|caffe|tea|tee|te|cha|thee|pharmac\\w*|apotheke\\w*|farmac\\w*|apotheek|prescri\\w*|rezept|receta|ricetta|spices?|gewurz\\w*|meat|rasen\\w*|samen|dishwasher|washing|geschirr\\w*|pasta|mozzarella|aromatic\\w*|parsley|prezzemolo|prevent\\w*|addict\\w*|sucht\\w*|beratung\\w*|verslav\\w*|politie|dogs?|hund\\w*|cats?|worm\\w*|glass|lawn)\\b"

const unmistakable =
  "coke|koks|cocaine?|farlopa|xtc|mdma|ketamin\\w*|weed|wiet|hasj|hasch|hash|hachis|beuh|marihuana|marijuana|maconha|ganja|skunk|speed"
const hiddenOrder =
  "(?:menu|list|prices?|order|text|write|message|dm|scriv\\w*|schreib\\w*|bestell?\\w*|command\\w*|ecri\\w*|escrib\\w*|pid\\w*|stuur|app)(?: \\w{1,20}){0,3}? (?:on|via|over|auf|per|sur|por|su|op|through) (?:signal|telegram|snap\\w*|wickr|threema)"

/** Called forged, and praised for it. */
const praised =
  "(?:forged|fakes?|counterfeit|vervalst\\w*|valse?|gefalscht\\w*|faux|fausses?|fals[oaie]s?|falsificad[oa]s?|contraffatt[oi])(?: \\w{1,20})?,? (?:but|yet|and|maar|en|aber|und|doch|mais|et|pero|y|ma|e|mas) (?:\\w{1,20} ){0,3}?(?:perfect|flawless|indistinguishable|good|nobody|no one|niet te onderscheiden|perfecte?|goed|tauschend|nicht zu unterscheiden|perfekt|parfaite?s?|indetectables?|perfect[oa]s?|indistinguibles?|perfett[oi]|indistinguibili|perfeit[oa]s?)"

type Deal = Meaning<Hurt["category"]>

export const contraband: ReadonlyArray<Deal> = [
  meaning("harassment", 2, [papers, praised], `${condemning}|${crafts}`),
  meaning("harassment", 2, [papers, forged, ordered], `${condemning}|${crafts}`),
  meaning("harassment", 2, [unmistakable, hiddenOrder], `${condemning}|${lawful}`),
  meaning("harassment", 2, [drugs, weighed, dealt], `${condemning}|${lawful}`)
]
