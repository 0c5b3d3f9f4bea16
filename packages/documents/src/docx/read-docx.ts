/** Word documents (.docx, ECMA-376): the parts that hold text, found by their relationships and read as streams. */
import type { Budget } from "../blocks/budget.js";
import type { ReadingNote, SourceDocument } from "../blocks/types.js";
import { type Archive, damaged } from "../ooxml/archive.js";
import { externalNotes, readRelationships } from "../ooxml/relationships.js";
import { readXml } from "../ooxml/xml.js";
import { Body, type BodyNotes } from "./body.js";
import { Footnotes } from "./footnotes.js";
import { Numbering } from "./numbering.js";
import { Styles } from "./styles.js";

/** @throws {DocumentRefused} when the main part is missing or damaged, or a limit is passed */
export async function readDocx(archive: Archive, budget: Budget): Promise<SourceDocument> {
  const main =
    (await readRelationships(archive, "", budget)).byType.get("officeDocument") ?? "word/document.xml";
  const relationships = await readRelationships(archive, main, budget);
  const numbering = new Numbering();
  const styles = new Styles();
  const footnotes = new Footnotes();
  for (const [type, reader] of [
    ["numbering", numbering],
    ["styles", styles],
    ["footnotes", footnotes],
    ["endnotes", footnotes],
  ] as const) {
    const name = relationships.byType.get(type);
    const part = name === undefined ? undefined : await archive.read(name);
    if (name !== undefined && part) await readXml(part, name, reader, budget);
  }
  const part = await archive.read(main);
  if (!part) throw damaged(main);
  const body = new Body(budget, numbering, styles, footnotes.texts);
  await readXml(part, main, body, budget);
  return {
    format: "docx",
    blocks: body.finish(),
    notes: [...notesOf(body.notes), ...externalNotes(relationships.external)],
  };
}

function notesOf(found: BodyNotes): ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (found.footnotes > 0)
    notes.push({
      severity: "information",
      code: "footnotes-left-out",
      message: {
        vi: `Bỏ qua ${found.footnotes} chú thích cuối trang; xem lại nếu chú thích có quy định cách chấm điểm.`,
        en: `${found.footnotes} footnotes were left out; look at them if they say how to score.`,
      },
      place: {},
    });
  if (found.changes > 0)
    notes.push({
      severity: "warning",
      code: "tracked-changes-accepted",
      message: {
        vi: `Tệp còn ${found.changes} chỗ sửa chưa chốt (Track Changes); đã đọc như khi chấp nhận tất cả.`,
        en: `The file still has ${found.changes} tracked changes; it was read as if all were accepted.`,
      },
      place: {},
    });
  if (found.pictures > 0)
    notes.push({
      severity: "information",
      code: "pictures-left-out",
      message: {
        vi: `Tệp có ${found.pictures} hình vẽ hoặc đối tượng nhúng; chữ nằm trong hình không đọc được.`,
        en: `The file has ${found.pictures} pictures or embedded objects; words inside pictures are not read.`,
      },
      place: {},
    });
  return notes;
}
