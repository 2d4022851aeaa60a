/**
 * Cures that are none, medicine to be thrown away, hunger as a plan, and money that cannot be lost, in seven languages
 * (`Deceptions` and `ForeignDeceptions` have the plainer ones). Patterns meet folded text: no accents, and ss for the German
 * sharp s.
 */
import type { Deception } from "./Deceptions.ts"
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing } from "../Warnings.ts"

const given =
  "\\b(?:research|charity|donat\\w*|fundrais\\w*|awareness|screening|forschung\\w*|spenden?|fruherkennung|recherche|depistage|donne[zr]?|investigacion|donacion|cribado|ricerca|donazione|pesquisa|doacao|rastreio|onderzoek|collecte|film|novel|roman|podcast|vets?|tierarzt)\\b"
const advised =
  "\\b(?:ask your (?:doctor|gp|pharmacist)|with your doctor|fragen sie ihren arzt|mit (?:ihrem|dem) arzt|sprechen sie|parlez-en|votre medecin (?:traitant )?(?:decide|sait|vous)|avec votre medecin|consult\\w*|con (?:su|tu) medico|con il (?:suo|tuo) medico|com o (?:seu|teu) medico|met (?:uw|je) (?:huis)?arts|pharmac(?:y|ies|ist)\\w*|apotheke|never stop|not (?:a )?replac\\w*|kein ersatz|don't|do not|recycl\\w*|return)\\b"

const illness =
  "krebs|tumou?r\\w*|metastas\\w*|knoten|diabet\\w*|zuckerkrank\\w*|parkinson\\w*|alzheimer\\w*|demenz|demencia|demenza|dementie|cancers?|cancro|tumeurs?|kanker|gezwel\\w*|knobbels?|bluthochdruck|hypertension|hipertension|ipertensione|hipertensao|bloeddruk|hoge bloeddruk|multiple sklerose|sclerosi|sclerose|epileps\\w*|asthma|asma|arthrose|artros\\w*|reuma|rheuma\\w*|depression\\w*|depresion|depressione|depressao|depressie|hiv|schizophren\\w*|leukamie|leucemi\\w*"
const cure =
  "heil(?:t|en|te|ung)|geheilt|verschwind\\w*|verschwunden|besieg\\w*|lost sich auf|gueri\\w*|disparai\\w*|disparu\\w*|elimine\\w*|desaparec\\w*|elimina\\w*|guarisc\\w*|guarit[oa]|scompa\\w*|sparisc\\w*|cura(?=n? (?:el|la|los|las|il|lo|o|a|os|as|l'))|curad[oa]|some(?= (?:em|com) )|genee(?:st|zen)|verdwijn\\w*|verdwenen|ruim(?:t|en)|cures?|cured|heals?|vanish\\w*|gone|disappear\\w*|reverses?"
const product =
  "drops|creams?|creme|crema|salbe|pommade|unguento|zalf|teas?|powders?|patch(?:es)?|oils?|capsules?|gummies|spray|bracelets?|magnet\\w*|mushrooms?|tropfen|\\w{0,16}tee|\\w{0,12}pulver|pflaster|\\w{3,16}ol|kapseln|armband\\w*|gouttes?|tisanes?|poudres?|huiles?|gelules?|gotas|infusion\\w*|polvo|parche|aceites?|capsulas|pulseras?|gocce|tisan[ae]|polvere|cerott[oi]|olio|braccial\\w*|chas?|po|oleo|adesivo|pulseira\\w*|druppels|\\w{0,16}thee|\\w{0,12}poeder|pleisters?|\\w{0,20}olie"
const medicine =
  "insulin\\w*|pills|tablets|medicines?|medication|prescriptions?|chemo\\w*|vaccin\\w*|jabs?|tabletten|medikament\\w*|rezept\\w*|impf\\w*|comprimes?|medicaments?|ordonnance|chimio\\w*|pastillas|medicinas?|medicamentos?|quimio\\w*|vacun\\w*|pastiglie|farmac[oi]|chemioter\\w*|comprimidos|remedios?|vacin\\w*|pillen|medicijn\\w*|inenting\\w*|inent\\w*|statins?|antidepress\\w*|betablock\\w*"
const stop =
  "lose the|forget about|vergessen sie|oubliez|olvid[ea](?:se|te)?|dimentic\\w+|esqueca|vergeet|bin|throw (?:away|out|them|it)|stop taking|stopped|come off|no longer needs?|nie wieder|(?:kein|keine|keinen|keiner)(?: \\w{1,20}){0,4} mehr|nicht mehr|absetzen|weglassen|wegwerfen|wegschmeissen|jete[zr]?|jetez|arrete[zr]?|plus besoin|sans (?:plus )?aucun|tirar|tira|dejar|deja|no (?:\\w{1,20} )?(?:mas|necesit\\w+)|adios a|buttare|butti|butta|smettere|smetta|smetti|mai piu|non \\w{1,20} piu|jogar fora|deitar fora|parar de|nao precisa\\w*|adeus|weggooien|gooi|stoppen|niet meer|nergens voor nodig|nooit meer"

