/** Finds indicator sets: those that ship, by id, from any folder; others by path. */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Loaded, type LoadedSet, loadSet, message, shown } from "@opendti/engine";
import { Misuse, nearestHint } from "../misuse.js";
import { decode, fileTrouble } from "./files.js";
import { nearPath } from "./place.js";

const SET_FILE = "set.yaml";

/** A set's file, read or refused. */
export interface OpenedSet {
  /** As named in problems. */
  readonly file: string;
  /** The folder with `cases/` and `plans/`; undefined for a file that is not named set.yaml. */
  readonly folder: string | undefined;
  readonly loaded: Loaded<LoadedSet>;
}

/** The `sets/` that ships with this command: the nearest one above the program's own file. */
function shippedFolder(): string | undefined {
  let folder = dirname(realpathSync(fileURLToPath(import.meta.url)));
  for (;;) {
    const sets = join(folder, "sets");
    if (existsSync(sets) && idsIn(sets).length > 0) return sets;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/** Ids of the sets that ship, in order. */
export function shippedIds(): string[] {
  const folder = shippedFolder();
  return folder === undefined ? [] : idsIn(folder);
}

function idsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, SET_FILE)))
    .map((entry) => entry.name)
    .sort();
}

/** Opens a set by the id of a shipped one, or by the path of its file or folder. Refuses, as misuse, what is neither. */
export async function openSet(name: string): Promise<OpenedSet> {
  const path = pathOf(name);
  const file = nearPath(path);
  const folder = basename(path) === SET_FILE ? dirname(path) : undefined;
  return { file, folder, loaded: await load(path, file) };
}

function pathOf(name: string): string {
  const shipped = shippedFolder();
  if (shipped !== undefined && idsIn(shipped).includes(name)) return join(shipped, name, SET_FILE);
  const found = statSync(name, { throwIfNoEntry: false });
  if (found?.isFile()) return name;
  if (found?.isDirectory()) {
    const inside = join(name, SET_FILE);
    if (existsSync(inside)) return inside;
    throw new Misuse(
      message(`Thư mục ${name} không có tệp ${SET_FILE}`, `The folder ${name} has no ${SET_FILE}`),
    );
  }
  const hint = nearestHint(name, shippedIds());
  throw new Misuse(
    message(
      `Không có bộ chỉ số "${shown(name)}", cũng không có tệp nào tên như vậy${hint.vi}. Xem: opendti sets list`,
      `There is no set "${shown(name)}", and no file of that name${hint.en}. See: opendti sets list`,
    ),
  );
}

async function load(path: string, file: string): Promise<Loaded<LoadedSet>> {
  const refuse = (text: ReturnType<typeof message>): Loaded<LoadedSet> => ({
    ok: false,
    problems: [{ message: text, file, line: undefined, column: undefined, at: undefined }],
  });
  try {
    const text = decode(await readFile(path));
    return typeof text === "string" ? loadSet(text, file) : refuse(text);
  } catch (error) {
    if (error instanceof RangeError)
      return refuse(
        message("Tệp lồng quá nhiều tầng, không đọc được", "The file is nested too deeply to be read"),
      );
    return refuse(fileTrouble(error));
  }
}
