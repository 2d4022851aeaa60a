/**
 * One live actor: its state, its version, and the commands that wait. Decides each command the moment it arrives, hands
 * the write set to the journal, and answers after the commit. A plain object without fibers of its own, so that nothing
 * asynchronous can come between arrival and decision.
 *
 * It is the single writer only as far as the version fence confirms it: whatever the journal does not apply is thrown
 * away with the state it was decided on, and decided again in the same order on what the database holds.
 */
import * as Result from "effect/Result"
import type { Reason } from "./ActorUnavailable.ts"
import type { AnyBehavior, Loaded } from "./Behavior.ts"
import type { Facts } from "./Facts.ts"
import type { Submission, Verdict } from "./Journal.ts"
import type { Stored } from "./JournalStore.ts"
import type { LimitsShape } from "./Limits.ts"
import { identityKey } from "./Receipt.ts"
import type { RecentReceipts } from "./RecentReceipts.ts"
import type { CommandIdentity } from "./Receipt.ts"
import type { Table } from "./Table.ts"
import * as Turn from "./Turn.ts"

/** How a command ends. */
export type Answer =
  | { readonly _tag: "Reply"; readonly reply: unknown }
  | { readonly _tag: "Refused"; readonly refusal: unknown }
  | { readonly _tag: "Conflict" }
  | { readonly _tag: "Unavailable"; readonly reason: Reason }

/** A state, and how many turns made it. */
interface Versioned {
  readonly state: unknown
  readonly version: number
}

/** A decision that is not committed: the answer the commit makes true, and the state it leaves. */
interface Decided {
  readonly pending: Pending
  readonly answer: Answer
  readonly after: Versioned
}

/** A command that waits for its answer, with everybody who asked the same. */
interface Pending {
  readonly command: unknown
  /** Of its identity (`identityKey`). */
  readonly key: string
  readonly identity: CommandIdentity
  readonly answer: Array<(answer: Answer) => void>
  poisoned: number
  stale: number
}

/** What an activation needs from the process it lives in. */
export interface Surroundings {
  readonly behavior: AnyBehavior
  readonly projections: ReadonlyArray<Turn.Projection>
  readonly tables: ReadonlyMap<string, Table>
  readonly limits: LimitsShape
  readonly gather: () => Facts
  readonly submit: (submission: Submission) => void
  /** Asks for the committed state; the answer comes to `loaded` or `unloadable`. */
  readonly requestLoad: (activation: Activation) => void
  readonly encodeReply: (reply: unknown) => unknown
  readonly decodeReply: (stored: unknown) => unknown
  readonly recent: RecentReceipts
  readonly onDefect: (defect: unknown) => void
}

export class Activation {
  readonly id: string
  readonly #around: Surroundings
  /** As decided so far, committed or not. */
  #head: Versioned
  /** As the database had it when it last said. */
  #committed: Versioned
  /** The state is not known: a load is on its way, or the last one failed. */
  #loading = true
  #loadRequested = false
  /** Arrived, not decided. */
  #waiting: Array<Pending> = []
  /** Decided, not answered, in the order of the decisions. */
  readonly #decided = new Map<Submission, Decided>()
  /** Everything not answered, by identity. */
  readonly #byIdentity = new Map<string, Pending>()
  /** When it last had something to do, epoch ms. */
  lastUsed: number

  /** `presumedNew`: taken for an actor that nobody has written yet, without asking. The fence finds out if it is not. */
  constructor(id: string, around: Surroundings, presumedNew = false) {
    this.id = id
    this.#around = around
    this.#head = { state: around.behavior.initial(id), version: 0 }
    this.#committed = this.#head
    this.lastUsed = around.gather().now
    if (presumedNew) this.#loading = false
    else this.#load()
  }

  /** Nothing waits and nothing is in flight: it can leave memory and lose nothing. */
  get idle(): boolean {
    return this.#byIdentity.size === 0 && !this.#loadRequested
  }

  /** Takes a command; `answer` is called exactly once, after the commit that made the answer true. */
  take(command: unknown, identity: CommandIdentity, answer: (answer: Answer) => void): void {
    const key = identityKey(identity)
    const same = this.#byIdentity.get(key)
    if (same !== undefined) {
      if (same.identity.hash === identity.hash) same.answer.push(answer)
      else answer({ _tag: "Conflict" })
      return
    }
    const receipt = this.#around.recent.find(key)
    if (receipt !== undefined) {
      answer(receipt.hash === identity.hash ? { _tag: "Reply", reply: receipt.reply } : { _tag: "Conflict" })
      return
    }
    if (this.#byIdentity.size >= this.#around.limits.mailbox) {
      answer({ _tag: "Unavailable", reason: "mailbox" })
      return
    }
    const pending: Pending = { command, key, identity, answer: [answer], poisoned: 0, stale: 0 }
    this.#byIdentity.set(key, pending)
    if (this.#loading) {
      this.#waiting.push(pending)
      this.#load()
    } else this.#decide(pending)
  }

  /** The committed state has been read: decide what waited for it, in order. */
  loaded(found: Loaded<unknown> | undefined): void {
    this.#loadRequested = false
    this.#begin(found ?? { state: this.#around.behavior.initial(this.id), version: 0 })
  }

