/** Things to say, of which one is taken in turn. Deterministic: the turn comes from outside. */

/** The `turn`-th, round and round. */
export const taken = (pool: readonly [string, ...ReadonlyArray<string>], turn: number): string =>
  pool[turn % pool.length] ?? pool[0]
