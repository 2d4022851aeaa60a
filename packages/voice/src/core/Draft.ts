/** What a composer yields. */

/** Characters; a mail client cuts a longer one. What a request asks with `maxChars` is about the text, not the subject. */
export const subjectMost = 150

/** One message, ready to be checked. Outside email there is neither subject nor html. */
export interface Variant {
  readonly subject?: string
  /** All of it as plain text: greeting, body, call to action, postscript. */
  readonly text: string
  readonly html?: string
  /** The sentence of `text` that asks for something. */
  readonly cta?: string
  readonly ps?: string
  /** Snippets whose words are in the text. */
  readonly snippetIds: ReadonlyArray<string>
  /** Memories that the text speaks of. */
  readonly memoryIds: ReadonlyArray<string>
}

/** What a composer had to say: the first is the primary one, and no two are alike. */
export interface Draft {
  readonly locale: string
  readonly variants: ReadonlyArray<Variant>
}
