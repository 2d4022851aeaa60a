/**
 * Force, as it is used on customers in seven languages: a recording for the address book, an officer on his way, photographs
 * destroyed, visits to the neighbours, a refund for five stars, a child at its school gate. Patterns meet folded text: no
 * accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { exposing } from "../Warnings.ts"

const lens =
  "(?:your|ihre[rmns]?|ihrem?|deine[rmn]?|votre|ta|tu|su|tua|sua|je|uw|de) (?:\\w{1,20}(?:'s)? )?(?:lens|webcam|camera|cam|kamera|laptopkamera|camara|fotocamera)|your (?:laptop|computer|phone)'s (?:\\w{1,20} )?(?:lens|camera)|(?:camara|fotocamera|camera|webcam) (?:de tu|de su|del tuo|del suo|do teu|do seu|van je|de votre)"
const footage =
  "recording|footage|video|clip|film(?:ed)?|aufnahmen?|gefilmt|enregistrement|filme|grabacion|grabado|registrazione|ripres[oa]|gravacao|gravamos|opnames?|gefilmd|beelden"
const audience =
  "address book|contacts?|everyone you know|colleagues|family|adressbuch|kontakte|kollegen|familie|carnet d'adresses|collegues|famille|contactos|familia|agenda|rubrica|contatti|colleghi|famiglia|contatos|adresboek|contacten|collega's"
const filmed =
  "\\b(?:security camera|doorbell|wedding|course|alarm|cover|slider|lens cap|hochzeit|kurs|mariage|boda|matrimonio|casamento|bruiloft|abdeckung)\\b"

const officer =
  "police|officer|patrol|bailiff|warrant|polizei|haftbefehl|gerichtsvollzieher|gendarmes?|huissier|mandat|policia|guardia civil|orden de detencion|carabinieri|polizia|questura|mandato|viatura|oficial de justica|politie|deurwaarder|arrestatie\\w*"
const coming =
  "liegt vor|against you|contre vous|contra usted|a suo carico|on (?:its|his|her|the|their) way|unterwegs|auf dem weg|en route|en chemin|en camino|in arrivo|per strada|a caminho|onderweg|blocked|gesperrt|bloque\\w*|bloquead[oa]|bloccat[oa]|geblokkeerd|will collect|holt|arrested|festgenommen|arrete|detenid[oa]|arrestat[oa]|preso|aangehouden"
const ransom = `(?:pay|fee|fine|transfer|uberweis\\w*|virez|transfiera|zahl\\w*|gebuhr\\w*|payez|reglez|frais|amende|pague|paga|tasa|multa|paghi|taxa|betaal|boete|kosten)${some(6)} (?:[$€£] ?)?\\d[\\d.,]*|pay the|the fine`
const sober =
  "\\b(?:charity|concert|orchestra|orchester|escape|game|spiel|jeu|juego|gioco|toy|kostum|costume|disfraz|parking|novel|book)\\b"

const destroy =
  "(?:we|wir|nous|vamos|noi|wij|ich|i)? ?(?:will |shall |'ll )?(?:destroy|erase|delete|wipe|vernichten|loschen|zerstoren|detrui\\w*|supprim\\w*|effac\\w*|borra\\w*|elimina\\w*|destrui\\w*|cancell\\w*|distrugg\\w*|apag\\w*|vernietig\\w*|wissen|verwijder\\w*)"
const treasures =
  "(?:family )?(?:photos?|pictures|files|memories|data)|familienfotos|fotos|bilder|dateien|daten|photos de famille|souvenirs|fichiers|fotos familiares|recuerdos|archivos|foto di famiglia|ricordi|file|ficheiros|familiefoto's|foto's|bestanden"
const unlessPaid =
  "or we|otherwise|unless you (?:buy|pay|book|upgrade|subscribe)|sonst|andernfalls|sinon|si no|de lo contrario|altrimenti|senao|caso contrario|anders"
const orderNow =
  "buy|pay|book|upgrade|subscribe|premium|buchen|kaufen|zahlen|achete[zr]?|paye[zr]|abonne[zr]|compr\\w+|paga\\w*|pague|acquist\\w*|abbon\\w*|koop|betaal|boek"

const lads =
  "(?:our|my|the) (?:lads|boys|guys|men|people)|unsere (?:jungs|leute|manner)|nos (?:gars|hommes|types|garcons)|nuestros (?:chicos|muchachos|hombres)|(?:i nostri|due dei nostri) (?:ragazzi|uomini|amici)|(?:nossos|os nossos) (?:rapazes|homens)|onze (?:jongens|mannen)"
const callOn =
  "drop by|stop by|come (?:round|by|over)|pay (?:you )?a visit|vorbei(?:kommen|schauen|kommt)?|passer\\w*|passent|(?:se )?pasar\\w*|visita\\w*|passer\\w+|verranno|passa\\w*|aparecem|komen|langs"
const owed =
  "you owe|owes? us|your debts?|unpaid|ihre schulden|was sie uns schulden|schulden|ce que (?:vous|tu) (?:nous )?(?:devez|dois)|dette|lo que (?:nos )?debes?|deuda|quello che ci (?:deve|devi)|debito|o que (?:nos )?deve|divida|wat (?:u|je) ons|reputation|ruf|reputacion|reputazione|reputacao|goede naam|neighbou?rs|nachbarn|voisins|vecinos|vicini|vizinhos|buren"

const stars =
  "(?:five|5|cinq|cinco|cinque|vijf|funf) ?(?:stars?|sterne|etoiles|estrellas|stelle|estrelas|sterren)|(?:positive|good|kind|gute|positive|nette|bonne|buena|buona|boa|goede) (?:review|rating|lines|words|bewertung|rezension|avis|resena|recensione|avaliacao|beoordeling)"
const yourRefund =
  "refund|erstattung|ruckzahlung|remboursement|reembolso|rimborso|terugbetaling|your money|ihr geld|guarantee claim|replacement|ersatz"
const onlyThen =
  "once (?:i|we) see|only (?:if|when|once|after)|less than (?:five|5)|(?:unless|until) (?:you|we|i)|erst,? (?:wenn|nach)|nur wenn|sobald|seulement si|des que (?:nous|vous)|pas avant|solo si|cuando (?:veamos|recibamos)|hasta que|solo dopo|solo quando|so (?:depois|quando|se)|pas als|alleen als|get lost"

const dependant =
  "(?:your|ihre?|deine?|votre|ta|ton|tu|su|sua|tua|uw|je) (?:\\w{1,20} )?(?:daughter|son|kids?|child|children|girl|boy|tochter|sohn|kind|kinder|fille|fils|enfants?|hij[ao]s?|nin[ao]|figli[ao]|bambin[ao]|filh[ao]s?|dochter|zoon|kinderen)"
const alone =
  "alone|on (?:her|his) own|always|every day|allein\\w*|taglich|seule?|tous les jours|sol[ao]|todos los dias|da sol[ao]|sempre sol[ao]|tutti i giorni|sozinh[ao]|todos os dias|alleen|elke dag"
const way =
  "school|bus stop|park|playground|schule|haltestelle|spielplatz|ecole|arret|colegio|instituto|parada|parque|scuola|fermata|escola|paragem|bushalte|speeltuin"
const omen =
  "would be (?:nice|good|lovely|a pity|a shame)|stay\\w* (?:safe|quiet|calm)|ware (?:schon|schade)|ruhig bliebe|(?:ce )?serait (?:bien|dommage|bete)|seria (?:bonito|una pena|una lastima|uma pena|bom)|sarebbe (?:bello|un peccato)|tutto tranquillo|zou (?:mooi|jammer) zijn|invoice|rechnung|facture|factura|fattura|fatura|factuur|pay|debt"
const cared =
  "\\b(?:bag|schoolbag|backpack|lessons?|course|camp|guard|helmet|lights?|tracker|app|insur\\w*|ranzen|kurs\\w*|cartable|cours|mochila|clases|zaino|corso|lezion\\w*|aulas?|rugzak|les|lessen|minibus|shuttle)\\b"

const pester = `(?:we|wir|nous|te|le|ti|vamos|wij|we'll)${some(3)} (?:write|call|text|message|schreiben|anrufen|ecrir\\w*|appel\\w*|escrib\\w*|llamar\\w*|scriv\\w*|chiam\\w*|escrever|ligar|schrijven|bellen)${some(3)} (?:every|each|jede|alle|chaque|toutes les|cada|ogni|elk|elke|ieder) ?(?:single )?(?:hours?|minutes?|nights?|stunde|minute|nacht|heures?|nuit|horas?|minutos?|noches?|ora|minuto|notte|noite|uur|nacht)`
const reach =
  "(?:your|deiner|ihrer|ta|votre|tu|su|tua|sua|je|uw) (?:girlfriend|boyfriend|wife|husband|boss|mother|freundin|frau|chefin?|copine|femme|mari|patron|novi[ao]|mujer|marido|jefe|madre|ragazz[ao]|moglie|capo|namorad[ao]|mulher|chefe|vriendin|vrouw|baas)|you(?:'ll| will) see|wirst (?:schon )?sehen|tu verras|vous verrez|veras|vedrai|vas ver|zult? (?:nog )?zien"

type Coercion = Meaning<Hurt["category"]>

export const coercions: ReadonlyArray<Coercion> = [
  meaning("threat", 2, [lens, footage, audience], `${exposing}|${filmed}`),
  meaning("threat", 2, [officer, coming, ransom], `${exposing}|${sober}`),
  meaning(
    "threat",
    2,
    [treasures, unlessPaid, destroy, orderNow],
    `${exposing}|\\b(?:backup|sicher\\w*|sauvegard\\w*)\\b`
  ),
  meaning(
    "threat",
    2,
    [lads, callOn, owed],
    `${exposing}|\\b(?:mov(?:e|ing)|repair\\w*|garden\\w*|umzug|reparier\\w*|demenag\\w*|montage|install\\w*)\\b`
  ),
  meaning("threat", 2, [stars, yourRefund, onlyThen], `${exposing}|\\b(?:never|regardless|egal|unabhangig)\\b`),
  meaning("threat", 2, [dependant, alone, way, omen], `${exposing}|${cared}`),
  meaning(
    "threat",
    2,
    [pester, reach],
    `${exposing}|\\b(?:courier|parcel|delivery|status|order|sendung|bestellung|colis|pedido|pacco|pakket)\\b`
  )
]
