/** `opendti backup` and `opendti restore`: the configured system, whether a server is running on it or not. */
import { join } from "node:path";
import pg from "pg";
import type { Config } from "../config.js";
import { connect } from "../database/connection.js";
import { findRunning, startEmbedded } from "../database/embedded/index.js";
import { addKey, readStoredKey } from "../features/sessions/secret-box.js";
import { openFileStore } from "../files/store.js";
import { backUp } from "./backup.js";
import { BackupError } from "./error.js";
import type { Manifest } from "./manifest.js";
import { BackupReader } from "./reading.js";
import { restore } from "./restore.js";

export interface BackupOrder {
  readonly path: string;
  /** With the key that seals secrets: whoever has the backup then has them too. */
  readonly withKey: boolean;
  readonly at: Date;
}

/**
 * Backs up the system, also while it serves.
 * @throws {BackupError} saying why not.
 */
export async function backUpByCommand(
  config: Config,
  say: (line: string) => void,
  { path, withKey, at }: BackupOrder,
): Promise<Manifest> {
  const secretKey = withKey ? await keyOf(config) : undefined;
  const running = config.databaseUrl ?? (await findRunning(databaseFolder(config)));
  const embedded =
    running === undefined ? await startEmbedded({ data: databaseFolder(config), log: say }) : undefined;
  try {
    return await withClient(running ?? embedded?.url ?? "", (client) =>
      backUp({ client, files: filesOf(config), at, secretKey }, path),
    );
  } finally {
    await embedded?.stop();
  }
}

/** Reads a whole backup and says what it holds, without touching any system. */
export async function checkBackup(path: string): Promise<Manifest> {
  const backup = await BackupReader.open(path);
  try {
    await backup.check();
    return backup.manifest;
  } finally {
    backup.close();
  }
}

/**
 * Restores a backup into the configured system, which must be empty and not be running.
 * @throws {BackupError} saying why not; {@link DataDirectoryInUse} while a server runs on it.
 */
export async function restoreByCommand(
  config: Config,
  say: (line: string) => void,
  path: string,
): Promise<Manifest> {
  const backup = await BackupReader.open(path);
  try {
    await backup.check();
    const embedded =
      config.databaseUrl === undefined
        ? await startEmbedded({ data: databaseFolder(config), log: say })
        : undefined;
    const url = config.databaseUrl ?? embedded?.url ?? "";
    const { db, close } = connect({ url, connections: 2, onLost: () => undefined });
    try {
      await withClient(url, (client) => restore(backup, { db, client, files: filesOf(config) }));
      const key = await backup.secretKey();
      if (key !== undefined && config.secretKey === undefined) await addKey(config.data, key);
    } finally {
      await close();
      await embedded?.stop();
    }
    return backup.manifest;
  } finally {
    backup.close();
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "opendti-backup" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function keyOf(config: Config): Promise<string> {
  const key = config.secretKey?.toString("base64") ?? (await readStoredKey(config.data));
  if (key !== undefined) return key;
  throw new BackupError(
    `Không thấy khóa bí mật trong ${config.data}. Bỏ --with-key, hoặc chỉ đúng thư mục dữ liệu.`,
    `There is no secret key in ${config.data}. Leave out --with-key, or name the right data folder.`,
  );
}

const databaseFolder = (config: Config): string => join(config.data, "database");
const filesOf = (config: Config) => openFileStore(join(config.data, "files"), config.filesUrl);
