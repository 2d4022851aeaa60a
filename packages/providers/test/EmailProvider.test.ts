import { Context, Effect, Layer } from "effect"
import { EmailProvider } from "../src/EmailProvider.ts"
import * as SandboxEmail from "../src/SandboxEmail.ts"
import { SandboxOutbox } from "../src/SandboxOutbox.ts"
import { emailProviderContract } from "./EmailProviderContract.ts"
import { message, start } from "./ResendHarness.ts"

emailProviderContract(
  "Resend",
  Effect.map(start(), ({ emulator, provider }) => ({
    provider,
    sent: Effect.map(emulator.accepted, (accepted) => accepted.map(({ id }) => id))
  })),
  Layer.empty
)

emailProviderContract(
  "SandboxEmail in memory",
  Effect.map(Layer.build(Layer.fresh(SandboxEmail.layerMemory)), (services) => ({
    provider: Context.get(services, EmailProvider),
    sent: Effect.map(
      Context.get(services, SandboxOutbox).page(message.workspaceId, { limit: 100, offset: 0 }),
      (page) => page.messages.map(({ id }) => id)
    )
  })),
  Layer.empty
)
