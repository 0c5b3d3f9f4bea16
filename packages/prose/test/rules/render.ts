/** Rules written as decisions write them, in many wordings: what the reader must read back. */
import type { InputSource, RuleSource } from "@opendti/engine";
import fc from "fast-check";
import type { Encoded } from "./equal-rules.js";

export interface Rendered {
  readonly text: string;
  readonly title: string;
  readonly max: number;
  readonly meant: Encoded;
}

const maximum = fc.constantFrom(1, 2, 3, 4, 5, 8, 10, 15, 20, 25, 30, 40, 50);
const things = [
  "văn bản",
  "hồ sơ",
  "tin, bài",
  "nền tảng số",
  "cuộc họp",
  "dịch vụ công trực tuyến",
  "máy trạm",
  "hộ kinh doanh",
];
const thing = fc.constantFrom(...things);
const full = fc.constantFrom("Điểm tối đa", "điểm tối đa", "đạt điểm tối đa", "được điểm tối đa");
const bullet = fc.constantFrom("- ", "+ ", "• ", "");
const between = fc.constantFrom(";\n", "\n", ".\n");

/** A number as people here write it. */
function vietnamese(value: number): string {
  const [whole = "", decimals = ""] = String(Math.round(value * 1e6) / 1e6).split(".");
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/gu, ".") : whole;
  return decimals === "" ? grouped : `${grouped},${decimals}`;
}

/** Points as a share, as a number, or "0 điểm". */
function worth(
  share: readonly [number, number],
  max: number,
  style: "share" | "points" | "percent",
  whole: string,
): string {
  const [n, d] = share;
  if (n === 0) return "0 điểm";
  if (style === "points") return `${vietnamese((max * n) / d)} điểm`;
  if (n === d) return whole;
  const percent = (100 * n) / d;
  return style === "percent" && Number.isInteger(percent)
    ? `${percent}% điểm tối đa`
    : `${n}/${d}*Điểm tối đa`;
}

const style = fc.constantFrom("share" as const, "points" as const, "percent" as const);
const worthSign = fc.constantFrom(": ", " : ", ": đạt ", ": được ");

function encoded(rule: RuleSource, inputs: readonly InputSource[]): Encoded {
  return { rule, inputs, exceptions: [] };
}

const exclusive = [
  ["Đã ban hành và triển khai đầy đủ", "Đã ban hành nhưng triển khai chưa đầy đủ", "Chưa ban hành"],
  ["Tốt", "Khá", "Trung bình", "Yếu"],
  ["Trưởng ban là Chủ tịch", "Trưởng ban là Phó Chủ tịch", "Chưa có Ban chỉ đạo"],
  ["Có", "Không"],
  ["Đã triển khai", "Chưa triển khai"],
  ["Xếp loại A", "Xếp loại B", "Xếp loại C", "Không xếp loại"],
];

/** Options of which one holds. */
const options: fc.Arbitrary<Rendered> = fc
  .record({
    labels: fc.constantFrom(...exclusive),
    max: maximum,
    style,
    whole: full,
    bullet,
    between,
    sign: worthSign,
  })
  .map(({ labels, max, style: how, whole, bullet: mark, between: stop, sign }) => {
    const shares = labels.map((_, index): readonly [number, number] => [
      labels.length - 1 - index,
      labels.length - 1,
    ]);
    const plain =
      how === "points" && shares.some(([n, d]) => !Number.isInteger((max * n * 100) / d)) ? "share" : how;
    const text = labels
      .map(
        (label, index) =>
          `${mark}${label}${sign}${worth(shares[index] ?? [0, 1], max, plain, whole).replace(/^(đạt|được) /u, "")}`,
      )
      .join(stop);
    const rule: RuleSource = {
      choice: {
        options: labels.map((label, index) => ({ label, share: (shares[index] ?? [0, 1]).join("/") })),
      },
    };
    return { text, title: "Ban hành kế hoạch", max, meant: encoded(rule, []) };
  });

