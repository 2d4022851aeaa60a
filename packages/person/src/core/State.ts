/** What a Person knows when it decides: who it is, how it can be reached, and what it agreed to. */
import type { Channel, ConsentChannel } from "@loopdrive/domain/Channel"
import type { Purpose, Reason } from "@loopdrive/domain/Delivery"
import type { IdentityType } from "@loopdrive/domain/Identifier"
import type { Metadata } from "@loopdrive/domain/Json"
import type { ConsentScope, ConsentStatus } from "@loopdrive/domain/PersonGraph"

export interface Profile {
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  readonly locale: string | undefined
  readonly timezone: string | undefined
  readonly metadata: Metadata | undefined
}

export interface Identity {
  readonly id: string
  /** The person it was given to; another one than this after a merge. */
  readonly personId: string
  readonly type: IdentityType
  readonly value: string
  readonly verified: boolean
  readonly isPrimary: boolean
  readonly metadata: Metadata | undefined
  /** Epoch milliseconds, like every time in a state. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** One entry of the consent log. */
export interface ConsentEntry {
  readonly id: string
  readonly channel: ConsentChannel
  readonly scope: ConsentScope
  readonly status: ConsentStatus
  readonly source: string
  readonly grantedAt: number | undefined
  readonly revokedAt: number | undefined
  readonly expiresAt: number | undefined
  readonly metadata: Metadata | undefined
  readonly position: number
  readonly createdAt: number
}

/**
 * What a person knows of a message it was asked about, for as long as it matters: until the message has come to its end
 * and, for a marketing one that left, while it counts against a cap.
 *
 * `state`: it waits to leave; it is on its way; nobody knows whether it left; it came to its end.
 */
export interface Admission {
  readonly sendId: string
  readonly personId: string
  readonly channel: Channel
  readonly purpose: Purpose
  readonly state: "waiting" | "leaving" | "unknown" | "ended"
  readonly askedAt: number
  /** When it may leave. */
  readonly due: number
  /** Why that is later than asked for. */
  readonly deferredFor: Reason | undefined
  /** After this it is not worth sending any more. */
  readonly expiresAt: number
  /** When it began to leave: from then on it counts. Absent: it has not, or did not in the end. */
  readonly countsAt: number | undefined
  readonly priority: number
  readonly value: number
  readonly refuses: boolean
  readonly confirmation: boolean
  readonly sameAs: string | undefined
}

/**
 * `status` decides first:
 * - `absent`: nothing was ever written for this id
 * - `merged`: the person lives on as `mergedInto`; everything is refused with the way there
 * - `present`
 */
export interface Person {
  readonly id: string
  readonly status: "absent" | "present" | "merged"
  readonly mergedInto: string | undefined
  /** Everybody who was merged into this person, directly or not. */
  readonly absorbed: ReadonlyArray<string>
  readonly workspaceId: string
  readonly organizationId: string | undefined
  readonly profile: Profile
  readonly identities: ReadonlyArray<Identity>
  /** The log without the entries that later ones replace: at most one per channel and scope. */
  readonly consents: ReadonlyArray<ConsentEntry>
  readonly admissions: ReadonlyArray<Admission>
  readonly createdAt: number
  readonly updatedAt: number
}

export const emptyProfile: Profile = {
  firstName: undefined,
  lastName: undefined,
  locale: undefined,
  timezone: undefined,
  metadata: undefined
}

export const initial = (id: string): Person => ({
  id,
  status: "absent",
  mergedInto: undefined,
  absorbed: [],
  workspaceId: "",
  organizationId: undefined,
  profile: emptyProfile,
  identities: [],
  consents: [],
  admissions: [],
  createdAt: 0,
  updatedAt: 0
})
