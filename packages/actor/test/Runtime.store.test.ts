import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as Effect from "effect/Effect"
import * as SqlClient from "effect/sql/SqlClient"
import { client, committed, layerSql } from "./Counters.ts"
import * as Runtime from "./suites/Runtime.ts"

const expire = (id: string) =>
  Effect.flatMap(
    SqlClient.SqlClient,
    (sql) => sql`update receipts set expires_at = now() - interval '1 second' where entity = ${id}`
  )

describeStores(
  "the runtime",
  (it) => Runtime.suite(it, { layer: layerSql, client, committed, expire, database: true }),
  { clock: "live" }
)
