/**
 * Runs the rules of .dependency-cruiser.cjs, and proves that they were run on something:
 *
 * 1. on test/boundaries/fixtures, where every rule must report exactly the files that say they break it;
 * 2. on the tree, where every source file must have been read, and every dependency of one package on another
 *    must have been seen as an import of its source.
 *
 * Without the proof, a resolver that finds nothing would look like a tree in order.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, tools } from "./child.mjs";

/** @typedef {import("dependency-cruiser").ICruiseResult} CruiseResult */

const configFile = join(root, ".dependency-cruiser.cjs");

/** @type {string[]} */
const complaints = [];
const ruleCount = checkFixtures(join(root, "test/boundaries/fixtures"));
const seen = checkTree();

if (complaints.length > 0) {
  console.error(complaints.map((complaint) => `  ${complaint}`).join("\n"));
  console.error(`\n${complaints.length} complaints. The rules and their reasons: .dependency-cruiser.cjs`);
  process.exitCode = 1;
} else {
  console.log(
    `${ruleCount} rules, each seen to fail on a fixture; ` +
      `${seen.files} source files and ${seen.edges} imports between packages keep them.`,
  );
}

/**
 * Compares what the rules report on the fixtures with what each file's first line says.
 *
 * @param {string} fixtures
 * @returns {number} how many rules there are
 */
function checkFixtures(fixtures) {
  const expected = new Set(
    filesUnder(fixtures, ".").flatMap((file) => announced(fixtures, file).map((rule) => `${file}: ${rule}`)),
  );
  const reported = new Set(
    cruise(fixtures, ["packages", "bench"]).summary.violations.flatMap(({ cycle, from, rule }) =>
      (cycle?.map(({ name }) => name) ?? [from]).map((file) => `${file}: ${rule.name}`),
    ),
  );
  for (const one of expected) {
    if (!reported.has(one)) complaints.push(`not reported on the fixtures: ${one}`);
  }
  for (const one of reported) {
    if (!expected.has(one)) complaints.push(`reported on the fixtures without a reason: ${one}`);
  }
  /** @type {{ forbidden: { name: string }[] }} */
  const { forbidden } = createRequire(import.meta.url)(configFile);
  for (const { name } of forbidden) {
    if (![...expected].some((one) => one.endsWith(`: ${name}`))) {
      complaints.push(`no file under test/boundaries/fixtures breaks the rule ${name}`);
    }
  }
  return forbidden.length;
}

/**
 * The rules that a fixture says it breaks, in its first line: `// breaks: a-rule, another`, or `// allowed`.
 *
 * @param {string} fixtures
 * @param {string} file
 * @returns {string[]}
 */
function announced(fixtures, file) {
  const [line = ""] = readFileSync(join(fixtures, file), "utf8").split("\n");
  if (line === "// allowed") return [];
  const rules = /^\/\/ breaks: (.+)$/.exec(line)?.[1];
  if (rules === undefined) complaints.push(`test/boundaries/fixtures/${file}: its first line says no rule`);
  return rules?.split(", ") ?? [];
}

/** Runs the rules on the tree and counts what they were run on. */
function checkTree() {
  const workspaces = [
    ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`),
    "bench",
    "e2e",
  ]
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => ({ folder, manifest: readManifest(folder) }));
  const folders = workspaces.flatMap(({ folder }) => [`${folder}/src`, `${folder}/test`]);
  const { modules, summary } = cruise(
    root,
    [...folders, "scripts", "test"].filter((folder) => existsSync(join(root, folder))),
  );
  for (const { from, to, rule, cycle } of summary.violations) {
    const path = cycle?.map(({ name }) => name).join(" → ") ?? to;
    complaints.push(`${rule.name}: ${from}${path === from ? "" : ` → ${path}`}`);
  }

  const read = new Map(modules.map((module) => [module.source, module]));
  let files = 0;
  let edges = 0;
  for (const { folder, manifest } of workspaces) {
    const sources = filesUnder(root, `${folder}/src`);
    if (sources.length === 0) complaints.push(`${folder}/src: no source file`);
    for (const file of sources) {
      if (!read.has(file)) complaints.push(`${file}: dependency-cruiser did not read it`);
    }
    files += sources.length;
    for (const target of ourDependencies(manifest)) {
      const found = sources.filter((file) =>
        read.get(file)?.dependencies.some(({ resolved }) => resolved.startsWith(`packages/${target}/src/`)),
      );
      if (found.length === 0) {
        complaints.push(
          `${folder}/package.json names @opendti/${target}, but no import in ${folder}/src was seen to reach packages/${target}/src`,
        );
      }
      edges += found.length;
    }
  }
  if (edges === 0) complaints.push("no import from one package to another was seen at all");
  return { files, edges };
}

/**
 * Runs dependency-cruiser with our rules in a folder.
 *
 * @param {string} cwd
 * @param {string[]} folders
 * @returns {CruiseResult}
 */
function cruise(cwd, folders) {
  const args = [tools.dependencyCruiser, "--config", configFile, "--output-type", "json", ...folders];
  return JSON.parse(execFileSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 30 }));
}

/**
 * @param {string} folder
 * @returns {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }}
 */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

/**
 * The packages of ours that a manifest names, without the scope.
 *
 * @param {ReturnType<typeof readManifest>} manifest
 */
function ourDependencies({ dependencies, devDependencies }) {
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => name.startsWith("@opendti/"))
    .map((name) => name.slice("@opendti/".length));
}

/**
 * The source files under a folder, as paths from `base`.
 *
 * @param {string} base
 * @param {string} folder
 */
function filesUnder(base, folder) {
  if (!existsSync(join(base, folder))) return [];
  return readdirSync(join(base, folder), { recursive: true, encoding: "utf8" })
    .map((file) => (folder === "." ? file : `${folder}/${file}`).replaceAll("\\", "/"))
    .filter((file) => /\.(ts|tsx|js|mjs)$/.test(file));
}
