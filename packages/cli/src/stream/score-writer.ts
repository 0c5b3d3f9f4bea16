/** Scores as wide CSV, written as bytes: the same file as output/csv.ts writes, for very many units. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { type CampaignScores, message } from "@opendti/engine";
import { fileTrouble } from "../input/files.js";
import { Misuse } from "../misuse.js";
import { csvCell, scoreColumns } from "../output/csv.js";
import { LONGEST_NUMBER, putPlainText, ScoreCells } from "./score-cells.js";

/** Bytes written at a time, at least. */
const BUFFER = 1 << 20;

/** Longest name of a unit or group that is written without looking at the room left. */
const PLAIN = 1 << 10;

const NEWLINE = 10;

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
  private readonly buffer: Buffer;
  private readonly cells: ScoreCells;
  private readonly columns: ReturnType<typeof scoreColumns>;
  private at = 0;

  constructor(
    private readonly file: number,
    private readonly scores: CampaignScores,
  ) {
    this.columns = scoreColumns(scores.set);
    const numbers = (this.columns.nodes.length + 2) * LONGEST_NUMBER;
    this.buffer = Buffer.allocUnsafeSlow(BUFFER + 2 * PLAIN + numbers);
    this.cells = new ScoreCells(this.buffer, scores.set.scoreRounding.digits);
  }

  write(tell: (done: number) => void): void {
    const { buffer, cells } = this;
    const { groups, chunks } = this.scores.run;
    const { header, nodes } = this.columns;
    this.text(`\ufeff${header}\n`);
    const groupCells = groups.map((group) => `,${csvCell(group)},`);
    let done = 0;
    for (const { length, units, groupOf, ticks, capacity, total, rank } of chunks) {
      const starts = Int32Array.from(nodes, (node) => node * capacity);
      for (let row = 0; row < length; row += 1) {
        if (this.at > BUFFER) this.flush();
        this.name(units[row] ?? "");
        this.text(groupCells[groupOf[row] as number] ?? ",,");
        let { at } = this;
        if ((rank[row] as number) > 0) at = cells.whole(at, rank[row] as number);
        at = cells.number(at, total[row] as number);
        at = cells.row(at, ticks, starts, row);
        buffer[at] = NEWLINE;
        this.at = at + 1;
      }
      done += length;
      tell(done);
    }
    this.flush();
  }

  private name(text: string): void {
    const end = text.length <= PLAIN ? putPlainText(this.buffer, this.at, text) : -1;
    if (end < 0) this.text(csvCell(text));
    else this.at = end;
  }

  /** Writes a text as it stands. */
  private text(text: string): void {
    if (text.length * 3 > PLAIN) {
      this.flush();
      this.put(Buffer.from(text));
    } else this.at += this.buffer.write(text, this.at, "utf8");
  }

  private flush(): void {
    this.put(this.buffer.subarray(0, this.at));
    this.at = 0;
  }

  private put(bytes: Buffer): void {
    for (let from = 0; from < bytes.length; ) from += writeSync(this.file, bytes, from);
  }
}
