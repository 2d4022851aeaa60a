/**
 * Homes and posts that are kept from people for what they are, in seven languages: only this skin, no people of that
 * passport, none above an age, and a kind of people to be kept out (EU directives 2000/43 and 2000/78). Patterns meet folded
 * text: no accents, and ss for the German sharp s.
 */
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { condemning } from "../Warnings.ts"

const folk =
  "(?:gyps(?:y|ies)|gippos?|roma|travellers|immigrants?|migrants?|refugees?|asylum seekers|foreigners?|muslims?|jews?|arabs?|turks?|poles|romanians?|albanians?|nigerians?|africans?|asians?|indians?|pakistanis?|somalis?|syrians?|blacks?|black people|gays?|lesbians?|benefit claimants|people on benefits|single mothers|homeless people)"
const ruin =
  "(?:who|that|which|they|and they|to)(?:'ll| will| would)? (?:\\w{1,20} ){0,2}?(?:wrecks?|trash(?:es)?|ruins?|destroys?|smash(?:es)?|steals?|stinks?|smells? (?:up|bad)|never (?:pay|work|wash|clean|leave)|(?:don't|won't|can't) (?:pay|work|wash|clean|integrate|behave|speak)|breeds?|leave (?:filth|rubbish|a mess)|turn (?:\\w{1,20} ){1,3}into (?:a )?(?:dump|slum|ghetto|pigsty))"
const sort =
  "(?:keep|keeps|keeping|kept|get|gets|getting|filter|weed|screen|leave|lock|shut)(?: [\\w']{1,20})? (?:that|this|their|those|these|such|certain|the wrong) (?:\\w{1,20} )?(?:sorts?|kinds?|lot|types?|crowd|element|people|rabble|riff-?raff|folk|families|elements)(?: of (?:people|person|tenants?|famil(?:y|ies)|customers?|guests?))? (?:out|away|off)"
const dwelling =
  "tenants?|landlords?|lettings?|flats?|rent(?:ing|al)?|buildings?|neighbou?rhoods?|streets?|estates?|villages?|schools?|clubs?|bars?|gyms?|pools?|viewings?|housing|homes?"
const intruders =
  "\\b(?:pigeons?|rats?|mice|burglars?|thieves|intruders|damp|draughts?|weather|foxes|slugs|wasps|squirrels|spam|malware|viruses|smoke|noise|salespeople|cold callers)\\b"

const only =
  "(?:only|just|exclusively)(?: [\\w']{1,20})? (?:take|hire|employ|want|accept|recruit|consider|rent to|let to|serve|interview|looking for|seek|choose)|(?:will|would|do) only (?:\\w{1,20} )?(?:take|hire|employ|accept|consider|rent to|let to)|(?:take|hire|employ|want|accept|rent to|let to) only"
const chosen =
  "(?:white|christian|native(?:-born)?|european|blonde?|slim|good-?looking|attractive|childless|unmarried|single|heterosexual|straight|able-?bodied|male|aryan|british-?born|local-?born|proper (?:english|british|german))(?:,? (?:and |or )?\\w{1,20})? (?:drivers?|cleaners?|nurses?|staff|waiters|waitress(?:es)?|hosts?|hostess(?:es)?|receptionists?|carers?|builders?|people|persons?|tenants?|applicants?|candidates?|couples?|families|men|women|girls|guys|workers?|employees|sales(?:men|people)|lads|cooks|guests|members)"
const closed =
  "(?:white|christian|native-born|european|childless|straight|male|aryan) (?:applicants?|candidates?|drivers?|tenants?|staff|couples?|families|people|men|women|workers?) only|only (?:white|christian|native-born|childless|straight|aryan) (?:applicants?|candidates?|drivers?|tenants?|staff|couples?|families|people|men|women|workers?)"
const vacancy =
  "drivers?|cvs?|resumes?|jobs?|hir(?:e|es|ing)|vacanc(?:y|ies)|positions?|posts?|shifts?|pay|wages?|salary|start|staff|recruit\\w*|applicants?|candidates?|receptionists?|cleaners?|waiters?|waitress\\w*|flats?|rooms?|rent|tenants?|landlords?|bed(?:room)?s?|apply"

const others =
  "(?:over-? ?\\d\\ds?|over-(?:thirties|forties|fifties|sixties)|(?:anyone|anybody|people|those|applicants|women|men|candidates) (?:over|above|past|older than) (?:\\d\\d|thirty|forty|fifty|sixty)|older (?:people|applicants|candidates|workers)|pensioners|mothers|(?:\\w{1,20} )?mums|pregnant women|ladies|(?:women|ladies) of (?:\\w{1,20}-)?\\w{1,20} age|women|girls|foreigners|immigrants|migrants|refugees|muslims|jews|gays|blacks|disabled (?:people|applicants)|wheelchair users|anyone (?:foreign|disabled|pregnant|with (?:kids|children|an accent|a headscarf|a disability)))"
