/**
 * The first start of an installation: an organization, the workspace `ws_default`, its brand and a key with every scope.
 * Later starts change nothing, except that a key given by the operator is made good.
 */
import { scopes } from "@loopdrive/domain/Tenancy"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import * as Key from "./core/Key.ts"
import * as Secrets from "./Secrets.ts"

export const workspaceId = "ws_default"
export const organizationId = "org_default"
export const brandId = "brand_default"
export const keyId = "key_bootstrap"

/** `LOOPDRIVE_BOOTSTRAP_KEY` is not 32 to 200 characters that are safe in a URL. Its value is not repeated here. */
export class BootstrapKeyUnusable extends Schema.TaggedError<BootstrapKeyUnusable>(
  "@loopdrive/tenancy/BootstrapKeyUnusable"
)("BootstrapKeyUnusable", { length: Schema.Int }) {}

/** A key for the first start, where the operator gave none. */
export const freshKey = (): Redacted.Redacted => Redacted.make(Secrets.apiKey())

/**
 * Makes sure that the defaults exist and that there is a key to them: `key`, or with `onlyFirst` whatever it was rotated
 * to. Whether `key` opens them. Safe to run from several processes at once.
 */
export const run = Effect.fn("Tenancy.bootstrap")(function* (
  key: Redacted.Redacted,
  { onlyFirst = false }: { readonly onlyFirst?: boolean } = {}
) {
  const sql = yield* SqlClient.SqlClient
  const secret = Redacted.value(key)
  if (!Key.isAcceptable(secret)) return yield* new BootstrapKeyUnusable({ length: secret.length })
  yield* sql.withTransaction(
    Effect.gen(function* () {
      yield* sql`insert into organizations (id, name) values (${organizationId}, 'Default') on conflict do nothing`
      yield* sql`insert into workspaces (id, organization_id, name, secret)
        values (${workspaceId}, ${organizationId}, 'Default', ${Secrets.ofWorkspace()}) on conflict do nothing`
      yield* sql`insert into brands (id, workspace_id, name, is_default)
        values (${brandId}, ${workspaceId}, 'Default', true) on conflict do nothing`
      yield* sql`insert into api_keys (id, workspace_id, name, hash, scopes)
        values (${keyId}, ${workspaceId}, 'bootstrap', ${Key.hash(secret)},
          (select array_agg(s) from json_array_elements_text(${JSON.stringify(scopes)}::text::json) s))
        on conflict (id) do update set hash = excluded.hash, scopes = excluded.scopes, revoked_at = null
          where api_keys.hash <> excluded.hash and not ${onlyFirst}::boolean`
    })
  )
  const opened = yield* sql`select 1 from api_keys
    where id = ${keyId} and hash = ${Key.hash(secret)} and revoked_at is null`
  return opened.length > 0
})
