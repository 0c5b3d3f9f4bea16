/** Stores a campaign of 4,000 units on the QĐ 922 set, every answer with its history and its evidence, in bulk. */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CompiledSet, Fact } from "@opendti/engine";
import type pg from "pg";
import { BARE_SCHEMA, type Declarer, type Field, type Keys, type World } from "./deadline-world.js";
import { type Campaign, GROUPS, generate, loadQd922, toChunks } from "./generate.js";
import { score } from "./scoring.js";

const SET = new URL("../../sets/qd922-cap-tinh-2022/set.yaml", import.meta.url);
/** Answers of one INSERT: their columns go as arrays. */
const BATCH_UNITS = 100;
const DAY = 86_400_000;

/** @param client at a database with our schema and nothing in it. */
export async function seed(client: pg.ClientBase, size: number, say: (text: string) => void): Promise<World> {
  const set = loadQd922();
  const campaign = generate(set, size);
  const one = <T extends object>(text: string, values: unknown[] = []) => client.query<T>(text, values);
  say(`storing ${size} units with their people`);
  await one("insert into unit_kind values ('tinh', 'Tỉnh', 1), ('xa', 'Xã', 2)");
  const provinces = await ids(one, unitSql, [
    Array.from({ length: GROUPS }, (_, index) => `tinh-${index + 1}`),
    Array.from({ length: GROUPS }, () => "tinh"),
    Array.from({ length: GROUPS }, (_, index) => `Tỉnh ${index + 1}`),
    Array.from({ length: GROUPS }, () => null),
  ]);
  const units = await ids(one, unitSql, [
    campaign.units,
    campaign.units.map(() => "xa"),
    campaign.units.map((name) => `Đơn vị ${name}`),
    Array.from(campaign.groupOf, (group) => provinces[group]),
  ]);
  const [root] = provinces;
  const accounts = await ids(one, accountSql, [campaign.units]);
  const [coordinator = "", approver = ""] = await ids(one, accountSql, [["dieu-phoi", "phe-duyet"]]);
  await one(
    "insert into role_grant (account_id, unit_id, role) select * from unnest($1::uuid[], $2::uuid[], $3::text[])",
    [
      [...accounts, coordinator, approver],
      [...units, root, root],
      [...accounts.map(() => "unit-officer"), "coordinator", "approver"],
    ],
  );
  const keys = await storeSessions(one, [...accounts, coordinator, approver]);
  await storeSet(one, set);
  const planned = await storeCampaign(one, set, units, campaign, "Năm sau");
  const campaignId = await storeCampaign(one, set, units, campaign, "Ngày cuối kê khai");
  await one("update campaign set status = 'open', opened_at = now() where id = $1", [campaignId]);
  const assessments = await storeAssessments(one, campaign, campaignId, units);
  await storeAnswers(one, campaign, assessments, accounts, say);
  await storeEvidence(one, set, campaignId, say);
  await storeBare(one, say);
  const declarers = assessments.map((assessment, index): Declarer => {
    const { token = "", csrfToken = "" } = keys[index] ?? {};
    return { token, csrfToken, assessment };
  });
  return {
    declarers,
    fields: wholeNumbers(set),
    campaign: campaignId,
    planned,
    coordinator: keys.at(-2) as Keys,
    approver: keys.at(-1) as Keys,
  };
}

export type Run = <T extends object>(text: string, values?: unknown[]) => Promise<pg.QueryResult<T>>;

const key = (): string => randomBytes(32).toString("base64url");

export const unitSql = `insert into unit (code, kind, name, short_name, parent_id, valid_from)
  select code, kind, name, name, parent, '2025-07-01'
  from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) with ordinality as given (code, kind, name, parent, place)
  order by place
  returning id`;
export const accountSql = `insert into account (login, display_name)
  select login, 'Cán bộ ' || login from unnest($1::text[]) with ordinality as given (login, place) order by place
  returning id`;
