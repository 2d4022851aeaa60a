/** `client.person`: the person graph. Method names and arguments are those of the contract. */
import type { CallOptions, Query, Transport } from "./Transport.ts"
import type {
  Answer,
  Body,
  Consent,
  Identity,
  Memory,
  MergePreview,
  Note,
  Objective,
  Person,
  QueryOf,
  Topic
} from "./Wire.ts"

const root = "/api/person"
const of = (personId: string, rest = ""): string => `${root}/${encodeURIComponent(personId)}${rest}`

export class PersonModule {
  readonly #transport: Transport
  constructor(transport: Transport) {
    this.#transport = transport
  }

  #get<A>(path: string, query?: Query, options?: CallOptions): Promise<A> {
    return this.#transport.call({ method: "GET", path, query }, options) as Promise<A>
  }
  #post<A>(path: string, body?: unknown, options?: CallOptions): Promise<A> {
    return this.#transport.call({ method: "POST", path, body }, options) as Promise<A>
  }

  /** Finds the person behind an email, phone or handle, or makes one. */
  resolve(identity: Body<"person.resolve">, options?: CallOptions): Promise<Answer<"person.resolve">> {
    return this.#post(`${root}/resolve`, identity, options)
  }
  get(personId: string, options?: CallOptions): Promise<Person> {
    return this.#get(of(personId), undefined, options)
  }
  list(query?: Partial<QueryOf<"person.list">>, options?: CallOptions): Promise<Answer<"person.list">> {
    return this.#get(root, query, options)
  }
  /** By name, email, phone or handle; forgives typing errors. */
  search(
    query: { readonly workspaceId: string; readonly q: string; readonly limit?: number; readonly offset?: number },
    options?: CallOptions
  ): Promise<Answer<"person.search">> {
    return this.#get(`${root}/search`, query, options)
  }
  /** `null` clears a field. */
  update(personId: string, changes: Body<"person.update">, options?: CallOptions): Promise<Person> {
    return this.#transport.call({ method: "PATCH", path: of(personId), body: changes }, options) as Promise<Person>
  }

  getIdentities(personId: string, options?: CallOptions): Promise<ReadonlyArray<Identity>> {
    return this.#get(of(personId, "/identities"), undefined, options)
  }
  addIdentity(personId: string, identity: Body<"person.addIdentity">, options?: CallOptions): Promise<Identity> {
    return this.#post(of(personId, "/identities"), identity, options)
  }
  /** With `query`, the nearest first; without, the latest. */
  getMemory(
    personId: string,
    query?: {
      readonly kinds?: ReadonlyArray<Memory["kind"]>
      readonly limit?: number
      readonly minConfidence?: number
      readonly query?: string
    },
    options?: CallOptions
  ): Promise<ReadonlyArray<Memory>> {
    return this.#get(of(personId, "/memory"), query, options)
  }
  addMemory(personId: string, memory: Body<"person.addMemory">, options?: CallOptions): Promise<Memory> {
    return this.#post(of(personId, "/memory"), memory, options)
  }
  getTopics(personId: string, options?: CallOptions): Promise<ReadonlyArray<Topic>> {
    return this.#get(of(personId, "/topics"), undefined, options)
  }
  /** `weight` 0 to 1. */
  updateTopic(personId: string, topic: string, weight: number, options?: CallOptions): Promise<Topic> {
    return this.#post(of(personId, "/topics"), { topic, weight }, options)
  }
  /** The current state; with a channel, what stands for messages on it. */
  getConsent(personId: string, channel?: string, options?: CallOptions): Promise<ReadonlyArray<Consent>> {
    return this.#get(of(personId, "/consent"), { channel }, options)
  }
  updateConsent(personId: string, consent: Body<"person.updateConsent">, options?: CallOptions): Promise<Consent> {
    return this.#post(of(personId, "/consent"), consent, options)
  }
  getNotes(personId: string, options?: CallOptions): Promise<ReadonlyArray<Note>> {
    return this.#get(of(personId, "/notes"), undefined, options)
  }
  addNote(
    personId: string,
    content: string,
    metadata?: Readonly<Record<string, unknown>>,
    options?: CallOptions
  ): Promise<Note> {
    return this.#post(of(personId, "/notes"), { content, metadata }, options)
  }
  getObjectives(personId: string, options?: CallOptions): Promise<ReadonlyArray<Objective>> {
    return this.#get(of(personId, "/objectives"), undefined, options)
  }
  addObjective(personId: string, objective: Body<"person.addObjective">, options?: CallOptions): Promise<Objective> {
    return this.#post(of(personId, "/objectives"), objective, options)
  }

  /** The target survives and is answered; the source's id goes on working. */
  merge(sourceId: string, targetId: string, options?: CallOptions): Promise<Person> {
    return this.#post(`${root}/merge`, { sourceId, targetId }, options)
  }
  /** What a merge would change. */
  previewMerge(sourceId: string, targetId: string, options?: CallOptions): Promise<MergePreview> {
    return this.#post(`${root}/merge`, { sourceId, targetId, dryRun: true }, options)
  }
  unmerge(personId: string, options?: CallOptions): Promise<Answer<"person.unmerge">> {
    return this.#post(of(personId, "/unmerge"), undefined, options)
  }
  getMergeProposals(
    query?: Partial<QueryOf<"person.proposals">>,
    options?: CallOptions
  ): Promise<Answer<"person.proposals">> {
    return this.#get(`${root}/merge-proposals`, query, options)
  }
  acceptMergeProposal(proposalId: string, options?: CallOptions): Promise<Answer<"person.acceptProposal">> {
    return this.#post(`${root}/merge-proposals/${encodeURIComponent(proposalId)}/accept`, undefined, options)
  }
  rejectMergeProposal(proposalId: string, options?: CallOptions): Promise<Answer<"person.rejectProposal">> {
    return this.#post(`${root}/merge-proposals/${encodeURIComponent(proposalId)}/reject`, undefined, options)
  }
}
