/** What `opendti sets import` does: reads the document, writes the sets with their report, says what is doubtful. */
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  DocumentRefused,
  type ImportedDocument,
  type ImportedSet,
  type ImportFinding,
  importFile,
  importFinding,
  placeWords,
  reportText,
  summary,
} from "@opendti/documents";
import { message } from "@opendti/engine";
import type { ExitStatus } from "../commands/command.js";
import { findingJson } from "../commands/sets-check.js";
import { fileTrouble } from "../input/files.js";
import { nearPath } from "../input/place.js";
import { Misuse } from "../misuse.js";
import { hashesOf, REPORT, type WrittenFile, writeFolder } from "../output/folder.js";
import { printJson, type Screen } from "../output/screen.js";
import { PAGE } from "../output/table.js";
import { plain, wrap } from "../output/width.js";

/** A document beyond this is no decision; more is not even read from the disk. */
const MOST_BYTES = 30_000_000;

/** What was asked for. */
export interface Wish {
  readonly file: string;
  readonly out: string;
  /** Of the set: in place of one made from its title, or the one of several to import. */
  readonly id: string | undefined;
  /** As the help calls it. */
  readonly command: string;
}

/**
 * Imports a document into a folder.
 * @returns 1 when no set could be read; why is printed.
 * @throws {Misuse} for a file that cannot be read, and an id that is none of the document's.
 */
export async function importDocument(wish: Wish, screen: Screen): Promise<ExitStatus> {
  const { file, out, id, command } = wish;
  const bytes = await readBytes(file, command);
  const imported = await importOrRefused(bytes, file, id);
  if (imported.sets.length === 0) {
    const missing = imported.findings.find(({ code }) => code === "set-not-in-document");
    if (missing)
      throw new Misuse(message(`--id: ${missing.message.vi}`, `--id: ${missing.message.en}`), command);
    await print(screen, imported, file, out);
    return 1;
  }
  await writeFolder(out, filesOf(imported, basename(file), screen), "--out");
  await print(screen, imported, file, out);
  return 0;
}

async function readBytes(file: string, command: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size <= MOST_BYTES) return await readFile(file);
    throw new Misuse(
      message(
        `${file}: tệp lớn ${Math.ceil(size / 1_000_000)} MB, quá ${MOST_BYTES / 1_000_000} MB; bỏ hình ảnh, chỉ giữ phần bảng`,
        `${file}: the file has ${Math.ceil(size / 1_000_000)} MB, more than ${MOST_BYTES / 1_000_000} MB; leave out pictures, keep the tables`,
      ),
      command,
    );
  } catch (error) {
    if (error instanceof Misuse) throw error;
    const why = fileTrouble(error);
    throw new Misuse(message(`${file}: ${why.vi}`, `${file}: ${why.en}`), command);
  }
}

/** The sets of the file; a file that cannot be read is a finding. */
async function importOrRefused(
  bytes: Uint8Array,
  file: string,
  id: string | undefined,
): Promise<ImportedDocument> {
  try {
    return await importFile(bytes, { name: basename(file), id });
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    return { sets: [], findings: [importFinding("document-refused", "", error.text, error.place)] };
  }
}

function filesOf(imported: ImportedDocument, name: string, screen: Screen): WrittenFile[] {
  const files = imported.sets.flatMap((set, at) => {
    const folder = at === 0 ? "" : `${set.id}/`;
    return [
      { path: `${folder}set.yaml`, text: set.yaml },
      ...[...set.cases, ...set.plans].map(({ path, yaml }) => ({ path: `${folder}${path}`, text: yaml })),
      { path: `${folder}report.md`, text: reportText(set, imported, name, screen.language) },
    ];
  });
  const report = {
    document: name,
    sets: imported.sets.map((set, at) => reportOf(set, at === 0 ? "" : `${set.id}/`)),
    findings: imported.findings,
    files: hashesOf(files),
  };
  return [...files, { path: REPORT, text: `${JSON.stringify(report, null, 2)}\n` }];
}

