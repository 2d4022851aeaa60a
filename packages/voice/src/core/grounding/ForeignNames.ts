/**
 * Names of people by where they stand, in the languages that `Names` does not know: after a greeting ("Chère Marie,"),
 * after a title ("Frau Krüger"), and first names that are nothing else in any of these languages. And names by their
 * capital alone, where a language has capitals for little else: French, Spanish, Italian, Portuguese, Dutch, Polish and
 * most others; not German, which writes every noun with one. Text without capitals (Chinese, Arabic) says nothing here.
 */
import { capital } from "./Names.ts"

/** Words that open a message, each of which may be followed by whom it is for. */
const greetings =
  "Hallo|Hi|Hey|Hello|Dear|Moin|Servus|Gr[üu](?:ß|ss) (?:dich|Gott|Sie)|Liebe|Lieber|Liebes|Guten (?:Tag|Morgen|Abend)|Sehr geehrte|Sehr geehrter|Willkommen|Bonjour|Bonsoir|Salut|Coucou|Ch[eè]re?|Hola|Estimad[oa]|Querid[oa]|Apreciad[oa]|Buen(?:os|as) (?:d[ií]as|tardes|noches)|Ciao|Car[oa]|Gentile|Egregi[oa]|Salve|Buon(?:giorno|asera)|Ol[áa]|Oi|Prezad[oa]|Bo[am] (?:dia|tarde|noite)|Beste|Hoi|Dag|Geachte|Lieve|Goedemorgen|Cze[śs][ćc]|Witaj|Drog[ia]|Szanown[ya]|Hej|K[äa]ra|K[äa]re|K[æa]re|Hei|Ahoj|Szia|Merhaba|Bun[ăa]"
const titles =
  "Herrn?|Frau|Fr\\.|Hr\\.|Dr\\.|Prof\\.|Mr\\.?|Mrs\\.?|Ms\\.?|Monsieur|Madame|Mademoiselle|Mme|Mlle|M\\.|Se[ñn]or(?:a|ita)?|Sra?\\.|Srta\\.|Don|Do[ñn]a|Signor(?:a|e|ina)?|Sig\\.(?:ra)?|Dott\\.(?:ssa)?|Senhor(?:a)?|Dona|Mevrouw|Meneer|Dhr\\.|Mevr\\.|Pan(?:ie|i|a|u|em|ią)?|Herr|Fru|Bay|Bayan"
