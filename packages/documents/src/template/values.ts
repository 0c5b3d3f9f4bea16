/** A self-assessment as the values that a template asks for, by their names. */
import { signingLines } from "../paper/signer.js";
import { capitals, ended, written } from "../paper/text.js";
import { dateInWords, numberOf } from "../paper/wording.js";
import type { SelfAssessmentReport } from "../reports/self-assessment-input.js";
import { requestOf } from "../reports/self-assessment-request.js";
import { type IndicatorView, type PillarView, viewOf } from "../reports/self-assessment-view.js";

/** Texts and lists by name; lists hold scopes of their own. */
export interface Scope {
  readonly [name: string]: string | readonly Scope[];
}

/** Everything that {@link templatePlaceholders} names. */
export function valuesOf(report: SelfAssessmentReport): Scope {
  const { head, to, unit, year, set, score } = report;
  const { number, symbol, issued, signer } = head;
  const view = viewOf(report);
  return clean({
    co_quan_chu_quan: capitals(head.superior ?? ""),
    co_quan: capitals(head.body),
    don_vi: unit.name,
    don_vi_goi_tat: unit.shortName ?? unit.name,
    so_ky_hieu: numberOf(number === undefined ? { symbol } : { number, symbol }),
    dia_danh: issued.place,
    ngay_ban_hanh: dateInWords(issued.date),
    kinh_gui: ended(to).join("\n"),
    nam: String(year),
    ten_bo_chi_so: set.source.title,
    can_cu: requestOf(report) ?? "",
    tong_diem: view.total ?? "",
    tong_diem_toi_da: view.max ?? "",
    muc: score.level ?? "",
    chuc_vu_ky: signingLines(signer).join("\n"),
    nguoi_ky: signer.name ?? "",
    noi_nhan: ended([...head.recipients, `Lưu: ${head.kept}`])
      .map((line) => `- ${line}`)
      .join("\n"),
    thong_tin_chung: view.profile.map(({ code, label, value, unit: measure }) => ({
      muc_so: code,
      muc_ten: label,
      muc_gia_tri: value,
      muc_don_vi_tinh: measure,
    })),
    nhom: view.pillars.map(pillarScope),
  });
}

function pillarScope(pillar: PillarView): Scope {
  return {
    nhom_ma: pillar.code,
    nhom_ten: pillar.title,
    nhom_diem_toi_da: pillar.max,
    nhom_diem: pillar.score,
    chi_so: pillar.rows.map(indicatorScope),
  };
}

function indicatorScope(view: IndicatorView): Scope {
  const inputs = view.inputs.map(
    ({ letter, label, value }) => `${letter === "" ? "" : `${letter}. `}${label}: ${value}`,
  );
  return {
    ma: view.code,
    ten: view.title,
    diem_toi_da: view.max,
    ke_khai: view.declared,
    tra_loi: [...(view.declared === "" ? [] : [view.declared]), ...inputs].join("\n"),
    cach_tinh: view.rule,
    tai_lieu: view.evidence.join(";\n"),
    diem: view.score,
    so_lieu: view.inputs.map(({ letter, label, value, max, score }) => ({
      so_lieu_ky_hieu: letter,
      so_lieu_ten: label,
      so_lieu_gia_tri: value,
      so_lieu_diem_toi_da: max,
      so_lieu_diem: score,
    })),
    minh_chung: view.evidence.map((text) => ({ minh_chung_noi_dung: text })),
  };
}

/** Every text as a document can hold it. */
function clean(scope: Scope): Scope {
  return Object.fromEntries(
    Object.entries(scope).map(([name, each]) => [
      name,
      typeof each === "string" ? written(each) : each.map(clean),
    ]),
  );
}
