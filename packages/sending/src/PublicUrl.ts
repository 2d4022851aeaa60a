/** Where recipients reach this installation: the beginning of every link that we put into a message. */
import * as Context from "effect/Context"

export class PublicUrl extends Context.Service<
  PublicUrl,
  {
    /** Without a slash at its end. */
    readonly base: string
  }
>()("@loopdrive/sending/PublicUrl") {}
