/**
 * How texts are cut and grouped for an embedding model. Pure; used by both embedding layers.
 */

/**
 * The most UTF-8 bytes of one text that are read. OpenAI takes 8,192 tokens per input, and a token covers at least one
 * byte, so this many bytes always fit (https://platform.openai.com/docs/api-reference/embeddings/create).
 */
export const inputBytesMax = 8000

/** The most texts in one request: few enough that one failed request costs little. */
export const batchInputsMax = 128

/** The most bytes in one request; OpenAI takes 300,000 tokens over all inputs of a request (same page). */
export const batchBytesMax = 300_000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const bytesOf = (text: string): number => encoder.encode(text).length

/** The longest beginning of the text within `inputBytesMax` that ends between characters. */
export const truncate = (text: string): string => {
  // A UTF-16 unit is at most three bytes.
  if (text.length * 3 <= inputBytesMax) return text
  const bytes = encoder.encode(text)
  if (bytes.length <= inputBytesMax) return text
  let end = inputBytesMax
  // Continuation bytes (10xxxxxx) belong to the character before them.
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return decoder.decode(bytes.subarray(0, end))
}

/** Says nothing a model could place: empty or white space. */
export const isBlank = (text: string): boolean => text.trim() === ""

/** The texts in order, in groups within both batch limits. Each text must be within `inputBytesMax`. */
export const batches = (texts: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> => {
  const groups: Array<Array<string>> = []
  let group: Array<string> = []
  let bytes = 0
  for (const text of texts) {
    const size = bytesOf(text)
    if (group.length > 0 && (group.length === batchInputsMax || bytes + size > batchBytesMax)) {
      groups.push(group)
      group = []
      bytes = 0
    }
    group.push(text)
    bytes += size
  }
  if (group.length > 0) groups.push(group)
  return groups
}
