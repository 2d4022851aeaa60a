/**
 * Payments and transfers through Stripe, with the vendor's own client.
 *
 * One call makes no request twice: retries belong to the wallet, which knows what is at stake. Every create carries a
 * key, so a repeat after an unknown outcome moves nothing twice for as long as Stripe keeps keys
 * (https://docs.stripe.com/api/idempotent_requests). Payments are PaymentIntents: the first is confirmed by the customer
 * and saves the method (https://docs.stripe.com/payments/save-during-payment), later ones charge it while the customer
 * is away (https://docs.stripe.com/payments/save-and-reuse). Transfers go from our balance to connected accounts
 * (https://docs.stripe.com/connect/separate-charges-and-transfers), the payout's id being their `transfer_group`.
 *
 * The client costs a fifth of a second to load, so it is loaded when the service is made. Its requests cannot be
 * interrupted: one given up on ends by its own time limit, which is the same.
 */
import { Clock, Config, Duration, Effect, Layer, Option, Redacted, Schema, Stream } from "effect"
import type { Scope } from "effect"
import * as Http from "node:http"
import * as Https from "node:https"
import type { Stripe as Client } from "stripe"
import * as Credential from "./Credential.ts"
import { refusal } from "./PaymentCheck.ts"
import { findIn, PaymentProvider, PaymentProviderUnavailable } from "./PaymentProvider.ts"
import type { CreatedRange, CreateTransfer, Payment, PaymentFailure, Service } from "./PaymentProvider.ts"
import * as Answer from "./StripeAnswer.ts"
import { counts, invalidAnswer, toFailure } from "./StripeFailure.ts"
import * as VendorCircuit from "./VendorCircuit.ts"

export interface Options {
  readonly apiKey: Redacted.Redacted<string>
  /** Scheme, host and port; the client knows no path. */
  readonly baseUrl: URL
  readonly limits?: Partial<VendorCircuit.Limits>
}

/**
 * 8 at once stay far below the 25 a second of a test account (https://docs.stripe.com/rate-limits). 30 s because a
 * charge waits for the bank; the client's own default is 80.
 */
const defaults: VendorCircuit.Limits = { concurrency: 8, timeout: "30 seconds", failures: 5, openFor: "30 seconds" }

const pageSize = 100

/** The client repeats a request whose connection was closed, retries or not, unless it cannot tell that it was. */
const closed = ["ECONNRESET", "EPIPE"]

const withoutRepeat = (http: ReturnType<typeof Client.createNodeHttpClient>): typeof http => {
  const makeRequest: typeof http.makeRequest = (...request) =>
    http.makeRequest(...request).catch((cause: unknown) => {
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined
      throw closed.some((known) => known === code) ? new Error("The connection was closed", { cause }) : cause
    })
  return { getClientName: () => http.getClientName(), makeRequest }
}

const connect = Effect.fnUntraced(function* (
  { apiKey, baseUrl }: Options,
  timeout: Duration.Input
): Effect.fn.Return<Client, never, Scope.Scope> {
  const { Stripe } = yield* Effect.promise(() => import("stripe"))
  const protocol = baseUrl.protocol === "http:" ? "http" : "https"
  const agent = yield* Effect.acquireRelease(
    Effect.sync(() =>
      protocol === "http" ? new Http.Agent({ keepAlive: true }) : new Https.Agent({ keepAlive: true })
    ),
    (held) => Effect.sync(() => held.destroy())
  )
  return new Stripe(Redacted.value(apiKey), {
    host: baseUrl.hostname,
    port: baseUrl.port === "" ? (protocol === "http" ? 80 : 443) : baseUrl.port,
    protocol,
    httpClient: withoutRepeat(Stripe.createNodeHttpClient(agent)),
    timeout: Duration.toMillis(timeout),
    maxNetworkRetries: 0,
    telemetry: false
  })
})

type Ask = <S extends Schema.ConstraintDecoder<unknown>>(
  answer: S,
  call: () => Promise<unknown>
) => Effect.Effect<S["Type"], PaymentFailure>

