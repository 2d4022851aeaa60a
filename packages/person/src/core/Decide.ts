/** What a Person decides, by its status first: an absent one can only be resolved into being, a merged one only forwards. */
import * as Ids from "@loopdrive/domain/Ids"
import * as Result from "effect/Result"
import * as Admission from "./Admission.ts"
import * as Consent from "./Consent.ts"
import * as Express from "./Express.ts"
import * as Leaving from "./Leaving.ts"
import type { AddIdentity, Command, RecordConsent, Resolve, Update } from "./Command.ts"
import type { Event, Fact } from "./Event.ts"
import type { Facts } from "./Facts.ts"
import { IdentityTaken, PersonMerged, PersonNotFound, TooMany } from "./Refusal.ts"
import type { Refusal } from "./Refusal.ts"
import type { Reply } from "./Reply.ts"
import type { ConsentEntry, Identity, Person, Profile } from "./State.ts"

export interface Decided {
  readonly events: ReadonlyArray<Fact>
  readonly reply: Reply
}
type Outcome = Result.Result<{ readonly events: ReadonlyArray<Event>; readonly reply: Reply }, Refusal>

/** A human has a handful; a hundred is a leak of somebody's import into one person. */
export const identitiesMost = 100

const recorded = (event: Event & { readonly id: string }): Outcome =>
  Result.succeed({ events: [event], reply: { _tag: "Recorded", id: event.id } })

const find = (person: Person, type: string, value: string): Identity | undefined =>
  person.identities.find((identity) => identity.type === type && identity.value === value)

const resolve = (
  person: Person,
  ask: typeof Resolve.Type,
  { personId, workspaceId }: Pick<Command, "personId" | "workspaceId">,
  facts: Facts
): Outcome => {
  const missing = ask.identifiers.filter(({ type, value }) => find(person, type, value) === undefined)
  if (person.identities.length + missing.length > identitiesMost)
    return Result.fail(new TooMany({ what: "identities", limit: identitiesMost }))
  const known = new Set(person.identities.map((identity) => identity.type))
  const added = missing.map((identifier, n): Event => {
    const isPrimary = !known.has(identifier.type)
    known.add(identifier.type)
    return {
      _tag: "IdentityAdded",
      identity: {
        id: Ids.fresh("identity", facts, n),
        personId,
        type: identifier.type,
        value: identifier.value,
        verified: false,
        isPrimary,
        metadata: undefined,
        createdAt: facts.now,
        updatedAt: facts.now
      }
    }
  })
  const created = person.status === "absent"
  const birth: ReadonlyArray<Event> = created
    ? [{ _tag: "Created", workspaceId, organizationId: ask.organizationId }]
    : []
  return Result.succeed({
    events: [...birth, ...added],
    reply: { _tag: "Resolved", created, added: missing.map((identifier) => identifier.type) }
  })
}

const addIdentity = (person: Person, ask: typeof AddIdentity.Type, personId: string, facts: Facts): Outcome => {
  const known = find(person, ask.type, ask.value)
  if (known === undefined && person.identities.length >= identitiesMost)
    return Result.fail(new TooMany({ what: "identities", limit: identitiesMost }))
  const others = person.identities.filter((identity) => identity.type === ask.type && identity !== known)
  const isPrimary = ask.isPrimary ?? known?.isPrimary ?? others.length === 0
  const identity: Identity = {
    id: known?.id ?? Ids.fresh("identity", facts),
    personId: known?.personId ?? personId,
    type: ask.type,
    value: ask.value,
    verified: ask.verified || (known?.verified ?? false),
    isPrimary,
    metadata: ask.metadata ?? known?.metadata,
    createdAt: known?.createdAt ?? facts.now,
    updatedAt: facts.now
  }
  const demoted = others.flatMap((other): ReadonlyArray<Event> =>
    isPrimary && other.isPrimary
      ? [{ _tag: "IdentityChanged", identity: { ...other, isPrimary: false, updatedAt: facts.now } }]
      : []
  )
  const event: Event = { _tag: known === undefined ? "IdentityAdded" : "IdentityChanged", identity }
  return Result.succeed({ events: [...demoted, event], reply: { _tag: "Recorded", id: identity.id } })
}

const update = (person: Person, ask: typeof Update.Type): Outcome => {
  const pick = <A>(asked: A | null | undefined, known: A | undefined): A | undefined =>
    asked === undefined ? known : (asked ?? undefined)
  const profile: Profile = {
    firstName: pick(ask.firstName, person.profile.firstName),
    lastName: pick(ask.lastName, person.profile.lastName),
    locale: pick(ask.locale, person.profile.locale),
    timezone: pick(ask.timezone, person.profile.timezone),
    metadata: pick(ask.metadata, person.profile.metadata)
  }
  return Result.succeed({ events: [{ _tag: "ProfileChanged", profile }], reply: { _tag: "Recorded", id: person.id } })
}

/** Microseconds of now, and after everything the log holds: logs of different people stay comparable. */
export const nextPosition = (log: ReadonlyArray<ConsentEntry>, now: number): number =>
  log.reduce((next, entry) => Math.max(next, entry.position + 1), now * 1000)

