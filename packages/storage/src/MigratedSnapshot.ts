/**
 * The snapshot that a fresh embedded database of today begins with: all migrations applied, nothing else in it. Made at
 * installation (`SnapshotCommand`) and by the testkit; where it is missing, `Database` begins bare and migrates.
 */
import * as Effect from "effect/Effect"
import type { SqlError } from "effect/sql/SqlError"
import * as Database from "./Database.ts"
import * as Migrations from "./Migrations.ts"
import * as PgliteHost from "./PgliteHost.ts"
import * as Snapshot from "./Snapshot.ts"

/** Its path; it is made (in 2 s, from the bare one) if it is missing. */
export const ensure: Effect.Effect<
  string,
  Snapshot.SnapshotNotWritten | PgliteHost.PgliteFailed | Migrations.MigrationError | SqlError
> = Effect.gen(function* () {
  const variant = Snapshot.variantOf(yield* Migrations.load(Migrations.directory))
  const found = Snapshot.find(variant)
  if (found !== undefined) return found
  const host = yield* PgliteHost.make({ snapshot: yield* Snapshot.ensure })
  yield* host.unlimited(Effect.provide(Migrations.run(), Database.layerClient(host)))
  return yield* Snapshot.write(yield* host.dump, variant)
}).pipe(Effect.scoped)
