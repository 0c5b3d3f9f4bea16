/** The report of an import as a person reads it: what to decide first, then what the document says against itself, then everything. */
import type { Language, Message } from "@opendti/engine";
import { placeWords } from "./findings.js";
import type {
  ImportedDocument,
  ImportedIndicator,
  ImportedSet,
  ImportFinding,
  IndicatorStatus,
} from "./types.js";
import { oneLine } from "./words.js";

/** Markdown of the report on one set; the same import gives the same text. */
export function reportText(
  set: ImportedSet,
  all: ImportedDocument,
  name: string,
  language: Language,
): string {
  const say = (text: Message): string => oneLine(text[language]);
  const vi = language === "vi";
  const asked = set.indicators.filter(({ status, text }) => status !== "certain" && text !== "");
  const silent = set.indicators.filter(({ status, text }) => status === "unread" && text === "");
  const findings = [...all.findings, ...set.findings];
  const lines = [
    `# ${vi ? "Báo cáo nhập bộ chỉ số" : "Report of an import"}: ${set.set.title}`,
    "",
    `- ${vi ? "Tệp" : "File"}: ${name}`,
    `- id: \`${set.id}\``,
    `- ${summary(set, language)}`,
    "",
    `## ${vi ? "Cần người quyết định" : "For a person to decide"} (${asked.length})`,
    "",
    ...(asked.length === 0
      ? [vi ? "Không có." : "Nothing.", ""]
      : asked.flatMap((one) => askedLines(one, language))),
    ...(silent.length === 0
      ? []
      : [
          `## ${vi ? "Không in cách tính điểm" : "Without a printed rule"} (${silent.length})`,
          "",
          vi
            ? "Thẩm định viên cho điểm các mục này (manual) cho đến khi có quy tắc:"
            : "An appraiser gives the points of these (manual) until there is a rule:",
          "",
          silent.map(({ code }) => code).join(", "),
          "",
        ]),
    `## ${vi ? "Phát hiện" : "Findings"} (${findings.length})`,
    "",
    ...(findings.length === 0
      ? [vi ? "Không có." : "None."]
      : findings.map((finding) => findingLine(finding, language, say))),
    "",
    `## ${vi ? "Đã đọc" : "What was read"}`,
    "",
    `| ${vi ? "Mã | Chỉ số | Tối đa | Đọc được | Chỗ trong văn bản" : "Code | Indicator | Maximum | Read | Place in the document"} |`,
    "|---|---|---:|---|---|",
    ...set.indicators.map((one) => tableLine(one, language)),
    "",
  ];
  return lines.join("\n");
}

/** "98 chỉ số: 90 chắc chắn, 5 cần người xem, 3 chưa đọc được" */
export function summary(set: ImportedSet, language: Language): string {
  const count = (status: IndicatorStatus): number =>
    set.indicators.filter((one) => one.status === status).length;
  const pillars = set.set.indicators;
  const direct = pillars.reduce((sum, pillar) => sum + Math.max(1, pillar.children?.length ?? 0), 0);
  const [certain, doubtful, unread] = [count("certain"), count("doubtful"), count("unread")];
  return language === "vi"
    ? `${pillars.length} chỉ số chính, ${direct} chỉ số thành phần (${set.indicators.length} dòng): ${certain} chắc chắn, ${doubtful} cần người xem, ${unread} chưa có quy tắc`
    : `${pillars.length} pillars, ${direct} indicators (${set.indicators.length} rows): ${certain} certain, ${doubtful} for a person to see, ${unread} without a rule`;
}

const STATUS: Readonly<Record<IndicatorStatus, Message>> = {
  certain: { vi: "chắc chắn", en: "certain" },
  doubtful: { vi: "cần người xem", en: "doubtful" },
  unread: { vi: "chưa có quy tắc", en: "without a rule" },
};

function askedLines(one: ImportedIndicator, language: Language): string[] {
  const place = placeWords(one.place)[language];
  const quoted = one.text.split("\n").map((line) => `> ${line}`);
  return [
    `### ${one.code} ${one.title}`,
    "",
    `${STATUS[one.status][language]}${place === "" ? "" : `, ${place}`}: ${oneLine(one.question?.[language] ?? "")}`,
    "",
    ...quoted,
    "",
  ];
}

function findingLine(finding: ImportFinding, language: Language, say: (text: Message) => string): string {
  const vi = language === "vi";
  const severity = finding.severity === "error" ? (vi ? "lỗi" : "error") : vi ? "cảnh báo" : "warning";
  const place = placeWords(finding.place)[language];
  const file = [finding.file, finding.line].filter((part) => part !== undefined).join(":");
  const where = [finding.at, place, file].filter((part) => part !== "").join(", ");
  return `- **${severity}** \`${finding.code}\`${where === "" ? "" : ` (${where})`}: ${say(finding.message)}`;
}

function tableLine(one: ImportedIndicator, language: Language): string {
  const cells = [
    one.code,
    one.title,
    one.max ?? "–",
    STATUS[one.status][language],
    placeWords(one.place)[language],
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
