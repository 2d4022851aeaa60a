/**
 * Everything below HTTP, in one process: actors, queries, workers, providers. What a database, a journal or a vendor is,
 * the caller decides.
 */
import { Activations, Projections } from "@loopdrive/actor/Activations"
import { FactSource } from "@loopdrive/actor/Facts"
import { Journal } from "@loopdrive/actor/Journal"
import * as ReceiptCleanup from "@loopdrive/actor/ReceiptCleanup"
import { Receipts } from "@loopdrive/actor/Receipts"
import * as SqlJournalStore from "@loopdrive/actor/SqlJournalStore"
import * as SqlEventStore from "@loopdrive/events/SqlEventStore"
import { Liveness } from "@loopdrive/gateway/SystemHttp"
import * as Client from "@loopdrive/person/Client"
import { Resolution } from "@loopdrive/person/Resolution"
import * as SqlMerging from "@loopdrive/person/SqlMerging"
import * as SqlPersonStore from "@loopdrive/person/SqlPersonStore"
import { Holders } from "@loopdrive/person/Holders"
import * as BulkRunner from "@loopdrive/sending/BulkRunner"
import * as ComposeWorker from "@loopdrive/sending/ComposeWorker"
import * as ConfirmationProjection from "@loopdrive/sending/ConfirmationProjection"
import * as Confirmations from "@loopdrive/sending/Confirmations"
import { ConfirmationStore } from "@loopdrive/sending/ConfirmationStore"
import * as DmCarrier from "@loopdrive/sending/DmCarrier"
import * as EmailCarrier from "@loopdrive/sending/EmailCarrier"
import * as Express from "@loopdrive/sending/Express"
import * as LeavingWords from "@loopdrive/sending/LeavingWords"
import { LegalNotices, none } from "@loopdrive/sending/LegalNotice"
import { LinkStore } from "@loopdrive/sending/LinkStore"
import * as LintFacts from "@loopdrive/sending/LintFacts"
import * as NoticeCleanup from "@loopdrive/sending/NoticeCleanup"
import * as NoticeInbox from "@loopdrive/sending/NoticeInbox"
import { OptOuts } from "@loopdrive/sending/OptOuts"
import { OutsideFacts } from "@loopdrive/sending/OutsideFacts"
import * as PlatformContext from "@loopdrive/sending/PlatformContext"
import { PublicUrl } from "@loopdrive/sending/PublicUrl"
import { Policies } from "@loopdrive/sending/Policies"
import { RecipientLinks } from "@loopdrive/sending/RecipientLinks"
import * as RedditPoll from "@loopdrive/sending/RedditPoll"
import { Workspaces } from "@loopdrive/sending/Workspaces"
import * as Queue from "@loopdrive/sending/Queue"
import { projection } from "@loopdrive/sending/SendProjection"
import * as SendSweep from "@loopdrive/sending/SendSweep"
import * as SendWorker from "@loopdrive/sending/SendWorker"
import { Sending } from "@loopdrive/sending/Sending"
import * as SmsCarrier from "@loopdrive/sending/SmsCarrier"
import * as SqlBulkStore from "@loopdrive/sending/SqlBulkStore"
import * as SqlNoticeStore from "@loopdrive/sending/SqlNoticeStore"
import * as SqlSendAlertStore from "@loopdrive/sending/SqlSendAlertStore"
import * as SqlQueueStore from "@loopdrive/sending/SqlQueueStore"
import * as SqlSendStore from "@loopdrive/sending/SqlSendStore"
import * as SqlSuppressionStore from "@loopdrive/sending/SqlSuppressionStore"
import * as Windows from "@loopdrive/sending/Windows"
import { Database, layerJournal } from "@loopdrive/storage/Database"
import * as SendPolicy from "@loopdrive/domain/SendPolicy"
import { Tenancy } from "@loopdrive/tenancy/Tenancy"
import * as SqlTenancy from "@loopdrive/tenancy/SqlTenancy"
import * as VoiceServices from "@loopdrive/voice/VoiceServices"
import * as WalletClient from "@loopdrive/wallet/Client"
import { Inbox } from "@loopdrive/wallet/Inbox"
import { Payments } from "@loopdrive/wallet/Payments"
import { Payouts } from "@loopdrive/wallet/Payouts"
import { Reconciliation } from "@loopdrive/wallet/Reconciliation"
import { Reviews } from "@loopdrive/wallet/Reviews"
import { Settlement } from "@loopdrive/wallet/Settlement"
import * as SqlPaymentStore from "@loopdrive/wallet/SqlPaymentStore"
import * as SqlWalletStore from "@loopdrive/wallet/SqlWalletStore"
import * as Sweeper from "@loopdrive/wallet/Sweeper"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as SqlClient from "effect/sql/SqlClient"

import * as Voicing from "./Voicing.ts"

const liveness = Layer.effect(
  Liveness,
  Effect.map(SqlClient.SqlClient, (sql) =>
    Liveness.of({
      alive: sql`select 1`.pipe(
        Effect.as(true),
        Effect.catch((error) => Effect.as(Effect.logWarning("the database does not answer", error), false))
      )
    })
  )
)

/** What other packages add to the turns of the Person. */
const outbox = Layer.succeed(Projections, [projection, ConfirmationProjection.projection])

