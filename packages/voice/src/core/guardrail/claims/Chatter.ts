/**
 * What a language model says around the text it was asked for, in seven languages: that here it is, what it paid heed to,
 * whether it should try again, that it is a machine. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

/** A few words in between, none of which ends a sentence. */
const some = (most: number): string => `(?: [^ .:!?]{1,24}){0,${most}}?`
/** What is shown begins after this. */
const colon = " ?:"

/** Versions and proposals of other things than texts. */
const things =
  "\\b(?:apps?|software|plug-?in|firmware|menu|menus|recipes?|rezepte?|recettes?|recetas?|ricett[ae]|film|song|book|contract|devis|itineraire|programme|cadeaux?|prices?|price list|timetable|terms|jacket|collection|kollektion|coleccion|collezione|rezepts?|reise\\w*|from our|from the)\\b"

const written =
  "(?:version|versie|versao|versione|fassung|draft|entwurf|brouillon|borrador|bozza|rascunho|concept|message|nachricht|mensaje|messaggio|mensagem|bericht|e-?mail|text|texte?|texto|testo|tekst|caption|sms|post|reply|copy|formulation|reformulation|variante?|proposition|propuesta|proposta)s?"

const intros = [
  `here(?:'s| is| are)${some(5)} (?:version|draft|rewrite|rewording|variant|variation)s?${some(14)}${colon}`,
  `here(?:'s| is)${some(3)} (?:on-brand|polished|concise|punchy|short|shorter|warm|warmer|friendly|friendlier|casual|formal|professional|rewritten|revised|suggested|sample|proposed) (?:[^ .:!?]{1,20} )?(?:message|e-?mail|caption|text|sms|post|reply|copy)${some(12)}${colon}`,
  `(?:sure(?: thing)?|certainly|of course|absolutely)[!,.] (?:here(?:'s| is| are)|below (?:is|are)|i(?:'ve| have) (?:rewritten|drafted|written|reworded|shortened|revised))${some(6)} ${written}${some(10)}${colon}`,
  `(?:gerne?|klar|naturlich|selbstverstandlich|sicher|alles klar)[!,.]? (?:hier|anbei|nachfolgend|ich habe)${some(10)} (?:fassung|version|entwurf|vorschlag|variante|text|nachricht|formulierung|e-?mail|antwort)${some(10)}${colon}`,
  `hier (?:ist|sind|kommt|eine?)${some(5)} (?:fassung|entwurf|textvorschlag|formulierung|formulierungsvorschlag|umformulierung|uberarbeit\\w+ \\w+)${some(10)}${colon}`,
  `(?:bien sur|avec plaisir|volontiers|certainement|d'accord|parfait) ?[!,.:]? (?:voici|voila|ci-dessous|j'ai (?:redige|reformule|prepare))${some(6)} ${written}${some(10)}${colon}`,
  `voici (?:une?|la|le|ma|votre|ta|deux|trois)${some(5)} (?:version|reformulation|proposition|brouillon|variante|formulation)s?${some(10)}${colon}`,
  `(?:claro(?: que si)?|por supuesto|desde luego|con (?:mucho )?gusto|perfecto)[!,.:]? (?:aqui|te (?:dejo|paso|propongo|presento)|he (?:escrito|redactado|preparado|reescrito))${some(6)} ${written}${some(10)}${colon}`,
  `aqui (?:tienes|tiene|te dejo|le dejo|va|esta)${some(5)} (?:version|borrador|reformulacion|variante|redaccion)${some(12)}${colon}`,
  `(?:certo|certamente|volentieri|ovviamente|va bene|perfetto)[!,.:]? (?:ecco|di seguito|ho (?:scritto|riscritto|preparato))${some(6)} ${written}${some(10)}${colon}`,
  `ecco${some(5)} (?:versione|bozza|riformulazione|variante|stesura)${some(12)}${colon}`,
  `(?:claro|com certeza|com (?:todo o )?prazer|com gosto|perfeito)[!,.:]? (?:aqui|segue|eis|escrevi|reescrevi)${some(6)} ${written}${some(10)}${colon}`,
  `(?:aqui (?:esta|vai|tem|tens)|segue|eis)${some(5)} (?:versao|rascunho|reformulacao|variante|redacao)${some(12)}${colon}`,
  `(?:natuurlijk|graag|zeker|uiteraard|prima)(?: gedaan)?[!,.:]? (?:hier(?:bij)?|hieronder|ik heb)${some(6)} ${written}${some(10)}${colon}`,
  `hier(?:bij| is| heb je| volgt)${some(5)} (?:versie|concept|voorstel voor (?:een|je) (?:tekst|bericht)|herschrijving|variant)${some(12)}${colon}`
].join("|")

