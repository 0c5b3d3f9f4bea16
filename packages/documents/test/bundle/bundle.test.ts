import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { containerOf, readContainer } from "../../src/bundle/container.js";
import { differenceWords } from "../../src/bundle/difference.js";
import { PARTS } from "../../src/bundle/format.js";
import { sumsDifferences } from "../../src/bundle/manifest.js";
import { VERIFY_LIMITS, verifyBundle } from "../../src/bundle/verify-bundle.js";
import { writeBundle } from "../../src/bundle/write-bundle.js";
import { unitsOf } from "./campaign.js";
import { bundleOf, forged, inputOf, partOf, resultsOf, sha256, sourceOf, textOf } from "./made.js";

const bundle = await bundleOf(40);
const first = async (bytes: Uint8Array) => (await verifyBundle(bytes)).differences[0];

describe("the hashes of a run", () => {
  test("are those that runs had before the engine scored them", () => {
    const units = unitsOf(40);
    expect(sha256(textOf(resultsOf(units)))).toBe(
      "b4ae1866aea6f71ace604499f441689e0647129fb069ec166732bbeb32bb5760",
    );
    expect(sha256(textOf([]))).toBe("37517e5f3dc66819f61f5a7bb8ace1921282415f10551d2defa5c3eb0985b570");
    const before = inputOf(units)
      .replace(/"id":"[^"]*","year"/, '"id":"dot-1","year"')
      .replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${sha256("x")}"`);
    expect(sha256(before)).toBe("1bcdeb8395f506feec6bc45e6a5f34760612e74164d09602c67974ed34b1bc9d");
  });
});

describe("a bundle", () => {
  test("is verified by itself: every unit is scored once more", async () => {
    const verified = await verifyBundle(bundle);
    expect(verified.differences).toEqual([]);
    expect(verified).toMatchObject({ verified: true, rescored: 40 });
    expect(verified.manifest).toMatchObject({
      campaign: { year: 2026 },
      set: { id: "bo-mau-cong-bo", version: 3 },
      run: { units: 40, resultHash: sourceOf(40).run.resultHash },
      audit: { number: "8" },
    });
  });

  test("of a campaign without units is one too", async () => {
    expect(await verifyBundle(await bundleOf(0))).toMatchObject({ verified: true, rescored: 0 });
  });

  test("is the same bytes whenever it is made", async () => {
    expect((await bundleOf(40)).equals(bundle)).toBe(true);
  });

  test("opens in any ZIP tool, whose `sha256sum -c` agrees", () => {
    const sums = partOf(bundle, PARTS.sums).toString("utf8").trim().split("\n");
    const stored = readContainer(bundle)?.parts ?? [];
    expect(sums).toEqual(
      stored.slice(0, -1).map(({ name, bytes: content }) => `${sha256(content)}  ${name}`),
    );
  });

  test("is wrong as soon as one byte is, wherever it stands", async () => {
    const small = await bundleOf(1);
    const wrong = (bytes: Uint8Array): boolean => {
      const container = readContainer(bytes);
      return (
        container === undefined ||
        container.stray !== undefined ||
        sumsDifferences(container.parts).length > 0
      );
    };
    expect(wrong(small)).toBe(false);
    for (const file of [small, bundle])
      for (let place = 0; place < file.length; place += file === small ? 1 : 23) {
        const changed = Buffer.from(file);
        changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
        if (!wrong(changed)) expect.fail(`byte ${place} was changed and nobody saw it`);
      }
  });

  test("names the part whose byte was changed", async () => {
    let at = 0;
    for (const [place, piece] of containerOf(readContainer(bundle)?.parts ?? []).entries()) {
      const middle = at + (piece.length >> 1);
      at += piece.length;
      const name = readContainer(bundle)?.parts[place >> 1]?.name;
      if (place % 2 === 0 || name === undefined || name === PARTS.sums) continue;
      const changed = Buffer.from(bundle);
      changed[middle] = (changed[middle] ?? 0) ^ 1;
      const { verified, differences } = await verifyBundle(changed);
      expect([name, verified]).toEqual([name, false]);
      expect(differences).toContainEqual(expect.objectContaining({ what: "hash", file: name }));
    }
    expect(at).toBe(bundle.length);
  });

  test("cut short, with something behind it, or packed by another program is none", async () => {
    for (const bytes of [
      bundle.subarray(0, -1),
      bundle.subarray(1),
      Buffer.concat([bundle, Buffer.from("x")]),
      Buffer.alloc(0),
      Buffer.from("PK\u0003\u0004"),
    ])
      expect(await first(bytes)).toMatchObject({ what: "not-a-bundle" });
    expect(await first(Buffer.concat([Buffer.from("x"), bundle.subarray(1)]))).toMatchObject({
      what: "container",
      file: PARTS.manifest,
      byte: 0,
    });
  });
});

