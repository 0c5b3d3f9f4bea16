/** The real unit of the Quảng Ngãi table, as the declaring screen would have it. */
import { readFileSync } from "node:fs";
import { loadSet, SourceDocument } from "@opendti/engine";
import type { AnswerValue } from "../../src/api/assessment-contract.js";
import { outlineOf, type SetOutline } from "../../src/features/assessments/scoring/set-outline.js";
import type { Declared } from "../../src/features/assessments/scoring/view-model.js";

const SETS = new URL("../../../../sets/", import.meta.url);

export function outline(id = "quang-ngai-so-nganh-2022"): SetOutline {
  const loaded = loadSet(readFileSync(new URL(`${id}/set.yaml`, SETS), "utf8"));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return outlineOf(loaded.value);
}

interface Case {
  units: {
    profile: Record<string, AnswerValue>;
    answers: Record<string, Record<string, AnswerValue>>;
    evidence: Record<string, { kind: string; date?: string }[]>;
  }[];
}

export function banDanToc(): Declared {
  const text = readFileSync(new URL("quang-ngai-so-nganh-2022/cases/ban-dan-toc-2022.yaml", SETS), "utf8");
  const document = SourceDocument.parse(text, "ban-dan-toc-2022.yaml");
  if (Array.isArray(document)) throw new Error("unreadable case");
  const unit = (document.content() as Case).units[0];
  if (!unit) throw new Error("the case has no unit");
  return {
    profile: unit.profile,
    answers: new Map(Object.entries(unit.answers)),
    notApplicable: new Map(),
    evidence: new Map(
      Object.entries(unit.evidence).map(([code, items]) => [
        code,
        items.map(({ kind, date }) => ({ kind, date: date ?? null })),
      ]),
    ),
    year: 2022,
  };
}
