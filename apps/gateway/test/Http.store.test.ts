import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { layerStore } from "./Served.ts"
import * as Suites from "./Suites.ts"

describeStores(
  "the HTTP API",
  (it, store) => {
    it.layer(layerStore, { timeout: "60 seconds" })((served) => Suites.onStore(served, store))
  },
  { clock: "live" }
)
