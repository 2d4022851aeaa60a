/**
 * Whole groups meant and not named, in English ("you know who we mean"), and what hurts by hint in German, French, Spanish,
 * Italian and Portuguese: scorn for a body, the wrong neighbours, a pity if something happened. Patterns meet folded text:
 * no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"

const told =
  "\\b(?:wrong to|bully\\w*|stereotypes?|myth|discriminat\\w*|racis[mt]\\w*|sexis[mt]\\w*|prejudices?|bias\\w*|novel|film|movie|play|museum|exhibition|illegal|against)\\b"

type Innuendo = Meaning<Hurt["category"]>

const rightKind =
  "(?:right|proper|decent|our) (?:kind|sort|type) of (?:famil(?:y|ies)|people|neighbou?rs?|tenants?|guests?|buyers?|customers?|crowd|members?|residents?|names?|faces?)|people like us|only (?:decent|proper|nice|normal|good|clean) (?:famil(?:y|ies)|people|neighbou?rs|tenants|guests)"
const winks =
  "you (?:all )?know (?:exactly )?(?:who|what|which ones|the ones|the sort|the kind)(?: \\w{1,20})? (?:we|i)(?:'re| are| am|'m)? (?:mean|talking|thinking)|know what (?:we|i) mean|(?:catch|get) (?:our|my) (?:drift|meaning)|no need to (?:spell|say|name)|wink,? wink|nudge"
const strange =
  "no (?:more )?(?:strange|foreign|funny|odd|weird|exotic|unfamiliar|spicy) (?:\\w{1,20} )?(?:smells?|names|accents?|languages?|clothes|music|faces|customs|prayers?|food smells?)|no (?:chanting|praying|muezzins?|minarets?|headscar(?:f|ves)|drums)"

const meant: ReadonlyArray<Innuendo> = [
  meaning("hate", 2, [rightKind, `${winks}|${strange}`], told),
  meaning(
    "hate",
    2,
    [strange, `${winks}|chanting|prayers?|(?:those|these|such) (?:people|families)|decent (?:people|families)|fridays`],
    `${told}|extractor|hoods?|filters?|purifiers?`
  ),
  meaning(
    "hate",
    2,
    [
      "which (?:sur|last |first )?(?:names?|accents?|post ?codes?|famil(?:y|ies)|nationalit(?:y|ies)|faces?|skin|backgrounds?)|(?:foreign|certain|some|those|the wrong|such) (?:sounding |kinds of )?(?:sur|last )?names?",
      "(?:bottom|end|back) of the (?:pile|list|queue|stack|line)|sort(?:s|ed)? (?:them |those )?out|filter(?:s|ed)? out|leave(?:s)? out|reject\\w*|screen(?:s|ed)? out|weed(?:s|ed)? out|quietly|discreetly|never (?:call|invite|let|rent|hire)",
      "landlords?|tenants?|applicants?|recruit\\w*|candidates?|hir(?:e|es|ing)|employers?|bouncers?|rents?|lettings?|viewings?|screening"
    ],
    `${told}|\\b(?:hid(?:e|es|den|ing)|remov\\w+|anonym\\w*|blind|fair\\w*|(?:nobody|no one)(?:'s)?|regardless|equal\\w*)\\b|n't`
  ),
  meaning(
    "hate",
    2,
    [
      "(?:funny|strange|odd|curious) how (?:they|those people|these people|that lot|some families|some people)|(?:those people|these people|that lot) (?:always|never|all)",
      "(?:always|somehow) (?:have|has|find|got|get|afford) (?:\\w{1,20} )?(?:money|cash) for|never for (?:the )?(?:rent|bills|work|school|soap)|benefits|breed\\w*|so many (?:kids|children)|never (?:work|pay|wash|learn)"
    ],
    `${told}|teenagers?|toddlers?|students?|banks?|airlines?|politicians`
  ),
  meaning(
    "hate",
    1,
    [
      "how (?:sweet|cute|adorable|charming|funny|darling|quaint)(?: (?:that|of them|it is|to see|to|when|they|we|all|now)){0,4} (?:let|letting|allow|allowed|allowing)(?: \\w{1,20}){0,2} (?:girls?|women|woman|ladies|lady|wives|mums|mothers)"
    ],
    told
  ),
  meaning(
    "hate",
    2,
    [
      "(?:pink|pretty|purple|bigger|larger|fewer|glitter\\w*|sparkly|simpler|flowery)",
      "so (?:that )?(?:the )?(?:women|girls|ladies|wives|she|your (?:wife|girlfriend|mum|mother|new \\w{1,20}(?: lead| manager| boss)?|lady|secretary)|(?:a|your|the) (?:woman|girl|female \\w{1,20})) (?:can|could|might|will) (?:actually |finally |also |even |still )?(?:find|understand|manage|handle|cope|work|figure|tell|use|operate|reach)",
      "buttons?|manual|controls?|keys?|switch(?:es)?|girls?|ladies|women|wife|tools?|keyboard|engineer\\w*|edition|app|version"
    ],
    `${told}|low vision|arthritis|eyesight|dementia|blind|grip`
  )
]

/** A faith or a people, by what is seen of it. */
const signs = [
  "(?:kneel|bow|pray|prostrate|fall to their knees|touch the (?:floor|ground))\\w*(?: [^ .!?]{1,20}){0,4}? (?:five times|towards? (?:the )?(?:east|mecca))|(?:who|that|where (?:people|they|families|men)) (?:kneel|bow|pray|prostrate)(?: \\w{1,20}){0,2} on (?:(?:their|little|a|small) ){0,2}(?:carpets?|rugs?)",
  "(?:nobody|no one|noone|none of them|who (?:won't|don't|refuse to|never)) (?:eats?|touch(?:es)?|buys?|serves?) (?:bacon|pork|ham|sausages?)",
  "where (?:the |all the |even the )?(?:women|wives|girls|mothers|men|boys) (?:are|go|walk|run|wear|hide|cover)(?: [^ .!?]{1,20}){0,4}? (?:veil\\w*|sheets?|curtains?|black|tents?|wrapped|faces?|hair|headscar\\w+|dresses|robes|curls|beards?|turbans?|caps?)",
  "(?:slaughter|butcher|kill)\\w*(?: [^ .!?]{1,20}){0,2}? (?:sheep|goats?|lambs?|chickens?|cows?) (?:in|on) (?:the|their|a|its) (?:bath ?tubs?|bath|balcon(?:y|ies)|court ?yards?|streets?|kitchen|stairs?)",
  "(?:signs?|shop windows?|alphabets?|letters?)(?: [^ .!?]{1,20}){0,3}? (?:nobody|no one|we|you|none of us) (?:can(?:not|'t)? )?(?:read|spell|understand)|(?:signs?|shop windows?) (?:are|is) (?:not|no longer) in (?:our|english)",
  "(?:call|cry|howl|wail|shout)\\w*(?: [^ .!?]{1,20}){0,3}? from (?:the|a|that|their) (?:\\w{1,20} )?(?:tower|minaret|mosque)",
  "(?:their|whose|the) (?:skin|faces?) (?:is|are|gets?) (?:a (?:bit|little|shade) |rather |too |much )?(?:dark|darker|brown|browner)|(?:light bulbs?|lamps?|candles?) on fridays? (?:nobody|no one|they)"
].join("|")
const somewhere =
  "neighbou?rhoods?|areas?|streets?|districts?|post ?codes?|zip codes?|quarters?|part of (?:the )?(?:town|city)|side of (?:the )?(?:town|city|tracks|river)|blocks?|addresses|famil(?:y|ies)|people|those|folks|tenants|customers|houses?|homes?|sort|kind"
