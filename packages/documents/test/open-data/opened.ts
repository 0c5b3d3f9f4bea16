/** Packages opened by another library than the one that wrote them; CSV read by RFC 4180, by hand. */
import { PassThrough, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";

/** What a writer writes. */
export async function written(write: (sink: Writable) => Promise<void>): Promise<Buffer> {
  const sink = new PassThrough();
  const [bytes] = await Promise.all([buffer(sink), write(sink)]);
  return bytes;
}

/** Parts by name, in their order. */
export async function opened(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return parts;
}

/** Rows of cells. @throws where the text is not as RFC 4180 has it. */
function csvCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      const end = /"(?:""|[^"])*"/y;
      end.lastIndex = at;
      const [quoted] = end.exec(text) ?? [];
      if (quoted === undefined) throw new Error(`a quote without its end at ${at}`);
      cell = quoted.slice(1, -1).replaceAll('""', '"');
      at += quoted.length;
    } else {
      const end = text.slice(at).search(/[,\r\n]/);
      cell = text.slice(at, at + end);
      if (cell.includes('"')) throw new Error(`a quote inside a cell: ${cell}`);
      at += end;
    }
    row.push(cell);
    if (text[at] === ",") at += 1;
    else if (text.startsWith("\r\n", at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`a row that does not end at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  return rows;
}

/** Rows as records by the names of the first. */
export function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = csvCells(text);
  return rows.map((row) => {
    if (row.length !== head.length) throw new Error(`${row.length} cells under ${head.length} columns`);
    return Object.fromEntries(head.map((name, place) => [name, row[place] ?? ""]));
  });
}
