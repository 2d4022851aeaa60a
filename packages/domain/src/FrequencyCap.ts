/**
 * How often a person may be written to: rolling windows, each for one channel or for all of them together. The times
 * of earlier sends are given, planned ones among them, so that two sends on their way do not take one slot twice.
 */

/** At most `limit` sends in any `windowMillis`; on `channel`, or on all channels where none is named. */
export interface Cap {
  readonly channel?: string
  readonly limit: number
  readonly windowMillis: number
}

/** A send that counts: made, or promised to be made, at `at` (epoch milliseconds). */
export interface Counted {
  readonly channel: string
  readonly at: number
}

/** What is in force where a workspace says nothing: three marketing messages in 24 hours, over all channels. */
export const standard: ReadonlyArray<Cap> = [{ limit: 3, windowMillis: 24 * 60 * 60 * 1000 }]

export type Verdict =
  /** `left`: how many more would be let through at this instant, this one included; undefined where no cap applies. */
  | { readonly _tag: "Allowed"; readonly left: number | undefined }
  /** `freesAt`: when the last of the full caps has a slot again; undefined where one has no slots at all. */
  | { readonly _tag: "Capped"; readonly cap: Cap; readonly freesAt: number | undefined }

const inWindow = (cap: Cap, past: ReadonlyArray<Counted>, now: number): ReadonlyArray<number> =>
  past
    .filter(({ at, channel }) => at > now - cap.windowMillis && (cap.channel === undefined || cap.channel === channel))
    .map(({ at }) => at)
    .toSorted((a, b) => a - b)

/** A send leaves the window a window's length after it was made, to the millisecond. */
const freesAt = (cap: Cap, times: ReadonlyArray<number>): number | undefined => {
  const last = times[times.length - cap.limit]
  return last === undefined ? undefined : last + cap.windowMillis
}

/** Whether one more send may go on `channel` at `now`. `past` in any order; what left the windows may be among it. */
export const decide = (
  caps: ReadonlyArray<Cap>,
  past: ReadonlyArray<Counted>,
  channel: string,
  now: number
): Verdict => {
  let left: number | undefined
  let full: { readonly cap: Cap; readonly freesAt: number | undefined } | undefined
  for (const cap of caps) {
    if (cap.channel !== undefined && cap.channel !== channel) continue
    const times = inWindow(cap, past, now)
    const room = cap.limit - times.length
    left = left === undefined ? room : Math.min(left, room)
    if (room > 0) continue
    const frees = freesAt(cap, times)
    const later = full === undefined || frees === undefined || (full.freesAt !== undefined && frees > full.freesAt)
    if (later) full = { cap, freesAt: frees }
    if (frees === undefined) break
  }
  return full === undefined ? { _tag: "Allowed", left } : { _tag: "Capped", ...full }
}
