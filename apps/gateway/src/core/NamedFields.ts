/** Which field of a request has a value: for a problem about it. Used by `Gates`. */
import { documentOf } from "./NamedWorkspaces.ts"

interface Request {
  /** Of the route: `/api/persons/:personId`. */
  readonly template: string
  /** Path and query, as they came. */
  readonly url: string
  readonly body: string
}

/** The path's last segments are the template's last, whichever spelling of the path was asked. */
const inPath = (value: string, template: string, path: string): string | undefined => {
  const [names, values] = [template.split("/").toReversed(), path.split("/").toReversed()]
  const at = names.findIndex((name, n) => name.startsWith(":") && values[n] === encodeURIComponent(value))
  return names[at]?.slice(1)
}

const fieldIn = (document: unknown, value: string): string | undefined =>
  typeof document === "object" && document !== null
    ? Object.entries(document).find(([, member]) => member === value)?.[0]
    : undefined

/** As in other problems: `["payload", "personId"]`. */
export const naming = (value: string, { body, template, url }: Request): readonly [string, string] | undefined => {
  const asked = URL.parse(url, "http://host")
  if (asked === null) return undefined
  const { pathname, searchParams } = asked
  const found = [
    ["params", inPath(value, template, pathname)],
    ["query", fieldIn(Object.fromEntries(searchParams), value)],
    ["payload", fieldIn(documentOf(body)?.document, value)]
  ] as const
  for (const [part, field] of found) if (field !== undefined) return [part, field]
  return undefined
}
