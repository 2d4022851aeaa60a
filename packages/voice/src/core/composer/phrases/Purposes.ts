/**
 * What the local composer can say for an objective. English; no sentence states a fact that nobody gave: no numbers, no
 * names, no dates, no promises. Written without contractions; a casual voice contracts them. What begins with `+` speaks of
 * something that must be there: it is said only where the caller gave a text, a context or a link; with `++`, only with a link.
 */

export interface Purpose {
  readonly subjects: ReadonlyArray<string>
  /** Why we write, where there is no memory to begin with. */
  readonly openings: ReadonlyArray<string>
  /** Said with a memory, too: without it nobody knows what the message is about. */
  readonly isOccasion?: boolean
  /** About one thing that happens: what else is known of somebody does not belong there. */
  readonly isTransactional?: boolean
  /** Before a link, where it is the link to one thing. */
  readonly leads?: ReadonlyArray<string>
  /** After the memory, or after the opening. */
  readonly bodies: ReadonlyArray<string>
  /** What we ask, by style. */
  readonly asks: {
    readonly direct: ReadonlyArray<string>
    readonly soft: ReadonlyArray<string>
    readonly question: ReadonlyArray<string>
    readonly value: ReadonlyArray<string>
  }
}

export type Theme =
  | "nurture"
  | "winback"
  | "demo_book"
  | "upsell"
  | "cross_sell"
  | "onboard"
  | "support"
  | "education"
  | "general"

