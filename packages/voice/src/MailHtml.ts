/** An email's text as HTML: paragraphs, line breaks, and links that are links. Nothing in the text becomes markup. */

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

const link = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g

const linked = (text: string): string => {
  let html = ""
  let at = 0
  for (const found of text.matchAll(link)) {
    const url = escaped(found[0])
    html += `${escaped(text.slice(at, found.index))}<a href="${url}">${url}</a>`
    at = found.index + found[0].length
  }
  return html + escaped(text.slice(at))
}

const isList = (lines: ReadonlyArray<string>): boolean => lines.every((line) => /^\s*[-*•] /.test(line))

const block = (paragraph: string): string => {
  const lines = paragraph.split("\n")
  if (isList(lines)) {
    const items = lines.map((line) => `<li>${linked(line.replace(/^\s*[-*•] /, ""))}</li>`)
    return `<ul>${items.join("")}</ul>`
  }
  return `<p>${lines.map(linked).join("<br>")}</p>`
}

export const of = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/)
    .map(block)
    .join("\n")
