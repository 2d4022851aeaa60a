import { Effect, Layer } from "effect"
import * as SandboxPayments from "../src/SandboxPayments.ts"
import { paymentProviderContract, sandboxSubject } from "./PaymentProviderContract.ts"
import { subject } from "./StripeHarness.ts"

paymentProviderContract("Stripe", subject, Layer.empty)

paymentProviderContract(
  "SandboxPayments in memory",
  Effect.map(Layer.build(Layer.fresh(SandboxPayments.layerMemory)), (services) => sandboxSubject(services, "ws_1")),
  Layer.empty
)
