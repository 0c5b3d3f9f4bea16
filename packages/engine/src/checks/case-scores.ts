/** Cases with data: what the set computes from it, against what was published. */

import { CampaignRun } from "../columnar/campaign.js";
import { FactChunk } from "../columnar/chunk.js";
import { type DataProblem, readUnit, type UnitData } from "../data/read.js";
import { type Message, message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { equal } from "../numbers/rational.js";
import type { NodeScore, UnitScore } from "../score/unit.js";
import type { FindingCode } from "./catalogue.js";
import type { CaseFile } from "./finding.js";
import { type PublishedUnit, publishedUnits, unitName } from "./published.js";
import { type CaseCheck, type Draft, type Entry, lineage, rowName, type Subject } from "./subject.js";
import { en, vi } from "./write.js";

/** What is reported already of a unit and makes a difference follow: refused answers, and published numbers wrong in themselves. */
const SETTLES: ReadonlySet<string> = new Set<FindingCode>([
  "case-unknown-code",
  "case-answer-refused",
  "published-above-max",
  "published-unreachable",
  "published-sum-mismatch",
]);

interface Scored {
  readonly score: UnitScore;
  readonly problems: readonly DataProblem[];
  readonly rank: number;
  readonly groupSize: number;
}

/** Computed scores, sums, totals and ranks that are not the published ones. */
export function reproducedScores(subject: Subject, file: CaseFile, published: readonly Draft[]): Draft[] {
  const units = publishedUnits(subject, file).filter(
    ({ unit }) => unit.published?.reproduce !== false && unit.answers !== undefined,
  );
  if (units.length === 0) return [];
  const scored = scoreAll(subject, file);
  return units.flatMap((unit) => {
    const computed = scored[unit.index];
    return computed ? compareUnit(subject, unit, computed, published) : [];
  });
}

/** Scores all units of the case together, as in a campaign: relative rules need the group. */
function scoreAll(subject: Subject, file: CaseFile): Scored[] {
  const { set } = subject;
  const { units } = file.data;
  const chunk = new FactChunk(set, units.length);
  const problems = units.map((unit) => {
    const read = readUnit(set, unit as UnitData);
    chunk.add(read.facts);
    return read.problems;
  });
  const run = new CampaignRun(set, { complete: file.data.complete, keepFacts: true });
  run.add(chunk);
  const scores = run.finish();
  return units.map((unit, row) => ({
    score: scores.explain(row),
    problems: problems[row] ?? [],
    rank: scores.rank(row),
    groupSize: units.filter((other) => (other.group ?? "") === (unit.group ?? "")).length,
  }));
}

function compareUnit(
  subject: Subject,
  unit: PublishedUnit,
  computed: Scored,
  published: readonly Draft[],
): Draft[] {
  const own = published.filter(
    ({ code, path }) => SETTLES.has(code) && path[0] === "units" && path[1] === unit.index,
  );
  const settled = new Set([...own.map(({ at }) => at), ...computed.problems.map(({ code }) => code)]);
  const differing: Entry[] = [];
  const found: Draft[] = [];
  for (const entry of [...subject.entries].reverse()) {
    const printed = unit.scores.get(entry.node.index);
    const score = computed.score.nodes[entry.node.index];
    const below = [...differing, ...subject.entries.filter(({ node }) => settled.has(node.code))];
    const explained =
      settled.has(entry.node.code) || below.some((other) => lineage(subject, other).includes(entry));
    if (!printed || !score || explained || equal(printed.value, score.score)) continue;
    differing.push(entry);
    found.unshift(mismatch(subject, entry, unit, score));
  }
  if (found.length > 0 || settled.size > 0) return found;
  return [...wrongTotal(unit, computed), ...wrongRank(unit, computed)];
}

function mismatch(subject: Subject, entry: Entry, unit: PublishedUnit, score: NodeScore): Draft {
  const printed = unit.scores.get(entry.node.index);
  const why = reason(score);
  const text = printed?.text ?? "";
  return {
    code: "case-score-mismatch",
    at: entry.node.code,
    path: printed?.path ?? unit.path,
    message: message(
      `${unitName(unit.unit)}: điểm công bố của ${rowName(entry).vi} là ${printed ? vi(printed.value) : ""}, nhưng bộ chỉ số tính được ${vi(score.score)}${why.vi}. Xem quy tắc, cách làm tròn (${subject.set.scoreRounding.digits} chữ số, ${subject.set.scoreRounding.mode}) và số liệu.`,
      `${unitName(unit.unit)}: the published score of ${rowName(entry).en} is ${printed ? en(printed.value) : ""}, but the set computes ${en(score.score)}${why.en}. Look at the rule, the rounding (${subject.set.scoreRounding.digits} digits, ${subject.set.scoreRounding.mode}) and the data.`,
    ),
    expected: text,
    found: formatExact(score.score),
  };
}

function reason({ status, exact, score }: NodeScore): Message {
  switch (status) {
    case "missing":
      return message(" vì thiếu số liệu", " because data are missing");
    case "undefined":
      return message(
        " vì không tính được (chia cho 0, hoặc không thuộc mức nào)",
        " because it is undefined (0 below, or no band)",
      );
    case "pending":
      return message(" (tạm tính, nhóm chưa đủ đơn vị)", " (provisional, the group not being complete)");
    case "not_applicable":
      return message(" vì khai không áp dụng", " because it is declared not applicable");
    case "scored":
      return equal(exact, score)
        ? message("", "")
        : message(` (chưa làm tròn: ${vi(exact)})`, ` (before rounding: ${en(exact)})`);
  }
}

function wrongTotal(unit: PublishedUnit, { score }: Scored): Draft[] {
  const { total } = unit;
  if (!total || equal(total.value, score.total)) return [];
  return [
    {
      code: "case-total-mismatch",
      at: "",
      path: total.path,
      message: message(
        `${unitName(unit.unit)}: tổng điểm công bố là ${vi(total.value)}, nhưng bộ chỉ số tính được ${vi(score.total)}, trong khi từng điểm công bố đều khớp. Xem rounding.sum (cộng điểm đã hay chưa làm tròn) và các mục không được công bố.`,
        `${unitName(unit.unit)}: the published total is ${en(total.value)}, but the set computes ${en(score.total)}, while each published score agrees. Look at rounding.sum (rounded or exact scores added) and at rows that were not published.`,
      ),
      expected: total.text,
      found: formatExact(score.total),
    },
  ];
}

/** Ranks are compared only when the case has as many units of the group as were ranked. */
function wrongRank(unit: PublishedUnit, { rank, groupSize }: Scored): Draft[] {
  const stated = unit.unit.published?.rank;
  if (stated === undefined || unit.unit.published?.of !== groupSize || rank === stated) return [];
  const [vietnamese, english] = rank === 0 ? ["không xếp hạng", "no rank"] : [`hạng ${rank}`, `rank ${rank}`];
  return [
    {
      code: "case-rank-mismatch",
      at: "",
      path: [...unit.path, "rank"],
      message: message(
        `${unitName(unit.unit)}: hạng công bố là ${stated}/${groupSize}, nhưng bộ chỉ số cho ${vietnamese}. Xem ranking: xếp theo gì, bằng điểm thì xử lý ra sao.`,
        `${unitName(unit.unit)}: the published rank is ${stated} of ${groupSize}, but the set gives ${english}. Look at ranking: on what, and how ties are broken.`,
      ),
      expected: String(stated),
      found: String(rank),
    },
  ];
}

/** Answers and published numbers that cannot be read. */
export const refusedAnswers: CaseCheck = (subject, file) => {
  const unknown = (code: string): boolean => code !== "profile" && !subject.set.nodeOf.has(code);
  const answers = file.data.units.flatMap((unit, index) =>
    readUnit(subject.set, unit as UnitData)
      .problems.filter(({ code }) => !unknown(code))
      .map(({ code, input, message: why }): Draft => {
        const profile = code === "profile";
        const where = profile ? ["profile"] : ["answers", code];
        const place = profile
          ? message("thông tin chung", "the profile")
          : message(`chỉ số ${code}`, `indicator ${code}`);
        return {
          code: "case-answer-refused",
          at: profile ? "" : code,
          path: ["units", index, ...where, ...(input === undefined ? [] : [input])],
          message: message(
            `${unitName(unit)}, ${place.vi}: ${why.vi}. Sửa số liệu trong trường hợp.`,
            `${unitName(unit)}, ${place.en}: ${why.en}. Mend the answer in the case.`,
          ),
          found: input,
        };
      }),
  );
  const numbers = publishedUnits(subject, file).flatMap(({ unit, unreadable }) =>
    unreadable.map(
      ({ code, text, path }): Draft => ({
        code: "case-answer-refused",
        at: code,
        path,
        message: message(
          `${unitName(unit)}: điểm công bố "${text}" không phải số. Sửa số trong trường hợp.`,
          `${unitName(unit)}: the published "${text}" is not a number. Mend it in the case.`,
        ),
        found: text,
      }),
    ),
  );
  return [...answers, ...numbers];
};
