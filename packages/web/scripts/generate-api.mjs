/**
 * Generates packages/web/src/api/schema.gen.ts from the server's own description of its interface. With `--check`
 * nothing is written, and the exit status is 1 when what stands there is not what would be generated. Needs `tsc -b`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import typescript from "typescript";
import { root } from "../../../scripts/child.mjs";

const { factory } = typescript;
const target = "packages/web/src/api/schema.gen.ts";
const server = pathToFileURL(join(root, "packages/server/dist/index.js")).href;

/** @type {{ describeInterface(): Promise<Record<string, unknown>> }} */
const { describeInterface } = await import(server);
const description = await describeInterface();
const types = await openapiTypescript(/** @type {import("openapi-typescript").OpenAPI3} */ (description), {
  rootTypes: false,
  // A file of a form is bytes here, not text.
  transform: ({ format }) => (format === "binary" ? factory.createTypeReferenceNode("Blob") : undefined),
});
const text = `// Generated from the server's OpenAPI description by packages/web/scripts/generate-api.mjs: change the server, not this.\n${astToString(types)}`;
const file = join(root, target);
if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
  console.log(`${target}: ${text.length} characters`);
} else if (existsSync(file) && readFileSync(file, "utf8") === text) {
  console.log(`${target} is what the server describes.`);
} else {
  console.error(
    `${target} is not what the server describes. Run: node packages/web/scripts/generate-api.mjs`,
  );
  process.exitCode = 1;
}
