/**
 * What a creditor or an offended shop says to frighten: relatives who wait at a gate, legs to be broken, a child whose way
 * to school is known; in seven languages. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { exposing } from "../Warnings.ts"

const ours =
  "(?:my|our|some|two|three|a (?:few|couple)(?: of)?|meine?|unsere?|zwei|drei|ein paar|mon|mes|nos|deux|trois|mis?|unos|nuestros|dos|tres|mi[oe]i?|alcuni|i nostri|due|tre|meus?|uns|os nossos|dois|mijn|onze|twee|drie|een paar)"
const fellows =
  "(?:brothers?|cousins?|nephews?|uncles?|mates|lads|boys|friends|people|guys|men|blokes|collectors|colleagues|bruder|vettern|neffen|jungs|leute|kumpels?|freunde|manner|kollegen|freres?|potes|gars|amis|collegues|hermanos?|primos?|amigos|colegas|chicos|muchachos|fratell[oi]|cugin[oi]|amici|ragazzi|irmaos?|rapazes|homens|broers?|neven|vrienden|maten|jongens|mannen)"
const gang = `${ours} (?:\\w{1,20} ){0,2}?${fellows}`
const appear =
  "wait(?:ing|s)?|standing|parked|pay(?:ing)?(?: \\w{1,20}){0,6}? (?:a )?(?:little )?visit|turn(?:ing)? up|show(?:ing)? up|drop(?:ping)? (?:by|in)|come (?:by|over|round|and)|meet(?:ing)?|explain(?:ing)? it|have a (?:little )?(?:word|chat|talk)|warten|wartet|staan|staat|stehen|abpassen|besuchen|vorbei\\w*|attend|attendr\\w*|ir(?:an|emos) a (?:ver|hablar|buscar)|vendran|vendremos|andranno a|andiamo a|vao (?:ver|falar|visitar)|attendent|rendront? visite|passer\\w*|esper(?:aran|an|ando|ar)|visit(?:aran|ar|arao|a)|aspett\\w+|verranno|passeranno|passar\\w*|wacht(?:en)?|opwachten|langs\\w*|bezoek\\w*"
const near =
  "(?:outside|at|by|near|in front of|to|with) (?:your|his|her|their|the)(?: [\\w']{1,20}){0,2}? (?:school|nursery|home|house|door|gate|work|office|car|flat|kids?|children|daughter|son|wife|husband|mother|mum)|(?:vor|bei|an|mit) (?:ihre[rmn]?|deine[rmn]?|eure[rmn]?|der|dem)(?: \\w{1,20}){0,3}? (?:schule|kita|kindergarten|haus\\w*|tur|arbeit\\w*|auto|kindern?|tochter|sohn|frau|mann|mutter)|(?:devant|pres de|a la sortie de|a|avec|chez) (?:l'|la |le |votre |ton |ta |vos |tes )?(?:\\w{1,20} ){0,3}?(?:ecole|maison|porte|travail|bureau|voiture|enfants?|fille|fils|femme|mari|mere)|(?:delante de|frente a|en|a|con|fuera de) (?:la|el|tu|su|tus|sus)(?: \\w{1,20}){0,3}? (?:colegio|escuela|casa|puerta|trabajo|coche|hij[ao]s?|mujer|marido|madre)|(?:davanti|fuori|sotto|vicino)(?: \\w{1,20}){0,4}? (?:scuola|asilo|casa|porta|lavoro|ufficio|figli[ao]?|moglie|madre)|(?:a porta|em frente|a frente|junto|perto)(?: \\w{1,20}){0,4}? (?:escola|casa|trabalho|filh[ao]s?|mulher|mae)|(?:bij|voor|aan)(?: \\w{1,20}){0,4}? (?:school|huis|deur|werk|auto|kinderen|dochter|zoon|vrouw|moeder)"
const orElse =
  "or|otherwise|unless|if you (?:don't|do not|haven't|have not|can't|go|talk|run|speak|complain|call|tell|write|post)|(?:won't|will not|not going to) (?:like|enjoy)|sonst|andernfalls|(?:wenn|falls)[^.!?]{1,40} nicht|sinon|ou (?:bien )?|si (?:vous|tu) ne|o (?:si no)?|si no|de lo contrario|altrimenti|se non|o|senao|se nao|ou|anders|of|als (?:u|je)[^.!?]{1,40} niet"
const due =
  "(?:invoices?|bills?|debts?|owe|owes|owed|money|overdue|(?:days|weeks|months) late|rent|instal?ments?|loan|review|complaint|ombudsman|lawyer|court|police|deposit|pay|rechnung\\w*|schulden|zahl\\w*|miete|rate|bewertung|geld|facture|dette|argent|loyer|paye[zr]?|regle[zr]?|avis|factura|deuda|dinero|alquiler|pag\\w+|resena|fattura|debito|soldi|affitto|recensione|fatura|divida|dinheiro|renda|avaliacao|factuur|rekening|schuld|betaal\\w*|betalen|huur|geld)(?! attention)"
const helpful =
  "\\b(?:mini ?bus|shuttle|removals?|mov(?:e|ing)|deliver\\w*|courier|parcels?|plough|grit|lollipop|umzug\\w*|liefer\\w*|paket\\w*|demenag\\w*|livr\\w*|mudanza|entreg\\w*|trasloc\\w*|consegn\\w*|verhui\\w*|bezorg\\w*|install\\w*|montage|repair\\w*|invite|party|drinks?|collect your|pick you up|pick up)\\b"

/** An opinion that is to go. */
const removal =
  "(?:take|pull)(?: \\w{1,20}){0,3}? down|(?:delete|remove|withdraw|pull|scrap)(?: \\w{1,20}){0,2}? (?:review|post|comment|complaint)|losch\\w*(?: \\w{1,20}){0,2}? bewertung|bewertung(?: \\w{1,20}){0,2}? losch\\w*|(?:retire[zr]?|supprime[zr]?|efface[zr]?) (?:votre|ton|cet) avis|(?:retir|borr|elimin|quit)\\w+ (?:la|su|tu|esa) (?:resena|opinion|critica)|(?:tog\\w+|cancell\\w+|elimin\\w+|rimuov\\w+) (?:la|quella) recensione|(?:retir|apag|remov)\\w+ (?:a|essa) avaliacao|(?:review|recensie|beoordeling)(?: \\w{1,20}){0,2}? verwijder\\w*|(?:verwijder|haal)\\w*(?: \\w{1,20}){0,2}? (?:review|recensie|beoordeling)"

