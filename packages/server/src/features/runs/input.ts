/**
 * What a run was scored from: one JSON document, canonical, a unit a line, gzipped. It holds all that scores follow from
 * beside the set's text, which its hash names; so that the same document gives the same results whenever it is read.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { createGzip, gunzip } from "node:zlib";
import type { Inputs } from "../appraisals/appraisal.js";
import type { AnswerValue } from "../assessments/scoring.js";
import { canonicalJson, order } from "../assessments/seal.js";

export interface RunHead {
  readonly campaign: { readonly id: string; readonly year: number };
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
}

/** An appraiser's values or points in place of the declared ones. */
export interface Adjustment {
  readonly code: string;
  readonly inputs: Inputs | null;
  readonly points: string | null;
}

/** A unit of a campaign with all that its score follows from. */
export interface RunUnit {
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string | null;
  /** False: it never submitted, and nothing of it counts. */
  readonly submitted: boolean;
  readonly answers: readonly AnswerValue[];
  readonly adjustments: readonly Adjustment[];
}

export interface RunInput extends RunHead {
  readonly units: readonly RunUnit[];
}

const FORMAT = "opendti-run-1";

/** Writes the document unit by unit; units come in the order of their ids. */
export class RunInputWriter {
  private readonly hash = createHash("sha256");
  private readonly gzip = createGzip();
  private readonly parts: Buffer[] = [];
  private readonly ended: Promise<void>;
  private first = true;

  constructor(head: RunHead) {
    this.ended = new Promise((resolve, reject) => {
      this.gzip.on("data", (part: Buffer) => this.parts.push(part));
      this.gzip.on("end", resolve);
      this.gzip.on("error", reject);
    });
    const { campaign, set } = head;
    this.write(
      `{"campaign":${canonicalJson(campaign)},"format":"${FORMAT}","set":${canonicalJson(set)},"units":[`,
    );
  }

  add(unit: RunUnit): void {
    this.write(`${this.first ? "\n" : ",\n"}${lineOf(unit)}`);
    this.first = false;
  }

  /** The document, gzipped, and the SHA-256 of its text. */
  async finish(): Promise<{ input: Buffer; hash: string }> {
    this.write("\n]}\n");
    this.gzip.end();
    await this.ended;
    return { input: Buffer.concat(this.parts), hash: this.hash.digest("hex") };
  }

  private write(text: string): void {
    this.hash.update(text);
    this.gzip.write(text);
  }
}

/** The same text as canonicalJson of the whole gives; put together by hand, because there are a million answers. */
function lineOf({ assessmentId, unit, group, submitted, answers, adjustments }: RunUnit): string {
  const declared = answers
    .filter(({ value }) => value !== null)
    .map((answer) => ({ key: `${answer.code}\n${answer.input}`, answer }))
    .sort((a, b) => order(a.key, b.key))
    .map(({ answer: { code, input, value } }) => JSON.stringify([code, input, canonicalValue(value)]));
  const adjusted = adjustments
    .map(({ code, inputs, points }) => canonicalJson({ code, inputs, points }))
    .sort(order);
  const members = [
    `"adjustments":[${adjusted.join(",")}]`,
    `"answers":[${declared.join(",")}]`,
    `"assessment":${JSON.stringify(assessmentId)}`,
    `"group":${JSON.stringify(group)}`,
    `"submitted":${submitted}`,
    `"unit":${canonicalJson(unit)}`,
  ];
  return `{${members.join(",")}}`;
}

/** Only rows of a table have members to put in order. */
const canonicalValue = (value: unknown): unknown =>
  typeof value === "object" ? JSON.parse(canonicalJson(value)) : value;

interface StoredUnit {
  readonly assessment: string;
  readonly unit: RunUnit["unit"];
  readonly group: string | null;
  readonly submitted: boolean;
  readonly answers: readonly (readonly [string, string, AnswerValue["value"]])[];
  readonly adjustments: readonly Adjustment[];
}

/** Units read between two looks at other requests. */
const SLICE = 100;

/**
 * Reads a document that {@link RunInputWriter} wrote.
 * @returns with the hash of its text; undefined when it cannot be read: somebody has been at it.
 */
export async function readInput(
  stored: Buffer,
): Promise<{ readonly input: RunInput; readonly hash: string } | undefined> {
  try {
    const text = await promisify(gunzip)(stored);
    const { campaign, set, units } = await parse(text.toString("utf8"));
    const read = units.map(({ assessment, answers, ...rest }) => ({
      ...rest,
      assessmentId: assessment,
      answers: answers.map(([code, input, value]) => ({ code, input, value })),
    }));
    return {
      input: { campaign, set, units: read },
      hash: createHash("sha256").update(text).digest("hex"),
    };
  } catch {
    return undefined;
  }
}

/** A unit a line, as it was written; whole, when somebody has laid it out otherwise. */
async function parse(text: string): Promise<RunHead & { readonly units: readonly StoredUnit[] }> {
  const lines = text.split("\n");
  const [head = "", ...rest] = lines;
  if (!head.endsWith('"units":[') || !text.endsWith("\n]}\n")) return JSON.parse(text);
  const units: StoredUnit[] = [];
  for (const [place, line] of rest.slice(0, -2).entries()) {
    units.push(JSON.parse(line.replace(/,$/, "")));
    if (place % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...(JSON.parse(`${head}]}`) as RunHead), units };
}
