import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  checkTemplate,
  DocumentRefused,
  exampleTemplate,
  fillTemplate,
  type PaperBlock,
  readDocument,
  type SelfAssessmentReport,
  TemplateFaulty,
  templatePlaceholders,
  writeDocx,
} from "@opendti/documents";
import { formatNumber, outlineOf } from "@opendti/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../making/archive.js";
import { banDanToc } from "../making/assessments.js";
import { partsOf } from "../making/parts.js";
import { bare } from "../making/pdf.js";

let report: SelfAssessmentReport;
beforeAll(() => {
  report = banDanToc();
});

/** A template with these paragraphs. */
function templateOf(...texts: string[]): Promise<Uint8Array> {
  const blocks = texts.map((text): PaperBlock => ({ kind: "paragraph", text }));
  return writeDocx({ title: "Mẫu", sections: [{ orientation: "portrait", blocks }] });
}

async function wordsOf(bytes: Uint8Array): Promise<string> {
  const { blocks } = await readDocument(bytes, "a.docx");
  return blocks
    .map((block) =>
      block.kind === "paragraph"
        ? block.text
        : block.table.rows
            .map((row) => row.map(({ text }) => text.replace(/\s+/g, " ")).join(" | "))
            .join("\n"),
    )
    .join("\n");
}

const ALL = "{#nhom}{#chi_so}{ma} {diem} {tra_loi} {tai_lieu}{/chi_so}{/nhom} {tong_diem}";

describe("the example template", () => {
  test("has nothing to be said against it, and asks for every kind of thing there is", async () => {
    const { findings, placeholders } = await checkTemplate(await exampleTemplate());
    expect(findings).toEqual([]);
    for (const list of ["thong_tin_chung", "nhom", "chi_so", "so_lieu"])
      expect(placeholders.map(({ name }) => name)).toContain(list);
  });

  test("filled, holds every answer, every piece of evidence and every score of the assessment", async () => {
    const words = await wordsOf(await fillTemplate(await exampleTemplate(), report));
    const all = bare(words);
    for (const { node, inputs } of outlineOf(report.set))
      for (const { fact } of inputs) {
        const value = report.facts.values[fact.slot];
        if (value === undefined || fact.defaultValue !== undefined) continue;
        const shown =
          fact.kind === "choice"
            ? (fact.options[Number(value.n) - 1] ?? "?")
            : fact.kind === "yes_no"
              ? "Có"
              : formatNumber(value, "vi");
        const line = fact.kind === "choice" ? bare(shown) : bare(`${fact.label} | | ${shown}`);
        const part = /^p\d/.test(fact.id) ? bare(fact.label) : line;
        expect(all, `${node.code} ${fact.id}`).toContain(part);
      }
    for (const piece of report.evidence)
      expect(all, piece.code).toContain(
        bare(piece.kind === "document" ? piece.text : piece.kind === "link" ? piece.url : piece.name),
      );
    expect(words).toMatch(/2\.1\.3 \| .* \| 10 \| 95,65% \| .* \| 9,56\n/);
    expect(words).toContain("Cộng điểm Nhận thức số | 40 |  | 39,56");
    expect(words).toContain("Tổng điểm: 451,26/485");
    expect(words).toContain("1.10 | Tổng chi Ngân sách nhà nước cho chuyển đổi số | 51.125.000 | đồng");
    expect(words).not.toMatch(/[{}]/);
  });

  test("gives the same bytes for the same assessment", async () => {
    const template = await exampleTemplate();
    expect(Buffer.compare(await fillTemplate(template, report), await fillTemplate(template, report))).toBe(
      0,
    );
  });
});

