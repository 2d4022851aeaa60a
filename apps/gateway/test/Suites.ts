/** The HTTP suites: what every way of serving the gateway must pass. */
import { describe } from "@effect/vitest"
import type { Tests } from "./Served.ts"
import * as Admin from "./suites/Admin.ts"
import * as Authorization from "./suites/Authorization.ts"
import * as Bulks from "./suites/Bulks.ts"
import * as Channels from "./suites/Channels.ts"
import * as Confirming from "./suites/Confirming.ts"
import * as Inbound from "./suites/Inbound.ts"
import * as Idempotency from "./suites/Idempotency.ts"
import * as Malformed from "./suites/Malformed.ts"
import * as Merging from "./suites/Merging.ts"
import * as Pages from "./suites/Pages.ts"
import * as Paths from "./suites/Paths.ts"
import * as Payments from "./suites/Payments.ts"
import * as People from "./suites/People.ts"
import * as Recipients from "./suites/Recipients.ts"
import * as Search from "./suites/Search.ts"
import * as Sending from "./suites/Sending.ts"
import * as UnknownIds from "./suites/UnknownIds.ts"
import * as Voice from "./suites/Voice.ts"
import * as VoiceAdmin from "./suites/VoiceAdmin.ts"
import * as Wallet from "./suites/Wallet.ts"
import * as Workspaces from "./suites/Workspaces.ts"

/** Every test has a workspace of its own, and most of them wait for workers: several at a time. */
const atOnce = { concurrent: true }

/** What is settled before anything is asked of a store, and so the same whatever the store. */
const atTheDoor = (it: Tests): void => {
  describe("bad input", () => {
    Malformed.suite(it)
  })
  describe("authorization", () => {
    Authorization.suite(it)
  })
  describe("paths", () => {
    Paths.suite(it)
  })
  describe("pages", () => {
    Pages.suite(it)
  })
}

/** What a store answers, or keeps. */
export const behindTheDoor = (it: Tests): void => {
  describe("nobody's ids, and other workspaces'", () => {
    UnknownIds.suite(it)
    Workspaces.suite(it)
  })
  describe("idempotency", atOnce, () => {
    Idempotency.suite(it)
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
  describe("sending", atOnce, () => {
    Sending.suite(it)
    Channels.suite(it)
    Bulks.suite(it)
  })
  describe("what comes in", atOnce, () => {
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
  describe("administration", atOnce, () => {
    Admin.suite(it)
  })
}

/** All of it. */
export const all = (it: Tests): void => {
  atTheDoor(it)
  behindTheDoor(it)
}
