/**
 * Runs the dependency rules with dependency-cruiser over all packages and apps, their tests included, and adds the two
 * rules it cannot say: no relative path into another package, and no module that nothing imports.
 *
 * dependency-cruiser reads TypeScript through the compiler it finds beside itself; with TypeScript 7 there it reads
 * nothing and reports success. `pnpm-workspace.yaml` therefore gives it a 5.9 of its own, and the gate counts.
 */
import { cruise } from "dependency-cruiser"
import type { ICruiseOptions, ICruiseResult, IModule, IResolveOptions } from "dependency-cruiser"
import * as Effect from "effect/Effect"
import * as Fs from "node:fs"
import { join } from "node:path"
import { rules } from "./DependencyRules.ts"
import * as EntryPoints from "./EntryPoints.ts"
import type { Finding } from "./Finding.ts"
import * as Gate from "./Gate.ts"
import * as SourceTree from "./SourceTree.ts"

/** The repository has had more modules than this since its first day. */
const modulesMin = 100

const options = (root: string): ICruiseOptions => ({
  baseDir: root,
  validate: true,
  ruleSet: { forbidden: [...rules] },
  // Imports of types count: a type can tie two packages together as firmly as a function.
  tsPreCompilationDeps: true,
  doNotFollow: { path: "node_modules" },
  // What a bench generates for itself.
  exclude: { path: "^apps/bench/generated/" },
  moduleSystems: ["es6"]
})

// As Node resolves, and with `types` for packages that are nothing but types.
const resolution: Partial<IResolveOptions> = {
  exportsFields: ["exports"],
  conditionNames: ["import", "node", "default", "types"],
  extensions: [".ts", ".js", ".mjs", ".json"]
}

const home = (file: string): string => /^(?:packages|apps)\/[^/]+\//u.exec(file)?.[0] ?? ""

const trespasses = (modules: ReadonlyArray<IModule>): ReadonlyArray<Finding> =>
  modules.flatMap((module) =>
    module.dependencies
      .filter(({ module: name, resolved }) => name.startsWith(".") && home(resolved) !== home(module.source))
      .map(({ module: name }) => ({
        file: module.source,
        line: 1,
        rule: "relative-across",
        message: `${name} leaves the package; import what it exports by its name`
      }))
  )

const unused = (modules: ReadonlyArray<IModule>): ReadonlyArray<Finding> => {
  const imported = new Set(modules.flatMap(({ dependencies }) => dependencies.map(({ resolved }) => resolved)))
  return modules
    .map(({ source }) => source)
    .filter((file) => SourceTree.isModule(file) && !imported.has(file) && !EntryPoints.isEntryPoint(file))
    .map((file) => ({ file, line: 1, rule: "unused-file", message: "nothing imports it, and it is no entry point" }))
}

const violations = (result: ICruiseResult): ReadonlyArray<Finding> =>
  result.summary.violations.map(({ rule, from, to, cycle }) => ({
    file: from,
    line: 1,
    rule: rule.name,
    message: cycle === undefined ? `imports ${to}` : `imports ${cycle.map(({ name }) => name).join(" -> ")}`
  }))

export interface Inspection {
  readonly findings: ReadonlyArray<Finding>
  /** Modules of ours that were read; what they import from outside is not counted. */
  readonly read: number
}

/** Applies every rule to the tree under `root`. Rejects where dependency-cruiser does. */
export const inspect = async (root: string): Promise<Inspection> => {
  const tops = ["packages", "apps"].filter((top) => Fs.existsSync(join(root, top)))
  const { output } = await cruise(tops, options(root), resolution)
  if (typeof output === "string") throw new Error(`dependency-cruiser answered text: ${output}`)
  const modules = output.modules.filter(({ source }) => home(source) !== "" && !source.includes("node_modules/"))
  return { findings: [...violations(output), ...trespasses(modules), ...unused(modules)], read: modules.length }
}

export const gate: Gate.Gate = {
  name: "dependency rules",
  check: (root) =>
    Effect.tryPromise(() => inspect(root)).pipe(
      Effect.map(({ findings, read }) =>
        read <= modulesMin
          ? Gate.failed(`Only ${read} modules were read, more than ${modulesMin} were expected: the rules saw nothing.`)
          : Gate.ofFindings(findings, read, "modules")
      ),
      Effect.catch((error) => Effect.succeed(Gate.failed(`dependency-cruiser did not run: ${String(error.cause)}`)))
    )
}