const shutOut =
  "no (?:more )?(?:deliver(?:y|ies)|shipping|service|sales)|(?:no longer|not|n't|never|stopped|stop|quit|refuse to|ceased?)(?: \\w{1,20}){0,2} (?:ship|deliver|serve|sell|rent|open|hire|send|drive|cater|come|set foot)\\w*|(?:keep|stay|steer) (?:out|away|clear)|not welcome|(?:can't|cannot) be trusted|those people|you know who|feel(?:s)? safe|free of|elsewhere|skip(?:s|ped)?|excluded?|except|(?:our )?(?:vans?|drivers?) (?:turn|stop)"

const byPlace: ReadonlyArray<Innuendo> = [
  meaning(
    "hate",
    2,
    [signs, somewhere, shutOut],
    `${told}|\\b(?:ramadan|eid|prayer times?|out of respect|respect\\w*|consider\\w+|halal|vegetarians?|vegans?|subtitles?|translat\\w+|sunglasses|carnival|costumes?|yoga|pilates)\\b`
  )
]

/** Larger than the shop would like. */
const large =
  "sizes?|fabric|cloth|material|x{1,4}l|plus[- ]size|waist|(?:bigger|larger|wider|rounder|heavier) than|seats?|scales?|mirrors?|leggings|bikinis?|swimsuits?|jeans|dress(?:es)?|zips?|zippers?|buttons?"
