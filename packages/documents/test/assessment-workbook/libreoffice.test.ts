/**
 * A workbook goes to LibreOffice, is filled in and computed there, and comes back. Tried where OPENDTI_LIBREOFFICE names
 * the program (`OPENDTI_LIBREOFFICE=soffice`): nothing needs it otherwise.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssessmentWorkbook, writeAssessmentWorkbook } from "../../src/index.js";
import { Filled } from "./filling.js";
import { LibreOffice, type Typed } from "./libreoffice.js";
import { drawnFields, formOf, SHIPPED, shippedSet } from "./shipped.js";
import { differences, scored, writtenScores } from "./shown-scores.js";
import { numbersForm, places, strayPoints } from "./written-numbers.js";

const program = process.env["OPENDTI_LIBREOFFICE"];

describe.skipIf(program === undefined)("filled in by LibreOffice", () => {
  let office: LibreOffice;
  beforeAll(() => {
    office = new LibreOffice(program ?? "");
  });
  afterAll(() => office.close());

  test.each(SHIPPED)(
    "%s comes back with the values put in, and computes their scores",
    async (id) => {
      const set = shippedSet(id);
      const form = formOf(set);
      const empty = await writeAssessmentWorkbook(form);
      const filled = await Filled.open(empty);
      const facts = [...set.profile, ...set.nodes.flatMap(({ inputs }) => inputs)];
      const fields = drawnFields(set, 11).filter(({ value }) => !Array.isArray(value));
      const typed = fields.map(({ code, input, value }): Typed => {
        const { page, address } = filled.find(`V|${code}|${input}`);
        const node = set.nodeOf.get(code);
        const kind = facts.find(
          (fact) => fact.id === input && (code === "profile" || fact.node === node),
        )?.kind;
        return { sheet: page.name, cell: address, value: asTyped(kind, value) };
      });
      const back = office.fill(empty, typed);
      const read = await readAssessmentWorkbook(back, form);
      expect(read.notes).toEqual([]);
      const found = read.fields.filter(({ value }) => value !== null);
      expect(new Map(found.map(({ code, input, value }) => [`${code} ${input}`, value]))).toEqual(
        new Map(fields.map(({ code, input, value }) => [`${code} ${input}`, value])),
      );
      if (!set.scored) return;
      const { book } = await Filled.open(back);
      expect(differences(set, scored(set, read.fields), writtenScores(book)).wrong).toEqual([]);
    },
    180_000,
  );

  test("numbers that stand there as texts count as the upload reads them", async () => {
    const empty = await writeAssessmentWorkbook(numbersForm);
    const filled = await Filled.open(empty);
    const typed = places.map(({ code, text }): Typed => {
      const { page, address } = filled.find(`V|${code}|value`);
      return { sheet: page.name, cell: address, value: text };
    });
    const back = office.fill(empty, typed);
    const { book } = await Filled.open(back);
    expect(await strayPoints(back, writtenScores(book))).toEqual({ wrong: [], unread: [] });
  }, 180_000);
});

/** A stored value as a person types it; of options the number alone, of days what the program makes of them. */
function asTyped(kind: string | undefined, value: unknown): string | number {
  if (typeof value === "boolean") return value ? "Có" : "Không";
  if (typeof value === "number") return value;
  if (kind === "date") return Date.parse(`${String(value)}T00:00:00Z`) / 86_400_000 + 25_569;
  const numeric = ["count", "number", "money", "percent"].includes(kind ?? "");
  return numeric ? Number(value) : String(value);
}
