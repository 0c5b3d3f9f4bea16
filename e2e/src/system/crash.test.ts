/** The server and its database are killed in the middle of work: nothing that was acknowledged is lost. */
import { join } from "node:path";
import { startEmbedded } from "@opendti/server";
import { expect, test } from "@playwright/test";
import { type Acknowledged, autosave, type Field, type Saving } from "../autosave.js";
import { type Person, signIn } from "../person.js";
import { databaseProcesses, postmasterPid } from "../processes.js";
import { becomes, newFolder, type Running, readiness, removeFolder, start } from "../running.js";
import { expectWhole, type Ledger, readLedger } from "./ledger.js";

/** The department with rooms: five people declare at once, each in fields of their own. */
const officers: Readonly<Record<string, readonly Field[]>> = {
  vanphong: [
    { code: "2.2.5", input: "a" },
    { code: "2.2.5", input: "b" },
  ],
  "canbo.vanphong": ["a", "b", "c", "d"].map((input) => ({ code: "2.4.1", input })),
  "canbo.chinhsach": [
    { code: "2.2.4", input: "a" },
    { code: "2.2.4", input: "b" },
  ],
  "canbo.tuyentruyen": [
    { code: "2.1.3", input: "a" },
    { code: "2.4.3", input: "a" },
  ],
  thutruong: [
    { code: "2.3.3", input: "a" },
    { code: "2.3.3", input: "b" },
  ],
};

/** Acknowledged before the blow, and after it once everything stands again. */
const BEFORE = 60;
const AFTER = 60;

test.describe.configure({ mode: "serial" });

let data: string;
let product: Running;
let people: Person[];
let assessment: string;
let number = 1_000;
const everything: Acknowledged[] = [];

test.beforeAll(async () => {
  data = await newFolder();
  product = await start({ data });
  people = await Promise.all(Object.keys(officers).map((login) => signIn(product.address, login)));
  const home = await people[0]?.get<{ items: { assessmentId: string }[] }>("/home");
  assessment = home?.body.items[0]?.assessmentId ?? "";
});

test.afterAll(async () => {
  await product.stop();
  await removeFolder(data);
});

/** Everybody saves; after `BEFORE` saves the blow falls, and all go on until `AFTER` more are acknowledged. */
async function savesThrough(blow: () => Promise<void>): Promise<Saving[]> {
  let count = 0;
  let after: number | undefined;
  let struck: Promise<void> | undefined;
  const savings = people.map((person) =>
    autosave({
      person,
      assessment,
      fields: officers[person.login] ?? [],
      next: () => String(++number),
      until: () => after !== undefined && count >= after + AFTER,
      onSaved: () => {
        count++;
        if (count >= BEFORE)
          struck ??= blow().then(() => {
            after = count;
          });
      },
    }),
  );
  const done = await Promise.all(savings);
  await struck;
  everything.push(...done.flatMap(({ acknowledged }) => acknowledged));
  return done;
}

/** The books, read by a database that nobody else uses. */
async function ledger(): Promise<Ledger> {
  const database = await startEmbedded({ data: join(data, "database"), log: () => undefined });
  try {
    return await readLedger(database.url, assessment);
  } finally {
    await database.stop();
  }
}

test("the server is killed while five people save: whoever was told it is saved finds it there", async () => {
  const saved = await savesThrough(async () => {
    await product.kill();
    product = await start({ data, port: product.port });
  });
  const refusals = saved.flatMap(({ refused }) => refused);
  expect(refusals, "the blow fell in the middle of work").toContain("unanswered");
  expect(new Set(refusals)).toEqual(new Set(["unanswered"]));
});

test("the database is killed while five people save: the server says 503, and brings it back by itself", async () => {
  const before = await postmasterPid(data);
  const seen: number[] = [];
  const saved = await savesThrough(async () => {
    process.kill(before, "SIGKILL");
    await becomes(
      async () => {
        seen.push(await readiness(product.address));
        return seen.includes(503) && seen.at(-1) === 200;
      },
      30_000,
      "the server ready again",
    ).catch((error: unknown) => {
      throw new Error(`ready said ${[...new Set(seen)].join(", ")}; ${product.said()}`, { cause: error });
    });
  });
  expect(await postmasterPid(data), "another database process").not.toBe(before);
  expect(new Set(seen), "the server itself always answers").toEqual(new Set([200, 503]));
  const refusals = saved.flatMap(({ refused }) => refused);
  expect(new Set(refusals)).toEqual(new Set(["503 not-ready"]));
});

test("afterwards the books agree, and no database runs on without its server", async () => {
  expect(await product.stop()).toBe(0);
  await becomes(async () => (await databaseProcesses(data)).length === 0, 15_000, "no database process");
  expectWhole(await ledger(), everything);
  product = await start({ data });
  expect(await databaseProcesses(data)).not.toHaveLength(0);
  await product.kill();
  await becomes(async () => (await databaseProcesses(data)).length === 0, 15_000, "no orphan after kill -9");
});
