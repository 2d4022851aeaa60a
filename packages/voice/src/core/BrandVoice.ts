/** How a brand speaks: the voice a new brand starts with, and what follows from a voice. */
import type { BrandVoice, ToneName } from "@loopdrive/domain/Voice"

export type { BrandVoice } from "@loopdrive/domain/Voice"

/** A voice that offends nobody: plain, warm, no jargon, no shouting. */
export const defaultVoice: BrandVoice = {
  tone: {
    formal: 40,
    playful: 30,
    confident: 55,
    empathetic: 60,
    technical: 20,
    preferred: ["friendly", "conversational"],
    avoided: []
  },
  style: {
    sentenceLength: "medium",
    paragraphs: "multiple",
    exclamationMarks: false,
    emoji: false,
    dashes: true,
    ellipses: false,
    bold: false,
    italic: false,
    bullets: true,
    numberedLists: false
  },
  vocabulary: {
    preferred: [],
    forbidden: ["guaranteed results", "once in a lifetime"],
    jargon: ["synergy", "leverage", "paradigm"],
    replacements: { utilize: "use", leverage: "use" },
    glossary: {}
  },
  compliance: {
    regulations: ["CAN-SPAM", "GDPR", "TCPA", "CASL"],
    disclaimers: {},
    required: ["unsubscribe_link", "postal_address", "opt_out"],
    countries: {}
  },
  competitors: [],
  contact: { name: "Our team", emails: [], phones: [], links: [] }
}

/** Sliders as a tone asks for them; what it says nothing about stays with the brand. */
const asked: Readonly<Record<ToneName, Partial<Omit<BrandVoice["tone"], "preferred" | "avoided">>>> = {
  professional: { formal: 80, playful: 5 },
  casual: { formal: 5, playful: 50 },
  witty: { playful: 90, formal: 15 },
  empathetic: { empathetic: 90 },
  authoritative: { confident: 90, playful: 5, formal: 65 },
  friendly: { formal: 20, empathetic: 75, playful: 45 },
  technical: { technical: 90, formal: 55 },
  conversational: { formal: 15, playful: 40 },
  inspirational: { confident: 75, empathetic: 70 }
}

/** The voice as it speaks when one message asks for a tone. A tone that the brand avoids is not taken. */
export const inTone = (voice: BrandVoice, tone: ToneName | undefined): BrandVoice =>
  tone === undefined || voice.tone.avoided.includes(tone)
    ? voice
    : { ...voice, tone: { ...voice.tone, ...asked[tone] } }
