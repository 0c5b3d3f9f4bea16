/** Two servers on one database: one campaign, whichever of them somebody talks to. */
import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { autosave, type Field } from "../autosave.js";
import { type Person, type ProblemBody, signIn } from "../person.js";
import { type Running, start } from "../running.js";
import { expectWhole, query, readLedger } from "./ledger.js";
import { type SharedDatabase, startSharedDatabase } from "./shared-database.js";

let database: SharedDatabase;
let servers: Running[] = [];
let left: string;
let right: string;
let number = 1_000;
const next = (): string => String(++number);

test.beforeAll(async () => {
  database = await startSharedDatabase();
  const env = {
    DATABASE_URL: database.url,
    OPENDTI_SECRET_KEY: randomBytes(32).toString("base64"),
  };
  // At once, on an empty database: one makes the schema and the demo, the other finds them.
  const started = await Promise.allSettled([start({ env }), start({ env })]);
  servers = started.filter((one) => one.status === "fulfilled").map(({ value }) => value);
  expect(started.filter((one) => one.status === "rejected").map(({ reason }) => reason)).toEqual([]);
  [left = "", right = ""] = servers.map(({ address }) => address);
});

test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.stop();
});

async function ownAssessment(person: Person): Promise<string> {
  const { body } = await person.get<{ items: { assessmentId: string }[] }>("/home");
  return body.items[0]?.assessmentId ?? "";
}

test("a session made on one server works on the other, and ends on both", async () => {
  const here = await signIn(left, "canbo.binhminh");
  const there = here.at(right);
  expect((await there.get("/session")).status).toBe(200);
  expect((await there.send("DELETE", "/session")).status).toBe(204);
  expect((await here.get("/session")).status).toBe(401);
});

test("two people save the same fields through two servers: neither overwrites what they have not seen", async () => {
  const officer = await signIn(left, "canbo.vhttdl");
  const head = await signIn(right, "giamdoc.vhttdl");
  const assessment = await ownAssessment(officer);
  const fields: Field[] = [
    { code: "2.1.3", input: "a" },
    { code: "2.1.3", input: "b" },
    { code: "2.2.4", input: "a" },
  ];
  const savings = await Promise.all(
    [officer, head].map((person) =>
      autosave({
        person,
        assessment,
        fields,
        next,
        until: ({ acknowledged }) => acknowledged.length >= 40,
      }),
    ),
  );
  expect(new Set(savings.flatMap(({ refused }) => refused))).toEqual(new Set(["412 changed-meanwhile"]));
  expectWhole(
    await readLedger(database.url, assessment),
    savings.flatMap(({ acknowledged }) => acknowledged),
  );
});

test("a stale save is answered with what the other has stored meanwhile", async () => {
  const officer = await signIn(left, "canbo.binhminh");
  const head = await signIn(right, "chutich.binhminh");
  const assessment = await ownAssessment(officer);
  const before = await officer.get<{ answers: (Field & { version: number })[] }>(
    `/assessments/${assessment}`,
  );
  const [field] = before.body.answers.filter(({ input }) => input === "a");
  const path = `/assessments/${assessment}/answers/${field?.code}/${field?.input}`;
  const version = field?.version ?? 0;
  const mine = next();
  expect((await officer.send("PUT", path, { value: mine }, version)).status).toBe(200);
  const stale = await head.send<ProblemBody>("PUT", path, { value: next() }, version);
  expect(stale.status).toBe(412);
  expect(stale.body).toMatchObject({
    code: "changed-meanwhile",
    current: { value: mine, version: version + 1 },
  });
});

test("what is submitted on one server while saves go on at the other is sealed exactly as it is stored", async () => {
  const officer = await signIn(right, "canbo.tuphap");
  const head = await signIn(left, "giamdoc.tuphap");
  const assessment = await ownAssessment(officer);
  let count = 0;
  let submitted: Promise<string> | undefined;
  const saving = await autosave({
    person: officer,
    assessment,
    // Wholes without their parts: whatever their values, no check stands in the way of submitting.
    fields: ["2.1.3/b", "2.2.4/b", "2.2.5/b", "2.3.3/b", "2.4.3/a"].map((key) => {
      const [code = "", input = ""] = key.split("/");
      return { code, input };
    }),
    next,
    until: () => false,
    endsAt: "assessment-sealed",
    onSaved: () => {
      if (++count === 20) submitted = submit(head, assessment);
    },
  });
  const hash = await submitted;
  expect(saving.refused).toEqual(["409 assessment-sealed"]);
  const ledger = await readLedger(database.url, assessment);
  expectWhole(ledger, saving.acknowledged);
  const content = await query(database.url, async (client) => {
    const { rows } = await client.query<{ content: string }>(
      "select content from seal where assessment_id = $1 and hash = $2",
      [assessment, hash],
    );
    return rows[0]?.content ?? "";
  });
  expect(createHash("sha256").update(content).digest("hex")).toBe(hash);
  const sealed = JSON.parse(content) as { answers: (Field & { value: unknown })[] };
  expect(
    sealed.answers.map(({ code, input, value }) => [`${code}/${input}`, value]),
    "the sealed answers are the stored ones",
  ).toEqual([...ledger.current].map(([key, { value }]) => [key, value]));
});

/** Looks and submits; a save that comes in between has not been seen, and is looked at first. */
async function submit(head: Person, assessment: string, tries = 200): Promise<string> {
  const { body: seen } = await head.get<{ version: number; revision: string }>(`/assessments/${assessment}`);
  const path = `/assessments/${assessment}/submit`;
  const done = await head.send<{ seal: { hash: string } }>(
    "POST",
    path,
    { revision: seen.revision },
    seen.version,
  );
  if (done.status === 412 && tries > 1) return submit(head, assessment, tries - 1);
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return done.body.seal.hash;
}
