/** Where a person is best written to, when nobody says where: where it agreed to marketing and has an address. */
import type { Channel } from "@loopdrive/domain/Channel"
import type { IdentityType } from "@loopdrive/domain/Identifier"
import { reachedBy } from "@loopdrive/domain/Reach"

/** Cheapest and least intrusive first. */
export const order = [
  "email",
  "whatsapp",
  "instagram",
  "facebook",
  "x",
  "reddit",
  "sms"
] as const satisfies ReadonlyArray<Channel>

interface Consented {
  readonly channel: string
  readonly scope: string
  readonly status: string
}

/** `fits`: whether the message can be sent on a channel at all. Where nothing fits, email: the refusal says why. */
export const pick = (
  identities: ReadonlyArray<{ readonly type: IdentityType }>,
  consents: ReadonlyArray<Consented>,
  fits: (channel: Channel) => boolean
): Channel => {
  const reached = order.filter(
    (channel) => identities.some(({ type }) => reachedBy(channel).includes(type)) && fits(channel)
  )
  const agreed = (channel: Channel) =>
    consents.some(
      (consent) =>
        (consent.channel === channel || (consent.channel === "dm" && channel !== "email" && channel !== "sms")) &&
        consent.scope !== "transactional" &&
        consent.status === "granted"
    )
  return reached.find(agreed) ?? reached[0] ?? "email"
}
