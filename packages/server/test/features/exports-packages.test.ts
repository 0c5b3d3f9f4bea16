/** Open data, SDMX, COINr's pair and the result bundle of a campaign that was compiled, approved and published here. */
import { verifyBundle } from "@opendti/documents";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealAudit } from "../../src/features/audit/sealing.js";
import { makeNext } from "../../src/features/exports/desk.js";
import { guardZip } from "../../src/files/zip-guard.js";
import type { Answered, Person } from "../running/app.js";
import { must } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

let desk: RunDesk;
let run: { readonly id: string; readonly resultHash: string; readonly inputHash: string };
const HASH = "ab".repeat(32);

beforeAll(async () => {
  desk = await startDesk();
  await evidence(0, "1.1", {
    kind: "document",
    text: "Quyết định do ông Người Ký Tên ban hành",
    number: "12",
    symbol: "QĐ-UBND",
    date: "2026-01-05",
    issuer: "UBND tỉnh",
    title: "Về việc của Người Ký Tên",
    page: "2",
    section: null,
  });
  const file = {
    kind: "file",
    hash: HASH,
    name: "Người Ký Tên.pdf",
    mediaType: "application/pdf",
    size: 4321,
    page: null,
    section: null,
  };
  await evidence(1, "1.2", file);
  await evidence(1, "1.2", { ...file, hash: "cd".repeat(32) }, "2027-06-01T00:00:00Z");
  await desk.appraised();
  const compiled = (await must(desk.compile())).body;
  await must(desk.decide(compiled.id, "approve"));
  await must(desk.decide(compiled.id, "publish"));
  run = (await desk.campaign.observer.get(`/runs/${compiled.id}`)).body.run ?? compiled;
  await sealAudit(desk.app.db, desk.app.clock.now);
}, 60_000);
afterAll(() => desk.app.close());

/** A declared piece of evidence. */
async function evidence(
  place: number,
  code: string,
  item: {
    readonly kind: string;
    readonly hash?: string;
    readonly size?: number;
    readonly [key: string]: unknown;
  },
  at = "2026-11-22T00:00:00Z",
): Promise<void> {
  const { db } = desk.app;
  const { assessment } = desk.unitAt(place);
  const { hash = null } = item;
  if (hash !== null)
    await sql`insert into file (hash, size, media_type) values (${hash}, ${item.size}, 'application/pdf')`.execute(
      db,
    );
  const { rows } = await sql<{ id: string }>`
    insert into evidence (assessment_id, code, kind, item, file_hash, place, at)
    values (${assessment}, ${code}, ${item.kind}, ${JSON.stringify(item)}, ${hash}, 1, ${at}) returning id`.execute(
    db,
  );
  await sql`insert into evidence_history (evidence_id, version, item, at)
    values (${rows[0]?.id}, 1, ${JSON.stringify(item)}, ${at})`.execute(db);
}

const ask = (person: Person, kind: string): Promise<Answered> =>
  person.send("POST", `/campaigns/${desk.campaign.id}/exports`, { kind });

async function made(person: Person, kind: string): Promise<Buffer> {
  const { body } = await must(ask(person, kind));
  if (body.state !== "done")
    expect(await makeNext(desk.app.platform, new AbortController().signal)).toMatchObject({ kind, made: 1 });
  const answer = await desk.app.server.inject({
    url: `/api/v1/exports/${body.id}/file`,
    headers: { cookie: person.cookie },
  });
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/zip"]);
  return answer.rawPayload;
}

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await guardZip(bytes, { entries: 20, inflatedBytes: 10_000_000 });
  if ("fault" in zip) throw new Error(zip.fault);
  const parts = new Map<string, string>();
  for (const name of zip.names) parts.set(name, (await zip.part(name))?.toString("utf8") ?? "");
  return parts;
}