const unwanted =
  "(?:don't|do not|needn't|need not|please don't|shouldn't) (?:even )?(?:bother|apply|waste (?:your|our) time|trouble)(?= ?(?:[.!?,;)]|$|applying|to apply|calling|sending|with))|(?:can |should )?save (?:your|their) (?:breath|stamps?|time)|go(?:es)? (?:straight )?(?:in|to|into) the (?:bin|shredder|recycling)|will be (?:binned|ignored|turned away|rejected)|(?:are|is) not (?:wanted|considered|suitable|what we want)|no thanks|need not (?:apply|send|write|call|bother)"

const foreignFolk =
  "(?:auslander\\w*|turken|araber|kurden|afrikaner|polen|rumanen|bulgaren|zigeuner|syrer|schwarzen?|juden|muslime|moslems|fluchtlinge\\w*|asylanten|asylbewerber|migranten|hartzer|hartz-?4-?empfanger|burgergeld\\w*|sozialfalle|kopftucher|kopftuchtragerinnen|behinderten?|schwulen?|homos|alleinerziehenden?|etrangers?|arabes?|africains?|noirs?|maghrebins?|roms?|gitans?|musulmans?|juifs?|refugies?|migrants?|immigres?|assistes?|allocataires(?: du rsa)?|cas ?soc|rsa|chomeurs?|handicapes?|extranjer[oa]s?|inmigrantes?|moros?|negros?|gitan[oa]s?|sudacas?|sudamerican[oa]s|rumanos?|musulmanes?|judios?|refugiados?|latinos?|stranier[oi]|extracomunitari|immigrati|africani|neri|zingari|rom|musulmani|ebrei|profughi|meridionali|albanesi|estrangeiros?|imigrantes?|africanos?|ciganos?|brasileiros?|muculmanos?|judeus?|buitenlanders?|marokkanen|turken|zigeuners|moslims|vluchtelingen|negers|joden|uitkeringstrekkers|bijstandstrekkers)"
const barred = [
  `(?:keine?|nicht an|niemals an|ausser|weg mit)${some(1)} ${foreignFolk}(?!-)`,
  `(?:pas d'|pas de |aucun |ni |sauf |ni d'|interdit aux )(?:\\w{1,20} )?${foreignFolk}`,
  `(?:no (?:se )?(?:admit\\w+|acept\\w+|quer\\w+|alquil\\w+|contrat\\w+|cog\\w+)(?: \\w{1,20})?|abstenerse|abstenganse|nada de|ni|excepto|sin)(?: a)? ${foreignFolk}`,
  `(?:no|niente|astenersi|esclusi|non (?:si )?(?:affitt\\w+|accett\\w+|vogli\\w+|assum\\w+|prend\\w+)(?: \\w{1,20})?)(?: a| ad| agli| gli)? ${foreignFolk}`,
  `(?:nao (?:se )?(?:aceit\\w+|quer\\w+|alug\\w+|contrat\\w+|arrend\\w+)(?: \\w{1,20})?|nada de|nem|exceto|sem)(?: a)? ${foreignFolk}`,
  `(?:geen|niet aan|nooit aan|behalve)${some(1)} ${foreignFolk}`,
  `${foreignFolk}(?: \\w{1,20})? (?:s'abstenir|abstenerse|abstenganse|astenersi|abstenham-se|zwecklos|unerwunscht|ongewenst|niet gewenst)`
].join("|")
const letting =
  "wohnung\\w*|zimmer|wg|miet\\w*|vermiet\\w*|warm|kaltmiete|kaution|besichtigung\\w*|bewerb\\w*|stellen?|job\\w*|aushilfe\\w*|fahrer\\w*|gesucht|suchen|einstell\\w*|appartement|logement|studio|chambre|loyer|louer|loue|loyers|locataires?|emploi|poste|recrut\\w*|embauch\\w*|cherch\\w*|piso|habitacion|alquil\\w*|inquilin\\w*|empleo|trabajo|camarer\\w*|buscamos|se busca|appartamento|stanza|affitt\\w*|inquilin\\w*|lavoro|camerier\\w*|cerchiamo|cercasi|apartamento|quarto|arrend\\w*|alug\\w*|emprego|trabalho|procur\\w*|appartement|kamer|huur\\w*|verhuur\\w*|woning|huurders?|vacature|baan|chauffeurs?|gezocht|zoeken"

