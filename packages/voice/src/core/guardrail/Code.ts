/**
 * Code that a text is about: what stands between backticks, or in quotation marks where programs are the subject, is shown
 * to the reader and not left to be filled.
 */

export interface Stretch {
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

/** What is spoken of where programs are; such a word alone does not make a text about them. */
const subject =
  /(?<!\p{L})(?:java ?script|type ?script|python|php|ruby|rust|golang|vue|react|svelte|angular|node\.js|html|css|sql|json|yaml|xml|api|sdk|cli|regex|plug-?ins?|shells?|scripts?|syntax|syntaxe|sintaxis|sintassi|sintaxe|variables?|variablen?|placeholders?|platzhalter|merge tags?|handlebars|liquid|jinja2?|mustache|twig|django|laravel|developers?|entwickler\w*|développeurs?|desarrollador\w*|sviluppator\w*|programador\w*|ontwikkelaars?|programmers?|debug\w*|compilers?|changelog|release notes|migration guide|migratiegids|sjablo(?:on|nen)|template (?:engine|language|syntax)|null pointers?|stack trace|database|datenbank|nerd\w*|geek\w*|is not a function|operators?|template literals?|f-strings?|bash|webhooks?|endpoints?|escap(?:es|ed|ing))(?!\p{L})/iu

/** Whom a salutation speaks to: a hole there is one, in backticks or not. */
const salutation =
  /(?:^|[\s>])(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|salut|cher|chère|hola|estimad[oa]|querid[oa]|ciao|gentile|car[oa]|olá|prezad[oa]|hoi|beste|dag)[ ,]{0,2}$/iu

const spans = /(?<!`)`[^`\n]{1,160}`(?!`)/gu
const quotes = /"[^"\n]{1,80}"|“[^”\n]{1,80}”|„[^“”\n]{1,80}[“”]|«[^»\n]{2,80}»|(?<!\p{L})'[^'\n]{1,80}'(?!\p{L})/gu

/** Named as a thing, by what it does or how somebody saw it: "why {{ user.name }} comes out empty", "printed [object Object]". */
const named =
  /(?<=\b(?:why|when|where|of|as|printed|prints?|shows?|showed|writes?|wrote|returns?|called|say(?:s|ing)?|said) )(?:\{\{[^{}\n]{1,80}\}\}|\[object Object\])(?= (?:comes?|prints?|renders?|returns?|is|becomes?|stays?|means?)\b|[.,;!?]|$)/giu

const stretches = (text: string, pattern: RegExp): ReadonlyArray<Stretch> =>
  Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }))

/** Where a text shows code. */
export const codeIn = (text: string): ReadonlyArray<Stretch> => {
  const isAbout = subject.test(text)
  const shown = text.includes("`") ? stretches(text, spans) : []
  return [...shown, ...(isAbout ? [...stretches(text, quotes), ...stretches(text, named)] : [])].filter(
    ({ start }) => !salutation.test(text.slice(Math.max(0, start - 12), start))
  )
}
