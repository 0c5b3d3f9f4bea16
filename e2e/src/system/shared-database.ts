/** A PostgreSQL that several servers share, as DATABASE_URL names it: Debian's own where there is one. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "@opendti/server";
import { becomes, freePort, newFolder, removeFolder } from "../running.js";

export interface SharedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";

/** Starts it on an empty folder. */
export async function startSharedDatabase(): Promise<SharedDatabase> {
  const folder = await newFolder();
  const bin = debianBin();
  if (bin !== undefined) return startDebian(bin, folder);
  const embedded = await startEmbedded({ data: join(folder, "database"), log: () => undefined });
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      await removeFolder(folder);
    },
  };
}

/** The newest version that is installed. */
function debianBin(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(DEBIAN, version, "bin"))
    .find((folder) => existsSync(join(folder, "initdb")));
}

async function startDebian(bin: string, folder: string): Promise<SharedDatabase> {
  const account = postgresAccount();
  if ("uid" in account) chownSync(folder, account.uid, account.gid);
  const pgdata = join(folder, "pgdata");
  const port = await freePort();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  execFileSync(
    join(bin, "initdb"),
    ["-D", pgdata, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...account, cwd: folder, stdio: "pipe" },
  );
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`];
  const server = spawn(
    join(bin, "postgres"),
    ["-D", pgdata, ...settings.flatMap((setting) => ["-c", setting])],
    { ...account, cwd: folder, stdio: "ignore" },
  );
  const ended = once(server, "exit");
  await becomes(() => answers(bin, port), 30_000, "PostgreSQL takes connections");
  return {
    url,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      await removeFolder(folder);
    },
  };
}

function answers(bin: string, port: number): boolean {
  try {
    execFileSync(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to be run by root: then by the account that Debian made for it. */
function postgresAccount(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }).trim());
  return { uid: id("-u"), gid: id("-g") };
}
