/** What `npm start` runs. */
import * as NodeRuntime from "@effect/platform-node/NodeRuntime"
import * as Layer from "effect/Layer"
import * as Server from "./Server.ts"

NodeRuntime.runMain(Layer.launch(Server.layer))
