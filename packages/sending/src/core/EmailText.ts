/** What an email says where its author said nothing. */

/** Most mail readers show about this much. */
const subjectMost = 60

/** A subject from the first line of the text, cut at a word. Never empty. */
export const subjectOf = (text: string): string => {
  const line = text
    .trim()
    .replace(/[\r\n][\s\S]*$/, "")
    .trim()
  if (line.length <= subjectMost) return line === "" ? "(no subject)" : line
  const cut = line.slice(0, subjectMost)
  const atWord = cut.lastIndexOf(" ")
  return `${cut.slice(0, atWord > subjectMost / 2 ? atWord : subjectMost).trimEnd()}…`
}