describe("whoever forges a bundle and puts every hash right", () => {
  test("is caught by the points of the unit and the indicator", async () => {
    const [, third] = unitsOf(40).slice(1);
    const changed = forged(bundle, PARTS.results, (text) => {
      const lines = text.split("\n");
      const line = JSON.parse(lines[3] ?? "");
      const codes = JSON.parse(lines[0] ?? "") as string[];
      line[3][0][codes.indexOf("2.2.1")] = line[3][0][codes.indexOf("2.2.1")] === "5" ? "4" : "5";
      lines[3] = JSON.stringify(line);
      return lines.join("\n");
    });
    const { verified, differences } = await verifyBundle(changed);
    expect(verified).toBe(false);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({
      what: "points",
      file: PARTS.results,
      line: 4,
      unit: third?.unit,
      code: "2.2.1",
    });
    const { vi } = differenceWords(differences[0] ?? expect.fail());
    expect(vi).toMatch(
      /^Điểm tính lại khác điểm đã ghi · results\.jsonl\.gz · đơn vị Đơn vị "3", tỉnh \(.*\) · mục 2\.2\.1 · dòng 4 · đúng phải là [05] · trong gói là [45]$/,
    );
  });

  test("is caught by a rank that does not follow", async () => {
    const changed = forged(bundle, PARTS.results, (text) => text.replace('\\"rank\\":1,', '\\"rank\\":2,'));
    expect(await first(changed)).toMatchObject({ what: "member", code: "rank", expected: "1", found: "2" });
  });

  test("is caught by declared data of which other points follow", async () => {
    const changed = forged(bundle, PARTS.input, (text) =>
      text.replace('["2.2.1","p1",true]', '["2.2.1","p1",false]'),
    );
    expect(await first(changed)).toMatchObject({ what: "points", code: "2.2.1", expected: "0", found: "5" });
  });

  test("is caught by a rule of which other points follow, the set's hash in the input being put right too", async () => {
    const other = forged(
      bundle,
      PARTS.set,
      (text) => text.replace("points: 1 }", "points: 2 }"),
      (manifest) => ({ ...manifest, set: { ...manifest.set, hash: sha256(setOf(bundle)) } }),
    );
    expect(await first(other)).toMatchObject({ what: "input", code: "set.hash" });
    const too = forged(other, PARTS.input, (text) =>
      text.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${sha256(setOf(bundle))}"`),
    );
    expect(await first(too)).toMatchObject({ what: "points", code: "3" });
  });

  test("is caught by a unit that is gone, added or twice in one of the two lists", async () => {
    const gone = forged(bundle, PARTS.results, (text) =>
      text.replace(/^\[.*\n(?=$)/m, "").replace(/\n[^\n]*\n$/, "\n"),
    );
    expect(await first(gone)).toMatchObject({ what: "unit", found: null });
    const twice = forged(bundle, PARTS.results, (text) => `${text}${text.split("\n").at(-2)}\n`);
    expect(await first(twice)).toMatchObject({ what: "unit", expected: null });
    const less = forged(bundle, PARTS.input, (text) => text.replace(/,\n[^\n]*\n\]\}\n$/, "\n]}\n"));
    expect((await verifyBundle(less)).verified).toBe(false);
  });

  test("is caught by a statement of the manifest", async () => {
    for (const [from, to, code] of [
      ['"units": 40', '"units": 41', "run.units"],
      ['"version": 3', '"version": 4', "set.version"],
      [/"resultHash": "[0-9a-f]{64}"/, `"resultHash": "${"0".repeat(64)}"`, "run.resultHash"],
      [/"inputHash": "[0-9a-f]{64}"/, `"inputHash": "${"0".repeat(64)}"`, "run.inputHash"],
    ] as const) {
      const changed = forged(bundle, PARTS.manifest, (text) => text.replace(from, to));
      expect((await verifyBundle(changed)).differences).toContainEqual(
        expect.objectContaining({ what: "manifest", code }),
      );
    }
  });

  test("is caught by a chain of seals that does not hold", async () => {
    const changed = forged(bundle, PARTS.audit, (text) => text.replace(sha256("batch 4"), sha256("another")));
    expect(await first(changed)).toMatchObject({ what: "audit", code: "5.previousHash" });
    const shorter = forged(bundle, PARTS.audit, (text) => text.replace('"number": "8"', '"number": "7"'));
    expect(await first(shorter)).toMatchObject({ what: "audit", code: "head" });
  });

  test("is caught by evidence of a unit that is not there", async () => {
    const changed = forged(bundle, PARTS.evidence, (text) =>
      text.replace(/"unit":"0{8}/, '"unit":"10000000'),
    );
    expect(await first(changed)).toMatchObject({ what: "evidence", line: 2 });
  });
});

