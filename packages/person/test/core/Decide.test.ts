import { assert, describe, it } from "@effect/vitest"
import { standard } from "@loopdrive/domain/SendPolicy"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Admission from "../../src/core/Admission.ts"
import type { Ask, Message } from "../../src/core/Command.ts"
import * as Decide from "../../src/core/Decide.ts"
import { evolve } from "../../src/core/Evolve.ts"
import * as Merge from "../../src/core/Merge.ts"
import { initial } from "../../src/core/State.ts"
import type { Person } from "../../src/core/State.ts"

const workspaceId = "ws_1"
let draws = 0
const facts = (now = 1_000) => ({ now, seed: (++draws).toString(16).padStart(32, "0") })
const command = (ask: Ask, personId = "per_a", workspace = workspaceId) => ({ workspaceId: workspace, personId, ask })

/** The person after a command that it takes. */
const after = (person: Person, ask: Ask, now?: number): Person => {
  const decided = Result.getOrThrow(Decide.decide(person, command(ask, person.id), facts(now)))
  return decided.events.reduce(evolve, person)
}
const refusalOf = (person: Person, ask: Ask, workspace?: string) =>
  Result.match(Decide.decide(person, command(ask, person.id, workspace), facts()), {
    onSuccess: () => "taken",
    onFailure: (refusal) => refusal._tag
  })
const replyOf = (person: Person, ask: Ask) =>
  Result.getOrThrow(Decide.decide(person, command(ask, person.id), facts())).reply

const email = { type: "email" as const, value: "ada@example.com" }
const phone = { type: "phone" as const, value: "+14155552671" }
const resolve = (...identifiers: ReadonlyArray<typeof email | typeof phone>): Ask => ({
  _tag: "Resolve",
  identifiers
})
const ada = after(initial("per_a"), resolve(email))
const grant = (status: "granted" | "revoked", repeatedWithin = 0): Ask => ({
  _tag: "RecordConsent",
  channel: "email",
  scope: "marketing",
  status,
  source: "test",
  repeatedWithin
})
const message: Message = { channel: "email", purpose: "marketing", text: "Hello" }
const send = (part: Partial<Message> = {}): Ask => ({
  _tag: "AdmitSend",
  message: { ...message, ...part },
  policy: standard,
  outside: {}
})

