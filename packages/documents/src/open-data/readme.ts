/** README.md of each package: what is in it, for whoever finds it on a disk years later. Vietnamese, then English. */
import type { CampaignFrame } from "../campaign-book/types.js";
import { descriptionOf, isPublic, TERMS, titleOf } from "./about.js";

interface Section {
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

export const openDataReadme = (frame: CampaignFrame): string =>
  readme(frame, {
    vi: [
      "- `data/units.csv`: đơn vị, tổng điểm, hạng; `data/indicators.csv`: chỉ số; `data/scores.csv`: điểm từng chỉ số; `data/groups.csv`: nhóm xếp hạng. CSV theo RFC 4180, UTF-8, dấu chấm thập phân.",
      "- `data/results.json`: toàn bộ kết quả trong một tệp, chữ giữ nguyên.",
      "- `datapackage.json`: mô tả các bảng (Data Package 2.0); `dcat.jsonld`: mô tả cho cổng dữ liệu (DCAT-AP).",
      "- Ô trống là không có giá trị. Chỉ số thiếu số liệu được tính 0 điểm và có trạng thái `missing`; `not_applicable` là không áp dụng.",
      "- Chữ mà bảng tính có thể hiểu là công thức có dấu nháy đơn đứng trước trong tệp CSV.",
    ],
    en: [
      "- `data/units.csv`: units, totals, ranks; `data/indicators.csv`: indicators; `data/scores.csv`: points of each indicator; `data/groups.csv`: ranking groups. CSV by RFC 4180, UTF-8, decimal point.",
      "- `data/results.json`: all results in one file, texts exactly as they are.",
      "- `datapackage.json` describes the tables (Data Package 2.0); `dcat.jsonld` describes the package for catalogues (DCAT-AP).",
      "- An empty cell is no value. An indicator without data counts as 0 and has the status `missing`; `not_applicable` is what does not apply.",
      "- Text that a spreadsheet could take for a formula has an apostrophe before it in the CSV files.",
    ],
  });

/** @param section what is in the package. */
export function readme(frame: CampaignFrame, section: Section): string {
  const title = titleOf(frame);
  const described = descriptionOf(frame);
  const hash = frame.run === null ? [] : [`SHA-256: \`${frame.run.resultHash}\``];
  const terms = (language: "vi" | "en") => (isPublic(frame) ? [TERMS[language]] : []);
  const part = (language: "vi" | "en") => [
    `# ${oneLine(title[language])}`,
    oneLine(described[language]),
    section[language].join("\n"),
    ...terms(language),
  ];
  return `${[...part("vi"), ...hash, ...part("en")].join("\n\n")}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");
