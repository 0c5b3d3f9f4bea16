import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { writeOpenData } from "../../src/open-data/write-open-data.js";
import { madeFrame } from "./frame.js";
import { opened, records, written } from "./opened.js";

const publication = {
  publisher: "Sở Khoa học và Công nghệ",
  homepage: "https://dti.example.gov.vn/cong-bo/1",
};
const { frame, results } = madeFrame(40);
const bytes = await written((sink) => writeOpenData(frame, publication, sink));
const parts = await opened(bytes);
const text = (name: string): string => parts.get(name)?.toString("utf8") ?? "";
const sha256 = (of: Uint8Array): string => createHash("sha256").update(of).digest("hex");

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly { name: string; type: string; constraints?: Record<string, unknown> }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly [string];
      readonly reference: { readonly resource?: string; readonly fields: readonly [string] };
    }[];
  };
}
const descriptor = JSON.parse(text("datapackage.json")) as {
  readonly resources: readonly Resource[];
  readonly [key: string]: unknown;
};

describe("the open data", () => {
  test("hold every unit and every scored indicator with its final points and status", () => {
    const units = records(text("data/units.csv"));
    expect(units).toHaveLength(40);
    const scores = records(text("data/scores.csv"));
    expect(scores).toHaveLength(40 * frame.nodes.length);
    const found = new Map(scores.map((row) => [`${row["unit_id"]} ${row["indicator_code"]}`, row]));
    for (const { unit, total, rank, scores: points, statuses } of results) {
      expect(units.find((row) => row["unit_id"] === unit.id)).toMatchObject({
        unit_name: unit.name,
        total,
        rank: String(rank),
      });
      for (const [code, score] of Object.entries(points))
        expect(found.get(`${unit.id} ${code}`)).toMatchObject({ score, status: statuses[code] });
    }
    expect(scores.filter(({ status }) => status === "missing").length).toBeGreaterThan(0);
    expect(scores.filter(({ status }) => status === "not_applicable").length).toBeGreaterThan(0);
  });

  test("tell nothing of what was declared or judged, though the frame would", () => {
    for (const [, part] of parts) {
      const content = part.toString("utf8");
      for (const secret of ["888.88", "777.77", "999.99", "Lý do", "adjusted"])
        expect(content).not.toContain(secret);
    }
  });

  test("are the same in JSON, texts exactly as they are", () => {
    const json = JSON.parse(text("data/results.json"));
    expect(json.groups[1].name).toBe('=Xã, "phường"');
    expect(json.units).toHaveLength(40);
    for (const [place, { unit, total, scores }] of results.entries())
      expect(json.units[place]).toMatchObject({ id: unit.id, name: unit.name, total, scores });
  });

  test("begin no cell as a formula, and need no byte order mark", () => {
    expect(text("data/groups.csv")).toContain(`xa-phuong,"'=Xã, ""phường""",`);
    for (const [name, part] of parts) {
      expect(part.subarray(0, 3).toString("hex")).not.toBe("efbbbf");
      if (!name.endsWith(".csv")) continue;
      for (const row of records(part.toString("utf8")))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t]|^-(?!\d)/);
    }
  });

  test("are the same bytes for the same results, and end the sink", async () => {
    expect((await written((sink) => writeOpenData(frame, publication, sink))).equals(bytes)).toBe(true);
  });

  test("of results that are not published carry no licence, and say so first", async () => {
    const { run } = frame;
    const compiled = { ...frame, run: run && { ...run, state: "compiled" as const, publishedAt: null } };
    const draft = await opened(await written((sink) => writeOpenData(compiled, publication, sink)));
    const told = JSON.parse(draft.get("datapackage.json")?.toString("utf8") ?? "");
    expect(told.licenses).toBeUndefined();
    expect(told.description).toMatch(/^KẾT QUẢ NÀY CHƯA CÔNG BỐ/);
    expect(told.opendti.published).toBe(false);
    const dcat = draft.get("dcat.jsonld")?.toString("utf8") ?? "";
    expect(dcat).toContain("access-right/RESTRICTED");
    expect(dcat).not.toContain("dct:license");
  });
});

