/** An edit of a draft that is not saved yet, kept in the browser with the stored version that it stands on. */

/** Where a text is kept under one name; see shared/kept-text.ts. */
interface Place {
  readonly text: string;
  keep(text: string): void;
}

export interface KeptEdit {
  readonly text: string;
  /** The version that was stored when the edit began: saving it over a newer one is a conflict. */
  readonly base: number;
}

/** Reads and keeps the edit of one draft; null forgets it, and what cannot be read counts as none. */
export function keptEdit(place: Place): { read(): KeptEdit | null; keep(edit: KeptEdit | null): void } {
  return {
    read: () => {
      const at = place.text.indexOf("\n");
      const base = Number(place.text.slice(0, Math.max(0, at)));
      return at > 0 && Number.isInteger(base) ? { base, text: place.text.slice(at + 1) } : null;
    },
    keep: (edit) => place.keep(edit === null ? "" : `${edit.base}\n${edit.text}`),
  };
}
