/** What the words of a document tell of its set: the year, the kinds of unit, the unit that filled it in, its rank. */
import { fold, oneLine } from "./words.js";

export interface Years {
  readonly years: { from: number; to?: number };
  /** False where no words name a year for the set. */
  readonly said: boolean;
}

/**
 * The years a set holds for: those of its title, else of its published scores, else the latest that the words name.
 * @param scoreYears years that columns of scores name.
 */
export function yearsOf(title: string, scoreYears: readonly number[], paragraphs: readonly string[]): Years {
  const folded = fold(title);
  const range = /\b(?:giai doan|tu nam) (20\d{2})\s*(?:-|den|den nam)\s*(?:nam )?(20\d{2})\b/.exec(folded);
  if (range) return { years: { from: Number(range[1]), to: Number(range[2]) }, said: true };
  const named = /\bnam (20\d{2})\b/.exec(folded);
  const latest = Math.max(...scoreYears);
  // A plan for a year prints the scores of the year before: the set was in force then.
  if (named && Number.isFinite(latest) && latest < Number(named[1]))
    return { years: { from: latest }, said: true };
  const open = /\b(?:cac nam tiep theo|tro di|va nhung nam)\b/.test(folded);
  if (named) {
    const from = Number(named[1]);
    return { years: open ? { from } : { from, to: from }, said: true };
  }
  if (Number.isFinite(latest)) return { years: { from: latest }, said: true };
  const years = paragraphs.flatMap((text) =>
    [...text.matchAll(/\b(20[0-4]\d)\b/g)].map(([year]) => Number(year)),
  );
  const [first] = commonest(years);
  return { years: { from: first ?? 2000 }, said: false };
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ["so-nganh", /\b(?:so,? (?:ban,? )?nganh|so nganh|co quan chuyen mon)\b/g],
  ["huyen", /\b(?:cap huyen|ubnd (?:cac )?huyen|quan, huyen|huyen, thi xa)\b/g],
  ["xa", /\b(?:cap xa|xa, phuong|ubnd xa)\b/g],
  ["tinh", /\b(?:cap tinh|tinh, thanh pho|cac tinh|cua tinh)\b/g],
  ["bo", /\b(?:cap bo|bo, nganh|co quan ngang bo)\b/g],
];

/** Kinds of unit that the title and the indicators speak of; what the indicators say most counts most. */
export function unitKindsOf(
  title: string,
  indicatorTitles: readonly string[],
  paragraphs: readonly string[],
): string[] {
  const words = indicatorTitles.map(fold).join("\n");
  const name = fold(title);
  // "(Dành cho các cơ quan chuyên môn thuộc UBND tỉnh)" leaves nothing to guess.
  for (const paragraph of paragraphs
    .map(fold)
    .filter((text) => /^\(?(?:danh cho|ap dung (?:cho|doi voi))\b/.test(text))) {
    const said = KINDS.find(([, pattern]) => [...paragraph.matchAll(pattern)].length > 0);
    if (said) return [said[0]];
  }
  const counted = KINDS.map(([kind, pattern]) => ({
    kind,
    count: [...words.matchAll(pattern)].length + 3 * [...name.matchAll(pattern)].length,
  })).filter(({ count }) => count > 0);
  const [most] = counted.sort((a, b) => b.count - a.count);
  return [most?.kind ?? "so-nganh"];
}

/** "Ban Dân tộc tỉnh Cao Bằng", "Tỉnh Gia Lai": the unit that a filled-in table is about; undefined where nothing names it. */
export function unitNameOf(
  profileName: string | undefined,
  kinds: readonly string[],
  paragraphs: readonly string[],
): string | undefined {
  if (profileName !== undefined && profileName !== "") return profileName;
  if (!kinds.includes("tinh")) return undefined;
  const provinces = paragraphs.flatMap((text) =>
    [...oneLine(text.normalize("NFC")).matchAll(/\btỉnh (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})/gu)].map(
      ([, name]) => name ?? "",
    ),
  );
  const [province] = commonest(provinces);
  return province === undefined ? undefined : `Tỉnh ${province}`;
}

/** "xếp hạng 62/63 tỉnh, thành phố" */
export function rankOf(paragraphs: readonly string[]): { rank: number; of: number } | undefined {
  for (const text of paragraphs) {
    const [, rank, of] = /\bxep (?:hang|thu) (\d{1,4})\s*\/\s*(\d{1,5})\b/.exec(fold(text)) ?? [];
    if (rank !== undefined && Number(rank) >= 1 && Number(rank) <= Number(of))
      return { rank: Number(rank), of: Number(of) };
  }
  return undefined;
}

/** Who issues the document, as its head or its first lines print it. */
export function issuerOf(paragraphs: readonly string[]): string | undefined {
  for (const text of paragraphs) {
    const [, issuer] =
      /^((?:Ủy ban nhân dân|UBND|Sở|Ban|Văn phòng|Cục|Bộ)[^.;:,]{2,60}?) ban hành (?:Kế hoạch|Quyết định|Bộ)/u.exec(
        oneLine(text),
      ) ?? [];
    if (issuer !== undefined) return issuer;
  }
  const [people] = commonest(
    paragraphs.flatMap((text) =>
      [
        ...oneLine(text.normalize("NFC")).matchAll(
          /(?:Ủy ban nhân dân|UBND) tỉnh(?: \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})?/gu,
        ),
      ].map(([name]) => name),
    ),
  );
  return people;
}

/** Distinct values, those that stand most often first; equals in their order. */
function commonest<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
