/** The published numbers of one unit of a case, read once. */
import type { UnitSource } from "../data/schema.js";
import { add, greatest, multiply, type Rational, rational, subtract, ZERO } from "../numbers/rational.js";
import { round, tenTo } from "../numbers/rounding.js";
import type { Path } from "../rules/rule-kind.js";
import type { CaseFile } from "./finding.js";
import { readNumber } from "./option-range.js";
import type { Entry, Subject } from "./subject.js";

export interface PublishedScore {
  readonly value: Rational;
  /** As printed. */
  readonly text: string;
  /** Half a unit of the last digit: at least as fine as the set rounds. */
  readonly half: Rational;
  readonly path: Path;
}

export interface PublishedUnit {
  readonly unit: UnitSource;
  readonly index: number;
  readonly path: Path;
  readonly total: PublishedScore | undefined;
  /** By node index. */
  readonly scores: ReadonlyMap<number, PublishedScore>;
  readonly maxima: ReadonlyMap<number, PublishedScore>;
  /** Numbers that cannot be read, with their code. */
  readonly unreadable: readonly { readonly code: string; readonly text: string; readonly path: Path }[];
}

/** The units of a case that print results. */
export function publishedUnits(subject: Subject, file: CaseFile): PublishedUnit[] {
  if (!subject.set.scored) return [];
  return file.data.units.flatMap((unit, index) => {
    const { published } = unit;
    if (!published) return [];
    const path: Path = ["units", index, "published"];
    const unreadable: { code: string; text: string; path: Path }[] = [];
    const read = (code: string, value: string | number | undefined, at: Path): PublishedScore | undefined => {
      if (value === undefined) return undefined;
      const score = readPublished(value, subject, at);
      if (!score) unreadable.push({ code, text: String(value), path: at });
      return score;
    };
    const scores = new Map<number, PublishedScore>();
    const maxima = new Map<number, PublishedScore>();
    for (const [code, row] of Object.entries(published.scores)) {
      const node = subject.set.nodeOf.get(code);
      const score = read(code, row.score, [...path, "scores", code, "score"]);
      const max = read(code, row.max, [...path, "scores", code, "max"]);
      if (node !== undefined && score) scores.set(node, score);
      if (node !== undefined && max) maxima.set(node, max);
    }
    return [
      { unit, index, path, total: read("", published.total, [...path, "total"]), scores, maxima, unreadable },
    ];
  });
}

function readPublished(value: string | number, subject: Subject, path: Path): PublishedScore | undefined {
  const text = String(value).trim();
  const plain = /^-?\d+\.\d+$/.test(text) ? text : text.replace(/,/, ".");
  const negative = plain.startsWith("-");
  const size = /^-?\d+(\.\d+)?$/.test(plain)
    ? readNumber(`${plain.replace("-", "").replace(".", ",")}`)
    : undefined;
  if (!size) return undefined;
  const digits = Math.max(plain.split(".")[1]?.length ?? 0, subject.set.scoreRounding.digits);
  return {
    value: negative ? multiply(size, rational(-1)) : size,
    text,
    half: { n: 1n, d: 2n * tenTo(digits) },
    path,
  };
}

/** The most that a row can have: its maximum, and the bonuses directly below it. */
export function limitOf(subject: Subject, entry: Entry | undefined): Rational {
  const members = entry ? entry.node.children : subject.set.pillars;
  const bonus = members.reduce((sum, index) => {
    const node = subject.set.nodes[index];
    return node?.bonus ? add(sum, node.max) : sum;
  }, ZERO);
  return add(entry ? entry.node.max : subject.set.max, bonus);
}

/** The most that can be published of it: rounding may lift a maximum that has more digits than scores have. */
export function mostPublished(subject: Subject, entry: Entry | undefined): Rational {
  const limit = limitOf(subject, entry);
  const members = entry ? entry.node.children : subject.set.pillars;
  if (members.length === 0 || subject.set.sum === "exact")
    return greatest(limit, round(limit, subject.set.scoreRounding));
  return members.reduce((sum, index) => {
    const member = subject.entries[index];
    const lifted = member?.scored ? subtract(mostPublished(subject, member), limitOf(subject, member)) : ZERO;
    return add(sum, lifted);
  }, limit);
}

/** What a unit is called in a sentence. */
export function unitName(unit: UnitSource): string {
  return unit.title ?? unit.unit;
}
