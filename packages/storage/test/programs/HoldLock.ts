/** Takes the lock on a directory, says so, and keeps it until it is killed. */
import * as Effect from "effect/Effect"
import * as DataDirectory from "../../src/DataDirectory.ts"

const [directory = ""] = process.argv.slice(2)

await Effect.runPromise(
  Effect.scoped(
    Effect.gen(function* () {
      yield* DataDirectory.lock(directory)
      console.log("locked")
      const forever = setInterval(() => undefined, 60_000)
      yield* Effect.never
      clearInterval(forever)
    })
  ).pipe(Effect.catchTag("DataDirectoryLocked", (error) => Effect.sync(() => console.log(`refused by ${error.pid}`))))
)