/** Words for the sound of a text, after "shall I" and "let me know". */
const sound =
  "punchier|snappier|warmer|softer|(?:more|less) (?:formal|casual|playful|personal|urgent|emotional|concise)|in another tone|(?:different|another|softer) (?:tone|version|variant|draft|wording)|the tone|the wording|variations?|with emojis?|without emojis?"
const outros = [
  `if you (?:need|want|prefer|would like|'d like)${some(6)} (?:different|another|softer) (?:tone|wording)`,
  `(?:wil|wilt) (?:je|u)${some(4)} (?:toon|andere versie|variant van)|(?:mochtest|mochten|hattest|hatten) (?:du|sie)${some(4)} (?:tonfall|anderen ton|andere fassung)`,
  `let me know if${some(4)} (?:it|this|that|me to|any|an?|another|the)${some(5)} (?:${sound}|shorter|longer|tweaks?|edits?|adjust\\w*|rewrit\\w+|revis\\w+)`,
  `(?:would you like me to|shall i|should i|do you want me to|want me to|i can also|happy to)${some(5)} (?:${sound})`,
  "feel free to (?:adjust|tweak|edit|adapt|customi[sz]e|personali[sz]e) (?:it|this|the (?:text|tone|draft|message|copy|wording|details))",
  `(?:soll|kann|darf) ich${some(6)} (?:den ton|den tonfall|im ton|den text|den entwurf|umformulieren|umschreiben|(?:variante|fassung|version) (?:mit|ohne|schreiben|formulieren|verfassen|vorschlagen|erstellen))`,
  `(?:sag|sagen sie|gib|geben sie|lass|lassen sie)${some(3)} (?:bescheid|wissen),? (?:wenn|falls|ob)${some(6)} (?:ton|tonfall|text|entwurf|fassung|formulierung|variante|umformulier\\w*|lockerer|formeller)`,
  `(?:souhaitez|souhaites|voulez|veux|aimeriez|aimerais|preferez|preferes)-(?:vous|tu) que je${some(6)} (?:ton|version|variante|texte|message|formel|decontracte|percutant|reformule|emojis?)`,
  `(?:dites|dis|faites|fais)-(?:moi|le-moi)${some(2)} si (?:vous|tu)${some(6)} (?:le ton|version|variante|texte|reformul\\w+|percutant|formel|chaleureux|decontracte)`,
  "n'hesite[sz]? pas a (?:l'|le |la )?(?:adapter|modifier|personnaliser|ajuster) (?:le|ce|cette|la|selon) ?(?:ton|texte|message|proposition|version|formulation|vos besoins|tes besoins)?|proposition generique|que (?:vous pourrez|tu pourras|vous pouvez) adapter",
  `(?:quieres|quiere|prefieres|prefiere|te gustaria|deseas) que${some(6)} (?:el tono|otra version|una version|variante|el texto|el mensaje|formal|informal|cercano|desenfadado|emojis?)`,
  `(?:avisame|dime|digame|hazme saber) si (?:quieres|quiere|prefieres|prefiere|necesitas|deseas|lo)${some(6)} (?:tono|version|variante|texto|borrador|formal|informal|cercano|corto)`,
  `(?:vuoi|vuole|preferisci|preferisce|desideri|ti piacerebbe) che${some(6)} (?:il tono|versione|variante|il testo|il messaggio|formale|informale|incisiv[oa]|emoji)`,
  `(?:fammi|mi faccia) sapere se${some(6)} (?:tono|versione|variante|testo|bozza|formale|informale|incisiv[oa])`,
  `(?:quer|queres|prefere|preferes|gostaria|deseja) que${some(6)} (?:o tom|versao|variante|o texto|a mensagem|formal|informal|descontraid[oa]|emojis?)`,
  `(?:avise|avisa|diga|diz)(?:-me)? se (?:quer|quiser|prefer\\w+|precisar)${some(6)} (?:tom|versao|variante|texto|rascunho|formal|informal|descontraid[oa])`,
  `(?:zal ik|wil je dat ik|wilt u dat ik|moet ik|kan ik)${some(6)} (?:de toon|versie maken|versie schrijven|variant|de tekst|het bericht|formeler|losser|emoji'?s?)`,
  `laat(?: het)?(?: me| mij)?(?: het)? weten (?:of|als)${some(6)} (?:toon|versie|variant|tekst|formeler|losser|pittiger|korter)`
].join("|")

