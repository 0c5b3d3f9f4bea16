/** Lines of which only one can hold though their points add up to the maximum: ranks, frequencies, dates, one office. */

const start = "(?<!\\p{L})";
const end = "(?!\\p{L})";
const kindsOf = (...words: readonly string[]): RegExp =>
  new RegExp(`${start}(?:${words.join("|")})${end}`, "iu");

/** Each: if two lines that give points say a word of it, they are degrees of one thing. */
const degrees: readonly RegExp[] = [
  kindsOf("thường xuyên", "thỉnh thoảng", "đôi khi", "không thường xuyên", "ít khi", "hiếm khi"),
  kindsOf("(?:giải|hạng|thứ|xếp thứ|cờ) (?:nhất|nhì|hai|ba|tư|khuyến khích)", "giải \\p{L}+"),
  kindsOf("xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém", "đạt yêu cầu"),
  kindsOf("đúng hạn", "đúng thời hạn", "đúng thời gian", "trễ", "chậm", "muộn", "quá hạn", "sớm"),
  kindsOf(
    "trước (?:ngày |thời hạn |hạn )?\\d+",
    "sau (?:ngày |thời hạn |hạn )?\\d+",
    "(?:trước|sau|trong) (?:tháng|quý) \\p{L}*\\d*",
  ),
  kindsOf("toàn bộ", "đầy đủ", "một phần", "cơ bản", "hầu hết"),
  kindsOf("(?<!cấp )cấp (?:xã|huyện|tỉnh|trung ương|bộ|quốc gia|cơ sở|độ)"),
  kindsOf("bắt đầu", "đang", "hoàn thành", "đã xong"),
];

/** Whether two of the labels exclude one another, or may. */
export function excludeOneAnother(labels: readonly string[]): boolean {
  const plain = labels.map((label) => label.normalize("NFC").toLowerCase());
  if (degrees.some((words) => plain.filter((label) => words.test(label)).length > 1)) return true;
  const offices = plain.flatMap((label) => office.exec(label)?.slice(1) ?? []);
  return new Set(offices).size < offices.length;
}

/** "Bí thư làm Trưởng ban" and "Chủ tịch làm Trưởng ban": one office, held by one. */
const office = /^(.{2,60}?) (?:là|làm|do) (.{2,60})$/u;
