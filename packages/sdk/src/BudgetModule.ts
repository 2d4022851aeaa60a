/** `client.budget`, as far as it is built: the wallet. Money is in integer cents. */
import type { CallOptions, Query, Transport } from "./Transport.ts"
import type { Answer, Body, QueryOf, SpendAlert, Statement, Wallet, WalletTransaction } from "./Wire.ts"

const root = "/api/budget"
const of = (workspaceId: string, rest = ""): string => `${root}/wallet/${encodeURIComponent(workspaceId)}${rest}`

/** Instants may be given as dates. */
export interface Period {
  readonly from?: string | Date
  readonly to?: string | Date
}
const text = (instant: string | Date | undefined): string | undefined =>
  instant instanceof Date ? instant.toISOString() : instant
const period = ({ from, to }: Period): Query => ({ from: text(from), to: text(to) })

export class BudgetModule {
  readonly #transport: Transport
  constructor(transport: Transport) {
    this.#transport = transport
  }

  #get<A>(path: string, query?: Query, options?: CallOptions): Promise<A> {
    return this.#transport.call({ method: "GET", path, query }, options) as Promise<A>
  }
  #post<A>(path: string, body?: unknown, options?: CallOptions): Promise<A> {
    return this.#transport.call({ method: "POST", path, body }, options) as Promise<A>
  }

  /** Made when it is first looked at. `metadata` says what is `held` and what is `available`. */
  getWallet(workspaceId: string, options?: CallOptions): Promise<Wallet> {
    return this.#get(of(workspaceId), undefined, options)
  }
  /** Posted cents. */
  async getWalletBalance(workspaceId: string, options?: CallOptions): Promise<number> {
    return (await this.getWallet(workspaceId, options)).balance
  }
  /** What stood at an instant. */
  getBalanceAsOf(workspaceId: string, asOf: string | Date, options?: CallOptions): Promise<Answer<"wallet.balance">> {
    return this.#get(of(workspaceId, "/balance"), { asOf: text(asOf) }, options)
  }
  /** Newest first. */
  getWalletTransactions(
    workspaceId: string,
    query?: Partial<QueryOf<"wallet.transactions">>,
    options?: CallOptions
  ): Promise<Answer<"wallet.transactions">> {
    return this.#get(of(workspaceId, "/transactions"), query, options)
  }
  /** Entries of a period, oldest first, with the balance before and after it. */
  getStatement(workspaceId: string, range: Period = {}, options?: CallOptions): Promise<Statement> {
    return this.#get(of(workspaceId, "/statement"), period(range), options)
  }

  /** Confirm the payment in the browser with `clientSecret`; the money is there when the payment has succeeded. */
  topUpWallet(workspaceId: string, amount: number, options?: CallOptions): Promise<Answer<"money.topUp">> {
    return this.#post(of(workspaceId, "/topup"), { amount }, options)
  }
  /** Enabling needs a card that an earlier top-up has left. */
  configureAutoReload(workspaceId: string, config: Body<"money.autoReload">, options?: CallOptions): Promise<Wallet> {
    return this.#post(of(workspaceId, "/auto-reload"), config, options)
  }
  /** Newest first. */
  getPayments(
    workspaceId: string,
    query?: { readonly limit?: number; readonly offset?: number },
    options?: CallOptions
  ): Promise<Answer<"wallet.payments">> {
    return this.#get(`${root}/payments`, { workspaceId, ...query }, options)
  }

  /** An entry of the ledger. A `ConflictError` with `details.requested` and `details.available` where money lacks. */
  postTransaction(
    workspaceId: string,
    transaction: Body<"money.post">,
    options?: CallOptions
  ): Promise<WalletTransaction> {
    return this.#post(of(workspaceId, "/transactions"), transaction, options)
  }
  freezeWallet(workspaceId: string, options?: CallOptions): Promise<Wallet> {
    return this.#post(of(workspaceId, "/freeze"), undefined, options)
  }
  unfreezeWallet(workspaceId: string, options?: CallOptions): Promise<Wallet> {
    return this.#post(of(workspaceId, "/unfreeze"), undefined, options)
  }
  /** How far the wallet may be spent below nothing. */
  setOverdraft(workspaceId: string, limit: number, options?: CallOptions): Promise<Wallet> {
    return this.#post(of(workspaceId, "/overdraft"), { limit }, options)
  }

  /** Sets money aside. */
  reserve(workspaceId: string, hold: Body<"money.reserve">, options?: CallOptions): Promise<Answer<"money.reserve">> {
    return this.#post(of(workspaceId, "/holds"), hold, options)
  }
  /** Spends of a hold: `amount`, or all that remains. */
  captureHold(
    workspaceId: string,
    holdId: string,
    capture: Body<"money.capture"> = {},
    options?: CallOptions
  ): Promise<Answer<"money.capture">> {
    return this.#post(of(workspaceId, `/holds/${encodeURIComponent(holdId)}/capture`), capture, options)
  }
  /** Gives back of a hold: `amount`, or all that remains. */
  releaseHold(
    workspaceId: string,
    holdId: string,
    release: Body<"money.release"> = {},
    options?: CallOptions
  ): Promise<Answer<"money.release">> {
    return this.#post(of(workspaceId, `/holds/${encodeURIComponent(holdId)}/release`), release, options)
  }
  getHolds(
    workspaceId: string,
    query?: Partial<QueryOf<"wallet.holds">>,
    options?: CallOptions
  ): Promise<Answer<"wallet.holds">> {
    return this.#get(of(workspaceId, "/holds"), query, options)
  }

  /** Somebody who can be paid. */
  registerRecipient(
    recipient: Body<"money.registerRecipient">,
    options?: CallOptions
  ): Promise<Answer<"money.registerRecipient">> {
    return this.#post(`${root}/recipients`, recipient, options)
  }
  getRecipients(workspaceId: string, options?: CallOptions): Promise<Answer<"wallet.recipients">> {
    return this.#get(`${root}/recipients`, { workspaceId }, options)
  }
  /** `status` is `paid`, or `pending` while the provider has not said; a failed payout left nothing behind. */
  payout(payout: Body<"money.payout">, options?: CallOptions): Promise<Answer<"money.payout">> {
    return this.#post(`${root}/payout`, payout, options)
  }
  getPayouts(workspaceId: string, options?: CallOptions): Promise<Answer<"wallet.payouts">> {
    return this.#get(`${root}/payouts`, { workspaceId }, options)
  }
  /** What was planned and spent, oldest first. */
  getLedger(workspaceId: string, range: Period = {}, options?: CallOptions): Promise<Answer<"wallet.ledger">> {
    return this.#get(`${root}/ledger`, { workspaceId, ...period(range) }, options)
  }

  /** Where the books and the payment provider differ. */
  getDrift(workspaceId: string, options?: CallOptions): Promise<Answer<"wallet.reconciliation">> {
    return this.#get(of(workspaceId, "/reconciliation"), undefined, options)
  }

  /** Newest first. */
  getAlerts(
    workspaceId: string,
    query: { readonly acknowledged?: boolean; readonly limit?: number; readonly offset?: number } = {},
    options?: CallOptions
  ): Promise<ReadonlyArray<SpendAlert>> {
    return this.#get(`${root}/alerts`, { workspaceId, ...query }, options)
  }
  acknowledgeAlert(alertId: string, options?: CallOptions): Promise<SpendAlert> {
    return this.#post(`${root}/alerts/${encodeURIComponent(alertId)}/acknowledge`, undefined, options)
  }
}
