/**
 * Phrases looked for in tokens. A word matches with its marks, wherever the tone is put, or wholly unmarked; words that can be
 * taken for no other are also found with marks that a scanner took for others ("Điêm tối đa", "trờ lên").
 */
import { charactersOf } from "../references/characters.js";
import { type Token, wordOf } from "./tokens.js";

interface WantedWord {
  readonly base: string;
  readonly key: string;
  readonly loose: boolean;
}

export interface Phrases {
  readonly byBase: ReadonlyMap<string, readonly (readonly WantedWord[])[]>;
}

/** Words whose letters, without marks, are those of no other word of these texts. */
const looseWords = new Set(
  "diem toi thieu len xuong duoi tren diem phuong phap giai thich thuong giam dan nhieu nhat nhan chia thi lon nho hon hoac truong hop max min mau".split(
    " ",
  ),
);
/** Pairs in which each word makes the other unmistakable. */
const loosePairs = new Set(["ty le", "ti le", "toi da", "tro len", "tro xuong", "giai thich", "ghi chu"]);

/** Prepares phrases, written as in a dictionary; `|` parts words that stand for one another: `tỷ|tỉ lệ`. */
export function phrases(...written: readonly string[]): Phrases {
  const byBase = new Map<string, WantedWord[][]>();
  for (const each of written.flatMap(spelled)) {
    const words = each.split(" ").map(wanted);
    const bases = words.map(({ base }) => base).join(" ");
    const loose = loosePairs.has(bases);
    const prepared = words.map((word) => ({ ...word, loose: loose || looseWords.has(word.base) }));
    const first = prepared[0]?.base ?? "";
    byBase.set(first, [...(byBase.get(first) ?? []), prepared]);
  }
  for (const list of byBase.values()) list.sort((one, other) => other.length - one.length);
  return { byBase };
}

function spelled(written: string): string[] {
  return written
    .split(" ")
    .map((word) => word.split("|"))
    .reduce<string[]>(
      (all, choices) =>
        all.flatMap((head) => choices.map((word) => (head === "" ? word : `${head} ${word}`))),
      [""],
    );
}

function wanted(word: string): { base: string; key: string } {
  const c = charactersOf(word);
  const { base, key } = wordOf(c, 0, c.size);
  return { base, key };
}

/** Where the longest of the phrases that stands at a token ends; -1 when none does. */
export function endOf(tokens: readonly Token[], at: number, { byBase }: Phrases, to = tokens.length): number {
  const first = tokens[at];
  if (first?.kind !== "word" || at >= to) return -1;
  for (const words of byBase.get(first.base) ?? []) {
    if (at + words.length > to) continue;
    if (words.every((word, index) => same(tokens[at + index], word))) return at + words.length;
  }
  return -1;
}

export const standsAt = (
  tokens: readonly Token[],
  at: number,
  wantedPhrases: Phrases,
  to = tokens.length,
): boolean => endOf(tokens, at, wantedPhrases, to) >= 0;

/** The first place from `from` on where one of the phrases stands; -1 when none does. */
export function find(tokens: readonly Token[], wantedPhrases: Phrases, from: number, to: number): number {
  for (let at = from; at < to; at++) if (standsAt(tokens, at, wantedPhrases, to)) return at;
  return -1;
}

function same(token: Token | undefined, word: WantedWord): boolean {
  if (token?.kind !== "word" || token.base !== word.base) return false;
  return token.key === word.key || token.bare || word.loose;
}
