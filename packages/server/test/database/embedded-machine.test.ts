/** What the embedded database meets on people's machines: half-installed packages, closed folders, no account. */
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverAccount } from "../../src/database/embedded/account.js";
import { prepareBinaries } from "../../src/database/embedded/binaries.js";
import type { Ended } from "../../src/database/embedded/program.js";
import { installedPackages } from "./embedded-process.js";

let home: string;
/** A copy of the platform's package that a test may spoil. */
let installed: string;

async function links(): Promise<string[]> {
  const list = JSON.parse(await readFile(join(installed, "native", "pg-symlinks.json"), "utf8")) as {
    target: string;
  }[];
  return list.map(({ target }) => join(installed, target));
}

async function removeLinks(): Promise<void> {
  for (const path of await links()) await unlink(path);
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "od-"));
  await chmod(home, 0o755);
  installed = join(home, "installed", "package");
  await cp(installedPackages().platform, installed, { recursive: true, verbatimSymlinks: true });
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

describe.runIf(process.platform !== "win32")("the programs npm installed", () => {
  it("run where they are, with the links that npm left out made", async () => {
    await removeLinks();
    const copies = join(home, "unused");
    const binaries = await prepareBinaries({
      account: undefined,
      homes: [copies],
      log: () => undefined,
      native: join(installed, "native"),
    });
    expect(binaries.major).toBe(18);
    expect(binaries.postgres.startsWith(installed)).toBe(true);
    for (const path of await links()) expect((await lstat(path)).isSymbolicLink()).toBe(true);
    await expect(stat(copies)).rejects.toThrow(/ENOENT/);
  });

  it("are copied once, whole, to where the account can run them, when it cannot where they are", async () => {
    const account = await serverAccount({ cluster: home, data: home, log: () => undefined });
    await chmod(join(installed, "native", "bin", "initdb"), 0o600);
    const copies = join(home, "copies");
    const told: string[] = [];
    const options = {
      account,
      homes: [join(installed, "package.json", "no-folder"), copies],
      log: (line: string) => told.push(line),
      native: join(installed, "native"),
    };
    await mkdir(copies);
    const first = await prepareBinaries(options);
    expect(first.major).toBe(18);
    expect(first.initdb.startsWith(copies)).toBe(true);
    const second = await prepareBinaries(options);
    expect(second).toEqual(first);
    expect(told.filter((line) => line.includes(copies))).toHaveLength(1);
    const [copy, ...others] = await readdir(copies);
    expect(others).toEqual([]);
    expect(copy).toMatch(/^postgresql-[a-z]+-\w+-18\./);
  });

  it("that cannot run at all are said so in both languages", async () => {
    const broken = join(home, "broken", "native");
    await mkdir(join(broken, "bin"), { recursive: true });
    await cp(join(installed, "package.json"), join(home, "broken", "package.json"));
    const refusal = prepareBinaries({
      account: undefined,
      homes: [join(home, "broken-copies")],
      log: () => undefined,
      native: broken,
    });
    await expect(refusal).rejects.toThrow(/Không chạy được PostgreSQL[\s\S]*does not run[\s\S]*ENOENT/);
  });
});

describe("the account the server runs as", () => {
  const nowhere = "/nonexistent/opendti";

  /** A machine that knows these accounts and on which these programs can make one. */
  function machine(known: Record<string, number>, makers: readonly string[] = []) {
    const accounts = { ...known };
    const ran: string[] = [];
    const ended = (code: number, stdout = ""): Promise<Ended> =>
      Promise.resolve({ code, stdout, stderr: "" });
    const run = (file: string, args: readonly string[]) => {
      ran.push([file, ...args].join(" "));
      if (file === "id") {
        const number = accounts[args[1] ?? ""];
        return number === undefined ? ended(1) : ended(0, `${number}\n`);
      }
      if (makers.includes(file)) accounts["opendti"] = 990;
      return ended(makers.includes(file) ? 0 : 127);
    };
    return { ran, choose: (uid: number) => chosen(uid, run) };
  }

  function chosen(uid: number, run: (file: string, args: readonly string[]) => Promise<Ended>) {
    return serverAccount({ cluster: nowhere, data: nowhere, log: () => undefined, uid, run });
  }

  it("is an ordinary user himself", async () => {
    const { choose, ran } = machine({ postgres: 26 });
    expect(await choose(1000)).toBeUndefined();
    expect(ran).toEqual([]);
  });

  it("is the machine's own postgres when root starts it", async () => {
    const { choose, ran } = machine({ postgres: 26, nobody: 65534 });
    expect(await choose(0)).toEqual({ uid: 26, gid: 26, name: "postgres" });
    expect(ran.filter((line) => !line.startsWith("id "))).toEqual([]);
  });

  it.each(["useradd", "adduser"])("is made by %s when there is none", async (maker) => {
    const { choose } = machine({ nobody: 65534 }, [maker]);
    expect(await choose(0)).toEqual({ uid: 990, gid: 990, name: "opendti" });
  });

  it("is nobody when none can be made", async () => {
    const { choose } = machine({ nobody: 65534 });
    expect(await choose(0)).toMatchObject({ name: "nobody" });
  });

  it("never is root: without any other account the start is refused with what to do", async () => {
    const { choose } = machine({});
    await expect(choose(0)).rejects.toThrow(/không chạy bằng root[\s\S]*refuses to run as root/);
  });
});
