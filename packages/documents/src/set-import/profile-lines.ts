/** Where "Thông tin chung" stands: rows under its heading, a table of its own, or numbered lines of text. */
import type { Arranged } from "./arrange.js";
import { decimalOf } from "./points.js";
import type { ProfileFact, ProfileLine } from "./profile.js";
import type { SheetRow } from "./rows.js";
import type { Section } from "./sections.js";
import { numberOf } from "./statements.js";
import { fold, oneLine } from "./words.js";

/** The lines of a section's "Thông tin chung", in the order of the document. */
export function profileLinesOf(section: Section, arranged: Arranged): ProfileLine[] {
  const ownTables = section.profiles.flatMap(({ rows }) => tableLines(rows));
  const underHeading = arranged.profile.flatMap((root) =>
    root.children.flatMap((child) =>
      child.row
        ? [
            lineOf(
              child.row,
              /[.-]/.test(child.printed) || root.printed === ""
                ? child.printed
                : `${root.printed}.${child.printed}`,
            ),
          ]
        : [],
    ),
  );
  const found = [...ownTables, ...underHeading].filter(({ label }) => /[\p{L}\d]/u.test(label));
  return found.length > 0
    ? found
    : textLines(section.before.flatMap(({ text }) => text.split("\n")).map(oneLine));
}

/** What was declared, by the ids of the facts; cells without an answer, or that fit no kind, are left out. */
export function profileAnswers(
  facts: readonly ProfileFact[],
  lines: readonly ProfileLine[],
): Record<string, string | number> {
  const answers: Record<string, string | number> = {};
  for (const [at, fact] of facts.entries()) {
    const answer = oneLine(lines[at]?.answer ?? "").replace(/\s*\.$/, "");
    if (answer === "") continue;
    if (["text", "link", "date"].includes(fact.kind)) answers[fact.id] = answer;
    else {
      const [, digits = ""] = /^(-?\d[\d.,]*\d|\d)(?!\d)/.exec(answer) ?? [];
      const value = decimalOf(digits);
      if (value !== undefined) answers[fact.id] = numberOf(value);
    }
  }
  return answers;
}

/** Rows of a table of facts; "1" below a row "I. Thông tin chung" is I.1. */
function tableLines(rows: readonly SheetRow[]): ProfileLine[] {
  let section = "";
  return rows.flatMap((row) => {
    if (row.kind === "group") section = row.code;
    if (!isFact(row)) return [];
    const inside = section !== "" && row.code !== "" && !/[.-]/.test(row.code);
    return [lineOf(row, inside ? `${section}.${row.code}` : row.code)];
  });
}

function isFact(row: SheetRow): boolean {
  return row.title !== "" && row.kind !== "group" && row.kind !== "total";
}

function lineOf(row: SheetRow, code: string): ProfileLine {
  return { code, label: row.title, answer: row.declared, unit: row.unit, note: oneLine(row.note) };
}

/** "1. Tên cơ quan, đơn vị: …" under "A. THÔNG TIN CHUNG"; a line of two facts gives both. */
function textLines(lines: readonly string[]): ProfileLine[] {
  const from = lines.findIndex(
    (line) => /^(?:[a-z0-9]+[.)] )?thong tin chung\b/.test(fold(line)) && line.length < 60,
  );
  if (from < 0) return [];
  const [, section] = /^([A-Z]|[IVX]+|\d+)[.)]/u.exec(lines[from] ?? "") ?? [];
  const found: ProfileLine[] = [];
  for (const line of lines.slice(from + 1)) {
    const [, number, label, answer = ""] = /^(\d+)[.)]\s*([^:]{2,160}):\s*(.*)$/u.exec(line) ?? [];
    if (number === undefined || label === undefined) {
      if (/^\(\s*(?:lưu ý|ghi chú)/iu.test(line) && found.length > 0) {
        const last = found.at(-1);
        if (last) found[found.length - 1] = { ...last, note: line };
        continue;
      }
      if (line !== "" && found.length > 0) break;
      continue;
    }
    const code = section === undefined ? number : `${section}.${number}`;
    const [first = "", ...more] = answer.split(/\s+(?=(?:Fax|Điện thoại|Email|E-mail|Website)\s*:)/u);
    found.push({ code, label, answer: first, unit: "", note: "" });
    for (const part of more) {
      const [, name = "", value = ""] = /^([^:]+):\s*(.*)$/u.exec(part) ?? [];
      found.push({ code, label: name, answer: value, unit: "", note: "" });
    }
  }
  return found;
}
