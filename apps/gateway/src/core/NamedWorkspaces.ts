/** The workspaces that a request names by `workspaceId`, whether or not its route asks for one. Used by `Gates`. */

/** What is no id names nothing: where a route asks for one, its schema says so. */
const isId = (name: string): boolean => /^[\w.~-]{1,255}$/.test(name)

export const inQuery = (url: string): ReadonlyArray<string> => {
  const at = url.indexOf("?")
  if (at < 0 || !url.includes("workspaceId=", at)) return []
  return new URLSearchParams(url.slice(at + 1)).getAll("workspaceId").filter(isId)
}

/** A document, or nothing where the text is none. */
export const documentOf = (text: string): { readonly document: unknown } | undefined => {
  try {
    return { document: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** At the top of a body. */
export const inBody = (text: string): ReadonlyArray<string> => {
  if (!text.includes('"workspaceId"')) return []
  const document = documentOf(text)?.document
  if (typeof document !== "object" || document === null || !("workspaceId" in document)) return []
  return typeof document.workspaceId === "string" && isId(document.workspaceId) ? [document.workspaceId] : []
}
