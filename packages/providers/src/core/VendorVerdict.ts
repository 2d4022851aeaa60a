/** What a vendor's refusal comes down to, whatever its own codes are. Used by the tables of codes beside this file. */

/** The vendor would say no again: see `MessageRejected` for what each word means. */
export const rejections = ["credential", "unsubscribed", "recipient", "outside_window", "content", "request"] as const
export type Rejection = (typeof rejections)[number]

/** `rate_limited` was not carried out and may be asked again later; of `server` it is open whether it was. */
export type VendorVerdict = Rejection | "rate_limited" | "server"

/** By the HTTP status alone, where the vendor's own code says nothing we know. */
export const ofStatus = (status: number): VendorVerdict => {
  if (status === 429) return "rate_limited"
  if (status < 400 || status >= 500) return "server"
  return status === 401 || status === 403 ? "credential" : "request"
}
