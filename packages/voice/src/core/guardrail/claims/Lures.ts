/**
 * What minors are lured with, and bodies on offer, in seven languages. Patterns meet folded text: no accents, and ss for the
 * German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import type { Hurt } from "../hurts/ToxicLexicon.ts"

const forbidden =
  "\\b(?:not for|over 18|under 18s? (?:not|cannot|may not)|18 and over|alcohol-free|alkoholfrei\\w*|sans alcool|sin alcohol|analcolic\\w*|sem alcool|alcoholvrij\\w*|verboten|jugendschutz|interdit\\w*|prohibid\\w*|vietat\\w*|proibid\\w*|verboden|prevention|pravention|prevencion|prevenzione|prevencao|preventie|counsel\\w*|beratung|novel|film|museum|theat(?:re|er))\\b"

const teens =
  "1[0-7]|zwolf|dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|douze|treize|quatorze|quinze|seize|doce|trece|catorce|quince|dieciseis|tredici|quattordici|quindici|sedici|treze|quatorze|dezasseis|dezesseis|dertien|veertien|vijftien|zestien|twelve|thirteen|fourteen|fifteen|sixteen"
const young = `(?:fizeste|fez|tens|tem|tienes|has cumplido|cumples|t'as|tu as|vous avez|bist du(?: erst)?|du bist(?: erst)?|ben je(?: pas)?|je bent(?: pas)?|hai|hai compiuto|you're|you are|turned|turning|only|erst|pas) (?:${teens})(?: (?:anos?|ans|anni|jahre|jaar|years?))?`
const pupils =
  "(?:in|year|class|klasse|klas) (?:[5-9]|1[0-2])|year (?:seven|eight|nine|ten|eleven)|(?:tu |al )?insti(?:tuto)?|recreo|recreio|au college|au lycee|cour de recre|in der (?:grossen )?pause|schuler\\w*|eleves|scolari|leerlingen|schulhof|grosse pause|pausenhof|schoolplein|grote pauze|schultor|school ?(?:gates?|yard)|scuola media|ricreazione|cortile della scuola|homework|double maths|pocket money|taschengeld|argent de poche|paghetta|mesada|zakgeld"
const vice =
  "vodka|alcohol|spirits|shots|alkohol|schnaps|alcool|alcopops?|sterke drank|drank|beers?|bier|biere|cerveza|birra|cerveja|vap(?:es?|ers?|ing|eadores)|e-?zigaretten?|puffs?|cigarett\\w*|zigaretten|sigarett\\w*|cigarros?|nicotin\\w*|bets?|betting|reels|slots?|spins?|casino|gambl\\w*|wetten|parier|paris sportifs|apost\\w*|apuest\\w*|scommess\\w*|gokken|gokkasten|skins"
const unchecked =
  "never asks? (?:how old|your age|for id|for your age)|no (?:id|age checks?)|your mum's card|(?:mum|dad|parents|teachers?) (?:won't|never|will not|need not) (?:know|smell|notice|find out)|kein(?:e|en)? (?:ausweis\\w*|alterskontrolle|alterspruf\\w*)|fragen? (?:\\w{1,20} )?nicht nach(?: \\w{1,20}){0,2}|ausweis brauch\\w*(?: \\w{1,20}){0,2} nicht|ohne ausweis|deine eltern|sans (?:carte d'identite|controle)|ne demand\\w+ (?:pas|jamais)(?: \\w{1,20}){0,2} (?:age|papiers|carte)|tes parents|vigile|videur|bouteille de (?:jus|the|soda)|no pedimos|sin dni|tus padres|non chiediamo|senza (?:documento|documenti)|i tuoi genitori|nao pedimos|(?:aos|os) teus pais|janela da idade|geen (?:id|legitimatie)|vragen (?:\\w{1,20} )?niet naar|je ouders"
const offered =
  "podes|puedes|kannst|peux|puoi|kun je|you can|first (?:round|bet|spin|litre)|on us|gratis|free|a moitie prix|half price|livre|liefern|deliver\\w*|verkaufen|sell|vendemos|vendiamo|code"

const bare =
  "wearing nothing|nothing (?:on|but|except)|nichts (?:mehr )?an(?:hat)?|hat nichts an|(?:toute|completement) nue|(?:estoy|esta) desnuda|sin nada puesto|(?:sono|tutta) nuda|senza niente addosso|(?:estou|toda) nua|sem nada vestido|(?:helemaal|poedel)naakt|niets aan|with your teeth|mit den zahnen|avec les dents|con los dientes|con i denti|com os dentes|met je tanden"
const beckoning =
  "private (?:room|chat|show)|home alone|come to (?:me|my)|first (?:\\w{1,20} )?minutes|(?:\\d+ )?km (?:von|away|de|da|van)|antworte|in deiner nahe|near you|chambre privee|viens|reponds|sala privada|ven a|responde|stanza privata|vieni|rispondi|quarto privado|vem|kamer|kom|webcam|(?:allein|alone|seule|sola|sozinha|alleen) (?:tonight|heute|zu hause|ce soir|esta noche|stasera|esta noite|thuis|vanavond)|im bett|au lit|en la cama|a letto|na cama|in bed"
const art =
  "\\b(?:exhibition|sculptures?|statues?|painting|drawing|art|akt\\w*|ausstellung|expo\\w*|exposicion|mostra|exposicao|tentoonstelling|sauna|spa|swim\\w*|babies|baby|sunscreen)\\b"

const women =
  "(?:naked|nackte|nude) (?:girls|women|frauen|madchen)|filles nues|chicas desnudas|ragazze nude|garotas nuas|naakte (?:meisjes|vrouwen)|(?:lonely|bored|hot|horny|willing) (?:women|woman|girls?|housewi(?:fe|ves)|ladies|singles|milfs?)|(?:einsame|heisse|willige|geile) (?:frau(?:en)?|madchen|girls|hausfrau(?:en)?)|(?:femmes?|filles?) (?:seules?|chaudes?|coquines?)|(?:mujer(?:es)?|chicas?) (?:solas?|calientes?|cachondas?)|(?:donn[ae]|ragazz[ae]) (?:sol[ae]|cald[ae]|vogliose)|(?:mulher(?:es)?|meninas|garotas) (?:sozinhas?|quentes?)|(?:eenzame|hee?te|geile) (?:vrouw(?:en)?|mei(?:d|den|sjes))"
const close =
  "km (?:von|away|from|de|da|van)|(?:in|aus) deiner (?:nahe|strasse|stadt)|near you|in your (?:area|street|town)|pres de chez|cerca de ti|vicino a te|perto de (?:ti|voce)|in (?:jouw|je) (?:straat|buurt)|im bett|tonight|heute nacht|ce soir|esta noche|stanotte|esta noite|vanavond|sex|seks|sexo|sesso|sexe"

const staff =
  "(?:our|le nostre|unsere|nos|nuestras|as nossas|onze) (?:\\w{1,20} )?(?:girls?|salesgirls|assistants|hostesses|waitresses|commesse|ragazze|hostess|verkauferinnen|madchen|kellnerinnen|vendeuses|filles|hotesses|serveuses|dependientas|chicas|camareras|vendedoras|meninas|meisjes|verkoopsters)"
const choosing =
  "(?:choose|pick) (?:the one|whichever|your favou?rite)|(?:suchen sie sich|such dir) (?:eine|ihre) \\w{1,20}|suchen sie sich eine|choisissez celle|elija la que|scelga quella|scegli quella|escolha a que|kies (?:degene|je favoriet)"
const forAnHour =
  "(?:yours )?for (?:an|one) hour|fur eine stunde|pour une heure|por una hora|per un'ora|por uma hora|een uur|no questions|keine fragen|sans questions|sin preguntas|niente domande|sem perguntas|geen vragen|curtain|tenda chiusa|only for (?:male|men)|solo per clienti maschi"

type Lure = Meaning<Hurt["category"]>

export const lures: ReadonlyArray<Lure> = [
  meaning("harassment", 2, [pupils, vice, unchecked], forbidden),
  meaning("harassment", 2, [young, vice, `${unchecked}|${offered}`], forbidden),
  meaning("harassment", 2, [bare, beckoning], art),
  meaning("harassment", 2, [women, close], `${art}|help ?line|charity|verein|visits?|besuch\\w*`),
  meaning("harassment", 2, [staff, choosing, forAnHour])
]