const name = String.raw`\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{Lu}?[\p{L}\p{M}]+)*`
const addressed = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${greetings}),? (?:(?:${titles}) )?|(?:${titles}) )(?:(?:${titles}) )?(${name}(?: (?:(?:von|van|de|der|del|da|di|du|le|la|el) )?${name})?)`,
  "gu"
)

/**
 * Where a German noun that stands alone, without article or number, is somebody: the only word of the line below a closing
 * greeting, after "namens" or "mein Name ist", and before what people do and things do not ("Encarna meldet sich").
 */
const soleName = String.raw`(\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?)`
const germanPlaces = [
  `(?:Gr[üu](?:ß|ss)en?|Gruss|Gruß|Wünschen)[,!]?[ \\t]*\\n+[ \\t]*${soleName}[ \\t]*(?:\\n|$)`,
  `(?<![\\p{L}\\p{N}])(?:namens|[Mm]ein Name ist|[Ii]ch heiße) ${soleName}(?![\\p{L}\\p{N}-])`,
  `(?:^|[.!?…:]\\s+|\\n)${soleName} (?:meldet sich|(?:ruft|berät|begleitet) (?:dich|Sie|euch)(?![\\p{L}])|kümmert sich|freut sich)`
].map((source) => new RegExp(source, "gu"))

/** Whom a brand greets when it greets nobody in particular. */
const anybody = new Set(
  `kundin kunde kunden kundinnen freundin freund freunde freundinnen gast gäste mitglied mitglieder leserin leser team damen herren alle nachbarn familie community welt abonnent abonnenten partner kollegen kollegin kollege zusammen grüße grüßen gruß wünsche wünschen er sie es man wer jeder jede jedes jemand niemand keiner
  client cliente clientes clienti clients clientèle ami amie amis amies membre membres équipe lecteur lectrice monde madame monsieur mesdames messieurs cher chère tous toutes
  amigo amiga amigos amigas socio socia socios miembro equipo lector señor señora señores todos todas usuario usuaria
  amico amici amiche socio soci lettore lettrice tutti tutte signore signora utente abbonato
  cliente clientes amigo amiga membro equipe leitor leitora todos senhor senhora
  klant klanten vriend vrienden leden lid lezer team iedereen meneer mevrouw
  kliencie klientko klienci przyjaciele państwo panie pani wszyscy
  customer customers friend friends member members team all everyone reader readers guest guests folks there sir madam kunder vänner alla`.split(
    /\s+/
  )
)

/** First names that are no word in the languages above, nor of a month, a flower, a stone or a town. */
const firstNames = new Set(
  `anna anne anja annika andrea andreas antje antonio antonia alejandro alejandra alessandro alessia alfonso alice amelie ana andré andrzej angela agnieszka alberto
  beata beatriz beatrice benjamin bernd bianca birgit björn brigitte bruno camille carla carlos carmen carolina caroline catherine cécile cem charlotte chiara christian christine christoph christophe claudia clara claudio cristina
  daniel daniela david diego dieter dirk dominik eduardo elena eleonora elisa elisabeth emil emilia emma enrique erik erika esther eva ewa fabian fabio federica felipe fernanda fernando filippo florence franziska françois françoise francesca francesco frédéric friedrich
  gabriele gabriela giovanni giovanna giulia giuseppe gonzalo greta guido günter guillaume gustavo hannah hannes hans heike heinrich helena helga hélène henrique ignacio ines ingrid isabel isabelle isabella
  jacques jan jana javier jennifer jens jérôme joana joão jochen johanna johannes jonas jörg jorge josé josefina josephine juan juana julia julian julien julie jürgen kai karin karl katarzyna katharina kathrin klaus konstantin krzysztof
  lara laura laurent léa leonardo leonie lorenzo lothar luca lucas lucía luigi luis luisa lukas małgorzata magdalena manuel manuela marc marcel marcelo marco marcos margarita maria maría marie mariana mario marta martha martin martina mateo mathieu matteo matthias mehmet melanie mia michael michel michele miguel monika monique mustafa
  natalia nathalie nicole niklas nicolas nicola olga oliver olivier oskar pablo paola paolo patricia patrick paul paula paulo pedro petra philipp philippe pilar piotr rafael raquel rainer ralf renate ricardo roberto rodrigo roland
  sabine sabrina sandra sara sarah sébastien sebastian sergio silvia simon simone sofia sofía sonia sophie stefan stefania stefanie stephan stéphane susanne sven sylvie tanja teresa theo thérèse thomas tobias torsten ulrike ursula ute uwe
  valentina valérie vanessa vera veronika vicente vincent wolfgang xavier yusuf yvonne zoé emily james john william elizabeth jessica sarah kevin brian steven samantha matthew andrew joshua rebecca`.split(
    /\s+/
  )
)

/** A common one that is no word of these languages. */
export const isFirstName = (word: string): boolean => firstNames.has(word.toLowerCase())

/** With a capital in the middle of a sentence, and no name: forms of address, feasts, what is everywhere. */
const common = new Set(
  `lei la le suo sua suoi sue voi vostro vostra ella loro você vocês usted ustedes ud uds vd vous votre vos u uw pan pani państwo twój twoja twoją twoje twojej twojego twojemu twoich twoim twoimi ci ty tobie tobą cię ciebie wam was wasz wasza wasze waszą waszej waszego pani panią panią pana panu panem ni er ert era dig du er ihr
  noël pâques navidad natale pasqua pascua natal pasen kerst kerstmis boże narodzenie bożego narodzenia wielkanoc wielkanocy wielkanocnych wigilia wigilię sylwestra świąt święta święto wesołych dzień dnia dniu kobiet matki ojca dziecka babci dziadka rok roku nowego nowy black friday internet web app email whatsapp instagram facebook google youtube tiktok ok oui non sí no sim não nee tak nie
  monsieur madame mesdames messieurs señor señora señores signora signore signor senhor senhora mevrouw meneer bonjour bonsoir salut coucou hola ciao olá oi gentile caro cara caros caras cari care cher chère chers chères querido querida queridos queridas estimado estimada estimados estimadas prezado prezada beste hallo hoi dag geachte lieve buongiorno buonasera salve hej witaj cześć drogi droga szanowny szanowna merci gracias grazie obrigado obrigada dziękujemy bedankt groetjes groeten saludos saluti cordialement amicalement abraço abrazo
  kunde kundin`.split(/\s+/)
)

/** German nouns before what there is so much of: Jahre Garantie, Prozent Rabatt, Tassen Kaffee. */
const measures = new Set(
  "jahr jahre jahren monat monate monaten woche wochen tag tage tagen nacht nächte stunde stunden minute minuten prozent euro franken cent liter kilo gramm meter zentimeter stück paar tasse tassen glas gläser flasche flaschen kiste kisten packung packungen sorten arten scheibe scheiben anfang mitte ende".split(
    " "
  )
)

export const isMeasure = (word: string): boolean => measures.has(word.toLowerCase())

const germanLike = /^(?:de|lb|gsw|nds)(?![a-z])/i

/** Names that stand where a person is addressed or titled, and first names anywhere, as they stand in the text. */
export const addressedIn = (text: string): ReadonlyArray<string> => [
  ...[addressed, ...germanPlaces]
    .flatMap((pattern) => Array.from(text.matchAll(pattern), ([, found = ""]) => found))
    .filter((found) => !found.split(" ").every((word) => anybody.has(word.toLowerCase()))),
  ...Array.from(text.matchAll(capital), ([word]) => word).filter(isFirstName)
]

/** Forms of address and feasts, which have capitals in the middle of a sentence. */
export const isCommon = (word: string): boolean => common.has(word.toLowerCase()) || anybody.has(word.toLowerCase())

/** Whether a capital in the middle of a sentence makes `word` a name in the language of `locale`. */
export const isByCapital = (word: string, locale: string): boolean =>
  !germanLike.test(locale) && /^\p{Lu}\p{Ll}/u.test(word) && !isCommon(word)
