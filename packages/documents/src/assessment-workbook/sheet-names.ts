/** Names of sheets: what the pillar is called, as far as a spreadsheet takes it. */
const LONGEST = 31;

/** A name that no other sheet has, by what is allowed in one: at most 31 signs, none of []:*?/\, no apostrophe at the ends. */
export class SheetNames {
  private readonly taken = new Set<string>(["history"]);

  name(wanted: string): string {
    const clean =
      wanted
        .normalize("NFC")
        .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^'+|'+$/g, "") || "Sheet";
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const name = `${cut(clean, LONGEST - suffix.length)}${suffix}`;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** At a blank if one is near the end; spreadsheets count UTF-16 units. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  const blank = head.lastIndexOf(" ");
  return (blank > most - 10 ? head.slice(0, blank) : head).trim().replace(/'+$/, "");
}

/** A sheet's name within a formula. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;
