/** What a document says of its own totals: "Thang điểm đánh giá 500 điểm, 42 chỉ số thành phần, gồm: Nhóm chỉ số nhận thức số 50 điểm; …". */
import type { SetSource } from "@opendti/engine";
import { decimalOf, readPoints } from "./points.js";
import type { SheetRow } from "./rows.js";
import type { TreeNode } from "./tree.js";
import { fold, plainWords } from "./words.js";

export type Declared = NonNullable<SetSource["declared"]>;

interface StatedPillar {
  readonly words: string;
  readonly max: string;
}

/**
 * The totals and counts that the words around a table state, those of its summary table, and its row "Tổng cộng".
 * Undefined when the document states nothing.
 */
export function declaredBy(
  paragraphs: readonly string[],
  summary: readonly SheetRow[],
  totals: readonly SheetRow[],
  pillars: readonly { readonly node: TreeNode; readonly code: string }[],
): Declared | undefined {
  const stated: Declared = {};
  for (const paragraph of paragraphs) readStatement(fold(paragraph), stated);
  const [total] = totals.map((row) => readPoints(row.max)?.value).filter((max) => max !== undefined);
  if (stated.max === undefined && total !== undefined) stated.max = numberOf(total);
  const byWords = paragraphs.map(statedPillars).find((found) => found.length > 1) ?? [];
  const per = summary.length > 0 ? perSummary(summary, pillars) : perWords(byWords, pillars);
  if (per.length > 0) stated.per_pillar = per;
  return Object.keys(stated).length > 0 ? stated : undefined;
}

/** A number of a set as YAML writes it best: a number where a float holds it, else its text. */
export function numberOf(decimal: string): number | string {
  return String(Number(decimal)) === decimal ? Number(decimal) : decimal;
}

function readStatement(folded: string, into: Declared): void {
  const scale = /\bthang diem(?: danh gia| toi da)?(?: la| gom|:)? ?(\d[\d.,]*\d|\d)/.exec(folded);
  if (scale && into.max === undefined) setNumber(into, "max", scale[1]);
  const total =
    /\b(?:tong (?:so )?diem|tong diem toi da)(?: toi da)?(?: la|:)? ?(\d[\d.]*\d|\d) ?(?:diem|$)/.exec(
      folded,
    );
  if (total && into.max === undefined) setNumber(into, "max", total[1]);
  count(folded, /\b(\d+) (?:chi so|tieu chi) thanh phan\b/, into, "indicators");
  count(
    folded,
    /\b(\d+) (?:chi so chinh|tieu chi chinh|tru cot|nhom chi so|nhom tieu chi)\b/,
    into,
    "pillars",
  );
  if (into.pillars !== undefined) count(folded, /\b(\d+) nhom\b(?! chi so| tieu chi)/, into, "groups");
}

function setNumber(into: Declared, key: "max", text: string | undefined): void {
  const value = decimalOf((text ?? "").replace(/[.,]$/, ""));
  if (value !== undefined) into[key] = numberOf(value);
}

function count(
  folded: string,
  words: RegExp,
  into: Declared,
  key: "indicators" | "pillars" | "groups",
): void {
  const found = words.exec(folded)?.[1];
  if (found !== undefined && into[key] === undefined) into[key] = Number(found);
}

/** "Nhóm thể chế số 70 điểm; Nhóm hạ tầng số 60 điểm": the pillars of a sentence, in its order. */
function statedPillars(paragraph: string): StatedPillar[] {
  const list = /\bgồm(?:\s*có)?\s*:\s*\*?(.*)$/isu.exec(paragraph.normalize("NFC"))?.[1];
  if (list === undefined) return [];
  return list.split(/;/).flatMap((part) => {
    // A longer part names no pillar with its points.
    if (part.length > 500) return [];
    const [, words = "", points = ""] = /^(.*?)\s*[:(]?\s*(\d[\d.,]*)\s*điểm/isu.exec(part) ?? [];
    const max = decimalOf(points.replace(/[.,]$/, ""));
    return words !== "" && max !== undefined ? [{ words, max }] : [];
  });
}

/** Stated pillars beside printed ones: by place where their numbers agree and most names do, else by name alone. */
function perWords(
  stated: readonly StatedPillar[],
  pillars: readonly { readonly node: TreeNode; readonly code: string }[],
): NonNullable<Declared["per_pillar"]> {
  const named = (one: StatedPillar, title: string): boolean => {
    const [words, name] = [plainWords(one.words), plainWords(title)];
    return name !== "" && (words.endsWith(name) || words.includes(name) || name.includes(words));
  };
  const agree = stated.filter((one, at) => named(one, pillars[at]?.node.title ?? "")).length;
  const byPlace = stated.length === pillars.length && agree * 2 >= stated.length;
  return stated.flatMap((one, at) => {
    const pillar = byPlace ? pillars[at] : pillars.find(({ node }) => named(one, node.title));
    return pillar ? [{ code: pillar.code, max: numberOf(one.max) }] : [];
  });
}

function perSummary(
  rows: readonly SheetRow[],
  pillars: readonly { readonly node: TreeNode; readonly code: string }[],
): NonNullable<Declared["per_pillar"]> {
  return rows.flatMap((row) => {
    const max = readPoints(row.max)?.value;
    const indicators = /^\d+$/.test(row.count) ? Number(row.count) : undefined;
    const name = plainWords(row.title === "" ? row.group : row.title);
    const pillar =
      pillars.find(({ node }) => plainWords(node.title) === name) ??
      pillars.find(({ code }) => code === row.code);
    if (!pillar || (max === undefined && indicators === undefined)) return [];
    return [
      {
        code: pillar.code,
        ...(max === undefined ? {} : { max: numberOf(max) }),
        ...(indicators === undefined ? {} : { indicators }),
      },
    ];
  });
}
