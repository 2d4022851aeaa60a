/** A person and its sends, one command after the other, for the tests of its decisions. */
import { standard } from "@loopdrive/domain/SendPolicy"
import type { SendPolicy } from "@loopdrive/domain/SendPolicy"
import * as Result from "effect/Result"
import type { About, Ask, Message, Outside } from "../../src/core/Command.ts"
import * as Decide from "../../src/core/Decide.ts"
import type { Event } from "../../src/core/Event.ts"
import { evolve } from "../../src/core/Evolve.ts"
import type { Reply } from "../../src/core/Reply.ts"
import { initial } from "../../src/core/State.ts"
import type { Admission, Person } from "../../src/core/State.ts"

export const day = 24 * 60 * 60 * 1000
/** A Wednesday, noon in UTC. */
export const noon = Date.UTC(2026, 10, 25, 12)

let draws = 0

/** One person that lives through commands at given times. */
export class Subject {
  person: Person
  now = noon
  readonly events: Array<Event> = []
  readonly policy: SendPolicy

  constructor(policy: Partial<SendPolicy> = {}, person = initial("per_a")) {
    this.policy = { ...standard, ...policy }
    this.person = person
  }

  ask(ask: Ask, personId = this.person.id): Reply {
    const facts = { now: this.now, seed: (++draws).toString(16).padStart(32, "0") }
    const command = { workspaceId: "ws_1", personId, ask }
    const decided = Result.getOrThrow(Decide.decide(this.person, command, facts))
    this.person = decided.events.reduce(evolve, this.person)
    this.events.push(...decided.events.map(({ event }) => event))
    return decided.reply
  }

  admit(message: Partial<Message> = {}, outside: Outside = {}): Reply {
    const said: Message = { channel: "email", purpose: "marketing", text: "Hello", ...message }
    return this.ask({ _tag: "AdmitSend", message: said, policy: this.policy, outside })
  }

  /** Admits one and answers its id. */
  send(message: Partial<Message> = {}): string {
    const reply = this.admit(message)
    if (reply._tag !== "Admitted") throw new Error(`not admitted: ${JSON.stringify(reply)}`)
    return reply.sendId
  }

  about(sendId: string): About {
    return {
      sendId,
      eventId: sendId.replace("send_", "evt_"),
      channel: "email",
      recipient: "ada@example.com",
      attempts: 0
    }
  }

  begin(
    sendId: string,
    more: { readonly outside?: Outside; readonly idempotent?: boolean; readonly about?: Partial<About> } = {}
  ): Reply {
    const { about, idempotent = true, outside = {} } = more
    return this.ask({
      ...this.about(sendId),
      ...about,
      _tag: "BeginSend",
      policy: this.policy,
      outside,
      idempotent,
      words: { text: "Hello!" }
    })
  }

  cancel(sendId: string): Reply {
    return this.ask({ ...this.about(sendId), _tag: "CancelSend" })
  }

  settle(sendId: string, outcome: Extract<Ask, { _tag: "SettleSend" }>["outcome"]): Reply {
    return this.ask({ ...this.about(sendId), _tag: "SettleSend", outcome })
  }

  sent(sendId: string): Reply {
    return this.settle(sendId, { _tag: "Sent", provider: "test", externalId: "x" })
  }

  admission(sendId: string): Admission | undefined {
    return this.person.admissions.find((one) => one.sendId === sendId)
  }
}

/** Ada, who agreed to marketing on every channel she can be reached on. */
export const ada = (policy: Partial<SendPolicy> = {}, more: { readonly consent?: boolean } = {}): Subject => {
  const subject = new Subject(policy)
  subject.ask({
    _tag: "Resolve",
    identifiers: [
      { type: "email", value: "ada@example.com" },
      { type: "phone", value: "+33612345678" },
      { type: "instagram", value: "ada" }
    ]
  })
  if (more.consent !== false)
    for (const channel of ["email", "sms", "dm"] as const)
      subject.ask({ _tag: "RecordConsent", channel, scope: "marketing", status: "granted", source: "test" })
  return subject
}
