/** Official documents: who may have which, what it is made from, and the file. Nothing is written; nothing is kept of it. */
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import type { Raw } from "../../http/endpoint.js";
import { getSet } from "../sets/service.js";
import { type Asked, download, type Loaded } from "./asked.js";
import { loadExplanation } from "./explanation.js";
import { makeDocument } from "./making-thread.js";
import { loadDataForm, loadMinutes, loadSelfAssessment } from "./of-assessment.js";
import { type AskedPlan, type AskedProgress, loadAssignmentPlan, loadProgress } from "./of-plan.js";
import { type AskedDecision, loadResultDecision } from "./of-run.js";

/** Loads in one transaction, which is over before the document is made. */
async function made(call: LongCall, asked: Asked, load: (within: Call) => Promise<Loaded>): Promise<Raw> {
  const { document, title } = await inTransaction(call, load);
  return download(title, asked.form, await makeDocument(document, asked.form));
}

/** @throws {Problem} `not-found` unless the actor sees the assessment. */
export const selfAssessment = (
  call: LongCall,
  id: string,
  asked: Asked & { readonly request?: string | undefined },
): Promise<Raw> =>
  made(call, asked, (within) =>
    loadSelfAssessment(within, id, asked, { template: null, request: asked.request }),
  );

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
export async function resultDecision(call: LongCall, runId: string, asked: AskedDecision): Promise<Raw> {
  const { document, title } = await loadResultDecision(call, runId, asked);
  return download(title, asked.form, await makeDocument(document, asked.form));
}

/** @throws {Problem} `not-found` unless the actor sees the plan's set. */
export const assignmentPlan = (call: LongCall, id: string, asked: AskedPlan): Promise<Raw> =>
  made(call, asked, (within) => loadAssignmentPlan(within, id, asked));

/** @throws {Problem} `not-found` unless the actor sees the plan's set; `content-refused`. */
export const progress = (call: LongCall, id: string, asked: AskedProgress): Promise<Raw> =>
  made(call, asked, (within) => loadProgress(within, id, asked));
