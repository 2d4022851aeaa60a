/**
 * A child program that answers: one JSON document per line in, one out, each with the number of its question. For fault
 * tests, which must know exactly what was acknowledged before the program was killed.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as ChildProgram from "./ChildProgram.ts"

/** The program is gone, and whether it did what it was asked is not known. */
export class Unanswered extends Schema.TaggedError<Unanswered>()("Unanswered", {}) {}

/** The program did not do it, and says why. */
export class Refused extends Schema.TaggedError<Refused>()("Refused", { why: Schema.String }) {}

export interface AnsweringProgram extends ChildProgram.ChildProgram {
  readonly ask: (question: Readonly<Record<string, unknown>>) => Effect.Effect<unknown, Unanswered | Refused>
}

const Answer = Schema.fromJsonString(
  Schema.Struct({ n: Schema.Int, ok: Schema.optionalKey(Schema.Unknown), no: Schema.optionalKey(Schema.String) })
)
const decode = Schema.decodeUnknownOption(Answer)

/** Starts it and waits until it says `ready`; killed when the scope closes. */
export const start = (
  file: URL,
  args: ReadonlyArray<string>,
  env: Readonly<Record<string, string>> = {}
): Effect.Effect<AnsweringProgram, ChildProgram.ChildEnded, Scope.Scope> =>
  Effect.gen(function* () {
    const child = yield* ChildProgram.start(file, args, env)
    const open = new Map<number, (answer: Effect.Effect<unknown, Unanswered | Refused>) => void>()
    let asked = 0
    let ended = false
    child.hear((line) => {
      const answer = decode(line)
      if (answer._tag === "None") return
      const { n, no, ok } = answer.value
      const resume = open.get(n)
      open.delete(n)
      resume?.(no === undefined ? Effect.succeed(ok) : Effect.fail(new Refused({ why: no })))
    })
    const abandon = Effect.map(child.exit, () => {
      ended = true
      for (const resume of open.values()) resume(Effect.fail(new Unanswered()))
      open.clear()
    })
    yield* Effect.forkScoped(abandon)
    yield* child.says("ready")
    return {
      ...child,
      ask: (question) =>
        Effect.callback<unknown, Unanswered | Refused>((resume) => {
          if (ended) return resume(Effect.fail(new Unanswered()))
          const n = ++asked
          open.set(n, resume)
          child.tell(JSON.stringify({ ...question, n }))
        })
    }
  })