const halves = [
  ["Có kế hoạch chuyển đổi số", "Có báo cáo định kỳ"],
  ["Có trang thông tin điện tử", "Đã chuyển đổi sang IPv6", "Có chuyên mục chuyển đổi số"],
  ["Bố trí máy quét", "Bố trí máy tính cho người dân", "Có camera giám sát", "Có màn hình tra cứu"],
];

/** Lines that add up. */
const additive: fc.Arbitrary<Rendered> = fc
  .record({
    labels: fc.constantFrom(...halves),
    max: fc.constantFrom(12, 24, 60),
    style,
    bullet,
    between,
    sign: worthSign,
    zero: fc.boolean(),
  })
  .map(({ labels, max, style: how, bullet: mark, between: stop, sign, zero }) => {
    const share = [1, labels.length] as const;
    const lines = labels.map((label) => `${mark}${label}${sign}${worth(share, max, how, "Điểm tối đa")}`);
    const text = [...lines, ...(zero ? [`${mark}Chưa thực hiện: 0 điểm`] : [])].join(stop);
    const inputs = labels.map(
      (label, index): InputSource => ({ id: `p${index + 1}`, label, kind: "yes_no" }),
    );
    const rule: RuleSource = {
      parts: inputs.map(({ id }) => ({ share: share.join("/"), rule: { choice: { of: id } } })),
    };
    return { text, title: "Hạ tầng số", max, meant: encoded(rule, inputs) };
  });

const inputs: readonly InputSource[] = [
  { id: "a", label: "a", kind: "count" },
  { id: "b", label: "b", kind: "count" },
];

const definitions = fc
  .record({
    noun: thing,
    form: fc.constantFrom("=", " = ", ": ", " là "),
    quotient: fc.constantFrom("a/b", "a / b", "(a/b)*100%", "a/b x 100%", "a chia b", "(a/b)"),
    named: fc.constantFrom("Tỷ lệ", "Tỉ lệ", "- Tỷ lệ", "+ Tỷ lệ"),
  })
  .map(({ noun, form, quotient, named }) => ({
    noun,
    lines: [`a${form}Số ${noun} đạt yêu cầu`, `b${form}Tổng số ${noun}`, `${named} = ${quotient}`],
  }));

/** A ratio times the maximum. */
const proportional: fc.Arbitrary<Rendered> = fc
  .record({
    defined: definitions,
    max: maximum,
    between: fc.constantFrom(";\n", "\n"),
    score: fc.constantFrom(
      "Điểm = Tỷ lệ*Điểm tối đa",
      "- Điểm=Tỷ lệ * Điểm tối đa",
      "Điểm = Tỷ lệ x Điểm tối đa",
      "Số điểm = Điểm tối đa x Tỷ lệ",
      "Điểm đạt được = Tỷ lệ nhân với Điểm tối đa",
      "Điểm số = Tỷ lệ (%) x MAX",
      "Điểm = Tỷ lệ x MAX điểm",
      "Điểm: Tỷ lệ × Điểm tối đa",
    ),
  })
  .map(({ defined, max, between: stop, score }) => ({
    text: [...defined.lines, score.replace("MAX", String(max))].join(stop),
    title: `Tỷ lệ ${defined.noun} đạt yêu cầu`,
    max,
    meant: encoded({ proportional: { of: "a/b" } }, inputs),
  }));

