/** What the clients of the `send` bench ask: a marketing email, given word by word, to a person known by its id. */
import type { PlannedRequest } from "./Plan.ts"
import { person } from "./Plan.ts"

export const path = "/email/send"

/** How many people there are to write to; of each of them the email address is known and marketing is allowed. */
export const peopleMost = 40_000

/** The id of a person by its number, in eight digits. */
export const personOf = (number: string): string => `per_${number}`

export const subject = "Your seats for the spring season"

const words = `Hello,

the programme of the spring season is out: twelve evenings, four of them new. As a subscriber you can choose your seats
a week before the sale opens to everybody else.

Have a look at the programme, and answer this message if you would like us to keep your seats of last year.

With kind regards
The box office`

export const request: PlannedRequest = {
  path,
  body: JSON.stringify({
    to: personOf(person),
    subject,
    body: words,
    fromEmail: "box-office@example.com",
    metadata: { season: "spring" }
  })
}
