/** What is really stored, read from the database itself once no server stands before it. */
import { expect } from "@playwright/test";
import pg from "pg";
import { type Acknowledged, keyOf } from "../autosave.js";

interface Version {
  readonly version: number;
  readonly value: unknown;
  /** The login of who saved it; null for what the demo was seeded with. */
  readonly by: string | null;
}

export interface Ledger {
  /** Every version of every field, oldest first. */
  readonly history: ReadonlyMap<string, readonly Version[]>;
  /** What the field holds now. */
  readonly current: ReadonlyMap<string, Version>;
  /** What the audit says was saved. */
  readonly audited: ReadonlyMap<string, readonly Version[]>;
}

interface Row extends Version {
  readonly key: string;
}

/** Runs `work` on a connection of its own. */
export async function query<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Everything on the answers of one assessment. */
export function readLedger(url: string, assessment: string): Promise<Ledger> {
  return query(url, async (client) => {
    const rows = async (text: string): Promise<Row[]> => (await client.query<Row>(text, [assessment])).rows;
    const stored = (table: string): Promise<Row[]> =>
      rows(`select s.code || '/' || s.input as key, s.version, s.value, a.login as by
              from ${table} s left join account a on a.id = s.by_id
             where s.assessment_id = $1 order by s.code, s.input, s.version`);
    const audited = await rows(`
      select (e.after->>'code') || '/' || (e.after->>'input') as key, (e.after->>'version')::int as version,
             e.after->'value' as value, a.login as by
        from audit_event e left join account a on a.id = e.account_id
       where e.subject_id = $1::text and e.action = 'answer.save' order by e.id`);
    return {
      history: byKey(await stored("answer_history")),
      current: new Map((await stored("answer")).map((row) => [row.key, row])),
      audited: byKey(audited),
    };
  });
}

function byKey(rows: readonly Row[]): Map<string, Version[]> {
  const map = new Map<string, Version[]>();
  for (const { key, version, value, by } of rows)
    map.set(key, [...(map.get(key) ?? []), { version, value, by }]);
  return map;
}

/**
 * Holds the books against each other: every acknowledged save is there, at its version, by its author; none is there
 * twice; versions have no gap; the field holds the last; the audit has each once and nothing else.
 */
export function expectWhole(ledger: Ledger, acknowledged: readonly Acknowledged[]): void {
  expect(acknowledged.length).toBeGreaterThan(0);
  const lost = acknowledged.filter(
    (saved) =>
      !ledger.history
        .get(keyOf(saved))
        ?.some(
          ({ version, value, by }) => version === saved.version && value === saved.value && by === saved.by,
        ),
  );
  expect(lost, "acknowledged and not there").toEqual([]);
  for (const [key, versions] of ledger.history) {
    expect(
      versions.map(({ version }) => version),
      `versions of ${key}`,
    ).toEqual(versions.map((_, place) => place + 1));
    expect(ledger.current.get(key), `what ${key} holds`).toMatchObject({ ...versions.at(-1) });
    const people = versions.filter(({ by }) => by !== null);
    expect(new Set(people.map(({ value }) => value)).size, `values of ${key}, each once`).toBe(people.length);
    expect(ledger.audited.get(key) ?? [], `audit of ${key}`).toEqual(people);
  }
}
