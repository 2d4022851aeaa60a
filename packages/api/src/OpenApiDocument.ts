/** The OpenAPI document of the contract, as it is committed: `npm run openapi` writes it, a gate compares it. */
import { OpenApi } from "effect/http-api"
import { Api } from "./Api.ts"

/** Stable text: the same contract gives the same bytes. */
export const text = (): string => `${JSON.stringify(OpenApi.fromApi(Api), null, 2)}\n`
