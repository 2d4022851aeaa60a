import { layer } from "@effect/vitest"
import { layerMemory } from "./Served.ts"
import * as Suites from "./Suites.ts"

layer(layerMemory, { timeout: "60 seconds", excludeTestServices: true })("the HTTP API in memory", Suites.all)
