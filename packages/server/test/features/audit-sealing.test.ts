import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Connection, connect } from "../../src/database/connection.js";
import { alignAuditClock, sealAudit, verifyAudit } from "../../src/features/audit/sealing.js";
import { freshDatabase } from "../running/database.js";

const AT = new Date("2026-11-22T02:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let db: Connection;

beforeEach(async () => {
  await database?.close();
  database = await freshDatabase();
  db = database.db;
});
afterAll(() => database.close());

const insert = (n: number) =>
  sql`insert into audit_event (at, address, action, subject_type, subject_id, after)
    values (${AT}, '10.0.0.1', 'thing.done', 'thing', ${String(n)}, ${JSON.stringify({ b: n, a: "đ" })})`;
const write = (n: number) => insert(n).execute(db);
/** Other databases of the same server hold the horizon back for moments while their transactions run. */
const sealAll = () =>
  vi.waitFor(
    async () => {
      await sealAudit(db, AT);
      const verified = await verifyAudit(db);
      expect(verified.unsealed).toBe(0n);
      return verified;
    },
    { timeout: 20_000, interval: 20 },
  );
const asSuperuser = async (statement: string) => {
  await sql.raw("alter table audit_event disable trigger append_only").execute(db);
  await sql.raw("alter table audit_batch disable trigger append_only").execute(db);
  await sql.raw(statement).execute(db);
  await sql.raw("alter table audit_event enable trigger append_only").execute(db);
  await sql.raw("alter table audit_batch enable trigger append_only").execute(db);
};
/** Three batches of two events. */
const threeBatches = async () => {
  for (const n of [1, 3, 5]) {
    await write(n);
    await write(n + 1);
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{
          ready: boolean;
        }>`select max(xact) < pg_snapshot_xmin(pg_current_snapshot())
          as ready from audit_event`.execute(db);
        expect(rows[0]?.ready).toBe(true);
      },
      { timeout: 20_000, interval: 20 },
    );
    await sealAudit(db, AT);
  }
  expect(await verifyAudit(db)).toMatchObject({ batches: 3, events: 6n, unsealed: 0n, difference: null });
};

describe("sealing the audit log", () => {
  it("chains batches of events, and makes none of nothing", async () => {
    expect(await sealAudit(db, AT)).toBeUndefined();
    await write(1);
    const first = await sealAll();
    expect(first).toMatchObject({ batches: 1, events: 1n, difference: null });
    expect(await sealAudit(db, AT)).toBeUndefined();
    await write(2);
    const second = await sealAll();
    expect(second).toMatchObject({ batches: 2, events: 2n, difference: null });
    expect(second.head).not.toBe(first.head);
  });

  it("leaves out a transaction still open and all after it, and takes them when it has ended", async () => {
    const slow = new pg.Client({ connectionString: database.url });
    await slow.connect();
    await slow.query("begin");
    await slow.query(
      `insert into audit_event (at, address, action, subject_type, subject_id) values (now(), '', 'late', 't', 'slow')`,
    );
    await write(1);
    await sealAudit(db, AT);
    expect(await verifyAudit(db)).toMatchObject({ batches: 0, unsealed: 1n });
    await slow.query("commit");
    await slow.end();
    expect(await sealAll()).toMatchObject({ events: 2n, difference: null });
  });

  it("makes one chain of two sealers at once", async () => {
    const other = connect({ url: database.url, connections: 2, onLost: () => undefined });
    for (let n = 0; n < 20; n += 1) {
      await write(n);
      await Promise.all([sealAudit(db, AT), sealAudit(other.db, AT), sealAudit(db, AT)]);
    }
    await other.close();
    expect(await sealAll()).toMatchObject({ events: 20n, difference: null });
  });

  it("hashes batches larger than a page whole", async () => {
    await sql`insert into audit_event (at, address, action, subject_type, subject_id)
      select now(), '', 'bulk', 't', n::text from generate_series(1, 4001) n`.execute(db);
    await sql`insert into audit_event (at, address, action, subject_type, subject_id)
      select now(), '', 'bulk', 't', n::text from generate_series(1, 1999) n`.execute(db);
    expect(await sealAll()).toMatchObject({ events: 6000n, difference: null });
  });

  it("goes on in a database restored into a server whose counter is younger", async () => {
    await write(1);
    await sealAll();
    // What a restore leaves: transactions in the log that this server has yet to count to.
    await asSuperuser("update audit_event set xact = '9000000000'");
    await asSuperuser("truncate audit_batch");
    await asSuperuser(
      `insert into audit_batch values (1, '0', '9000000001', 0, repeat('0', 64), 'x', '2026-11-22T02:00:00Z')`,
    );
    await alignAuditClock(db);
    await write(2);
    const batch = await vi.waitFor(
      async () => {
        const sealed = await sealAudit(db, AT);
        expect(sealed).toBeDefined();
        return sealed;
      },
      { timeout: 20_000, interval: 20 },
    );
    expect(batch).toMatchObject({ number: 2n, fromXact: 9000000001n, events: 1n });
    const { rows } = await sql<{ shift: string }>`select shift from audit_clock`.execute(db);
    await alignAuditClock(db);
    expect((await sql<{ shift: string }>`select shift from audit_clock`.execute(db)).rows).toEqual(rows);
  });
});

describe("tampering with the audit log", () => {
  it.each([
    ["a changed event", "update audit_event set after = '{}' where subject_id = '3'", 2n, "events-changed"],
    ["a removed event", "delete from audit_event where subject_id = '4'", 2n, "events-changed"],
    [
      "an event slipped in",
      `insert into audit_event (xact, at, address, action, subject_type, subject_id)
        select xact, at, address, action, subject_type, '99' from audit_event where subject_id = '1'`,
      1n,
      "events-changed",
    ],
    [
      "another moment, by a microsecond",
      "update audit_event set at = at + interval '1 microsecond' where subject_id = '6'",
      3n,
      "events-changed",
    ],
    ["a removed batch", "delete from audit_batch where number = 2", 3n, "batch-missing"],
    [
      "a batch sealed anew",
      "update audit_batch set hash = repeat('a', 64) where number = 1",
      1n,
      "events-changed",
    ],
    [
      "a batch that follows another",
      "update audit_batch set previous_hash = repeat('a', 64) where number = 3",
      3n,
      "chain-broken",
    ],
    [
      "a shifted border",
      "update audit_batch set from_xact = (from_xact::text::bigint + 1)::text::xid8 where number = 2",
      2n,
      "range-changed",
    ],
  ])("shows %s at its batch", async (_, statement, batch, what) => {
    await threeBatches();
    await asSuperuser(statement);
    expect((await verifyAudit(db)).difference).toMatchObject({ batch, what });
  });
});
