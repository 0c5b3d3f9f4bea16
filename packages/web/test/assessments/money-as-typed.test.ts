import fc from "fast-check";
import { expect, test } from "vitest";
import { type MoneyUnit, moneyUnitOf, moneyUnits } from "../../src/features/assessments/values/money.js";
import { readTyped, typedText } from "../../src/features/assessments/values/typed-value.js";

function typed(text: string, chosen: MoneyUnit, unit = "đồng"): unknown {
  return readTyped({ kind: "money", unit }, text, "vi", chosen);
}

test("51,125 triệu đồng is kept as 51125000 đồng, and the conversion is told", () => {
  expect(typed("51,125", "trieu")).toEqual({
    ok: true,
    value: "51125000",
    said: "51,125 triệu đồng = 51.125.000 đồng",
  });
});

test("a decision that asks for tỷ đồng gets tỷ đồng, whatever was typed", () => {
  expect(typed("50", "trieu", "tỷ đồng")).toEqual({
    ok: true,
    value: "0.05",
    said: "50 triệu đồng = 0,05 tỷ đồng = 50.000.000 đồng",
  });
  expect(typed("7,12", "ty", "tỷ đồng")).toEqual({
    ok: true,
    value: "7.12",
    said: "7,12 tỷ đồng = 7.120.000.000 đồng",
  });
});

test("a unit typed with the number counts over the one chosen beside the field", () => {
  expect(typed("51,125 triệu", "dong")).toMatchObject({ value: "51125000" });
  expect(typed("7,12 tỷ đồng", "dong")).toMatchObject({ value: "7120000000" });
  expect(typed("500 nghìn", "trieu")).toMatchObject({ value: "500000" });
  expect(typed("51.125.000đ", "ty")).toMatchObject({ value: "51125000" });
});

test("a big amount in đồng is told in millions or billions, a small one needs no telling", () => {
  expect(typed("51.125.000", "dong")).toMatchObject({ said: "51.125.000 đồng = 51,125 triệu đồng" });
  expect(typed("7.120.000.000", "dong")).toMatchObject({ said: "7.120.000.000 đồng = 7,12 tỷ đồng" });
  expect(typed("900000", "dong")).toEqual({ ok: true, value: "900000", said: undefined });
  expect(typed("0", "dong")).toEqual({ ok: true, value: "0", said: undefined });
});

test("the unit of a set's input is known by its words", () => {
  expect(moneyUnitOf("tỷ đồng")).toBe("ty");
  expect(moneyUnitOf("triệu đồng")).toBe("trieu");
  expect(moneyUnitOf("đồng")).toBe("dong");
  expect(moneyUnitOf(undefined)).toBe("dong");
});

test("typing in one unit and reading in another never changes the amount", () => {
  const units = fc.constantFrom(...moneyUnits);
  const words = { dong: "đồng", trieu: "triệu đồng", ty: "tỷ đồng" };
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      units,
      units,
      units,
      (amount, own, typing, reading) => {
        const field = { kind: "money" as const, unit: words[own] };
        const first = readTyped(field, String(amount), "vi", typing);
        if (!first.ok) throw new Error(first.problem);
        const shown = typedText(field, first.value, "vi", reading);
        expect(readTyped(field, shown, "vi", reading)).toMatchObject({ value: first.value });
      },
    ),
  );
});
