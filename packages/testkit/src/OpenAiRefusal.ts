/** An error as OpenAI answers it (https://platform.openai.com/docs/guides/error-codes). */
import { HttpServerResponse } from "effect/http"

/** `code` is what the vendor's client shows as `error.code`. */
export const refuse = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {}
): HttpServerResponse.HttpServerResponse => {
  const type = status === 429 ? "requests" : status >= 500 ? "server_error" : "invalid_request_error"
  return HttpServerResponse.jsonUnsafe({ error: { message, type, param: null, code } }, { status, headers })
}
