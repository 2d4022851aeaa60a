/**
 * The wallet benches on Express 5 with Prisma 7 over its `pg` adapter, as most services would: an interactive transaction
 * that locks the wallet, looks for the receipt, decides, and writes entry, wallet and receipt. The client is generated
 * before the bench (`PrismaClient.ts`), so what is used of it is described here.
 */
import { PrismaPg } from "@prisma/adapter-pg"
import express from "express"
import type { Request } from "express"
import * as ApiKeys from "../ApiKeys.ts"
import * as PrismaClient from "../PrismaClient.ts"
import { announce, given } from "../Served.ts"
import * as Tenants from "../Tenants.ts"
import * as WalletPosting from "./WalletPosting.ts"
import type { Asked, Outcome, Posting, Transaction } from "./WalletPosting.ts"

interface Wallet {
  readonly id: string
  readonly balance: bigint
  readonly overdraft: bigint
  readonly frozen: boolean
  readonly entries: bigint
}

/** The part of the generated client that is used. */
interface Books {
  readonly $queryRaw: (text: TemplateStringsArray, ...values: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Wallet>>
  readonly wallet: { readonly update: (options: { where: object; data: object; select: object }) => Promise<unknown> }
  readonly entry: { readonly create: (options: { data: object; select: object }) => Promise<unknown> }
  readonly receipt: {
    readonly create: (options: { data: object; select: object }) => Promise<unknown>
    readonly findUnique: (options: {
      where: object
    }) => Promise<{ readonly hash: string; readonly outcome: Transaction } | null>
  }
}
interface Client {
  readonly $transaction: <A>(run: (books: Books) => Promise<A>, limits: object) => Promise<A>
}
interface Generated {
  readonly PrismaClient: new (options: { adapter: PrismaPg }) => Client
}

const generated = (await import(PrismaClient.location.href)) as Generated
const prisma = new generated.PrismaClient({
  adapter: new PrismaPg({ connectionString: given("DATABASE_URL"), max: WalletPosting.connectionsMax })
})

const decide = async (books: Books, { digest, key, posting, workspaceId }: Asked): Promise<Outcome> => {
  const wallets = await books.$queryRaw`select id, balance, overdraft, frozen, entries from book_wallets
    where workspace_id = ${workspaceId} for update`
  const [wallet] = wallets
  const identity = { workspaceId, scope: WalletPosting.scope, key }
  const seen = await books.receipt.findUnique({ where: { workspaceId_scope_key: identity } })
  if (seen !== null) return seen.hash === digest ? seen.outcome : "conflict"
  const amount = WalletPosting.signed(posting)
  if (wallet === undefined) return "insufficient"
  const balance = Number(wallet.balance) + amount
  if (amount < 0 && (wallet.frozen || balance + Number(wallet.overdraft) < 0)) return "insufficient"
  const now = new Date()
  const { description, metadata, referenceId, source, type } = posting
  const told = { type, amount, source, description, ...(referenceId && { referenceId }), ...(metadata && { metadata }) }
  const id = WalletPosting.freshId()
  const number = wallet.entries + 1n
  const select = { id: true }
  await books.entry.create({
    data: { id, workspaceId, walletId: wallet.id, number, balance, createdAt: now, ...told },
    select
  })
  await books.wallet.update({ where: { id: wallet.id }, data: { balance, entries: number, updatedAt: now }, select })
  const outcome = { id, walletId: wallet.id, ...told, balance, timestamp: now.toISOString() }
  await books.receipt.create({
    data: { ...identity, hash: digest, entity: wallet.id, outcome },
    select: { key: true }
  })
  return outcome
}

const uniqueViolation = "P2002"

const take = async (asked: Asked): Promise<Outcome> => {
  try {
    return await prisma.$transaction((books) => decide(books, asked), { maxWait: 20_000, timeout: 20_000 })
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === uniqueViolation) return take(asked)
    throw error
  }
}

const types = new Set(["credit", "debit", "refund", "adjustment"])
const sources = new Set(["stripe_payment", "campaign_spend", "refund", "manual", "auto_reload"])
const isText = (value: unknown, most: number): boolean =>
  typeof value === "string" && value.length >= 1 && value.length <= most

const isPosting = (value: unknown): value is Posting => {
  if (typeof value !== "object" || value === null) return false
  const { amount, description, metadata, referenceId, source, type } = value as Record<string, unknown>
  return (
    types.has(String(type)) &&
    sources.has(String(source)) &&
    Number.isSafeInteger(amount) &&
    amount !== 0 &&
    Math.abs(Number(amount)) <= 10_000_000_000 &&
    isText(description, 500) &&
    (referenceId === undefined || isText(referenceId, 255)) &&
    (metadata === undefined || typeof metadata === "object")
  )
}

const principalOf = ApiKeys.make(Tenants.keys(given("BENCH_KEY")))
const scheme = "Bearer "
const answerTo = async (request: Request<{ workspaceId: string }>): Promise<readonly [number, object]> => {
  const credential = request.headers.authorization ?? ""
  const principal = credential.startsWith(scheme) ? principalOf(credential.slice(scheme.length)) : undefined
  if (principal === undefined) return [401, { code: "unauthorized" }]
  const { workspaceId } = principal
  if (request.params.workspaceId !== workspaceId) return [403, { code: "workspace_forbidden" }]
  const key = request.headers["idempotency-key"]
  const body: unknown = request.body
  if (typeof key !== "string" || !isText(key, 255) || !isPosting(body)) return [400, { code: "invalid_request" }]
  const outcome = await take({ workspaceId, posting: body, key, digest: WalletPosting.digestOf(body) })
  return typeof outcome === "object" ? [200, outcome] : WalletPosting.refusals[outcome]
}

const server = express()
server.disable("x-powered-by")
server.disable("etag")
server.use(express.json())
server.post(WalletPosting.path, (request, response, next) => {
  answerTo(request).then(([status, document]) => response.status(status).json(document), next)
})
const listening = server.listen(0, "127.0.0.1", () => {
  const address = listening.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")
  announce(address.port)
})
