/**
 * What is known of somebody by watching, and what nobody sells anything by, in seven languages: their way through the town,
 * talks at their table, a child's way to school, what they read at night, their health, debts, faith, votes and love (GDPR
 * article 9). Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

/** They told us themselves, or came for it. */
const invited =
  "\\b(?:you (?:asked|told us|booked|signed up|subscribed)|as you (?:asked|wished)|your appointment|our (?:practice|clinic|counsel\\w*)|sie (?:haben|hatten) (?:uns|sich|um)|ihr termin|beratung\\w*|praxis|vous (?:avez|aviez) (?:demande|reserve)|votre rendez-vous|nos (?:pediste|pidio)|tu cita|su cita|ci ha chiesto|il suo appuntamento|nos pediu|pediu-nos|a sua (?:consulta|marcacao)|u vroeg|je vroeg|uw afspraak|anonymous\\w*|anonym\\w*|novel|film|podcast|theat(?:re|er)|support group|selbsthilfe\\w*|helpline)\\b"

const moved =
  "you (?:left|entered|got (?:into|out of)|walked|drove|parked|came out of|stopped|sat)(?: \\w{1,20}){0,3} (?:house|home|flat|office|work|car|chemist|pharmacy|gym|bar|bank|school|door)|(?:sie haben|du hast)(?: \\w{1,20}){0,4} (?:haus|wohnung|buro)(?: \\w{1,20}){0,3} verlassen|(?:vous etes|tu es) (?:sorti|parti|passe)e?(?: \\w{1,20}){0,4}|(?:has|ha) salido de(?: \\w{1,20}){0,3}|(?:sei|e) uscit[oa](?: \\w{1,20}){0,3}|(?:saiu|saiste) de(?: \\w{1,20}){0,3}|(?:je|u) (?:ging|vertrok|verliet)(?: \\w{1,20}){0,4}"
const clock =
  "(?:at|um|a|alle|as|om) \\d{1,2}(?:[:.h]| h | uhr )\\d{2}|(?:for|seit|pendant|durante|per) (?:\\w{1,20}) (?:minutes|minuten|minutos|minuti)"
const nearby =
  "behind you|turn (?:round|around)|right next to you|just (?:sat|stood)|rough (?:morning|day|night)|hinter (?:ihnen|dir)|dreh(?:en sie)? (?:sich|dich) um|derriere (?:vous|toi)|retourne[zs]?-(?:vous|toi)|detras de (?:ti|usted)|date la vuelta|dietro di (?:te|lei)|girati|atras de (?:ti|si|voce)|achter (?:je|u)|we (?:saw|watched|noticed)|wir haben (?:sie|dich)|nous (?:vous )?avons vu|te hemos visto|ti abbiamo vist\\w|vimos-te|we zagen"
const seen =
  "(?:on|nous) (?:te|vous) voi[ts]|nous vous voyons|wir sehen (?:dich|sie)|te (?:vemos|estamos viendo)|(?:ti|la) vediamo|estamos a ver-te|estamos te vendo|we zien (?:je|u)|we (?:can )?see you"
const standing =
  "devant|vor|vorm|davor|an der|delante|en la|davanti|fuori|em frente|a porta|voor|bij de|outside|in front of|at the"
const figure =
  "manteau|seule|mantel|jacke|allein|abrigo|chaqueta|sola|cappotto|giacca|casaco|sozinha|jas|alleen|coat|jacket|alone|hier soir|gestern abend|anoche|ieri sera|ontem a noite|gisteravond|last night"

