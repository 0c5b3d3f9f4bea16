import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { backUp } from "../../src/backup/backup.js";
import { BackupError } from "../../src/backup/error.js";
import { backUpNightly } from "../../src/backup/nightly.js";
import { BackupReader } from "../../src/backup/reading.js";
import { restore } from "../../src/backup/restore.js";
import { listTables, quoted } from "../../src/backup/tables.js";
import { connect, type OpenDatabase } from "../../src/database/connection.js";
import { migrate } from "../../src/database/migrate.js";
import { sealAudit, verifyAudit } from "../../src/features/audit/sealing.js";
import { FileStore } from "../../src/files/store.js";
import { pdfOf, upload } from "../files/form.js";
import { type RunningApp, startApp } from "../running/app.js";
import { declareRealUnit, type OpenCampaign, openCampaign } from "../running/campaign.js";
import { addressOf, asAdministrator } from "../running/database.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const NEWEST = "0007-appraisal";
let app: RunningApp;
let campaign: OpenCampaign;
let units: SmallProvince;
let folder: string;
/** A whole backup of the system, the same with the key, and what the system held then. */
let whole: string;
let withKey: string;
let held: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await openCampaign(app, units);
  await app.account("van.phong", ["unit-officer", units.department]);
  const office = await app.signedIn("van.phong");
  const assessment = campaign.assessments[units.department] ?? "";
  await declareRealUnit(office, assessment);
  for (const words of ["một", "hai", "ba"])
    expect((await upload(app, office, assessment, `${words}.pdf`, pdfOf(words))).status).toBe(201);
  await sealAudit(app.db, app.clock.now);
  folder = await mkdtemp(join(tmpdir(), "opendti-backup-"));
  whole = join(folder, "whole.zip");
  await withClient(app.platform.pool, (client) => backUp(sourceOf(client), whole));
  withKey = join(folder, "with-key.zip");
  const secretKey = Buffer.alloc(150, 7).toString("base64");
  await withClient(app.platform.pool, (client) => backUp({ ...sourceOf(client), secretKey }, withKey));
  held = await contentOf(app.platform.pool);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await app.close();
});

async function withClient<T>(
  pool: { connect(): Promise<pg.PoolClient> },
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const done = await work(client).catch((error: unknown) => {
    client.release(true);
    throw error;
  });
  client.release();
  return done;
}

const sourceOf = (client: pg.ClientBase) => ({
  client,
  files: app.platform.files,
  at: app.clock.now,
  secretKey: undefined,
});

/** A database with nothing in it at all, and a folder for files. */
async function emptySystem(): Promise<OpenDatabase & { files: FileStore; url: string }> {
  const name = `restored_${createHash("sha256").update(String(Math.random())).digest("hex").slice(0, 16)}`;
  await asAdministrator(inject("postgres"), `create database ${name} template template0 encoding 'UTF8'`);
  const url = addressOf(inject("postgres"), name);
  const opened = connect({ url, connections: 4, onLost: () => undefined });
  return {
    ...opened,
    url,
    files: new FileStore(await mkdtemp(join(folder, "files-"))),
    async close() {
      await opened.close();
      await asAdministrator(inject("postgres"), `drop database if exists ${name}`);
    },
  };
}

/** Every row of every table, in a few letters. */
async function contentOf(pool: { connect(): Promise<pg.PoolClient> }): Promise<Record<string, string>> {
  return withClient(pool, async (client) => {
    const found: Record<string, string> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ n: string; md5: string }>(
        `select count(*)::text as n, md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) from ${quoted(name)} t`,
      );
      found[name] = `${rows[0]?.n} ${rows[0]?.md5}`;
    }
    return found;
  });
}

async function oneUnit({ db }: OpenDatabase, name: string): Promise<void> {
  await db.insertInto("unit_kind").values({ kind: "tinh", name: "Tỉnh", level: 1 }).execute();
  await db
    .insertInto("unit")
    .values({ code: "x", kind: "tinh", name, short_name: name, valid_from: "2020-01-01" })
    .execute();
}

