/**
 * Latencies in buckets that grow with their value: 64 per power of two, so a quantile is off by less than 1.6 %. Fixed
 * size, whatever is recorded. Used by the load generator.
 */

const perOctave = 64
const octaves = 32

export class Histogram {
  readonly #counts = new Float64Array(perOctave * octaves)
  #total = 0
  #max = 0

  /** Adds one duration in microseconds; below 1 counts as 1. */
  record(micros: number): void {
    this.#total++
    if (micros > this.#max) this.#max = micros
    const bucket = Math.floor(Math.log2(Math.max(1, micros)) * perOctave)
    const at = Math.min(bucket, this.#counts.length - 1)
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
  }

  get total(): number {
    return this.#total
  }

  /** The largest recorded duration in milliseconds. */
  get max(): number {
    return this.#max / 1000
  }

  /** The duration, in milliseconds, that the given part (0 to 1) of all recorded ones does not exceed; 0 when empty. */
  quantile(part: number): number {
    const rank = Math.ceil(part * this.#total)
    let seen = 0
    for (const [bucket, count] of this.#counts.entries()) {
      seen += count
      if (seen >= rank && seen > 0) return 2 ** ((bucket + 0.5) / perOctave) / 1000
    }
    return 0
  }
}
