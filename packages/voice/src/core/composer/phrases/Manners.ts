/** Greetings, farewells and the small sentences by which a tone is heard. English, without contractions. */

/** How a voice carries itself; taken from its sliders. */
export type Register = "formal" | "playful" | "warm" | "confident" | "technical" | "plain"

interface Manners {
  /** `@` stands for the first name. */
  readonly named: ReadonlyArray<string>
  readonly nameless: ReadonlyArray<string>
  readonly farewells: ReadonlyArray<string>
}

export const manners: Readonly<Record<Register, Manners>> = {
  formal: {
    named: ["Dear @"],
    nameless: ["Good day", "Greetings"],
    farewells: ["Kind regards", "With kind regards", "Sincerely"]
  },
  playful: {
    named: ["Hey @", "Hi @", "Hello @"],
    nameless: ["Hey there", "Hi there", "Hello there"],
    farewells: ["Cheers", "See you around", "Happy days"]
  },
  warm: {
    named: ["Hi @", "Hello @"],
    nameless: ["Hello", "Hi there"],
    farewells: ["Warmly", "Take care", "All the best"]
  },
  confident: {
    named: ["Hi @", "Hello @"],
    nameless: ["Hello", "Hi there"],
    farewells: ["Best", "Talk soon", "To your success"]
  },
  technical: {
    named: ["Hi @", "Hello @"],
    nameless: ["Hello", "Hi there"],
    farewells: ["Best", "Regards"]
  },
  plain: {
    named: ["Hi @", "Hello @"],
    nameless: ["Hello", "Hi there"],
    farewells: ["Best wishes", "All the best", "Best"]
  }
}

/** Without a deadline that nobody gave. */
export const urgencies: Readonly<Record<"low" | "medium" | "high", ReadonlyArray<string>>> = {
  low: [],
  medium: [
    "It would be good to hear from you soon.",
    "We would like to settle this soon.",
    "Sooner is better than later here."
  ],
  high: ["Please let us know as soon as you can.", "A quick answer would help.", "We would be glad of an early answer."]
}

/** Before a link. */
export const leads: ReadonlyArray<string> = [
  "Have a look here:",
  "You will find more here:",
  "Here is the link:",
  "The details are here:"
]

/** Said where a message is to be longer than it has to be: each of them about something else. */
export const elaborations: ReadonlyArray<string> = [
  "There is nothing to prepare beforehand, and nothing you have to decide today.",
  "Small questions are welcome too, and so are critical ones.",
  "If somebody else is the right one to ask, feel free to pass this on.",
  "You know best what would help, so we are happy to follow your lead.",
  "If you would rather hear about another subject, tell us which, and we will go by that.",
  "If this is a bad moment, leave it for later.",
  "We would like to earn your trust rather than take it as given.",
  "A few lines are plenty, and you need not choose your words."
]

/** Friendly ones, that stand for nothing in particular. */
export const emoji: readonly [string, ...ReadonlyArray<string>] = ["🙂", "👋", "✨", "🌟"]

/**
 * Around a memory that begins with "You": `@` stands for it as it is, `^` without its stop, `~` without it and with a small
 * y. That it was kept is never said.
 */
export const recalls: readonly [string, ...ReadonlyArray<string>] = [
  "@",
  "Since ~, we thought of you.",
  "^, so we thought of you.",
  "^, so we wanted to write to you."
]

/** Around the same behind another reason to write. */
export const tied: readonly [string, ...ReadonlyArray<string>] = [
  "@",
  "Since ~, we thought of you.",
  "^, so we thought of you."
]

/** Around what somebody once did: no reason by itself, and something to come back to. */
export const happened: readonly [string, ...ReadonlyArray<string>] = [
  "@",
  "^, so we thought of you.",
  "^, so we wanted to write to you."
]

/** Around words of the person's own. */
export const quotes: readonly [string, ...ReadonlyArray<string>] = [
  'You mentioned: "@"',
  'You told us: "@"',
  'In your own words: "@"'
]

/** Around what somebody minds: said bare it would sound like a reproach. */
export const doubts: readonly [string, ...ReadonlyArray<string>] = [
  "We understand that ~.",
  "We take it seriously that ~.",
  "We understand that ~, and are glad to talk about it."
]

/** Around what went wrong for somebody, where a message is about that. */
export const regrets: readonly [string, ...ReadonlyArray<string>] = [
  "We are sorry @.",
  "We want to say first that we are sorry @.",
  "Let us say sorry, first of all, @."
]

/** Around a question of the person's own. */
export const asked: readonly [string, ...ReadonlyArray<string>] = [
  'You asked: "@"',
  'You asked us: "@"',
  'Your question was: "@"'
]

/** Around the name of a topic. */
export const interests: readonly [string, ...ReadonlyArray<string>] = [
  "Since you are interested in @, we thought of you.",
  "As you are interested in @, we wanted to write to you.",
  "You are interested in @, so we are writing to you."
]

const contractions: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b([Ww])ill not\b/g, "$1on't"],
  [/\b(I|[Ww]e|[Yy]ou|[Tt]hey) would\b/g, "$1'd"],
  [/\b([Ww]e|[Yy]ou|[Tt]hey) are\b(?!\s*[.,?!])/g, "$1're"],
  [/\b([Ww]e|[Yy]ou|[Tt]hey) have (?=been|missed|not|collected\b)/g, "$1've "],
  [/\b([Ww]e|[Yy]ou|[Tt]hey|[Ii]t) will\b/g, "$1'll"],
  [/\b([Ii]t|[Tt]hat|[Tt]here) is\b(?= [a-z]+)/g, "$1's"],
  [/\b([Dd])o not\b/g, "$1on't"],
  [/\b([Dd])id not\b/g, "$1idn't"],
  [/\b([Ii])s not\b/g, "$1sn't"],
  [/\b([Ww])as not\b/g, "$1asn't"],
  [/\b([Cc])annot\b/g, "$1an't"],
  [/\b([Ll])et us (?!know)/g, "$1et's "]
]

/** As people speak. */
export const contracted = (text: string): string =>
  contractions.reduce((spoken, [pattern, short]) => spoken.replace(pattern, short), text)

/** Asked where nothing longer fits. */
export const smallest: readonly [string, ...ReadonlyArray<string>] = [
  "How are you?",
  "All well?",
  "Any questions?",
  "Can we help?"
]
