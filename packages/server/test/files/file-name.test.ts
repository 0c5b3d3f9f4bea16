import { describe, expect, it } from "vitest";
import { DOCX, JPEG, PDF, XLSX } from "../../src/files/file-kind.js";
import { contentDisposition, safeFileName } from "../../src/files/file-name.js";

describe("the name of a file", () => {
  it.each([
    ["../../etc/passwd", PDF, "passwd.pdf"],
    ["C:\\Users\\x\\Báo cáo.docx", DOCX, "Báo cáo.docx"],
    ["=cmd.xlsx", XLSX, "cmd.xlsx"],
    ["báo cáo.docx", PDF, "báo cáo.pdf"],
    ["báo cáo v1.2", PDF, "báo cáo v1.2.pdf"],
    ["ANH.JPEG", JPEG, "ANH.JPEG"],
    ["trang.html", PDF, "trang.html.pdf"],
    ["\u202Efdp.exe", PDF, "fdp.exe.pdf"],
    ["a\u0000b\r\nc\u200B.pdf", PDF, "abc.pdf"],
    ["..", PDF, "tai-lieu.pdf"],
    [".pdf", PDF, "pdf.pdf"],
    ["", PDF, "tai-lieu.pdf"],
    ['a<b>:"|?*.pdf', PDF, "a_b______.pdf"],
  ] as const)("%j is stored as what is safe to show", (given, kind, stored) => {
    expect(safeFileName(given, kind)).toBe(stored);
    expect(safeFileName(stored, kind)).toBe(stored);
  });

  it("is composed, and at most 255 bytes long without a letter cut through", () => {
    expect(safeFileName("ế.pdf".normalize("NFD"), PDF)).toBe("ế.pdf".normalize("NFC"));
    expect(safeFileName("e\u200B\u0301.pdf", PDF)).toBe("é.pdf");
    const long = safeFileName(`${"ế".repeat(300)}.pdf`, PDF);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
    expect(long).toMatch(/^ế+\.pdf$/);
  });

  it("goes out in full to browsers and in ASCII to the rest, and never ends the header", () => {
    expect(contentDisposition("attachment", "Quyết định số 1.pdf")).toBe(
      "attachment; filename=\"Quyet dinh so 1.pdf\"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%201.pdf",
    );
    expect(contentDisposition("inline", `a"\\%'(*).pdf`)).toBe(
      "inline; filename=\"a___'(*).pdf\"; filename*=UTF-8''a%22%5C%25%27%28%2A%29.pdf",
    );
  });
});
