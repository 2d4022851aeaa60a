/** Plain text as the simplest html that mail readers agree on: paragraphs, line breaks, links. Everything is escaped. */
import { escape } from "@loopdrive/domain/Html"
import { linksIn } from "../text/Links.ts"

/** Only addresses that say http or https become links. */
const linked = (text: string): string => {
  let html = ""
  let from = 0
  for (const { end, start, text: address } of linksIn(text)) {
    if (!/^https?:\/\//i.test(address)) continue
    html += `${escape(text.slice(from, start))}<a href="${escape(address)}">${escape(address)}</a>`
    from = end
  }
  return html + escape(text.slice(from))
}

export const htmlOf = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${paragraph.split("\n").map(linked).join("<br>")}</p>`)
    .join("\n")
