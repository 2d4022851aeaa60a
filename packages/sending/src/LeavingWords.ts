/**
 * A message's words as they leave: its links say where they come from and, in an SMS, are short; a marketing email can be
 * ended with one click (RFC 8058); and below it stands what the law asks for. The same however often it is done, because
 * a vendor compares, and what may have left is looked for by its words.
 */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Footer from "./core/Footer.ts"
import * as RecipientToken from "./core/RecipientToken.ts"
import * as ShortLinks from "./core/ShortLinks.ts"
import { Dressing, marked } from "./Dressing.ts"
import type { Worded } from "./Dressing.ts"
import { LegalNotices } from "./LegalNotice.ts"
import { LinkStore } from "./LinkStore.ts"
import { PublicUrl } from "./PublicUrl.ts"
import { Workspaces } from "./Workspaces.ts"

/** RFC 8058, section 3.1: both headers, and the link takes a POST. Resend covers them by its DKIM signature. */
const headersOf = (url: string) => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"
})

const make = Effect.gen(function* () {
  const { base } = yield* PublicUrl
  const legal = yield* LegalNotices
  const links = yield* LinkStore
  const workspaces = yield* Workspaces

  const shortened = Effect.fnUntraced(function* (send: Worded, secret: string) {
    const made = ShortLinks.targetsOf(send.text, base).map((target) => ({
      token: RecipientToken.link(secret, send.id, target),
      workspaceId: send.workspaceId,
      sendId: send.id,
      target
    }))
    // Before the message leaves: a link that leads nowhere must not be in anybody's hands.
    yield* links.put(made)
    const short = new Map(made.map(({ target, token }) => [target, `${base}/l/${token}`]))
    return { ...send, text: ShortLinks.replaced(send.text, short) }
  })

  const ofEmail = Effect.fnUntraced(function* (send: Worded, secret: string) {
    const { postalAddress, unsubscribeLink } = yield* legal.of(send)
    const url = `${base}/u/${RecipientToken.unsubscribe(secret, send.id)}`
    const parts = { postalAddress, unsubscribeUrl: unsubscribeLink ? url : undefined }
    return { ...send, ...Footer.underEmail(send, parts), headers: headersOf(url) }
  })

  return {
    dress: Effect.fn("LeavingWords.dress")(function* (send: Worded) {
      const words = marked(send)
      const workspace = yield* workspaces.of(send.workspaceId)
      if (workspace === undefined) return words
      const isMarketing = send.purpose === "marketing"
      if (send.channel === "email") return isMarketing ? yield* ofEmail(words, workspace.secret) : words
      const { optOut } = isMarketing ? yield* legal.of(send) : { optOut: false }
      const told = optOut ? { ...words, text: Footer.underText(words.text) } : words
      return send.channel === "sms" ? yield* shortened(told, workspace.secret) : told
    })
  }
})

export const layer = Layer.effect(Dressing, make)
