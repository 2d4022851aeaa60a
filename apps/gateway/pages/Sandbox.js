/** The outbox of the sandbox: what recipients would have received, through the public API. */
import * as Api from "./Api.js"
import { busy, byId, say, wordsOf } from "./Dom.js"
import { show } from "./SandboxMessage.js"

/** @typedef {import("./SandboxMessage.js").Message} Message */

/** The key, as the other pages keep it. */
const stored = "loopdrive.key"
const pageSize = 20

/** @type {Api.Api | undefined} */
let api
let offset = 0

const asked = () => ({
  channel: byId("channel", HTMLSelectElement).value || undefined,
  person: byId("person", HTMLInputElement).value.trim() || undefined
})

/** @param {Api.Api} current @param {boolean} further */
const list = async (current, further) => {
  if (!further) offset = 0
  /** @type {{ messages: ReadonlyArray<Message>, total: number }} */
  const page = await current.read("/sandbox/messages", { ...asked(), limit: pageSize, offset })
  const place = byId("messages", HTMLElement)
  if (!further) place.replaceChildren()
  const explain = (/** @type {string} */ sendId) => current.read(`/send/${encodeURIComponent(sendId)}/explain`)
  place.append(...page.messages.map((message) => show(message, explain)))
  offset += page.messages.length
  byId("more", HTMLElement).hidden = offset >= page.total
  byId("count", HTMLElement).textContent =
    page.total === 0 ? "No message is here yet." : page.total === 1 ? "1 message" : `${page.total} messages`
}

/** @param {boolean} further */
const refresh = async (further) => {
  if (api === undefined) return
  const answer = byId("filter-answer", HTMLElement)
  say(answer, "")
  await list(api, further).catch((error) => say(answer, wordsOf(error), "bad"))
}

/** @param {boolean} open */
const turn = (open) => {
  byId("connect", HTMLElement).hidden = open
  byId("outbox", HTMLElement).hidden = !open
  byId("session", HTMLElement).hidden = !open
}

/** @param {string} key */
const connect = async (key) => {
  const answer = byId("connect-answer", HTMLElement)
  say(answer, "")
  if (!/^[\x21-\x7e]+$/.test(key)) return say(answer, "Enter a key without spaces.", "bad")
  const candidate = Api.withKey(key)
  try {
    await list(candidate, false)
  } catch (error) {
    sessionStorage.removeItem(stored)
    turn(false)
    return say(answer, wordsOf(error), "bad")
  }
  api = candidate
  sessionStorage.setItem(stored, key)
  byId("key", HTMLInputElement).value = ""
  turn(true)
}

const leave = () => {
  api = undefined
  sessionStorage.removeItem(stored)
  byId("messages", HTMLElement).replaceChildren()
  turn(false)
  byId("key", HTMLInputElement).focus()
}

/** @param {string} id @param {string} button @param {() => Promise<unknown>} run */
const onSubmit = (id, button, run) =>
  byId(id, HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault()
    void busy(byId(button, HTMLButtonElement), run)
  })

onSubmit("connect", "open", () => connect(byId("key", HTMLInputElement).value.trim()))
onSubmit("filter", "apply", () => refresh(false))
for (const [id, further] of /** @type {const} */ ([
  ["refresh", false],
  ["more", true]
])) {
  const button = byId(id, HTMLButtonElement)
  button.addEventListener("click", () => void busy(button, () => refresh(further)))
}
byId("channel", HTMLSelectElement).addEventListener("change", () => void refresh(false))
byId("leave", HTMLButtonElement).addEventListener("click", leave)

const known = sessionStorage.getItem(stored)
if (known !== null) void connect(known)
