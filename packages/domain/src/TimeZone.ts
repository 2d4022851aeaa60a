/** IANA time zone names (RFC 6557), as the platform's own copy of the database knows them. */

/** Whether a name is a zone, aliases included. */
export const isZone = (name: string): boolean => {
  // An offset such as "+02:00" is accepted by the platform but is no zone: it knows nothing of summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}
