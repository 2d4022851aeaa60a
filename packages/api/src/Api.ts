/** The whole HTTP contract: what the gateway serves, `openapi.json` describes and the SDK's types come from. */
import { HttpApi, OpenApi } from "effect/http-api"
import { AdminApi } from "./AdminApi.ts"
import { BulkApi } from "./BulkApi.ts"
import * as Described from "./Described.ts"
import * as IdempotencyKeys from "./IdempotencyKeys.ts"
import { InboundApi, SuppressionApi } from "./InboundApi.ts"
import { PersonApi } from "./PersonApi.ts"
import { QueueApi } from "./QueueApi.ts"
import { MoneyApi } from "./MoneyApi.ts"
import * as QueryNumbers from "./QueryNumbers.ts"
import { EventsApi, SendAlertApi, SendApi } from "./SendApi.ts"
import { StripeApi, WalletApi } from "./WalletApi.ts"
import { VoiceAdminApi } from "./VoiceAdminApi.ts"
import { VoiceApi } from "./VoiceApi.ts"
import { SandboxApi, SystemApi } from "./SystemApi.ts"
import * as UnknownFields from "./UnknownFields.ts"

export const Api = HttpApi.make("loopdrive")
  .add(PersonApi)
  .add(SendApi)
  .add(SendAlertApi)
  .add(BulkApi)
  .add(QueueApi)
  .add(InboundApi)
  .add(SuppressionApi)
  .add(EventsApi)
  .add(VoiceApi)
  .add(AdminApi)
  .add(VoiceAdminApi)
  .add(WalletApi)
  .add(MoneyApi)
  .add(StripeApi)
  .add(SandboxApi)
  .add(SystemApi)
  .annotateMerge(
    OpenApi.annotations({
      title: "LoopDrive",
      version: "0.1.0",
      description:
        "Identity-first, memory-powered marketing backend. Every path is also served under the other spelling, with or without `/api`.",
      transform: (document) =>
        IdempotencyKeys.describe(UnknownFields.describe(QueryNumbers.describe(Described.describe(document))))
    })
  )
