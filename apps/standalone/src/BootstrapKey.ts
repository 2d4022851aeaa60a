/**
 * The first key of an installation. The operator's own, if one is given; otherwise one made at the first start. On the
 * embedded store it is kept beside the database in a file that only its owner can read, so that every start can show it
 * until it is rotated; PostgreSQL installations are shown it once.
 */
import * as Bootstrap from "@loopdrive/tenancy/Bootstrap"
import { databaseUrl, dataDir } from "@loopdrive/storage/Database"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import * as Path from "effect/Path"
import * as Redacted from "effect/Redacted"
import * as SqlClient from "effect/sql/SqlClient"

const given = Config.option(Config.Redacted("LOOPDRIVE_BOOTSTRAP_KEY")).pipe(
  Config.map(Option.filter((key) => Redacted.value(key) !== ""))
)

const ownerOnly = 0o600

const ofFile = Effect.gen(function* () {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const file = path.join(yield* dataDir, "api-key")
  if (yield* files.exists(file)) {
    const kept = Redacted.make((yield* files.readFileString(file)).trim())
    // What was rotated or revoked since does not come back with a restart.
    return (yield* Bootstrap.run(kept, { onlyFirst: true })) ? kept : undefined
  }
  const key = Bootstrap.freshKey()
  yield* files.writeFileString(file, `${Redacted.value(key)}\n`, { mode: ownerOnly })
  yield* Bootstrap.run(key)
  return key
})

const isFirst = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  return (yield* sql`select 1 from api_keys limit 1`).length === 0
})

/** Makes the defaults of a new installation. `shown`: the key to print; absent where this process does not know it. */
export const ensure = Effect.gen(function* () {
  const own = yield* given
  if (Option.isSome(own)) {
    yield* Bootstrap.run(own.value)
    return { shown: own.value }
  }
  if (Option.isNone(yield* databaseUrl)) return { shown: yield* ofFile }
  if (!(yield* isFirst)) return { shown: undefined }
  const key = Bootstrap.freshKey()
  yield* Bootstrap.run(key)
  return { shown: key }
})
