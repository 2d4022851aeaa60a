/**
 * What the error codes of Meta's Graph API mean for a message (https://developers.facebook.com/docs/graph-api/guides/
 * error-handling, https://developers.facebook.com/docs/messenger-platform/error-codes,
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). Meta asks to go by `code`; where one code
 * stands for several things, by `error_subcode`.
 */
import { ofStatus } from "./VendorVerdict.ts"
import type { VendorVerdict } from "./VendorVerdict.ts"

const codes: ReadonlyArray<readonly [VendorVerdict, ReadonlyArray<number>]> = [
  ["server", [1, 2, 131000, 131016, 133004, 135000]],
  ["rate_limited", [4, 17, 32, 341, 613, 80001, 80002, 80006, 80007, 130429, 131048, 131056, 133016]],
  ["credential", [3, 10, 102, 104, 190, 131005, 131031, 131042, 131045, 133010]],
  ["outside_window", [131047]],
  // Does not take messages of ours, or cannot get them: 551 and 131026 say no more than that.
  ["recipient", [551, 131021, 131026, 131030, 131049, 130472]],
  ["unsubscribed", [131050]],
  ["content", [368, 131051, 131052, 132000, 132005, 132007, 132012, 132015, 132016]]
]
const known = new Map(codes.flatMap(([verdict, all]) => all.map((code) => [code, verdict] as const)))

/** Sent outside the 24 hours since the person's last message (Messenger and Instagram). */
const outsideWindow = new Set([2018278, 2534022])
/** No such person, or one that blocks messages. */
const unreachable = new Set([2018001, 2018108, 2018109, 2534014])

export const verdict = (status: number, code: number | undefined, subcode: number | undefined): VendorVerdict => {
  if (subcode !== undefined && outsideWindow.has(subcode)) return "outside_window"
  if (subcode !== undefined && unreachable.has(subcode)) return "recipient"
  if (code === undefined) return ofStatus(status)
  // Permissions, one code for each of a hundred.
  if (code >= 200 && code <= 299) return "credential"
  return known.get(code) ?? ofStatus(status)
}
