/** The ports to the voice of a brand: who writes a message that came without words, and who reads what is to leave. */
import type { Purpose } from "@loopdrive/domain/Delivery"
import type { Metadata } from "@loopdrive/domain/Json"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** What a message is to be made of. */
export interface Wanted {
  readonly workspaceId: string
  readonly personId: string
  readonly channel: string
  readonly objective: string
  readonly brandId: string | undefined
  readonly subject: string | undefined
  /** Characters at most. */
  readonly charactersMost: number
  /** What the platform shows of the person and us: the last messages of the thread. */
  readonly context: Metadata
  /** What the guardrails found in the attempts before this one. */
  readonly violations: ReadonlyArray<string>
}

export interface Words {
  readonly subject: string | undefined
  readonly text: string
  readonly html: string | undefined
  /** How it was found: the model, the memories that were read, what the checks said. */
  readonly trail: Metadata
}

/** Nothing was written. `again`: time may cure it. */
export class NotComposed extends Schema.TaggedError<NotComposed>("@loopdrive/sending/NotComposed")("NotComposed", {
  error: Schema.String,
  again: Schema.Boolean
}) {}

/** Without a voice, nothing is composed, and whoever asks for it is told so. */
export const Composer = Context.Reference<{
  readonly compose: (wanted: Wanted) => Effect.Effect<Words, NotComposed>
}>("@loopdrive/sending/Composer", {
  defaultValue: () => ({
    compose: () => Effect.fail(new NotComposed({ error: "there is no composer here", again: false }))
  })
})

export interface Checked {
  readonly purpose: Purpose
  /** What the channel takes. */
  readonly charactersMost: number
  readonly workspaceId: string
  readonly brandId: string | undefined
  readonly channel: string
  readonly subject: string | undefined
  readonly text: string
  readonly html: string | undefined
}

export interface Reading {
  readonly safe: boolean
  readonly violations: ReadonlyArray<string>
}

/** The guardrails could not be asked. */
export class NotChecked extends Schema.TaggedError<NotChecked>("@loopdrive/sending/NotChecked")("NotChecked", {
  error: Schema.String
}) {}

/** Without a voice there is nobody to ask, and no decision says that somebody was. */
export const Guardrails = Context.Reference<{
  readonly check: (message: Checked) => Effect.Effect<Reading | undefined, NotChecked>
}>("@loopdrive/sending/Guardrails", { defaultValue: () => ({ check: () => Effect.undefined }) })
