/** The letterhead under which a document is printed: the usual one of the unit's name, and what a file says otherwise. */
import { readFile } from "node:fs/promises";
import type { Letterhead } from "@opendti/documents";
import { explainIssues, message, type Problem, SourceDocument } from "@opendti/engine";
import { decode, fileTrouble } from "../input/files.js";
import { Misuse } from "../misuse.js";

/**
 * @param name of the unit or the issuer.
 * @param path of a YAML file; undefined: all is usual.
 * @returns everything that is wrong with the file, with its lines. A file that cannot be opened is misuse.
 */
export async function readLetterhead(
  name: string,
  path: string | undefined,
): Promise<Letterhead | Problem[]> {
  const { letterheadPartSchema, usualLetterhead } = await import("@opendti/documents");
  const usual = usualLetterhead({ name });
  if (path === undefined) return usual;
  const text = decode(
    await readFile(path).catch((error: unknown) => {
      const why = fileTrouble(error);
      throw new Misuse(
        message(
          `Không đọc được --letterhead ${path}: ${why.vi}`,
          `Cannot read --letterhead ${path}: ${why.en}`,
        ),
      );
    }),
  );
  if (typeof text !== "string") throw new Misuse(text);
  const document = SourceDocument.parse(text, path);
  if (Array.isArray(document)) return document;
  const content = document.content();
  const parsed = letterheadPartSchema.safeParse(content);
  if (!parsed.success)
    return explainIssues(parsed.error.issues, content).map((issue) =>
      document.problem(issue.text, issue.path),
    );
  const { signer, ...rest } = parsed.data;
  return { ...usual, ...said(rest), signer: { ...usual.signer, ...said(signer ?? {}) } };
}

/** The parts that were said. */
function said<Part extends object>(part: Part): { [Key in keyof Part]: Exclude<Part[Key], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Part]: Exclude<Part[Key], undefined>;
  };
}