describe("a person", () => {
  it("begins when it is resolved, with its identifiers", () => {
    assert.strictEqual(ada.status, "present")
    assert.strictEqual(ada.workspaceId, workspaceId)
    assert.deepStrictEqual(
      ada.identities.map(({ isPrimary, value }) => [value, isPrimary]),
      [["ada@example.com", true]]
    )
  })

  it("that nobody resolved takes nothing else", () => {
    assert.strictEqual(refusalOf(initial("per_x"), grant("granted")), "PersonNotFound")
  })

  it("does not exist for another workspace", () => {
    assert.strictEqual(refusalOf(ada, grant("granted"), "ws_2"), "PersonNotFound")
  })

  it("that was merged away points to the survivor", () => {
    assert.strictEqual(refusalOf({ ...ada, status: "merged", mergedInto: "per_b" }, grant("granted")), "PersonMerged")
  })

  it("confirms a consent only while it is asked for: not what was taken back, nor too late, nor twice", () => {
    const said = (status: "pending" | "granted" | "revoked", more: object = {}): Ask => ({
      _tag: "RecordConsent",
      channel: "email",
      scope: "marketing",
      status,
      source: "test",
      ...more
    })
    const confirmed = said("granted", { confirming: true })
    const statusAfter = (...asks: ReadonlyArray<Ask>) =>
      asks.reduce((person, ask) => after(person, ask), ada).consents.map(({ status }) => status)
    assert.deepStrictEqual(statusAfter(confirmed), [])
    assert.deepStrictEqual(statusAfter(said("pending"), confirmed), ["granted"])
    assert.deepStrictEqual(statusAfter(said("pending"), said("revoked"), confirmed), ["revoked"])
    assert.deepStrictEqual(statusAfter(said("pending", { expiresAt: 1_000 }), confirmed), ["pending"])
    assert.deepStrictEqual(statusAfter(said("pending", { expiresAt: 1_001 }), confirmed), ["granted"])
    const granted = after(after(ada, said("pending")), confirmed)
    assert.deepStrictEqual(replyOf(granted, confirmed), { _tag: "Recorded", id: granted.consents[0]?.id ?? "" })
  })

  it("takes an identifier once", () => {
    const twice = after(after(ada, resolve(email, phone)), resolve(email, phone))
    assert.deepStrictEqual(
      twice.identities.map((identity) => identity.value),
      [email.value, phone.value]
    )
    assert.deepStrictEqual(replyOf(ada, resolve(email, phone)), { _tag: "Resolved", created: false, added: ["phone"] })
  })

  it("has no more identifiers than a human can have", () => {
    const many = Array.from({ length: 101 }, (_, n) => ({ type: "email" as const, value: `a${n}@example.com` }))
    assert.strictEqual(refusalOf(ada, resolve(...many)), "TooMany")
    const full = after(initial("per_f"), resolve(...many.slice(0, 100)))
    const add = { _tag: "AddIdentity" as const, ...phone, verified: false }
    assert.strictEqual(refusalOf(full, add), "TooMany")
    assert.strictEqual(refusalOf(full, { ...add, type: "email", value: "a0@example.com" }), "taken")
  })

  it("has one primary identifier of a type", () => {
    const second = { _tag: "AddIdentity" as const, type: "email" as const, value: "b@example.com", verified: true }
    const kept = after(ada, second)
    assert.deepStrictEqual(
      kept.identities.map(({ isPrimary }) => isPrimary),
      [true, false]
    )
    const moved = after(ada, { ...second, isPrimary: true })
    assert.deepStrictEqual(
      moved.identities.map(({ isPrimary }) => isPrimary),
      [false, true]
    )
  })

  it("remembers that an identifier was verified", () => {
    const again = { _tag: "AddIdentity" as const, ...email }
    const verified = after(ada, { ...again, verified: true })
    assert.isTrue(after(verified, { ...again, verified: false }).identities[0]?.verified)
    assert.strictEqual(verified.identities[0]?.id, ada.identities[0]?.id)
  })

  it("changes the fields that are given, and clears those given as null", () => {
    const named = after(ada, { _tag: "Update", firstName: "Ada", timezone: "Europe/Lisbon", metadata: { vip: true } })
    const changed = after(named, { _tag: "Update", firstName: null, lastName: "Lovelace" }, 2_000)
    assert.deepStrictEqual(changed.profile, {
      firstName: undefined,
      lastName: "Lovelace",
      locale: undefined,
      timezone: "Europe/Lisbon",
      metadata: { vip: true }
    })
    assert.strictEqual(changed.updatedAt, 2_000)
    assert.strictEqual(changed.createdAt, ada.createdAt)
  })

  it("says the same of the same memory and topic, and notes everything anew", () => {
    const memory: Ask = {
      _tag: "Remember",
      kind: "fact",
      text: "Runs a bakery",
      confidence: 1,
      embedding: [],
      embeddingModel: "none"
    }
    assert.deepStrictEqual(replyOf(ada, memory), replyOf(ada, memory))
    const topic = (name: string): Ask => ({ _tag: "WeighTopic", name, weight: 1, source: "manual" })
    assert.deepStrictEqual(replyOf(ada, topic("Bread")), replyOf(ada, topic("bread")))
    const note: Ask = { _tag: "AddNote", content: "called", authorId: "key_1" }
    assert.notDeepEqual(replyOf(ada, note), replyOf(ada, note))
  })

  it("keeps what is recorded under an absorbed id with that id, and sends back what is no longer its own", () => {
    const survivor = { ...ada, absorbed: ["per_old"] }
    const decided = (personId: string) => Decide.decide(survivor, command(grant("granted"), personId), facts())
    const of = (personId: string) => Result.getOrThrow(decided(personId)).events[0]?.personId
    assert.strictEqual(of("per_old"), "per_old")
    assert.strictEqual(of("per_a"), "per_a")
    const unmerged = decided("per_elsewhere")
    assert.deepInclude(Result.isFailure(unmerged) ? unmerged.failure : {}, {
      _tag: "PersonMerged",
      into: "per_elsewhere"
    })
  })

  it("dates a grant and a withdrawal, and keeps them in order even within one instant", () => {
    const log = after(after(ada, grant("granted"), 5_000), grant("revoked"), 5_000).consents
    assert.deepStrictEqual(
      log.map(({ grantedAt, revokedAt, status }) => [status, grantedAt, revokedAt]),
      [["revoked", undefined, 5_000]]
    )
    const first = after(ada, grant("granted"), 5_000).consents[0]
    assert.isAbove(log[0]?.position ?? 0, first?.position ?? 0)
    assert.strictEqual(first?.grantedAt, 5_000)
  })
})

