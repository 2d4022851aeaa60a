/** What Twilio's error codes mean for a message (https://www.twilio.com/docs/api/errors). */
import { ofStatus } from "./VendorVerdict.ts"
import type { VendorVerdict } from "./VendorVerdict.ts"

const codes: ReadonlyArray<readonly [VendorVerdict, ReadonlyArray<number>]> = [
  // The recipient answered STOP to this number or this messaging service.
  ["unsubscribed", [21610]],
  // Not a number, a landline, not reachable from here, or in a country that we did not open.
  ["recipient", [21211, 21214, 21217, 21401, 21408, 21421, 21612, 21614, 21635, 30003, 30005, 30006]],
  // Empty, too long, or refused by a filter of the carriers.
  ["content", [21602, 21605, 21617, 21619, 21623, 30004, 30007, 30008, 30019]],
  // Our account, its number or its registration.
  ["credential", [20003, 20005, 20006, 21603, 21606, 21618, 21659, 21660, 21704, 30002, 30032, 30034]],
  ["rate_limited", [14107, 20429, 21611, 30001, 30022, 63018]]
]
const known = new Map(codes.flatMap(([verdict, all]) => all.map((code) => [code, verdict] as const)))

/** `code` as in the body of the answer. A server error is one whatever its code. */
export const verdict = (status: number, code: number | undefined): VendorVerdict =>
  (status < 500 && code !== undefined ? known.get(code) : undefined) ?? ofStatus(status)
