/**
 * The connector of each social platform that the environment asks for. Used by the applications when they put their
 * layers together.
 */
import { Config, Effect, Layer, Option, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as Credential from "./Credential.ts"
import { DmProvider } from "./DmProvider.ts"
import type { Connector, DmPlatform } from "./DmProvider.ts"
import * as MetaMessaging from "./MetaMessaging.ts"
import * as Reddit from "./Reddit.ts"
import * as SandboxDm from "./SandboxDm.ts"
import type { SandboxOutbox } from "./SandboxOutbox.ts"
import * as WhatsApp from "./WhatsApp.ts"
import * as X from "./X.ts"

const plain = (variable: string) =>
  Effect.map(Credential.config(variable), (found) => Option.getOrUndefined(Option.map(found, Redacted.value)))

const address = (variable: string) => Config.option(Config.NonEmptyString(variable))

const facebook = "https://graph.facebook.com"
/** Where an Instagram account without a page is reached ("Instagram API with Instagram Login"). */
const instagram = "https://graph.instagram.com"

/** The platforms of Meta whose account is named; none without a token. */
const meta = Effect.gen(function* () {
  const found: Partial<Record<DmPlatform, Connector>> = {}
  const accessToken = yield* Credential.config("META_ACCESS_TOKEN")
  if (Option.isNone(accessToken)) return found
  const appSecret = Option.getOrUndefined(yield* Credential.config("META_APP_SECRET"))
  const given = Option.getOrUndefined(yield* address("META_BASE_URL"))
  const credentials = { accessToken: accessToken.value, appSecret, baseUrl: given ?? facebook }
  const [page, profile, number] = [
    yield* plain("META_PAGE_ID"),
    yield* plain("INSTAGRAM_ACCOUNT_ID"),
    yield* plain("WHATSAPP_PHONE_NUMBER_ID")
  ]
  if (page !== undefined) {
    const account = { platform: "facebook", senderId: page, profileId: page } as const
    found.facebook = yield* MetaMessaging.make(account, credentials)
  }
  if (profile !== undefined) {
    const account = { platform: "instagram", senderId: page ?? profile, profileId: profile } as const
    const baseUrl = given ?? (page === undefined ? instagram : facebook)
    found.instagram = yield* MetaMessaging.make(account, { ...credentials, baseUrl })
  }
  if (number !== undefined) found.whatsapp = yield* WhatsApp.make(number, credentials)
  return found
})

const x = Effect.gen(function* () {
  const apiKey = yield* Credential.config("X_API_KEY")
  if (Option.isNone(apiKey)) return {}
  const baseUrl = Option.getOrElse(yield* address("X_BASE_URL"), () => "https://api.x.com")
  const apiSecret = yield* Credential.required("X_API_SECRET")
  const accessToken = yield* Credential.required("X_ACCESS_TOKEN")
  const accessSecret = yield* Credential.required("X_ACCESS_SECRET")
  return { x: yield* X.make({ apiKey: apiKey.value, apiSecret, accessToken, accessSecret, baseUrl }) }
})

const reddit = Effect.gen(function* () {
  const clientId = yield* plain("REDDIT_CLIENT_ID")
  if (clientId === undefined) return {}
  const clientSecret = yield* Credential.required("REDDIT_CLIENT_SECRET")
  const username = Redacted.value(yield* Credential.required("REDDIT_USERNAME"))
  const password = yield* Credential.required("REDDIT_PASSWORD")
  const baseUrl = Option.getOrUndefined(yield* address("REDDIT_BASE_URL"))
  return { reddit: yield* Reddit.make({ clientId, clientSecret, username, password, baseUrl }) }
})

/** What each platform needs, named where it is missing. */
const needs: Readonly<Record<DmPlatform, string>> = {
  facebook: "META_PAGE_ID",
  instagram: "INSTAGRAM_ACCOUNT_ID",
  whatsapp: "WHATSAPP_PHONE_NUMBER_ID",
  x: "X_API_KEY",
  reddit: "REDDIT_CLIENT_ID"
}

const make = Effect.gen(function* () {
  const vendors: Partial<Record<DmPlatform, Connector>> = { ...(yield* meta), ...(yield* x), ...(yield* reddit) }
  const sandbox = yield* SandboxDm.make
  const choose = Effect.fnUntraced(function* (platform: DmPlatform) {
    const vendor = vendors[platform]
    if (vendor === undefined) yield* Credential.allowSandbox(needs[platform])
    return vendor ?? sandbox
  })
  const connectors = yield* Effect.all({
    facebook: choose("facebook"),
    instagram: choose("instagram"),
    whatsapp: choose("whatsapp"),
    x: choose("x"),
    reddit: choose("reddit")
  })
  return DmProvider.of({ connector: (platform) => connectors[platform] })
})

/**
 * Each platform with credentials is asked of its vendor; the others are the sandbox, except with `NODE_ENV=production`,
 * where that needs `LOOPDRIVE_SANDBOX=true`. A vendor that is half configured fails with the variable it lacks.
 */
export const layerConfig: Layer.Layer<DmProvider, Config.ConfigError | Credential.MissingCredential, SandboxOutbox> =
  Layer.provide(Layer.effect(DmProvider, make), FetchHttpClient.layer)
