/** Embeddings as the memory keeps them. */

/** Length of every stored embedding (contract section 7.1). */
export const dimensions = 1536

/** The same direction at length 1, so that a dot product is the cosine. A zero vector stays zero. */
export const unit = (vector: ReadonlyArray<number>): ReadonlyArray<number> => {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((component) => component / length)
}
