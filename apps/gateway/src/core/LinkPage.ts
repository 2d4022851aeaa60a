/** The small pages behind links that recipients get. No script, nothing from elsewhere, nothing about who they are. */
import { escape } from "@loopdrive/domain/Html"
import { hash } from "node:crypto"

const style =
  ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}" +
  "h1{font-size:1.4rem}p{overflow-wrap:anywhere}" +
  "button{font:inherit;font-weight:600;padding:.6rem 1.2rem;cursor:pointer;color:#fff;background:#0b6b5c;border:0;border-radius:.4rem}"

export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash("sha256", style, "base64")}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'"
].join("; ")

const document = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>` +
  `<style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`

const names: Readonly<Record<string, string>> = { email: "email", sms: "text message" }

/** Asks. Opening it changes nothing: scanners open every link. */
export const ask = (channel: string): string =>
  document(
    "Unsubscribe",
    `<p>Get no more marketing by ${names[channel] ?? "direct message"} from this sender?</p>` +
      `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">` +
      `<button type="submit">Unsubscribe</button></form>`
  )

export const done = document(
  "You are unsubscribed",
  "<p>You will get no more marketing from this sender on this channel. Messages you need, such as receipts, may still come.</p>"
)

/** Asks, and says for whom: nobody agrees to hear from a stranger. Opening it changes nothing. */
export const confirm = (channel: string, sender: string): string =>
  document(
    "Please confirm",
    `<p>Get messages by ${names[channel] ?? "direct message"} from <strong>${escape(sender)}</strong>?</p>` +
      `<form method="post"><button type="submit">Yes, confirm</button></form>` +
      `<p>If you did not ask for them, close this page: you will get none.</p>`
  )

export const confirmed = document(
  "Confirmed",
  "<p>Thank you. You can end these messages at any time, by the link or the word that each of them names.</p>"
)

export const over = document(
  "There is nothing to confirm",
  "<p>This was taken back in the meantime, or was confirmed too late. Sign up once more if you want these messages.</p>"
)

export const unknown = document(
  "This link is not valid",
  "<p>It may have been cut off. Open it once more from the message itself.</p>"
)

export const failed = document(
  "That did not work",
  "<p>Something went wrong here, and nothing was changed. Try again in a moment.</p>"
)
