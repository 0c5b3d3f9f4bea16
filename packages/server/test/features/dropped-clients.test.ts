/** People whose line breaks in the middle: nothing of theirs may keep a transaction or a connection. */
import { once } from "node:events";
import { connect } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { formOf, pdfOf, upload } from "../files/form.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { openCampaign } from "../running/campaign.js";
import { smallProvince } from "../running/units.js";

const EACH = 334;
const AT_ONCE = 32;
const PATIENCE = { timeout: 30_000, interval: 50 };

let app: RunningApp;
let office: Person;
let assessment: string;
let port: number;

beforeAll(async () => {
  app = await startApp();
  const units = await smallProvince(app.db);
  const campaign = await openCampaign(app, units);
  await app.account("van.phong", ["unit-officer", units.department]);
  office = await app.signedIn("van.phong");
  assessment = campaign.assessments[units.department] ?? "";
  port = Number(new URL(await app.server.listen({ host: "127.0.0.1", port: 0 })).port);
});
afterAll(() => app.close());

const head = (line: string, ...headers: readonly string[]): string =>
  [
    line,
    "host: localhost",
    `cookie: ${office.cookie}`,
    `x-csrf-token: ${office.csrfToken}`,
    ...headers,
    "",
    "",
  ].join("\r\n");

/** Sends bytes and breaks the line: at once, or when the first bytes of an answer have come. */
async function drop(bytes: string | Buffer, when: "sent" | "answered"): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  await new Promise<void>((resolve) => {
    socket.write(bytes, () => when === "sent" && resolve());
    if (when === "answered") socket.once("data", () => resolve());
    socket.once("close", () => resolve());
  });
  socket.destroy();
}

async function dropMany(bytes: (index: number) => string | Buffer, when: "sent" | "answered"): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < EACH) {
      next += 1;
      await drop(bytes(next), when);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** All connections are free again, and PostgreSQL knows of no transaction. */
async function nothingIsLeft(): Promise<void> {
  const { pool } = app.platform;
  await vi.waitFor(() => {
    expect(pool.waitingCount).toBe(0);
    expect(pool.idleCount).toBe(pool.totalCount);
  }, PATIENCE);
  await vi.waitFor(async () => {
    const { rows } = await sql<{ state: string }>`select state from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`.execute(
      app.db,
    );
    expect(rows).toEqual([]);
  }, PATIENCE);
}

describe("a thousand lines that break", () => {
  it("in the middle of saves leave nothing behind, and what was stored is audited", async () => {
    const field = `/api/v1/assessments/${assessment}/answers/2.1.3/a`;
    await dropMany((index) => {
      const body = JSON.stringify({ value: String(index) });
      const request = head(
        `PUT ${field} HTTP/1.1`,
        `if-match: "${Math.floor(index / 20)}"`,
        "content-type: application/json",
        `content-length: ${body.length}`,
      );
      // Every third breaks off within its body; the others before the answer.
      return request + (index % 3 === 0 ? body.slice(0, 5) : body);
    }, "sent");
    await nothingIsLeft();
    const history = await app.db.selectFrom("answer_history").select("version").execute();
    const events = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "answer.save")
      .select("id")
      .execute();
    expect(history.length).toBeGreaterThan(0);
    expect(events).toHaveLength(history.length);
  }, 120_000);

  it("in the middle of uploads leave nothing behind", async () => {
    const form = formOf("dở.pdf", Buffer.concat([pdfOf("half"), Buffer.alloc(60_000)]));
    const request = head(
      `POST /api/v1/assessments/${assessment}/files HTTP/1.1`,
      `content-type: ${form.headers["content-type"]}`,
      `content-length: ${form.payload.length}`,
    );
    await dropMany(() => Buffer.concat([Buffer.from(request), form.payload.subarray(0, 30_000)]), "sent");
    await nothingIsLeft();
    expect(await app.db.selectFrom("file").select("hash").execute()).toEqual([]);
  }, 120_000);

  it("in the middle of downloads leave nothing behind, and the server still answers", async () => {
    const large = Buffer.concat([pdfOf("large"), Buffer.alloc(3_000_000, "x")]);
    const { hash } = (await upload(app, office, assessment, "lớn.pdf", large)).body;
    const request = head(`GET /api/v1/assessments/${assessment}/files/${hash} HTTP/1.1`);
    await dropMany(() => request, "answered");
    await nothingIsLeft();
    expect((await office.get(`/assessments/${assessment}`)).status).toBe(200);
    const saved = await office.send(
      "PUT",
      `/assessments/${assessment}/answers/2.3.3/a`,
      { value: "7" },
      { "if-match": '"0"' },
    );
    expect(saved.status).toBe(200);
  }, 120_000);
});
