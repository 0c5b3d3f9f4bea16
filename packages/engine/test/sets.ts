/** Small sets for tests, written as in set.yaml, and what they make of one unit or of several. */
import {
  type Answer,
  type CampaignScores,
  type CompiledSet,
  formatExact,
  formatTicks,
  loadSet,
  readUnit,
  type SetSource,
  scoreUnit,
  setSchema,
  type UnitData,
  type UnitFacts,
  type UnitScore,
} from "@opendti/engine";
import { runCampaign } from "./naive/campaign.js";

type Parts = Partial<Record<keyof SetSource, unknown>>;

/** What every set must have, and the given parts. */
export function written(parts: Parts): Record<string, unknown> {
  return {
    opendti: 1,
    id: "bo-thu",
    version: 1,
    status: "draft",
    title: "Bộ chỉ số để thử",
    legal_basis: [{ issuer: "Sở TT&TT", title: "Văn bản thử" }],
    years: { from: 2022 },
    applies_to: ["so-nganh"],
    rounding: { ratio: "exact", score: { digits: 2, mode: "half-even" }, sum: "rounded" },
    ranking: { on: "rounded" },
    ...parts,
  };
}

function setSource(parts: Parts): SetSource {
  return setSchema.parse(written(parts));
}

/** One pillar "1" whose points an appraiser gives. */
export function manualSet(max: string): SetSource {
  return setSource({ indicators: [{ code: "1", title: "Chấm tay", max, rule: { manual: {} } }] });
}

/** A set ready to score; its problems are an error of the test. */
export function setOf(parts: Parts): CompiledSet {
  const loaded = loadSet(JSON.stringify(written(parts)));
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ at, message }) => `${at}: ${message.vi}`).join("\n"));
  return loaded.value.set;
}

/** An input as `a: "count"`, or with more of it said. */
type Inputs = Record<string, string | Record<string, unknown>>;

export function inputs(of: Inputs): Record<string, unknown>[] {
  return Object.entries(of).map(([id, input]) => ({
    id,
    label: id,
    ...(typeof input === "string" ? { kind: input } : input),
  }));
}

/** A set of one indicator "1" with a maximum of 10. */
export function indicator(
  { inputs: own = {}, ...body }: Record<string, unknown> & { inputs?: Inputs },
  parts: Parts = {},
): CompiledSet {
  return setOf({
    indicators: [{ code: "1", title: "Chỉ số", max: 10, inputs: inputs(own), ...body }],
    ...parts,
  });
}

/** The facts of a unit; what cannot be read is an error of the test. */
export function factsOf(set: CompiledSet, data: Partial<UnitData>): UnitFacts {
  const { facts, problems } = readUnit(set, { unit: "u", ...data });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.vi).join("\n"));
  return facts;
}

/** What is refused of a unit's data, as the declarer reads it. */
export function refusals(set: CompiledSet, data: Partial<UnitData>): string[] {
  return readUnit(set, { unit: "u", ...data }).problems.map(
    ({ code, input, message }) => `${code}${input === undefined ? "" : `.${input}`}: ${message.vi}`,
  );
}

export function scoresOf(set: CompiledSet, data: Partial<UnitData>): UnitScore {
  return scoreUnit(set, factsOf(set, data));
}

/** Status and rounded score of an indicator: `9.57`, `0 missing`. */
export function shown(set: CompiledSet, score: UnitScore, code: string): string {
  const own = score.nodes[set.nodeOf.get(code) ?? -1];
  if (!own) throw new Error(`no indicator ${code}`);
  return `${formatExact(own.score)}${own.status === "scored" ? "" : ` ${own.status}`}`;
}

/** What indicator "1" gives for an answer of a unit alone, by the exact evaluator and, the same, in columns. */
export function gives(set: CompiledSet, answer: Answer, profile: UnitData["profile"] = {}): string {
  const facts = factsOf(set, { profile, answers: { "1": answer } });
  const exactly = shown(set, scoreUnit(set, facts), "1");
  const columns = inColumns(runCampaign(set, [facts], { complete: false }), 0, set.nodeOf.get("1") ?? -1);
  if (columns !== exactly) throw new Error(`exactly ${exactly}, in columns ${columns}`);
  return exactly;
}

/** Units given by their answers to indicator "1", scored together. */
export function together(set: CompiledSet, answers: readonly Answer[], complete?: boolean): string[] {
  const facts = answers.map((answer, place) => factsOf(set, { unit: `u${place}`, answers: { "1": answer } }));
  const scores = runCampaign(set, facts, { complete });
  return facts.map((_, row) => inColumns(scores, row, 0));
}

/** Status and rounded score of a node as the columns hold them. */
export function inColumns(scores: CampaignScores, row: number, node: number): string {
  const status = scores.status(row, node);
  const score = formatTicks(scores.ticks(row, node), scores.set.scoreRounding.digits);
  return `${score}${status === "scored" ? "" : ` ${status}`}`;
}
