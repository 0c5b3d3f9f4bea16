/** Under whose name the database runs: PostgreSQL refuses root, and rightly so. */
import { stat } from "node:fs/promises";
import { EmbeddedDatabaseError } from "./errors.js";
import { type Account, type Ended, runProgram } from "./program.js";

/** Accounts made for a database server: of Debian and RHEL, of macOS, and our own from an earlier start. */
const KNOWN = ["postgres", "_postgres", "opendti"];
/** Our own system account, the way of Debian and RHEL, then that of busybox. */
const CREATE: readonly (readonly [string, readonly string[]])[] = [
  [
    "useradd",
    ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"].concat(
      ["--shell", "/usr/sbin/nologin"],
      "opendti",
    ),
  ],
  ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", "opendti"]],
];

export interface AccountOptions {
  /** The cluster, and the data directory it is in: when one belongs to somebody, it stays his. */
  readonly cluster: string;
  readonly data: string;
  readonly log: (line: string) => void;
  /** Who runs us; undefined on Windows. */
  readonly uid?: number | undefined;
  /** Runs `id`, `useradd`, `adduser`. */
  readonly run?: (file: string, args: readonly string[]) => Promise<Ended>;
}

/**
 * The account that the server programs run as. An ordinary user: undefined, they run as himself. Root: the owner of
 * what exists, so that nothing is ever handed to somebody else; else an existing database account; else a
 * new system account `opendti`; else `nobody`. A bare number will not do: initdb looks its user up by name.
 * @throws {EmbeddedDatabaseError} as root on a system where none of these is possible.
 */
export async function serverAccount(options: AccountOptions): Promise<Account | undefined> {
  const { cluster, data, log, uid = process.getuid?.(), run = runProgram } = options;
  if (uid !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  const keeper = await stat(data).catch(() => undefined);
  const kept = keeper && keeper.uid !== 0 ? await lookUp(String(keeper.uid), run) : undefined;
  if (kept) return kept;
  for (const name of KNOWN) {
    const account = await lookUp(name, run);
    if (account) return account;
  }
  for (const [program, args] of CREATE) {
    await run(program, args);
    const account = await lookUp("opendti", run);
    if (account) {
      log("Đã tạo tài khoản hệ thống opendti cho cơ sở dữ liệu / created the system account opendti");
      return account;
    }
  }
  const nobody = await lookUp("nobody", run);
  if (nobody) {
    log(
      "Không tạo được tài khoản opendti; cơ sở dữ liệu chạy bằng nobody / no account could be made: using nobody",
    );
    return nobody;
  }
  throw new EmbeddedDatabaseError(
    "PostgreSQL không chạy bằng root, và không tìm thấy hay tạo được tài khoản nào khác. " +
      "Hãy tạo một tài khoản thường rồi chạy OpenDTI bằng tài khoản đó, hoặc đặt DATABASE_URL.",
    "PostgreSQL refuses to run as root, and no other account could be found or made. " +
      "Create an ordinary account and run OpenDTI under it, or set DATABASE_URL.",
  );
}

async function lookUp(
  name: string,
  run: (file: string, args: readonly string[]) => Promise<Ended>,
): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  const account = { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10), name };
  return account.uid > 0 && account.gid >= 0 ? account : undefined;
}

/** Whether the account can enter `folder`: every parent must let it through. Always so for our own account. */
export async function canEnter(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true;
  const { code } = await runProgram("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { account, cwd: "/" });
  return code === 0;
}
