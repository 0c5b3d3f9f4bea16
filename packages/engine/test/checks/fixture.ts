/**
 * A fixture: one YAML file of several documents. The first says what is reported (where, what was expected and
 * found, and the Vietnamese sentence), then come the smallest set that has this fault and no other, and, where it lies there,
 * a case or a plan.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Checked, caseFile, loaded, parsed, planFile } from "./files.js";

const folder = fileURLToPath(new URL("fixtures/", import.meta.url));

export interface Fixture extends Checked {
  readonly name: string;
  readonly states: {
    readonly at: string;
    readonly expected?: string;
    readonly found?: string;
    /** Line of this file. */
    readonly line: number;
    readonly vi: string;
  };
}

/** Names of all fixtures: finding codes, and `sound`. */
export function fixtureNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length));
}

export function fixture(name: string): Fixture {
  const [head = "", set = "", ...rest] = documents(readFileSync(`${folder}${name}.yaml`, "utf8"));
  const file = `${name}.yaml`;
  return {
    name,
    states: parsed(head, file).content() as Fixture["states"],
    loaded: loaded(set, file),
    cases: rest.filter((text) => /^case:/m.test(text)).map((text) => caseFile(text, file)),
    plans: rest.filter((text) => /^plan:/m.test(text)).map((text) => planFile(text, file)),
  };
}

/** The file's documents, each on the lines where it stands. */
function documents(text: string): string[] {
  let line = 0;
  return text.split(/^---\n/m).map((part) => {
    const placed = "\n".repeat(line) + part;
    line += part.split("\n").length;
    return placed;
  });
}
