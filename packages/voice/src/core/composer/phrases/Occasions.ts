/** What people ask for beside the eight objectives, and the theme of what is none of these. */
import type { Purpose, Theme } from "./Purposes.ts"

export interface Occasion extends Pick<Purpose, "subjects" | "openings" | "bodies"> {
  /** In the words of an objective such as `renewal_reminder`. */
  readonly named: RegExp
  readonly questions: ReadonlyArray<string>
  /** Direct calls, where those that go with anything do not. */
  readonly direct?: ReadonlyArray<string>
  readonly isTransactional?: boolean
}

/** The first that matches is meant. */
export const occasions: ReadonlyArray<Occasion> = [
  {
    named: /\bwelcom/,
    subjects: ["Welcome", "Good to have you here", "Welcome, and thank you"],
    openings: [
      "Welcome, and thank you for joining us.",
      "Welcome! It is good to have you here.",
      "A warm welcome from all of us."
    ],
    bodies: [
      "We will go with you step by step, at your own pace.",
      "If you get stuck anywhere, a reply is enough and we will help.",
      "Start with what you like best, and leave the rest for later."
    ],
    questions: [
      "Where would you like to begin?",
      "Is there anything you would like to know?",
      "Can we help you with anything?"
    ]
  },
  {
    isTransactional: true,
    named: /\bbirth ?day/,
    subjects: ["Happy birthday", "All the best for your birthday", "A happy birthday from us"],
    openings: ["Happy birthday to you!", "All the best for your birthday.", "We wish you a very happy birthday."],
    bodies: ["Have a wonderful day.", "Enjoy every minute of it.", "We hope that it is a good one."],
    questions: [
      "How will you celebrate it?",
      "Is there anything we can do for you today?",
      "What would make it a good day for you?"
    ]
  },
  {
    isTransactional: true,
    named: /\bsorry|\bapolog|\boutage|\bincident|\bdelay/,
    subjects: ["We are sorry", "Our apologies", "We owe you an apology"],
    openings: ["We owe you an apology.", "Something did not go as it should have.", "We want to set something right."],
    bodies: [
      "We are sorry for the trouble, and want to make it right.",
      "Please accept our apologies; if anything is still unsolved, tell us.",
      "We are sorry, and thank you for your patience with us."
    ],
    questions: [
      "Is there anything left to put right?",
      "Can we help you with anything?",
      "What would put it right for you?"
    ]
  },
  {
    isTransactional: true,
    named: /\bpayment fail|\bfailed payment|\bpayment declin|\bcard declin|\bdunning|\bpast due|\boverdue/,
    subjects: ["About your last payment", "Your payment did not go through", "A word about your payment"],
    openings: [
      "Your last payment did not go through.",
      "We could not take your last payment.",
      "There was a problem with your last payment."
    ],
    bodies: [
      "It happens easily, and it is quickly put right.",
      "Once the details are right, nothing else is needed.",
      "If you have settled it in the meantime, there is nothing left to do."
    ],
    questions: [
      "Could you look at the payment details?",
      "Can we help you with it?",
      "Would another way to pay be easier?"
    ]
  },
  {
    isTransactional: true,
    named: /\bship|\bdispatch|\bdeliver|\bon its way/,
    subjects: ["Your order is on its way", "On its way to you", "Good news about your order"],
    openings: ["Your order is on its way.", "Your order has left us.", "What you ordered is on its way to you."],
    bodies: [
      "If anything is not as it should be, tell us and we will see to it.",
      "We hope that you will enjoy it.",
      "Thank you for ordering from us."
    ],
    questions: [
      "Is there anything else you need?",
      "Do you have any questions about it?",
      "Will somebody be there to take it?"
    ]
  },
  {
    isTransactional: true,
    named: /\border (?:confirm|receiv|plac)|\bpurchase confirm|\bconfirm\w* (?:your )?order/,
    subjects: ["Thank you for your order", "We have your order", "Your order"],
    openings: ["Thank you for your order.", "We have your order.", "Your order has reached us."],
    bodies: [
      "We will tell you as soon as there is news.",
      "If anything should change, simply tell us.",
      "We are glad that you ordered from us."
    ],
    questions: [
      "Is everything as you wanted it?",
      "Do you have any questions about it?",
      "Did we get it all down right?"
    ]
  },
  {
    isTransactional: true,
    named: /\bopening (?:hours|times)|\bholiday|\bclosing|\bclosed\b|\breopen/,
    subjects: ["Our opening hours", "When we are there for you", "A note about our hours"],
    openings: [
      "This is a note about our opening hours.",
      "Our opening hours change for a while.",
      "We wanted to tell you about our opening hours."
    ],
    bodies: [
      "If you need something before then, tell us in good time.",
      "We look forward to seeing you.",
      "Thank you for planning with us."
    ],
    questions: ["Is there anything you need before then?", "When may we expect you?", "Do these hours suit you?"]
  },
  {
    isTransactional: true,
    named:
      /\b(?:price|rate|tariff|fee|plan|terms?) (?:change|increase|rise|update|adjustment)|\bnew (?:prices|rates|tariff|terms)/,
    subjects: ["A change that concerns you", "Please note", "About a change"],
    openings: ["There is a change that concerns you.", "We are writing about a change.", "Please note a change."],
    bodies: [
      "If you have a question about it, just reply.",
      "We wanted you to hear it from us in good time.",
      "You need do nothing if it suits you."
    ],
    questions: ["Do you have a question?", "Is anything unclear?", "Can we help you with anything?"]
  },
  {
    isTransactional: true,
    named: /\bprice (?:drop|alert|reduc)|\bback in stock|\brestock|\bwish ?list/,
    subjects: ["Something you looked for", "A change that may suit you", "News about what you liked"],
    openings: [
      "There is news about something you liked.",
      "Something you had an eye on has changed.",
      "We wanted you to know about a change."
    ],
    bodies: [
      "+Have a look whether it suits you now.",
      "If it is no longer for you, that is fine too.",
      "It is there if you still want it.",
      "You wanted to know, so we are telling you."
    ],
    questions: [
      "++Would you like to have a look?",
      "Is it still something for you?",
      "Shall we keep you informed?",
      "Would you still like it?"
    ]
  },
  {
    isTransactional: true,
    named: /\brenew|\bexpir/,
    subjects: ["About your renewal", "Your renewal", "Before you renew"],
    openings: [
      "Your renewal is coming up.",
      "This is a note about your renewal.",
      "We wanted to talk about your renewal in good time."
    ],
    bodies: [
      "If anything should change, now is a good moment to tell us.",
      "We are glad to go through it with you before you decide.",
      "Tell us if it still fits, and we will see to the rest."
    ],
    questions: ["Does everything still fit?", "Shall we go through it together?", "Is there anything you would change?"]
  },
  {
    isTransactional: true,
    named: /\bfeedback|\breview|\bsurvey|\bnps\b|\brating|\btestimonial/,
    subjects: ["How was it for you?", "Your opinion, please", "May we ask you something?"],
    openings: [
      "We would like to know how it went for you.",
      "Your opinion would help us.",
      "May we ask you something?"
    ],
    bodies: [
      "A sentence or two is enough, and every word is read.",
      "Say it as it is: what was good, and what was not?",
      "We learn most from what did not go well."
    ],
    questions: ["How was it for you?", "What should we do better?", "What did you like, and what not?"],
    direct: ["A line or two is enough.", "Just reply with a line or two.", "Tell us in a few words."]
  },
  {
    named: /\binvit|\bevent|\bwebinar|\bworkshop|\brsvp|\bconference|\bmeet ?up/,
    subjects: ["You are invited", "An invitation for you", "Would you like to join us?"],
    openings: [
      "We would like to invite you.",
      "You are warmly invited.",
      "We are getting together, and would like you to be there."
    ],
    bodies: [
      "It would be good to have you with us.",
      "We think that it would be worth your time.",
      "There will be room for your questions."
    ],
    questions: ["Would you like to join us?", "May we keep a place for you?", "Can you make it?"]
  },
  {
    named: /\bthank|\bappreciat|\bgratitude|\bloyal/,
    subjects: ["Thank you", "A word of thanks", "We appreciate you"],
    openings: ["We wanted to say thank you.", "Thank you for being with us.", "This is simply a word of thanks."],
    bodies: [
      "It means a lot to us that you are here.",
      "We do not take it for granted.",
      "We are grateful for your trust."
    ],
    questions: [
      "Is there anything we can do for you?",
      "Do you have a wish?",
      "What would you like to see from us next?"
    ]
  },
  {
    isTransactional: true,
    named: /\bcart|\bbasket|\bcheckout|\babandon/,
    subjects: ["You left something behind", "Still thinking it over?", "Your basket is waiting"],
    openings: [
      "You left something in your basket.",
      "Your basket is still there.",
      "It looks as if you were in the middle of an order."
    ],
    bodies: [
      "It is there whenever you want to go on.",
      "If a question kept you from ordering, we are glad to answer it.",
      "If you have changed your mind, you need do nothing."
    ],
    questions: ["Would you like to finish your order?", "Can we help you decide?", "Did a question come up on the way?"]
  },
  {
    named: /\brefer|\bfriend|\badvocac|\bambassador/,
    subjects: ["Do you know somebody?", "A question for you", "Who else should know?"],
    openings: [
      "We have a small thing to ask of you.",
      "You may know somebody who would like what we do.",
      "A word from you counts more than any advertisement."
    ],
    bodies: [
      "If you think of somebody, we would be glad to hear from them.",
      "Only if it feels right to you, of course.",
      "We would take good care of anybody you send to us."
    ],
    questions: ["Do you know somebody who would like this?", "Who comes to mind?", "Whom should we be talking to?"]
  },
  {
    named: /\blaunch|\bannounc|\brelease|\bnew (?:product|feature|arrival|collection)|\bupdate|\bnews/,
    subjects: ["Something new for you", "News from us", "Have you seen this?"],
    openings: [
      "We have news for you.",
      "There is something new, and we wanted you to know.",
      "We have been working on something."
    ],
    bodies: [
      "We made it with people like you in mind.",
      "We would love to know what you make of it.",
      "You can be among the first to have a look."
    ],
    questions: [
      "++Would you like to have a look?",
      "What do you think of it?",
      "Shall we tell you more?",
      "Would you like to hear what is new?"
    ]
  },
  {
    isTransactional: true,
    named: /\bappointment|\bbooking|\breservation/,
    subjects: ["Your appointment", "About your appointment", "A reminder of your appointment"],
    openings: [
      "This is a reminder of your appointment.",
      "We look forward to your appointment.",
      "Your appointment with us is coming up."
    ],
    bodies: [
      "If your plans have changed, simply tell us.",
      "Nothing is needed if it still suits you.",
      "If you need another time, we will find one."
    ],
    questions: [
      "Does the time still suit you?",
      "Is there anything we should know before?",
      "Would another time be better?"
    ]
  },
  {
    isTransactional: true,
    named: /\bremind|\bdeadline|\bfollow ?up/,
    subjects: ["A short reminder", "Following up", "So that nothing is forgotten"],
    openings: [
      "This is just a short reminder.",
      "We are following up, so that nothing is forgotten.",
      "We are writing so that nothing slips your mind."
    ],
    bodies: [
      "If your plans have changed, simply tell us.",
      "Nothing is needed if all is settled.",
      "We are glad to help if something is in the way."
    ],
    questions: ["Does it still suit you?", "Is there anything you need from us?", "Do you have a question?"]
  }
]

/** Words of an objective that mean one of the eight. */
export const themes: ReadonlyArray<readonly [RegExp, Theme]> = [
  [/\bwin ?back|\breactivat|\bre ?engag|\blapsed|\bchurn|\bdormant|\binactive|\bcome back|\bmiss/, "winback"],
  [/\bdemo/, "demo_book"],
  [/\bcross/, "cross_sell"],
  [/\bup ?sell|\bupgrad|\bexpan|\bpremium/, "upsell"],
  [/\bonboard|\bwelcom|\bactivat|\bget(?:ting)? started|\bsign ?up|\btrial/, "onboard"],
  [/\bsell|\bsale|\bpromo|\boffer|\bdiscount|\bdeal/, "cross_sell"],
  [
    /\bsupport|\bhelp|\bissue|\bcomplain|\bresol|\bticket (?:clos|resolv|updat|open|repl)|\b(?:open|closed) ticket|\bcustomer service\b/,
    "support"
  ],
  [/\beducat|\blearn|\bguide|\bnewsletter|\btips?\b|\bcourse|\bcontent|\btutorial|\bhow ?to/, "education"],
  [/\bnurtur|\bcheck ?-?in|\bwarm|\btouch|\bhello|\brelationship|\bengag/, "nurture"]
]
