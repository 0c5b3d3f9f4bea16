/** One cell of a form that was filled in: boxes, pairs "a/b", labelled blanks, links, remarks, plain answers. */
import type { InputSource } from "@opendti/engine";
import { decimalOf } from "./points.js";
import { numberOf } from "./statements.js";
import { fold, freeName, idOf, oneLine } from "./words.js";

export type FormAnswer = Record<string, string | number | boolean | string[]>;

export interface FormField {
  readonly inputs: InputSource[];
  readonly answer: FormAnswer;
  /** What the cell only tells the reader: "(Điền thông tin chi tiết tại Bảng 1 kèm theo)". */
  readonly text: string;
}

const EMPTY_BOXES = "☐□▢◻❏❑○ﷲ\uf06f\uf0a8";
const TICKED_BOXES = "☑☒■▣◼✓✔⊠☓\uf0fe\uf052\uf053";
const BOX = new RegExp(`[${EMPTY_BOXES}${TICKED_BOXES}]`, "u");
const BOXES = new RegExp(`([${EMPTY_BOXES}${TICKED_BOXES}])`, "u");
const LINK = /(?:https?:\/\/|www\.)\S+/giu;

/** Labels that forms print beside boxes everywhere; the longest that begins a label ends it where a remark follows. */
const COMMON_LABELS = [
  "Có đăng tải",
  "Không đăng tải",
  "Không đầy đủ",
  "Đầy đủ",
  "Đã triển khai",
  "Chưa triển khai",
  "Đã ban hành",
  "Chưa ban hành",
  "Không có",
  "Chưa có",
  "Không",
  "Có",
];

/** Labels that stand alone before the next box, or end a cell without a remark, in any cell of the form. */
export function labelsOf(cells: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells.filter((text) => BOX.test(text)))
    for (const { label } of boxesIn(oneLine(withoutLinks(cell))))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([label]) => label);
  return [...new Set([...repeated, ...COMMON_LABELS])].sort((a, b) => b.length - a.length);
}

/**
 * The inputs that a row of a form asks for, and what is answered.
 * @param labels of boxes, longest first, as {@link labelsOf} gives them.
 */
export function readFormCell(title: string, cell: string, labels: readonly string[]): FormField {
  const shown = cell.trim();
  if (/^\((?!\d)[^()]*(?:\([^()]*\)[^()]*)*\)$/su.test(shown)) return { inputs: [], answer: {}, text: shown };
  if (BOX.test(shown)) return boxes(shown, labels);
  const pair = pairOf(title);
  if (pair) return pairField(pair, shown);
  const blanks = blanksOf(shown);
  if (blanks.length > 1) return blanksField(blanks);
  return single(title, shown);
}

interface Box {
  readonly label: string;
  readonly ticked: boolean;
}

/** Boxes with what stands beside each: before it ("Có ☐") or after it ("☐ Có"), whichever the cell begins with. */
function boxesIn(text: string): Box[] {
  const parts = text.split(BOXES);
  const before = (parts[0] ?? "").trim() !== "";
  const found: Box[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const label = tidy((before ? parts[at - 1] : parts[at + 1]) ?? "");
    if (label !== "") found.push({ label, ticked: TICKED_BOXES.includes(parts[at] ?? "") });
  }
  return found;
}

function boxes(cell: string, labels: readonly string[]): FormField {
  const links = linksIn(cell);
  const remarks: string[] = [];
  const found = boxesIn(oneLine(withoutLinks(cell))).map(({ label, ticked }) => {
    const known = labels.find(
      (one) => label.startsWith(one) && /^(?:[\s:.,]|$)/u.test(label.slice(one.length)),
    );
    if (known === undefined) return { label, ticked };
    const rest = tidy(label.slice(known.length));
    if (rest !== "") remarks.push(rest);
    return { label: known, ticked };
  });
  const more = besides(links, remarks.join(" "));
  const chosen = found.findIndex((box) => box.ticked);
  if (found.length === 2 && isYesNo(found))
    return {
      inputs: [{ id: "value", label: "Số liệu", kind: "yes_no" }, ...more.inputs],
      answer: { ...(chosen < 0 ? {} : { value: fold(found[chosen]?.label ?? "") === "co" }), ...more.answer },
      text: "",
    };
  if (found.length < 2)
    return { inputs: [{ id: "value", label: "Số liệu", kind: "text" }], answer: {}, text: "" };
  return {
    inputs: [
      { id: "choice", label: "Số liệu", kind: "choice", options: found.map(({ label }) => ({ label })) },
      ...more.inputs,
    ],
    answer: { ...(chosen < 0 ? {} : { choice: chosen + 1 }), ...more.answer },
    text: "",
  };
}

function isYesNo(found: readonly Box[]): boolean {
  return found.map(({ label }) => fold(label)).join("/") === "co/khong";
}

