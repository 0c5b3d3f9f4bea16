/** A template is a file from outside: what could harm whoever fills it or opens what comes of it is refused before anything is done. */
import { Budget } from "../blocks/budget.js";
import { packageFormat } from "../blocks/format.js";
import { DEFAULT_LIMITS, type ReadLimits } from "../blocks/limits.js";
import { DocumentRefused } from "../blocks/refused.js";
import { type Archive, damaged, openArchive } from "../ooxml/archive.js";
import { type Attributes, readXml, type XmlHandler } from "../ooxml/xml.js";

/** A form of a few pages; nobody needs more. */
const TEMPLATE_LIMITS: ReadLimits = {
  ...DEFAULT_LIMITS,
  bytes: 5_000_000,
  inflated: 40_000_000,
  parts: 500,
  time: 5_000,
};

/** Fields that fetch something when the document is opened or printed. */
const FETCHING = /\b(INCLUDETEXT|INCLUDEPICTURE|IMPORT|DDE|DDEAUTO|LINK|DATABASE|RD|MACROBUTTON)\b/i;

/** Parts that hold programs or other files. */
const CARRYING = /^word\/(embeddings|activex|afchunk)|\.(bin|exe|dll|vbs|js|htm|html|mht)$/;

/** Elements that bring other files in. */
const EMBEDDING = new Set(["w:altChunk", "w:object", "w:control", "w:subDoc"]);

/**
 * Looks at every part of the file: sound, within the limits, no macros, nothing embedded, nothing that is fetched from elsewhere
 * (links that a reader may click are allowed).
 * @returns the paragraphs in which a brace stands alone
 * @throws {DocumentRefused} and nothing else
 */
export async function guardTemplate(bytes: Uint8Array): Promise<string[]> {
  const budget = new Budget(TEMPLATE_LIMITS);
  if (bytes.length > TEMPLATE_LIMITS.bytes)
    throw new DocumentRefused("too-large", {
      vi: "Tệp mẫu lớn quá 5 MB. Bỏ bớt hình ảnh rồi thử lại.",
      en: "The template is larger than 5 MB. Remove pictures and try again.",
    });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notWord();
  const archive = await openArchive(bytes, budget);
  if (packageFormat(archive.names) !== "docx" || !archive.names.has("word/document.xml")) throw notWord();
  const loose: string[] = [];
  for (const name of archive.names) {
    if (CARRYING.test(name)) throw carries(name);
    if (name.endsWith(".xml") || name.endsWith(".rels"))
      loose.push(...(await guardPart(archive, name, budget)));
  }
  return loose;
}

async function guardPart(archive: Archive, name: string, budget: Budget): Promise<string[]> {
  const part = await archive.read(name);
  if (!part) throw damaged(name);
  const words = new Words(name);
  await readXml(part, name, words, budget);
  return words.loose;
}

/** Reads one part: its references and fields are judged, its paragraphs looked through. */
class Words implements XmlHandler {
  readonly loose: string[] = [];
  private field = "";
  private instruction = false;
  private plain = false;
  /** Of the paragraphs that are open: one may hold another, in a text box. */
  private readonly paragraphs: string[] = [];

  constructor(private readonly part: string) {}

  open(element: string, attributes: Attributes): void {
    if (element === "rel:Relationship") guardRelationship(attributes);
    if (element === "ct:Override" && /macro/i.test(attributes.get("ContentType") ?? ""))
      throw carries(this.part);
    if (EMBEDDING.has(element)) throw carries(this.part);
    if (element === "w:fldSimple") guardField(attributes.get("w:instr") ?? "");
    if (element === "w:fldChar") this.field = "";
    if (element === "w:p") this.paragraphs.push("");
    this.instruction = element === "w:instrText";
    this.plain = element === "w:t";
  }

  close(element: string): void {
    if (element === "w:p") {
      const text = this.paragraphs.pop() ?? "";
      if (bracesAlone(text)) this.loose.push(text.trim());
    }
    this.instruction = false;
    this.plain = false;
  }

  text(text: string): void {
    const last = this.paragraphs.length - 1;
    if (this.plain && last >= 0) this.paragraphs[last] = `${this.paragraphs[last]}${text}`;
    if (!this.instruction) return;
    // A field's words may be cut into several runs.
    this.field = `${this.field}${text}`.slice(-10_000);
    guardField(this.field);
  }
}

/** Whether a brace is never closed, never opened, or opened inside another pair. */
function bracesAlone(text: string): boolean {
  return /[{}]/.test(text.replace(/\{[^{}]*\}/g, ""));
}

function guardRelationship(attributes: ReadonlyMap<string, string>): void {
  if (attributes.get("TargetMode")?.toLowerCase() !== "external") return;
  const target = attributes.get("Target") ?? "";
  const clicked = (attributes.get("Type") ?? "").endsWith("/hyperlink");
  if (clicked && /^(https?|mailto):/i.test(target)) return;
  throw new DocumentRefused("not-a-document", {
    vi: `Tệp mẫu trỏ tới thành phần nằm ngoài tệp (${shownTarget(target)}): mẫu gốc, ảnh liên kết hoặc tệp khác. Mở bằng Word, bỏ liên kết (Tệp > Thông tin > Sửa liên kết), chèn ảnh vào trong tệp rồi lưu lại.`,
    en: `The template refers to something outside it (${shownTarget(target)}): an attached template, a linked picture or another file. Open it in Word, break the links, insert the pictures themselves and save it again.`,
  });
}

function guardField(instruction: string): void {
  const found = FETCHING.exec(instruction);
  if (found)
    throw new DocumentRefused("not-a-document", {
      vi: `Tệp mẫu có trường ${found[0].toUpperCase()}, lấy dữ liệu từ nơi khác khi mở. Mở bằng Word, xóa trường đó rồi lưu lại.`,
      en: `The template has a field ${found[0].toUpperCase()}, which fetches from elsewhere when opened. Open it in Word, delete the field and save it again.`,
    });
}

function carries(name: string): DocumentRefused {
  return new DocumentRefused("macros", {
    vi: `Tệp mẫu chứa tệp khác hoặc chương trình nhúng bên trong (${name}). Mở bằng Word, xóa đối tượng nhúng rồi lưu lại dạng .docx.`,
    en: `The template holds an embedded file or program (${name}). Open it in Word, delete the embedded object and save it as .docx.`,
  });
}

function notWord(): DocumentRefused {
  return new DocumentRefused("not-a-document", {
    vi: "Mẫu phải là tệp Word dạng .docx. Mở bằng Word rồi lưu lại dạng .docx.",
    en: "A template has to be a Word file, .docx. Open it in Word and save it as .docx.",
  });
}

const shownTarget = (target: string): string => (target.length > 80 ? `${target.slice(0, 79)}…` : target);
