/** Runs one program to its end, as the account that owns the database, and tells all that it said. */
import { spawn } from "node:child_process";

/** A user of the operating system under whose name the database runs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

export interface Ended {
  /** Null when the program could not be started or was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Absent: as whoever runs us. */
  readonly account?: Account | undefined;
  readonly cwd?: string;
  readonly input?: string;
}

/** spawn's own options for an account: none for an ordinary user, who runs everything as himself. */
export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * The environment of the database's programs: nothing of ours but what a system needs. PGDATA or PGPORT of the
 * person's shell would misdirect them, and our secrets (mail, sign-in) are none of their business.
 */
export function programEnvironment(): Record<string, string> {
  const kept = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"];
  const found = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(found), LC_ALL: "C", TZ: "UTC" };
}

/** Runs `file` and waits. Never rejects: a program that cannot be started answers code null and why, in stderr. */
export function runProgram(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      env: programEnvironment(),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      ...identity(options.account),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    // A program that ends without reading its input closes the pipe; its exit code tells the rest.
    child.stdin.on("error", (error) => {
      stderr += `stdin: ${error.message}\n`;
    });
    child.once("error", (error) => resolve({ code: null, stdout, stderr: `${stderr}${error.message}\n` }));
    child.once("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.input ?? "");
  });
}
