/** Reading in tests: straight to what is asked about. */
import {
  type ColumnRole,
  DocumentRefused,
  type LogicalRow,
  type RecognisedTable,
  readDocument,
  recogniseTables,
  type TableCell,
} from "@opendti/documents";

export async function tablesOf(bytes: Uint8Array, name: string): Promise<readonly RecognisedTable[]> {
  return recogniseTables(await readDocument(bytes, name));
}

export async function textTables(text: string): Promise<readonly RecognisedTable[]> {
  return tablesOf(Buffer.from(text, "utf8"), "a.txt");
}

export function roles(table: RecognisedTable | undefined): readonly ColumnRole[] {
  return (table?.columns ?? []).map((column) => column.role);
}

/** The cell of a role on one line. */
export function cellOf(
  table: RecognisedTable | undefined,
  row: LogicalRow | undefined,
  role: ColumnRole,
): string {
  const at = table?.columns.findIndex((column) => column.role === role) ?? -1;
  return (row?.cells[at]?.text ?? "").replace(/\s+/g, " ").trim();
}

export function byCode(table: RecognisedTable | undefined, code: string): LogicalRow | undefined {
  return table?.rows.find((row) => row.code === code);
}

/** A row as one line: kind, code, cells. */
export function shown(row: LogicalRow): string {
  return [row.kind, row.code, ...row.cells.map((cell) => cell.text.replace(/\s+/g, " ").trim())].join(" | ");
}

export function cellTexts(rows: readonly (readonly TableCell[])[]): string[][] {
  return rows.map((row) => row.map((cell) => cell.text));
}

/** The refusal of a file; an error when it is read after all. */
export async function refusalOf(bytes: Uint8Array, name: string): Promise<DocumentRefused> {
  try {
    await readDocument(bytes, name);
  } catch (error) {
    if (error instanceof DocumentRefused) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}
