/**
 * What a domain's TXT records say of who may send mail in its name: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).
 * Only that there is a policy and a key: whether one message passes, its receiver decides.
 */

/** Strings of one record belong together (RFC 7208, section 3.3). */
export type Records = ReadonlyArray<ReadonlyArray<string>>

const texts = (records: Records): ReadonlyArray<string> => records.map((parts) => parts.join("").trim())

/** More than one policy is an error (RFC 7208, section 3.2), and `+all` lets everybody send. */
export const hasSpf = (records: Records): boolean => {
  const found = texts(records).filter((text) => /^v=spf1(?:\s|$)/i.test(text))
  return found.length === 1 && !/(?:^|\s)\+?all(?:\s|$)/i.test((found[0] ?? "").slice("v=spf1".length))
}

/** An empty `p=` is a key that was revoked (RFC 6376, section 3.6.1). */
export const hasDkim = (records: Records): boolean =>
  texts(records).some((text) => /(?:^|;)\s*p=[A-Za-z0-9+/]/.test(text.replaceAll(/\s+/g, "")))

export const hasDmarc = (records: Records): boolean =>
  texts(records).filter((text) => /^v=DMARC1\s*;\s*p=(?:none|quarantine|reject)\b/i.test(text)).length === 1

/** Where a policy may stand that a subdomain has not: the domains above it, down to two labels. */
export const parents = (domain: string): ReadonlyArray<string> => {
  const labels = domain.split(".")
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."))
}
