/**
 * The text of a migration: its number, its checksum-relevant text, and what of it a given database runs. Pure; used
 * by `Migrations`.
 */
import * as Result from "effect/Result"

/** How a database stores embeddings: pgvector's `vector(1536)`, or `real[]` where the extension is missing. */
export type Embedding = "pgvector" | "exact"

export interface MigrationFile {
  readonly number: number
  /** The file's name without its ending, for example `0001_people`. */
  readonly name: string
  readonly text: string
}

const namePattern = /^(\d{4})_[a-z0-9_]+\.sql$/
const markPattern = /^--\s*(?:only:\s*(\S+)|(end))\s*$/

/**
 * Orders files by number. Fails with a sentence for a name that is not `NNNN_name.sql` and for a number that is
 * missing or given twice: the sequence 1, 2, 3… has no holes, so two branches that add the same number collide.
 */
export const sequence = (
  files: ReadonlyArray<{ readonly file: string; readonly text: string }>
): Result.Result<ReadonlyArray<MigrationFile>, string> => {
  const migrations: Array<MigrationFile> = []
  for (const { file, text } of files) {
    const number = namePattern.exec(file)?.[1]
    if (number === undefined) return Result.fail(`${file} is not named NNNN_name.sql`)
    migrations.push({ number: Number(number), name: file.slice(0, -".sql".length), text: normalise(text) })
  }
  migrations.sort((a, b) => a.number - b.number)
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) {
      return Result.fail(`${migration.name} stands where number ${index + 1} is expected`)
    }
  }
  return Result.succeed(migrations)
}

/** A checkout on Windows has other line ends; the migration is the same. */
const normalise = (text: string): string => text.replaceAll("\r\n", "\n")

/**
 * What this database runs: `{{embedding}}` becomes the column type, and lines between `-- only: pgvector` (or
 * `-- only: exact`) and `-- end` stay only where that is how embeddings are stored. Left-out lines are blanked, so
 * line numbers in errors are those of the file. Fails with a sentence for marks that do not pair up.
 */
export const render = (migration: MigrationFile, embedding: Embedding): Result.Result<string, string> => {
  let only: string | undefined
  const lines: Array<string> = []
  for (const [index, line] of migration.text.split("\n").entries()) {
    const mark = markPattern.exec(line)
    const where = `${migration.name}, line ${index + 1}`
    if (mark === null) {
      lines.push(only === undefined || only === embedding ? line : "")
      continue
    }
    const [, opens, ends] = mark
    if (opens !== undefined && opens !== "pgvector" && opens !== "exact") {
      return Result.fail(`${where}: "only: ${opens}" is neither pgvector nor exact`)
    }
    if (opens !== undefined && only !== undefined) return Result.fail(`${where}: "only" inside "only"`)
    if (ends !== undefined && only === undefined) return Result.fail(`${where}: "end" without "only"`)
    only = opens
    lines.push("")
  }
  if (only !== undefined) return Result.fail(`${migration.name}: "only: ${only}" without "end"`)
  const type = embedding === "pgvector" ? "vector(1536)" : "real[]"
  return Result.succeed(lines.join("\n").replaceAll("{{embedding}}", type))
}