const onlyForeign =
  "(?:nur|ausschliesslich)(?: \\w{1,20}){0,3}? (?:deutsche|weisse|christliche|arische|europaische|einheimische|junge|schlanke|kinderlose)[nrs]? (?:mieter|bewerber|fahrer|familien?|paare?|manner|frauen|leute|mitarbeiter|bewerberinnen|mieterinnen)|(?:familles?|locataires?|candidats?|couples?) (?:francais\\w*|blanc\\w*|chretien\\w*|europeen\\w*) (?:uniquement|seulement|exclusivement)|(?:uniquement|seulement|que|exclusivement)(?: \\w{1,20}){0,3}? (?:des )?(?:francais de souche|blancs|(?:locataires|candidats|familles|couples|chauffeurs) (?:francais\\w*|blancs?|blanches|chretien\\w*|europeen\\w*))|(?:solo|solamente|unicamente)(?: \\w{1,20}){0,3}? (?:espanoles|blancos|(?:inquilinos|candidatos|familias|parejas|conductores) (?:espanol\\w*|blanc[oa]s|cristian[oa]s|europe[oa]s))|(?:solo|soltanto|esclusivamente)(?: \\w{1,20}){0,3}? (?:italiani|bianchi|(?:inquilini|candidati|famiglie|coppie|autisti) (?:italian[ei]|bianch[ei]|cristian[ei]|europe[ei]))|(?:so|apenas|somente|exclusivamente)(?: \\w{1,20}){0,3}? (?:portugueses|brancos|(?:inquilinos|candidatos|familias|casais|motoristas) (?:portugues\\w*|branc[oa]s|crista\\w*|europe\\w*))|(?:alleen|enkel|uitsluitend)(?: \\w{1,20}){0,3}? (?:(?:nederlandse|blanke|witte|christelijke|autochtone) (?:huurders?|kandidaten|gezinnen|stellen|chauffeurs|mensen)|blanken|autochtonen)"
const language =
  "\\b(?:kontakt|sprach\\w*|sprech\\w*|unterricht|museums?|benachteilig\\w*|ausgrenz\\w*|willkommen|welcome|bienvenu\\w*|bienvenid\\w*|benvenut\\w*|bem-?vind\\w*|welkom|discrimin\\w*|visa|visum|frais|gastos)\\b"

const marked =
  "(?:don't|do not|won't|never|not) (?:want|take|let to|accept|rent to|hire|employ)(?: \\w{1,20})? (?:anyone|anybody|people|tenants|applicants|women|men) (?:on benefits|veiled|foreign|disabled|pregnant|in (?:a )?wheelchairs?|with (?:an? )?(?:\\w{1,20} )?(?:accents?|headscarf|headscarves|hijabs?|turbans?)|who (?:prays?|veils?))|if you (?:have|wear|speak with|are|'re|'ve got) (?:an? |on )?(?:\\w{1,20} )?(?:accent|headscarf|hijab|turban|veil|benefits|pregnant|foreign|disabled),? (?:\\w{1,20} )?(?:don't|do not|save|look|keep|stay|try|go)|(?:anyone|anybody|people|applicants|those|candidates) (?:with|of) (?:an? |the )?(?:foreign|strange|funny|wrong|arab\\w*|african|turkish|muslim|eastern)(?:-sounding)? (?:\\w{1,20} )?(?:names?|accents?|passports?|faces?|background|looks)|no (?:headscar(?:f|ves)|hijabs?|turbans?|veils?|foreign (?:names?|accents?)|mums|mothers)(?= ?(?:[.!,;)]|$|please|and|or))|(?:\\w{3,12}(?:ish|ian|ean)|white|young|pretty|blonde?|christian) (?:girls|women|ladies|men|lads|boys) only|(?:europeans|whites|christians|natives|brits|germans|americans) (?:only|preferred)"
const freed = `(?:free (?:of|from)|rid of|without|clear of|no) (?:\\w{1,20} )?${folk}`
const turnedAway =
  "(?:turn|send|wave|move|drive|chase)(?: \\w{1,20}){0,3}? (?:away|off|on)|at the gate|peace of mind|so (?:that )?you (?:can )?(?:sleep|feel safe|rest)|nobody (?:steals|begs)|not here"

type Denial = Meaning<Hurt["category"]>

export const denying: ReadonlyArray<Denial> = [
  meaning("hate", 1, [`${folk} ${ruin}`], condemning),
  meaning("hate", 2, [sort, dwelling], `${condemning}|${intruders}`),
  meaning("hate", 1, [only, chosen], condemning),
  meaning("hate", 2, [closed, vacancy], condemning),
  meaning("hate", 2, [others, unwanted, vacancy], `${condemning}|\\bfree\\b`),
  meaning(
    "hate",
    2,
    [marked, vacancy],
    `${condemning}|\\b(?:welcome|every|teams?|tournament|choir|sauna|swim\\w*|toilets?|shoes|jackets|clothes)\\b`
  ),
  meaning("hate", 2, [freed, turnedAway], condemning),
  meaning("hate", 2, [barred, letting], `${condemning}|${language}`),
  meaning("hate", 2, [onlyForeign, letting], `${condemning}|\\b(?:sprach\\w*|museums?)\\b`)
]
