/** What goes with an objective in whole words: around a reminder, an invitation, an apology, a review that is asked for. */
import type { Purpose } from "./Purposes.ts"

type Words = Pick<Purpose, "subjects" | "bodies" | "isTransactional" | "leads"> & {
  readonly direct: ReadonlyArray<string>
  readonly gentle: ReadonlyArray<string>
}

export type Kind =
  | "review"
  | "feedback"
  | "invoice"
  | "cart"
  | "appointment"
  | "reminder"
  | "invitation"
  | "congratulation"
  | "thanks"
  | "apology"
  | "news"
  | "badNews"
  | "offer"
  | "followUp"
  | "booking"

const words: Readonly<Record<Kind, Words>> = {
  review: {
    leads: ["You can leave it here:", "Here is the link:", "This is the place for it:"],
    isTransactional: true,
    subjects: ["How was it?", "Your review", "Would you leave us a review?", "What did you think?", "A word from you"],
    bodies: [
      "A sentence or two is enough.",
      "Say it as it was, good or bad.",
      "It helps others to choose.",
      "Every word is read.",
      "We learn most from what you write."
    ],
    direct: [
      "++Leave your review here.",
      "Write a line or two in reply.",
      "Leave us a review.",
      "Send us a few words."
    ],
    gentle: [
      "Would you leave us a review?",
      "If you have a minute, leave us a review.",
      "How was it for you?",
      "What would you tell a friend about it?"
    ]
  },
  feedback: {
    isTransactional: true,
    subjects: ["How was it?", "What did you think?", "Your opinion", "How did it go?", "May we ask you something?"],
    bodies: [
      "A sentence or two is enough.",
      "Say it as it was, good or bad.",
      "Every word is read.",
      "We learn most from what did not go well."
    ],
    direct: [
      "++Tell us here.",
      "Write a line or two in reply.",
      "Tell us how it was.",
      "Reply with what comes to mind."
    ],
    gentle: [
      "How was it for you?",
      "What did you like, and what not?",
      "What should we do better?",
      "What would you tell a friend about it?"
    ]
  },
  invoice: {
    leads: ["You will find it here:", "Here is the link:", "You can settle it here:"],
    isTransactional: true,
    subjects: ["An open invoice", "Your invoice", "About your invoice"],
    bodies: [
      "If you have paid it in the meantime, there is nothing left to do.",
      "If something is not right with it, please tell us.",
      "If you need a copy, just reply."
    ],
    direct: [
      "++Please settle it here.",
      "Please have a look at it.",
      "Please see to it.",
      "Reply if anything is unclear."
    ],
    gentle: [
      "Could you have a look at it?",
      "Is anything about it unclear?",
      "Do you need anything from us for it?",
      "May we count on it soon?"
    ]
  },
  cart: {
    leads: ["Your cart is here:", "Go on here:", "Here is the link:"],
    isTransactional: true,
    subjects: ["Still in your cart", "Your cart", "Where you left off"],
    bodies: [
      "If a question kept you from ordering, we are glad to answer it.",
      "If you have changed your mind, you need do nothing.",
      "You can pick up where you left off."
    ],
    direct: [
      "++Go on with your order here.",
      "Finish your order whenever you like.",
      "Reply if a question came up.",
      "Tell us if anything is unclear."
    ],
    gentle: [
      "Would you like to finish your order?",
      "Did a question come up on the way?",
      "Can we help you decide?",
      "Is it still something for you?"
    ]
  },
  appointment: {
    isTransactional: true,
    subjects: ["Your appointment", "A reminder for you", "See you soon"],
    bodies: [
      "If you cannot make it, please tell us in good time.",
      "If it still suits you, there is nothing to do.",
      "We look forward to seeing you."
    ],
    direct: [
      "Reply if you need another time.",
      "Please tell us if anything has changed.",
      "Reply if you have a question.",
      "Let us know if you cannot come."
    ],
    gentle: [
      "Does the time still suit you?",
      "Is there anything we should know before?",
      "Would another time be better?",
      "Do you have any questions before then?"
    ]
  },
  reminder: {
    leads: ["You can do it here:", "Here is the link:", "This link takes you there:"],
    isTransactional: true,
    subjects: [
      "A short reminder",
      "A reminder from us",
      "So that you do not forget",
      "Just a reminder",
      "In case it slipped your mind"
    ],
    bodies: [
      "If you have done it already, there is nothing left to do.",
      "If you need a hand with it, just reply.",
      "We thought a reminder might help.",
      "We hope that this helps.",
      "If something is in the way, tell us."
    ],
    direct: [
      "++You can do it here.",
      "Reply if we can help.",
      "Tell us if you need anything.",
      "Write back if something is in the way."
    ],
    gentle: [
      "Can we help you with it?",
      "Is there anything you need from us?",
      "Do you need a hand with it?",
      "Do you have a question?"
    ]
  },
  invitation: {
    leads: ["Save your place here:", "Here is the invitation:", "You can reply here:"],
    subjects: ["You are invited", "An invitation", "Will you join us?", "Come and join us", "Keep the date"],
    bodies: [
      "It would be good to see you there.",
      "We would be glad to have you with us.",
      "Come as you are.",
      "There will be room for your questions.",
      "We think that it would be worth your time."
    ],
    direct: [
      "++Save your place here.",
      "Reply, and we will keep a place for you.",
      "Tell us if you can come.",
      "Let us know if you will be there."
    ],
    gentle: ["Would you like to come?", "Can you make it?", "May we keep a place for you?", "Will you be there?"]
  },
  congratulation: {
    isTransactional: true,
    subjects: ["Congratulations", "All the best", "From all of us"],
    bodies: ["Have a wonderful day.", "We wish you all the best.", "We hope that it is a good one."],
    direct: ["Enjoy it.", "Come by and celebrate with us.", "Let us know how it was."],
    gentle: [
      "How will you celebrate?",
      "Shall we see you soon?",
      "What are you looking forward to?",
      "Will you come by?"
    ]
  },
  thanks: {
    subjects: ["Thank you", "A word of thanks", "Thanks from all of us", "We are grateful", "To say thank you"],
    bodies: ["It means a lot to us.", "We do not take it for granted.", "We are grateful for your trust."],
    direct: [
      "Tell us what you would like to see next.",
      "Let us know if there is anything we can do.",
      "Reply with any wish you have."
    ],
    gentle: [
      "Is there anything we can do for you?",
      "What would you like to see from us next?",
      "What can we do better?",
      "What do you like best with us?"
    ]
  },
  apology: {
    isTransactional: true,
    subjects: ["We are sorry", "Our apologies", "An apology", "Sorry about that", "We owe you an apology"],
    bodies: [
      "This is not how it should have gone.",
      "Thank you for your patience with us.",
      "We would like to put it right."
    ],
    direct: [
      "Reply if anything is still open.",
      "Tell us if there is more to put right.",
      "Write back, and a person will answer."
    ],
    gentle: [
      "Is there anything left to put right?",
      "Can we help you with anything?",
      "What would put it right for you?",
      "Is anything still open?"
    ]
  },
  news: {
    isTransactional: true,
    subjects: ["News from us", "Something new", "A change with us", "Good to know", "So that you know"],
    bodies: [
      "We wanted you to hear it from us.",
      "If you have a question about it, just reply.",
      "We thought that you would like to know.",
      "We are glad to tell you more."
    ],
    direct: [
      "++Read more here.",
      "Come and see for yourself.",
      "Reply if you have a question.",
      "Tell us what you think of it."
    ],
    gentle: [
      "Is there anything you would like to know?",
      "Does that suit you?",
      "Would you like to know more?",
      "Do you have a question?"
    ]
  },
  badNews: {
    isTransactional: true,
    subjects: ["A change that concerns you", "Please note", "A change of plans", "Important for you"],
    bodies: [
      "We wanted you to know at once.",
      "If that upsets your plans, tell us.",
      "We are glad to help if it causes you trouble."
    ],
    direct: [
      "Reply if you have a question.",
      "Tell us if that causes you trouble.",
      "Write back, and a person will answer."
    ],
    gentle: [
      "Do you have a question?",
      "Can we help you with anything?",
      "Is there anything you need from us?",
      "If you have a question, just reply."
    ]
  },
  offer: {
    subjects: ["Something for you", "Have you seen this?", "Worth a look", "Before you miss it", "An offer from us"],
    bodies: [
      "If you have a question about it, just reply.",
      "If it is not for you, that is fine too.",
      "We thought that it might suit you.",
      "Take your time to look at it.",
      "You need do nothing if it does not suit you."
    ],
    direct: [
      "++Have a look here.",
      "Reply if you would like it.",
      "Tell us if it is something for you.",
      "Write back if you want to know more."
    ],
    gentle: [
      "Is it something for you?",
      "Would you like to know more?",
      "Shall we keep one for you?",
      "What do you think?",
      "Would that be something for you?"
    ]
  },
  followUp: {
    isTransactional: true,
    subjects: ["How did it go?", "Following up", "What did you think?"],
    bodies: [
      "If a question has come up since, we are glad to answer it.",
      "Say it as it is: what was good, and what was not?",
      "We would like to know what you made of it."
    ],
    direct: ["Reply and tell us how it went.", "Tell us what is still open.", "Send us your questions."],
    gentle: [
      "Is anything still unclear?",
      "Do you have any questions?",
      "What would you like to know next?",
      "What is the next step for you?"
    ]
  },
  booking: {
    subjects: ["Will you join us?", "A place for you", "Shall we keep a place?"],
    bodies: ["It would be good to see you.", "A short reply is enough.", "We would be glad to have you with us."],
    direct: [
      "++Book here.",
      "Reply, and we will see to the rest.",
      "Tell us when, and for how many.",
      "Let us know if you would like that."
    ],
    gentle: ["Shall we see to it?", "What time would suit you?", "Does that suit you?", "May we expect you?"]
  }
}

const purposeOf = ({ bodies, direct, gentle, isTransactional = false, leads, subjects }: Words): Purpose => ({
  isTransactional,
  ...(leads === undefined ? {} : { leads }),
  subjects,
  openings: [],
  bodies,
  asks: { direct, soft: gentle, question: gentle.filter((ask) => ask.endsWith("?")), value: direct }
})

export const statements = Object.fromEntries(
  Object.entries(words).map(([kind, one]) => [kind, purposeOf(one)])
) as Readonly<Record<Kind, Purpose>>
