/**
 * The pages that the server serves itself: documents, and beside them the styles, modules and pictures that they name. The
 * files are in `pages/` as the browser gets them. There is nothing in them that needs a key: a page asks for one and calls
 * the API with it like any other client.
 */
import * as Effect from "effect/Effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import type { HttpServerRequest } from "effect/http"
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { extname } from "node:path"
import { gzipSync } from "node:zlib"

/** Where a file is found. */
interface Place {
  readonly path: `/${string}`
  readonly file: string
}

const documents: ReadonlyArray<Place> = [
  { path: "/wallet", file: "wallet.html" },
  { path: "/voice", file: "voice.html" },
  { path: "/sandbox", file: "sandbox.html" }
]

/** Beside this module, wherever the server was started. */
const directory = new URL("../pages/", import.meta.url)

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml"
}

/**
 * A page loads and calls nothing but this server, runs no code that is not a file of ours, and makes no markup from text
 * (https://www.w3.org/TR/trusted-types/). None may be framed: a click on "Freeze" must be meant.
 */
const policyOf = (styles: string, images: string, types: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    `img-src ${images}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${types}`
  ].join("; ")

const policy = policyOf("'self'", "'self'", "'none'")
/**
 * The sandbox shows emails as their readers see them, in frames that run no code (`sandbox=""`). A frame inherits the
 * policy of its page, so the styles that emails carry in their elements are let in; what they would fetch is not.
 */
const framing = policyOf("'self' 'unsafe-inline'", "'self' data:", "email")

/** A file, answered from memory; a browser that has it asks whether it still stands. */
const answering = (file: string) => {
  const bytes = readFileSync(new URL(file, directory))
  const zipped = gzipSync(bytes)
  const contentType = mediaTypes[extname(file)] ?? "application/octet-stream"
  // Weak: the same content, zipped or not.
  const etag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`
  const headers = {
    "cache-control": "no-cache",
    "content-security-policy": file === "sandbox.html" ? framing : policy,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    etag,
    "referrer-policy": "no-referrer",
    vary: "accept-encoding",
    "x-content-type-options": "nosniff"
  }
  const unchanged = HttpServerResponse.empty({ status: 304, headers })
  const plain = HttpServerResponse.uint8Array(bytes, { contentType, headers })
  const small = HttpServerResponse.uint8Array(zipped, {
    contentType,
    headers: { ...headers, "content-encoding": "gzip" }
  })
  return ({ headers: asked }: HttpServerRequest.HttpServerRequest) => {
    if (asked["if-none-match"] === etag) return Effect.succeed(unchanged)
    return Effect.succeed(/\bgzip\b/.test(asked["accept-encoding"] ?? "") ? small : plain)
  }
}

/** Read once, as the server starts: a file that is missing keeps it from starting. */
export const layer = HttpRouter.use((router) =>
  Effect.suspend(() => {
    const files = readdirSync(directory).filter((file) => /\.(?:css|js|svg)$/.test(file))
    const places = [...documents, ...files.map((file): Place => ({ path: `/pages/${file}`, file }))]
    return Effect.forEach(places, ({ file, path }) => router.add("GET", path, answering(file)), { discard: true })
  })
)
