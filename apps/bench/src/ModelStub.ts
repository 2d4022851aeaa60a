/**
 * A stand-in for the model of the `compose` bench, a process of its own beside the product: completions and moderations as
 * OpenAI answers them, at once. It writes what the emulator's model writes and flags nothing. Written on plain Node, so
 * that it costs little of the two cores it shares.
 */
import { write } from "@loopdrive/testkit/EmulatedWriter"
import { createServer } from "node:http"
import type { IncomingMessage, ServerResponse } from "node:http"
import { text } from "node:stream/consumers"

interface Message {
  readonly role: string
  readonly content: string
}
interface CompletionBody {
  readonly model: string
  readonly messages: ReadonlyArray<Message>
}
interface ModerationBody {
  readonly model: string
  readonly input: ReadonlyArray<string>
}

const tokensOf = (written: string): number => Math.ceil(written.length / 4)

const complete = ({ messages, model }: CompletionBody): object => {
  const said = (role: string): string => messages.find((message) => message.role === role)?.content ?? ""
  const [system, user] = [said("system"), said("user")]
  const content = JSON.stringify(write({ system, user, name: "message", schema: {} }))
  const usage = { prompt_tokens: tokensOf(system + user), completion_tokens: tokensOf(content) }
  return {
    id: "chatcmpl-stub",
    object: "chat.completion",
    created: 0,
    model,
    choices: [
      { index: 0, logprobs: null, finish_reason: "stop", message: { role: "assistant", content, refusal: null } }
    ],
    usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens }
  }
}

const calm = { flagged: false, categories: { harassment: false }, category_scores: { harassment: 0.0001 } }
const moderate = ({ input, model }: ModerationBody): object => ({
  id: "modr-stub",
  model,
  results: input.map(() => calm)
})

const routes: Readonly<Record<string, (body: never) => object>> = {
  "/v1/chat/completions": complete,
  "/v1/moderations": moderate
}

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const route = routes[request.url ?? ""]
  const body = JSON.stringify(route === undefined ? {} : route(JSON.parse(await text(request)) as never))
  response
    .writeHead(route === undefined ? 404 : 200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body)
    })
    .end(body)
}

const server = createServer((request, response) => void answer(request, response))
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("the stub has no port")
  console.log(`http://127.0.0.1:${address.port}/v1`)
})

// It ends with whoever started it, however that ended.
process.stdin.once("end", () => process.exit(0)).resume()
