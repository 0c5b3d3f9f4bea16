/** Vietnamese words without marks, in lower case: however they were typed, composed, toned or misread, they meet here. */

/**
 * "Điểm tối đa", "ĐIỂM TỐI ĐA", "Điểm\ntối đa" and "Điẻm tối đa" all give "diem toi da". Signs other than letters and
 * digits become single spaces; "/" stays, as it separates names of one column.
 */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[^\p{L}\p{N}/%]+/gu, " ")
    .replace(/ ?\/ ?/g, "/")
    .trim();
}
