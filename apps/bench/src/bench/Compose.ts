/**
 * `compose`: a message in the brand's voice, with a model that answers at once, so that what is measured is all that
 * stands around a model: reading the person, its memories and the brand's words, the prompt, the guardrail, the grounding,
 * the record. `noop` is the same route with nothing behind it.
 */
import type { Bench } from "../Bench.ts"
import type { PlannedRequest } from "../Plan.ts"
import * as Remembered from "../Remembered.ts"

const asked = (personId: string): PlannedRequest => ({
  path: "/brand-voice/compose",
  body: JSON.stringify({ channel: "email", objective: "demo_book", personId })
})
const others = Array.from({ length: 199 }, (_, n) => asked(Remembered.personOf(n + 1)))

export const bench: Bench = {
  entries: [
    { name: "loopdrive", program: "subject/GatewayCompose.ts" },
    { name: "noop", program: "subject/ComposeNoop.ts", stateless: true }
  ],
  workloads: [
    // First, and at length: a message passes so much code that hundreds of them go by until it is compiled.
    {
      name: "64",
      connections: 64,
      idempotent: false,
      order: "random",
      warmUpSeconds: 6,
      requests: [asked("per_0"), ...others]
    },
    { name: "single", connections: 1, idempotent: false, order: "random", requests: [asked("per_0"), ...others] },
    { name: "5000-memories", connections: 1, idempotent: false, order: "sequence", requests: [asked(Remembered.elder)] }
  ],
  goals: [
    { workload: "64", subject: "loopdrive", baseline: "noop", figure: "rate", bound: 0.5 },
    { workload: "single", subject: "loopdrive", baseline: "noop", figure: "p50", bound: undefined },
    { workload: "5000-memories", subject: "loopdrive", baseline: "noop", figure: "p50", bound: undefined }
  ],
  prepare: Remembered.create,
  check: Remembered.check
}
