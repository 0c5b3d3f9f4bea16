/** The letters of a CSV file into records: RFC 4180, with `;` or tab for the comma, and the line each record starts on. */

export interface CsvRecord {
  /** Line of its first letter, from 1. */
  readonly line: number;
  readonly cells: string[];
}

export interface CsvFault {
  readonly line: number;
  readonly kind: "open-quote" | "after-quote";
}

/** `sep=;`, the line by which Excel says its separator. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

const CANDIDATES = [",", ";", "\t"] as const;

/**
 * The records of the text, blank lines left out.
 * @returns also the first fault; what follows it is not read.
 */
export function readRecords(text: string): { records: CsvRecord[]; fault: CsvFault | undefined } {
  const scanner = scanRecords(text);
  const records: CsvRecord[] = [];
  for (let record = scanner.next(); record; record = scanner.next()) records.push(record);
  return { records, fault: scanner.fault };
}

/** Reads the text record by record. */
export function scanRecords(text: string): RecordScanner {
  const declared = SEPARATOR_LINE.exec(text);
  return declared
    ? new RecordScanner(text, declared[1] ?? ",", declared[0].length, 2)
    : new RecordScanner(text, separatorOf(text), 0, 1);
}

/** The candidate that the header has most of, quoted text left out. */
export function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, "");
  let best: string = CANDIDATES[0];
  for (const candidate of CANDIDATES)
    if (header.split(candidate).length > header.split(best).length) best = candidate;
  return best;
}

export class RecordScanner {
  /** Why there is no further record; undefined at the end of the text. */
  fault: CsvFault | undefined;

  constructor(
    private readonly text: string,
    private readonly separator: string,
    private at: number,
    private line: number,
  ) {}

  /** The next record that is not blank. */
  next(): CsvRecord | undefined {
    let record = this.any();
    while (record?.cells.every((cell) => cell.trim() === "")) record = this.any();
    return record;
  }

  private any(): CsvRecord | undefined {
    if (this.fault || this.at >= this.text.length) return undefined;
    const line = this.line;
    const cells: string[] = [];
    for (;;) {
      const cell = this.text[this.at] === '"' ? this.quoted() : this.bare();
      if (cell === undefined) return undefined;
      cells.push(cell);
      if (this.text[this.at] === this.separator) this.at += 1;
      else break;
    }
    this.endLine();
    return { line, cells };
  }

  private bare(): string {
    const start = this.at;
    let at = start;
    for (; at < this.text.length; at += 1) {
      const letter = this.text[at];
      if (letter === this.separator || letter === "\n" || letter === "\r") break;
    }
    this.at = at;
    return this.text.slice(start, at);
  }

  private quoted(): string | undefined {
    const start = this.line;
    let cell = "";
    for (let from = this.at + 1; ; ) {
      const quote = this.text.indexOf('"', from);
      if (quote < 0) {
        this.fault = { line: start, kind: "open-quote" };
        return undefined;
      }
      cell += this.text.slice(from, quote);
      if (this.text[quote + 1] === '"') {
        cell += '"';
        from = quote + 2;
        continue;
      }
      this.at = quote + 1;
      break;
    }
    for (const letter of cell) if (letter === "\n") this.line += 1;
    const after = this.text[this.at];
    if (after !== undefined && after !== this.separator && after !== "\n" && after !== "\r") {
      this.fault = { line: this.line, kind: "after-quote" };
      return undefined;
    }
    return cell;
  }

  private endLine(): void {
    if (this.text[this.at] === "\r") this.at += 1;
    if (this.text[this.at] === "\n") this.at += 1;
    this.line += 1;
  }
}
