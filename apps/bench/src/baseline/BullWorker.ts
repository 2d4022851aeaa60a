/**
 * The worker of the `express-bullmq` baseline: asks once more whether the message may leave, calls the vendor under the
 * send's id, and records what it said together with the event. What the vendor did not take is tried again by BullMQ.
 */
import { Worker } from "bullmq"
import { Redis } from "ioredis"
import { createHmac, randomBytes } from "node:crypto"
import { given } from "../Served.ts"
import { prisma, queueName, standing } from "./MailClient.ts"
import type { MailSend } from "./MailClient.ts"

/** Jobs in hand at once; see the README of this package. */
const concurrency = Number(process.env.BENCH_CONCURRENCY ?? 32)

const vendor = given("RESEND_BASE_URL")
const unsubscribe = (id: string): string =>
  `http://127.0.0.1/u/${id}.${createHmac("sha256", "s").update(id).digest("base64url")}`

const select = { id: true }

/** The vendor's name for the message. What is not accepted is thrown, so that the job is tried again. */
const deliver = async (send: MailSend): Promise<string> => {
  const response = await fetch(`${vendor}/emails`, {
    method: "POST",
    headers: { authorization: "Bearer re_bench", "content-type": "application/json", "idempotency-key": send.id },
    body: JSON.stringify({
      from: send.from,
      to: send.recipient,
      subject: send.subject,
      text: send.body,
      headers: {
        "List-Unsubscribe": `<${unsubscribe(send.id)}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
      }
    }),
    signal: AbortSignal.timeout(10_000)
  })
  const document = (await response.json()) as { readonly id?: string }
  if (!response.ok || document.id === undefined) throw new Error(`the vendor answered with ${response.status}`)
  return document.id
}

const settle = (send: MailSend, data: object, type: string, payload: object) => {
  const now = new Date()
  return prisma.$transaction([
    prisma.mailSend.update({ where: { id: send.id }, data: { ...data, updatedAt: now }, select }),
    prisma.mailEvent.create({
      data: {
        id: `evt_${randomBytes(16).toString("hex")}`,
        workspaceId: send.workspaceId,
        personId: send.personId,
        sendId: send.id,
        type,
        channel: send.channel,
        source: "resend",
        payload: { subject: send.subject, text: send.body, ...payload },
        ts: now
      },
      select
    })
  ])
}

const worker = new Worker<{ readonly sendId: string }>(
  queueName,
  async ({ attemptsMade, data }) => {
    const send = await prisma.mailSend.findUnique({ where: { id: data.sendId } })
    if (send === null || send.state === "sent" || send.state === "failed") return
    const now = await standing(send)
    const reason = now?.consent !== "granted" ? "no_consent" : now.suppressed ? "suppressed" : undefined
    if (reason !== undefined) {
      await settle(send, { state: "failed", reason }, "email.failed", { reason })
      return
    }
    const externalId = await deliver(send).catch(async (error: unknown) => {
      await prisma.mailSend.update({ where: { id: send.id }, data: { attempts: attemptsMade + 1 }, select })
      throw error
    })
    const sent = { state: "sent", externalId, sentAt: new Date(), attempts: attemptsMade + 1 }
    await settle(send, sent, "email.sent", { state: "sent", externalId })
  },
  { connection: new Redis(given("REDIS_URL"), { maxRetriesPerRequest: null }), concurrency }
)
worker.on("error", (error) => process.stderr.write(`${String(error)}\n`))

// A worker of its own ends with the server that started it.
process.once("disconnect", () => process.exit(0))
