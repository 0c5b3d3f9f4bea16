/** The shipped Quảng Ngãi set and the declared data of its published case, for tests that speak of it. */
import { readFileSync } from "node:fs";
import {
  type CompiledSet,
  dataSchema,
  type Explanation,
  explainNode,
  type GroupStanding,
  loadSet,
  nothingSettled,
  readUnit,
  SourceDocument,
  scoreUnit,
  type UnitData,
  type UnitFacts,
} from "@opendti/engine";

const folder = new URL("../../../sets/quang-ngai-so-nganh-2022/", import.meta.url);

export const setText = readFileSync(new URL("set.yaml", folder), "utf8");
export const set: CompiledSet = compiled(setText);
const caseText = readFileSync(new URL("cases/ban-dan-toc-2022.yaml", folder), "utf8");

/** The Ethnic Affairs Committee as it declared itself, its answers changed as given. */
export function banDanToc(answers: UnitData["answers"] = {}, profile: UnitData["profile"] = {}): UnitFacts {
  const [unit] = dataSchema.parse(contentOf(caseText)).units;
  if (!unit) throw new Error("the case has no unit");
  return factsOf(set, {
    ...unit,
    profile: { ...unit.profile, ...profile },
    answers: { ...unit.answers, ...answers },
  });
}

/** The evidence that the case lists for an indicator. */
export function evidenceOf(code: string): readonly { kind: string; date?: string | undefined }[] {
  return dataSchema.parse(contentOf(caseText)).units[0]?.evidence?.[code] ?? [];
}

/** A set from its text; its problems are an error of the test. */
export function compiled(text: string): CompiledSet {
  const loaded = loadSet(text);
  if (!loaded.ok)
    throw new Error(loaded.problems.map((problem) => `${problem.line}: ${problem.message.en}`).join("\n"));
  return loaded.value.set;
}

export function factsOf(of: CompiledSet, data: UnitData): UnitFacts {
  const { facts, problems } = readUnit(of, data);
  if (problems.length > 0) throw new Error(problems.map((problem) => problem.message.en).join("\n"));
  return facts;
}

/** The explanation of one indicator, by its printed code. */
export function explained(
  of: CompiledSet,
  code: string,
  facts: UnitFacts,
  standing: (relative: number) => GroupStanding = nothingSettled,
): Explanation {
  return explainNode(of, scoreUnit(of, facts, standing, true), nodeOf(of, code), facts);
}

export function nodeOf(of: CompiledSet, code: string): number {
  const node = of.nodeOf.get(code);
  if (node === undefined) throw new Error(`no indicator ${code}`);
  return node;
}

function contentOf(text: string): unknown {
  const document = SourceDocument.parse(text, undefined);
  if (Array.isArray(document)) throw new Error("the case cannot be read");
  return document.content();
}