const unsightly = [
  "(?:do|doing) (?:us|the rest of us|everyone|everybody|the world|humanity|other people|the beach|yourself and us)(?: all)? a favou?r(?: \\w{1,20})?(?: and|:|,|,? by)? (?:please )?(?:stay\\w*|cover\\w*|keep\\w*|wear(?:ing)? (?:something|a (?:tent|sack|coat|robe|poncho))|skip\\w*|hid\\w+|avoid\\w*|leav\\w+ (?:it|them|that)|swim\\w* (?:at night|in the dark)|shop\\w* elsewhere)",
  "spar(?:e|es|ing) (?:us|the rest of us|everyone|everybody|the world|other people|our (?:eyes|customers|guests)) (?:all )?(?:the|that|this|your) (?:sight|view|spectacle|show|horror|curves|rolls|belly|bulges?)",
  "(?:keep|leave|hide) (?:those|that|your|the) (?:\\w{1,20} )?(?:rolls|belly|bellies|flab|bulges?|spare tyres?|spare tires?|love handles|muffin tops?|blubber|lard|wobbly bits) (?:at home|inside|indoors|covered|hidden|under|away|out of)",
  "(?:nobody|no one|noone|none of us) (?:really |ever )?(?:wants|needs|likes|asked|deserves|paid) to (?:see|look at|watch) (?:that|it|this|those|them|(?:so|that) much|all (?:of )?(?:that|this|it))(?=[ .,;!?]|$)(?! (?:happen|go|end|fail|break|wasted|burn|lost|again))"
].join("|")

const bodies: ReadonlyArray<Innuendo> = [
  meaning(
    "insult",
    2,
    [large, unsightly],
    `${told}|\\b(?:returns?|returned|parcels?|queues?|waste|litter|rubbish|spoilers?|scratch\\w*|holes?|ladders?|cables?|seams?|underwear lines?|panty lines?|price)\\b`
  ),
  meaning(
    "insult",
    1,
    [
      "respekt|mut|mutig|hut ab|tapfer|wahnsinn|erstaunlich|bewundernswert|chapeau|bravo",
      "(?:mit|bei|in) (?:dieser|so einer|solch einer|diesem|so einem|ihrer|deiner|ihrem|deinem) (?:[a-z]{1,20} )?(?:figur|bauch|gewicht|gesicht|hintern|po|beinen|haut|nase|korper|wampe|umfang|oberschenkeln?|speck)",
      "trau\\w*|wag(?:en|st|t)|schwimmbad|freibad|bikini|zeig\\w*|strand|hose|kleid|offentlichkeit|leggings|sauna|noch"
    ],
    "\\b(?:verletzung|narben?|operation|reha)\\b"
  ),
  meaning(
    "insult",
    2,
    [
      "damit (?:die|unsere|alle) (?:anderen|ubrigen) (?:[a-z]{1,20} )?(?:gaste|kunden|kundinnen|besucher|mitglieder|leute|damen)",
      "in ruhe|nicht (?:erschrecken|hinsehen|hinschauen|lachen|ekeln)|sich nicht (?:ekeln|erschrecken)|der appetit|wegsehen",
      "figur|umkleide|gewicht|anblick|bauch|gesicht|geruch|hintere[nrms]?|hinterausgang|vorhang|verste\\w+"
    ],
    "telefon\\w*|handy|gesprach\\w*|kinder|hunde?|rauch\\w*"
  ),
  meaning(
    "insult",
    1,
    [
      "(?:du|sie) (?:bist|sind|siehst|sehen|wirkst|wirken)(?: [a-z]{1,20}){0,3} (?:fett|dick|rund|schwabbelig|unformig|speckig|aufgedunsen)(?: geworden| aus)?(?=[ ,.!?]|$)|deine? (?:wampe|speckrollen|fettrollen|doppelkinn|schwabbel\\w*)|ihre? (?:wampe|speckrollen|fettrollen|schwabbel\\w*)|zu (?:fett|dick) fur (?:unsere?|den|die|das|diese[ns]?) (?:[a-z]{1,20} )?(?:stuhle?|kleid\\w*|hosen?|grossen?|waage|sitz\\w*|bikini)"
    ],
    "\\b(?:nicht|nie|niemand|kein\\w*|dick eingepackt|dick angezogen)\\b"
  ),
  meaning("insult", 1, [
    "courage|osez|oses|oser|bravo|valor|atrev\\w*|valiente|coraggio|osare|osi|coragem|respect|respeto",
    "avec (?:ce|cette|un tel|une telle) (?:[a-z]{1,20} )?(?:physique|corps|ventre|tete|silhouette|poids|nez)|con (?:ese|esa|ese) (?:[a-z]{1,20} )?(?:cuerpo|tipo|barriga|cara|figura|tripa)|con (?:quel|quella|un tale) (?:[a-z]{1,20} )?(?:fisico|pancia|faccia|corpo|sedere)|com (?:esse|essa) (?:[a-z]{1,20} )?(?:corpo|barriga|cara|fisico)",
    "plage|piscine|maillot|montrer|sortir|playa|piscina|banador|bikini|biquini|salir|spiaggia|costume|mostrar\\w*|uscire|praia|sair"
  ])
]

