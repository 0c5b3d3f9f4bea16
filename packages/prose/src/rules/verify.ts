/** The engine's own word on a rule that was read: it compiles, keeps within the maximum, and says what the text says. */
import { checkSet, type ExceptionSource, type InputSource, loadSet, type RuleSource } from "@opendti/engine";
import type { BilingualText } from "../references/types.js";
import type { RuleTextRequest } from "./types.js";

/** Findings that make a reading doubtful; the others are about the set, or about what the text leaves open by itself. */
const telling = new Set([
  "points-above-max",
  "max-unreachable",
  "band-overlap",
  "band-gap",
  "band-unreachable",
  "option-duplicate",
  "parts-share-mismatch",
  "text-max-mismatch",
  "text-threshold-mismatch",
  "text-formula-mismatch",
  "input-unused",
]);

/** As printed, where a set takes it as it is. */
const CODE = /^\d{1,3}(?:\.\d{1,3}){0,5}$/;

export interface Verdict {
  readonly compiles: boolean;
  readonly problem: BilingualText | null;
  readonly findings: readonly { readonly code: string; readonly message: BilingualText }[];
}

/** Compiles a set of this one rule and reads it as a careful checker would. */
export function verify(
  request: RuleTextRequest,
  rule: RuleSource,
  inputs: readonly InputSource[],
  exceptions: readonly ExceptionSource[],
): Verdict {
  const set = {
    opendti: 1,
    id: "chi-so",
    version: 1,
    status: "draft",
    title: "Chỉ số",
    legal_basis: [{ issuer: "-", title: "-" }],
    years: { from: 2000 },
    applies_to: ["don-vi"],
    rounding: { ratio: "exact", score: { digits: 2, mode: "half-up" }, sum: "rounded" },
    ranking: { on: "rounded" },
    profile: request.profile.map(({ id, label }) => ({ id, label: label || id, kind: "number" })),
    indicators: [
      {
        code: CODE.test(request.code) ? request.code : "1",
        title: request.title || "Chỉ số",
        max: request.max ?? 1,
        text: request.text,
        inputs,
        rule,
        ...(exceptions.length > 0 ? { exceptions } : {}),
      },
    ],
  };
  const loaded = loadSet(JSON.stringify(set));
  if (!loaded.ok) return { compiles: false, problem: loaded.problems[0]?.message ?? null, findings: [] };
  const findings = checkSet(loaded.value).filter(({ code }) => telling.has(code));
  return {
    compiles: true,
    problem: null,
    findings: findings.map(({ code, message }) => ({ code, message })),
  };
}
