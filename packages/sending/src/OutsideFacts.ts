/** What a decision about a message must know that no person knows, gathered just before the person is asked. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Identifier } from "@loopdrive/domain/Identifier"
import { reachedBy } from "@loopdrive/domain/Reach"
import type { Outside, PersonNotFound } from "@loopdrive/person/Published"
import { PersonStore } from "@loopdrive/person/Store"
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
    readonly suppressed: (
      message: Addressed
    ) => Effect.Effect<NonNullable<Outside["suppressed"]>, SqlError | PersonNotFound>
  }
>()("@loopdrive/sending/OutsideFacts") {
  static readonly layer: Layer.Layer<OutsideFacts, never, PersonStore | SuppressionStore> = Layer.effect(
    OutsideFacts,
    Effect.gen(function* () {
      const graph = yield* PersonStore
      const suppressions = yield* SuppressionStore

      const addresses = ({ channel, personId, recipient, workspaceId }: Addressed) => {
        const types = reachedBy(channel)
        return recipient === undefined
          ? Effect.map(graph.identities(workspaceId, personId), (identities): ReadonlyArray<Identifier> =>
              identities.filter(({ type }) => types.includes(type))
            )
          : Effect.succeed(types.map((type): Identifier => ({ type, value: recipient })))
      }

      return OutsideFacts.of({
        suppressed: Effect.fnUntraced(function* (message) {
          const found = yield* suppressions.among(message.workspaceId, yield* addresses(message))
          return found.map(({ marketingOnly, reason, value }) => ({ address: value, reason, marketingOnly }))
        })
      })
    })
  )
}
