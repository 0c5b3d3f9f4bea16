/**
 * The text as the reader sees it: one unit a visible character, however it was typed. Composed or decomposed
 * (NFC, NFD), Đ (U+0110) or Ð (U+00D0), ordinary or no-break space come out the same, and every unit knows where it
 * stands in the text as given.
 */
export interface Characters {
  readonly text: string;
  /** How many units. */
  readonly size: number;
  /** The letter without any mark, in lower case; "-" for every dash, " " for every space, "\n" for a line break. */
  readonly letter: readonly string[];
  /** The marks that make another letter: â ă ơ đ (bits). */
  readonly quality: Uint8Array;
  /** 0, or one of the five tones. */
  readonly tone: Uint8Array;
  readonly is: Uint8Array;
  /** Where each unit starts in the text; one more at the end. */
  readonly offset: Uint32Array;
  /** The next unit that is no space; a blank line is never passed. */
  readonly passed: Uint32Array;
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 4;
const UPPER = 8;
const BREAK = 16;

const STROKE = 8;
const qualities = new Map([
  ["\u0302", 1],
  ["\u0306", 2],
  ["\u031b", 4],
]);
const tones = new Map([
  ["\u0300", 1],
  ["\u0301", 2],
  ["\u0303", 3],
  ["\u0309", 4],
  ["\u0323", 5],
]);
const OTHER_MARK = 16;
/** U+0110, and the look-alikes that keyboards and scanners write in its place. */
const strokedD = new Set(["Đ", "đ", "Ð", "ð", "Ɖ", "ɖ"]);
const dashes = new Set(["‐", "‑", "‒", "–", "—", "−"]);
/** Marks and invisible characters belong to the letter before them. */
const attached = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u;
const letterPattern = /\p{L}/u;
const spacePattern = /[\s\u0085]/u;

interface Unit {
  readonly letter: string;
  readonly quality: number;
  readonly tone: number;
  readonly is: number;
}

function unitOf(character: string): Unit {
  if (character === "\n" || character === "\r" || character === "\u2028" || character === "\u2029") {
    return { letter: "\n", quality: 0, tone: 0, is: SPACE | BREAK };
  }
  if (spacePattern.test(character)) return { letter: " ", quality: 0, tone: 0, is: SPACE };
  if (character >= "0" && character <= "9") return { letter: character, quality: 0, tone: 0, is: DIGIT };
  if (strokedD.has(character)) {
    const upper = character !== "đ" && character !== "ð" && character !== "ɖ";
    return { letter: "d", quality: STROKE, tone: 0, is: LETTER | (upper ? UPPER : 0) };
  }
  if (dashes.has(character)) return { letter: "-", quality: 0, tone: 0, is: 0 };
  if (!letterPattern.test(character)) return { letter: character, quality: 0, tone: 0, is: 0 };
  const [base = character, ...marks] = character.normalize("NFD");
  const lower = base.toLowerCase();
  let quality = 0;
  let tone = 0;
  for (const mark of marks) {
    quality |= qualities.get(mark) ?? (tones.has(mark) ? 0 : OTHER_MARK);
    tone = tones.get(mark) ?? tone;
  }
  return { letter: lower, quality, tone, is: LETTER | (lower === base ? 0 : UPPER) };
}

/** Reads the text into units. Linear in its length; refuses nothing (lone surrogates are units that match no word). */
export function charactersOf(text: string): Characters {
  const letter: string[] = [];
  const quality = new Uint8Array(text.length);
  const tone = new Uint8Array(text.length);
  const is = new Uint8Array(text.length);
  const offset = new Uint32Array(text.length + 1);
  const seen = new Map<string, Unit>();
  let place = 0;
  for (const character of text) {
    const last = letter.length - 1;
    if (last >= 0 && attached.test(character)) {
      quality[last] = (quality[last] ?? 0) | (qualities.get(character) ?? 0);
      tone[last] = tones.get(character) ?? tone[last] ?? 0;
    } else {
      const unit = seen.get(character) ?? unitOf(character);
      seen.set(character, unit);
      quality[letter.length] = unit.quality;
      tone[letter.length] = unit.tone;
      is[letter.length] = unit.is;
      offset[letter.length] = place;
      letter.push(unit.letter);
    }
    place += character.length;
  }
  offset[letter.length] = text.length;
  const size = letter.length;
  return { text, size, letter, quality, tone, is, offset, passed: passedSpaces(text, letter, is, offset) };
}

function passedSpaces(text: string, letter: string[], is: Uint8Array, offset: Uint32Array): Uint32Array {
  const passed = new Uint32Array(letter.length + 1);
  passed[letter.length] = letter.length;
  let end = letter.length;
  let breaks = 0;
  for (let at = letter.length - 1; at >= 0; at--) {
    if (((is[at] ?? 0) & SPACE) === 0) {
      end = at;
      breaks = 0;
    } else if (letter[at] === "\n" && !text.startsWith("\r\n", offset[at])) {
      // "\r\n" is one break: counted at its second half.
      breaks++;
    }
    passed[at] = breaks > 1 ? at : end;
  }
  return passed;
}

export const isLetter = (c: Characters, at: number): boolean => ((c.is[at] ?? 0) & LETTER) !== 0;
export const isDigit = (c: Characters, at: number): boolean => ((c.is[at] ?? 0) & DIGIT) !== 0;
export const isSpace = (c: Characters, at: number): boolean => ((c.is[at] ?? 0) & SPACE) !== 0;
export const isUpper = (c: Characters, at: number): boolean => ((c.is[at] ?? 0) & UPPER) !== 0;
/** A letter that Vietnamese symbols are written with: A–Z and Đ, no other mark. */
export const isPlainLetter = (c: Characters, at: number): boolean =>
  isLetter(c, at) &&
  c.tone[at] === 0 &&
  ((c.quality[at] ?? 0) & ~STROKE) === 0 &&
  (c.letter[at] ?? "") >= "a" &&
  (c.letter[at] ?? "") <= "z";
export const isStroked = (c: Characters, at: number): boolean => ((c.quality[at] ?? 0) & STROKE) !== 0;

/** The next unit that is no space. Passes one line break, never a blank line. */
export const pass = (c: Characters, at: number): number => c.passed[at] ?? at;
/** As `pass`, but stays on the line: answers `at` itself when a line break lies between. */
export function passOnLine(c: Characters, at: number): number {
  const next = pass(c, at);
  return breaksBetween(c, at, next) ? at : next;
}
/** Whether only spaces with a line break among them lie between. */
export function breaksBetween(c: Characters, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (c.letter[at] === "\n") return true;
  return false;
}
/** The text of some units, as given. */
export const textOf = (c: Characters, from: number, to: number): string =>
  c.text.slice(c.offset[from] ?? c.text.length, c.offset[to] ?? c.text.length);
/** The stretch of the text that some units take. */
export const spanOf = (c: Characters, from: number, to: number): { start: number; end: number } => ({
  start: c.offset[from] ?? c.text.length,
  end: c.offset[to] ?? c.text.length,
});
/** Whether a word can begin here: not within a word, except where a file lost its space ("theoQuyết định", "2022Kế hoạch"). */
export function wordBegins(c: Characters, at: number): boolean {
  if (at === 0) return true;
  if (isLetter(c, at - 1)) return isUpper(c, at) && !isUpper(c, at - 1);
  return !isDigit(c, at - 1) || isUpper(c, at);
}
/** The end of the digits that start here (`at` itself when there is none). */
export function digitsEnd(c: Characters, at: number): number {
  let end = at;
  while (isDigit(c, end)) end++;
  return end;
}
