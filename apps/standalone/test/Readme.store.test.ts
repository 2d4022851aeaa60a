import { assert, describe, it } from "@effect/vitest"
import * as ChildProgram from "@loopdrive/testkit/ChildProgram"
import * as Effect from "effect/Effect"
import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

const readme = () => readFile(new URL("../../../README.md", import.meta.url), "utf8")

/** The shell blocks of the first five minutes, as one script. */
const firstMinutes = async (): Promise<string> => {
  const text = await readme()
  const section = text.slice(text.indexOf("## The first five minutes"), text.indexOf("## What it promises"))
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1]).join("\n")
}

const directory = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "loopdrive-readme-"))),
  (path) => Effect.promise(() => rm(path, { recursive: true, force: true }))
)

describe("the README", () => {
  it.live("has five minutes that work by copy and paste", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const home = yield* directory
        const server = yield* ChildProgram.start(new URL("../src/Main.ts", import.meta.url), [], {
          LOOPDRIVE_DATA_DIR: join(home, ".loopdrive"),
          PORT: "0"
        })
        const base = (yield* server.says("Base URL")).split(/\s+/).at(-1) ?? ""
        yield* server.says("Try it")
        const script = (yield* Effect.promise(firstMinutes)).replace("http://127.0.0.1:3001", base)
        const { stdout } = yield* Effect.promise(() => promisify(execFile)("bash", ["-euc", script], { cwd: home }))
        const lines = stdout.split("\n").filter((line) => line.trim() !== "")
        const answers = lines.filter((line) => line.startsWith("{") || line.startsWith("["))
        assert.strictEqual(answers.length, 19, stdout)
        const [
          resolved,
          refused,
          consent,
          memory,
          memories,
          composed,
          invited,
          status,
          timeline,
          outbox,
          explained,
          rehearsed,
          account,
          queues,
          empty,
          paid,
          spent,
          repeated,
          wallet
        ] = answers.map((line) => JSON.parse(line))
        assert.match(resolved.person.id, /^per_/)
        assert.strictEqual(refused.reason, "no_consent")
        assert.include(
          explained.decisions[0].rules.map(({ rule }: { readonly rule: string }) => rule),
          "consent"
        )
        const counts = { candidates: 2, sent: 1, refused: 1, reasons: { no_consent: 1 } }
        assert.deepInclude(rehearsed, { ...counts, dryRun: true, costCents: 1 })
        assert.deepInclude(account, { ...counts, status: "completed" })
        assert.strictEqual(queues.queues.length, 11)
        assert.strictEqual(consent.status, "granted")
        assert.strictEqual(memories[0].id, memory.id)
        assert.strictEqual(new Set(composed.textVariants).size, 3)
        for (const text of composed.textVariants) assert.match(text, /bakery/i)
        assert.deepStrictEqual([composed.meta.source, composed.meta.memoryIds], ["local", [memory.id]])
        for (const text of invited.textVariants)
          assert.match(text, /5 December 2026.* free of charge.* reply by 1 December/)
        assert.include(["queued", "sent"], status.status)
        assert.deepStrictEqual(timeline.events.map((event: { type: string }) => event.type).toSorted(), [
          "email.failed",
          "email.sent"
        ])
        assert.isAtMost(outbox.total, 1)
        assert.deepStrictEqual([empty.balance, paid.status, spent.balance], [0, "succeeded", 3800])
        assert.deepStrictEqual([repeated, wallet.balance], [spent, 3800])
        const statement = lines.slice(lines.findIndex((line) => line.startsWith("timestamp,")))
        assert.match(
          statement.map((line) => line.trim()).join("\n"),
          /opening.*\n.*,5000,5000,.*\n.*,-1200,3800,.*Spring campaign\n.*closing/
        )
      })
    )
  )
})