describe("datapackage.json", () => {
  test("says what Data Package 2.0 asks for", () => {
    expect(descriptor).toMatchObject({
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "opendti-2b7c1f6e-0000-4000-8000-0000000000aa",
      id: "urn:uuid:2b7c1f6e-0000-4000-8000-0000000000aa",
      version: "2026.2.0",
      created: "2026-11-22T05:00:00.000Z",
      contributors: [{ title: "Sở Khoa học và Công nghệ", roles: ["publisher"] }],
      licenses: [{ name: "other-open", path: "README.md" }],
    });
    expect(descriptor["name"]).toMatch(/^[a-z0-9._-]+$/);
    expect(text("README.md")).toContain("Điều 18 Nghị định 47/2020/NĐ-CP");
  });

  test("gives the size and the hash of every file of data", () => {
    const paths = descriptor.resources.map(({ path }) => path);
    expect(paths).toEqual([...parts.keys()].filter((name) => name.startsWith("data/")));
    for (const { path, bytes: size, hash } of descriptor.resources) {
      const part = parts.get(path) ?? Buffer.alloc(0);
      expect([path, size, hash]).toEqual([path, part.length, `sha256:${sha256(part)}`]);
    }
  });

  test("describes every column, and the keys hold", () => {
    const tables = new Map(
      descriptor.resources.flatMap(({ name, path, schema }) =>
        schema === undefined ? [] : [[name, { schema, rows: records(text(path)) }] as const],
      ),
    );
    expect([...tables.keys()]).toEqual(["groups", "units", "indicators", "scores"]);
    for (const [name, { schema, rows }] of tables) {
      expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map((field) => field.name));
      const keys = rows.map((row) => schema.primaryKey.map((field) => row[field]).join("\n"));
      expect([name, new Set(keys).size]).toEqual([name, rows.length]);
      for (const { name: column, type, constraints } of schema.fields)
        for (const row of rows)
          expect([name, column, row[column], fits(row[column] ?? "", type, constraints)]).toEqual([
            name,
            column,
            row[column],
            true,
          ]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = tables.get(reference.resource ?? name);
        const there = new Set(target?.rows.map((row) => row[reference.fields[0]]));
        for (const row of rows) if (row[fields[0]] !== "") expect(there.has(row[fields[0]])).toBe(true);
      }
    }
  });
});

function fits(cell: string, type: string, constraints: Record<string, unknown> = {}): boolean {
  if (cell === "") return constraints["required"] !== true;
  const allowed = constraints["enum"];
  if (Array.isArray(allowed) && !allowed.includes(cell)) return false;
  if (type === "integer") return /^-?\d+$/.test(cell);
  if (type === "number") return /^-?\d+(\.\d+)?$/.test(cell);
  return type === "boolean" ? cell === "true" || cell === "false" : true;
}

test("dcat.jsonld describes the same files in two languages", () => {
  const dcat = JSON.parse(text("dcat.jsonld"));
  expect(dcat["@type"]).toBe("dcat:Dataset");
  expect(dcat["dct:title"].map((one: { "@language": string }) => one["@language"])).toEqual(["vi", "en"]);
  expect(dcat["dct:publisher"]["foaf:name"]).toEqual([
    { "@value": "Sở Khoa học và Công nghệ", "@language": "vi" },
  ]);
  expect(dcat["dct:temporal"]["dcat:startDate"]["@value"]).toBe("2026-01-01");
  expect(dcat["dct:spatial"]["@id"]).toMatch(/country\/VNM$/);
  expect(dcat["dcat:distribution"]).toHaveLength(descriptor.resources.length);
  for (const [place, { path, bytes: size, hash }] of descriptor.resources.entries())
    expect(dcat["dcat:distribution"][place]).toMatchObject({
      "dcat:downloadURL": { "@id": path },
      "dcat:byteSize": { "@value": String(size) },
      "spdx:checksum": { "spdx:checksumValue": { "@value": hash.slice("sha256:".length) } },
    });
  // Every prefix that is used is explained.
  const used = new Set(
    [...text("dcat.jsonld").matchAll(/"([a-z]+):[A-Za-z_]+"/g)].map(([, prefix]) => prefix),
  );
  for (const prefix of used) expect(Object.keys(dcat["@context"])).toContain(prefix);
});

describe("a package that cannot be written", () => {
  test("fails where the sink does", async () => {
    const full = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error("disk full"));
      },
    });
    await expect(writeOpenData(frame, publication, full)).rejects.toThrow("disk full");
  });

  test("is broken off where the units are, and leaves no whole archive", async () => {
    const taken: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        taken.push(chunk);
        done();
      },
    });
    const stopped = {
      ...frame,
      async *units() {
        yield* [];
        throw new Error("cancelled");
      },
    };
    await expect(writeOpenData(stopped, publication, sink)).rejects.toThrow("cancelled");
    expect(sink.destroyed).toBe(true);
    await expect(opened(Buffer.concat(taken))).rejects.toThrow();
  });
});
