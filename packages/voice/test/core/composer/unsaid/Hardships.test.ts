import { assert, describe, it } from "@effect/vitest"
import { isSensitive } from "../../../../src/core/composer/unsaid/Sensitive.ts"

const unspoken = [
  "Cannot pay her mortgage.",
  "Can't make ends meet",
  "Late on his rent",
  "Two months in arrears",
  "The flat was repossessed",
  "Is overdrawn every month",
  "Was made redundant in March",
  "Is between jobs",
  "Is broke",
  "Cheats on his husband.",
  "Her husband left in spring",
  "Pays child support",
  "Is seeing her ex-wife in court",
  "Has an affair with a colleague",
  "Member of the conservative party",
  "Supports Labour",
  "Joined a union last year",
  "Is a union rep",
  "Converted to Islam",
  "Worships at the temple",
  "Is of Turkish descent",
  "Is Hispanic",
  "Is non-binary",
  "Charged with theft",
  "Is on parole",
  "Has a court date in June",
  "Visa expires in May",
  "Overstayed in the country",
  "Waits for the residence permit",
  "Ist arbeitslos und verschuldet",
  "Ist geschieden",
  "Est au chômage",
  "Está en paro",
  "È disoccupata",
  "Está desempregado",
  "Is werkloos",
  "Est musulmane",
  "Is Swedish",
  "Comes from Brazil",
  "Speaks with a strong accent",
  "Works for a union",
  "Was fired in May"
]

const spoken = [
  "Bought a union jack mug",
  "Lives near Union Square",
  "Pays with Visa",
  "Cannot pay by card in the app",
  "Could not pay with PayPal",
  "Downloaded the cheat sheet",
  "Grows heritage tomatoes",
  "Wants to know the country of origin",
  "Is late to most meetings",
  "Wants black and white prints",
  "Is single-minded about quality",
  "Broke a record in the marathon",
  "Paid the invoice in May",
  "Prints court maps for tennis clubs",
  "Sells conservative suits",
  "Is looking for Swedish knives",
  "Sells Italian olive oil",
  "Works for Union Bank",
  "Comes from a meeting"
]

describe("what the law protects", () => {
  it.each(unspoken)("is not spoken of: %s", (memory) => assert.isTrue(isSensitive(memory)))
  it.each(spoken)("is not seen in: %s", (memory) => assert.isFalse(isSensitive(memory)))
})
