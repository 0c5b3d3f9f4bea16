/** Exceptions: what they give, and by what facts they are told. */
import { type ExceptionSource, exact } from "@opendti/engine";
import { tokensOf } from "../text/tokens.js";
import type { Draft } from "./draft.js";
import { limitText, shareText } from "./exact-text.js";
import { rules } from "./groups.js";
import { expressionOf } from "./measure.js";
import { message } from "./questions.js";
import { labelOf, spanOf, wordsOf } from "./source-text.js";
import type { Condition, Statement, StatementOf } from "./statements.js";

type Case = StatementOf<"case">;

/** Parts the statements that are exceptions from those that make the rule. */
export function exceptionsIn(statements: readonly Statement[]): { exceptions: Case[]; others: Statement[] } {
  const measured = statements.some(({ kind }) =>
    ["ratio", "score", "per-item", "relative", "by-ratio"].includes(kind),
  );
  const introduced = statements.filter(
    (each) => each.kind === "case" && each.condition.exceptional === "case",
  );
  const candidates = statements.filter((each): each is Case => {
    if (each.kind !== "case") return false;
    const { condition, clause } = each;
    if (condition.range)
      return condition.exceptional !== null && condition.subject?.kind === "letter" && measured;
    if (condition.residual || condition.extreme || condition.others) return false;
    if (condition.exceptional === "for") return true;
    if (condition.exceptional === "case") return introduced.length === 1 || clause.bracketed || measured;
    return measured && absence(condition) !== null;
  });
  const others = statements.filter((each) => !(candidates as readonly Statement[]).includes(each));
  return others.some(rules)
    ? { exceptions: candidates, others }
    : { exceptions: [], others: [...statements] };
}

/** Adds the exceptions of the text to the draft, after its rule. `measure` is the ratio of the rule, if it has one. */
export function addExceptions(
  exceptions: readonly Case[],
  others: readonly Statement[],
  measure: string | null,
  draft: Draft,
): void {
  for (const { worth, clause } of exceptions) {
    const share = draft.shareOf(worth);
    const within =
      share && share.n > 0n && !exact.equal(share, exact.ONE) && liesBetween(clause.span.start, others);
    if (!within) continue;
    draft.doubt(
      "exception-place",
      message(
        "Ngoại lệ này đứng giữa các mức điểm: chỉ thay cho mức đứng trước, hay thay cho mọi mức?",
        "This exception stands between the steps: does it replace the step before it only, or every step?",
      ),
      clause.span,
    );
  }
  for (const exception of exceptions) addException(exception, measure, draft);
}

function liesBetween(at: number, others: readonly Statement[]): boolean {
  const cases = others.filter(({ kind }) => kind === "case");
  return (
    cases.some(({ clause }) => clause.span.start < at) && cases.some(({ clause }) => clause.span.start > at)
  );
}

function addException({ condition, worth, clause }: Case, measure: string | null, draft: Draft): void {
  const share = draft.shareOf(worth);
  const sentence = labelOf(draft.text, spanOf(clause.tokens));
  if (share === undefined || worth.upTo) {
    draft.doubt(
      "exception-points",
      message(
        "Không rõ ngoại lệ này được bao nhiêu điểm.",
        "It is not clear how many points this exception gives.",
      ),
      clause.span,
    );
    return;
  }
  if (exact.compare(share, exact.ONE) > 0)
    draft.doubt(
      "points-above-max",
      message("Ngoại lệ cho nhiều hơn điểm tối đa.", "The exception gives more than the maximum."),
      clause.span,
    );
  // "Nếu b < 10 thì chỉ tính 50% số điểm": of the maximum, or of what the formula gives?
  if (worth.loosely && measure !== null && share.n > 0n && !exact.equal(share, exact.ONE))
    draft.doubt(
      "exception-share",
      message(
        "Phần điểm này là của điểm tối đa, hay của số điểm tính được theo công thức?",
        "Is this a share of the maximum, or of the points that the formula gives?",
      ),
      clause.span,
    );
  const gives: ExceptionSource["gives"] =
    share.n === 0n ? "zero" : exact.equal(share, exact.ONE) ? "full" : { share: shareText(share) };
  const denominator = measure === null ? null : (/\/([a-z]\d*)$/.exec(measure)?.[1] ?? null);
  const absent = absence(condition);
  // "Nếu b = 0 và không có kế hoạch": only both together.
  const joined = joins.test(condition.label.normalize("NFC"));
  const matches =
    !joined && absent !== null && denominator !== null && sharesRun(absent, wordsOfInput(denominator, draft));
  if (gives === "zero" && condition.exceptional === null && !ofAnother(absent, draft)) {
    // "Chưa triển khai: 0 điểm" is what the formula gives; only where nothing is to be counted does it say more.
    if (matches && denominator)
      draft.exceptions.push({ when: `${denominator} = 0`, gives, sentence, basis: "decision" });
    return;
  }
  if (gives === "zero" && /không (được )?tính điểm/iu.test(sentence.normalize("NFC")))
    draft.doubt(
      "exception-not-counted",
      message(
        '"Không tính điểm" là được 0 điểm, hay chỉ số được bỏ ra khi tính tổng?',
        'Is "không tính điểm" 0 points, or is the indicator left out of the total?',
      ),
      clause.span,
    );
  const explicit = explicitly(condition, draft);
  const facts = explicit ?? [
    claimed(condition, draft),
    ...(gives === "full" && !joined ? profileFacts(absent, draft) : []),
    ...(matches && denominator ? [`${denominator} = 0`] : []),
  ];
  draft.exceptions.push({ when: facts.join(" or "), gives, sentence, basis: "decision" });
  if (gives === "full" && !explicit) draft.notApplicable ??= "full";
}

