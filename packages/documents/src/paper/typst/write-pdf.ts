/** An official document as PDF: the same look as the Word file, set by Typst with letters of Times' measure. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Paper } from "../paper.js";
import { typstData } from "./data.js";
import { TEMPLATE } from "./template.js";
import { typesetter } from "./typesetter.js";

const FONTS = [
  "400Regular/Tinos_400Regular.ttf",
  "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "700Bold/Tinos_700Bold.ttf",
  "700Bold_Italic/Tinos_700Bold_Italic.ttf",
];

/**
 * Writes the document as PDF: bookmarks, language and title in the file; the same paper gives the same bytes. It works on the thread
 * that calls it, without giving way: a server calls it in a worker.
 * @throws {PdfUnavailable} where the typesetter does not exist for the machine
 * @throws {RangeError} when a table's rows do not fit its columns: a mistake of the report that made it
 */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const inputs = { paper: JSON.stringify(typstData(paper)) };
  const { NodeCompiler } = await typesetter();
  const paths = FONTS.map((path) =>
    createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${path}`),
  );
  const fontBlobs = await Promise.all(paths.map((path) => readFile(path)));
  // The form reads no file; were it to, it would find the letters alone.
  const compiler = NodeCompiler.create({ workspace: dirname(paths[0] ?? ""), fontArgs: [{ fontBlobs }] });
  try {
    const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs });
    const document = compiled.result;
    // The form is ours and the data are checked: whatever stops here is a mistake of this program.
    if (document === null)
      throw new Error(`Typst: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? "no document")}`);
    return new Uint8Array(compiler.pdf(document));
  } finally {
    // What was remembered for this document helps no other one.
    compiler.evictCache(0);
  }
}
