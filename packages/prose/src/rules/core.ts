/** The rule of one group of statements: relative, per item, points taken off, proportion, bands, options. */
import { exact, type RuleSource } from "@opendti/engine";
import { casesCore } from "./cases-core.js";
import { define } from "./define.js";
import type { Core, Draft } from "./draft.js";
import { inExpression, limitText } from "./exact-text.js";
import { extremesIn } from "./measure.js";
import { scaleOf } from "./measured.js";
import { optionsCore, type Place } from "./options.js";
import { message } from "./questions.js";
import { scoreCore, timesText } from "./score-core.js";
import type { Statement, StatementOf } from "./statements.js";

export const only = <K extends Statement["kind"]>(
  statements: readonly Statement[],
  kind: K,
): StatementOf<K>[] => statements.filter((statement): statement is StatementOf<K> => statement.kind === kind);

/** The rule of a group, or null (doubted) where its statements give none. */
export function coreOf(statements: readonly Statement[], draft: Draft, place: Place): Core | null {
  define(statements, draft);
  const relative = relativeCore(statements, draft);
  if (relative !== undefined) return relative;
  const items = only(statements, "per-item");
  if (items.length > 0) return itemsCore(items, statements, draft);
  const deducts = only(statements, "deduct");
  if (deducts.length > 0) return deductCore(deducts, statements, draft);
  const measured = only(statements, "score").length > 0 || only(statements, "by-ratio").length > 0;
  const cases = only(statements, "case");
  if (measured || cases.some(({ condition }) => condition.range) || only(statements, "bare-case").length > 0)
    return casesCore(statements, draft, place);
  if (cases.length > 0) {
    if (draft.ratios.length > 0)
      draft.doubt(
        "ratio-unused",
        message(
          "Lời văn định nghĩa tỷ lệ nhưng các dòng điểm không dùng đến.",
          "The text defines a ratio that the lines with points do not use.",
        ),
        cases[0]?.clause.span ?? null,
      );
    return optionsCore(cases, draft, place);
  }
  if (draft.ratios.length > 0) {
    draft.doubt(
      "points-unsaid",
      message(
        "Lời văn nêu tỷ lệ nhưng không nói tính điểm thế nào.",
        "The text gives a ratio but not how points come of it.",
      ),
      only(statements, "ratio")[0]?.clause.span ?? null,
      [
        {
          label: message("Điểm = Tỷ lệ x Điểm tối đa", "Points = ratio x maximum"),
          rule: { proportional: { of: draft.ratios.at(-1)?.of ?? "value" } },
        },
      ],
    );
  }
  return null;
}

/** "Min-Max ... cao nhất thì điểm tối đa và giảm dần"; the best named in a case, the others by a formula. */
function relativeCore(statements: readonly Statement[], draft: Draft): Core | null | undefined {
  const [method, ...more] = only(statements, "relative");
  const tops = only(statements, "case").filter(
    ({ condition }) => condition.extreme === "highest" && !condition.range,
  );
  const scores = only(statements, "score");
  if (method && more.length === 0) return byMethod(method, statements, draft);
  const [top] = tops;
  if (!top) return undefined;
  const others =
    scores.find(({ formula }) => extremesIn(formula).length > 0) ??
    scores.find(({ condition }) => condition?.others);
  draft.use(top, ...(others ? [others] : []));
  const core = others ? scoreCore(others, draft) : null;
  const known = core && "relative" in core.rule;
  const rest = statements.filter((each) => each.kind === "case" && each !== top);
  if (!known || draft.shareOf(top.worth)?.n !== draft.shareOf(top.worth)?.d || rest.length > 0) {
    draft.doubt(
      "relative-unclear",
      message(
        "Không rõ các đơn vị không cao nhất được tính điểm thế nào.",
        "It is not clear how units that are not the highest are scored.",
      ),
      top.clause.span,
      core ? [{ label: message("So với đơn vị cao nhất", "Relative to the highest"), rule: core.rule }] : [],
    );
    return core;
  }
  return core;
}