const kilos =
  "(?:\\d{1,2}|zehn|zwolf|funfzehn|zwanzig|dix|douze|quinze|vingt|diez|doce|quince|veinte|dieci|dodici|quindici|venti|dez|doze|vinte|tien|twaalf|vijftien|twintig|ten|twelve|fifteen|twenty) (?:kilos?|kg|chili|quilos|pounds|lbs)"
const days =
  "(?:in|en|em|within) (?:nur |solo |just |seulement |apenas |slechts )?(?:\\d{1,2}|\\w{3,12}) (?:days?|weeks?|tagen|wochen?|jours|semaines?|dias|semanas?|giorni|settiman[ae]|dagen|week|weken)"
const effortless =
  "ohne (?:sport|diat|verzicht|hunger\\w*|anstrengung)|sans (?:quitter|changer|regime|sport|effort|vous priver|se priver)|sin (?:dieta|ejercicio|esfuerzo|dejar|moverse|pasar)|senza (?:dieta|sport|fatica|rinunc\\w+|palestra|alzarsi)|sem (?:dieta|exercicio|esforco|sair|fazer)|zonder (?:dieet|sport\\w*|moeite|honger)|without (?:diet\\w*|exercis\\w*|effort|leaving|moving)|while you sleep|im schlaf|pendant (?:que vous dormez|votre sommeil)|en dormant|mientras (?:duermes|duerme)|nel sonno|enquanto dorme|burns? (?:belly |body )?fat|eat (?:whatever|anything)"

const calories =
  "(?:on|only|just|under|nur|mit|seulement|avec|solo|con|so|com|slechts|met|maar) [1-7]\\d\\d (?:kcal|calories|kalorien|calorias|calorie|calorieen)"
const hungry =
  "hungry|hunger|skip|skipping|appetite|faim|saute[zr]?|hambre|saltat[ei]?|salta\\w*|fame|fome|pula|honger|overslaan|sla|lass|weglassen|thin|dunn|maigre|delgad[oa]|magr[oa]|dun|light|big one"
const fastProud =
  "(?:hunger|feeling hungry|being hungry|la faim|el hambre|la fame|a fome|honger)(?: is| ist| c'est| est| es| e)?(?: just| only| nur| que| solo| so| slechts| gewoon)? (?:the )?(?:fat leaving|weakness leaving|fett|das fett|le gras|la grasa|il grasso|a gordura|het vet)"
const fasted =
  "\\b(?:doctor|supervis\\w*|arzt\\w*|medecin|medico|arts|dietit\\w*|ernahrungsberat\\w*|diabetes|burn|verbrenn\\w*|brul\\w*|quem\\w*|bruci\\w*|contains?|per portion|pro portion)\\b"

const money = "(?:[$€£] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:[$€£]|euros?|eur|dollars?|pounds?|francs?|franken|reais))"
const noLoss =
  "no (?:scenario|way|case) in which you (?:end up with less|lose)|(?:verlieren|verlust)(?: \\w{1,20}){0,3} (?:niemand|keiner|unmoglich|ausgeschlossen)|(?:niemand|keiner) (?:kann |hat )?(?:\\w{1,20} )?verl(?:iert|ieren|oren)|(?:personne ne|impossible de|on ne peut pas) (?:peut )?perd\\w*|(?:nadie|imposible|no se puede) (?:puede )?p(?:ierd|erd)\\w*|(?:nessuno|impossibile|non si puo) (?:puo )?perd\\w*|(?:ninguem|impossivel|nao se pode) (?:pode )?perd\\w*|(?:niemand|onmogelijk|je kunt niet)(?: kan| te)? verlie\\w*|whatever the market does|egal was (?:der|die) (?:markt|borse)|quoi que fasse (?:le marche|la bourse)|haga lo que haga (?:el mercado|la bolsa)|qualunque cosa faccia (?:il mercato|la borsa)|seja qual for o mercado|wat de (?:markt|beurs) ook doet"
const invest =
  "(?:with|con|mit|avec|com|met) (?:only |solo |nur |so |slechts )?\\d[\\d.,]* ?(?:euros?|[$€£])|hand over|put in|invest\\w*|pay in|deposit\\w*|einzahl\\w*|anleg\\w*|einsatz|robot\\w*|roboter|place[rz]|verse[rz]|inviert\\w*|ingres\\w+|investi\\w*|versa\\w*|invist\\w*|aplic\\w+|inleg\\w*|beleg\\w*|stort"