/** Full from a limit on, in proportion below it. */
const fullAt: fc.Arbitrary<Rendered> = fc
  .record({
    defined: definitions,
    max: maximum,
    limit: fc.constantFrom(1, 5, 20, 50, 70, 80, 95),
    whole: full,
    form: fc.nat(4),
  })
  .map(({ defined, max, limit, whole, form }) => {
    const lines =
      [
        [`- Điểm:`, `+ Tỷ lệ>=${limit}%: ${whole};`, `+ Tỷ lệ<${limit}%: Tỷ lệ/${limit}%*Điểm tối đa`],
        [`- Tỷ lệ ≥ ${limit}%: ${whole}`, `- Tỷ lệ < ${limit}%: Điểm = Tỷ lệ*Điểm tối đa/${limit}%`],
        [`Tỷ lệ ≥ ${limit}%: ${whole}`, `Tỷ lệ < ${limit}%: điểm = điểm tối đa * tỷ lệ/${limit}%`],
        [
          `- Tỷ lệ từ ${limit}% trở lên: ${whole};`,
          `- Tỷ lệ dưới ${limit}%: Điểm = Tỷ lệ/${limit}% x Điểm tối đa.`,
        ],
        [
          `Nếu tỷ lệ đạt từ ${limit}% trở lên thì được ${max} điểm`,
          `Nếu tỷ lệ đạt dưới ${limit}% thì điểm = tỷ lệ/${limit}% x ${max}`,
        ],
      ][form] ?? [];
    return {
      text: [...defined.lines, ...lines].join("\n"),
      title: `Tỷ lệ ${defined.noun}`,
      max,
      meant: encoded({ proportional: { of: "a/b", full_at: `${limit}%` } }, inputs),
    };
  });

type Words = (low: number | null, high: number | null, sign: string) => string;
const ladderWords: readonly Words[] = [
  (low, high, sign) =>
    high === null
      ? `Từ ${low}${sign} trở lên`
      : low === null
        ? `Dưới ${high}${sign}`
        : `Từ ${low}${sign} đến dưới ${high}${sign}`,
  (low, high, sign) =>
    high === null
      ? `≥ ${low}${sign}`
      : low === null
        ? `< ${high}${sign}`
        : `${low}${sign} ≤ Tỷ lệ < ${high}${sign}`,
  (low, high, sign) =>
    high === null
      ? `Đạt từ ${low}${sign} trở lên`
      : low === null
        ? `Đạt dưới ${high}${sign}`
        : `Đạt từ ${low}${sign} đến dưới ${high}${sign}`,
  (low, high, sign) =>
    high === null
      ? `Tỷ lệ >= ${low}${sign}`
      : low === null
        ? `Tỷ lệ < ${high}${sign}`
        : `Tỷ lệ >= ${low}${sign} và < ${high}${sign}`,
];

/** Bands of a percent that is declared itself, or of a count. */
const bands: fc.Arbitrary<Rendered> = fc
  .record({
    limits: fc.uniqueArray(fc.integer({ min: 2, max: 19 }), { minLength: 1, maxLength: 4 }),
    max: maximum,
    how: fc.nat(3),
    percent: fc.boolean(),
    noun: fc.constantFrom("văn bản", "tin", "lớp"),
    style,
    bullet,
    between: fc.constantFrom(";\n", "\n", "; ", ", "),
    rest: fc.boolean(),
  })
  .map(({ limits, max, how, percent, noun, style: points, bullet: mark, between: stop, rest }) => {
    const sorted = [...limits]
      .sort((one, other) => other - one)
      .map((limit) => (percent ? limit * 5 : limit));
    const write = ladderWords[percent ? how : how % 2 === 0 ? 0 : 2] ?? ladderWords[0];
    const sign = percent ? "%" : ` ${noun}`;
    const shareOf = (index: number): readonly [number, number] => [sorted.length - index, sorted.length];
    const plain =
      points === "points" &&
      sorted.some((_, index) => !Number.isInteger((max * 100 * (sorted.length - index)) / sorted.length))
        ? "share"
        : points;
    const lines = sorted.map(
      (low, index) =>
        `${write?.(low, index === 0 ? null : (sorted[index - 1] ?? null), sign)}: ${worth(shareOf(index), max, plain, "Điểm tối đa")}`,
    );
    lines.push(rest ? "Còn lại: 0 điểm" : `${write?.(null, sorted.at(-1) ?? 0, sign)}: 0 điểm`);
    const inline = stop === "; " || stop === ", ";
    const limit = (value: number): string | number => (percent ? `${value}%` : value);
    const rule: RuleSource = {
      bands: {
        of: "value",
        steps: [
          ...sorted.map((low, index) => ({ ge: limit(low), share: shareOf(index).join("/") })),
          { share: 0 },
        ],
      },
    };
    return {
      text: lines.map((line) => `${inline ? "" : mark}${line}`).join(stop),
      title: percent ? "Tỷ lệ văn bản điện tử" : `Số ${noun} về chuyển đổi số`,
      max,
      meant: encoded(rule, [{ id: "value", label: "value", kind: percent ? "percent" : "count" }]),
    };
  });

