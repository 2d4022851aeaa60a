/**
 * From when until when something is open, as sources write it in full hours: 10-14 h, 10–14 Uhr, open 9 to 5, Saturdays 10-14.
 * Without a mark behind the hours a word before them must tell that they are no numbers of anything else.
 */

const hours = "(\\d{1,2})\\s?(?:-|–|—|to|till|until|bis|à|a|tot)\\s?(\\d{1,2})"
const lead =
  "\\b(?:open(?:s|ed|ing)?(?: hours)?|hours|daily|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|weekdays?|weekends?|geöffnet|täglich|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|ouvert|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|abierto)[:,]?\\s(?:(?:from|between|von|de|das)\\s)?"
/** Two to three hours may be long, too. */
const lasting = "\\b(?:takes?|lasts?|for|in|within|about|dauert|etwa|rund|dure|dura)\\s"
const marked = new RegExp(`(?<!${lasting})(?<![\\p{N}.,:/-])${hours}\\s?(?:h|Uhr|uur|heures)(?![\\p{L}\\p{N}])`, "giu")
const told = new RegExp(
  `${lead}${hours}(?![\\p{N}:.,/%-]*\\p{N}|\\s?(?:%|percent|[ap]\\.?m|\\p{Sc}|h\\b|hours?|days?|weeks?|months?|years?|minutes?|nights?|people|guests|seats|euros?|dollars?|of\\b))`,
  "giu"
)

/** Minutes since midnight. Past noon is 14; of 9 to 5 the second is, and of 2 to 5 both may be. */
const minutesOf = (from: number, until: number): ReadonlyArray<number> => {
  if (from > 24 || until > 24 || from === until) return []
  const [first, last] = [from * 60, until * 60]
  if (until > 12) return [first, last % 1440]
  return until < from ? [first, last + 720] : [first, last, (first + 720) % 1440, (last + 720) % 1440]
}

export const openingTimesIn = (text: string): ReadonlyArray<number> =>
  [marked, told].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(([, from, until]) => minutesOf(Number(from), Number(until)))
  )
