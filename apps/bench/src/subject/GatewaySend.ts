/**
 * The `send` bench on the product: its gateway, actors, queues and workers on PostgreSQL, and the vendor's own client
 * pointed at the stub.
 */
import * as Gateway from "@loopdrive/gateway/Gateway"
import * as Resend from "@loopdrive/providers/Resend"
import * as Redacted from "effect/Redacted"
import * as Product from "../Product.ts"
import { given } from "../Served.ts"
import * as Vendor from "../Vendor.ts"

Product.run(Gateway.layer({ origins: [] }), {
  works: true,
  email: Resend.layerWith({
    apiKey: Redacted.make("re_bench"),
    baseUrl: given(Vendor.variable),
    // As many as the baseline's worker has in hand; Resend itself would not let so many in.
    limits: { concurrency: 32 }
  })
})