async function restoreInto(path: string, system: OpenDatabase & { files: FileStore }): Promise<void> {
  const backup = await BackupReader.open(path);
  try {
    await backup.check();
    await withClient(system.pool, (client) =>
      restore(backup, { db: system.db, client, files: system.files }),
    );
  } finally {
    backup.close();
  }
}

describe("a backup", () => {
  let system: Awaited<ReturnType<typeof emptySystem>>;
  beforeEach(async () => {
    system = await emptySystem();
  });
  afterEach(() => system.close());

  it("restored into an empty system is the same in every table and every file, and goes on from there", async () => {
    await restoreInto(whole, system);
    expect(await contentOf(system.pool)).toEqual(held);
    const files = await app.db.selectFrom("file").select("hash").execute();
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const { hash } of files) {
      const bytes = await buffer(await system.files.read(hash));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
    }
    expect(await verifyAudit(system.db)).toMatchObject({ difference: null });
    // What numbers itself goes on after the highest number, and the log can be sealed on.
    await system.db
      .insertInto("audit_event")
      .values({ at: app.clock.now, address: "", action: "x", subject_type: "x", subject_id: "x" })
      .execute();
    // Other tests at work on the same server may hold a sealing back for a moment.
    await vi.waitFor(async () => {
      await sealAudit(system.db, app.clock.now);
      expect(await verifyAudit(system.db)).toMatchObject({ unsealed: 0n, difference: null });
    });
  });

  it("is of one moment, whatever is saved while it is made", async () => {
    const path = join(folder, "meanwhile.zip");
    const answers = () =>
      app.db.selectFrom("answer_history").select(sql<string>`count(*)`.as("n")).executeTakeFirstOrThrow();
    const office = await app.signedIn("van.phong");
    const url = `/assessments/${campaign.assessments[units.department]}/answers/2.1.3/a`;
    let saved = 0;
    const before = (await answers()).n;
    const making = withClient(app.platform.pool, async (client) => {
      const manifest = await backUp(
        {
          ...sourceOf(client),
          files: Object.assign(Object.create(app.platform.files), {
            // Tables are written; the files are next: somebody saves now.
            has: async (hash: string) => {
              if (saved === 0)
                saved = (await office.send("PUT", url, { value: "21" }, { "if-match": '"1"' })).status;
              return app.platform.files.has(hash);
            },
          }) as FileStore,
        },
        path,
      );
      return manifest;
    });
    const manifest = await making;
    expect(saved).toBe(200);
    expect(manifest.tables.find(({ name }) => name === "answer_history")?.rows).toBe(Number(before));
    expect(Number((await answers()).n)).toBe(Number(before) + 1);
    await restoreInto(path, system);
    expect((await contentOf(system.pool)).answer_history).toMatch(new RegExp(`^${before} `));
  });

  it("of an older version is restored at its own schema and brought up to date", async () => {
    const old = await emptySystem();
    try {
      await migrate(old.db, "0006-one-email");
      await oneUnit(old, "Tỉnh cũ");
      const path = join(folder, "old.zip");
      const manifest = await withClient(old.pool, (client) =>
        backUp({ client, files: old.files, at: app.clock.now, secretKey: undefined }, path),
      );
      expect(manifest.migrations.at(-1)).toBe("0006-one-email");
      await restoreInto(path, system);
      expect(await system.db.selectFrom("unit").select("name").execute()).toEqual([{ name: "Tỉnh cũ" }]);
      const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(
        system.db,
      );
      expect(rows.map(({ name }) => name)).toContain(NEWEST);
    } finally {
      await old.close();
    }
  });

  it("is refused by a system that holds anything, which stays as it was", async () => {
    await migrate(system.db);
    await oneUnit(system, "Tỉnh");
    const before = await contentOf(system.pool);
    await expect(restoreInto(whole, system)).rejects.toThrow("phục hồi không ghi đè");
    expect(await contentOf(system.pool)).toEqual(before);
  });

  it("that fails on the way leaves no row behind", async () => {
    const backup = await BackupReader.open(whole);
    const broken = Object.assign(Object.create(backup), {
      // In the middle of a table.
      table: async (name: string) => (name === "evidence" ? Readable.from(brokenRow()) : backup.table(name)),
    }) as BackupReader;
    await expect(
      withClient(system.pool, (client) => restore(broken, { db: system.db, client, files: system.files })),
    ).rejects.toThrow("line cut");
    backup.close();
    const counts = Object.entries(await contentOf(system.pool)).filter(([, one]) => !one.startsWith("0 "));
    expect(counts.map(([name]) => name).sort()).toEqual(["audit_clock"]);
    await restoreInto(whole, system);
    expect(await contentOf(system.pool)).toEqual(held);
  });
});

