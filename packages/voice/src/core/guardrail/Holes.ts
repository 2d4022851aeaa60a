/**
 * Holes that somebody meant to fill: a template engine's marks, a value that was none, and notes among colleagues. By
 * their form, so that no list of names has to be kept up for each engine.
 */
import { codeIn } from "./Code.ts"

export interface Hole {
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What a template calls the people and things it is about, in the languages that brands write in. */
const field =
  "(?:first|last|full|customer|user|company|product|event)?[ _-]?name|vorname|nachname|kundenname|firma|datum|prénom|nom|nom de famille|entreprise|nombre|apellidos?|empresa|fecha|nome|cognome|sobrenome|azienda|voornaam|achternaam|imię|nazwisko|имя|фамилия|όνομα|date|link|city|company|title|price|名前|お名前|氏名|姓名|이름|성함|الاسم|שם"

/** What more there is to be filled in, and the words of which it is. */
const blank =
  "prénom|nom|ville|adresse|date|heure|prix|montant|lien|entreprise|société|produit|name|vorname|nachname|ort|stadt|datum|uhrzeit|preis|betrag|firma|produkt|anrede|nombre|apellidos?|ciudad|fecha|precio|importe|enlace|empresa|producto|nome|cognome|città|prezzo|importo|azienda|prodotto|cidade|preço|produto|morada|naam|voornaam|achternaam|stad|datum|tijdstip|prijs|bedrag|bedrijf|town|venue|amount|link"
const whose = "du|de la|de l['’]|des?|del|dell[aeo]|dell['’]|di|do|da|dos|der|van(?: de| het)?|vom|von|of|for"
/** What is still to be done about it. */
const open =
  "à (?:confirmer|compléter|définir|préciser|remplir|insérer|renseigner|ajouter)|(?:noch )?(?:einfügen|ergänzen|eintragen|einsetzen|nachtragen|klären|festlegen|ausfüllen)|(?:por|a|sin) (?:confirmar|definir|completar|rellenar|concretar|preencher)|da (?:confermare|definire|inserire|completare|compilare)|(?:nog )?(?:invullen|invoegen|aanvullen|te bepalen|in te vullen|te bevestigen)|to (?:confirm|be (?:confirmed|added|filled in|decided)|follow|fill in)|goes here"
const fill =
  "insér\\p{L}+|ajoute[rz]|mettre|indiquer|préciser|hinzufügen|einfügen|eintragen|añadir|agregar|poner|indicar|aggiunger[ei]|aggiungi|inserisci|indicare|adicionar|acrescentar|colocar|toevoegen|vul|zet|add(?! to\\b)|fill in|choose a|pick a|describe|personali[sz]e"

/** Between marks that nobody writes for a reader. */
const marks = [
  String.raw`\{\{[^{}]{0,80}\}{0,2}`,
  String.raw`[$@#!]\{[^{}\n]{0,80}\}`,
  String.raw`\{[$!@#%][^{}\n]{1,80}\}`,
  String.raw`(?<!\{)\{\d{1,2}\}(?!\})`,
  String.raw`\{(?:\p{L}+[ _.-]?)*(?:name|company|date|link|city|product|title|price|email)\}`,
  String.raw`\{(?:${field})\}`,
  String.raw`\{[a-z]+[_.][a-z_.]+\}`,
  "<%[^%]{0,80}%>",
  String.raw`<<[\w .-]{1,50}>>`,
  String.raw`<(?:[a-z]+[ _-]?)?(?:name|company|date|link|city|product|title)>`,
  `[<«](?:${field})[>»]`,
  String.raw`%%[\w .]{2,40}%%`,
  String.raw`(?<![\w%])%[a-z][a-z_.]{2,30}%`,
  String.raw`(?<![\w%])%(?:\d\$)?[sd@](?![\w%])`,
  String.raw`\*\|[^|\n]{1,60}\|\*`,
  String.raw`(?<![\w$])\$[a-z][a-z_.]{1,30}\$(?![\w$])`,
  String.raw`::[a-z_]{2,30}::`,
  String.raw`~[a-z]\w{1,30}\.\w{1,30}~`,
  "__[a-z_]{3,30}__",
  String.raw`@@\w{2,30}@@`,
  String.raw`\[\[[^[\]\n]{1,80}\]\]`,
  String.raw`\[(?:your|first|last|full|company|customer|recipient|insert|user|client|product|brand|business|contact|placeholder)\b[^\]\n]{0,40}\]`,
  String.raw`\[(?:insérer|insertar|inserire|inserir|à compléter|por completar|da completare|a preencher|hier)(?!\p{L})[^\]\n]{0,60}\]`,
  String.raw`\[(?:${field})\]`,
  String.raw`\[(?:${blank})(?: (?:${whose}) ?[^\]\n]{1,40}| (?:ici|hier|here|aquí|qui|aqui))?\]`,
  String.raw`\[[^[\]\n]{1,40} (?:${open})\]`,
  String.raw`\[(?:${fill}) [^\]\n]{2,60}\]`,
  // One of several wordings, as mailing programs choose among them.
  String.raw`(?<!\{)\{[^{}|\n]{1,60}(?:\|[^{}|\n]{0,60}){1,12}\}(?!\})`,
  String.raw`(?<!\{)\{\d{1,2}(?:,-?\d{1,3})?:[^{}\n]{1,20}\}(?!\})`,
  String.raw`\[[a-z]+_[a-z_]+\]`,
  String.raw`\[object object\]`
]

/** A word in brackets that tells what kind of thing follows or stands before, and is meant for the reader. */
const tag =
  "NEW|NEU|NOUVEAU|NUEVO|NUOVO|NOVO|SIC|PDF|VIDEO|AUDIO|LIVE|FREE|GRATIS|SOLD OUT|AUSVERKAUFT|COMPLET|AGOTADO|ESAURITO|ESGOTADO|AD|ANZEIGE|WERBUNG|PUB|UPDATE|REMINDER|UPDATED|CLOSED|OPEN|SOLD|FULL|SPOILERS?|NSFW|UK|USA|EN|DE|FR|ES|IT|PT|SALE|LAUGHS|APPLAUSE|MUSIC"

/** Told by their capitals. */
const loud = [
  // At the beginning of a line, before more words, such a bracket is a heading: "[WEBINAR] Bread for beginners".
  String.raw`(?<!^|\n)\[(?!(?:${tag})\])\p{Lu}[\p{Lu}\p{M}\d _'’/-]{2,40}\]`,
  String.raw`(?<=^|\n)\[(?!(?:${tag})\])\p{Lu}[\p{Lu}\p{M}\d _'’/-]{2,40}\](?=[,!:])`,
  String.raw`\[[a-z]+[A-Z][A-Za-z]*\]`,
  String.raw`(?<![\w@.])@(?:Model|ViewBag|ViewData)\.[A-Z]\w*`,
  String.raw`\{[a-z]+[A-Z][A-Za-z]*\}|\{[A-Z][A-Z_]{2,30}\}`,
  String.raw`<(?!(?:BODY|HTML|HEAD|TABLE|TBODY|SPAN|DIV|IMG|FONT|STRONG|CENTER|STYLE)>)[A-Z][A-Z_ ]{2,30}>`,
  String.raw`#[A-Z][A-Z_]{2,30}#(?!\w)`,
  String.raw`\((?:FIRST|LAST|FULL) ?NAME\)`
]

const greeting =
  "hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrter?|guten tag|bonjour|salut|cher|chère|hola|estimad[oa]|querid[oa]|ciao|gentile|caro|cara|olá|prezad[oa]|beste|thanks|thank you|danke|merci|gracias|grazie|obrigad[oa]|welcome(?: back)?"
/** Before a value, and after one. */
const before =
  "of|for|from|to|by|on|at|until|before|after|with|than|only|just|order|number|code|no\\.?|your|mrs?\\.?|ms\\.?|frau|herrn?|am|bis|für|von|votre|tu|su"
const after =
  "points?|euros?|dollars?|pounds?|items?|days?|hours?|people|guests|is|are|has|have|will|was|to|by|at|on|in|for|and|expires?|ends?|until|before|from|punkte|tage|ist|hat|sind"
const end = String.raw`(?=\s*(?:[.,!?;:)]|\n|$))`

/** What a program writes for a value that it has not got. */
const values = [
  String.raw`\b(?:${greeting}),? (?:undefined|null|nil|n/a)(?=[ ,!.]|\n|$)`,
  String.raw`\b(?:${greeting}) (?:none|xxx+|insert \w+|(?:first|last|full|customer|user)[ _]?name)(?=[ ,!.]|\n|$)`,
  String.raw`\b(?:${greeting}) (?:user|name)(?=[,!.]|\n|$)`,
  String.raw`,\s+undefined${end}`,
  String.raw`(?<!(?:eins|uno|one|zero), |\p{L}, \p{L}{1,9}),\s+null(?=\s*[!,])`,
  String.raw`(?<=^|\n)(?:undefined|null)(?=[!,:])(?!, (?:null|nan|undefined|and|eins))`,
  String.raw`\b(?:${before}) undefined(?:${end}|(?= (?:${after})\b))`,
  String.raw`\b(?:your|until|dear|mrs?\.?|ms\.?|frau|herrn?|votre) null(?:${end}|(?= (?:is|are|has|have|will|was|points?|expires?|ist|hat)\b))`,
  String.raw`\byour (?:\p{L}+ ){1,4}(?:is|was|of|on|for|at|by|until) (?:undefined|null)${end}`,
  String.raw`[$€£]\s?(?:undefined|null|nan)\b`,
  String.raw`\bundefined\s?(?:€|£|%|undefined)`
]

/** These have capitals of their own; nan is bread, and a grandmother. */
const numbers = [
  String.raw`(?<!\b(?:the|a|an|no|with|as|or|and|called|shows?|like|that|every|by|why|why is|equal to) |\b[Vv]alues? of |[!=]==? ?)\bNaN\b(?! (?:errors?|values?|bugs?|checks?|in the|in your|is not|not equal)\b)(?! ?[!=]==?)`,
  String.raw`(?<!\b(?:the|an|of|every) )\bInvalid Date\b(?! (?:errors?|bugs?)\b)`
]

/** What colleagues tell each other about a draft. */
const notes = [
  String.raw`\b(?:hi|hello|hey|dear|hallo|liebe[rs]?|hola|ciao|olá|cher|chère|beste|geachte|estimad[oa]|querid[oa]|gentile|prezad[oa]) ,`,
  String.raw`\b(?:dear|liebe|lieber|sehr geehrter?) (?:mrs?|ms|frau|herr)\.? ,`,
  String.raw`\binsert (?:name|link|date|company|price|text|photo|image|quote|offer) here\b`,
  String.raw`\btb[cd]\b`,
  String.raw`\bto be (?:confirmed|checked|approved|cleared|signed off) (?:by|with) (?:legal|compliance|the client|marketing|finance)\b`,
  String.raw`\b(?:check|confirm|verify|clear)\b[^.!?\n]{0,40} with (?:legal|compliance)(?! \p{L}+ (?:team|advice))(?=[.,;:)\]]| (?:before|first|please)\b|\n|$)`,
  String.raw`\b(?:delete|remove|cut) (?:this )?(?:line |part |note |paragraph |bit )?before (?:sending|it goes out|publishing|we send|launch)\b`,
  String.raw`[([](?:see (?:my |the )?comments?|note (?:to|for) (?!self\b|readers?\b)\p{L}+|(?:sb|someone|somebody) please)\b[^)\]\n]{0,80}`,
  String.raw`\bsee (?:my |the )?comments? (?:from|by|above|in the (?:doc|draft|margin))\b`,
  String.raw`\bfixme\b`,
  String.raw`\bhier noch [^.!?\n()]{0,40}\b(?:einfügen|ergänzen|einsetzen|nachtragen)(?!\p{L})`,
  String.raw`[([]hier [^.!?\n()]{0,40}\b(?:einfügen|ergänzen|einsetzen)[)\]]`,
  String.raw`(?<!\p{L})(?:insérer|insertar|inserire|inserir) (?:ici |aquí |qui |aqui )?(?:le |el |il |o |la |a )?(?:lien|nom|date|prix|texte|enlace|nombre|fecha|precio|texto|nome|data|prezzo|testo|preço)(?: ici| aquí| qui| aqui)(?!\p{L})`,
  // In Spanish everything is "todo": there may be some of it, above all.
  String.raw`(?<!\b(?:de|sobre|con|ante|es|y|lo|para|por|en|a|hay|esto|todo) )\btodo:`,
  String.raw`lorem ipsum,? dolor|dolor sit amet|consectetur adipi|(?:^|[.!?:\n] ?)lorem ipsum ?(?=[.…\n]|$)`,
  String.raw`[$€£] ?xx+\b|\bxx+(?:[.,]xx+)? ?(?:%|€|£|euros?\b|dollars?\b)`
]

/** Told by their capitals; a Spanish headline in capitals says TODO of everything. */
const loudNotes = [
  String.raw`(?<!\p{Lu}{2,} )\bTODO\b(?! ?(?:AL?|EN|EL|LA|LO|POR|O|Y|DE|CON|INCLU\p{L}+|\p{Lu}{2,})(?!\p{L}))|\bTODO (?:ADD|INSERT|CHECK|FIX|ASK|REPLACE|WRITE)\b`,
  String.raw`(?<!\b(?:[Ss]iglo|SIGLO|[Ss][ée]culo|[Ss]ecolo|[Ll]ouis|[Cc]hapter|[Pp]art|[Vv]ol\.?) )\bXX+\b(?! (?:secolo|wiek|century|века?))`,
  String.raw`\bTKTK\w{0,10}|[([](?:\p{L}+ ){0,3}TK(?: \p{L}+){0,3}[)\]]|\b(?:[Pp]rice|[Dd]ate|[Tt]ime|[Qq]uote|[Nn]umber|[Ll]ink|[Ff]igure|[Vv]enue|[Dd]etails) TK\b|\bTK (?:percent|euros?|dollars?|pounds?|people|words?)\b|[$€£]TK\b|\bTK%`
]

/** Some of their signs stand in every one of them: most texts have none, and are searched no further. */
const kinds: ReadonlyArray<readonly [sign: RegExp, pattern: RegExp]> = [
  [/[[{<%$#*_@~«(]|::/, new RegExp(marks.join("|"), "giu")],
  [/[[{<#(@]/, new RegExp(loud.join("|"), "gu")],
  [/undefined|nul+\b|nan\b|none|nil\b|n\/a|xxx|name|user|insert/i, new RegExp(values.join("|"), "giu")],
  [/NaN|Invalid Date/, new RegExp(numbers.join("|"), "gu")],
  [
    / ,|insert?|inser|insér|tb[cd]\b|to be |with |before|comment|note |please|fixme|hier |todo:|lorem|dolor|consec|xx/i,
    new RegExp(notes.join("|"), "giu")
  ],
  [/TODO|XX|TK/, new RegExp(loudNotes.join("|"), "gu")]
]

/** Every hole of a text; where two overlap the first is told. */
export const holesIn = (text: string): ReadonlyArray<Hole> => {
  const found = kinds
    .filter(([sign]) => sign.test(text))
    .flatMap(([, pattern]) =>
      Array.from(text.matchAll(pattern), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0]
      }))
    )
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  if (found.length === 0) return found
  const shown = codeIn(text)
  let reached = 0
  return found.filter(({ end: until, start }) => {
    if (start < reached || shown.some((code) => start >= code.start && until <= code.end)) return false
    reached = until
    return true
  })
}