describe("consent said again", () => {
  const words = (...said: ReadonlyArray<"granted" | "revoked">) =>
    said.reduce(
      (log, status) => {
        const decided = Result.getOrThrow(
          Decide.decide(log.person, command(grant(status, 30_000), "per_a"), facts(1_000))
        )
        return { person: decided.events.reduce(evolve, log.person), entries: log.entries + decided.events.length }
      },
      { person: ada, entries: 0 }
    )

  it("within seconds is one entry", () => {
    assert.strictEqual(words("granted", "granted", "granted").entries, 1)
  })

  it("after the opposite was said counts", () => {
    const { entries, person } = words("revoked", "granted", "revoked")
    assert.strictEqual(entries, 3)
    assert.strictEqual(person.consents.at(-1)?.status, "revoked")
  })

  it("later is an entry of its own", () => {
    const once = after(ada, grant("granted"), 1_000)
    assert.strictEqual(
      Result.getOrThrow(Decide.decide(once, command(grant("granted", 30_000)), facts(31_000))).events.length,
      1
    )
  })
})

const admit = (person: Person, said: Message) =>
  Result.getOrThrow(Admission.admit(person, { message: said, policy: standard, outside: {} }, person.id, facts()))

describe("a message", () => {
  const granted = after(ada, grant("granted"))

  it("is admitted to the person's own address when it allows it", () => {
    const { events, reply } = admit(granted, message)
    assert.strictEqual(reply._tag, "Admitted")
    assert.isTrue(events[0]?._tag === "SendAdmitted" && events[0].recipient === email.value)
  })

  it.each([
    ["without consent", ada, {}, "no_consent"],
    ["after a withdrawal", after(granted, grant("revoked")), {}, "consent_revoked"],
    ["where the person cannot be reached", granted, { channel: "sms" }, "no_identity"],
    ["on a channel that has no addresses", granted, { channel: "site" }, "no_identity"]
  ] as const)("is refused and recorded %s", (_, person, part, reason) => {
    const { events, reply } = admit(person, { ...message, ...part })
    assert.isTrue(reply._tag === "NotAdmitted" && reply.reason === reason)
    assert.isTrue(events[0]?._tag === "SendRefused" && events[0].reason === reason)
  })

  it("may be transactional without consent", () => {
    assert.strictEqual(replyOf(ada, send({ purpose: "transactional" }))._tag, "Admitted")
  })

  it("goes to the address it names", () => {
    const { events } = admit(granted, { ...message, recipient: "work@example.com" })
    assert.isTrue(events[0]?._tag === "SendAdmitted" && events[0].recipient === "work@example.com")
  })

  it("has an event whose id follows from its own", () => {
    const { events } = admit(granted, message)
    const [event] = events
    assert.isTrue(event?._tag === "SendAdmitted" && event.eventId === event.admission.sendId.replace("send_", "evt_"))
  })

  it("goes to a whatsapp identity before a phone, and to the person's own before an absorbed one's", () => {
    const identity = (personId: string, type: "phone" | "whatsapp" | "email", value: string, createdAt = 0) => ({
      id: value,
      personId,
      type,
      value,
      verified: false,
      isPrimary: true,
      metadata: undefined,
      createdAt,
      updatedAt: 0
    })
    const person = {
      ...ada,
      identities: [
        identity("per_old", "email", "old@example.com"),
        identity("per_a", "phone", "+1"),
        identity("per_a", "whatsapp", "+2"),
        identity("per_a", "email", "own@example.com", 9)
      ]
    }
    assert.strictEqual(Admission.addressOn(person, "whatsapp"), "+2")
    assert.strictEqual(Admission.addressOn(person, "email"), "own@example.com")
    assert.isUndefined(Admission.addressOn(person, "reddit"))
  })
})