describe("a hostile bundle", () => {
  test("unpacks no further than the limits, whatever it says", async () => {
    const limits = { ...VERIFY_LIMITS, bytes: 100_000 };
    const bomb = forged(bundle, PARTS.input, () => " ".repeat(5_000_000));
    const { differences } = await verifyBundle(bomb, limits);
    expect(differences).toContainEqual(expect.objectContaining({ what: "too-large", file: PARTS.input }));
    expect(await verifyBundle(bundle, { ...VERIFY_LIMITS, units: 39 })).toMatchObject({
      verified: false,
      differences: [{ what: "too-large", file: PARTS.input }],
    });
    expect(await verifyBundle(bundle, { ...VERIFY_LIMITS, file: 1000 })).toMatchObject({
      verified: false,
      differences: [{ what: "too-large" }],
    });
  });

  test("is refused whatever its parts hold, and throws nothing", async () => {
    for (const [name, text] of [
      [PARTS.set, "a: &a [*a, *a]"],
      [PARTS.set, "[".repeat(100_000)],
      [PARTS.input, '{"campaign":null,"set":null,"units":[\n{"answers":7}\n]}\n'],
      [PARTS.input, `{"campaign":{"id":"x"},"units":[\n${"[".repeat(200_000)}\n]}\n`],
      [PARTS.results, "null\nnull\n"],
      [PARTS.results, ""],
      [PARTS.evidence, '{"format":"opendti-evidence-1"}\n{"unit":{}}\n'],
      [PARTS.audit, "[]"],
      [PARTS.manifest, "{}"],
    ] as const) {
      const { verified } = await verifyBundle(forged(bundle, name, () => text));
      expect([name, verified]).toEqual([name, false]);
    }
  });

  test("pollutes nothing by names that mean something to the language", async () => {
    const changed = forged(bundle, PARTS.input, (text) =>
      text.replace('["2.2.1","p1",true]', '["__proto__","polluted","x"],["constructor","polluted","x"]'),
    );
    expect((await verifyBundle(changed)).verified).toBe(false);
    expect([Object.prototype, Object].some((one) => "polluted" in one)).toBe(false);
  });

  test("with a part too many, or parts in another order, is refused", async () => {
    const parts = readContainer(bundle)?.parts ?? [];
    const more = Buffer.concat(containerOf([...parts, { name: "../x\u0007", bytes: Buffer.from("x") }]));
    expect(await first(more)).toMatchObject({ what: "part-unknown", found: "../x?" });
    expect(await first(Buffer.concat(containerOf([...parts].reverse())))).toMatchObject({
      what: "part-unknown",
    });
    expect(await first(Buffer.concat(containerOf(parts.slice(1))))).toMatchObject({ what: "part-missing" });
  });
});

test("what cannot be unpacked is not put into a bundle", async () => {
  const damaged = gzipSync("x".repeat(1000)).subarray(0, -8);
  await expect(writeBundle({ ...sourceOf(2), input: damaged })).rejects.toThrow("damaged");
});

const setOf = (of: Uint8Array): string =>
  partOf(of, PARTS.set).toString("utf8").replace("points: 1 }", "points: 2 }");
