/** A merger as it is filled in, before it is sent. Pure. */
import type { Merger, UnitDetail, UnitName } from "../../api/contract.js";

export interface NewSuccessor {
  readonly name: string;
  readonly code: string;
  readonly kind: string | null;
  readonly parent: UnitName | null;
}

export interface MergerDraft {
  /** Whether the successor is a unit that is there already, or one that the merger makes. */
  readonly target: "there" | "new";
  readonly into: UnitName | null;
  readonly made: NewSuccessor;
  /** The units that end together with the one whose page it is. */
  readonly others: readonly UnitName[];
  readonly on: string;
  readonly legalBasis: string;
}

/** A new successor is of the unit's own kind and stands where the unit stood, unless said otherwise. */
export function emptyMerger(
  unit: Pick<UnitDetail, "kind">,
  parent: UnitName | null,
  on: string,
): MergerDraft {
  return {
    target: "there",
    into: null,
    made: { name: "", code: "", kind: unit.kind, parent },
    others: [],
    on,
    legalBasis: "",
  };
}

/** What is sent; null while something is lacking. */
export function mergerOf(unitId: string, draft: MergerDraft): Merger | null {
  const into = successorOf(draft);
  if (into === null || draft.on === "" || draft.legalBasis.trim() === "") return null;
  const predecessors = [unitId, ...draft.others.map(({ id }) => id)];
  return { predecessors, into, on: draft.on, legalBasis: draft.legalBasis.trim() };
}

function successorOf({ target, into, made, others }: MergerDraft): Merger["into"] | null {
  if (target === "there")
    return into === null || others.some(({ id }) => id === into.id) ? null : { id: into.id };
  const [name, code] = [made.name.trim(), made.code.trim()];
  if (name === "" || code === "" || made.kind === null) return null;
  return { name, code, kind: made.kind, parentId: made.parent?.id ?? null };
}
