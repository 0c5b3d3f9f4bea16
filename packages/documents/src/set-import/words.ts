/** Vietnamese words made comparable, and made into names for files and expressions. */

/** Lower case without marks and without doubled spaces: "Thể  chế SỐ" and "Thẻ chế số" are both "the che so". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Only letters and digits of the folded text, words kept apart by one space. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** A text on one line: breaks and doubled spaces become one space. Marks stay as printed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A name for a file or an id of a set: "Bộ chỉ số cấp tỉnh" is `bo-chi-so-cap-tinh`; cut at a word, at most `most` letters. */
export function slugOf(text: string, most = 60): string {
  return cutAtWord(plainWords(text).replaceAll(" ", "-"), "-", most);
}

/** A name for expressions: "Số lượng máy chủ" is `so_luong_may_chu`; never begins with a digit. */
export function idOf(text: string, most = 40): string {
  const id = cutAtWord(plainWords(text).replaceAll(" ", "_"), "_", most);
  return /^[a-z]/.test(id) ? id : `x_${id}`.replace(/_$/, "");
}

/** The name, or the name with the first number from 2 up that is free; the taken names gain it. */
export function freeName(name: string, taken: Set<string>, joint: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}${joint}${count}`;
  taken.add(free);
  return free;
}

function cutAtWord(name: string, joint: string, most: number): string {
  if (name.length <= most) return name;
  const cut = name.slice(0, most + 1);
  const end = cut.lastIndexOf(joint);
  return end > 0 ? cut.slice(0, end) : name.slice(0, most);
}
