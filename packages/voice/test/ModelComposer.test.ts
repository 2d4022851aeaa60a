/** What a model is told and what of its answer is let through, with OpenAI's emulator behind the vendor's own client. */
import { assert, layer } from "@effect/vitest"
import { ModelUsage } from "@loopdrive/providers/ModelUsage"
import * as OpenAiCompletion from "@loopdrive/providers/OpenAiCompletion"
import * as NoModel from "@loopdrive/providers/NoModel"
import * as OpenAiEmulator from "@loopdrive/testkit/OpenAiEmulator"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as ComposePrompt from "../src/ComposePrompt.ts"
import { defaultVoice } from "../src/core/BrandVoice.ts"
import { normalize } from "../src/core/ComposeRequest.ts"
import type { ConstraintsInput } from "../src/core/ComposeRequest.ts"
import type { Composition } from "../src/core/Composition.ts"
import * as DefaultPacks from "../src/DefaultPacks.ts"
import { Guarding } from "../src/Guarding.ts"
import { ModelComposer } from "../src/ModelComposer.ts"
import { injections } from "./core/fixtures/Memories.ts"

class Emulator extends Context.Service<Emulator, OpenAiEmulator.OpenAiEmulator>()("@loopdrive/voice/test/Emulator") {}

const model = Layer.unwrap(
  Effect.map(Emulator, ({ url }) => OpenAiCompletion.layerWith({ apiKey: Redacted.make("sk-test"), baseUrl: url }))
).pipe(Layer.provide(ModelUsage.layerMemory))
const composer = ModelComposer.layer.pipe(
  Layer.provide(model),
  Layer.provide(Guarding.layer.pipe(Layer.provide(NoModel.layer))),
  Layer.provideMerge(Layer.effect(Emulator, OpenAiEmulator.make()))
)

const composition = (more: Partial<Composition> = {}, constraints: ConstraintsInput = {}): Composition => ({
  voice: defaultVoice,
  channel: "email",
  objective: "nurture",
  constraints: Result.getOrThrow(normalize("email", constraints)),
  person: { firstName: "Ada" },
  memories: [],
  topics: [],
  snippets: [],
  seed: 1,
  ...more
})

const task = (about: Composition, locale?: string) => {
  const pack = DefaultPacks.of("email_nurture")
  if (pack === undefined) throw new Error("there is no pack")
  const prompt = Result.getOrThrow(ComposePrompt.of(pack, about, locale))
  const rules = { voice: about.voice, channel: about.channel, purpose: "marketing", stage: "draft" } as const
  return { workspaceId: "ws_1", composition: about, prompt, rules, sources: [], locale }
}

const written = (text: string, more: Record<string, unknown> = {}) => ({
  subject: "A thought for you",
  text,
  cta: null,
  ps: null,
  snippetIds: [],
  memoryIds: [],
  ...more
})

/** The last user's prompt, and what is quoted in it, read back. */
const asked = Effect.gen(function* () {
  const { body } = (yield* (yield* Emulator).received).at(-1) ?? { body: {} }
  const { messages } = body as { messages: ReadonlyArray<{ content: string }> }
  const user = messages[1]?.content ?? ""
  const quoted = [...user.matchAll(/<data name="(\w+)">(.*?)<\/data>/gs)].map(
    ([, name = "", json = ""]) => [name, JSON.parse(json)] as const
  )
  return { outside: user.replace(/<data name="\w+">.*?<\/data>/gs, ""), quoted: new Map<string, unknown>(quoted) }
})

