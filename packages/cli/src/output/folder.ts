/** A folder of files, written whole or not at all; one that a person has changed since is never replaced. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type Message, message } from "@opendti/engine";
import { fileTrouble } from "../input/files.js";
import { Misuse } from "../misuse.js";

/** The file that lists what a command wrote; by it a later run knows that nobody has changed anything. */
export const REPORT = "report.json";

export interface WrittenFile {
  /** Within the folder: `set.yaml`, `cases/gia-lai-2022.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** `sha256` of each file, as {@link REPORT} lists them. */
export function hashesOf(files: readonly WrittenFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, hashOf(text)]));
}

/**
 * Refuses, as misuse, a folder that holds anything but an unchanged earlier answer of the same command.
 * @param option the option that named it, for the message.
 */
export async function checkFolder(path: string, option: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory())
    throw new Misuse(
      message(
        `${option}: "${path}" là một tệp; cần tên thư mục để ghi kết quả`,
        `${option}: "${path}" is a file; the name of a folder is needed`,
      ),
    );
  const names = await namesIn(path);
  if (names.length === 0) return;
  const known = await knownFiles(path);
  const changed = known ? await firstChanged(path, names, known) : names[0];
  if (changed === undefined) return;
  throw new Misuse(
    known
      ? message(
          `${option}: "${join(path, changed)}" đã được sửa hoặc thêm sau lần nhập trước; chọn thư mục khác để không mất phần đã sửa`,
          `${option}: "${join(path, changed)}" was changed or added since the last import; choose another folder, so that nothing is lost`,
        )
      : message(
          `${option}: thư mục "${path}" đã có tệp khác (${changed}); chọn thư mục mới hoặc trống`,
          `${option}: the folder "${path}" holds other files (${changed}); choose a new or an empty one`,
        ),
  );
}

/** Writes the files into a folder beside it first and puts that in its place: nobody finds half of them. */
export async function writeFolder(
  path: string,
  files: readonly WrittenFile[],
  option: string,
): Promise<void> {
  const target = resolve(path);
  let draft: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    for (const { path: name, text } of files) {
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeFile(join(draft, name), text);
    }
    const old = `${draft}.old`;
    const replaced = await rename(target, old).then(
      () => true,
      () => false,
    );
    await rename(draft, target);
    if (replaced) await rm(old, { recursive: true, force: true });
  } catch (error) {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
    const why: Message = fileTrouble(error);
    throw new Misuse(message(`${option} ${path}: ${why.vi}`, `${option} ${path}: ${why.en}`));
  }
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

async function namesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length)
        .replace(/^[/\\]+/, ""),
    )
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

async function knownFiles(path: string): Promise<Record<string, string> | undefined> {
  try {
    const report = JSON.parse(await readFile(join(path, REPORT), "utf8")) as { files?: unknown };
    return typeof report.files === "object" && report.files !== null
      ? (report.files as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}

async function firstChanged(
  path: string,
  names: readonly string[],
  known: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  for (const name of names)
    if (name !== REPORT && hashOf(await readFile(join(path, name))) !== known[name]) return name;
  return undefined;
}
