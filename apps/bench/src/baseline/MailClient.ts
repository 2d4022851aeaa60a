/**
 * What server and worker of the `express-bullmq` baseline share: the Prisma client, the queue's name, and what is read
 * before a decision. The client is generated before the bench (`PrismaClient.ts`), so what is used of it is described here.
 */
import { PrismaPg } from "@prisma/adapter-pg"
import * as PrismaClient from "../PrismaClient.ts"
import { given } from "../Served.ts"

export const queueName = "email-send"

/** Connections per process, as the other baselines have them. */
const connectionsMax = Number(process.env.BENCH_POOL ?? 16)

/** A send as it stands in the table. */
export interface MailSend {
  readonly id: string
  readonly workspaceId: string
  readonly personId: string
  readonly hash: string
  readonly channel: string
  readonly purpose: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly from: string
  readonly metadata: object | null
  readonly state: string
  readonly reason: string | null
  readonly externalId: string | null
  readonly attempts: number
  readonly notBefore: Date | null
  readonly queuedAt: Date
  readonly sentAt: Date | null
}

/** What a decision about a message to a person rests on. */
export interface Standing {
  readonly email: string | null
  readonly consent: string | null
  readonly suppressed: boolean
}

/** With what the cap counts: sends of the last 24 hours that left or will, and when the oldest of the last three was. */
interface Counted extends Standing {
  readonly sends: number
  readonly oldest: Date | null
}

type Query = <Row>(text: TemplateStringsArray, ...values: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Row>>

/** The part of the generated client that is used. */
interface Tables {
  readonly $queryRaw: Query
  readonly mailSend: {
    readonly create: (options: { data: object }) => Promise<MailSend>
    readonly findUnique: (options: { where: object }) => Promise<MailSend | null>
    readonly update: (options: { where: object; data: object; select: object }) => Promise<unknown>
  }
  readonly mailEvent: { readonly create: (options: { data: object; select: object }) => Promise<unknown> }
}
export interface Client extends Tables {
  readonly $transaction: {
    <A>(run: (tables: Tables) => Promise<A>, limits: object): Promise<A>
    (all: ReadonlyArray<Promise<unknown>>): Promise<unknown>
  }
}
interface Generated {
  readonly PrismaClient: new (options: { adapter: PrismaPg }) => Client
}

const generated = (await import(PrismaClient.location.href)) as Generated
export const prisma = new generated.PrismaClient({
  adapter: new PrismaPg({ connectionString: given("DATABASE_URL"), max: connectionsMax })
})

/** Locks the person, so that two requests do not take one slot of the cap; one statement for the rest. */
export const lockedStanding = async (
  tables: Tables,
  workspaceId: string,
  personId: string
): Promise<Counted | undefined> => {
  const locked = await tables.$queryRaw`select id from persons
    where id = ${personId} and workspace_id = ${workspaceId} for update`
  if (locked.length === 0) return undefined
  const [counted] = await tables.$queryRaw<Counted>`select i.value as email,
      (select status from consents where person_id = ${personId} and channel = 'email' and scope in ('marketing', 'both')
        order by position desc limit 1) as consent,
      exists (select 1 from suppressions where workspace_id = ${workspaceId} and type = 'email' and value = i.value)
        as suppressed,
      (select count(*)::int from mail_sends where person_id = ${personId} and purpose = 'marketing'
        and state in ('queued', 'sent') and queued_at > now() - interval '24 hours') as sends,
      (select min(queued_at) from (select queued_at from mail_sends where person_id = ${personId}
        and purpose = 'marketing' and state in ('queued', 'sent') order by queued_at desc limit 3) s) as oldest
    from persons p left join lateral (select value from identities where person_id = p.id and type = 'email'
      order by is_primary desc, verified desc, created_at limit 1) i on true
    where p.id = ${personId}`
  return counted
}

/** The same question as the message leaves, about the address it goes to. */
export const standing = async ({ personId, recipient, workspaceId }: MailSend): Promise<Standing | undefined> => {
  const [found] = await prisma.$queryRaw<Standing>`select ${recipient}::text as email,
    (select status from consents where person_id = ${personId} and channel = 'email' and scope in ('marketing', 'both')
      order by position desc limit 1) as consent,
    exists (select 1 from suppressions where workspace_id = ${workspaceId} and type = 'email' and value = ${recipient})
      as suppressed`
  return found
}
