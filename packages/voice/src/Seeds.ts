/** What a brand begins with: a voice, and words for each objective on email, SMS and social direct messages. */
import type { BrandVoice, SnippetUsage } from "@loopdrive/domain/Voice"
import { defaultVoice } from "./core/BrandVoice.ts"
import { general } from "./core/composer/objective/Purpose.ts"

interface Seed {
  readonly channel: "email" | "sms" | "dm"
  readonly objective: string
  readonly usage: SnippetUsage
  readonly snippet: string
}

/** A voice to begin with. The default brand has no name of its own yet; it signs as a team. */
export const voiceOf = (name: string): BrandVoice => ({
  ...defaultVoice,
  contact: { ...defaultVoice.contact, ...(name === "Default" ? {} : { name }) }
})

/** By objective: a subject, an opening and a call to action for email; a call to action for SMS and for DMs. */
const words: Readonly<
  Record<string, readonly [subject: string, opening: string, email: string, sms: string, dm: string]>
> = {
  nurture: [
    "A thought for you",
    "We wanted to hear how you are getting on.",
    "If anything would be of use to you, we are happy to send it.",
    "Is there anything we can send you?",
    "Anything we can send over?"
  ],
  winback: [
    "It has been a while",
    "It has been a while, and we would like to know how you are doing.",
    "If now is a good time, just reply and we will take it from there.",
    "Reply, and we will make a fresh start easy.",
    "Shall we catch up?"
  ],
  demo_book: [
    "Shall we show you how it works?",
    "It is easier to show than to describe, so we would like to offer you a short demo.",
    "Which day suits you for a short look at it?",
    "Which day suits you for a short demo?",
    "Got time for a quick demo this week?"
  ],
  upsell: [
    "Something for you",
    "We have something that may suit you.",
    "Shall we tell you more?",
    "Shall we tell you more?",
    "Would you like to hear more?"
  ],
  cross_sell: [
    "One more idea for you",
    "We have one more idea for you.",
    "Would you like to know more?",
    "Would you like to know more?",
    "Curious to hear more?"
  ],
  onboard: [
    "Your first steps",
    "Welcome. We would like to make the start easy for you.",
    "Reply if you get stuck and a person will help you.",
    "Stuck? Reply and a person will help.",
    "Stuck anywhere? Just write back."
  ],
  support: [
    "How can we help?",
    "We wanted to check that everything works the way you need it to.",
    "Is anything still open? Just reply, and a person will help you.",
    "Anything still open? Just reply.",
    "Anything still open? Just write back."
  ],
  education: [
    "Something worth knowing",
    "We like to pass on what we learn.",
    "What would you like to know more about?",
    "What would you like to know more about?",
    "What would you like to know more about?"
  ],
  [general]: [
    "A short note",
    "We wanted to write you a short note.",
    "If you have a question or a wish, just reply.",
    "If you have a question or a wish, just reply.",
    "If you have a question or a wish, just reply."
  ]
}

export const snippets: ReadonlyArray<Seed> = Object.entries(words).flatMap(
  ([objective, [subject, opening, email, sms, dm]]): ReadonlyArray<Seed> => [
    { channel: "email", objective, usage: "subject", snippet: subject },
    { channel: "email", objective, usage: "opening", snippet: opening },
    { channel: "email", objective, usage: "cta", snippet: email },
    { channel: "sms", objective, usage: "cta", snippet: sms },
    { channel: "dm", objective, usage: "cta", snippet: dm }
  ]
)