/** "Tổng số A/ Tổng số B" asks for two numbers. */
function pairOf(title: string): readonly [string, string] | undefined {
  const [, a, b] =
    /^((?:Tổng số|Số lượng|Số)\s.+?)\s*\/\s*((?:Tổng số|Số lượng|Tổng)\s.+)$/su.exec(oneLine(title)) ?? [];
  return a === undefined || b === undefined ? undefined : [a.trim(), b.trim()];
}

function pairField([a, b]: readonly [string, string], cell: string): FormField {
  const [, first, second, rest = ""] =
    /^(\d[\d.]*)(?:\s*\/\s*(\d[\d.]*))?\s*(.*)$/su.exec(oneLine(cell)) ?? [];
  const more = besides([], tidy(rest.replace(/^\((.*)\)$/su, "$1")));
  return {
    inputs: [
      { id: "a", label: a, kind: "count" },
      { id: "b", label: b, kind: "count", pair_with: "a" },
      ...more.inputs,
    ],
    answer: { ...numeric("a", first), ...numeric("b", second), ...more.answer },
    text: "",
  };
}

interface Blank {
  readonly label: string;
  readonly value: string;
}

/** "- Leased Line:..... - FTTH: 100 MB" */
function blanksOf(cell: string): Blank[] {
  if (!/^\s*-/.test(cell)) return [];
  return cell
    .split(/(?:^|\n|\s)-\s+/u)
    .filter((part) => part.trim() !== "")
    .map((part) => /^([^:]{1,80}):\s*(.*)$/su.exec(part.trim()))
    .flatMap((found) =>
      found
        ? [{ label: oneLine(found[1] ?? ""), value: tidy((found[2] ?? "").replace(/[.…_]{2,}/gu, "")) }]
        : [],
    );
}

function blanksField(blanks: readonly Blank[]): FormField {
  const taken = new Set<string>();
  const fields = blanks.map(({ label, value }) => ({
    value,
    input: {
      id: freeName(fold(label) === "khac" ? "other" : idOf(label), taken, "_"),
      label,
      kind: "text" as const,
    },
  }));
  return {
    inputs: fields.map(({ input }) => input),
    answer: Object.fromEntries(
      fields.filter(({ value }) => value !== "").map(({ input, value }) => [input.id, value]),
    ),
    text: "",
  };
}

/** One answer: a number, or words; with links beside it. */
function single(title: string, cell: string): FormField {
  const links = linksIn(cell);
  const [, label = "", value = ""] =
    /^(?:(Số lượng|Số liệu|Kết quả)\s*:)?(.*)$/su.exec(oneLine(withoutLinks(cell))) ?? [];
  const [, digits, rest = ""] = /^(\d[\d.,]*)(?:\s+(.*))?$/su.exec(tidy(value)) ?? [];
  const asksNumber = /^(?:tong so|so luong|so luot|so)\b/.test(fold(title)) || /so luong/.test(fold(label));
  const number = decimalOf((digits ?? "").replace(/[.,]$/, ""));
  if (number !== undefined || (asksNumber && tidy(value) === "")) {
    const more = besides(links, tidy(rest.replace(/^\((.*)\)$/su, "$1")));
    return {
      inputs: [{ id: "value", label: label === "" ? "Số liệu" : label, kind: "count" }, ...more.inputs],
      answer: { ...(number === undefined ? {} : { value: numberOf(number) }), ...more.answer },
      text: "",
    };
  }
  const more = besides(links, "");
  const words = tidy(value);
  return {
    inputs: [{ id: "value", label: "Số liệu", kind: "text" }, ...more.inputs],
    answer: { ...(words === "" ? {} : { value: words }), ...more.answer },
    text: "",
  };
}

/** The link and the remark that stand beside an answer, as inputs of their own. */
function besides(links: readonly string[], remark: string): { inputs: InputSource[]; answer: FormAnswer } {
  const [first] = links;
  return {
    inputs: [
      ...(links.length > 0 ? [{ id: "link", label: "Link", kind: "link" as const }] : []),
      ...(remark === "" ? [] : [{ id: "note", label: "Ghi chú", kind: "text" as const }]),
    ],
    answer: {
      ...(first === undefined ? {} : { link: links.length === 1 ? first : [...links] }),
      ...(remark === "" ? {} : { note: remark }),
    },
  };
}

function numeric(id: string, digits: string | undefined): FormAnswer {
  const value = digits === undefined ? undefined : decimalOf(digits);
  return value === undefined ? {} : { [id]: numberOf(value) };
}

function linksIn(cell: string): string[] {
  return [...cell.matchAll(LINK)].map(([link]) => link.replace(/[.,;)]+$/, ""));
}

function withoutLinks(cell: string): string {
  return cell.replace(LINK, " ").replace(/\b(?:Link|Đường dẫn)\s*:/giu, " ");
}

function tidy(text: string): string {
  return oneLine(text).replace(/^[\s:;,.–-]+|[\s:;,–-]+$/gu, "");
}
