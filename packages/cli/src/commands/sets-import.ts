/** `opendti sets import`: a decision's own document to a set that runs, with every doubt marked. */
import { message } from "@opendti/engine";
import type { CommandLine } from "../command-line.js";
import { Misuse } from "../misuse.js";
import { checkFolder } from "../output/folder.js";
import { plain } from "../output/width.js";
import type { Command } from "./command.js";

const NAME = "sets import";

export const setsImport: Command = {
  name: NAME,
  arguments: [
    {
      name: "FILE",
      required: true,
      about: message(
        "văn bản có bảng chỉ số: .docx .xlsx .csv .html .txt; hoặc .xlsx, .yaml do sets export ghi",
        "a document with a table of indicators: .docx .xlsx .csv .html .txt; or what sets export wrote",
      ),
    },
  ],
  options: [
    {
      name: "--out",
      values: ["DIR"],
      about: message(
        "thư mục để ghi set.yaml, cases/, plans/, report.md, report.json (bắt buộc). Văn bản có nhiều bộ chỉ số: bộ đầu ở DIR, mỗi bộ sau ở DIR/<id>",
        "folder for set.yaml, cases/, plans/, report.md and report.json (required). Of several sets in a document the first stands in DIR, each further one in DIR/<id>",
      ),
    },
    {
      name: "--id",
      values: ["ID"],
      about: message(
        "id của bộ chỉ số, thay cho id lập từ tên; văn bản có nhiều bộ: chỉ nhập bộ mang id này",
        "id of the set in place of one made from its title; of several sets in a document, the one to import",
      ),
    },
  ],
  about: message(
    "đọc bộ chỉ số từ văn bản thành quy tắc chạy được, đánh dấu mọi chỗ còn ngờ; mã thoát 1 khi không đọc được bảng nào",
    "read a set out of a document, as rules that run with every doubt marked; exit status 1 when no table can be read",
  ),
  examples: [
    "opendti sets import quyet-dinh.docx --out ./bo-chi-so",
    "opendti sets import ke-hoach.txt --out ./bo-chi-so --json",
  ],
  async run(line, screen) {
    const file = line.words[0] ?? "";
    const out = outOf(line);
    const id = idOf(line);
    await checkFolder(out, "--out");
    // Reading documents takes libraries that no other command waits for.
    const { importDocument } = await import("../import/import-document.js");
    return importDocument({ file, out, id, command: NAME }, screen);
  },
};

function outOf(line: CommandLine): string {
  const [out] = line.options.get("--out") ?? [];
  if (out === undefined || out.trim() === "")
    throw new Misuse(
      message(
        "Thiếu --out DIR: thư mục để ghi bộ chỉ số",
        "--out DIR is missing: the folder to write the set to",
      ),
      NAME,
    );
  return out;
}

function idOf(line: CommandLine): string | undefined {
  const [id] = line.options.get("--id") ?? [];
  if (id === undefined || /^[a-z0-9][a-z0-9-]{0,79}$/.test(id)) return id;
  throw new Misuse(
    message(
      `--id: "${plain(id)}" không dùng được; chỉ gồm chữ thường không dấu, số và dấu gạch nối, như dti-tinh-2025`,
      `--id: "${plain(id)}" cannot be used; only lower-case letters, digits and hyphens, as dti-tinh-2025`,
    ),
    NAME,
  );
}
