/** The process side of a contestant: what it is given, and how it says that it listens. */

/** The value of a variable that `Rounds` always sets. */
export const given = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: contestants are started by the bench`)
  return value
}

/** The line that `Rounds` waits for. */
export const readyLine = "ready on port "

/** Tells the bench where the server listens, and ends in an orderly way so that a profile is written. */
export const announce = (port: number): void => {
  process.once("SIGTERM", () => process.exit(0))
  process.stdout.write(`${readyLine}${port}\n`)
}
