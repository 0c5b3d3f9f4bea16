/** The names that a province's own template may hold, and what each stands for. The page docs/report-templates.md lists the same. */
import type { BilingualText } from "@opendti/prose";

/** A list is written `{#chi_so} … {/chi_so}`: what stands between is repeated for each of its items. */
export type ListName = "thong_tin_chung" | "nhom" | "chi_so" | "so_lieu" | "minh_chung";

export interface Placeholder {
  /** As it is written between braces: `don_vi`. */
  readonly name: string;
  readonly kind: "value" | "list";
  /** The list inside which it has a meaning; undefined where it has one everywhere. */
  readonly within: ListName | undefined;
  readonly meaning: BilingualText;
}

const value = (name: string, within: ListName | undefined, vi: string, en: string): Placeholder => ({
  name,
  kind: "value",
  within,
  meaning: { vi, en },
});

const list = (name: ListName, within: ListName | undefined, vi: string, en: string): Placeholder => ({
  name,
  kind: "list",
  within,
  meaning: { vi, en },
});

/** In the order in which the page explains them. */
export const templatePlaceholders: readonly Placeholder[] = [
  value("co_quan_chu_quan", undefined, "Cơ quan chủ quản, chữ in hoa", "The body above, in capitals"),
  value("co_quan", undefined, "Cơ quan ban hành, chữ in hoa", "The issuing body, in capitals"),
  value("don_vi", undefined, "Tên đầy đủ của đơn vị", "The unit's full name"),
  value("don_vi_goi_tat", undefined, "Tên đơn vị dùng trong thư", "The unit's name within the letter"),
  value("so_ky_hieu", undefined, "Số và ký hiệu: 12/BDT-VP", "Number and symbol: 12/BDT-VP"),
  value("dia_danh", undefined, "Địa danh ban hành", "Place of issue"),
  value("ngay_ban_hanh", undefined, "Ngày, tháng, năm ban hành bằng chữ", "Date of issue in words"),
  value("kinh_gui", undefined, "Nơi được gửi, mỗi nơi một dòng", "Addressees, one a line"),
  value("nam", undefined, "Năm được đánh giá", "The assessed year"),
  value("ten_bo_chi_so", undefined, "Tên bộ chỉ số", "Title of the indicator set"),
  value("can_cu", undefined, "Văn bản yêu cầu đánh giá", "What asked for the assessment"),
  value("tong_diem", undefined, "Tổng điểm tự đánh giá", "Total of the self-assessment"),
  value("tong_diem_toi_da", undefined, "Tổng điểm tối đa", "Greatest possible total"),
  value(
    "muc",
    undefined,
    "Mức đạt được, nếu bộ chỉ số có xếp mức",
    "Level reached, where the set has levels",
  ),
  value("chuc_vu_ky", undefined, "Quyền hạn, chức vụ người ký, mỗi ý một dòng", "Who signs, one a line"),
  value(
    "nguoi_ky",
    undefined,
    "Họ tên người ký, để trống nếu chưa ghi",
    "The signer's name, empty if not given",
  ),
  value("noi_nhan", undefined, "Nơi nhận, mỗi nơi một dòng", "Copies, one a line"),
  list("thong_tin_chung", undefined, "Các mục thông tin chung", "The profile, item by item"),
  value("muc_so", "thong_tin_chung", "Số thứ tự của mục: 1.5", "Number of the item: 1.5"),
  value("muc_ten", "thong_tin_chung", "Tên mục", "Name of the item"),
  value("muc_gia_tri", "thong_tin_chung", "Số liệu kê khai", "What was declared"),
  value("muc_don_vi_tinh", "thong_tin_chung", "Đơn vị tính", "Unit of measure"),
  list("nhom", undefined, "Các nhóm chỉ số (chỉ số chính)", "The pillars"),
  value("nhom_ma", "nhom", "Mã nhóm: 2.1", "Code of the pillar: 2.1"),
  value("nhom_ten", "nhom", "Tên nhóm", "Title of the pillar"),
  value("nhom_diem_toi_da", "nhom", "Điểm tối đa của nhóm", "Greatest points of the pillar"),
  value("nhom_diem", "nhom", "Điểm tự đánh giá của nhóm", "Points of the pillar"),
  list("chi_so", "nhom", "Các chỉ số thành phần của nhóm", "The indicators of a pillar"),
  value("ma", "chi_so", "Mã chỉ số: 2.1.3", "Code of the indicator: 2.1.3"),
  value("ten", "chi_so", "Tên chỉ số", "Title of the indicator"),
  value("diem_toi_da", "chi_so", "Điểm tối đa", "Greatest points"),
  value(
    "ke_khai",
    "chi_so",
    "Phương án đã chọn, giá trị hoặc tỷ lệ của chỉ số",
    "The option chosen, the value or the ratio",
  ),
  value(
    "tra_loi",
    "chi_so",
    "Mọi số liệu kê khai của chỉ số, mỗi số liệu một dòng",
    "Everything declared for the indicator, one a line",
  ),
  value("cach_tinh", "chi_so", "Cách xác định và tính điểm", "How points are given"),
  value(
    "tai_lieu",
    "chi_so",
    "Mọi tài liệu kiểm chứng, mỗi tài liệu một dòng",
    "All evidence, one piece a line",
  ),
  value("diem", "chi_so", "Điểm tự đánh giá", "Points of the self-assessment"),
  list("so_lieu", "chi_so", "Từng số liệu kê khai của chỉ số", "Each declared datum of an indicator"),
  value("so_lieu_ky_hieu", "so_lieu", "Ký hiệu: a, b", "Its letter: a, b"),
  value("so_lieu_ten", "so_lieu", "Tên số liệu", "What is declared"),
  value("so_lieu_gia_tri", "so_lieu", "Giá trị kê khai", "The declared value"),
  value(
    "so_lieu_diem_toi_da",
    "so_lieu",
    "Điểm tối đa của ý, nếu ý có điểm riêng",
    "Greatest points of the part",
  ),
  value("so_lieu_diem", "so_lieu", "Điểm của ý, nếu ý có điểm riêng", "Points of the part"),
  list("minh_chung", "chi_so", "Từng tài liệu kiểm chứng của chỉ số", "Each piece of evidence"),
  value("minh_chung_noi_dung", "minh_chung", "Tài liệu như được trích dẫn", "The piece as it is cited"),
];