const followed = `we(?:'ve| have)${some(2)} (?:followed|watched|observed|tracked)|wir haben${some(8)} (?:verfolgt|beobachtet)|(?:nous l'avons|nous avons|on l'a)${some(2)} (?:suivi|observe)\\w*|(?:la |lo |te )?hemos${some(1)} (?:seguido|observado|vigilado)|(?:l'|la |lo )?abbiamo${some(1)} (?:seguit|osservat)[oaie]|seguimos-?(?:na|no|la|lo)?|(?:we|wij) hebben${some(5)} (?:gevolgd|geobserveerd|bekeken)`
const dear =
  "(?:your|ihre?n?|deine?n?|votre|ta|ton|tu|su|sua|tua|seu|teu|uw|je|jouw) (?:\\w{1,20} )?(?:daughter|son|child|kids?|wife|husband|tochter|sohn|kind|frau|mann|fille|fils|enfant|femme|mari|hij[ao]|mujer|marido|figli[ao]|moglie|marito|filh[ao]|mulher|dochter|zoon|vrouw|man)"
const route =
  "school|alone|walks?|bus|park|schule|allein|weg|ecole|seule?|marche|colegio|sol[ao]|camina|parada|scuola|cammina|fermata|escola|sozinh[ao]|anda|paragem|alleen|loopt|bushalte"
const shared =
  "\\b(?:conversation|discussion|progress|advice|competition|tournament|season|career|course|team|turnier|saison|match)\\b"

const spoken =
  "(?:you|du|sie|vous|tu|usted|lei|voce|je|u)\\b(?: [^ .!?]{1,24}){0,5}? (?:said|told|complained|argued|whispered|gesagt|erzahlt|gestritten|dit|raconte|dijo|dijiste|contaste|detto|raccontato|disse|disseste|contou|gezegd|verteld)|(?:haben sie|hast du|hebt u|heb je|avez-vous|as-tu|ha detto|hai detto)(?: [^ .!?]{1,24}){0,6}? (?:gesagt|erzahlt|gezegd|verteld|dit|che)|(?:le |les )?(?:dijiste|contaste|dijo) a"
const home =
  "(?:your|ihrer|ihrem|deiner|deinem|votre|ta|ton|tu|su|sua|tua|uw|je) (?:wife|husband|mother|sister|friend|frau|mann|mutter|freundin|femme|mari|mere|amie?|mujer|marido|madre|moglie|marito|mulher|mae|vrouw|man|moeder|vriendin)"
const ear =
  "(?:phone|telephone|speaker|microphone|tv|assistant)(?: [^ .!?]{1,20}){0,4}? (?:listen\\w*|heard|lay|was (?:on|near|there|next))|(?:listened|overheard|eavesdrop\\w*)|(?:telefon|handy|lautsprecher|mikrofon)(?: [^ .!?]{1,20}){0,4}? (?:lag|gehort|mitgehort|daneben)|(?:telephone|enceinte|micro)(?: [^ .!?]{1,20}){0,4}? (?:ecout\\w*|entend\\w*|etait)|(?:telefono|movil|altavoz|microfono)(?: [^ .!?]{1,20}){0,4}? (?:escuch\\w*|oy\\w*|estaba|ascolt\\w*|sentit\\w*|era)|(?:telefone|telemovel|celular|coluna)(?: [^ .!?]{1,20}){0,4}? (?:ouvi\\w*|escut\\w*|estava)|(?:telefoon|speaker)(?: [^ .!?]{1,20}){0,4}? (?:lag|luister\\w*|hoorde)"

const traces =
  "your (?:recent |last )?(?:baskets?|purchases?|searches|clicks?|browsing|shopping|profile|history|basket history)(?: [^ .!?]{1,20}){0,8}? (?:tells?|told|shows?|suggests?|reveals?|says?|gave)|we (?:noticed|saw|can see|know)(?: that)? you(?:'ve| have| are|'re)?|(?:ihre|deine) (?:einkaufe|suchen|suchanfragen|klicks|warenkorbe)|wir (?:haben|sehen|wissen)(?: [^ .!?]{1,20}){0,2}? (?:bemerkt|gesehen|dass)|vo(?:s achats|s recherches|tre profil|tre panier)|nous (?:avons (?:remarque|vu)|savons) que|tu(?:s compras| perfil|s busquedas)|(?:hemos visto|sabemos) que|(?:i suoi|i tuoi) (?:acquisti|carrelli)|(?:il suo|il tuo) profilo|(?:abbiamo notato|sappiamo) che|(?:as suas|as tuas) compras|(?:o seu|o teu) perfil|(?:reparamos|vimos|sabemos) que|(?:je|uw) (?:aankopen|zoekopdrachten|profiel)|we (?:zagen|merkten|weten) dat"
