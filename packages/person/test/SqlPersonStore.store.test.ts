import { describeStores } from "@loopdrive/testkit/TestDatabase"
import { layer, workspace } from "./People.ts"
import * as PersonStore from "./suites/PersonStore.ts"

describeStores("the person graph's queries", (it) => PersonStore.suite(it, { layer, workspace }), { clock: "live" })
