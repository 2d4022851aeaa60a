/** Which methods a path is answered under: told to whoever asks it with another one (RFC 9110, 15.5.6). Used by `Edge`. */

/** `path` as `HttpApi` writes it: `/api/person/:personId`. */
export interface Route {
  readonly method: string
  readonly path: string
}

const segmentsOf = (path: string): ReadonlyArray<string> => path.split("/")

/** Answers the methods of a path (without its query), in the order of the routes; none where there is no such path. */
export const among = (routes: ReadonlyArray<Route>): ((path: string) => ReadonlyArray<string>) => {
  const known = routes.map(({ method, path }) => ({ method, segments: segmentsOf(path) }))
  return (path) => {
    const asked = segmentsOf(path)
    const fits = (segment: string, n: number) =>
      segment === asked[n] || (segment.startsWith(":") && asked[n] !== undefined && asked[n] !== "")
    const found = known.filter(({ segments }) => segments.length === asked.length && segments.every(fits))
    return [...new Set(found.map(({ method }) => method))]
  }
}