it("names the identifiers a command claims when somebody else has them", () => {
  const claimed = (ask: Ask) => {
    const refusal = Decide.conflict(command(ask))
    return refusal._tag === "IdentityTaken" ? refusal.claimed : []
  }
  assert.deepStrictEqual(claimed(resolve(email, phone)), [email, phone])
  assert.deepStrictEqual(claimed({ _tag: "AddIdentity", ...phone, verified: true }), [phone])
  assert.deepStrictEqual(claimed(grant("granted")), [])
})

describe("the address of a person", () => {
  const address = (value: string, part: Partial<Person["identities"][number]>) => ({
    id: value,
    personId: "per_a",
    type: "email" as const,
    value,
    verified: false,
    isPrimary: false,
    metadata: undefined,
    createdAt: 5,
    updatedAt: 0,
    ...part
  })
  it.each([
    ["the primary one", [address("a", {}), address("b", { isPrimary: true })], "b"],
    ["a verified one before others", [address("a", {}), address("b", { verified: true })], "b"],
    ["the oldest of equals", [address("a", {}), address("b", { createdAt: 1 })], "b"]
  ])("is %s", (_, identities, expected) => {
    assert.strictEqual(Admission.addressOn({ ...ada, identities }, "email"), expected)
  })
})

describe("a merge", () => {
  const profile = fc.record({
    firstName: fc.option(fc.string(), { nil: undefined }),
    lastName: fc.option(fc.string(), { nil: undefined }),
    locale: fc.option(fc.constantFrom("en", "pt"), { nil: undefined }),
    timezone: fc.option(fc.constantFrom("UTC", "Europe/Lisbon"), { nil: undefined }),
    metadata: fc.option(fc.dictionary(fc.constantFrom("a", "b", "c"), fc.integer()), { nil: undefined })
  })

  it("never overwrites what the survivor says of itself", () => {
    fc.assert(
      fc.property(profile, profile, (target, source) => {
        const merged = Merge.profile(target, source)
        for (const field of ["firstName", "lastName", "locale", "timezone"] as const) {
          assert.strictEqual(merged[field], target[field] ?? source[field])
        }
        assert.deepStrictEqual({ ...merged.metadata }, { ...source.metadata, ...target.metadata })
      })
    )
  })

  it("that is undone leaves the profile as it was", () => {
    fc.assert(
      fc.property(profile, profile, (target, source) => {
        const merged = Merge.profile(target, source)
        const back = Merge.profileBack(merged, target, merged)
        assert.deepStrictEqual(
          { ...back, metadata: back.metadata ?? {} },
          { ...target, metadata: target.metadata ?? {} }
        )
      })
    )
  })

  it("that is undone keeps what was changed since", () => {
    const merged = { firstName: "Ada", lastName: undefined, locale: undefined, timezone: undefined, metadata: { a: 1 } }
    const before = { ...merged, firstName: undefined, metadata: undefined }
    const now = { ...merged, firstName: "Augusta", metadata: { a: 2 } }
    const back = Merge.profileBack(now, before, merged)
    assert.strictEqual(back.firstName, "Augusta")
    assert.deepStrictEqual(back.metadata, { a: 2 })
  })

  it("says in words what consent it changes", () => {
    const target = after(ada, grant("granted"))
    const source = after({ ...ada, id: "per_s" }, grant("revoked"))
    assert.deepStrictEqual(Merge.changes(target, source), [
      { channel: "email", scope: "marketing", from: "granted", to: "revoked" }
    ])
    assert.deepStrictEqual(Merge.changes(source, target), [])
  })

  it("that is undone gives the survivor its word back, unless somebody has spoken since", () => {
    const target = after(ada, grant("granted"))
    const source = after({ ...ada, id: "per_s" }, grant("revoked"))
    const restated = Merge.consents(target, source, facts())
    const ids = new Set(restated.map((entry) => entry.id))
    const joined = restated.reduce(
      (person, entry) => evolve(person, { personId: "per_a", at: 0, event: { _tag: "ConsentRecorded", entry } }),
      target
    )
    const back = Merge.consentsBack(joined.consents, target.consents, ids, facts())
    assert.deepStrictEqual(
      back.map((entry) => entry.status),
      ["granted"]
    )
    const spoken = after(joined, grant("revoked"), 9_000)
    assert.deepStrictEqual(Merge.consentsBack(spoken.consents, target.consents, ids, facts()), [])
  })
})
