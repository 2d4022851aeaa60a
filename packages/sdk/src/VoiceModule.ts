/** `client.voice`: messages in a brand's words. Method names and arguments are those of the contract. */
import type { CallOptions, Query, Transport } from "./Transport.ts"
import type { Answer, Body, Composed, PromptPack, QueryOf, SnippetLibrary, VoiceAnalytics } from "./Wire.ts"

const root = "/brand-voice"

/** Instants may be given as dates. */
export interface AnalyticsRange {
  readonly from?: string | Date
  readonly to?: string | Date
}
const text = (instant: string | Date | undefined): string | undefined =>
  instant instanceof Date ? instant.toISOString() : instant

export class VoiceModule {
  readonly #transport: Transport
  constructor(transport: Transport) {
    this.#transport = transport
  }

  #get<A>(path: string, query?: Query, options?: CallOptions): Promise<A> {
    return this.#transport.call({ method: "GET", path, query }, options) as Promise<A>
  }
  #post<A>(path: string, body: unknown, options?: CallOptions): Promise<A> {
    return this.#transport.call({ method: "POST", path, body }, options) as Promise<A>
  }

  /**
   * A message for a person, grounded in what is remembered of it: a primary variant and others. `meta.source` says who
   * wrote: the `model`, the composer of the server (`local`), or that composer because the model failed (`fallback`).
   */
  compose(args: Body<"voice.compose">, options?: CallOptions): Promise<Composed> {
    return this.#post(`${root}/compose`, args, options)
  }
  /** Whether a text may go out. When it may not, `redacted` is what of it may. */
  guardrail(
    content: string,
    channel: string,
    brandId?: string,
    options?: CallOptions
  ): Promise<Answer<"voice.guardrail">> {
    return this.#post(`${root}/guardrail`, { text: content, channel, brandId }, options)
  }
  /** What a model is told for a use case such as `email_nurture`. */
  getPromptPack(useCase: string, brandId?: string, options?: CallOptions): Promise<PromptPack> {
    return this.#get(`${root}/prompts/${encodeURIComponent(useCase)}`, { brandId }, options)
  }
  /** Best first. */
  getSnippets(
    filters: Partial<QueryOf<"voice.snippets">> = {},
    options?: CallOptions
  ): Promise<ReadonlyArray<SnippetLibrary>> {
    return this.#get(`${root}/snippets`, filters, options)
  }
  addSnippet(snippet: Body<"voice.addSnippet">, options?: CallOptions): Promise<SnippetLibrary> {
    return this.#post(`${root}/snippets`, snippet, options)
  }
  /** Counts one impression, and one conversion if it was one; a call is counted once however often it is repeated. */
  async recordSnippetUsage(
    snippetId: string,
    outcome: "conversion" | "no_conversion",
    options?: CallOptions
  ): Promise<void> {
    await this.#post(`${root}/snippets/${encodeURIComponent(snippetId)}/usage`, { outcome }, options)
  }
  /** How well a text speaks in the brand's voice, 0 to 1, and what would help. */
  testAlignment(content: string, brandId?: string, options?: CallOptions): Promise<Answer<"voice.testAlignment">> {
    return this.#post(`${root}/test-alignment`, { text: content, brandId }, options)
  }
  /** Of the last 30 days unless said otherwise. */
  getAnalytics(brandId: string, range: AnalyticsRange = {}, options?: CallOptions): Promise<VoiceAnalytics> {
    const query = { from: text(range.from), to: text(range.to) }
    return this.#get(`${root}/${encodeURIComponent(brandId)}/analytics`, query, options)
  }
}
