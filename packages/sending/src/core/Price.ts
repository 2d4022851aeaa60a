/** What sending a message costs (contract section 8.5), in cents. Platforms that have no price there cost nothing. */
const prices: Readonly<Record<string, number>> = { email: 1, sms: 5, instagram: 10 }

/** `segments`: of an SMS, each of which costs. */
export const centsOf = (channel: string, segments: number): number =>
  (prices[channel] ?? 0) * (channel === "sms" ? segments : 1)
