/** The client: one constructor with named options, a module per part of the contract. */
import { BudgetModule } from "./BudgetModule.ts"
import { PersonModule } from "./PersonModule.ts"
import { EventsModule, SendModule } from "./SendModule.ts"
import { Transport } from "./Transport.ts"
import type { CallOptions, Options } from "./Transport.ts"
import { VoiceModule } from "./VoiceModule.ts"
import type { Health } from "./Wire.ts"

export class LoopDrive {
  readonly person: PersonModule
  readonly send: SendModule
  readonly events: EventsModule
  readonly budget: BudgetModule
  readonly voice: VoiceModule
  readonly #transport: Transport

  constructor(options: Options) {
    this.#transport = new Transport(options)
    this.person = new PersonModule(this.#transport)
    this.send = new SendModule(this.#transport)
    this.events = new EventsModule(this.#transport)
    this.budget = new BudgetModule(this.#transport)
    this.voice = new VoiceModule(this.#transport)
  }

  /** Whether the server is up, and on what it stands. */
  ping(options?: CallOptions): Promise<Health> {
    return this.#transport.call({ method: "GET", path: "/health" }, options) as Promise<Health>
  }
}
