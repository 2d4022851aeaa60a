import { describe, expect, it } from "vitest"
import { defaultVoice } from "../../src/core/BrandVoice.ts"
import type { BrandVoice } from "../../src/core/BrandVoice.ts"
import { readings } from "../../src/core/Folding.ts"
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

it("tells which terms a text uses, each once", () => {
  expect(usedIn(readings("Bread and more bread"), ["bread", "cake"])).toEqual(["bread"])
})
