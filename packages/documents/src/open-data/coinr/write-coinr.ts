/** The pair of tables that COINr builds an index from, with a script that runs it and compares: a second opinion in R. */
import type { Writable } from "node:stream";
import type { CampaignFrame, FrameUnit } from "../../campaign-book/types.js";
import { csvRow, personText } from "../csv-row.js";
import { writePackage } from "../package-writer.js";
import { readme } from "../readme.js";
import { coinrScript } from "./script.js";
import { shareAt } from "./shares.js";
import { type CoinrTree, coinrTree, GROUP } from "./tree.js";

/** How often {@link writeCoinr} goes over the units. */
export const COINR_PASSES = 2;

/** Writes the package into the sink and ends it: final points alone. */
export function writeCoinr(frame: CampaignFrame, sink: Writable): Promise<void> {
  const tree = coinrTree(frame);
  return writePackage(sink, async (to) => {
    await to.add("iMeta.csv", metaRows(tree));
    await to.add("iData.csv", dataRows(frame, tree));
    await to.add("expected.csv", expectedRows(frame, tree));
    await to.add("run.R", [coinrScript(frame)]);
    await to.add("README.md", [coinrReadme(frame)]);
  });
}

/** What R reads as missing. */
const NA = "NA";

function* metaRows({ rows }: CoinrTree): Generator<string> {
  yield csvRow(["Level", "iCode", "iName", "Parent", "Weight", "Direction", "Type", "Unit"]);
  for (const { level, code, name, parent, weight, type, unit } of rows)
    yield csvRow([
      level ?? NA,
      code,
      personText(name),
      parent ?? NA,
      weight ?? NA,
      level === null ? NA : 1,
      type,
      unit,
    ]);
}

async function* dataRows(frame: CampaignFrame, tree: CoinrTree): AsyncGenerator<string> {
  const { indicators, bonuses, codeOf, hasGroups } = tree;
  yield csvRow([
    "uCode",
    "uName",
    ...(hasGroups ? [GROUP] : []),
    ...indicators.map(codeOf),
    ...bonuses.map(codeOf),
  ]);
  for await (const unit of frame.units())
    yield csvRow([
      unitCode(unit),
      personText(unit.name),
      ...(hasGroups ? [unit.group ?? NA] : []),
      ...indicators.map((place) => shareAt(frame, unit, place) ?? NA),
      ...bonuses.map((place) => unit.scores[place]?.final ?? "0"),
    ]);
}

/** What OpenDTI says of the same, to be compared with. */
async function* expectedRows(frame: CampaignFrame, { bonuses }: CoinrTree): AsyncGenerator<string> {
  yield csvRow(["uCode", "RankingGroup", "Total", "Max", "Bonus", "Rank"]);
  for await (const unit of frame.units()) {
    const bonus = bonuses.reduce((sum, place) => sum + Number(unit.scores[place]?.final ?? 0), 0);
    yield csvRow([
      unitCode(unit),
      unit.group ?? NA,
      unit.total,
      unit.max,
      bonus.toFixed(frame.set.digits),
      unit.rank ?? NA,
    ]);
  }
}

/** Starts with a letter, has no spaces. */
const unitCode = ({ id }: FrameUnit): string => `u${id.replace(/[^A-Za-z0-9]/g, "")}`;

const coinrReadme = (frame: CampaignFrame): string =>
  readme(frame, {
    vi: [
      "- `iData.csv`, `iMeta.csv`: hai bảng mà `COINr::new_coin()` đọc; `run.R`: chạy và đối chiếu; `expected.csv`: tổng điểm và hạng của OpenDTI.",
      "- Mỗi cột chỉ số là tỷ lệ phần trăm so với điểm tối đa; trọng số là điểm tối đa; gộp bằng trung bình cộng có trọng số (`a_amean`).",
      "- Thiếu số liệu là 0, như khi tính điểm; được loại khỏi phép tính (không áp dụng) là NA. Điểm thưởng đứng riêng (loại `Other`).",
      "- Tổng điểm = Index / 100 × điểm tối đa + điểm thưởng, sai khác chỉ do làm tròn.",
    ],
    en: [
      "- `iData.csv`, `iMeta.csv`: the two tables that `COINr::new_coin()` reads; `run.R` runs it and compares; `expected.csv`: totals and ranks of OpenDTI.",
      "- Each indicator's column is its share of the maximum in percent; weights are the maxima; aggregation is the weighted arithmetic mean (`a_amean`).",
      "- What is missing is 0, as it counts; what is left out (not applicable) is NA. Bonuses stand aside (type `Other`).",
      "- Total = Index / 100 × maximum + bonus, up to rounding.",
    ],
  });
