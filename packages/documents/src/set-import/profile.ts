/** "Thông tin chung": facts on the unit, with the ids that rules and data files know them by. */
import type { SetSource } from "@opendti/engine";
import { cleanCode } from "./printed-codes.js";
import { fold, freeName, idOf, oneLine } from "./words.js";

export type ProfileFact = NonNullable<SetSource["profile"]>[number];

/** A line of "Thông tin chung" as printed. */
export interface ProfileLine {
  readonly code: string;
  readonly label: string;
  readonly answer: string;
  readonly unit: string;
  readonly note: string;
}

/** Facts that every set means the same by; the first that fits a label names it. */
const KNOWN: readonly (readonly [RegExp, string, ProfileFact["kind"]])[] = [
  [/^(so )?fax\b/, "fax", "text"],
  [/^(so )?(dien thoai|dt)\b/, "phone", "text"],
  [/\b(thu dien tu|email|e-mail|hop thu)\b/, "email", "text"],
  [/\b(website|portal|trang thong tin dien tu|cong thong tin|trang\/cong|cong\/trang)\b/, "website", "link"],
  [/\bdia chi\b/, "address", "text"],
  [/^ten\b/, "name", "text"],
  [/\bthu tuc hanh chinh\b|\btthc\b/, "procedures", "count"],
  [/\bmay chu\b/, "servers", "count"],
  [/\b(may tram|may tinh)\b/, "workstations", "count"],
  [/\bhe thong thong tin\b/, "information_systems", "count"],
  [/\b(tong chi|kinh phi|ngan sach|du toan)\b/, "budget", "money"],
  [/\b(co quan|don vi)\b.*\btruc thuoc\b|\btruc thuoc\b/, "subordinate_units", "count"],
  [/\b(cong chuc|cbcc|can bo)\b/, "civil_servants", "count"],
  [/\bvien chuc\b/, "public_employees", "count"],
  [/\bdan so\b/, "population", "count"],
  [/\bho (dan|gia dinh)\b/, "households", "count"],
];

/** The facts of the lines, each with an id of its own, in their order. */
export function profileOf(lines: readonly ProfileLine[]): ProfileFact[] {
  const taken = new Set<string>();
  return lines.map((line) => {
    const label = oneLine(line.label).replace(/\s*[:.]$/, "");
    const folded = fold(label);
    const known = KNOWN.find(([words]) => words.test(folded));
    const id = freeName(known?.[1] ?? idOf(label), taken, "_");
    const code = cleanCode(line.code);
    const unit = oneLine(line.unit);
    return {
      id,
      ...(code === undefined ? {} : { code }),
      label,
      kind: known?.[2] ?? kindOf(folded, line.answer),
      ...(unit === "" ? {} : { unit }),
      ...(line.note === "" ? {} : { note: line.note }),
    };
  });
}

function kindOf(folded: string, answer: string): ProfileFact["kind"] {
  if (/^(tong )?so (luong|luot|ho|nguoi|can bo)?\b|^tong so\b/.test(folded)) return "count";
  if (/\b(kinh phi|chi ngan sach)\b/.test(folded)) return "money";
  if (/^ty le\b/.test(folded)) return "percent";
  if (/^https?:|^www\./.test(answer)) return "link";
  if (/^ngay\b/.test(folded)) return "date";
  if (/\bdien tich\b/.test(folded)) return "number";
  return "text";
}
