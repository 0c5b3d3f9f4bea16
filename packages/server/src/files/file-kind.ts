/** The kinds of files that are taken as evidence. */

export interface FileKind {
  readonly mediaType: string;
  /** How names of this kind end; the first is given to names that end otherwise. */
  readonly endings: readonly [string, ...string[]];
  /** Whether browsers show it themselves, so that it need not be saved to be looked at. */
  readonly shown: boolean;
}

export const PDF: FileKind = { mediaType: "application/pdf", endings: ["pdf"], shown: true };
export const DOCX: FileKind = {
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  endings: ["docx"],
  shown: false,
};
export const XLSX: FileKind = {
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  endings: ["xlsx"],
  shown: false,
};
export const JPEG: FileKind = { mediaType: "image/jpeg", endings: ["jpg", "jpeg"], shown: true };
export const PNG: FileKind = { mediaType: "image/png", endings: ["png"], shown: true };

const kinds: readonly FileKind[] = [PDF, DOCX, XLSX, JPEG, PNG];

/** The kind of a stored file. Undefined for what an earlier version may have taken and this one does not know. */
export function kindOf(mediaType: string): FileKind | undefined {
  return kinds.find((kind) => kind.mediaType === mediaType);
}

/** Whether a name ends like some kind that is taken. */
export function isKnownEnding(ending: string): boolean {
  return kinds.some(({ endings }) => endings.includes(ending));
}
