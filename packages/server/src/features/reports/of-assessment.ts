/** Documents of one unit's assessment, loaded from the database: what the making thread makes them from. */
import { signerOf } from "@opendti/documents/pure";
import { formatExact } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { listAnswers } from "../answers/repository.js";
import { itemsOf } from "../appraisals/items.js";
import { declaredByCode } from "../appraisals/scores.js";
import { type Bench, bench, isToldToUnit } from "../appraisals/standing.js";
import { loadSetOf } from "../assessments/load-set.js";
import { standing } from "../assessments/standing.js";
import { listEvidence } from "../evidence/repository.js";
import { type Asked, dateOf, headFor, type Loaded, labelsByAddress, pointsByLabel } from "./asked.js";
import { issuingLetterhead, letterheadOf } from "./letterheads.js";
import { listAppraiserRoles } from "./repository.js";
import { takenValues } from "./taken-values.js";

/**
 * The report of a self-assessment, for whoever sees the assessment.
 * @param own the template to be filled, asked for once the actor is let in; and what asked for the assessment.
 */
export async function loadSelfAssessment(
  call: Call,
  id: string,
  asked: Asked,
  own: {
    readonly template: () => Promise<Uint8Array | null>;
    readonly request?: string | undefined;
  },
): Promise<Loaded> {
  const here = await standing(call, id);
  const { assessment } = here;
  const { unit, campaign, group } = assessment;
  const { letterhead } = await letterheadOf(call, unit.id);
  const answers = await listAnswers(call.db, id);
  const evidence = await listEvidence(call.db, id);
  return {
    title: `Báo cáo tự đánh giá - ${unit.name} - ${campaign.year}`,
    document: {
      kind: "self-assessment",
      source: (await loadSetOf(call, assessment.set)).source,
      report: {
        head: headFor(letterhead, asked, call.at, true),
        to: letterhead.to,
        year: campaign.year,
        unit: { name: letterhead.fullName, shortName: letterhead.shortName },
        ...(own.request === undefined || own.request === "" ? {} : { request: own.request }),
        answers: answers.map(({ code, input, value }) => ({ code, input, value })),
        evidence: evidence.map(({ code, item }) => ({ ...item, code })),
      },
      group: group?.code ?? null,
      template: await own.template(),
    },
  };
}

/** What was declared, on the set's own form. */
export async function loadDataForm(call: Call, id: string, asked: Asked): Promise<Loaded> {
  const here = await standing(call, id);
  const { unit, campaign } = here.assessment;
  const { letterhead } = await letterheadOf(call, unit.id);
  const answers = await listAnswers(call.db, id);
  const { place, body, superior } = letterhead;
  return {
    title: `Phiếu cung cấp số liệu - ${unit.name} - ${campaign.year}`,
    document: {
      kind: "data-form",
      source: (await loadSetOf(call, here.assessment.set)).source,
      report: {
        unit: { name: body, ...(superior === "" ? {} : { superior }) },
        filled: {
          answers: answers.map(({ code, input, value }) => ({ code, input, value })),
          signatures: {},
          issued: { place, date: dateOf(asked, call.at) },
        },
      },
    },
  };
}

/**
 * The minutes of appraising: for whoever may see what was judged.
 * @throws {Problem} `state-refused` until it is submitted; `forbidden` for the unit's people until they are told.
 */
export async function loadMinutes(
  call: Call,
  id: string,
  asked: Asked & { readonly issuer?: string | undefined },
): Promise<Loaded> {
  const here = await bench(call, id);
  requireTold(here);
  const { assessment, loaded } = here;
  const { set } = loaded;
  const { unit, campaign } = assessment;
  const issuer = await issuingLetterhead(call, asked.issuer, unit.id, "coordinator");
  const own = await letterheadOf(call, unit.id);
  const answers = await listAnswers(call.db, id);
  const declared = declaredByCode(answers);
  const items = await itemsOf(call, here, answers);
  const roles = await listAppraiserRoles(call.db, id);
  const labelOf = labelsByAddress(set);
  return {
    title: `Biên bản thẩm định - ${unit.name} - ${campaign.year}`,
    document: {
      kind: "appraisal-minutes",
      source: loaded.source,
      report: {
        head: headFor(issuer, asked, call.at),
        campaign: { name: campaign.name, year: campaign.year },
        unit: { name: unit.name },
        unitSigner: signerOf(own.letterhead),
        declared: pointsByLabel(set, items.declared.score),
        appraised: pointsByLabel(set, items.appraised.score),
        totals: {
          declared: formatExact(items.declared.score.total),
          appraised: formatExact(items.appraised.score.total),
        },
        judgements: [...items.stored.values()].flatMap((one) =>
          one.verdict === null
            ? []
            : [
                {
                  label: labelOf(one.code),
                  verdict: one.verdict,
                  ...(one.reason === null ? {} : { reason: one.reason }),
                  role: ROLES[roles.get(one.by?.id ?? "") ?? "appraiser"],
                  values: takenValues(set, one, declared.get(one.code) ?? {}),
                },
              ],
        ),
      },
    },
  };
}

const ROLES = { appraiser: "Thẩm định viên", coordinator: "Cơ quan đầu mối" } as const;

/** Whether there is anything to tell comes first: a unit that still declares is not being appraised. */
function requireTold({ unitSide, assessment: { state } }: Bench): void {
  if (state === "declaring" || state === "compiled")
    throw new Problem(
      "state-refused",
      {
        vi: "Biên bản thẩm định có sau khi phiếu được nộp; phiếu này đang kê khai.",
        en: "There are minutes once the assessment is submitted; this one is still being declared.",
      },
      { state },
    );
  if (unitSide && !isToldToUnit(state))
    throw new Problem("forbidden", {
      vi: "Đơn vị đang được thẩm định; bạn xuất biên bản khi đơn vị được thông báo kết quả.",
      en: "The unit is being appraised; you print the minutes once the unit is told of the result.",
    });
}
