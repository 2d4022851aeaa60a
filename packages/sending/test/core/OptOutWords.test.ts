import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as OptOutLexicon from "../../src/core/OptOutLexicon.ts"
import * as OptOutWords from "../../src/core/OptOutWords.ts"

/** 120 messages as people write them. */
const corpus: ReadonlyArray<readonly [OptOutWords.Keyword | undefined, ReadonlyArray<string>]> = [
  [
    "stop",
    [
      "STOP",
      "stop.",
      " Stop! ",
      "ＳＴＯＰ",
      "“stop”",
      "STOP 🛑",
      "S T O P",
      "stoooop",
      "Stop stop STOP",
      "STOPALL",
      "Please stop",
      "stop, thank you",
      "Unsubscribe",
      "unsubscribe me please",
      "opt-out",
      "Opt out",
      "QUIT",
      "End",
      "cancel",
      "Stop texting me!!",
      "Don't text me anymore",
      "take me off your list",
      "Remove me from this list, please.",
      "no more messages",
      "Stop sending me these texts",
      "I want to unsubscribe",
      "leave me alone",
      "Stop\n\nSent from my iPhone",
      "ARRÊT",
      "arrêter",
      "Arrêtez, s'il vous plaît",
      "Désabonnez-moi",
      "je souhaite me désinscrire",
      "STOP SMS",
      "STOP 36111",
      "Ne m'envoyez plus de messages",
      "ALTO",
      "baja",
      "Quiero darme de baja",
      "no más mensajes por favor",
      "Cancelar suscripción",
      "dejen de escribirme",
      "STOPP",
      "Abmelden",
      "abbestellen bitte",
      "Bitte keine Nachrichten mehr",
      "Hör auf!",
      "Kündigen",
      "Ich möchte mich abmelden",
      "PARAR",
      "sair",
      "Não quero mais receber mensagens",
      "me remova da lista",
      "descadastrar",
      "BASTA",
      "Disiscrivimi",
      "annulla iscrizione",
      "Non scrivetemi più",
      "cancellatemi dalla lista, grazie"
    ]
  ],
  [
    "help",
    [
      "HELP",
      "help?",
      "Help me please",
      "INFO",
      "Aide",
      "aidez-moi",
      "AYUDA",
      "¿Ayuda?",
      "Hilfe!",
      "Ajuda",
      "aiuto",
      "informazioni"
    ]
  ],
  [
    "start",
    [
      "START",
      "start please",
      "UNSTOP",
      "Resubscribe",
      "opt in",
      "Démarrer",
      "Iniciar",
      "alta",
      "Starten",
      "anmelden",
      "Começar",
      "Iscrivimi"
    ]
  ],
  [
    undefined,
    [
      "can't stop smiling",
      "Can't stop, won't stop",
      "don't stop",
      "Please don't stop sending these!",
      "I'll stop by the store tomorrow",
      "Where is the bus stop?",
      "non-stop fun",
      "Nonstop!",
      "when does it start?",
      "Let's start on Monday",
      "Could you help with my order?",
      "That was a great help, thanks",
      "the end of the month works",
      "cancel my appointment on Friday",
      "I had to cancel my trip",
      "quit smoking last year",
      "Yes",
      "ok thanks",
      "no",
      "fine",
      "Sounds good, send more info about pricing",
      "stop the presses, this is amazing",
      "How do I remove a stain?",
      "J'arrête le sucre demain",
      "à l'arrêt de bus",
      "para mi hermana, por favor",
      "¿Cuándo empieza la oferta?",
      "Bin an der Bushaltestelle",
      "Am Ende war es gut",
      "Não consigo parar de rir",
      "Quanto custa para cancelar?",
      "Basta un minuto e arrivo",
      "mi serve aiuto con l'ordine 12",
      "",
      "   ",
      "👍",
      "12345"
    ]
  ]
]

const wordsOf = (phrases: OptOutLexicon.ByLanguage): ReadonlyArray<string> =>
  Object.values(phrases).flatMap(({ words }) => words.flatMap((line) => line.split("|")))

describe("the commands of recipients", () => {
  it("are told from replies in 120 messages without a mistake", () => {
    const all = corpus.flatMap(([, messages]) => messages)
    assert.strictEqual(all.length, 120)
    for (const [keyword, messages] of corpus)
      for (const message of messages) assert.strictEqual(OptOutWords.read(message), keyword, JSON.stringify(message))
  })

  it("are read however they are put, in each language", () => {
    for (const message of [
      "I don't want to receive your emails anymore",
      "want to stop receiving these texts",
      "please take me out of your mailing list",
      "I withdraw my consent",
      "arrêtez de m'envoyer vos pubs",
      "annulez mon abonnement",
      "retirez mon numéro de votre liste svp",
      "no me manden más correos",
      "eliminen mi número",
      "hör bitte auf mir zu schreiben",
      "nehmen Sie mich bitte aus dem Verteiler",
      "ich widerrufe hiermit meine Einwilligung",
      "pare de me mandar propaganda",
      "excluir meu contato",
      "fermate questi messaggi",
      "vorrei essere rimossa dalla lista"
    ])
      assert.strictEqual(OptOutWords.read(message), "stop", message)
  })

  it("are no part of a longer sentence: every one with a word of content around it is a reply", () => {
    for (const word of ["stop", "unsubscribe", "arrêt", "baja", "abmelden", "sair", "basta", "help", "start"]) {
      assert.isUndefined(OptOutWords.read(`${word} yesterday's elephant`), word)
      assert.isUndefined(OptOutWords.read(`my elephant ${word}`), word)
    }
  })

  it("are read whatever their case, punctuation, accents and blanks", () => {
    const phrase = fc.constantFrom(...wordsOf(OptOutLexicon.stop).filter((words) => words.length > 3))
    const around = fc.constantFrom("", " ", "!", "...", "\n", " 🙏", "?!", "\u200b")
    fc.assert(
      fc.property(phrase, around, around, fc.boolean(), (words, before, after, upper) => {
        const written = `${before}${upper ? words.toUpperCase() : words}${after}`
        assert.strictEqual(OptOutWords.read(written), "stop", written)
        assert.strictEqual(OptOutWords.read(written.normalize("NFD")), "stop")
      })
    )
  })

  it("are never two: no word of one command is a word of another", () => {
    for (const word of wordsOf(OptOutLexicon.help)) assert.strictEqual(OptOutWords.read(word), "help", word)
    for (const word of wordsOf(OptOutLexicon.start)) assert.strictEqual(OptOutWords.read(word), "start", word)
  })

  it.each([
    ["STOP", []],
    ["Stop please!", []],
    ["help", []],
    ["unsubscribe", ["en"]],
    ["Arrêtez vos messages", ["fr"]],
    ["aide", ["fr"]],
    ["dar de baja", ["es"]],
    ["cancelar", ["es", "pt"]],
    ["Basta!", ["es", "pt", "it"]],
    ["abmelden", ["de"]],
    ["sair", ["pt"]],
    ["disiscrivimi", ["it"]],
    ["inicio", ["es", "pt"]],
    ["iscrivimi", ["it"]]
  ] as const)("show in which languages they are said: %s", (text, languages) => {
    assert.deepStrictEqual([...(OptOutWords.recognise(text)?.languages ?? ["nothing" as const])], [...languages])
  })

  it("are read in any text at all without harm", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (text) => {
        assert.include([undefined, "stop", "help", "start"], OptOutWords.read(text))
      })
    )
    assert.isUndefined(OptOutWords.read("stop ".repeat(200)))
    assert.isUndefined(OptOutWords.read("please ".repeat(20)))
  })
})
