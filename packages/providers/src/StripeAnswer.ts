/**
 * What Stripe's client answers, decoded and in the port's words. Used by `Stripe.ts` alone. Objects are those of
 * https://docs.stripe.com/api in the version the installed client is made for; only what is read is checked.
 */
import { Schema } from "effect"
import { DisputeStatus, PaymentStatus } from "./PaymentProvider.ts"
import type { CreatedPayment, Dispute, Payment, Transfer } from "./PaymentProvider.ts"

/** A reference: the id alone, or the object where Stripe expanded it. */
const Reference = Schema.NullOr(Schema.Union([Schema.String, Schema.Struct({ id: Schema.String })]))
const Metadata = Schema.Record(Schema.String, Schema.String)
const absent = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

const Charge = Schema.Struct({
  created: Schema.Int,
  amount_refunded: Schema.Int,
  disputed: Schema.Boolean,
  receipt_url: absent(Schema.String)
})

const intentFields = {
  id: Schema.NonEmptyString,
  status: PaymentStatus,
  customer: Reference
}

/** As it is created. */
export const CreatedIntent = Schema.Struct({ ...intentFields, client_secret: Schema.NonEmptyString })

/** As it is read back, with its latest charge expanded. */
export const Intent = Schema.Struct({
  ...intentFields,
  amount: Schema.Int,
  amount_received: Schema.Int,
  currency: Schema.String,
  payment_method: Reference,
  latest_charge: Schema.NullOr(Charge),
  last_payment_error: absent(
    Schema.Struct({
      code: absent(Schema.String),
      decline_code: absent(Schema.String),
      message: absent(Schema.String)
    })
  ),
  client_secret: absent(Schema.String),
  metadata: Metadata,
  created: Schema.Int
})
export type Intent = typeof Intent.Type

export const VendorTransfer = Schema.Struct({
  id: Schema.NonEmptyString,
  amount: Schema.Int,
  amount_reversed: Schema.Int,
  currency: Schema.String,
  destination: Reference,
  metadata: Metadata,
  created: Schema.Int
})

export const Customer = Schema.Struct({ id: Schema.NonEmptyString })

export const CreatedTransfer = Schema.Struct({ id: Schema.NonEmptyString })

export const VendorDispute = Schema.Struct({
  id: Schema.NonEmptyString,
  status: DisputeStatus,
  amount: Schema.Int
})

/** One page of a list. */
export const Page = <S extends Schema.Top>(item: S) =>
  Schema.Struct({ data: Schema.Array(item), has_more: Schema.Boolean })

const idOf = (reference: typeof Reference.Type): string | undefined =>
  (typeof reference === "string" ? reference : reference?.id) ?? undefined

const instant = (seconds: number): Date => new Date(seconds * 1000)

export const toCreated = (intent: typeof CreatedIntent.Type): CreatedPayment => {
  const customerId = idOf(intent.customer)
  return {
    paymentIntentId: intent.id,
    clientSecret: intent.client_secret,
    status: intent.status,
    ...(customerId === undefined ? {} : { customerId })
  }
}

/** Of the last attempt; a payment that succeeded has no failure, whatever came before. */
const failureOf = (intent: Intent): Pick<Payment, "failureCode" | "failureMessage"> => {
  const error = intent.status === "succeeded" ? undefined : intent.last_payment_error
  const failureCode = error?.decline_code ?? error?.code ?? undefined
  const failureMessage = error?.message ?? undefined
  return {
    ...(failureCode === undefined ? {} : { failureCode }),
    ...(failureMessage === undefined ? {} : { failureMessage })
  }
}

export const toPayment = (intent: Intent, disputes: ReadonlyArray<Dispute>): Payment => {
  const customerId = idOf(intent.customer)
  const paymentMethodId = idOf(intent.payment_method)
  const receiptUrl = intent.latest_charge?.receipt_url ?? undefined
  const clientSecret = intent.client_secret ?? undefined
  const charged = intent.status === "succeeded" ? intent.latest_charge?.created : undefined
  return {
    paymentIntentId: intent.id,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    status: intent.status,
    amount: intent.amount,
    amountReceived: intent.amount_received,
    amountRefunded: intent.latest_charge?.amount_refunded ?? 0,
    currency: intent.currency,
    ...(customerId === undefined ? {} : { customerId }),
    ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
    metadata: intent.metadata,
    ...failureOf(intent),
    ...(receiptUrl === undefined ? {} : { receiptUrl }),
    ...(charged === undefined ? {} : { paidAt: instant(charged) }),
    disputes,
    created: instant(intent.created)
  }
}

export const toTransfer = (transfer: typeof VendorTransfer.Type): Transfer => {
  const payoutId = transfer.metadata["payoutId"]
  return {
    transferId: transfer.id,
    ...(payoutId === undefined ? {} : { payoutId }),
    connectAccountId: idOf(transfer.destination) ?? "",
    amount: transfer.amount,
    amountReversed: transfer.amount_reversed,
    currency: transfer.currency,
    metadata: transfer.metadata,
    created: instant(transfer.created)
  }
}
