import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type CompiledSet,
  dataSchema,
  loadSet,
  readUnit,
  scoreUnit,
  type UnitData,
  type UnitSource,
} from "@opendti/engine";
import { parse } from "yaml";
import type {
  DeclaredAnswer,
  DeclaredEvidence,
  OfficialHead,
  SelfAssessmentReport,
} from "../../src/index.js";

const sets = fileURLToPath(new URL("../../../../sets", import.meta.url));

/** A set that ships. */
export function shippedSet(id: string): CompiledSet {
  return setOf(readFileSync(`${sets}/${id}/set.yaml`, "utf8"));
}

export function setOf(yaml: string): CompiledSet {
  const loaded = loadSet(yaml);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.set;
}

/** The unit of a case that ships, as its file writes it. */
export function shippedUnit(set: string, file: string): UnitSource {
  const data = dataSchema.parse(parse(readFileSync(`${sets}/${set}/cases/${file}.yaml`, "utf8")));
  const [unit] = data.units;
  if (!unit) throw new Error(`${file} has no unit`);
  return unit;
}

export const head: OfficialHead = {
  superior: "UBND tỉnh Quảng Ngãi",
  body: "Ban Dân tộc",
  symbol: "BDT-VP",
  issued: { place: "Quảng Ngãi", date: { month: 7, year: 2023 } },
  signer: { form: "head", head: "Trưởng Ban" },
  recipients: ["Như trên", "Lãnh đạo Ban", "Các phòng thuộc Ban"],
  kept: "VT, VP",
};

/** Answers one by one, as a database keeps them. */
export function answersOf(unit: Pick<UnitSource, "profile" | "answers">): DeclaredAnswer[] {
  const profile = Object.entries(unit.profile ?? {}).map(([input, value]) => ({
    code: "profile",
    input,
    value,
  }));
  const answers = Object.entries(unit.answers ?? {}).flatMap(([code, answer]) =>
    typeof answer === "object" && answer !== null && !Array.isArray(answer)
      ? Object.entries(answer).map(([input, value]) => ({ code, input, value }))
      : [],
  );
  return [...profile, ...answers];
}

function evidenceOf(unit: Pick<UnitSource, "evidence">): DeclaredEvidence[] {
  return Object.entries(unit.evidence ?? {}).flatMap(([code, pieces]) =>
    pieces.map((piece): DeclaredEvidence => {
      const { text, number, date, issuer, title, place } = piece;
      if (piece.kind === "link" && piece.link !== undefined)
        return { code, kind: "link", url: piece.link, title: text === piece.link ? null : text };
      return {
        code,
        kind: "document",
        text,
        symbol: number ?? null,
        date: date ?? null,
        issuer: issuer ?? null,
        title: title ?? null,
        section: place ?? null,
      };
    }),
  );
}

export function reportOf(
  set: CompiledSet,
  unit: UnitData & Partial<Pick<UnitSource, "evidence">>,
  more: Partial<SelfAssessmentReport> = {},
): SelfAssessmentReport {
  const { facts, problems } = readUnit(set, unit, "stored");
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    head,
    to: ["Sở Thông tin và Truyền thông"],
    set,
    year: 2022,
    unit: { name: unit.title ?? unit.unit, shortName: "Ban Dân tộc tỉnh" },
    facts,
    score: scoreUnit(set, facts, undefined, true),
    answers: answersOf(unit as Pick<UnitSource, "profile" | "answers">),
    evidence: evidenceOf(unit),
    ...more,
  };
}

/** The Quảng Ngãi seed: Ban Dân tộc, 2022. */
export function banDanToc(): SelfAssessmentReport {
  const id = "quang-ngai-so-nganh-2022";
  return reportOf(shippedSet(id), shippedUnit(id, "ban-dan-toc-2022"));
}
