/** `client.send` and `client.events`. */
import type { CallOptions, Transport } from "./Transport.ts"
import type { Answer, Body, BulkReport, SendAlert, SendExplanation, SendResult, SendStatus } from "./Wire.ts"

/** Times may be given as dates. */
type Timed<B> = Omit<B, "scheduleFor" | "sendAt"> & {
  readonly scheduleFor?: string | Date
  readonly sendAt?: string | Date
}
export type EmailRequest = Timed<Body<"send.email">>
export type SmsRequest = Timed<Body<"send.sms">>
/** `platform`: instagram, facebook, whatsapp, x or reddit. */
export type DmRequest = Timed<Body<"send.dm">> & { readonly platform: string }
export type BulkRequest = Timed<Body<"bulk.create">>

export interface HistoryOptions {
  readonly channels?: ReadonlyArray<string>
  readonly limit?: number
  readonly offset?: number
}

export interface AlertOptions {
  /** Absent: all. */
  readonly acknowledged?: boolean
  readonly limit?: number
  readonly offset?: number
}

export interface ProgressOptions extends CallOptions {
  /** Between two looks, ms. Default 1,000. */
  readonly every?: number
}

const ended = new Set<string>(["completed", "cancelled"])

export class SendModule {
  readonly #transport: Transport
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /**
   * `to` is a person's id or an address. With a `body` it is sent as it is, without one it is composed for the
   * `objective`. Answers `queued`; a refusal is a `ConflictError` with `details.reason`.
   */
  email(email: EmailRequest, options?: CallOptions): Promise<SendResult> {
    return this.#send("/email/send", email, options)
  }
  /** As `email`; one segment unless `metadata.segmentsMost` asks for more. */
  sms(sms: SmsRequest, options?: CallOptions): Promise<SendResult> {
    return this.#send("/sms/send", sms, options)
  }
  /** As `email`; the channel of the result is the platform. */
  dm(dm: DmRequest, options?: CallOptions): Promise<SendResult> {
    return this.#send(`/social/${encodeURIComponent(dm.platform)}/dm`, dm, options)
  }
  getStatus(sendId: string, options?: CallOptions): Promise<SendStatus> {
    return this.#get(`/send/${encodeURIComponent(sendId)}/status`, options) as Promise<SendStatus>
  }
  /** Why it left, waits or was refused: the rules that were asked, what they looked at, what was done. */
  explain(sendId: string, options?: CallOptions): Promise<SendExplanation> {
    return this.#get(`/send/${encodeURIComponent(sendId)}/explain`, options) as Promise<SendExplanation>
  }
  /** Takes back what has not begun to leave; too late is a `ConflictError`. */
  async cancel(sendId: string, options?: CallOptions): Promise<void> {
    await this.#post(`/send/${encodeURIComponent(sendId)}/cancel`, undefined, options)
  }
  /** Newest first. */
  getHistory(personId: string, query: HistoryOptions = {}, options?: CallOptions): Promise<Answer<"send.history">> {
    const path = `/person/${encodeURIComponent(personId)}/sends`
    return this.#transport.call({ method: "GET", path, query: { ...query } }, options) as Promise<
      Answer<"send.history">
    >
  }

  /** Sends of which nobody has known for 15 minutes whether they left, newest alert first. */
  getAlerts(query: AlertOptions = {}, options?: CallOptions): Promise<Answer<"sendAlerts.list">> {
    const call = { method: "GET", path: "/api/sends/alerts", query: { ...query } } as const
    return this.#transport.call(call, options) as Promise<Answer<"sendAlerts.list">>
  }
  /** What comes to it after that is told of by a new alert. */
  acknowledgeAlert(alertId: string, options?: CallOptions): Promise<SendAlert> {
    return this.#post(
      `/api/sends/alerts/${encodeURIComponent(alertId)}/acknowledge`,
      undefined,
      options
    ) as Promise<SendAlert>
  }

  /** One message for many people. With `dryRun` nothing is sent: the report says what would become of it. */
  bulk(bulk: BulkRequest, options?: CallOptions): Promise<Answer<"bulk.create">> {
    return this.#post("/send/bulk", bulk, options) as Promise<Answer<"bulk.create">>
  }
  getBulkStatus(jobId: string, options?: CallOptions): Promise<BulkReport> {
    return this.#get(`/send/bulk/${encodeURIComponent(jobId)}`, options) as Promise<BulkReport>
  }
  pauseBulk(jobId: string, options?: CallOptions): Promise<BulkReport> {
    return this.#bulk(jobId, "pause", options)
  }
  resumeBulk(jobId: string, options?: CallOptions): Promise<BulkReport> {
    return this.#bulk(jobId, "resume", options)
  }
  /** Nobody else is written to, and what waits is taken back. */
  cancelBulk(jobId: string, options?: CallOptions): Promise<BulkReport> {
    return this.#bulk(jobId, "cancel", options)
  }
  /** The report each time it has changed, until the bulk has come to its end. */
  async *bulkProgress(jobId: string, options: ProgressOptions = {}): AsyncGenerator<BulkReport, void, undefined> {
    const { every = 1000, ...call } = options
    for (let last = ""; ;) {
      const report = await this.getBulkStatus(jobId, call)
      const seen = JSON.stringify(report)
      if (seen !== last) yield report
      last = seen
      if (ended.has(report.status)) return
      await this.#transport.wait(every, call.signal)
    }
  }

  #send(
    path: string,
    message: EmailRequest | SmsRequest | DmRequest,
    options: CallOptions | undefined
  ): Promise<SendResult> {
    const to = message.to ?? message.personId
    return this.#post(path, { ...message, to }, options) as Promise<SendResult>
  }
  #bulk(jobId: string, what: string, options: CallOptions | undefined): Promise<BulkReport> {
    return this.#post(`/send/bulk/${encodeURIComponent(jobId)}/${what}`, undefined, options) as Promise<BulkReport>
  }
  #get(path: string, options: CallOptions | undefined): Promise<unknown> {
    return this.#transport.call({ method: "GET", path }, options)
  }
  #post(path: string, body: unknown, options: CallOptions | undefined): Promise<unknown> {
    return this.#transport.call({ method: "POST", path, ...(body === undefined ? {} : { body }) }, options)
  }
}

export interface TimelineOptions {
  readonly channels?: ReadonlyArray<string>
  readonly types?: ReadonlyArray<string>
  readonly dateFrom?: string | Date
  readonly dateTo?: string | Date
  readonly limit?: number
  readonly includeMemory?: boolean
  /** The `nextCursor` of the page before. */
  readonly cursor?: string
}

export class EventsModule {
  readonly #transport: Transport
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** Newest first. */
  timeline(personId: string, query: TimelineOptions = {}, options?: CallOptions): Promise<Answer<"events.timeline">> {
    return this.#transport.call(
      { method: "GET", path: "/events/timeline", query: { personId, ...query } },
      options
    ) as Promise<Answer<"events.timeline">>
  }
}
