import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { layerStore } from "./Served.ts"
import * as Suites from "./Suites.ts"

describeStores(
  "the HTTP API",
  (it) => {
    it.layer(layerStore, { timeout: "60 seconds" })(Suites.behindTheDoor)
  },
  { clock: "live" }
)
