/**
 * vitest's global set-up of the project `stores`: one PostgreSQL server for all test files, with a migrated template
 * from which `TestDatabase.layerPostgres` clones. Named in `vitest.workspace.ts`.
 */
import * as Database from "@loopdrive/storage/Database"
import * as Migrations from "@loopdrive/storage/Migrations"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Scope from "effect/Scope"
import { SqlClient } from "effect/sql/SqlClient"
import type { TestProject } from "vitest/node"
import * as PostgresServer from "./PostgresServer.ts"
import { templateName } from "./TemplateName.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of the server's own database; `TestDatabase` derives the others. */
    readonly postgresUrl: string
  }
}

/** Starts the server, migrates the template, and returns what takes everything down again. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const scope = Scope.makeUnsafe()
  const started = Effect.gen(function* () {
    const server = yield* PostgresServer.make()
    yield* Effect.flatMap(SqlClient, (sql) => sql.unsafe(`CREATE DATABASE ${templateName}`)).pipe(
      Effect.provide(Database.layerPostgres({ url: server.url, maxConnections: 1 }))
    )
    const template = Database.layerPostgres({
      url: server.urlOf(templateName),
      maxConnections: 1,
      migrations: Migrations.directory
    })
    // Closed at once: a database somebody is connected to cannot be cloned.
    yield* Effect.scoped(Layer.build(template))
    return server
  })
  const stop = (exit: Exit.Exit<unknown, unknown>) => Effect.runPromise(Scope.close(scope, exit))
  const exit = await Effect.runPromiseExit(Scope.provide(started, scope))
  if (Exit.isFailure(exit)) {
    await stop(exit)
    throw new Error("The test server could not be set up", { cause: exit.cause })
  }
  project.provide("postgresUrl", Redacted.value(exit.value.url))
  return () => stop(Exit.void)
}

export default setup

/** What the set-up provides as `postgresUrl`. Importing it brings the declaration along. */
export type ServerUrl = string
