/**
 * Whether a memory bears on what a message is about. What is near to the objective or the context may be spoken of, and so
 * may somebody's business and what they want of the brand; their private life only where it is near, and how they want to be
 * called, written to or dealt with never is a reason to write.
 */
import type { MemoryKind } from "@loopdrive/domain/PersonGraph"
import { isBookkeeping } from "../unsaid/Bookkeeping.ts"
import { fold, worded } from "../Worded.ts"

/** Words that say nothing about a subject. */
const empty = new Set(
  "about after again also announce before customer customers email from have here into just know let like make more need offer only our people please remind say send share tell than thank that their them then there these they this time want wants what when which will with would year your invite write message new news help some very been were does the and for you are was has had her his its our out who how why one two new now not all any can may she him get got see say use let too via per off own yes did but day way big old ask try".split(
    " "
  )
)

/** As much of a word as its inflections have in common: "bakery", "bakers" and "baker" are near. */
const stemOf = (word: string): string => word.replace(/(?:['’]s|s)$/, "").slice(0, 5)

export const stemsIn = (text: string): ReadonlyArray<string> =>
  (fold(text).match(/[a-z0-9][a-z0-9'’-]{2,}/g) ?? []).filter((word) => !empty.has(word)).map(stemOf)

/** What the eight objectives are about, where their names do not say it. */
const subjects: Readonly<Record<string, string>> = {
  nurture: "",
  winback: "returning",
  demo_book: "demo demonstration presentation trial meeting",
  upsell: "upgrade plan seats capacity bigger larger growing expand",
  cross_sell: "",
  onboard: "setup started onboarding signed joined",
  support: "problem issue question broken trouble",
  education: "learn course guide lesson training tutorial workshop"
}

/** The words of a value, however deep it is, without its keys. */
const valuesOf = (value: unknown, depth = 0): string => {
  if (typeof value === "string") return value
  if (typeof value !== "object" || value === null || depth > 4) return ""
  return Object.values(value)
    .map((member) => valuesOf(member, depth + 1))
    .join(" ")
}

export interface Subject {
  readonly stems: ReadonlySet<string>
  /** Those of what the caller gave, beyond the objective. */
  readonly given: ReadonlySet<string>
  /** Whether the caller said what it is about, beyond the name of an objective. */
  readonly isGiven: boolean
}

/** What a message is about. */
export const subjectOf = (objective: string, context: unknown, draft = ""): Subject => {
  const own = subjects[objective.trim().toLowerCase()] ?? objective.replaceAll(/[_-]+/g, " ")
  const given = `${valuesOf(context)} ${draft}`.slice(0, 4000)
  const stems = stemsIn(given)
  return { stems: new Set([...stemsIn(own), ...stems]), given: new Set(stems), isGiven: given.trim() !== "" }
}

/** Whether at least half of the words that mean something are what a message is about. */
export const sharesMost = (text: string, { stems }: Subject): boolean => {
  const own = new Set(stemsIn(text))
  const shared = [...own].filter((stem) => stems.has(stem)).length
  return shared > 0 && shared * 2 >= own.size
}

/** Whether what the message says is what a question was about: one word in common may be chance. */
export const answers = (question: string, { stems }: Subject): boolean =>
  new Set(stemsIn(question).filter((stem) => stems.has(stem))).size > 1

/** How much of what the caller gave a memory speaks of. */
export const sharedOf = (memory: string, { given }: Subject): number =>
  new Set(stemsIn(memory).filter((stem) => given.has(stem))).size

export const bears = (memory: string, { stems }: Subject): boolean => stemsIn(memory).some((stem) => stems.has(stem))

const home = worded(
  "sons?|daughters?|kids?|child|children|baby|babies|twins|toddlers?|teenagers?|wife|husband|spouse|boyfriend|girlfriend|fianc\\w+|mother|father|mum|mom|dad|parents?|(?:grand|step)\\w+|brothers?|sisters?|siblings?|aunts?|uncles?|cousins?|nephews?|nieces?|in-laws?|family of|famil(?:y|ies) (?:lives?|is|are|has)|(?:his|her|their|my) family|(?:has|have|with) (?:a|the) (?:\\w+ )?family|married|engaged to|wedding|honeymoon|anniversary|roommates?|neighbou?rs?",
  "birthdays?|born|turns? \\d+|turned \\d+|in (?:his|her|their) (?:\\w+ )?(?:twenties|thirties|forties|fifties|sixties|seventies)|elderly|retired|middle-aged|years old",
  "(?:blond|brown|red|grey|gray|dark|curly|long|short)[- ]?(?:haired|hair)|hair(?: colou?r)?|beard|tattoos?|glasses|tall|short-sighted|good-looking|handsome|beautiful|pretty|attractive|slim|skinny|shoe size|(?:dress|bra|clothing|waist) size|wears (?:size )?\\w+",
  "dogs?|cats?|pets?|pupp(?:y|ies)|drives? an?|on (?:holiday|vacation|leave)|away until|new in town|moving to|retir\\w+|changed jobs|new job|(?:weeks?|days|months?) in|trip to",
  "lives?|living in|moved (?:house|to|into|from|home)|relocat\\w+|home address|(?:his|her|their|my) (?:house|flat|apartment|home|address|garden|car)|lives? (?:with|near|alone|in)|street|goes to bed|gets up|sleeps?"
)

const relative =
  "(?:wife|husband|spouse|partner|boyfriend|girlfriend|sons?|daughters?|kids?|children|sisters?|brothers?|mother|father|mum|mom|dad|parents|family|cousins?|friends?|dogs?)"
const company = new RegExp(` (?:together )?with (?:his|her|their|my) (?:\\w+ )?${relative}\\b.*$`, "i")

/** Without those somebody does it with: "Wants to open a café with her sister" is about a café. */
export const withoutCompany = (memory: string): string => {
  const alone = memory.replace(company, "")
  return alone.split(/\s+/).length < 3 ? memory : alone
}

/** Family, age, looks, home: true, perhaps, and strange to read from a company. */
export const isPrivateLife = (memory: string): boolean => home.test(fold(memory))

const names = worded(
  "(?:first |last |full |real |maiden |family |sur|nick)?name(?:s|d)? (?:is|are|was|spelled|after)|nicknamed?|surname|(?:is|be|being|was|are|like[sd]? being) called(?! back| at| on| in| by phone| after| before| when)|called (?:mrs?|ms|miss|dr|prof)|goes by|call (?:him|her|them|me) (?!back|again|at|on|in|by|before|after|when|if|later|tomorrow|today|about)|pronounced|pronouns?|spell(?:s|ed|ing) (?:his|her|their|my|with)|address(?:ed)? (?:him|her|them|me)? ?(?:as|by)|by (?:her |his |their )?(?:first|last) name|first[- ]name (?:basis|terms)|mrs?|miss|ms"
)

const channels =
  "(?:e-?mails?|sms|texts?|text messages?|messages?|whats ?app|dms?|direct messages?|phone|phone calls?|calls?|post|letters?|telegram|signal|slack|linkedin|instagram|messenger|newsletters?|notifications?|mail)"

const contact = worded(
  `(?:prefers?|preferred|prefer(?:s|red)? to be|likes?|rather|wants?|best|only|easiest|reads?|replies|answers?|responds?|reacts?) (?:to be |being |for |to |us to |via |by |on |through |only |all |short |brief |long |concise |plain |written |by )*(?:contact(?:ed)?|reached|called|emailed|texted|messaged|written to|${channels})(?! (?:marketing|tool|software|automation|campaigns?|templates?|about (?!\\w+ing)))`,
  `${channels} (?:over|rather than|instead of|not|before|only|please)|(?:contact|reach|write to|message|text) (?:him|her|them|me)|asked (?:us )?(?:not )?to be (?:contacted|called|reached|emailed|texted|written to)|contact preference|preferred (?:channel|language|contact)|(?:replies|answers|responds|reads|opens) (?:in|at|on|only|to|quickly|fast|late|slowly|mostly|within)|no emoji|(?:formal|informal) (?:tone|address)|reply in|speaks (?:\\w+)(?: and \\w+)?$|language is`
)

/** What was seen of them, agreed with them or left open: a diary of ours. */
const diary = worded(
  "(?:clicked|opened|viewed|visited|browsed|scrolled|abandoned|unsubscribed|bounced|ignored|skipped|reads?|follows) (?:on )?(?:\\w+ ){0,3}(?:links?|e-?mails?|pages?|cart|basket|checkout|newsletters?|messages?|ads?|website|site|rules)|abandoned",
  "(?:spoke|talked|met|chatted|called|phoned|emailed|texted|wrote|was contacted|left a (?:message|voicemail))(?: (?:with|to|at|us|in|twice|once|again|about)\\b| \\d| *$|\\.)|told (?!us)\\w+(?: \\w+)? (?:that|about)|(?:was|were|been) (?:promised|offered|told|given|granted|called|contacted)|promised|threaten\\w*|forgot\\w*|needs? to be (?:convinced|persuaded|called)|(?:waiting for|needs?|pending) (?:\\w+ )?(?:approval|sign-?off)|has no time|no time|tight schedule|a lot of questions|(?:loves?|likes?|thinks?|finds?|adores?) (?:us|we)|website (?:is|needs|looks|could)|used to (?:work|be|live|have|own|run|buy|use)",
  "(?:asked|asks|requested|wants?|wanted|needs?|prefers?) (?:for |us for )?(?:an? |the |one |his |her |their )?(?:\\w+ )?(?:discount|rebate|credit note|refund of|free \\w+|invoices? (?!app|tool|software|module|templates?)|receipts?)|(?:prefers?|wants?) (?:\\w+ )?(?:deliver(?:y|ies)|pick-?up|payment|paying|to pay|to be invoiced)|(?:that|wants?|asked) (?:us )?(?:that )?(?:we|us to|to stop|not to) (?:include|send|writ|stop|messag|email|text|call|sending|writing|contact|include|show)\\w*|(?:every|each|all|our|fewer|less|shorter) (?:messages?|e-?mails?|texts?)|in (?:german|english|french|spanish|italian|portuguese|dutch)$"
)

/** How somebody wants to be called or written to, and what only their business with us is: to be heeded, not to be told. */
export const isManner = (memory: string): boolean => {
  const folded = fold(memory)
  return names.test(folded) || contact.test(folded) || diary.test(folded) || isBookkeeping(folded)
}

const dislike = worded(
  "hates?|hated|dislikes?|disliked|detests?|loathes?|despises?|can['’]?t stand|cannot stand|fed up|sick of|tired of|never (?:buys?|eats?|uses?|wants?|drinks?|again)|(?:does not|doesn['’]?t|do not|don['’]?t|did not|didn['’]?t) (?:like|want|need|eat|drink|buy|use|care|trust|believe)|not interested|not (?:a fan|keen|happy|convinced)|no interest|refus\\w+|avoids?|ignores?|boycott\\w*|distrusts?|disregards?|afraid of|scared of|worried"
)

const leaving = worded(
  "(?:leav(?:e|es|ing)|left|quit(?:s|ting)?|drop(?:s|ped|ping)?) us|(?:thinking|talks?|talked|considering|threatened|plans?|planning|about) (?:about |of |to )?(?:leav\\w+|quit\\w*|switch\\w*|going elsewhere)|switch(?:ed|ing)? to|moving to (?:a|another) (?:competitor|provider|supplier)|going with|went with|chose (?:a|another) competitor|competitors?|objection|compar\\w+ us|(?:other|another|alternative) (?:suppliers?|providers?|vendors?|offers?)|alternatives? to us"
)

const complaint = worded(
  "complain\\w*|unhappy|dissatisf\\w+|disappoint\\w+|frustrat\\w+|annoy\\w+|angry|upset|furious|irritated|broken|broke down|does(?: not|n['’]?t) work|did(?: not|n['’]?t) work|do(?:n['’]?t| not) work|stopped working|not working|crash\\w*|bugs?|buggy|errors?|too (?:late|slow|long|hard|complicated|difficult|small|high|expensive|much|dear|big)|is slow|overpriced|expensive|should be (?:\\w+er|more|less|better)|missing|lost (?:parcel|order|package)|breaks down|(?:was|were|came|arrived|is) (?:\\w+ ){0,3}(?:late|delayed|damaged|wrong|missing|cold|stale|burnt|rude)|bad (?:experience|service|quality)|poor (?:service|quality)|terrible|awful|horrible|worst|waste of|never (?:arrived|came|got|received)|hard to follow|problems? with|trouble with|still waiting|nightmare|returned (?!to\\b|from\\b|for\\b|as\\b|home\\b|in\\b|after\\b|us\\b|our\\b|customer)|sent (?:it|them) back"
)

/** How somebody minds something: a dislike is left alone, a complaint is for a message that cares about it. */
export const sournessOf = (memory: string): "leaving" | "dislike" | "complaint" | undefined => {
  const folded = fold(memory)
  if (leaving.test(folded)) return "leaving"
  return dislike.test(folded) ? "dislike" : complaint.test(folded) ? "complaint" : undefined
}

const business = worded(
  "runs?|owns?|owner|founder|founded|manages?|manager|leads?|works?|working|sells?|makes?|bakes?|brews?|builds?|designs?|develops?|teaches|teacher|trains|hires?|hiring|employs?|head of|ceo|cto|cfo|coo|director|freelanc\\w+|self-employed|company|business|shop|store|team|staff|startup|agency|studio|salon|office|restaurants?|hotel|cafe|bakery|clinic|school|farm|warehouse|branch(?:es)?|clients|customers?|members?|suppliers?|subscri\\w+|plan|seats?|trial|demo|quote|price|prices|budget|order(?:s|ed)?|bought|buys?|purchased|returned|booked|booking|tried|uses?|using|downloaded|attended|visited|signed up|joined|asked|asks|wants?|needs?|looking for|looks for|interested|considering|compar\\w+|plans? to|planning|hopes? to|would like|wishes|requested|expanding|opening|launching|switching from|invoice|delivery|deliver\\w*|since \\d{4}|collects?|volunteers?"
)

/** Whether it is about somebody's work, or about what they want of the brand or had of it. */
export const isBusiness = (kind: MemoryKind, memory: string): boolean =>
  kind === "intent" || kind === "objection" || kind === "message" || business.test(fold(memory))
