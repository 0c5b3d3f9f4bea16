/** Which documents a set rests on, from the paragraphs that name them. */
import type { Message, SetSource } from "@opendti/engine";
import { type DocumentReference, readReferences } from "@opendti/prose";
import { fold, oneLine } from "./words.js";

export type LegalBasis = SetSource["legal_basis"];

const UNKNOWN_ISSUER = "Chưa rõ cơ quan ban hành";

/** No paragraph that names what a set rests on is longer. */
const LONGEST = 3000;
/** No more than this many: a decision names thirty laws before it says anything. */
const MOST = 4;

/**
 * The documents that issue the set ("ban hành Bộ tiêu chí", "Kèm theo Quyết định số …"); where no paragraph says so, those
 * that the opening cites for it. Undefined when none can be read.
 */
export function legalBasisOf(paragraphs: readonly string[]): LegalBasis | undefined {
  const cited = paragraphs.flatMap((paragraph) => {
    const text = oneLine(paragraph.slice(0, LONGEST));
    return (
      readReferences(text)
        .references.filter((one) => one.type === "document")
        // "Quyết định số /QĐ-UBND ngày /11/2022": the number was left blank.
        .filter((one) => one.number !== null && !(one.symbol?.value ?? "").startsWith("/"))
        .map((reference) => ({ reference, weight: weightOf(reference, text) }))
    );
  });
  const best = Math.max(0, ...cited.map(({ weight }) => weight));
  if (best === 0) return undefined;
  const chosen = new Map<string, LegalBasis[number]>();
  for (const { reference, weight } of cited) {
    const name = reference.symbol?.value ?? "";
    if (name === "" || (weight !== best && !chosen.has(name))) continue;
    chosen.set(name, merged(chosen.get(name), basisOf(reference)));
  }
  return chosen.size === 0 ? undefined : [...chosen.values()].slice(0, MOST);
}

/** What is written where the document does not say what it rests on: a basis that says so. */
export function basisUnknown(name: string, issuer: string | undefined): LegalBasis {
  return [
    {
      issuer: issuer ?? UNKNOWN_ISSUER,
      title: `Nhập từ tệp ${name}; văn bản không nêu số và ngày`,
    },
  ];
}

/** "(Kèm theo Quyết định số /QĐ-UBND ngày /11/2022 của UBND tỉnh)": the issuer where number and day are left blank. */
export function issuerOfBlank(paragraphs: readonly string[]): { issuer: string; words: string } | undefined {
  for (const paragraph of paragraphs) {
    const text = oneLine(paragraph.slice(0, LONGEST));
    if (!/kèm theo\s+(?:quyết định|công văn|kế hoạch|văn bản)/iu.test(text)) continue;
    const [, issuer] =
      /\bcủa\s+((?:UBND|Ủy ban|Sở|Bộ|Ban|Chủ tịch|Cục|Văn phòng)[^()]*?)\s*\)?\s*$/u.exec(text) ?? [];
    if (issuer !== undefined) return { issuer, words: text.replace(/^[\s(*]+|[\s)*]+$/gu, "") };
  }
  return undefined;
}

function weightOf(reference: DocumentReference, text: string): number {
  const around = fold(text);
  const title = fold(reference.title?.value ?? "");
  const set = /\bbo (?:chi so|tieu chi)\b|\bchi so (?:danh gia )?chuyen doi so\b|\bdti\b/;
  if (set.test(title)) return 4;
  if (/^\(?(?:ban hanh )?kem theo\b/.test(around)) return 3;
  if (/^theo (?:quyet dinh|cong van)\b/.test(around) || (set.test(around) && around.length < 600)) return 2;
  return /^can cu\b/.test(around) ? 1 : 0;
}

function basisOf(reference: DocumentReference): LegalBasis[number] {
  const { symbol, date, issuer, title, kind } = reference;
  const day = date && date.value.precision === "day" ? date.value.iso : undefined;
  const name = [kind?.value.vi, symbol?.value].filter((part) => part !== undefined).join(" ");
  return {
    ...(symbol ? { number: symbol.value } : {}),
    ...(day === undefined ? {} : { date: day }),
    issuer: issuer?.value ?? UNKNOWN_ISSUER,
    title: titleWords(kind?.value.vi, title?.value) ?? (name === "" ? oneLine(reference.text) : name),
  };
}

/** What two mentions of one document say together. */
function merged(before: LegalBasis[number] | undefined, basis: LegalBasis[number]): LegalBasis[number] {
  if (!before) return basis;
  const named = (one: LegalBasis[number]): boolean => / /.test(one.issuer) && one.issuer !== UNKNOWN_ISSUER;
  const longer = before.title.length >= basis.title.length ? before.title : basis.title;
  return {
    ...basis,
    ...before,
    issuer: named(before) || !named(basis) ? before.issuer : basis.issuer,
    title: longer,
  };
}

/** "Quyết định về việc ban hành …": what it is about begins with its kind. */
function titleWords(kind: string | undefined, title: string | undefined): string | undefined {
  if (title === undefined || kind === undefined || /^\p{Lu}/u.test(title)) return title;
  return `${kind} về việc ${title}`;
}

/** What a person has to fill in of a basis that was read in part. */
export function basisQuestion(basis: LegalBasis): Message | undefined {
  if (basis.every((one) => one.number !== undefined && one.date !== undefined)) return undefined;
  return {
    vi: "Văn bản không nêu đủ số, ngày và cơ quan ban hành của căn cứ pháp lý. Điền vào legal_basis.",
    en: "The document does not give number, date and issuer of its legal basis in full. Complete legal_basis.",
  };
}
