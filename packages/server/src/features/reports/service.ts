/** Official documents: who may have which, what it is made from, and the file. Nothing is written; nothing is kept of it. */
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import type { Raw } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { getSet } from "../sets/service.js";
import { type Asked, download, type Loaded } from "./asked.js";
import { loadExplanation } from "./explanation.js";
import { makeDocument } from "./making-thread.js";
import { loadDataForm, loadMinutes, loadSelfAssessment } from "./of-assessment.js";
import { type AskedPlan, type AskedProgress, loadAssignmentPlan, loadProgress } from "./of-plan.js";
import { type AskedOfRun, type KindOfRun, loadDocumentOfRun } from "./of-run.js";
import { templateBytes } from "./templates.js";

/** Loads in one transaction, which is over before the document is made. */
async function made(call: LongCall, asked: Asked, load: (within: Call) => Promise<Loaded>): Promise<Raw> {
  const { document, title } = await inTransaction(call, load);
  return download(title, asked.form, await makeDocument(document, asked.form));
}

/** What a self-assessment's report is asked for with. */
export interface AskedReport extends Asked {
  readonly request?: string | undefined;
  /** Of the province's own templates; absent: the usual letter. */
  readonly template?: string | undefined;
}

/** @throws {Problem} `not-found` unless the actor sees the assessment; `content-refused` for a template as PDF. */
export const selfAssessment = (call: LongCall, id: string, asked: AskedReport): Promise<Raw> =>
  made(call, asked, (within) =>
    loadSelfAssessment(within, id, asked, {
      template: async () =>
        asked.template === undefined ? null : chosenTemplate(within, asked.template, asked),
      request: asked.request,
    }),
  );

/** The typesetter knows our paper; another's Word file is made into PDF by Word. */
async function chosenTemplate(call: Call, id: string, { form }: Asked): Promise<Uint8Array> {
  if (form === "pdf")
    throw new Problem("content-refused", {
      vi: "Mẫu riêng chỉ xuất được dạng Word. Hãy tải Word rồi lưu thành PDF, hoặc chọn mẫu mặc định.",
      en: "An own template is filled in Word alone. Download Word and save it as PDF, or choose the usual letter.",
    });
  return templateBytes(call, id);
}

/** @throws {Problem} `not-found`; `forbidden` for the unit's people until they are told; `state-refused`. */
export const appraisalMinutes = (
  call: LongCall,
  id: string,
  asked: Asked & { readonly issuer?: string | undefined },
): Promise<Raw> => made(call, asked, (within) => loadMinutes(within, id, asked));

/** @throws {Problem} `not-found` unless the actor sees the assessment. */
export const explanation = (call: LongCall, id: string, asked: Asked): Promise<Raw> =>
  made(call, asked, (within) => loadExplanation(within, id, asked));

/** @throws {Problem} `not-found` unless the actor sees the assessment. */
export const dataForm = (call: LongCall, id: string, asked: Asked): Promise<Raw> =>
  made(call, asked, (within) => loadDataForm(within, id, asked));

/** A set's form, to be filled in by hand. @throws {Problem} `not-found` unless the actor sees the set. */
export const blankForm = (call: LongCall, id: string, version: number, asked: Asked): Promise<Raw> =>
  made(call, asked, async (within) => {
    const set = await getSet(within, id, version);
    const { source } = call.platform.sets.load(set.source, set.hash);
    return {
      title: `Phiếu cung cấp số liệu - ${set.title}`,
      document: { kind: "data-form", source, report: {} },
    };
  });

/** @throws {Problem} `forbidden`, `not-found`, as the run's own page. */
export async function documentOfRun(
  call: LongCall,
  runId: string,
  kind: KindOfRun,
  asked: AskedOfRun,
): Promise<Raw> {
  const { document, title } = await loadDocumentOfRun(call, runId, kind, asked);
  return download(title, asked.form, await makeDocument(document, asked.form));
}

/** @throws {Problem} `not-found` unless the actor sees the plan's set. */
export const assignmentPlan = (call: LongCall, id: string, asked: AskedPlan): Promise<Raw> =>
  made(call, asked, (within) => loadAssignmentPlan(within, id, asked));

/** @throws {Problem} `not-found` unless the actor sees the plan's set; `content-refused`. */
export const progress = (call: LongCall, id: string, asked: AskedProgress): Promise<Raw> =>
  made(call, asked, (within) => loadProgress(within, id, asked));
