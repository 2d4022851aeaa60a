/**
 * What X's errors mean for a direct message (https://docs.x.com/x-api/fundamentals/response-codes-and-errors): problem
 * documents of version 2, and the older codes it still answers with.
 */
import { ofStatus } from "./VendorVerdict.ts"
import type { VendorVerdict } from "./VendorVerdict.ts"

const codes: ReadonlyArray<readonly [VendorVerdict, ReadonlyArray<number>]> = [
  ["credential", [32, 64, 89, 99, 135, 215, 220, 326]],
  // Does not take messages from us, or is not there.
  ["recipient", [17, 34, 50, 63, 108, 150, 349]],
  ["content", [151, 187, 226, 354, 386]],
  ["rate_limited", [88, 185]],
  ["server", [130, 131]]
]
const known = new Map(codes.flatMap(([verdict, all]) => all.map((code) => [code, verdict] as const)))

/** Version 2 says in words alone that a person does not take our messages. */
const closed =
  /permission to DM|cannot send (?:direct )?messages?|not permitted to (?:DM|message)|who (?:is|are) not following/i

export const verdict = (status: number, code: number | undefined, detail: string): VendorVerdict => {
  if (status === 429) return "rate_limited"
  if (status === 403 && closed.test(detail)) return "recipient"
  if (status === 404) return "recipient"
  return (code === undefined ? undefined : known.get(code)) ?? ofStatus(status)
}
