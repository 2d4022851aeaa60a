/**
 * What the local composer can say for an objective. English; no sentence states a fact that nobody gave: no numbers, no
 * names, no dates, no promises. Written without contractions; a casual voice contracts them.
 */

export interface Purpose {
  readonly subjects: ReadonlyArray<string>
  /** Why we write, where there is no memory to begin with. */
  readonly openings: ReadonlyArray<string>
  /** Said with a memory, too: without it nobody knows what the message is about. */
  readonly isOccasion?: boolean
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
      "It has been on our mind to ask how things are going.",
      "This is just a friendly hello from us.",
      "We thought it was time to say hello."
    ],
    bodies: [
      "If there is anything you are weighing up, we are glad to think it through with you.",
      "We would like to be useful to you, whatever stage you are at.",
      "If a question has come up since, we would be glad to hear it.",
      "You can tell us as much or as little as you like."
    ],
    asks: {
      direct: ["Reply with what matters most to you right now.", "Tell us what you would like to see next."],
      soft: ["If you like, just reply and tell us where you are.", "Whenever it suits you, just reply to this."],
      question: ["What would help you most right now?", "Is there anything we can help you with?"],
      value: [
        "Tell us your goal, and we will answer with something useful.",
        "One line from you, and we will send what fits."
      ]
    }
  },
  winback: {
    subjects: ["We would love to have you back", "It has been a while", "Can we make it right?", "Thinking of you"],
    openings: [
      "It has been a while, and we have missed you.",
      "We noticed that we have not heard from you for some time.",
      "You have been on our mind, so we wanted to write.",
      "We have not talked in a while."
    ],
    bodies: [
      "If something was not right, we would like to hear it and do better.",
      "We would be glad to pick up where we left off.",
      "Whatever has changed for you since then, we would like to know.",
      "The door is open, and there is no need to explain anything."
    ],
    asks: {
      direct: ["Come back and have a look.", "Reply, and we will get you going again."],
      soft: [
        "If you are curious, just reply and we will take it from there.",
        "If you feel like it, have another look."
      ],
      question: ["Would you give us another try?", "What would bring you back?"],
      value: [
        "Tell us what was missing, and we will show you what we can do.",
        "Have a look at what could work better for you this time."
      ]
    }
  },
  demo_book: {
    subjects: ["Shall we show you?", "A closer look, just for you", "Your demo", "Let us find a time"],
    openings: [
      "We would like to show you how it works.",
      "Seeing it once says more than a long description.",
      "We thought a short demo might be of use to you.",
      "A look at the real thing might answer your questions."
    ],
    bodies: [
      "We would love to show you how it could work for you, with room for all your questions.",
      "In a short demo you can see it for yourself and ask whatever you like.",
      "We will keep the demo close to your own work, so that you can judge whether it fits.",
      "A demo is the quickest way to find out whether this is right for you."
    ],
    asks: {
      direct: ["Pick a time for your demo.", "Reply with a time that suits you, and we will set it up."],
      soft: [
        "If you like, just reply and we will find a time.",
        "Whenever you are ready, let us know a time that suits you."
      ],
      question: ["Would you like to pick a time for a demo?", "When would a short demo suit you?"],
      value: [
        "See in one short demo whether it fits the way you work.",
        "Bring your hardest question to the demo, and see how it holds up."
      ]
    }
  },
  upsell: {
    subjects: ["Room to grow", "A next step for you", "Could this make things easier?", "More for you"],
    openings: [
      "We have been thinking about what could help you next.",
      "You may have outgrown what you have today.",
      "There may be a better fit for you by now.",
      "We wanted to show you what else is possible."
    ],
    bodies: [
      "There is a next step that could take some work off your hands, if the time is right.",
      "From what we know, a bigger plan might suit you better.",
      "We can walk you through what would change for you, and what would stay as it is.",
      "It only makes sense if it helps you, so we would rather ask than assume."
    ],
    asks: {
      direct: ["Have a look at the next step.", "Reply, and we will set it up for you."],
      soft: [
        "If it sounds useful, just reply and we will tell you more.",
        "Whenever you are ready, we can talk it through."
      ],
      question: ["Shall we show you what would change?", "Would it help to compare the options together?"],
      value: ["See what you would gain before you decide.", "Compare what you have with what you could have."]
    }
  },
  cross_sell: {
    subjects: ["Something that goes well with it", "This might suit you", "A good match for you", "One more idea"],
    openings: [
      "We came across something that might suit you.",
      "There is something that goes well with what you have.",
      "We have an idea that might fit.",
      "This made us think of you."
    ],
    bodies: [
      "We think it would go well with what you already use.",
      "It may save you a step or two, and you can judge that best yourself.",
      "If it is not for you, that is fine too.",
      "We picked it with you in mind."
    ],
    asks: {
      direct: ["Have a look and see what you think.", "Reply, and we will send you the details."],
      soft: [
        "If it sounds interesting, just reply and we will tell you more.",
        "Have a look whenever you have a moment."
      ],
      question: ["Would you like to know more?", "Shall we send you the details?"],
      value: ["See how the two work together.", "Find out whether it saves you a step."]
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
      direct: ["Take your first step now.", "Reply with what you want to do first, and we will guide you."],
      soft: ["Whenever you are ready, take the first step.", "If you would like a hand, just reply."],
      question: ["What would you like to set up first?", "Shall we set it up together?"],
      value: ["Set up one thing, and see how it feels.", "Take the first step, and the rest will be easier."]
    }
  },
  support: {
    subjects: ["We are here to help", "About your question", "Let us sort this out", "How can we help?"],
    openings: [
      "We wanted to make sure that you have what you need.",
      "We are here to help.",
      "We have your back on this one.",
      "We would like to sort this out for you."
    ],
    bodies: [
      "We want to get this right for you, and we will stay with it until it is.",
      "Tell us what you see, and we will look into it with you.",
      "You can start wherever you like, and we will ask if something is missing.",
      "If something is still not as it should be, we want to know."
    ],
    asks: {
      direct: ["Reply with the details, and we will look into it.", "Tell us what is still open."],
      soft: ["If anything is still open, just reply here.", "Whenever it suits you, let us know how it stands."],
      question: ["Is everything working for you now?", "What can we do to help?"],
      value: ["Send us the details, and we will come back with an answer.", "A short reply is enough to get it moving."]
    }
  },
  education: {
    subjects: ["Something worth knowing", "A useful read for you", "An idea you can use", "For your next question"],
    openings: [
      "We put something together that might be useful to you.",
      "Here is something worth knowing.",
      "We like to share what we learn.",
      "We thought you might find this useful."
    ],
    bodies: [
      "We have collected what helps most, so that you can try it for yourself.",
      "It is meant to be used: take what fits, and leave the rest.",
      "We hope that it saves you a detour or two.",
      "Take one idea from it, and see what it does for you."
    ],
    asks: {
      direct: ["Have a read and try it out.", "Reply with your question, and we will answer it."],
      soft: ["Have a look whenever you have a quiet moment.", "If a question comes up, just reply."],
      question: ["What would you like to know more about?", "Shall we send you the next part?"],
      value: ["Read it, and take one idea with you.", "Pick the one idea that helps you most."]
    }
  },
  general: {
    subjects: ["A short note for you", "We thought of you", "A word from us", "For you"],
    openings: [
      "We wanted to get in touch with you.",
      "Here is a short note from us.",
      "A few words from us.",
      "We thought that this might matter to you."
    ],
    bodies: [
      "We would like to hear what you think.",
      "We are glad to answer whatever you want to know.",
      "If it is useful to you, we would be happy to tell you more.",
      "Your answer helps us to do this well."
    ],
    asks: {
      direct: ["Reply and let us know.", "Have a look and tell us what you think."],
      soft: ["If you like, just reply to this.", "Whenever it suits you, let us know."],
      question: ["What do you think?", "Would you like to know more?"],
      value: ["A short reply is enough, and we will do the rest.", "Have a look, and see whether it helps you."]
    }
  }
}
