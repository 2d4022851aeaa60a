/** Whether a text sounds glad or cross: -1..1, by the words it uses; a negation before a word turns it round. */
import { wordsOf } from "./Sentences.ts"

const glad = new Set(
  "glad happy thank thanks welcome love lovely great good enjoy pleased delighted congratulations wonderful nice hope helpful easy free better best excited fun warm kind proud favourite favorite win success succeed safe gift celebrate appreciate perfect beautiful fresh ready".split(
    " "
  )
)
const cross = new Set(
  "bad worse worst hate terrible awful horrible fail failed failing failure problem angry annoyed sad sorry unfortunately lose lost losing pain painful fear afraid danger dangerous wrong useless boring ugly disappointing disappointed never penalty punish warning threat die dead broken trouble ruin miserable".split(
    " "
  )
)
const negations = new Set("not no never without don't doesn't isn't won't can't cannot".split(" "))

export const sentimentOf = (text: string): number => {
  const words = wordsOf(text.toLowerCase().replaceAll("’", "'"))
  let [sum, count] = [0, 0]
  for (const [index, word] of words.entries()) {
    const value = glad.has(word) ? 1 : cross.has(word) ? -1 : 0
    if (value === 0) continue
    const turned = words.slice(Math.max(0, index - 2), index).some((before) => negations.has(before))
    sum += turned ? -value : value
    count++
  }
  // Two words of one kind are a hint; it takes more to be sure.
  return count === 0 ? 0 : sum / (count + 2)
}
