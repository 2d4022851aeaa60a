/** Animals that a technician or a gardener kills, told from people who are called by their names. */

const pest =
  "(?:rats?|mice|mouse|rodents?|moles?|wasps?|hornets?|ants?|termites?|cockroach(?:es)?|roach(?:es)?|bed ?bugs?|fleas?|ticks?|lice|moths?|mosquito(?:e?s)?|flies|slugs?|snails?|aphids?|greenfly|blackfly|whitefly|weevils?|mites?|beetles?|larvae|maggots?|grubs?|weeds?|germs|bacteria|viruses|spores|mould|mold)"
const pests = new RegExp(`\\b${pest}\\b`, "i")
/** People are called so: "they are rats", "these vermin", "you slug". */
const called = new RegExp(
  `\\b(?:are|is|were|'re|like|as|such|you|those|these|human|filthy|dirty|call(?:ed)?)(?: (?:\\w{1,12} ){0,2})?${pest}\\b|\\b(?:immigrants?|migrants?|refugees?|foreigners?|muslims?|jews?|gyps(?:y|ies)|tenants?|neighbou?rs?|customers?|people who|politicians|traitors)\\b`,
  "i"
)
const trade =
  /\b(?:technicians?|pest|trap\w*|bait\w*|nests?|infest\w*|lofts?|attics?|kitchens?|gardens?|greenhouses?|roots|lea(?:f|ves)|seedlings|crops?|lawns?|spray\w*|treat\w*|wash\w*|steam|heat|freez\w*|holes?|carpets?|mattress\w*|cupboards?|eggs)\b/i

/** How far a sentence or two reach. */
const reach = 160

/** Whether what stands around a threat is about animals that nobody takes for people. */
export const isOfPests = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - reach), at)
  return pests.test(before) && !called.test(text) && trade.test(text.slice(Math.max(0, at - reach), at + reach))
}
