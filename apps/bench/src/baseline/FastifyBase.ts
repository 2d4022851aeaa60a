/** What every Fastify baseline shares: the bearer check and the way it starts listening. */
import fastify from "fastify"
import type { FastifyInstance } from "fastify"
import * as ApiKeys from "../ApiKeys.ts"
import { announce, given } from "../Served.ts"
import * as Tenants from "../Tenants.ts"

declare module "fastify" {
  interface FastifyRequest {
    workspaceId: string
  }
}

const scheme = "Bearer "

/** A server that answers 401 before it reads the body of a request without a known key. */
export const make = (): FastifyInstance => {
  const principalOf = ApiKeys.make(Tenants.keys(given("BENCH_KEY")))
  const server = fastify({ logger: false })
  server.decorateRequest("workspaceId", "")
  server.addHook("onRequest", (request, reply, done) => {
    const credential = request.headers.authorization
    const principal = credential?.startsWith(scheme) ? principalOf(credential.slice(scheme.length)) : undefined
    if (principal === undefined) {
      reply.code(401).send({ code: "unauthorized" })
      return
    }
    request.workspaceId = principal.workspaceId
    done()
  })
  return server
}

export const listen = async (server: FastifyInstance): Promise<void> => {
  await server.listen({ host: "127.0.0.1", port: 0 })
  const address = server.server.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")
  announce(address.port)
}
