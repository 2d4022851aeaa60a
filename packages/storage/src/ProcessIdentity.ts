/**
 * Tells a process from a later one that was given the same pid. Used by `DataDirectory`.
 */
import { execFile } from "node:child_process"
import * as Fs from "node:fs/promises"
import { promisify } from "node:util"
import * as Effect from "effect/Effect"

const run = promisify(execFile)

/** `/proc/PID/stat` (proc_pid_stat(5)): field 22 is the start in clock ticks since boot; the name may hold spaces. */
const fromProc = async (pid: number): Promise<string | undefined> => {
  const stat = await Fs.readFile(`/proc/${pid}/stat`, "utf8")
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  const [state, ticks] = [fields[0], fields[19]]
  // A zombie holds nothing open any more: it only waits for its parent to notice.
  if (state === "Z" || state === "X" || ticks === undefined) return undefined
  const boot = (await Fs.readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim()
  return `${boot}/${ticks}`
}

/** `ps` fails where no process has the pid. */
const fromPs = async (pid: number): Promise<string> => {
  const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)])
  return stdout.trim()
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/**
 * An opaque text that is the same for as long as the process lives and differs for any other process with this pid
 * on this machine; undefined when there is no such process. Linux reads `/proc`, other systems ask `ps`; where
 * neither answers, being alive is all that is known and a recycled pid is not recognised.
 */
export const startedAt = (pid: number): Effect.Effect<string | undefined> =>
  Effect.promise(async () => {
    if (!isAlive(pid)) return undefined
    const read = process.platform === "linux" ? fromProc : fromPs
    return read(pid).catch(() => "alive")
  })
