/** `client.send` and `client.events`, as far as they are built. */
import type { CallOptions, Transport } from "./Transport.ts"
import type { Answer, Body, SendResult, SendStatus } from "./Wire.ts"

type EmailBody = Body<"send.email">
/** Times may be given as dates. */
export type EmailRequest = Omit<EmailBody, "scheduleFor" | "sendAt"> & {
  readonly scheduleFor?: string | Date
  readonly sendAt?: string | Date
}

export class SendModule {
  readonly #transport: Transport
  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** `to` is a person's id or an address. Answers `queued`; a refusal is a `ConflictError` with `details.reason`. */
  email(email: EmailRequest, options?: CallOptions): Promise<SendResult> {
    const to = email.to ?? email.personId
    return this.#transport.call(
      { method: "POST", path: "/email/send", body: { ...email, to } },
      options
    ) as Promise<SendResult>
  }
  getStatus(sendId: string, options?: CallOptions): Promise<SendStatus> {
    const path = `/send/${encodeURIComponent(sendId)}/status`
    return this.#transport.call({ method: "GET", path }, options) as Promise<SendStatus>
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
