/** A place in a timeline as text for callers, who must not look inside. */

/** The time, and the id among events of one time. */
export interface Place {
  readonly ts: string
  readonly id: string
}

export const write = (place: Place): string => Buffer.from(`${place.ts} ${place.id}`).toString("base64url")

/** `undefined`: nobody wrote this. */
export const read = (cursor: string): Place | undefined => {
  const [ts, id, ...rest] = Buffer.from(cursor, "base64url").toString("utf8").split(" ")
  const valid =
    ts !== undefined && id !== undefined && id !== "" && rest.length === 0 && Number.isFinite(Date.parse(ts))
  return valid ? { ts, id } : undefined
}
