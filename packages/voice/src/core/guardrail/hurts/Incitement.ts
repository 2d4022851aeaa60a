/**
 * Calls to violence against a state or a people, and tales of a people that holds the strings; in seven languages.
 * After the EU's Framework Decision 2008/913 and the ADL's glossary of signs. Patterns meet folded text: no accents, and ss
 * for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { condemning } from "../Warnings.ts"

const enemies =
  "traitors?|politicians?|ministers?|judges?|journalists?|parliament(?:arians)?|government|globalists|elites?|mayors?|presidents?|chancellors?|councillors?|mps|senators|police(?:men)?|cops|infidels|unbelievers|invaders|communists|liberals|volksverrater|verrater|politiker|richter|journalisten|regierung|bundestag|elite|unglaubige|traitres?|politiciens|elites|juges|journalistes|gouvernement|mecreants|traidores|politicos|jueces|periodistas|gobierno|infieles|traditori|politici|giudici|giornalisti|governo|infedeli|politicos|juizes|jornalistas|infieis|verraders|politici|rechters|journalisten|regering|ongelovigen"
const gallows = [
  "(?:hang|lynch|string up|execute|behead) (?:all )?(?:the|these|those|every)|(?:bring|pack|buy|take|fetch) (?:a|the|your) (?:rope|noose|pitchfork)s? for|(?:streets?|gutters?|rivers?)(?: \\w{1,20}){0,2}? (?:run|flow)(?: \\w{1,20})? with(?: \\w{1,20})? blood|blood of (?:the|these|those)|deserves? (?:a|the) (?:rope|noose|bullet|gallows|guillotine)|(?:must|should|will|shall|deserves? to|ought to|need to|have to|going to|can|belong|let them|ready to) (?:all |finally |be )*(?:hang(?:ed)?(?! (?:in|on|up|around|out|together|above|over|onto|about|a|an|your|their|with))|swing(?= from| for|[.!,;]|$)|be shot(?! (?:in|on|at|by|with|from))|be executed|be lynched|burn(?! (?:calories|bright|off))|bleed|pay (?:with|in) (?:their )?(?:blood|lives))|(?:on|at the end of|from|to) (?:the |a )?(?:gallows|lamp ?posts?|guillotine|noose)|(?:up )?against the wall|day of the rope",
  "an den (?:galgen|strick|nachsten baum|laternen)|an die wand (?:gestellt|stellen)|an die laternen?|aufgehangt|aufgeknupft|(?:mussen|sollen|gehoren|werden)(?: \\w{1,20}){0,2} (?:hangen|baumeln|brennen|erschossen)",
  "(?:etre |les |a )?(?:pendus|fusilles|guillotines|pendre|fusiller|guillotiner)|au poteau|a la potence",
  "(?:ser |hay que )?(?:ahorca\\w*|fusila\\w*|colgarlos|colgados)|al paredon|a la horca",
  "(?:vanno |essere )?(?:impiccat[oi]|appes[oi]|fucilat[oi]|impiccarli|fucilarli)|alla forca|al muro",
  "(?:ser )?(?:enforcados|fuzilados|enforca-los|fuzila-los)|a forca|ao paredao",
  "(?:moeten|zullen|horen)(?: \\w{1,20}){0,2} (?:hangen|branden|opgehangen|doodgeschoten)|aan de galg|aan de strop|tegen de muur"
].join("|")
const displayed =
  "\\b(?:portraits?|paintings?|pictures?|posters?|tug|climb\\w*|boats?|swings?|galler(?:y|ies)|museums?|game|board game|lego|play|theat(?:re|er)|gemalde|bild(?:er)?|tableaux?|cuadros?|quadri|quadros|schilderij\\w*|revolution\\w*|shakespeare|opera|escape room|candles?|lights?)\\b"

const arms =
  "armed (?:men|patriots|struggle|resistance|uprising|citizens|revolt|rebellion|militia)|militias?|take up arms|to arms|with (?:guns|rifles|weapons)|(?:bullets|rifles|guns|weapons),? not (?:ballots|votes|words)|load(?:ed)? (?:your|the) (?:guns?|rifles?)|race war|civil war|bewaffnet\\w*|zu den waffen|burgerkrieg|rassenkrieg|hommes armes|(?:prendre|prenez|prends) les armes|aux armes|guerre (?:civile|raciale)|hombres armados|(?:tomar|tomad|toma|tomen) las armas|a las armas|guerra (?:civil|racial|civile|razziale)|uomini armati|(?:prendere|prendete|prendi) le armi|alle armi|homens armados|pegar em armas|as armas|gewapende? (?:mannen|strijd|opstand|verzet|burgers)|naar de wapens|burgeroorlog|holy war|jihad|crusade against|martyr(?:s|dom)?|arm yourselves(?! with)|bewaffnet euch|armez-vous|armaos|armatevi|armem-se|bewapen je"
const uprising =
  "voting (?:is|won't|will not|never|no longer)|ballot(?:s| box)? (?:is|are) (?:finished|over|dead|useless)|(?:democracy|parliament|elections?) (?:is|are) (?:finished|over|dead|a (?:lie|farce))|overthrow|topple|storm (?:the )?(?:parliament|capitol|ministry|town hall|palace)|rise up|when the (?:day|time|hour) comes|the (?:hour|day|time) (?:is (?:near|coming|here|now)|has come|will come)|replacement|le moment venu|be ready|get ready|prepare|wahlen? (?:ist|sind|bring\\w*) (?:vorbei|nichts|sinnlos)|wenn der tag kommt|am tag x|tag x|sturm(?:t|en) (?:den|das) (?:bundestag|parlament|reichstag)|le (?:grand )?jour (?:vient|venu|j)|quand le jour|renvers\\w*|elections? (?:ne servent|sont finies)|cuando llegue el dia|derrocar|las urnas|votar (?:ya )?no|quando (?:verra|arrivera|chegar) |rovesciare|votare (?:e|non)|votar (?:acabou|ja nao)|derrubar|als de dag komt|stemmen (?:is|heeft)|omver\\w*"

const attacked =
  "(?:burn|bomb|torch|attack|blow up|set fire to|smash|storm)(?: down)? (?:\\w{1,20} )?(?:\\w{1,20} )?(?:mosques?|synagogues?|refugee (?:homes?|centres?|camps?|shelters?|hostels?)|asylum (?:centres?|homes?|hostels?)|temples?|parliament|polling stations?)|(?:kill|slay|behead|cleanse|wipe out|hunt)(?: down)? (?:the |all |every )*(?:infidels?|unbelievers?|kuffar|invaders|traitors|globalists|race-?traitors)|die (?:as a martyr|for (?:the|our) (?:race|caliphate|cause|fatherland|blood))|join (?:the |our )(?:jihad|caliphate|holy war|race war)|become a martyr|rahowa|siege ?heil|sieg heil|blood and soil|blut und ehre|gas chambers? (?:back|again|now)|(?:moscheen?|synagogen?|asyl\\w*heime?|fluchtlingsheime?)(?: \\w{1,20}){0,2} (?:anzund\\w*|abfackel\\w*|angezundet|brennen)|(?:bruler|brulons|incendier)(?: \\w{1,20}){0,2} (?:mosquees?|synagogues?|foyers?)|(?:quemar|quememos)(?: \\w{1,20}){0,2} (?:mezquitas?|sinagogas?)|(?:bruciare|bruciamo)(?: \\w{1,20}){0,2} (?:moschee|moschea|sinagog\\w+)"

const puppeteers =
  "jews?|jewish (?:\\w{1,20} )?(?:bankers?|elites?|families|money|hands?)|zionists?|rothschilds?|globalists?|(?:small|little|tiny) hats?|(?:a |the )?(?:certain|chosen|that one|one little|that) (?:people|tribe|nation|faith|bloodline)|(?:you|we|everyone|everybody)(?: all)? knows? (?:exactly )?(?:which|what) (?:people|tribe|families|kind|sort|lot|crowd|group|nation|faith|religion)|(?:the )?same (?:\\w{1,20} )?(?:tribe|clan|bloodline|families)|the tribe|juden|zionisten|die ostkuste|ihr wisst,? wer|man weiss,? wer|auserwahltes? volk|juifs|sionistes|on sait (?:tous )?qui|vous savez (?:tous )?qui|judios|sionistas|ya sabe(?:is|n|mos) quien\\w*|ebrei|sionisti|sappiamo (?:tutti )?chi|judeus|sabemos (?:todos )?quem|joden|zionisten|(?:we|jullie) weten (?:allemaal )?wie"
const strings =
  "(?:run|runs|running|own|owns|control|controls|controlling|rule|rules|pull|pulls|behind|always have)(?: \\w{1,20}){0,3}? (?:banks?|banking|media|newspapers|press|government|hollywood|pharma|firms|internet|world|money|strings|parliament|gold|courts|wars|vaccines?)|(?:hands|claws|fingers) (?:on|off) your (?:gold|money|savings|land|children)|(?:banken|medien|presse|welt|geld|regierung|finanzwelt)(?: \\w{1,20}){0,3}? (?:kontrollier\\w*|beherrsch\\w*|steuer\\w*|gehor\\w*|lenk\\w*|besitz\\w*)|(?:kontrollier\\w*|beherrsch\\w*|steuer\\w*|lenk\\w*)(?: \\w{1,20}){0,3}? (?:banken|medien|presse|welt|regierung)|(?:control\\w*|dirig\\w*|tien\\w*|possed\\w*|detien\\w*|domin\\w*|manej\\w*|mand\\w*|comand\\w*|govern\\w*|gobiern\\w*|controll\\w*|possied\\w*|tir\\w*|bezit\\w*|beheers\\w*)(?: \\w{1,20}){0,3}? (?:banques?|medias|presse|monde|bancos?|banca|medios|mundo|prensa|banche|mondo|stampa|fili|ficelles|hilos|media|banken|wereld)|(?:banken|media|wereld)(?: \\w{1,20}){0,3}? (?:control\\w*|bezit\\w*|beheers\\w*)"
const ours = "\\b(?:credit union|co-?operatives?|members own|volunteers?|volksbank|genossenschaft\\w*)\\b"
/** Three brackets around a name or a pronoun mean one people. */
const echo = "(?<=(?:^|[ ,.:;])\\(\\(\\()[a-z]{2,20}(?: [a-z]{2,12}){0,2}(?=\\)\\)\\)(?:[ ,.:;!?]|$))"

type Call = Meaning<Hurt["category"]>

export const inciting: ReadonlyArray<Call> = [
  meaning("threat", 2, [enemies, gallows], `${condemning}|${displayed}`),
  meaning(
    "threat",
    2,
    [arms, uprising, `${enemies}|patriots?|brothers|true (?:men|sons)|patrioten|patriotes|patriotas|patrioti`],
    `${condemning}|${displayed}`
  ),
  meaning("threat", 1, [attacked], condemning),
  meaning("hate", 2, [puppeteers, strings], `${condemning}|${ours}`),
  meaning(
    "hate",
    1,
    [echo],
    "\\b(?:echo|brackets?|parenthes[ei]s|antisemit\\w*|lisp|scheme|clojure|code|parser|hugs?)\\b"
  )
]
