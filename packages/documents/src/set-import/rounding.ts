/** How a set rounds: as its document says, as its published scores show, or as most documents do. */
import {
  type DataSource,
  exact,
  formatExact,
  loadSet,
  parseExact,
  readUnit,
  type SetSource,
  scoreUnit,
} from "@opendti/engine";
import { decimalOf } from "./points.js";
import { fold } from "./words.js";

type Unit = DataSource["units"][number];
type IndicatorSource = SetSource["indicators"][number];

export type Rounding = NonNullable<SetSource["rounding"]>;

export interface ChosenRounding {
  readonly rounding: Rounding;
  /** What it rests on: the document's words, its published scores, or nothing. */
  readonly from: "words" | "scores" | "assumed";
}

const HALF_UP = { digits: 2, mode: "half-up" } as const;

/** Roundings of a score that documents use, the plainest first; the first that explains the most scores is taken. */
const CANDIDATES: readonly Pick<Rounding, "ratio" | "score">[] = [
  { ratio: "exact", score: HALF_UP },
  { ratio: { digits: 4, mode: "half-up" }, score: HALF_UP },
  { ratio: { digits: 4, mode: "half-even" }, score: { digits: 2, mode: "half-even" } },
  { ratio: "exact", score: { digits: 2, mode: "half-even" } },
  { ratio: { digits: 2, mode: "half-up" }, score: HALF_UP },
];

const DIGITS: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4 };

/**
 * The rounding of a draft set, and what it rests on.
 * @param source the set without rounding.
 * @param units what was published of units, with the data it came from where they are printed.
 */
export function chooseRounding(
  source: Omit<SetSource, "rounding">,
  units: readonly Unit[],
  paragraphs: readonly string[],
): ChosenRounding {
  const said = paragraphs.map(saidDigits).find((digits) => digits !== undefined);
  if (said !== undefined)
    return {
      rounding: {
        ratio: "exact",
        score: { digits: said, mode: "half-up" },
        sum: "rounded",
        note: `Văn bản nói làm tròn đến ${said} chữ số thập phân; số ở giữa làm tròn lên và cộng điểm đã làm tròn là giả định của bản nháp.`,
      },
      from: "words",
    };
  const [first = { ratio: "exact", score: HALF_UP }] = CANDIDATES;
  const hits = CANDIDATES.map((candidate) =>
    reproduced({ ...source, rounding: { ...candidate, sum: "rounded" } }, units),
  );
  const best = CANDIDATES[hits.indexOf(Math.max(...hits))] ?? first;
  const sum = units.some((unit) => addsExact(source.indicators, unit)) ? "exact" : "rounded";
  if (best !== first || sum === "exact")
    return {
      rounding: {
        ...best,
        sum,
        note:
          best === first
            ? "Văn bản không nói cách làm tròn. Điểm đã in của một số mục chỉ có được khi cộng điểm chưa làm tròn của các mục con; số chữ số và cách làm tròn số ở giữa là giả định của bản nháp."
            : "Văn bản không nói cách làm tròn; đây là cách cho đúng nhiều điểm đã in nhất trong số các cách thường dùng.",
      },
      from: "scores",
    };
  return {
    rounding: {
      ...first,
      sum,
      note: "Văn bản không nói cách làm tròn; bản nháp làm tròn điểm đến hai chữ số thập phân, số ở giữa làm tròn lên, và cộng điểm đã làm tròn.",
    },
    from: "assumed",
  };
}

/** How many published scores the set gives from the published data when it rounds so. */
function reproduced(source: SetSource, units: readonly Unit[]): number {
  const declared = units.filter(({ answers, published }) => answers && published);
  if (declared.length === 0) return 0;
  const loaded = loadSet(JSON.stringify(source));
  if (!loaded.ok) return 0;
  const { set } = loaded.value;
  let hits = 0;
  for (const unit of declared) {
    const { facts } = readUnit(
      set,
      { unit: unit.unit, profile: unit.profile, answers: unit.answers },
      "stored",
    );
    const score = scoreUnit(set, facts);
    for (const [code, { score: printed }] of Object.entries(unit.published?.scores ?? {})) {
      const node = score.nodes[set.nodeOf.get(code) ?? -1];
      if (node && node.status === "scored" && formatExact(node.score) === decimalOf(String(printed)))
        hits += 1;
    }
  }
  return hits;
}

/**
 * Whether some printed sum differs from its printed parts by what rounding explains, and by more than nothing: then
 * unrounded scores were added.
 */
function addsExact(indicators: readonly IndicatorSource[], unit: Unit): boolean {
  const printed = (row: IndicatorSource): exact.Rational | undefined => {
    const score = unit.published?.scores[row.key ?? row.code]?.score;
    return score === undefined ? undefined : parseExact(String(score));
  };
  return indicators.some((row) => {
    const children = row.children ?? [];
    const [sum, parts] = [printed(row), children.map(printed)];
    const known = parts.filter((part) => part !== undefined);
    if (children.length > 0 && sum && known.length === children.length) {
      const total = known.reduce((so, part) => exact.add(so, part));
      const off = exact.subtract(total, sum);
      const size = off.n < 0n ? { n: -off.n, d: off.d } : off;
      const most = exact.rational(BigInt(known.length + 1), 200n);
      if (size.n > 0n && exact.compare(size, most) <= 0) return true;
    }
    return addsExact(children, unit);
  });
}

/** "làm tròn đến 02 chữ số thập phân", "lấy hai chữ số sau dấu phẩy" */
function saidDigits(paragraph: string): number | undefined {
  const folded = fold(paragraph);
  const [, word] =
    /\blam tron\b[^.]{0,40}?\b(\d+|mot|hai|ba|bon) (?:chu so|so)\b[^.]{0,20}\b(?:thap phan|sau dau phay|sau dau cham)/.exec(
      folded,
    ) ?? [];
  if (word === undefined) return undefined;
  const digits = DIGITS[word] ?? Number(word);
  return digits <= 9 ? digits : undefined;
}
