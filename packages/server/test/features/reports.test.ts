/** Official documents over HTTP: every answer in them, for those who see it on the screen, under the unit's letterhead. */
import { readDocument, type Block } from "@opendti/documents";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { acting, type Appraising, appraising, judge } from "../running/appraising.js";
import { realUnit } from "../running/campaign.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let here: Appraising;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  here = await appraising(app, units);
}, 60_000);
afterAll(() => app.close());

interface File {
  readonly status: number;
  readonly bytes: Buffer;
  readonly type: string;
  readonly disposition: string;
  readonly problem: { readonly code?: string; readonly detail?: string };
}

/** A document's bytes: asked for past the helper that reads answers as text. */
async function take(person: Person, path: string): Promise<File> {
  const answer = await app.server.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: { host: "localhost", cookie: person.cookie },
  });
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload,
    type: String(answer.headers["content-type"]),
    disposition: String(answer.headers["content-disposition"]),
    problem: answer.statusCode < 400 ? {} : answer.json(),
  };
}

/** Every word of a Word file, in its order. */
async function wordsIn({ bytes }: File): Promise<string> {
  const { blocks } = await readDocument(bytes, "van-ban.docx");
  const textOf = (block: Block): string =>
    block.kind === "table"
      ? block.table.rows.map((row) => row.map((cell) => cell?.text ?? "").join("\t")).join("\n")
      : block.text;
  return blocks.map(textOf).join("\n");
}

const report = (assessment: string, kind: string): string => `/assessments/${assessment}/reports/${kind}`;

describe("the report of a self-assessment", () => {
  it("reads back with every declared text and the total that the screen shows", async () => {
    const file = await take(here.head, report(here.own, "self-assessment"));
    expect(file.status).toBe(200);
    const words = await wordsIn(file);
    const { body } = await here.head.get(`/assessments/${here.own}/check`);
    expect(words).toContain(String(body.total).replace(".", ","));
    for (const value of Object.values(realUnit.profile))
      if (typeof value === "string") expect(words).toContain(value);
  });
});
