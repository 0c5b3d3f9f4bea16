/** Money is typed in đồng, triệu or tỷ and kept in the unit that the decision asks for; exact in both directions. */
import { exact, formatNumber, type Language, type Rational } from "@opendti/engine";

export const moneyUnits = ["dong", "trieu", "ty"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** What a unit is called on screen; `đồng` stands in both languages, being the currency's name. */
export const moneyNames: Readonly<Record<Language, Readonly<Record<MoneyUnit, string>>>> = {
  vi: { dong: "đồng", trieu: "triệu đồng", ty: "tỷ đồng" },
  en: { dong: "đồng", trieu: "million đồng", ty: "billion đồng" },
};

const FACTORS: Readonly<Record<MoneyUnit, Rational>> = {
  dong: exact.rational(1n),
  trieu: exact.rational(1_000_000n),
  ty: exact.rational(1_000_000_000n),
};

/** The unit a set writes (`tỷ đồng`, `triệu đồng`); plain đồng when it names none. */
export function moneyUnitOf(written: string | undefined): MoneyUnit {
  const text = (written ?? "").normalize("NFC").toLowerCase();
  if (/(^|\s)(tỷ|tỉ)(\s|$)/.test(text)) return "ty";
  if (/(^|\s)(triệu|tr)(\s|$)/.test(text)) return "trieu";
  return "dong";
}

/** The same amount in another unit. */
export function convertMoney(amount: Rational, from: MoneyUnit, to: MoneyUnit): Rational {
  return from === to
    ? amount
    : exact.reduce(exact.divide(exact.multiply(amount, FACTORS[from]), FACTORS[to]));
}

/**
 * The line under the field: `51,125 triệu đồng = 51.125.000 đồng`. Small amounts are told in đồng, amounts in đồng in
 * the unit that makes them readable; undefined when there is nothing to add.
 */
export function conversionLine(
  amount: Rational,
  typed: MoneyUnit,
  own: MoneyUnit,
  language: Language,
): string | undefined {
  const written = (unit: MoneyUnit): string =>
    `${formatNumber(convertMoney(amount, typed, unit), language)} ${moneyNames[language][unit]}`;
  const units: MoneyUnit[] = [typed];
  if (own !== typed) units.push(own);
  const inDong = convertMoney(amount, typed, "dong");
  const size = exact.toNumber(inDong);
  const other: MoneyUnit =
    typed !== "dong" && own !== "dong" ? "dong" : size >= 1e9 ? "ty" : size >= 1e6 ? "trieu" : "dong";
  if (!units.includes(other)) units.push(other);
  return units.length > 1 && size !== 0 ? units.map(written).join(" = ") : undefined;
}

const SUFFIX =
  /^(.*?\d)\s*(tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|đ|vnđ|vnd|billion|million)(\s*(đồng|đ|vnđ|vnd))?\.?$/iu;

/** A unit typed with the number (`51,125 triệu`): the number's text, and what multiplies it to đồng. */
export function typedUnit(text: string): { readonly number: string; readonly factor: Rational } | undefined {
  const match = SUFFIX.exec(text.normalize("NFC").trim());
  if (!match) return undefined;
  const [, number = "", word = ""] = match;
  return { number, factor: factorOf(word.toLowerCase()) };
}

function factorOf(word: string): Rational {
  if (["tỷ", "tỉ", "billion"].includes(word)) return FACTORS.ty;
  if (["triệu", "tr", "million"].includes(word)) return FACTORS.trieu;
  if (["nghìn", "ngàn"].includes(word)) return exact.rational(1000n);
  return FACTORS.dong;
}
