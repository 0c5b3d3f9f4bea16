/** Whether what is stored after the rush is what was answered. */
import { formatExact, readUnit, scoreUnit } from "@opendti/engine";
import type pg from "pg";
import { Connection } from "./deadline-connection.js";
import type { World } from "./deadline-world.js";
import { loadQd922 } from "./generate.js";

/** At most so many assessments are scored again by rationals. */
const SCORED_AGAIN = 200;
const STALE = 200;

export interface Counts {
  readonly history: number;
  readonly audited: number;
}

export interface Check {
  readonly what: string;
  readonly right: boolean;
}

/** How many changes of answers the history and the log tell of. */
export async function countStored(client: pg.ClientBase): Promise<Counts> {
  const { rows } = await client.query<{ history: string; audited: string }>(
    `select (select count(*) from answer_history) as history,
      (select count(*) from audit_event where action = 'answer.save') as audited`,
  );
  return { history: Number(rows[0]?.history), audited: Number(rows[0]?.audited) };
}

/** @param saved how many saves were acknowledged since `before`. */
export async function checkStored(
  client: pg.ClientBase,
  before: Counts,
  saved: number,
  world: World,
  port: number,
): Promise<Check[]> {
  const after = await countStored(client);
  const history = after.history - before.history;
  const audited = after.audited - before.audited;
  const scores = await scoreAgain(client);
  const refused = await refuseStale(world, port);
  const unchanged = (await countStored(client)).history === after.history;
  return [
    {
      what: `${saved} saves acknowledged, ${history} in the history, ${audited} audited`,
      right: saved === history && saved === audited,
    },
    {
      what: `${scores.right} of ${scores.all} changed assessments hold the score that their answers give`,
      right: scores.right === scores.all && scores.all > 0,
    },
    {
      what: `${refused} of ${STALE} saves on a stale version answered 412, nothing stored`,
      right: refused === STALE && unchanged,
    },
  ];
}

async function scoreAgain(client: pg.ClientBase): Promise<{ right: number; all: number }> {
  const set = loadQd922();
  const { rows } = await client.query<{
    score: string;
    answers: [code: string, input: string, value: unknown][];
  }>(
    `select a.score, (select json_agg(json_build_array(o.code, o.input, o.value)) from answer o
       where o.assessment_id = a.id and o.value is not null) as answers
     from assessment a where a.revision > 0 order by a.id limit ${SCORED_AGAIN}`,
  );
  const right = rows.filter(({ score, answers }) => {
    const byCode: Record<string, Record<string, unknown>> = {};
    for (const [code, input, value] of answers) {
      byCode[code] ??= {};
      byCode[code][input] = value;
    }
    const { facts } = readUnit(
      set,
      { unit: "u", answers: byCode as Record<string, Record<string, string>> },
      "stored",
    );
    return formatExact(scoreUnit(set, facts).total) === score;
  });
  return { right: right.length, all: rows.length };
}

async function refuseStale(world: World, port: number): Promise<number> {
  const connection = new Connection(port);
  let refused = 0;
  for (let index = 0; index < STALE; index += 1) {
    const declarer = world.declarers[index % world.declarers.length];
    const field = world.fields[index % world.fields.length];
    const body = JSON.stringify({ value: "123456789" });
    const answer = await connection.ask(
      `PUT /api/v1/assessments/${declarer?.assessment}/answers/${field?.code}/${field?.input} HTTP/1.1\r\n` +
        `host: 127.0.0.1\r\ncookie: opendti_session=${declarer?.token}\r\nx-csrf-token: ${declarer?.csrfToken}\r\n` +
        `if-match: "0"\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    if (!(answer instanceof Error) && answer.status === 412) refused += 1;
  }
  connection.close();
  return refused;
}
