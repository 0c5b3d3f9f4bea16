import { formatExact } from "@opendti/engine";
import { afterAll, describe, expect, test } from "vitest";
import { importFile } from "../../src/index.js";
import { SEEDS, seedBytes } from "../making/seeds.js";
import { HAND_ENCODED, handEncoded, importedSet, importSeed, loadedOf, rowsOf } from "./hand-encoded.js";
import { differences } from "./same-points.js";

/** Misprints of the documents that whoever encoded them corrected in titles; the import keeps what is printed. */
const CORRECTED: readonly (readonly [string, string])[] = [
  ["Thẻ chế số", "Thể chế số"],
  ["Thế chế số", "Thể chế số"],
  ["chuyên đổi số", "chuyển đổi số"],
  ["do tính tổ chức", "do tỉnh tổ chức"],
  ["Bảng thông", "Băng thông"],
  ["Công/Trang", "Cổng/Trang"],
];

/** What the reading gave per document, of the rows that print words of a rule; `wrong` gives other points than the hand-encoded set. */
const EXPECTED: Readonly<
  Record<string, { certain: number; doubtful: number; unread: number; wrong: number }>
> = {
  "quang-ngai-so-nganh-2022": { certain: 47, doubtful: 0, unread: 0, wrong: 0 },
  "dti-so-nganh-1000": { certain: 0, doubtful: 0, unread: 0, wrong: 0 },
  "binh-phuoc-so-nganh-500": { certain: 0, doubtful: 0, unread: 0, wrong: 0 },
  "binh-phuoc-website-100": { certain: 0, doubtful: 0, unread: 0, wrong: 0 },
  "qd922-cap-tinh-2022": { certain: 111, doubtful: 1, unread: 0, wrong: 0 },
};

/** Where the encoder's judgement goes beyond the words, so that other points are no mistake of the reading. */
const JUDGED: Readonly<Record<string, string>> = {};

const table: string[] = [];
afterAll(() => {
  process.stdout.write(`\n${table.join("\n")}\n`);
});

describe.each(SEEDS.flatMap((seed) => HAND_ENCODED[seed].map((id, at) => ({ seed, id, at }))))(
  "$id",
  ({ seed, id, at }) => {
    test("has the codes, titles and maxima of the set encoded by hand", async () => {
      const hand = handEncoded(id);
      const made = loadedOf((await importedSet(seed, at)).yaml, id);
      const corrected = (title: string): string =>
        CORRECTED.reduce((text, [printed, meant]) => text.replaceAll(printed, meant), title);
      const frame = ({ set }: typeof hand) =>
        set.nodes.map(({ key, title, max, scored }) => [
          key,
          corrected(title),
          scored ? formatExact(max) : null,
        ]);
      expect(frame(made)).toEqual(frame(hand));
    });

    test("keeps the words of each rule", async () => {
      const letters = (text: string | undefined): string =>
        (text ?? "").replace(/[\s$]|\\geq?/gu, "").replace(/≥/gu, "");
      const corrected = (text: string): string =>
        CORRECTED.reduce(
          (so, [printed, meant]) => so.replaceAll(letters(printed), letters(meant)),
          letters(text),
        ).replace("Nềntảnghợp", "Nềntảnghọp");
      const made = new Map(
        rowsOf((await importedSet(seed, at)).set.indicators).map((row) => [row.key ?? row.code, row]),
      );
      for (const row of rowsOf(handEncoded(id).source.indicators))
        expect([row.code, corrected(made.get(row.key ?? row.code)?.text ?? "")]).toEqual([
          row.code,
          letters(row.text),
        ]);
    });

    test.runIf(id in EXPECTED)("reads its rules right, or asks", async () => {
      const imported = await importedSet(seed, at);
      const hand = handEncoded(id);
      const worded = imported.indicators.filter(({ text, max }) => text !== "" && max !== null);
      const wrong = [...differences(hand.set, loadedOf(imported.yaml, id).set)].filter(
        ([code]) => !(code in JUDGED) && worded.some((one) => one.code === code && one.status === "certain"),
      );
      const count = (status: string): number => worded.filter((one) => one.status === status).length;
      const row = {
        certain: count("certain"),
        doubtful: count("doubtful"),
        unread: count("unread"),
        wrong: wrong.length,
      };
      table.push(
        `${id.padEnd(28)} certain ${row.certain}  doubtful ${row.doubtful}  unread ${row.unread}  wrong ${row.wrong}`,
      );
      expect(wrong).toEqual([]);
      expect(row).toEqual(EXPECTED[id]);
    });
  },
);

test.each(SEEDS)("%s: the same document gives the same bytes", async (seed) => {
  const again = await importFile(seedBytes(seed), { name: `${seed}.txt` });
  const files = (sets: typeof again.sets): unknown =>
    sets.map(({ yaml, cases, plans }) => [
      yaml,
      ...[...cases, ...plans].map((file) => [file.path, file.yaml]),
    ]);
  expect(files(again.sets)).toEqual(files((await importSeed(seed)).sets));
});
