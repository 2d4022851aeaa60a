/**
 * Workspaces remembered for a moment: every message asks several times whose it is and what its workspace wants. What is
 * changed here is known here at once; other processes go by what was for a moment longer.
 */
import * as Effect from "effect/Effect"

/** How long another process may go on by settings that were changed, ms. */
const rememberedFor = 1_000
const rememberedMost = 10_000

/** `look` reads a workspace; `now` in epoch milliseconds. What is not there is not remembered. */
export const make = <A, E>(look: (workspaceId: string) => Effect.Effect<A, E>, now: () => number) => {
  const remembered = new Map<string, { readonly workspace: A; readonly until: number }>()
  // What was looked up before a change must not be remembered after it.
  let changes = 0
  return {
    get: (workspaceId: string): Effect.Effect<A, E> =>
      Effect.suspend(() => {
        const known = remembered.get(workspaceId)
        if (known !== undefined && known.until > now()) return Effect.succeed(known.workspace)
        const before = changes
        const until = now() + rememberedFor
        return Effect.map(look(workspaceId), (workspace) => {
          if (changes !== before) return workspace
          if (remembered.size >= rememberedMost) remembered.clear()
          remembered.set(workspaceId, { workspace, until })
          return workspace
        })
      }),
    /** After any change of it, and before what must not miss one. */
    forget: (workspaceId: string): void => {
      changes++
      remembered.delete(workspaceId)
    }
  }
}
