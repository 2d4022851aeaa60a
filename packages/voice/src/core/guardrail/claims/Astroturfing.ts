/**
 * An ordinary customer that the text itself shows to be none: nobody pays me, and below it a persona's number or a
 * department's name; in seven languages (FTC, 16 CFR 465.2; UCPD annex I, 22). Patterns meet folded text: no accents, and
 * ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

const label = "pretends to be a customer"

const who =
  "(?:mums?|moms?|mother|dad|father|parent|customer|user|buyer|shopper|fan|guy|bloke|girl|person|student|pensioner|gran|gardener|runner|teacher|nurse|neighbou?r|(?:cat|dog|animal|book|tea|coffee|plant|music) (?:lover|owner)|homeowner)"
const ordinary = [
  `(?:just|only|simply|merely|purely|as) (?:an? |your )?(?:\\w{1,20} ){0,2}?${who}|(?:ordinary|normal|regular|average|random|real|everyday|honest|happy|satisfied) (?:\\w{1,20} )?${who}|${who} like (?:you|me|us)`,
  "(?:nur|bloss|einfach|ganz|als) (?:ein|eine|ne)? ?(?:\\w{1,20} ){0,2}?(?:mutter|mama|vater|papa|kund(?:e|in)|nutzer(?:in)?|kaufer(?:in)?|student(?:in)?|rentner(?:in)?)|(?:simple|ordinaire|juste une?|seulement une?) (?:\\w{1,20} )?(?:maman|mere|papa|pere|client\\w*|utilisat\\w+|acheteu\\w+|etudiant\\w*)|(?:simple|normal|solo (?:soy )?una?) (?:\\w{1,20} )?(?:madre|mama|padre|client[ea]|usuari[oa]|comprador[a]?|estudiante)|(?:madre|mama|padre|cliente|usuari[oa]) (?:normal|cualquiera|corriente|de a pie)",
  "(?:semplice|normale|solo una?|soltanto una?) (?:\\w{1,20} )?(?:mamma|madre|papa|padre|cliente|utente|student\\w+)|(?:mamma|cliente|utente|papa) (?:qualunque|qualsiasi|normale|comune)|(?:simples|normal|so uma?|apenas uma?) (?:\\w{1,20} )?(?:mae|pai|cliente|utilizador[a]?|usuari[oa]|estudante)|(?:mae|pai|cliente) (?:normal|comum|qualquer)|(?:gewoon|maar|gewone|normale|zomaar) (?:een )?(?:\\w{1,20} )?(?:moeder|mama|vader|papa|klant|gebruiker|koper|student)"
].join("|")
const denied = [
  "(?:definitely|totally|absolutely|really|of course|honestly|certainly|and|i'm|i am|was|promise)? ?(?:not|never|n't) (?:being |getting |been |be |even )?(?:paid|sponsored|hired|employed|affiliated|compensated|asked)(?: \\w{1,20})?|(?:nobody|no one) (?:is paying|pays|paid|asked|told|sent|sponsors) me|(?:nobody|no one) (?:has )?(?:sponsored|paid for|paid|asked for)|(?:no|zero) (?:ties|links?|connections?|affiliation|money) (?:to|with|from) (?:the|any|this|them)|(?:don't|do not) (?:\\w{1,20} )?(?:get (?:paid|a cent|a penny|anything)|work for)|unpaid|unsponsored|unbiased",
  "(?:nicht|nie) (?:dafur |von \\w{1,20} )?(?:bezahlt|gesponsert|beauftragt)|(?:bekomme|kriege)(?: \\w{1,20}){0,2} (?:nichts|kein geld|keinen cent)|(?:niemand|keiner) (?:hat mich|bezahlt mich)|(?:pas|non|jamais) (?:ete )?(?:payee?|sponsorisee?|remuneree?)|personne ne me paie|(?:no|nadie) me (?:pagan?|han pagado|ha pagado|patrocinan?)|nadie me (?:paga|ha pagado)|sin patrocin\\w*",
  "non (?:sono |mi )?(?:pagat[ao]|sponsorizzat[ao]|pagano|paga)(?: nessuno)?|nessuno mi (?:paga|ha pagato)|(?:nao|ninguem) (?:me |sou |estou )?(?:pag\\w+|patrocin\\w+)(?: por isto)?|niet (?:betaald|gesponsord|ingehuurd)|niemand betaalt me|krijg er (?:niets|niks) voor"
].join("|")

const handle =
  "(?:post|publish|send|upload)(?: \\w{1,20})? (?:from|with|under|via) (?:account|profile|persona) \\w|(?:written|drafted|scripted|approved|text|copy) by (?:the |our |an? )?(?:\\w{1,20} ){0,2}?(?:agency|marketing|copywriters?|interns?)|persona (?:no\\.? ?|nr\\.? ?|number |#)?\\d+|persona \\d+ (?:of|\\/|von|de|di|van) \\d+|(?:account|profile|identity|profil|konto|compte|cuenta|profilo|conta) \\d+ (?:of|\\/|von|sur|de|di|van) \\d+|sock ?puppets?|burner (?:account|profile)s?|seed(?:ing)? (?:posts?|accounts?|campaigns?|script)|(?:posted|written|published|managed|scripted|approved|drafted|posting) (?:here )?(?:by|for|from) (?:the |our )?(?:[\\w'&]{1,20} ){0,4}?(?:growth|marketing|social(?: media)?|pr|brand|content|campaign|sales|community|influencer|agency) (?:team|department|desk|crew|people|intern|agency|unit)|(?:verfasst|gepostet|geschrieben) (?:vom|von der|von) (?:\\w{1,20} ){0,3}?(?:marketing\\w*|social-media-\\w*|werbeagentur|agentur|pr-\\w*|wachstumsteam)|(?:publie|poste|ecrit|redige) par (?:\\w{1,20} ){0,4}?(?:marketing|agence|communication)|(?:publicado|escrito|redactado) por (?:\\w{1,20} ){0,4}?(?:marketing|agencia|comunicacion|comunicacao)|(?:pubblicato|scritto) (?:dal|dalla|da) (?:\\w{1,20} ){0,4}?(?:marketing|agenzia|comunicazione)|(?:geplaatst|geschreven) door (?:\\w{1,20} ){0,4}?(?:marketing\\w*|bureau|reclamebureau)"
const smitten =
  "found|bought|ordered|tried|loves?|loved|swear by|changed my|my (?:\\w{1,20} )?(?:kids?|son|daughter|dog|skin|hair|back|baby|husband|wife)|i (?:use|bought|found|love|got|ordered)|gekauft|gefunden|liebe|begeistert|achete|trouve|adore|compre|encontre|encanta|comprato|trovato|adoro|comprei|encontrei|gekocht|gevonden|blij"
const quoted =
  "\\b(?:says?|said|writes?|wrote|told us|testimonial|reviewed by|quote|schreibt|sagt|ecrit-elle|dice|scrive|diz|zegt|disclos\\w*|full disclosure|i work (?:for|at|here)|we work|transparen\\w*)\\b"

export const astroturfing: ReadonlyArray<Meaning<typeof label>> = [
  meaning(label, 1, [ordinary, denied, `${smitten}|\\bi\\b|ich|je|soy|sono|sou|ik`], `${exposing}|${quoted}`),
  meaning(label, 2, [handle, `${ordinary}|${denied}`], `${exposing}|${quoted}`),
  meaning(
    label,
    2,
    ["persona (?:no\\.? ?|nr\\.? ?|number |#)?\\d+|sock ?puppets?|burner (?:account|profile)s?", smitten],
    `${exposing}|${quoted}|\\b(?:ux|design|workshop|interviews?|research|game)\\b`
  )
]