function byMethod(
  method: StatementOf<"relative">,
  statements: readonly Statement[],
  draft: Draft,
): Core | null {
  draft.use(method);
  const competing = statements.some((each) =>
    ["score", "case", "per-item", "deduct", "by-ratio", "bare-case"].includes(each.kind),
  );
  const ratio = draft.ratios.at(-1);
  const letters = new Set(draft.letters.values());
  let of = ratio?.of;
  if (of === undefined && letters.size === 1) of = [...letters][0];
  if (of === undefined && letters.size > 1) {
    draft.doubt(
      "measure-unclear",
      message("So sánh giữa các đơn vị theo số liệu nào?", "By which input are the units compared?"),
      method.clause.span,
    );
    return null;
  }
  if (of === undefined) of = scaleOf([], statements, draft)?.of ?? "value";
  const proportional: RuleSource = { proportional: { of } };
  const best: RuleSource = {
    relative: {
      of,
      to: "best",
      ...(method.better === "lower" ? { better: "lower" as const } : {}),
      ...(ratio && method.subjectIsRatio && method.better === "higher" ? { provisional: proportional } : {}),
    },
  };
  if (!method.clear || competing)
    draft.doubt(
      "relative-unclear",
      message(
        "Phương pháp Min-Max ở đây so với đơn vị cao nhất, hay trải từ thấp nhất (0 điểm) đến cao nhất?",
        "Is Min-Max here relative to the highest, or spread from the lowest (0 points) to the highest?",
      ),
      method.clause.span,
      [
        { label: message("So với đơn vị cao nhất", "Relative to the highest"), rule: best },
        {
          label: message("Từ thấp nhất đến cao nhất", "From the lowest to the highest"),
          rule: { relative: { of, to: "range" } },
        },
      ],
    );
  return { rule: best, top: exact.ONE };
}

/** "Mỗi văn bản 0,5 điểm, tối đa 3 điểm" */
function itemsCore(
  items: readonly StatementOf<"per-item">[],
  statements: readonly Statement[],
  draft: Draft,
): Core | null {
  const [item] = items;
  if (!item) return null;
  const together = severalItems(items, statements, draft);
  if (together) return together;
  draft.use(item, ...statements.filter((each) => isNone(each, draft)));
  const share = draft.shareOf(item.points);
  if (share === undefined || share.n === 0n || !draft.max) {
    draft.doubt(
      "max-missing",
      message("Chỉ số có điểm mỗi mục nhưng không có điểm tối đa.", "Points an item, but no maximum."),
      item.clause.span,
    );
    return null;
  }
  const caps = [...only(statements, "cap").map(({ worth }) => worth), ...(item.cap ? [item.cap] : [])];
  const cap =
    caps.map((worth) => draft.shareOf(worth)).find((each) => each !== undefined && each.n > 0n) ?? exact.ONE;
  const of = itemMeasure(item, statements, draft);
  if (of === undefined) return null;
  const points = exact.reduce(exact.multiply(share, draft.max));
  const top = exact.compare(cap, exact.ONE) < 0 ? cap : exact.ONE;
  const body = { of, points: limitText(points, false) };
  const competing = statements.some(
    (each) =>
      ["score", "case", "by-ratio", "deduct", "bare-case"].includes(each.kind) && !isNone(each, draft),
  );
  if (exact.compare(cap, exact.ONE) > 0 || items.length > 1 || item.every || competing)
    draft.doubt(
      item.every
        ? "items-in-portions"
        : items.length > 1 || competing
          ? "items-with-others"
          : "points-above-max",
      item.every
        ? message(
            `Cứ đủ mới được điểm, hay tính theo tỷ lệ cả phần lẻ?`,
            `Only for full portions, or in proportion?`,
          )
        : items.length > 1 || competing
          ? message(
              "Nhiều cách cho điểm trong một chỉ số: cộng với nhau thế nào?",
              "Several ways to points in one indicator: how do they add up?",
            )
          : message(
              "Mức không quá lớn hơn điểm tối đa của chỉ số.",
              "The limit is above the indicator's maximum.",
            ),
      item.clause.span,
    );
  const portion = item.every ? `${of}/${inExpression(item.every)}` : of;
  return { rule: { per_item: { ...body, of: portion, ...(top === exact.ONE ? {} : {}) } }, top };
}

