/**
 * What the main thread and the PGlite thread say to each other. Used by `PgliteHost` (asks) and
 * `PgliteThread` (answers). Requests are answered in the order they are sent.
 */
import type { Program } from "./PgliteModule.ts"

/** How the thread finds its database. */
export interface PgliteSource {
  /** The cluster's own directory, absolute; absent means in memory. */
  readonly directory?: string | undefined
  /** A gzipped tarball of a cluster, used when the directory does not exist yet or in memory. */
  readonly snapshot?: string | undefined
  /** The snapshot is the data (a restore): failing to load it is an error, `initdb` is no substitute. */
  readonly snapshotRequired?: boolean | undefined
}

/** What a thread is started with: PGlite's program, compiled, and the database. */
export interface PgliteStart {
  readonly program: Program
  readonly source: PgliteSource
}

/** Where a cluster is made before it gets its name. Left behind only by a process that was killed. */
export const incomingDirectory = (cluster: string): string => `${cluster}.incoming`

export type PgliteRequest =
  /** A new client: what the last one left open is rolled back and forgotten. The bytes are its startup message. */
  | { readonly id: number; readonly kind: "open"; readonly bytes: Uint8Array }
  /** Whole frontend messages, answered with whatever the backend says to them. */
  | { readonly id: number; readonly kind: "execute"; readonly bytes: Uint8Array }
  /** A checkpoint, then the cluster as a gzipped tarball. */
  | { readonly id: number; readonly kind: "dump" }
  /** Shut the database down cleanly; the thread ends after its answer. */
  | { readonly id: number; readonly kind: "close" }

export type PgliteReply =
  | { readonly kind: "ready"; readonly snapshotError?: string | undefined }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "answer"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: "error"; readonly id: number; readonly reason: string }
