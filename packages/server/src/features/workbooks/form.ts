/** One assessment as a form to fill in offline, and the thread that writes it and reads it. */
import type { ReadAssessmentWorkbook } from "@opendti/documents";
import type { LoadedSet } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { SideThread } from "../../threads/side-thread.js";
import { listAnswers } from "../answers/repository.js";
import { loadSetOf } from "../assessments/load-set.js";
import { declarable, type Openable, requireOpen, type Standing, worksIn } from "../assessments/standing.js";
import { listEvidence } from "../evidence/repository.js";
import type { FormAnswer, FormWork, SentForm } from "./form-work.js";

const thread = new SideThread<FormWork, FormAnswer>({
  entry: new URL("./form-thread.js", import.meta.url),
  here: async (work) => (await import("./form-work.js")).workOnForm(work),
  // A sheet for each pillar, a few hundred cells to fill in.
  mostMs: 60_000,
  mostMegabytes: 512,
  tooMuch: {
    kind: "refused",
    why: {
      vi: "Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ. Hãy tải lại bảng tính của phiếu, điền vào bản đó rồi gửi lại.",
      en: "Reading this file takes too long or too much memory. Download the assessment's workbook again, fill that in and send it.",
    },
  },
});

/** What the actor may fill in now: codes and `profile`; undefined for everything. */
export function openCodes(call: Pick<Call, "actor" | "at">, here: Standing): ReadonlySet<string> | undefined {
  if (!worksIn(here) || !isOpen(here, call.at)) return new Set();
  const codes = declarable(here, call.actor);
  return codes === null ? undefined : new Set(codes);
}

/** Whether anything may be declared in an assessment now. */
export function isOpen(here: { readonly assessment: Openable }, at: Date): boolean {
  try {
    requireOpen(here, at);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The assessment as it is stored. */
export async function formOf(
  call: Call,
  here: Standing,
): Promise<{ readonly form: SentForm; readonly loaded: LoadedSet }> {
  const { id, revision, set, campaign, unit } = here.assessment;
  const loaded = await loadSetOf(call, set);
  const open = openCodes(call, here);
  const answers = await listAnswers(call.db, id);
  const evidence = await listEvidence(call.db, id);
  return {
    loaded,
    form: {
      source: loaded.source,
      hash: set.hash,
      campaign: { id: campaign.id, title: campaign.name, year: campaign.year },
      unit: { id: unit.id, name: unit.name },
      assessment: { id, revision: Number(revision) },
      fields: answers.map(({ code, input, value, version }) => ({ code, input, value, version })),
      evidence: evidence.map(({ code, item }) => ({ code, item })),
      ...(open === undefined ? {} : { open }),
    },
  };
}

/** The form as a workbook. */
export async function writeForm(form: SentForm): Promise<Uint8Array> {
  const answer = await thread.run({ kind: "write", form });
  if (answer.kind !== "written") throw new Problem("not-ready");
  return answer.bytes;
}

/** @throws {Problem} `upload-refused` with the reader's reason and what to do. */
export async function readForm(form: SentForm, bytes: Uint8Array): Promise<ReadAssessmentWorkbook> {
  const answer = await thread.run({ kind: "read", form, bytes });
  if (answer.kind !== "read") throw refused(answer);
  return answer.read;
}

/** The problem that a refusal of the reader is answered with. */
export const refused = (answer: {
  readonly kind: string;
  readonly why?: { vi: string; en: string };
}): Problem => new Problem("upload-refused", answer.why);
