/** Direct messages without a vendor: they go to the sandbox outbox and nowhere else. */
import { Effect } from "effect"
import { nothingPolled } from "./DmProvider.ts"
import type { Connector } from "./DmProvider.ts"
import { MessageProviderUnavailable } from "./MessageFailure.ts"
import { SandboxOutbox } from "./SandboxOutbox.ts"

/** One connector for every platform: the message says which it is for. */
export const make: Effect.Effect<Connector, never, SandboxOutbox> = Effect.map(SandboxOutbox, (outbox) => ({
  name: "sandbox",
  idempotent: true,
  send: Effect.fn("SandboxDm.send")(
    function* ({ platform, sendId, text, to, workspaceId }) {
      const kept = { workspaceId, sendId, channel: platform, to, subject: null, text, html: null, headers: null }
      return { externalId: yield* outbox.put(kept) }
    },
    Effect.catchTag("SandboxUnavailable", () =>
      Effect.fail(new MessageProviderUnavailable({ reason: "store", outcome: "unknown" }))
    )
  ),
  context: () => Effect.succeed({ posts: [], comments: [], thread: [] }),
  // Nothing needs to be looked up: a send may be repeated.
  find: () => Effect.succeed({ _tag: "Missing" }),
  poll: Effect.succeed(nothingPolled)
}))
