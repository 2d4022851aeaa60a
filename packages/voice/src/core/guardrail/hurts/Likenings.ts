/**
 * People likened to weeds, pests and mould, to be pulled out, sprayed or scrubbed off; in English, German, French and
 * Spanish. Patterns meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

/** Who works beside them, cares for them or remembers what was done to them, likens them to nothing. */
const beside =
  "\\b(?:help\\w*|together|volunteer\\w*|join\\w*|thank\\w*|welcom\\w*|learn\\w*|taught|teach\\w*|tells?|telling|told|stor(?:y|ies)|donat\\w*|charity|against|propaganda|museum|exhibition|history|novel|film|passover|exodus|bible|racis\\w*|wrong|compar\\w*|hilf\\w*|helfen|gemeinsam|spend\\w*|gegen|geschichte|aident|ensemble|contre|histoires?|(?:un|de|vos|des) dons?|ayud\\w*|junt[oa]s|contra|historias?|donacion\\w*)\\b"

const head =
  "(?:famil(?:y|ies)(?! of (?:plants?|flowers?|roses|trees|shrubs|birds|bees|insects|animals|fish))|people|folks?|neighbou?rs?|kids|children|couples?|tenants?|men|women|youths?|lot|students?|workers?)"
const people = `(?:muslims?|jews|hindus|sikhs|arabs|turks|the roma|gyps(?:y|ies)|immigrants?|migrants?|refugees?|asylum[- ]seekers?|foreigners|africans|mexicans|pakistanis|romanians|syrians|afghans|blacks|gays|lesbians|queers|homosexuals|(?:muslim|jewish|arab|turkish|roma|immigrant|migrant|refugee|foreign|african|mexican|pakistani|romanian|syrian|afghan|chinese|indian|asian|black|brown|gay|lesbian|queer|trans|disabled|homeless|welfare) ${head}|muslime?n?|juden|auslander\\w*|fluchtling\\w*|migranten\\w*|asylanten\\w*|asylbewerber\\w*|zigeuner|turken|fremden|(?:muslimische|turkische|judische|auslandische|fremde|schwule)[nr]? (?:familien?|leute|paare|nachbarn)|musulmans?|juifs|immigres|refugies|etrangers|arabes|tziganes|roms|moros|judios|inmigrantes|refugiados|extranjeros|gitanos)`

const pest =
  "(?:weeds?|bindweed|ground elder|couch grass|crabgrass|brambles|greenfly|hornets|leeches|knotweed|nettles|dandelions|thistles|ivy|mou?ld|mildew|fungus|dry rot|pests?|vermin|infestations?|infested|rats?|mice|rodents|cockroach(?:es)?|roaches|moths|locusts?|slugs|lice|fleas|ticks|bed ?bugs|termites|parasites?|aphids|unkraut\\w*|schadling\\w*|ungeziefer|ratten|schimmel|schmarotzer|parasiten|schnecken|motten|blattlause|wuhlmause|giersch|heuschrecken|mauvaises? herbes?|nuisibles?|vermine|cafards?|moisissures?|puces|sauterelles|limaces|pucerons|doryphores|rongeurs|chiendent|malas? hierbas?|maleza|plagas?|cucarachas?|ratas|moho|babosas|pulgones|roedores|chinches|garrapatas|parasitos)"
const rid =
  "(?:pull|pulled|pulling|rips?|dig|root|tear|weed)(?: [^ .!?]{1,24}){0,2}? (?:out|up)|by the roots?|sprays?|spraying|scrub\\w*|get(?:ting)? rid|exterminat\\w*|eradicat\\w*|fumigat\\w*|clean (?:up|out)|clear(?:ed)? out|(?:come|comes|coming|grow|grows) back|spread(?:s|ing)?|multipl\\w+|take over|like any other|treat (?:them|those)|poison\\w*|crush\\w*|stamp\\w*|swat|ausreiss\\w*|ausgerissen|ausrott\\w*|jaten|vertilg\\w*|vernicht\\w*|wurzel\\w*|spritz\\w*|ausrauch\\w*|breiten sich|arrach\\w*|racine|eradiqu\\w*|extermin\\w*|repouss\\w*|desherb\\w*|se repand\\w*|arranc\\w*|de raiz|fumig\\w*|erradic\\w*|se propagan|se extienden"
const meantBy =
  "you (?:all )?know (?:the|what|which|who)(?: \\w{1,20})? (?:kind|sort|ones|type|i mean|we mean|we're)|you know the (?:kind|sort|type|ones)|(?:we|i) (?:don't|do not) (?:just |only )?mean (?:the )?\\w{1,20}|not (?:just |only )?the (?:\\w{1,20} )?(?:plants|insects|garden|green|animal) (?:kind|ones|sort)|two-legged|human (?:kind|ones|weeds|pests|vermin)|sie wissen,? welche|die zweibeinig\\w*|vous voyez lesquel\\w*|a deux (?:pattes|jambes)|ya sabe[ns]? cuales|de dos patas"
const themOut =
  "they (?:just |always )?spread (?:and spread|everywhere|like|unless|fast|over|across|if|through|until)|(?:pull|rip|dig|root|weed|tear|spray|scrub|smoke|flush|burn) (?:them|these|those) (?:all )?(?:out|up|away|off|down)|by the roots?|pull one out|(?:mit|samt) der wurzel|par la racine|a la racine|de raiz"
const directly = `(?:weed|weeding|root|rooting|rip|rake|smoke|flush|spray|scrub|hoe|prune|pull)(?: out| away| off| up)? (?:all |the |those |these |any |more |our )*${people}`

type Likening = Meaning<Hurt["category"]>

export const likenings: ReadonlyArray<Likening> = [
  meaning("hate", 2, [people, pest, rid], beside),
  meaning("hate", 2, [people, pest, meantBy], beside),
  meaning("hate", 2, [people, themOut], `${beside}|same|joy|word|rumou?rs?`),
  meaning("hate", 1, [directly], `${beside}|stereotypes?|bias`)
]
