/**
 * A fresh, migrated database per layer: a clone on the shared PostgreSQL server, or PGlite in memory. `describeStores`
 * runs one suite on both, which is how a store shows that it behaves alike on either.
 */
import { describe, inject, layer, type Vitest } from "@effect/vitest"
import * as Database from "@loopdrive/storage/Database"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { SqlClient } from "effect/sql/SqlClient"
import { randomBytes } from "node:crypto"
import type { ServerUrl } from "./PostgresSetup.ts"
import * as SpareDatabases from "./SpareDatabases.ts"
import { templateName } from "./TemplateName.ts"

export type StoreName = "postgres" | "pglite"

/** The shared server's URL for a database of that name. Only in the vitest project `stores`. */
export const urlOf = (database: string): Redacted.Redacted => {
  const server: ServerUrl = inject("postgresUrl")
  const url = new URL(server)
  url.pathname = `/${database}`
  return Redacted.make(url.href)
}

const administer = (statement: string): Effect.Effect<void> =>
  Effect.flatMap(SqlClient, (sql) => sql.unsafe(statement)).pipe(
    Effect.provide(Database.layerPostgres({ url: Redacted.make(inject("postgresUrl")), maxConnections: 1 })),
    Effect.orDie,
    Effect.asVoid
  )

/**
 * Creates a database for as long as the scope is open and returns its URL: for tests with several processes or
 * connections. `migrated` (default) clones the template, `empty` has nothing in it.
 */
export const fresh = (from: "migrated" | "empty" = "migrated"): Effect.Effect<Redacted.Redacted, never, Scope.Scope> =>
  Effect.suspend(() => {
    // Not from Effect's Random: tests may seed it, and names must differ between test files.
    const name = `test_${randomBytes(8).toString("hex")}`
    const template = from === "empty" ? "template0" : templateName
    // Copying files is quicker than logging every page, where nothing is fsynced.
    const create = administer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
    return Effect.acquireRelease(Effect.as(create, urlOf(name)), () =>
      administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    )
  })

/** A clone of the migrated template, dropped with the layer. */
export const layerPostgres: Layer.Layer<Database.Services> = Layer.unwrap(
  Effect.map(fresh(), (url) => Database.layerPostgres({ url, maxConnections: 4 }))
).pipe(Layer.orDie)

/**
 * PGlite in memory, migrated, with vectors: one that an earlier suite left behind, emptied, or a new one. Opening one
 * takes as long as many a suite.
 */
export const layerPglite: Layer.Layer<Database.Services> = Layer.unwrap(
  Effect.map(Effect.acquireRelease(SpareDatabases.take, SpareDatabases.giveBack), (host) =>
    Database.layerHosted(host, { durability: "Nothing survives the test." })
  )
).pipe(Layer.orDie)

const layers: Readonly<Record<StoreName, Layer.Layer<Database.Services>>> = {
  postgres: layerPostgres,
  pglite: layerPglite
}

/** The `it` a suite is given: `it.effect` provides the database (one per store, shared by the suite's tests). */
export type StoreTests = Vitest.MethodsNonLive<Database.Services>

/**
 * Runs a suite on both stores. Tests share the database of their store: use ids of your own in each. `clock: "live"` for
 * suites over the cluster, whose shards are acquired in real time.
 */
export const describeStores = (
  name: string,
  suite: (it: StoreTests, store: StoreName) => void,
  options: { readonly clock?: "test" | "live" } = {}
): void => {
  describe(name, () => {
    for (const store of ["postgres", "pglite"] as const) {
      const settings = { timeout: "60 seconds", excludeTestServices: options.clock === "live" } as const
      layer(layers[store], settings)(`on ${store}`, (it) => suite(it, store))
    }
  })
}
