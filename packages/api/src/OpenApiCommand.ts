/** Writes `openapi.json`. Run by `npm run openapi`. */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as OpenApiDocument from "./OpenApiDocument.ts"

writeFileSync(fileURLToPath(new URL("../openapi.json", import.meta.url)), OpenApiDocument.text())
