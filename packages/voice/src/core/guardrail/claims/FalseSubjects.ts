/**
 * A heading that says what is not so, and a text that admits it: an answer to no letter, an appointment that nobody has, "now
 * that you are here" (CAN-SPAM, 15 USC 7704(a)(2): no subject that misleads about the contents). In English, German, French
 * and Spanish. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const label = "misleads by its subject"
type Misleading = typeof label

const matters =
  "(?:appointment|order|invoice|bill|parcel|package|delivery|meeting|problem|prize|refund|emergency|conversation|message|reply|payment|booking|deadline|voucher|gift|complaint)"
/** What the heading was about, taken back. */
const denied = [
  `(?:there is|there's|there was|there are|we have) (?:\\w{1,20} )?no (?:\\w{1,20} ){0,2}?${matters}s?(?=[.,;!?:]| (?:but|and|at all|of course|either|we|actually))`,
  `(?:(?:is|was|are|were)(?: not|n't)|never was)(?: \\w{1,20}){0,2}? (?:an? |your |any )?(?:\\w{1,20} )?${matters}`,
  "(?:you|we)(?:'ve| have)? never (?:\\w{1,20} )?(?:met|wrote|written|spoke|spoken|talked|ordered|booked|asked|been in touch|exchanged|corresponded)",
  "you (?:did not|didn't|have not|haven't|never) (?:\\w{1,20} )?(?:miss(?:ed)?|order(?:ed)?|book(?:ed)?|complain(?:ed)?|asked?|win|won|write|wrote|call(?:ed)?)(?=[ .,;!?]|$)",
  "(?:we|i) (?:only |just |simply )?(?:made|invented|faked|put|wrote|added)(?: [^ .!?]{1,24}){0,4}? (?:up|subject|heading|re)(?![a-z])",
  "es gibt (?:\\w{1,20} )?keine?n? (?:\\w{1,20} )?(?:termin|bestellung|rechnung|paket|antwort|problem)|il n'y a (?:\\w{1,20} )?(?:pas de|aucune?) (?:rendez-vous|commande|facture|colis|probleme)|no hay ningun\\w* (?:cita|pedido|factura|paquete|problema)"
].join("|")
/** Why it was there. */
const bait = [
  "(?:knew|thought|figured|hoped|guessed|bet|reckoned)(?: that)?(?: \\w{1,20})? (?:you|it|that|this)(?:'d| would|'ll| will)?(?: \\w{1,20})? (?:open|click|read|look|notice|get you)\\w*",
  "(?:got|made) you (?:look|open|click|read)\\w*|(?:get|got|getting|catch|caught) your attention|(?:get|make|getting|making) you (?:to )?(?:open|click|read|look)",
  "(?:needed|wanted|chose|picked|took) (?:\\w{1,20} ){0,2}?(?:subject|heading|headline|title)(?: line)? (?:that|to|which|so)|trick(?:ed)? (?:you )?(?:in)?to (?:be|get|make|have|open|read)|(?:just|only) to be (?:read|opened|noticed)",
  "(?:this|that|such an?|the|our) (?:\\w{1,20} )?(?:subject|heading|headline|title)(?: line)? (?:\\w{1,20} ){0,2}?(?:gets?|is|are|works?|does|always)(?: \\w{1,20}){0,3}? ?(?:opened|open|read|clicked|trick|job)?",
  "now that (?:you(?:'re| are) (?:here|reading|with us)|you(?:'ve| have) opened|we(?:'ve| have) (?:got )?your (?:attention|eyes))",
  "(?:otherwise|or) you (?:would|might) (?:not|never)(?: have)? (?:open|click|read)\\w*|(?:since|because|but) you(?:'ve| have)? (?:opened|clicked)(?: \\w{1,20})? (?:this|it|anyway|already)",
  "jetzt,? (?:wo|da) (?:du|sie)(?: schon| nun)? (?:hier|da)|sonst hatte\\w* (?:du|sie)(?: [^ .!?]{1,20}){0,4} nicht geoffnet|maintenant que (?:tu|vous) (?:es|etes) la|(?:ya|ahora) que (?:estas|esta) aqui"
].join("|")

/** An answer, by its heading. */
const answered = "(?:subject|betreff|objet|asunto|oggetto) ?: ?(?:re|fwd?|aw|wg|tr|rv) ?:"
const strangers =
  "(?:we(?:'ve| have)?|you(?:'ve| have)?) never (?:\\w{1,20} )?(?:met|written|spoken|talked|been in touch|exchanged)|you (?:do not|don't) know (?:us|me)(?: yet)?|(?:our|this is (?:our|the)|my) (?:very )?first (?:e-?mail|message|letter)|(?:this is|it's) (?:no|not (?:really )?an?) (?:reply|answer)|wir kennen uns (?:noch )?nicht|nous ne nous connaissons pas|no nos conocemos"

const told =
  "\\b(?:beware|never (?:use|write)|scam\\w*|fraud\\w*|phish\\w*|how to (?:spot|write)|tips?|(?<!of )course|workshop|webinar|copywriting|bad subject lines?|sorry (?:for|about) the (?:mix-?up|mistake|wrong subject))\\b"

export const falseSubjects: ReadonlyArray<Meaning<Misleading>> = [
  meaning(label, 2, [denied, bait], told),
  meaning(label, 2, [answered, strangers], told)
]
