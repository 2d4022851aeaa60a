/**
 * What a failed request tells of whether it ever left. Used by the vendor layers: a connection that was never made sent
 * nothing, a connection that broke may have.
 */

/** Names of Node and of its fetch (undici) for a connection that did not come about. */
const neverMade = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID"
])

/** Causes are nested a few deep; more is a cycle. */
const deepest = 6

/** Whether it is certain that the request did not reach the vendor, by the codes among the causes of the failure. */
export const neverLeft = (failure: unknown, depth = 0): boolean => {
  if (typeof failure !== "object" || failure === null || depth > deepest) return false
  if ("code" in failure && typeof failure.code === "string" && neverMade.has(failure.code)) return true
  // Several addresses were tried: none may have been reached.
  if ("errors" in failure && Array.isArray(failure.errors) && failure.errors.length > 0)
    return failure.errors.every((each: unknown) => neverLeft(each, depth + 1))
  return "cause" in failure && neverLeft(failure.cause, depth + 1)
}
