/**
 * A competitor called a criminal, in seven languages: crooks, drunken fitters, stolen goods, a bribed inspector (directive
 * 2006/114, article 4 d; Lanham Act, 15 USC 1125). Comparing facts is none. Patterns meet folded text: no accents, and ss
 * for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const label = "disparages a competitor"

const rival =
  "(?:(?:don't|do not|never|why) (?:book|go|buy|order|shop|eat|rent|sign|stay)(?: \\w{1,20})?|thinking of|considering|tempted by|looking at|comparing us with|heard of|quote from|going (?:to|with)|switch(?:ing|ed)? (?:to|from)|buying (?:from|at)|booking with|(?:do not|don't|never|why) (?:book|go|buy|order|shop|eat|rent|sign|stay) (?:with|to|at|from)|instead of|rather than|forget|avoid|unlike|not like)|instead\\?|competitors?|rivals?|competition|next door|across the (?:road|street|square)|down the (?:road|street)|over the road|other (?:firms?|shops?|garages?|compan(?:y|ies)|agenc(?:y|ies)|places?|bakery|salon|dentists?|gyms?|lot)|konkurrenz|konkurrent(?:en)?|mitbewerber\\w*|nebenan|gegenuber|die anderen|der andere \\w{1,20}|statt (?:bei|zu|zur|zum)|lieber (?:bei|zu|zur|zum)|concurren(?:ce|ts?|tes?)|en face|d'a cote|au lieu de|plutot (?:chez|que)|vous hesitez|competencia|competidor(?:es)?|de al lado|de enfrente|en vez de|en lugar de|concorren(?:za|te|ti)|accanto|di fronte|invece (?:di|da)|li vicino|concorren(?:cia|tes?)|do lado|da frente|em vez d[eoa]|concurrent(?:en|ie)?|hiernaast|(?:aan de )?overkant|in plaats van|liever (?:bij|naar)"
const criminals =
  "crooks?|con ?(?:men|man|artists?)|thieves|swindlers?|fraudsters?|cheats|criminals?|drunks?|drunkards?|drug addicts?|junkies|gangsters?|mafia|liars|rapists?|paedophiles?|pedophiles?|convicts?|alcoholics?|tax (?:dodgers|evaders|cheats)|cowboys and (?:thieves|crooks)"
const foreignCriminals =
  "betruger|gauner|saufer|trinker|diebe|verbrecher|halsabschneider|abzocker|kriminelle|schwindler|mafia|escrocs|voleurs|ivrognes|bandits|poivrots|arnaqueurs|criminels|mafieux|estafadores|ladrones|borrachos|sinverguenzas|timadores|delincuentes|mafiosos|truffatori|ladri|ubriaconi|imbroglioni|delinquenti|mafiosi|vigaristas|ladroes|bebados|burloes|aldraboes|criminosos|bandidos|oplichters|dieven|dronkaards|dronkenlappen|boeven|zuiplappen|criminelen"
const accused = [
  `(?:they|their (?:\\w{1,20} ){1,2}|the (?:owners?|boss|chef|cook|dentist|doctor|mechanics?|fitters?|manager|director|landlord|trainer|vet|driver)|the whole (?:team|lot|firm|family)|that (?:lot|firm|crew)|he|she|all of them|both)(?:'re|'s| are| is| were| was)(?: \\w{1,20}){0,4}? (?:${criminals})(?=[ .,;!?]|$)`,
  "(?:an?|all|just|nothing but) (?:\\w{1,20} )?(?:thief|crook|swindler|fraudster|convict|drunk|con ?man|criminal|thieves|crooks|swindlers|drunks) (?:who|with|that)",
  "their (?:\\w{1,20} ){1,2}(?:is|are|was|were)(?: \\w{1,20}){0,2}? (?:stolen|fake|counterfeit|smuggled|rat-?infested|crawling with (?:rats|mice|roaches|cockroaches)|full of (?:rats|mice|maggots|poison)|poisoned|expired|unlicensed|always drunk|drunk|high|on drugs|crooked|corrupt)",
  "(?:they|their (?:\\w{1,20} ){1,2}|the owner|the boss|the chef|he|she)(?:all )?(?: \\w{1,20}){0,2}? (?:bribes?|pays? off|steals?|launders?|smuggles?|poisons?|beats? (?:his|her) (?:wife|husband|kids|staff)|did time|served time|went to (?:jail|prison)|has been (?:to|in) (?:jail|prison)|rips? (?:everyone|everybody|people|you|customers) off|re-?uses? (?:\\w{1,20} )?(?:needles|syringes|oil|bandages|masks)|waters? down|drinks? on the job|robs? (?:pensioners|customers|people|you)|cheats? (?:customers|people|on|everyone|the))",
  `(?:sind|seien)${some(4)} (?:${foreignCriminals})|(?:chef|inhaber|monteure?|besitzer|leute)${some(4)} (?:${foreignCriminals}|besticht|geschmiert|besoffen|gestohlen)|${"(?:besticht|schmiert|bestochen)"}|(?:ware|teile|glas|fleisch)${some(3)} (?:gestohlen|geklaut|vergammelt)`,
  `(?:ce sont|sont|c'est)${some(3)} (?:${foreignCriminals})|(?:soudoie\\w*|blanchi\\w* de l'argent|graisse la patte|corromp\\w*)|(?:marchandise|pieces?|materiel|viande)${some(3)} (?:volee?s?|pourrie?s?|avariee?s?)`,
  `(?:son|eran)${some(3)} (?:${foreignCriminals})|(?:soborn\\w*|unta a|blanque\\w* dinero)|(?:genero|piezas?|material|carne)${some(3)} (?:robad[oa]s?|podrid[oa]s?)`,
  `(?:sono|erano)${some(3)} (?:${foreignCriminals})|(?:ricicl\\w* denaro|corrompe|corrompono|paga mazzette|mazzette)|(?:merce|pezzi|materiale|carne)${some(3)} (?:rubat[oai]|marci[ao]?)`,
  `(?:sao|eram)${some(3)} (?:${foreignCriminals})|(?:suborna\\w*)|(?:mercadoria|pecas|material|carne)${some(3)} (?:roubad[oa]s?|estragad[oa]s?|podre)`,
  `(?:zijn|waren)${some(3)} (?:${foreignCriminals})|(?:omgekocht|omkoop\\w*|koopt${some(3)} om)|(?:spullen|onderdelen|vlees)${some(3)} (?:gestolen|bedorven)`
].join("|")
const innocent =
  "(?:is|are|was|were)n't|\\b(?:warn\\w*|beware|pretend\\w*|phish\\w*|museums?|novels?|films?|roman|burglars?|scammers?|birds?|magpies?|squirrels?|foxes|cats?|dogs?|raccoons?|seagulls?|gulls?|pets?|wasps?|rats in|detectives?|murder mystery|escape|game|series|band|musical|pirates?|theft|alarms?|locks?|(?:is|are|was|were|'re|'s) (?:not|never)|nicht|keine|(?:sont|est) pas|no son|non sono|nao sao|niet|geen|einbrecher|elstern?|krimi|cambrioleurs?|urracas?|gazze|ekster\\w*|inbrekers?)\\b"

export const disparaging: ReadonlyArray<Meaning<typeof label>> = [meaning(label, 2, [rival, accused], innocent)]
