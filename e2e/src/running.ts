/** The product as people start it: the real command, on a folder and a port of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "packages/cli/bin/opendti.js");

/** How long a start may take: the demo is seeded and a database recovered in it, on two busy cores. */
const START_MILLISECONDS = 90_000;

export interface StartOptions {
  /** The data folder; one of its own, removed at the end, when absent. */
  readonly data?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Running {
  readonly address: string;
  readonly port: number;
  readonly data: string;
  readonly pid: number;
  /** What it has printed so far, for the message of a test that fails. */
  readonly said: () => string;
  /** As Ctrl-C does, and waits for the end. @returns the exit status. */
  stop(): Promise<number | null>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
}

/** Many people sign in from this one machine within a minute, faster than any person works. */
const roomy = {
  SIGN_INS_PER_MINUTE: "10000",
  REQUESTS_PER_MINUTE: "100000",
  LOG_LEVEL: "warn",
  // Not the demo's two hours: a session that is left ends as it does in an office.
  SESSION_IDLE_MINUTES: "15",
};

/** Starts `opendti serve --demo` and waits until it says that it is ready. */
export async function start(options: StartOptions = {}): Promise<Running> {
  const data = options.data ?? (await newFolder());
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [command, "serve", "--demo", "--port", String(port), "--data", data],
    { env: { ...process.env, ...roomy, ...options.env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-20_000);
    });
  const address = `http://127.0.0.1:${port}`;
  const running: Running = {
    address,
    port,
    data,
    pid: child.pid ?? 0,
    said: () => said,
    stop: async () => {
      child.kill("SIGTERM");
      return ended(child);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended(child);
    },
  };
  try {
    await becomes(
      async () => {
        if (child.exitCode !== null) throw new Error(`opendti serve ended with ${child.exitCode}`);
        return (await readiness(address)) === 200;
      },
      START_MILLISECONDS,
      "ready",
    );
  } catch (error) {
    await running.kill();
    throw new Error(`opendti serve did not become ready:\n${said}`, { cause: error });
  }
  return running;
}

/** Runs `opendti` once. @returns its exit status, and what it printed. */
export async function opendti(
  ...words: string[]
): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [command, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  await once(child, "close");
  return { status: child.exitCode, out, err };
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

/** The status of /api/health/ready; 0 when nobody answers. */
export async function readiness(address: string): Promise<number> {
  try {
    const answer = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

/**
 * Looks again and again until it is so.
 * @throws {Error} naming `what`, when it has not become so within the time.
 */
export async function becomes(
  so: () => boolean | Promise<boolean>,
  milliseconds: number,
  what: string,
): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await so())) {
    if (Date.now() > deadline) throw new Error(`not within ${milliseconds} ms: ${what}`);
    await pause(25);
  }
}

/** An empty folder for one run's data. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "opendti-e2e-"));

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 });

/** A TCP port on 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
