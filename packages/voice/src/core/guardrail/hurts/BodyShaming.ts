/**
 * Bodies scorned in the languages of the south and of the north: the belly of a whale, nobody who would want you. Patterns
 * meet folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "./ToxicLexicon.ts"
import { condemning } from "../Warnings.ts"

const part =
  "(?:pancia|panza|ciccia|culone|culo|faccia|naso|cosce|gambe|rotoli|bauch|wampe|hintern|gesicht|nase|oberschenkel\\w*|speckrollen|plauze|ventre|bide|bedaine|gueule|tronche|nez|cuisses|bourrelets|barriga|trasero|cara|nariz|muslos|michelines|pancinha|coxas|pneus|buik|kont|kop|neus|dijen|vetrollen|pens|belly|gut|face|nose|thighs|arse|chins|figure)"
const that =
  "(?:con (?:quella|quel|quelle|quei|una|un|esa|ese|esos|esas|tu|una)|(?:mit|bei) (?:dieser|diesem|diesen|so (?:einer|einem)|deiner|deinem|solchen?)|avec (?:ce|cet|cette|ces|ton|ta|tes|un tel|une telle)|com (?:essa|esse|essas|esses|uma|tua|teu)|met (?:die|dat|zo'n|jouw|je)|with (?:that|those|such a|a|your))"
const unloved =
  "non ti (?:vuole|vorra|guarda|sposa|sposera|invita|bacia|tocca)\\w* (?:piu )?nessuno|nessuno ti (?:vuole|vorra|guarda|sposa|sposera|invita|bacia)|(?:resti|rimani|resta|rimarrai|resterai) (?:pure )?(?:zitella|sol[ao]|single)|zitella|(?:will|mag|liebt|kusst|heiratet|nimmt|schaut)(?: \\w{1,20})? dich (?:\\w{1,20} ){0,2}?(?:keiner|niemand|kein mann|keine frau)|(?:keiner|niemand|kein mann|keine frau) (?:will|mag|liebt|kusst|heiratet|nimmt|schaut|sieht)(?: \\w{1,20})? dich|alte jungfer|personne ne (?:te |t'|veut|voudra)(?: ?de toi| ?veut| ?voudra| ?regarde\\w*| ?aime\\w*)?|vieille fille|nadie te (?:quiere|querra|mira|va a querer|besa)|(?:te quedas|te quedaras|quedate) (?:sol[ao]|solteron[ao]|para vestir santos)|solterona|ninguem te (?:quer|vai querer|olha|beija)|encalhada|niemand wil (?:je|jou)|wil niemand (?:je|jou)|oude vrijster|(?:nobody|no one) (?:wants|will want|would want|looks at|would date|will date|would kiss) you"
const beastly =
  "(?:pancia|culo|sedere|faccia|gambe) da (?:balena|maiale|scrofa|vacca|elefante|ippopotamo)|(?:bauch|hintern|gesicht|figur|beine) wie (?:ein|eine|bei einem) (?:wal\\w*|schwein|sau|elefant|nilpferd|walross)|(?:ventre|cul|cuisses|tete) (?:de|d') ?(?:baleine|vache|truie|porc|elephant|hippopotame)|(?:barriga|culo|cara|panza|patas) de (?:ballena|cerd[ao]|vaca|elefante|foca|baleia|porc[ao]|hipopotamo)|(?:buik|kont|kop|lijf) (?:als|van) een (?:walvis|varken|koe|olifant|nijlpaard|zeug)|(?:belly|backside|arse|face|legs|thighs) (?:of|like) an? (?:whale|pig|sow|cow|elephant|hippo|walrus)"
const addressed =
  "\\b(?:ti|tu|sei|ciao|cara|caro|resti|dich|du|dein\\w*|hallo|liebe[r]?|ihr\\w*|ton|ta|tes|toi|te|tu|salut|hola|tus|eres|teu|tua|voce|ola|je|jij|jouw|hoi|beste|you|your|hi|hey|quella|quel|esa|ese|essa|esse|die|dat|ce|cette)\\b"
const beasts =
  "\\b(?:zoo\\w*|tierpark|museo|balene|whale watching|stall\\w*|fattoria|granja|ferme|boerderij|puppet\\w*|plush|pluschtier\\w*|peluche\\w*|knuffel\\w*|costum\\w*|kostum\\w*|disfraz|kinderbuch|filmreihe)\\b"
const names =
  "ciccion[ae]|ciccion[ae]tt[ae]|grasson[ae]|lardos[ao]|panzon[ae]|trippon[ae]|obes[ao] di merda|fettsack|fettwanst|fettarsch|fettkloss|dickwanst|fette (?:qualle|kuh|sau|wachtel)|gros(?:se)? (?:lard|tas(?! de)|vache|baleine|truie|dondon|thon)|grosse dondon|gordinflon[ae]?s?|gord[ao] (?:asqueros[ao]|seboso|sebosa|de mierda|inmund[ao])|foca gorda|gordalhuf[ao]|baleia (?:encalhada|gorda)|vetzak|dikzak|vetklep|dikke (?:zeug|koe|varken|papzak)|papzak|fatso|lard-?arse|lardass|fat pig|fat cow"

type Scorn = Meaning<Hurt["category"]>

export const shaming: ReadonlyArray<Scorn> = [
  meaning("insult", 2, [`${that} (?:\\w{1,20} ){0,2}?${part}`, unloved], condemning),
  meaning("insult", 1, [beastly, addressed], `${condemning}|${beasts}`),
  meaning("insult", 1, [names], `${condemning}|${beasts}`)
]
