/** The brand voice over HTTP. */
import { Receipts } from "@loopdrive/actor/Receipts"
import { Api } from "@loopdrive/api/Api"
import type { ConstraintsInput } from "@loopdrive/api/ComposeInput"
import { digestOf } from "@loopdrive/domain/Digest"
import { SnippetLibrary } from "@loopdrive/domain/VoiceModels"
import { Library } from "@loopdrive/voice/Library"
import { SnippetStore } from "@loopdrive/voice/SnippetStore"
import { Voice } from "@loopdrive/voice/Voice"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { asProblems, invalid } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

/** Without the nulls: what is null was not said. */
const constraintsOf = (input: typeof ConstraintsInput.Type | null | undefined) =>
  Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== null)) as {
    readonly [K in keyof typeof ConstraintsInput.Type]?: Exclude<(typeof ConstraintsInput.Type)[K], null>
  }

/** How long analytics look back unless said otherwise, ms. */
const lookBack = 30 * 24 * 60 * 60 * 1000

export const layer = RequestContext.group(
  Api,
  "voice",
  Effect.fn(function* (handlers) {
    const voice = yield* Voice
    const library = yield* Library
    const snippets = yield* SnippetStore
    const receipts = yield* Receipts

    const saying = handlers.handleAll({
      compose: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const workspaceId = yield* Requests.ownWorkspace(who, payload.workspaceId)
        const { identity, named } = yield* Requests.identify(request, who, "brand-voice/compose", payload)
        const asked = {
          workspaceId,
          personId: payload.personId,
          brandId: optional(payload.brandId),
          channel: payload.channel,
          objective: payload.objective,
          constraints: constraintsOf(payload.constraints),
          context: optional(payload.context),
          draft: optional(payload.draft)
        }
        // Without a key of the caller's, asking again is asking for other words.
        const key = digestOf([identity.scope, identity.key])
        return yield* voice.compose(asked, named ? { key, hash: identity.hash } : undefined)
      }, asProblems),
      guardrail: Effect.fnUntraced(function* ({ payload }) {
        const { workspaceId } = yield* Requests.credential
        return yield* voice.guard(workspaceId, {
          brandId: optional(payload.brandId),
          channel: payload.channel,
          text: payload.text,
          purpose: payload.purpose ?? "marketing",
          stage: payload.stage ?? "draft",
          maxChars: optional(payload.maxChars)
        })
      }, asProblems),
      testAlignment: ({ payload }) =>
        asProblems(
          Effect.flatMap(Requests.credential, ({ workspaceId }) =>
            voice.align(workspaceId, optional(payload.brandId), payload.text)
          )
        ),
      prompt: ({ params, query }) =>
        asProblems(
          Effect.flatMap(Requests.credential, ({ workspaceId }) =>
            voice.pack(workspaceId, query.brandId, params.useCase)
          )
        )
    })

    return saying.handleAll({
      snippets: ({ query: { brandId, ...query } }) =>
        asProblems(
          Effect.flatMap(Requests.credential, ({ workspaceId }) =>
            voice.snippets(workspaceId, brandId, {
              channel: query.channel,
              objective: query.objective,
              usage: query.usage,
              minWinRate: query.minWinRate,
              limit: Requests.pageOf(query).limit
            })
          )
        ),
      addSnippet: Effect.fnUntraced(function* ({ payload, request }) {
        const who = yield* Requests.credential
        const { workspaceId } = who
        const { brand } = yield* library.shelf(workspaceId, optional(payload.brandId))
        const { identity } = yield* Requests.identify(request, who, "brand-voice/snippets", payload)
        const add = snippets.add(workspaceId, brand.id, {
          channel: payload.channel,
          objective: payload.objective.trim(),
          snippet: payload.snippet.trim(),
          usage: payload.usage,
          metadata: optional(payload.metadata)
        })
        const { value } = yield* receipts.once(identity, SnippetLibrary, add)
        yield* library.forget
        return value
      }, asProblems),
      snippetUsage: Effect.fnUntraced(function* ({ params: { snippetId }, payload: { outcome }, request }) {
        const who = yield* Requests.credential
        const route = "brand-voice/snippets/usage"
        const identified = yield* Requests.identify(request, who, route, [snippetId, outcome])
        const count = snippets.count(who.workspaceId, snippetId, outcome === "conversion")
        return yield* Requests.onceIfNamed(receipts, identified, SnippetLibrary, count)
      }, asProblems),
      analytics: Effect.fnUntraced(function* ({ params, query }) {
        const { workspaceId } = yield* Requests.credential
        const to = Requests.millis(query.to) ?? (yield* Clock.currentTimeMillis) + 1
        const from = Requests.millis(query.from) ?? to - lookBack
        if (from >= to) return yield* invalid(["query", "from"], "must be before `to`")
        return yield* voice.analytics(workspaceId, params.brandId, { from, to })
      }, asProblems)
    })
  })
)
