/** Scores as wide CSV, written as bytes: the same file as output/csv.ts writes, for very many units. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { type CampaignScores, message } from "@opendti/engine";
import { fileTrouble } from "../input/files.js";
import { Misuse } from "../misuse.js";
import { csvCell, scoreColumns } from "../output/csv.js";

const BUFFER = 1 << 22;

/** Longest text of one cell that is written without looking at the room left. */
const ROOM = 1 << 16;

const COMMA = 44;
const NEWLINE = 10;

/** Ticks below this are written from a table. */
const TABLE = 20_001;

/** Bytes of each entry of the table: its length, then up to seven digits. */
const ENTRY = 8;

/** Writes the scores of all units beside the file's place first, then puts them there: nobody finds half a file. */
export function writeScoresTo(path: string, scores: CampaignScores, tell: (done: number) => void): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(draft, "w");
    try {
      new ScoreWriter(file, scores).write(tell);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const why = fileTrouble(error);
    throw new Misuse(message(`--out ${path}: ${why.vi}`, `--out ${path}: ${why.en}`));
  }
}

class ScoreWriter {
  private readonly buffer = Buffer.allocUnsafe(BUFFER);
  private readonly table: Uint8Array;
  private readonly digits: number;
  private at = 0;
  private lastGroup = -1;
  private lastGroupText = "";

  constructor(
    private readonly file: number,
    private readonly scores: CampaignScores,
  ) {
    this.digits = scores.set.scoreRounding.digits;
    this.table = tableOf(this.digits);
  }

  write(tell: (done: number) => void): void {
    const { run, set } = this.scores;
    const columns = scoreColumns(set);
    this.text(`\ufeff${columns.header}\n`);
    const nodes = Int32Array.from(columns.nodes);
    let done = 0;
    for (const chunk of run.chunks) {
      const { ticks, capacity, total, rank, groupOf } = chunk;
      for (let row = 0; row < chunk.length; row += 1) {
        if (this.at > BUFFER - ROOM) this.flush();
        this.text(csvCell(chunk.units[row] ?? ""));
        this.byte(COMMA);
        this.group(groupOf[row] as number, run.groups);
        this.byte(COMMA);
        if ((rank[row] as number) > 0) this.text(String(rank[row]));
        this.byte(COMMA);
        this.number(total[row] as number);
        for (let column = 0; column < nodes.length; column += 1) {
          this.buffer[this.at++] = COMMA;
          this.number(ticks[(nodes[column] as number) * capacity + row] as number);
        }
        this.byte(NEWLINE);
      }
      done += chunk.length;
      tell(done);
    }
    this.flush();
  }

  private group(index: number, groups: readonly string[]): void {
    if (index !== this.lastGroup) {
      this.lastGroup = index;
      this.lastGroupText = csvCell(groups[index] ?? "");
    }
    this.text(this.lastGroupText);
  }

  private number(ticks: number): void {
    const { buffer, table } = this;
    if (ticks >= 0 && ticks < TABLE) {
      const from = ticks * ENTRY;
      const length = table[from] as number;
      let { at } = this;
      for (let byte = 1; byte <= length; byte += 1) buffer[at++] = table[from + byte] as number;
      this.at = at;
    } else this.text(decimal(ticks, this.digits));
  }

  private byte(byte: number): void {
    this.buffer[this.at] = byte;
    this.at += 1;
  }

  private text(text: string): void {
    if (text.length * 3 > BUFFER - this.at) {
      this.flush();
      if (text.length * 3 > BUFFER) {
        writeSync(this.file, text);
        return;
      }
    }
    this.at += this.buffer.write(text, this.at, "utf8");
  }

  private flush(): void {
    for (let from = 0; from < this.at; ) from += writeSync(this.file, this.buffer, from, this.at - from);
    this.at = 0;
  }
}

/** Every number of ticks below TABLE as text. */
function tableOf(digits: number): Uint8Array {
  const table = new Uint8Array(TABLE * ENTRY);
  for (let ticks = 0; ticks < TABLE; ticks += 1) {
    const text = decimal(ticks, digits);
    table[ticks * ENTRY] = text.length;
    for (let place = 0; place < text.length && place < ENTRY - 1; place += 1)
      table[ticks * ENTRY + 1 + place] = text.charCodeAt(place);
  }
  return table;
}

/** Ticks as a decimal without trailing zeros, as formatTicks gives. */
function decimal(ticks: number, digits: number): string {
  const text = String(ticks).padStart(digits + 1, "0");
  const fraction = digits === 0 ? "" : text.slice(-digits).replace(/0+$/, "");
  const whole = digits === 0 ? text : text.slice(0, -digits);
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
