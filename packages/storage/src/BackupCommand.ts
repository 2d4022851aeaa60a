/** `node packages/storage/src/BackupCommand.ts FILE`; what it does is in `BackupProgram`. */
import { NodeRuntime } from "@effect/platform-node"
import * as BackupProgram from "./BackupProgram.ts"

NodeRuntime.runMain(BackupProgram.backup(process.argv.slice(2)), { disableErrorReporting: true })
