/** Brands, voices, packs and the use of models, as administration over HTTP. */
import { Receipts } from "@loopdrive/actor/Receipts"
import { Api } from "@loopdrive/api/Api"
import { VoiceRecord } from "@loopdrive/api/VoiceAdminApi"
import type { VoiceInput } from "@loopdrive/api/VoiceAdminApi"
import { compact } from "@loopdrive/domain/Json"
import type { Credential } from "@loopdrive/domain/Tenancy"
import type { BrandVoice } from "@loopdrive/domain/Voice"
import { Brand, PackVersion } from "@loopdrive/domain/VoiceModels"
import { ModelUsage } from "@loopdrive/providers/ModelUsage"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import { BrandStore } from "@loopdrive/voice/BrandStore"
import { Library } from "@loopdrive/voice/Library"
import { settle } from "@loopdrive/voice/Packs"
import { PackStore } from "@loopdrive/voice/PackStore"
import { checkPack } from "@loopdrive/voice/Published"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { HttpServerRequest } from "effect/http"
import { covered } from "./Covered.ts"
import { asProblems, invalid } from "./Failures.ts"
import type { Failure, Problem } from "./Failures.ts"
import * as Requests from "./Requests.ts"
import * as RequestContext from "./RequestContext.ts"

const optional = <A>(value: A | null | undefined): A | undefined => value ?? undefined

/** The voice with the fields that were given. */
const changed = (voice: BrandVoice, input: typeof VoiceInput.Type): BrandVoice => ({
  tone: { ...voice.tone, ...input.tone },
  style: { ...voice.style, ...input.style },
  vocabulary: { ...voice.vocabulary, ...input.vocabulary },
  compliance: { ...voice.compliance, ...input.compliance },
  competitors: input.competitors ?? voice.competitors,
  contact: { ...voice.contact, ...input.contact }
})

const day = (millis: number): string => new Date(millis).toISOString().slice(0, 10)
/** Days a report covers unless said otherwise. */
const reportedDays = 30

const sum = <A>(rows: ReadonlyArray<A>, of: (row: A) => number): number => rows.reduce((all, row) => all + of(row), 0)