/** "Mỗi sáng kiến cấp tỉnh 2 điểm; mỗi sáng kiến cấp xã 1 điểm": all count, each for its points. */
function severalItems(
  items: readonly StatementOf<"per-item">[],
  statements: readonly Statement[],
  draft: Draft,
): Core | null {
  const shares = items.map(({ points }) => draft.shareOf(points));
  const { max } = draft;
  const nouns = items.map(({ words }) => words);
  const apart = nouns.every((own, at) =>
    nouns.every((other, index) => index === at || own.some((word) => !other.includes(word))),
  );
  const others = statements.some(
    (each) =>
      ["score", "case", "by-ratio", "deduct", "bare-case"].includes(each.kind) && !isNone(each, draft),
  );
  const plain =
    items.slice(0, -1).every(({ cap }) => cap === null) && items.every(({ every }) => every === null);
  if (items.length < 2 || !max || !apart || others || !plain || draft.letters.size > 0) return null;
  if (
    shares.some((share) => share === undefined || share.n === 0n) ||
    listAfter(statements, draft).length > 0
  )
    return null;
  const caps = [
    ...only(statements, "cap").map(({ worth }) => worth),
    ...(items.at(-1)?.cap ? [items.at(-1)?.cap] : []),
  ];
  if (!caps.every((worth) => worth && equalsMaximum(worth, draft))) return null;
  draft.use(...items, ...statements.filter((each) => isNone(each, draft)));
  draft.beyondEngine.add("text-max-mismatch");
  draft.beyondEngine.add("text-formula-mismatch");
  const terms = items.map(({ label }, at) => {
    const id = draft.freeLetter();
    draft.input({ id, label, kind: "count" });
    return timesText(id, exact.reduce(exact.multiply(shares[at] ?? exact.ZERO, max)));
  });
  return { rule: { per_item: { of: terms.join("+"), points: 1 } }, top: exact.ONE };
}

function equalsMaximum(worth: StatementOf<"cap">["worth"], draft: Draft): boolean {
  const share = draft.shareOf(worth);
  return share !== undefined && exact.equal(share, exact.ONE);
}

/** "Không có: 0 điểm" beside points an item says nothing new. */
function isNone(statement: Statement, draft: Draft): boolean {
  return (
    statement.kind === "case" &&
    statement.condition.range === null &&
    /(?<!\p{L})(không|chưa)(?!\p{L})/iu.test(statement.condition.label.normalize("NFC")) &&
    draft.shareOf(statement.worth)?.n === 0n
  );
}

/** What is counted: the one letter, several of a list, or `value`. */
function itemMeasure(
  item: StatementOf<"per-item">,
  statements: readonly Statement[],
  draft: Draft,
): string | undefined {
  const letters = [...new Set(draft.letters.values())];
  const [letter] = letters;
  if (letters.length === 1 && letter !== undefined) return letter;
  if (letters.length > 1) {
    draft.doubt(
      "measure-unclear",
      message("Điểm cho mỗi mục tính trên số liệu nào?", "Which input are the points an item of?"),
      item.clause.span,
    );
    return undefined;
  }
  const id = draft.freeId("value");
  const listed = listAfter(statements, draft);
  if (listed.length >= 2) {
    draft.input({ id, label: item.label, kind: "choices", options: listed.map((label) => ({ label })) });
    return `count(${id})`;
  }
  draft.input({ id, label: item.label, kind: "count" });
  return id;
}

/** The numbered items under "Danh mục:", "Các kênh được tính:". */
export function listAfter(statements: readonly Statement[], draft: Draft): string[] {
  const at = statements.findIndex(({ kind }) => kind === "list-heading");
  if (at < 0) return [];
  const items: string[] = [];
  for (const statement of statements.slice(at + 1)) {
    if (statement.kind !== "heading" || statement.clause.marker?.kind !== "number" || statement.worth) break;
    items.push(statement.label);
  }
  return items.filter((label) => label !== "" && draft.text !== "");
}

