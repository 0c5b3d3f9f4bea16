/** Stores two years of published results of 4,000 units on the QĐ 922 set, judged, as compiling would have: in bulk. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  type Adjustment,
  type AnswerValue,
  CampaignScorer,
  type RunUnit,
  runInputText,
} from "@opendti/engine";
import type pg from "pg";
import {
  accountSql,
  addressOf,
  id,
  ids,
  type Run,
  storeGroups,
  storeSessions,
  storeSet,
  unitSql,
  written,
} from "./deadline-seed.js";
import type { Keys } from "./deadline-world.js";
import { type Campaign, generate, loadQd922, random } from "./generate.js";

/** One indicator in so many was adjusted by its appraiser, with a reason. */
const ADJUSTED_ONE_IN = 12;
const REASON = "Minh chứng chỉ xác nhận được một phần số liệu kê khai; tính theo văn bản kèm theo.";
const ROWS = 200;

export interface ExportsWorld {
  readonly campaign: string;
  readonly coordinator: Keys;
  /** Asks for pages meanwhile. */
  readonly officer: Keys;
  readonly indicators: number;
}

/** @param client at a database with our schema and nothing in it. */
export async function seedResults(
  client: pg.ClientBase,
  size: number,
  say: (text: string) => void,
): Promise<ExportsWorld> {
  const set = loadQd922();
  const run: Run = (text, values = []) => client.query(text, values);
  await run("insert into unit_kind values ('tinh', 'Tỉnh', 1), ('xa', 'Xã', 2)");
  const [root = ""] = await ids(run, unitSql, [["tinh"], ["tinh"], ["Tỉnh Minh Họa"], [null]]);
  const campaigns = [2025, 2026].map((year) => ({ year, data: generate(set, size, year) }));
  const names = Array.from({ length: size }, (_, row) => `Ủy ban nhân dân xã Đơn vị số ${row + 1}`);
  const units = await ids(run, unitSql, [
    names.map((_, row) => `xa-${row + 1}`),
    names.map(() => "xa"),
    names,
    names.map(() => root),
  ]);
  const people = await ids(run, accountSql, [["dieu-phoi", "can-bo"]]);
  await run(
    "insert into role_grant (account_id, unit_id, role) values ($1, $3, 'coordinator'), ($2, $4, 'unit-officer')",
    [people[0], people[1], root, units[0]],
  );
  const keys = await storeSessions(run, people);
  await storeSet(run, set);
  let campaign = "";
  for (const { year, data } of campaigns) {
    say(`storing the results of ${size} units of ${year}`);
    campaign = await storeResults(run, year, data, { units, names });
  }
  await run("vacuum analyze");
  const [coordinator, officer] = keys as [Keys, Keys];
  const indicators = set.nodes.filter(({ children, scored }) => children.length === 0 && scored).length;
  return { campaign, coordinator, officer, indicators };
}

