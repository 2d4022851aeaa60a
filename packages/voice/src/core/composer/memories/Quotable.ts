/**
 * Which words of somebody's own are read to them again: a wish, or something kind about what they had, in few and plain
 * words. A complaint, a trouble, a remark about others and a question without its answer are not.
 */

/** Longer than this it is a letter of theirs. */
const longest = 120

const sour =
  /\b(?:not|no|never|without|nothing|nobody|too|but|although|idiots?|hate\w*|bad|worse|worst|wrong|late|broke\w*|problems?|pain\w*|hurts?|kill\w*|sick|ill|cancel\w*|stop\w*|refund\w*|bank|card|debit|money|afford|pay\w*|paid|expensive|cheap\w*|steep|fees?|rip-?off|lost|lose|sorry|unfortunately|already|instead|switch\w*|divorce\w*|husband|wife|died|dead|waste|useless|slow|missing|stale|cold|dirty|rude|annoy\w*|scam\w*|complain\w*|disappoint\w*|unhappy|nightmare|steal\w*|sue|court|only|just|except|until|unless|last time)\b|n['’]t\b|\b(?:dont|wont|cant|didnt|doesnt|isnt|wasnt|hasnt|havent|arent|couldnt|wouldnt)\b|[:;]-?[(/]/i
const others = /\b(?:he|she|him|they|them|their|said|says|told|colleagues?|friends?|boss|neighbou?rs?|mate)\b/i
/** As people type, not as they would read it in a letter. */
const sloppy =
  /\b(?:n|u|ur|r|pls|plz|thx|lol|lmao|tbh|imo|cause|cos|coz|cuz|gonna|wanna|gotta|kinda|xmas|btw|asap|esp|im|ive|id|til|w|2x|wow)\b|\bi\b(?!\.)|[!?]{2}|\.\.\.|…|w\/|&|\?!/

const kind =
  /\b(?:love[ds]?|loving|liked?|great|brilliant|amazing|wonderful|delicious|best|favou?rite|enjoy\w*|happy|fantastic|excellent|perfect|beautiful|lovely|recommend|thrilled|delighted|superb|warmer|impressed)\b/i
const wish =
  /^(?:please\b|(?:i|we)(?: would|['’]d)? (?:really |also |still )?(?:want|need|wish|hope|like to|love to|plan|look forward)\b|(?:i['’]m|i am|we['’]re|we are) (?:looking|hoping|planning|interested)\b|looking for\b|send me\b)/i

const sentences = (text: string): number => text.split(/(?<=[.!?])\s+(?=\S)/).length

/** Whether a text asks something, with its mark or without. */
export const isQuestion = (text: string): boolean =>
  text.includes("?") ||
  /^(?:(?:hi|hello|hey),? )?(?:do|does|did|is|are|can|could|would|will|may|when|where|what|whats|what['’]s|how|hows|why|who|which|whose|any chance|any idea|is there|are there)\b/i.test(
    text.trim()
  )

/** Whether something in it is minded, or may be. */
export const isSour = (text: string): boolean => sour.test(text)

/** Whether it may be quoted to whoever wrote it. */
export const isKind = (text: string): boolean => {
  if (text.length > longest || sentences(text) > 2 || /^\p{Ll}/u.test(text)) return false
  if (isQuestion(text) || sour.test(text) || others.test(text) || sloppy.test(text)) return false
  return wish.test(text) || kind.test(text)
}
