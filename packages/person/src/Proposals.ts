/** Merge proposals: pairs of people whose identifiers came together without both being verified. */
import { FactSource } from "@loopdrive/actor/Facts"
import * as Ids from "@loopdrive/domain/Ids"
import * as Graph from "@loopdrive/domain/PersonGraph"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SqlClient from "effect/sql/SqlClient"
import { ProposalDecided, ProposalNotFound } from "./Merging.ts"
import type { Merging } from "./Merging.ts"
import type { Owner, Page } from "./Store.ts"

const Row = Schema.Struct({
  id: Schema.String,
  person_id: Schema.String,
  other_id: Schema.String,
  evidence: Graph.MergeProposal.fields.evidence,
  status: Graph.ProposalStatus,
  created_at: Schema.Date,
  decided_at: Schema.NullOr(Schema.Date),
  decided_by: Schema.NullOr(Schema.String)
})
const decode = Schema.decodeUnknownEffect(Schema.Array(Row))
const decodeTotal = Schema.decodeUnknownEffect(Schema.Tuple([Schema.Struct({ total: Schema.Int })]))

const toProposal = (row: typeof Row.Type): Graph.MergeProposal => {
  // The pair is stored in the order of the ids; the one that matched best would survive.
  const best = row.evidence[0]?.personId ?? row.person_id
  return {
    id: row.id,
    personId: best,
    otherId: best === row.person_id ? row.other_id : row.person_id,
    evidence: row.evidence,
    status: row.status,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString(),
    decidedBy: row.decided_by ?? undefined
  }
}

const evidenceOf = (owner: Owner) => ({ personId: owner.personId, ...owner.identifier })

/** The part of `Merging` that is about proposals, on the database. */
export const make = Effect.fnUntraced(function* (merge: Merging["Service"]["merge"]) {
  const sql = yield* SqlClient.SqlClient
  const facts = yield* FactSource

  const propose = (workspaceId: string, best: Owner, rival: Owner) => {
    const [first, second] = [best.personId, rival.personId].toSorted()
    const evidence = JSON.stringify([evidenceOf(best), evidenceOf(rival)])
    return Effect.asVoid(sql`
      insert into merge_proposals (id, workspace_id, person_id, other_id, evidence, status)
      values (${Ids.fresh("proposal", facts.gather())}, ${workspaceId}, ${first}, ${second}, ${evidence}::text::jsonb, 'open')
      on conflict (workspace_id, person_id, other_id) do nothing`)
  }

  const proposals = Effect.fnUntraced(function* (
    workspaceId: string,
    status: Graph.MergeProposal["status"] | undefined,
    page: Page
  ) {
    const mine = sql`workspace_id = ${workspaceId} and ${status === undefined ? sql`true` : sql`status = ${status}`}`
    const [{ total }] = yield* Effect.orDie(
      decodeTotal(yield* sql`select count(*)::int as total from merge_proposals where ${mine}`)
    )
    const rows = yield* sql`select * from merge_proposals where ${mine}
      order by created_at desc, id desc limit ${page.limit} offset ${page.offset}`
    return { proposals: (yield* Effect.orDie(decode(rows))).map(toProposal), total }
  })

  const find = Effect.fnUntraced(function* (workspaceId: string, proposalId: string) {
    const rows = yield* sql`select * from merge_proposals where workspace_id = ${workspaceId} and id = ${proposalId}`
    const [row] = yield* Effect.orDie(decode(rows))
    return row === undefined ? yield* new ProposalNotFound({ proposalId }) : toProposal(row)
  })

  const decide = (status: "accepted" | "rejected") =>
    Effect.fnUntraced(function* (workspaceId: string, proposalId: string, by: string) {
      yield* find(workspaceId, proposalId)
      yield* sql`update merge_proposals
        set status = ${status}, decided_at = ${new Date(facts.gather().now)}, decided_by = ${by}
        where workspace_id = ${workspaceId} and id = ${proposalId} and status = 'open'`
      const decided = yield* find(workspaceId, proposalId)
      if (decided.status !== "open" && decided.status !== status)
        return yield* new ProposalDecided({ proposalId, status: decided.status })
      if (status === "accepted") yield* merge(workspaceId, decided.otherId, decided.personId, by)
      return decided
    })

  return { propose, proposals, accept: decide("accepted"), reject: decide("rejected") }
})
