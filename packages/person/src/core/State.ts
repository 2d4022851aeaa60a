/** What a Person knows when it decides: who it is, how it can be reached, and what it agreed to. */
import type { ConsentChannel } from "@loopdrive/domain/Channel"
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
  createdAt: 0,
  updatedAt: 0
})
