/**
 * The part of Stripe's API that `StripeEmulator.ts` speaks: which path does what to an account. GETs read the query,
 * POSTs the body; lists page as https://docs.stripe.com/api/pagination has it.
 */
import { Result } from "effect"
import type { StripeAccount } from "./StripeAccount.ts"
import type { Answer, StripeForm } from "./StripeForm.ts"
import type { StripeIntent, StripeObject } from "./StripeObjects.ts"
import { invalid, missing } from "./StripeRefusal.ts"

export interface Asked {
  readonly account: StripeAccount
  readonly form: StripeForm
  /** The id in the path, empty where it has none. */
  readonly id: string
  readonly path: string
  readonly atSeconds: number
}

type Run = (asked: Asked) => Answer<object>

const pageDefault = 10
const pageMax = 100

const bounds: Readonly<Record<string, (created: number, bound: number) => boolean>> = {
  gte: (created, bound) => created >= bound,
  gt: (created, bound) => created > bound,
  lte: (created, bound) => created <= bound,
  lt: (created, bound) => created < bound
}

const expands = (form: StripeForm, field: string): boolean => Object.values(form.below("expand")).includes(field)

const expanded = (account: StripeAccount, intent: StripeIntent, wanted: boolean): object =>
  wanted && intent.latest_charge !== null
    ? { ...intent, latest_charge: account.charges.get(intent.latest_charge) ?? null }
    : intent

/** One page, newest first. `filters` are fields that must equal the parameter of the same name, where it is given. */
const list = <A extends StripeObject>(
  { form, path }: Asked,
  all: ReadonlyMap<string, A>,
  filters: ReadonlyArray<keyof A & string>,
  show: (object: A) => object = (object) => object
): Answer<object> => {
  const limit = Number(form.get("limit") ?? pageDefault)
  if (!Number.isInteger(limit) || limit < 1 || limit > pageMax) {
    return Result.fail(invalid("parameter_invalid_integer", `Invalid limit: ${limit}`))
  }
  const created = Object.entries(form.below("created"))
  const matches = [...all.values()]
    .toReversed()
    .filter(
      (object) =>
        filters.every((field) => form.get(field) === undefined || form.get(field) === object[field]) &&
        created.every(([name, bound]) => bounds[name]?.(object.created, Number(bound)) ?? false)
    )
  matches.sort((a, b) => b.created - a.created)
  const after = form.get("starting_after")
  const start = after === undefined ? 0 : matches.findIndex(({ id }) => id === after) + 1
  if (after !== undefined && start === 0) return Result.fail(missing("object", after, 400))
  const data = matches.slice(start, start + limit).map(show)
  return Result.succeed({ object: "list", url: path, has_more: start + limit < matches.length, data })
}

const retrieve = <A extends StripeObject>(what: string, all: ReadonlyMap<string, A>, id: string): Answer<A> => {
  const found = all.get(id)
  return found === undefined ? Result.fail(missing(what, id)) : Result.succeed(found)
}

const routes: ReadonlyArray<readonly [method: string, path: RegExp, run: Run]> = [
  ["POST", /^\/v1\/customers$/, ({ account, form, atSeconds }) => account.createCustomer(form, atSeconds)],
  ["POST", /^\/v1\/payment_intents$/, ({ account, form, atSeconds }) => account.createIntent(form, atSeconds)],
  [
    "GET",
    /^\/v1\/payment_intents$/,
    (asked) => {
      const { account, form } = asked
      const customer = form.get("customer")
      if (customer !== undefined && !account.customers.has(customer))
        return Result.fail(missing("customer", customer, 400))
      return list(asked, account.intents, ["customer"], (intent) =>
        expanded(account, intent, expands(form, "data.latest_charge"))
      )
    }
  ],
  [
    "GET",
    /^\/v1\/payment_intents\/(\w+)$/,
    ({ account, form, id }) =>
      Result.map(retrieve("payment_intent", account.intents, id), (intent) =>
        expanded(account, intent, expands(form, "latest_charge"))
      )
  ],
  [
    "POST",
    /^\/v1\/payment_intents\/(\w+)\/confirm$/,
    ({ account, form, id, atSeconds }) => account.confirm(id, form.get("payment_method") ?? "pm_card_visa", atSeconds)
  ],
  ["POST", /^\/v1\/payment_intents\/(\w+)\/cancel$/, ({ account, id, atSeconds }) => account.cancel(id, atSeconds)],
  ["GET", /^\/v1\/charges\/(\w+)$/, ({ account, id }) => retrieve("charge", account.charges, id)],
  ["POST", /^\/v1\/refunds$/, ({ account, form, atSeconds }) => account.createRefund(form, atSeconds)],
  ["GET", /^\/v1\/disputes$/, (asked) => list(asked, asked.account.disputes, ["charge", "payment_intent"])],
  ["POST", /^\/v1\/transfers$/, ({ account, form, atSeconds }) => account.createTransfer(form, atSeconds)],
  ["GET", /^\/v1\/transfers$/, (asked) => list(asked, asked.account.transfers, ["destination", "transfer_group"])],
  ["GET", /^\/v1\/transfers\/(\w+)$/, ({ account, id }) => retrieve("transfer", account.transfers, id)],
  ["GET", /^\/v1\/events$/, (asked) => list(asked, asked.account.events, ["type"])],
  ["GET", /^\/v1\/events\/(\w+)$/, ({ account, id }) => retrieve("event", account.events, id)]
]

/** What a method and path do, or undefined where Stripe has no such thing here. */
export const find = (
  method: string,
  path: string
): ((asked: Omit<Asked, "id" | "path">) => Answer<object>) | undefined => {
  for (const [verb, pattern, run] of routes) {
    const match = verb === method ? pattern.exec(path) : null
    if (match !== null) return (asked) => run({ ...asked, path, id: match[1] ?? "" })
  }
  return undefined
}
