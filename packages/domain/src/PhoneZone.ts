/**
 * Where a telephone may be ringing: the time zones of the country of its number. A number says nothing about where in
 * a country its owner is, so all of the country's zones are meant.
 *
 * Countries of numbers come from libphonenumber, zones of countries from the platform's copy of CLDR, which takes them
 * from the IANA database (zone1970.tab).
 */
import { parsePhoneNumberFromString } from "libphonenumber-js"

/** What CLDR has no zones for, with the zone kept there. */
const without: Readonly<Record<string, string>> = {
  AC: "Atlantic/St_Helena",
  TA: "Atlantic/St_Helena",
  XK: "Europe/Belgrade"
}

/** Not yet in TypeScript's library: https://tc39.es/proposal-intl-locale-info/. */
interface LocaleInfo extends Intl.Locale {
  readonly getTimeZones?: () => ReadonlyArray<string> | undefined
}

const zonesOf = (country: string): ReadonlyArray<string> => {
  const other = without[country]
  if (other !== undefined) return [other]
  const locale: LocaleInfo = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? []
}

/**
 * ISO 3166 codes of the countries a number in E.164 may belong to: one, or several where countries share a numbering
 * plan and the number does not tell; none where it is no number or belongs to no country (satellite phones).
 */
export const countries = (number: string): ReadonlyArray<string> => {
  const parsed = parsePhoneNumberFromString(number)
  if (parsed === undefined) return []
  return parsed.country === undefined ? parsed.getPossibleCountries() : [parsed.country]
}

/** IANA names of every zone the owner of a number in E.164 may live in; empty where nothing is known. */
export const zones = (number: string): ReadonlyArray<string> => [...new Set(countries(number).flatMap(zonesOf))]
