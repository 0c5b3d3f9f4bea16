/** The scores for programs, as DESIGN.md section 5 states them; numbers are decimal strings. */
import { type Explanation, explainNode, formatExact, type Message } from "@opendti/engine";
import type { Screen } from "../output/screen.js";
import { factsAt, type Scored, unitAt } from "./scored.js";

type Write = (text: string) => Promise<void>;

/** Writes the whole answer, a unit at a time. */
export async function writeScoresJson(
  scored: Scored,
  screen: Screen,
  write: Write,
  tick: (done: number) => void,
): Promise<void> {
  const { set, units } = scored;
  const head = JSON.stringify({ set: set.id, version: set.version }).slice(0, -1);
  await write(`${head},"units":[`);
  for (const row of units.keys()) {
    await write(`${row === 0 ? "\n" : ",\n"}${JSON.stringify(unitJson(scored, row, screen))}`);
    tick(row + 1);
  }
  const findings = scored.findings.map((finding) => ({
    unit: finding.unit,
    severity: finding.severity,
    code: finding.code,
    at: finding.at,
    message: screen.say(finding.message),
    expected: finding.expected ?? null,
    found: finding.found ? screen.say(finding.found) : null,
  }));
  const published = scored.published ? `,\n"published":${JSON.stringify(scored.differences)}` : "";
  await write(`\n],\n"findings":${JSON.stringify(findings)}${published}}\n`);
}

function unitJson(scored: Scored, row: number, screen: Screen): object {
  const { set, labels, scores } = scored;
  const { unit, title, group } = unitAt(scored, row);
  const facts = factsAt(scored, row);
  const score = scores.explain(row);
  const nodeJson = (index: number): { code: string; score: string; max: string; status: string } => {
    const own = score.nodes[index];
    return {
      code: labels[index] ?? "",
      score: own ? formatExact(own.score) : "0",
      max: formatExact(set.nodes[index]?.max ?? { n: 0n, d: 1n }),
      status: own?.status ?? "missing",
    };
  };
  const why = (index: number): string => screen.say(explainNode(set, score, index, facts).why);
  const pillars = set.pillars.filter((index) => set.nodes[index]?.scored);
  const indicators = set.nodes.filter(
    (node) => node.scored && !node.condition && (node.depth > 0 || node.children.length === 0),
  );
  return {
    unit,
    ...(title === undefined ? {} : { title }),
    group,
    total: formatExact(score.total),
    max: formatExact(set.max),
    rank: (set.scored && scores.rank(row)) || null,
    ...(score.level === undefined ? {} : { level: score.level }),
    pillars: pillars.map((index) => {
      const { code, ...rest } = nodeJson(index);
      return { code, title: set.nodes[index]?.title, ...rest };
    }),
    indicators: indicators.map((node) => ({ ...nodeJson(node.index), why: why(node.index) })),
    ...(score.conditions.length === 0
      ? {}
      : {
          conditions: score.conditions.map(({ node, holds }) => ({
            code: labels[node],
            holds: holds === "unknown" ? null : holds,
          })),
        }),
  };
}

/** One explanation for programs. */
export function explanationJson(
  scored: Scored,
  unit: string,
  node: number,
  explanation: Explanation,
  say: (text: Message) => string,
): object {
  return {
    set: scored.set.id,
    version: scored.set.version,
    unit,
    code: scored.labels[node] ?? explanation.code,
    title: explanation.title,
    score: formatExact(explanation.score),
    max: formatExact(explanation.max),
    status: explanation.status,
    why: say(explanation.why),
    steps: explanation.steps.map(say),
  };
}
