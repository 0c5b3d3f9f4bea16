/** Small sets written in a test. */
import { checkSet, type Finding } from "@opendti/engine";
import { caseFile, loaded, planFile } from "./files.js";

const HEAD = `opendti: 1
id: mau
version: 1
status: draft
title: Bộ chỉ số mẫu
legal_basis: [{ issuer: UBND tỉnh, title: Quyết định mẫu }]
years: { from: 2024 }
applies_to: [so-nganh]
rounding: { ratio: exact, score: { digits: 2, mode: half-up }, sum: rounded }
ranking: { on: rounded }
`;

/** A set of these indicators (YAML), with what else stands beside them. */
export function set(indicators: string, beside = ""): string {
  return `${HEAD}${beside}indicators:\n${indent(indicators)}`;
}

/** A set of one indicator, 1.1, of 10 points. */
export function one(rule: string, beside = ""): string {
  return set(
    `- code: "1"\n  title: Nhận thức số\n  max: 10\n  children:\n    - code: "1.1"\n      title: Chỉ số thử\n      max: 10\n${indent(indent(indent(rule)))}`,
    beside,
  );
}

/** What is reported: `code at`. */
export function reported(text: string, files: { case?: string; plan?: string } = {}): string[] {
  return findings(text, files).map(({ code, at }) => `${code} ${at}`.trim());
}

export function findings(text: string, files: { case?: string; plan?: string } = {}): Finding[] {
  const cases = files.case === undefined ? [] : [caseFile(files.case, "case.yaml")];
  const plans = files.plan === undefined ? [] : [planFile(files.plan, "plan.yaml")];
  return checkSet(loaded(text, "set.yaml"), cases, plans);
}

/** The published scores of one unit, as a case without data. */
export function published(scores: Readonly<Record<string, string>>, total?: string): string {
  const rows = Object.entries(scores).map(([code, score]) => `        "${code}": { score: "${score}" }\n`);
  const sum = total === undefined ? "" : `      total: "${total}"\n`;
  return `case: mau\nset: mau\nunits:\n  - unit: so-mau\n    published:\n      reproduce: false\n${sum}      scores:\n${rows.join("")}`;
}

/** A plan of these rows. */
export function plan(rows: string): string {
  return `plan: mau\nset: mau\ntitle: Kế hoạch\nissuer: Sở Mẫu\norganisations: { vp: Văn phòng }\nassignments:\n${indent(rows)}`;
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
}
