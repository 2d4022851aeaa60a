/**
 * Receipts of emails over HTTP under the vendor's own signatures: those of one half of the people in order, those of the
 * other half, who got the same, shuffled and some of them twice, in several lanes at once. Both halves must come to the
 * same: statuses, events, suppressions.
 */
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import * as ResendWebhooks from "@loopdrive/testkit/ResendWebhooks"
import { shuffled, draws } from "@loopdrive/testkit/Shuffle"
import * as WebhookDelivery from "@loopdrive/testkit/WebhookDelivery"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as RunningServer from "./RunningServer.ts"
import type { Where } from "./RunningServer.ts"

type Told = Omit<ResendWebhooks.Told, "at" | "eventId">

const tell = (type: ResendWebhooks.ResendEvent, data?: Readonly<Record<string, unknown>>): Told => ({
  type,
  ...(data === undefined ? {} : { data })
})
const { click, hardBounce, softBounce } = ResendWebhooks.details
const browser = "Mozilla/5.0 (Macintosh) AppleWebKit/605 Safari/605"
const opened = tell("email.opened", { open: { userAgent: browser, ipAddress: "203.0.113.9" } })
const openedByMachine = tell("email.opened", { open: { userAgent: "Mozilla/5.0", ipAddress: "17.58.0.1" } })
const clicked = tell("email.clicked", click("https://acme.example", browser, "203.0.113.9"))
const soft = tell("email.bounced", softBounce)
const hard = tell("email.bounced", hardBounce)
const delivered = tell("email.delivered")
const sent = tell("email.sent")

/** What becomes of the emails of one kind of person, one after the other. */
const kinds: ReadonlyArray<ReadonlyArray<ReadonlyArray<Told>>> = [
  // Reads everything.
  [
    [sent, delivered, opened, opened, clicked, opened, clicked],
    [sent, delivered, openedByMachine, opened, opened, clicked],
    [sent, delivered, opened, opened, opened, clicked, clicked],
    [tell("email.delivery_delayed"), delivered, opened, opened, clicked, opened]
  ],
  // Bounces five times in a row ...
  [[soft], [soft], [soft], [soft], [soft], [delivered]],
  // ... and six times, with one that arrives in between.
  [[soft], [soft], [delivered, openedByMachine], [soft], [soft], [soft]],
  [
    [sent, delivered, tell("email.complained")],
    [hard],
    [delivered, clicked],
    [tell("email.failed", { failed: { reason: "no" } })]
  ]
]

const halves = ["ordered", "shuffled"] as const
type Half = (typeof halves)[number]

/** What is wrong; nothing is well. */
export interface Report {
  readonly what: string
  readonly wrong: ReadonlyArray<string>
}

const receiptsOf = (kind: number): number =>
  kinds[kind % kinds.length]?.reduce((sum, told) => sum + told.length, 0) ?? 0

/** As many people, of every kind in turn, as it takes for so many receipts. */
const peopleFor = (receipts: number): number => {
  let people = 0
  for (let left = receipts; left > 0; left -= receiptsOf(people++));
  return people
}

const soon = Schedule.spaced("100 millis").pipe(Schedule.upTo({ duration: "2 minutes" }))
const lanes = 8

interface Email {
  readonly half: Half
  readonly person: number
  readonly n: number
  readonly sendId: string
}

