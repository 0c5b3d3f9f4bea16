/** A set laid out for the screen once, when it is loaded: its indicators in order, with their fields and their parents. */
import { type CompiledSet, type Fact, indicatorSource, type Node } from "@opendti/engine";
import { repeatedFacts } from "./from-profile.js";
import { type FormInput, formInputs, type IndicatorTexts, indicatorTexts, profileInputs } from "./inputs.js";

export interface OutlineItem {
  readonly node: Node;
  /** What the server calls it: its code, or its key where the document prints a code twice. */
  readonly address: string;
  readonly title: string;
  readonly inputs: readonly FormInput[];
  readonly texts: IndicatorTexts;
  readonly pillar: number;
  /** Facts of the profile that inputs here repeat, by the input's id. */
  readonly fromProfile: ReadonlyMap<string, Fact>;
  /** Something is declared here. */
  readonly declared: boolean;
  /** What a search looks at: code, title, rule and labels without their accents. */
  readonly searched: string;
}

export interface SetOutline {
  readonly set: CompiledSet;
  readonly items: readonly OutlineItem[];
  /** Those of `items` that are filled in, in order. */
  readonly indicators: readonly OutlineItem[];
  readonly profile: ReturnType<typeof profileInputs>;
  readonly byAddress: ReadonlyMap<string, OutlineItem>;
}

/** Lays out a compiled set. */
export function outlineOf({ set }: { readonly set: CompiledSet }): SetOutline {
  const items = set.nodes.map((node, index): OutlineItem => {
    const source = indicatorSource(set, index);
    const inputs = formInputs(node.inputs, source.inputs ?? [], source.rule);
    return {
      node,
      address: set.nodeOf.get(node.code) === index ? node.code : node.key,
      title: node.title.replace(/\s+/g, " "),
      inputs,
      texts: indicatorTexts(source),
      pillar: pillarOf(set, node),
      fromProfile: repeatedFacts(set, index),
      declared: inputs.length > 0,
      searched: fold(
        [node.code, node.title, node.text ?? "", ...inputs.map((input) => input.label)].join(" "),
      ),
    };
  });
  return {
    set,
    items,
    indicators: items.filter((item) => item.declared),
    profile: profileInputs(set),
    byAddress: new Map(items.map((item) => [item.address, item])),
  };
}

function pillarOf(set: CompiledSet, node: Node): number {
  let top = node;
  while (top.parent !== undefined) top = set.nodes[top.parent] ?? top;
  return top.index;
}

/** Without accents and case, for searching: "Nhận thức số" is found by "nhan thuc". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/gi, "d")
    .toLowerCase();
}
