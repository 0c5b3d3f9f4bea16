/** `opendti sets export`: a set as a workbook or as YAML, to be edited and imported again without loss. */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { message } from "@opendti/engine";
import { fileTrouble } from "../input/files.js";
import { nearPath } from "../input/place.js";
import { openSet } from "../input/sets.js";
import { Misuse } from "../misuse.js";
import { printProblems } from "../output/problems.js";
import { printJson } from "../output/screen.js";
import type { Command } from "./command.js";
import { SET_ARGUMENT } from "./sets-show.js";

const NAME = "sets export";

export const setsExport: Command = {
  name: NAME,
  arguments: [SET_ARGUMENT],
  options: [
    {
      name: "--out",
      values: ["FILE"],
      about: message(
        "tệp để ghi (bắt buộc): .xlsx có trang _meta và trang nội dung, hoặc .yaml",
        "the file to write (required): .xlsx with a _meta and a content sheet, or .yaml",
      ),
    },
  ],
  about: message(
    "ghi một bộ chỉ số ra .xlsx hoặc .yaml; sets import đọc lại không mất gì",
    "write a set as .xlsx or .yaml; sets import reads it back without loss",
  ),
  examples: ["opendti sets export qd922-cap-tinh-2022 --out qd922.xlsx"],
  async run(line, screen) {
    const [out] = line.options.get("--out") ?? [];
    if (out === undefined)
      throw new Misuse(
        message("Thiếu --out FILE: tệp để ghi", "--out FILE is missing: the file to write"),
        NAME,
      );
    const extension = extname(out).toLowerCase();
    if (![".xlsx", ".yaml", ".yml"].includes(extension))
      throw new Misuse(
        message(
          `--out: chỉ ghi được .xlsx và .yaml, không phải "${out}"`,
          `--out writes .xlsx and .yaml, not "${out}"`,
        ),
        NAME,
      );
    const { file, loaded } = await openSet(line.words[0] ?? "");
    if (!loaded.ok) {
      await printProblems(screen, loaded.problems);
      return 1;
    }
    if (resolve(file) === resolve(out))
      throw new Misuse(
        message(
          `--out: "${out}" chính là tệp của bộ chỉ số; chọn tên khác`,
          `--out: "${out}" is the set itself; choose another name`,
        ),
        NAME,
      );
    const { source } = loaded.value;
    const { writeSetWorkbook, yamlOf } = await import("@opendti/documents");
    // YAML as it stands keeps the remarks between its lines.
    const own = extension !== ".xlsx" && /\.ya?ml$/i.test(file) ? await readFile(file) : undefined;
    const content =
      extension === ".xlsx"
        ? await writeSetWorkbook(source)
        : (own ?? Buffer.from(yamlOf(source, source.title), "utf8"));
    await writeWhole(out, content);
    if (screen.json)
      await printJson(screen, { set: source.id, version: source.version, file: nearPath(out) });
    else
      await screen.print(
        screen.say(
          message(`Đã ghi ${source.id} vào ${nearPath(out)}`, `${source.id} was written to ${nearPath(out)}`),
        ),
      );
    return 0;
  },
};

/** Beside its place first, then there: nobody finds half a file. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    const why = fileTrouble(error);
    throw new Misuse(message(`--out ${path}: ${why.vi}`, `--out ${path}: ${why.en}`), NAME);
  }
}
