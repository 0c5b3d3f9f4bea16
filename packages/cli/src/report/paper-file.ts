/** A document into a file, Word or PDF by its name, whole or not at all. */
import { rename, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Paper } from "@opendti/documents";
import { message } from "@opendti/engine";
import type { CommandLine, CommandSpec } from "../command-line.js";
import { fileTrouble } from "../input/files.js";
import { nearPath } from "../input/place.js";
import { Misuse } from "../misuse.js";
import { printJson, type Screen } from "../output/screen.js";

/** What every document is asked for with. */
export const PAPER_OPTIONS: CommandSpec["options"] = [
  {
    name: "--out",
    short: "-o",
    values: ["FILE"],
    about: message("tệp để ghi (bắt buộc): .docx hoặc .pdf", "the file to write (required): .docx or .pdf"),
  },
  {
    name: "--letterhead",
    values: ["FILE"],
    about: message(
      "tệp .yaml về thể thức (body, symbol, place, to, recipients, signer …); không có thì theo tên đơn vị",
      "a .yaml file with the letterhead (body, symbol, place, to, recipients, signer …); else by the unit's name",
    ),
  },
];

/** The file that is asked for. Refuses, as misuse, none and another kind. */
export function paperTarget(line: CommandLine, name: string): string {
  const [out] = line.options.get("--out") ?? [];
  if (out === undefined)
    throw new Misuse(
      message(
        "Thiếu --out FILE: tệp .docx hoặc .pdf để ghi",
        "--out FILE is missing: the .docx or .pdf to write",
      ),
      name,
    );
  if (![".docx", ".pdf"].includes(extname(out).toLowerCase()))
    throw new Misuse(
      message(
        `--out: chỉ ghi được .docx và .pdf, không phải "${out}"`,
        `--out writes .docx and .pdf, not "${out}"`,
      ),
      name,
    );
  return out;
}

/** Writes the document beside its place first, then there, and says so. */
export async function writePaper(paper: Paper, out: string, name: string, screen: Screen): Promise<0> {
  const { PdfUnavailable, writeDocx, writePdf } = await import("@opendti/documents");
  const draft = `${out}.${process.pid}.tmp`;
  try {
    const pdf = extname(out).toLowerCase() === ".pdf";
    await writeFile(draft, pdf ? await writePdf(paper) : await writeDocx(paper));
    await rename(draft, out);
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof PdfUnavailable) throw new Misuse(message(error.text.vi, error.text.en), name);
    const why = fileTrouble(error);
    throw new Misuse(message(`--out ${out}: ${why.vi}`, `--out ${out}: ${why.en}`), name);
  }
  if (screen.json) await printJson(screen, { title: paper.title, file: nearPath(out) });
  else
    await screen.print(
      screen.say(
        message(
          `Đã ghi "${paper.title}" vào ${nearPath(out)}`,
          `"${paper.title}" was written to ${nearPath(out)}`,
        ),
      ),
    );
  return 0;
}