const abroad: ReadonlyArray<Innuendo> = [
  meaning(
    "hate",
    2,
    [
      "(?:richtige[nr]?|passende[nr]?|anstandige[nr]?|ordentliche[nr]?) (?:familien|leute|nachbarn|mieter|menschen)|keine (?:fremden|seltsamen|komischen) (?:[a-z]{1,20} )?(?:geruche|namen|sprachen)|(?:bonnes?|vraies?) (?:familles|gens)|gens (?:bien|comme (?:nous|il faut))|pas d'odeurs (?:etranges|bizarres)|familias (?:de bien|como (?:nosotros|dios manda))|gente (?:de bien|como nosotros|decente|per bene|come noi)|brava gente|familias de bem|gente (?:de bem|como nos)",
      "(?:wen|was|welche) (?:wir|ich) meinen?|sie wissen schon(?=[.!])|vous (?:voyez|savez) (?:bien )?(?:de )?(?:qui|ce que)|si vous voyez|ya (?:sabe|sabes|saben|sabeis) (?:a )?(?:quien|quienes|que)|(?:usted(?:es)? )?me entiende[ns]?|(?:sapete|sai|sa) (?:bene )?(?:chi|cosa|di chi)|ci siamo capiti|(?:sabe|sabem|voce sabe) (?:bem )?(?:de )?quem"
    ],
    "\\b(?:vorurteil\\w*|rassis\\w*|racis\\w*|razzis\\w*|contre|gegen|contra|contro)\\b"
  ),
  meaning(
    "threat",
    2,
    [
      "schade,? wenn|(?:ware|war) (?:doch |ja |wirklich )?(?:so )?(?:schade|ein jammer|bedauerlich)|(?:ce serait|quel) (?:vraiment )?(?:dommage)|seria una (?:pena|lastima)|que (?:pena|lastima) si|sarebbe un (?:vero )?peccato|(?:seria|era) uma pena",
      "(?:etwas|was) (?:passier\\w*|zustoss\\w*|zustiess\\w*)|(?:arriv(?:ait|e) (?:quelque chose|malheur)|quelque chose (?:[a-z]{1,20} )?arriv\\w*)|(?:pas(?:ara|ase|a) algo|algo (?:le |les |te )?pas(?:ara|ase))|(?:succed(?:esse|a) qualcosa|qualcosa (?:[a-z]{1,20} )?(?:succed\\w+|accad\\w+))|acontec(?:esse|er) (?:alguma coisa|algo)|algo (?:[a-z]{1,20} )?acontec\\w+|brenn(?:en|t) (?:sollte|wurde)|brul(?:ait|er)|quem(?:ara|ase|asse)|bruciasse",
      "ihnen|ihre[mnrs]?|dir|deine[mnr]?|vous|votre|vos|te|tes|ton|sus?|tu|tus|vostr[aoei]|suoi?|tuoi?|seus?|sua|teus?"
    ],
    "versicher\\w*|notfall\\w*|vorsorge\\w*|erste hilfe|premiers secours|primeros auxilios|alarm\\w*|schutz\\w*|assur\\w*|protege\\w*|seguros?|proteg\\w*|assicur\\w*|antifurto"
  ),
  meaning("threat", 2, [
    "(?:dein(?:e|em)?|ihr(?:e|em)?) (?:schlafzimmer\\w*|fenster|tochter|sohn|kinder|wohnung)|(?:ta|votre) (?:chambre|fenetre|fille|maison)|(?:tu|su) (?:dormitorio|ventana|hija|hijo|casa)|(?:tua|sua|vostra) (?:camera|finestra|figlia|casa)|(?:o seu|a sua|sua|tua) (?:quarto|janela|filha|casa)",
    "(?:wir wissen|wir sehen|wir kennen)|(?:nous savons|on sait|on connait)|sabemos|(?:sappiamo|conosciamo)",
    "bewertung|kommentar|anzeige|beschwerde|avis|commentaire|plainte|resena|opinion|comentario|denuncia|queja|recensione|commento|reclamo|avaliacao|queixa",
    "losch\\w*|zuruck(?:nehmen|ziehen)|nehmen sie|uberleg\\w*|supprim\\w*|retire\\w*|reflechiss\\w*|borr\\w*|retir\\w*|piens\\w*|cancell\\w*|ritir\\w*|apag\\w*"
  ])
]

export const innuendos: ReadonlyArray<Innuendo> = [...meant, ...byPlace, ...bodies, ...abroad]
