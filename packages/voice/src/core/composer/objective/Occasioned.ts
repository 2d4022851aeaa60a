/**
 * Objectives that are not read aloud: "remind of the unpaid invoice" becomes "Your invoice 2231 for €340 is still open",
 * with what the caller knows of it. Behind them come the orders of `Stated`.
 */
import { factOf } from "../record/Told.ts"
import type { Fact } from "../record/Told.ts"
import { dayOf, spanOf } from "../record/Offers.ts"
import type { Kind } from "../phrases/Statements.ts"
import { capital } from "../../text/Sentences.ts"
import { statedIn } from "./Stated.ts"
import { stateIn } from "./States.ts"

export interface Stated {
  readonly text: string
  /** What goes with it. */
  readonly kind: Kind | undefined
  /** The keys of the context that it says. */
  readonly uses: ReadonlyArray<string>
}

const kinds: ReadonlyArray<readonly [RegExp, Kind]> = [
  [/^invite\b(?!.*\b(?:leave|write|give|post|share)\b)/, "invitation"],
  [/\b(?:reviews?|ratings?|testimonials?)\b/, "review"],
  [/\bfeedback\b|\bopinion\b/, "feedback"],
  [/\binvoices?\b/, "invoice"],
  [/\b(?:cart|basket|checkout)\b/, "cart"],
  [
    /^(?:remind|reminder).*\b(?:appointment|booking|reservation|visit|check-?up|lesson|session|class|course|webinar|event|workshop|party|concert|tasting|meeting|demo|call|training)\b/,
    "appointment"
  ],
  [/^remind|\breminder\b|^renew\b/, "reminder"],
  [/^(?:congratulate|wish)\b/, "congratulation"],
  [/^(?:thank|say thank)/, "thanks"],
  [/^(?:say sorry|apologi[sz]e)/, "apology"],
  [/^follow/, "followUp"],
  [/^(?:book|reserve|schedule)\b/, "booking"],
  [/^(?:announce|tell|say|inform|mention|share|explain|let|present|introduce)\b/, "news"],
  [/^(?:promote|advertise|sell|pitch|recommend|offer|send)\b|\d+ ?%|\bsale\b|\boff\b/, "offer"]
]

const amountKey = /^(?:(?:invoice|open|outstanding) )?(?:amount|total|sum|price)(?: due)?$/
const dateKey = /^(?:(?:appointment|booking|event|visit|trial|start|end|webinar) )?(?:date|day|when|date ?time)$/
const timeKey = /^(?:(?:appointment|booking|event|visit|start) )?time$/
const thingKey = /^(?:product|item)(?: name)?$/

const events =
  "demo|webinar|event|tasting|workshop|class|course|lesson|tour|stay|session|trial|concert|training|visit|show|dinner|lunch|treatment"

type Say = (found: RegExpExecArray, fact: (key: RegExp) => Fact | undefined) => Omit<Stated, "kind"> | undefined

const one = (text: string, ...uses: ReadonlyArray<Fact | undefined>): Omit<Stated, "kind"> => ({
  text,
  uses: uses.flatMap((fact) => (fact === undefined ? [] : [fact.name]))
})

const owned = (thing: string): string =>
  thing
    .replace(/^(?:his|her|their|my) /i, "your ")
    .replace(
      /^(?:the|an?) (?=(?:next |last |first |upcoming |recent )?(?:appointment|booking|reservation|order|visit|trial|subscription|purchase|stay|delivery|check-?up|lesson|treatment|cart|basket|renewal)\b)/i,
      "your "
    )
    .replace(/^the (?=(?:last|next|recent) )/i, "your ")

const whenOf = (fact: (key: RegExp) => Fact | undefined) => {
  const [date, time] = [fact(dateKey), fact(timeKey)]
  const span = date === undefined ? undefined : spanOf(date.text)
  if (date === undefined || (span !== "on" && span !== "loose")) return undefined
  return { said: `${dayOf(date.text)}${time === undefined ? "" : ` at ${time.text}`}`, date, time }
}

