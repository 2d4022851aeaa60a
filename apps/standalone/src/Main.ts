/** What `npm start` runs. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Layer from "effect/Layer"
import * as Server from "./Server.ts"
import * as Startup from "./Startup.ts"

NodeRuntime.runMain(Startup.explained(Layer.launch(Server.layer)), {
  disableErrorReporting: true,
  teardown: Startup.teardown
})
