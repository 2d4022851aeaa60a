/**
 * People set below others for what they are, in German, French, Spanish, Italian, Portuguese and Dutch: women too dim for a
 * drill and sent back to the kitchen, groups called lazy or dirty, somebody called a fat sow. Patterns meet folded text: no
 * accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

type Scorn = Meaning<Hurt["category"]>

/** Who speaks against it says the same words. */
const told =
  "\\b(?:vorurteil\\w*|klischee\\w*|mythos|marchen|sexis\\w*|sessis\\w*|seksis\\w*|machis\\w*|rassis\\w*|racis\\w*|razzis\\w*|diskriminier\\w*|discrimin\\w*|prejug\\w*|prejuici\\w*|pregiudiz\\w*|preconceit\\w*|vooroordel\\w*|cliches?|stereotyp\\w*|estereotip\\w*|mitos?|wer (?:sagt|glaubt|meint|behauptet)|hiess es|qui (?:dit|a dit)|quien (?:dice|dijo)|chi (?:dice|ha detto)|quem (?:diz|disse)|wie zegt|gegen|contre|contra|contro|tegen|schluss mit|basta|assez de|roman|film|museum|museo|musee|theater|nicht|kein\\w*|falsch|pas vrai|no es verdad|mentira)\\b"

const german =
  "(?:frauen|madchen|weiber|blondinen|hausfrauen|mutter|damen|rentner\\w*|senior(?:en|innen)|alte|dicke|behinderte|auslander\\w*|turken|araber|polen|russen|rumanen|muslime|moslems|juden|christen|schwule|lesben|zigeuner|migrant(?:en|innen)|fluchtlinge|asylanten|schwarze|ossis?|arbeitslose)(?: menschen| leute| frauen| manner| kunden)?"
const french =
  "(?:les |ces |des )(?:femmes|filles|blondes|nanas|bonnes femmes|menageres|vieux|vieilles|retraites|gros|grosses|handicapes|etrangers|arabes|noirs|turcs|polonais|roumains|musulmans|juifs|chretiens|gitans|roms|immigres|migrants|refugies|homosexuels|gays|chomeurs)"
const spanish =
  "(?:las |los |estas |estos |esas |esos |todas las |todos los )(?:mujeres|chicas|senoras|rubias|amas de casa|gordas|gordos|viejas|viejos|ancianos|jubilados|discapacitados|minusvalidos|extranjeros|inmigrantes|refugiados|moros|arabes|negros|gitanos|rumanos|musulmanes|judios|cristianos|gays|homosexuales|maricas|parados)"
const italian =
  "(?:le |gli |i |queste |questi |tutte le |tutti gli )(?:donne|ragazze|bionde|casalinghe|vecchi|vecchie|anziani|grassi|grasse|disabili|stranieri|immigrati|profughi|arabi|neri|rumeni|musulmani|ebrei|cristiani|zingari|omosessuali|gay|meridionali|disoccupati)"
const portuguese =
  "(?:as |os |essas |esses |todas as |todos os )(?:mulheres|raparigas|meninas|loiras|donas de casa|velhas|velhos|idosos|reformados|gordas|gordos|deficientes|estrangeiros|imigrantes|refugiados|arabes|negros|ciganos|muculmanos|judeus|cristaos|gays|homossexuais|desempregados)"
const dutch =
  "(?:vrouwen|meisjes|wijven|blondjes|blondines|huisvrouwen|bejaarden|ouderen|dikkerds|gehandicapten|buitenlanders|turken|marokkanen|arabieren|polen|moslims|joden|christenen|zigeuners|migranten|vluchtelingen|homo's|lesbiennes|werklozen)"

