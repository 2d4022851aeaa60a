/** A wallet that lives through commands, one instant after the other, without any runtime: for the tests of its rules. */
import * as Result from "effect/Result"
import type { Ask, Observed } from "../../src/core/Command.ts"
import * as Decide from "../../src/core/Decide.ts"
import type { Alert, Entry, Event } from "../../src/core/Event.ts"
import { evolve } from "../../src/core/Evolve.ts"
import type { Refusal } from "../../src/core/Refusal.ts"
import type { Reply } from "../../src/core/Reply.ts"
import { initial } from "../../src/core/State.ts"
import type { Wallet } from "../../src/core/State.ts"

const owner = { workspaceId: "ws_1", organizationId: "org_1" }
export const day = 86_400_000
export const hour = 3_600_000
export const noon = Date.UTC(2026, 0, 1, 12)

/** What became of it, and the alerts and entries it made on the way. */
export class Life {
  wallet: Wallet = initial("wallet_1")
  readonly told: Array<Alert> = []
  readonly entries: Array<Entry & { readonly at: number }> = []
  /** The reloads it began. */
  readonly reloads: Array<Extract<Event, { readonly _tag: "PaymentStarted" }>> = []
  /** What it answered last. */
  reply: Reply | undefined
  now = noon
  private draws = 0

  private decided(ask: Ask) {
    const facts = { now: this.now, seed: (++this.draws).toString(16).padStart(32, "0") }
    return Decide.decide(this.wallet, { owner, ask }, facts)
  }
  do(ask: Ask): ReadonlyArray<Event> {
    const { events, reply } = Result.getOrThrow(this.decided(ask))
    this.reply = reply
    for (const fact of events) {
      this.wallet = evolve(this.wallet, fact)
      if (fact.event._tag === "AlertRaised") this.told.push(fact.event.alert)
      if (fact.event._tag === "Posted") this.entries.push({ ...fact.event.entry, at: fact.at })
      if (fact.event._tag === "PaymentStarted" && fact.event.purpose === "auto_reload") this.reloads.push(fact.event)
    }
    return events.map(({ event }) => event)
  }
  refused(ask: Ask): Refusal | undefined {
    const decided = this.decided(ask)
    return Result.isFailure(decided) ? decided.failure : undefined
  }
  credit(amount: number): void {
    this.do({ _tag: "Post", type: "credit", amount, source: "manual", description: "money" })
  }
  spend(amount: number): void {
    this.do({ _tag: "Post", type: "debit", amount, source: "campaign_spend", description: "a campaign" })
  }
  /** A top-up that its customer confirmed with a card. */
  paid(amount: number, card = "pm_1", more: { readonly paymentId?: string; readonly confirmedAt?: number } = {}): void {
    this.settle({ purpose: "top_up", paymentId: more.paymentId ?? `pay_${++this.draws}`, amount }, "succeeded", {
      paymentMethodId: card,
      confirmedAt: more.confirmedAt ?? this.now
    })
  }
  settle(
    payment: { readonly purpose: "top_up" | "auto_reload"; readonly paymentId: string; readonly amount: number },
    state: Observed["state"],
    more: Partial<Observed> = {}
  ): ReadonlyArray<Event> {
    return this.do({
      _tag: "SettlePayment",
      ...payment,
      step: 0,
      settled: { credited: 0, refunded: 0, disputed: 0 },
      observed: {
        paymentIntentId: `pi_${payment.paymentId}`,
        state,
        received: state === "succeeded" ? payment.amount : 0,
        refunded: 0,
        withheld: 0,
        disputeOpen: false,
        customerId: "cus_1",
        ...more
      }
    })
  }
  /** The reload under way ends. */
  reloaded(state: "succeeded" | "declined"): void {
    const { amount = 0, paymentId = "" } = this.wallet.watch.reloading ?? {}
    this.settle({ purpose: "auto_reload", paymentId, amount }, state)
  }
  reloadsItself(more: Partial<Extract<Ask, { readonly _tag: "ConfigureReload" }>> = {}): void {
    this.do({ _tag: "ConfigureReload", enabled: true, threshold: 1_000, amount: 2_000, ...more })
  }
  get types(): ReadonlyArray<string> {
    return this.told.map(({ severity, type }) => `${type} ${severity}`)
  }
}
