/**
 * Mutation testing of the pure cores (`npm run mutation`): does a test fail when a decision is changed? Not a part of
 * `npm test`: it takes minutes per package. `npm run mutation -- --mutate packages/person/src/core/Decide.ts` looks at
 * one file.
 */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "vitest.mutation.ts", related: true },
  mutate: ["packages/*/src/core/**/*.ts", "packages/domain/src/**/*.ts"],
  coverageAnalysis: "perTest",
  // Tables and patterns made once at import cost a whole test run per mutant and say little.
  ignoreStatic: true,
  concurrency: 2,
  // There is no such file: Stryker would rewrite the configuration with the API of TypeScript 5, which 7 has not.
  tsconfigFile: "tsconfig.stryker.json",
  reporters: ["clear-text", "progress", "html"],
  htmlReporter: { fileName: "reports/mutation/index.html" },
  tempDirName: ".stryker-tmp"
}
