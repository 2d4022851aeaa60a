/**
 * Pieces of a message, laid out and made to fit: first what can be said shorter, then what is dropped, lightest first, and
 * what finds room after all is put back.
 */
import type { Channel } from "@loopdrive/domain/Channel"
import type { Constraints } from "../ComposeRequest.ts"
import { capital } from "../text/Sentences.ts"
import { isDense, plain, segmentsOf } from "../text/SmsFitting.ts"

export type Place = "greeting" | "memory" | "body" | "more" | "ask" | "ps" | "farewell"

export interface Piece {
  /** Where it stands among the others. */
  readonly order: number
  readonly place: Place
  readonly text: string
  /** Dropped in rising order; what has none is never dropped. */
  readonly weight?: number
  /** What is said instead before it is dropped; of what is never dropped, before the message itself would be. */
  readonly short?: string
  readonly snippetId?: string
  readonly memoryId?: string
  /** Which phrase of ours it is, or in which words it frames what is remembered. */
  readonly phrase?: string | undefined
  readonly frame?: string
}

/** What a message must fit into. */
export interface Room {
  readonly channel: Channel
  readonly constraints: Constraints
}

/** Words that begin our own sentences; a name keeps its capital. */
const lowerable =
  /^(?:You|Your|We|Since|As|Last|There|It|This|That|Here|How|Is|What|When|Would|Whenever|Whatever|If|Shall|Thank|Have|Reply|Tell|May|Let|In|Can|Seeing|From|One|Take|Only|Please|Sooner|Consider|Ask|Much|Nothing|Welcome|Pick|Come|See|Does|Do|Who|Are|The|A|An|Our|No|Be|Start|Bring|Compare|Find|Look|Say|Set|Send|Read|All|Any|Everything)(?=[\s',])/

/** In one line the first sentence goes on after the comma of the greeting, or the greeting is a sentence of its own. */
const flowing = (greeting: string, text: string): string => {
  if (!greeting.endsWith(",") || text === "") return capital(`${greeting} ${text}`.trim())
  return lowerable.test(text)
    ? `${greeting} ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`
    : `${greeting.slice(0, -1)}. ${text}`
}

export const layout = (chosen: ReadonlyArray<Piece>, channel: Channel): string => {
  const of = (...places: ReadonlyArray<Place>): string =>
    chosen
      .filter(({ place }) => places.includes(place))
      .map(({ text }) => text)
      .join(" ")
  if (channel !== "email") {
    const said = flowing(of("greeting"), of("memory", "body", "more", "ask", "ps"))
    return channel === "sms" ? plain(said) : said
  }
  const paragraphs = [of("greeting"), of("memory"), of("body"), of("more"), of("ask"), of("farewell"), of("ps")]
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")
}

const fits = (text: string, { channel, constraints }: Room): boolean =>
  text.length <= constraints.maxChars && (channel !== "sms" || segmentsOf(text) <= constraints.segments)

/** With what was left out put back, weightiest first, where there is room after all. */
const filledUp = (room: Room, all: ReadonlyArray<Piece>, kept: ReadonlyArray<Piece>): ReadonlyArray<Piece> => {
  const orders = new Set(kept.map(({ order }) => order))
  const out = all.filter(({ order }) => !orders.has(order)).toSorted((a, b) => Number(b.weight) - Number(a.weight))
  return out.reduce<ReadonlyArray<Piece>>((left, piece) => {
    // What is remembered does not take the place of what the message is for.
    const isBeside = piece.memoryId !== undefined && piece.weight !== undefined
    const isOut = ({ order, place, weight }: Piece): boolean =>
      place === "body" && Number(weight) > Number(piece.weight) && !left.some((one) => one.order === order)
    if (isBeside && all.some(isOut)) return left
    const forms = [piece.text, piece.short].filter((text) => text !== undefined)
    const fuller = forms.map((text) => [...left, { ...piece, text }].toSorted((a, b) => a.order - b.order))
    return fuller.find((pieces) => fits(layout(pieces, room.channel), room)) ?? left
  }, kept)
}

/** From this weight on it is the message itself: the memory, or the caller's own words. */
const itself = 90

/** From this weight on it is a fact that the caller gave, or the link. */
const given = 72

const isLink = ({ place, weight }: Piece): boolean => place === "ask" && Number(weight) >= given

const isLong = ({ short, text }: Piece): boolean => short !== undefined && short.length < text.length

/** The pieces that stay: first what is said shorter, then what is dropped, lightest first. */
const reduced = (room: Room, all: ReadonlyArray<Piece>): ReadonlyArray<Piece> | undefined => {
  let left = all
  while (!fits(layout(left, room.channel), room)) {
    const lightest = left.reduce<Piece | undefined>(
      (light, piece) =>
        piece.weight !== undefined && (light?.weight === undefined || piece.weight < light.weight) ? piece : light,
      undefined
    )
    // Words before a link go before what there is to say.
    const lasting = left.find((piece) => isLong(piece) && (piece.weight === undefined || isLink(piece)))
    const next = lightest === undefined || Number(lightest.weight) >= given ? (lasting ?? lightest) : lightest
    if (next === undefined) return undefined
    const { short, ...bare } = next
    const shorter = short !== undefined && isLong(next) ? [{ ...bare, text: short }] : []
    left = left.flatMap((piece) => (piece === next ? shorter : [piece]))
  }
  return left === all ? all : filledUp(room, all, left)
}

/** Whether what the message is for is in it, in full: a greeting by name is not worth a day or a link. */
const isWhole = (all: ReadonlyArray<Piece>, kept: ReadonlyArray<Piece> | undefined): boolean =>
  all
    .filter(({ place, weight }) => weight === undefined || (weight >= given && place !== "greeting"))
    .every(({ order, text }) => kept?.some((piece) => piece.order === order && piece.text === text) === true)

const staysDense = (text: string): boolean => isDense(plain(text))

/** What the caller wants said, and what is asked: whatever letters it takes. */
const isDue = ({ place, weight }: Piece): boolean => weight === undefined || (place === "body" && weight >= itself)

/** The same with fewer letters that make a text message UCS-2, which holds less than half of it; the gentlest first. */
const plainer = (all: ReadonlyArray<Piece>): ReadonlyArray<ReadonlyArray<Piece>> =>
  [
    all.filter(({ place }) => place !== "greeting"),
    all.filter((piece) => isDue(piece) || staysDense(piece.text))
  ].filter((pieces) => pieces.length > 0 && staysDense(layout(pieces, "sms")))

/**
 * The pieces that stay. A name is never misspelt: where its letters leave too little room, nobody is greeted by it, nor is
 * it where `isTerse` prefers what there is to say.
 */
export const fitted = (room: Room, all: ReadonlyArray<Piece>, isTerse: boolean): ReadonlyArray<Piece> | undefined => {
  const kept = reduced(room, all)
  if (kept === all || room.channel !== "sms" || staysDense(layout(all, "sms"))) return kept
  if (!isTerse && isWhole(all, kept)) return kept
  for (const pieces of plainer(all)) {
    const fitting = reduced(room, pieces)
    if (fitting !== undefined && (isTerse || isWhole(pieces, fitting))) return fitting
  }
  return kept
}
