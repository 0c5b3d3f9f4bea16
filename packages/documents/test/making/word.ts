/** Word documents: by hand, element by element, where a test needs a certain one; by a library where any will do. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { type Part, zipOf } from "./archive.js";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(" ");
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param extra further parts, or others in the place of these */
export function wordParts(body: string, extra: readonly Part[] = []): Part[] {
  const parts: Part[] = [
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/_rels/document.xml.rels",
      content: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    },
  ];
  const replaced = new Set(extra.map(({ name }) => name));
  return [...parts.filter(({ name }) => !replaced.has(name)), ...extra];
}

export function wordFile(body: string, extra: readonly Part[] = []): Promise<Buffer> {
  return zipOf(wordParts(body, extra));
}

export function part(root: "numbering" | "styles", content: string): Part {
  return { name: `word/${root}.xml`, content: `<w:${root} ${NAMESPACES}>${content}</w:${root}>` };
}

export function externalParts(...types: readonly string[]): Part {
  const relations = types.map(
    (type, at) =>
      `<Relationship Id="x${at}" Type="${OFFICE}/${type}" Target="http://127.0.0.1:9/${type}" TargetMode="External"/>`,
  );
  return {
    name: "word/_rels/document.xml.rels",
    content: `<Relationships xmlns="${RELATIONSHIPS}">${relations.join("")}</Relationships>`,
  };
}

/** A run of text, escaped. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export function paragraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text === "" ? "" : run(text)}</w:p>`;
}

/** @param content paragraphs, or plain text for one */
export function cell(content: string, properties = ""): string {
  const inner = content.startsWith("<w:") ? content : paragraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((one) => (one.startsWith("<w:tc>") || one.startsWith("<w:trPr>") ? one : cell(one))).join("")}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A document of a library's making, its header repeated on every page. */
export async function wordTable(title: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const made = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun({ text: title, bold: true })] }),
          new Table({
            rows: rows.map(
              (cells, at) =>
                new TableRow({
                  tableHeader: at === 0,
                  children: cells.map(
                    (text) =>
                      new TableCell({
                        children: text.split("\n").map((line) => new Paragraph({ text: line })),
                      }),
                  ),
                }),
            ),
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(made);
}
