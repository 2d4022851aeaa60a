/**
 * Resolving on Fastify 5 with `pg`: one prepared statement finds the person with its identifiers; one more adds what is
 * missing. Two requests that add the same identifier at the same instant meet the unique index; the loser looks again.
 */
import { randomBytes } from "node:crypto"
import { DatabaseError, Pool } from "pg"
import { given } from "../Served.ts"
import * as FastifyBase from "./FastifyBase.ts"

interface Identifier {
  readonly type: string
  readonly value: string
}
interface Found {
  readonly person: Record<string, unknown>
  readonly identities: ReadonlyArray<Identifier & Record<string, unknown>>
}

const shape = `json_build_object('id', p.id, 'workspaceId', p.workspace_id, 'organizationId', p.organization_id,
    'createdAt', p.created_at, 'updatedAt', p.updated_at) as person,
  (select json_agg(json_build_object('id', i.id, 'personId', i.person_id, 'type', i.type, 'value', i.value,
    'verified', i.verified, 'isPrimary', i.is_primary, 'createdAt', i.created_at, 'updatedAt', i.updated_at))
    from identities i where i.person_id = p.id) as identities`

const find = `select ${shape} from persons p where p.workspace_id = $1 and p.id = (
  select i.person_id from unnest($2::text[], $3::text[]) w(type, value)
  join identities i on i.workspace_id = $1 and i.type = w.type and i.value = w.value limit 1)`

const add = `with born as (
    insert into persons (id, version, workspace_id, organization_id, created_at, updated_at)
    values ($2, 1, $1, 'org_default', now(), now()) on conflict (id) do update set version = persons.version + 1, updated_at = now()
    returning id)
  insert into identities (id, workspace_id, person_id, type, value, verified, is_primary, created_at, updated_at)
  select w.id, $1, born.id, w.type, w.value, false, true, now(), now()
  from born, unnest($3::text[], $4::text[], $5::text[]) w(id, type, value)`

const workspaceId = "ws_default"
const uniqueViolation = "23505"
const fresh = (prefix: string): string => `${prefix}_${randomBytes(16).toString("hex")}`

const lookUp = async (pool: Pool, wanted: ReadonlyArray<Identifier>): Promise<Found | undefined> => {
  const values = [workspaceId, wanted.map(({ type }) => type), wanted.map(({ value }) => value)]
  return (await pool.query<Found>({ name: "find", text: find, values })).rows[0]
}

const resolve = async (pool: Pool, wanted: ReadonlyArray<Identifier>): Promise<Found> => {
  const found = await lookUp(pool, wanted)
  const has = ({ type, value }: Identifier) => found?.identities.some((own) => own.type === type && own.value === value)
  const missing = wanted.filter((identifier) => has(identifier) !== true)
  if (found !== undefined && missing.length === 0) return found
  const values = [
    workspaceId,
    found?.person["id"] ?? fresh("per"),
    missing.map(() => fresh("ident")),
    missing.map(({ type }) => type),
    missing.map(({ value }) => value)
  ]
  try {
    await pool.query({ name: "add", text: add, values })
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === uniqueViolation)) throw error
  }
  return resolve(pool, wanted)
}

const email = /^[^\s@]{1,64}@([a-z0-9-]+\.)+[a-z]{2,63}$/
const pool = new Pool({ connectionString: given("DATABASE_URL"), max: Number(process.env.BENCH_POOL ?? 16) })
const server = FastifyBase.make()

server.post<{ Body: { email?: string; phone?: string; handle?: string; type?: string } }>(
  "/api/person/resolve",
  {
    schema: {
      body: {
        type: "object",
        properties: {
          email: { type: "string", maxLength: 400 },
          phone: { type: "string", maxLength: 100 },
          handle: { type: "string", maxLength: 600 },
          type: { type: "string", maxLength: 40 }
        }
      }
    }
  },
  async ({ body }, reply) => {
    const wanted: Array<Identifier> = []
    const address = body.email?.trim().toLowerCase()
    if (address !== undefined && email.test(address)) wanted.push({ type: "email", value: address })
    if (body.handle !== undefined && body.type !== undefined) wanted.push({ type: body.type, value: body.handle })
    if (wanted.length === 0) return reply.code(400).send({ code: "invalid_request" })
    const { identities, person } = await resolve(pool, wanted)
    return { person, identities, matchedOn: wanted.map(({ type }) => type), confidence: 1 }
  }
)
await FastifyBase.listen(server)
