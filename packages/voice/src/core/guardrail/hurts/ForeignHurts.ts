/**
 * Insults in German, French, Spanish, Italian, Portuguese, Dutch and Polish: words that are nothing else, and those that
 * are one when said to somebody ("du bist", "tu es", "eres"). Patterns meet folded text: no accents, and ss for the
 * German sharp s. Left out is what means something else in another of these languages, or on a menu.
 */
import type { Hurt } from "./ToxicLexicon.ts"

/** Said as they are. */
const words: ReadonlyArray<string> = [
  // German
  "vollidiot(?:en|in|innen)?|idiot(?:en|in|innen)|(?:voll)?trottel|volldepp(?:en)?|du depp|dummkopf\\w*|blodmann|arschl(?:o|oe)ch(?:er)?|scheiss\\w*|wichser|hurens(?:o|oe)hn\\w*|schlampen?|fotzen?|missgeburt\\w*|vollpfosten|dreckskerle?|drecksack|miststuck|spasti?|kanaken?|negern?|verpiss (?:dich|euch)|fick dich|leck mich",
  "halt(?:et)? (?:die|deine|eure|endlich die|doch die|einfach die) (?:fresse|klappe|schnauze|gosche)|halt(?:et)? (?:das|dein|euer) maul|fresse halten",
  // French
  "imbeciles?|abruti(?:e|s|es)?|cretin(?:e|s|es)|conn(?:ard|arde|asse|e)s?|salauds?|salopes?|encul\\w+|putes?|putain de|nique (?:ta|ton|les)|merdeux|va te faire|ta gueule|(?:ferme|fermez|fermes) (?:ta|la|vos|votre) (?:gueule|bouche)|(?:casse|cassez)[- ]toi",
  "espece d(?:e |')(?:\\w+ )?(?:abruti|con|idiot|imbecile|cretin|debile|ordure|pauvre type|gros|grosse|sale|minable|rate|naze|nul|nulle|vaurien|feignant|faineant|lache|porc|cochon|ane)e?s?",
  // Spanish
  "idiotas?|imbecil(?:es)?|gilipollas|cabron(?:es|a|as)?|pendej[oa]s?|mierda|hij[oa]s? de puta|putas?|(?:callate|callaos|cierra (?:la boca|el pico))(?=[,.!]|$)|vete a la (?:mierda|porra)|(?:los|las|estos|esos) (?:gitan|mor|negr|sudac|ruman)[a-z]* (?:\\w+ )?(?:roban|fuera|apestan|sobran|son (?:todos )?ladrones)",
  // Italian
  "cretin[oaie]|idiot[ei]|imbecill?[ei]|stronz[oaie]|coglion[ei]|vaffanculo|merda|puttan[ae]|deficient[ei] che|stai zitt[oa]|chiudi (?:il becco|quella bocca)|fai schifo|troi[ae]|zoccol[ae]",
  // Portuguese
  "imbecis|otari[oa]s?|babacas?|caralho|foda-se|vai (?:se|te) foder|filh[oa]s? da puta|ca(?:la|le) a boca|va[i-]-?te matar|vai te matar|ninguem te quer",
  // Dutch
  "idioot|idioten|klootzak\\w*|sukkels?|debielen?|stomkop\\w*|hou je (?:bek|kop|smoel)|rot op|val dood|hoerenjong",
  // Polish
  "idiot(?:a|ka|ko|o|y|ow)|debil(?:a|i|ka|ki|u|owi|em|ami|ny|na|ow)|(?:ty|jestes|co za|jaki|ten|kompletny) debil|kretyn\\w*|kurw\\w+|chuj\\w*|spierdalaj\\w*|zamknij (?:sie|morde|gebe)"
]

