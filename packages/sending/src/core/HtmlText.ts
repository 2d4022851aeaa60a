/** What a recipient reads of an HTML email: its words without the markup, those in place of pictures included. */

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
  zwnj: "",
  zwj: ""
}

const ofCode = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " "

const character = (whole: string, name: string): string => {
  if (name.startsWith("#")) return ofCode(Number(/^#x/i.test(name) ? `0x${name.slice(2)}` : name.slice(1)))
  return named[name.toLowerCase()] ?? whole
}

/** Markup that does not part what stands before it from what stands after: a word may run through it. */
const inline = /<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|mark|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>/gi

export const visible = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<[^>]*?\salt\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/gi, (_, double, single) => ` ${double ?? single} `)
    .replace(inline, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, character)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\s]*/g, "\n")
    .trim()
