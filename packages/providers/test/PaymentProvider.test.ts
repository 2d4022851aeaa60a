import { Effect, Layer } from "effect"
import * as SandboxPayments from "../src/SandboxPayments.ts"
import { paymentProviderContract } from "./PaymentProviderContract.ts"
import { sandboxSubject } from "./PaymentSubject.ts"
import { subject } from "./StripeHarness.ts"

paymentProviderContract("Stripe", subject)

paymentProviderContract(
  "SandboxPayments in memory",
  Effect.map(Layer.build(Layer.fresh(SandboxPayments.layerMemory)), (services) => sandboxSubject(services, "ws_1"))
)
