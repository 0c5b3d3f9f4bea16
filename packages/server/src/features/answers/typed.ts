/** Values as data files and people write them (`45%`, `51.125.000`, an option by its label) in the form that is sent. */
import { type Fact, formatExact, plainFact, readValue } from "@opendti/engine";
import { Problem } from "../../http/problem.js";

interface Column {
  readonly id: string;
  readonly kind: Fact["kind"];
  readonly options?: readonly { readonly label: string }[] | undefined;
}

/**
 * One typed value in the form of answers/value.ts, which still has to check it.
 * @param columns of a table.
 * @throws {Problem} `value-unreadable`
 */
export function fromTyped(fact: Fact, columns: readonly Column[], typed: unknown): unknown {
  if (typed === null || typed === undefined || typed === "") return null;
  if (fact.kind === "table" && Array.isArray(typed))
    return typed.map((row: unknown) => typedRow(columns, row));
  if (fact.kind === "choices" && Array.isArray(typed)) return typed.map((one: unknown) => place(fact, one));
  return typedCell(fact, typed);
}

function typedRow(columns: readonly Column[], row: unknown): Record<string, unknown> {
  if (typeof row !== "object" || row === null) return {};
  return Object.fromEntries(
    Object.entries(row).map(([id, cell]: [string, unknown]) => {
      const column = columns.find((one) => one.id === id);
      return [id, column === undefined ? cell : typedCell(plainFact(column), cell)];
    }),
  );
}

function typedCell(fact: Fact, typed: unknown): unknown {
  if (fact.kind === "text" || fact.kind === "link" || fact.kind === "date") return String(typed);
  if (fact.kind === "choice") return place(fact, typed);
  const read = readValue(fact, typed);
  if (read === undefined) return null;
  if ("vi" in read) throw new Problem("value-unreadable", read);
  return fact.kind === "yes_no" ? read.n === 1n : formatExact(read);
}

function place(fact: Fact, typed: unknown): number {
  const read = readValue({ ...fact, kind: "choice" }, typed);
  if (read === undefined || "vi" in read) throw new Problem("value-unreadable", read);
  return Number(read.n);
}
