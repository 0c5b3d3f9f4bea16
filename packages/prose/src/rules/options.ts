/** Cases in words: options of which one holds, or parts that add up. */
import { exact, type InputSource, type Rational, type RuleSource } from "@opendti/engine";
import type { Core, Draft } from "./draft.js";
import { excludeOneAnother } from "./either-or.js";
import { shareText } from "./exact-text.js";
import { shareWithin } from "./ladder.js";
import { above, message, unreachable } from "./questions.js";
import type { StatementOf } from "./statements.js";

type Case = StatementOf<"case">;

interface Option {
  readonly label: string;
  readonly share: Rational;
  readonly from: Case;
}

export interface Place {
  /** Its number among the parts of the rule; null when the rule has one part only. */
  readonly part: number | null;
}

/** Reads a list of cases in words. */
export function optionsCore(cases: readonly Case[], draft: Draft, place: Place): Core | null {
  const options: Option[] = [];
  draft.use(...cases);
  for (const each of cases) {
    const share = draft.shareOf(each.worth);
    if (share === undefined) {
      draft.doubt(
        "max-missing",
        message(
          "Lời văn cho số điểm nhưng chỉ số không có điểm tối đa.",
          "The text gives points, but the indicator has no maximum.",
        ),
        each.clause.span,
      );
      return null;
    }
    if (each.worth.upTo)
      draft.doubt(
        "points-up-to",
        message(
          `"${each.condition.label}" được "tối đa" một số điểm: được đúng số đó, hay người thẩm định cho đến số đó?`,
          `"${each.condition.label}" gives "at most" some points: exactly that many, or up to that many by an appraiser?`,
        ),
        each.clause.span,
      );
    options.push({ label: each.condition.label, share, from: each });
  }
  const [first, second] = cases;
  const between = first && second ? draft.text.slice(first.clause.span.start, second.clause.span.end) : "";
  if (cases.length > 2 && heldWithin.test(between.normalize("NFC")))
    draft.doubt(
      "lines-within",
      message(
        'Các dòng sau "trong đó" là các phần của số điểm đứng trước, hay là những trường hợp khác?',
        'Are the lines after "trong đó" parts of the points before them, or other cases?',
      ),
      second?.clause.span ?? null,
    );
  const nested = cases.filter(({ condition }) => rangeUnder.test(condition.label));
  const kinds = cases.find(
    ({ condition }) =>
      condition.exceptional === "for" ||
      otherUnits.test(condition.label) ||
      (nested.length > 1 && condition === nested[0]?.condition),
  );
  if (kinds)
    draft.doubt(
      "units-differ",
      message(
        "Cách tính khác nhau giữa các loại đơn vị; chọn cách áp dụng cho loại đơn vị của bộ chỉ số này.",
        "The way to points differs between kinds of unit; choose the one that holds for the units of this set.",
      ),
      kinds.clause.span,
    );
  repeated(options, draft);
  countedOptions(options, draft);
  const top = options.map(({ share }) => share).reduce(exact.greatest, exact.ZERO);
  const giving = options.filter(({ share }) => share.n > 0n);
  const sum = giving.reduce((total, { share }) => exact.add(total, share), exact.ZERO);
  if (place.part !== null) return inPart(options, giving, top, draft, place.part);
  if (exact.equal(top, exact.ONE)) return { rule: choice(options, exact.ONE), top };
  if (giving.length >= 2 && exact.equal(sum, exact.ONE) && addsUp(options, giving)) {
    if (excludeOneAnother(giving.map(({ label }) => label))) orOneOf(options, giving, draft);
    return { rule: added(giving, draft), top: exact.ONE };
  }
  return outOfReach(options, giving, top, sum, draft);
}

/** One of the parts of a numbered list: yes or no where one line gives points, else one of several. */
function inPart(
  options: readonly Option[],
  giving: readonly Option[],
  top: Rational,
  draft: Draft,
  part: number,
): Core {
  const [only] = giving;
  if (giving.length === 1 && only && options.length <= 3) {
    const id = `p${part}`;
    const taken = draft.inputs.filter(
      ({ kind, id: other }) => kind === "yes_no" && /^p\d+$/.test(other),
    ).length;
    const alias = `p${taken + 1}`;
    const input: InputSource = { id, label: only.label, kind: "yes_no" };
    if (alias !== id && !draft.inputs.some((other) => other.id === alias)) input.aliases = [alias];
    draft.input(input);
    return { rule: { choice: { of: id } }, top };
  }
  const id =
    draft.inputs.some((input) => input.id === "choice") || draft.choices.size > 0
      ? `choice${part}`
      : "choice";
  draft.choices.add(id);
  const rule = choice(options, top);
  if (id !== "choice" && "choice" in rule) {
    draft.input({ id, label: options[0]?.label ?? id, kind: "choice" });
    return { rule: { choice: { of: id, ...rule.choice } }, top };
  }
  return { rule, top };
}

