/** A set as a form or a page shows it: its rows in the order of the document, each with what a declarer needs to know. */
import { indicatorSource } from "../explain/indicator-source.js";
import type { CompiledSet, Fact, Node } from "../plan/compiled.js";
import type { ExceptionSource, InputSource, RuleSource } from "./schema.js";

/** One datum to be declared. How its value is read: `readValue(fact, text)`. */
export interface OutlineInput {
  /** Id, label, kind, unit, options, limits, default. */
  readonly fact: Fact;
  /** Columns of a table. */
  readonly columns: NonNullable<InputSource["columns"]>;
  /** The input beside which it is printed as a/b. */
  readonly pairWith: string | undefined;
  readonly withLink: boolean;
  readonly withNote: boolean;
  readonly required: boolean;
  readonly note: string | undefined;
}

/** One row of the document: a pillar, an indicator, or one below it. */
export interface OutlineRow {
  /** The compiled row: index, code, key, title, maximum, parent, children, depth, policy on "not applicable". */
  readonly node: Node;
  /** Its code, or its key where the document prints the code twice: names it alone. */
  readonly label: string;
  /** An unnumbered heading printed above the row. */
  readonly heading: string | undefined;
  /** The decision's own rule text. */
  readonly text: string | undefined;
  /** The encoder's remark on a doubtful text. */
  readonly note: string | undefined;
  /** Kind of the rule; undefined where children are summed, and for conditions. */
  readonly rule: KeyOf<RuleSource> | undefined;
  readonly inputs: readonly OutlineInput[];
  /** In the order in which they are tried, with the decision's sentence or what a unit must claim. */
  readonly exceptions: readonly ExceptionSource[];
  readonly evidence: {
    readonly required: boolean;
    readonly withinYear: boolean;
    readonly note: string | undefined;
  };
}

type KeyOf<T> = T extends unknown ? keyof T & string : never;

/** The rows of a set in the order of the document, parents before their children. */
export function outlineOf(set: CompiledSet): OutlineRow[] {
  const uses = new Map<string, number>();
  for (const { code } of set.nodes) uses.set(code, (uses.get(code) ?? 0) + 1);
  return set.nodes.map((node) => {
    const source = indicatorSource(set, node.index);
    const [rule] = Object.keys(source.rule ?? {}) as KeyOf<RuleSource>[];
    return {
      node,
      label: (uses.get(node.code) ?? 0) > 1 ? node.key : node.code,
      heading: source.heading,
      text: source.text,
      note: source.note,
      rule,
      // Some inputs come with a rule and are not written: an option chosen, points given.
      inputs: node.inputs.map((fact) =>
        inputOf(
          fact,
          source.inputs?.find(({ id }) => id === fact.id),
        ),
      ),
      exceptions: source.exceptions ?? [],
      evidence: {
        required: source.evidence?.required ?? false,
        withinYear: source.evidence?.within_year ?? false,
        note: source.evidence?.note,
      },
    };
  });
}

function inputOf(fact: Fact, source: InputSource | undefined): OutlineInput {
  return {
    fact,
    columns: source?.columns ?? [],
    pairWith: source?.pair_with,
    withLink: source?.with_link ?? false,
    withNote: source?.with_note ?? false,
    required: source?.required ?? false,
    note: source?.note,
  };
}
