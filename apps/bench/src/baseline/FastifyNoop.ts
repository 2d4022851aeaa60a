/** `http-noop` on Fastify 5: bearer check, body validated by JSON Schema (Ajv), answer written by a compiled serializer. */
import * as FastifyBase from "./FastifyBase.ts"

interface Body {
  readonly personId: string
  readonly type: string
  readonly value: number
}

const text = { type: "string", minLength: 1, maxLength: 64 } as const
const value = { type: "integer", minimum: 0, maximum: 1_000_000 } as const

const server = FastifyBase.make()
server.post<{ Body: Body }>(
  "/noop",
  {
    schema: {
      body: {
        type: "object",
        required: ["personId", "type", "value"],
        properties: { personId: text, type: text, value }
      },
      response: {
        200: {
          type: "object",
          required: ["accepted", "workspaceId", "personId", "type", "value"],
          properties: {
            accepted: { type: "boolean" },
            workspaceId: { type: "string" },
            personId: { type: "string" },
            type: { type: "string" },
            value: { type: "integer" }
          }
        }
      }
    }
  },
  async ({ body, workspaceId }) => ({ accepted: true, workspaceId, ...body })
)
await FastifyBase.listen(server)