function choice(options: readonly Option[], top: Rational): RuleSource {
  return {
    choice: {
      options: options.map(({ label, share }) => ({ label, share: shareText(shareWithin(share, top)) })),
    },
  };
}

/** Whether lines that give points can hold together: none is the other said with "chưa" or "nhưng". */
function addsUp(options: readonly Option[], giving: readonly Option[]): boolean {
  const ranged = giving.filter(({ from }) => from.condition.range).length;
  if (
    giving.some(
      ({ from, label }) =>
        (from.condition.range && ranged > 1) ||
        from.condition.residual ||
        from.condition.level ||
        hedged.test(label),
    )
  )
    return false;
  // "Có kế hoạch" and "có kế hoạch và báo cáo" are steps of one ladder.
  const labels = giving.map(({ label }) => label.toLowerCase());
  const within = (label: string, index: number): boolean =>
    labels.some((other, at) => at !== index && label.includes(other));
  if (labels.some(within)) return false;
  return options.every(
    ({ from, share }) => share.n > 0n || from.condition.negative || denied.test(from.condition.label),
  );
}

/** "Có cổng: 6 điểm, trong đó: ..." */
const heldWithin =
  /(?:điểm|đ|tối đa|\d)[\s,.;(]*(?:trong đó|bao gồm|gồm|cụ thể|chia ra|cụ thể như sau)(?!\p{L})/iu;

/** "Miền núi: từ 50% trở lên", "Năm 2024: đạt 50%": a range that holds for some units or years. */
const rangeUnder = /^\p{L}[^:]{1,60}:\s*(?:đạt |từ |trên |dưới |[<>≥≤=])*\s*\d/iu;
/** "Các xã khác: Có" */
const otherUnits = /^(các|những)\s.{0,40}(khác|còn lại)\s*:/iu;
const hedged = /(?<!\p{L})(nhưng|chưa|một phần|mới chỉ|chỉ (có|đạt))(?!\p{L})/iu;
const denied = /(?<!\p{L})(không|chưa)(?!\p{L})/iu;

function added(giving: readonly Option[], draft: Draft): RuleSource {
  return {
    parts: giving.map(({ label, share }, index) => {
      const id = `p${index + 1}`;
      draft.input({ id, label, kind: "yes_no" });
      return { label, share: shareText(share), rule: { choice: { of: id } } };
    }),
  };
}

/** "Thường xuyên: 6 điểm; thỉnh thoảng: 4 điểm": only together do they come to the maximum, yet only one may hold. */
function orOneOf(options: readonly Option[], giving: readonly Option[], draft: Draft): void {
  draft.doubt(
    "lines-add-or-not",
    message(
      "Các dòng này được cộng với nhau, hay chỉ một dòng đúng (khi đó không dòng nào đạt điểm tối đa)?",
      "Do these lines add up, or does only one of them hold (and then none gives the maximum)?",
    ),
    giving[0]?.from.clause.span ?? null,
    [
      {
        label: message("Chỉ một dòng đúng", "Only one line holds"),
        rule: choice(options, exact.ONE),
        inputs: [],
      },
    ],
  );
}

/** "4 lần/năm: 20 điểm; 3 lần/năm: 15 điểm": the most is given for one number, and more than it is in no line. */
function countedOptions(options: readonly Option[], draft: Draft): void {
  const masked = options.map(({ label }) => skeletonOf(label));
  const counted = options.flatMap((option, index) => {
    const own = masked[index];
    if (!own || masked.filter((other) => other?.words === own.words).length < 2) return [];
    return [{ option, count: own.count, of: own.of }];
  });
  const [first] = counted;
  if (
    counted.length < 2 ||
    !first ||
    counted.some(({ option }) => exact.compare(option.share, first.option.share) > 0)
  )
    return;
  if (options.some(({ label }) => /trở lên|trên|hơn|≥|>/iu.test(label))) return;
  if (countsDown(counted, options)) return;
  const rest = options.filter((option) => !counted.some((each) => each.option === option));
  const steps = [...counted]
    .sort((one, other) => (one.count < other.count ? 1 : -1))
    .map(({ option, count }) => ({ label: option.label, ge: Number(count), share: shareText(option.share) }));
  const last = rest.at(-1);
  draft.doubt(
    "levels-counted",
    message(
      `"${first.option.label}" là đúng số đó, hay từ số đó trở lên?`,
      `Is "${first.option.label}" exactly that number, or that number and more?`,
    ),
    first.option.from.clause.span,
    [
      {
        label: message("Từ số đó trở lên", "That number and more"),
        rule: {
          bands: {
            of: "value",
            steps: [...steps, ...(last ? [{ label: last.label, share: shareText(last.share) }] : [])],
          },
        },
        inputs: [{ id: "value", label: draft.request.title, kind: "count" }],
      },
      { label: message("Đúng số đó", "Exactly that number"), rule: choice(options, exact.ONE) },
    ],
  );
}

interface Skeleton {
  readonly words: string;
  readonly count: bigint;
  /** 3 in "2/3 nội dung"; 0 where the number is of nothing. */
  readonly of: bigint;
}

/** "3/3; 2/3; 1/3" leave nothing out, nor "5/5; 4/5; dưới 4". */
function countsDown(
  counted: readonly { readonly count: bigint; readonly of: bigint }[],
  options: readonly Option[],
): boolean {
  const [first] = counted;
  const last = counted.at(-1);
  if (!first || !last || first.of === 0n || first.count < first.of - 1n) return false;
  const below = new RegExp(`dưới 0*${last.count}(?!\\d)`, "iu");
  return (
    counted.every(({ count }, at) => count === first.count - BigInt(at)) &&
    (last.count === 1n || options.some(({ label }) => below.test(label.normalize("NFC"))))
  );
}

/** The words of a label around its one number; null where it has none, several, or words that compare. */
function skeletonOf(label: string): Skeleton | null {
  const bare = label
    .normalize("NFC")
    .toLowerCase()
    .replace(/\([^)]*\)/gu, " ");
  const dated = /(?<!\p{L})(trước|sau|ngày)(?!\p{L})/u.test(bare);
  const numbers = (dated ? bare : bare.replace(/(?<=\d)\/\d+/gu, "")).match(/\d+/gu) ?? [];
  const [only] = numbers;
  const leveled = /(mức độ|mức|loại|hạng|cấp độ|quý|tháng|ngày|năm) \d/u.test(bare);
  if (numbers.length !== 1 || only === undefined || only.length > 6 || leveled) return null;
  if (/%|≥|≤|[<>]|trở lên|(?<!\p{L})(từ|trên|dưới|ít nhất|tối thiểu|hơn|đến)(?!\p{L})/u.test(bare))
    return null;
  const words = bare.replace(/(?<!\/)(?<!\d)\d+/gu, "#").replace(/\s+/gu, "");
  return { words, count: BigInt(only), of: BigInt(/#\/0*(\d{1,6})/u.exec(words)?.[1] ?? 0) };
}

function repeated(options: readonly Option[], draft: Draft): void {
  for (const [index, option] of options.entries()) {
    const same = options
      .slice(0, index)
      .find(({ label }) => label.toLowerCase() === option.label.toLowerCase());
    if (!same) continue;
    draft.doubt(
      "option-repeated",
      message(
        `Hai dòng cùng ghi "${option.label}". Dòng sau có phải là trường hợp khác bị in nhầm?`,
        `Two lines both read "${option.label}". Is the second another case, misprinted?`,
      ),
      option.from.clause.span,
    );
  }
}

/** The lines do not come to the maximum, neither one of them nor all together. */
function outOfReach(
  options: readonly Option[],
  giving: readonly Option[],
  top: Rational,
  sum: Rational,
  draft: Draft,
): Core {
  const max = draft.max ?? exact.ONE;
  const rule = choice(options, exact.ONE);
  const span = options[0]?.from.clause.span ?? null;
  const pointsOf = (share: Rational): Rational => exact.reduce(exact.multiply(share, max));
  const text =
    exact.compare(top, exact.ONE) > 0 ? above(pointsOf(top), max) : unreachable(pointsOf(top), max);
  const scaled = top.n > 0n ? choice(options, top) : null;
  const additive: RuleSource = {
    parts: giving.map(({ label, share }, index) => ({
      label,
      share: shareText(share),
      rule: { choice: { of: `p${index + 1}` } },
    })),
  };
  const inputs = giving.map(
    ({ label }, index): InputSource => ({ id: `p${index + 1}`, label, kind: "yes_no" }),
  );
  draft.doubt(exact.compare(top, exact.ONE) > 0 ? "points-above-max" : "max-unreachable", text, span, [
    { label: message("Theo đúng số điểm đã in", "The points as printed"), rule },
    ...(giving.length > 1 && exact.compare(sum, exact.ONE) <= 0
      ? [{ label: message("Các dòng được cộng với nhau", "The lines add up"), rule: additive, inputs }]
      : []),
    ...(scaled
      ? [
          {
            label: message("Dòng cao nhất được điểm tối đa", "The highest line gives the maximum"),
            rule: scaled,
          },
        ]
      : []),
  ]);
  return { rule, top: exact.ONE };
}
