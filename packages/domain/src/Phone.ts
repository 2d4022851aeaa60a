/** Telephone numbers in E.164 (ITU-T E.164): a plus sign and at most 15 digits. */
import { parsePhoneNumberFromString } from "libphonenumber-js"
import type { PhoneNumber } from "libphonenumber-js"
import * as Result from "effect/Result"

/** Nothing in North America begins with 0, and nearly everywhere else it is what local numbers begin with. */
const isForeign = ({ countryCallingCode, nationalNumber }: PhoneNumber): boolean =>
  countryCallingCode === "1" && nationalNumber.startsWith("0")

/** The normal form, or why there is none. A number without a country is read as one of the United States. */
export const normalize = (raw: string): Result.Result<string, string> => {
  const parsed = parsePhoneNumberFromString(raw.normalize("NFKC").trim(), "US")
  return parsed !== undefined && parsed.isPossible() && !isForeign(parsed)
    ? Result.succeed(parsed.number)
    : Result.fail("is not a phone number: give it with its country code, like +14155550123")
}

/** Numbers people type to get past a form. `number` is in normal form. */
export const isShared = (number: string): boolean => {
  const digits = number.slice(1)
  return /^(\d)\1+$/.test(digits.slice(-7)) || digits.endsWith("1234567") || digits.endsWith("5550100")
}