describe("checking a template", () => {
  const found = async (...texts: string[]) => (await checkTemplate(await templateOf(...texts))).findings;

  test("a name that does not exist is told with the one that was probably meant, and where it stands", async () => {
    expect(await found(ALL, "Của {don_vj}, {Đơn vị} và {zzzzzz}")).toEqual([
      {
        severity: "warning",
        code: "name-unknown",
        at: "Của {don_vj}, {Đơn vị} và {zzzzzz}",
        message: expect.objectContaining({
          vi: "Không có tên {don_vj}: chỗ này sẽ để trống. Có phải {don_vi}?",
        }),
      },
      expect.objectContaining({
        message: expect.objectContaining({ vi: expect.stringContaining("Có phải {don_vi}?") }),
      }),
      expect.objectContaining({
        message: expect.objectContaining({ vi: "Không có tên {zzzzzz}: chỗ này sẽ để trống." }),
      }),
    ]);
  });

  test("a template without the answers, the evidence or the points is told so, and taken all the same", async () => {
    const template = await templateOf("Báo cáo của {don_vi} năm {nam}");
    const { findings } = await checkTemplate(template);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning answers-missing",
      "warning evidence-missing",
      "warning scores-missing",
    ]);
    expect(await wordsOf(await fillTemplate(template, report))).toBe(
      "Báo cáo của Ban Dân tộc tỉnh Quảng Ngãi năm 2022",
    );
  });

  test("a list that is not closed, closed twice or closed in the wrong order stops the document", async () => {
    expect(await found(ALL, "{#nhom} {nhom_ten}")).toContainEqual(
      expect.objectContaining({ severity: "error", code: "list-unclosed", at: "{#nhom} {nhom_ten}" }),
    );
    expect(await found(ALL, "{/nhom}")).toContainEqual(
      expect.objectContaining({ severity: "error", code: "list-unopened" }),
    );
    expect(await found("{#nhom}{#chi_so}{/nhom}{/chi_so}")).toContainEqual(
      expect.objectContaining({
        message: expect.objectContaining({ vi: expect.stringContaining("đóng {/chi_so} trước") }),
      }),
    );
    const faulty = fillTemplate(await templateOf("{#nhom}"), report);
    await expect(faulty).rejects.toThrow(TemplateFaulty);
    await expect(faulty).rejects.toThrow(/thêm \{\/nhom\}.*\("\{#nhom\}"\)/);
  });

  test("a brace that stands alone is told with the words around it", async () => {
    expect(await found("Năm {nam của {don_vi}")).toContainEqual(
      expect.objectContaining({ severity: "error", code: "brace-unmatched", at: "Năm {nam của {don_vi}" }),
    );
    for (const alone of ["Năm nam} của", "Năm {nam của"])
      expect((await found(alone)).map(({ code }) => code)).toContain("brace-unmatched");
  });

  test("a name outside the list that gives it a meaning is told where it belongs", async () => {
    expect(await found(ALL, "{ma}", "{#chi_so}{ma}{/chi_so}")).toEqual([
      expect.objectContaining({
        code: "name-out-of-place",
        message: expect.objectContaining({ vi: expect.stringContaining("{#nhom}{#chi_so}") }),
      }),
      expect.objectContaining({ code: "name-out-of-place", at: "{#chi_so}{ma}{/chi_so}" }),
    ]);
  });

  test("of a template full of faults as many are told as somebody reads, those that stop it among them", async () => {
    const lists = 1000;
    const deep = `${"{#nhom}".repeat(lists)}{/nham}${"{/nhom}".repeat(lists)}`;
    const { findings } = await checkTemplate(await templateOf(deep, ...Array(50).fill("{khong_co_ten_nay}")));
    expect(findings).toHaveLength(20);
    expect(findings.filter(({ code }) => code === "list-unopened")).toHaveLength(1);
  });
});

describe("filling a template", () => {
  test("braces in an answer, or in evidence, ask for nothing", async () => {
    const hostile = { code: "2.1.1", kind: "file", name: "{don_vi} {#nhom} & <w:br/> {/nhom}" } as const;
    const words = await wordsOf(
      await fillTemplate(await templateOf(ALL), { ...report, evidence: [hostile] }),
    );
    expect(words).toContain("Tệp {don_vi} {#nhom} & <w:br/> {/nhom}");
  });

  test("names of the program itself are no names: they stay empty", async () => {
    const names = "[{constructor}{__proto__}{toString}{#nhom}{length}{/nhom}]";
    expect(await wordsOf(await fillTemplate(await templateOf(names), report))).toBe("[]");
  });

  test("a list inside itself is not repeated, so a small file makes no huge one", async () => {
    const nested = `${"{#nhom}{#chi_so}".repeat(6)}x${"{/chi_so}{/nhom}".repeat(6)}`;
    expect(await wordsOf(await fillTemplate(await templateOf(`.${nested}`), report))).toBe(".");
  });

  test("a value may say whether words around it are printed", async () => {
    const words = await wordsOf(
      await fillTemplate(await templateOf("A{#muc}, mức {muc}{/muc}B{#don_vi}C{/don_vi}"), report),
    );
    expect(words).toBe("ABC");
  });
});

