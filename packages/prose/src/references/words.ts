import { type Characters, charactersOf, isLetter, isSpace, pass } from "./characters.js";

/** A word or several, prepared for comparison. */
export interface Phrase {
  readonly words: readonly Characters[];
  /** The first letter, without marks: phrases are looked up by it. */
  readonly first: string;
}

/** Prepares Vietnamese words, written with a space between them. */
export function phrase(words: string): Phrase {
  const prepared = words.split(" ").map(charactersOf);
  return { words: prepared, first: prepared[0]?.letter[0] ?? "" };
}

/**
 * Compares the text at a place with a phrase and answers where the phrase ends, or -1. Capitals do not matter, nor
 * where the tone mark is put (hoà, hòa), nor spaces that a file lost or doubled. Marks must be right or wholly absent
 * ("Quyet dinh"), so that "mức 2" is not "mục 2"; `loose` compares letters only ("QUYÉT ĐỊNH" of a scanned page).
 */
export function matchPhrase(c: Characters, at: number, wanted: Phrase, loose = false): number {
  let marked = false;
  let right = true;
  let place = at;
  for (const [index, word] of wanted.words.entries()) {
    if (index > 0 && isSpace(c, place)) place = pass(c, place);
    let tone = 0;
    let wantedTone = 0;
    for (let i = 0; i < word.size; i++) {
      const here = place + i;
      if (c.letter[here] !== word.letter[i]) return -1;
      const quality = c.quality[here] ?? 0;
      tone += c.tone[here] ?? 0;
      wantedTone += word.tone[i] ?? 0;
      marked = marked || quality !== 0 || tone !== 0;
      right = right && quality === word.quality[i];
    }
    right = right && tone === wantedTone;
    place += word.size;
  }
  return loose || right || !marked ? place : -1;
}

/** As matchPhrase, and a word must end there: no letter follows. */
export function matchWord(c: Characters, at: number, wanted: Phrase, loose = false): number {
  const end = matchPhrase(c, at, wanted, loose);
  return end >= 0 && isLetter(c, end) ? -1 : end;
}

/** Phrases by their first letter, the longest first. */
export type Lexicon<T> = ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly meaning: T }[]>;

/** Prepares a table of phrases for looking up. */
export function lexicon<T>(entries: Iterable<readonly [words: string, meaning: T]>): Lexicon<T> {
  const table = new Map<string, { phrase: Phrase; meaning: T; size: number }[]>();
  for (const [words, meaning] of entries) {
    const prepared = phrase(words);
    const list = table.get(prepared.first) ?? [];
    list.push({ phrase: prepared, meaning, size: words.length });
    table.set(prepared.first, list);
  }
  for (const list of table.values()) list.sort((one, other) => other.size - one.size);
  return table;
}

/** The longest phrase of the table that stands here as whole words, and where it ends. */
export function lookUp<T>(
  c: Characters,
  at: number,
  table: Lexicon<T>,
  options: { readonly loose?: boolean; readonly fused?: boolean } = {},
): { readonly meaning: T; readonly end: number } | null {
  const match = options.fused ? matchPhrase : matchWord;
  for (const { phrase: wanted, meaning } of table.get(c.letter[at] ?? "") ?? []) {
    const end = match(c, at, wanted, options.loose);
    if (end >= 0) return { meaning, end };
  }
  return null;
}
