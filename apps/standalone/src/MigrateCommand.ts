/** `npm run migrate`: brings the database that the environment names up to date, and says what it is. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Database from "@loopdrive/storage/Database"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Startup from "./Startup.ts"

const program = Effect.gen(function* () {
  const { durability, store, vectors, version } = yield* Database.Database
  yield* Console.log(`${store} ${version} is up to date (vectors: ${vectors}). ${durability}`)
})

NodeRuntime.runMain(Startup.explained(Effect.provide(program, Database.layerConfig), "Nothing was migrated."), {
  disableErrorReporting: true
})
