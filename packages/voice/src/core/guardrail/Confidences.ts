/**
 * What is private about a person because of who it is said of: when they were born, where they live, their papers and
 * their health. Read in the text as it stands, where a name has its capital.
 */
import type { Finding } from "../Check.ts"
import { sentencesOf } from "../text/Sentences.ts"

export type Confidence = "birth date" | "address" | "document" | "health"

const name = String.raw`\p{Lu}[\p{Ll}'’-]+(?:\s(?:van|von|de|da|der|el|al|bin))?`
const title = String.raw`(?:Mr|Mrs|Ms|Miss|Dr|Herr|Frau)\.?\s`
const tie =
  "client|customer|patient|member|neighbou?r|colleague|employee|user|friend|boss|daughter|son|wife|husband|guest|reader|tenant|teacher|student|subscriber|ex|sister|brother|mother|father"
/** Somebody else, by name or by who they are to us. Not the reader, and not the brand. */
const somebody = String.raw`(?:${title}${name}(?:\s${name})?|(?:[Oo]ur|[Yy]our|[Mm]y|[Tt]he|[Aa])\s(?:\w{1,20}\s)?(?:${tie})s?,?(?:\s${name}){0,2}|${name}(?:\s${name}){0,2}|[Hh]e|[Ss]he|[Hh]is|[Hh]er)`
const month =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
const day = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month})\.?,? (?:of )?(?:19|20)\d\d|(?:${month})\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)`

const births = new RegExp(
  String.raw`(?:\b(?:was born|born|birth ?dates?|dates? of birth|d\.?o\.?b\.?|birthdays?|geboren)\b[^.!?\n\d]{0,30}${day}|${day}[^.!?\n]{0,12}\b(?:is (?:his|her|their) (?:birthday|date of birth)))`,
  "giu"
)

const road = String.raw`(?:[Ss]treet|[Ss]t|[Aa]venue|[Aa]ve|[Rr]oad|[Rr]d|[Ll]ane|[Ll]n|[Dd]rive|[Dd]r|[Bb]oulevard|[Bb]lvd|[Ww]ay|[Cc]ourt|[Ss]quare|[Pp]lace|[Tt]errace|[Cc]rescent|[Cc]lose|[Gg]ardens|[Gg]rove|[Rr]ow|[Hh]ill|[Pp]arkway|[Hh]ighway)`
const number = String.raw`\d{1,5}[a-zA-Z]?`
const street = String.raw`(?:${number},?\s(?:\p{Lu}[\p{L}'.-]*\s){1,3}${road}\b|\b\p{Lu}\p{L}*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse)\s${number}|\b(?:[Rr]ue|[Aa]venue|[Cc]alle|[Vv]ia|[Rr]ua|[Pp]iazza|[Pp]laza)\s(?:(?:de|du|des|della|la|dos|da|del)\s)*\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?,?\s${number}|${number},?\s(?:rue|avenue|boulevard)\s[\p{L}' -]{3,30})`
const living = String.raw`(?:lives?|living|resides?|resident|home address|private address|home is|house is|address is|address:|moved to|stays?|sleeps?|can be found|[Ss]end (?:\w+ ){0,3}to|[Vv]isit|[Ww]rite to|[Dd]eliver(?:ed)? to|ship(?:ped)? to)`
const homes = new RegExp(
  String.raw`${living}[^.!?\n]{0,40}?(${street})|(?:${title}${name}(?:\s${name})?|${name}\s${name})(?:,|\sof|\sat)\s(${street})`,
  "gu"
)

const business =
  /\b(?:our|us|we|shop|store|showroom|office|studio|gallery|museum|hall|church|school|restaurant|cafe|library|theatre|theater|branch|clinic|warehouse|bakery|market|centre|center)\b/i

const papers =
  /\b(?:passport|national insurance|national id(?:entity)?|identity card|id card|driv(?:er'?s?|ing) licen[cs]e|tax(?:payer)? (?:id|identification|file)|personal(?:ausweis)?|medicare|medical record|nhs|social insurance|sin|residence permit|visa|aadhaar|pan|cpf|cnpj|rut|curp|dni|nie|nif|nino|bsn|pesel|codice fiscale|steuer-?id|insee|svnr|ahv|licen[cs]e plate|student id|employee id|health insurance|insurance|patient)(?: card)?(?: (?:number|no|nr|id))?\.?(?:\s(?:is|of [\p{L} .]{2,30}(?: is)?|for [\p{L} .]{2,30}(?: is)?))?\s?[:#]?\s((?=[\p{L}\d ./-]*\d[\p{L}\d ./-]*\d[\p{L}\d ./-]*\d)[\p{Lu}\d][\p{Lu}\d./-]*(?:\s[\p{Lu}\d./-]*\d[\p{Lu}\d./-]*|\s\p{Lu}(?![\p{L}]))*)/giu

const ill =
  "HIV|AIDS|cancer|diabetes|diabetic|depression|depressed|bipolar|schizophreni\\w+|anorexi\\w+|bulimi\\w+|epilep\\w+|herpes|chlamydia|syphilis|hepatitis|dementia|alzheimer'?s|parkinson'?s|autis\\w+|adhd|leuk(?:a)?emia|tumou?r|multiple sclerosis|tuberculosis|stroke|heart attack|miscarriage|an? abortion|infertil\\w*|an? STD|STI|addict\\w*|alcoholic|alcoholism|suicidal|pregnant|PTSD|burnout|erectile dysfunction|crohn'?s|a disability|psychosis|panic attacks|an? (?:mental|eating) (?:illness|disorder)"
const treated =
  "antidepressants?|insulin|chemo\\w*|methadone|lithium|antipsychotics?|viagra|HIV (?:medication|drugs|meds)|PrEP|sleeping pills|anti-anxiety \\w+|xanax|prozac|hormones"
/** An occasion is nobody's illness: Breast Cancer Awareness Month. */
const campaign = String.raw`(?!\s(?:awareness|prevention|action|research\w*|charit\w*|foundation|society|fund\w*|month|week|day)\b)`
const health = new RegExp(
  String.raw`(?<![\p{L}])${somebody}\b[^.!?\n]{0,30}?\b(?:(?:has|have|had|got|is|was|who has|is being treated for|was treated for|suffers? from|suffering from|lives with|living with|diagnosed with|tested positive for|recovering from|battl\w+|struggl\w+ with|fighting|is an?|her|his)\s(?:\w{1,20}\s){0,3}?(?:${ill})\b${campaign}|(?:takes?|is on|was prescribed|needs|uses|prescribed|depends on)\s(?:\w{1,20}\s)?(?:${treated})\b|(?:had|is having|needs|went through)\s(?:an?\s)?(?:abortion|miscarriage|mastectomy|vasectomy|hysterectomy|rehab|IVF|breast surgery))`,
  "giu"
)
/** A finding or a relapse of somebody's, or what is kept of somebody who is treated. */
const findings = new RegExp(
  String.raw`(?:\bwhose|\bhis|\bher|${name}['’]s)\s(?:${ill}|pregnancy)\s(?:tests?|results?|scans?|diagnosis|treatment|therapy|screening)\b|@[\p{L}\p{N}_.]{2,40}\b[^.!?\n]{0,40}\b(?:in(?:to)? rehab|relaps\w+|(?:is|was) in (?:a|the) (?:clinic|psych\w*|detox)|detox|(?:has|got|beat|survived|diagnosed with) (?:${ill}))\b|\b(?:[Oo]ther|[Aa]nother|[Ff]ellow|[Oo]ur|[Aa]|[Tt]he)\s(?:\w{1,20}\s)?patients?,?\s${name}\s${name}`,
  "gu"
)
/** Without one of these nobody's health is spoken of. */
const bodily = new RegExp(
  String.raw`\b(?:${ill}|${treated}|abortion|miscarriage|mastectomy|vasectomy|hysterectomy|rehab|IVF|breast surgery)`,
  "iu"
)
/** Said of oneself, of nobody, of an occasion: no secret of somebody's. */
const nobodys =
  /\b(?:you(?! know)|your|if|when|whether|anyone|everyone|people|somebody|someone|whoever|living with|charity|foundation|research|month|week|day|novel|film|story of|book|every|each|one in|many|our (?:customers|members|clients|guests|readers|patients) (?:with|have)|dogs?|cats?|puppy)\b/i
const isNamed = new RegExp(
  String.raw`${title}${name}|\b(?:he|she|his|her)\b|\b(?:${tie})\b|(?:^|[^.!?]\s)${name}\s${name}|${name}['’]s\b|^\W*${name}(?:\s${name})*\s(?:has|had|is|was|takes|suffers|needs)|\b(?:that|about|with|know|Did you know)\s${name}`,
  "iu"
)
const opening =
  /^(?:If|When|Whether|Anyone|Everyone|People|Many|Our (?:clinic|pharmacy|doctors)|This|That|It|The (?:clinic|drug|course|book|film)|There|Nobody|Every|Each|Who|What|Why|How|Living|Today|World|Depression|Diabetes|Cancer)\b/

export interface ConfidenceFinding extends Finding {
  readonly label: Confidence
}

/** Everything of that kind; `text` as it stands. */
export const confidencesIn = (text: string): ReadonlyArray<ConfidenceFinding> => {
  const found = (label: Confidence, start: number, whole: string): ConfidenceFinding => ({
    start,
    end: start + whole.length,
    label,
    replacement: `[${label} removed]`
  })
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    const read = sentence.slice(0, 600)
    const hits: Array<ConfidenceFinding> = []
    if (/\d/.test(read)) {
      for (const match of read.matchAll(births)) hits.push(found("birth date", start + match.index, match[0]))
      for (const match of read.matchAll(homes)) {
        const where = String(match[1] ?? match[2])
        // A place of business is meant to be found.
        if (business.test(match[0])) continue
        hits.push(found("address", start + match.index + match[0].indexOf(where), where))
      }
      for (const match of read.matchAll(papers)) {
        const value = String(match[1])
        // "Your insurance renews on 15 January": a word is no number of a paper.
        if (/^\p{Ll}+(?:\s|$)/u.test(value)) continue
        hits.push(found("document", start + match.index + match[0].lastIndexOf(value), value))
      }
    }
    for (const match of read.matchAll(findings)) hits.push(found("health", start + match.index, match[0]))
    if (bodily.test(read) && !opening.test(read) && isNamed.test(read))
      for (const match of read.matchAll(health))
        if (!nobodys.test(match[0]) || /^\W*your\s(?:neighbou?r|colleague|boss|ex|friend)/i.test(match[0]))
          hits.push(found("health", start + match.index, match[0]))
    return hits
  })
}
