/**
 * `resolve`: who is behind these identifiers, over HTTP, with 100,000 people known. `known` asks for somebody by email;
 * `mixed` is 95 % known, 4 % new and 1 % a known email with a new identifier to link. The subject is the product's own
 * gateway with everything it does; the baseline is one statement per request that does the same to the same tables.
 */
import type { Bench } from "../Bench.ts"
import * as People from "../People.ts"
import { unique } from "../Plan.ts"
import type { PlannedRequest } from "../Plan.ts"

const asked = (identifiers: object): PlannedRequest => ({
  path: "/api/person/resolve",
  body: JSON.stringify(identifiers)
})

/** People spread over the whole table, so that no cache of a few rows is measured. */
const some = (n: number): number => (n * 7919) % People.peopleMost
const known = (n: number): PlannedRequest => asked({ email: People.emailOf(some(n)) })
const fresh: PlannedRequest = asked({ email: `${unique}@example.org` })
const linking = (n: number): PlannedRequest =>
  asked({ email: People.emailOf(some(n)), handle: unique, type: "external_id" })

const shares = 2000
const mixed = Array.from({ length: shares }, (_, n) => (n % 100 < 95 ? known(n) : n % 100 < 99 ? fresh : linking(n)))
const [first = fresh, ...others] = mixed
const everybody = Array.from({ length: shares }, (_, n) => known(n + 1))

export const bench: Bench = {
  entries: [
    { name: "fastify-pg", program: "baseline/FastifyResolve.ts" },
    { name: "loopdrive", program: "subject/GatewayResolve.ts" }
  ],
  workloads: [
    { name: "known", connections: 64, idempotent: false, order: "random", requests: [known(0), ...everybody] },
    { name: "mixed", connections: 64, idempotent: false, order: "random", requests: [first, ...others] },
    { name: "single", connections: 1, idempotent: false, order: "random", requests: [known(0), ...everybody] }
  ],
  goals: [
    { workload: "known", subject: "loopdrive", baseline: "fastify-pg", figure: "rate", bound: 1 },
    { workload: "mixed", subject: "loopdrive", baseline: "fastify-pg", figure: "rate", bound: 1.5 },
    { workload: "single", subject: "loopdrive", baseline: "fastify-pg", figure: "p50", bound: undefined }
  ],
  prepare: People.create,
  check: People.check
}
