import { assert, describe, it } from "@effect/vitest"
import { statedIn } from "../../../../src/core/composer/objective/Stated.ts"

const said: ReadonlyArray<readonly [string, string]> = [
  ["announce that our shop in Graz reopens on Monday", "Our shop in Graz reopens on Monday."],
  ["Please tell them that their order is ready.", "Your order is ready."],
  ["let customers know about the new opening hours", "We would like you to know about the new opening hours."],
  ["Let them know their order is ready for pickup", "Your order is ready for pickup."],
  ["let everyone know that we moved", "We moved."],
  ["say sorry for the outage", "We are sorry for the outage."],
  ["apologise to them about the delay", "We are sorry for the delay."],
  ["thank them for their patience", "Thank you for your patience."],
  ["Invite people to our summer party on 3 July", "You are invited to our summer party on 3 July."],
  ["invite them to try the new oven", "You are invited to try the new oven."],
  ["congratulate her on ten years with us", "Congratulations on ten years with us."],
  ["wish them a happy new year", "We wish you a happy new year."],
  ["remind them to bring the voucher", "Please remember to bring the voucher."],
  ["remind customers of the sale on Friday", "This is a reminder of the sale on Friday."],
  ["ask for feedback on the course", "We would like to ask you for feedback on the course."],
  ["ask them whether Tuesday still works", "We would like to ask you whether Tuesday still works."],
  ["tell them that they are invited", "You are invited."],
  ["ask whether they would like to join the board", "Would you like to join the board?"],
  [
    "Tell people about our new opening hours: 7 to 19",
    "We would like to tell you about our new opening hours: 7 to 19."
  ],
  ["Spring sale on ovens, 10% off until Sunday", "Spring sale on ovens, 10% off until Sunday."],
  ["sell 20 ovens to them", "We would like to tell you about 20 ovens."],
  ["announce our new oven", "Our new oven is here."],
  ["Announce our new espresso machine to loyal customers", "Our new espresso machine is here."],
  ["Sell our $49 plan before 1 June", "We would like to tell you about our $49 plan before 1 June."]
]

describe("an objective in whole words", () => {
  it.each(said)("%s", (objective, sentence) => {
    assert.strictEqual(statedIn(objective), sentence)
  })
  it.each([
    "winback",
    "nurture_checkin",
    "birthday",
    "tell him that he plays well",
    "",
    "thank",
    "step 3 of the winback sequence",
    "reactivate 90 day lapsed customers",
    "renewal reminder"
  ])("says nothing of %s", (objective) => {
    assert.isUndefined(statedIn(objective))
  })
})
