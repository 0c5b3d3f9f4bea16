import { loadSet, type Problem as SetProblem } from "@opendti/engine";
import { type ReactNode, useMemo } from "react";
import type { SetFinding } from "../../api/contract.js";
import { FindingsPanel } from "./findings-panel.js";
import { IndicatorTree } from "./indicator-tree.js";

/** A problem of a source that does not load, in the form in which findings are shown. */
function findingOf({ message, line, column }: SetProblem): SetFinding {
  return {
    severity: "error",
    code: "unreadable",
    at: `${line ?? 0}:${column ?? 0}`,
    message,
    expected: null,
    found: null,
    line: line ?? null,
    column: column ?? null,
  };
}

/** A set's text as the engine reads it: its indicators, or why it cannot be read. */
export function SetContent({ source }: { source: string }): ReactNode {
  const loaded = useMemo(() => loadSet(source), [source]);
  return loaded.ok ? (
    <IndicatorTree set={loaded.value.set} />
  ) : (
    <FindingsPanel findings={loaded.problems.map(findingOf)} />
  );
}