describe("a template that may do harm is refused", () => {
  const refusal = async (change: (parts: Map<string, string>) => void): Promise<DocumentRefused> => {
    const parts = await partsOf(await templateOf(ALL));
    change(parts);
    const file = await zipOf([...parts].map(([name, content]) => ({ name, content })));
    const error = await checkTemplate(file).catch((cause: unknown) => cause);
    if (!(error instanceof DocumentRefused)) throw new Error("taken");
    await expect(fillTemplate(file, report)).rejects.toThrow(DocumentRefused);
    return error;
  };

  test("with macros or embedded files", async () => {
    expect((await refusal((parts) => parts.set("word/vbaProject.bin", "x"))).code).toBe("macros");
    expect((await refusal((parts) => parts.set("word/embeddings/oleObject1.bin", "x"))).text.vi).toContain(
      "nhúng",
    );
  });

  test("with parts to be fetched from elsewhere", async () => {
    const rels = "word/_rels/document.xml.rels";
    const external = (type: string, target: string) => (parts: Map<string, string>) => {
      const link = `<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
      parts.set(rels, (parts.get(rels) ?? "").replace("</Relationships>", `${link}</Relationships>`));
    };
    expect((await refusal(external("attachedTemplate", "http://example.org/a.dotm"))).text.vi).toContain(
      "http://example.org/a.dotm",
    );
    expect((await refusal(external("image", "\\\\host\\share\\a.png"))).text.vi).toContain("nằm ngoài tệp");
    expect((await refusal(external("hyperlink", "file:///etc/passwd"))).text.vi).toContain(
      "file:///etc/passwd",
    );
    const parts = await partsOf(await templateOf(ALL));
    external("hyperlink", "https://example.org/")(parts);
    const kept = await zipOf([...parts].map(([name, content]) => ({ name, content })));
    expect((await checkTemplate(kept)).findings).toEqual([]);
  });

  test("with fields that fetch, even when cut into pieces", async () => {
    const field =
      (...pieces: string[]) =>
      (parts: Map<string, string>) => {
        const runs = pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join("");
        const xml = parts.get("word/document.xml") ?? "";
        parts.set("word/document.xml", xml.replace("<w:body>", `<w:body><w:p>${runs}</w:p>`));
      };
    expect((await refusal(field(' INCLUDETEXT "c:\\\\a.txt"'))).text.vi).toContain("INCLUDETEXT");
    expect((await refusal(field("DDE", "AUTO excel"))).text.vi).toContain("DDE");
  });

  test("that is no Word file, or not sound", async () => {
    await expect(checkTemplate(Buffer.from("xin chào"))).rejects.toThrow(DocumentRefused);
    expect((await refusal((parts) => parts.set("word/document.xml", "<w:document"))).code).toBe("damaged");
    const doctype = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
    expect((await refusal((parts) => parts.set("word/styles.xml", doctype))).code).toBe("doctype");
  });
});

test("the page on templates explains every name, and no other", () => {
  const page = readFileSync(
    fileURLToPath(new URL("../../../../docs/report-templates.md", import.meta.url)),
    "utf8",
  );
  const rows = [...page.matchAll(/^\| `\{#?(\w+)\}` \| (.+?) \|/gm)].map(
    ([, name, meaning]) => `${name}: ${meaning}`,
  );
  expect(rows).toEqual(templatePlaceholders.map(({ name, meaning }) => `${name}: ${meaning.vi}`));
});
