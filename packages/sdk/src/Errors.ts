/** What a call can fail with. Every error says what, with which status, and under which request id to ask about it. */

export interface ErrorDetails {
  /** Stable, for programs: `identity_taken`, `send_refused`, `timeout`... */
  readonly code: string
  /** The HTTP status; 0 where no answer came. */
  readonly status: number
  /** The server's id of the request; absent where no answer came. */
  readonly requestId: string | undefined
  /** The problem document as it came (RFC 9457), e.g. with `errors`, `reason` or `sendId`. */
  readonly details: Readonly<Record<string, unknown>>
}

export class LoopDriveError extends Error implements ErrorDetails {
  readonly code: string
  readonly status: number
  readonly requestId: string | undefined
  readonly details: Readonly<Record<string, unknown>>

  constructor(message: string, details: ErrorDetails, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.code = details.code
    this.status = details.status
    this.requestId = details.requestId
    this.details = details.details
  }
}

/** 400 and 422: the request is at fault; `details.errors` names the fields. */
export class ValidationError extends LoopDriveError {}
/** 401. */
export class AuthenticationError extends LoopDriveError {}
/** 403. */
export class AuthorizationError extends LoopDriveError {}
/** 404. */
export class NotFoundError extends LoopDriveError {}
/** 409: refused as things are, e.g. a send without consent. */
export class ConflictError extends LoopDriveError {}
/** 429, after the retries. */
export class RateLimitError extends LoopDriveError {}
/** 5xx, after the retries. */
export class ServerError extends LoopDriveError {}
/** No answer in time, after the retries. */
export class TimeoutError extends LoopDriveError {}
/** No connection, or an answer that is no JSON, after the retries. */
export class ConnectionError extends LoopDriveError {}

const byStatus = (status: number): typeof LoopDriveError => {
  switch (status) {
    case 400:
    case 413:
    case 415:
    case 422:
      return ValidationError
    case 401:
      return AuthenticationError
    case 403:
      return AuthorizationError
    case 404:
      return NotFoundError
    case 409:
      return ConflictError
    case 429:
      return RateLimitError
    default:
      return status >= 500 ? ServerError : LoopDriveError
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined)

/** The error that an answer means. */
export const fromResponse = (
  status: number,
  requestId: string | undefined,
  problem: Readonly<Record<string, unknown>>
): LoopDriveError => {
  const Class = byStatus(status)
  const message = text(problem["detail"]) ?? text(problem["title"]) ?? `HTTP ${status}`
  return new Class(message, { code: text(problem["code"]) ?? `http_${status}`, status, requestId, details: problem })
}
