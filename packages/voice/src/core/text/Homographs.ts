/**
 * Words that are coarse in one language and everyday in another: a delay, a turkey, a town. Which of the two is meant is
 * read off the language of the text, off the capital of a name, and off the words before it.
 */

/** Little words that a text in the language cannot do without; two of them are enough. */
const languages = {
  french:
    /(?<!\p{L})(?:le|la|les|de|du|des|une?|votre|vos|vous|nous|notre|est|pour|avec|sur|dans|pas|et|au|aux)(?!\p{L})/giu,
  german:
    /(?<!\p{L})(?:der|die|das|den|dem|ein|eine|einen|mit|und|für|fur|aus|wir|ihr|ihre|sie|nicht|ist|am|im|zum|zur|von|heute|gibt|es|oder|auf)(?!\p{L})/giu
} as const

const isIn = (language: keyof typeof languages, text: string): boolean =>
  Array.from(text.matchAll(languages[language])).length >= 2

interface Homograph {
  readonly word: RegExp
  /** `text` as it stands, and where the word begins and ends in it. */
  readonly isPlain: (text: string, start: number, end: number) => boolean
}

/** As much of what stands before a place as says how the word is meant. */
const before = (text: string, start: number): string => text.slice(Math.max(0, start - 30), start)
const after = (text: string, end: number): string => text.slice(end, end + 30)

/** A name keeps its capital; where all is loud it has none to keep. */
const isName = (text: string, start: number, end: number): boolean => {
  const [first = "", ...rest] = text.slice(start, end)
  return first !== first.toLowerCase() && rest.join("") === rest.join("").toLowerCase()
}

const calling = /(?:\b(?:sei|siete|tu|una?|che|brutta|questa|quella|vecchia|schifosa|lurida|povera|grande)|[!,:])\s$/i
const placed = /\b(?:di|a|da|per|verso|presso|cavallo|guerra|guerre|cheval|sac|ville|rosone|de)\s$/i
const titled = /(?:["“„«'‘]\s?|\b(?:der|die|the|l'|el|o|il|von|by)\s)$/i
const novel = /dosto(?:j|i|y)?e?[wv]sk|\b(?:roman|novel|hörbuch|audiobook|film|ballett|theater|theatre|dvd|lesung)/i

/** What is half of a kind, or none, in the names of what grows, flies and swims, and in a workshop. */
const bastards =
  /^[ -](?:cut|file|rasp|sword|trenching|title|saw|sugar|amber|cabbage|toadflax|balm|agrimony|alkanet|indigo|mahogany|teak|saffron|pimpernel|senna|cedar|oak|acacia|hemp|jute|box|elm|poplar|service|bullet|cherry|hogberry|sandalwood|jessamine|feverfew|fennel|rocket|stone-parsley|hawkweed|speedwell|rhubarb|lupin|mustard|nigella|hellebore|wing|trumpeter|halibut|turtle|dory|snapper|sole|mackerel|mullet|ray|hartebeest|plover|eagle|quail|killer whale)\b/i
const stable =
  /\b(?:donkeys?|mules?|foals?|nativity|crib|oxen|ox|wild ass|onagers?|zoos?|savanna|steppe|bray(?:s|ed|ing)?|hee-?haw|palm sunday|fables?|aesop)\b/i
const likened = /\b(?:such|like|being|be|are|['’]re|is|of|quite|total|complete|act|as|what)\s$/i

/** Where books are the subject. */
const books =
  /\b(?:classics?|paperbacks?|hardcovers?|hardbacks?|audiobooks?|book (?:clubs?|shops?|table|stall|fair|list)|bookshop|bookstore|books|reading (?:list|group|circle|month)|to read|library|literature|novels?|bestsellers?|klassiker|bücher|taschenbuch|buchclub|livres|libros|libri)\b/i
/** As a title begins: with a capital article, in a row or at the beginning. */
const entitled = /(?:^|[,;:.(“"„«*_–-]\s?|\b(?:and|or|with|by|read(?:ing)?|of|from|in) |\n)(?:The|An?|Der|Die|Das)\s$/

/** Of a dog, as those say who raise them. */
const kennel =
  /\b(?:breed(?:s|er|ers|ing)?|litters?|whelp\w*|pupp(?:y|ies)|pups?|kennels?|stud dogs?|spay\w*|in heat|in season|vets?|veterinar\w*|sires?|dams?|dogs?|pedigree|weaning|lactating|worming|terriers?|spaniels?|retrievers?|hounds?|shepherds?)\b/gi
const insulting =
  /(?:\b(?:you|u|ur|of a|stupid|basic|silly|little|rich|crazy|dumb|ugly|fat|lazy|old|hey|yo|sup|listen|up|like a|bad|boss|such a|all|my|dear|hello|hi),?|[!?])\s$/i
/** In a row with dogs and puppies, and not what somebody is called at the end of a sentence. */
const inRow = /^(?:\s?,)? (?:and|or|&)\b|^, \w+/

const isOfKennels = (text: string): boolean =>
  new Set(Array.from(text.matchAll(kennel), ([word]) => word.toLowerCase().slice(0, 4))).size >= 2

const homographs: ReadonlyArray<Homograph> = [
  { word: /^retard(?:s|es|er|ers)?$/, isPlain: (text) => isIn("french", text) },
  // Tools, plants and animals.
  { word: /^bastards?$/, isPlain: (text, _, end) => bastards.test(after(text, end)) },
  {
    word: /^jackass(?:es)?$/,
    isPlain: (text, start, end) =>
      /^[ -](?:penguin|morwong|rabbit|clover|bitters?|kookaburra|brandy)/i.test(after(text, end)) ||
      /\blaughing $/i.test(before(text, start))
  },
  {
    word: /^an ass$/,
    isPlain: (text, start, end) =>
      stable.test(text) && !likened.test(before(text, start)) && !/^ (?:of|like)\b/i.test(after(text, end))
  },
  {
    word: /^troi[ae]$/,
    isPlain: (text, start, end) =>
      placed.test(before(text, start)) || (isName(text, start, end) && !calling.test(before(text, start)))
  },
  {
    word: /^putes?$/,
    isPlain: (text, start, end) => isName(text, start, end) && (isIn("german", text) || !isIn("french", text))
  },
  {
    word: /^idiot(?:en)?$/,
    isPlain: (text, start, end) =>
      isName(text, start, end) &&
      books.test(text) &&
      entitled.test(before(text, start)) &&
      /^(?:["”“»’*_]|\s?[,.;:!?)\n]|$| (?:by|and|or|is|for|at|in|von|de)\b)/.test(after(text, end))
  },
  {
    word: /^bitch(?:es)?$/,
    isPlain: (text, start, end) =>
      isOfKennels(text) &&
      !insulting.test(before(text, start)) &&
      (!/,\s$/.test(before(text, start)) || inRow.test(after(text, end))) &&
      !/^\s?(?:please|better|!)/i.test(after(text, end))
  },
  {
    word: /^idiot(?:en)?$/,
    isPlain: (text, start, end) =>
      isName(text, start, end) &&
      titled.test(before(text, start)) &&
      (/^["”“»'’]/.test(after(text, end)) || novel.test(text)) &&
      novel.test(text)
  }
]

/** Whether the word that was found there is the everyday one; `word` in its folded form. */
export const isEveryday = (word: string, text: string, start: number, end: number): boolean =>
  homographs.some((homograph) => homograph.word.test(word) && homograph.isPlain(text, start, end))