const company =
  "(?! ?-?(?:company|start-?up|agency|team|firm|lab|consult\\w*|provider|engineer|expert|researcher|vendor|artist|specialist|unternehmen|firma|agentur|bedrijf|experte|expertin))"
const machine = [
  `as an? (?:ai(?: (?:language )?model| assistant| chatbot)?|(?:large )?language model|virtual assistant)${company}`,
  `als (?:ki(?:-(?:modell|assistent\\w*|sprachmodell))?|(?:grosses )?sprachmodell|kunstliche intelligenz|(?:ai|ki)-?taalmodel|taalmodel|ai-?(?:assistent|model)|kunstmatige intelligentie)${company}`,
  "en tant qu(?:e |')(?:modele (?:de langage|linguistique|d'ia)|ia|intelligence artificielle|assistante? (?:ia|virtuel\\w*|d'ia))",
  "como (?:un |una |um |uma )?(?:modelo de (?:lenguaje|linguagem)|inteligencia artificial,|ia,|asistente (?:de ia|virtual),|assistente (?:de ia|virtual),)",
  "(?:in quanto|come) (?:un )?(?:modello (?:linguistico|di linguaggio)|intelligenza artificiale,|ia,|assistente (?:ia|virtuale),)|in quanto ia",
  "i (?:cannot|can't|am unable to|'m unable to|am not able to) (?:help|assist) with (?:that|this) (?:request|prompt)|my (?:training data|knowledge cut-?off)"
].join("|")

const kept =
  "kept|avoided|used|preserved|maintained|shortened|left out|removed|included|followed|matched|beibehalten|vermieden|verwendet|gekurzt|weggelassen|gehalten|garde|conserve|evite|respecte|raccourci|utilise|mantenido|evitado|usado|respetado|conservado|adaptado|omitido|mantenuto|evitato|usato|rispettato|accorciato|mantive|evitei|usei|respeitei|encurtei|aangehouden|vermeden|gebruikt|ingekort|weggelaten"
const matter =
  "tone|register|wording|words?|characters|brand voice|instructions|guidelines|brief|prompt|ton|tonfall|anrede|worte?|zeichen|vorgaben|anweisungen|registre|mots?|caracteres|consignes|instructions|tono|registro|palabras?|instrucciones|parol[ae]|caratteri|istruzioni|tom|palavras?|instrucoes|toon|woord(?:en)?|tekens|instructies"
const notes = [
  `(?:note|nota|hinweis|anmerkung|remarque|notitie|opmerking|toelichting) ?: ?(?:i(?:'ve| have)? |ich habe |j'ai |he |ho |ik heb |the |der |le |el |il |o |de )?${some(12)} (?:${kept})`,
  `(?:i(?:'ve| have)|ich habe|j'ai|he|ho|ik heb)${some(6)} (?:${kept})`
] as const

const voice = [
  "(?:you are|du bist|sie sind|tu es|vous etes|eres|sei|voce e|je bent|u bent) (?:an? |the |eine? |der |die |une? |le |la |l'|un |una |el |il |lo |o |um |uma |de |het |een )?(?:friendly|helpful|freundliche[rn]?|hilfreiche[rn]?|sympathique|serviable|amable|util|utile|amichevole|gentile?|prestavel|simpatic[ao]|vriendelijke|behulpzame) (?:[^ .!?]{1,20} )?(?:assist\\w+|asistente|chatbot|copywriter|texter\\w*|redacteur|redactor|bot|ki|ai)",
  "(?:assist\\w+|asistente|chatbot|copywriter|redacteur|redactor) (?:sympathique|serviable|amable|util|utile|amichevole|gentile?|prestavel|simpatic[ao]) (?:de|du|del|di|da|do|pour|para|per)",
  "(?:never mention|noem nooit|vermeld nooit|nenne nie(?:mals)?|erwahne nie(?:mals)?|ne mentionnez? jamais|nunca menciones?|non (?:menzionare|nominare) mai)(?: [^ .!?]{1,24}){0,4}? (?:competitors?|concurren\\w+|wettbewerb\\w*|konkurren\\w*|competidor\\w*|competencia|concorren\\w+)"
].join("|")

