/** Text as it is searched: lower case, without tone marks and with đ as d. */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Whether every word of a search stands somewhere in the text; "so y te" finds "Sở Y tế". */
export function matches(text: string, words: string): boolean {
  const within = folded(text);
  return folded(words)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
