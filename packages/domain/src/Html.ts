/** Text in the places of html where text may stand: between tags, and in a quoted attribute (HTML Standard, "Character references"). */
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => String(entities[character]))
