/**
 * What opens something and must stand in no message: keys of vendors by the prefixes that they publish so that scanners
 * find them (GitHub, "Behind GitHub's new authentication token formats"), private keys (RFC 7468), JSON Web Tokens
 * (RFC 7519), and passwords that are told. Read in the text as it stands.
 */
import type { Finding } from "../Check.ts"

export type Secret = "secret"

const prefixed =
  /(?<![\p{L}\p{N}_-])(?:(?:sk|rk|pk)[-_](?:live|test|prod|proj)[-_][A-Za-z0-9_-]{12,}|sk-[A-Za-z0-9_-]{20,}|whsec_[A-Za-z0-9+/=]{16,}|(?:AKIA|ASIA)[A-Z0-9]{12,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|AIza[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_[A-Za-z0-9]{30,}|ld_[A-Za-z0-9_-]{24,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})/gu

const block = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g

const told =
  /(?<![\p{L}])(?:passwords?|passcode|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|api[- ]key|secret key)(?: (?:is|ist|est|es|lautet|for [\w ]{1,30} is))?\s?[:=]?\s["'“„«]?((?=[^\s]*[\p{L}])(?=[^\s]*\d)[^\s"'“”„«»]{6,64})/giu

/** A guest's way into the wireless network is meant to be told, and so is a password that holds once. */
const meant = /\b(?:wi-?fi|wlan|guest|gäste-?|temporary|one-?time|initial|new|einmal-?|temporäres|vorläufiges)[ -]?$/iu

/** Every one, in the text's own offsets. */
export const secretsIn = (text: string): ReadonlyArray<Finding & { readonly label: Secret }> => {
  const found = (start: number, length: number) => ({
    start,
    end: start + length,
    label: "secret" as const,
    replacement: "[secret removed]"
  })
  return [
    ...Array.from(text.matchAll(prefixed), ({ 0: value, index }) => found(index, value.length)),
    ...Array.from(text.matchAll(block), ({ 0: value, index }) => found(index, value.length)),
    ...Array.from(text.matchAll(told)).flatMap(({ 0: whole, 1: value = "", index }) =>
      meant.test(text.slice(Math.max(0, index - 20), index))
        ? []
        : [found(index + whole.length - value.length, value.length)]
    )
  ]
}