const bones =
  "(?:beine?|knochen|knie(?:scheiben?)?|finger|arme?|nase|genick|hals|zahne|kiefer|rippen|fresse|visage|hande?)"
const breaking = [
  `(?:brech\\w*|gebrochen|zertrummer\\w*|einschlag\\w*|polier\\w*|schlag\\w*)(?: \\w{1,20}){0,2}? (?:ihnen|dir|euch|ihre?|deine?) (?:\\w{1,20} ){0,2}?${bones}|(?:ihnen|dir|euch) (?:\\w{1,20} ){0,3}?${bones} (?:\\w{1,20} )?(?:brech\\w*|gebrochen|zertrummer\\w*|ein(?:zu)?schlag\\w*|polier\\w*)`,
  "(?:te|vous|leur) (?:\\w{1,20} ){0,2}?(?:cass|bris|pet|fractur|fracass)\\w* (?:\\w{1,20} )?(?:les|la|le|tes|vos|une|un) (?:deux )?(?:jambes?|genoux?|bras|doigts|dents|os|machoire|nuque|rotules?|gueule|figure)",
  "(?:te|le|os|les) (?:\\w{1,20} )?(?:vamos a |voy a |van a )?(?:parti|romp|quebr|revent)\\w* (?:\\w{1,20} )?(?:las|la|los|el|una) (?:dos )?(?:piernas?|rodillas?|huesos|brazos?|dedos|dientes|cara|cuello)|(?:partir|romper|quebrar|reventar)(?:te|le|os) (?:las|la|los|el) (?:dos )?(?:piernas?|rodillas?|huesos|brazos?|dedos|dientes|cara|cuello)",
  "(?:ti|le|vi) (?:\\w{1,20} )?(?:spezz|romp|spacc|fracass)\\w* (?:\\w{1,20} )?(?:le|la|i|il|tutte le) (?:due )?(?:gambe|ginocchia|ossa|braccia|dita|denti|faccia|testa|collo)|(?:spezzar|romper|spaccar)(?:ti|le|vi) (?:le|la|i|il) (?:gambe|ginocchia|ossa|braccia|dita|denti|faccia|testa)",
  "(?:parti|quebra|rebenta|arrebenta)\\w*(?:-(?:lhe|te|vos))? (?:\\w{1,20} )?(?:as|os|a|suas|tuas|seus|teus) (?:duas )?(?:pernas|joelhos|ossos|bracos|dedos|dentes|cara)",
  "(?:breken|breek|breekt|slaan|sla)(?: \\w{1,20}){0,2}? (?:je|uw|jouw|al je|je beide) (?:\\w{1,20} )?(?:benen|knieen|knieschijven|botten|armen|vingers|tanden|nek)",
  "your (?:legs?|knees?|kneecaps?|fingers|arms|bones|teeth) (?:won't|will not) (?:see|survive|last|make it|work|carry)|your (?:legs?|knees?|kneecaps?|fingers|arms|bones|teeth) (?:will|are going to|might|may|could|get) (?:\\w{1,20} )?(?:be |get )?(?:broken|snapped|smashed|shattered|on the floor)|(?:legs|knees|kneecaps|fingers) (?:get|got|will get) broken"
].join("|")
const speaker =
  "wir|ich|unsere?|man|wer|werden|nous|on|je|nos|vamos|voy|van|nosotros|mos|si no|noi|io|se non|altrimenti|os nossos|lhe|te|wij|we|ik|pay|paid|late|owe|debt|invoice|unless|otherwise|if|rent|review|or|o|ou|of"
