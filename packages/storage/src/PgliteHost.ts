/**
 * The main thread's hold on the PGlite thread: starts it, passes messages, ends it, and replaces it when a statement
 * does not return. Used by `Database.layerPglite`, `Snapshot` and `Backup`.
 */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { Worker } from "node:worker_threads"
import type { PgliteReply, PgliteRequest, PgliteSource, PgliteStart } from "./PgliteMessage.ts"
import * as PgliteModule from "./PgliteModule.ts"
import type { Program } from "./PgliteModule.ts"
import type { Backend } from "./PgliteStream.ts"

/** The embedded database could not be opened, or its thread is gone. */
export class PgliteFailed extends Schema.TaggedError<PgliteFailed>()("PgliteFailed", {
  /** The cluster's directory, or `memory`. */
  directory: Schema.String,
  reason: Schema.String
}) {
  override get message(): string {
    return `The embedded database (${this.directory}) failed: ${this.reason}`
  }
}

export interface PgliteHost extends Backend {
  /** The whole cluster as a gzipped tarball, after a checkpoint. */
  readonly dump: Effect.Effect<Uint8Array, PgliteFailed>
  /** Runs an effect during which statements may take as long as they need, for migrations. */
  readonly unlimited: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
}

export interface Options extends PgliteSource {
  /** How long one statement may run before the thread is ended. PGlite cannot time out or cancel by itself. */
  readonly statementLimit?: Duration.Input | undefined
}

type Question = PgliteRequest extends infer R ? (R extends PgliteRequest ? Omit<R, "id"> : never) : never

interface Pending {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
  readonly since: number
}

/** One worker thread from start to end. Statements take real time, so the clock is the real one even in tests. */
class Thread {
  readonly ready: Promise<{ readonly snapshotError?: string | undefined }>
  readonly exited: Promise<void>
  readonly worker: Worker
  readonly clock: Clock.Clock
  readonly pending = new Map<number, Pending>()
  ended: string | undefined
  nextId = 0

  constructor(program: Program, { directory, snapshot, snapshotRequired }: PgliteSource, clock: Clock.Clock) {
    this.clock = clock
    this.worker = new Worker(new URL("./PgliteThread.ts", import.meta.url), {
      workerData: { program, source: { directory, snapshot, snapshotRequired } } satisfies PgliteStart
    })
    const { promise, reject, resolve } = Promise.withResolvers<{ readonly snapshotError?: string | undefined }>()
    this.ready = promise
    // Whoever asks next sees the failure; without this a thread nobody asks would end the process.
    promise.catch(() => undefined)
    const exit = Promise.withResolvers<void>()
    this.exited = exit.promise
    this.worker.on("message", (reply: PgliteReply) => {
      if (reply.kind === "ready") return resolve({ snapshotError: reply.snapshotError })
      if (reply.kind === "failed") return reject(new Error(reply.reason))
      const asked = this.pending.get(reply.id)
      this.pending.delete(reply.id)
      if (reply.kind === "answer") asked?.resolve(reply.bytes)
      else asked?.reject(new Error(reply.reason))
    })
    this.worker.on("error", (error) => this.end(error.message))
    this.worker.on("exit", () => {
      this.end("its thread ended")
      reject(new Error(this.ended))
      exit.resolve()
    })
  }

  end(reason: string): void {
    this.ended ??= reason
    for (const asked of this.pending.values()) asked.reject(new Error(this.ended))
    this.pending.clear()
  }

  ask(question: Question): Promise<Uint8Array> {
    if (this.ended !== undefined) return Promise.reject(new Error(this.ended))
    const id = this.nextId++
    const { promise, reject, resolve } = Promise.withResolvers<Uint8Array>()
    this.pending.set(id, { resolve, reject, since: this.clock.currentTimeMillisUnsafe() })
    this.worker.postMessage({ ...question, id })
    return promise
  }

  /** When the oldest unanswered question was asked (ms since the epoch), or undefined. */
  oldest(): number | undefined {
    for (const asked of this.pending.values()) return asked.since
    return undefined
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== "" ? error.message : String(error)

/** Ends the thread: asked first, so that the database shuts down cleanly, and without asking after 10 seconds. */
const stop = (thread: Thread, clock: Clock.Clock): Effect.Effect<void> =>
  Effect.promise(() => thread.ask({ kind: "close" }).then(() => thread.exited)).pipe(
    Effect.timeout("10 seconds"),
    Effect.provideService(Clock.Clock, clock),
    Effect.exit,
    Effect.flatMap((exit) => (Exit.isSuccess(exit) ? Effect.void : Effect.promise(() => thread.worker.terminate()))),
    Effect.asVoid
  )

/**
 * Opens the database in a thread of its own; ends with the scope.
 *
 * A statement that runs longer than `statementLimit` (default 30 s) costs the thread: it is ended as if the process
 * had been killed, all statements under way fail with a connection error, and the next connection opens the
 * directory again. What was committed stays. In memory nothing can be opened again, so every later statement fails.
 */
export const make = Effect.fnUntraced(function* (
  options: Options
): Effect.fn.Return<PgliteHost, PgliteFailed, Scope.Scope> {
  const clock = Clock.Clock.defaultValue()
  const name = options.directory ?? "memory"
  const failed = (error: unknown) => new PgliteFailed({ directory: name, reason: reasonOf(error) })
  const limitMillis = Duration.toMillis(options.statementLimit ?? "30 seconds")
  let suspended = 0

  const program = yield* Effect.tryPromise({ try: PgliteModule.get, catch: failed })
  let thread = new Thread(program, options, clock)
  yield* Effect.addFinalizer(() => stop(thread, clock))
  const ready = yield* Effect.tryPromise({ try: () => thread.ready, catch: failed })
  if (ready.snapshotError !== undefined) {
    yield* Effect.logWarning("The snapshot was not usable, initialised without it", { reason: ready.snapshotError })
  }

  const current = async (): Promise<Thread> => {
    if (thread.ended !== undefined && options.directory !== undefined) {
      await thread.exited
      if (thread.ended !== undefined) thread = new Thread(program, { directory: options.directory }, clock)
    }
    await thread.ready
    return thread
  }

  const watch = Effect.gen(function* () {
    const since = thread.oldest()
    const now = yield* Clock.currentTimeMillis
    if (suspended > 0 || since === undefined || now - since < limitMillis) return
    yield* Effect.logError("A statement ran into its time limit, the embedded database is restarted", { limitMillis })
    thread.end(`a statement ran longer than ${limitMillis} ms`)
    yield* Effect.promise(() => thread.worker.terminate())
  }).pipe(Effect.andThen(Effect.sleep(Math.min(1000, limitMillis / 4))), Effect.forever)
  yield* Effect.forkScoped(Effect.provideService(watch, Clock.Clock, clock))

  return {
    open: async (bytes) => (await current()).ask({ kind: "open", bytes }),
    execute: (bytes) => thread.ask({ kind: "execute", bytes }),
    dump: Effect.tryPromise({ try: async () => (await current()).ask({ kind: "dump" }), catch: failed }),
    unlimited: (effect) =>
      Effect.acquireUseRelease(
        Effect.sync(() => suspended++),
        () => effect,
        () => Effect.sync(() => suspended--)
      )
  }
})
