/** Two sets on the same data: the indicators whose points differ. Data are drawn from a fixed seed. */
import { type CompiledSet, type Fact, formatExact, readUnit, scoreUnit } from "@opendti/engine";

const ROUNDS = 160;

/** Small numbers, equal ones, and those around the thresholds that decisions use. */
const NUMBERS = [0, 1, 2, 3, 5, 7, 9, 10, 12, 19, 20, 21, 30, 50, 69, 70, 79, 80, 81, 99, 100, 130];

/**
 * Codes at which the sets differ on some data, with the data. Only inputs that both know are filled, exceptions that one
 * encoder added by judgement (`e1`) are left at their default.
 */
export function differences(hand: CompiledSet, made: CompiledSet): Map<string, string> {
  const random = generator(20220520);
  const found = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers: Record<string, Record<string, string | number | boolean>> = {};
    for (const node of hand.nodes)
      if (node.children.length === 0) answers[node.key] = answerOf(node.inputs, random);
    const [ours, theirs] = [hand, made].map((set) => pointsOf(set, answers));
    for (const node of hand.nodes) {
      if (node.children.length > 0 || !node.scored || found.has(node.key)) continue;
      const [one, other] = [ours?.get(node.key), theirs?.get(node.key)];
      if (one !== other)
        found.set(node.key, `${JSON.stringify(answers[node.key])}: ${one} by hand, ${other} imported`);
    }
  }
  return found;
}

function pointsOf(
  set: CompiledSet,
  answers: Record<string, Record<string, string | number | boolean>>,
): Map<string, string> {
  const { facts, problems } = readUnit(set, { unit: "u", answers });
  const refused = new Map(problems.map((problem) => [problem.code, problem.message.en]));
  const score = scoreUnit(set, facts);
  return new Map(
    set.nodes.map((node) => {
      const own = score.nodes[node.index];
      const why = refused.get(node.key);
      return [node.key, why ?? `${own?.status} ${own ? formatExact(own.exact) : ""}`];
    }),
  );
}

function answerOf(facts: readonly Fact[], random: () => number): Record<string, string | number | boolean> {
  const answer: Record<string, string | number | boolean> = {};
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  for (const fact of facts) {
    if (/^e\d+$/.test(fact.id) || fact.id === "points") continue;
    if (fact.kind === "yes_no") answer[fact.id] = random() < 0.5;
    else if (fact.kind === "choice") answer[fact.id] = 1 + Math.floor(random() * fact.options.length);
    else if (["count", "number", "money"].includes(fact.kind)) {
      const least = fact.min ? Number(fact.min.n) / Number(fact.min.d) : 0;
      // A bound that an encoder added beyond the text is no difference of the rules.
      answer[fact.id] = Math.max(1, least, pick(NUMBERS));
      if (least === 0 && random() < 0.1) answer[fact.id] = 0;
    }
  }
  return answer;
}

/** Numbers in [0, 1), the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