describe("the result bundle", () => {
  it("of a published campaign is verified without the server, down to the seals of the audit log", async () => {
    const bytes = await made(desk.campaign.observer, "result-bundle");
    const { verified, differences, manifest, rescored } = await verifyBundle(bytes);
    expect([verified, differences, rescored]).toEqual([true, [], 4]);
    expect(manifest).toMatchObject({
      campaign: { id: desk.campaign.id, year: 2026 },
      run: { id: run.id, state: "published", units: 4, resultHash: run.resultHash },
    });
    const { rows } = await sql<{ number: string; hash: string }>`
      select number::text, hash from audit_batch order by audit_batch.number desc limit 1`.execute(
      desk.app.db,
    );
    expect(manifest?.audit).toMatchObject(rows[0] ?? {});
    expect(JSON.parse((await partsOf(bytes)).get("audit.json") ?? "").batches.length).toBeGreaterThan(0);
  });

  it("refers to the evidence of that time by what it is and its hash, and names no person", async () => {
    const { gunzipSync } = await import("node:zlib");
    const bytes = await made(desk.campaign.observer, "result-bundle");
    const zip = await guardZip(bytes, { entries: 20, inflatedBytes: 10_000_000 });
    if ("fault" in zip) throw new Error(zip.fault);
    const packed = (await zip.part("evidence.jsonl.gz")) ?? Buffer.alloc(0);
    const [, ...lines] = gunzipSync(packed).toString("utf8").trim().split("\n");
    const told = Object.fromEntries(
      lines.map((line) => JSON.parse(line)).map(({ unit, evidence: pieces }) => [unit, pieces]),
    );
    expect(told).toEqual({
      [desk.unitAt(0).id]: [
        {
          code: "1.1",
          kind: "document",
          number: "12",
          symbol: "QĐ-UBND",
          date: "2026-01-05",
          issuer: "UBND tỉnh",
          page: "2",
          section: null,
        },
      ],
      [desk.unitAt(1).id]: [
        {
          code: "1.2",
          kind: "file",
          sha256: HASH,
          mediaType: "application/pdf",
          bytes: 4321,
          page: null,
          section: null,
        },
      ],
    });
  });

  it("is for those who see what everybody declared", async () => {
    expect((await ask(desk.unitAt(0).people, "result-bundle")).status).toBe(403);
    const { kinds } = (await desk.unitAt(0).people.get(`/campaigns/${desk.campaign.id}/exports`)).body;
    expect(kinds).toEqual(expect.arrayContaining(["campaign-book", "open-data", "sdmx", "coinr"]));
    expect(kinds).not.toContain("result-bundle");
    const all = (await desk.campaign.observer.get(`/campaigns/${desk.campaign.id}/exports`)).body.kinds;
    expect(all).toContain("result-bundle");
  });

  it("of results that somebody has changed in the database is not verified, and names unit and indicator", async () => {
    const untriggered = async (statement: ReturnType<typeof sql>) => {
      await sql`alter table run_result disable trigger append_only`.execute(desk.app.db);
      await statement.execute(desk.app.db);
      await sql`alter table run_result enable trigger append_only`.execute(desk.app.db);
    };
    const unit = desk.unitAt(2);
    await untriggered(
      sql`update run_result set scores = scores || '{"2.1": "15"}' where unit_id = ${unit.id}::uuid`,
    );
    await desk.app.db.deleteFrom("export_job").execute();
    const { verified, differences } = await verifyBundle(await made(desk.campaign.observer, "result-bundle"));
    await untriggered(
      sql`update run_result set scores = scores || '{"2.1": "6.5"}' where unit_id = ${unit.id}::uuid`,
    );
    await desk.app.db.deleteFrom("export_job").execute();
    expect(verified).toBe(false);
    expect(differences).toContainEqual(
      expect.objectContaining({
        what: "points",
        unit: { id: unit.id, name: unit.name },
        code: "2.1",
        expected: "6.5",
        found: "15",
      }),
    );
  });
});

describe("for everybody, who is not signed in", () => {
  const fetched = (name: string) =>
    desk.app.server.inject({ url: `/api/v1/public/campaigns/${desk.campaign.id}/${name}.zip` });

  it("what is published is made when it is first asked for, and kept: the next one gets the same bytes", async () => {
    await desk.app.db.deleteFrom("export_job").execute();
    const first = fetched("sdmx");
    // Nobody else is at work: the desk of this process makes it while the stranger waits.
    let figures: Awaited<ReturnType<typeof makeNext>> = {};
    await expect
      .poll(async () => {
        figures = await makeNext(desk.app.platform, new AbortController().signal);
        return figures["made"];
      })
      .toBe(1);
    const answer = await first;
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/zip"]);
    expect(answer.headers["content-disposition"]).toMatch(/opendti-2026-[0-9a-f]{8}-sdmx\.zip/);
    expect((await fetched("sdmx")).rawPayload.equals(answer.rawPayload)).toBe(true);
    expect(await makeNext(desk.app.platform, new AbortController().signal)).toEqual({ made: 0 });
    expect([...(await partsOf(answer.rawPayload)).keys()]).toContain("structure.json");
  });

  it("the result bundle is not there, and nothing of a campaign that is not published", async () => {
    expect((await fetched("result-bundle")).statusCode).toBe(404);
    const other = "00000000-0000-4000-8000-000000000000";
    const answer = await desk.app.server.inject({ url: `/api/v1/public/campaigns/${other}/coinr.zip` });
    expect(answer.statusCode).toBe(404);
  });

  it("the public page offers the packages", async () => {
    const page = await desk.app.server.inject({ url: `/cong-bo/${desk.campaign.id}` });
    for (const name of ["open-data", "sdmx", "coinr"])
      expect(page.payload).toContain(`/api/v1/public/campaigns/${desk.campaign.id}/${name}.zip`);
  });
});

describe("open data", () => {
  it("are described, in the province's name, and tell a unit's people no more than the public", async () => {
    const officer = desk.unitAt(0).people;
    const parts = await partsOf(await made(officer, "open-data"));
    const described = JSON.parse(parts.get("datapackage.json") ?? "");
    expect(described.opendti).toMatchObject({ published: true, run: { resultHash: run.resultHash } });
    const { name } = await desk.app.db
      .selectFrom("unit")
      .where("parent_id", "is", null)
      .select("name")
      .executeTakeFirstOrThrow();
    expect(described.contributors).toEqual([{ title: name, roles: ["publisher"] }]);
    const scores = parts.get("data/scores.csv")?.trim().split("\r\n") ?? [];
    expect(scores).toHaveLength(1 + 4 * 6);
    expect(scores).toContain(`${desk.unitAt(2).id},2.1,6.5,scored`);
    const whole = await partsOf(await made(desk.campaign.coordinator, "open-data"));
    expect(whole.get("data/results.json")).toBe(parts.get("data/results.json"));
  });

  it("are there for statistical systems and for R", async () => {
    const officer = desk.unitAt(0).people;
    const sdmx = await partsOf(await made(officer, "sdmx"));
    expect([...sdmx.keys()]).toEqual(["structure.json", "data.csv", "README.md"]);
    const coinr = await partsOf(await made(officer, "coinr"));
    expect([...coinr.keys()]).toEqual(["iMeta.csv", "iData.csv", "expected.csv", "run.R", "README.md"]);
    expect(coinr.get("iData.csv")?.trim().split("\r\n")).toHaveLength(5);
  });
});
