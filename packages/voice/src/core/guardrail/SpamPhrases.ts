/** Phrases that spam lives on, by how much one of them says, 0..1. Patterns meet folded text. */

export interface Phrase {
  readonly weight: number
  readonly pattern: RegExp
}

const of = (weight: number, ...patterns: ReadonlyArray<string>): ReadonlyArray<Phrase> =>
  patterns.map((pattern) => ({ weight, pattern: new RegExp(pattern, "g") }))

const english: ReadonlyArray<Phrase> = [
  // Every honest shop says these now and then.
  ...of(
    0.1,
    "free",
    "hurry",
    "limited time(?: offer| only)?",
    "buy now",
    "order now",
    "last chance",
    "offer (?:ends|expires)",
    "expires",
    "(?:don't|do not) miss(?: out| this)?",
    "huge (?:sale|savings|discounts?)",
    "exclusive (?:deal|offer)",
    "special promotion",
    "lowest prices?",
    "money[- ]back",
    "bonus",
    "winner",
    "urgent"
  ),
  ...of(
    0.25,
    "click (?:here|below|now|the link|this link)(?: now)?",
    "act (?:now|fast|immediately|today)",
    "no (?:obligation|strings attached|catch|hidden fees|credit check|questions asked|deposit(?: required)?)",
    "free (?:gift|bonus|cash|spins|iphone|ipad|vacation|membership)",
    "(?:100|1000)%",
    "risk[- ]free",
    "satisfaction guaranteed",
    "everything must go",
    "(?:best|greatest|biggest) (?:offer|deal|sale|price)s? ever",
    "you(?:'ve| have) been (?:selected|chosen|pre-?approved)",
    "before it(?:'s| is) (?:too late|gone)(?: forever)?",
    "(?:would be|must be|are) crazy to miss",
    "once in a (?:lifetime|lifetime opportunity)",
    "dear (?:friend|beneficiary|winner|valued customer)",
    "this is not (?:spam|a scam)",
    "while supplies last",
    "win big",
    "big money",
    "unlimited (?:income|earnings|cash)",
    "incredible (?:deal|offer|opportunity)"
  ),
  ...of(
    0.45,
    "cash bonus",
    "free money",
    "(?:make|earn) (?:\\$?\\d[\\d,]* |extra |quick |easy |big |fast )*(?:money|cash|income)(?: fast| online| from home| now)?",
    "earn.{0,20} from home|work(?:ing)? from home and (?:earn|make)",
    "(?:make|earn) (?:[$€£]+ ?)+(?:fast|quick|quickly|easily|online|now|working|from)",
    "no risk|zero risk|risk free profits?",
    "(?:pre-?)?approved for (?:up to )?\\$?\\d",
    "instant (?:cash|approval|loan)",
    "no prescription",
    "jackpots?",
    "free spins",
    "(?:online )?casino (?:bonus|deposit|spins)",
    "congrat(?:s|ulations).{0,30}(?:won|winner|selected|approved|prize)",
    "eliminate (?:your )?debt|consolidate (?:your )?debt",
    "be your own boss",
    "financial freedom",
    "miracle",
    "secret (?:system|formula|method)",
    "multi[- ]?level marketing|pyramid scheme"
  ),
  ...of(
    0.8,
    "viagra|cialis|levitra|xanax|oxycontin|vicodin",
    "hot (?:singles|girls|babes|milfs)",
    "(?:meet|local) (?:sexy|horny|hot|lonely) (?:\\w+ )?(?:singles|women|girls|men)?",
    "adult (?:content|videos?|entertainment|webcams?|chat)",
    "xxx[- ]?(?:pics?|photos?|videos?|clips?|content|cams?|chat|girls|sites?|movies?|rated|stories)|porn(?:o|ography)?|webcam girls|escorts?",
    "(?:penis|breast|male) enlargement",
    "replica (?:watches|rolex|bags)",
    "weight loss (?:pill|miracle|secret)s?",
    "get rich(?: quick)?",
    "(?:make|earn) (?:big |easy |quick |serious |real )?(?:money|cash) (?:fast|quick(?:ly)?|easily|from home|while you sleep)",
    "prince (?:from|of) nigeria|nigerian prince",
    "bulk email list|email addresses for sale"
  )
]

/** The same in German, French, Spanish, Italian and Portuguese. */
const foreign: ReadonlyArray<Phrase> = [
  ...of(
    0.1,
    "gratis|kostenlos|umsonst|gratuits?|gratuitement|gratuit[oaie]",
    "(?:nur )?solange der vorrat reicht|letzte chance|derniere chance|ultima (?:oportunidad|chance|occasione|possibilita)",
    "jetzt (?:kaufen|bestellen|zugreifen)|achetez (?:maintenant|vite)|compra (?:ya|ahora|subito)|acquista (?:ora|subito)|compre (?:ja|agora)"
  ),
  ...of(
    0.25,
    "(?:jetzt|hier|sofort) klicken|klicken sie (?:jetzt|hier)|cliquez (?:ici|vite|maintenant)|haz clic (?:ya|aqui|ahora)|haga clic (?:aqui|ahora|ya)|clicca (?:qui|ora|subito)|clique (?:aqui|ja|agora)",
    "ris[ik]+ofrei|ohne (?:jedes )?risiko|sans (?:aucun )?risque|sin (?:ningun )?riesgo|senza (?:alcun )?rischio|sem (?:nenhum )?risco",
    "100 ?% (?:garantiert|kostenlos|gratis|garanti|gratuit|garantizado|garantito|gratuito|garantido)"
  ),
  ...of(
    0.45,
    "nie wieder (?:geldsorgen|arbeiten)|ohne arbeit|geld verdienen (?:von zu ?hause|im schlaf|ohne)|(?:schnelles|leichtes|einfaches) geld|geld im schlaf|schnell reich",
    "argent (?:facile|rapide)|devenez riche|devenir riche|gagne[rz] (?:de l')?argent|sans travailler",
    "dinero (?:facil|rapido|gratis)|gan[ae] dinero|hazte rico|sin trabajar",
    "soldi (?:facili|gratis|subito)|guadagna (?:soldi|subito|da casa)|diventa ricco|senza lavorare",
    "dinheiro (?:facil|rapido|gratis)|ganhe dinheiro|fique rico|sem trabalhar"
  )
]

export const phrases: ReadonlyArray<Phrase> = [...english, ...foreign]
