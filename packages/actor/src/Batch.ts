/**
 * Reads that many callers ask for at once, asked of the database together: the first goes alone, the next batch forms
 * while it runs. No timer, so that a single caller waits for nobody.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"

interface Waiting<K, A, E> {
  readonly key: K
  readonly resume: (effect: Effect.Effect<A, E>) => void
}

export interface Options<K, A, E> {
  /** Answers for the keys, in their order. */
  readonly read: (keys: ReadonlyArray<K>) => Effect.Effect<ReadonlyArray<A>, E>
  /** Keys in one batch. */
  readonly most: number
  /** Batches under way at once. */
  readonly lanes: number
}

/** A failed batch fails for everybody in it; nothing is remembered between batches. */
export const make = <K, A, E>({ lanes, most, read }: Options<K, A, E>): ((key: K) => Effect.Effect<A, E>) => {
  const waiting: Array<Waiting<K, A, E>> = []
  let running = 0

  const settle = (batch: ReadonlyArray<Waiting<K, A, E>>, exit: Exit.Exit<ReadonlyArray<A>, E>): void => {
    batch.forEach(({ resume }, n) => {
      if (Exit.isFailure(exit)) return resume(Effect.failCause(exit.cause))
      const answer = exit.value[n]
      resume(
        answer === undefined
          ? Effect.die(new Error("a batch answered fewer keys than it was asked"))
          : Effect.succeed(answer)
      )
    })
  }
  const pump = (context: Context.Context<never>): void => {
    while (running < lanes && waiting.length > 0) {
      const batch = waiting.splice(0, most)
      running++
      const done = Effect.map(Effect.exit(read(batch.map(({ key }) => key))), (exit) => {
        running--
        settle(batch, exit)
        pump(context)
      })
      Effect.runForkWith(context)(done)
    }
  }
  return (key) =>
    Effect.contextWith((context: Context.Context<never>) =>
      Effect.callback<A, E>((resume) => {
        waiting.push({ key, resume })
        pump(context)
      })
    )
}
