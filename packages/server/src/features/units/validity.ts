/**
 * What the tree and its dates must keep to, whoever changes them: a page or an import.
 * Each rule returns the sentence to refuse with, or undefined.
 */
import type { Words } from "../../http/problem.js";
import { printedDay } from "./day.js";

/** What the rules need to know of a unit. */
export interface Placed {
  readonly name: string;
  readonly level: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

type Levelled = Pick<Placed, "name" | "level">;

/** Whether kinds stand the right way up: a province is under no room. */
export function faultOfLevels(unit: Levelled, parent: Levelled): Words | undefined {
  if (parent.level <= unit.level) return undefined;
  return {
    vi: `Loại của đơn vị cấp trên "${parent.name}" ở cấp thấp hơn loại của "${unit.name}".`,
    en: `The kind of the parent "${parent.name}" is below that of "${unit.name}".`,
  };
}

/** Whether a unit may stand under a parent from a day on: the parent is there then and stays as long. */
export function faultOfPlace(unit: Placed, parent: Placed, since: string): Words | undefined {
  const upsideDown = faultOfLevels(unit, parent);
  if (upsideDown !== undefined) return upsideDown;
  if (parent.validFrom > since)
    return {
      vi: `Đơn vị cấp trên "${parent.name}" chỉ có từ ngày ${printedDay(parent.validFrom)}, sau ngày ${printedDay(since)}.`,
      en: `The parent "${parent.name}" is there only from ${printedDay(parent.validFrom)}, after ${printedDay(since)}.`,
    };
  if (parent.validTo !== null && (unit.validTo === null || unit.validTo > parent.validTo))
    return {
      vi: `Đơn vị cấp trên "${parent.name}" đã kết thúc ngày ${printedDay(parent.validTo)}.`,
      en: `The parent "${parent.name}" ended on ${printedDay(parent.validTo)}.`,
    };
  return undefined;
}

/**
 * Whether walking up from a unit comes back to it.
 * @param parentOf the tree as it would be after the change.
 */
export function isInCircle(id: string, parentOf: (id: string) => string | null | undefined): boolean {
  const passed = new Set<string>();
  for (let at = parentOf(id); at !== null && at !== undefined; at = parentOf(at)) {
    if (at === id) return true;
    // A circle above that does not include the unit is another unit's fault.
    if (passed.has(at)) return false;
    passed.add(at);
  }
  return false;
}

/** Whether a name may start on a day: after the unit's first day and its newest name, not after its end. */
export function faultOfRenaming(
  unit: { readonly validFrom: string; readonly validTo: string | null },
  newestName: string,
  on: string,
): Words | undefined {
  if (on <= unit.validFrom)
    return {
      vi: `Ngày đổi tên phải sau ngày thành lập ${printedDay(unit.validFrom)}.`,
      en: `A renaming comes after the unit's first day, ${printedDay(unit.validFrom)}.`,
    };
  if (on <= newestName)
    return {
      vi: `Đã có tên hiệu lực từ ngày ${printedDay(newestName)}; ngày đổi tên phải sau ngày đó.`,
      en: `There is a name from ${printedDay(newestName)} on; the renaming has to come after it.`,
    };
  if (unit.validTo !== null && on > unit.validTo)
    return {
      vi: `Đơn vị đã kết thúc ngày ${printedDay(unit.validTo)}.`,
      en: `The unit ended on ${printedDay(unit.validTo)}.`,
    };
  return undefined;
}

/** History tells what has happened: names and places that are not yet would be shown too soon. */
export function faultOfFuture(on: string, today: string): Words | undefined {
  if (on <= today) return undefined;
  return {
    vi: `Chưa đến ngày ${printedDay(on)}. Hãy ghi thay đổi này từ ngày đó.`,
    en: `${printedDay(on)} has not come yet. Record this change on that day or later.`,
  };
}
