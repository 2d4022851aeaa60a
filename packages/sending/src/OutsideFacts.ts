/** What a decision about a message must know that no person knows, gathered just before the person is asked. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Identifier } from "@loopdrive/domain/Identifier"
import { reachedBy } from "@loopdrive/domain/Reach"
import type { Outside } from "@loopdrive/person/Published"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { SqlError } from "effect/sql/SqlError"
import { SuppressionStore } from "./SuppressionStore.ts"

export interface Addressed {
  readonly workspaceId: string
  readonly personId: string
  readonly channel: Channel
  /** Absent: whichever of the person's own it will be. */
  readonly recipient: string | undefined
}

export class OutsideFacts extends Context.Service<
  OutsideFacts,
  {
    /** Which of the addresses that the message may go to are suppressed. */
    readonly suppressed: (message: Addressed) => Effect.Effect<NonNullable<Outside["suppressed"]>, SqlError>
  }
>()("@loopdrive/sending/OutsideFacts") {
  static readonly layer: Layer.Layer<OutsideFacts, never, SuppressionStore> = Layer.effect(
    OutsideFacts,
    Effect.gen(function* () {
      const suppressions = yield* SuppressionStore

      const among = ({ channel, personId, recipient, workspaceId }: Addressed) => {
        const types = reachedBy(channel)
        return recipient === undefined
          ? Effect.map(suppressions.reaching(workspaceId, personId), (found) =>
              found.filter(({ type }) => types.includes(type))
            )
          : suppressions.among(
              workspaceId,
              types.map((type): Identifier => ({ type, value: recipient }))
            )
      }

      return OutsideFacts.of({
        suppressed: (message) =>
          Effect.map(among(message), (found) =>
            found.map(({ marketingOnly, reason, value }) => ({ address: value, reason, marketingOnly }))
          )
      })
    })
  )
}
