/** The Typst compiler: native code, which exists for most machines and not for all. */

type Typesetter = typeof import("@myriaddreamin/typst-ts-node-compiler");

/** Why no PDF can be made on this machine, in both languages. Word files can be made everywhere. */
export class PdfUnavailable extends Error {
  override readonly name = "PdfUnavailable";
  readonly text = {
    vi: "Máy chủ này không tạo được tệp PDF vì thiếu bộ dàn trang cho hệ điều hành đang dùng. Hãy tải tệp Word rồi xuất PDF từ Word.",
    en: "This server cannot make PDF files: the typesetter for its operating system is missing. Download the Word file and export it as PDF from Word.",
  };

  constructor(options: ErrorOptions) {
    super("The Typst compiler cannot be loaded on this platform", options);
  }
}

/**
 * Loads the compiler when the first PDF is asked for, and never before.
 * @throws {PdfUnavailable} where there is none for the machine
 */
export async function typesetter(
  load: () => Promise<Typesetter> = () => import("@myriaddreamin/typst-ts-node-compiler"),
): Promise<Typesetter> {
  try {
    return await load();
  } catch (cause) {
    throw new PdfUnavailable({ cause });
  }
}
