/** Word and Excel files: archives that are counted through before they are believed, and that run nothing. */
import { Problem, type Words } from "../http/problem.js";
import { DOCX, type FileKind, XLSX } from "./file-kind.js";
import { guardZip, zipFaultWords } from "./zip-guard.js";

/** Reports with many pictures have hundreds of parts; a sheet of 25 MB inflates about tenfold. */
const LIMITS = { entries: 5000, inflatedBytes: 300 * 1024 * 1024 } as const;
/** What lists the parts is a few kilobytes; one that is longer was not written by an office program. */
const LONGEST_LIST = 2 * 1024 * 1024;

const MAIN_PARTS = [
  { kind: DOCX, part: /^word\/[^/]+\.xml$/ },
  { kind: XLSX, part: /^xl\/[^/]+\.xml$/ },
] as const;

/** Macros of today (VBA) and of Excel 4, ActiveX, and documents inside that may carry them. */
const RUNS =
  /vbaproject|^(xl|word)\/(macrosheets|dialogsheets|activex)\/|\.(docm|dotm|xlsm|xltm|xlsb|xlam)$/i;

/**
 * What an archive is.
 * @throws {Problem} `upload-refused` when it is no Word or Excel file, bursts, hides, or carries macros.
 */
export async function officeKind(bytes: Buffer): Promise<FileKind> {
  const zip = await guardZip(bytes, LIMITS);
  if ("fault" in zip) throw new Problem("upload-refused", zipFaultWords(zip.fault, LIMITS));
  const types = await zip.part("[Content_Types].xml");
  if (types === undefined || types.length > LONGEST_LIST) throw new Problem("upload-refused", NOT_OFFICE);
  const list = types.toString("utf8");
  if (zip.names.some((name) => RUNS.test(name)) || /macroEnabled|vbaProject/i.test(list))
    throw new Problem("upload-refused", MACROS);
  const kind = MAIN_PARTS.find(({ kind: { mediaType }, part }) =>
    overrides(list).some(
      ({ name, type }) => type === `${mediaType}.main+xml` && part.test(name) && zip.names.includes(name),
    ),
  )?.kind;
  if (kind === undefined) throw new Problem("upload-refused", NOT_OFFICE);
  return kind;
}

/** `<Override PartName="/word/document.xml" ContentType="…"/>`, its attributes in either order. */
function overrides(list: string): { readonly name: string; readonly type: string }[] {
  return [...list.matchAll(/<Override\s([^<>]*)>/g)].map(([, attributes = ""]) => ({
    name: /\bPartName\s*=\s*["']\/([^"']*)["']/.exec(attributes)?.[1] ?? "",
    type: /\bContentType\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "",
  }));
}

const NOT_OFFICE: Words = {
  vi: "Gói nén này không phải tệp Word (.docx) hay Excel (.xlsx). Chỉ nhận PDF, DOCX, XLSX, JPG, PNG.",
  en: "This archive is no Word (.docx) or Excel (.xlsx) file. Only PDF, DOCX, XLSX, JPG and PNG are accepted.",
};
const MACROS: Words = {
  vi: "Tệp có macro hoặc ActiveX nên không được nhận. Hãy lưu lại dưới dạng .docx, .xlsx hoặc PDF rồi gửi lại.",
  en: "The file carries macros or ActiveX and is not accepted. Save it as .docx, .xlsx or PDF and send that.",
};
