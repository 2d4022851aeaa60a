/**
 * What every npm script runs first: `node scripts/setup.mjs ENTRY [ARGUMENTS]`. It installs the dependencies where they
 * are missing or the lockfile changed, makes the embedded database's snapshot, bundles the programs, and then runs the
 * entry: a TypeScript file with the repository's own Node, or a tool from `node_modules/.bin`.
 *
 * It runs before anything is installed, on any Node >= 18, so it uses nothing but Node's own modules.
 */
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import * as Fs from "node:fs"
import { constants } from "node:os"
import { delimiter, dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const modules = join(root, "node_modules")
const windows = process.platform === "win32"
// The binary itself: the shim in `.bin` is a shell that neither passes signals on nor is replaced by Node.
const node = join(modules, "node", "bin", windows ? "node.exe" : "node")
const stampFile = join(modules, ".loopdrive-installed")
const lockFile = join(modules, ".loopdrive-installing")
const parent = process.ppid
const snapshots = join(modules, ".cache", "loopdrive")
const compiled = join(modules, ".cache", "node")
const programs = join(snapshots, "programs")
/** Programs that somebody waits for: bundled before they run (ADR 0028). All others run as they are. */
const bundledEntries = [
  "apps/standalone/src/Main.ts",
  "apps/standalone/src/MigrateCommand.ts",
  "apps/standalone/src/SmokeCommand.ts",
  "packages/storage/src/BackupCommand.ts",
  "packages/storage/src/RestoreCommand.ts"
]

/** Says on standard error, so that what an entry writes to standard output stays its own. */
const say = (text) => process.stderr.write(`${text}\n`)

/** What an installation depends on: the lockfile, the patches to it, pnpm's version, the platform. */
const fingerprint = (packageManager) => {
  const hash = createHash("sha256")
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(Fs.readFileSync(join(root, name)))
  return hash.update(`${packageManager} ${process.platform} ${process.arch}`).digest("hex")
}

const installed = (wanted) =>
  Fs.existsSync(node) && Fs.existsSync(stampFile) && Fs.readFileSync(stampFile, "utf8") === wanted

/** NODE_ENV=production and its relatives would leave out Node itself, which is a development dependency. */
const installEnvironment = () => {
  const { NODE_ENV: _mode, npm_config_production: _production, npm_config_omit: _omit, ...rest } = process.env
  return { ...rest, CI: "true" }
}

/** npx beside the npm that runs us, else the one on the path. */
const npx = () => {
  const beside = process.env.npm_execpath ? join(dirname(process.env.npm_execpath), "npx-cli.js") : ""
  return beside !== "" && Fs.existsSync(beside) ? [process.execPath, [beside]] : ["npx", []]
}

/** Runs to its end without showing anything; on failure shows everything and ends this process with its code. */
const quietly = (what, command, args, options) => {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
    ...options
  })
  if (done.status === 0) return
  say(`${done.stdout ?? ""}${done.stderr ?? ""}`)
  say(`${what} failed: ${done.error?.message ?? done.signal ?? `exit code ${done.status}`}`)
  process.exit(done.status || 1)
}

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

const pause = (millis) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, millis)

/** Waits its turn: `npm start` and `npm test` may be typed at once into a fresh clone. A dead owner's lock is taken. */
const takeTurn = () => {
  Fs.mkdirSync(modules, { recursive: true })
  for (;;) {
    try {
      Fs.writeFileSync(lockFile, String(process.pid), { flag: "wx" })
      process.on("exit", () => Fs.rmSync(lockFile, { force: true }))
      return
    } catch (error) {
      if (error.code !== "EEXIST") throw error
    }
    const owner = Fs.existsSync(lockFile) ? Number(Fs.readFileSync(lockFile, "utf8")) : 0
    // An empty file belongs to somebody who is about to write his number into it.
    if (owner > 0 && !alive(owner)) Fs.rmSync(lockFile, { force: true })
    pause(200)
  }
}

/** Answers whether something was installed. */
const install = () => {
  const { packageManager } = JSON.parse(Fs.readFileSync(join(root, "package.json"), "utf8"))
  const wanted = fingerprint(packageManager)
  if (installed(wanted)) return false
  takeTurn()
  if (installed(wanted)) return false
  say("Installing dependencies ...")
  const [command, before] = npx()
  const args = [...before, "--yes", packageManager, "install", "--frozen-lockfile", "--prod=false"]
  quietly("The installation", command, [...args, "--config.confirm-modules-purge=false"], {
    env: installEnvironment(),
    shell: windows && command === "npx"
  })
  Fs.writeFileSync(stampFile, wanted)
  return true
}

/**
 * npm puts `.bin` on the path, so from the second start on the `node` of an npm script is the one in there; pnpm makes
 * it a shell, which would keep a signal for us to itself. A link to the binary takes its place.
 */
const linkNode = () => {
  const shim = join(modules, ".bin", "node")
  if (windows || !Fs.existsSync(shim) || Fs.lstatSync(shim).isSymbolicLink()) return
  const draft = `${shim}.${process.pid}`
  Fs.symlinkSync(join("..", "node", "bin", "node"), draft)
  Fs.renameSync(draft, shim)
}

