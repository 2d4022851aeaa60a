import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../src/Invented.ts"

const sources = [
  { person: { firstName: "Ada", lastName: "Król" }, brand: { name: "Lumen" } },
  { memories: [{ text: "Runs a bakery in Lisbon with her sister Inês" }] }
]
const namesIn = (text: string, locale: string | undefined) =>
  inventedIn(text, groundOf(sources, locale), locale).flatMap(({ kind, text: name }) => (kind === "name" ? [name] : []))

describe("a name that nobody gave", () => {
  it.each([
    ["de", "Hallo Anna,\nwir freuen uns auf dich.", "Anna"],
    ["de", "Liebe Ada, deine Beraterin Frau Krüger meldet sich.", "Krüger"],
    ["de-AT", "Sehr geehrter Herr Dr. Weiß, willkommen zurück.", "Weiß"],
    ["de", "Wir backen Brot. Jürgen zeigt dir, wie es geht.", "Jürgen"],
    ["de", "Der Kurs beginnt bald.\n\nHerzliche Grüße\nEncarna", "Encarna"],
    ["de", "Mein Name ist Encarna, wir kennen uns noch nicht.", "Encarna"],
    ["de", "Der Plan steht. Wunibald meldet sich morgen bei dir.", "Wunibald"],
    ["fr", "Chère Marie, le menu est prêt.", "Marie"],
    ["fr-FR", "Votre conseillère, Mme Lefèvre, vous rappelle.", "Lefèvre"],
    ["fr", "Nous ouvrons à Toulouse au printemps.", "Toulouse"],
    ["es", "Hola Luis, tu mesa está lista.", "Luis"],
    ["es", "Pregunta por Encarna en la tienda.", "Encarna"],
    ["it", "Ciao Giulia, il corso parte lunedì.", "Giulia"],
    ["it", "Ti aspettiamo a Torino con la signora Bianchi.", "Bianchi"],
    ["pt-BR", "Olá Joana, o seu pedido chegou.", "Joana"],
    ["nl", "Beste Wouter, je bestelling is klaar.", "Wouter"],
    ["pl", "Cześć Zbyszek, zapraszamy.", "Zbyszek"],
    [undefined, "jan kowalski will call you.", "jan kowalski"],
    [undefined, "Just ask for wendy at the door.", "wendy"],
    [undefined, "See you soon, with tom from our team.", "tom"],
    [undefined, "my name is peter and i'm here to help", "peter"],
    ["de", "Deine Bäckerei in Porto wächst.", "Porto"],
    ["de", "Köln wartet auf dich.", "Köln"],
    ["pl", "Zapraszamy do Krakowa.", "Krakowa"],
    [undefined, "Your table is ready. Sophie will meet you at the door.", "Sophie"]
  ])("is found in %s: %s", (locale, text, name) => {
    expect(namesIn(text, locale).some((found) => found.includes(name))).toBe(true)
  })
})

describe("what is no name, or was given", () => {
  it.each([
    ["de", "Hallo Ada,\ndie neuen Stundenpläne sind da. Viel Freude mit dem Kalender und der App!"],
    ["de", "Liebe Kundin, lieber Kunde, unser Sommerfest beginnt am Samstag im Garten."],
    ["de", "Unser Team freut sich auf dich. Das Büro meldet sich.\n\nViele Grüße\nLumen"],
    ["de", "Die Leitung und ihr Team danken dir.\nBeste Grüße\nDein Team"],
    [
      "de",
      "Jeder freut sich über Post. Er meldet sich. Freude wartet auf dich. Lust auf Kaffee?\n\nMit besten Grüßen\nAda"
    ],
    ["de", "Guten Tag Frau Król, die Bäckerei deiner Schwester Inês gefällt uns."],
    ["fr", "Bonjour Ada, la collection d'hiver est arrivée. À samedi ! Joyeux Noël de la part de Lumen."],
    ["fr", "Chers amis, nous avons pensé à vous. Madame, Monsieur, bienvenue."],
    ["es", "Hola Ada, ¿tu panadería de Lisbon abre el sábado? Feliz Navidad a todos."],
    ["es", "Estimada clienta: le escribimos a Usted con gusto."],
    ["it", "Ciao Ada, grazie a Lei il corso è pieno. Buon Natale!"],
    ["pt", "Olá Ada, esperamos por Você no sábado. Até já, Lumen"],
    ["nl", "Beste klant, we zien u graag terug. Groeten van Lumen"],
    ["pl", "Szanowni Państwo, dziękujemy. Droga Ada, zapraszamy."],
    ["ja", "Adaさん、新しいメニューができました。"],
    [undefined, "Hi Ada, how is the bakery in Lisbon? Say hello to Inês."],
    [undefined, "our driver will call you, or ask for ada. Ask for help, someone from our team will call you."],
    [undefined, "With help from our team, ask for more; support will call you, and a baker is waiting."],
    ["de", "Hallo Ada, dazu Jahre Garantie, Tassen Kaffee und Scheiben Brot."],
    ["pl", "Ada, z okazji Dnia Kobiet i Nowego Roku życzymy wszystkiego najlepszego."],
    ["pl", "Szanowna Pani Ado, Pani Ado!"],
    ["fr", "Bonjour Ada, votre boulangerie à Lisbonne nous manque."],
    ["pl", "Droga Ado, Twoja piekarnia w Lizbonie, chleb z Lizbony, pozdrowienia dla Ady."],
    ["sv", "Hej Ada, Lissabons bästa bröd är Adas."],
    ["nl", "Hoi Ada, je bakkerij in Lissabon loopt goed."],
    ["de", "Wir sparen Porto, gehen in die Berge und grüßen Lissabon."]
  ])("passes in %s: %s", (locale, text) => expect(namesIn(text, locale)).toEqual([]))

  const words = fc.constantFrom(
    "le",
    "menu",
    "de",
    "printemps",
    "est",
    "prêt",
    "para",
    "você",
    "hoy",
    "domani",
    "nuovo"
  )
  const sentence = fc
    .tuple(fc.array(words, { minLength: 1, maxLength: 8 }), fc.constantFrom("Ada", "Król", "Lumen", "Inês", ""))
    .map(([some, name]) => {
      const [first = "", ...rest] = some
      return `${first.slice(0, 1).toUpperCase()}${first.slice(1)} ${[...rest, name].join(" ").trim()}.`
    })

  it("passes whatever is written in small letters and with the names that were given", () => {
    const locales = fc.constantFrom("fr", "es-MX", "it", "pt", "de", "nl")
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), locales, (sentences, locale) => {
        expect(namesIn(sentences.join(" "), locale)).toEqual([])
      })
    )
  })
})