const sessionSql = `insert into session
  (token_hash, account_id, csrf_token, method, created_at, last_seen_at, idle_minutes, expires_at, address, user_agent)
  select hash, account, csrf, 'password', now(), now(), 1440, now() + interval '1 day', '127.0.0.1', 'bench'
  from unnest($1::bytea[], $2::uuid[], $3::text[]) as given (hash, account, csrf)`;

export async function ids(run: Run, text: string, values: unknown[]): Promise<string[]> {
  return (await run<{ id: string }>(text, values)).rows.map((row) => row.id);
}

export async function id(run: Run, text: string, values: unknown[]): Promise<string> {
  const [first] = await ids(run, text, values);
  if (first === undefined) throw new Error(`nothing came of: ${text}`);
  return first;
}

export async function storeSet(run: Run, set: CompiledSet): Promise<void> {
  const source = readFileSync(SET, "utf8");
  await run(
    `insert into indicator_set (id, version, status, title, source, hash, max, indicator_count, findings, published_at)
     values ($1, $2, 'published', $3, $4, $5, $6, $7, '[]', now())`,
    [
      set.id,
      set.version,
      "QĐ 922",
      source,
      createHash("sha256").update(source).digest("hex"),
      String(set.max.n / set.max.d),
      set.nodes.filter(({ children, scored }) => children.length === 0 && scored).length,
    ],
  );
}

/** A campaign in preparation. */
async function storeCampaign(
  run: Run,
  set: CompiledSet,
  units: readonly string[],
  { groups }: Campaign,
  name: string,
): Promise<string> {
  const campaign = await id(
    run,
    "insert into campaign (name, year, set_id, set_version, status) values ($3, 2026, $1, $2, 'preparing') returning id",
    [set.id, set.version, name],
  );
  await run(
    "insert into campaign_stage (campaign_id, stage, due_at) select $1, stage, $3 from unnest($2::text[]) stage",
    [campaign, ["declare", "appraise", "explain", "approve"], new Date(Date.now() + 30 * DAY)],
  );
  await storeGroups(run, campaign, units, groups);
  return campaign;
}

/** The ranking groups of a campaign, and which unit is in which. */
export async function storeGroups(
  run: Run,
  campaign: string,
  units: readonly string[],
  groups: Campaign["groups"],
): Promise<void> {
  await run(
    `insert into campaign_group (campaign_id, code, name, place)
     select $1, 'tinh-' || n, 'Cụm xếp hạng số ' || n, n from generate_series(1, $2::int) n`,
    [campaign, GROUPS],
  );
  await run(
    `insert into campaign_unit (campaign_id, unit_id, group_code)
     select $1, unit, code from unnest($2::uuid[], $3::text[]) as given (unit, code)`,
    [campaign, units, groups],
  );
}

/** Somebody signed in each. */
export async function storeSessions(run: Run, people: readonly string[]): Promise<Keys[]> {
  const keys = people.map((): Keys => ({ token: key(), csrfToken: key() }));
  await run(sessionSql, [
    keys.map(({ token }) => createHash("sha256").update(token).digest()),
    people,
    keys.map(({ csrfToken }) => csrfToken),
  ]);
  return keys;
}

async function storeAssessments(
  run: Run,
  campaign: Campaign,
  campaignId: string,
  units: readonly string[],
): Promise<string[]> {
  const scores = score(campaign, toChunks(campaign));
  const digits = campaign.set.scoreRounding.digits;
  return ids(
    run,
    `insert into assessment (campaign_id, unit_id, score, max)
     select $1, unit, score::text, $4::text
     from unnest($2::uuid[], $3::numeric[]) with ordinality as given (unit, score, place) order by place
     returning id`,
    [
      campaignId,
      units,
      units.map((_, row) => scores.totalTicks(row) / 10 ** digits),
      String(campaign.set.max.n / campaign.set.max.d),
    ],
  );
}

