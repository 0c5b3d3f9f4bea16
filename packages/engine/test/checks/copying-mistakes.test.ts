/**
 * Mistakes that people make when they copy a decision into a set, made in every indicator of the shipped sets at once: each is
 * noticed at each place, because the decision's own text stands beside the rule.
 */
import { readFileSync } from "node:fs";
import { checkSet, type FindingCode } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { loaded, repository, shipped } from "./files.js";

/** A row of a set as plain data. */
interface Row {
  code: string;
  text?: string;
  rule?: unknown;
  children?: Row[];
}

type Tree = { [key: string]: unknown } | unknown[];

const SETS = ["qd922-cap-tinh-2022", "quang-ngai-so-nganh-2022"];

const anyway = new Map<string, Set<string>>();

/** What is reported of the set as it ships: `code at`. */
function foundAnyway(id: string): Set<string> {
  const known =
    anyway.get(id) ?? new Set(checkSet(shipped(id).loaded).map(({ code, at }) => `${code} ${at}`));
  anyway.set(id, known);
  return known;
}

/** Codes of the rows that a mistake was made in, and of those where the finding was made. */
function madeAndNoticed(
  id: string,
  code: FindingCode,
  mistake: (node: Tree) => boolean,
  states = /./,
): [string[], string[]] {
  const source = parse(readFileSync(`${repository}sets/${id}/set.yaml`, "utf8")) as { indicators: Row[] };
  const made: string[] = [];
  const walk = (rows: readonly Row[]): void => {
    for (const row of rows) {
      if (row.text !== undefined && states.test(row.text) && everywhere(row.rule, mistake))
        made.push(row.code);
      walk(row.children ?? []);
    }
  };
  walk(source.indicators);
  const found = checkSet(loaded(stringify(source), id)).filter((each) => each.code === code);
  const noticed = found.map(({ at }) => at).filter((at) => !foundAnyway(id).has(`${code} ${at}`));
  return [made, [...new Set(noticed)]];
}

/** Makes the mistake wherever it can be made inside a rule. */
function everywhere(node: unknown, mistake: (node: Tree) => boolean): boolean {
  if (typeof node !== "object" || node === null) return false;
  const here = mistake(node as Tree);
  return Object.values(node)
    .map((inner) => everywhere(inner, mistake))
    .reduce((any, inner) => any || inner, here);
}

/** Replaces one value of an object, where it is of a form. */
function replace(key: string, form: RegExp, by: (text: string) => string | number): (node: Tree) => boolean {
  return (node) => {
    if (Array.isArray(node) || node[key] === undefined || !form.test(String(node[key]))) return false;
    node[key] = by(String(node[key]));
    return true;
  };
}

/** 4.12 and 4.13 of the national set letter a and b and write no ratio. */
const WRITES_RATIO = /tỷ lệ\s*=\s*[(a-z]/i;
/** Where a text says both ">= 80%" and "<= 80%", either sign is as it says. */
const ONE_SIGN = /^(?!.*<= \d)/s;

describe.each(SETS)("a mistake in copying %s is noticed wherever it is made", (id) => {
  it.each<[string, FindingCode, (node: Tree) => boolean, RegExp?]>([
    [
      "a ratio turned round",
      "text-formula-mismatch",
      replace("of", /^[ab]\/[ab]$/, (text) => [...text].reverse().join("")),
      WRITES_RATIO,
    ],
    [
      "a term of a ratio lost",
      "text-formula-mismatch",
      replace("of", /^\(\w\+\w/, (text) => text.replace(/\+\w/, "")),
    ],
    ["another threshold for full points", "text-threshold-mismatch", replace("full_at", /%/, () => "65%")],
    [
      "another lower edge of a band",
      "text-threshold-mismatch",
      replace("ge", /%/, (text) => `${Number.parseFloat(text) - 0.5}%`),
    ],
    ["an edge left out of its band", "text-threshold-mismatch", turned("ge", "gt"), ONE_SIGN],
    ["another share", "text-max-mismatch", replace("share", /^(1\/\d|[37]0%)$/, () => "2/9")],
    ["two options exchanged", "text-max-mismatch", exchanged],
  ])("%s", (_, code, mistake, states) => {
    const [made, noticed] = madeAndNoticed(id, code, mistake, states);
    expect(made.length).toBeGreaterThan(0);
    expect(noticed).toEqual(made);
  });
});

/** The shares of the first two options. */
function exchanged(node: Tree): boolean {
  if (!Array.isArray(node)) return false;
  const [first, second] = node as { share?: unknown; rule?: unknown; ge?: unknown }[];
  if (!first || !second || first.share === second.share) return false;
  if ([first, second].some((each) => each.share === undefined || each.rule || each.ge)) return false;
  [first.share, second.share] = [second.share, first.share];
  return true;
}

/** `>=` made `>`. */
function turned(from: string, to: string): (node: Tree) => boolean {
  return (node) => {
    if (Array.isArray(node) || node[from] === undefined) return false;
    node[to] = node[from];
    delete node[from];
    return true;
  };
}