const medical =
  "\\b(?:physio\\w*|ortho\\w*|osteop\\w*|krankenhaus|klinik|hopital|hospital|ospedale|ziekenhuis|arzt|medecin|medico|dokter|ski\\w*|sturz\\w*|chute|caida|caduta|queda|unfallversicherung|nicht die|keine|witz|scherz)\\b"

const knownChild = [
  "(?:wissen|weiss|kennen),?(?: (?:wir|ich))?(?: \\w{1,20})?,? (?:wo|wann|welche|auf welche|in welche|den weg)(?: \\w{1,20}){0,2}? (?:ihre?[nrs]?|deine?[nrs]?|eure?[nr]?) (?:\\w{1,20} )?(?:tochter|sohn|kind\\w*|frau|mann|mutter|eltern|familie|hund)(?: \\w{1,20}){0,4}? (?:schule|kita|kindergarten|geht|arbeitet|wohn\\w*|schlaft|spielt|trainiert)",
  "(?:savons|sait|sais)(?: \\w{1,20})? (?:ou|quand|dans quelle)(?: \\w{1,20}){0,2}? (?:votre|ta|ton|vos|tes) (?:\\w{1,20} )?(?:fille|fils|enfants?|femme|mari|mere|parents|famille)",
  "(?:sabemos|se)(?: \\w{1,20})? (?:donde|cuando|a que|en que)(?: \\w{1,20}){0,4}? (?:su|tu|sus|tus) (?:\\w{1,20} )?(?:hij[ao]s?|mujer|marido|madre|padres|familia|ninos?)",
  "(?:sappiamo|so)(?: \\w{1,20})? (?:dove|quando|in quale|che)(?: \\w{1,20}){0,4}? (?:sua|tua|suo|tuo|suoi|tuoi) (?:\\w{1,20} )?(?:figli[ao]?|moglie|marito|madre|genitori|famiglia|bambin[oaie])",
  "(?:sabemos|sei)(?: \\w{1,20})? (?:onde|quando|em que)(?: \\w{1,20}){0,4}? (?:sua|tua|seu|teu|seus|teus) (?:\\w{1,20} )?(?:filh[ao]s?|mulher|marido|mae|pais|familia)",
  "(?:weten|weet)(?: \\w{1,20}){0,2}? (?:waar|wanneer|op welke)(?: \\w{1,20}){0,2}? (?:uw|je|jouw) (?:\\w{1,20} )?(?:dochter|zoon|kind\\w*|vrouw|man|moeder|ouders|gezin)",
  "(?:we|i|they|friends|mates|uncle|brothers?|cousins?|boys|lads|men|people|guys|colleagues|he) (?:also |already |all )?(?:know|knows|found out) (?:which|what|where|when|what time)(?: \\w{1,20}){0,2}? your (?:\\w{1,20} )?(?:daughter|son|little ones?|youngest|baby|kids?|child|children|wife|husband|mother|family|girl|boy)(?: \\w{1,20}){0,2}? (?:goes|go|walks?|plays?|works?|lives?|sleeps?|trains?|leaves?|finish\\w*)"
].join("|")
const caring =
  "\\b(?:bus|buses|app|tracker|helmet|lunch|dinner|meals?|catering|camps?|courses?|teachers?|uniforms?|insur\\w*|kurse?|essen|verpflegung|versicher\\w*|cantine|cours|assur\\w*|comedor|clases|segur\\w*|mensa|corso|corsi|assicur\\w*|cantina|aulas?|seguro|verzeker\\w*|opvang)\\b"

type Intimidation = Meaning<Hurt["category"]>

export const intimidations: ReadonlyArray<Intimidation> = [
  meaning("threat", 2, [removal, appear, near, orElse], `${exposing}|${helpful}`),
  meaning("threat", 2, [gang, appear, near, orElse, due], `${exposing}|${helpful}`),
  meaning("threat", 2, [breaking, speaker], `${exposing}|${medical}`),
  meaning("threat", 1, [knownChild], `${exposing}|${caring}`),
  meaning(
    "threat",
    2,
    [
      `next (?:people|person|visit|visitors?|ones?|callers?|call|men|time)(?: \\w{1,20}){0,5}? (?:won't|will not) (?:be|ask|knock|come)|(?:you(?:'ll| will)?|your \\w{1,20}) (?:really |definitely |certainly )?(?:won't|will not|'re not going to|are not going to) (?:like|enjoy|survive|want to (?:see|know|find out))${some(3)} (?:how|what|who|the way|where)`,
      "(?:we|i|my|our)\\b",
      "been (?:so |very |more than )?(?:nice|patient|kind|polite|friendly)|behind|overdue|unpaid|you owe|owes? us|late|pay (?:up|us|me|tonight|today|by)|take (?:it|that|the (?:\\w{1,20} )?review|the post) down|delete (?:it|that|the review)"
    ],
    `${exposing}|\\b(?:late (?:fees?|charges?)|fees? of)\\b`
  )
]
