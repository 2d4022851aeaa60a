/**
 * Whom the requests of the `send` bench are about: people in blocks, everybody once in a while. Of a block of 100 people 80
 * are written to twice and 20 five times, in an order drawn at random. So the share of messages that a cap of three holds
 * back is the same for a fast contestant and a slow one (2 in 13), and messages to one person meet in flight.
 */

const block = 100
const often = 20
const visitsOfFew = 2
const visitsOfMany = 5

/** The next person's number, from `first` on; `begun`: the first person of whom nothing was asked yet. */
export const make = (first: number, draw: (below: number) => number) => {
  let begun = first
  let waiting: Array<number> = []
  const fill = () => {
    waiting = Array.from({ length: block }, (_, n) =>
      Array.from({ length: n < often ? visitsOfMany : visitsOfFew }, () => begun + n)
    ).flat()
    begun += block
  }
  return {
    next: (): number => {
      if (waiting.length === 0) fill()
      const at = draw(waiting.length)
      const visited = waiting[at] ?? first
      waiting[at] = waiting.at(-1) ?? first
      waiting.pop()
      return visited
    },
    begun: (): number => begun
  }
}
