/**
 * The database cluster on disk: made once, whole or not at all. It is made in a folder `initialising-*` beside its
 * place and renamed there when finished, so whatever is under its name is a real database and is never deleted.
 */
import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./binaries.js";
import { DataDirectoryVersion, EmbeddedDatabaseError } from "./errors.js";
import { errorCode, type Folder, giveTo } from "./folder.js";
import { type Account, type Ended, runProgram } from "./program.js";

/** Role and database have one name. The role owns its database and may create others (tests do); no superuser. */
export const DATABASE = "opendti";
const UNFINISHED = "initialising-";

export interface Ground {
  readonly folder: Folder;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** Whether the account can enter the data directory through its parents. */
  readonly enterable: boolean;
  readonly log: (line: string) => void;
}

/**
 * What to give the server programs as `-D`, when they start inside the directory. Under a parent that is closed to
 * their account (the data of a root user, under /root, mode 700), /proc/self/cwd leads to where they stand without
 * passing through the parents: the data stays where the person asked for it, and no folder of his is opened up.
 */
export function dataArgument(pgdata: string, enterable: boolean): string {
  return enterable ? pgdata : "/proc/self/cwd";
}

/**
 * Makes the cluster when there is none; checks that these programs can read the one that is there.
 * Only for the holder of the lock: it removes what an interrupted start left behind.
 * @returns the password of the role `opendti`.
 * @throws {DataDirectoryVersion} for the data of another major version.
 */
export async function ensureCluster(ground: Ground): Promise<string> {
  const { folder, binaries } = ground;
  await removeUnfinished(ground);
  if (!(await stat(folder.cluster).catch(absent))) await createCluster(ground);
  const version = (await readFile(join(folder.pgdata, "PG_VERSION"), "utf8").catch(absent))?.trim();
  if (version === undefined)
    throw new EmbeddedDatabaseError(
      `${folder.cluster} không phải là cơ sở dữ liệu PostgreSQL (thiếu PG_VERSION). Không có gì bị thay đổi.`,
      `${folder.cluster} is no PostgreSQL database (PG_VERSION is missing). Nothing was changed.`,
    );
  if (version !== String(binaries.major))
    throw new DataDirectoryVersion(folder.data, version, binaries.major);
  const password = (await readFile(folder.password, "utf8").catch(absent))?.trim();
  return password || (await setNewPassword(ground));
}

function absent(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
  return undefined;
}

/** These folders never were a database: one becomes so by losing this name. */
async function removeUnfinished({ folder, log }: Ground): Promise<void> {
  for (const name of await readdir(folder.data)) {
    if (!name.startsWith(UNFINISHED)) continue;
    log(`Dọn lần khởi tạo dở dang / removing an unfinished initialisation: ${name}`);
    // An initdb that outlived its killed parent may still write: try again while the folder refills.
    await rm(join(folder.data, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function createCluster(ground: Ground): Promise<void> {
  const { folder, account, log } = ground;
  log("Khởi tạo cơ sở dữ liệu lần đầu / initialising the database for the first time");
  const unfinished = join(folder.data, `${UNFINISHED}${randomBytes(4).toString("hex")}`);
  const pgdata = join(unfinished, "pgdata");
  for (const path of [unfinished, pgdata]) {
    await mkdir(path, { mode: 0o700 });
    await giveTo(path, account);
  }
  try {
    // The superuser is for initdb alone: nobody keeps its password (single-user mode needs none).
    const superuser = join(unfinished, "superuser");
    await writeSecret(superuser, secret(), account);
    await initdb(ground, pgdata);
    await rm(superuser);
    const password = secret();
    await writeSecret(join(unfinished, "password"), password, account);
    await inSingleUserMode(ground, pgdata, [
      `CREATE ROLE ${DATABASE} LOGIN CREATEDB PASSWORD '${password}'`,
      `CREATE DATABASE ${DATABASE} OWNER ${DATABASE}`,
    ]);
    await rename(unfinished, folder.cluster);
    await syncFolder(folder.data);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function initdb({ binaries, account, enterable }: Ground, pgdata: string): Promise<void> {
  const ended = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${dataArgument(pgdata, enterable)}`,
      "--username=postgres",
      "--pwfile=../superuser",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The order and the case rules of text stay the same on every machine and with every version of ICU, so no
      // index on text goes bad by an upgrade; Vietnamese order is asked for by COLLATE "vi-x-icu".
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--text-search-config=simple",
      "--data-checksums",
    ],
    { account, cwd: pgdata },
  );
  if (ended.code !== 0) throw failed("initdb", ended);
}

async function setNewPassword(ground: Ground): Promise<string> {
  const { folder, account, log } = ground;
  log("Mất tệp mật khẩu; đặt mật khẩu mới / the password file is gone: setting a new password");
  const password = secret();
  await inSingleUserMode(ground, folder.pgdata, [`ALTER ROLE ${DATABASE} PASSWORD '${password}'`]);
  await writeSecret(folder.password, password, account);
  return password;
}

/** Runs statements on a cluster that no server has open. Like every start it recovers from a crash first. */
async function inSingleUserMode(
  { binaries, account, enterable }: Ground,
  pgdata: string,
  statements: readonly string[],
): Promise<void> {
  const ended = await runProgram(
    binaries.postgres,
    ["--single", "-j", "-D", dataArgument(pgdata, enterable), "postgres"],
    // With -j a statement ends at an empty line.
    { account, cwd: pgdata, input: statements.map((statement) => `${statement};\n\n`).join("") },
  );
  // The exit code says nothing on the statements.
  if (ended.code !== 0 || /\b(ERROR|FATAL|PANIC): /.test(ended.stderr))
    throw failed("postgres --single", ended);
}

function failed(program: string, { code, stdout, stderr }: Ended): EmbeddedDatabaseError {
  const said = `${stdout.slice(-1000)}\n${stderr.slice(-2000)}`.trim();
  return new EmbeddedDatabaseError(
    `Không khởi tạo được cơ sở dữ liệu (${program}, mã ${code}):`,
    `The database could not be initialised (${program}, code ${code}):\n${said}`,
  );
}

/** 256 bits, in letters that a URL, a file and SQL take as they are. */
function secret(): string {
  return randomBytes(32).toString("base64url");
}

async function writeSecret(path: string, text: string, account: Account | undefined): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(path, 0o600);
  await giveTo(path, account);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file system logs the rename.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
