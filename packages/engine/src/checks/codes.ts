/** Printed codes: no two alike, each the next of the one before. */
import { message } from "../message.js";
import { ordinalsOf } from "./ordinal.js";
import { childrenOf, type Draft, type Entry, type SetCheck, type Subject } from "./subject.js";

/** A code that stands on two rows. */
export const repeatedCodes: SetCheck = (subject) => {
  const first = new Map<string, Entry>();
  return subject.entries.flatMap((entry): Draft[] => {
    const { code } = entry.node;
    const before = first.get(code);
    if (!before) {
      first.set(code, entry);
      return [];
    }
    return [
      {
        code: "code-duplicate",
        at: code,
        path: [...entry.path, "code"],
        message: message(
          `Mã ${code} in hai lần: "${before.node.title}" và "${entry.node.title}". Giữ mã như bản in, phân biệt bằng key (dòng sau: ${entry.node.key}) và ghi vào SOURCE.md.`,
          `Code ${code} is printed twice: "${before.node.title}" and "${entry.node.title}". Keep it as printed, tell them apart by key (the later row: ${entry.node.key}), and note it in SOURCE.md.`,
        ),
        found: code,
      },
    ];
  });
};

/** Numbering that jumps, goes back, or leaves the row that holds it. */
export const numberingOrder: SetCheck = (subject) => [
  ...orderOf(subject, undefined),
  ...subject.entries.flatMap((entry) => orderOf(subject, entry)),
];

function orderOf(subject: Subject, parent: Entry | undefined): Draft[] {
  const seen = new Set<string>();
  // A code printed twice is reported as that, and not again as out of order.
  const rows = childrenOf(subject, parent).filter((row) => {
    const repeated = firstWith(subject, row) !== row || seen.has(row.node.code);
    seen.add(row.node.code);
    return !repeated;
  });
  const found: Draft[] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const problem = before ? follows(before, row, parent) : beginsWell(row, parent);
    if (problem)
      found.push({ code: "code-order", at: row.node.code, path: [...row.path, "code"], ...problem });
  }
  return found;
}

type Problem = Pick<Draft, "message" | "expected" | "found">;

/** The first row below another that carries its code begins with 1, I, A or a. */
function beginsWell(row: Entry, parent: Entry | undefined): Problem | undefined {
  const { code } = row.node;
  if (!parent || prefixOf(code) !== parent.node.code) return undefined;
  const places = ordinalsOf(lastOf(code));
  if (places.length === 0 || places.some(({ place }) => place <= 1)) return undefined;
  return {
    message: message(
      `Dòng đầu dưới ${parent.node.code} mang mã ${code}, không bắt đầu từ số đầu tiên. Xem có dòng nào bị sót; nếu bản in đúng như vậy thì ghi vào SOURCE.md.`,
      `The first row below ${parent.node.code} carries ${code}, not the first number. See whether a row was lost; if it is printed so, note it in SOURCE.md.`,
    ),
    found: code,
  };
}

/** A row carries the number after the row before it. */
function follows(before: Entry, row: Entry, parent: Entry | undefined): Problem | undefined {
  const [old, now] = [before.node.code, row.node.code];
  if (prefixOf(old) !== prefixOf(now)) {
    if (!parent || prefixOf(old) !== parent.node.code) return undefined;
    return {
      message: message(
        `Mã ${now} nằm dưới ${parent.node.code} nhưng không bắt đầu bằng ${parent.node.code} như dòng trước (${old}). Xem mã có bị chép sai hoặc dòng có bị đặt sai chỗ không.`,
        `Code ${now} stands below ${parent.node.code} but does not begin with it as the row before does (${old}). See whether the code or the place is wrong.`,
      ),
      expected: parent.node.code,
      found: now,
    };
  }
  const readings = ordinalsOf(lastOf(now)).flatMap(({ kind, place, next }) => {
    const was = ordinalsOf(lastOf(old)).find((other) => other.kind === kind);
    return was ? [{ step: place - was.place, expected: was.next, next }] : [];
  });
  const [reading] = readings;
  if (!reading || readings.some(({ step }) => step === 1)) return undefined;
  const prefix = prefixOf(now);
  const expected = `${prefix}${prefix === "" ? "" : now.charAt(prefix.length)}${reading.expected}`;
  const [vi, en] = reading.step > 0 ? ["bị nhảy", "jumps"] : ["bị lùi", "goes back"];
  return {
    message: message(
      `Đánh số ${vi}: sau ${old} là ${now}, đáng lẽ là ${expected}. Xem có dòng nào bị sót, trùng hoặc đặt sai chỗ; nếu bản in đúng như vậy thì ghi vào SOURCE.md.`,
      `The numbering ${en}: ${now} comes after ${old}, where ${expected} should. See whether a row was lost, doubled or misplaced; if it is printed so, note it in SOURCE.md.`,
    ),
    expected,
    found: now,
  };
}

function firstWith(subject: Subject, row: Entry): Entry | undefined {
  return subject.entries.find((other) => other.node.code === row.node.code);
}

/** `2.1` of `2.1.3`; "" of a code of one part. */
function prefixOf(code: string): string {
  return code.slice(0, Math.max(code.lastIndexOf("."), code.lastIndexOf("-"), 0));
}

function lastOf(code: string): string {
  return code.slice(Math.max(code.lastIndexOf("."), code.lastIndexOf("-")) + 1);
}
