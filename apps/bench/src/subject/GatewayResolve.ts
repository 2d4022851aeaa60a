/** The `resolve` bench on the product: its gateway, actors and stores on PostgreSQL. */
import * as Gateway from "@loopdrive/gateway/Gateway"
import * as Product from "../Product.ts"

Product.run(Gateway.layer({ origins: [] }))
