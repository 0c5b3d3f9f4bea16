/**
 * Scores a CSV file into a CSV file without ever holding its data: chunks of units go through the engine one after the other, and a
 * unit's line is read again in the rare case that its sum must be added up exactly.
 */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import {
  CampaignRun,
  type CampaignScores,
  CHUNK_ROWS,
  type CompiledSet,
  FactChunk,
  message,
  type Problem,
} from "@opendti/engine";
import { readHeader } from "../input/headers.js";
import { datumLead, datumName, problemAt } from "../input/place.js";
import { readRecords, separatorOf } from "../input/records.js";
import { columnsOf } from "./columns.js";
import { Intake, Unstreamable } from "./intake.js";
import { pieces } from "./lines.js";
import { LongReader } from "./long-reader.js";
import { WideReader } from "./wide-reader.js";

export type Streamed =
  | { readonly ok: true; readonly scores: CampaignScores }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Smaller files are read the ordinary way, which also runs the checks of their data. */
const LARGE_FILE = 1 << 19;

/** Whether the path is a large file that can be read from any place: not a pipe. */
export function isLargeFile(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() === true && file.size >= LARGE_FILE;
}

/**
 * Scores a file of CSV.
 * @returns undefined when the file is not of the plain shape that can be streamed: the ordinary reader must have it.
 */
export function scoreStream(
  set: CompiledSet,
  path: string,
  complete: boolean | undefined,
  tell: (done: number, of: number) => void,
): Streamed | undefined {
  try {
    return new Stream(set, path, complete).run(tell);
  } catch (error) {
    if (error instanceof Unstreamable) return undefined;
    throw error;
  }
}

class Stream {
  private readonly chunk: FactChunk;
  private readonly campaign: CampaignRun;
  private reader: { readonly intake: Intake; readonly reader: WideReader | LongReader } | undefined;

  constructor(
    private readonly set: CompiledSet,
    private readonly path: string,
    complete: boolean | undefined,
  ) {
    this.chunk = new FactChunk(set, CHUNK_ROWS);
    this.campaign = new CampaignRun(set, { complete, recall: (unit) => this.recall(unit) });
  }

  run(tell: (done: number, of: number) => void): Streamed {
    const { size } = statSync(this.path);
    let closed = 0;
    for (const { bytes, end, offset } of pieces(this.path)) {
      let at = 0;
      if (!this.reader) {
        at = bytes.indexOf(10) + 1;
        this.reader = this.open(bytes.subarray(0, at));
      }
      while (at < end) {
        at = this.reader.reader.read(bytes, at, end, offset, this.chunk);
        if (this.chunk.full && at < end) this.pour(this.reader.reader);
      }
      closed = offset + end;
      tell(closed, size);
    }
    if (!this.reader) throw new Unstreamable("an empty file");
    const { intake, reader } = this.reader;
    reader.finish(this.chunk);
    this.pour(reader);
    intake.close(closed);
    if (intake.problems.length > 0)
      return { ok: false, problems: intake.problems.map((each) => this.problem(each)) };
    if (intake.length === 0) throw new Unstreamable("no unit");
    return { ok: true, scores: this.campaign.finish() };
  }

  private pour(reader: WideReader | LongReader): void {
    reader.finish(this.chunk);
    this.campaign.add(this.chunk);
    this.chunk.clear();
  }

  private open(head: Buffer): { intake: Intake; reader: WideReader | LongReader } {
    const text = head.toString("utf8").replace(/^\ufeff/, "");
    const separator = separatorOf(text);
    const names = readRecords(text).records[0]?.cells;
    const read = names && readHeader(this.set, names);
    if (!names || !read || read.faults.length > 0 || /^sep=/i.test(text))
      throw new Unstreamable("no plain header");
    const intake = new Intake(this.set, 2);
    const byte = separator.charCodeAt(0);
    const { header } = read;
    const reader =
      header.shape === "wide"
        ? new WideReader(intake, columnsOf(this.set, header, names.length), byte)
        : new LongReader(intake, header, names.length, byte);
    return { intake, reader };
  }

  private problem(each: Intake["problems"][number]): Problem {
    const lead = datumLead(each.unit, each.code, each.input);
    return problemAt(
      { file: this.path, line: each.line, at: datumName(each.unit, each.code, each.input) },
      message(lead + each.message.vi, lead + each.message.en),
    );
  }

  /** Reads one unit's lines again. */
  private recall(unit: number): ReturnType<FactChunk["facts"]> {
    if (!this.reader) throw new Error("nothing was read");
    const { intake, reader } = this.reader;
    const from = intake.offsetOf(unit);
    const bytes = Buffer.alloc(intake.offsetOf(unit + 1) - from + 1, 10);
    const file = openSync(this.path, "r");
    try {
      readSync(file, bytes, 0, bytes.length - 1, from);
    } finally {
      closeSync(file);
    }
    const chunk = new FactChunk(this.set, 1);
    reader.again(bytes[bytes.length - 2] === 10 ? bytes.subarray(0, -1) : bytes, chunk);
    return chunk.facts(0);
  }
}
