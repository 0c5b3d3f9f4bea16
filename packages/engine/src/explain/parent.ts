/** Lines on what is not scored by a rule of its own: sums of indicators, and conditions. */
import type { TraceStep } from "../score/trace.js";
import type { Status } from "../score/unit.js";
import { letters, numbers } from "./facts.js";
import { writeNumber } from "./format.js";
import { writeCondition } from "./formula.js";
import type { View } from "./view.js";
import { inFull, inPoints, quoted, words } from "./wording.js";

/** More terms than this are said in one word, not added up on one line. */
const TERMS = 8;

/** More codes than this end in "and others". */
const CODES = 4;

type Sum = Extract<TraceStep, { kind: "sum" }>;

/** `10 + 10 + 9,56 + 10 = 39,56 điểm`, then what is missing, undefined or provisional among the parts. */
export function sumLine(view: View): string {
  const { own, language } = view;
  const sum = own.trace.find((step) => step.kind === "sum");
  if (own.excluded)
    return words(
      language,
      "Không chỉ số thành phần nào áp dụng: không tính vào tổng",
      "No part applies: left out of the total",
    );
  if (own.status === "missing" && own.score.n === 0n)
    return words(language, "Chưa chỉ số thành phần nào khai đủ", "No part is fully declared");
  const total = inPoints(own.score, language);
  const notes = partNotes(view);
  return `${sum ? addition(view, sum, total) : total}${notes === "" ? "" : ` (${notes})`}`;
}

function addition(view: View, sum: Sum, total: string): string {
  const { set, language } = view;
  const counted = sum.parts.filter((part) => !part.excluded && set.nodes[part.node]?.scored);
  const base = counted.filter((part) => !set.nodes[part.node]?.bonus);
  const bonus = counted.filter((part) => set.nodes[part.node]?.bonus);
  if (counted.length > TERMS && !sum.rescaled)
    return words(
      language,
      `Tổng ${counted.length} chỉ số thành phần: ${total}`,
      `Sum of ${counted.length} parts: ${total}`,
    );
  const terms = base.map((part) => writeNumber(part.points, language));
  const added = terms.map((term) => term.text).join(" + ") || "0";
  const factor = sum.rescaled && ` × ${inFull(sum.rescaled, language)}`;
  const most = sum.cap && inFull(sum.cap, language);
  const cap = most === undefined ? "" : words(language, ` (không quá ${most})`, ` (at most ${most})`);
  const main = `${factor && terms.length > 1 ? `(${added})${factor}` : `${added}${factor ?? ""}`}${cap}`;
  const extra = bonus
    .map((part) => ` + ${writeNumber(part.points, language).text} ${words(language, "điểm thưởng", "bonus")}`)
    .join("");
  if (factor === undefined && extra === "" && terms.length === 1) return total;
  const exact = counted.every((part) => writeNumber(part.points, language).exact);
  return `${main}${extra} ${exact ? "=" : "≈"} ${total}`;
}

const NOTED: readonly { readonly status: Status; readonly vi: string; readonly en: string }[] = [
  { status: "missing", vi: "chưa khai đủ", en: "not fully declared" },
  { status: "undefined", vi: "không xác định", en: "undefined" },
  { status: "pending", vi: "tạm tính", en: "provisional" },
];

/** `chưa khai đủ: 2.1.2; tạm tính: 2.4.1, 2.4.2; không áp dụng: 2.6.2`. */
function partNotes(view: View): string {
  const { set, score, node, language } = view;
  const parts = node.children.filter((child) => set.nodes[child]?.scored);
  const notes = NOTED.map(({ status, vi, en }) =>
    note(
      words(language, vi, en),
      parts.filter((child) => score.nodes[child]?.status === status),
    ),
  );
  const out = parts.filter((child) => score.nodes[child]?.excluded);
  return [...notes, note(words(language, "không tính vì không áp dụng", "left out as not applicable"), out)]
    .filter((each) => each !== "")
    .join("; ");

  function note(word: string, found: readonly number[]): string {
    if (found.length === 0) return "";
    const codes = found.slice(0, CODES).map((child) => set.nodes[child]?.code ?? "");
    const more = found.length - codes.length;
    const rest = more === 0 ? "" : words(language, ` và ${more} chỉ số khác`, ` and ${more} more`);
    return `${word}: ${codes.join(", ")}${rest}`;
  }
}

/** `Đạt điều kiện: 12 ≥ 10`. */
export function conditionLine(view: View): string {
  const { set, node, facts, score, language } = view;
  if (!node.condition) return "";
  const holds = score.conditions.find((condition) => condition.node === node.index)?.holds ?? "unknown";
  const shown = writeCondition(
    node.condition.of,
    holds === "unknown" ? letters(set, node, language) : numbers(set, facts, language),
    language,
  );
  const text =
    node.condition.sentence === undefined ? shown : `"${quoted(node.condition.sentence)}" (${shown})`;
  if (holds === "unknown")
    return words(
      language,
      `Chưa đủ số liệu để xét điều kiện: ${text}`,
      `Not enough data for the condition: ${text}`,
    );
  return holds
    ? words(language, `Đạt điều kiện: ${text}`, `The condition holds: ${text}`)
    : words(language, `Không đạt điều kiện: ${text}`, `The condition does not hold: ${text}`);
}
