import { assert, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Sender from "@loopdrive/gateway/Sender"

it.effect("writes a name so that it cannot end early, and an address in normal form", () =>
  Effect.gen(function* () {
    assert.strictEqual(Sender.named('Ada "The" <Countess>', "a@b.example"), '"Ada The Countess" <a@b.example>')
    assert.strictEqual(Sender.named(" ", "a@b.example"), "a@b.example")
    assert.strictEqual(yield* Sender.of("Ada <ada@Engines.example>"), '"Ada" <ada@engines.example>')
    assert.strictEqual(yield* Sender.of('"Ada" <ada@engines.example>'), '"Ada" <ada@engines.example>')
    assert.strictEqual(yield* Sender.of("ada@engines.example"), "ada@engines.example")
    assert.isUndefined(yield* Sender.of(undefined))
  })
)

it.effect("refuses what is no single address", () =>
  Effect.gen(function* () {
    for (const raw of ["nobody", "a@b.example, c@d.example", "Ada <nobody>", "<>"]) {
      const problem = yield* Effect.flip(Sender.of(raw))
      assert.deepStrictEqual(problem.errors[0]?.path, ["payload", "defaultFrom"])
    }
  })
)
