/** The database's folder: what lies where in it, and who owns it. */
import { chown, mkdir, mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedDatabaseError } from "./errors.js";
import type { Account } from "./program.js";

export interface Folder {
  /** Absolute, links resolved: the same directory has one name. */
  readonly data: string;
  /** Made just now: to be handed to the account that runs the server. */
  readonly made: boolean;
  /** Who holds the folder now. */
  readonly lock: string;
  /** Exists only whole: made elsewhere and renamed to this. */
  readonly cluster: string;
  /** PostgreSQL's own files. */
  readonly pgdata: string;
  /** The password of the role `opendti`, mode 0600. */
  readonly password: string;
}

/** Longest path of a unix socket: 103 bytes on macOS, 107 on Linux. */
const SOCKET_PATH_BYTES = 103;
const LONGEST_SOCKET_NAME = "/.s.PGSQL.5432";
const RUN_PREFIX = "opendti-";

/** Makes the folder when there is none, for the eyes of its owner only. */
export async function openFolder(path: string): Promise<Folder> {
  try {
    const made = (await mkdir(path, { recursive: true, mode: 0o700 })) !== undefined;
    const data = await realpath(path);
    const cluster = join(data, "cluster");
    return {
      data,
      made,
      lock: join(data, "lock"),
      cluster,
      pgdata: join(cluster, "pgdata"),
      password: join(cluster, "password"),
    };
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `Không mở được thư mục dữ liệu ${path}: ${reason(cause)}`,
      `The data directory ${path} cannot be opened: ${reason(cause)}`,
      { cause },
    );
  }
}

/**
 * A new folder for the sockets of this run, 0700: inside the data directory when the path is short enough and the
 * account can enter it, else under the system's temporary folder.
 */
export async function makeRunFolder(
  folder: Folder,
  account: Account | undefined,
  enterable: boolean,
): Promise<string> {
  const inside = join(folder.data, `${RUN_PREFIX}XXXXXX`);
  const parent =
    enterable && Buffer.byteLength(inside + LONGEST_SOCKET_NAME) <= SOCKET_PATH_BYTES
      ? folder.data
      : shortTmp();
  const run = await mkdtemp(join(parent, RUN_PREFIX));
  await giveTo(run, account);
  return run;
}

function shortTmp(): string {
  const path = join(tmpdir(), `${RUN_PREFIX}XXXXXX`);
  return Buffer.byteLength(path + LONGEST_SOCKET_NAME) <= SOCKET_PATH_BYTES ? tmpdir() : "/tmp";
}

/** Whether a path read from a lock file is one that `makeRunFolder` gave, and so may be removed. */
export function isRunFolder(path: string): boolean {
  return /[\\/]opendti-[A-Za-z0-9]{6}$/.test(path);
}

/** Hands a file that root made to the account that runs the server. */
export async function giveTo(path: string, account: Account | undefined): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

export function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The `code` of a system error, such as ENOENT. */
export function errorCode(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
}