/** "Đầy đủ: điểm tối đa; thiếu 01 báo cáo trừ 0,5 điểm", "100% = 10 điểm, giảm 1% trừ 0,1 điểm" */
function deductCore(
  deducts: readonly StatementOf<"deduct">[],
  statements: readonly Statement[],
  draft: Draft,
): Core | null {
  const [deduct] = deducts;
  const most = deduct?.cap ? draft.shareOf(deduct.cap) : exact.ONE;
  const floor = most && exact.compare(most, exact.ONE) < 0 ? exact.subtract(exact.ONE, most) : exact.ZERO;
  const least = inExpression(floor);
  if (deduct?.cap?.upTo && floor.n > 0n) doubtDeduct(deduct, draft);
  draft.beyondEngine.add("text-max-mismatch");
  draft.use(...deducts, ...only(statements, "case"));
  const share = deduct && draft.shareOf(deduct.worth);
  if (!deduct || share === undefined || share.n === 0n || !draft.max) return null;
  const cases = only(statements, "case");
  const full = cases.find(({ worth }) => draft.shareOf(worth)?.n === draft.shareOf(worth)?.d);
  const others = cases.filter((each) => each !== full);
  // From "24 bài: 10 điểm" on, is it the posts that are declared, or those that are lacking?
  const counted = full?.condition.range && !full.condition.range.percent;
  let of: string;
  if (deduct.step.percent) {
    const scale = scaleOf(full ? [full.condition] : [], statements, draft);
    if (!scale) return null;
    const from = full?.condition.range?.interval.low?.value;
    const each = exact.divide(share, deduct.step.value);
    const lost = `(${limitText(from ?? exact.ONE, false)}-${/[+-]/.test(scale.of) ? `(${scale.of})` : scale.of})`;
    of = `max(${least}, 1-${timesText(lost, each).replace("((", "(").replace("))", ")")})`;
    const one = exact.equal(deduct.step.value, exact.rational(1, 100));
    if (!full || !from || !one) doubtDeduct(deduct, draft);
  } else {
    const letters = [...new Set(draft.letters.values())];
    const id = letters.length === 1 && letters[0] !== undefined ? letters[0] : draft.freeId("value");
    if (letters.length === 0) draft.input({ id, label: deduct.label, kind: "count" });
    const each = exact.divide(share, deduct.step.value);
    of = `max(${least}, 1-${timesText(id, each)})`;
    if (!full || counted || !deduct.told || !saysFaultless(deduct, draft)) doubtDeduct(deduct, draft);
    if (letters.length > 1 || !exact.equal(deduct.step.value, exact.ONE)) doubtDeduct(deduct, draft);
  }
  if (
    deducts.length > 1 ||
    others.length > 0 ||
    statements.some((each) => ["score", "per-item", "by-ratio"].includes(each.kind))
  )
    draft.doubt(
      "deduct-with-others",
      message(
        "Nhiều cách trừ hoặc cho điểm trong một chỉ số.",
        "Several ways of taking or giving points in one indicator.",
      ),
      deduct.clause.span,
    );
  return { rule: { proportional: { of } }, top: exact.ONE };
}

/** What gives all points must say that nothing is lacking: "đúng hạn", "đầy đủ", "không có lỗi"; "đạt chuẩn" says another thing. */
const faultless =
  /(?<!\p{L})(đủ|đúng|kịp thời|không|chưa|tất cả|toàn bộ|mọi|100\s*%|hoàn thành|thực hiện|tốt|nghiêm túc|thường xuyên|có)(?!\p{L})/iu;

function saysFaultless({ clause: { span } }: StatementOf<"deduct">, { text }: Draft): boolean {
  return faultless.test(`${text.slice(0, span.start)}\n${text.slice(span.end)}`.normalize("NFC"));
}

function doubtDeduct(deduct: StatementOf<"deduct">, draft: Draft): void {
  draft.doubt(
    "deduct-from-unsaid",
    message(
      "Điểm trừ tính thế nào: từ điểm tối đa, cho mỗi đơn vị thiếu hay cho mỗi phần đủ?",
      "How are points taken off: from the maximum, for each one lacking, or for each full portion?",
    ),
    deduct.clause.span,
  );
}
