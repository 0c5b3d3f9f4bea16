import { spawn } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DataDirectoryInUse, DataDirectoryVersion } from "../../src/database/embedded/errors.js";
import { type EmbeddedDatabase, startEmbedded } from "../../src/database/embedded/index.js";
import { keepRunning } from "../../src/database/embedded/keep-running.js";
import {
  childrenOf,
  compileTo,
  type Process,
  run,
  runs,
  startProcess,
  uidOf,
  until,
} from "./embedded-process.js";

const asRoot = process.getuid?.() === 0;
const onLinux = process.platform === "linux";

let home: string;
/** One real data directory for all; tests that make their own say so. */
let data: string;
let program: string;
const log: string[] = [];
const open: (() => Promise<unknown>)[] = [];

async function start(where = data, listen?: "loopback"): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({
    data: where,
    log: (line) => log.push(line),
    ...(listen === undefined ? {} : { listen }),
  });
  open.push(() => database.stop());
  return database;
}

function startOther(where = data, as?: { uid: number; gid: number }, which = program): Process {
  const other = startProcess(which, where, as);
  open.push(async () => {
    other.child.stdin?.end();
    await other.ended;
  });
  return other;
}

/** One query on a connection of its own. */
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

async function serverPid(where = data): Promise<number> {
  const text = await readFile(join(where, "cluster", "pgdata", "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "od-"));
  await chmod(home, 0o755);
  data = join(home, "data");
  program = await compileTo(join(home, "compiled"), "linked");
  const database = await start();
  await ask(database.url, "create table answers (id int primary key)");
  await database.stop();
});

afterEach(async () => {
  while (open.length > 0) await open.pop()?.();
  log.length = 0;
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

describe("a database made the first time", () => {
  it("speaks UTF-8, keeps checksums and durability, and knows Vietnamese", async () => {
    const { url } = await start();
    const settings = await ask(
      url,
      `select name, setting from pg_settings where name in ('server_encoding', 'data_checksums', 'fsync',
       'full_page_writes', 'synchronous_commit', 'jit', 'TimeZone', 'max_connections', 'listen_addresses') order by 1`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      server_encoding: "UTF8",
      data_checksums: "on",
      fsync: "on",
      full_page_writes: "on",
      synchronous_commit: "on",
      jit: "off",
      TimeZone: "UTC",
      max_connections: "60",
      listen_addresses: process.platform === "win32" ? "127.0.0.1" : "",
    });
    const [words] = await ask(
      url,
      `select lower('ĐẮK LẮK') as lower, string_agg(w, ' ' order by w collate "vi-x-icu") as sorted
       from unnest(array['dê', 'đá', 'ân', 'ăn', 'an', 'ơn', 'ôn', 'on', 'zô', 'êm', 'em']) w`,
    );
    expect(words).toEqual({ lower: "đắk lắk", sorted: "an ăn ân dê đá em êm on ôn ơn zô" });
  });

  it("lets the application be no superuser, with a password of its own in a file for one account only", async () => {
    const { url } = await start();
    expect(
      await ask(url, "select usename, usesuper, usecreatedb from pg_user where usename = current_user"),
    ).toEqual([{ usename: "opendti", usesuper: false, usecreatedb: true }]);
    expect((await stat(join(data, "cluster", "password"))).mode & 0o777).toBe(0o600);
    const password = (await readFile(join(data, "cluster", "password"), "utf8")).trim();
    expect(url).toContain(`:${password}@`);
    await expect(ask(url.replace(password, "opendti"), "select 1")).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it("gives the pool what it needs: extensions, schemas, and databases for tests", async () => {
    const { url } = await start();
    await ask(url, "create extension if not exists unaccent; create schema jobs; drop schema jobs");
    await ask(url, "create database trial");
    await ask(url, "drop database trial");
  });

  it("keeps its data for the next start", async () => {
    const first = await start();
    await ask(first.url, "insert into answers values (1)");
    await first.stop();
    const second = await start();
    expect(await ask(second.url, "delete from answers where id = 1 returning id")).toEqual([{ id: 1 }]);
    expect(log.join("\n")).not.toContain("Khởi tạo");
  });

  it("listens on 127.0.0.1 alone where there is no socket", async () => {
    const { url } = await start(data, "loopback");
    expect(new URL(url).hostname).toBe("127.0.0.1");
    expect(await ask(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  });

  it("cannot be made less durable by a line in postgresql.conf", async () => {
    const conf = join(data, "cluster", "pgdata", "postgresql.conf");
    const before = await readFile(conf, "utf8");
    await writeFile(conf, `${before}\nfsync = off\nlisten_addresses = '*'\n`);
    const { url, stop } = await start();
    expect(
      await ask(url, "select current_setting('fsync') f, current_setting('listen_addresses') l"),
    ).toEqual([{ f: "on", l: "" }]);
    await stop();
    await writeFile(conf, before);
  });
});

describe("what an earlier start left", () => {
  it("is redone when the first start was killed half-way", async () => {
    const fresh = join(home, "killed");
    const first = startOther(fresh);
    const unfinished = async () =>
      (await readdir(fresh).catch(() => [])).find((name) => name.startsWith("initialising-"));
    await until("initdb at work", async () => {
      const name = await unfinished();
      return (
        name !== undefined && (await stat(join(fresh, name, "pgdata", "base")).catch(() => false)) !== false
      );
    });
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await unfinished()).toBeDefined();
    const database = await start(fresh);
    expect(await ask(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await unfinished()).toBeUndefined();
    await database.stop();
    expect((await readdir(fresh)).sort()).toEqual(["cluster"]);
  });

  it("is never deleted when it is not understood", async () => {
    const strange = join(home, "strange");
    await mkdir(join(strange, "cluster"), { recursive: true });
    await writeFile(join(strange, "cluster", "letter.txt"), "keep me");
    await expect(start(strange)).rejects.toThrow(/thiếu PG_VERSION[\s\S]*PG_VERSION is missing/);
    expect(await readFile(join(strange, "cluster", "letter.txt"), "utf8")).toBe("keep me");
  });

  it("is refused, with the way to upgrade, when it is of another major version", async () => {
    const version = join(data, "cluster", "pgdata", "PG_VERSION");
    const before = await readFile(version, "utf8");
    await writeFile(version, "17\n");
    const refusal = start();
    await expect(refusal).rejects.toBeInstanceOf(DataDirectoryVersion);
    await expect(refusal).rejects.toThrow(
      /PostgreSQL 17[\s\S]*opendti backup FILE[\s\S]*opendti restore FILE/,
    );
    await writeFile(version, before);
    const { url } = await start();
    expect(await ask(url, "select count(*)::int as n from answers")).toEqual([{ n: 0 }]);
  });

  it("gets a new password when its password file is lost", async () => {
    await rm(join(data, "cluster", "password"));
    const { url } = await start();
    expect(await ask(url, "select current_user as me")).toEqual([{ me: "opendti" }]);
  });
});

describe("one directory, one process", () => {
  it("refuses a second start in the same process and in another, naming the holder", async () => {
    const { url } = await start();
    await expect(start()).rejects.toBeInstanceOf(DataDirectoryInUse);
    const other = startOther();
    const said = await other.said;
    expect(said).toMatchObject({ refused: "DataDirectoryInUse", holder: process.pid });
    expect(said.message).toContain(`đang được tiến trình ${process.pid} sử dụng`);
    expect(said.message).toContain(`in use by process ${process.pid}`);
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("lets exactly one of many that start at once after a crash have it", async () => {
    await writeFile(
      join(data, "lock"),
      JSON.stringify({ pid: 1, socket: join(home, "nobody"), run: "", birth: "" }),
    );
    const said = await Promise.all([0, 1, 2, 3].map(() => startOther().said));
    expect(said.filter(({ url }) => url !== undefined)).toHaveLength(1);
    const refused = said.filter(({ refused }) => refused === "DataDirectoryInUse");
    expect(refused).toHaveLength(3);
  });

  it("is free again once stopped, with nothing left but the cluster", async () => {
    const first = await start();
    const pid = await serverPid();
    await Promise.all([first.stop(), first.stop()]);
    expect(await first.exited).toEqual({ code: 0, signal: null });
    expect(await runs(pid)).toBe(false);
    expect(await readdir(data)).toEqual(["cluster"]);
    await start();
  });

  it("is not fought over: who lost it does not start a server again beside the new holder's", async () => {
    const database = await start();
    const lock = join(data, "lock");
    const mine = await readFile(lock, "utf8");
    await writeFile(lock, mine.replace(/"pid":\d+/, '"pid":4242'));
    await expect(database.restart()).rejects.toMatchObject({ name: "DataDirectoryInUse", pid: 4242 });
    await writeFile(lock, mine);
  });

  it("takes over from a dead holder whose process number now belongs to somebody else", async () => {
    const stranger = spawn("sleep", ["60"]);
    const holder = {
      pid: stranger.pid,
      socket: join(home, "gone"),
      run: join(home, "opendti-abcdef"),
      birth: "",
    };
    await writeFile(join(data, "lock"), JSON.stringify(holder));
    const { stop } = await start();
    await stop();
    await writeFile(join(data, "lock"), "");
    await start();
    expect(stranger.kill()).toBe(true);
  });

  it.runIf(onLinux)(
    "takes over from a postmaster.pid whose number now belongs to somebody else",
    async () => {
      const { uid, gid } = await stat(join(data, "cluster"));
      const stranger = spawn("sleep", ["60"], { cwd: "/", uid, gid });
      const pid = join(data, "cluster", "pgdata", "postmaster.pid");
      await writeFile(
        pid,
        `${stranger.pid}\n${join(data, "cluster", "pgdata")}\n1\n5432\n\n\n  1 1\nready\n`,
      );
      await chown(pid, uid, gid);
      const { url } = await start();
      expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(await runs(stranger.pid ?? 0)).toBe(true);
      stranger.kill();
    },
  );

  it.runIf(onLinux)("leaves a server alone that somebody started by hand", async () => {
    const mine = await start();
    const [binary] = (await readFile(`/proc/${await serverPid()}/cmdline`, "utf8")).split("\0");
    await mine.stop();
    const { uid, gid } = await stat(join(data, "cluster"));
    const pgdata = join(data, "cluster", "pgdata");
    const theirs = spawn(
      binary ?? "",
      ["-D", pgdata, "-c", "listen_addresses=", "-c", "unix_socket_directories=."],
      {
        cwd: pgdata,
        uid,
        gid,
        stdio: "ignore",
      },
    );
    const gone = new Promise((resolve) => theirs.once("exit", resolve));
    await until("their server runs", async () =>
      (await readFile(join(pgdata, "postmaster.pid"), "utf8").catch(() => "")).includes("ready"),
    );
    await expect(start()).rejects.toMatchObject({ name: "DataDirectoryInUse", pid: theirs.pid });
    expect(await runs(theirs.pid ?? 0)).toBe(true);
    theirs.kill("SIGINT");
    await gone;
  });
});

describe("a death in the middle of work", () => {
  /** Inserts one number after another until the connection breaks; returns those that were acknowledged. */
  async function insertUntilBroken(url: string, first: number, onAcknowledged: (count: number) => void) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    await client.connect();
    const acknowledged: number[] = [];
    try {
      for (let id = first; ; id++) {
        await client.query("insert into answers values ($1)", [id]);
        acknowledged.push(id);
        onAcknowledged(acknowledged.length);
      }
    } catch {
      return acknowledged;
    }
  }

  async function stored(url: string, from: number): Promise<Set<unknown>> {
    return new Set((await ask(url, `select id from answers where id >= ${from}`)).map(({ id }) => id));
  }

  it("of the server: it comes back by itself under the same URL and no acknowledged row is lost", async () => {
    const database = await start();
    const kept = keepRunning(database, (line) => log.push(line));
    for (const from of [1000, 2000]) {
      const pid = await serverPid();
      const acknowledged = await insertUntilBroken(database.url, from, (count) => {
        if (count === 40) process.kill(pid, "SIGKILL");
      });
      expect(acknowledged.length).toBeGreaterThanOrEqual(40);
      await until("the server is back", () => ask(database.url, "select 1").then(Boolean, () => false));
      expect(await serverPid()).not.toBe(pid);
      const rows = await stored(database.url, from);
      expect(acknowledged.filter((id) => !rows.has(id))).toEqual([]);
    }
    await database.stop();
    await kept;
    expect(log.filter((line) => line.includes("SIGKILL"))).toHaveLength(2);
  });

  it("of the server is told to who waits for it", async () => {
    const database = await start();
    process.kill(await serverPid(), "SIGKILL");
    expect(await database.exited).toEqual({ code: null, signal: "SIGKILL" });
    expect(database.stopping).toBe(false);
    await database.restart();
    expect(await ask(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("of our process: the server shuts down by itself and every acknowledged row is there", async () => {
    const other = startOther();
    const { url } = await other.said;
    const pid = await serverPid();
    const acknowledged = await insertUntilBroken(url ?? "", 5000, (count) => {
      if (count === 40) other.child.kill("SIGKILL");
    });
    await until("the orphan has ended", async () => !(await runs(pid)));
    const database = await start();
    const rows = await stored(database.url, 5000);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(acknowledged.filter((id) => !rows.has(id))).toEqual([]);
  });

  it.runIf(onLinux)(
    "of our process and its watchdog: the next start stops the orphan, never beside it",
    async () => {
      const other = startOther();
      const { url } = await other.said;
      await ask(url ?? "", "insert into answers values (7000)");
      const pid = await serverPid();
      const watchdog = (await childrenOf(other.pid)).find(({ command }) => command.includes("trap"));
      process.kill(watchdog?.pid ?? 0, "SIGKILL");
      other.child.kill("SIGKILL");
      await other.ended;
      expect(await runs(pid)).toBe(true);
      const database = await start();
      expect(await runs(pid)).toBe(false);
      expect(log.join("\n")).toContain(`stopping PostgreSQL ${pid} left by an earlier run`);
      expect(await ask(database.url, "select id from answers where id = 7000")).toEqual([{ id: 7000 }]);
    },
  );

  it("of our process and the server together: the next start recovers", async () => {
    const other = startOther();
    const { url } = await other.said;
    await ask(url ?? "", "insert into answers values (8000)");
    const pid = await serverPid();
    process.kill(pid, "SIGKILL");
    other.child.kill("SIGKILL");
    await other.ended;
    const database = await start();
    expect(await ask(database.url, "select id from answers where id = 8000")).toEqual([{ id: 8000 }]);
  });

  it("is given up when it happens five times within a minute", async () => {
    let restarts = 0;
    const dying = {
      url: "",
      stopping: false,
      exited: Promise.resolve({ code: 1, signal: null }),
      restart: () => Promise.resolve(void restarts++),
      stop: () => Promise.resolve(),
    };
    await expect(keepRunning(dying, () => undefined)).rejects.toThrow(/5 lần trong một phút \(code 1\)/);
    expect(restarts).toBe(4);
  });
});

describe.runIf(asRoot)("started by root", () => {
  it("runs the server as another account, in a directory that account could not reach by itself", async () => {
    const closed = join(home, "closed");
    await mkdir(closed, { mode: 0o700 });
    const inside = join(closed, "data");
    for (const _time of ["first", "again"]) {
      const database = await start(inside);
      expect(await ask(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
      expect(await uidOf(await serverPid(inside))).not.toBe(0);
      await expect(start(inside)).rejects.toBeInstanceOf(DataDirectoryInUse);
      const pid = await serverPid(inside);
      process.kill(pid, "SIGKILL");
      await database.exited;
      await database.restart();
      await database.stop();
    }
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    expect(await readdir(inside)).toEqual(["cluster"]);
  });

  it("leaves to an ordinary account what is his, who then needs no root", async () => {
    const { stdout } = await run("id", ["-u", "nobody"]);
    const nobody = { uid: Number(stdout), gid: 65534 };
    const theirs = join(home, "theirs");
    await mkdir(theirs, { mode: 0o700 });
    await chown(theirs, nobody.uid, nobody.gid);
    const readable = await compileTo(join(home, "readable"), "copied");
    const first = startOther(theirs, nobody, readable);
    const { url } = await first.said;
    await ask(url ?? "", "create table theirs (id int)");
    expect(await uidOf(await serverPid(theirs))).toBe(nobody.uid);
    first.child.stdin?.end();
    await first.ended;

    const database = await start(theirs);
    await ask(database.url, "insert into theirs values (1)");
    expect(await uidOf(await serverPid(theirs))).toBe(nobody.uid);
    await database.stop();

    const again = startOther(theirs, nobody, readable);
    expect(await ask((await again.said).url ?? "", "select id from theirs")).toEqual([{ id: 1 }]);

    const elsewhere = await startOther(data, nobody, readable).said;
    expect(elsewhere.refused).toBe("EmbeddedDatabaseError");
    expect(elsewhere.message).toMatch(/có thể thuộc một tài khoản khác[\s\S]*may belong to another account/);
  });
});
