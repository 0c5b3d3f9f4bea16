/** A template to begin with: the letter and both appendices, with a placeholder wherever the report puts something. */
import type { Paper, PaperRow } from "../paper/paper.js";
import { writeDocx } from "../paper/word/write-docx.js";

/** A Word file that a person opens, changes and uploads. It holds every answer, piece of evidence and score. */
export function exampleTemplate(): Promise<Uint8Array> {
  return writeDocx(EXAMPLE);
}

// Rows of the plain kind alone: repeated, rows that stay with the next would tie the whole table to one page.
const INDICATOR_ROWS: readonly PaperRow[] = [
  { kind: "body", cells: [{ text: "{#nhom}{nhom_ma}. {nhom_ten}", columns: 7, bold: true, align: "left" }] },
  {
    kind: "body",
    cells: ["{#chi_so}{ma}", "{ten}", "{diem_toi_da}", "{ke_khai}", "{cach_tinh}", "{tai_lieu}", "{diem}"],
  },
  {
    kind: "body",
    cells: [
      { text: "{#so_lieu}{so_lieu_ky_hieu}", italic: true },
      "{so_lieu_ten}",
      "{so_lieu_diem_toi_da}",
      "{so_lieu_gia_tri}",
      "",
      "",
      "{so_lieu_diem}{/so_lieu}{/chi_so}",
    ],
  },
  {
    kind: "body",
    cells: [
      { text: "Cộng điểm {nhom_ten}", columns: 2, bold: true, align: "left" },
      { text: "{nhom_diem_toi_da}", bold: true },
      { text: "", columns: 3 },
      { text: "{nhom_diem}{/nhom}", bold: true },
    ],
  },
];

const REFERENCE = "(Kèm theo Công văn số {so_ky_hieu} {ngay_ban_hanh} của {don_vi})";

const EXAMPLE: Paper = {
  title: "Mẫu báo cáo tự đánh giá",
  sections: [
    {
      orientation: "portrait",
      blocks: [
        {
          kind: "table",
          lines: "none",
          columns: [
            { width: 68, align: "center" },
            { width: 97, align: "center" },
          ],
          rows: [
            {
              kind: "body",
              cells: [
                { text: [{ text: "{co_quan_chu_quan}\n" }, { text: "{co_quan}", bold: true }] },
                {
                  text: [
                    { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" },
                    { text: "Độc lập - Tự do - Hạnh phúc", underline: true },
                  ],
                  bold: true,
                },
              ],
            },
            {
              kind: "body",
              cells: [
                "Số: {so_ky_hieu}\nV/v chấm điểm đánh giá chuyển đổi số năm {nam} tại {don_vi_goi_tat}",
                { text: "{dia_danh}, {ngay_ban_hanh}", italic: true },
              ],
            },
          ],
        },
        { kind: "paragraph", align: "center", text: "Kính gửi: {kinh_gui}" },
        {
          kind: "paragraph",
          text: "Thực hiện {can_cu}, {don_vi_goi_tat} đã tổ chức tự đánh giá theo {ten_bo_chi_so}. Tổng điểm tự đánh giá là {tong_diem}/{tong_diem_toi_da} điểm{#muc}, mức {muc}{/muc}. Kết quả chi tiết tại Phụ lục 1 và Phụ lục 2 kèm theo./.",
        },
        {
          kind: "table",
          lines: "none",
          columns: [{ width: 68 }, { width: 97, align: "center" }],
          rows: [
            {
              kind: "body",
              cells: [
                { text: [{ text: "Nơi nhận:\n", bold: true, italic: true }, { text: "{noi_nhan}" }] },
                { text: "{chuc_vu_ky}\n\n\n\n{nguoi_ky}", bold: true },
              ],
            },
          ],
        },
      ],
    },
    {
      orientation: "portrait",
      blocks: [
        { kind: "appendix", label: "Phụ lục 1", title: "Thông tin chung", reference: REFERENCE },
        {
          kind: "table",
          columns: [
            { width: 14, align: "center" },
            { width: 66 },
            { width: 65 },
            { width: 20, align: "center" },
          ],
          rows: [
            { kind: "header", cells: ["STT", "Thông tin chung", "Số liệu kê khai", "Đơn vị"] },
            {
              kind: "body",
              cells: [
                "{#thong_tin_chung}{muc_so}",
                "{muc_ten}",
                "{muc_gia_tri}",
                "{muc_don_vi_tinh}{/thong_tin_chung}",
              ],
            },
          ],
        },
      ],
    },
    {
      orientation: "landscape",
      blocks: [
        {
          kind: "appendix",
          label: "Phụ lục 2",
          title: "Kết quả tự đánh giá chỉ số chuyển đổi số",
          reference: REFERENCE,
        },
        {
          kind: "table",
          columns: [
            { width: 15, align: "center" },
            { width: 53 },
            { width: 15, align: "center" },
            { width: 37 },
            { width: 62 },
            { width: 51 },
            { width: 19, align: "center" },
          ],
          rows: [
            {
              kind: "header",
              cells: [
                "STT",
                "Chỉ số chính/\nChỉ số thành phần",
                "Điểm tối đa",
                "Số liệu kê khai",
                "Cách xác định và tính điểm",
                "Ghi chú/\nTài liệu kiểm chứng",
                "Điểm tự\nđánh giá",
              ],
            },
            ...INDICATOR_ROWS,
          ],
        },
        { kind: "paragraph", align: "center", bold: true, text: "Tổng điểm: {tong_diem}/{tong_diem_toi_da}" },
      ],
    },
  ],
};
