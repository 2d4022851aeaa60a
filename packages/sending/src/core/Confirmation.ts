/**
 * Double opt-in: which of several pending consents in a row is the question, what is asked, and what says yes to it.
 */
import type { Consent } from "@loopdrive/domain/PersonGraph"
import type { Language } from "./OptOutLexicon.ts"
import * as OptOutAnswer from "./OptOutAnswer.ts"
import * as OptOutWords from "./OptOutWords.ts"

/** Said again within a day, it is the same wish: whoever fills in a form ten times is asked once. */
const sameFor = 24 * 60 * 60 * 1000

type Entry = Pick<Consent, "channel" | "createdAt" | "id" | "scope" | "status">

const isMarketing = ({ scope }: Pick<Entry, "scope">): boolean => scope !== "transactional"

/**
 * The entry that a pending one repeats, or itself: the latest of its row of pending entries that began a day or more after
 * the one before it that did. `log`: in any order.
 */
export const questionOf = (log: ReadonlyArray<Entry>, consentId: string): string => {
  const asked = log.find(({ id }) => id === consentId)
  if (asked === undefined) return consentId
  const said = log
    .filter((entry) => entry.channel === asked.channel && isMarketing(entry))
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1))
  let question: Entry | undefined
  for (const entry of said) {
    const isNew = question === undefined || Date.parse(entry.createdAt) - Date.parse(question.createdAt) >= sameFor
    question = entry.status === "pending" ? (isNew ? entry : question) : undefined
    if (entry.id === consentId) return question?.id ?? consentId
  }
  return consentId
}

/** What stands for marketing, if it is a question that is still open. */
export const pendingOf = (standing: ReadonlyArray<Consent>, now: number): Consent | undefined =>
  standing.find(
    (entry) =>
      isMarketing(entry) &&
      entry.status === "pending" &&
      (entry.expiresAt === undefined || Date.parse(entry.expiresAt) > now)
  )

export const isGranted = (standing: ReadonlyArray<Consent>): boolean =>
  standing.some((entry) => isMarketing(entry) && entry.status === "granted")

/** Whole messages, as `OptOutWords` normalises them. */
const yes = new Set(
  [
    "yes|y|yes please|yep|yup|yeah|i agree|agree|confirm|i confirm|confirmed|yes i confirm|yes i agree",
    "oui|oui merci|je confirme|confirmer|confirme|oui je confirme|d accord|j accepte",
    "si|si gracias|confirmo|confirmar|si confirmo|acepto|de acuerdo",
    "ja|ja bitte|ich bestatige|bestatigen|bestatige|ja ich bestatige|einverstanden|ich stimme zu",
    "sim|sim obrigado|sim obrigada|sim confirmo|aceito|concordo",
    "si grazie|confermo|conferma|si confermo|accetto|d accordo"
  ].flatMap((line) => line.split("|"))
)

/** Whether a whole message says yes. */
export const isYes = (text: string): boolean => {
  const words = OptOutWords.wordsOf(text.slice(0, 200))
  return yes.has((words.every((word) => word === words[0]) ? words.slice(0, 1) : words).join(" "))
}

interface Words {
  readonly subject: (name: string) => string
  readonly email: (name: string, url: string) => string
  /** Of a text message: short, in the GSM alphabet. */
  readonly text: (name: string, url: string) => string
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: (name) => `Please confirm: messages from ${name}`,
    email: (name, url) =>
      `Somebody, probably you, asked ${name} to write to this address. Please confirm it here:\n\n${url}\n\n` +
      `If it was not you, do nothing: you will hear nothing more.`,
    text: (name, url) => `${name}: reply YES to get our messages, or confirm here: ${url}`
  },
  fr: {
    subject: (name) => `Merci de confirmer : messages de ${name}`,
    email: (name, url) =>
      `Quelqu'un, sans doute vous, a demandé à ${name} d'écrire à cette adresse. Merci de le confirmer ici :\n\n${url}\n\n` +
      `Si ce n'était pas vous, ne faites rien : vous ne recevrez rien d'autre.`,
    text: (name, url) => `${name} : répondez OUI pour recevoir nos messages, ou confirmez ici : ${url}`
  },
  es: {
    subject: (name) => `Confirme, por favor: mensajes de ${name}`,
    email: (name, url) =>
      `Alguien, probablemente usted, pidió a ${name} que escribiera a esta dirección. Confírmelo aquí:\n\n${url}\n\n` +
      `Si no fue usted, no haga nada: no recibirá nada más.`,
    text: (name, url) => `${name}: responda SI para recibir nuestros mensajes, o confirme en ${url}`
  },
  de: {
    subject: (name) => `Bitte bestätigen: Nachrichten von ${name}`,
    email: (name, url) =>
      `Jemand, vermutlich Sie, hat ${name} gebeten, an diese Adresse zu schreiben. Bitte bestätigen Sie es hier:\n\n${url}\n\n` +
      `Wenn Sie es nicht waren, tun Sie nichts: Sie hören nichts weiter.`,
    text: (name, url) => `${name}: Antworten Sie JA für unsere Nachrichten, oder bestätigen Sie hier: ${url}`
  },
  pt: {
    subject: (name) => `Por favor, confirme: mensagens de ${name}`,
    email: (name, url) =>
      `Alguém, provavelmente você, pediu a ${name} que escrevesse para este endereço. Confirme aqui:\n\n${url}\n\n` +
      `Se não foi você, não faça nada: não receberá mais nada.`,
    text: (name, url) => `${name}: responda SIM para receber as nossas mensagens, ou confirme em ${url}`
  },
  it: {
    subject: (name) => `Per favore, conferma: messaggi da ${name}`,
    email: (name, url) =>
      `Qualcuno, probabilmente tu, ha chiesto a ${name} di scrivere a questo indirizzo. Conferma qui:\n\n${url}\n\n` +
      `Se non sei stato tu, non fare nulla: non riceverai altro.`,
    text: (name, url) => `${name}: rispondi SI per ricevere i nostri messaggi, o conferma qui: ${url}`
  }
}

/** The question, in the person's language (its locale, a BCP 47 tag) where it is one of ours. */
export const ask = (
  channel: string,
  locale: string | undefined,
  name: string,
  url: string
): { readonly subject: string | undefined; readonly text: string } => {
  const own = words[OptOutAnswer.languageOf([], locale)]
  return channel === "email"
    ? { subject: own.subject(name), text: own.email(name, url) }
    : { subject: undefined, text: own.text(name, url) }
}