const make = Effect.fnUntraced(function* (where: Where, receipts: number) {
  const vendor = yield* ResendEmulator.make()
  const { base, client } = yield* RunningServer.start({ ...where, resend: vendor.url })
  /** A GET, or a POST of a body. */
  const ask = <A>(path: string, body?: object) =>
    Effect.promise(async () => {
      const headers = { authorization: `Bearer ${RunningServer.apiKey}`, "content-type": "application/json" }
      const request = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) }
      const response = await fetch(base + path, request)
      return (await response.json()) as A
    })
  const people = Array.from({ length: peopleFor(receipts) }, (_, person) => person)
  const started = yield* Clock.currentTimeMillis

  const wanted = halves.flatMap((half) =>
    people.flatMap((person) => (kinds[person % kinds.length] ?? []).map((_, n) => ({ half, person, n })))
  )
  const emails = yield* Effect.forEach(
    wanted,
    ({ half, n, person }) =>
      ask<{ readonly id: string }>("/email/send", {
        to: `${half}-${person}@example.com`,
        subject: `Receipt ${n}`,
        body: "Your order is on its way.",
        metadata: { purpose: "transactional" }
      }).pipe(Effect.map(({ id }): Email => ({ half, person, n, sendId: id }))),
    { concurrency: 16 }
  )
  yield* Effect.repeat(vendor.accepted, { until: (accepted) => accepted.length === emails.length, schedule: soon })
  const accepted = new Map((yield* vendor.accepted).map((email) => [email.idempotencyKey, email]))

  /** Signed as they are sent: a signature is good for five minutes. */
  const signed = Effect.fnUntraced(function* ({ half, n, person, sendId }: Email) {
    const email = accepted.get(sendId)
    const now = yield* Clock.currentTimeMillis
    return (kinds[person % kinds.length]?.[n] ?? []).flatMap((told, place) => {
      const at = started + n * 60_000 + place * 1000
      const eventId = `evt_${half}_${person}_${n}_${place}`
      const url = `${base}/api/webhooks/resend`
      return email === undefined
        ? []
        : [ResendWebhooks.webhook(url, RunningServer.resendSecret, email, { ...told, at, eventId }, now)]
    })
  })

  const post = Effect.fnUntraced(function* (half: Half, seed: number) {
    const mine = emails.filter((email) => email.half === half)
    const webhooks = (yield* Effect.forEach(mine, signed)).flat()
    if (half === "ordered") return yield* WebhookDelivery.deliver(webhooks)
    const draw = draws(seed)
    const mixed = shuffled(webhooks, draw)
    const parts = Array.from({ length: lanes }, (_, lane) => mixed.filter((_one, n) => n % lanes === lane))
    const options = { duplicate: 0.3, shuffle: true }
    const told = yield* Effect.forEach(
      parts,
      (part, lane) => WebhookDelivery.deliver(part, { ...options, seed: seed + lane }),
      {
        concurrency: lanes
      }
    )
    return told.flat()
  })

  /** Everything that stands of a half, by person and email. */
  const stateOf = Effect.fnUntraced(function* (half: Half) {
    const mine = emails.filter((email) => email.half === half)
    const statuses = yield* Effect.forEach(
      mine,
      ({ n, person, sendId }) =>
        Effect.promise(() => client.send.getStatus(sendId)).pipe(
          Effect.map(({ events, status }) => {
            const kindsOf = events.map(
              ({ payload, type }) => `${type}${payload["machine"] === true ? " (machine)" : ""}`
            )
            return `${person}/${n} ${status}: ${kindsOf.toSorted().join(", ")}`
          })
        ),
      { concurrency: 16 }
    )
    const suppressions = yield* Effect.forEach(
      people,
      (person) =>
        Effect.promise(async () => {
          const url = `${base}/api/suppressions?channel=email&address=${half}-${person}@example.com`
          const response = await fetch(url, { headers: { authorization: `Bearer ${RunningServer.apiKey}` } })
          const { suppressions: found } = (await response.json()) as {
            readonly suppressions: ReadonlyArray<{ readonly reason: string }>
          }
          return `${person} suppressed: ${found
            .map(({ reason }) => reason)
            .toSorted()
            .join(", ")}`
        }),
      { concurrency: 16 }
    )
    return [...statuses, ...suppressions]
  })
  return { post, stateOf, emails, people }
})

const unlike = (ordered: ReadonlyArray<string>, other: ReadonlyArray<string>): ReadonlyArray<string> =>
  ordered.flatMap((line, n) => (other[n] === line ? [] : [`${line} | shuffled: ${other[n] ?? "nothing"}`])).slice(0, 20)

/** `receipts`: of each half, at least. */
export const run = Effect.fnUntraced(function* (where: Where, receipts: number, seed: number) {
  const { emails, people, post, stateOf } = yield* make(where, receipts)
  const inOrder = yield* post("ordered", seed)
  const mixed = yield* post("shuffled", seed)
  const refused = [...inOrder, ...mixed].filter((status) => status !== 200)
  // What could not be acted on at once, the inbox's worker does.
  const compared = Effect.zipWith(stateOf("ordered"), stateOf("shuffled"), unlike)
  const wrong = yield* Effect.repeat(compared, {
    until: (differences) => differences.length === 0,
    schedule: Schedule.spaced("500 millis").pipe(Schedule.upTo({ duration: "30 seconds" }))
  })
  const state = yield* stateOf("ordered")
  const report: Report = {
    what:
      `${inOrder.length} receipts of ${emails.length / 2} emails to ${people.length} people in order, ` +
      `and ${mixed.length} shuffled in ${lanes} lanes (seed ${seed})`,
    wrong: [
      ...(refused.length === 0 ? [] : [`${refused.length} were not taken: ${String(refused[0])}`]),
      ...wrong,
      // Something must have come of them.
      ...["clicked", "failed", "soft_bounces", "hard_bounce", "complaint"].filter(
        (word) => !state.some((line) => line.includes(word))
      )
    ]
  }
  return report
}, Effect.scoped)
