/** Where messages go, and the wider names that callers use for several of them (contract sections 6 and 9.3). */
import * as Schema from "effect/Schema"

export const social = ["instagram", "facebook", "x", "reddit", "whatsapp", "tiktok", "youtube", "linkedin"] as const

export const Channel = Schema.Literals(["email", "sms", ...social, "site"])
export type Channel = typeof Channel.Type

/** A channel of a consent: `dm` stands for every social platform; `ads` gates audience exports only. */
export const ConsentChannel = Schema.Literals(["email", "sms", ...social, "site", "dm", "ads"])
export type ConsentChannel = typeof ConsentChannel.Type

const isSocial = (channel: string): boolean => social.some((name) => name === channel)

/** Whether a consent given for `consent` speaks about messages on `channel`. */
export const covers = (consent: ConsentChannel, channel: ConsentChannel): boolean =>
  consent === channel || (consent === "dm" && isSocial(channel))
