/**
 * Tokens in links that recipients get: signed under the workspace's secret, so that nobody makes one who was not sent it.
 */
import { createHmac, timingSafeEqual } from "node:crypto"

/** 96 bits: a guess hits after longer than anybody guesses over a network, and a short link stays short. */
const bytes = 12

const sign = (secret: string, ...parts: ReadonlyArray<string>): string =>
  createHmac("sha256", secret).update(JSON.stringify(parts)).digest().subarray(0, bytes).toString("base64url")

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const prefix = "send_"

/** Stands for the end of marketing to whom a send went. Good for as long as the send is on record. */
export const unsubscribe = (secret: string, sendId: string): string =>
  `${sendId.startsWith(prefix) ? sendId.slice(prefix.length) : sendId}.${sign(secret, "unsubscribe", sendId)}`

const idOf = (token: string): string | undefined => {
  const [id, signature, ...rest] = token.split(".")
  return id === undefined || signature === undefined || rest.length > 0 || !/^[\w-]{1,64}$/.test(id) ? undefined : id
}

/** The send that a token speaks of, before anybody has looked whether it is genuine. */
export const sendIdOf = (token: string): string | undefined => {
  const id = idOf(token)
  return id === undefined ? undefined : `${prefix}${id}`
}

export const isUnsubscribe = (secret: string, sendId: string, token: string): boolean =>
  isSame(token, unsubscribe(secret, sendId))

const consentPrefix = "consent_"

/** Stands for the confirmation of a consent. */
export const confirm = (secret: string, consentId: string): string =>
  `${consentId.startsWith(consentPrefix) ? consentId.slice(consentPrefix.length) : consentId}.${sign(secret, "confirm", consentId)}`

/** The consent that a token speaks of, before anybody has looked whether it is genuine. */
export const consentIdOf = (token: string): string | undefined => {
  const id = idOf(token)
  return id === undefined ? undefined : `${consentPrefix}${id}`
}

export const isConfirm = (secret: string, consentId: string, token: string): boolean =>
  isSame(token, confirm(secret, consentId))

/** Stands for one link of one send. */
export const link = (secret: string, sendId: string, target: string): string => sign(secret, "link", sendId, target)

export const isLink = (secret: string, sendId: string, target: string, token: string): boolean =>
  isSame(token, link(secret, sendId, target))
