/** Why a Person says no. A refusal changes nothing. */
import { Identifier } from "@loopdrive/domain/Identifier"
import * as Schema from "effect/Schema"

/** Nobody has this id in this workspace. */
export class PersonNotFound extends Schema.TaggedError<PersonNotFound>("@loopdrive/person/PersonNotFound")(
  "PersonNotFound",
  { personId: Schema.String }
) {}

/** The person lives on under another id; ask there. */
export class PersonMerged extends Schema.TaggedError<PersonMerged>("@loopdrive/person/PersonMerged")("PersonMerged", {
  personId: Schema.String,
  into: Schema.String
}) {}

/** Another person of the workspace has one of these identifiers. */
export class IdentityTaken extends Schema.TaggedError<IdentityTaken>("@loopdrive/person/IdentityTaken")(
  "IdentityTaken",
  { claimed: Schema.Array(Identifier) }
) {}

/** The person has as many of these as one may have. */
export class TooMany extends Schema.TaggedError<TooMany>("@loopdrive/person/TooMany")("TooMany", {
  what: Schema.String,
  limit: Schema.Int
}) {}

export const Refusal = Schema.Union([PersonNotFound, PersonMerged, IdentityTaken, TooMany])
export type Refusal = typeof Refusal.Type
