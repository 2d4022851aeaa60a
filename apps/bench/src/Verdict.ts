/** What the samples of a bench say about its goals, and the tables that tell it. Pure. */
import type { Sample } from "./Rounds.ts"

/**
 * `subject`'s figure divided by `baseline`'s, or the figure itself in milliseconds where there is no baseline; `rate`
 * should be at least, `p50` and `p99` at most `bound`. No bound: reported only.
 */
export interface Goal {
  readonly workload: string
  readonly subject: string
  readonly baseline: string | undefined
  readonly figure: "rate" | "p50" | "p99"
  readonly bound: number | undefined
}

/** `low` and `high` are the extremes over the rounds. */
export interface Reached extends Goal {
  readonly median: number
  readonly low: number
  readonly high: number
  readonly met: boolean | undefined
}

/** The middle of the sorted values, the mean of the two middle ones for an even number; NaN when there are none. */
export const median = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}

const figureOf = ({ measurement }: Sample, figure: Goal["figure"]): number =>
  figure === "rate" ? measurement.perSecond : measurement[figure]

const ratios = (samples: ReadonlyArray<Sample>, goal: Goal): ReadonlyArray<number> => {
  const mine = samples.filter((sample) => sample.workload === goal.workload)
  return mine
    .filter((sample) => sample.contestant === goal.subject)
    .flatMap((sample) => {
      if (goal.baseline === undefined) return [figureOf(sample, goal.figure)]
      const other = mine.find((each) => each.round === sample.round && each.contestant === goal.baseline)
      return other === undefined ? [] : [figureOf(sample, goal.figure) / figureOf(other, goal.figure)]
    })
}

/** How far each goal is reached. */
export const judge = (samples: ReadonlyArray<Sample>, goals: ReadonlyArray<Goal>): ReadonlyArray<Reached> =>
  goals.map((goal) => {
    const all = ratios(samples, goal)
    const middle = median(all)
    const met =
      goal.bound === undefined ? undefined : goal.figure === "rate" ? middle >= goal.bound : middle <= goal.bound
    return { ...goal, median: middle, low: Math.min(...all), high: Math.max(...all), met }
  })

const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join("  ")
        .trimEnd()
    )
    .join("\n")
}

/** The medians of every contestant on every workload. */
export const figures = (samples: ReadonlyArray<Sample>): string => {
  const cells = Map.groupBy(samples, (sample) => `${sample.workload}\n${sample.contestant}`)
  const rows = [...cells.entries()].map(([name, group]) => {
    const of = (pick: (sample: Sample) => number) => median(group.map(pick))
    return [
      ...name.split("\n"),
      Math.round(of((sample) => sample.measurement.perSecond)).toString(),
      of((sample) => sample.measurement.p50).toFixed(2),
      of((sample) => sample.measurement.p99).toFixed(2)
    ]
  })
  return table([
    ["workload", "server", "per second", "p50 ms", "p99 ms"],
    ...rows.toSorted((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""))
  ])
}

const wanted = (goal: Goal): string => {
  if (goal.bound === undefined) return "reported"
  return `${goal.figure === "rate" ? ">=" : "<="} ${goal.bound}`
}

/** Every ratio, its range over the rounds, and whether the goal is reached. */
export const verdicts = (reached: ReadonlyArray<Reached>): string =>
  table([
    ["workload", "ratio", "median", "range", "goal", ""],
    ...reached.map((each) => [
      each.workload,
      `${each.subject}${each.baseline === undefined ? "" : ` / ${each.baseline}`} (${each.figure})`,
      `${each.median.toFixed(2)}${each.baseline === undefined ? " ms" : "x"}`,
      `${each.low.toFixed(2)}-${each.high.toFixed(2)}`,
      wanted(each),
      each.met === undefined ? "" : each.met ? "reached" : "MISSED"
    ])
  ])
