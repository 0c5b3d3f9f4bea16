/** The characters of a text as people mean them: the rest of the program never meets a Wingdings code or a byte order mark. */

/** Boxes and ticks of symbol fonts, which Word keeps at U+F000 and above, and what stands for them in ordinary text. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x6f, "☐"],
  [0x71, "☐"],
  [0x72, "☐"],
  [0xa8, "☐"],
  [0x78, "☒"],
  [0xfd, "☒"],
  [0x54, "☒"],
  [0x53, "☑"],
  [0xfe, "☑"],
  [0x52, "☑"],
  [0xfc, "✓"],
  [0x50, "✓"],
  [0xfb, "✗"],
  [0x4f, "✗"],
  [0xb7, "•"],
  [0xa7, "▪"],
  [0xd8, "➢"],
  [0x76, "❖"],
  [0x2d, "-"],
  [0xb3, "≥"],
  [0xa3, "≤"],
  [0xb4, "×"],
  [0xb8, "÷"],
  [0xb1, "±"],
]);

/** Letters of the fonts Symbol and Wingdings that mean one thing in one font and another in the other. */
const IN_SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xa8, "♦"],
  [0x53, "∑"],
  [0xe5, "∑"],
]);

/**
 * What a code of a symbol font shows.
 * @param code with or without U+F000 added
 * @returns "" for a sign that says nothing here
 */
export function symbolOf(code: number, font: string): string {
  const low = code >= 0xf000 ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) return IN_SYMBOL.get(low) ?? SYMBOLS.get(low) ?? "";
  return SYMBOLS.get(low) ?? "";
}

/** Also what optical reading makes of a printed box: the Arabic ligature U+FDF2, and a few that look alike. */
const LOOKS_LIKE_BOX = /[\uFDF2\u25A1\u25A2\u25FB\u25FD\u2751\u274F\u2750\u2752]/gu;
const LOOKS_LIKE_TICKED = /[\u2705\u{1F5F9}\u{1F5F7}]/gu;

/** Zero-width signs and soft hyphens: they show nothing and split words. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is taken by itself
const UNSEEN = /[\u00AD\u200B\u200C\u200D\u2060\uFEFF]/gu;
const OTHER_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085\v]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters themselves are meant
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F]/gu;

/** The text with one kind of space, one kind of line end and one kind of box. Letters stay as they are, composed or not. */
export function cleanCharacters(text: string): string {
  return text
    .replace(LINE_ENDS, "\n")
    .replace(OTHER_SPACES, " ")
    .replace(UNSEEN, "")
    .replace(CONTROLS, "")
    .replace(/[\uF020-\uF0FF]/gu, (sign) => symbolOf(sign.codePointAt(0) ?? 0, "Wingdings"))
    .replace(LOOKS_LIKE_BOX, "☐")
    .replace(LOOKS_LIKE_TICKED, "☑");
}

/** Lines without the spaces at their ends, without empty lines at both ends. */
export function tidyLines(text: string): string {
  return cleanCharacters(text)
    .split("\n")
    .map((line) => line.replace(/[ \t\f]+/g, " ").trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** The text of a cell: its lines, none of them empty. */
export function cellText(text: string): string {
  return tidyLines(text).replace(/\n{2,}/g, "\n");
}

/** Everything on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