/** Points an item. */
const items: fc.Arbitrary<Rendered> = fc
  .record({
    noun: thing,
    per: fc.constantFrom(0.5, 1, 1.5, 2),
    times: fc.constantFrom(2, 4, 5, 10),
    form: fc.nat(5),
  })
  .map(({ noun, per, times, form }) => {
    const max = per * times;
    const [each, most] = [vietnamese(per), vietnamese(max)];
    const text =
      [
        `Mỗi ${noun} ${each} điểm, tối đa ${most} điểm`,
        `- Mỗi ${noun} được ${each} điểm, không vượt quá Điểm tối đa.`,
        `- Mỗi ${noun}: ${each} điểm;\n- Tổng điểm không quá Điểm tối đa.`,
        `Cứ mỗi ${noun} được cộng ${each} điểm nhưng không quá ${most} điểm`,
        `${each} điểm/${noun}, tối đa ${most} điểm`,
        `Cứ 01 ${noun} được ${each} điểm (tối đa ${most} điểm)`,
      ][form] ?? "";
    return {
      text,
      title: `Số ${noun}`,
      max,
      meant: encoded({ per_item: { of: "value", points: per } }, [
        { id: "value", label: "value", kind: "count" },
      ]),
    };
  });

/** Relative to the best of the group. */
const relative: fc.Arbitrary<Rendered> = fc
  .record({ defined: definitions, max: maximum, form: fc.nat(2) })
  .map(({ defined, max, form }) => {
    const lines =
      [
        ["- Tính điểm theo phương pháp Min-Max dựa vào tỷ lệ cao nhất thì điểm tối đa và giảm dần"],
        [
          "- Địa phương có tỷ lệ cao nhất: điểm tối đa",
          "- Các địa phương còn lại: điểm = tỷ lệ của địa phương/tỷ lệ của địa phương cao nhất * điểm tối đa",
        ],
        ["- Điểm = Tỷ lệ/Tỷ lệ cao nhất*Điểm tối đa"],
      ][form] ?? [];
    const provisional = form === 0 ? { provisional: { proportional: { of: "a/b" } } } : {};
    return {
      text: [...defined.lines, ...lines].join("\n"),
      title: `Tỷ lệ ${defined.noun}`,
      max,
      meant: encoded({ relative: { of: "a/b", to: "best", ...provisional } }, inputs),
    };
  });

export const rules: fc.Arbitrary<Rendered> = fc.oneof(
  options,
  additive,
  proportional,
  fullAt,
  bands,
  items,
  relative,
);

/** What typing and scanning do to a text without changing what it says. */
export const typed: fc.Arbitrary<(text: string) => string> = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.normalize("NFD"),
  (text: string) => text.replace(/Tỷ/gu, "Tỉ").replace(/tỷ lệ/gu, "tỉ lệ"),
  (text: string) => text.replace(/ /gu, "\u00a0"),
  (text: string) => text.replace(/-/gu, "–"),
  (text: string) => text.replace(/Điểm/gu, "Ðiểm").replace(/\n/gu, "\r\n"),
  (text: string) =>
    text.replace(/(\p{Ll}) (\p{Ll})/gu, (all, one: string, other: string, at: number) =>
      at % 7 === 3 ? `${one}\n${other}` : all,
    ),
);