const dim = [
  `${german} (?:sind|waren|bleiben)(?: [^ .!?]{1,20}){0,4}? (?:zu (?:dumm|blod|doof|schwach|faul|langsam|emotional|ungeschickt|hysterisch|dick|fett|alt)|dumm|blod|faul|dreckig|unfahig|minderwertig|diebe|kriminell|primitiv|ruckstandig|hysterisch)(?=[ .,;!?]|$)`,
  `${german} (?:konnen|verstehen|begreifen|kapieren)(?: [^ .!?]{1,20}){0,3}? (?:nun mal|einfach|eben|halt|sowieso) (?:\\w{1,20} )?nicht`,
  `${french} (?:sont|restent)(?: [^ .!?]{1,20}){0,3}? (?:trop (?:betes?|stupides?|faibles?|lente?s?|idiotes?|maladroite?s|emotives?|vieilles|vieux|gros(?:ses)?)|betes|stupides|sales|paresseu(?:x|ses)|voleu(?:rs|ses)|arriere(?:e?s)|incapables)(?=[ .,;!?]|$)`,
  `${spanish} (?:son|siguen siendo)(?: [^ .!?]{1,20}){0,3}? (?:(?:demasiado|muy|tan|mas|un[ao]s) (?:tont[ao]s?|torpes?|estupid[ao]s?|debiles?|lent[ao]s?|burr[ao]s?|vag[ao]s?|histeric[ao]s?|sensibles|viej[ao]s)|inutiles|tont[ao]s|torpes|estupid[ao]s|suci[ao]s|vag[ao]s|ladron(?:es|as)|inferiores|atrasad[ao]s|incapaces)(?=[ .,;!?]|$)`,
  `${italian} (?:sono|restano)(?: [^ .!?]{1,20}){0,3}? (?:(?:troppo|piu|cosi|molto) (?:stupid[eio]|scem[eio]|deboli|lent[ei]|imbranat[ei]|isteriche|emotiv[ei]|vecchi[e]?)|stupid[ei]|sporch[ei]|pigr[ei]|ladr[ei]|inferiori|arretrat[ei]|incapaci)(?=[ .,;!?]|$)`,
  `${portuguese} (?:sao|continuam)(?: [^ .!?]{1,20}){0,3}? (?:(?:demasiado|muito|tao|mais) (?:burr[ao]s|estupid[ao]s|frac[ao]s|lent[ao]s|tont[ao]s|histeric[ao]s|emotivas)|burr[ao]s(?: demais)?|estupid[ao]s|suj[ao]s|preguicos[ao]s|ladroes|inferiores|atrasad[ao]s|incapazes)(?=[ .,;!?]|$)`,
  `${dutch} (?:zijn|blijven)(?: [^ .!?]{1,20}){0,3}? (?:te (?:dom|stom|zwak|lui|traag|emotioneel|onhandig|dik|oud)|dom|lui|vies|dieven|minderwertig|minderwaardig|achterlijk|onbekwaam|hysterisch)(?=[ .,;!?]|$)`
].join("|")
/** What is meant kindly may be said in the same words. */
const kindly =
  "zu (?:stolz|gut|schade)|trop (?:bonnes?|fortes?)|zu alt (?:fur|um) nichts|nie zu alt|jamais trop|nunca (?:es|son)|mai troppo|nooit te|unterschatzt|sous-estime\\w*|infravalorad\\w*"

const woman =
  "frau(?:en)?|madchen|weib(?:er)?|gattin|gnadige|femmes?|madame|filles?|epouse|mujer(?:es)?|senoras?|esposa|chicas?|donn[ae]|signor[ae]|moglie|mulher(?:es)?|senhoras?|esposa|vrouw(?:en)?|mevrouw|meisjes?"
const kitchen =
  "(?:zuruck|ab|husch) (?:in die|an den) (?:kuche|herd)|(?:gehoren|gehort|gehoren nun mal) (?:in die|an den|hinter den|hinter die) (?:kuche|herd)|(?:retourne[rzs]?|reste[rzs]?|rester)(?: [^ .!?]{1,20}){0,2} (?:a|dans|aux) (?:la |ta |votre |vos )?(?:cuisine|fourneaux)|place(?: [^ .!?]{1,20}){0,4} (?:cuisine|fourneaux)|vuelv(?:a|an|e|as) a (?:la|su|tu) cocina|(?:sitio|lugar)(?: [^ .!?]{1,20}){0,4} (?:la )?cocina|(?:a|se vaya a) fregar|torn(?:a|i|ino|ate) in cucina|posto(?: [^ .!?]{1,20}){0,4} cucina|volt(?:a|e|em) para a cozinha|lugar(?: [^ .!?]{1,20}){0,4} cozinha|terug naar (?:de keuken|het aanrecht)|horen (?:in de keuken|achter het (?:aanrecht|fornuis))"
const toTheMan =
  "(?:geben|gib|uberlassen|uberlass|fragen|frag)(?: [^ .!?]{1,20}){0,3} (?:ihre[nm]|deine[nm]|dem|den) (?:mann|gatten)|(?:laisse[zr]?|passe[zr]?|donne[zr]?|demande[zr]?)(?:-le|-la)?(?: [^ .!?]{1,20}){0,3} (?:a )?(?:votre|ton) mari|(?:pas[ea]|pasar|dej[ea]|dejar|d[ea]|dar|pregunt[ea]|preguntar)(?:se)?(?:l[oae]s?)?(?: [^ .!?]{1,20}){0,2} a (?:su|tu) (?:marido|esposo)|(?:lasci|dia|pass|chied)\\w*(?: [^ .!?]{1,20}){0,2} (?:a |al )?(?:suo|tuo) marito|(?:deixe|passe|pergunte|de)\\w*(?: [^ .!?]{1,20}){0,2} ao (?:seu|teu) marido|(?:geef|laat|vraag)(?: [^ .!?]{1,20}){0,3} (?:aan )?(?:uw|je) man"
