/** A campaign's results for statistical systems: SDMX-CSV 2.0 with its structure message. */
import type { Writable } from "node:stream";
import type { CampaignFrame } from "../../campaign-book/types.js";
import { isPublic } from "../about.js";
import { csvRow } from "../csv-row.js";
import { writePackage } from "../package-writer.js";
import { readme } from "../readme.js";
import { Codes, NO_GROUP, obsStatus, TOTAL } from "./codes.js";
import { confStatus, dataflowOf, structureMessage } from "./structure.js";

/** How often {@link writeSdmx} goes over the units. */
export const SDMX_PASSES = 2;

/** Writes the package into the sink and ends it: final points and ranks alone. */
export function writeSdmx(frame: CampaignFrame, sink: Writable): Promise<void> {
  const codes = { indicator: new Codes(), group: new Codes() };
  return writePackage(sink, async (to) => {
    await to.add("structure.json", structureMessage(frame, codes, frame.units()));
    await to.add("data.csv", dataRows(frame, codes));
    await to.add("README.md", [sdmxReadme(frame)]);
  });
}

const HEADER = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  "FREQ",
  "UNIT",
  "INDICATOR",
  "MEASURE",
  "TIME_PERIOD",
  "OBS_VALUE",
  "OBS_STATUS",
  "CONF_STATUS",
  "RANKING_GROUP",
];

/** Rows of SDMX-CSV 2.0: codes and numbers alone, so no cell can be a formula. "I" is information. */
async function* dataRows(
  frame: CampaignFrame,
  codes: { readonly indicator: Codes; readonly group: Codes },
): AsyncGenerator<string> {
  yield csvRow(HEADER);
  const flow = dataflowOf(frame);
  const settled = isPublic(frame);
  const free = confStatus(frame);
  const year = frame.campaign.year;
  const indicators = frame.nodes.map(({ code }) => codes.indicator.of(code));
  for await (const unit of frame.units()) {
    const group = unit.group === null ? NO_GROUP : codes.group.of(unit.group);
    const row = (indicator: string, measure: string, value: string | number | null, status: string) =>
      csvRow([
        ...["dataflow", flow, "I", "A", unit.id, indicator, measure, year],
        ...[value, status, free, group],
      ]);
    const whole = unit.submitted ? obsStatus("scored", settled) : "L";
    yield row(TOTAL, "SCORE", unit.submitted ? unit.total : null, whole);
    if (unit.rank !== null) yield row(TOTAL, "RANK", unit.rank, obsStatus("scored", settled));
    for (const [place, node] of frame.nodes.entries()) {
      const score = unit.scores[place];
      if (!node.scored || score === undefined) continue;
      const status = score.final === null ? "O" : obsStatus(score.status, settled);
      yield row(indicators[place] ?? "", "SCORE", isValue(status) ? score.final : null, status);
    }
  }
}

const isValue = (status: string): boolean => status === "A" || status === "P";

const sdmxReadme = (frame: CampaignFrame): string =>
  readme(frame, {
    vi: [
      "- `data.csv`: SDMX-CSV 2.0; `structure.json`: cấu trúc dữ liệu và các danh mục mã (SDMX-JSON 2.0).",
      "- Chiều: `FREQ`, `UNIT` (đơn vị), `INDICATOR` (chỉ số; `_T` là tổng điểm), `MEASURE` (`SCORE` điểm, `RANK` hạng trong nhóm), `TIME_PERIOD` (năm).",
      "- `OBS_STATUS`: `A` bình thường, `P` tạm thời, `L` thiếu số liệu (khi cộng tính 0 điểm), `M` không áp dụng (điểm mà bộ chỉ số vẫn cho nằm trong tổng), `O` không xác định (0/0).",
      "- `CONF_STATUS`: `F` được công bố, `N` chỉ dùng nội bộ.",
    ],
    en: [
      "- `data.csv`: SDMX-CSV 2.0; `structure.json`: data structure and code lists (SDMX-JSON 2.0).",
      "- Dimensions: `FREQ`, `UNIT`, `INDICATOR` (`_T` is the total), `MEASURE` (`SCORE` points, `RANK` within the group), `TIME_PERIOD` (year).",
      "- `OBS_STATUS`: `A` normal, `P` provisional, `L` not declared (counts as 0 in sums), `M` not applicable (points that the set gives for it all the same are in the sums), `O` undefined (0/0).",
      "- `CONF_STATUS`: `F` free for publication, `N` internal use only.",
    ],
  });
