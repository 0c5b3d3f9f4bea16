import { type Characters, isLetter } from "./characters.js";
import { lexicon, lookUp, matchPhrase, phrase } from "./words.js";

/** A kind of document (loại văn bản). */
export interface DocumentKind {
  /** "quyet-dinh" */
  readonly id: string;
  /** "Quyết định" */
  readonly vi: string;
  /** "Decision" */
  readonly en: string;
}

interface KnownKind extends DocumentKind {
  /** How symbols abbreviate it, the regular spelling first. */
  readonly codes: readonly string[];
}

/** "Văn bản" is said of any kind: it agrees with every symbol. */
const anyDocument = "van-ban";

// The 29 kinds and their abbreviations of Nghị định số 30/2020/NĐ-CP (Phụ lục III), the legal documents of Luật Ban hành
// văn bản quy phạm pháp luật, the Party's documents, and what officers cite besides.
const kinds: readonly KnownKind[] = (
  [
    ["Quyết định", "Decision", "QĐ"],
    ["Kế hoạch", "Plan", "KH"],
    ["Công văn", "Official letter", "CV"],
    ["Báo cáo", "Report", "BC"],
    ["Thông báo", "Notice", "TB"],
    ["Tờ trình", "Proposal", "TTr"],
    ["Nghị quyết", "Resolution", "NQ"],
    ["Chỉ thị", "Directive", "CT"],
    ["Hướng dẫn", "Guidance", "HD"],
    ["Giấy mời", "Invitation", "GM"],
    ["Biên bản", "Minutes", "BB"],
    ["Quy chế", "Regulation", "QC"],
    ["Quy định", "Rules", "QyĐ QĐ QĐi"],
    ["Chương trình", "Programme", "CTr CT"],
    ["Đề án", "Scheme", "ĐA"],
    ["Dự án", "Project", "DA"],
    ["Phương án", "Scenario plan", "PA"],
    ["Hợp đồng", "Contract", "HĐ"],
    ["Công điện", "Official telegram", "CĐ"],
    ["Thông cáo", "Communiqué", "TC"],
    ["Bản ghi nhớ", "Memorandum", "BGN"],
    ["Bản thỏa thuận", "Agreement", "BTT"],
    ["Giấy ủy quyền", "Authorization", "GUQ"],
    ["Giấy giới thiệu", "Letter of introduction", "GGT"],
    ["Giấy nghỉ phép", "Leave permit", "GNP"],
    ["Giấy chứng nhận", "Certificate", "GCN"],
    ["Phiếu gửi", "Dispatch slip", "PG"],
    ["Phiếu chuyển", "Transfer slip", "PC"],
    ["Phiếu báo", "Notification slip", "PB"],
    ["Phiếu trình", "Submission slip", "PTr"],
    ["Phiếu", "Slip", ""],
    ["Kết luận", "Conclusion", "KL"],
    ["Thông tri", "Party circular", "TTri"],
    ["Hiến pháp", "Constitution", "HP"],
    ["Bộ luật", "Code", "BL"],
    ["Luật", "Law", ""],
    ["Pháp lệnh", "Ordinance", "PL"],
    ["Lệnh", "Order", "L"],
    ["Nghị định", "Decree", "NĐ"],
    ["Thông tư liên tịch", "Joint circular", "TTLT"],
    ["Thông tư", "Circular", "TT"],
    ["Nghị quyết liên tịch", "Joint resolution", "NQLT"],
    ["Văn bản hợp nhất", "Consolidated document", "VBHN"],
    ["Lịch làm việc", "Work schedule", "LLV"],
    ["Lịch công tác", "Work schedule", "LCT"],
    ["Danh sách", "List", "DS"],
    ["Giấy xác nhận", "Confirmation", "GXN"],
    ["Văn bản", "Document", "VB"],
  ] as const
).map(([vi, en, codes]) => ({
  id: idOf(vi),
  vi,
  en,
  codes: codes === "" ? [] : codes.split(" "),
}));

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(" ", "-");
}

const named = lexicon(kinds.map((kind) => [kind.vi.toLowerCase(), kind] as const));
const number = phrase("số");

// Short forms by their spelling, and by their letters for those who type QD or qđ. Of two kinds with one short form
// the first of the table has it: 12/QĐ-… is a decision.
const bySpelling = new Map<string, KnownKind>();
const byLetters = new Map<string, { kind: KnownKind; code: string }>();
for (const kind of kinds) {
  for (const code of kind.codes) {
    if (!bySpelling.has(code)) bySpelling.set(code, kind);
    for (const key of [code.toLowerCase(), code.toLowerCase().replaceAll("đ", "d")]) {
      if (!byLetters.has(key)) byLetters.set(key, { kind, code });
    }
  }
}
// HD is a guidance though HĐ, a contract, comes out the same without its stroke.
for (const kind of kinds) {
  for (const code of kind.codes) {
    const own = bySpelling.get(code);
    if (own === kind && !code.includes("Đ")) byLetters.set(code.toLowerCase(), { kind, code });
  }
}

const plain = ({ id, vi, en }: KnownKind): DocumentKind => ({ id, vi, en });

/** The kind that a short form stands for ("QĐ", "qđ", "QD"), with its regular spelling. */
export function kindOfCode(code: string): { readonly kind: DocumentKind; readonly code: string } | null {
  const exact = bySpelling.get(code);
  if (exact) return { kind: plain(exact), code };
  const found = byLetters.get(code.toLowerCase());
  return found ? { kind: plain(found.kind), code: found.code } : null;
}

/** Whether a document so named may bear a symbol with that short form. */
export function kindBears(kind: DocumentKind, code: string): boolean {
  const known = kinds.find(({ id }) => id === kind.id);
  return kind.id === anyDocument || known === undefined || known.codes.includes(code);
}

/** The name of a kind that stands here, with any marks when `loose`; "Quyếtđịnhsố 12" has lost its spaces. */
export function readKindName(
  c: Characters,
  at: number,
  loose: boolean,
): { readonly kind: DocumentKind; readonly end: number } | null {
  const found = lookUp(c, at, named, { loose, fused: true });
  if (found === null) return null;
  if (isLetter(c, found.end) && matchPhrase(c, found.end, number) < 0) return null;
  return { kind: plain(found.meaning), end: found.end };
}