const beneath =
  "zu (?:dumm|schwer|kompliziert|technisch|schwierig)|nichts fur (?:frauen|madchen|damen)|frauensache|mannersache|trop (?:lourd|complique|technique|difficile|bete)|demasiado (?:dificil|pesad[ao]|complicad[ao]|tecnic[ao]|tont[ao])|no es (?:cosa|para) (?:de )?(?:mujeres|senoras)|troppo (?:difficile|pesante|complicat[ao])|muito (?:dificil|pesad[ao]|complicad[ao])|te (?:moeilijk|zwaar|ingewikkeld|technisch)"

const adjective = "(?:fett|faul|dumm|dreckig|blod|hasslich|stinkend|dick|verfressen|alt)e[rnms]?"
/** Two adjectives, or one that beasts are not called, are said of somebody. */
const beasts = [
  `${adjective},? (?:und )?(?:${adjective},? (?:und )?){1,3}(?:sau|kuh|schwein|ziege|zicke|qualle|schnepfe|schlampe)`,
  "(?:faule|dumme|blode)[rnms]? (?:sau|kuh|schwein|gans|ziege|zicke|pute|qualle|schnepfe)",
  "(?:fett|faul|dumm|dick) wie (?:ein|eine|die) (?:schwein|sau|kuh|walross|nilpferd|wal|brot|bohnenstroh)",
  "(?:grosse|sale),? (?:grosse |sale |vieille )?(?:vache|truie|baleine|dinde|cochonne)(?! (?:normande|laitiere))|(?:gord[ao]|vag[ao]|asqueros[ao]|suci[ao])s? (?:y (?:vag[ao]|gord[ao]|fe[ao]) )?(?:foca|cerd[ao]|ballena)s?|(?:foca|cerd[ao]|ballena)s? (?:gord[ao]|vag[ao]|asqueros[ao])s?(?=[ .,;!?]|$)|(?:grass[ao]|pigr[ao]|brutt[ao]) (?:vacca|balena|maiale|scrofa)|(?:vet|lui|lelijk|dik)ke? (?:varken|zeug|walrus)"
].join("|")
const said =
  "\\b(?:du|dich|dir|sie|ihr|wer|euch|ihre?|jeder|alle|bist|ist|sind|tu|vous|t'es|qui|es|est|etes|tu|usted|eres|es|son|quien|sei|e|chi|je|bent|wie|u)\\b"
const farm =
  "\\b(?:hof\\w*|stall\\w*|bauer\\w*|ferkel\\w*|mast\\w*|weide\\w*|zoo|tierpark|bilderbuch|fabel\\w*|grimm\\w*|puppen\\w*|kinderbuch|restaurant|grill\\w*|suppe|ferme|eleveur\\w*|troupeau|lait\\w*|granja|ganad\\w*|leche|rebano|fattoria|latte|allevamento|boerderij|melk)\\b"

/** As they are said, in one language after the other. */
const sayings =
  "frau am steuer,? (?:das wird teuer|ungeheuer)|mujer al volante,? peligro constante|donna al volante,? pericolo costante|femme au volant,? (?:mort|danger) au tournant|mulher ao volante,? perigo constante|vrouw (?:achter|aan) het stuur,? (?:bloed|gevaar)\\w*"
const vocatives =
  "(?:gord[ao]s?|vag[ao]s?|fe[ao]s?|viej[ao]s?|tont[ao]s?|puerc[ao]s?) (?:asqueros[ao]s?|de mierda|repugnantes?|apestos[ao]s?|inmund[ao]s?)|fettes? (?:stuck|monster)|faules (?:stuck|pack|gesindel)|(?:grosse|vieille|sale) (?:feignasse|feignante|flemmarde|degoutante|puante)|(?:ciccion[ae]|grasson[ae]|schifos[ae]) (?:schifos[ae]|pigr[ae]|puzzolent[ei])"

export const foreignPrejudice: ReadonlyArray<Scorn> = [
  meaning("hate", 1, [dim], `${told}|${kindly}`),
  meaning("hate", 1, [woman, kitchen], told),
  meaning("hate", 2, [woman, toTheMan, `${kitchen}|${beneath}`], told),
  meaning("hate", 1, [sayings], told),
  meaning("insult", 1, [vocatives], told),
  meaning("insult", 1, [beasts, said], `${farm}|${told}`)
]
