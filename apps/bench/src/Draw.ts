/** Marsaglia's xorshift32: cheap, and the same draws for every contestant. */
export const makeDraw = (): ((below: number) => number) => {
  let x = 0x9e3779b9
  return (below) => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) % below
  }
}
