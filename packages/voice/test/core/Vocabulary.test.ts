import { describe, expect, it } from "vitest"
import { defaultVoice } from "../../src/core/BrandVoice.ts"
import type { BrandVoice } from "../../src/core/BrandVoice.ts"
import { readings } from "../../src/core/text/Folding.ts"
import { competitorsIn, forbiddenIn, inOwnWords, usedIn } from "../../src/core/Vocabulary.ts"

const voice = (more: Partial<BrandVoice["vocabulary"]>, competitors: ReadonlyArray<string> = []): BrandVoice => ({
  ...defaultVoice,
  competitors,
  vocabulary: { ...defaultVoice.vocabulary, ...more }
})
const forbidden = (word: string, text: string) =>
  forbiddenIn(text, voice({ forbidden: [word] })).map(({ end, start }) => text.slice(start, end))

describe("a forbidden word", () => {
  it.each([
    ["cheap", "Cheap, cheaper, cheapest, cheaply", ["Cheap", "cheaper", "cheapest", "cheaply"]],
    ["party", "parties and partying, the party's over", ["parties", "partying", "party's"]],
    ["leverage", "leverages, leveraging, leveraged", ["leverages", "leveraging", "leveraged"]],
    ["guarantee", "guaranteed and guaranteeing", ["guaranteed", "guaranteeing"]],
    ["stop", "stopping stopped stops", ["stopping", "stopped", "stops"]],
    ["game-changer", "game changers, gamechanger", ["game changers", "gamechanger"]],
    ["act now", "Act\nnow!", ["Act\nnow"]],
    ["C++", "C++ and C", ["C++"]],
    ["naïve", "Naive", ["Naive"]]
  ])("%s is found in %s", (word, text, found) => expect(forbidden(word, text)).toEqual(found))

  it.each([
    ["ass", "Assess the class in Essex"],
    ["cheap", "Cheapside"],
    ["act now", "act nowhere"],
    ["free", "carefree"],
    ["---", "a --- b"],
    ["", "anything"]
  ])("%s is not found in %s", (word, text) => expect(forbidden(word, text)).toEqual([]))
})

it("knows competitors in any spelling of their joints", () => {
  const rivals = voice({}, ["Planner Pro"])
  expect(competitorsIn("PlannerPro, planner-pro and Planner  Pro's", rivals)).toHaveLength(3)
  expect(competitorsIn("a planner for pros", rivals)).toEqual([])
})

it("says things in the brand's words, with the capitals they had", () => {
  const own = voice({ replacements: { cheap: "affordable", clients: "customers", bad: "" } })
  expect(inOwnWords("Cheap for CLIENTS and clients, not bad.", own)).toBe(
    "Affordable for CUSTOMERS and customers, not bad."
  )
})

it("keeps the number and the article right, and addresses as they are", () => {
  const own = voice({ replacements: { demo: "appointment", answer: "reply" } })
  expect(inOwnWords("A demo, two demos, an answer: https://lumen.example/demo or demo@lumen.example", own)).toBe(
    "An appointment, two appointments, a reply: https://lumen.example/demo or demo@lumen.example"
  )
})

it("tells which terms a text uses, each once", () => {
  expect(usedIn(readings("Bread and more bread"), ["bread", "cake"])).toEqual(["bread"])
})

describe("a competitor of several capitals", () => {
  const rivals = voice({}, ["PlantHub", "GreenThumb Co", "LinkedIn"])
  const named = (text: string) => competitorsIn(text, rivals).map(({ label }) => label)

  it.each([
    ["Brightleaf et Plant Hub ?", "PlantHub"],
    ["PLANT HUB is dearer", "PlantHub"],
    ["see plant-hub, or do not", "PlantHub"],
    ["see plant.hub today", "PlantHub"],
    ["plant_hub's roses", "PlantHub"],
    ["better than plant hub", "PlantHub"],
    ["a Green Thumb Co. rake", "GreenThumb Co"],
    ["find us on Linked In", "LinkedIn"],
    ["PlantHub", "PlantHub"]
  ])("is found in %s", (text, name) => expect(named(text)).toEqual([name]))

  it.each([
    "our new plant hub in town",
    "Water the plant. Hub caps are on page 2.",
    "the accounts are linked in the app"
  ])("is not found in %s", (text) => expect(named(text)).toEqual([]))
})

it("knows a competitor by a dot between its words, and not at the end of a sentence", () => {
  const rivals = voice({}, ["Planner Pro"])
  expect(competitorsIn("planner.pro", rivals)).toHaveLength(1)
  expect(competitorsIn("Use a planner. Pro tip: write.", rivals)).toEqual([])
})
