/**
 * Every error on the wire: a problem document (RFC 9457) with a stable `code`. 4xx for what repeating cannot cure; 503
 * with `Retry-After` where it can. `errors` names the fields at fault.
 */
import * as Schema from "effect/Schema"
import { HttpApiError } from "effect/http-api"

/** Where in the request, e.g. `["payload", "email"]`, and what is wrong there. */
export const Fault = Schema.Struct({
  path: Schema.Array(Schema.Union([Schema.String, Schema.Number])),
  message: Schema.String
})
export type Fault = typeof Fault.Type

const fields = { code: Schema.String }

export class Invalid extends HttpApiError.Problem<Invalid>()(
  "Invalid",
  { type: "about:blank", status: 400, title: "Bad Request" },
  { ...fields, errors: Schema.Array(Fault) }
) {}

export class Unauthorized extends HttpApiError.Problem<Unauthorized>()(
  "Unauthorized",
  { type: "about:blank", status: 401, title: "Unauthorized" },
  fields
) {}

export class Forbidden extends HttpApiError.Problem<Forbidden>()(
  "Forbidden",
  { type: "about:blank", status: 403, title: "Forbidden" },
  fields
) {}

export class NotFound extends HttpApiError.Problem<NotFound>()(
  "NotFound",
  { type: "about:blank", status: 404, title: "Not Found" },
  { ...fields, id: Schema.optionalKey(Schema.String), errors: Schema.optionalKey(Schema.Array(Fault)) }
) {}

/**
 * `reason` and `sendId` where a send was refused and recorded; `requested` and what could be had (`available`,
 * `remaining`, `refundable`) where there was not enough, in cents.
 */
export class Conflict extends HttpApiError.Problem<Conflict>()(
  "Conflict",
  { type: "about:blank", status: 409, title: "Conflict" },
  {
    ...fields,
    reason: Schema.optionalKey(Schema.String),
    sendId: Schema.optionalKey(Schema.String),
    requested: Schema.optionalKey(Schema.Int),
    available: Schema.optionalKey(Schema.Int),
    remaining: Schema.optionalKey(Schema.Int),
    refundable: Schema.optionalKey(Schema.Int)
  }
) {}

export class TooLarge extends HttpApiError.Problem<TooLarge>()(
  "TooLarge",
  { type: "about:blank", status: 413, title: "Content Too Large" },
  fields
) {}

export class Unprocessable extends HttpApiError.Problem<Unprocessable>()(
  "Unprocessable",
  { type: "about:blank", status: 422, title: "Unprocessable Content" },
  { ...fields, errors: Schema.optionalKey(Schema.Array(Fault)) }
) {}

/** Answered with `Retry-After`. */
export class Unavailable extends HttpApiError.Problem<Unavailable>()(
  "Unavailable",
  { type: "about:blank", status: 503, title: "Service Unavailable" },
  fields
) {}

export class Internal extends HttpApiError.Problem<Internal>()(
  "Internal",
  { type: "about:blank", status: 500, title: "Internal Server Error" },
  fields
) {}

export const all = [
  Invalid,
  Unauthorized,
  Forbidden,
  NotFound,
  Conflict,
  TooLarge,
  Unprocessable,
  Unavailable,
  Internal
] as const
