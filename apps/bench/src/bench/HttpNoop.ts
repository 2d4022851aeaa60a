/**
 * `http-noop`: an authenticated, validated POST that does nothing: what the HTTP layer alone costs. The subject is
 * Effect's `HttpApi` on `FastServer`; beside it the same routes on Effect's server as its documentation shows it.
 */
import * as Effect from "effect/Effect"
import type { Bench } from "../Bench.ts"
import * as Statuses from "../Statuses.ts"

export const bench: Bench = {
  entries: [
    { name: "fastify", program: "baseline/FastifyNoop.ts" },
    { name: "loopdrive", program: "subject/FastNoop.ts" },
    { name: "effect-plain", program: "subject/PlainNoop.ts" }
  ],
  workloads: [
    {
      name: "64",
      connections: 64,
      idempotent: false,
      order: "sequence",
      requests: [{ path: "/noop", body: JSON.stringify({ personId: "per_01HZX3", type: "email.opened", value: 42 }) }]
    }
  ],
  goals: [
    { workload: "64", subject: "loopdrive", baseline: "fastify", figure: "rate", bound: 0.8 },
    { workload: "64", subject: "effect-plain", baseline: "fastify", figure: "rate", bound: undefined }
  ],
  check: (contestant, measured) => Effect.asVoid(Statuses.allSucceeded(contestant, measured))
}
