/** What a unit declared, in words: values by the kind of their input, and evidence as it is cited. */
import { type Fact, formatNumber, formatPercent, type OutlineInput, type UnitFacts } from "@opendti/engine";
import type { DeclaredAnswer, DeclaredEvidence } from "./declared.js";
import { dayWritten } from "./written.js";

/** What is longer says something by itself. */
const LONGEST_CITATION = 120;

export const MISSING = "Chưa kê khai";

/** What the engine counts as given and does not hold: texts, links, days, several options, rows of tables. */
export type StoredWords = (names: readonly string[], input: string) => unknown;

/** Looks up what was stored under any of an indicator's names. */
export function storedWords(answers: readonly DeclaredAnswer[]): StoredWords {
  const values = new Map(answers.map(({ code, input, value }) => [`${code}\n${input}`, value]));
  return (names, input) =>
    names.map((name) => values.get(`${name}\n${input}`)).find((value) => value !== undefined);
}

/**
 * A declared value with its unit: `22`, `51.125.000 đồng`, `95,65%`, `Có`, the option's own words, rows of a table one a line.
 * @param input of an indicator, or a fact of the profile with no columns
 * @returns undefined when it was not declared
 */
export function valueInWords(
  { fact, columns }: Pick<OutlineInput, "fact" | "columns">,
  facts: UnitFacts,
  stored: unknown,
  withUnit = true,
): string | undefined {
  const value = facts.values[fact.slot];
  if (value === undefined) return undefined;
  switch (fact.kind) {
    case "yes_no":
      return value.n === 0n ? "Không" : "Có";
    case "choice": {
      const place = Number(value.n / value.d);
      return fact.options[place - 1] ?? `Phương án ${place}`;
    }
    case "choices":
      return chosen(fact, stored) ?? `${formatNumber(value, "vi")} phương án`;
    case "text":
    case "link":
      return textOf(stored) ?? "Đã kê khai";
    case "date":
      return stored === undefined || stored === null ? "Đã kê khai" : dayOr(String(stored));
    case "table":
      return rowsOf(columns, stored) ?? `${formatNumber(value, "vi")} dòng`;
    case "percent":
      return formatPercent(value, "vi");
    default:
      return `${formatNumber(value, "vi")}${withUnit && fact.unit !== undefined ? ` ${fact.unit}` : ""}`;
  }
}

function textOf(stored: unknown): string | undefined {
  if (stored === undefined || stored === null) return undefined;
  return (Array.isArray(stored) ? stored : [stored]).map(String).join("\n");
}

function chosen(fact: Fact, stored: unknown): string | undefined {
  if (!Array.isArray(stored)) return textOf(stored);
  return stored.map((place) => fact.options[Number(place) - 1] ?? String(place)).join(";\n");
}

/** `1) Tên hệ thống: …; Năm: 2020`: each row of a table on a line of its own. */
function rowsOf(columns: OutlineInput["columns"], stored: unknown): string | undefined {
  if (!Array.isArray(stored)) return undefined;
  return stored
    .map((row: unknown, at) => {
      const cells = columns.flatMap((column) => {
        const cell: unknown =
          typeof row === "object" && row !== null ? Reflect.get(row, column.id) : undefined;
        return cell === undefined || cell === null ? [] : [`${column.label}: ${cellInWords(column, cell)}`];
      });
      return `${at + 1}) ${cells.join("; ")}`;
    })
    .join("\n");
}

function cellInWords({ kind, options }: OutlineInput["columns"][number], cell: unknown): string {
  if (typeof cell === "boolean") return cell ? "Có" : "Không";
  if (kind === "choice") return options?.[Number(cell) - 1]?.label ?? String(cell);
  if (kind === "date") return dayOr(String(cell));
  if (kind === "text" || kind === "link") return String(cell);
  return String(cell).replace(".", ",");
}

const dayOr = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayWritten(text) : text);

/**
 * A piece of evidence as it is cited. What the person wrote comes first; what is known besides and not said there follows it.
 * @param own name of the unit: that its own documents are its own need not be said
 */
export function evidenceInWords(evidence: DeclaredEvidence, own: string): string {
  const place = [evidence.page ? `trang ${evidence.page}` : undefined, evidence.section ?? undefined];
  switch (evidence.kind) {
    case "document":
      return documentInWords(evidence, place, own);
    case "link": {
      const { title, url } = evidence;
      return cited(!title ? url : said(title, url) ? title : `${title}: ${url}`, place);
    }
    case "file":
      return cited(`Tệp ${evidence.name}`, place);
  }
}

/** A citation goes on ("… ngày 05/3/2025 của UBND tỉnh"); a sentence is left alone, and the rest follows in brackets. */
function documentInWords(
  { text, symbol, date, issuer, title }: Extract<DeclaredEvidence, { kind: "document" }>,
  place: readonly (string | undefined)[],
  own: string,
): string {
  const words = text.trim().replace(/;+$/, "");
  const sentence = words.length > LONGEST_CITATION || /[.!?]$/.test(words);
  const more = [
    said(words, symbol) ? undefined : `số ${symbol}`,
    said(words, date) || mentions(words, date ?? "") ? undefined : `ngày ${dayOr(date ?? "")}`,
    namesIssuer(words, issuer) || issuer === own || (sentence && symbol && said(words, symbol))
      ? undefined
      : `${sentence ? "" : "của "}${issuer}`,
    said(words, title) ? undefined : `${sentence ? "" : "về "}${title}`,
  ].filter((each) => each !== undefined);
  const where = place.filter((each) => each !== undefined && !said(words, each));
  if (sentence) return cited(words, [...more, ...where]);
  return cited([words, ...more].join(" "), where);
}

function cited(words: string, place: readonly (string | undefined)[]): string {
  const where = place.filter((each) => each !== undefined);
  return `${words}${where.length === 0 ? "" : ` (${where.join(", ")})`}`;
}

/** Whether a text says something already, or there is nothing to say. */
function said(text: string, words: string | null | undefined): boolean {
  return !words || folded(text).includes(folded(words));
}

/** People name a body in short where its province goes without saying: "Ban Dân tộc tỉnh". */
const ENOUGH_WORDS = 3;

function namesIssuer(text: string, issuer: string | null | undefined): boolean {
  return said(text, issuer) || said(text, issuer?.split(/\s+/).slice(0, ENOUGH_WORDS).join(" "));
}

/** Whether a text names a day in any of the ways that people write it: `07/6/2022`, `7/6/2022`, `07-06-2022`. */
function mentions(text: string, date: string): boolean {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return text.includes(year);
  const parts = [...(day === undefined ? [] : [day]), month].map((part) => `0?${Number(part)}`);
  return new RegExp(`\\b${[...parts, year].join("\\s*[/.-]\\s*")}\\b`).test(text);
}

function folded(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("vi");
}
