/**
 * What happened to a Person. These are not the events of the timeline: they live between a decision and its rows, are
 * never stored as such, and may change freely.
 */
import type { Reason } from "@loopdrive/domain/Delivery"
import type { Metadata } from "@loopdrive/domain/Json"
import type { MemoryKind, ObjectiveStatus } from "@loopdrive/domain/PersonGraph"
import type { Finding } from "@loopdrive/domain/Explanation"
import type { About, ComposeSend, Message, SettleSend, Words } from "./Command.ts"
import type { Admission, ConsentEntry, Identity, Profile } from "./State.ts"

/** An event, and whose record it goes into: this person's or that of one it absorbed. */
export interface Fact {
  readonly personId: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly event: Event
}

export type Event =
  | { readonly _tag: "Created"; readonly workspaceId: string; readonly organizationId: string | undefined }
  | { readonly _tag: "IdentityAdded"; readonly identity: Identity }
  | { readonly _tag: "IdentityChanged"; readonly identity: Identity }
  | { readonly _tag: "ProfileChanged"; readonly profile: Profile }
  | { readonly _tag: "ConsentRecorded"; readonly entry: ConsentEntry }
  | {
      readonly _tag: "Remembered"
      readonly id: string
      readonly kind: MemoryKind
      readonly text: string
      readonly confidence: number
      readonly embedding: ReadonlyArray<number>
      readonly embeddingModel: string
      readonly metadata: Metadata | undefined
      readonly sourceEventId: string | undefined
      readonly expiresAt: number | undefined
    }
  | {
      readonly _tag: "TopicWeighed"
      readonly id: string
      readonly name: string
      readonly weight: number
      readonly category: string | undefined
      readonly source: string
    }
  | {
      readonly _tag: "NoteAdded"
      readonly id: string
      readonly content: string
      readonly authorId: string
      readonly metadata: Metadata | undefined
    }
  | {
      readonly _tag: "ObjectiveAdded"
      readonly id: string
      readonly type: string
      readonly status: ObjectiveStatus
      readonly context: Metadata | undefined
      readonly priority: number | undefined
      readonly dueDate: number | undefined
    }
  | {
      readonly _tag: "SendAdmitted"
      readonly admission: Admission
      readonly eventId: string
      readonly recipient: string
      readonly message: Message
      /** When it will leave; absent: the person does not know. */
      readonly until: number | undefined
      readonly findings: ReadonlyArray<Finding>
      /** An express: it left in the same turn. `comesUp`: when its queue hands it out, if nothing is heard of it. */
      readonly leaving?: {
        readonly words: Words
        readonly findings: ReadonlyArray<Finding>
        readonly comesUp: number
      }
    }
  | {
      readonly _tag: "SendRefused"
      readonly sendId: string
      readonly eventId: string
      readonly recipient: string | undefined
      readonly message: Message
      readonly reason: Reason
      readonly findings: ReadonlyArray<Finding>
    }
  /** Waiting, it lost its slot to a better one. Its own worker learns of it when it asks. */
  | { readonly _tag: "SendDisplaced"; readonly admission: Admission; readonly by: string }
  | {
      readonly _tag: "SendDeferred"
      readonly admission: Admission
      readonly about: About
      readonly until: number | undefined
      readonly findings: ReadonlyArray<Finding>
    }
  | {
      readonly _tag: "SendLeaving"
      readonly admission: Admission
      readonly about: About
      readonly words: Words
      readonly findings: ReadonlyArray<Finding>
    }
  | { readonly _tag: "SendComposed"; readonly admission: Admission; readonly composed: ComposeSend }
  | { readonly _tag: "SendCancelled"; readonly admission: Admission; readonly about: About }
  /** Asked once more as it was to leave, the answer was no. */
  | {
      readonly _tag: "SendStopped"
      readonly admission: Admission
      readonly about: About
      readonly reason: Reason
      readonly findings: ReadonlyArray<Finding>
    }
  | { readonly _tag: "SendSettled"; readonly admission: Admission; readonly settled: SettleSend }
