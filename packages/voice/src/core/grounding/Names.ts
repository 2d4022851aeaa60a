/** Names in English text: capitalised words where the grammar asks for none. */

const common = new Set(
  `i i'm i'd i'll i've a an the and or but so if as at by for from in into of on onto to up with without over under about after before between during until while since than then
  you your yours we our ours us he she it its they their them his her my me mine this that these those there here who whom whose which what when where why how
  is are was were be been being am do does did done have has had will would can could shall should may might must let let's not no yes ok okay please thank thanks
  hi hello hey dear good greetings welcome best kind warm warmly regards wishes cheers sincerely yours truly take talk soon all see happy ps p.s re fwd
  just only also now new more most some any each every both few many much one two three first last next own same other another such too very well once again
  come back get give go have help hear join keep know like look make meet need open pick read reply save say send share shop show start stop tell think try use visit want work
  we're we'd we'll we've you're you'd you'll you've it's it'd it'll that's there's here's don't can't won't isn't aren't let's
  mr mrs ms mx miss dr prof sir madam
  american asian austrian belgian british chinese danish dutch english european french german greek indian irish italian japanese korean mexican portuguese scottish spanish swedish swiss thai turkish vietnamese
  team customer customers monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/)
)

/** Acronyms of everyday trade, which name nobody. */
const acronyms = new Set(
  "AI AM AOB API APP ASAP B2B B2C BBQ BOGO CEO CFO CIO CMO COO CPO CRM CSV CTA CTO CV DIY DM DMS EOD ERP ETA EU FAQ FAQS FYI GPS HQ HR HTML ID IT JSON KPI NB NFC OK OOO PC PDF PDFS PM PR PS Q&A QR RFP ROI RSVP SDK SEO SLA SMB SMBS SMS SMTP SSO TBA TBC TBD TV UI UK UPS URL US USA USB UX VAT VIP VIPS VPN WIFI XL".split(
    " "
  )
)

/** A word with a capital, or with letters and digits. */
export const capital =
  /(?<![\p{L}\p{N}@#/._-])(?:\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’&.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[\p{L}]+\p{N}[\p{L}\p{N}-]*)/gu

const bare = (word: string): string => word.replace(/['’]s$/u, "")

/** Words of a source or a name, in lower case, without possessive endings; compounds also in their parts. */
export const wordsOf = (text: string): ReadonlyArray<string> =>
  (text.match(/[\p{L}\p{M}\p{N}]+(?:['’&.-][\p{L}\p{M}\p{N}]+)*/gu) ?? []).flatMap((word) => {
    const plain = bare(word).toLowerCase().replaceAll("’", "'")
    const parts = plain.split(/['&.-]/)
    return parts.length > 1 ? [plain, ...parts] : [plain]
  })

const title = /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St)\.\s+$/

/** Whether nothing but the beginning of a sentence asks for the capital at `at`. The dot of a title ends none. */
const begins = (text: string, at: number): boolean =>
  !title.test(text.slice(Math.max(0, at - 12), at)) &&
  /(?:^|[.!?…:;•)\]]\s+|\n\s*|["“‘'(*>-]\s*|\p{Extended_Pictographic}\s*)$/u.test(text.slice(Math.max(0, at - 12), at))

/** After a name at the beginning of a sentence: what somebody does. */
const acting =
  /^(?:['’]s\b|\s+(?:says?|said|loves?|loved|recommends?|recommended|uses?|used|told|thinks?|thought|called|wrote|writes|asked|reports?|agrees?|agreed|joined|switched|saved)\b)/u

const isTitled = (line: string): boolean => {
  const words = line.match(/\p{L}[\p{L}'’-]*/gu)?.filter((word) => word.length > 3) ?? []
  return (
    !line.includes(",") &&
    words.length >= 3 &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length >= 0.8
  )
}

const isName = (word: string): boolean => {
  const plain = bare(word)
  if (common.has(plain.toLowerCase().replaceAll("’", "'"))) return false
  return !acronyms.has(plain.toUpperCase()) || plain !== plain.toUpperCase()
}

/** Each name as it stands, neighbours joined. A line in title case names nobody for sure, so it is passed over. */
export const namesIn = (text: string): ReadonlyArray<string> =>
  text.split("\n").flatMap((line) => {
    if (isTitled(line)) return []
    const found: Array<{ readonly start: number; end: number }> = []
    for (const match of line.matchAll(capital)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!isName(match[0])) continue
      const next = line.slice(end)
      const nextIsName = /^\s\p{Lu}/u.test(next) && isName(/^\s([\p{L}\p{N}'’-]+)/u.exec(next)?.[1] ?? "")
      const inner = match[0].slice(1)
      const plainStart = begins(line, start) && !nextIsName && !acting.test(next) && !/[\p{Lu}\p{N}]/u.test(inner)
      if (plainStart) continue
      const last = found.at(-1)
      if (last !== undefined && /^[ ]$/.test(line.slice(last.end, start))) last.end = end
      else found.push({ start, end })
    }
    return found.map(({ end, start }) => bare(line.slice(start, end)))
  })
