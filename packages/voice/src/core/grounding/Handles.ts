/** Where a text sends somebody without a link: to an account, a mailbox, a telephone, a host whose dot is a word. */

export interface Handle {
  readonly start: number
  readonly end: number
  /** What to compare: lower case, an address as it would be written, of a telephone the digits. */
  readonly address: string
}

const account = /(?<![\p{L}\p{N}_.%+@/-])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.]{0,60}[\p{L}\p{N}_])?)/gu
const mailbox = /(?<![\p{L}\p{N}_.%+-])[\p{L}\p{N}_.%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}/gu
const disguised =
  /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]{1,63})(?:\s{0,2}[([{]\s?(?:dot|\.)\s?[)\]}]\s{0,2}|\sdot\s|\s\.\s?(?=(?:com|net|org)(?![\p{L}\p{N}])|[a-z]{2,7}\/[\p{L}\p{N}])|\s(?:punkt|punto|point|ponto|punt|kropka|点|點|ドット)\s(?=(?:com|net|org|eu|io|example|test)(?![\p{L}\p{N}])))(com|net|org|io|co|app|dev|ai|shop|store|info|biz|me|eu|uk|de|fr|es|it|nl|us|ca|ly|example|test|link|xyz|online|site|page)(?![\p{L}\p{N}])/giu
/** As links are written that nobody should follow by mistake. */
const defused = /\bhxxps?:\/\/([^\s/]{1,200})/gi
const telephone = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\d ()./\u00a0-]{5,24})\d(?![\p{L}\p{N}])/gu

const found = (text: string, pattern: RegExp, addressOf: (groups: RegExpMatchArray) => string): ReadonlyArray<Handle> =>
  Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    address: addressOf(match).toLowerCase()
  }))

export const accountsIn = (text: string): ReadonlyArray<Handle> => found(text, account, ([, name = ""]) => name)
export const mailboxesIn = (text: string): ReadonlyArray<Handle> => found(text, mailbox, ([whole]) => whole)
export const disguisedHostsIn = (text: string): ReadonlyArray<Handle> => [
  ...found(text, disguised, ([, name = "", domain = ""]) => `${name}.${domain}`),
  ...found(text, defused, ([, host = ""]) => host)
]

/** Whatever looks like one: dates do, too. */
export const telephonesIn = (text: string): ReadonlyArray<Handle> =>
  found(text, telephone, ([whole]) => whole.replace(/\D/g, "")).filter(({ address }) => address.length >= 7)

/** With or without the code of the country and the zero in its place. */
export const isSameTelephone = (a: string, b: string): boolean => {
  const [long, short] = a.length >= b.length ? [a, b.replace(/^0/, "")] : [b, a.replace(/^0/, "")]
  return long.endsWith(short) && short.length >= 7
}
