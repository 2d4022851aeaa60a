/**
 * The load generator, a process of its own: reads a `Plan` from standard input, sends it to a server on this machine over
 * keep-alive connections with one request in flight on each, and prints a `Measurement`. Started by `Rounds`.
 *
 * Bounded in time and in number; when the time is over no request is sent any more, and every one that was sent is waited
 * for, so that the counts can be compared with what the database holds.
 */
import * as Schema from "effect/Schema"
import { text } from "node:stream/consumers"
import { Connection } from "./Connection.ts"
import { Histogram } from "./Histogram.ts"
import { Measurement, Plan, unique } from "./Plan.ts"
import type { PlannedRequest } from "./Plan.ts"

/** How long after the end the last answers may take. */
const graceSeconds = 15

/** Marsaglia's xorshift32: cheap, and the same draws for both contestants. */
const makeDraw = (): ((below: number) => number) => {
  let x = 0x9e3779b9
  return (below) => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % below
  }
}

/** A request in two halves, between which its own idempotency key goes. */
const render = (plan: Plan, request: PlannedRequest): readonly [string, string] => {
  const body = Buffer.from(request.body, "utf8")
  const head = [
    `POST ${request.path} HTTP/1.1`,
    `Host: 127.0.0.1:${plan.port}`,
    `Authorization: Bearer ${plan.bearer}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`
  ]
  return [head.join("\r\n"), `\r\n\r\n${body.toString("latin1")}`]
}

const makeSource = (plan: Plan): (() => string) => {
  const rendered = plan.requests.map((request) => render(plan, request))
  const draw = makeDraw()
  let count = 0
  return () => {
    const at = plan.order === "random" ? draw(rendered.length) : count % rendered.length
    const [head, body] = rendered[at] ?? ["", ""]
    const key = plan.idempotencyPrefix === null ? "" : `\r\nIdempotency-Key: ${plan.idempotencyPrefix}-${count}`
    // As long as the text it replaces, so that the length in the head stays true.
    const own = body.replace(unique, () => `${plan.run}${String(count).padStart(8, "0")}`)
    count++
    return head + key + own
  }
}

/** Real time on purpose: what is measured is another process. */
const run = async (plan: Plan): Promise<Measurement> => {
  const next = makeSource(plan)
  const histogram = new Histogram()
  const statuses: Record<string, number> = {}
  const finished = Promise.withResolvers<void>()
  const begin = performance.now()
  const from = begin + plan.warmUpSeconds * 1000
  const until = from + plan.seconds * 1000
  let sent = 0
  let open = 0

  const issue = (connection: Connection): number => {
    sent++
    connection.send(next())
    return performance.now()
  }
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () =>
      Connection.open(
        plan.port,
        (connection) => {
          let at = issue(connection)
          open++
          return (status) => {
            const now = performance.now()
            statuses[status] = (statuses[status] ?? 0) + 1
            if (at >= from && now <= until) histogram.record((now - at) * 1000)
            if (now < until && sent < plan.requestsMax) at = issue(connection)
            else if (--open === 0) finished.resolve()
          }
        },
        finished.reject
      )
    )
  )
  const overdue = setTimeout(
    () => finished.reject(new Error(`${open} requests were not answered in time`)),
    (plan.warmUpSeconds + plan.seconds + graceSeconds) * 1000
  )
  await finished.promise
  const seconds = (Math.min(performance.now(), until) - from) / 1000
  clearTimeout(overdue)
  for (const connection of connections) connection.close()
  return {
    answered: histogram.total,
    perSecond: seconds > 0 ? histogram.total / seconds : 0,
    p50: histogram.quantile(0.5),
    p90: histogram.quantile(0.9),
    p99: histogram.quantile(0.99),
    max: histogram.max,
    statuses
  }
}

const plan = Schema.decodeUnknownSync(Schema.fromJsonString(Plan))(await text(process.stdin))
const measurement = await run(plan)
process.stdout.write(`${Schema.encodeSync(Schema.fromJsonString(Measurement))(measurement)}\n`)
