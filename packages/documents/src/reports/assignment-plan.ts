/** Kế hoạch phân công: who leads and who coordinates each indicator, as a plan's own tables print it. */
import { formatExact } from "@opendti/engine";
import type { Paper, PaperBlock } from "../paper/paper.js";
import { roman } from "../roman.js";
import type { AssignmentPlan, PlanPart } from "./assignment-plan-input.js";
import { attachedTo, inSentence, mastheadOf, signingOf } from "./official-parts.js";
import { agenciesTable, roomsTable } from "./plan-tables.js";
import { capital, legalBasisWritten, pointsWritten } from "./written.js";

/** The plan in the form asked for: purposes, who does what, how it is carried out. */
export function assignmentPlan(input: AssignmentPlan): Paper {
  const { head, form, parts, title } = input;
  const appended = form === "agencies";
  return {
    title: `Kế hoạch ${inSentence(withoutKind(title))}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          mastheadOf(head, "KH"),
          { kind: "title", name: "Kế hoạch", summary: withoutKind(title) },
          ...opening(input),
          heading(form, 1, "Mục đích, yêu cầu"),
          ...(input.purposes ?? usualPurposes(input)).map(paragraph),
          heading(form, 2, appended ? "Phân công thực hiện" : "Giao nhiệm vụ triển khai thực hiện"),
          ...(appended ? handedOut(input) : parts.flatMap((part, at) => room(part, at, parts.length))),
          heading(form, 3, "Tổ chức thực hiện"),
          ...(input.execution ?? usualExecution(input)).map(paragraph),
          paragraph(
            `Trên đây là Kế hoạch ${inSentence(withoutKind(title))}; trong quá trình thực hiện, nếu phát sinh khó khăn, vướng mắc, các ${appended ? "cơ quan, đơn vị" : "tập thể, cá nhân"} kịp thời phản ánh để xem xét, điều chỉnh, bổ sung cho phù hợp./.`,
          ),
          // A plan is addressed to nobody above; of its own agency, rooms stand in the list already.
          signingOf(head, appended ? "Các cơ quan, đơn vị được phân công" : ""),
        ],
      },
      ...(appended
        ? parts.map((part, at) => ({
            orientation: "landscape" as const,
            blocks: [
              {
                kind: "appendix" as const,
                label: parts.length === 1 ? "Phụ lục" : `Phụ lục ${roman(at + 1)}`,
                title: `Phân công thực hiện ${inSentence(titleOf(part))}`,
                reference: attachedTo("Kế hoạch", "KH", head),
              },
              agenciesTable(part),
            ],
          }))
        : []),
    ],
  };
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });

/** A plan's own title may begin with the kind of document, which the page prints above it. */
const withoutKind = (title: string): string => capital(title.replace(/^Kế hoạch\s+/iu, ""));

const titleOf = ({ title, set }: PlanPart): string => title ?? set.source.title;

/** Parts are numbered in roman figures by a province, in arabic ones by an agency. */
function heading(form: AssignmentPlan["form"], number: number, text: string): PaperBlock {
  return form === "agencies"
    ? { kind: "heading", level: 1, text: `${roman(number)}. ${text.toLocaleUpperCase("vi")}` }
    : { kind: "heading", level: 1, text: `${number}. ${text}` };
}

function opening({ head, grounds, parts, title }: AssignmentPlan): PaperBlock[] {
  const bases = parts.flatMap(({ set }) => set.source.legal_basis.map(legalBasisWritten));
  return [
    ...new Set([...grounds, ...bases].map((basis) => `Căn cứ ${basis};`)),
    `${head.body} ban hành Kế hoạch ${inSentence(withoutKind(title))} như sau:`,
  ].map(paragraph);
}

/** One set as an agency hands it to its rooms: the scale in words, then the table. */
function room(part: PlanPart, at: number, parts: number): PaperBlock[] {
  const { set } = part;
  const pillars = set.pillars.flatMap((index) => set.nodes[index] ?? []);
  const indicators =
    set.source.declared?.indicators ?? pillars.reduce((sum, { children }) => sum + children.length, 0);
  const scale = pillars.map(({ title, max }) => `${title} ${pointsWritten(formatExact(max))} điểm`);
  return [
    ...(parts === 1
      ? []
      : [{ kind: "heading", level: 2, text: `2.${at + 1}. Thực hiện ${titleOf(part)}` } as const]),
    paragraph(
      `a) Thang điểm đánh giá ${pointsWritten(formatExact(set.max))} điểm, ${indicators} chỉ số thành phần, gồm: ${scale.join("; ")}.`,
    ),
    { kind: "paragraph", text: "b) Giao nhiệm vụ thực hiện:", keepWithNext: true },
    roomsTable(part),
  ];
}

function handedOut({ parts }: AssignmentPlan): PaperBlock[] {
  const assigned = parts.reduce((sum, { plan }) => sum + plan.assignments.length, 0);
  return [
    paragraph(
      `Phân công cơ quan chủ trì, cơ quan phối hợp và thời gian hoàn thành đối với ${assigned} nội dung của ${parts.map(titleOf).join("; ")} tại Phụ lục kèm theo Kế hoạch này.`,
    ),
  ];
}

function usualPurposes({ form, head, parts }: AssignmentPlan): string[] {
  const sets = parts.map(titleOf).join("; ");
  return form === "rooms"
    ? [
        `Triển khai thực hiện hiệu quả ${sets} tại ${head.body}; khắc phục hạn chế, yếu kém sau kết quả đánh giá, xếp hạng mức độ chuyển đổi số hằng năm; bảo đảm sự lãnh đạo, chỉ đạo, điều hành thống nhất trong quá trình triển khai.`,
        "Các tập thể, cá nhân được giao nhiệm vụ chủ động phối hợp, nâng cao ý thức trách nhiệm trong triển khai thực hiện từng tiêu chí cho đạt hiệu quả cao nhất, phù hợp với tình hình thực tế của cơ quan.",
      ]
    : [
        `Đánh giá được hiện trạng thực hiện chuyển đổi số theo ${sets}; xác định các điểm mạnh cần phát huy, những tồn tại, hạn chế cần khắc phục.`,
        "Duy trì các chỉ số đã đạt điểm cao; phân công rõ việc, rõ trách nhiệm của từng cơ quan, đơn vị nhằm cải thiện, nâng cao các chỉ số đạt điểm thấp, chưa đạt điểm.",
      ];
}

function usualExecution({ form, parts }: AssignmentPlan): string[] {
  const every = parts.some(({ plan }) => plan.reporting === "quarterly") ? "hằng quý" : "hằng năm";
  return form === "rooms"
    ? [
        "Căn cứ nhiệm vụ được giao, các phòng, bộ phận chủ động xây dựng kế hoạch triển khai; người đứng đầu phân công công chức theo dõi, tham mưu, thường xuyên kiểm tra, đôn đốc, bảo đảm tiến độ theo quy định.",
        `Định kỳ ${every}, các phòng, bộ phận tự đánh giá, chấm điểm đối với các nội dung được phân công chủ trì, gửi kết quả về Văn phòng tổng hợp, tham mưu theo quy định.`,
      ]
    : [
        "Cơ quan chủ trì xây dựng, ban hành kế hoạch thực hiện chi tiết, đề ra biện pháp cụ thể để nâng cao các chỉ số được phân công; đôn đốc, theo dõi, tổng hợp kết quả của các cơ quan phối hợp.",
        `Định kỳ ${every}, cơ quan chủ trì báo cáo kết quả thực hiện, cung cấp đầy đủ số liệu liên quan tới các chỉ số được giao tại Phụ lục để tổng hợp.`,
        "Cơ quan phối hợp cung cấp số liệu, tài liệu kiểm chứng và thực hiện phần việc thuộc trách nhiệm của mình theo đề nghị của cơ quan chủ trì.",
      ];
}
