/** Which addresses of a text become short links, and the text with them in their place. */
import * as Utm from "./Utm.ts"

/** Only what a browser opens as a page: never `javascript:` or `data:`, and nothing that hides who it belongs to. */
export const isTarget = (url: string): boolean => {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false
  const { hostname, password, protocol, username } = new URL(url)
  return (protocol === "https:" || protocol === "http:") && hostname !== "" && username === "" && password === ""
}

/** The links to shorten, each once; those of `base` are ours already. */
export const targetsOf = (text: string, base: string): ReadonlyArray<string> => [
  ...new Set(Utm.linksOf(text).filter((url) => isTarget(url) && !url.startsWith(`${base}/`)))
]

/** `short`: by target. The longest goes first, for one may be the beginning of another. */
export const replaced = (text: string, short: ReadonlyMap<string, string>): string => {
  const targets = [...short.keys()].toSorted((a, b) => b.length - a.length)
  const pattern = targets.map((target) => target.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")
  return targets.length === 0
    ? text
    : text.replace(new RegExp(`(?:${pattern})(?![^\\s<>"'.,;:!?)\\]}])`, "g"), (found) => short.get(found) ?? found)
}
