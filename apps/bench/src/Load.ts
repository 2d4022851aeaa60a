/**
 * The load generator, a process of its own: reads a `Plan` from standard input, sends it to a server on this machine over
 * keep-alive connections with one request in flight on each, and prints a `Measurement`. Started by `Rounds`.
 *
 * Bounded in time and in number; when the time is over no request is sent any more, and every one that was sent is waited
 * for, so that the counts can be compared with what the database holds.
 */
import * as Schema from "effect/Schema"
import { text } from "node:stream/consumers"
import { isDeepStrictEqual } from "node:util"
import { Connection } from "./Connection.ts"
import { Histogram } from "./Histogram.ts"
import { Measurement, Plan, tenant, unique } from "./Plan.ts"
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

/** Zipf's law: ranks from 0, looked up in the running sum of their weights. */
const makeRank = ({ count, exponent }: NonNullable<Plan["tenants"]>, draw: (below: number) => number) => {
  const sums = new Float64Array(count)
  let sum = 0
  for (let n = 0; n < count; n++) sums[n] = sum += 1 / (n + 1) ** exponent
  return (): number => {
    const at = (draw(2 ** 32) / 2 ** 32) * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A request in two halves, between which its own idempotency key goes; the first in pieces around its tenant. */
const render = (plan: Plan, request: PlannedRequest): readonly [ReadonlyArray<string>, string] => {
  const body = Buffer.from(request.body, "utf8")
  const head = [
    `POST ${request.path} HTTP/1.1`,
    `Host: 127.0.0.1:${plan.port}`,
    `Authorization: Bearer ${request.bearer ?? plan.bearer}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`
  ]
  return [head.join("\r\n").split(tenant), `\r\n\r\n${body.toString("latin1")}`]
}

const makeSource = (plan: Plan): (() => string) => {
  const rendered = plan.requests.map((request) => render(plan, request))
  const draw = makeDraw()
  const rank = plan.tenants === null ? () => 0 : makeRank(plan.tenants, draw)
  let count = 0
  return () => {
    const at = plan.order === "random" ? draw(rendered.length) : count % rendered.length
    const [pieces, body] = rendered[at] ?? [[], ""]
    const head = pieces.length === 1 ? pieces[0] : pieces.join(String(rank()).padStart(6, "0"))
    const key = plan.idempotencyPrefix === null ? "" : `\r\nIdempotency-Key: ${plan.idempotencyPrefix}-${count}`
    // As long as the text it replaces, so that the length in the head stays true.
    const own = body.replace(unique, () => `${plan.run}${String(count).padStart(8, "0")}`)
    count++
    return head + key + own
  }
}

/** The same document, whatever the order of its members: what is kept as `jsonb` comes back in another. */
const isSame = (one: string, other: string): boolean =>
  one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other))

interface Acknowledged {
  readonly request: string
  readonly answer: string
}

const acknowledgedMost = 65_536

/** Requests with their answers, for replays: draws its own numbers, so that new requests are the same with and without. */
const makeReplays = (share: number) => {
  const draw = makeDraw()
  const kept: Array<Acknowledged> = []
  let count = 0
  return {
    next: (): Acknowledged | undefined =>
      share > 0 && draw(1_000_000) < share * 1_000_000 ? kept[draw(kept.length)] : undefined,
    keep: (acknowledged: Acknowledged): void => {
      if (share > 0) kept[count++ % acknowledgedMost] = acknowledged
    }
  }
}

/** Real time on purpose: what is measured is another process. */
const run = async (plan: Plan): Promise<Measurement> => {
  const next = makeSource(plan)
  const replays = makeReplays(plan.replays)
  const histogram = new Histogram()
  const statuses: Record<string, number> = {}
  const finished = Promise.withResolvers<void>()
  const begin = performance.now()
  const from = begin + plan.warmUpSeconds * 1000
  const until = from + plan.seconds * 1000
  let sent = 0
  let open = 0
  let replayed = 0
  let differing = 0

  const issue = (connection: Connection) => {
    sent++
    const replay = replays.next()
    const request = replay?.request ?? next()
    connection.send(request)
    return { request, replay, at: performance.now() }
  }
  const judge = ({ replay, request }: ReturnType<typeof issue>, status: number, answer: string): void => {
    statuses[status] = (statuses[status] ?? 0) + 1
    if (replay !== undefined) {
      replayed++
      if (!isSame(answer, replay.answer)) differing++
    } else if (status === 200) replays.keep({ request, answer })
  }
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () =>
      Connection.open(
        plan.port,
        (connection) => {
          let issued = issue(connection)
          open++
          return (status, answer) => {
            const now = performance.now()
            if (issued.at >= from && now <= until) histogram.record((now - issued.at) * 1000)
            judge(issued, status, answer)
            if (now < until && sent < plan.requestsMax) issued = issue(connection)
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
    statuses,
    replayed,
    differing
  }
}

const plan = Schema.decodeUnknownSync(Schema.fromJsonString(Plan))(await text(process.stdin))
const measurement = await run(plan)
process.stdout.write(`${Schema.encodeSync(Schema.fromJsonString(Measurement))(measurement)}\n`)