const sayings: ReadonlyArray<readonly [RegExp, Say]> = [
  [
    /\b(?:unpaid|open|overdue|outstanding|due|late)\b.*\binvoices?\b|^invoice (?:reminder|due|overdue)/i,
    (_, fact) => {
      const [number, amount] = [fact(/^invoice(?: (?:number|no|nr|reference))?$/), fact(amountKey)]
      const which = number === undefined ? "" : ` ${number.text}`
      const over = amount === undefined ? "" : ` for ${amount.text}`
      return one(`Your invoice${which}${over} is still open.`, number, amount)
    }
  ],
  [
    /\b(?:abandoned|forgotten|left|full|waiting|open)\b.* (?:cart|basket)\b|\b(?:cart|basket) (?:reminder|recovery|abandoned)\b/i,
    (_, fact) => {
      const thing = fact(thingKey)
      if (thing === undefined) return one("Your cart is still waiting for you.")
      const named =
        /^(?:the|our|an?|your) /i.test(thing.text) || /^\p{Lu}/u.test(thing.text) ? thing.text : `the ${thing.text}`
      return one(`${capital(named)} ${/s$| and /.test(thing.text) ? "are" : "is"} still in your cart.`, thing)
    }
  ],
  [
    new RegExp(
      `^follow(?:ing)?[ -]?up (?:after|on|about|with \\w+ (?:after|on|about)) (?:(?:the|an?|his|her|their|our) )?((?:\\w+ ){0,2}(?:${events}))\\b(.*)$`,
      "i"
    ),
    ([, thing = "", more = ""]) => one(`How did you find the ${thing}${more}?`)
  ],
  [
    /^follow(?:ing)?[ -]?up (?:after|on) (?:(?:the|an?|his|her|their|our) )?((?:\w+ )?(?:call|meeting|chat|talk|conversation))\b(.*)$/i,
    ([, thing = "", more = ""]) => one(`Thank you for the ${thing}${more}.`)
  ],
  [
    /^(?:(?:ask|request|get)\b|invite\b(?=.*\b(?:leave|write|give|post|share)\b)).*?\b(?:review|rating|testimonial)s?(?: (?:of|for|about|on) (.+))?$/i,
    ([, of]) =>
      one(of === undefined ? "A short review would help us." : `A short review of ${owned(of)} would help us.`)
  ],
  [/^congratulat\w*\b.*\bbirthday$|^wish\b.*\bhappy birthday$/i, () => one("Congratulations on your birthday!")],
  [
    /^announce (?:our |the )?(new|changed|longer|winter|summer|holiday) opening (hours|times)$/i,
    ([, kind = "", what = ""]) => one(`We have ${kind.toLowerCase()} opening ${what}.`)
  ],
  [
    /^remind(?: (?:them|people|customers|him|her|you|everyone))? (?:of|about) (?:(?:the|his|her|their|an?|your) )?(.+)$/i,
    ([whole, bare = ""], fact) => {
      const thing = owned(whole.replace(/^.*? (?:of|about) /i, ""))
      const when = whenOf(fact)
      if (when === undefined || spanOf(bare) !== undefined)
        return thing.startsWith("your ") ? one(`This is a reminder of ${thing}.`) : undefined
      return one(`${capital(thing)} is ${when.said}.`, when.date, when.time)
    }
  ],
  [
    /^renew (?:the|his|her|their|your|an?) (.+)$/i,
    ([, thing = ""], fact) => {
      const when = whenOf(fact)
      return when === undefined
        ? undefined
        : one(`Your ${thing} is due for renewal ${when.said}.`, when.date, when.time)
    }
  ],
  [
    /^((?:book|reserve|schedule) (?:an?|the|your|another|two|three) .+)$/i,
    ([, wish = ""]) => one(`Would you like to ${wish.slice(0, 1).toLowerCase()}${wish.slice(1)}?`)
  ],
  [
    /^send(?: (?:them|him|her|you))? (?:the|an?|our) ((?:quote|offer|price|estimate)\b.*)$/i,
    ([, what = ""], fact) => {
      const price = fact(/^(?:price|amount|total)$/)
      return price === undefined ? undefined : one(`The ${what} is ${price.text}.`, price)
    }
  ]
]

const open = /\b(?:ends?|starts?|begins?|expires?|renews?|opens?|reopens?|closes?|arrives?|is due|takes place)\.$/i

/** With the day that the caller knows, where the sentence is open for it. */
const dated = (text: string, fact: (key: RegExp) => Fact | undefined): Omit<Stated, "kind"> => {
  const own = text.replace(
    /^The (?=(?:free )?(?:trial|subscription|membership|plan|order|contract|warranty)\b)/,
    "Your "
  )
  const when = open.test(own) ? whenOf(fact) : undefined
  return when === undefined ? one(own) : one(`${own.replace(/\.$/, "")} ${when.said}.`, when.date, when.time)
}

/** A second order behind the first: "apologise for the delay and offer a free coffee". */
const second =
  /^(.+?),? and (?=(?:offer|give|invite|ask|tell|announce|let|remind|thank|wish|apologi[sz]e|recommend|promote) )(.+)$/i

/** What both of them say; an offer that the caller gave is said anyway. */
const both = (objective: string, context: unknown): string | undefined => {
  const [, before, other = ""] = second.exec(objective.trim().replace(/[.!]+$/, "")) ?? []
  if (before === undefined) return undefined
  const isGiven =
    /^(?:offer|give) /i.test(other) && factOf(context, /offer|discount|gift|voucher|deal|promo/) !== undefined
  const [first, then] = [statedIn(before), isGiven ? undefined : statedIn(other)]
  return first === undefined ? undefined : [first, then].filter((text) => text !== undefined).join(" ")
}

const isBad =
  /\b(?:cancel\w*|postpon\w*|delay\w*|sold out|(?:is|are|be|stays?|remains?) closed|not available|unavailable|unable|cannot|can't)\b/i

const sorry = (said: Stated): Stated =>
  said.kind !== "badNews" || /\b(?:sorry|apolog)/i.test(said.text)
    ? said
    : { ...said, text: `${said.text} We are sorry about that.` }

/** What an objective in whole words asks to be said, or undefined where it is a name or nothing that we know. */
export const occasionedIn = (objective: string, context: unknown): Stated | undefined => {
  const text = objective
    .replace(/[\s_]+/g, " ")
    .trim()
    .replace(/^please /i, "")
    .replace(/[.!]+$/, "")
  const fact = (key: RegExp): Fact | undefined => factOf(context, key)
  const happened = stateIn(objective, fact)
  if (happened !== undefined) return sorry({ ...happened, kind: isBad.test(happened.text) ? "badNews" : "news" })
  const kind = kinds.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1]
  if (text.includes(" ") && text.length <= 200)
    for (const [pattern, say] of sayings) {
      const found = pattern.exec(text)
      const said = found === null ? undefined : say(found, fact)
      if (said !== undefined && !/\b(?:he|she|him)\b/i.test(said.text)) return { ...said, kind }
    }
  const stated = both(objective, context) ?? statedIn(objective)
  if (stated === undefined) return undefined
  return sorry({ ...dated(stated, fact), kind: kind === "news" && isBad.test(stated) ? "badNews" : kind })
}
