/**
 * PGlite's program, compiled once for all threads of this process that run it. A thread that compiles it for itself shares
 * nothing with the next one: opening a database then takes twice the processor time.
 */
import * as Fs from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

/** A compiled program: opaque, and taken by threads as it is. */
export interface Program {
  readonly [Symbol.toStringTag]: "WebAssembly.Module"
}

/** Node has it, and its types leave it to those of browsers. */
declare const WebAssembly: { readonly compile: (bytes: Uint8Array) => Promise<Program> }

const read = async (): Promise<Program> => {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  return WebAssembly.compile(await Fs.readFile(join(dirname(entry), "pglite.wasm")))
}

let compiled: Promise<Program> | undefined

/** The program. One that cannot be read is looked for again by who asks next. */
export const get = (): Promise<Program> => {
  compiled ??= read().catch((error: unknown) => {
    compiled = undefined
    throw error
  })
  return compiled
}