/** The actors of this process over a journal's store. */
export const actors = Activations.layer.pipe(Layer.provide(outbox), Layer.provideMerge(Journal.layer))

const journal = SqlJournalStore.layer.pipe(Layer.provide(layerJournal))

/** What happens around a wallet, over any store of it. Needs the payment provider. */
export const money = Layer.merge(Sweeper.Sweeper.layer, Reconciliation.layer).pipe(
  Layer.provideMerge(Inbox.layer),
  Layer.provideMerge(Layer.mergeAll(Payments.layer, Payouts.layer, Reviews.layer)),
  Layer.provideMerge(Settlement.layer)
)

/** What a workspace sends by follows from its settings. */
const policies = Layer.effect(
  Policies,
  Effect.map(Tenancy, (tenancy) => {
    const by = (read: typeof tenancy.settings) => (workspaceId: string) =>
      Effect.map(read(workspaceId), SendPolicy.of).pipe(
        // A send without its workspace cannot be.
        Effect.catchTag("WorkspaceNotFound", (error) => Effect.die(error))
      )
    return { of: by(tenancy.settings), latest: by(tenancy.latestSettings) }
  })
)

/** Whose messages they are, by their workspace. */
const workspaces = Layer.effect(
  Workspaces,
  Effect.map(Tenancy, (tenancy) => ({
    of: (workspaceId: string) =>
      Effect.all({ tenant: tenancy.tenant(workspaceId), settings: tenancy.settings(workspaceId) }).pipe(
        Effect.map(({ settings, tenant }) => ({ ...tenant, postalAddress: settings.postalAddress })),
        Effect.catchTag("WorkspaceNotFound", () => Effect.succeed(undefined))
      )
  }))
)

/** A workspace that says where it is wants that, and the way out, below its marketing. */
const legalNotices = Layer.effect(
  LegalNotices,
  Effect.map(Workspaces, (known) => ({
    of: ({ workspaceId }: { readonly workspaceId: string }) =>
      Effect.map(known.of(workspaceId), (workspace) =>
        workspace?.postalAddress === undefined
          ? none
          : { postalAddress: workspace.postalAddress, unsubscribeLink: true, optOut: true }
      )
  }))
)

/** What comes in, over any stores. Needs the public address. */
export const inbound = Layer.merge(NoticeInbox.NoticeInbox.layer, RecipientLinks.layer).pipe(
  Layer.provideMerge(OptOuts.layer),
  Layer.provideMerge(Confirmations.Confirmations.layer),
  Layer.provideMerge(LeavingWords.layer.pipe(Layer.provide(legalNotices))),
  Layer.provideMerge(workspaces)
)

/** For a server that no recipient finds. */
export const unreachable = Layer.succeed(PublicUrl, { base: "http://127.0.0.1" })

/** Sending and what it decides by, over any stores. */
export const sending = Sending.layer.pipe(
  Layer.provideMerge(OutsideFacts.layer),
  Layer.provideMerge(
    Layer.mergeAll(policies, Windows.layer, Voicing.layer, LintFacts.layer.pipe(Layer.provide(Voicing.spamScore)))
  ),
  Layer.provideMerge(VoiceServices.layerNoDeps),
  Layer.provideMerge(Express.layer)
)

const ofVectors = (vectors: "pgvector" | "exact") => {
  const stores = Layer.mergeAll(
    SqlPersonStore.layer(vectors),
    SqlEventStore.layer,
    SqlSendStore.layer,
    SqlSendAlertStore.layer,
    SqlQueueStore.layer,
    SqlBulkStore.layer,
    SqlSuppressionStore.layer,
    SqlNoticeStore.layer,
    LinkStore.layer,
    ConfirmationStore.layer,
    Holders.layer,
    SqlWalletStore.layer,
    SqlPaymentStore.layer,
    SqlTenancy.layer,
    Receipts.layer,
    Queue.layer,
    VoiceServices.stores,
    liveness
  )
  const entities = Layer.merge(Client.layer(vectors), WalletClient.layer)
  return Layer.merge(inbound, money).pipe(
    Layer.provideMerge(sending),
    Layer.provideMerge(Resolution.layer),
    Layer.provideMerge(SqlMerging.layer),
    Layer.provideMerge(entities.pipe(Layer.provide(actors), Layer.provide(journal))),
    Layer.provideMerge(stores),
    Layer.provideMerge(FactSource.layer)
  )
}

/** The domain on a database. Needs a cluster topology, the providers, and the database. */
export const layer = Layer.unwrap(Effect.map(Database, ({ vectors }) => ofVectors(vectors)))

/** The workers, which run as long as the layer lives. */
export const workers = Layer.mergeAll(
  SendWorker.layer(EmailCarrier.make),
  SendWorker.layer(SmsCarrier.make),
  SendWorker.layer(DmCarrier.make),
  ComposeWorker.layer.pipe(Layer.provide(PlatformContext.layer)),
  SendSweep.layer(Effect.all([EmailCarrier.make, SmsCarrier.make, DmCarrier.make])),
  BulkRunner.layer,
  NoticeInbox.layerWorker,
  Confirmations.layerWorker,
  RedditPoll.layer,
  Sweeper.layerWorker
)

/** Tidies the database up, as long as it lives. */
export const housekeeping = Layer.merge(ReceiptCleanup.layer, NoticeCleanup.layer)