/** Nobody but who runs the server can cure this. */
const forOperators = (failure: PaymentFailure) =>
  failure._tag === "PaymentProviderUnavailable" && failure.reason === "not_authorized"
    ? Effect.logError("Stripe does not accept STRIPE_SECRET_KEY for this request", {
        status: failure.status,
        code: failure.code
      })
    : Effect.void

/** One request within the limits, its answer decoded. */
const asking = (circuit: VendorCircuit.Circuit): Ask => {
  const limits = {
    onTimeout: (): PaymentFailure => new PaymentProviderUnavailable({ reason: "timeout", outcome: "unknown" }),
    onRefused: ({ retryAfterMillis }: VendorCircuit.Refused): PaymentFailure =>
      new PaymentProviderUnavailable({ reason: "circuit_open", outcome: "not_done", retryAfterMillis }),
    counts
  }
  return Effect.fnUntraced(
    function* (answer, call) {
      const nowMillis = yield* Clock.currentTimeMillis
      const raw = yield* Effect.tryPromise({ try: call, catch: (cause) => toFailure(cause, nowMillis) }).pipe(
        Effect.tapError(forOperators)
      )
      return yield* Effect.mapError(Schema.decodeUnknownEffect(answer)(raw), (): PaymentFailure => invalidAnswer)
    },
    (effect) => circuit.run(effect, limits)
  )
}

/** Whole seconds, so that both ends of the range mean what they say. */
const createdIn = ({ createdFrom, createdTo }: CreatedRange) => ({
  gte: Math.ceil(createdFrom.getTime() / 1000),
  lt: Math.ceil(createdTo.getTime() / 1000)
})

type Creating = Pick<Service, "customer" | "createPayment" | "createTransfer">

const creating = (client: Client, ask: Ask): Creating => {
  const customer = (workspaceId: string) =>
    Effect.map(
      ask(Answer.Customer, () =>
        client.customers.create({ metadata: { workspaceId } }, { idempotencyKey: `customer:${workspaceId}` })
      ),
      ({ id }) => id
    )

  const createPayment: Service["createPayment"] = Effect.fn("Stripe.createPayment")(function* (asked) {
    const { workspaceId, walletId, paymentId, purpose, amount, currency, idempotencyKey, saved } = asked
    const refused = refusal(asked, [workspaceId, walletId, paymentId])
    if (refused !== undefined) return yield* refused
    const base = { amount, currency, metadata: { workspaceId, walletId, paymentId, purpose } }
    const params: Client.PaymentIntentCreateParams =
      saved === undefined
        ? {
            ...base,
            customer: asked.customerId ?? (yield* customer(workspaceId)),
            automatic_payment_methods: { enabled: true },
            setup_future_usage: "off_session"
          }
        : {
            ...base,
            customer: saved.customerId,
            payment_method: saved.paymentMethodId,
            // Nobody is there to be redirected.
            automatic_payment_methods: { enabled: true, allow_redirects: "never" },
            off_session: true,
            confirm: true
          }
    const call = () => client.paymentIntents.create(params, { idempotencyKey })
    return Answer.toCreated(yield* ask(Answer.CreatedIntent, call))
  })

  const createTransfer: Service["createTransfer"] = Effect.fn("Stripe.createTransfer")(function* (
    asked: CreateTransfer
  ) {
    const { payoutId, workspaceId, connectAccountId, amount, currency, description, idempotencyKey } = asked
    const refused = refusal(asked, [workspaceId, payoutId])
    if (refused !== undefined) return yield* refused
    const transfer = { amount, currency, destination: connectAccountId, description, transfer_group: payoutId }
    const params = { ...transfer, metadata: { payoutId, workspaceId } }
    const { id } = yield* ask(Answer.CreatedTransfer, () => client.transfers.create(params, { idempotencyKey }))
    return { transferId: id }
  })

  return { customer, createPayment, createTransfer }
}

