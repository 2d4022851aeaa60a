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
import { makeDraw } from "./Draw.ts"
import { Histogram } from "./Histogram.ts"
import * as Monotonic from "./Monotonic.ts"
import { Measurement, Plan, person, tenant, unique } from "./Plan.ts"
import type { Acknowledged, PlannedRequest } from "./Plan.ts"
import * as Visits from "./Visits.ts"

/** How long after the end the last answers may take. */
const graceSeconds = 15

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

const makeSource = (plan: Plan) => {
  const rendered = plan.requests.map((request) => render(plan, request))
  const draw = makeDraw()
  const rank = plan.tenants === null ? () => 0 : makeRank(plan.tenants, draw)
  const visits = plan.peopleFrom === null ? undefined : Visits.make(plan.peopleFrom, draw)
  let count = 0
  const next = (): string => {
    const at = plan.order === "random" ? draw(rendered.length) : count % rendered.length
    const [pieces, body] = rendered[at] ?? [[], ""]
    const head = pieces.length === 1 ? pieces[0] : pieces.join(String(rank()).padStart(6, "0"))
    const key = plan.idempotencyPrefix === null ? "" : `\r\nIdempotency-Key: ${plan.idempotencyPrefix}-${count}`
    // As long as the texts they replace, so that the length in the head stays true.
    const own = body.replace(unique, () => `${plan.run}${String(count).padStart(8, "0")}`)
    const about = visits === undefined ? own : own.replace(person, String(visits.next()).padStart(8, "0"))
    count++
    return head + key + about
  }
  return { next, people: () => visits?.begun() }
}

/** The same document, whatever the order of its members: what is kept as `jsonb` comes back in another. */
const isSame = (one: string, other: string): boolean =>
  one === other || isDeepStrictEqual(JSON.parse(one), JSON.parse(other))

const idOf = (answer: string): string => /"id":"([^"]+)"/.exec(answer)?.[1] ?? ""

interface Answered {
  readonly request: string
  readonly answer: string
}

const rememberedMost = 65_536

/** Requests with their answers, for replays: draws its own numbers, so that new requests are the same with and without. */
const makeReplays = (share: number) => {
  const draw = makeDraw()
  const kept: Array<Answered> = []
  let count = 0
  return {
    next: (): Answered | undefined =>
      share > 0 && draw(1_000_000) < share * 1_000_000 ? kept[draw(kept.length)] : undefined,
    keep: (answered: Answered): void => {
      if (share > 0) kept[count++ % rememberedMost] = answered
    }
  }
}

/** A request on its way; `at`: when it began, or should have. */
interface Issued {
  readonly request: string
  readonly replay: Answered | undefined
  readonly at: number
}

/** What the answers come to. Times in milliseconds of this process. */
const makeTally = (plan: Plan, from: number, until: number) => {
  const histogram = new Histogram()
  const statuses: Record<string, number> = {}
  const acknowledged: Array<Acknowledged> = []
  const offset = Monotonic.micros() - performance.now() * 1000
  const same = plan.tells ? (one: string, other: string) => idOf(one) === idOf(other) : isSame
  let replayed = 0
  let differing = 0
  return {
    count: ({ at, replay }: Issued, status: number, answer: string): void => {
      const now = performance.now()
      if (at >= from && now <= until) histogram.record((now - at) * 1000)
      statuses[status] = (statuses[status] ?? 0) + 1
      if (replay !== undefined) {
        replayed++
        if (!same(answer, replay.answer)) differing++
      } else if (plan.tells && status === 200) {
        acknowledged.push({ id: idOf(answer), beganMicros: Math.round(at * 1000 + offset) })
      }
    },
    measurement: (seconds: number): Measurement => ({
      answered: histogram.total,
      perSecond: seconds > 0 ? histogram.total / seconds : 0,
      p50: histogram.quantile(0.5),
      p90: histogram.quantile(0.9),
      p99: histogram.quantile(0.99),
      max: histogram.max,
      statuses,
      replayed,
      differing,
      ...(plan.tells ? { acknowledged } : {})
    })
  }
}

/** Hands out the times at which requests begin, to whoever is free; who comes too late takes the oldest. */
const makePace = (perSecond: number, from: number, until: number, onOver: () => void) => {
  const draw = makeDraw()
  const gap = (): number => (-Math.log(1 - draw(2 ** 32) / 2 ** 32) / perSecond) * 1000
  const free: Array<(at: number) => void> = []
  const late: Array<number> = []
  let next = from + gap()
  const pump = (): void => {
    const now = performance.now()
    for (; next <= now && next < until; next += gap()) {
      // Each in its turn: servers close connections that stand idle for some seconds.
      const begin = free.shift()
      if (begin === undefined) late.push(next)
      else begin(next)
    }
    if (next < until) setTimeout(pump, Math.max(0, next - now))
    else onOver()
  }
  return {
    start: pump,
    /** The connection begins its next request now, or when its time comes. */
    wait: (begin: (at: number) => void): void => {
      const at = late.shift()
      if (at === undefined) free.push(begin)
      else begin(at)
    },
    isOver: (): boolean => next >= until && late.length === 0
  }
}

/** Real time on purpose: what is measured is another process. */
const run = async (plan: Plan): Promise<Measurement> => {
  const source = makeSource(plan)
  const replays = makeReplays(plan.replays)
  const finished = Promise.withResolvers<void>()
  const begin = performance.now()
  const from = begin + plan.warmUpSeconds * 1000
  const until = from + plan.seconds * 1000
  const tally = makeTally(plan, from, until)
  let sent = 0
  let open = 0
  const isOver = () => pace === undefined || pace.isOver()
  const end = () => {
    if (open === 0 && isOver()) finished.resolve()
  }
  const pace = plan.arrivalsPerSecond === null ? undefined : makePace(plan.arrivalsPerSecond, begin, until, end)

  const issue = (connection: Connection, at: number): Issued => {
    sent++
    open++
    const replay = replays.next()
    const request = replay?.request ?? source.next()
    connection.send(request)
    return { request, replay, at }
  }
  const connect = (connection: Connection) => {
    let issued: Issued
    const next = (at: number) => {
      issued = issue(connection, at)
    }
    const resume = () => {
      if (pace !== undefined) pace.wait(next)
      else if (performance.now() < until && sent < plan.requestsMax) next(performance.now())
    }
    resume()
    return (status: number, answer: string) => {
      open--
      tally.count(issued, status, answer)
      if (issued.replay === undefined && status === 200) replays.keep({ request: issued.request, answer })
      resume()
      end()
    }
  }
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () => Connection.open(plan.port, connect, finished.reject))
  )
  pace?.start()
  const overdue = setTimeout(
    () => finished.reject(new Error(`${open} requests were not answered in time`)),
    (plan.warmUpSeconds + plan.seconds + graceSeconds) * 1000
  )
  await finished.promise
  const seconds = (Math.min(performance.now(), until) - from) / 1000
  clearTimeout(overdue)
  for (const connection of connections) connection.close()
  const people = source.people()
  return { ...tally.measurement(seconds), ...(people === undefined ? {} : { people }) }
}

const plan = Schema.decodeUnknownSync(Schema.fromJsonString(Plan))(await text(process.stdin))
const measurement = await run(plan)
process.stdout.write(`${Schema.encodeSync(Schema.fromJsonString(Measurement))(measurement)}\n`)
