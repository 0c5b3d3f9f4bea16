/**
 * `npm run check`: everything about the tree that needs no running of its code. Each step runs even when an
 * earlier one failed, so that one run shows all there is to mend; the exit status is 1 when any failed.
 */
import { buildWeb } from "./build-web.mjs";
import { node, tools } from "./child.mjs";

/** @type {{ title: string, run: () => Promise<number> }[]} */
const steps = [
  { title: "lint and format: biome check", run: () => node(tools.biome, "check", "--error-on-warnings") },
  { title: "types and build: tsc -b", run: () => node(tools.tsc, "-b") },
  {
    title: "types of tests and scripts: tsc -p tsconfig.test.json",
    run: async () =>
      (await node(tools.tsc, "-p", "tsconfig.test.json")) ||
      // Those of the browser application know a browser.
      (await node(tools.tsc, "-p", "packages/web/test/tsconfig.json")),
  },
  {
    title: "the generated client is current: packages/web/scripts/generate-api.mjs --check",
    run: () => node("packages/web/scripts/generate-api.mjs", "--check"),
  },
  {
    title: "browser application: build, and the size of its pages",
    run: async () => (await buildWeb()) || (await node("packages/web/scripts/check-size.mjs")),
  },
  {
    title: "package boundaries: scripts/check-boundaries.mjs",
    run: () => node("scripts/check-boundaries.mjs"),
  },
  { title: "unused files, exports and dependencies: knip", run: () => node(tools.knip) },
  {
    title: "paths that the documents cite: scripts/check-docs.mjs",
    run: () => node("scripts/check-docs.mjs"),
  },
];

/** @type {string[]} */
const results = [];
let failed = 0;
for (const [index, step] of steps.entries()) {
  console.log(`\n── ${index + 1}/${steps.length} ${step.title}`);
  const start = performance.now();
  const status = await step.run();
  if (status !== 0) failed += 1;
  results.push(`  ${status === 0 ? "ok    " : "FAILED"}  ${seconds(start)} s  ${step.title}`);
}
console.log(`\n── check: ${failed === 0 ? "all in order" : `${failed} of ${steps.length} failed`}`);
console.log(results.join("\n"));
process.exitCode = failed === 0 ? 0 : 1;

/** @param {number} start */
function seconds(start) {
  return ((performance.now() - start) / 1000).toFixed(1).padStart(5);
}
