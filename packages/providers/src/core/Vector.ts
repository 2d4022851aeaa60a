/**
 * The little linear algebra that embeddings need. Pure.
 */

/** The unit vector along the first axis: stands for a text that says nothing, so that every distance is defined. */
export const firstAxis = (dimensions: number): Float32Array => {
  const vector = new Float32Array(dimensions)
  vector[0] = 1
  return vector
}

/** The vector scaled to length 1; the first axis where it has no length. */
export const normalise = (vector: Float64Array): Float32Array => {
  const squares = vector.reduce((sum, component) => sum + component ** 2, 0)
  if (squares === 0) return firstAxis(vector.length)
  const norm = Math.sqrt(squares)
  return new Float32Array(vector.map((component) => component / norm))
}

/** The inner product, for unit vectors their cosine, -1 to 1. The shorter vector is taken as padded with zeros. */
export const dot = (left: ArrayLike<number>, right: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) sum += (left[i] ?? 0) * (right[i] ?? 0)
  return sum
}