/** Takes a case out of the count: "thì không tính chỉ số này". */
export function addExcluded({ condition, clause }: StatementOf<"excluded">, draft: Draft): void {
  const sentence = labelOf(draft.text, spanOf(clause.tokens));
  draft.exceptions.push({ when: claimed(condition, draft), gives: "excluded", sentence, basis: "decision" });
  draft.notApplicable = "excluded";
}

/** "Nếu b = 0": told by the inputs themselves. */
function explicitly(condition: Condition, draft: Draft): string[] | null {
  const { range, subject } = condition;
  // "Nếu không có sự cố (b = 0)"
  const told = draft.known.get(/\(([a-z]\d?) ?= ?0\)/iu.exec(condition.label)?.[1]?.toLowerCase() ?? "");
  if (told !== undefined) return [`${told} = 0`];
  if (range?.rest.some((token) => token.kind === "word" && token.base.length > 1)) return null;
  const compared = /^(?:nếu|trường hợp|khi)?\s*([a-z])\s*(>=|<=|>|<|=|≥|≤)\s*([a-z])$/iu.exec(
    condition.label.normalize("NFC"),
  );
  if (compared) {
    const [left, right] = [compared[1], compared[3]].map((name) =>
      draft.known.get((name ?? "").toLowerCase()),
    );
    const sign = (compared[2] ?? "").replace("≥", ">=").replace("≤", "<=");
    if (left !== undefined && right !== undefined) return [`${left} ${sign} ${right}`];
  }
  if (!range || subject?.kind !== "letter") return null;
  const of = expressionOf(subject, draft, condition.span);
  const { low, high } = range.interval;
  if (of === undefined) return null;
  if (low && high && exact.equal(low.value, high.value)) return [`${of} = ${limitText(low.value, false)}`];
  const sides = [
    ...(low ? [`${of} ${low.included ? ">=" : ">"} ${limitText(low.value, false)}`] : []),
    ...(high ? [`${of} ${high.included ? "<=" : "<"} ${limitText(high.value, false)}`] : []),
  ];
  return [sides.join(" and ")];
}

/** "Không có minh chứng: 0 điểm" beside a formula of files: the lack of another thing than the formula counts. */
function ofAnother(absent: readonly string[] | null, draft: Draft): boolean {
  if (!absent || draft.inputs.length === 0) return false;
  const known = new Set([
    ...draft.inputs.flatMap(({ label }) => wordsOf(tokensOf(label))),
    ...wordsOf(tokensOf(draft.request.title)),
  ]);
  return absent.length > 1 && !absent.some((word) => known.has(word));
}

/** A fact of its own that a unit states: e1, e2, ... */
function claimed(condition: Condition, draft: Draft): string {
  const id = `e${draft.inputs.filter(({ id: other }) => /^e\d+$/.test(other)).length + 1}`;
  const bare = condition.label
    .replace(/^(riêng )?(đối với|trường hợp|trong trường hợp|nếu|riêng|khi|với)( các| những)?\s+/iu, "")
    .replace(/\s+thì(\s.*)?$|,$/iu, "")
    .trim();
  const letter = /^[a-z]\d?\s/u.test(bare);
  const label =
    bare === "" ? condition.label : letter ? bare : `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
  draft.input({ id, label, kind: "yes_no" });
  return id;
}

const lacking = new Set("co so huu phat sinh xay ra tiep nhan ghi hien quan ly su dung".split(" "));

/** What a condition says there is none of: the words after "không có", "không sở hữu", "không phát sinh". */
function absence(condition: Condition): string[] | null {
  const words = wordsOf(tokensOf(condition.label));
  const bases = tokensOf(condition.label)
    .filter(({ kind }) => kind === "word")
    .map(({ base }) => base);
  const at = bases.findIndex(
    (base, index) => (base === "khong" || base === "chua") && lacking.has(bases[index + 1] ?? ""),
  );
  if (at < 0) return null;
  let from = at + 1;
  while (lacking.has(bases[from] ?? "") && from < at + 3) from++;
  const rest = words.slice(from);
  return rest.length > 0 ? rest : null;
}

/** Facts of the profile that count what there is none of. */
function profileFacts(absent: readonly string[] | null, draft: Draft): string[] {
  if (!absent) return [];
  const head = absent.slice(0, Math.min(2, absent.length)).join(" ");
  return draft.request.profile.flatMap(({ id, label }) => {
    const tokens = tokensOf(label);
    let from = 0;
    while (["so", "luong", "tong"].includes(tokens[from]?.base ?? "")) from++;
    if (from === 0) return [];
    const words = wordsOf(tokens.slice(from));
    return words.slice(0, Math.min(2, absent.length)).join(" ") === head ? [`${id} = 0`] : [];
  });
}

function wordsOfInput(id: string, draft: Draft): readonly string[] {
  const quantity = draft.quantities.find((each) => each.id === id);
  return quantity ? wordsOf(tokensOf(quantity.label)) : [];
}

const joins = /(?<!\p{L})(và|đồng thời|nhưng|kèm)(?!\p{L})/iu;
const common = new Set(wordsOf(tokensOf("số lượng tổng các của có trong năm và được đã")));

/** Whether two word lists share two words in a row that say what is counted (or the one word that there is). */
function sharesRun(absent: readonly string[], label: readonly string[]): boolean {
  const own = absent.filter((word) => !common.has(word));
  const counted = label.filter((word) => !common.has(word));
  if (own.length === 1) return counted[0] === own[0];
  return own.some((word, index) => {
    const next = own[index + 1];
    return next !== undefined && counted.some((other, at) => other === word && counted[at + 1] === next);
  });
}
