/** Which of somebody's topics they care about, as far as may be said to them. */
import type { Topic } from "@loopdrive/domain/PersonGraph"
import { isSensitive } from "./Sensitive.ts"

/** Of what weighs less nobody says that they care about it. */
const least = 0.3

const unwanted = /dislik|hate|negativ|avoid|objection|block|mute|not[ _-]interested/i

export const isInterest = ({ category = "", name, weight }: Pick<Topic, "category" | "name" | "weight">): boolean =>
  weight >= least && !unwanted.test(category) && !isSensitive(name)
