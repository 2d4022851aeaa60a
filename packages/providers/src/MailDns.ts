/**
 * What DNS says of a domain that sends mail: the port behind the deliverability lint. Answers are kept for a while,
 * because a bulk asks about one domain ten thousand times.
 */
import { Cache, Context, Duration, Effect, Exit, Layer, Schema } from "effect"
import { resolveTxt } from "node:dns/promises"
import * as MailRecords from "./core/MailRecords.ts"

/** `unknown`: DNS could not be asked. */
export type Standing = "pass" | "fail" | "unknown"

export interface DomainStanding {
  readonly spf: Standing
  readonly dkim: Standing
  readonly dmarc: Standing
}

export interface Service {
  /** `domain` in lower case, in its ASCII form. Never fails: what cannot be asked is `unknown`. */
  readonly standing: (domain: string) => Effect.Effect<DomainStanding>
}

/** DNS gave no answer; that there is no such name is an answer. */
class DnsUnavailable extends Schema.TaggedError<DnsUnavailable>()("DnsUnavailable", { cause: Schema.Defect() }) {}

/** The TXT records of a name, none where the name or its records do not exist. */
type Resolve = (name: string) => Effect.Effect<MailRecords.Records, DnsUnavailable>

/** Resend's key and bounce domain (https://resend.com/docs/dashboard/domains/introduction), then what others use. */
const selectors = ["resend", "default", "selector1", "google", "k1", "s1"]
const bounceDomains = ["", "send."]

const keptMost = 1000
const kept = Duration.minutes(10)
const keptUnknown = Duration.seconds(30)

const nowhere = new Set(["ENOTFOUND", "ENODATA", "ESERVFAIL_NXDOMAIN"])

const isNowhere = (cause: unknown): boolean =>
  typeof cause === "object" && cause !== null && "code" in cause && nowhere.has(String(cause.code))

const resolveNode: Resolve = (name) =>
  Effect.tryPromise({ try: () => resolveTxt(name), catch: (cause) => cause }).pipe(
    Effect.catch((cause) =>
      isNowhere(cause) ? Effect.succeed<MailRecords.Records>([]) : Effect.fail(new DnsUnavailable({ cause }))
    ),
    Effect.timeoutOrElse({
      duration: "3 seconds",
      orElse: () => Effect.fail(new DnsUnavailable({ cause: "no answer in time" }))
    })
  )

/** The first name whose records have it; `unknown` where none has and one could not be asked. */
const anyOf = Effect.fnUntraced(function* (
  resolve: Resolve,
  names: ReadonlyArray<string>,
  has: (records: MailRecords.Records) => boolean
) {
  let standing: Standing = "fail"
  for (const name of names) {
    const found = yield* Effect.exit(resolve(name))
    if (Exit.isFailure(found)) standing = "unknown"
    else if (has(found.value)) return "pass"
  }
  return standing
})

const make = Effect.fnUntraced(function* (resolve: Resolve) {
  const cache = yield* Cache.makeWith(
    (domain: string) =>
      Effect.all(
        {
          spf: anyOf(
            resolve,
            bounceDomains.map((prefix) => `${prefix}${domain}`),
            MailRecords.hasSpf
          ),
          dkim: anyOf(
            resolve,
            selectors.map((selector) => `${selector}._domainkey.${domain}`),
            MailRecords.hasDkim
          ),
          dmarc: anyOf(
            resolve,
            MailRecords.parents(domain).map((parent) => `_dmarc.${parent}`),
            MailRecords.hasDmarc
          )
        },
        { concurrency: 3 }
      ),
    {
      capacity: keptMost,
      timeToLive: (exit) =>
        Exit.isSuccess(exit) && !Object.values(exit.value).includes("unknown") ? kept : keptUnknown
    }
  )
  return MailDns.of({ standing: (domain) => Cache.get(cache, domain) })
})

export class MailDns extends Context.Service<MailDns, Service>()("@loopdrive/providers/MailDns") {
  /** The system's resolver. */
  static readonly layer: Layer.Layer<MailDns> = Layer.effect(MailDns, make(resolveNode))
  /** A world of these TXT records and no others, for tests; of a name that is `undefined` nothing can be learnt. */
  static readonly layerRecords = (
    records: Readonly<Record<string, ReadonlyArray<string> | undefined>>
  ): Layer.Layer<MailDns> =>
    Layer.effect(
      MailDns,
      make((name) => {
        if (!Object.hasOwn(records, name)) return Effect.succeed([])
        const found = records[name]
        return found === undefined
          ? Effect.fail(new DnsUnavailable({ cause: name }))
          : Effect.succeed(found.map((text) => [text]))
      })
    )
}