const grows = `aus ${money} (?:werden|wird|macht|machen)${some(8)} ${money}|${money} (?:become|becomes|turn into|turns into|se convierten en|deviennent|diventano|viram|transformam-se em|worden|wordt)${some(6)} ${money}|(?:hand over|put in|give us|invest|deposit) [$€£]? ?\\d[\\d.,]*${some(5)} [$€£]?\\d[\\d.,]* (?:comes|come|flows|is) back`
const played =
  "\\b(?:game|\\w{0,10}spiel\\w*|jeu|juego|gioco|jogo|quiz|tombola|match|tournament|turnier|spende\\w*|donat\\w*|dons?|donacion\\w*|points?|punkte|puntos|punti|pontos|punten|gutschein\\w*|voucher|bonus)\\b"

const monthly =
  "\\d[\\d.,]* ?(?:[$€£]|euros?|eur|dolares|reais|francs|franken)? ?(?:a|per|im|pro|par|al|por|ao|per) (?:month|week|day|monat|woche|tag|mois|semaine|jour|mes|semana|dia|mese|settimana|giorno|maand|week|dag)"
const idle =
  "sofa|couch|canape|divano|bank|from home|von zu ?hause|depuis chez|desde casa|da casa|de casa|vanuit huis|(?:two|zwei|deux|dos|due|duas|twee) (?:hours|stunden|heures|horas|ore|uur)(?: \\w{1,20}){0,2}|im schlaf|likes?|levantar|lever le petit doigt|muovere un dito"
const anybody =
  "anyone can|everyone (?:manages|makes it)|jeder (?:kann|schafft)|n'importe qui|tout le monde (?:y arrive|peut|reussit)|(?:lo |la )?(?:consigue|puede) cualquiera|cualquiera (?:lo |puede)|chiunque|qualquer (?:um|pessoa)|iedereen (?:kan|lukt)|(?:not one|no) (?:student|member) (?:has )?failed|ni un (?:alumno|cliente)|(?:goodbye|adios|adieu|addio|adeus|tschuss)(?: \\w{1,20}){0,3} (?:boss|jefe|patron|chef|capo|chefe)|quit your job|kundige? (?:deinen|den) job"

const recruit =
  "each (?:of them |one )?(?:brings?|invites?|recruits?)|jeder (?:davon )?(?:bringt|wirbt|ladt)|chacun (?:amene|invite|parraine|en amene)|cada uno (?:trae|invita)|ognuno (?:porta|invita)|cada um (?:deles )?(?:traz|convida)|(?:ieder|iedereen) (?:brengt|nodigt)|just (?:bring|recruit) people|nur leute werben|il suffit de recruter|solo (?:hay que )?traer gente|basta portare gente|so trazer gente|alleen mensen aanbrengen"
const upward =
  "no product|kein produkt|aucun produit|ningun producto|nessun prodotto|(?:nao ha|nenhum) produto|geen product|(?:flows?|comes?|climbs?|goes) up to you|(?:fliesst|wandert|steigt)(?: \\w{1,20}){0,3} (?:dir|ihnen)|remonte (?:vers|jusqu'a) (?:toi|vous)|sube hasta ti|sale fino a te|sobe ate (?:ti|si|voce)|stroomt naar (?:jou|u)"

export const remedies: ReadonlyArray<Meaning<Deception>> = [
  meaning("promises health", 2, [illness, cure, product], `${exposing}|${given}|${advised}`),
  meaning("promises health", 2, [medicine, stop, product], `${exposing}|${given}|${advised}`),
  meaning("promises health", 2, [kilos, days, effortless], `${exposing}|${given}|rucksack|backpack|luggage`),
  meaning("promises health", 2, [calories, hungry], `${exposing}|${fasted}`),
  meaning("promises health", 1, [fastProud], exposing),
  meaning("promises money", 2, [noLoss, invest], `${exposing}|${played}`),
  meaning("promises money", 1, [grows], `${exposing}|${played}`),
  meaning(
    "promises money",
    2,
    [anybody, monthly, idle],
    `${exposing}|\\b(?:kostet|costs?|coute|cuesta|costa|custa|kost|kurs\\w*|lern\\w*|learn\\w*|lessons?|cours|apprend\\w*|curso|aprend\\w*|corso|impar\\w*|cursus|leren|rent|miete|loyer)\\b`
  ),
  meaning("promises money", 2, [recruit, upward], exposing)
]