async function storeResults(
  run: Run,
  year: number,
  data: Campaign,
  { units, names }: { readonly units: readonly string[]; readonly names: readonly string[] },
): Promise<string> {
  const { set, groups } = data;
  const campaign = await id(
    run,
    "insert into campaign (name, year, set_id, set_version, status) values ($1, $2, $3, $4, 'closed') returning id",
    [`Đánh giá chuyển đổi số ${year}`, year, set.id, set.version],
  );
  await storeGroups(run, campaign, units, groups);
  const assessments = await ids(
    run,
    `insert into assessment (campaign_id, unit_id, state, submitted_at)
     select $1, unit, 'published', now() from unnest($2::uuid[]) with ordinality as given (unit, place) order by place
     returning id`,
    [campaign, units],
  );
  const judged = runUnits(data, year, { units, names, assessments });
  const {
    rows: [stored],
  } = await run<{ hash: string }>("select hash from indicator_set");
  const head = {
    campaign: { id: campaign, year },
    set: { id: set.id, version: set.version, hash: stored?.hash ?? "" },
  };
  const text = [runInputText.opening(head)];
  const scorer = new CampaignScorer(set);
  for (const [place, unit] of judged.entries()) {
    text.push(runInputText.unit(unit, place === 0));
    scorer.add(unit);
  }
  text.push(runInputText.closing);
  const input = text.join("");
  const runId = await id(
    run,
    `insert into run (campaign_id, number, state, set_hash, input, input_hash, result_hash, units, compiled_at,
       published_as, published_at) values ($1, 1, 'published', $2, $3, $4, $4, $5, now(), 'Lãnh đạo', now()) returning id`,
    [
      campaign,
      head.set.hash,
      gzipSync(input),
      createHash("sha256").update(input).digest("hex"),
      judged.length,
    ],
  );
  const results = scorer.finish();
  for (let from = 0; from < results.length; from += ROWS)
    await run(
      `insert into run_result (run_id, unit_id, assessment_id, unit_name, group_code, total, max, declared_total,
         declared_rank, rank, level, submitted, scores, declared_scores, statuses)
       select $1, (r->'unit'->>'id')::uuid, (r->>'assessmentId')::uuid, r->'unit'->>'name', r->>'group', r->>'total',
         r->>'max', r->>'declaredTotal', (r->>'declaredRank')::int, (r->>'rank')::int, r->>'level',
         (r->>'submitted')::boolean, r->'scores', r->'declaredScores', r->'statuses'
       from jsonb_array_elements($2::jsonb) r`,
      [runId, JSON.stringify(results.slice(from, from + ROWS))],
    );
  await storeVerdicts(run, data, judged);
  return campaign;
}

/** In the order of their ids, as a run's document has them. */
function runUnits(
  { set, columns, groups }: Campaign,
  seed: number,
  { units, names, assessments }: Readonly<Record<"units" | "names" | "assessments", readonly string[]>>,
): RunUnit[] {
  const next = random(seed);
  const facts = set.facts.map((fact) => ({ fact, code: addressOf(set, fact), column: columns[fact.slot] }));
  const made = units.map((unit, row): RunUnit => {
    const answers = facts.flatMap(({ fact, code, column }): AnswerValue[] => {
      const value = column?.[row] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [{ code, input: fact.id, value: JSON.parse(written(fact, value)) }];
    });
    const adjustments = set.nodes.flatMap((node): Adjustment[] => {
      const [input] = node.inputs;
      if (node.children.length > 0 || !node.scored || input?.kind !== "count") return [];
      if (Math.floor(next() * ADJUSTED_ONE_IN) !== 0) return [];
      const code = addressOf(set, input);
      const declared = answers.find((answer) => answer.code === code && answer.input === input.id);
      return [
        {
          code,
          inputs: { [input.id]: String(Math.floor(Number(declared?.value ?? 0) * 0.9)) },
          points: null,
        },
      ];
    });
    return {
      assessmentId: assessments[row] ?? "",
      unit: { id: unit, name: names[row] ?? "" },
      group: groups[row] ?? null,
      submitted: true,
      answers,
      adjustments,
    };
  });
  return made.sort((a, b) => (a.unit.id < b.unit.id ? -1 : 1));
}

/** Every indicator was judged: agreed, unless it was adjusted. */
async function storeVerdicts(run: Run, { set }: Campaign, judged: readonly RunUnit[]): Promise<void> {
  const codes = set.nodes
    .filter(({ children, scored }) => children.length === 0 && scored)
    .map((node) => (set.nodeOf.get(node.code) === node.index ? node.code : node.key));
  const adjusted = judged.flatMap(({ assessmentId, adjustments }) =>
    adjustments.map(({ code }) => [assessmentId, code] as const),
  );
  await run(
    `insert into appraisal_history (assessment_id, code, version, verdict, reason, at)
     select a, c, 1, case when given.code is null then 'agreed' else 'adjusted' end,
       case when given.code is null then null else $5 end, now() - interval '1 day'
     from unnest($1::uuid[]) a cross join unnest($2::text[]) c
     left join unnest($3::uuid[], $4::text[]) as given (assessment, code) on given.assessment = a and given.code = c`,
    [
      judged.map(({ assessmentId }) => assessmentId),
      codes,
      adjusted.map(([assessment]) => assessment),
      adjusted.map(([, code]) => code),
      REASON,
    ],
  );
}
