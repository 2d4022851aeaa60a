/**
 * The command line around `Backup`: which directory, which file, what to say. Run by `BackupCommand` and
 * `RestoreCommand`, which `npm run backup -- FILE` and `npm run restore -- FILE` start.
 */
import { resolve } from "node:path"
import * as Cause from "effect/Cause"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Backup from "./Backup.ts"
import { dataDir, databaseUrl } from "./Database.ts"

/** The command was called in a way it cannot follow. */
export class CommandMisused extends Schema.TaggedError<CommandMisused>()("CommandMisused", {
  reason: Schema.String
}) {
  override get message(): string {
    return this.reason
  }
}

/** What was to be expected is said in a sentence; a defect shows its stack. Either way the process exits with 1. */
const explained = <A, E extends Error, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.tapCause(effect, (cause) => {
    const failures = cause.reasons.filter(Cause.isFailReason).map(({ error }) => error.message)
    return Console.error(failures.length === 0 ? Cause.pretty(cause) : failures.join("\n"))
  })

/** npm runs scripts in the repository; `INIT_CWD` is where it was called, which is what a relative file refers to. */
const calledFrom = Config.withDefault(Config.String("INIT_CWD"), process.cwd())

const targets = Effect.fnUntraced(function* (command: string, args: ReadonlyArray<string>) {
  const [file, ...rest] = args
  // An option, of which there is none, is not meant as a file's name.
  if (file === undefined || file.startsWith("-") || rest.length > 0) {
    return yield* new CommandMisused({ reason: `Name one file: npm run ${command} -- FILE` })
  }
  const url = yield* databaseUrl
  if (Option.isSome(url)) {
    return yield* new CommandMisused({
      reason: "DATABASE_URL is set: use pg_dump and pg_restore for a PostgreSQL server"
    })
  }
  return { dataDir: yield* dataDir, file: resolve(yield* calledFrom, file) }
})

/** `npm run backup -- FILE` */
export const backup = Effect.fnUntraced(function* (args: ReadonlyArray<string>) {
  const target = yield* targets("backup", args)
  const bytes = yield* Backup.backup(target)
  yield* Effect.logInfo(`Wrote ${target.file} (${bytes} bytes) from ${resolve(target.dataDir)}`)
}, explained)

/** `npm run restore -- FILE` */
export const restore = Effect.fnUntraced(function* (args: ReadonlyArray<string>) {
  const target = yield* targets("restore", args)
  yield* Backup.restore(target)
  yield* Effect.logInfo(`Restored ${target.file} into ${resolve(target.dataDir)}`)
  yield* Effect.logInfo(
    "The first API key is not in a backup: put the old api-key file there, or a start makes a new one"
  )
}, explained)
