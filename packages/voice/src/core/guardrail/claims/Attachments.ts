/**
 * Files that take a computer over, and what a message says to have them opened: a program for an invoice, macros to be
 * enabled, a scanner to be turned off, a line to be pasted; in English, German, French and Spanish. Patterns meet folded text: no accents, and ss
 * for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const label = "asks to run a file"
export type Trap = typeof label

/** Who warns of it, or writes programs. */
const warned =
  "n't|\\b(?:never|not|without|beware|avoid|disabled?|macro-free|developers?|programmers?|tutorial|course|lesson|our (?:website|site|download page)|app store|from your account|in your account|account settings|nie|niemals|nicht|keine?|ohne|vorsicht|kurs|jamais|ne (?:les |la |le )?(?:lancez|ouvrez|activez)|sans|cours|nunca|sin|no (?:las |los |lo |la )?(?:abr\\w+|activ\\w+|ejecut\\w+|habilit\\w+)|curso)\\b"

const program = "[\\w-]{1,60}\\.(?:exe|scr|bat|cmd|msi|vbs|hta|lnk|ps1|jar|docm|xlsm|pptm|apk|iso)"
const script = "[\\w-]{1,60}\\.(?:js|wsf|img|one|svg|html?|zip|rar)"
const doubled =
  "[\\w-]{1,60}\\.(?:jpe?g|png|pdf|docx?|xlsx?|txt|mp[34])\\.(?:exe|scr|bat|cmd|msi|vbs|js|hta|lnk|ps1|jar)"
const enclosed =
  "attach\\w*|enclosed|anbei|anhang|angehangt\\w*|beigefugt\\w*|liegt (?:\\w{1,20} ){0,2}(?:[\\w.-]{1,60} )?bei|pieces? jointes?|ci-joint\\w*|adjunt[oa]s?|adjuntamos"
const opened =
  "opens?|opening|run|runs|start|launch|execute|double[- ]click|unzip|unpack|install|click|offnen|offne|starten|ausfuhren|installieren|doppelklick\\w*|ouvr\\w*|lanc\\w*|execut\\w*|abr(?:a|e|ir)|ejecut\\w*|instal\\w*"
const doubleClicked =
  "double[- ]click\\w*|run (?:it|them|the)|just run|ignore (?:the|any) warnings?|doppelklick\\w*|warnung(?:en)? ignorieren|double-cliqu\\w*|doble clic"

const macros =
  "(?:enabl\\w*|activat\\w*|allow\\w*|turn on|click(?:ing)?(?: on)?|aktivier\\w*|einschalten|zulassen|activ\\w+|autoris\\w*|habilit\\w*|permit\\w*)(?: [^ .!?]{1,24}){0,3}? (?:macros?|makros|enable (?:content|editing|macros)|inhalte?(?= aktivieren)|(?:le )?contenu|contenido)|enable (?:content|editing)|(?:makros|inhalte?|bearbeitung)(?: \\w{1,20}){0,2} (?:aktivieren|zulassen|einschalten)"
const paper =
  "attach\\w*|documents?|invoices?|excel|word|files?|reminder|statement|spreadsheet|secure|protected|anhang|datei\\w*|rechnung\\w*|dokument\\w*|piece jointe|factures?|fichiers?|adjunt[oa]s?|facturas?|archivos?|documentos?|[\\w-]{1,60}\\.(?:docm?|xlsm?|docx|xlsx)"

const guard =
  "(?:anti-?virus(?: program| software)?|virus (?:scanner|protection)|firewall|defender|virenscanner|virenschutz|antivirenprogramm|pare-feu|cortafuegos)"
const unguarded = `(?:turn(?:ing)? off|disable|disabling|switch(?:ing)? off|deactivate|uninstall|pause|deaktivier\\w*|desactiv\\w*|coupez|apag\\w*)(?: [^ .!?]{1,24}){0,3}? ${guard}|(?:turn|switch) (?:your |the )?${guard} off|${guard}(?: \\w{1,20}){0,3} (?:ausschalten|abschalten|deaktivieren|aus)`

const shell =
  "power ?shell|command (?:prompt|line)|(?:run|execute) (?:dialog|window|box)|(?:windows|win)(?: key)? ?(?:\\+|and|t) ?r\\b|(?:browser(?:'s)?|developer) (?:console|tools)|eingabeaufforderung|invite de commandes?|simbolo del sistema|terminal"
const pasted = "past(?:e|ing)|copy (?:and paste )?(?:the|this)|einfugen|fugen sie|fuge|colle[rz]?|pega(?:r|lo)?|pegue"
const pretence =
  "support|clean(?:s|ed)?|virus(?:es)?|infected|unlock|premium|robot|human|captcha|verif\\w*|fix (?:your|the)|your (?:pc|computer|session)|session|for life|reinig\\w*|freischalt\\w*|nettoy\\w*|debloqu\\w*|limpi\\w*|desbloque\\w*"

export const attachments: ReadonlyArray<Meaning<Trap>> = [
  meaning(label, 2, [program, `${enclosed}|${opened}`], warned),
  meaning(label, 2, [script, enclosed, doubleClicked], warned),
  meaning(label, 2, [doubled]),
  meaning(label, 2, [macros, paper], warned),
  meaning(label, 1, [unguarded], warned),
  meaning(
    label,
    2,
    [shell, pasted, pretence],
    "\\b(?:never|nie|niemals|jamais|nunca|developers?|tutorial|course|kurs|docs|documentation|npm|api)\\b|(?:n't|not) (?:paste|run|copy|type)"
  )
]
