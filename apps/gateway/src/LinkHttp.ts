/**
 * What recipients open: the end of marketing at `/u/{token}`, the confirmation of a consent at `/c/{token}`, and short
 * links at `/l/{token}`. None needs a key.
 */
import { Confirmations } from "@loopdrive/sending/Confirmations"
import { RecipientLinks } from "@loopdrive/sending/RecipientLinks"
import * as Effect from "effect/Effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import type { HttpServerRequest } from "effect/http"
import * as LinkPage from "./core/LinkPage.ts"

const headers = {
  "cache-control": "no-store",
  "content-security-policy": LinkPage.policy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex"
}

const page = (status: number, html: string) =>
  HttpServerResponse.text(html, { status, contentType: "text/html; charset=utf-8", headers })

/** The last segment of the path. */
const tokenOf = ({ url }: HttpServerRequest.HttpServerRequest): string =>
  url
    .replace(/[?#].*$/, "")
    .split("/")
    .at(-1) ?? ""

const unknown = page(404, LinkPage.unknown)
const failed = page(503, LinkPage.failed)

/** A page in any case: there is a human at the other end. */
const asPage = <E>(effect: Effect.Effect<HttpServerResponse.HttpServerResponse, E>) =>
  Effect.catchCause(effect, (cause) => Effect.as(Effect.logError("a recipient's link failed", cause), failed))

const visitorOf = ({ headers: asked, method, remoteAddress }: HttpServerRequest.HttpServerRequest) => ({
  method,
  userAgent: asked["user-agent"] ?? "",
  ip:
    asked["x-forwarded-for"]?.split(",")[0]?.trim() ??
    (remoteAddress._tag === "Some" ? remoteAddress.value : undefined),
  purpose: asked["sec-purpose"] ?? asked["purpose"] ?? asked["x-purpose"] ?? asked["x-moz"]
})

export const layer = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const links = yield* RecipientLinks
    const confirmations = yield* Confirmations

    const look = (request: HttpServerRequest.HttpServerRequest) =>
      asPage(
        Effect.map(links.unsubscribing(tokenOf(request)), (send) =>
          send === undefined ? unknown : page(200, LinkPage.ask(send.channel))
        )
      )
    // By the mail program (RFC 8058) or by the button of the page: either means it.
    const end = (request: HttpServerRequest.HttpServerRequest) =>
      asPage(Effect.map(links.unsubscribe(tokenOf(request)), (done) => (done ? page(200, LinkPage.done) : unknown)))
    const question = (request: HttpServerRequest.HttpServerRequest) =>
      asPage(
        Effect.map(confirmations.confirming(tokenOf(request)), (one) =>
          one === undefined ? unknown : page(200, LinkPage.confirm(one.channel, one.sender))
        )
      )
    const yes = (request: HttpServerRequest.HttpServerRequest) =>
      asPage(
        Effect.map(confirmations.confirm(tokenOf(request)), (done) =>
          done === undefined ? unknown : page(200, done === "confirmed" ? LinkPage.confirmed : LinkPage.over)
        )
      )
    const follow = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
      const link = yield* links.target(tokenOf(request))
      if (link === undefined) return unknown
      // Whether it was noted is no concern of who follows it.
      yield* Effect.catchCause(links.followed(link, visitorOf(request)), (cause) =>
        Effect.logWarning("a click was not noted", cause)
      )
      return HttpServerResponse.empty({
        status: 302,
        headers: { location: link.target, "cache-control": "no-store", "referrer-policy": "no-referrer" }
      })
    }, asPage)
    yield* router.add("GET", "/u/:token", look)
    yield* router.add("POST", "/u/:token", end)
    yield* router.add("GET", "/c/:token", question)
    yield* router.add("POST", "/c/:token", yes)
    yield* router.add("GET", "/l/:token", follow)
  })
)
