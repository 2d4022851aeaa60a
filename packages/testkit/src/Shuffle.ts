/** Disorder by a seed, so that a run can be repeated. Used by what delivers webhooks. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32, Ettinger, public domain). */
export const draws = (seed: number) => {
  let state = seed | 0
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Fisher and Yates. */
export const shuffled = <A>(items: ReadonlyArray<A>, draw: () => number): ReadonlyArray<A> => {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1))
    const [a, b] = [order[i], order[j]]
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a]
  }
  return order
}
