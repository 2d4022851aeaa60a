/**
 * How to cheat a tax office, an insurer or an inspector, given as a tip, in seven languages. Who warns of it is heard by
 * the "don't". Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { condemning } from "../Warnings.ts"

const label = "advises to break the law"

const authority =
  "(?:tax ?(?:man|men|office|inspectors?|authorit(?:y|ies)|people|collector)|hmrc|irs|revenue|inspectors?|auditors?|customs|insurers?|insurance(?: company)?|(?:loss )?adjusters?|job ?cent(?:re|er)|council|police|authorities|landlord|bank|finanzamt|steuerfahndung|zoll|prufer|versicherung\\w*|amt|jobcenter|fisc|impots|inspecteur|urssaf|assurance|assureur|douane|hacienda|fisco|inspeccion|inspector|seguro|aseguradora|aduana|agenzia delle entrate|ispettore|assicurazione|dogana|guardia di finanza|financas|receita|inspetor|seguradora|alfandega|belastingdienst|fiscus|inspecteur|verzekeraar|verzekering\\w*|uwv)"
const blind = [
  `${authority}(?: \\w{1,20}){0,2}? (?:never|won't|will not|can't|cannot|doesn't|don't|will never|has no way|hardly|rarely)(?: \\w{1,20}){0,2}? (?:finds?(?: \\w{1,20})? out|know|knows|notice\\w*|see|sees|checks?|learns?|prove|trace|asks?|looks?|catch\\w*|suspects?)`,
  `(?:nobody|no one|never) (?:at|in|from) (?:the )?(?:\\w{1,20} )?${authority}(?: \\w{1,20}){0,2}? (?:finds?|knows?|notices?|sees?|checks?|asks?)`,
  `${authority}(?: \\w{1,20}){0,3}? (?:merk\\w*|erfahr\\w*|sieht|bekommt|kriegt|pruf\\w*)(?: \\w{1,20}){0,3}? (?:nichts|nie|nicht|niemals)|(?:merk\\w*|erfahr\\w*|sieht)(?: \\w{1,20}){0,3}? ${authority}(?: \\w{1,20}){0,3}? (?:nichts|nie|nicht|niemals)|am finanzamt vorbei|an der steuer vorbei`,
  `${authority} (?:n'en |ne |n'y )(?:\\w{1,20} ){0,2}?(?:saura|sait|verra|voit|remarque\\w*|verifie\\w*|apprend\\w*)|a l'insu du fisc`,
  `${authority} (?:ni |no |nunca |jamas |nao |nem |non |mai )(?:\\w{1,20} ){0,2}?(?:enter\\w*|sabe\\w*|sabra|ve|vera|revis\\w*|descub\\w*|descobr\\w*|scopr\\w*|sapra|accorg\\w*|vede|vedra|controll\\w*|repar\\w*|mira|olha)|a espaldas de hacienda|alle spalle del fisco`,
  `${authority}(?: \\w{1,20}){0,2}? (?:merkt|ziet|komt|weet|controleert)(?: \\w{1,20}){0,3}? (?:niets|niks|nooit|niet)|buiten de (?:fiscus|belastingdienst) om`
].join("|")
const unchecked =
  "(?:pruft|merkt|kontrolliert|fragt) (?:\\w{1,20} )?(?:keiner|niemand|nie)|(?:keiner|niemand) (?:pruft|merkt|kontrolliert)|personne ne (?:\\w{1,20} )?(?:verifie|controle|regarde)|nadie (?:\\w{1,20} )?(?:comprueba|revisa|mira|controla)|nessuno (?:\\w{1,20} )?(?:controlla|verifica|guarda)|ninguem (?:\\w{1,20} )?(?:verifica|controla|confere)|niemand (?:\\w{1,20} )?(?:controleert|kijkt)|controleert (?:\\w{1,20} )?niemand|(?:nobody|no one)(?: ever)? (?:checks?|verif(?:y|ies)|looks)|they (?:never|hardly ever|rarely|don't|won't) (?:check|verif(?:y|ies)|looks)|looks? (?:away|the other way)|asks? no questions"
const cheat = [
  "(?:shred|burn|bin|lose|destroy|delete|get rid of|throw away|hide|backdate|back-date|forge|invent|inflate|pad|cook|fake|make up|write up|double)(?: \\w{1,20}){0,3}? (?:receipts?|invoices?|records?|books|papers?|paper trail|evidence|logs?|tachograph|claims?|quotes?|damage|mileage|expenses?|hours|timesheets?|certificates?)|(?:second|double|two|parallel|other) (?:sets? of )?(?:books|accounts|ledgers?)|off the books|under the table|cash in hand|cash jobs?|(?:put|book|write|declare|enter|pass|run|claim)(?: \\w{1,20}){0,5}? (?:as|through as|down as|off as) (?:an? |your )?(?:\\w{1,20} )?(?:gifts?|loans?|donations?|business (?:trip|lunch|expense|cost)|stolen|lost|theft|training|office|home office|repairs?)|(?:don't|do not|never|needn't|not) (?:declare|report|mention|disclose|register)|(?:say|tell|claim|swear)(?: [\\w']{1,20}){1,10}? (?:was|were|got) (?:stolen|nicked|burgled)|(?:say|tell them|claim|report|swear)(?: that)? (?:it|the \\w{1,20}|your \\w{1,20}) (?:was|got|were) (?:stolen|nicked|burgled|damaged|broken|in storage|at home)|(?:wind|roll|turn|clock)(?: \\w{1,20}){0,3}? back|clocked|in envelopes|(?:keep|leave|run)(?: \\w{1,20}){0,2}? (?:off|out of|past) the (?:books|ledger|accounts|till|payroll)",
  `(?:schredder\\w*|vernicht\\w*|verbrenn\\w*|verschwinden|wegwerf\\w*|wirf|falsch\\w*)${some(4)} (?:belege?|quittung\\w*|rechnung\\w*|bucher|unterlagen)|(?:belege?|quittung\\w*|rechnung\\w*|unterlagen)${some(4)} (?:schredder\\w*|vernicht\\w*|verbrenn\\w*|verschwinden|weg|falsch\\w*)|(?:wurde|sei|ist|ware) (?:\\w{1,20} )?gestohlen|schwarzgeld|schwarzarbeit|schwarzkasse|schwarz|bar auf die hand|doppelte buchfuhrung|zweite (?:kasse|buchfuhrung)|als (?:geschenke?|darlehen|geschaftsessen|gestohlen)${some(2)} (?:verbuch\\w*|angeb\\w*|meld\\w*|eintrag\\w*|ausweis\\w*)|(?:verbuch\\w*|gib|geben|meld\\w*|trag\\w*)${some(6)} als (?:geschenke?|darlehen|geschaftsessen|gestohlen)`,
  `(?:dechir\\w*|brul\\w*|detrui\\w*|jet\\w*|falsifi\\w*|antidat\\w*)${some(4)} (?:factures?|recus?|tickets|justificatifs|comptes)|(?:ete|etait) vole|te (?:lo|la) robaron|au noir|caisse noire|double comptabilite|de la main a la main|en dons?|(?:romp\\w*|quem\\w*|destru\\w*|tritur\\w*|falsific\\w*|tir[ae]\\w*)${some(4)} (?:facturas?|recibos?|tickets?|faturas?|recibos)|en negro|caja b|doble contabilidad|dinero b|en b|como (?:regalos?|donacion\\w*|prestamos?|robado)|por fora|caixa dois|saco azul|contabilidade paralela|como (?:ofertas?|presentes?|doacoes|roubado)`,
  `(?:strapp\\w*|bruci\\w*|distrugg\\w*|butt\\w*|falsific\\w*)${some(4)} (?:fatture|ricevute|scontrini|documenti)|(?:stat[oa]|sono) rubat[oa]|foi roubad[oa]|is gestolen|in nero|doppia contabilita|fondi neri|come (?:regali?|donazion\\w*|prestit\\w*|rubat\\w*)|(?:versnipper\\w*|verbrand\\w*|vernietig\\w*|gooi\\w*|vervals\\w*)${some(4)} (?:bonnetjes|bonnen|facturen|kwitanties|administratie)|zwart(?:geld| geld|werk)?|dubbele boekhouding|als (?:gift|schenking|lening|gestolen)`
].join("|")
const books =
  "(?:we(?:'ll| will| can)|i(?:'ll| will| can)|our \\w{1,20}|let us)(?: \\w{1,20}){0,5}? (?:second|double|two|parallel) (?:sets? of )?(?:books|accounts|ledgers?)|(?:we(?:'ll| will| can)|i(?:'ll| will| can))(?: \\w{1,20}){0,4}? (?:write|inflate|pad|backdate|fake|doctor|raise|bump)(?: \\w{1,20}){0,4}? (?:invoice|quote|bill|receipt|certificate|estimate|logbook)(?: \\w{1,20}){0,6}? (?:insurer|insurance|taxman|tax man|landlord|higher|so (?:you|that))|(?:wir (?:fuhren|machen|erstellen|richten)|nous (?:tenons|ferons)|llevamos|te llevamos|teniamo|fazemos|wij (?:voeren|houden))(?: \\w{1,20}){0,4}? (?:zweite|doppelte|double|doble|doppia|dupla|dubbele) (?:\\w{1,20} )?(?:kasse|buchfuhrung|comptabilite|contabilidad|contabilita|contabilidade|boekhouding)"
const warnedOff =
  "(?:don't|do not|never|mustn't|must not|should not|shouldn't|not allowed to|nobody should) (?:\\w{1,20} ){0,2}?(?:shred|burn|bin|destroy|delete|throw|hide|backdate|forge|inflate|pad|put|book|write|claim|say|pay|accept|roll|wind|clock)\\b|\\b(?:penalt\\w*|fines?|jail|prison|prosecut\\w*|caught|audit trail|comply|compliance|risk\\w*|straf\\w*|bussgeld\\w*|amende|multas?|multe|sancion\\w*|sanzion\\w*|coima\\w*|boetes?|double-entry|doppik|schwarz auf weiss|black and white|partida doble|partita doppia|shoes?|coffee|kaffee|cafe|zwart-wit|koffie)\\b"

export const unlawfulAdvice: ReadonlyArray<Meaning<typeof label>> = [
  meaning(
    label,
    2,
    [
      cheat,
      unchecked,
      `${authority}|accountants?|ledger|payroll|steuerberater|gestor|commercialista|contabilista|boekhouder`
    ],
    `${condemning}|${warnedOff}`
  ),
  meaning(label, 2, [cheat, blind], `${condemning}|${warnedOff}`),
  meaning(label, 1, [books], `${condemning}|${warnedOff}`)
]
