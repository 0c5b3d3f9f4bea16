/** The thread that writes and reads the workbooks of a whole campaign, asking for what it needs as it comes to it. */
import type { Readable } from "node:stream";
import type { AppraisalRow, CampaignUnit } from "@opendti/documents";
import { Problem } from "../../http/problem.js";
import { type Ask, SideThread } from "../../threads/side-thread.js";
import type {
  CampaignAnswer,
  CampaignQuestion,
  CampaignReply,
  CampaignWork,
  SentOrigin,
} from "./campaign-work.js";
import { refused } from "./form.js";
import { sendingFile } from "./sending-file.js";

export type { SentOrigin } from "./campaign-work.js";

const thread = new SideThread<CampaignWork, CampaignAnswer, CampaignQuestion, CampaignReply>({
  entry: new URL("./campaign-thread.js", import.meta.url),
  here: async (work, ask) => (await import("./campaign-work.js")).workOnCampaign(work, ask),
  // Four thousand units with a hundred indicators each.
  mostMs: 300_000,
  mostMegabytes: 768,
  tooMuch: {
    kind: "refused",
    why: {
      vi: "Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ. Hãy xóa bớt dòng của những đơn vị không sửa rồi gửi lại.",
      en: "Reading this file takes too long or too much memory. Delete rows of units that were not edited and send it again.",
    },
  },
});

type Answering = Partial<{
  readonly next: () => Promise<CampaignReply>;
  readonly piece: (bytes: Uint8Array) => Promise<void>;
  readonly units: (assessments: readonly string[]) => Promise<readonly CampaignUnit[]>;
  readonly rows: (
    keys: readonly { readonly assessment: string; readonly code: string }[],
  ) => Promise<readonly AppraisalRow[]>;
}>;

const answering =
  ({ next, piece, units, rows }: Answering): Ask<CampaignQuestion, CampaignReply> =>
  async (question) => {
    switch (question.kind) {
      case "next":
        return (await next?.()) ?? {};
      case "piece":
        await piece?.(question.bytes);
        return {};
      case "units":
        return { units: (await units?.(question.assessments.filter(isId))) ?? [] };
      case "rows":
        return { rows: (await rows?.(question.keys.filter(({ assessment }) => isId(assessment)))) ?? [] };
    }
  };

/** What stands in a file may be anything. */
const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/** @param next gives the next rows, none at the end. */
function write(
  kind: "write-units" | "write-appraisal",
  origin: SentOrigin,
  next: () => Promise<CampaignReply>,
) {
  return sendingFile(async (piece) => {
    const answer = await thread.run({ kind, origin }, answering({ next, piece }));
    if (answer.kind !== "written") throw new Problem("not-ready");
  });
}

/** A campaign's workbook. @param next gives the next units, none at the end. */
export const writeCampaign = (
  origin: SentOrigin,
  next: () => Promise<readonly CampaignUnit[]>,
): Promise<Readable> => write("write-units", origin, async () => ({ units: await next() }));

/** An appraiser's workbook. @param next gives the next rows, none at the end. */
export const writeAppraisal = (
  origin: SentOrigin,
  next: () => Promise<readonly AppraisalRow[]>,
): Promise<Readable> => write("write-appraisal", origin, async () => ({ rows: await next() }));

/** @throws {Problem} `upload-refused`; `content-refused` for more differences than anybody looks through. */
export async function readCampaign(
  origin: SentOrigin,
  bytes: Uint8Array,
  unitsOf: (assessments: readonly string[]) => Promise<ReadonlyMap<string, CampaignUnit>>,
): Promise<Extract<CampaignAnswer, { kind: "read-units" }>> {
  const units = async (ids: readonly string[]) => [...(await unitsOf(ids)).values()];
  const answer = await thread.run({ kind: "read-units", origin, bytes }, answering({ units }));
  if (answer.kind !== "read-units") throw whyNot(answer);
  return answer;
}

/** @throws {Problem} as {@link readCampaign} */
export async function readAppraisal(
  origin: SentOrigin,
  bytes: Uint8Array,
  rows: NonNullable<Answering["rows"]>,
): Promise<Extract<CampaignAnswer, { kind: "read-appraisal" }>> {
  const answer = await thread.run({ kind: "read-appraisal", origin, bytes }, answering({ rows }));
  if (answer.kind !== "read-appraisal") throw whyNot(answer);
  return answer;
}

const whyNot = (answer: CampaignAnswer): Problem =>
  answer.kind === "too-many"
    ? new Problem("content-refused", {
        vi: "Tệp khác với số liệu đang lưu ở quá nhiều ô. Hãy chia theo nhóm đơn vị rồi gửi từng phần.",
        en: "The file differs from what is stored in too many cells. Send it in parts, some units at a time.",
      })
    : refused(answer);