function reportOf(set: ImportedSet, folder: string): object {
  return {
    id: set.id,
    folder,
    title: set.set.title,
    indicators: set.indicators.map(({ reading, ...one }) => ({
      ...one,
      questions: reading?.questions ?? [],
      pieces: reading?.pieces ?? [],
      wording: reading?.wording ?? null,
    })),
    findings: set.findings,
  };
}

async function print(screen: Screen, imported: ImportedDocument, file: string, out: string): Promise<void> {
  if (screen.json) await printJson(screen, jsonOf(screen, imported, out));
  else await printText(screen, imported, file, out);
}

function jsonOf(screen: Screen, imported: ImportedDocument, out: string): object {
  const findings = imported.sets.flatMap((set, at) =>
    set.findings.map((finding) => importedJson(screen, finding, at === 0 ? out : join(out, set.id))),
  );
  return {
    indicators: imported.sets.flatMap((set) =>
      set.indicators.map(({ code, title, max, status, question }) => ({
        code,
        title,
        max,
        status,
        question: question === null ? null : screen.say(question),
      })),
    ),
    findings: [...imported.findings.map((finding) => importedJson(screen, finding, out)), ...findings],
  };
}

/** As `sets check --json` prints one, and the place in the document in words. */
function importedJson(screen: Screen, finding: ImportFinding, folder: string): object {
  const place = screen.say(placeWords(finding.place));
  const file = finding.file === undefined ? undefined : nearPath(join(folder, finding.file));
  return { ...findingJson(screen, { ...finding, file }), ...(place === "" ? {} : { place }) };
}

async function printText(
  screen: Screen,
  imported: ImportedDocument,
  file: string,
  out: string,
): Promise<void> {
  for (const [at, set] of imported.sets.entries())
    await printSet(screen, set, at === 0 ? out : join(out, set.id));
  const rest = imported.findings;
  for (const finding of rest)
    await screen.print(
      ...wrap(`${finding.code}: ${screen.say(finding.message)}`, PAGE).map((text) =>
        screen.paint("warning", text),
      ),
    );
  if (imported.sets.length === 0)
    await screen.print(
      screen.paint(
        "bad",
        screen.say(
          message(`${plain(file)}: không nhập được bộ chỉ số nào`, `${plain(file)}: no set was imported`),
        ),
      ),
    );
}

async function printSet(screen: Screen, set: ImportedSet, folder: string): Promise<void> {
  const { paint } = screen;
  await screen.print(
    ...wrap(set.set.title, PAGE).map((text) => paint("strong", text)),
    `${set.id} · ${summary(set, screen.language)}`,
  );
  const asked = set.indicators.filter(({ status, text }) => status !== "certain" && text !== "");
  for (const one of asked) {
    const place = screen.say(placeWords(one.place));
    await screen.print(
      `  ${paint(one.status === "unread" ? "bad" : "warning", one.code)}  ${plain(one.title)}${place === "" ? "" : paint("faint", `  ${place}`)}`,
      ...wrap(screen.say(one.question ?? message("", "")), PAGE - 6).map((text) => `      ${text}`),
    );
  }
  const errors = set.findings.filter(({ severity }) => severity === "error");
  for (const finding of errors) {
    const place = screen.say(placeWords(finding.place));
    await screen.print(
      `  ${paint("bad", finding.code)}  ${plain(finding.at)}${place === "" ? "" : paint("faint", `  ${place}`)}`,
      ...wrap(screen.say(finding.message), PAGE - 6).map((text) => `      ${text}`),
    );
  }
  const warnings = set.findings.length - errors.length;
  await screen.print(
    ...wrap(
      screen.say(
        message(
          `${errors.length} lỗi, ${warnings} cảnh báo về văn bản. Đã ghi ${nearPath(join(folder, "set.yaml"))}; xem ${nearPath(join(folder, "report.md"))}`,
          `${errors.length} errors, ${warnings} warnings on the document. Written: ${nearPath(join(folder, "set.yaml"))}; see ${nearPath(join(folder, "report.md"))}`,
        ),
      ),
      PAGE,
    ),
    "",
  );
}
