/**
 * The `send` bench as most services would do it: Express 5 and Prisma 7. An interactive transaction locks the person, asks
 * consent, suppression and cap, and writes the send, whose unique key tells repeats; then the id goes to BullMQ, whose
 * worker (`BullWorker.ts`) calls the vendor. `BENCH_WORKER=inside`: in this process, otherwise in one of its own.
 */
import { Queue } from "bullmq"
import express from "express"
import type { Request } from "express"
import { Redis } from "ioredis"
import { fork } from "node:child_process"
import { hash, randomBytes } from "node:crypto"
import { fileURLToPath } from "node:url"
import * as ApiKeys from "../ApiKeys.ts"
import * as SendMix from "../SendMix.ts"
import { announce, given } from "../Served.ts"
import * as Tenants from "../Tenants.ts"
import { lockedStanding, prisma, queueName } from "./MailClient.ts"
import type { MailSend } from "./MailClient.ts"

const dayMillis = 24 * 60 * 60 * 1000
const cap = 3
const attemptsMost = 16

const queue = new Queue(queueName, {
  connection: new Redis(given("REDIS_URL"), { maxRetriesPerRequest: null }),
  defaultJobOptions: {
    attempts: attemptsMost,
    backoff: { type: "exponential", delay: 1000 },
    removeOnComplete: true
  }
})

interface Email {
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly fromEmail: string
  readonly metadata?: object
}

interface Asked {
  readonly workspaceId: string
  readonly email: Email
  readonly key: string
  /** Digest of the payload: the same key with another one is a conflict. */
  readonly digest: string
}

type Refused = "no_person" | "no_identity" | "no_consent" | "suppressed" | "conflict"
const statuses = { no_person: 404, no_identity: 409, no_consent: 409, suppressed: 409, conflict: 422 } as const

const uniqueViolation = "P2002"

const insert = ({ digest, email, key, workspaceId }: Asked): Promise<MailSend | Refused> =>
  prisma.$transaction(
    async (tables) => {
      const found = await lockedStanding(tables, workspaceId, email.to)
      if (found === undefined) return "no_person"
      if (found.email === null) return "no_identity"
      if (found.consent !== "granted") return "no_consent"
      if (found.suppressed) return "suppressed"
      const now = new Date()
      const capped = found.sends >= cap
      const free = new Date((found.oldest ?? now).getTime() + dayMillis)
      return tables.mailSend.create({
        data: {
          id: `send_${randomBytes(16).toString("hex")}`,
          workspaceId,
          personId: email.to,
          key,
          hash: digest,
          channel: "email",
          purpose: "marketing",
          recipient: found.email,
          subject: email.subject,
          body: email.body,
          from: email.fromEmail,
          ...(email.metadata === undefined ? {} : { metadata: email.metadata }),
          ...(capped ? { state: "deferred", reason: "capped", notBefore: free } : { state: "queued" }),
          attempts: 0,
          queuedAt: now,
          updatedAt: now
        }
      })
    },
    { maxWait: 20_000, timeout: 20_000 }
  )

const known = async ({ digest, key, workspaceId }: Asked): Promise<MailSend | "conflict" | undefined> => {
  const send = await prisma.mailSend.findUnique({ where: { workspaceId_key: { workspaceId, key } } })
  if (send === null) return undefined
  return send.hash === digest ? send : "conflict"
}

/** The job has the send's id, so that one that is added again is the same. */
const enqueue = ({ id, notBefore, queuedAt }: MailSend) => {
  const delay = notBefore === null ? {} : { delay: notBefore.getTime() - queuedAt.getTime() }
  return queue.add("send", { sendId: id }, { jobId: id, ...delay })
}

const take = async (asked: Asked): Promise<MailSend | Refused> => {
  const before = await known(asked)
  if (before !== undefined) return before
  try {
    const send = await insert(asked)
    if (typeof send === "object") await enqueue(send)
    return send
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === uniqueViolation) return take(asked)
    throw error
  }
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === "string" && value.length >= 1 && value.length <= most

const isEmail = (value: unknown): value is Email => {
  if (typeof value !== "object" || value === null) return false
  const { body, fromEmail, metadata, subject, to } = value as Record<string, unknown>
  return (
    isText(to, 400) &&
    isText(subject, 998) &&
    isText(body, 200_000) &&
    isText(fromEmail, 254) &&
    (metadata === undefined || (typeof metadata === "object" && metadata !== null))
  )
}

const toResult = (send: MailSend): object => ({
  id: send.id,
  status: send.state === "sent" ? "sent" : "queued",
  personId: send.personId,
  channel: send.channel,
  ...(send.externalId === null ? {} : { externalId: send.externalId }),
  metadata: {
    ...send.metadata,
    purpose: send.purpose,
    state: send.state,
    ...(send.reason === null ? {} : { reason: send.reason }),
    ...(send.notBefore === null ? {} : { deferredUntil: send.notBefore.toISOString() })
  },
  ...(send.sentAt === null ? {} : { sentAt: send.sentAt.toISOString() }),
  queuedAt: send.queuedAt.toISOString()
})

const principalOf = ApiKeys.make(Tenants.keys(given("BENCH_KEY")))
const scheme = "Bearer "
const answerTo = async (request: Request): Promise<readonly [number, object]> => {
  const credential = request.headers.authorization ?? ""
  const principal = credential.startsWith(scheme) ? principalOf(credential.slice(scheme.length)) : undefined
  if (principal === undefined) return [401, { code: "unauthorized" }]
  const key = request.headers["idempotency-key"]
  const email: unknown = request.body
  if (!isText(key, 255) || !isEmail(email)) return [400, { code: "invalid_request" }]
  const digest = hash("sha256", JSON.stringify(email), "hex")
  const send = await take({ workspaceId: principal.workspaceId, email, key, digest })
  return typeof send === "object" ? [200, toResult(send)] : [statuses[send], { code: send }]
}

if (process.env.BENCH_WORKER === "inside") await import("./BullWorker.ts")
else fork(fileURLToPath(new URL("BullWorker.ts", import.meta.url)))

const server = express()
server.disable("x-powered-by")
server.disable("etag")
server.use(express.json())
server.post(SendMix.path, (request, response, next) => {
  answerTo(request).then(([status, document]) => response.status(status).json(document), next)
})
const listening = server.listen(0, "127.0.0.1", () => {
  const address = listening.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")
  announce(address.port)
})
