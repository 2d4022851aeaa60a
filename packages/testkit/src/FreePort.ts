/** A loopback port nobody listens on, for programs that must be told theirs. Another process may take it meanwhile. */
import * as Effect from "effect/Effect"
import { createServer } from "node:net"

export const find: Effect.Effect<number> = Effect.callback((resume) => {
  const probe = createServer()
  probe.once("error", (error) => resume(Effect.die(error)))
  probe.listen(0, "127.0.0.1", () => {
    const address = probe.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    probe.close(() => resume(port === 0 ? Effect.die(new Error("no free port")) : Effect.succeed(port)))
  })
})
