/** A few words on a set, used by several commands. */
import { type CompiledSet, type Message, message, type Node, type SetSource } from "@opendti/engine";

export type IndicatorSource = SetSource["indicators"][number];

/** Rows directly under pillars, as documents count them; a pillar without rows counts itself. */
export function indicatorCount(set: CompiledSet): number {
  return set.pillars.reduce((sum, pillar) => sum + Math.max(1, set.nodes[pillar]?.children.length ?? 0), 0);
}

/** `2022`, `2022–2025`, `2022–` */
export function yearsOf({ years }: SetSource): string {
  return years.to === years.from ? String(years.from) : `${years.from}–${years.to ?? ""}`;
}

/** What a node is called in output: its printed code, or its key where the document prints the code twice. */
export function labelsOf(set: CompiledSet): readonly string[] {
  const uses = new Map<string, number>();
  for (const node of set.nodes) uses.set(node.code, (uses.get(node.code) ?? 0) + 1);
  return set.nodes.map((node) => ((uses.get(node.code) ?? 0) > 1 ? node.key : node.code));
}

const RULE_WORDS: Readonly<Record<string, Message>> = {
  choice: message("chọn một", "choice"),
  proportional: message("theo tỷ lệ", "proportional"),
  bands: message("theo mức", "bands"),
  per_item: message("theo số lượng", "per item"),
  parts: message("cộng các phần", "parts"),
  best_of: message("phần cao nhất", "best of"),
  relative: message("so với nhóm", "relative"),
  manual: message("thẩm định viên cho điểm", "manual"),
};

/** The kind of a node's rule in words; undefined where it has none. */
export function ruleWords(rule: IndicatorSource["rule"]): Message | undefined {
  const [kind] = Object.keys(rule ?? {});
  return kind === undefined ? undefined : (RULE_WORDS[kind] ?? message(kind, kind));
}

/** Nodes beside the indicators they come from, in document order. */
export function sourcesOf(set: CompiledSet): { node: Node; source: IndicatorSource }[] {
  const flat = (indicators: readonly IndicatorSource[]): IndicatorSource[] =>
    indicators.flatMap((indicator) => [indicator, ...flat(indicator.children ?? [])]);
  const sources = flat(set.source.indicators);
  return set.nodes.flatMap((node) => {
    const source = sources[node.index];
    return source ? [{ node, source }] : [];
  });
}