  /** Decides what waits, in order, on a state that is committed. */
  #begin(committed: Versioned): void {
    this.#committed = committed
    this.#head = committed
    this.#loading = false
    const waiting = this.#waiting
    this.#waiting = []
    for (const pending of waiting) this.#decide(pending)
  }

  /** The committed state could not be read in time. What waited is refused; the next command tries again. */
  unloadable(): void {
    this.#loadRequested = false
    const waiting = this.#waiting
    this.#waiting = []
    for (const pending of waiting) this.#finish(pending, { _tag: "Unavailable", reason: "storage" })
  }

  #load(): void {
    if (this.#loadRequested) return
    this.#loadRequested = true
    this.#around.requestLoad(this)
  }

  #decide(pending: Pending): void {
    const around = this.#around
    const facts = around.gather()
    this.lastUsed = facts.now
    let turn: Result.Result<Turn.Turn, unknown>
    try {
      turn = Turn.take(around.behavior, around.projections, this.id, this.#head.state, pending.command, facts)
    } catch (defect) {
      // Nothing was applied to the state: the defect is this command's alone.
      around.onDefect(defect)
      this.#finish(pending, { _tag: "Unavailable", reason: "defect" })
      return
    }
    const before = this.#head
    const after = Result.isSuccess(turn) ? { state: turn.success.state, version: before.version + 1 } : before
    this.#head = after
    const submission: Submission = {
      entity: this.id,
      identity: pending.identity,
      part: { head: around.behavior.head, tables: around.tables },
      outcome: Result.isSuccess(turn) ? around.encodeReply(turn.success.reply) : undefined,
      refused: Result.isFailure(turn),
      rows: Result.isSuccess(turn) ? turn.success.rows : [],
      versionBefore: before.version,
      versionAfter: after.version,
      headRow: () => around.behavior.headRow(after.state),
      headRowBefore: () => around.behavior.headRow(before.state),
      withdrawn: false,
      settle: this.#settle
    }
    const answer: Answer = Result.isSuccess(turn)
      ? { _tag: "Reply", reply: turn.success.reply }
      : { _tag: "Refused", refusal: turn.failure }
    this.#decided.set(submission, { pending, answer, after })
    around.submit(submission)
  }

  readonly #settle = (entries: ReadonlyArray<Submission>, verdict: Verdict): void => {
    if (verdict._tag === "Applied") {
      for (const entry of entries) {
        const decided = this.#decided.get(entry)
        if (decided === undefined) continue
        this.#decided.delete(entry)
        this.#committed = decided.after
        const { answer, pending } = decided
        if (answer._tag === "Reply") this.#around.recent.keep(pending.key, pending.identity, answer.reply)
        this.#finish(pending, answer)
      }
      return
    }
    this.#discard(verdict)
  }

  /**
   * Throws away every decision that is not committed, and decides again on the committed state. That is asked for, unless
   * repeats are all that was found: then nobody else is known to have written, and what was last known to be committed
   * is taken; the fence finds out if that is wrong.
   */
  #discard(verdict: Exclude<Verdict, { readonly _tag: "Applied" }>): void {
    const again: Array<Pending> = []
    for (const [entry, { pending }] of this.#decided) {
      entry.withdrawn = true
      const answer = this.#answerTo(entry, pending, verdict)
      if (answer === undefined) again.push(pending)
      else this.#finish(pending, answer)
    }
    this.#decided.clear()
    this.#waiting = [...again, ...this.#waiting]
    if (verdict._tag === "Stale" && verdict.duplicates.size > 0) return this.#begin(this.#committed)
    this.#loading = true
    this.#load()
  }

  /** What a discarded command is answered, or `undefined`: decide it again. */
  #answerTo(
    entry: Submission,
    pending: Pending,
    verdict: Exclude<Verdict, { readonly _tag: "Applied" }>
  ): Answer | undefined {
    const { limits, behavior } = this.#around
    if (verdict._tag === "Poisoned") {
      if (verdict.entry !== entry) return undefined
      return ++pending.poisoned >= limits.poisonAttempts ? { _tag: "Unavailable", reason: "poisoned" } : undefined
    }
    if (verdict._tag === "Stale") {
      const stored = verdict.duplicates.get(entry)
      if (stored !== undefined) return this.#fromReceipt(pending, stored)
      const table = verdict.claimed.get(entry)
      if (table !== undefined) return { _tag: "Refused", refusal: behavior.conflict(pending.command, table) }
    }
    return ++pending.stale >= limits.staleAttempts
      ? { _tag: "Unavailable", reason: verdict._tag === "Unknown" ? "storage" : "contended" }
      : undefined
  }

  #fromReceipt({ identity, key }: Pending, stored: Stored): Answer {
    if (stored.hash !== identity.hash) return { _tag: "Conflict" }
    const reply = this.#around.decodeReply(stored.outcome)
    this.#around.recent.keep(key, identity, reply)
    return { _tag: "Reply", reply }
  }

  #finish(pending: Pending, answer: Answer): void {
    this.#byIdentity.delete(pending.key)
    for (const tell of pending.answer) tell(answer)
  }
}
