/** Text of strangers is data: it is quoted in prompts, and what reads like an order is not repeated. */

/** Whether a text speaks to the machine that reads it. */
export const looksLikeInstruction = (text: string): boolean =>
  /\bignore (?:all |any |your |the )*(?:previous |prior |earlier )?instructions/i.test(text)
