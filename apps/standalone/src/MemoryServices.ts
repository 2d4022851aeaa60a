/**
 * What `Services` puts together, without any database: stores, journal, queues and receipts in memory. For tests of what
 * stands above; each of these layers is held to the tests of its counterpart.
 */
import { FactSource } from "@loopdrive/actor/Facts"
import * as MemoryJournalStore from "@loopdrive/actor/MemoryJournalStore"
import { MemoryTables } from "@loopdrive/actor/MemoryTables"
import { Receipts } from "@loopdrive/actor/Receipts"
import * as MemoryEventStore from "@loopdrive/events/MemoryEventStore"
import { Liveness } from "@loopdrive/gateway/SystemHttp"
import * as Client from "@loopdrive/person/Client"
import { Holders } from "@loopdrive/person/Holders"
import * as MemoryMerging from "@loopdrive/person/MemoryMerging"
import * as MemoryPersonStore from "@loopdrive/person/MemoryPersonStore"
import { Resolution } from "@loopdrive/person/Resolution"
import * as MemorySendAlertStore from "@loopdrive/sending/MemorySendAlertStore"
import * as MemorySendStore from "@loopdrive/sending/MemorySendStore"
import * as MemoryBulkStore from "@loopdrive/sending/MemoryBulkStore"
import { ConfirmationStore } from "@loopdrive/sending/ConfirmationStore"
import { LinkStore } from "@loopdrive/sending/LinkStore"
import * as MemoryNoticeStore from "@loopdrive/sending/MemoryNoticeStore"
import * as MemoryQueue from "@loopdrive/sending/MemoryQueue"
import * as MemorySuppressionStore from "@loopdrive/sending/MemorySuppressionStore"
import { Database } from "@loopdrive/storage/Database"
import * as MemoryTenancy from "@loopdrive/tenancy/MemoryTenancy"
import * as VoiceServices from "@loopdrive/voice/VoiceServices"
import * as WalletClient from "@loopdrive/wallet/Client"
import * as MemoryPaymentStore from "@loopdrive/wallet/MemoryPaymentStore"
import * as MemoryWalletStore from "@loopdrive/wallet/MemoryWalletStore"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Redacted from "effect/Redacted"
import * as Services from "./Services.ts"

const database = Layer.succeed(Database, {
  store: "memory",
  version: "none",
  vectors: "exact",
  durability: "Nothing survives the process: there is no database."
})

/** The domain in memory. Needs a cluster topology and the providers. `key` is the first key. */
export const layer = (key: Redacted.Redacted) => {
  const stores = Layer.mergeAll(
    MemoryPersonStore.layer,
    MemoryEventStore.layer,
    MemorySendStore.layer,
    MemorySendAlertStore.layer,
    MemoryWalletStore.layer,
    MemoryPaymentStore.layer,
    MemoryTenancy.layer(key),
    VoiceServices.storesMemory,
    Receipts.layerMemory,
    MemoryQueue.layer,
    MemoryQueue.layerStore,
    MemoryBulkStore.layer,
    MemorySuppressionStore.layer.pipe(Layer.provide(MemoryPersonStore.layer)),
    MemoryNoticeStore.layer,
    LinkStore.layerMemory,
    ConfirmationStore.layerMemory,
    Holders.layerMemory,
    database,
    Layer.succeed(Liveness, { alive: Effect.succeed(true) })
  )
  const entities = Layer.merge(Client.layerMemory, WalletClient.layerMemory).pipe(
    Layer.provide(Services.actors),
    Layer.provide(MemoryJournalStore.layer)
  )
  return Layer.merge(Services.inbound, Services.money).pipe(
    Layer.provideMerge(Services.sending),
    Layer.provideMerge(Resolution.layer),
    Layer.provideMerge(MemoryMerging.layer),
    Layer.provideMerge(entities),
    Layer.provideMerge(stores),
    Layer.provide(MemoryTables.layer),
    Layer.provideMerge(FactSource.layer)
  )
}
