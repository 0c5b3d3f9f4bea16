/** Opens a workbook that came back: is it one of ours, and does it belong here? */
import type { ReadLimits } from "../blocks/limits.js";
import { DocumentRefused } from "../blocks/refused.js";
import { openWorkbookFile } from "../xlsx/read-sheets.js";
import type { StoredCell, StoredRow, StoredSheet } from "../xlsx/stored-cells.js";
import { META_SHEET } from "./layout.js";
import { META_MARK, type ReadMeta, readMeta, type WorkbookKind } from "./meta.js";
import type { WorkbookOrigin } from "./types.js";

const WANTED = {
  vi: "Ở đây chỉ nạp bảng tính đã tải từ trang này: điền vào ô nền vàng, lưu dạng .xlsx rồi nạp lại.",
  en: "Only the workbook downloaded from this page is taken: fill in its yellow cells, save it as .xlsx and upload it again.",
};

export interface OpenedWorkbook {
  readonly meta: ReadMeta;
  /** All sheets but the meta sheet. */
  readonly sheets: readonly StoredSheet[];
}

/**
 * @throws {DocumentRefused} for what is no .xlsx, is broken or meant to harm; for workbooks that are none of ours, of another
 * set or version, or of another campaign.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  kind: WorkbookKind,
  origin: WorkbookOrigin,
  limits: Partial<ReadLimits> = {},
): Promise<OpenedWorkbook> {
  const sheets = await openWorkbookFile(bytes, WANTED, limits);
  const found = await findMeta(sheets);
  if (!found) throw foreign();
  requireOrigin(found.meta, kind, origin);
  return { meta: found.meta, sheets: sheets.filter((sheet) => sheet !== found.sheet) };
}

/** The meta sheet by its name, or whatever sheet begins as it does. */
async function findMeta(
  sheets: readonly StoredSheet[],
): Promise<{ meta: ReadMeta; sheet: StoredSheet } | undefined> {
  const ordered = [...sheets].sort(
    (one, other) => Number(other.name === META_SHEET) - Number(one.name === META_SHEET),
  );
  for (const sheet of ordered) {
    const rows: string[][] = [];
    let ours: boolean | undefined;
    await sheet.read({
      row: (_, cells) => {
        ours ??= plainText(cells.get(1)) === META_MARK;
        if (ours) rows.push(textsOf(cells));
      },
    });
    const meta = ours ? readMeta(rows) : undefined;
    if (meta) return { meta, sheet };
  }
  return undefined;
}

function textsOf(cells: StoredRow): string[] {
  const last = Math.max(0, ...cells.keys());
  return Array.from({ length: last }, (_, index) => plainText(cells.get(index + 1)));
}

/** What our own cells hold: texts and whole numbers. */
export function plainText(cell: StoredCell | undefined): string {
  if (cell?.kind === "text") return cell.text.trim();
  return cell?.kind === "number" ? cell.number : "";
}

function requireOrigin(meta: ReadMeta, kind: WorkbookKind, { set, hash, campaign }: WorkbookOrigin): void {
  if (meta.kind !== kind)
    throw new DocumentRefused("foreign-workbook", {
      vi: `Đây là ${KINDS[meta.kind]?.vi ?? "bảng tính khác"}, không phải ${KINDS[kind]?.vi ?? ""}. Chọn đúng tệp.`,
      en: `This is ${KINDS[meta.kind]?.en ?? "another workbook"}, not ${KINDS[kind]?.en ?? ""}. Choose the right file.`,
    });
  if (meta.campaign !== campaign.id)
    throw new DocumentRefused("other-assessment", {
      vi: "Bảng tính thuộc một đợt đánh giá khác. Tải lại bảng tính của đợt này.",
      en: "The workbook belongs to another campaign. Download that of this campaign.",
    });
  if (meta.set !== set.id || meta.version !== set.version)
    throw new DocumentRefused("other-set", {
      vi: `Bảng tính làm theo bộ chỉ số ${meta.set} bản ${meta.version}, đợt này dùng ${set.id} bản ${set.version}. Tải lại bảng tính rồi chép số liệu sang.`,
      en: `The workbook follows the set ${meta.set}, version ${meta.version}; this campaign uses ${set.id}, version ${set.version}. Download the workbook anew and copy the data into it.`,
    });
  if (meta.hash !== hash)
    throw new DocumentRefused("other-set", {
      vi: "Nội dung bộ chỉ số đã đổi từ khi tải bảng tính. Tải lại bảng tính rồi chép số liệu sang.",
      en: "The content of the set has changed since the workbook was made. Download it anew and copy the data into it.",
    });
}

const KINDS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  assessment: { vi: "phiếu của một đơn vị", en: "the form of one unit" },
  campaign: { vi: "bảng của cả đợt", en: "the table of a whole campaign" },
  appraisal: { vi: "bảng thẩm định", en: "the table of an appraisal" },
};

function foreign(): DocumentRefused {
  return new DocumentRefused("foreign-workbook", {
    vi: "Bảng tính không do hệ thống tạo ra, hoặc các sheet ẩn đã bị xóa. Tải bảng tính từ hệ thống, chép số liệu vào ô nền vàng rồi nạp lại.",
    en: "The workbook was not made here, or its hidden sheets are gone. Download it from here, copy the data into the yellow cells and upload it again.",
  });
}
