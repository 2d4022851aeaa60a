/** What an event makes of a Person. Total: every event applies to every state. */
import * as Admissions from "./Admissions.ts"
import * as Consent from "./Consent.ts"
import type { Event, Fact } from "./Event.ts"
import type { Person } from "./State.ts"

const apply = (person: Person, event: Event, at: number): Person => {
  switch (event._tag) {
    case "Created":
      return {
        ...person,
        status: "present",
        workspaceId: event.workspaceId,
        organizationId: event.organizationId,
        createdAt: at,
        updatedAt: at
      }
    case "IdentityAdded":
      return { ...person, updatedAt: at, identities: [...person.identities, event.identity] }
    case "IdentityChanged":
      return {
        ...person,
        updatedAt: at,
        identities: person.identities.map((identity) => (identity.id === event.identity.id ? event.identity : identity))
      }
    case "ProfileChanged":
      return { ...person, updatedAt: at, profile: event.profile }
    case "ConsentRecorded":
      return { ...person, consents: Consent.record(person.consents, event.entry) }
    // Kept in tables of their own; the person decides nothing by them.
    case "Remembered":
    case "TopicWeighed":
    case "NoteAdded":
    case "ObjectiveAdded":
    case "SendRefused":
      return person
    case "SendAdmitted":
    case "SendDisplaced":
    case "SendDeferred":
    case "SendLeaving":
    case "SendComposed":
    case "SendCancelled":
    case "SendStopped":
    case "SendSettled":
      return { ...person, admissions: Admissions.record(person.admissions, event.admission, at) }
  }
}

export const evolve = (person: Person, fact: Fact): Person => apply(person, fact.event, fact.at)
