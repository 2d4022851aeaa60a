/** What a channel writes to: which identities of a person are addresses on it. */
import type { Channel } from "./Channel.ts"
import type { IdentityType } from "./Identifier.ts"

/** The identities a channel can write to, best first. */
export const reachedBy = (channel: Channel): ReadonlyArray<IdentityType> => {
  switch (channel) {
    case "email":
      return ["email"]
    case "sms":
      return ["phone"]
    case "whatsapp":
      return ["whatsapp", "phone"]
    case "site":
      return []
    default:
      return [channel]
  }
}

/** The type of a raw address that a message on a channel is to go to. */
export const addressType = (channel: Channel): IdentityType => {
  switch (channel) {
    case "email":
      return "email"
    case "sms":
      return "phone"
    case "site":
      return "anonymous_id"
    default:
      return channel
  }
}
