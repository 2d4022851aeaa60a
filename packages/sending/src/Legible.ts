/** All that a recipient of a message reads, in pieces of a size that the guardrails read. */
import * as HtmlText from "./core/HtmlText.ts"

export interface Said {
  readonly subject: string | undefined
  readonly text: string
  readonly html: string | undefined
}

/** What the guardrails read of a text of an email. */
export const pieceMost = 10_000

/** At a blank where there is one; what lies on both sides of a cut is in both pieces. */
const overlap = 200

const cut = (text: string): ReadonlyArray<string> => {
  if (text.length <= pieceMost) return text === "" ? [] : [text]
  const blank = text.lastIndexOf(" ", pieceMost - 1)
  const end = blank > pieceMost / 2 ? blank : pieceMost
  return [text.slice(0, end), ...cut(text.slice(end - overlap))]
}

export interface Piece {
  readonly text: string
  /** Whether it counts towards spam here; a subject is weighed with its text by the lint. */
  readonly weighed: boolean
}

const piece = (text: string): Piece => ({ text, weighed: true })

/** The text first, whole. */
export const pieces = ({ html, subject = "", text }: Said): ReadonlyArray<Piece> => [
  piece(text),
  ...cut(subject).map((words) => ({ text: words, weighed: false })),
  ...cut(html === undefined ? "" : HtmlText.visible(html)).map(piece)
]
