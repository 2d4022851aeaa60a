/**
 * The main job, as a client does it (contract section 8.10): resolve a person, grant consent, remember something,
 * compose a message that speaks of it, send that, and find exactly one event on the timeline. Used by `npm run smoke` and by the tests.
 */
import type { LoopDrive } from "@loopdrive/sdk/LoopDrive"
import { scheduler } from "node:timers/promises"

/** The flow came to something else than what is documented. */
export class FlowFailed extends Error {}

export interface FlowResult {
  readonly personId: string
  readonly sendId: string
  readonly status: string
}

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new FlowFailed(what)
}

const statusAfter = async (client: LoopDrive, sendId: string, deadline: number): Promise<string> => {
  for (;;) {
    const { status } = await client.send.getStatus(sendId)
    if (status !== "queued" || performance.now() > deadline) return status
    await scheduler.wait(50)
  }
}

/** `tell` hears of every step. `email` should be fresh, so that the timeline holds this flow alone. */
export const run = async (client: LoopDrive, email: string, tell: (step: string) => void): Promise<FlowResult> => {
  const { person } = await client.person.resolve({ email })
  must(person.id.startsWith("per_"), `a person's id begins with per_, not ${person.id}`)
  tell(`resolved ${email} as ${person.id}`)

  const consent = await client.person.updateConsent(person.id, {
    channel: "email",
    scope: "marketing",
    status: "granted",
    source: "test"
  })
  must(consent.status === "granted", `the consent is ${consent.status}`)
  tell("granted consent for marketing by email")

  await client.person.addMemory(person.id, { kind: "fact", text: "Runs a bakery in Lisbon and asked for a demo" })
  const [memory] = await client.person.getMemory(person.id, { query: "bakery" })
  must(memory?.text.includes("bakery") === true, "the memory was not found again")
  tell("remembered a fact and found it again")

  const composed = await client.voice.compose({ channel: "email", objective: "demo_book", personId: person.id })
  must(/bakery/i.test(composed.body), `the text does not speak of what is remembered: ${composed.body}`)
  must(
    new Set(composed.textVariants).size === 3,
    `the variants are not three: ${JSON.stringify(composed.textVariants)}`
  )
  tell(`composed three variants that speak of it (${composed.meta.source})`)

  const send = await client.send.email({
    personId: person.id,
    objective: "demo_book",
    subject: composed.subjectLines[0],
    body: composed.body
  })
  must(send.status === "queued", `the send is ${send.status}`)
  const { events } = await client.events.timeline(person.id, { limit: 50 })
  must(events.length === 1 && events[0]?.type === "email.sent", `the timeline holds ${JSON.stringify(events)}`)
  tell(`sent ${send.id}; the timeline holds one email.sent`)

  const status = await statusAfter(client, send.id, performance.now() + 10_000)
  must(status === "sent", `the send ended ${status}`)
  const later = await client.events.timeline(person.id, { limit: 50 })
  must(later.events.length === 1, `after the send left the timeline holds ${later.events.length} events`)
  tell("it left, and the timeline still holds one event")
  return { personId: person.id, sendId: send.id, status }
}
