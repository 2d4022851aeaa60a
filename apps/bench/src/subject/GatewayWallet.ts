/**
 * The wallet benches on the product: its gateway, actors and stores on PostgreSQL, as `npm start` puts them together. With
 * `BENCH_TENANTS` its keys are in a map in memory; with `BENCH_WALLET=none` nothing is behind the gateway.
 */
import * as Gateway from "@loopdrive/gateway/Gateway"
import * as Layer from "effect/Layer"
import * as MapTenancy from "./MapTenancy.ts"
import * as NoWallet from "./NoWallet.ts"
import * as Product from "../Product.ts"

const gateway = Gateway.layer({ origins: [] })
const keyed = process.env.BENCH_TENANTS === undefined ? gateway : Layer.provide(gateway, MapTenancy.layer)

Product.run(process.env.BENCH_WALLET === "none" ? Layer.provide(keyed, NoWallet.layer) : keyed)
