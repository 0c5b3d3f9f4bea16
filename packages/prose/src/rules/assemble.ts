/** Statements into one rule: children, a person's points, parts, alternatives, or a single rule; then exceptions and limits. */
import { exact, type RuleSource } from "@opendti/engine";
import { coreOf, listAfter, only } from "./core.js";
import type { Core, Draft } from "./draft.js";
import { shareText } from "./exact-text.js";
import { addExceptions, addExcluded, exceptionsIn } from "./exceptions.js";
import { type Group, groupsOf, rules } from "./groups.js";
import { invertedRatios } from "./inverted.js";
import { namedIn, ratioNamesIn } from "./measure.js";
import { askedBefore, passedOver } from "./passed-over.js";
import { above, message, unreachable } from "./questions.js";
import { reachOf } from "./score-core.js";
import type { Statement } from "./statements.js";

export interface Assembled {
  readonly rule: RuleSource | null;
  readonly sumsChildren: boolean;
  readonly bonus: boolean;
  readonly ranking: boolean;
}

const none: Assembled = { rule: null, sumsChildren: false, bonus: false, ranking: false };

/** The rule of all statements of a text; what is unclear is doubted in the draft. */
export function assemble(statements: readonly Statement[], draft: Draft): Assembled {
  askedBefore(statements, draft);
  draft.named = namedIn(
    statements.flatMap((each) => ("formula" in each ? [each.formula] : [])),
    draft.text,
  );
  draft.ratioNames = ratioNamesIn(only(statements, "score").map(({ formula }) => formula));
  const bonus = statements.some(({ kind }) => kind === "bonus");
  const sums = only(statements, "sum-children");
  const [sum] = sums;
  if (sum) return children(sum, statements, draft);
  const { exceptions, others } = exceptionsIn(statements);
  const rule = ruleOf(others, draft);
  if (
    !rule &&
    statements.some(({ kind }) => kind === "ranking-condition") &&
    !draft.max &&
    !others.some(rules)
  )
    return { ...none, ranking: true };
  addExceptions(exceptions, others, rule ? measureOf(rule) : null, draft);
  for (const excluded of only(statements, "excluded")) addExcluded(excluded, draft);
  if (rule) {
    limits(others, rule, draft);
    passedOver(others, rule, draft);
    invertedRatios(rule, draft);
  }
  return { ...none, rule, bonus };
}

function children(
  sum: Extract<Statement, { kind: "sum-children" }>,
  statements: readonly Statement[],
  draft: Draft,
): Assembled {
  const own = draft.request.children;
  const [first] = sum.codes;
  const last = sum.codes.at(-1);
  const told = sum.codes.length === 0 || (first === own[0] && last === own.at(-1));
  if (own.length === 0)
    draft.doubt(
      "children-missing",
      message(
        "Lời văn cộng điểm các chỉ số con nhưng bảng không có chỉ số con.",
        "The text sums children, but the table has none.",
      ),
      sum.clause.span,
    );
  else if (!told)
    draft.doubt(
      "children-differ",
      message(
        `Lời văn cộng ${first} đến ${last}, bảng có ${own[0]} đến ${own.at(-1)}.`,
        `The text sums ${first} to ${last}; the table has ${own[0]} to ${own.at(-1)}.`,
      ),
      sum.clause.span,
    );
  if (statements.some(rules))
    draft.doubt(
      "children-and-rule",
      message(
        "Vừa cộng điểm các chỉ số con vừa có cách tính riêng.",
        "Children are summed, and there is a rule besides.",
      ),
      sum.clause.span,
    );
  return { ...none, sumsChildren: own.length > 0 };
}