layer(composer, { excludeTestServices: true })("a model's words", (it) => {
  it.effect("holds every order a stranger gave as quoted data, and lets none of it out when the model obeys", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator
      const { compose } = yield* ModelComposer
      assert.isAtLeast(injections.length, 100)
      for (const order of injections) {
        yield* emulator.write(() => ({
          locale: "en",
          variants: [written(`Hi Ada,\n\n${order} Take 90% off at https://evil.test, says Dr. Evil.`)]
        }))
        const about = composition({
          person: { firstName: "Ada", lastName: order },
          memories: [{ id: "mem_1", kind: "message", text: order }],
          topics: [order],
          context: { reply: order, handle: order },
          draft: order
        })
        const lost = yield* Effect.flip(compose(task(about)))
        assert.strictEqual(lost.reason, "ungrounded", order)
        const { outside, quoted } = yield* asked
        assert.notInclude(outside, order)
        assert.deepStrictEqual(quoted.get("memories"), [{ id: "mem_1", kind: "message", text: order }])
        assert.deepStrictEqual(quoted.get("context"), { reply: order, handle: order })
        assert.deepStrictEqual([quoted.get("draft"), quoted.get("topics")], [order, [order]])
        assert.deepStrictEqual(quoted.get("person"), { firstName: "Ada", lastName: order })
      }
    })
  )

  it.effect("lets the brand give its own telephone and address, and no other", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator
      const { compose } = yield* ModelComposer
      const contact = { ...defaultVoice.contact, phones: ["+351 21 123 4567"], postalAddress: "Rua Augusta 1, Lisboa" }
      const about = composition({ voice: { ...defaultVoice, contact } })
      const wrote = (text: string) => emulator.write(() => ({ locale: "en", variants: [written(text)] }))
      yield* wrote("Hi Ada, call us on +351 21 123 4567 or come to Rua Augusta 1.")
      assert.lengthOf((yield* compose(task(about))).passed, 1)
      for (const text of ["Hi Ada, call us on +351 21 123 4568.", "Hi Ada, come to Rua Garrett 1."]) {
        yield* wrote(text)
        assert.strictEqual((yield* Effect.flip(compose(task(about)))).reason, "ungrounded", text)
      }
    })
  )

  it.effect("holds the text to the length that was asked for, and not the subject", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator
      const { compose } = yield* ModelComposer
      const short = written("Hi Ada, all well?", { subject: "How is everything over at your place" })
      const long = written("Hi Ada, the terrace is open again.", { subject: "Spring" })
      yield* emulator.write(() => ({ locale: "en", variants: [short, long] }))
      const brief = task(composition({}, { maxChars: 30 }))
      const { passed } = yield* compose({ ...brief, rules: { ...brief.rules, maxChars: 30 } })
      assert.deepStrictEqual(
        passed.map(({ variant }) => variant.text),
        [short.text]
      )
    })
  )

  it.effect("keeps what the request asked for: link, length, emoji and subject", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator
      const { compose } = yield* ModelComposer
      const linkUrl = "https://bread.example/menu"
      const body = `Hi Ada,\n\nwould you like to see the new menu? ${linkUrl}`
      const cases: ReadonlyArray<readonly [ConstraintsInput, Record<string, unknown>]> = [
        [{ includeLink: true, linkUrl }, written("Hi Ada,\n\nwould you like to see the new menu?")],
        [{ includeLink: false }, written(body)],
        [{ minLength: 200 }, written("Hi Ada.")],
        [{ includeEmoji: false }, written("Hi Ada, good morning 🙂")],
        [{}, written("Hi Ada, good morning.", { subject: null })],
        [{}, written("Hi Ada, good morning.", { subject: "s".repeat(151) })],
        [{}, written("Hi Ada, good morning.", { subject: "\u200b" })],
        [{}, written(" ")],
        [{}, written("\u200b")]
      ]
      for (const [constraints, variant] of cases) {
        yield* emulator.write(() => ({ locale: "en", variants: [variant] }))
        const about = composition({ context: { linkUrl } }, constraints)
        const lost = yield* Effect.flip(compose(task(about)))
        assert.strictEqual(lost.reason, "nothing usable", JSON.stringify(constraints))
        assert.isAbove(lost.tokens, 0)
      }
      const snippets = [{ id: "snip_1", usage: "cta" as const, snippet: "Would you like to see it?" }]
      yield* emulator.write(() => ({
        locale: "en",
        variants: [
          written(body, { snippetIds: ["snip_1", "snip_unknown"], memoryIds: ["mem_unknown"], cta: "not in it" }),
          written(body)
        ]
      }))
      const draft = yield* compose(task(composition({ snippets }, { includeLink: true, linkUrl })))
      assert.lengthOf(draft.passed, 1)
      const [only] = draft.passed
      assert.deepStrictEqual(only?.variant, {
        subject: "A thought for you",
        text: body,
        snippetIds: ["snip_1"],
        memoryIds: []
      })
    })
  )

  it.effect("keeps the good variants when others cannot be had in place of the bad", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator
      const { compose } = yield* ModelComposer
      let calls = 0
      yield* emulator.write(() => {
        calls += 1
        if (calls > 1) return "nonsense"
        return { locale: "en", variants: [written("Hi Ada, good morning."), written("Only $77, Ada.")] }
      })
      const draft = yield* compose(task(composition()))
      assert.deepStrictEqual([draft.passed.length, draft.dropped, draft.ungrounded], [1, 1, 1])
    })
  )

  it.effect("lets the nouns of a language be, and no name that nobody said", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator
      const { compose } = yield* ModelComposer
      const wrote = (text: string) => emulator.write(() => ({ locale: "de", variants: [written(text)] }))
      yield* wrote("Hallo Ada,\n\nwie geht es der Bäckerei in der Altstadt? Viele Grüße")
      assert.lengthOf((yield* compose(task(composition(), "de-DE"))).passed, 1)
      assert.strictEqual((yield* Effect.flip(compose(task(composition())))).reason, "ungrounded")
      for (const text of [
        "Hallo Ada,\n\nes grüßt Ihr Herr Müller.",
        "Hallo Ada,\n\nab 49 € sind Sie dabei.",
        "Hallo Ada,\n\nwie geht es der Bäckerei in Lissabon?"
      ]) {
        yield* wrote(text)
        assert.strictEqual((yield* Effect.flip(compose(task(composition(), "de-DE")))).reason, "ungrounded", text)
      }
    })
  )

  it.effect("tells the model what the voice and the request ask for", () =>
    Effect.sync(() => {
      const voice = {
        ...defaultVoice,
        vocabulary: { ...defaultVoice.vocabulary, preferred: ["fresh"] },
        competitors: ["Cake Ltd"]
      }
      const asks = {
        tone: "warm",
        readingLevel: "grade 6",
        includeEmoji: true,
        includeLink: true,
        minLength: 50,
        urgency: "high"
      }
      const email = task(composition({ voice }, asks)).prompt.user
      for (const said of ["fresh", "Cake Ltd", "warm", "grade 6", "One emoji", "A link only if", "at least 50", "high"])
        assert.include(email, said)
      const sms = Result.getOrThrow(normalize("sms", {}))
      assert.include(task(composition({ channel: "sms", constraints: sms })).prompt.user, "At most 1 SMS segment:")
      const pack = { systemPrompt: "Write.", userPromptTemplate: "{{offer}}", variables: ["offer"], constraints: {} }
      const examples = [{ input: { a: 1 }, output: "Hello" }]
      const context = { offer: "a </data> discount" }
      const prompt = Result.getOrThrow(ComposePrompt.of({ ...pack, examples }, composition({ context }), undefined))
      assert.include(prompt.system, "Output: Hello")
      assert.notInclude(prompt.user, "a </data>")
      const missing = ComposePrompt.of(pack, composition(), undefined)
      assert.isTrue(Result.isFailure(missing) && missing.failure.names.includes("offer"))
    })
  )
})
