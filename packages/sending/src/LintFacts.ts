/** What the deliverability lint must know beside the message: how its domain stands in DNS, and how much reads like spam. */
import type { Purpose } from "@loopdrive/domain/Delivery"
import { MailDns } from "@loopdrive/providers/MailDns"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Lint from "./core/Lint.ts"

export type Facts = Pick<Lint.Draft, "domain" | "spamScore">

export interface Asked {
  readonly workspaceId: string
  readonly channel: string
  readonly purpose: Purpose
  readonly from: string
  readonly subject: string | undefined
  /** Absent: not composed yet. */
  readonly text: string | undefined
}

/** The port to whoever judges how much of a text reads like spam, 0 to 1; undefined: nobody does. */
export const SpamScore = Context.Reference<{
  readonly of: (asked: Asked & { readonly text: string }) => Effect.Effect<number | undefined>
}>("@loopdrive/sending/SpamScore", { defaultValue: () => ({ of: () => Effect.succeed(undefined) }) })

export const LintFacts = Context.Reference<{ readonly of: (asked: Asked) => Effect.Effect<Facts> }>(
  "@loopdrive/sending/LintFacts",
  { defaultValue: () => ({ of: () => Effect.succeed({}) }) }
)

/** By DNS. What is not asked of a message is not looked for. */
export const layer: Layer.Layer<never, never, MailDns> = Layer.effect(
  LintFacts,
  Effect.gen(function* () {
    const dns = yield* MailDns
    const spam = yield* SpamScore
    return {
      of: Effect.fn("LintFacts.of")(function* (asked: Asked) {
        const { channel, from, purpose, text } = asked
        if (channel !== "email" || purpose !== "marketing" || text === undefined) return {}
        const domain = Lint.domainOf(from)
        return {
          // Nothing is delivered to the domains of documentation, so nothing is asked about them.
          domain: domain === undefined || Lint.isDocumentation(domain) ? undefined : yield* dns.standing(domain),
          spamScore: yield* spam.of({ ...asked, text })
        }
      })
    }
  })
)