/** The entry that this one repeats: the latest of the log, if it says the same and is young enough. */
const repeated = (person: Person, entry: ConsentEntry, within: number): ConsentEntry | undefined => {
  const latest = person.consents.at(-1)
  const said = ({ channel, expiresAt, metadata, scope, source, status }: ConsentEntry) =>
    JSON.stringify([channel, scope, status, source, expiresAt, metadata])
  return latest !== undefined && latest.createdAt > entry.createdAt - within && said(latest) === said(entry)
    ? latest
    : undefined
}

const recordConsent = (person: Person, ask: typeof RecordConsent.Type, facts: Facts): Outcome => {
  const standing = Consent.current(person.consents, ask.channel, "marketing")
  const isAsked = standing?.status === "pending" && (standing.expiresAt ?? Infinity) > facts.now
  // Taken back in the meantime, it is not given by an answer to what was asked before.
  if (ask.confirming === true && !isAsked)
    return Result.succeed({ events: [], reply: { _tag: "Recorded", id: standing?.id ?? person.id } })
  const id = Ids.fresh("consent", facts)
  const entry: ConsentEntry = {
    id,
    channel: ask.channel,
    scope: ask.scope,
    status: ask.status,
    source: ask.source,
    grantedAt: ask.status === "granted" ? facts.now : undefined,
    revokedAt: ask.status === "revoked" ? facts.now : undefined,
    expiresAt: ask.status === "granted" || ask.status === "pending" ? ask.expiresAt : undefined,
    metadata: ask.metadata,
    position: nextPosition(person.consents, facts.now),
    createdAt: facts.now
  }
  const known = repeated(person, entry, ask.repeatedWithin ?? 0)
  return known === undefined
    ? Result.succeed({ events: [{ _tag: "ConsentRecorded", entry }], reply: { _tag: "Recorded", id } })
    : Result.succeed({ events: [], reply: { _tag: "Recorded", id: known.id } })
}

const ofPresent = (person: Person, { ask, personId, workspaceId }: Command, facts: Facts): Outcome => {
  switch (ask._tag) {
    case "Resolve":
      return resolve(person, ask, { personId, workspaceId }, facts)
    case "AddIdentity":
      return addIdentity(person, ask, personId, facts)
    case "Update":
      return update(person, ask)
    case "RecordConsent":
      return recordConsent(person, ask, facts)
    // What is said twice is one memory: its id follows from what it says.
    case "Remember":
      return recorded({
        ...ask,
        _tag: "Remembered",
        id: Ids.derived("memory", personId, ask.kind, ask.text),
        metadata: ask.metadata,
        sourceEventId: ask.sourceEventId,
        expiresAt: ask.expiresAt
      })
    case "WeighTopic":
      return recorded({
        ...ask,
        _tag: "TopicWeighed",
        id: Ids.derived("topic", personId, ask.name.toLowerCase()),
        category: ask.category
      })
    case "AddNote":
      return recorded({ ...ask, _tag: "NoteAdded", id: Ids.fresh("note", facts), metadata: ask.metadata })
    case "AddObjective":
      return recorded({
        ...ask,
        _tag: "ObjectiveAdded",
        id: Ids.fresh("objective", facts),
        context: ask.context,
        priority: ask.priority,
        dueDate: ask.dueDate
      })
    case "AdmitSend":
      return Express.admit(person, ask, personId, facts)
    case "RehearseSend":
      return Result.map(Admission.admit(person, ask, personId, facts), Admission.rehearsed)
    case "BeginSend":
      return Result.succeed(Leaving.begin(person, ask, facts))
    case "ComposeSend":
      return Result.succeed(Leaving.compose(person, ask))
    case "CancelSend":
      return Result.succeed(Leaving.cancel(person, ask))
    case "SettleSend":
      return Result.succeed(Leaving.settle(person, ask))
  }
}

const unknown = ({ id }: Person): Outcome => Result.fail(new PersonNotFound({ personId: id }))

const of = (person: Person, command: Command, facts: Facts): Outcome => {
  if (person.status === "absent")
    return command.ask._tag === "Resolve" ? resolve(person, command.ask, command, facts) : unknown(person)
  // To a foreign workspace there is no such person.
  if (person.workspaceId !== command.workspaceId) return unknown(person)
  if (person.status === "merged")
    return Result.fail(new PersonMerged({ personId: person.id, into: person.mergedInto ?? person.id }))
  // Its merge was undone while the command was on its way here.
  if (!isPartOf(person, command.personId))
    return Result.fail(new PersonMerged({ personId: person.id, into: command.personId }))
  return ofPresent(person, command, facts)
}

const isPartOf = (person: Person, id: string): boolean => id === person.id || person.absorbed.includes(id)

/** The one decision function of the Person: pure, synchronous, total. */
export const decide = (person: Person, command: Command, facts: Facts): Result.Result<Decided, Refusal> => {
  const { personId } = command
  return Result.map(of(person, command, facts), ({ events, reply }) => ({
    events: events.map((event) => ({ personId, at: facts.now, event })),
    reply
  }))
}

/** What to answer when another person turns out to hold an identifier this command claims. */
export const conflict = ({ ask }: Command): Refusal => {
  switch (ask._tag) {
    case "Resolve":
      return new IdentityTaken({ claimed: ask.identifiers })
    case "AddIdentity":
      return new IdentityTaken({ claimed: [{ type: ask.type, value: ask.value }] })
    default:
      return new IdentityTaken({ claimed: [] })
  }
}
