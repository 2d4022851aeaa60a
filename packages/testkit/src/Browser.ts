/**
 * Chromium for tests of pages. `@sparticuz/chromium` carries it in the package, compressed: nothing is downloaded at run
 * time and nothing need be installed in the system. It is unpacked once per version, into the cache beside the snapshots.
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { existsSync } from "node:fs"
import * as Fs from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"
import type * as Playwright from "playwright-core"

const cache = fileURLToPath(new URL("../../../node_modules/.cache/loopdrive/", import.meta.url))

/** A test that waits longer than this for something on a page waits in vain. */
const patience = Duration.toMillis("10 seconds")

const packageVersion = async (): Promise<string> => {
  const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"))
  const manifest: unknown = createRequire(import.meta.url)(join(dirname(entry), "..", "package.json"))
  return String(Object(manifest).version)
}

/** The package unpacks into the directory for temporary files, which is asked for anew each time. */
const unpackInto = async (directory: string): Promise<void> => {
  const { default: packed, inflate } = await import("@sparticuz/chromium")
  const before = process.env["TMPDIR"]
  process.env["TMPDIR"] = directory
  try {
    await packed.executablePath()
    const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"))
    await inflate(join(dirname(entry), "..", "bin", "al2023.tar.br"))
  } finally {
    if (before === undefined) delete process.env["TMPDIR"]
    else process.env["TMPDIR"] = before
  }
  // Only these, so that a page is laid out alike on every machine.
  const fonts = '<?xml version="1.0"?><fontconfig><dir prefix="relative">fonts/fonts</dir></fontconfig>'
  await Fs.writeFile(join(directory, "fonts.conf"), fonts)
}

/** Where it is unpacked; whole or not at all, also when several test files want it at once. */
const unpacked = async (): Promise<string> => {
  const directory = join(cache, `chromium-${await packageVersion()}`)
  if (existsSync(directory)) return directory
  await Fs.mkdir(cache, { recursive: true })
  const draft = await Fs.mkdtemp(`${directory}.`)
  await unpackInto(draft)
  await Fs.rename(draft, directory).catch(() => Fs.rm(draft, { recursive: true, force: true }))
  return directory
}

/** The package is of Linux on x64; elsewhere it is the Chrome that is installed. */
const launchOptions = async (): Promise<Playwright.LaunchOptions> => {
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" }
  const directory = await unpacked()
  return {
    executablePath: join(directory, "chromium"),
    // Tests run as root in containers, where Chromium's own sandbox cannot be set up; it opens nothing but our pages.
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, FONTCONFIG_FILE: join(directory, "fonts.conf") }
  }
}

/** With the libraries that the package brings, for a system that lacks some of them. */
const withLibraries = (options: Playwright.LaunchOptions): Playwright.LaunchOptions => ({
  ...options,
  env: { ...options.env, LD_LIBRARY_PATH: join(dirname(options.executablePath ?? ""), "al2023", "lib") }
})

const launch = async (): Promise<Playwright.Browser> => {
  const options = await launchOptions()
  return chromium.launch(options).catch((error: unknown) => {
    if (!String(error).includes("error while loading shared libraries")) throw error
    return chromium.launch(withLibraries(options))
  })
}

/** A browser for as long as the layer stands. */
export class Browser extends Context.Service<Browser, Playwright.Browser>()("@loopdrive/testkit/Browser") {
  static readonly layer = Layer.effect(
    Browser,
    Effect.acquireRelease(Effect.promise(launch), (browser) => Effect.promise(() => browser.close()))
  )
}

export type Page = Playwright.Page

/** A page, and what it complained of: errors, what it logged as one, violations of its policy. */
interface Watched {
  readonly page: Page
  readonly complaints: ReadonlyArray<string>
}

/** A page that shares nothing with others, in English and UTC, closed with the scope. */
export const page = (
  options: Playwright.BrowserContextOptions = {}
): Effect.Effect<Watched, never, Browser | Scope.Scope> =>
  Effect.gen(function* () {
    const browser = yield* Browser
    const context = yield* Effect.acquireRelease(
      Effect.promise(() => browser.newContext({ locale: "en-US", timezoneId: "UTC", ...options })),
      (opened) => Effect.promise(() => opened.close())
    )
    context.setDefaultTimeout(patience)
    const opened = yield* Effect.promise(() => context.newPage())
    const complaints: Array<string> = []
    opened.on("pageerror", (error) => complaints.push(String(error)))
    opened.on("console", (message) => {
      // What the API refuses is logged by the browser itself, and is what some tests are about.
      const refused = message.text().startsWith("Failed to load resource: the server responded with a status of 4")
      if (message.type() === "error" && !refused) complaints.push(message.text())
    })
    return { page: opened, complaints }
  })
