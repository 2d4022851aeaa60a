/** `node packages/storage/src/RestoreCommand.ts FILE`; what it does is in `BackupProgram`. */
import { NodeRuntime } from "@effect/platform-node"
import * as BackupProgram from "./BackupProgram.ts"

NodeRuntime.runMain(BackupProgram.restore(process.argv.slice(2)), { disableErrorReporting: true })
