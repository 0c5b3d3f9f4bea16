/** What a set is called: the heading nearest above its table that names a set, else what the document says of itself. */
import type { ParagraphBlock } from "../blocks/types.js";
import { fold, oneLine } from "./words.js";

/** Words that the title of a set has. */
const NAMES_SET =
  /\bbo (?:chi so|tieu chi)\b|\bchi so (?:danh gia )?(?:chuyen doi so|dti)\b|\bcung cap so lieu\b|\btieu chi (?:danh gia|cham diem)\b|\bphieu (?:danh gia|cham diem)\b|\bket qua tu danh gia\b/;

/** Letters before the words that name a set. */
const FAR = 60;

/** A paragraph as long as this tells something and titles nothing. */
const LONGEST = 320;

/**
 * The title of a set from the paragraphs above its table (nearest last) and the captions of its tables; undefined when none
 * of them names one.
 * @param elsewhere other paragraphs, whose sentences may speak of the set.
 */
export function titleOf(
  before: readonly ParagraphBlock[],
  captions: readonly string[],
  elsewhere: readonly string[],
): string | undefined {
  const near = headings(before).filter(namesSet);
  const captioned = captions.find((text) => isHeading(text) && namesSet(text));
  const chosen = near.at(-1) ?? captioned ?? sentenceOn(elsewhere);
  return chosen === undefined ? undefined : cleaned(chosen);
}

/** A heading names its set at its beginning; a sentence that speaks of one says something else first. */
function namesSet(text: string): boolean {
  const found = NAMES_SET.exec(fold(text));
  return found !== null && found.index < FAR;
}

/** Paragraphs that stand as headings; lines in capitals that follow each other are one. */
function headings(paragraphs: readonly ParagraphBlock[]): string[] {
  const found: { text: string; capitals: boolean }[] = [];
  for (const { text } of paragraphs)
    for (const line of linesOf(text)) {
      const words = oneLine(line.replace(/\*\*/g, ""));
      const capitals = isCapitals(words);
      const last = found.at(-1);
      if (capitals && last?.capitals && !/^PHỤ LỤC\b/u.test(last.text) && !/^PHỤ LỤC\b/u.test(words))
        last.text = `${last.text} ${words}`;
      else found.push({ text: words, capitals });
    }
  return found.map(({ text }) => text).filter(isHeading);
}

/** Lines in capitals stand by themselves; others are one sentence broken over lines. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  const rest = lines.findIndex((line) => !isCapitals(oneLine(line)));
  return rest < 0 ? lines : [...lines.slice(0, rest), lines.slice(rest).join(" ")];
}

function isHeading(text: string): boolean {
  const folded = fold(text);
  return (
    text.length > 8 &&
    text.length <= LONGEST &&
    !/^(?:(?:[a-z]\. )?noi dung|can cu|\(|so:|noi nhan|v\/v|theo |ban hanh kem|-|tren day|[a-z]\) (?:thang|giao)|kem theo)/.test(
      folded,
    ) &&
    !/[;:.]$|\.\//.test(text)
  );
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase("vi") && !/^\(/.test(text);
}

/** "… đã công bố Bộ Chỉ số đánh giá chuyển đổi số (DTI) của các Bộ, tỉnh, thành phố năm 2022; với …" */
function sentenceOn(paragraphs: readonly string[]): string | undefined {
  for (const paragraph of paragraphs) {
    const [, words] =
      /(Bộ (?:chỉ số|tiêu chí)[^.;:]{8,200})/iu.exec(oneLine(paragraph.normalize("NFC"))) ?? [];
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Without the number of the heading, the verb that a plan puts before it, and brackets that explain. */
function cleaned(text: string): string {
  const bare = oneLine(text)
    .replace(/^(?:phụ lục\s+[ivx\d]*\s*[.:-]?\s*)/iu, "")
    .replace(/^(?:[IVX]+|\d+(?:\.\d+)*|[a-z])[.)]\s*/u, "")
    .replace(/^(?:thực hiện|triển khai|ban hành)\s+(?=bộ\s)/iu, "")
    .replace(/^\*+|\*+$/g, "")
    .replace(/\s*\((?:ban hành )?kèm theo[^)]*\)/iu, "")
    .replace(/[\s.,;:]+$/u, "");
  return bare.charAt(0).toLocaleUpperCase("vi") + bare.slice(1);
}