export const layer = RequestContext.group(
  Api,
  "voiceAdmin",
  Effect.fn(function* (handlers) {
    const tenancy = yield* Tenancy
    const receipts = yield* Receipts
    const brands = yield* BrandStore
    const packs = yield* PackStore
    const library = yield* Library
    const usage = yield* ModelUsage

    const within = Effect.fnUntraced(function* (workspaceId: string | null | undefined) {
      const who = yield* Requests.credential
      return { who, workspaceId: yield* covered(tenancy, who, workspaceId) }
    })

    /** A change: done once for a key of the caller's, and seen at once by what is composed next. */
    const change = Effect.fnUntraced(function* <A, E extends Failure | Problem>(
      asked: {
        readonly request: HttpServerRequest.HttpServerRequest
        readonly who: Credential
        readonly route: string
        readonly input: unknown
      },
      keep: Schema.Codec<A, unknown>,
      effect: Effect.Effect<A, E>
    ) {
      const { input, request, route, who } = asked
      const identified = yield* Requests.identify(request, who, route, input)
      const value = yield* Requests.onceIfNamed(receipts, identified, keep, effect)
      yield* library.forget
      return value
    })

    const placeOf = Effect.fnUntraced(function* (
      workspaceId: string,
      brandId: string | null | undefined,
      useCase: string
    ) {
      const { brand } = yield* brands.get(workspaceId, optional(brandId))
      return { workspaceId, brandId: brand.id, useCase }
    })

    const speaking = handlers.handleAll({
      brands: ({ query }) =>
        asProblems(
          Effect.flatMap(within(query.workspaceId), ({ workspaceId }) =>
            brands.list(workspaceId, Requests.pageOf(query))
          )
        ),
      createBrand: Effect.fnUntraced(function* ({ payload, request }) {
        const { who, workspaceId } = yield* within(payload.workspaceId)
        const { identity } = yield* Requests.identify(request, who, "admin/brands", payload)
        return (yield* receipts.once(identity, Brand, brands.create(workspaceId, payload.name.trim()))).value
      }, asProblems),
      renameBrand: Effect.fnUntraced(function* ({ params: { brandId }, payload, request }) {
        const { who, workspaceId } = yield* within(payload.workspaceId)
        const asked = { request, who, route: "admin/brands/rename", input: [brandId, payload] }
        return yield* change(asked, Brand, brands.rename(workspaceId, brandId, payload.name.trim()))
      }, asProblems),
      voices: Effect.fnUntraced(function* ({ query }) {
        const { workspaceId } = yield* within(query.workspaceId)
        const page = yield* brands.list(workspaceId, Requests.pageOf(query))
        const voiced = yield* Effect.forEach(page.brands, ({ id }) => brands.get(workspaceId, id))
        return { voices: voiced.map(({ brand, voice }) => ({ brandId: brand.id, voice })), total: page.total }
      }, asProblems),
      voice: Effect.fnUntraced(function* ({ params, query }) {
        const { workspaceId } = yield* within(query.workspaceId)
        const { brand, voice } = yield* brands.get(workspaceId, params.brandId)
        return { brandId: brand.id, voice }
      }, asProblems),
      changeVoice: Effect.fnUntraced(function* ({ params: { brandId }, payload, request }) {
        const { who, workspaceId } = yield* within(payload.workspaceId)
        const speak = Effect.gen(function* () {
          const { voice } = yield* brands.get(workspaceId, brandId)
          const spoken = yield* brands.speak(workspaceId, brandId, changed(voice, payload))
          return { brandId: spoken.brand.id, voice: spoken.voice }
        })
        const asked = { request, who, route: "admin/voices", input: [brandId, payload] }
        return yield* change(asked, VoiceRecord, speak)
      }, asProblems)
    })

    return speaking.handleAll({
      packs: Effect.fnUntraced(function* ({ query }) {
        const { workspaceId } = yield* within(query.workspaceId)
        const { brand } = yield* brands.get(workspaceId, query.brandId)
        return yield* packs.versions(workspaceId, brand.id, query.useCase, Requests.pageOf(query))
      }, asProblems),
      createPack: Effect.fnUntraced(function* ({ payload, request }) {
        const { who, workspaceId } = yield* within(payload.workspaceId)
        const { constraints, examples, systemPrompt, useCase, userPromptTemplate, variables } = payload
        const place = yield* placeOf(workspaceId, payload.brandId, useCase)
        const pack = yield* Effect.fromResult(
          checkPack(
            compact({
              systemPrompt,
              userPromptTemplate,
              variables,
              examples: optional(examples),
              constraints: constraints ?? {}
            })
          )
        )
        // What was in force until now becomes the version before, to roll back to.
        const add = Effect.andThen(settle(packs, place), packs.add(place, pack, who.keyId))
        const asked = { request, who, route: "admin/packs", input: payload }
        return yield* change(asked, PackVersion, add)
      }, asProblems),
      pinPack: Effect.fnUntraced(function* ({ params: { useCase }, payload, request }) {
        const { who, workspaceId } = yield* within(payload.workspaceId)
        const place = yield* placeOf(workspaceId, payload.brandId, useCase)
        const pin = Effect.andThen(settle(packs, place), packs.pin(place, optional(payload.version), who.keyId))
        const asked = { request, who, route: "admin/packs/pin", input: [useCase, payload] }
        return yield* change(asked, PackVersion, pin)
      }, asProblems),
      rollBackPack: Effect.fnUntraced(function* ({ params: { useCase }, payload, request }) {
        const { who, workspaceId } = yield* within(payload.workspaceId)
        const place = yield* placeOf(workspaceId, payload.brandId, useCase)
        // Rolled back once more, it would be the version before that.
        const { identity } = yield* Requests.identify(request, who, "admin/packs/rollback", [useCase, payload])
        const { value } = yield* receipts.once(identity, PackVersion, packs.rollBack(place, who.keyId))
        yield* library.forget
        return value
      }, asProblems),
      modelUsage: Effect.fnUntraced(function* ({ query }) {
        const { workspaceId } = yield* within(query.workspaceId)
        const now = yield* Clock.currentTimeMillis
        const from = query.from ?? day(now - (reportedDays - 1) * 24 * 60 * 60 * 1000)
        const to = query.to ?? day(now)
        if (from > to) return yield* invalid(["query", "from"], "must not be after `to`")
        const rows = yield* usage.report(workspaceId, { from, to })
        return {
          from,
          to,
          rows: rows.map(({ costMicros, ...row }) => compact({ ...row, costMicros: optional(costMicros) })),
          totals: {
            calls: sum(rows, (row) => row.calls),
            failures: sum(rows, (row) => row.failures),
            inputTokens: sum(rows, (row) => row.inputTokens),
            outputTokens: sum(rows, (row) => row.outputTokens),
            costMicros: sum(rows, (row) => row.costMicros ?? 0)
          }
        }
      }, asProblems)
    })
  })
)
