/** `--out`: scores into a file, whole or not at all. */
import { realpathSync } from "node:fs";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { type Message, message } from "@opendti/engine";
import { fileTrouble } from "../input/files.js";
import { Misuse } from "../misuse.js";
import { writeScoresJson } from "../score/json.js";
import type { Scored } from "../score/scored.js";
import { csvLines } from "./csv.js";
import type { Screen } from "./screen.js";

/** Text is handed to the system in pieces of this many letters. */
const PIECE = 1 << 16;

/** Refuses, as misuse, a kind of file that is not written. */
export function checkOut(path: string, inputs: readonly string[]): void {
  const extension = extname(path).toLowerCase();
  if (extension !== ".csv" && extension !== ".json")
    throw new Misuse(
      message(
        `--out: chỉ ghi được .csv và .json, không phải "${path}"`,
        `--out writes .csv and .json, not "${path}"`,
      ),
      "score",
    );
  const target = realPath(path);
  const same = inputs.find((input) => input !== "-" && realPath(input) === target);
  if (same !== undefined)
    throw new Misuse(
      message(
        `--out: "${path}" chính là tệp số liệu; chọn tên khác để không ghi đè`,
        `--out: "${path}" is the data file itself; choose another name`,
      ),
      "score",
    );
}

/** The file that a path stands for, links followed; the path itself when there is none yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Writes the scores beside the file's place first, then puts them there: nobody finds half a file. */
export async function writeOut(path: string, scored: Scored, screen: Screen): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(draft, "w");
    try {
      await fill(file, path, scored, screen);
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    const why = troubleWriting(error);
    throw new Misuse(message(`--out ${path}: ${why.vi}`, `--out ${path}: ${why.en}`));
  }
}

/** A file that is to be written cannot be missing; its folder can. */
function troubleWriting(error: unknown): Message {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? message("Không có thư mục này", "There is no such folder") : fileTrouble(error);
}

async function fill(file: FileHandle, path: string, scored: Scored, screen: Screen): Promise<void> {
  let held = "";
  const write = async (text: string): Promise<void> => {
    held += text;
    if (held.length < PIECE) return;
    await file.write(held);
    held = "";
  };
  if (extname(path).toLowerCase() === ".json") await writeScoresJson(scored, screen, write, () => undefined);
  else for (const line of csvLines(scored)) await write(line);
  await file.write(held);
}
