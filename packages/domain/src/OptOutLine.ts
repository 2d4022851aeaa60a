/**
 * The line below a text message that says how to end them, as carriers ask of marketing: added when the
 * message leaves, and left room for when one is composed.
 */

export const line = "Reply STOP to opt out."

/** Where the other one would cost a segment more. */
export const shortLine = "STOP to end"