function ruleOf(statements: readonly Statement[], draft: Draft): RuleSource | null {
  const manual = only(statements, "manual");
  const [byHand] = manual;
  if (byHand) {
    if (statements.some((each) => rules(each) && each.kind !== "manual"))
      draft.doubt(
        "manual-and-rule",
        message(
          "Vừa do người thẩm định cho điểm vừa có cách tính.",
          "An appraiser gives the points, and there is a rule besides.",
        ),
        byHand.clause.span,
      );
    return { manual: {} };
  }
  const split = statements.findIndex(({ kind }) => kind === "provisional");
  if (split >= 0) return withProvisional(statements, split, draft);
  const listed = countedList(statements, draft);
  if (listed) return listed;
  const { common, groups } = groupsOf(statements);
  const best = only(statements, "best-of");
  if (groups.length > 1) return best.length > 0 ? alternatives(groups, draft) : parts(common, groups, draft);
  const [group] = groups;
  if (!group) return null;
  if (best.length > 0 && !statements.some((each) => each.kind === "case"))
    draft.doubt(
      "best-of-unclear",
      message("Lấy điểm cao nhất của những trường hợp nào?", "The highest of which cases?"),
      best[0]?.clause.span ?? null,
    );
  const core = coreOf(group.statements, draft, { part: null });
  return core && reachOf(core, draft, null);
}

/** Rules of groups, the highest of which counts. */
function alternatives(groups: readonly Group[], draft: Draft): RuleSource | null {
  const cores: { label: string | null; core: Core }[] = [];
  for (const group of groups) {
    const core = coreOf(group.statements, draft, { part: null });
    if (!core) return unread(draft, group);
    cores.push({ label: group.label, core });
  }
  return {
    best_of: cores.map(({ label, core }) => ({
      ...(label ? { label } : {}),
      rule: reachOf(core, draft, null),
    })),
  };
}

/** Rules of numbered parts, each out of its own share. */
function parts(common: readonly Statement[], groups: readonly Group[], draft: Draft): RuleSource | null {
  if (common.some(rules))
    draft.doubt(
      "parts-and-rule",
      message(
        "Có dòng tính điểm đứng ngoài các phần được đánh số.",
        "A line with points stands outside the numbered parts.",
      ),
      common.find(rules)?.clause.span ?? null,
    );
  const read: { label: string | null; core: Core }[] = [];
  for (const [index, group] of groups.entries()) {
    const core = coreOf([...common, ...group.statements], draft, { part: index + 1 });
    if (!core) return unread(draft, group);
    const told = group.worth ? draft.shareOf(group.worth) : undefined;
    // "1. Ban hành kế hoạch (5 điểm): Tỷ lệ x 5", or points out of the part's own maximum.
    const top = told ?? core.top;
    if (told && !exact.equal(told, core.top) && !exact.equal(core.top, exact.ONE))
      draft.doubt(
        "part-points",
        message(
          "Điểm các dòng của phần này không khớp với điểm của phần.",
          "The points of the lines do not agree with those of the part.",
        ),
        group.statements[0]?.clause.span ?? null,
      );
    read.push({ label: group.label, core: { rule: core.rule, top } });
  }
  const sum = read.reduce((total, { core }) => exact.add(total, core.top), exact.ZERO);
  const rule: RuleSource = {
    parts: read.map(({ label, core }) => ({
      ...(label ? { label } : {}),
      share: shareText(core.top),
      rule: core.rule,
    })),
  };
  const max = draft.max ?? exact.ONE;
  const points = exact.reduce(exact.multiply(sum, max));
  const order = exact.compare(sum, exact.ONE);
  if (order !== 0) {
    const highest = read.every(({ core }) => exact.equal(core.top, exact.ONE));
    draft.doubt(
      order < 0 ? "max-unreachable" : "points-above-max",
      order < 0 ? unreachable(points, max) : above(points, max),
      groups[0]?.statements[0]?.clause.span ?? null,
      [
        ...(order < 0 ? [{ label: message("Theo đúng số điểm đã in", "The points as printed"), rule }] : []),
        ...(highest
          ? [
              {
                label: message("Lấy phần cao nhất", "The highest part counts"),
                rule: { best_of: read.map(({ core }) => ({ rule: core.rule })) } satisfies RuleSource,
              },
            ]
          : []),
      ],
    );
  }
  return rule;
}

