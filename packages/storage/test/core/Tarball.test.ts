import { assert, describe, it } from "@effect/vitest"
import * as Result from "effect/Result"
import { cluster as checkCluster, entries } from "../../src/core/Tarball.ts"

/** One ustar entry: a header block with its checksum, then the content padded to whole blocks. */
const entry = (name: string, content: string): Buffer => {
  const header = Buffer.alloc(512)
  header.write(name, 0, "latin1")
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124, "latin1")
  header.fill(" ", 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1")
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  body.write(content, "latin1")
  return Buffer.concat([header, body])
}

const end = Buffer.alloc(1024)
const cluster = [entry("/PG_VERSION", "18\n"), entry("/global/pg_control", "x".repeat(600))]

describe("Tarball", () => {
  it("lists the files of an archive", () => {
    const listed = entries(Buffer.concat([...cluster, end]))
    assert.deepStrictEqual(
      Result.getOrThrow(listed).map(({ name }) => name),
      ["PG_VERSION", "global/pg_control"]
    )
  })

  it("reads an entry without a size as an empty one", () => {
    const directory = entry("global", "")
    directory.fill(" ", 124, 136)
    directory.fill(" ", 148, 156)
    const sum = directory.reduce((total, byte) => total + byte, 0)
    directory.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1")
    const listed = entries(Buffer.concat([directory, ...cluster, end]))
    assert.deepStrictEqual(
      Result.getOrThrow(listed).map(({ name }) => name),
      ["global", "PG_VERSION", "global/pg_control"]
    )
  })

  it("takes a cluster for one, and nothing else", () => {
    assert.isTrue(Result.isSuccess(checkCluster(Buffer.concat([...cluster, end]))))
    assert.isTrue(Result.isFailure(checkCluster(Buffer.concat([entry("PG_VERSION", "18"), end]))))
    assert.isTrue(Result.isFailure(checkCluster(end)))
    assert.isTrue(Result.isFailure(checkCluster(Buffer.from("x".repeat(2048)))))
  })

  it("notices an archive that is cut off anywhere", () => {
    const whole = Buffer.concat(cluster)
    for (const length of [0, 100, 512, 1024, 1536, whole.length - 1, whole.length]) {
      assert.isTrue(Result.isFailure(checkCluster(whole.subarray(0, length))), `at ${length}`)
    }
  })
})
