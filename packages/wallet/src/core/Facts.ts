/** What a decision may know besides its state, gathered before it. */

/** Milliseconds since the epoch, and random digits that ids are made of. */
export interface Facts {
  readonly now: number
  readonly seed: string
}
