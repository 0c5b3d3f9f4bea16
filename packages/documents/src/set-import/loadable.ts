/** The last guard before a set is written: what the engine refuses gives way to an appraiser's points, and is reported. */
import { type LoadedSet, loadSet, type SetSource } from "@opendti/engine";
import type { Place } from "../blocks/types.js";
import { importFinding } from "./findings.js";
import type { ImportedIndicator, ImportFinding } from "./types.js";

type IndicatorSource = SetSource["indicators"][number];

export interface Loadable {
  readonly source: SetSource;
  readonly loaded: LoadedSet;
  readonly indicators: readonly ImportedIndicator[];
  readonly findings: readonly ImportFinding[];
}

/** The set as the engine loads it. Throws only for a set that is at fault outside its indicators: a mistake of ours. */
export function loadable(
  given: SetSource,
  read: readonly ImportedIndicator[],
  places: ReadonlyMap<string, Place>,
): Loadable {
  let source = given;
  let indicators = read;
  const findings: ImportFinding[] = [];
  for (;;) {
    const loaded = loadSet(JSON.stringify(source));
    if (loaded.ok) return { source, loaded: loaded.value, indicators, findings };
    const refused = new Map(
      loaded.problems.flatMap(({ at, message }) => {
        const row = rowAt(source, at ?? "");
        return row && hasRule(row) ? [[row, message] as const] : [];
      }),
    );
    if (refused.size === 0)
      throw new Error(
        `an imported set does not load: ${loaded.problems[0]?.message.en} (${loaded.problems[0]?.at})`,
      );
    source = { ...source, indicators: source.indicators.map((row) => withoutRules(row, refused)) };
    for (const [row, why] of refused) {
      const code = row.key ?? row.code;
      findings.push(importFinding("rule-refused", code, why, places.get(code)));
      indicators = indicators.map((one) =>
        one.code === code ? { ...one, status: "unread", question: why } : one,
      );
    }
  }
}

function hasRule(row: IndicatorSource): boolean {
  return (
    row.inputs !== undefined || row.exceptions !== undefined || row.condition !== undefined || !isManual(row)
  );
}

function isManual({ rule }: IndicatorSource): boolean {
  return rule === undefined || "manual" in rule;
}

/** The deepest indicator of a path such as `indicators[3].children[0].rule.bands`. */
function rowAt(source: SetSource, path: string): IndicatorSource | undefined {
  let row: IndicatorSource | undefined;
  for (const [, list, index] of path.matchAll(/(indicators|children)\[(\d+)\]/g))
    row = (list === "indicators" ? source.indicators : row?.children)?.[Number(index)];
  return row;
}

function withoutRules(row: IndicatorSource, refused: ReadonlyMap<IndicatorSource, unknown>): IndicatorSource {
  const children = row.children?.map((child) => withoutRules(child, refused));
  if (!refused.has(row)) return children ? { ...row, children } : row;
  const { rule: _, inputs: __, exceptions: ___, condition: ____, not_applicable: _____, ...rest } = row;
  return {
    ...rest,
    ...(row.max === undefined ? {} : { rule: { manual: {} } }),
    ...(children ? { children } : {}),
  };
}