async function storeAnswers(
  run: Run,
  { set, columns }: Campaign,
  assessments: readonly string[],
  accounts: readonly string[],
  say: (text: string) => void,
): Promise<void> {
  const facts = set.facts.map((fact) => ({ fact, code: addressOf(set, fact), column: columns[fact.slot] }));
  for (let from = 0; from < assessments.length; from += BATCH_UNITS) {
    const batch: Record<"of" | "code" | "input" | "by", string[]> & { value: (string | null)[] } = {
      of: [],
      code: [],
      input: [],
      value: [],
      by: [],
    };
    for (let row = from; row < Math.min(from + BATCH_UNITS, assessments.length); row += 1)
      for (const { fact, code, column } of facts) {
        // Missing ones are stored as cleared: every field can then be saved on its version 1.
        const value = column?.[row] ?? Number.NaN;
        batch.of.push(assessments[row] ?? "");
        batch.code.push(code);
        batch.input.push(fact.id);
        batch.value.push(Number.isNaN(value) ? null : written(fact, value));
        batch.by.push(accounts[row] ?? "");
      }
    const { of, code, input, value, by } = batch;
    await run(
      `insert into answer (assessment_id, code, input, value, version, by_id, at)
       select a, c, i, v, 1, b, now()
       from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::uuid[]) as given (a, c, i, v, b)`,
      [of, code, input, value, by],
    );
    if (from % 1000 === 0) say(`answers of ${from} units stored`);
  }
  await run(
    `insert into answer_history (assessment_id, code, input, version, value, by_id, at)
     select assessment_id, code, input, version, value, by_id, at from answer`,
  );
}

export const written = ({ kind }: Fact, value: number): string =>
  kind === "choice" ? String(value) : kind === "yes_no" ? String(value === 1) : `"${value}"`;

export function addressOf(set: CompiledSet, { node }: Fact): string {
  const of = node === undefined ? undefined : set.nodes[node];
  if (of === undefined) return "profile";
  return set.nodeOf.get(of.code) === of.index ? of.code : of.key;
}

/** One document beside every indicator. */
async function storeEvidence(
  run: Run,
  set: CompiledSet,
  campaign: string,
  say: (text: string) => void,
): Promise<void> {
  say("storing evidence");
  const leaves = set.nodes.filter(({ children, scored }) => children.length === 0 && scored);
  const codes = leaves.map((node) => (set.nodeOf.get(node.code) === node.index ? node.code : node.key));
  await run(
    `insert into evidence (assessment_id, code, kind, item, place, by_id, at)
     select a.id, given.code, 'document', jsonb_build_object('kind', 'document',
       'text', 'Quyết định số ' || n || '/QĐ-UBND ngày 03/02/2026 của UBND tỉnh về chuyển đổi số', 'number', n::text,
       'symbol', 'QĐ-UBND', 'date', '2026-02-03', 'issuer', 'UBND tỉnh', 'title', 'về chuyển đổi số',
       'page', null, 'section', null), 1, null, now()
     from assessment a cross join unnest($2::text[]) with ordinality as given (code, n)
     where a.campaign_id = $1 order by a.id, n`,
    [campaign, codes],
  );
}

/** The bare handlers' own copies of what they write, with the same keys and indexes. */
async function storeBare(run: Run, say: (text: string) => void): Promise<void> {
  say("copying the tables of the bare handlers");
  await run(`create schema ${BARE_SCHEMA}`);
  for (const table of ["answer", "audit_event"])
    await run(`create table ${BARE_SCHEMA}.${table} (like ${table} including all)`);
  await run(`alter table ${BARE_SCHEMA}.answer set (fillfactor = 90)`);
  await run(`insert into ${BARE_SCHEMA}.answer select * from answer`);
  await run("vacuum analyze");
}

function wholeNumbers(set: CompiledSet): Field[] {
  return set.facts
    .filter(({ kind, strict, breakdown }) => kind === "count" && !strict && breakdown.length === 0)
    .map((fact) => ({ code: addressOf(set, fact), input: fact.id }));
}
