/** Files of a source tree as the gates see them: everything on disk that is source, committed or not. */
import * as Fs from "node:fs"
import { join } from "node:path"

/** What is made, not written. Kept in step with `.gitignore`. */
const made = new Set(["node_modules", ".git", ".loopdrive", "coverage", "reports", ".stryker-tmp", "generated"])

const written = (name: string): boolean => !name.endsWith(".log") && name !== ".env"

/** All files under `root`, relative to it and separated by `/`, in a stable order. */
export const files = (root: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  const visit = (directory: string): void => {
    for (const entry of Fs.readdirSync(join(root, directory), { withFileTypes: true })) {
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`
      if (entry.isDirectory() && !made.has(entry.name)) visit(path)
      else if (entry.isFile() && written(entry.name)) found.push(path)
    }
  }
  visit("")
  return found.toSorted()
}

/** Reads a file of the tree as text. */
export const read = (root: string, file: string): string => Fs.readFileSync(join(root, file), "utf8")

/** Code: what the size and naming rules are about. */
export const isCode = (file: string): boolean => /\.(?:[cm]?[jt]s|tsx)$/u.test(file) && !isGenerated(file)

export const isGenerated = (file: string): boolean => file.endsWith(".gen.ts")

/** Modules of packages and apps, without their tests. */
export const isModule = (file: string): boolean => isCode(file) && /^(?:packages|apps)\/[^/]+\/src\//u.test(file)

/** What a browser runs, as it is served. */
export const isPage = (file: string): boolean => isCode(file) && /^apps\/[^/]+\/pages\//u.test(file)

/** What a customer runs; the testkit, these gates and the benchmarks are not. */
export const isProduct = (file: string): boolean =>
  isModule(file) && !/^(?:packages\/(?:testkit|tooling)|apps\/bench)\//u.test(file)
