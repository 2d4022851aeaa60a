/** Holes in a caller's text, filled with what is known. */

export interface Known {
  readonly name: string | undefined
  readonly brand: string
}

/** Undefined where a hole is left: such a text is not used. */
export const filled = (text: string, { brand, name }: Known): string | undefined => {
  const whole = text
    .replace(/\{\{\s*(?:first_?name|name)\s*\}\}/gi, () => name ?? "{{}}")
    .replace(/\{\{\s*(?:brand|brand_?name|company)\s*\}\}/gi, () => brand)
    .trim()
  return whole === "" || /\{\{|\}\}/.test(whole) ? undefined : whole
}
