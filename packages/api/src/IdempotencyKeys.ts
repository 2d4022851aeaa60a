/** The header `Idempotency-Key` in the OpenAPI document: operations that would do something twice take it, some need it. */

type Operation = Readonly<Record<string, unknown>>

/** Operations on money that must not be done twice by accident. */
const needing: ReadonlySet<unknown> = new Set(["money.post", "money.payout"])

/** What is the same however often it is asked: a state that is set, a look, a check. */
const repeatable: ReadonlySet<unknown> = new Set([
  "send.cancel",
  "sendAlerts.acknowledge",
  "bulk.pause",
  "bulk.resume",
  "bulk.cancel",
  "queues.requeue",
  "suppressions.suppress",
  "suppressions.unsuppress",
  "voice.guardrail",
  "voice.testAlignment",
  "money.registerRecipient",
  "money.sweep",
  "money.acknowledge",
  "sandbox.confirmPayment"
])

const parameter = (operation: Operation): object => ({
  name: "Idempotency-Key",
  in: "header",
  required: needing.has(operation["operationId"]),
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x21-\\x7e]+$" },
  description:
    "The same key with the same request does it once and is answered alike; with another request it is refused."
})

/** What has no API key comes from a vendor, whose events have ids of their own. */
const takesKey = ({ operationId, security }: Operation): boolean =>
  Array.isArray(security) && security.length > 0 && !repeatable.has(operationId)

const ofOperation = (method: string, operation: Operation): Operation => {
  if (method === "get" || !takesKey(operation)) return operation
  const { parameters } = operation
  return { ...operation, parameters: [...(Array.isArray(parameters) ? parameters : []), parameter(operation)] }
}

const ofPath = (operations: Readonly<Record<string, Operation>>): Readonly<Record<string, Operation>> =>
  Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, ofOperation(method, operation)]))

/** The document with the header described. */
export const describe = (document: Record<string, unknown>): Record<string, unknown> => {
  const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, Operation>>>>
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(paths).map(([path, operations]) => [path, ofPath(operations)]))
  }
}