const reading = (client: Client, ask: Ask): Omit<Service, "name" | keyof Creating> => {
  const pages = <A extends { readonly id: string }>(
    next: (paging: {
      limit: number
      starting_after?: string
    }) => Effect.Effect<{ readonly data: ReadonlyArray<A>; readonly has_more: boolean }, PaymentFailure>
  ): Stream.Stream<A, PaymentFailure> =>
    Stream.paginate(undefined as string | undefined, (after) =>
      Effect.map(
        next({ limit: pageSize, ...(after === undefined ? {} : { starting_after: after }) }),
        ({ data, has_more }) => [data, has_more ? Option.fromUndefinedOr(data.at(-1)?.id) : Option.none()] as const
      )
    )

  /** A charge says that it is disputed, not how, nor how often. */
  const whole = Effect.fnUntraced(function* (intent: Answer.Intent): Effect.fn.Return<Payment, PaymentFailure> {
    if (intent.latest_charge?.disputed !== true) return Answer.toPayment(intent, [])
    const disputes = pages((paging) =>
      ask(Answer.Page(Answer.VendorDispute), () => client.disputes.list({ ...paging, payment_intent: intent.id }))
    )
    return Answer.toPayment(intent, yield* Stream.runCollect(disputes))
  })

  const listed = ({ customerId, ...range }: CreatedRange & { readonly customerId?: string | undefined }) =>
    pages((paging) =>
      ask(Answer.Page(Answer.Intent), () =>
        client.paymentIntents.list({
          ...paging,
          created: createdIn(range),
          expand: ["data.latest_charge"],
          ...(customerId === undefined ? {} : { customer: customerId })
        })
      )
    ).pipe(Stream.mapEffect(whole))

  const listTransfers: Service["listTransfers"] = (range) =>
    pages((paging) =>
      ask(Answer.Page(Answer.VendorTransfer), () => client.transfers.list({ ...paging, created: createdIn(range) }))
    ).pipe(Stream.map(Answer.toTransfer))

  return {
    getPayment: Effect.fn("Stripe.getPayment")(function* (id) {
      return yield* whole(
        yield* ask(Answer.Intent, () => client.paymentIntents.retrieve(id, { expand: ["latest_charge"] }))
      )
    }),
    listPayments: listed,
    findPayment: (asked) =>
      // A customer whom nobody knows has no payments; to Stripe that is a mistake in the question.
      Effect.catchIf(
        findIn(listed)(asked),
        (failure: PaymentFailure) => failure._tag === "PaymentRejected" && failure.code === "resource_missing",
        () => Effect.succeedNone
      ),
    getTransfer: Effect.fn("Stripe.getTransfer")(function* (id) {
      return Answer.toTransfer(yield* ask(Answer.VendorTransfer, () => client.transfers.retrieve(id)))
    }),
    findTransfer: Effect.fn("Stripe.findTransfer")(function* (payoutId) {
      const found = yield* ask(Answer.Page(Answer.VendorTransfer), () =>
        client.transfers.list({ transfer_group: payoutId, limit: pageSize })
      )
      const ours = found.data.map(Answer.toTransfer).filter((transfer) => transfer.payoutId === payoutId)
      return Option.fromUndefinedOr(ours.at(-1))
    }),
    listTransfers
  }
}

/** The service for one account. */
export const make = Effect.fnUntraced(function* (options: Options) {
  const limits = { ...defaults, ...options.limits }
  const client = yield* connect(options, limits.timeout)
  const ask = asking(yield* VendorCircuit.make("stripe", limits))
  return PaymentProvider.of({ name: "stripe", ...creating(client, ask), ...reading(client, ask) })
})

/** `STRIPE_BASE_URL`, by default the vendor's address. */
export const baseUrl = Config.URL("STRIPE_BASE_URL").pipe(Config.withDefault(new URL("https://api.stripe.com")))

/** The layer for given options. */
export const layerWith = (options: Options): Layer.Layer<PaymentProvider> =>
  Layer.effect(PaymentProvider, make(options))

/** The layer from `STRIPE_SECRET_KEY` (required) and `STRIPE_BASE_URL`. */
export const layer: Layer.Layer<PaymentProvider, Config.ConfigError | Credential.MissingCredential> = Layer.effect(
  PaymentProvider,
  Effect.gen(function* () {
    const apiKey = yield* Credential.required("STRIPE_SECRET_KEY")
    return yield* make({ apiKey, baseUrl: yield* baseUrl })
  })
)
