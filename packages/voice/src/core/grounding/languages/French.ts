/** French: its numbers, dates, times, parts and promises, as `Language` describes them. Found by `Languages`. */
import { toCardinal, toOrdinal } from "n2words/fr-FR"
import type { Language } from "./Language.ts"

const free = "(?:gratuit(?:e|s|es|ement)?|offert(?:e|s|es)?|gratis)"

export const french: Language = {
  code: "fr",
  cardinal: toCardinal,
  ordinals: (value) => [toOrdinal(value)],
  numbers: {
    septante: 70,
    nonante: 90,
    "quatre vingts": 80,
    cents: 100,
    douzaine: 12,
    "demi douzaine": 6,
    "deux douzaines": 24,
    dizaine: 10,
    quinzaine: 15
  },
  homonyms: ["neuf", "mille", "cent"],
  units: {
    "minutes?": "minute",
    "heures?|h": "hour",
    "jours?|journées?": "day",
    "semaines?": "week",
    "nuits?|nuitées?": "night",
    mois: "month",
    "ans?|années?": "year"
  },
  date: { of: "(?:d['’])?", until: "(?:-|–|au|et|ou)", weekdayEnding: "s?" },
  time: {
    at: "",
    around: "à|dès|vers|jusqu['’]à",
    mark: "h|heures?",
    before: {},
    behind: { "et demie?": 30, "et quart": 15, "moins le quart": -15 },
    named: { midi: 720, minuit: 0 }
  },
  portions: [
    ["(?:la|de) moitié(?! d['’](?:entre|un))|moitié prix|demi-tarif", [50]],
    ["(?:un|d['’]un) tiers|deux tiers", [33, 33.3, 33.33, 66, 66.7, 67]],
    ["(?:un|d['’]un) quart(?! d['’]heure)|trois quarts(?! d['’]heure)", [25, 75]],
    ["(?:un|d['’]un) cinquième", [20]],
    ["(?:un|d['’]un) dixième", [10]]
  ],
  promises: [
    {
      said: `(?:livraison|frais de port|port|envoi|expédition)s? (?:est |sont |vous (?:est|sont) )?(?:\\p{L}+ )?${free}|${free} (?:pour |sur )?(?:la |les )?livraisons?`,
      needs: ["free", "shipping"]
    },
    { said: `retours? (?:est |sont )?${free}`, needs: ["free", "returns"] },
    { said: `${free}|sans frais|en cadeau`, needs: ["free"] },
    {
      said: "garanti(?:e|es|s)?(?= |[.,!?;:]|$)|satisfait ou remboursé|(?:vous )?rembours(?:ons|é)",
      needs: ["guarantee"]
    },
    {
      said: "sans (?:acompte|caution|dépôt|engagement|frais cachés)|aucun (?:acompte|engagement)",
      needs: ["no deposit"]
    },
    {
      said: "derni(?:ers|ères) (?:exemplaires|places|pièces|articles)|plus que quelques|presque épuisée?s?|stocks? limités?",
      needs: ["scarcity"]
    },
    {
      said: "(?:le|la|les) plus (?:populaires?|vendue?s?|aimée?s?)|élue?s?(?= )|primée?s? |meilleure vente|des (?:milliers|centaines|millions) de",
      needs: ["fame"]
    },
    {
      said: "moins ch(?:er|ère)s? qu(?:e|(?=['’]))|plus (?:rapides?|économiques?|abordables?) qu(?:e|(?=['’]))|(?:le|la|les) (?:moins ch(?:er|ère)s?|plus rapides?)",
      needs: ["comparison"]
    },
    {
      said: "(?:seulement|uniquement|jusqu['’]à|se termine|expire|finit) (?:aujourd['’]hui|demain|ce soir)",
      needs: ["today"]
    },
    { said: "bio(?!\\p{L})|biologiques?", needs: ["organic"] },
    { said: "vegan(?:e|s)?|végétaliene?s?", needs: ["vegan"] },
    { said: "sans gluten", needs: ["gluten-free"] },
    { said: "imperméables?|étanches?", needs: ["waterproof"] },
    { said: "faite?s? (?:à la )?main|fabriquée?s? à la main|peinte?s? à la main", needs: ["handmade"] }
  ]
}
