/** Merge proposals: pairs of people whose identifiers came together without both being verified. */
import type { FactSource } from "@loopdrive/actor/Facts"
import * as Ids from "@loopdrive/domain/Ids"
import { compact } from "@loopdrive/domain/Json"
import type * as Graph from "@loopdrive/domain/PersonGraph"
import * as Effect from "effect/Effect"
import type { ProposalRow, ProposalRows } from "./MergeRows.ts"
import { ProposalDecided, ProposalNotFound } from "./Merging.ts"
import type { Merging } from "./Merging.ts"
import type { Owner, Page } from "./Store.ts"

const toProposal = (row: ProposalRow): Graph.MergeProposal => {
  // The pair is stored in the order of the ids; the one that matched best would survive.
  const best = row.evidence[0]?.personId ?? row.person_id
  return compact({
    id: row.id,
    personId: best,
    otherId: best === row.person_id ? row.other_id : row.person_id,
    evidence: row.evidence,
    status: row.status,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString(),
    decidedBy: row.decided_by ?? undefined
  })
}

const evidenceOf = (owner: Owner) => ({ personId: owner.personId, ...owner.identifier })

/** The part of `Merging` that is about proposals. */
export const make = (rows: ProposalRows, facts: FactSource["Service"], merge: Merging["Service"]["merge"]) => {
  const propose = (workspaceId: string, best: Owner, rival: Owner) => {
    const [first = "", second = ""] = [best.personId, rival.personId].toSorted()
    return rows.insert({
      id: Ids.fresh("proposal", facts.gather()),
      workspace_id: workspaceId,
      person_id: first,
      other_id: second,
      evidence: [evidenceOf(best), evidenceOf(rival)]
    })
  }

  const proposals = (workspaceId: string, status: Graph.MergeProposal["status"] | undefined, page: Page) =>
    Effect.map(rows.list(workspaceId, status, page), (found) => ({
      proposals: found.rows.map(toProposal),
      total: found.total
    }))

  const find = Effect.fnUntraced(function* (workspaceId: string, proposalId: string) {
    const row = yield* rows.find(workspaceId, proposalId)
    return row === undefined ? yield* new ProposalNotFound({ proposalId }) : toProposal(row)
  })

  const decide = (status: "accepted" | "rejected") =>
    Effect.fnUntraced(function* (workspaceId: string, proposalId: string, by: string) {
      yield* find(workspaceId, proposalId)
      yield* rows.decide(workspaceId, proposalId, { status, by, at: new Date(facts.gather().now) })
      const decided = yield* find(workspaceId, proposalId)
      if (decided.status !== "open" && decided.status !== status)
        return yield* new ProposalDecided({ proposalId, status: decided.status })
      if (status === "accepted") yield* merge(workspaceId, decided.otherId, decided.personId, by)
      return decided
    })

  return { propose, proposals, accept: decide("accepted"), reject: decide("rejected") }
}
