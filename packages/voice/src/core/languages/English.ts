/** English promises that one kind of ground settles. Used by `PromiseGrounds`; all else of English is in `Dates`, `Quantities` and so on. */
import type { PromiseWords } from "./Language.ts"

/** What `Promises` has no rule for: these stand or fall with one word each, whatever language they were supplied in. */
export const englishPromises: ReadonlyArray<PromiseWords> = [
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