const intimate =
  "little one on the way|due around|expecting a (?:baby|child)|pregnan\\w*|coming[- ]out|prefer (?:men|women)|schwanger\\w*|enceinte|embarazad\\w*|incinta|gravida|zwanger\\w*|homosexu\\w*|homosessual\\w*|rehab|divorce (?:lawyer|forum)\\w*|suicid\\w*|abortion|abtreibung|avortement|aborto|hiv|impoten\\w*|aff(?:air|aire)|votre epouse pratique|moins pratiquant\\w*"

const because =
  "because|as you|since|given your|after your|now that you|weil|seit|nach|da sie|wegen|comme|parce que|puisque|depuis|apres|vu|porque|desde|por tu|por tus|por su|por sus|tras|poiche|siccome|dopo|dato|dopo il|depois|por causa|como|omdat|sinds|nu je|nu u|na|jammer dat|schade,? dass|dommage que"
const yours =
  "you|your|sie|ihre[rmns]?|du|deine[rmns]?|vous|votre|vos|tu|ton|ta|tes|tus?|sus?|suo|sua|tuo|tua|seu|teu|voce|lei|je|jouw|u|uw"
const special =
  "antiretroviral\\w*|living with the virus|psychiatr\\w*|psiquiatr\\w*|psichiatri\\w*|psiquiatri\\w*|entzugsklinik\\w*|entziehungskur|entzug|ontwenning\\w*|afkick\\w*|desintox\\w*|disintossicaz\\w*|desintoxicac\\w*|rehab\\w*|relapse\\w*|ruckfall\\w*|rechut\\w*|recaida|ricadut\\w*|(?:privat)?insolvenz\\w*|lohnpfand\\w*|lohnpfaend\\w*|surendettement|insolvenci?a|bancarotta|schuldsanering\\w*|loonbeslag|bankrupt\\w*|mosquee?|moschee|mezquita|moschea|mesquita|moskee|synagog\\w*|sinagoga|au partido|al partido|(?:political|politische[nr]?) (?:views|donations?|ansichten)|donations? to the (?:party|campaign)|parteispende\\w*|dons? au parti|donativos? al partido|manifestacion\\w*|demo-?teilnahme|abtreibung|avortement|aborto|miscarriage|fehlgeburt|fausse couche|methadon\\w*|hiv|chimiotherapie|chemotherap\\w*|gaan drinken|wieder (?:zu )?trink\\w+"
const illness =
  "(?:(?:breast|lung|skin|bowel|prostate|ovarian|cervical) )?cancer|diabetes|depression|hiv|epilepsy|dementia|leuk(?:a)?emia|tumou?r|hepatitis|herpes|bipolar disorder|eating disorder|addiction|alcoholism|miscarriage|infertility|multiple sclerosis|ptsd|panic attacks"
const yourIllness = `your (?:own |recent |new )?(?:${illness})(?! (?:risk|screening|check|test kit|awareness|nurse|charity|team|walk|run|research|journey book|app|plan|diary))`
const learnt =
  "(?:we|i)(?:'ve| have| all| just)? (?:heard|know|saw|noticed|learn(?:ed|t)|found out|read|gather|can see|understand)|(?:our|your) (?:records|data|profile|searches|purchases|file) (?:show|say|tell|suggest)s?|because (?:of )?your|now that your|given your|since your|in view of your|with your (?:\\w{1,20} )?(?:diagnosis|cancer) (?:in mind|back)|word (?:is|has it)"
