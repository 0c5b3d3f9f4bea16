/**
 * What a run was scored from, packed: the engine says its text (see packages/engine/src/run/input.ts), here it is gzipped
 * and hashed. The same document gives the same results whenever it is read.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { createGzip, gunzip } from "node:zlib";
import {
  type RunHead,
  type RunInput,
  type RunUnit,
  readRunInput,
  runInputLine,
  runInputText,
} from "@opendti/engine";

export type { Adjustment, RunHead, RunInput, RunUnit } from "@opendti/engine";

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
    this.write(runInputText.opening(head));
  }

  add(unit: RunUnit): void {
    this.write(runInputText.unit(unit, this.first));
    this.first = false;
  }

  /** The document, gzipped, and the SHA-256 of its text. */
  async finish(): Promise<{ input: Buffer; hash: string }> {
    this.write(runInputText.closing);
    this.gzip.end();
    await this.ended;
    return { input: Buffer.concat(this.parts), hash: this.hash.digest("hex") };
  }

  private write(text: string): void {
    this.hash.update(text);
    this.gzip.write(text);
  }
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
    return {
      input: await parse(text.toString("utf8")),
      hash: createHash("sha256").update(text).digest("hex"),
    };
  } catch {
    return undefined;
  }
}

/** A unit a line, as it was written; whole, when somebody has laid it out otherwise. */
async function parse(text: string): Promise<RunInput> {
  const lines = text.split("\n");
  const [head = "", ...rest] = lines;
  if (!head.endsWith('"units":[') || !text.endsWith(runInputText.closing)) return readRunInput(text);
  const units: RunUnit[] = [];
  for (const [place, line] of rest.slice(0, -2).entries()) {
    const unit = runInputLine.unit(line);
    if (unit !== undefined) units.push(unit);
    if (place % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const { campaign, set } = runInputLine.head(head);
  return { campaign, set, units };
}