/** Only between "you are" and an end: each language's way to say so, fillers, and what is said. */
const addressed: ReadonlyArray<readonly [you: string, filler: string, what: string]> = [
  [
    "(?:du bist|bist du|ihr seid|sie sind|du)",
    "ein|eine|einfach|so|zu|echt|total|doch|nur|wirklich|wohl|halt|ganz|schon|dermassen",
    "dumm(?:e[rnm]?)?|dummer|blod(?:e[rnm]?)?|doof(?:e[rn]?)?|hasslich(?:e[rnm]?)?|fett(?:e[rn]?)?|faul(?:e[rn]?)?|versager(?:in)?|loser|nichts wert|lacherlich|ekelhaft|widerlich|erbarmlich|armselig|wertlos|nichtsnutz|schwein|sau|esel"
  ],
  [
    "(?:tu es|t'es|vous etes|tu n'es qu'|vous n'etes qu')",
    "un|une|des|si|trop|plus|vraiment|tellement|tres|bien|aussi|juste|qu'un|qu'une",
    "bete|stupides?|con|cons|conne|moches?|gros|grosse|nul|nuls|nulles?|laide?s?|ridicules?|pathetiques?|idiote?s?|debiles?|minables?|ratee?s?|paresseux|degoutante?s?|incapables?|anes?|porcs?"
  ],
  [
    "(?:eres|sois|usted es|sos)",
    "un|una|unos|unas|muy|tan|mas|bien|realmente|solo|el mas|la mas",
    "inutil(?:es)?|gord[oa]s?|fe[oa]s?|tont[oa]s?|estupid[oa]s?|burr[oa]s?|vag[oa]s?|fracasad[oa]s?|perdedor(?:a|es)?|patetic[oa]s?|ignorantes?|payas[oa]s?|basura|asqueros[oa]s?|cobardes?|cerd[oa]s?"
  ],
  [
    "(?:sei|siete|tu sei)",
    "proprio|piu|un|uno|una|cosi|davvero|tanto|solo|troppo|dei",
    "stupid[oaie]|brutt[oaie]|grass[oaie]|scem[oaie]|inutil[ei]|pigr[oaie]|fallit[oaie]|ridicol[oaie]|patetic[oaie]|schifos[oaie]|ignorant[ei]|perdent[ei]|deficient[ei]|asin[oi]|maial[ei]"
  ],
  [
    "(?:voce e|voces sao|tu es|es)",
    "um|uma|uns|umas|muito|mais|tao|mesmo|so|realmente",
    "burr[oa]s?|fei[oa]s?|gord[oa]s?|estupid[oa]s?|inutil|inuteis|ridicul[oa]s?|fracassad[oa]s?|preguicos[oa]s?|lixo|nojent[oa]s?|palhac[oa]s?|porc[oa]s?"
  ],
  [
    "(?:je bent|jij bent|jullie zijn|u bent|ben je)",
    "zo|een|echt|te|gewoon|maar|wel|heel",
    "dom|domme|stom|stomme|lelijk\\w*|dik|dikke|lui|luie|waardeloos|zielig|dwaas|loser|varken|ezel|mislukkeling"
  ],
  [
    "(?:jestes|jestescie)",
    "taki|taka|zbyt|bardzo|tak|po prostu|tylko",
    "glup\\w+|brzydk\\w+|grub\\w+|leniw\\w+|nikim|zerem|smieciem|nieudacznikiem|tepy|tepa"
  ]
]

const threats: ReadonlyArray<string> = [
  "wir wissen,? wo (?:sie|du|ihr) (?:wohn\\w+|leb\\w+|arbeit\\w+)|sonst passiert (?:etwas|was|ihnen|dir|ihrer|deiner)|ich bring(?:e)? dich um|wir bringen (?:dich|sie) um",
  "nous savons ou (?:vous|tu) (?:habite[sz]?|vive[sz]|travaille[sz]?)|on sait ou (?:tu|vous) habite[sz]?|(?:je vais|on va|nous allons) (?:te|vous) tuer(?! de )",
  "sabemos donde (?:vives|vive|trabajas|trabaja)|(?:te|os|le) (?:vamos a matar|mataremos)(?! de )",
  "sappiamo dove (?:abiti|abita|vivi|vive|lavori|lavora)|ti (?:ammazziamo|ammazzo|uccidiamo)",
  "sabemos onde (?:voce |tu )?(?:mora|moras|vive|vives|trabalha)|vamos (?:te|lhe) matar(?! de )"
]

const despair: ReadonlyArray<string> = [
  "bring dich um|(?:die )?welt (?:ware|ist) ohne dich (?:schoner|besser)",
  "(?:tue|suicide)-toi|va te pendre",
  "suicidate|matate ya",
  "(?:ammazzati|impiccati) (?:e basta|pure|subito)|ucciditi",
  "(?:se mata|mate-se|se enforca)(?=[,.!]|$)"
]

/** Said of people, of whatever they come from. */
const hatred: ReadonlyArray<string> = [
  "(?:auslander|fluchtlinge|migranten|juden|muslime)\\b[^.!?]{0,40}\\b(?:ratten|ungeziefer|plage|raus|dreck)\\b|(?:etrangers|immigres|migrants|refugies|juifs|musulmans)\\b[^.!?]{0,40}\\b(?:rats|vermine|peste|racaille|ordures)\\b",
  "(?:inmigrantes|extranjeros|moros|judios|refugiados|gitanos)\\b[^.!?]{0,40}\\b(?:ratas|plaga|basura|echarlos|escoria)\\b|(?:imigrantes|estrangeiros|refugiados|judeus|ciganos)\\b[^.!?]{0,40}\\b(?:ratos|praga|lixo|escoria)\\b",
  "(?:immigrati|stranieri|profughi|ebrei|musulmani|zingari)\\b[^.!?]{0,40}\\b(?:topi|ratti|peste|feccia|parassiti)\\b"
]

const of = (category: Hurt["category"], sources: ReadonlyArray<string>): ReadonlyArray<Hurt> =>
  sources.map((source) => ({ category, weight: 0.9, pattern: new RegExp(source, "g") }))

export const foreign: ReadonlyArray<Hurt> = [
  ...of("insult", [...words, ...addressed.map(([you, filler, what]) => `${you} (?:(?:${filler}) ){0,3}(?:${what})`)]),
  ...of("threat", threats),
  ...of("self-harm", despair),
  ...of("hate", hatred)
]
