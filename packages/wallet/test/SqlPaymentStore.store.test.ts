import { describeStores } from "@loopdrive/testkit/TestDatabase"
import * as SqlPaymentStore from "@loopdrive/wallet/SqlPaymentStore"
import * as Layer from "effect/Layer"
import * as Suite from "./suites/PaymentStore.ts"
import { layer, workspace } from "./Wallets.ts"

describeStores(
  "payments, payouts and notices on a database",
  (it) => Suite.suite(it, { layer: Layer.merge(layer, SqlPaymentStore.layer), workspace }),
  { clock: "live" }
)
