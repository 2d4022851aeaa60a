import { assert, describe, it } from "@effect/vitest"
import { isSensitive } from "../../../../src/core/composer/unsaid/Sensitive.ts"

const unspoken = [
  "Is allergic to penicillin and asthmatic",
  "Allergic to peanuts",
  "Has a nut allergy",
  "Is lactose intolerant",
  "Suffers from migraines",
  "Gets bad headaches at the screen",
  "Hard of hearing",
  "Has hearing loss in one ear",
  "Has high blood pressure",
  "Broke her leg skiing",
  "Is in hospital until Friday",
  "Was ill for three weeks",
  "Has long covid",
  "Takes pills for the heart",
  "Has knee problems",
  "Uses an inhaler",
  "Is on a diet",
  "Is a heavy smoker",
  "Ist schwanger.",
  "Hat Migräne",
  "Ist schwerhörig und allergisch gegen Nüsse",
  "Est enceinte.",
  "Il est malade depuis mai",
  "Allergique aux noix",
  "Está embarazada",
  "Es alérgico a los cacahuetes",
  "È incinta",
  "Soffre di emicrania",
  "Está grávida",
  "Tem enxaquecas",
  "Is zwanger",
  "Heeft astma"
]

const spoken = [
  "Migrates to a new shop system in May",
  "Migrated 400 products from Shopify",
  "Looks forward to hearing from us",
  "Is allergic to boring emails",
  "Allergic to long meetings",
  "Bakes gluten-free bread",
  "Works at a hospital as an electrician",
  "Sells to clinics and hospitals",
  "Wants to fix the broken link on the page",
  "Sick of slow software",
  "Likes illustrated books",
  "Runs a blood orange farm",
  "Asks for the backup of the shop",
  "Wants speakers for the terrace",
  "Smokes salmon for restaurants"
]

describe("health, in any language", () => {
  it.each(unspoken)("is not spoken of: %s", (memory) => assert.isTrue(isSensitive(memory)))
  it.each(spoken)("is not seen in: %s", (memory) => assert.isFalse(isSensitive(memory)))
})
