/** `node packages/storage/src/SnapshotCommand.ts`: run once at installation, so that the first start is fast. */
import { NodeRuntime } from "@effect/platform-node"
import * as Effect from "effect/Effect"
import * as MigratedSnapshot from "./MigratedSnapshot.ts"

MigratedSnapshot.ensure.pipe(
  Effect.flatMap((path) => Effect.logInfo(`The embedded database starts from ${path}`)),
  NodeRuntime.runMain
)
