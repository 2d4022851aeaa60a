/**
 * What a recipient is answered who said stop, start or help: in the language of the command, or of the person where the
 * command is the same in several, and in one segment of SMS whoever it comes from.
 */
import * as SmsSegments from "@loopdrive/domain/SmsSegments"
import type { Language } from "./OptOutLexicon.ts"
import { languages } from "./OptOutLexicon.ts"
import type { Keyword } from "./OptOutWords.ts"

type Words = Readonly<Record<Language, Readonly<Record<Keyword, string>>>>

/** In letters of the GSM alphabet, whatever a language's own spelling needs beyond them. */
const full: Words = {
  en: {
    stop: "you will get no more messages from us here. Reply START to get them again",
    start: "you get our messages again. Reply STOP to end them, HELP for help",
    help: "reply STOP to get no more messages, START to get them again"
  },
  fr: {
    stop: "vous ne recevrez plus nos messages ici. Répondez START pour les recevoir à nouveau",
    start: "vous recevez à nouveau nos messages. Répondez STOP pour y mettre fin, AIDE pour de l'aide",
    help: "répondez STOP pour ne plus recevoir de messages, START pour les recevoir à nouveau"
  },
  es: {
    stop: "no le enviaremos nada por este canal. Responda START para volver a recibir mensajes",
    start: "vuelve a recibir nuestros mensajes. Responda STOP para ponerles fin, AYUDA para ayuda",
    help: "responda STOP para no recibir mensajes, START para volver a recibirlos"
  },
  de: {
    stop: "Sie erhalten hier keine Nachrichten mehr von uns. Mit START erhalten Sie sie wieder",
    start: "Sie erhalten unsere Nachrichten wieder. STOP beendet sie, HILFE hilft weiter",
    help: "mit STOP erhalten Sie keine Nachrichten mehr, mit START erhalten Sie sie wieder"
  },
  pt: {
    stop: "deixamos de enviar mensagens por aqui. Responda START para voltar a receber",
    start: "volta a receber as nossas mensagens. Responda STOP para parar, AJUDA para ajuda",
    help: "responda STOP para deixar de receber mensagens, START para voltar a receber"
  },
  it: {
    stop: "non riceverai più i nostri messaggi qui. Rispondi START per riceverli di nuovo",
    start: "ricevi di nuovo i nostri messaggi. Rispondi STOP per non riceverli più, AIUTO per aiuto",
    help: "rispondi STOP per non ricevere più messaggi, START per riceverli di nuovo"
  }
}

/** For names in other letters, which leave an SMS 70 characters. */
const short: Words = {
  en: {
    stop: "you will get no more messages here. START: again",
    start: "you get our messages again. STOP ends them",
    help: "STOP ends our messages, START resumes them"
  },
  fr: {
    stop: "vous ne recevrez plus de messages ici. START : reprendre",
    start: "vous recevez à nouveau nos messages. STOP : fin",
    help: "STOP met fin aux messages, START les reprend"
  },
  es: {
    stop: "no le enviaremos nada por este canal. START: volver",
    start: "vuelve a recibir nuestros mensajes. STOP: fin",
    help: "STOP termina los mensajes, START los reanuda"
  },
  de: {
    stop: "Sie erhalten hier keine Nachrichten mehr. START: wieder",
    start: "Sie erhalten wieder Nachrichten. STOP beendet sie",
    help: "STOP beendet die Nachrichten, START holt sie zurück"
  },
  pt: {
    stop: "deixamos de enviar mensagens aqui. START: voltar",
    start: "volta a receber as nossas mensagens. STOP: fim",
    help: "STOP termina as mensagens, START volta a enviar"
  },
  it: {
    stop: "non riceverai più messaggi qui. START: riprendere",
    start: "ricevi di nuovo i nostri messaggi. STOP: fine",
    help: "STOP ferma i messaggi, START li riprende"
  }
}

const isKnown = (text: string): text is Language => languages.some((language) => language === text)

/** Of the languages a command was said in (none: in all), the person's own (a BCP 47 tag) where it is among them. */
export const languageOf = (saidIn: ReadonlyArray<Language>, locale: string | undefined): Language => {
  const own = locale?.trim().split(/[-_]/)[0]?.toLowerCase() ?? ""
  const [first] = saidIn
  if (isKnown(own) && (first === undefined || saidIn.includes(own))) return own
  return first ?? "en"
}

const isOne = (text: string): boolean => SmsSegments.of(text).count === 1

/** The same letters without their marks, where the GSM alphabet lacks them. */
const plain = (name: string): string =>
  [...name]
    .map((letter) =>
      SmsSegments.of(letter).encoding === "GSM-7" ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")
    )
    .join("")

/** As much of a name as leaves the answer one segment. */
const shortened = (name: string, rest: string): string => {
  const letters = [...name]
  while (letters.length > 0 && !isOne(`${letters.join("")}: ${rest}.`)) letters.pop()
  return letters.join("").trim()
}

export const text = (keyword: Keyword, language: Language, name: string): string => {
  const known = plain(name.trim())
  const rest = (SmsSegments.of(known).encoding === "UCS-2" ? short : full)[language][keyword]
  const shown = shortened(known, rest)
  return shown === "" ? `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}.` : `${shown}: ${rest}.`
}
