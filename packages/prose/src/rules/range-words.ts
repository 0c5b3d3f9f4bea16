/** The words and signs that ranges of a number are written with, each set once. */
import { phrases } from "../text/phrases.js";

export type MoneyUnit = "đồng" | "nghìn đồng" | "triệu đồng" | "tỷ đồng";

/** Words that the engine's own look at the text does not know. */
export const unusualWords = phrases(
  "lớn hơn hoặc bằng",
  "cao hơn hoặc bằng",
  "nhiều hơn hoặc bằng",
  "bằng hoặc lớn hơn",
  "bằng hoặc hơn",
  "nhỏ hơn hoặc bằng",
  "thấp hơn hoặc bằng",
  "ít hơn hoặc bằng",
  "bằng hoặc nhỏ hơn",
  "ít nhất",
  "tối thiểu",
  "đạt tối thiểu",
  "đạt ít nhất",
  "không thấp hơn",
  "không ít hơn",
  "không quá",
  "tối đa",
  "không vượt quá",
  "nhiều nhất",
  "không lớn hơn",
  "quá",
  "trong vòng",
);

export type Side = { readonly side: "low" | "high"; readonly included: boolean } | "exactly";

export const comparators: readonly (readonly [ReturnType<typeof phrases>, Side])[] = [
  [
    phrases(
      "lớn hơn hoặc bằng",
      "cao hơn hoặc bằng",
      "nhiều hơn hoặc bằng",
      "bằng hoặc lớn hơn",
      "bằng hoặc hơn",
    ),
    { side: "low", included: true },
  ],
  [
    phrases("nhỏ hơn hoặc bằng", "thấp hơn hoặc bằng", "ít hơn hoặc bằng", "bằng hoặc nhỏ hơn"),
    { side: "high", included: true },
  ],
  [
    phrases("từ trên", "trên", "lớn hơn", "cao hơn", "hơn", "nhiều hơn", "vượt", "đạt trên", "quá"),
    { side: "low", included: false },
  ],
  [
    phrases(
      "từ dưới",
      "dưới",
      "nhỏ hơn",
      "thấp hơn",
      "ít hơn",
      "đạt dưới",
      "chưa đạt",
      "chưa đến",
      "không đạt",
      "chưa tới",
      "kém hơn",
    ),
    { side: "high", included: false },
  ],
  [
    phrases(
      "từ",
      "ít nhất",
      "tối thiểu",
      "đạt từ",
      "không dưới",
      "đạt tối thiểu",
      "đạt ít nhất",
      "không thấp hơn",
      "không ít hơn",
    ),
    { side: "low", included: true },
  ],
  [
    phrases(
      "không quá",
      "tối đa",
      "không vượt quá",
      "đến",
      "tới",
      "nhiều nhất",
      "không lớn hơn",
      "trong vòng",
    ),
    { side: "high", included: true },
  ],
  [phrases("bằng", "đạt", "đạt đúng", "đúng"), "exactly"],
];
export const signs = new Map<string, Side>([
  [">=", { side: "low", included: true }],
  ["=>", { side: "low", included: true }],
  [">", { side: "low", included: false }],
  ["<=", { side: "high", included: true }],
  ["<", { side: "high", included: false }],
  ["=", "exactly"],
]);
export const up = phrases("trở lên", "trở đi");
export const down = phrases("trở xuống", "trở lại");
export const upTo = phrases("đến", "tới", "cho đến");
export const and = phrases("và", "nhưng", "đến", "tới");
export const moneyWords: readonly (readonly [ReturnType<typeof phrases>, MoneyUnit])[] = [
  [phrases("tỷ|tỉ đồng", "tỷ|tỉ"), "tỷ đồng"],
  [phrases("triệu đồng", "triệu", "trđ"), "triệu đồng"],
  [phrases("nghìn|ngàn đồng"), "nghìn đồng"],
  [phrases("đồng"), "đồng"],
];
/** Words that a number is part of a name with, not a limit: "mức độ 4", "phiên bản 2.0", "năm 2022", "số 12". */
export const naming = phrases(
  "mức độ",
  "mức",
  "phiên bản",
  "năm",
  "quý",
  "tháng",
  "ngày",
  "số",
  "điều",
  "khoản",
  "phụ lục",
  "cấp",
  "cấp độ",
  "loại",
  "giai đoạn",
  "ipv",
  "tại",
);
export const joining = phrases("và", "hoặc", "hay", "đồng thời", "nhưng", "kèm", "kèm theo", "cùng với");
/** Words that begin a condition of its own: "hoặc có văn bản giao", "và đã báo cáo". */
export const conditions = phrases(
  "có",
  "đã",
  "được",
  "không",
  "chưa",
  "ban hành",
  "tổ chức",
  "thực hiện",
  "bảo đảm",
  "đảm bảo",
  "đạt",
  "tỷ|tỉ lệ",
  "báo cáo",
  "gửi",
  "duy trì",
  "cập nhật",
  "theo",
);

/** "khoảng 80%", "80% (trừ xã đảo)" are no range of a number. */
export const vagueWords = phrases("khoảng", "gần", "xấp xỉ", "chừng", "trừ", "ngoại trừ");
