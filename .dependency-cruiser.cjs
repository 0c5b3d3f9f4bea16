/**
 * Which file may import which. scripts/check-boundaries.mjs runs these rules over the tree, and over
 * test/boundaries/fixtures, where each rule has a file that breaks it.
 *
 * An import of `@opendti/<package>` resolves to packages/<package>/src/index.ts (the paths of tsconfig.test.json),
 * so that a rule sees sources, built or not.
 */

/** From the top down: a package may import only packages that stand after it. */
const order = ["web", "cli", "server", "documents", "prose", "engine"];

const anyPackage = "^packages/([^/]+)/";
const source = "^packages/[^/]+/src/";

/** @param {string[]} names */
const packages = (names) => `^packages/(${names.join("|")})/`;

/** One rule a package: it may not import those that stand before it. */
const layers = order.slice(1).map((name, index) => ({
  name: `${name}-imports-only-packages-below-it`,
  severity: "error",
  comment: `Packages from the top down: ${order.join(" > ")}. ${name} imports none of ${order.slice(0, index + 1).join(", ")}.`,
  from: { path: packages([name]) },
  to: { path: packages(order.slice(0, index + 1)) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: "web-reaches-the-server-over-http",
      severity: "error",
      comment: "The browser application talks to the server through the generated API client only.",
      from: { path: packages(["web"]) },
      to: { path: packages(["cli", "server"]) },
    },
    {
      name: "packages-have-a-place-in-the-order",
      severity: "error",
      comment:
        "A new package is added to `order` in .dependency-cruiser.cjs, else no layer rule holds for it.",
      from: { path: anyPackage, pathNot: packages(order) },
      to: {},
    },
    {
      name: "packages-import-nothing-outside-packages",
      severity: "error",
      comment: "bench, e2e, scripts and test may use any package; no package uses them.",
      from: { path: "^packages/" },
      to: { path: "^(bench|e2e|scripts|test)/" },
    },
    {
      name: "packages-meet-at-their-index",
      severity: "error",
      comment:
        "Another package is imported by its name, `@opendti/<package>`, not by a path into its folders.",
      from: { path: anyPackage },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypesNot: ["aliased"] },
    },
    {
      name: "engine-uses-no-node-module",
      severity: "error",
      comment: "The engine runs in browsers too: no input, no output, no clock.",
      from: { path: "^packages/engine/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "engine-uses-only-yaml-and-zod",
      severity: "error",
      from: { path: "^packages/engine/src/" },
      to: { path: "(^|/)node_modules/", pathNot: "(^|/)node_modules/(yaml|zod)/" },
    },
    {
      name: "source-is-seen-as-source",
      severity: "error",
      comment: "An import that resolves to what was built is one that the rules above do not see.",
      from: { path: "/src/" },
      to: { path: "^(packages/[^/]+|bench)/dist/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Types count too: what two files both need stands in a third.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "A source file that imports nothing and that nothing imports is dead.",
      from: { orphan: true, path: "^(packages/[^/]+|bench|e2e)/src/" },
      to: {},
    },
    {
      name: "source-imports-no-test",
      severity: "error",
      from: { path: "^(packages/[^/]+|bench)/src/" },
      to: { path: "(^|/)test/" },
    },
    {
      name: "source-imports-only-declared-packages",
      severity: "error",
      comment:
        "What src imports is under `dependencies` of its own package.json: not a dev dependency, not by luck.",
      from: { path: source },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "everything-resolves",
      severity: "error",
      comment: "An import that resolves to nothing is an import that no other rule can judge.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: "^test/boundaries/fixtures/" },
    doNotFollow: { path: "(^|/)node_modules/" },
    tsConfig: { fileName: "tsconfig.test.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
      mainFields: ["types", "module", "main"],
    },
  },
};
