/** Runs the built command as a person does: its own process, in a folder outside the repository. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DataSource, dataSchema, SourceDocument } from "@opendti/engine";
import { afterAll } from "vitest";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
const command = join(repository, "packages/cli/bin/opendti.js");

export const quangNgai = "quang-ngai-so-nganh-2022";
export const quangNgaiCase = join(repository, "sets", quangNgai, "cases/ban-dan-toc-2022.yaml");

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for a file of tests; gone when they are done. */
export function folder(): { path: string; write: (name: string, content: string | Uint8Array) => string } {
  const path = mkdtempSync(join(tmpdir(), "opendti-cli-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      writeFileSync(join(path, name), content);
      return name;
    },
  };
}

/** Runs `opendti` with the arguments; never throws on an exit status. */
export function opendti(
  cwd: string,
  args: readonly string[],
  {
    stdin = "",
    env = {},
    through = command,
  }: { stdin?: string; env?: NodeJS.ProcessEnv; through?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [through, ...args],
      { cwd, env: { PATH: process.env["PATH"], ...env }, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        const status = typeof error?.code === "number" ? error.code : error ? 128 : 0;
        resolve({ status, stdout, stderr });
      },
    );
    child.stdin?.end(stdin);
  });
}

/** The data of the Quảng Ngãi case, as the engine reads them. */
export function quangNgaiData(): DataSource {
  const document = SourceDocument.parse(readFileSync(quangNgaiCase, "utf8"), "case");
  if (Array.isArray(document)) throw new Error("the Quảng Ngãi case does not parse");
  return dataSchema.parse(document.content());
}

/** One input of one indicator (or of the profile) of one unit. */
export type Cell = readonly [
  unit: string,
  group: string,
  code: string,
  input: string,
  value: string | number | boolean,
];

/** The data as rows of the long form. */
export function longRows(data: DataSource): Cell[] {
  return data.units.flatMap(({ unit, group = "", profile = {}, answers = {} }) => [
    ...Object.entries(profile).map(([id, value]): Cell => [unit, group, "profile", id, value as string]),
    ...Object.entries(answers).flatMap(([code, answer]) =>
      Object.entries(answer as Record<string, string>).map(
        ([id, value]): Cell => [unit, group, code, id, value],
      ),
    ),
  ]);
}

/** A CSV line, quoted where it must be. */
export function csvLine(cells: readonly unknown[], separator = ","): string {
  return cells
    .map((cell) => String(cell))
    .map((text) => (/["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(separator);
}
