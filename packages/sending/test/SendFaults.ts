/** Processes that send, killed at chosen points and at random: what their vendor has in the end, and what they say of it. */
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as ResendEmulator from "@loopdrive/testkit/ResendEmulator"
import * as TwilioEmulator from "@loopdrive/testkit/TwilioEmulator"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"

const node = new URL("./programs/SendNode.ts", import.meta.url)

const places = ["AdmitSend", "BeginSend", "vendor", "SettleSend"]

/** Twenty of them over so many sends: around everything that is said to a person or to the vendor. */
export const points = (sends: number): ReadonlyArray<string> => [
  ...places.flatMap((place) =>
    ["before", "after"].flatMap((when) => [1, Math.ceil(sends / 2)].map((n) => `${when} ${place} ${n}`))
  ),
  ...places.map((place) => `after ${place} ${sends - 1}`)
]

/** What is wrong; nothing is well. */
export interface Report {
  readonly what: string
  readonly wrong: ReadonlyArray<string>
}

const answerOf = (line: string): Record<string, unknown> => JSON.parse(line.slice(line.indexOf("{"))) as never

const unlike = (what: string, found: unknown, wanted: unknown): ReadonlyArray<string> =>
  JSON.stringify(found) === JSON.stringify(wanted)
    ? []
    : [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`]

/** Of messages that leave as they are admitted, which nobody begins. */
export const expressPoints = (sends: number): ReadonlyArray<string> =>
  points(sends).filter((point) => !point.includes("BeginSend"))

/** Dies at the point, is started again, and ends what it began. `name`: of a workspace that the target has not. */
export const killedAt = Effect.fnUntraced(function* (
  target: string,
  name: string,
  point: string,
  sends: number,
  what: "singles" | "expresses" = "singles"
) {
  const vendor = yield* ResendEmulator.make()
  const first = yield* ChildProgram.start(node, [target, vendor.url, name, what, String(sends), point])
  const code = yield* first.exit
  const second = yield* ChildProgram.start(node, [target, vendor.url, name, what, String(sends)])
  const answer = answerOf(yield* second.says("done "))
  const keys = (yield* vendor.accepted).map(({ idempotencyKey }) => idempotencyKey)
  const report: Report = {
    what: `${what}, ${point}`,
    wrong: [
      ...(code === null ? [] : [`it ended with ${code} instead of being killed`]),
      ...unlike("records", answer, { total: sends, sent: sends }),
      ...unlike("messages", keys.length, sends),
      ...unlike("keys", new Set(keys).size, sends)
    ]
  }
  return report
}, Effect.scoped)

/** As `killedAt`, for SMS, whose vendor would send a message again if it was asked again. */
export const killedTexting = Effect.fnUntraced(function* (target: string, name: string, point: string, sends: number) {
  const vendor = yield* TwilioEmulator.make()
  const { accountSid, authToken, url } = vendor
  const start = (...last: ReadonlyArray<string>) =>
    ChildProgram.start(node, [
      target,
      JSON.stringify({ accountSid, authToken, url }),
      name,
      "texts",
      String(sends),
      ...last
    ])
  const code = yield* (yield* start(point)).exit
  const answer = answerOf(yield* (yield* start()).says("done "))
  const texts = (yield* vendor.accepted).map(({ body }) => body)
  const report: Report = {
    what: `SMS, ${point}`,
    wrong: [
      ...(code === null ? [] : [`it ended with ${code} instead of being killed`]),
      ...unlike("records", answer, { total: sends, sent: sends }),
      ...unlike("messages", texts.length, sends),
      ...unlike("texts", new Set(texts).size, sends)
    ]
  }
  return report
}, Effect.scoped)

/** A bulk that is killed, paused and resumed so many times at random. */
export const bulk = Effect.fnUntraced(function* (target: string, name: string, people: number, interruptions: number) {
  const vendor = yield* ResendEmulator.make()
  const start = ChildProgram.start(node, [target, vendor.url, name, "bulk", String(people)])
  let child = yield* start
  yield* child.says("running")
  let kills = 0
  for (let n = 0; n < interruptions; n++) {
    yield* Effect.sleep(yield* Random.nextIntBetween(50, 400))
    if (n % 3 === 0) {
      yield* child.kill("SIGKILL")
      child = yield* start
      kills++
      yield* child.says("running")
    } else child.tell(n % 3 === 1 ? "pause" : "resume")
  }
  child.tell("resume")
  const account = answerOf(yield* child.says("done "))
  const to = (yield* vendor.accepted).map(({ email }) => email.to)
  const report: Report = {
    what: `a bulk of ${people}, interrupted ${interruptions} times (${kills} kills)`,
    wrong: [
      ...unlike("account", [account["candidates"], account["sent"], account["queued"]], [people, people, 0]),
      ...unlike("messages", to.length, people),
      ...unlike("people", new Set(to.map(String)).size, people)
    ]
  }
  return report
}, Effect.scoped)
