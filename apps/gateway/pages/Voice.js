/** The playground of the brand voice: composes for a person through the public API, and shows what was checked. */
import * as Api from "./Api.js"
import { busy, byId, make, say, wordsOf } from "./Dom.js"
import { Unusable, requestFor, wanted } from "./VoiceForm.js"
import * as Result from "./VoiceResult.js"

/** @typedef {{ readonly id: string, readonly firstName?: string, readonly lastName?: string, readonly workspaceId: string }} Person */
/** @typedef {{ readonly persons: ReadonlyArray<Person> }} People */

/** The key, as the wallet's page keeps it. */
const stored = "loopdrive.key"
/** People to choose from: the newest. */
const peopleMost = 50
/** Memories among which those that were used are looked for. */
const memoriesMost = 200

/** @type {Api.Api | undefined} */
let api

/** @param {Person} person */
const nameOf = ({ firstName = "", lastName = "" }) => `${firstName} ${lastName}`.trim()

/** The person that the form names. @param {Api.Api} current @returns {Promise<Person>} */
const find = async (current) => {
  const text = wanted()
  if (text === "") throw new Unusable("person", "Name a person.")
  if (text.startsWith("per_")) return current.read(`/api/person/${encodeURIComponent(text)}`)
  const { persons: some } = /** @type {People} */ (await current.read("/api/person", { limit: 1 }))
  const workspaceId = some[0]?.workspaceId
  if (workspaceId === undefined) throw new Unusable("person", "Nobody is known in this workspace yet.")
  /** @type {People} */
  const { persons } = await current.read("/api/person/search", { workspaceId, q: text, limit: 1 })
  const [found] = persons
  if (found === undefined) throw new Unusable("person", `Nobody is found by “${text}”.`)
  return found
}

/** @param {Api.Api} current */
const look = async (current) => {
  const person = await find(current)
  byId("person-found", HTMLElement).textContent = `${nameOf(person)} ${person.id}`.trim()
  const request = requestFor(person.id)
  /** @type {import("@loopdrive/domain/VoiceModels").Composed} */
  const composed = await current.ask("/brand-voice/compose", request)
  const { brandId } = composed.meta
  const channel = request["channel"]
  const looked = await Promise.all(
    [composed.primary, ...composed.variants].map(async (variant) => {
      const [verdict, aligned] = await Promise.all([
        current.ask("/brand-voice/guardrail", { text: variant.body, channel, brandId }),
        current.ask("/brand-voice/test-alignment", { text: variant.body, brandId })
      ])
      return {
        variant,
        verdict: /** @type {Result.Verdict} */ (verdict),
        aligned: /** @type {Result.Aligned} */ (aligned)
      }
    })
  )
  /** @type {ReadonlyArray<Result.Memory>} */
  const known = await current.read(`/api/person/${encodeURIComponent(person.id)}/memory`, {
    query: String(request["objective"]),
    limit: memoriesMost
  })
  const results = byId("results", HTMLElement)
  Result.show(results, composed, looked, known)
  // Below the form where the screen is narrow.
  results.focus()
}

/** The field that is wrong: the page's own word for it, or the server's. @param {unknown} error */
const fieldOf = (error) => {
  if (error instanceof Unusable) return document.getElementById(error.field)
  const [fault] = error instanceof Api.Refused ? (error.problem.errors ?? []) : []
  const names = (fault?.path ?? []).map((name) => (name === "personId" ? "person" : String(name)))
  return names.map((name) => document.getElementById(name)).find((field) => field?.closest("#ask")) ?? null
}

const compose = async () => {
  if (api === undefined) return
  const answer = byId("ask-answer", HTMLElement)
  for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid")
  say(answer, "")
  // Of whoever was asked for before.
  for (const id of ["results", "person-found"]) byId(id, HTMLElement).replaceChildren()
  await look(api).catch((error) => {
    say(answer, wordsOf(error), "bad")
    const field = fieldOf(error)
    if (field === null) return
    field.closest("details")?.setAttribute("open", "")
    field.setAttribute("aria-invalid", "true")
    field.focus()
  })
}

/** @param {string} key */
const open = async (key) => {
  const services = await Api.services()
  const current = Api.withKey(key)
  /** @type {People} */
  const { persons } = await current.read("/api/person", { limit: peopleMost })
  const options = persons.map((person) => make("option", { value: person.id }, nameOf(person)))
  byId("people", HTMLDataListElement).replaceChildren(...options)
  api = current
  sessionStorage.setItem(stored, key)
  const composer = services["composing"] ?? "local"
  byId("composer-shown", HTMLElement).textContent = composer === "local" ? "No model: composed here" : composer
  byId("connect", HTMLFormElement).hidden = true
  byId("playground", HTMLElement).hidden = false
  byId("session", HTMLElement).hidden = false
  byId("person", HTMLInputElement).focus()
}

/** @param {string} key */
const tryOpen = async (key) => {
  const answer = byId("connect-answer", HTMLElement)
  say(answer, "")
  if (!/^[\x21-\x7e]+$/u.test(key)) {
    say(answer, key === "" ? "Paste an API key." : "Enter a key without spaces.", "bad")
    return
  }
  await open(key).catch((error) => {
    sessionStorage.removeItem(stored)
    say(answer, wordsOf(error), "bad")
    byId("key", HTMLInputElement).focus()
  })
}

byId("connect", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault()
  void busy(byId("open", HTMLButtonElement), () => tryOpen(byId("key", HTMLInputElement).value.trim()))
})
byId("ask", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault()
  void busy(byId("compose", HTMLButtonElement), compose)
})
byId("leave", HTMLButtonElement).addEventListener("click", () => {
  sessionStorage.removeItem(stored)
  location.reload()
})
const key = sessionStorage.getItem(stored)
if (key !== null) void tryOpen(key)
