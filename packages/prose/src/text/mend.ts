/**
 * Words that a file broke or fused, of those that carry a rule: "Đi ểm tối đa", "Điểmtốiđa", "tỷlệ". Other words stay as they
 * are: what they say does not change the points.
 */
import { exact } from "@opendti/engine";
import type { Token } from "./tokens.js";

/** Words of scoring prose, without marks. */
const known = new Set(
  "diem toi da ty ti le duoi tren tro len xuong tung moi muc khong qua thi doi voi truong hop tong cong giam tru nhan chia thang cao nhat phan con lai duoc dat".split(
    " ",
  ),
);
/** Two words that are one in a file that lost the space. */
const fused = new Map<string, readonly [number, ...number[]]>([
  ["tyle", [2, 2]],
  ["tile", [2, 2]],
  ["toida", [3, 2]],
  ["trolen", [3, 3]],
  ["troxuong", [3, 5]],
  ["conlai", [3, 3]],
  ["doivoi", [3, 3]],
  ["khongqua", [5, 3]],
  ["diemtoida", [4, 3, 2]],
  ["datdiem", [3, 4]],
  ["duocdiem", [4, 4]],
  ["sodiem", [2, 4]],
  ["tongdiem", [4, 4]],
  ["thangdiem", [5, 4]],
  ["datdiemtoida", [3, 4, 3, 2]],
]);

/** Joins and parts such words; spans stay those of the text as given. */
export function mended(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const percent = inWords(tokens, at);
    if (percent) {
      out.push(percent);
      at += 2;
      continue;
    }
    const parts = token.kind === "word" ? fused.get(token.base) : undefined;
    if (parts) {
      out.push(...parted(token, parts));
      continue;
    }
    const next = tokens[at + 1];
    const joined = next && joinable(token, next) ? join(token, next) : undefined;
    if (joined) {
      out.push(joined);
      at++;
    } else out.push(token);
  }
  return out;
}

/** "80 phần trăm" is 80%. */
function inWords(tokens: readonly Token[], at: number): Token | null {
  const [token, part, hundred] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token?.number || token.number.percent || token.number.code) return null;
  if (part?.base !== "phan" || hundred?.base !== "tram") return null;
  const value = exact.divide(token.number.value, exact.rational(100));
  return { ...token, number: { ...token.number, value, percent: true }, end: hundred.end };
}

/** A broken word: neither half is a word of scoring prose, together they are one. */
function joinable(one: Token, other: Token): boolean {
  if (one.kind !== "word" || other.kind !== "word" || other.upper || other.breaks > 0) return false;
  if (known.has(one.base) || known.has(other.base)) return false;
  const whole = one.base + other.base;
  // Short wholes ("da", "le", "tru") may as well be two abbreviations; a break keeps at most one of the halves without a vowel.
  return (
    whole.length >= 4 &&
    known.has(whole) &&
    (!vowel.test(one.base) || !vowel.test(other.base) || splitVowel(one, other))
  );
}

const vowel = /[aeiouy]/;

/** "Đi ểm", "đi em": both halves have vowels, and the second begins with one, which no Vietnamese syllable after "đi" needs. */
function splitVowel(one: Token, other: Token): boolean {
  return /[aeiouy]$/.test(one.base) && /^[aeiouy]/.test(other.base);
}

function join(one: Token, other: Token): Token {
  const tone = Number(one.key.at(-1)) + Number(other.key.at(-1));
  return {
    ...one,
    base: one.base + other.base,
    key: `${one.key.slice(0, -1)}${other.key.slice(0, -1)}${tone}`,
    bare: one.bare && other.bare,
    end: other.end,
  };
}

/** Parts of a fused word. The offsets of letters within it are taken as even where marks stand apart (NFD). */
function parted(token: Token, sizes: readonly number[]): Token[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const length = token.end - token.start;
  let from = 0;
  return sizes.map((size, index) => {
    const to = from + size;
    const part: Token = {
      ...token,
      base: token.base.slice(from, to),
      // Marks are not told apart within a fused word: it is taken as unmarked.
      key: `${token.base.slice(from, to)}0`,
      bare: true,
      upper: index === 0 && token.upper,
      breaks: index === 0 ? token.breaks : 0,
      spaced: index === 0 && token.spaced,
      start: token.start + Math.round((from * length) / whole),
      end: token.start + Math.round((to * length) / whole),
    };
    from = to;
    return part;
  });
}
