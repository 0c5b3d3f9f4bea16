/** The sets that were encoded by hand from the five documents, beside what the import makes of the same documents. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type LoadedSet, loadSet, type SetSource } from "@opendti/engine";
import { type ImportedDocument, type ImportedSet, importFile } from "../../src/index.js";
import { type Seed, seedBytes } from "../making/seeds.js";

export type Indicator = SetSource["indicators"][number];

/** Which hand-encoded sets each document holds, in its order. */
export const HAND_ENCODED: Readonly<Record<Seed, readonly string[]>> = {
  quangNgai: ["quang-ngai-so-nganh-2022"],
  thousand: ["dti-so-nganh-1000"],
  binhPhuoc: ["binh-phuoc-so-nganh-500", "binh-phuoc-website-100"],
  giaLai: ["qd922-cap-tinh-2022"],
  caoBang: ["cao-bang-ung-dung-cntt-2020"],
};

const imported = new Map<Seed, Promise<ImportedDocument>>();

/** The import of a document as it stands in the tests; made once. */
export function importSeed(seed: Seed): Promise<ImportedDocument> {
  const before = imported.get(seed);
  if (before) return before;
  const made = importFile(seedBytes(seed), { name: `${seed}.txt` });
  imported.set(seed, made);
  return made;
}

export async function importedSet(seed: Seed, at = 0): Promise<ImportedSet> {
  const set = (await importSeed(seed)).sets[at];
  if (!set) throw new Error(`${seed} holds no set ${at}`);
  return set;
}

export function handEncoded(id: string): LoadedSet {
  const file = fileURLToPath(new URL(`../../../../sets/${id}/set.yaml`, import.meta.url));
  return loadedOf(readFileSync(file, "utf8"), id);
}

export function loadedOf(yaml: string, name: string): LoadedSet {
  const loaded = loadSet(yaml, name);
  if (!loaded.ok) throw new Error(`${name}: ${loaded.problems.map(({ message }) => message.en).join("; ")}`);
  return loaded.value;
}

/** All rows of a set in the order of the document. */
export function rowsOf(indicators: readonly Indicator[]): Indicator[] {
  return indicators.flatMap((row) => [row, ...rowsOf(row.children ?? [])]);
}
