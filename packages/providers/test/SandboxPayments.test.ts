import { Context, Effect, Layer } from "effect"
import { PaymentProvider } from "../src/PaymentProvider.ts"
import * as SandboxPayments from "../src/SandboxPayments.ts"
import { paymentProviderContract } from "./PaymentProviderContract.ts"
import type { Subject } from "./PaymentProviderContract.ts"

export const subjectOf = (
  services: Context.Context<PaymentProvider | SandboxPayments.SandboxPayments>,
  workspaceId: string
): Subject => {
  const counter = Context.get(services, SandboxPayments.SandboxPayments)
  return {
    provider: Context.get(services, PaymentProvider),
    workspaceId,
    confirm: (paymentIntentId, act) => counter.confirm({ workspaceId, paymentIntentId, ...act }),
    refund: (paymentIntentId, amount) => counter.refund({ workspaceId, paymentIntentId, amount }),
    dispute: (paymentIntentId, status) => counter.dispute({ workspaceId, paymentIntentId, status })
  }
}

paymentProviderContract(
  "SandboxPayments in memory",
  Effect.map(Layer.build(Layer.fresh(SandboxPayments.layerMemory)), (services) => subjectOf(services, "ws_1")),
  Layer.empty
)
