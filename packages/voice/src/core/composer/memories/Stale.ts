/** Whether a note tells of a plan or a wish whose time has passed: true when it was written, and odd to read now. */

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
const dated = new RegExp(`\\b(?:${month}\\.?,? )?(20\\d\\d)\\b`, "gi")
/** "may" is a month only behind a word that says so. */
const monthly = new RegExp(
  `\\b(?:in|by|until|till|before|from|this|end of|early|late|mid|\\d{1,2}(?:st|nd|rd|th)?) ${month}\\b`,
  "i"
)
const plan =
  /\b(?:plan(?:s|ned|ning)?|wants?|wanted|wish(?:es|ed)?|hop(?:es|ed|ing)|going|intend(?:s|ed)?|would like|looking|looks|needs?|needed|asked|asks|requested|opening|moving|launch(?:es|ing)|starts?|starting|considering|visiting|book(?:s|ing)|expects?|expecting|ends?|expires?|renews?|due|rent|will)\b/i
const soon = /\b(?:tomorrow|tonight|next (?:week|month)|this (?:week|weekend|month)|coming (?:week|weekend|month))\b/i

const day = 86_400_000
/** How long what is near stays near. */
const soonMost = 10 * day

const endOf = (year: number, index: number): number => Date.UTC(year, index + 1, 1)

/** `createdAt` and `now` in milliseconds since the epoch. */
export const isStale = (note: string, createdAt: number, now: number): boolean => {
  if (!plan.test(note)) return false
  const told = note.replace(/\bsince [^,;.]*/gi, "")
  const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase())
  const ends = told
    .matchAll(dated)
    .map(([, name, year]) => endOf(Number(year), name === undefined ? 11 : monthOf(name)))
    .toArray()
  if (ends.length > 0) return Math.max(...ends) <= now
  if (soon.test(told)) return now - createdAt > soonMost
  const name = monthly.exec(told)?.[1]
  if (name === undefined) return false
  const written = new Date(createdAt)
  const index = monthOf(name)
  const year = written.getUTCFullYear() + (index < written.getUTCMonth() ? 1 : 0)
  return endOf(year, index) <= now
}