export const purposes: Readonly<Record<Theme, Purpose>> = {
  nurture: {
    subjects: ["A thought for you", "Still happy to help", "Checking in with you", "How are things going?"],
    openings: [
      "We wanted to check in and see how things are going for you.",
      "It has been on our mind to ask how you are getting on.",
      "This is just a friendly hello from us.",
      "We thought it was time to say hello."
    ],
    bodies: [
      "If there is anything you are weighing up, we are glad to think it through with you.",
      "We are glad to be of use to you.",
      "If a question has come up, we would be glad to hear it.",
      "You can tell us as much or as little as you like."
    ],
    asks: {
      direct: [
        "Reply with what matters most to you right now.",
        "Tell us what you would like to see next.",
        "Send us a line about where you stand."
      ],
      soft: [
        "If you like, just reply and tell us where you are.",
        "Whenever it suits you, a short reply is welcome.",
        "If something comes to mind, write back whenever you want."
      ],
      question: [
        "What would help you most right now?",
        "Is there anything we can help you with?",
        "How are things on your side?"
      ],
      value: [
        "Tell us your goal, and we will answer with something useful.",
        "One line from you, and we will send what fits.",
        "Name the one thing that would help you, and we will look at it with you."
      ]
    }
  },
  winback: {
    subjects: ["We would love to have you back", "It has been a while", "Shall we talk again?", "Thinking of you"],
    openings: [
      "It has been a while, and we have missed you.",
      "We have not heard from you for some time.",
      "You have been on our mind, so we wanted to write.",
      "It has been too long since we talked."
    ],
    bodies: [
      "If something was not right, we would like to hear it and do better.",
      "We would be glad to welcome you back.",
      "Whatever has changed for you, we would like to know.",
      "The door is open, and there is no need to explain anything."
    ],
    asks: {
      direct: [
        "Reply, and we will make a fresh start easy.",
        "Tell us what you would need to come back.",
        "Write back, and we will begin where it suits you.",
        "++Come back and have a look."
      ],
      soft: [
        "If you are curious, just reply and we will take it from there.",
        "Whenever you feel like it, drop us a line.",
        "If you would like to try again, we will make it easy."
      ],
      question: [
        "Would you give us another try?",
        "What would bring you back?",
        "May we show you what we can do for you today?"
      ],
      value: [
        "Tell us what was missing, and we will show you what we can do.",
        "One reply is enough, and we will see to the rest.",
        "Say what you would change, and we will answer you honestly."
      ]
    }
  },
  demo_book: {
    subjects: ["Shall we show you?", "A closer look, just for you", "Your demo", "Let us find a time"],
    openings: [
      "We would like to show you what we do.",
      "Seeing something once says more than a long description.",
      "We thought a short demo might be of use to you.",
      "A look at the real thing might answer your questions."
    ],
    bodies: [
      "We would love to show you what we could do for you, with room for all your questions.",
      "In a short demo you can see everything for yourself and ask whatever you like.",
      "We will stay close to your own work, so that you can judge what it would change.",
      "A demo is the quickest way to find out whether we are right for you."
    ],
    asks: {
      direct: [
        "Pick a time for your demo.",
        "Reply with a time that suits you, and we will set it up.",
        "Choose a day, and we will do the rest."
      ],
      soft: [
        "If you like, just reply and we will find a time.",
        "Whenever you are ready, tell us what time suits you.",
        "If a look would be useful, name a day that works for you."
      ],
      question: [
        "Would you like to pick a time for a demo?",
        "When would a short demo suit you?",
        "Which day works best for you?"
      ],
      value: [
        "See in one short demo whether we fit the way you work.",
        "Bring your hardest question, and see how we answer it.",
        "Spend a few minutes with us, and judge for yourself."
      ]
    }
  },
  upsell: {
    subjects: ["Something for you", "A next step for you", "More for you", "This may suit you"],
    openings: [
      "+We thought that this might suit you.",
      "There may be a better fit for you by now.",
      "We wanted to show you what else there is.",
      "We have been thinking about what could suit you next.",
      "We would like to tell you what else we have."
    ],
    bodies: [
      "If you would like more, there is more to be had.",
      "We can tell you what would change for you, and what would stay as it is.",
      "More only makes sense if it is of use to you, so we would rather ask than assume.",
      "You are welcome to ask what the difference would be."
    ],
    asks: {
      direct: [
        "+Reply, and we will see to it.",
        "Reply, and we will tell you more.",
        "Tell us what you would like more of.",
        "Write to us, and we will go through it with you.",
        "++Have a look, and tell us what you think."
      ],
      soft: [
        "+If it is something for you, just reply.",
        "+Would that suit you?",
        "If you would like to know more, just reply.",
        "If you are curious what else there is, ask us.",
        "Whenever you like, we can talk it through."
      ],
      question: [
        "+Would that suit you?",
        "+Is it something for you?",
        "Shall we tell you more?",
        "Would you like to know what else there is?",
        "What would you like more of?"
      ],
      value: [
        "+See whether it suits you.",
        "See what you would gain before you decide.",
        "Ask us anything about it, and get a straight answer.",
        "Tell us what you are after, and we will suggest what fits."
      ]
    }
  },
  cross_sell: {
    subjects: ["Something that might suit you", "What might suit you", "Something else for you", "One more idea"],
    openings: [
      "+We came across something that might suit you.",
      "We have an idea that might fit.",
      "+This made us think of you.",
      "There may be something else we can do for you.",
      "You may not know everything that we offer."
    ],
    bodies: [
      "+If it is not for you, that is fine too.",
      "We are glad to suggest something that goes with what you have.",
      "Only you can say what would be of use to you.",
      "There is more with us than one sees at first.",
      "A word about what you are after is all that we need."
    ],
    asks: {
      direct: [
        "+Reply, and we will send you the details.",
        "Tell us what you are looking for, and we will suggest something.",
        "Send us a line about what you use today.",
        "Name one thing that you are missing.",
        "++Have a look and see what you think."
      ],
      soft: [
        "+If it sounds interesting, just reply and we will tell you more.",
        "++Have a look whenever you have a moment.",
        "Whenever you like, ask us what else there is.",
        "If you would like a suggestion, write back.",
        "If anything is missing on your side, we are glad to hear of it."
      ],
      question: [
        "Would you like to know more?",
        "+Shall we send you the details?",
        "+Would it suit you?",
        "Is there anything that you are looking for?",
        "What are you missing at the moment?"
      ],
      value: [
        "+See whether it suits you.",
        "Tell us what you use today, and we will suggest what goes with it.",
        "Describe what you do, and we will answer with an idea or two.",
        "Name what you are looking for, and we will see what we have."
      ]
    }
  },
  onboard: {
    subjects: ["Welcome, and a first step", "Getting you started", "Your next step with us", "Good to have you here"],
    openings: [
      "It is good to have you here.",
      "Welcome, and thank you for choosing us.",
      "We are glad that you have joined us.",
      "Let us help you get started."
    ],
    bodies: [
      "The best way to begin is with one small thing that matters to you.",
      "We will go with you step by step, at your own pace.",
      "If you get stuck anywhere, a reply is enough and we will help.",
      "Start with what you need most, and leave the rest for later."
    ],
    asks: {
      direct: [
        "Take your first step now.",
        "Reply with what you want to do first, and we will guide you.",
        "Tell us your goal, and we will show you the way."
      ],
      soft: [
        "Whenever you are ready, have a first try.",
        "If you would like a hand, just reply.",
        "When you have a quiet moment, tell us where to begin."
      ],
      question: [
        "What would you like to set up first?",
        "Shall we set it up together?",
        "Where would you like to begin?"
      ],
      value: [
        "Set up one thing, and see how it feels.",
        "Make a small start, and the next part will be easier.",
        "Tell us what you want to reach, and we will show you the shortest way."
      ]
    }
  },
  support: {
    subjects: ["Is all well with you?", "Here to help", "A hand, if you need one", "How can we help?"],
    openings: [
      "We wanted to make sure that you have what you need.",
      "We are here to help.",
      "We would like everything to work as you need it.",
      "We want to know that all is well with you."
    ],
    bodies: [
      "If something is not as it should be, we will stay with it until it is.",
      "Tell us what you see, and we will look into it with you.",
      "You can start wherever you like, and we will ask if something is missing.",
      "We want to get this right for you."
    ],
    asks: {
      direct: [
        "Reply with the details, and we will look into it.",
        "Tell us what is still open.",
        "Send us a short description, and we will begin."
      ],
      soft: [
        "If anything is still open, just reply here.",
        "Whenever it suits you, let us know how it stands.",
        "If you would like a hand, write back at any time."
      ],
      question: [
        "Is everything working for you now?",
        "What can we do to help?",
        "Is there anything left to sort out?"
      ],
      value: [
        "Send us the details, and we will come back with an answer.",
        "A short reply is enough to get it moving.",
        "Describe it in your own words, and we will do the searching."
      ]
    }
  },
  education: {
    subjects: ["Something worth knowing", "An idea for you", "What would you like to learn?", "For your next question"],
    openings: [
      "+We put something together that might be useful to you.",
      "+Here is something worth knowing.",
      "We like to share what we learn.",
      "+We thought you might find this useful.",
      "What we know is yours for the asking.",
      "There is always more to learn, for us as well."
    ],
    bodies: [
      "+We have collected what helps most, so that you can try it for yourself.",
      "+It is meant to be used: take what fits, and leave the rest.",
      "+We hope that it saves you a detour or two.",
      "+Take one idea from it, and see what it does for you.",
      "If you tell us what you are working on, we can share what we know about it.",
      "No question is too small for us, and most of them have a short answer.",
      "We would rather tell you one useful thing than a lot of others."
    ],
    asks: {
      direct: [
        "++Have a read and try it out.",
        "Reply with your question, and we will answer it.",
        "Tell us what you would like to get better at.",
        "Send us the thing you are wondering about."
      ],
      soft: [
        "++Have a look whenever you have a quiet moment.",
        "If a question comes up, just reply.",
        "If there is something you are curious about, write to us.",
        "Whenever you want to know how something is done, ask us."
      ],
      question: [
        "What would you like to know more about?",
        "Which question comes up most often for you?",
        "What do you want to try next?",
        "+Does it answer your question?"
      ],
      value: [
        "++Read it, and take one idea with you.",
        "+Pick the one idea that helps you most.",
        "Ask one question, and get one clear answer.",
        "Name a subject, and we will share what we know.",
        "Tell us where you are stuck, and we will explain it."
      ]
    }
  },
  general: {
    subjects: ["A short note for you", "We thought of you", "A word from us", "For you"],
    openings: [
      "We wanted to get in touch with you.",
      "This is a short note from us.",
      "We are writing to you in person.",
      "+We thought that this might matter to you."
    ],
    bodies: [
      "We would like to hear how we can be of use to you.",
      "We are glad to answer whatever you want to know.",
      "If you would like to know more, we are happy to tell you.",
      "If you have a wish or a question, this is a good moment for it."
    ],
    asks: {
      direct: [
        "Reply and let us know.",
        "Write back, and a person will answer.",
        "Tell us what you would like to know.",
        "++Have a look and tell us what you think."
      ],
      soft: [
        "If you like, just reply to this.",
        "Whenever it suits you, let us know.",
        "If you want to know more, we are here."
      ],
      question: ["What do you think?", "Would you like to know more?", "May we help you with anything?"],
      value: [
        "A short reply is enough, and we will do the rest.",
        "Ask us anything, and get a straight answer.",
        "Tell us what matters to you, and we will keep to that.",
        "++Have a look, and see whether it helps you."
      ]
    }
  }
}
