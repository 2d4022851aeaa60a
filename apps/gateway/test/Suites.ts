/** All HTTP suites: what every way of serving the gateway must pass. */
import { describe } from "@effect/vitest"
import type { Tests } from "./Served.ts"
import * as Admin from "./suites/Admin.ts"
import * as Authorization from "./suites/Authorization.ts"
import * as BadInput from "./suites/BadInput.ts"
import * as Bulks from "./suites/Bulks.ts"
import * as Channels from "./suites/Channels.ts"
import * as Confirming from "./suites/Confirming.ts"
import * as Inbound from "./suites/Inbound.ts"
import * as Idempotency from "./suites/Idempotency.ts"
import * as Merging from "./suites/Merging.ts"
import * as Pages from "./suites/Pages.ts"
import * as Paths from "./suites/Paths.ts"
import * as Payments from "./suites/Payments.ts"
import * as People from "./suites/People.ts"
import * as Recipients from "./suites/Recipients.ts"
import * as Search from "./suites/Search.ts"
import * as Sending from "./suites/Sending.ts"
import * as Voice from "./suites/Voice.ts"
import * as VoiceAdmin from "./suites/VoiceAdmin.ts"
import * as Wallet from "./suites/Wallet.ts"

export const all = (it: Tests): void => {
  describe("bad input", () => {
    BadInput.suite(it)
  })
  describe("authorization", () => {
    Authorization.suite(it)
  })
  describe("idempotency", () => {
    Idempotency.suite(it)
  })
  describe("paths", () => {
    Paths.suite(it)
  })
  describe("pages", () => {
    Pages.suite(it)
  })
  describe("people", () => {
    People.suite(it)
  })
  describe("search", () => {
    Search.suite(it)
  })
  describe("merging", () => {
    Merging.suite(it)
  })
  describe("sending", () => {
    Sending.suite(it)
    Channels.suite(it)
    Bulks.suite(it)
  })
  describe("what comes in", () => {
    Inbound.suite(it)
    Recipients.suite(it)
    Confirming.suite(it)
  })
  describe("the wallet", () => {
    Wallet.suite(it)
    Payments.suite(it)
  })
  describe("the brand voice", () => {
    Voice.suite(it)
    VoiceAdmin.suite(it)
  })
  describe("administration", () => {
    Admin.suite(it)
  })
}
