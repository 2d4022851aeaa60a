/** What the law asks for below a marketing message, where its author has not written it. */
import * as OptOutLine from "@loopdrive/domain/OptOutLine"
import * as SmsSegments from "@loopdrive/domain/SmsSegments"

interface Words {
  readonly text: string
  readonly html: string | undefined
}

export interface Parts {
  /** Who sends it, and from where. */
  readonly postalAddress: string | undefined
  readonly unsubscribeUrl: string | undefined
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const htmlOf = ({ postalAddress, unsubscribeUrl }: Parts): string => {
  const lines = [
    ...(postalAddress === undefined ? [] : [escaped(postalAddress).replaceAll("\n", "<br>")]),
    ...(unsubscribeUrl === undefined ? [] : [`<a href="${escaped(unsubscribeUrl)}">Unsubscribe</a>`])
  ]
  return `<p style="font-size:12px;color:#666">${lines.join("<br>")}</p>`
}

const inserted = (html: string, footer: string): string => {
  const end = html.toLowerCase().lastIndexOf("</body>")
  return end < 0 ? html + footer : html.slice(0, end) + footer + html.slice(end)
}

/** Below an email, what of it does not stand there yet. */
export const underEmail = ({ html, text }: Words, parts: Parts): Words => {
  const { postalAddress: address, unsubscribeUrl: url } = parts
  const wanted: Parts = {
    postalAddress: address !== undefined && text.includes(address) ? undefined : address,
    unsubscribeUrl: url !== undefined && text.includes(url) ? undefined : url
  }
  const lines = [
    ...(wanted.postalAddress === undefined ? [] : [wanted.postalAddress]),
    ...(wanted.unsubscribeUrl === undefined ? [] : [`Unsubscribe: ${wanted.unsubscribeUrl}`])
  ]
  if (lines.length === 0) return { text, html }
  return {
    text: `${text.trimEnd()}\n\n-- \n${lines.join("\n")}`,
    html: html === undefined ? undefined : inserted(html, htmlOf(wanted))
  }
}

const wayOut = /\bstop\b|\bopt[- ]?out\b|\bunsubscribe\b/i

/** Below an SMS or a direct message: how to end them, unless it says so itself; in few words where that saves a segment. */
export const underText = (text: string): string => {
  if (wayOut.test(text)) return text
  const under = (line: string) => `${text.trimEnd()}\n${line}`
  const whole = under(OptOutLine.line)
  return SmsSegments.of(whole).count > SmsSegments.of(text).count ? under(OptOutLine.shortLine) : whole
}
