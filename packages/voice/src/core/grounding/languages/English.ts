/** English promises that one kind of ground settles. Used by `PromiseGrounds`; all else of English is in `Dates`, `Quantities` and so on. */
import type { PromiseWords } from "./Language.ts"

/** Before "on the house" where a house is meant. */
const aboutHouses =
  "work(?:s|ing|ed)?|paint(?:ing)?|eyes?|focus(?:ed)?|deposit|loan|mortgage|offer|sign|roof|lights?|snow|based|payment|bid|insurance|number|shin(?:es?|ing)|falls?|tax(?:es)?|spen[dt]"

/** What `Promises` has no rule for: these stand or fall with one word each, whatever language they were supplied in. */
export const englishPromises: ReadonlyArray<PromiseWords> = [
  {
    said: "complimentary(?! (?:about|remarks?|words?|colou?rs?|tones?|closes?)(?!\\p{L}))|gratis",
    needs: ["free"]
  },
  {
    said: "(?<!(?:has|have|had|holds?|takes?) )(?:no|zero|without(?: any)?) (?:extra |additional |further )?charge(?! (?:left|in)(?!\\p{L}))",
    needs: ["free"]
  },
  {
    said: "you(?:['’]ll| will)? pay nothing|(?:won['’]t|will not|doesn['’]t|does not) cost (?:you )?(?:a (?:cent|penny|thing|dime)|anything)|(?:it['’]?s|is|be) (?:our|my) treat",
    needs: ["free"]
  },
  { said: `(?<!(?:${aboutHouses}) )on the house(?! (?:itself|market|next|opposite)(?!\\p{L}))`, needs: ["free"] },
  {
    said: "(?:with )?no (?:deposit|down payment|upfront payment)(?: needed| required)?|without (?:a |any )?deposit",
    needs: ["no deposit"]
  },
  {
    said: "(?:only|just) (?:a )?few (?:\\p{L}+ )?(?:left|remain(?:ing)?)|(?:are|is|there are) only (?:a )?few|the last few (?:left|in stock|places|seats|spots|pieces|copies|pairs)|selling (?:fast|out)|(?:almost|nearly) (?:sold out|gone)|while stocks? lasts?|limited (?:stock|availability)|in short supply",
    needs: ["scarcity"]
  },
  {
    said: "most popular|(?:best|top)[- ]sell(?:ing|er)s?|(?:customer|crowd|fan)[- ]favou?rite|voted (?:the )?\\p{L}+|(?:finest|fastest|cheapest|greatest) \\p{L}+ (?:in|of|on|around|anywhere)|(?:hundreds|thousands|millions) of (?:happy |other )?(?:customers|people|users|buyers|fans|members)|everyone (?:loves|is talking about)",
    needs: ["fame"]
  },
  { said: "(?:cheaper|faster|better value|lower) than|lowest price", needs: ["comparison"] },
  { said: "(?:certified )?organic", needs: ["organic"] },
  { said: "vegan", needs: ["vegan"] },
  { said: "gluten[- ]free", needs: ["gluten-free"] },
  { said: "water[- ]?(?:proof|resistant)", needs: ["waterproof"] },
  { said: "hand[- ]?(?:made|crafted|painted|sewn|stitched)|made by hand", needs: ["handmade"] }
]
