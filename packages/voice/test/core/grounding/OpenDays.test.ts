import { describe, expect, it } from "vitest"
import { groundOf, inventedIn } from "../../../src/Invented.ts"

const found = (source: string, text: string, locale: string) => {
  const of = locale === "en" ? undefined : locale
  return inventedIn(text, groundOf([source], of), of).map((one) => one.text)
}

describe("days of a stretch, and the others", () => {
  it.each([
    ["en", "Opening hours 10:00-17:30, Tuesday to Sunday", "We're closed on Mondays. See you on Wednesday."],
    ["en", "Open Tue-Sat, 10-17 h", "Shut on Sundays and Mondays."],
    ["en", "Shop hours: Fri–Mon", "Closed Tuesday. Come on Saturday or Sunday."],
    ["en", "Open Monday to Saturday, 9 am to 7 pm", "We're open six days a week."],
    ["fr", "Ouvert du mardi au samedi", "Ouvert cinq jours par semaine."],
    ["de", "Geöffnet Dienstag bis Samstag", "Fünf Tage die Woche offen."],
    ["de", "Geöffnet Dienstag bis Sonntag", "Montags geschlossen, mittwochs offen."],
    ["de", "Opening hours Tuesday to Sunday", "Montags haben wir geschlossen."],
    ["fr", "Ouvert du mardi au dimanche", "Fermé le lundi, ouvert le jeudi."],
    ["es", "Abierto de martes a domingo", "Cerrado los lunes."],
    ["it", "Aperto da martedì a domenica", "Chiuso il lunedì."],
    ["pt", "Aberto de terça a domingo", "Fechado à segunda-feira."],
    ["nl", "Geopend van dinsdag tot en met zondag", "Maandag gesloten."],
    ["pl", "Otwarte od wtorku do niedzieli", "W poniedziałki zamknięte."],
    ["sv", "Öppet tisdag till söndag", "Måndagar stängt."],
    ["ja", "営業時間 火曜日から日曜日 10:00-17:00", "月曜日は定休日です。水曜日もどうぞ。"]
  ])("in %s: %s: %s", (locale, source, text) => expect(found(source, text, locale)).toEqual([]))

  it.each([
    ["en", "Opening hours 10:00-17:30, Tuesday to Sunday", "See you on Monday.", "Monday"],
    ["en", "Opening hours 10:00-17:30, Tuesday to Sunday", "Never closed. See you on Monday.", "Monday"],
    ["en", "Open Tuesday to Sunday", "Closed for a while, see you on Monday.", "Monday"],
    ["en", "The course runs Tuesday to Thursday", "We're closed on Mondays.", "Mondays"],
    ["en", "Open Tue-Sat 10-17 h, and Wed-Thu 18-20 h", "We're closed on Mondays.", "Mondays"],
    ["en", "Open Tuesday and Sunday 10-17 h", "We're open on Friday.", "Friday"],
    ["en", "Open Tuesday 10-17 h. The long market is here to stay; come Sunday", "Closed on Friday.", "Friday"],
    ["en", "Open Tuesday to 5 June", "Closed on Monday.", "Monday"],
    ["en", "Open Tuesday to Sunday", "We're closed on 5 June.", "5 June"],
    ["en", "Open Monday to Saturday, 9 am to 7 pm", "We're open seven days a week.", "seven"],
    ["en", "Open Monday to Saturday, 9 am to 7 pm", "Come six times a week.", "six"],
    ["de", "Geöffnet Dienstag bis Samstag", "Sonntags offen.", "Sonntags"],
    ["pt", "Aberto de terça a sábado", "Domingo às 10h.", "Domingo"]
  ])("%s: %s, and not: %s", (locale, source, text, day) => expect(found(source, text, locale)).toContain(day))

  it("is a third in Portuguese where a part follows", () => {
    expect(found("Aberto", "Uma terça parte do jardim.", "pt")).not.toContain("terça")
  })
})