async function* brokenRow(): AsyncGenerator<Buffer> {
  yield Buffer.from("half of a line");
  throw new Error("line cut");
}

describe("a damaged backup", () => {
  const open = async (bytes: Buffer): Promise<void> => {
    const path = join(folder, "damaged.zip");
    await writeFile(path, bytes);
    const backup = await BackupReader.open(path);
    try {
      await backup.check();
    } finally {
      backup.close();
    }
  };

  it.each(["tables/answer.tsv", "files/", "secret.key", "manifest.json"])(
    "is found out by a byte of %s",
    async (entry) => {
      const bytes = Buffer.from(await readFile(withKey));
      const place = bytes.indexOf(entry) + Buffer.byteLength(entry) + (entry === "files/" ? 75 : 8);
      bytes[place] = (bytes[place] ?? 0) ^ 0x5a;
      await expect(open(bytes)).rejects.toThrow(BackupError);
    },
  );

  it("that is cut short, or no backup at all, is named so", async () => {
    const bytes = await readFile(whole);
    await expect(open(bytes.subarray(0, bytes.length / 2))).rejects.toThrow("cắt giữa chừng");
    await expect(open(Buffer.from("not a zip"))).rejects.toThrow("không phải là bản sao lưu");
  });
});

describe("making one", () => {
  it("overwrites nothing and leaves nothing half-written", async () => {
    await expect(withClient(app.platform.pool, (client) => backUp(sourceOf(client), whole))).rejects.toThrow(
      "không ghi đè",
    );
    const place = await mkdtemp(join(folder, "half-"));
    const files = Object.assign(Object.create(app.platform.files), {
      read: () => Promise.reject(new Error("disk gone")),
    }) as FileStore;
    await expect(
      withClient(app.platform.pool, (client) => backUp({ ...sourceOf(client), files }, join(place, "a.zip"))),
    ).rejects.toThrow("disk gone");
    expect(await readdir(place)).toEqual([]);
  });

  it("tells of files whose bytes are lost, and backs up the rest", async () => {
    const [one] = await app.db.selectFrom("file").select("hash").orderBy("hash").execute();
    const files = Object.assign(Object.create(app.platform.files), {
      has: async (hash: string) => hash !== one?.hash && app.platform.files.has(hash),
    }) as FileStore;
    const path = join(folder, "lost.zip");
    const manifest = await withClient(app.platform.pool, (client) =>
      backUp({ ...sourceOf(client), files }, path),
    );
    expect(manifest.lost).toEqual([one?.hash]);
    expect((await stat(path)).size).toBeGreaterThan(1000);
  });

  it("every night keeps the newest ones and touches no file of another name", async () => {
    const nightly = join(folder, "nightly");
    await mkdir(nightly);
    for (const name of ["opendti-20261119-0110.zip", "opendti-20261120-0110.zip", "ghi-chu.txt"])
      await writeFile(join(nightly, name), "");
    const figures = await backUpNightly(app.platform, { folder: nightly, keep: 2 });
    expect(figures).toMatchObject({ dropped: 1, lost: 0 });
    expect((await readdir(nightly)).sort()).toEqual([
      "ghi-chu.txt",
      "opendti-20261120-0110.zip",
      "opendti-20261122-0200.zip",
    ]);
  });
});