function unread(draft: Draft, group: Group): null {
  draft.doubt(
    "part-unread",
    message("Không hiểu cách tính điểm của phần này.", "How this part is scored was not understood."),
    group.statements[0]?.clause.span ?? null,
  );
  return null;
}

/** A relative rule with what holds until all units are in. */
function withProvisional(statements: readonly Statement[], split: number, draft: Draft): RuleSource | null {
  const core = coreOf(statements.slice(0, split), draft, { part: null });
  const ratios = [...draft.ratios];
  const letters = new Map(draft.letters);
  const rest = statements.slice(split + 1);
  const defining = statements
    .slice(0, split)
    .filter(({ kind }) => kind === "input" || kind === "ratio" || kind === "alias" || kind === "unit");
  const before = draft.doubts.length;
  const again = coreOf([...defining.filter(({ kind }) => kind === "ratio"), ...rest], draft, { part: null });
  draft.ratios.splice(0, draft.ratios.length, ...ratios);
  for (const [letter, id] of letters) draft.letters.set(letter, id);
  if (
    !core ||
    !again ||
    !("relative" in core.rule) ||
    draft.doubts.length > before ||
    !exact.equal(again.top, exact.ONE)
  ) {
    draft.doubt(
      "provisional-unclear",
      message("Không rõ điểm tạm tính áp dụng thế nào.", "It is not clear how the provisional points apply."),
      statements[split]?.clause.span ?? null,
    );
    return core?.rule ?? null;
  }
  return { relative: { ...core.rule.relative, provisional: again.rule } };
}

/** "Điểm = Số nền tảng đã sử dụng chia 6, nhân với Điểm tối đa" with the list of the six. */
function countedList(statements: readonly Statement[], draft: Draft): RuleSource | null {
  const scores = only(statements, "score");
  const [score] = scores;
  const labels = listAfter(statements, draft);
  if (!score || scores.length !== 1 || labels.length < 2 || only(statements, "input").length > 0) return null;
  if (statements.some((each) => rules(each) && each !== score)) return null;
  const core = coreOf(statements, draft, { part: null });
  const [input] = draft.inputs;
  if (!core || draft.inputs.length !== 1 || !input || !("proportional" in core.rule))
    return core && reachOf(core, draft, null);
  const limit = String(core.rule.proportional.full_at ?? "");
  const of = String(core.rule.proportional.of);
  if (of !== `${input.id}/${labels.length}` || !exact.equal(core.top, exact.ONE) || limit !== "") {
    draft.doubt(
      "list-unclear",
      message(
        "Số mục trong danh mục không khớp với công thức.",
        "The items of the list do not agree with the formula.",
      ),
      score.clause.span,
    );
    return reachOf(core, draft, null);
  }
  draft.inputs.splice(0, 1, {
    id: "value",
    label: input.label,
    kind: "choices",
    options: labels.map((label) => ({ label })),
  });
  return { proportional: { of: `count(value)/${labels.length}` } };
}

/** The ratio that a rule measures, for exceptions on its denominator. */
function measureOf(rule: RuleSource): string | null {
  if ("proportional" in rule) return String(rule.proportional.of);
  if ("bands" in rule) return String(rule.bands.of);
  if ("relative" in rule) return String(rule.relative.of);
  return null;
}

/** "Tổng điểm không quá Điểm tối đa": the limit is the maximum anyway; another number is a question. */
function limits(statements: readonly Statement[], rule: RuleSource, draft: Draft): void {
  if (only(statements, "per-item").length > 0 || "manual" in rule) return;
  for (const cap of only(statements, "cap")) {
    const share = draft.shareOf(cap.worth);
    if (share && exact.equal(share, exact.ONE)) continue;
    draft.doubt(
      "limit-unclear",
      message(
        "Mức không quá ở đây khác điểm tối đa của chỉ số.",
        "The limit here is not the indicator's maximum.",
      ),
      cap.clause.span,
    );
  }
}
