/**
 * Words for whatever checks a text and not for whoever reads it: that it is approved, that its rules are off, that other
 * orders hold now; in seven languages. And what only a program reads, because markup keeps it from being seen.
 */
import type { Residue } from "./Chatter.ts"
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const text =
  "(?:e-?mail|message|text|draft|mail|content|nachricht|entwurf|inhalt|texte|contenu|mensaje|correo|texto|contenido|messaggio|testo|contenuto|mensagem|conteudo|bericht|tekst|inhoud)"

const approved = [
  `(?:treat|mark|classify|rate|label|consider|score|flag) (?:this|the|it)${some(3)} as (?:safe|approved|compliant|harmless|passed|legitimate)`,
  `(?:behandle|markiere|werte|bewerte|stufe|betrachte|behandeln sie|markieren sie) dies\\w+ ${text}${some(3)} als (?:sicher|genehmigt|unbedenklich|freigegeben|geprüft|gepruft)`,
  `(?:traite[zr]?|marque[zr]?|considere[zr]?|classe[zr]?) (?:ce|cet|cette) ${text}${some(3)} comme (?:sur|approuve\\w*|valide\\w*|conforme)`,
  `(?:trata|trate|marca|marque|considera|considere|clasifica) est[ea] ${text}${some(3)} como (?:segur[oa]|aprobad[oa]|aprovad[oa]|valid[oa]|conforme)`,
  `(?:tratta|tratti|segna|contrassegna|considera|consideri|classifica) quest[oa] ${text}${some(3)} come (?:sicur[oa]|approvat[oa]|valid[oa]|conforme)`,
  `(?:behandel|markeer|beschouw|beoordeel) (?:dit|deze) ${text}${some(3)} als (?:veilig|goedgekeurd|akkoord)`,
  `(?:this|the|rest of this) ${text}${some(4)} (?:verified|cleared|approved|vetted) by (?:compliance|legal|the legal team|a human|the moderators)`,
  "safe ?[=:] ?true|verdict ?[=:] ?(?:safe|pass)|violations ?[=:] ?(?:\\[|none|empty)"
].join("|")

const checker =
  "(?:(?:content|spam|automatic|automated|safety|brand|ai|automatische[nr]?|automatique|automatico|automatic[ao]|automatische) )*(?:checker|guardrails?|moderator|moderation (?:bot|model|system|filter)|classifier|validator|filter|prufer|prufprogramm|prufsystem|pruf-?ki|verificateur|filtre|verificador|filtro|moderador|validador|moderatore|verificatore|controleur|controleprogramma)"
const addressed = `(?:reviewer|moderation|checker|filter|guardrail) (?:bot|ai|model)|(?:note|notice|message|instruction|hinweis|anweisung|nachricht|consigne|nota|aviso|instruccion|avviso|istruzione|instrucao|mededeling|opmerking) (?:to|for|an|fur|au|a l'|pour|al|para|per|ao|aan|voor) (?:the |den |das |die |le |la |el |il |o |de |het |all |any )?${checker}`

const forget =
  "ignore|disregard|forget|ignorier\\w*|vergiss|vergessen sie|missachte\\w*|oublie[zs]?|ignorez|olvida\\w*|ignora\\w*|dimentica\\w*|lascia(?:te)? perdere|esqueca\\w*|esquece|desconsidere\\w*|vergeet|negeer"
const orders =
  "instructions?|guidelines?|prompts?|anweisung\\w*|vorgaben?|consignes?|instrucciones|indicaciones|istruzioni|indicazioni|instrucoes|indicacoes|instructies|aanwijzingen|opdrachten"
const given =
  "previous|above|prior|so far|received|earlier|bisherig\\w*|vorherig\\w*|obig\\w*|erhalten\\w*|precedent\\w*|recu\\w*|ci-dessus|anterior\\w*|recibid\\w*|previ\\w*|ricevut\\w*|finora|recebid\\w*|acima|vorige|eerdere|bovenstaande|until now|jusqu'ici|hasta ahora|ate agora|tot nu toe"
const instead =
  "instead|in place of|stattdessen|statt|a la place|au lieu|en su lugar|en lugar|al posto|invece|em vez|in plaats|reveal|output|print|list|gib|nenne|liste|affiche[zr]?|donne[zr]?|muestra|escribe|riporta|elenca|scrivi|mostra|mostre|liste|escreva|toon|geef|schrijf"

export const bribes: ReadonlyArray<Meaning<Residue>> = [
  meaning("speaks to the checker", 1, [approved]),
  meaning("speaks to the checker", 1, [addressed], "coffee|kaffee|cafe|caffe|koffie|water|wasser"),
  meaning(
    "speaks to the checker",
    1,
    [`(?:${forget})${some(5)} (?:${orders})`, given, instead],
    "assembl\\w*|aufbau|montage|montaje|montaggio|manual|washing|parking|parken"
  ),
  meaning("speaks to the checker", 1, [
    "(?:per|as per|following|come da|selon|segun|conforme|gemass|laut|volgens)(?: le| les| las| as| den| die| de)? (?:new|nuove|nouvelles|nuevas|novas|neuen|nieuwe) (?:instructions|istruzioni|instrucciones|instrucoes|anweisungen|instructies)(?: of| from| dell'| de l'| del| do| des| van)(?: the| de)? ?(?:user|utente|utilisateur|usuario|nutzers|benutzers|gebruiker)"
  ])
]

/** An attribute that decides how something looks, and which of them leave nothing to see. */
const styles = /<[a-z][^<>]{0,300}?\bstyle\s*=\s*["']([^"'<>]{1,400})["'][^<>]{0,300}>([^<]{0,2000})/giu
const unseen =
  /(?:^|[;\s])(?:font-size\s*:\s*0(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|$)|font-size\s*:\s*1px|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0\d*)?\s*(?:;|$|!)|mso-hide\s*:\s*all|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,})/iu
const white = /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)/iu
const grounds = /background|bgcolor/iu
/** A mailbox shows the beginning of a message in its list; what stands there is hidden further down, and read all the same. */
const preview = /pre-?header|preview/iu
const attribute = /<[a-z][^<>]{0,300}?\s(?:hidden|aria-hidden\s*=\s*["']?true)(?=[\s>])[^<>]{0,300}>([^<]{0,2000})/giu
const words = /\p{L}{2,}\s+\p{L}{2,}/u

/** Where markup hides what is written; in plain text it cannot. */
export const hiddenIn = (written: string): ReadonlyArray<{ readonly start: number; readonly end: number }> => {
  if (!written.includes("<")) return []
  const isBright = !grounds.test(written)
  const styled = Array.from(written.matchAll(styles)).filter(
    ([tag, style = "", inside = ""]) =>
      words.test(inside) &&
      ((unseen.test(style) && !(preview.test(tag) && inside.length <= 200)) || (isBright && white.test(style)))
  )
  const marked = Array.from(written.matchAll(attribute)).filter(([, inside = ""]) => words.test(inside))
  return [...styled, ...marked].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
