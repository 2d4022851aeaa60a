/**
 * Who is behind these identifiers: finds the person or makes one. A new person's id follows from its strongest
 * identifier, so any number of callers with the same new address meet in one activation and find one person.
 */
import type { TakeOptions } from "@loopdrive/actor/Activations"
import type { ActorUnavailable } from "@loopdrive/actor/ActorUnavailable"
import type { CommandIdentity, IdempotencyConflict } from "@loopdrive/actor/Receipt"
import { isShared, priority } from "@loopdrive/domain/Identifier"
import type { Identifier, IdentityType } from "@loopdrive/domain/Identifier"
import * as Ids from "@loopdrive/domain/Ids"
import { ActorUnavailable as Unavailable } from "@loopdrive/actor/ActorUnavailable"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import { PersonClient } from "./Client.ts"
import type { IdentityTaken, PersonNotFound, TooMany } from "./core/Refusal.ts"
import { Merging } from "./Merging.ts"
import { PersonStore } from "./Store.ts"
import type { Owner, Profile } from "./Store.ts"

/** Whose person is looked for. `secret` is what ids of new people are derived under. */
export interface Tenant {
  readonly workspaceId: string
  readonly organizationId: string | undefined
  readonly secret: string
}

export interface Resolved {
  readonly personId: string
  readonly created: boolean
  /** The types that led to the person; of a new one, those it was made with. */
  readonly matchedOn: ReadonlyArray<IdentityType>
  /** 1: every identifier says the same. Less: some belong to somebody else, and a merge is proposed. */
  readonly confidence: number
  /** The person as it was read, where resolving changed nothing. Otherwise it has to be read anew. */
  readonly profile?: Profile
}

export type ResolveError = PersonNotFound | TooMany | IdempotencyConflict | ActorUnavailable | SqlError

const confidenceInConflict = 0.6
/** Others may take an identifier between our look and our claim; each time the look finds what they did. */
const attemptsMost = 8

const sameIdentifier = (a: Identifier, b: Identifier): boolean => a.type === b.type && a.value === b.value

const byPriority = (a: Identifier, b: Identifier): number => priority(a.type) - priority(b.type)

interface Plan {
  /** Absent: nobody has any of them. */
  readonly best: Owner | undefined
  readonly matched: ReadonlyArray<Owner>
  readonly rivals: ReadonlyArray<Owner>
  readonly missing: ReadonlyArray<Identifier>
}

/** Pure: who is meant, who else has a claim, and which identifiers nobody has yet. Strongest identifier first. */
export const plan = (identifiers: ReadonlyArray<Identifier>, owners: ReadonlyArray<Owner>): Plan => {
  const proving = identifiers.filter((identifier) => !isShared(identifier))
  // A shared mailbox finds its person when nothing else is known, and proves nothing next to anything else.
  const telling = (proving.length === 0 ? identifiers : proving).toSorted(byPriority)
  const found = telling.flatMap((identifier) => owners.filter((owner) => sameIdentifier(owner.identifier, identifier)))
  const best = found[0]
  const seen = new Set([best?.personId])
  const rivals = found.filter((owner) => !seen.has(owner.personId) && seen.add(owner.personId))
  return {
    best,
    matched: found.filter((owner) => owner.personId === best?.personId),
    rivals,
    missing: identifiers.filter((identifier) => !owners.some((owner) => sameIdentifier(owner.identifier, identifier)))
  }
}

export class Resolution extends Context.Service<
  Resolution,
  {
    /**
     * `identifiers`: at least one, in normal form. `claim`: the caller gave a key of its own, so the call leaves a
     * receipt even when it changes nothing.
     */
    readonly resolve: (
      tenant: Tenant,
      identifiers: ReadonlyArray<Identifier>,
      identity: CommandIdentity,
      options?: { readonly claim?: boolean }
    ) => Effect.Effect<Resolved, ResolveError>
  }
>()("@loopdrive/person/Resolution") {
  static readonly layer: Layer.Layer<Resolution, never, PersonClient | PersonStore | Merging> = Layer.effect(
    Resolution,
    Effect.gen(function* () {
      const client = yield* PersonClient
      const store = yield* PersonStore
      const merging = yield* Merging

      const attach = (
        tenant: Tenant,
        personId: string,
        identifiers: ReadonlyArray<Identifier>,
        identity: CommandIdentity,
        options?: TakeOptions
      ) =>
        client.ask(
          tenant.workspaceId,
          personId,
          { _tag: "Resolve", organizationId: tenant.organizationId, identifiers },
          identity,
          options
        )

      const create = Effect.fnUntraced(function* (
        tenant: Tenant,
        missing: ReadonlyArray<Identifier>,
        identity: CommandIdentity
      ) {
        const strongest = missing
          .toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)) || byPriority(a, b))
          .slice(0, 1)
          .flatMap(({ type, value }) => [type, value])
        const personId = Ids.derivedUnder(tenant.secret, "person", tenant.workspaceId, ...strongest)
        const reply = yield* attach(tenant, personId, missing, identity, { presumedNew: true })
        const created = reply._tag === "Resolved" && reply.created
        return { personId, created, matchedOn: missing.map(({ type }) => type), confidence: 1 }
      })

      // Both sides proved the link: one human. Otherwise somebody should look at it.
      const reconcile = (tenant: Tenant, best: Owner, rival: Owner, by: string) =>
        best.verified && rival.verified
          ? Effect.asVoid(merging.merge(tenant.workspaceId, rival.personId, best.personId, by))
          : merging.propose(tenant.workspaceId, best, rival)

      const join = Effect.fnUntraced(function* (
        tenant: Tenant,
        { matched, missing, rivals }: Plan,
        best: Owner,
        identity: CommandIdentity,
        claim: boolean
      ) {
        // What is told together with an absorbed person's identifier is that person's, should the merge be undone.
        if (missing.length > 0 || claim) yield* attach(tenant, best.toldOf, missing, identity)
        for (const rival of rivals) yield* reconcile(tenant, best, rival, identity.scope)
        const merged = rivals.every((rival) => best.verified && rival.verified)
        return {
          personId: best.personId,
          created: false,
          matchedOn: matched.map((owner) => owner.identifier.type),
          confidence: merged ? 1 : confidenceInConflict,
          ...(missing.length > 0 || claim || rivals.length > 0 ? {} : { profile: best.profile })
        }
      })

      const once = Effect.fnUntraced(function* (
        tenant: Tenant,
        identifiers: ReadonlyArray<Identifier>,
        identity: CommandIdentity,
        claim: boolean
      ): Effect.fn.Return<Resolved, ResolveError | IdentityTaken> {
        const planned = plan(identifiers, yield* store.owners(tenant.workspaceId, identifiers))
        return planned.best === undefined
          ? yield* create(tenant, planned.missing, identity)
          : yield* join(tenant, planned, planned.best, identity, claim)
      })

      const attempt = (left: number, ...asked: Parameters<typeof once>): Effect.Effect<Resolved, ResolveError> =>
        Effect.catchTag(once(...asked), "IdentityTaken", () =>
          left > 0
            ? attempt(left - 1, ...asked)
            : Effect.fail(new Unavailable({ entity: asked[0].workspaceId, reason: "contended" }))
        )

      return Resolution.of({
        resolve: (tenant, identifiers, identity, options) =>
          attempt(attemptsMost, tenant, identifiers, identity, options?.claim === true)
      })
    })
  )
}
