/**
 * Contempt in seven languages: a life that nobody would miss, bodies and minds to laugh at, and doors shut to whoever is old,
 * with child, in a wheelchair, of another name or faith. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:wrong to|bully\\w*|mobbing|stereotyp\\w*|vorurteil\\w*|prejug\\w*|myth|discriminat\\w*|discrimin\\w*|diskriminier\\w*|racis\\w*|rassis\\w*|razzis\\w*|novel|roman|film|theat(?:re|er)|podcast|museum|exhibition|against|gegen|contre|contra|contro|tegen)\\b"
const helped =
  "\\b(?:helpline|hotline|samaritans|talk to (?:us|someone)|call us|you are not alone|nicht allein|seelsorge|ecoute|telefono de la esperanza|prevention|pravention|trauer\\w*|grief|bereav\\w*|spa|holidays?|urlaub|sabbatical|festival)\\b"

const unmissed =
  "(?:wurde|wird) es? ?(?:keinem|niemandem|keiner|niemand)(?: \\w{1,20}){0,3}|(?:keiner|niemand) (?:wurde|wird)(?: \\w{1,20}){0,2} (?:vermissen|merken|fehlen)|personne ne (?:s'en |te |vous |le )?(?:remarquerait|apercevrait|regretterait|pleurerait|verrait)|nadie (?:lo |te |se )?(?:notaria|echaria de menos|extranaria|daria cuenta)|nessuno (?:se ne |ti |lo )?(?:accorgerebbe|rimpiangerebbe|noterebbe|cercherebbe)|ninguem (?:te |o |iria )?(?:notaria|notar|sentiria|daria)(?: \\w{1,20}){0,3}|niemand (?:zou|zal)(?: \\w{1,20}){0,3} (?:merken|missen|opvallen)|(?:nobody|no one) (?:would|will) (?:even )?(?:notice|miss|care)"
const gone =
  "dich(?: \\w{1,20}){0,4} nicht mehr (?:gabe|gibt)|nicht mehr (?:aufwach\\w*|da (?:warst|bist)|lebst)|(?:ne te reveill\\w+|n'etais|n'es) (?:pas|plus)(?: \\w{1,20})?|ne (?:te )?reveill\\w+ (?:pas|plus)|no (?:despert\\w+|estuvieras|volvieras)|ya no estuvieras|non (?:ti svegli\\w*|ci fossi(?: piu)?)|nao (?:acord\\w+|estivesses)|ja nao estivesses|niet meer (?:wakker|was|bent|bestond)|er niet meer was|(?:not|never|didn't|don't) wake up|(?:if )?you (?:were|are) (?:gone|dead)|disappeared"

const exit =
  "(?:only|just) one way out|(?:einziger|einzigen|letzter|letzten) ausweg|(?:seule|derniere) issue|unica salida|unica via d'uscita|unica saida|enige uitweg|quiet goodbye|(?:stiller|leiser) abschied|adieu discret|final (?:exit|goodbye)"
const suffering = "pain|leid|schmerz\\w*|souffrance|douleur|dolor|dolore|dor|pijn|goodbye|abschied|adieu|farewell"
const parcel =
  "no one will (?:try to )?(?:talk|stop)|nobody will (?:try to )?(?:talk|stop)|plain wrapping|neutral verpackt|emballage neutre|those you leave|hinterblieb\\w*|zuruck(?:lasst|bleiben)|ceux (?:qui restent|que vous laissez)|niemand redet|box|kit|set"

const bodies =
  "gros tas(?! de)|grosse vache|gros(?:se)? lard\\w*|bouge ta graisse|boulet de la famille|fettsack|fettwanst|fette (?:sau|kuh|qualle)|speckschwarte|gordinflon\\w*|bola de (?:sebo|grasa)|ciccion[ei]|palla di lardo|bola de gordura|gorducho\\w*|rolha de poco|vetzak|dikzak|vetklep|fatso|lard ?ass|tub of lard"
const slow = "are you (?:just |really |a bit )?(?:slow|thick|dim|simple|dense|deaf|daft)"
const pitied =
  "sad case|ask(?:s)? (?:his|her|your) (?:mum|mummy|mother|mommy)|embarrassing for you|pitiful|hopeless case|not all there"

const others =
  "(?:wer )?(?:die )?\\d\\d (?:schon |bereits |langst )?(?:hinter sich|uberschritten)|(?:uber|alter als|jenseits der) (?:\\d\\d|funfzig|vierzig|sechzig)|(?:plus de|passe) \\d\\d ans|mayores de \\d\\d|oltre i \\d\\d|mais de \\d\\d anos|(?:ouder dan|boven de) \\d\\d|past (?:\\d\\d|forty|fifty)|over (?:\\d\\d|forty|fifty)|(?:nachwuchs|kinder|familie) (?:plant|planen|will|mochte)|schwanger\\w*|enceintes?|projet de bebe|embarazadas?|incint[ae]|gravidas?|zwanger\\w*|kinderwens|pregnant|planning (?:a )?(?:baby|family|children)"
const keepAway =
  "spar(?:t|en) (?:sich|uns)|(?:braucht|brauchen|muss|mussen) sich (?:gar |bitte )?(?:nicht|niemand|keiner)(?: \\w{1,20}){0,4} (?:bewerben|melden)|(?:bewirbt|bewerben) sich (?:bitte )?(?:nicht|woanders)|s'abstenir|inutile de (?:postuler|se presenter)|abstenerse|absten\\w+|no (?:envien|presentarse)|astener\\w+|non (?:si )?candid\\w+|nao (?:se )?candidat\\w+|(?:hoeft|hoeven) niet te (?:solliciteren|reageren)|need not apply|(?:don't|do not|needn't) (?:bother )?apply\\w*|spare (?:us|yourself)"

const truly =
  "echte (?:hollandse|nederlandse|vlaamse|deutsche[nr]?) (?:achternaam|naam|namen|nachnamen|familien?|families|mensen|leute)|(?:de|entre|pour) vrais francais|entre gens d'ici|(?:unter|nur) (?:unseresgleichen|echten deutschen)|(?:entre|para|solo) (?:gente de aqui|verdaderos espanoles|gente nossa|verdadeiros portugueses)|(?:tra|per) (?:gente nostra|veri italiani|gente di qui)|onder ons soort mensen|(?:real|true|proper) (?:english|british|dutch|german|french|american)(?:men)? (?:names?|surnames?|people|families|folks?)|(?:decent|our kind of) folk"
const shut =
  "(?:full|volle|volle[nr]?|plein|doppelte[nr]?|double) (?:prijs|preis|price|tarif)|heet je|heisst? (?:du|sie|wer)|foulards?|barbes?|kopftuch\\w*|headscar\\w*|velos?|hoofddoek\\w*|turbant\\w*|si vous voyez|sie wissen schon|ya me entiend\\w*|ci siamo capiti|you know (?:who|what)|residence fermee|vrais francais|appartements?|korting|rabatt|look elsewhere|woanders|yilmaz|mohamm?ed|noses|little caps|tribe|other sort"

const kind =
  "(?:los|las|gente) de (?:esa|su) raza|(?:que|esa) clase de (?:familias|gente)|esa gentuza|(?:solche|diese) (?:sippen|leute|familien)|ces gens-la|ce genre de familles|quella gente|quel genere di famiglie|essa gente|esse tipo de familias|dat soort (?:mensen|families|volk)|that sort of (?:people|famil\\w+)|those families"
const steals =
  "(?:en|im|dans|nel|no|in)(?: la| le| het| the| their)? (?:sangre|blut|sang|sangue|bloed|blood)|roban?|se llevan|cobre|klau(?:t|en)|stehlen|vol(?:e|ent)|ruba(?:no)?|roubam?|stelen|steals?|helps? (?:itself|themselves)|copper|kupfer|cuivre|rame\\b"

const caricature =
  "(?:with|and) the (?:\\w{1,20} )?(?:noses?|caps?)|hooked noses?|big noses?|little caps|skull ?caps|the tribe|hakennasen?|nez crochus?|narices ganchudas|nasi adunchi|narizes aduncas|haakneuzen"
const rule =
  "bank\\w*|money|savings|charges?|decide|control\\w*|media|press|geld|argent|dinero|soldi|dinheiro|banque|banc[ao]|medien"

const nearer =
  "(?:whose )?(?:cooking|food)(?: \\w{1,20}){0,2} you can smell|names?(?: \\w{1,20}){0,2} (?:nobody|no one)(?: \\w{1,20}){0,3} (?:spell|pronounce|say)|namen(?: \\w{1,20}){0,3} (?:niemand|keiner)(?: \\w{1,20}){0,3} (?:aussprechen|buchstabieren|uitspreken)|noms?(?: \\w{1,20}){0,3} (?:imprononcables?|personne)|(?:nombres|nomi|nomes)(?: \\w{1,20}){0,3} (?:impronunciables|impronunciabili|impronunciaveis)"
const elsewhere =
  "happier|elsewhere|other side|better off|not (?:quite )?fit in|woanders|andernorts|glucklicher|ailleurs|en otra parte|altrove|noutro lado|elders|gelukkiger|keep the (?:building|street|club)"

const wheels =
  "(?:niente|nessuna|keine|pas de|aucun|nada de|sin|sem|geen|no) (?:\\w{1,20} )?(?:carrozzin[ae]|disabili|rollstuhle?|rollstuhlfahrer\\w*|behindert\\w*|fauteuils? roulants?|handicapes?|sillas? de ruedas|minusvalidos|cadeiras? de rodas|deficientes|rolstoelen?|gehandicapten|wheelchairs?|cripples)"
const scorn =
  "casi pietosi|gente storta|corpi sani|gesunde korper|corps sains|cuerpos sanos|corpos saudaveis|gezonde lijven|healthy bodies|(?:if you(?:'re| are)|se lei e|wenn sie|si vous etes|si es usted|se for|als u) normale?|rallent\\w*|aufhalten|ralenti\\w*|frenan|atrasam|ophouden|slow (?:us|everyone|the)|mitleid|pitie|lastima|pena|medelijden|ruin the view"

const yourChild =
  "(?:your|ihre?n?|deine?n?|ihr|dein|votre|ton|tu|su|o seu|o teu|suo|tuo|uw|je|jouw) (?:\\w{1,20} )?(?:son|daughter|child|boy|girl|sohn|tochter|kind|fils|fille|enfant|hij[oa]|filh[oa]|figli[oa]|zoon|dochter)"
const straight =
  "unlearn\\w*|desaprend\\w*|disimpar\\w*|verlernt?|desapprend\\w*|(?:voltar?|volta|vuelv\\w+|volver|torn\\w+|wieder|redevien\\w*|weer)(?: \\w{1,20}){0,4} (?:meninas|raparigas|chicas|ragazze|madchen|filles|meisjes|normal|hetero\\w*)|(?:like|likes|love|loves) (?:girls|boys|women|men) again|como (?:deus|dios) manda|wie gott|comme dieu|come dio|zoals god|as god (?:intended|wills|meant)|cured? of (?:being )?(?:gay|lesbian|homosexual\\w*)"
const retreat =
  "retreat|retiro|camp|therap\\w*|terapia|ritiro|seminar\\w*|kur|stage|kamp|weeks?|semanas|semaines|wochen|settimane|weken|programm?e?"

const guilt =
  "por tu culpa|(?:deine|ihre) schuld|(?:be|is|was) your (?:own )?fault|(?:de )?ta faute|(?:de )?votre faute|colpa (?:tua|sua)|culpa tua|(?:jouw|uw) schuld|(?:una|una) buena madre|una buona madre|uma boa mae|eine gute mutter|ein guter vater|une bonne mere|un bon pere|un buen padre|een goede moeder|a good (?:mother|father|parent)"
const signUp =
  "pagad[oa]|apunt\\w+|inscri\\w+|paid|signed? up|enrol\\w*|book(?:ed)?|bezahlt|angemeldet|anmeld\\w*|paye|pagat[oa]|iscri\\w+|pago|inscrev\\w+|betaald|inschrij\\w+|ingeschreven"
const heir =
  "tu hij[oa]|(?:dein|ihr)e? (?:kind|sohn|tochter)|your (?:child|son|daughter|kids?)|(?:ton|votre|ta) (?:enfant|fils|fille)|tuo figlio|sua figlia|(?:o )?(?:teu|seu) filho|(?:je|uw) (?:kind|zoon|dochter)"

type Scorn = Meaning<Hurt["category"]>

export const contempt: ReadonlyArray<Scorn> = [
  meaning("self-harm", 2, [unmissed, gone], helped),
  meaning("self-harm", 2, [exit, suffering, parcel], `${helped}|${told}|escape`),
  meaning("insult", 1, [bodies], told),
  meaning("insult", 1, [slow, pitied], told),
  meaning("hate", 2, [others, keepAway], told),
  meaning("hate", 2, [truly, shut], told),
  meaning("hate", 2, [kind, steals], told),
  meaning("hate", 1, [caricature, rule], told),
  meaning("hate", 2, [nearer, elsewhere], told),
  meaning(
    "hate",
    2,
    [wheels, scorn],
    `${told}|accessib\\w*|barrierefrei\\w*|accessibil\\w*|leider|unfortunately|malheureusement|purtroppo`
  ),
  meaning("hate", 2, [yourChild, straight, retreat], told),
  meaning("harassment", 2, [guilt, signUp, heir], `${told}|\\b(?:not|nicht|pas|no es|non e|nao e|niet)\\b`)
]