const votes =
  "(?:we know|wir wissen|nous savons|sabemos|sappiamo|we weten|wij weten),?(?: [^ .!?]{1,20}){0,2}? (?:who you (?:vote|voted) for|wen (?:sie|du) wahl\\w*|pour qui (?:vous votez|tu votes)|a quien (?:votas|vota)|per chi (?:voti|vota)|em quem (?:vota|votas)|op wie (?:je|u) stemt)|(?:people|leute|gens|gente|mensen) (?:of your|ihrer|deiner|de votre|de ta|de tu|de su|della sua|della tua|da sua|da tua|van jouw|van uw) (?:faith|religion|ideology|glaubens|gesinnung|ideologie|ideologia|religione|religiao|geloof|confession|credo)"

const neighbour =
  "(?:your|ihr|ihre|dein|deine|votre|ton|ta|tu|su|o seu|a sua|o teu|a tua|il suo|la sua|il tuo|uw|je) (?:neighbou?r|colleague|ex|brother|sister|nachbar\\w*|kolleg\\w*|bruder|schwester|voisine?|collegue|frere|soeur|vecin[oa]|herman[oa]|vizinh[oa]|irma\\w*|vicin[oa]|fratello|sorella|buurman|buurvrouw|broer|zus)"
const owes =
  "(?:owes|schuldet|doit|debe|deve|is)(?: [^ .!?]{1,20}){0,3}? (?:[$€£] ?)?\\d[\\d.,]*(?: [^ .!?]{1,20}){0,4}|(?:is (?:deep )?in debt|hat schulden|est endette\\w*|tiene deudas|ha debiti|tem dividas|heeft schulden)"
const secretly =
  "(?:wife|husband|family|frau|mann|femme|mari|mujer|marido|moglie|marito|mulher|vrouw|man)(?: \\w{1,20}){0,4} (?:(?:does not|doesn't) know|weiss|ne sait|no lo sabe|non (?:lo )?sa|nao sabe|ainda nao|weet)|don't be like|seien sie nicht wie|ne faites pas comme|no sea como|non faccia come|nao seja como|wees niet als|consolid\\w*|umschuld\\w*|rachat de credit"

const disclosed =
  "(?:your|ihr|dein) (?:password|passcode|pin|passwort|kennwort) (?:is|was|lautet|ist)(?: still| noch| immer noch)? (?=[^ ]*\\d)[^ .,!?]{4,30}|(?:votre|ton) mot de passe est(?: toujours)? (?=[^ ]*\\d)[^ .,!?]{4,30}|(?:tu|su) contrasena (?:es|sigue siendo) (?=[^ ]*\\d)[^ .,!?]{4,30}|la (?:sua|tua) password e(?: ancora)? (?=[^ ]*\\d)[^ .,!?]{4,30}|a (?:sua|tua) (?:senha|palavra-passe) (?:e|continua a ser) (?=[^ ]*\\d)[^ .,!?]{4,30}|(?:je|uw) wachtwoord is(?: nog)? (?=[^ ]*\\d)[^ .,!?]{4,30}|answer to your (?:secret|security) question is"

export type Prying = "uses what is private"
const prying = "uses what is private"

export const watching: ReadonlyArray<Meaning<Prying>> = [
  meaning(prying, 2, [moved, clock, nearby], `${exposing}|${invited}`),
  meaning(prying, 1, [seen, figure, standing], `${exposing}|${invited}|saturday|samedi|samstag`),
  meaning(prying, 2, [followed, dear, route], `${exposing}|${shared}`),
  meaning(prying, 2, [ear, spoken, home], `${exposing}|${invited}`),
  meaning(prying, 1, [traces, intimate], `${exposing}|${invited}`),
  meaning(
    prying,
    1,
    [special, because, yours],
    `${exposing}|${invited}|visit|besuch|visite|tour|fuhrung|guided|museum|street|market`
  ),
  meaning(prying, 1, [yourIllness, learnt], `${exposing}|${invited}`),
  meaning(prying, 1, [votes], exposing),
  meaning(prying, 2, [neighbour, owes, secretly], `${exposing}|owes you|schuldet ihnen`),
  meaning(prying, 1, [disclosed], `${exposing}|wi-?fi|wlan`)
]