const environment = () => {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH"
  const before = [dirname(node), join(modules, ".bin")].join(delimiter)
  return {
    // What Node compiled once it need not compile again: a third off every start.
    NODE_COMPILE_CACHE: compiled,
    ...process.env,
    [pathName]: `${before}${delimiter}${process.env[pathName] ?? ""}`
  }
}

/** What the snapshot depends on: what is installed, how it is made, and the migrations. */
const snapshotFingerprint = () => {
  const storage = join(root, "packages", "storage")
  const directory = join(storage, "migrations")
  const hash = createHash("sha256").update(Fs.readFileSync(stampFile))
  hash.update(Fs.readFileSync(join(storage, "src", "Snapshot.ts")))
  // oxlint-disable-next-line unicorn/no-array-sort -- Node 18 has no toSorted
  for (const name of Fs.readdirSync(directory).sort()) hash.update(name).update(Fs.readFileSync(join(directory, name)))
  return hash.digest("hex")
}

/** A fresh directory's first start would otherwise spend seconds in initdb and in migrations. */
const prepareSnapshot = () => {
  const wanted = snapshotFingerprint()
  const stamp = join(snapshots, ".prepared")
  if (Fs.existsSync(stamp) && Fs.readFileSync(stamp, "utf8") === wanted) return
  const entry = join(root, "packages", "storage", "src", "SnapshotCommand.ts")
  quietly("The embedded database's snapshot", node, [entry], { env: environment() })
  Fs.mkdirSync(snapshots, { recursive: true })
  Fs.writeFileSync(stamp, wanted)
}

/** Every file under `src` of a package or an app. */
const sources = () => {
  const filesIn = (directory) =>
    Fs.readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesIn(join(directory, entry.name)) : [join(directory, entry.name)]
    )
  const workspaces = ["packages", "apps"].flatMap((kind) =>
    Fs.readdirSync(join(root, kind)).map((name) => join(root, kind, name, "src"))
  )
  return workspaces.filter((directory) => Fs.existsSync(directory)).flatMap(filesIn)
}

/** What bundled programs depend on: what is installed, and the sources. */
const programsFingerprint = () => {
  const hash = createHash("sha256").update(Fs.readFileSync(stampFile))
  // oxlint-disable-next-line unicorn/no-array-sort -- Node 18 has no toSorted
  for (const file of sources().sort()) hash.update(relative(root, file)).update(Fs.readFileSync(file))
  return hash.digest("hex").slice(0, 16)
}

const remove = (path) => Fs.rmSync(path, { recursive: true, force: true })

/** Where the programs are, bundled of the sources as they are now. */
const bundlePrograms = () => {
  const directory = join(programs, programsFingerprint())
  if (Fs.existsSync(directory)) return directory
  const bundler = join(root, "packages", "tooling", "src", "BundleCommand.ts")
  const options = { cwd: root, stdio: ["ignore", "ignore", "pipe"], env: environment() }
  const { status, stderr } = spawnSync(node, [bundler, directory, ...bundledEntries], options)
  if (status !== 0) say(`${stderr ?? ""}\nThe programs could not be bundled, and run as they are.`)
  // Afterwards: another start may be bundling the same ones, and then needs no more than that they are there.
  else for (const name of Fs.readdirSync(programs)) if (join(programs, name) !== directory) remove(join(programs, name))
  return directory
}

/** The file to run for an entry. What could not be bundled runs as it is, and says itself what is wrong with it. */
const programOf = (entry) => {
  if (!bundledEntries.includes(entry)) return join(root, entry)
  const bundled = join(bundlePrograms(), entry.replace(/\.ts$/, ".mjs"))
  return Fs.existsSync(bundled) ? bundled : join(root, entry)
}

/** A TypeScript file for our Node, a tool of the repository by its name, or one of a workspace by its path. */
const commandOf = (entry) => {
  if (entry.endsWith(".ts")) return [node, [programOf(entry)]]
  return [entry.includes("/") ? join(root, entry) : join(modules, ".bin", entry), []]
}

/**
 * Ends the child when npm is gone. npm passes a signal to the shell between it and us, which dies of it and tells
 * nobody: without this, `kill` on npm would leave a server behind that holds the port and the data directory.
 */
const followNpm = (child) => {
  if (process.env.npm_lifecycle_event === undefined || windows) return
  const watch = () => {
    if (process.ppid === parent) return
    clearInterval(timer)
    child.kill("SIGTERM")
  }
  const timer = setInterval(watch, 200)
  timer.unref()
}

/** Runs the entry in our place: its signals, its standard streams, its exit code. */
const run = (entry, args) => {
  const [command, before] = commandOf(entry)
  const child = spawn(command, [...before, ...args], {
    cwd: root,
    env: environment(),
    stdio: "inherit",
    shell: windows && command !== node
  })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  followNpm(child)
  child.on("error", (error) => {
    say(`${entry} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on("exit", (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]))
}

const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) {
  say("usage: node scripts/setup.mjs ENTRY [ARGUMENTS]")
  process.exit(2)
}
const fresh = install()
linkNode()
prepareSnapshot()
// The first start need not wait for it then.
if (fresh) bundlePrograms()
run(entry, args)
