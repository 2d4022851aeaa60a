/**
 * Email addresses: one spelling per mailbox, as far as the standards allow to say that two spellings are one.
 *
 * The domain is case-insensitive and compared in its ASCII form (RFC 5321 section 2.4, RFC 5891); the local part is
 * folded because no large provider tells cases apart; plus-tags and dots stay, because what they mean is the provider's
 * business.
 */
import * as Result from "effect/Result"
import { domainToASCII } from "node:url"

/** Longest address that can be sent to: RFC 5321 section 4.5.3.1.3, less the angle brackets. */
const longest = 254
const local = /^[^\s@"(),:;<>[\]\\]{1,64}$/u
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/** Mailboxes of a function, not of a human (RFC 2142, and the senders' own). They never make two people one. */
const roles = new Set(
  "abuse admin administrator billing contact help hello hostmaster info mailer-daemon marketing news newsletter no-reply noc noreply office postmaster root sales security service support team webmaster".split(
    " "
  )
)
const placeholders = new Set(["test@test.com", "test@example.com", "example@example.com", "none@none.com", "a@a.com"])

/** The normal form, or why there is none. */
export const normalize = (raw: string): Result.Result<string, string> => {
  const text = raw.normalize("NFKC").trim()
  const at = text.lastIndexOf("@")
  if (at < 1) return Result.fail("is not an email address: it needs a name, an @ and a domain")
  const name = text.slice(0, at).toLowerCase()
  const host = domainToASCII(text.slice(at + 1).toLowerCase())
  if (!local.test(name) || name.startsWith(".") || name.endsWith(".") || name.includes(".."))
    return Result.fail("is not an email address: the part before the @ is malformed")
  if (!domain.test(host)) return Result.fail("is not an email address: the domain is malformed")
  const address = `${name}@${host}`
  return address.length > longest ? Result.fail(`is longer than ${longest} characters`) : Result.succeed(address)
}

/** Whether many people may share this address. `address` is in normal form. */
export const isShared = (address: string): boolean =>
  placeholders.has(address) || roles.has(address.replace(/(\+.*)?@.*$/, ""))
