/**
 * One command taken by one state: decide, apply, and list what must be written. Pure; the activation calls it the moment
 * a command arrives.
 */
import * as Result from "effect/Result"
import type { AnyBehavior, Row } from "./Behavior.ts"
import type { Facts } from "./Facts.ts"
import type { Table } from "./Table.ts"

/** Adds rows of other packages to a turn: the transactional outbox. Pure, and called with the state after the event. */
export interface Projection {
  /** The behavior whose events it reads. */
  readonly type: string
  readonly tables: ReadonlyArray<Table>
  readonly rows: (id: string, event: unknown, state: unknown, facts: Facts) => ReadonlyArray<Row>
}

export interface Turn {
  readonly state: unknown
  readonly rows: ReadonlyArray<Row>
  readonly reply: unknown
}

/** The new state, its rows and the reply; or the refusal, which leaves everything as it was. */
export const take = (
  behavior: AnyBehavior,
  projections: ReadonlyArray<Projection>,
  id: string,
  state: unknown,
  command: unknown,
  facts: Facts
): Result.Result<Turn, unknown> =>
  Result.map(behavior.decide(state, command, facts), (decision) => {
    let next = state
    const rows: Array<Row> = []
    for (const event of decision.events) {
      next = behavior.evolve(next, event)
      rows.push(...behavior.rows(id, event, next, facts))
      for (const projection of projections) rows.push(...projection.rows(id, event, next, facts))
    }
    return { state: next, rows, reply: decision.reply }
  })