/** What was done to a text, or how it is meant to sound; before a colon that ends the line. */
const reworked =
  "tone|on-brand|casual|playful|friendlier|warmer|shorter|punchier|revised|rewritten|reworked|reworded|tonfall|gekurzt|lockerer|freundlicher\\w*|uberarbeitet\\w*|umformuliert\\w*|retravaille\\w*|reformule\\w*|raccourci\\w*|plus (?:courte?|chaleureu\\w+)|tono|reescrit[oa]|revisad[oa]|mas (?:cercan[oa]|cort[oa])|rivist[oa]|riscritt[oa]|piu (?:breve|cald[oa])|tom|mais (?:curt[oa]|proxim[oa])|reescrit[ao]|toon|korter|herschreven|vlotter"

/** A machine may say that it is one; what it cannot do on that account is no message. */
const itself =
  "(?:je suis|soy|ich bin|i am|i'm|sono|sou|ik ben) (?:an? |une? |una |eine? |um |uma |un |een |only |just )*(?:intelligence artificielle|ia|modele de langage|inteligencia artificial|modelo de (?:lenguaje|linguagem)|ki|sprachmodell|kunstliche intelligenz|ai|language model|intelligenza artificiale|modello linguistico|taalmodel)"
const unable =
  "cannot|can't|unable|have no|kann|habe keinen|peux pas|ne connais pas|n'ai pas|no puedo|no tengo|non posso|non ho|nao posso|nao tenho|kan geen|kan niet|heb geen"

/** Where such texts are the subject. */
const taught = "writing prompts|prompt (?:writing|engineering|library)|(?:workshop|course|class|talk|webinar|seminar)"

export type Residue = "speaks of the draft" | "speaks to the checker" | "hides text"

export const chatter: ReadonlyArray<Meaning<Residue>> = [
  meaning("speaks of the draft", 1, [intros], things),
  meaning("speaks of the draft", 1, [reworked, written, " ?:(?= *\\n|$)"], `${things}|subject to`),
  meaning("speaks of the draft", 1, [outros]),
  meaning("speaks of the draft", 1, [machine], taught),
  meaning("speaks of the draft", 1, [itself, unable]),
  meaning("speaks of the draft", 1, [voice], taught),
  meaning("speaks of the draft", 1, [notes[0], matter]),
  meaning("speaks of the draft", 1, [
    notes[1],
    matter,
    "(?:your|the) (?:instructions|guidelines|brief|prompt|brand voice)|(?:deinen?|ihren?|der|den) (?:vorgaben|anweisungen|markenstimme)|(?:vos|tes) (?:consignes|instructions)|(?:tus|sus) instrucciones|(?:tue|sue|le) istruzioni|(?:as )?(?:suas|tuas) instrucoes|(?:je|uw) instructies"
  ])
]

/** Markdown before what is shown, and how a conversation is written down; meets text as it stands. */
const labels =
  /(?:^|\n)[ \t]*(?:\*\*|__)(?:subject(?: line)?|betreff(?:zeile)?|objet|asunto|oggetto|assunto|onderwerp(?:regel)?|body|corps|cuerpo|corpo|caption|cta|call to action|headline|preheader|preview text)[ \u00a0]?(?::(?:\*\*|__)|(?:\*\*|__)[ \u00a0]?:)|(?<![#\w])#{2,6}[ \t]*(?:user|assistant|system|response|answer|instructions?|input|output|benutzer|nutzer|antwort|anweisung(?:en)?|utilisateur|réponse|usuario|usuário|respuesta|utente|risposta|resposta|gebruiker|antwoord|opdracht)[ \t]?:|\[\/?INST\]|<\|(?:im_start|im_end|system|user|assistant)\|?>?|\(\d{1,3} (?:words|characters|wörter|zeichen|mots|caractères|palabras|parole|caratteri|palavras|caracteres|woorden|tekens)\)/giu

/** Where it is labelled. */
export const labelsIn = (text: string): ReadonlyArray<{ readonly start: number; readonly end: number }> =>
  /[#*_[<(]/.test(text)
    ? Array.from(text.matchAll(labels), (match) => ({ start: match.index, end: match.index + match[0].length }))
    : []
